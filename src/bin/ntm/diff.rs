//! `ntm diff`: what changed between two periods, or under two sets.

use std::path::{Path, PathBuf};

use ntm::period::Period;
use ntm::text::diff as words;
use ntm::workflow::Session;
use ntm::workflow::diff::{
    Changes, Options, Side, judge_months, judge_under_sets, several_periods,
};
use ntm::workflow::session::Scope;

use crate::args::{DataArgs, DiffArgs};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle};
use crate::targets::Targets;
use crate::{input, shell, taken};

pub(crate) fn run(args: &DiffArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    let options = Options {
        communes: args.commune.clone(),
        criterion: args.criterion,
        indicators: args.indicator.clone(),
        by: args.by,
    };
    match &args.sets {
        None => months(args, &options, &targets, style),
        Some(ids) => sets(args, ids, &options, &targets, style),
    }
}

/// A path as messages and commands name it.
struct Named(String, String);

impl Named {
    fn new(path: &Path) -> Named {
        Named(path.display().to_string(), shell::quoted(path))
    }

    fn side<'s>(&'s self, session: &'s mut Session) -> Side<'s> {
        Side { session, name: &self.0, argument: &self.1 }
    }
}

/// The two periods of data.
fn months(
    args: &DiffArgs,
    options: &Options,
    targets: &Targets,
    style: PageStyle,
) -> anyhow::Result<Outcome> {
    let [(old_path, old_period), (new_path, new_period)] = named(args, targets)?;
    let open = |path: &Path, period: Option<Period>| {
        let data = data_of(&args.data, path, period);
        let question = args.judge.question();
        // Of a file of several periods that alone is told.
        if period.is_none() && is_one(path)? {
            input::session_of_months(&data, question, targets)
        } else {
            input::session(&data, question, targets, Scope::default())
        }
    };
    let ((mut old, _), (mut new, _)) =
        Stop::both(open(old_path, old_period), open(new_path, new_period))?;
    let (old_name, new_name) = (Named::new(old_path), Named::new(new_path));
    let sides = [old_name.side(&mut old), new_name.side(&mut new)];
    let (warnings, judged) = judge_months(sides, options);
    warnings.iter().for_each(output::warn);
    let judged = judged?;
    targets.give(&Changes::of_months([&old, &new], &judged, options)?, style)?;
    Ok(Outcome::Done)
}

/// Whether a path is one file or folder of data, and no folder of months.
fn is_one(path: &Path) -> Result<bool, Stop> {
    let folders = taken::data_folders(path)?;
    Ok(folders.iter().all(|(folder, _)| folder == path))
}

/// The same data under two sets.
fn sets(
    args: &DiffArgs,
    ids: &str,
    options: &Options,
    targets: &Targets,
    style: PageStyle,
) -> anyhow::Result<Outcome> {
    let [path] = args.data.paths.as_slice() else {
        let count = args.data.paths.len();
        return Err(Stop::usage(words::one_path_wanted(count), words::example_of_diff()).into());
    };
    let question = args.judge.question();
    let (mut session, _) = input::session(&args.data, question, targets, Scope::default())?;
    let (warnings, judged) = judge_under_sets(Named::new(path).side(&mut session), ids, options);
    output::warn(&warnings);
    let judged = judged?;
    targets.give(&Changes::of_sets(&session, &judged, options)?, style)?;
    Ok(Outcome::Done)
}

/// A path, and the period of it that is meant where it holds several.
type PathOfPeriod<'a> = (&'a Path, Option<Period>);

/// What is compared: two paths, or the two periods of one; all that is wrong with the
/// arguments is told.
fn named<'a>(args: &'a DiffArgs, targets: &Targets) -> Result<[PathOfPeriod<'a>; 2], Stop> {
    let given = &args.data.paths;
    let mut wrong = Vec::new();
    if args.data.period.is_some() {
        wrong.push(Stop::usage(words::period_for_sets_only(), words::one_period_a_side()));
    }
    if let [old, new] = given.as_slice() {
        Stop::all(wrong)?;
        return Ok([(old, None), (new, None)]);
    }
    // The default stands for none.
    let count = if given.as_slice() == [PathBuf::from(".")] { 0 } else { given.len() };
    if let ([path], 1, true) = (given.as_slice(), count, wrong.is_empty())
        && let Some([old, new]) = two_periods(args, path, targets)?
    {
        return Ok([(path, Some(old)), (path, Some(new))]);
    }
    wrong.push(Stop::usage(words::two_paths_wanted(count), words::example_of_diff()));
    Err(Stop::Several(wrong))
}

/// The two periods that a file or folder holds; `None` where it is of one.
fn two_periods(
    args: &DiffArgs,
    path: &Path,
    targets: &Targets,
) -> Result<Option<[Period; 2]>, Stop> {
    // Standard input cannot be read again.
    if path.as_os_str() == "-" {
        return Ok(None);
    }
    let data = data_of(&args.data, path, None);
    let (session, _) = input::session_of_months(&data, args.judge.question(), targets)?;
    match session.periods()? {
        [_] => Ok(None),
        [old, new] => Ok(Some([*old, *new])),
        several => Err(several_periods(&path.display().to_string(), several)),
    }
}

/// The arguments for one side.
fn data_of(data: &DataArgs, path: &Path, period: Option<Period>) -> DataArgs {
    DataArgs {
        paths: vec![path.to_owned()],
        period,
        criteria: data.criteria.clone(),
        communes: data.communes.clone(),
        decimal: data.decimal,
        threads: data.threads,
    }
}
