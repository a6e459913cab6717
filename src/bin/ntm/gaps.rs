//! `ntm gaps`: what is still to be done, and by whom.

use ntm::intake::{Agencies, nobody_leads};
use ntm::law::Resolved;
use ntm::workflow::gaps::{Options, Work};
use ntm::workflow::session::Scope;

use crate::args::GapsArgs;
use crate::input::Files;
use crate::outcome::Outcome;
use crate::output::{self, PageStyle};
use crate::targets::Targets;
use crate::{agencies, input, office};

pub(crate) fn run(args: &GapsArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    let question = args.judge.question();
    let (mut session, files) = input::session(&args.data, question, &targets, Scope::default())?;
    targets.spare(&agencies::files(&files.rosters))?;
    let period = session.one_period()?;
    let common = session.common(period)?;
    let agencies = agencies::own_or_example(&files.rosters, session.library())?;
    let options = Options {
        communes: args.commune.clone(),
        criteria: args.criterion.clone(),
        agencies: args.agency.clone(),
        do_now: args.do_now,
        no_funding: args.no_funding,
        needs_funding: args.needs_funding,
        by: args.by,
        easy_first: args.sort.is_some(),
    };
    let wanted = options.wanted(&session, (period, &common), &agencies)?;
    output::warn(&session.refuse_faults()?);
    warn_of_unassigned(&agencies, &common, &files);
    let judged = session.judge(period, common, &[]);
    let work = Work::new(&session, &judged, &agencies, (&options, &wanted))?;
    let targets = office::sign(targets, &files.rosters)?;
    targets.give(&work, style)?;
    Ok(Outcome::Done)
}

/// The example is told of on the page; of the office's own list every hole is told.
fn warn_of_unassigned(agencies: &Agencies, law: &Resolved, files: &Files) {
    let file = agencies::files(&files.rosters).into_iter().next();
    let Some(file) = file.filter(|_| !agencies.built_in) else {
        return;
    };
    let told = nobody_leads(&file.path.display().to_string(), law, &agencies.unassigned(law));
    output::complain(&output::problem_lines(told.as_slice()));
}
