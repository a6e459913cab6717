//! What is said of a commune that has said nothing of the period at the level.

use std::path::PathBuf;

use ntm::intake::Commune;
use ntm::period::Period;
use ntm::report;
use ntm::text::{self, dossier as say};
use ntm::workflow::Session;

use crate::args::{DataArgs, DossierArgs};
use crate::folder::month_folders;
use crate::found::folder_period;
use crate::input::session_of_months;
use crate::outcome::Stop;
use crate::paths;
use crate::paths::here;
use crate::targets::Targets;

/// Why there is no dossier, and where else the commune speaks.
pub(super) fn silent(args: &DossierArgs, session: &Session, place: usize, period: Period) -> Stop {
    let commune = &session.roster().communes[place];
    let (level, voice) = (args.judge.level, args.judge.source);
    let others = other_months(args, commune);
    let message = report::dossier::not_reported(commune, period, (level, voice), &others);
    let hint = if session.has_said(place, level) || !others.is_empty() {
        text::explain::see_who_reported()
    } else {
        say::fill_in(period, level, &commune.code)
    };
    Stop::usage(message, hint)
}

/// The periods in which a commune speaks: of the files named and of the months beside a
/// folder of a month. What cannot be read tells of none: this is but a hint.
fn other_months(args: &DossierArgs, commune: &Commune) -> Vec<Period> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for path in &args.data.paths {
        // Standard input cannot be read again.
        if path.as_os_str() == "-" {
            continue;
        }
        let whole = paths::as_named(path);
        let beside = whole.parent().filter(|_| whole.is_dir() && folder_period(&whole).is_some());
        match beside.map(|above| month_folders(here(above))) {
            Some(Ok(months)) => paths.extend(months),
            _ => paths.push(path.clone()),
        }
    }
    if paths.is_empty() {
        return Vec::new();
    }
    paths.sort();
    paths.dedup();
    let data = DataArgs { paths, period: None, ..args.data.clone() };
    let opened = session_of_months(&data, args.judge.question(), &Targets::none());
    let Ok((session, _)) = opened else {
        return Vec::new();
    };
    let mut communes = session.roster().communes.iter();
    let same = |other: &Commune| (&other.code, &other.name) == (&commune.code, &commune.name);
    let place = communes.position(same);
    place.map_or(Vec::new(), |place| session.periods_of(place, args.judge.level, args.judge.source))
}
