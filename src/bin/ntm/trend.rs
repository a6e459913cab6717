//! `ntm trend`: months side by side, and where the last ones lead.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ntm::period::Period;
use ntm::text::trend as say;
use ntm::workflow::trend::{Asked, Course, Options};

use crate::args::{DataArgs, TrendArgs};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle};
use crate::roster;
use crate::targets::Targets;
use crate::{input, office, paths, taken};

pub(crate) fn run(args: &TrendArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    each_month_once(&args.data)?;
    let question = args.judge.question();
    let (mut session, files) = input::session_of_months(&args.data, question, &targets)?;
    let options = Options {
        communes: args.commune.clone(),
        indicators: args.indicator.clone(),
        period: args.data.period,
        until: args.until,
    };
    let mut asked = Asked::new(&session, &options)?;
    output::warn(&session.refuse_faults()?);
    let judged = asked.judge(&mut session, &options)?;
    let course = Course::new(&session, &judged, &asked);
    let targets = office::sign(targets, &files.rosters)?;
    targets.give(&course, style)?;
    Ok(Outcome::Done)
}

/// Refuses a folder that is named twice, and two folders of one month beside the same
/// roster: which of them is to count cannot be known.
fn each_month_once(data: &DataArgs) -> Result<(), Stop> {
    let mut folders: BTreeMap<(PathBuf, Option<Period>), PathBuf> = BTreeMap::new();
    let mut months: BTreeMap<(Period, Option<PathBuf>), PathBuf> = BTreeMap::new();
    for path in &data.paths {
        for (folder, period) in taken::data_folders(path)? {
            let same = paths::real(&folder);
            let again = folders.insert((same, period), folder.clone());
            let roster = || roster::nearest_roster(&folder).filter(|_| data.communes.is_none());
            let twice = period.and_then(|period| {
                let other = months.insert((period, roster()), folder.clone())?;
                Some(say::month_twice(period, other.display(), folder.display()))
            });
            let again = again.map(|other| say::folder_twice(other.display(), folder.display()));
            if let Some(message) = twice.or(again) {
                return Err(Stop::usage(message, say::name_once()));
            }
        }
    }
    Ok(())
}
