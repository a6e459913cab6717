//! `ntm ladder`: which title each commune may ask for, and what it lacks.

use ntm::law::{CriteriaFileKind, Level};
use ntm::workflow::ladder::{Asked, Rungs, refuse_communes};
use ntm::workflow::session::{Levels, Question, Scope};

use crate::args::LadderArgs;
use crate::outcome::Outcome;
use crate::output::{self, PageStyle};
use crate::targets::Targets;
use crate::{input, office};

pub(crate) fn run(args: &LadderArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    let over_all = match (args.city, args.district) {
        (true, _) => Some(CriteriaFileKind::City),
        (_, true) => Some(CriteriaFileKind::District),
        _ => None,
    };
    refuse_communes(over_all, &args.commune)?;
    let question = Question { level: Level::Ntm, voice: args.source, lenient: args.lenient };
    let scope = Scope { places: true, levels: Levels::All };
    let (mut session, files) = input::session(&args.data, question, &targets, scope)?;
    let asked = Asked::new(&session, &args.commune)?;
    output::warn(&session.refuse_faults()?);
    let said = asked.read(&mut session);
    let rungs = Rungs::new(&session, &said);
    let targets = office::sign(targets, &files.rosters)?;
    match over_all {
        Some(kind) => targets.give(&rungs.over_all(kind, &args.by_hand)?, style)?,
        None => targets.give(&rungs, style)?,
    }
    Ok(Outcome::Done)
}
