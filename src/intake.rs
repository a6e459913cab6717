//! Files to observations: every cell is read into a value of its indicator, or
//! told as a problem with its place.
//!
//! ```text
//! file (encoding, table, header) → row (who, when, what) → value (how much) → gather
//! ```

mod across;
mod agencies;
mod agencies_file;
mod applicable;
pub mod archive;
mod around;
mod batch;
mod book;
mod cell;
mod claim;
mod claimed;
mod claims;
mod column;
mod commune_name;
mod context;
mod copy;
mod copy_row;
mod data_rows;
mod documents;
mod encoding;
pub mod evidence;
mod file;
mod finding;
mod flaw;
mod fraction;
mod fractions;
mod gather;
mod head;
mod head_across;
mod header;
mod header_cells;
mod header_marks;
mod header_names;
mod header_of_one;
mod header_row;
mod header_rows;
mod header_search;
mod header_time;
mod heading;
mod headless;
mod id_column;
mod identity;
mod indicator;
mod indicator_cell;
mod key;
mod layout;
mod lent;
mod list;
mod measure;
mod measured;
mod months;
mod name_words;
mod names;
mod near_names;
mod nearly;
mod number;
mod observation;
mod of_one;
mod office;
mod old_font;
mod opened;
mod options;
mod otherwise;
mod outcome;
mod parts;
mod periods;
mod piece;
pub(crate) mod plausible;
mod quantity;
mod quote;
mod quote_row;
mod quoted;
mod readers;
mod reconcile;
mod repair;
mod roster;
mod roster_columns;
mod roster_file;
mod rosters;
mod row;
mod second_table;
mod separator;
mod settle;
mod shape;
mod shared;
mod sheet_table;
mod sheets;
mod sink;
mod source;
mod split;
mod spoken_level;
mod standards;
mod submission;
mod swallowed;
mod table;
mod table_row;
mod titled;
mod unclear;
mod unit_column;
mod unread;
mod value;
mod voice;
mod whole;
mod word;

pub use agencies::{Agencies, Agency, Assignment, Funding, Subject, guidance_word, nobody_leads};
pub(crate) use claim::{Claim, Claimed};
pub use copy::{CleanCopy, clean_copies};
pub use finding::Finding;
pub use indicator::parse_indicator;
pub use months::Months;
pub use number::{Convention, HowRead};
pub use observation::{Observation, Ratio};
pub use office::{Office, Offices};
pub use options::Options;
pub use outcome::Intake;
pub use quote::quote;
pub use quoted::{Quote, QuotedCell};
pub use repair::{Repair, RepairKind};
pub use roster::{Commune, Roster, Unknown};
pub use rosters::RosterFile;
pub use source::{Content, Opener, Source};
pub use submission::{InheritedIndicator, RowRef, RowStatus, Speaks, Submission};
pub use voice::Voice;

use std::collections::BTreeSet;

use rayon::prelude::*;

use self::book::Book;
use self::context::Keep;
use self::file::FileReader;
use self::piece::FileRead;
use crate::law::Library;
use crate::period::Period;

/// Whether a text, workbook or document, by its bytes, holds a table of indicators; be it one
/// that nobody can read.
pub fn holds_table(bytes: &[u8]) -> bool {
    let of_document = |document: Book| {
        document.sheets.iter().any(|sheet| sheet.is_fitting() || sheet.is_illegible())
    };
    book::open(bytes).map_or_else(|_| is_table_of_text(bytes), of_document)
}

/// Whether a text begins as a table of indicators does.
fn is_table_of_text(bytes: &[u8]) -> bool {
    /// A header does not stand further below.
    const BEGINNING: usize = 1 << 16;
    let end = bytes.iter().take(BEGINNING).rposition(|byte| *byte == b'\n');
    let beginning = &bytes[..end.filter(|_| bytes.len() > BEGINNING).unwrap_or(bytes.len())];
    let text = encoding::decode(beginning).map(str::to_owned).ok();
    let text = text.or_else(|| encoding::transcode(beginning).map(|(text, _)| text));
    text.is_some_and(|text| {
        header_search::search(&text, 1, separator::of_file(text.as_bytes())).is_whole()
    })
}

/// Reads files against a roster and the law.
pub fn read_files(
    sources: &[Source],
    roster: &Roster,
    library: &Library,
    options: Options,
) -> Intake {
    let reader = FileReader::new(sources, roster, library, options);
    let read_one = |buffer: &mut Vec<u8>, source| reader.read(source, Keep::Nothing, buffer);
    let files: Vec<FileRead> = sources.par_iter().map_init(Vec::new, read_one).collect();
    let read = gather::finish(files, sources, options.review);
    let expected = sources.iter().filter_map(|source| reader.due.expected(source));
    let said = read.submissions.iter().map(|submission| submission.period);
    let periods: BTreeSet<Period> = expected.chain(said).collect();
    Intake { periods: periods.into_iter().collect(), ..read }
}
