//! The months beside the one that is reported on: what changed since, and how it went.

use std::path::{Path, PathBuf};

use ntm::period::Period;
use ntm::text::{self, Text};

use crate::args::{DataArgs, ReportArgs};
use crate::folder;
use crate::input;
use crate::judged::{How, Judged, Read};
use crate::outcome::Stop;
use crate::output::Targets;

/// Earlier months, read and judged.
pub(super) struct Earlier {
    pub(super) read: Read,
    /// In order; at least one.
    pub(super) months: Vec<Judged>,
}

/// The earlier months that lie beside the data, or why there is nothing to compare with.
/// They never keep a report from being made.
pub(super) fn open(args: &ReportArgs, period: Period, targets: &Targets) -> Result<Earlier, Text> {
    let folders = folders(&args.data.paths, period).unwrap_or_default();
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
        if let Ok(common) = read.common(earlier) {
            months.push(read.judge(earlier, common, &[]));
        }
    }
    months.retain(|month| !month.tallies.is_empty());
    match months.is_empty() {
        true => Err(text::no_earlier_month()),
        false => Ok(Earlier { read, months }),
    }
}

/// The folders of earlier months beside the one that is reported on.
fn folders(paths: &[PathBuf], period: Period) -> Option<Vec<PathBuf>> {
    let [folder] = paths else {
        return None;
    };
    let above = match folder.parent() {
        Some(above) if !above.as_os_str().is_empty() && folder.file_name().is_some() => {
            above.to_owned()
        }
        _ => folder.canonicalize().ok()?.parent()?.to_owned(),
    };
    // A file, or a folder that is named otherwise, has no months beside it.
    let own = |path: &Path| path.is_dir() && input::folder_period(path) == Some(period);
    let months = own(folder).then(|| folder::month_folders(&above).ok())??;
    let earlier = months.into_iter().filter(|month| {
        let before = input::folder_period(month).is_some_and(|month| month < period);
        before && folder::has_tables(month)
    });
    Some(earlier.collect())
}
