//! The months beside the one that is reported on: what changed since, and how it went.

use std::path::PathBuf;

use ntm::period::Period;
use ntm::report::InputFile;
use ntm::text::{self, Text, folder as say};
use ntm::workflow::report::{Earlier, NotReported};
use ntm::workflow::session::Scope;

use crate::args::{DataArgs, ReportArgs};
use crate::beside::{self, Skipped};
use crate::input::{self, Files};
use crate::outcome::Stop;
use crate::paths;
use crate::taken::DataFolder;
use crate::targets::Targets;

/// What lies beside the month that is reported on.
pub(super) struct Beside {
    /// The earlier months, or why there is nothing to compare with.
    pub(super) earlier: Result<Earlier, Text>,
    /// The months since the last of them that are passed over.
    pub(super) skipped: Vec<Skipped>,
    /// The files of the earlier months.
    pub(super) inputs: Vec<InputFile>,
}

/// The earlier months that lie beside the data. They never keep a report from being made.
pub(super) fn open(args: &ReportArgs, files: &Files, targets: &Targets, period: Period) -> Beside {
    let Some(above) = above(&files.folders, period) else {
        let earlier = Err(text::no_earlier_month());
        return Beside { earlier, skipped: Vec::new(), inputs: Vec::new() };
    };
    let before = beside::months_in(&above).into_iter().filter(|month| *month < period);
    let (mut folders, mut skipped) = (Vec::new(), Vec::new());
    for month in before {
        match beside::skipped(&above, month) {
            None => folders.push(above.join(month.to_string())),
            Some(why) => skipped.push(why),
        }
    }
    let (mut silent, mut inputs) = (Vec::new(), Vec::new());
    let earlier = open_months(args, folders, (files, targets), (&mut silent, &mut inputs));
    let level = args.judge.level;
    skipped.extend(silent.into_iter().map(|NotReported { period, has_law }| {
        let why =
            if has_law { say::month_says_nothing(level) } else { say::month_without_law(level) };
        Skipped::new(&above, period, (why, say::other_level_or_data()))
    }));
    if let Some(last) = earlier.as_ref().ok().and_then(Earlier::last) {
        skipped.retain(|month| month.period > last);
        let before = period.before();
        if last < before && beside::is_absent(&above, before) {
            skipped.extend(beside::skipped(&above, before));
        }
    }
    skipped.sort_by_key(|month| month.period);
    Beside { earlier, skipped, inputs }
}

/// Reads and judges months; takes those that say nothing, and what was read.
fn open_months(
    args: &ReportArgs,
    folders: Vec<PathBuf>,
    (files, targets): (&Files, &Targets),
    (silent, inputs): (&mut Vec<NotReported>, &mut Vec<InputFile>),
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
    let unreadable = |_: Stop| text::earlier_unreadable();
    let (input, own) = input::open(&data, targets, false).map_err(unreadable)?;
    let digests = own.digests(&input);
    let session = input::session_of(input, args.judge.question(), Scope::default());
    let same_roster = own.rosters == files.rosters;
    let earlier = Earlier::judge(session.map_err(unreadable)?, same_roster, silent)?;
    *inputs = digests;
    Ok(earlier)
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
