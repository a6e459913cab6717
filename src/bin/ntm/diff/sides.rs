//! Two periods read and judged; all that is wrong with either is told in one run.

use std::path::{Path, PathBuf};

use ntm::intake::{Roster, Voice};
use ntm::law::{Level, Resolved};
use ntm::period::Period;
use ntm::text::{Text, change as words};

use crate::args::{DataArgs, DiffArgs};
use crate::chosen;
use crate::judged::{How, Judged, Read};
use crate::outcome::Stop;
use crate::output::Targets;
use crate::{shell, taken};

/// A side read and judged.
pub(super) struct Side {
    pub(super) read: Read,
    pub(super) judged: Judged,
}

pub(super) struct Sides {
    pub(super) old: Side,
    pub(super) new: Side,
}

/// Reads and judges both sides.
pub(super) fn read(args: &DiffArgs, targets: &Targets) -> Result<Sides, Stop> {
    let [(old_path, old_period), (new_path, new_period)] = named(args, targets)?;
    let open = |path: &Path, period: Option<Period>| {
        // Of a file of several periods that alone is told.
        let months = period.is_none() && is_one(path)?;
        let how = How { months, ..How::default() };
        Read::open(&data_of(&args.data, path, period), &args.judge, targets, how)
    };
    let (mut old, mut new) = Stop::both(open(old_path, old_period), open(new_path, new_period))?;
    let ready = Stop::both(ready(&old, args, old_path), ready(&new, args, new_path));
    let in_order = in_order(&old, &new, old_path, new_path);
    let (((old_period, old_common), (new_period, new_common)), ()) = Stop::both(ready, in_order)?;
    let chosen = communes(&args.commune, (old.roster(), old_period), (new.roster(), new_period))?;
    let (old_chosen, new_chosen) = chosen.map_or((None, None), |(old, new)| (Some(old), Some(new)));
    let old_judged = judge(&mut old, old_period, old_common, old_chosen);
    let new_judged = judge(&mut new, new_period, new_common, new_chosen);
    Ok(Sides {
        old: Side { read: old, judged: old_judged },
        new: Side { read: new, judged: new_judged },
    })
}

/// Whether a path is one file or folder of data, and no folder of months.
fn is_one(path: &Path) -> Result<bool, Stop> {
    let folders = taken::data_folders(path)?;
    Ok(folders.iter().all(|(folder, _)| folder == path))
}

/// A path, and the period of it that is meant where it holds several.
type Named<'a> = (&'a Path, Option<Period>);

/// What is compared: two paths, or the two periods of one; all that is wrong with the
/// arguments is told.
fn named<'a>(args: &'a DiffArgs, targets: &Targets) -> Result<[Named<'a>; 2], Stop> {
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
    let how = How { months: true, ..How::default() };
    let read = Read::open(&data_of(&args.data, path, None), &args.judge, targets, how)?;
    match read.periods()? {
        [_] => Ok(None),
        [old, new] => Ok(Some([*old, *new])),
        several => Err(several_periods(path, several)),
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

/// Period and law of a side whose data can be judged.
pub(super) fn ready(read: &Read, args: &DiffArgs, path: &Path) -> Result<(Period, Resolved), Stop> {
    let period = match read.periods()? {
        [one] => Ok(*one),
        several => Err(several_periods(path, several)),
    };
    let known = period.and_then(|period| Ok((period, read.common(period)?)));
    let sound = Stop::both(speaks(read, args, path), read.refuse_faults());
    Ok(Stop::both(known, sound)?.0)
}

fn several_periods(path: &Path, periods: &[Period]) -> Stop {
    let periods: Vec<String> = periods.iter().map(ToString::to_string).collect();
    let message = words::several_periods_on_a_side(path.display(), periods.join(", "));
    Stop::usage(message, words::split_periods())
}

/// Refuses data that says nothing at the level asked for, and something at another.
fn speaks(read: &Read, args: &DiffArgs, path: &Path) -> Result<(), Stop> {
    let (level, voice): (Level, Voice) = (args.judge.level, args.judge.source);
    let spoken = read.spoken();
    if spoken.is_empty() || spoken.contains(&(level, voice)) {
        return Ok(());
    }
    let there = spoken.iter().map(|(level, voice)| words::level_and_source(level, voice));
    let there = Text::join(&there.collect::<Vec<_>>(), ", ");
    let message = words::nothing_of_level(path.display(), level, voice, there);
    Err(Stop::usage(message, words::choose_level_or_source()))
}

/// Refuses one period twice, and the later one first.
fn in_order(old: &Read, new: &Read, old_path: &Path, new_path: &Path) -> Result<(), Stop> {
    let (Ok([old]), Ok([new])) = (old.periods(), new.periods()) else {
        // That is told of the side.
        return Ok(());
    };
    match old.cmp(new) {
        std::cmp::Ordering::Less => Ok(()),
        std::cmp::Ordering::Equal => {
            Err(Stop::usage(words::same_period(old), words::other_period_or_sets()))
        }
        std::cmp::Ordering::Greater => {
            let hint = words::swap_them(shell::quoted(new_path), shell::quoted(old_path));
            Err(Stop::usage(words::later_first(old, new), hint))
        }
    }
}

/// Places in the rosters of both sides.
type Places = (Vec<usize>, Vec<usize>);

/// The places of the communes named, on each side; a name may mean a commune of one side
/// only, and a code is looked for on both.
fn communes(
    names: &[String],
    old: (&Roster, Period),
    new: (&Roster, Period),
) -> Result<Option<Places>, Stop> {
    if names.is_empty() {
        return Ok(None);
    }
    let (mut olds, mut news) = (Vec::new(), Vec::new());
    for name in names {
        let one = std::slice::from_ref(name);
        let before = chosen::find(one, old.0, old.1);
        let now = chosen::find(one, new.0, new.1);
        let (before, now) = match (before, now) {
            (Err(_), Err(why)) => return Err(why),
            (before, now) => (before.unwrap_or_default(), now.unwrap_or_default()),
        };
        let there = |places: &[usize], from: &Roster, (roster, period): (&Roster, Period)| {
            let communes = places.iter().map(|place| &from.communes[*place]);
            let found = communes.filter_map(|commune| {
                let place = roster.find(&commune.code, period).ok()?;
                roster.communes[place].is_same(commune).then_some(place)
            });
            found.collect::<Vec<usize>>()
        };
        olds.extend(there(&now, new.0, old));
        news.extend(there(&before, old.0, new));
        olds.extend(before);
        news.extend(now);
    }
    Ok(Some((olds, news)))
}

/// Judges those who were chosen; all where nobody was.
fn judge(read: &mut Read, period: Period, common: Resolved, chosen: Option<Vec<usize>>) -> Judged {
    match chosen {
        None => read.judge(period, common, &[]),
        Some(places) if places.is_empty() => Judged::nobody(period, common),
        Some(places) => read.judge(period, common, &places),
    }
}
