//! `ntm score`: who meets what in one period.

use ntm::report::heard;
use ntm::workflow::score::{Asked, Required, Scores, refuse_formats, shortfall};
use ntm::workflow::session::Scope;

use crate::args::ScoreArgs;
use crate::outcome::Outcome;
use crate::output::{self, PageStyle};
use crate::targets::Targets;
use crate::{input, office};

pub(crate) fn run(args: &ScoreArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    refuse_formats(args.by, &targets.forms())?;
    let required = if args.require_achieved {
        Some(Required::All)
    } else {
        args.require.map(Required::AtLeast)
    };
    let question = args.judge.question();
    let (mut session, files) = input::session(&args.data, question, &targets, Scope::default())?;
    let asked = Asked::new(&session, &args.commune, required)?;
    output::warn(&session.refuse_faults()?);
    let judged = session.judge(asked.period, asked.common, &asked.communes);
    let scoring = judged.scoring(&session);
    let targets = office::sign(targets, &files.rosters)?;
    let short = required.map(|required| shortfall(&scoring, required)).unwrap_or_default();
    short.iter().chain(&heard(&scoring)).for_each(output::note);
    targets
        .give(&Scores { scoring: &scoring, by: args.by, named: !args.commune.is_empty() }, style)?;
    Ok(if short.is_empty() { Outcome::Done } else { Outcome::Failed })
}
