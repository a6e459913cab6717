//! `ntm explain`: why an indicator is met or not, from the cell to the decision.

use ntm::workflow::explain::{Asked, Chains};
use ntm::workflow::session::Scope;

use crate::args::ExplainArgs;
use crate::outcome::Outcome;
use crate::output::{self, PageStyle};
use crate::targets::Targets;
use crate::{input, office};

pub(crate) fn run(args: &ExplainArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    let scope = Scope { places: true, ..Scope::default() };
    let question = args.judge.question();
    let (mut session, files) = input::session(&args.data, question, &targets, scope)?;
    let asked = Asked::new(&session, &args.commune, &args.indicator)?;
    output::warn(&session.refuse_faults()?);
    let cited = asked.judge(&mut session, &files.names)?;
    let targets = office::sign(targets, &files.rosters)?;
    targets.give(&Chains::new(&session, &cited), style)?;
    Ok(Outcome::Done)
}
