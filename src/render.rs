//! Pages and results to bytes. No rule of the law is known here.

pub mod archive;
pub mod csv;
pub mod docx;
mod file_name;
pub mod html;
pub mod json;
pub mod markdown;
pub mod output;
mod own;
pub mod problems;
pub mod shell;
pub mod template;
pub mod terminal;
mod workbook;
pub mod xlsx;

pub use crate::visible::{for_terminal, shown, visible, visible_lines};
pub use file_name::{BadName, bad_name, is_device};
pub(crate) use file_name::{is_forbidden, safe_name};
pub use own::{is_report, is_report_in_words};

use rayon::prelude::*;

use crate::intake::Submission;
use crate::report::Scoring;
use crate::score::Tally;

/// So many communes are made ready before they are written: all of the country's would
/// be too many to hold.
const AT_ONCE: usize = 256;
/// So many by one thread at a time.
const CHUNK: usize = 32;

/// Calls `write` with what `make` makes of the results, some at a time, in order. They
/// are made on every thread.
fn in_order<M: Send, E>(
    scoring: &Scoring,
    make: impl Fn(&[Submission], &[Tally]) -> M + Sync,
    mut write: impl FnMut(M) -> Result<(), E>,
) -> Result<(), E> {
    let groups = scoring.submissions.chunks(AT_ONCE).zip(scoring.tallies.chunks(AT_ONCE));
    for (submissions, tallies) in groups {
        let chunks = submissions.par_chunks(CHUNK).zip(tallies.par_chunks(CHUNK));
        let made: Vec<M> =
            chunks.map(|(submissions, tallies)| make(submissions, tallies)).collect();
        made.into_iter().try_for_each(&mut write)?;
    }
    Ok(())
}
