//! `ntm criteria`: the sets, one set as it applies, and what is wrong with a file.

use std::path::PathBuf;

use ntm::workflow::FileNames;
use ntm::workflow::criteria::{Checked, Options, Sets};

use crate::args::{CriteriaCheckArgs, CriteriaListArgs, CriteriaShowArgs, CriteriaVerb};
use crate::found::Found;
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle};
use crate::targets::Targets;
use crate::{confirm, criteria_files, shell};

pub(crate) fn run(verb: CriteriaVerb, style: PageStyle) -> anyhow::Result<Outcome> {
    match verb {
        CriteriaVerb::List(args) => list(&args, style),
        CriteriaVerb::Show(args) => show(args, style),
        CriteriaVerb::Check(args) => check(&args, style),
        CriteriaVerb::Confirm(args) => confirm::run(&args, style),
    }
}

/// The user's own criteria files, which no output may replace.
fn own_files(paths: &[PathBuf]) -> Result<Vec<Found>, Stop> {
    let files = paths.iter().map(|path| criteria_files::paths(path));
    let files = files.collect::<Result<Vec<_>, _>>()?.concat();
    Ok(files.into_iter().map(Found::named).collect())
}

fn list(args: &CriteriaListArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    targets.spare(&own_files(args.criteria.as_slice())?)?;
    let library = criteria_files::library(args.criteria.as_deref())?;
    targets.give(&Sets(&library), style)?;
    Ok(Outcome::Done)
}

fn show(args: CriteriaShowArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    targets.spare(&own_files(args.criteria.as_slice())?)?;
    let library = criteria_files::library(args.criteria.as_deref())?;
    let options = Options {
        set: args.set,
        period: args.period,
        case: args.case.into(),
        own_sets: shell::own_sets(args.criteria.as_deref()),
    };
    options.without_law_of_province(&library)?.iter().for_each(output::note);
    if args.unconfirmed {
        targets.give(&options.unconfirmed(&library)?, style)?;
    } else {
        targets.give(&options.applying(&library)?, style)?;
    }
    Ok(Outcome::Done)
}

/// Checks files together with the built-in sets, which they may change.
fn check(args: &CriteriaCheckArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    targets.spare(&own_files(&[args.paths.as_slice(), args.criteria.as_slice()].concat())?)?;
    let (mut own, mut names) = (Vec::new(), FileNames::default());
    for path in args.paths.iter().chain(&args.criteria) {
        names.add_bare(criteria_files::paths(path)?.iter().map(PathBuf::as_path));
        own.extend(criteria_files::read(path)?);
    }
    let checked = Checked::new(own, names, criteria_files::today());
    targets.give(&checked, style)?;
    Ok(if checked.errors() > 0 { Outcome::Failed } else { Outcome::Done })
}
