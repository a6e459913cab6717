//! The months beside the one that is reported on: what changed since, and how it went.

use std::path::PathBuf;

use ntm::period::Period;
use ntm::text::{self, Text, folder as say};

use crate::args::{DataArgs, ReportArgs};
use crate::beside::{self, Skipped};
use crate::judged::{How, Judged, Read};
use crate::outcome::Stop;
use crate::output::Targets;
use crate::paths;
use crate::taken::DataFolder;

/// Earlier months, read and judged.
pub(super) struct Earlier {
    pub(super) read: Read,
    /// In order; at least one.
    pub(super) months: Vec<Judged>,
}

/// What lies beside the month that is reported on.
pub(super) struct Beside {
    /// The earlier months, or why there is nothing to compare with.
    pub(super) earlier: Result<Earlier, Text>,
    /// The months since the last of them that are passed over.
    pub(super) skipped: Vec<Skipped>,
}

/// The earlier months that lie beside the data. They never keep a report from being made.
pub(super) fn open(args: &ReportArgs, read: &Read, targets: &Targets, period: Period) -> Beside {
    let Some(above) = above(&read.input.folders, period) else {
        return Beside { earlier: Err(text::no_earlier_month()), skipped: Vec::new() };
    };
    let before = beside::months_in(&above).into_iter().filter(|month| *month < period);
    let (mut folders, mut skipped) = (Vec::new(), Vec::new());
    for month in before {
        match beside::skipped(&above, month) {
            None => folders.push(above.join(month.to_string())),
            Some(why) => skipped.push(why),
        }
    }
    let mut silent = Vec::new();
    let earlier = open_months(args, folders, targets, &mut silent);
    let level = args.judge.level;
    skipped.extend(silent.into_iter().map(|(month, law)| {
        let why = match law {
            true => say::month_says_nothing(level),
            false => say::month_without_law(level),
        };
        Skipped::new(&above, month, (why, say::other_level_or_data()))
    }));
    let last = earlier.as_ref().ok().and_then(|earlier| earlier.months.last());
    if let Some(last) = last.map(|last| last.period) {
        skipped.retain(|month| month.period > last);
        let before = period.before();
        if last < before && beside::is_absent(&above, before) {
            skipped.extend(beside::skipped(&above, before));
        }
    }
    skipped.sort_by_key(|month| month.period);
    Beside { earlier, skipped }
}

/// Reads and judges months; `silent`: those that say nothing, with whether there was a
/// law that they could meet.
fn open_months(
    args: &ReportArgs,
    folders: Vec<PathBuf>,
    targets: &Targets,
    silent: &mut Vec<(Period, bool)>,
) -> Result<Earlier, Text> {
    if folders.is_empty() {
        return Err(text::no_earlier_month());
    }
    let data = DataArgs {
        paths: folders,
        period: None,
        criteria: args.data.criteria.clone(),
        communes: args.data.communes.clone(),
        decimal: args.data.decimal,
        threads: None,
    };
    let how = How { digests: true, ..How::default() };
    let unreadable = |_: Stop| text::earlier_unreadable();
    let mut read = Read::open(&data, &args.judge, targets, how).map_err(unreadable)?;
    if read.faults() > 0 && !args.judge.lenient {
        return Err(text::earlier_faulty(read.faults()));
    }
    let periods = read.periods().map_err(unreadable)?.to_vec();
    let mut months = Vec::new();
    for earlier in periods {
        // Before the set was in force nothing could be met.
        let Ok(common) = read.common(earlier) else {
            silent.push((earlier, false));
            continue;
        };
        let month = read.judge(earlier, common, &[]);
        match month.tallies.is_empty() {
            true => silent.push((earlier, true)),
            false => months.push(month),
        }
    }
    match months.is_empty() {
        true => Err(text::no_earlier_month()),
        false => Ok(Earlier { read, months }),
    }
}

/// The folder of months in which the one that is reported on lies; `None` where the data is
/// no folder that is named after it, which has no months beside it.
fn above(folders: &[DataFolder], period: Period) -> Option<PathBuf> {
    let [DataFolder { path, period: Some(named) }] = folders else {
        return None;
    };
    if *named != period {
        return None;
    }
    match path.parent() {
        Some(above) if !above.as_os_str().is_empty() && path.file_name().is_some() => {
            Some(above.to_owned())
        }
        _ => Some(paths::real(path).parent()?.to_owned()),
    }
}
