//! Clean copies of what was read: UTF-8, one delimiter, canonical columns and words, so
//! that the next program reads what this one read.

use std::borrow::Cow;

use rayon::prelude::*;

use super::context::Keep;
use super::file::FileReader;
use super::options::Options;
use super::piece::PieceRead;
use super::roster::Roster;
use super::source::Source;
use crate::formula::guarded;
use crate::law::Library;
use crate::visible::no_character;

/// A clean copy of one file, or of one sheet of a workbook.
#[derive(Clone, Debug)]
pub struct CleanCopy {
    /// The place of its file among the sources.
    pub source: usize,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What it holds.
    pub text: String,
}

/// Copies files in which nothing is wrong; `wanted` says which. What they score is what
/// the originals score.
pub fn clean_copies(
    sources: &[Source],
    roster: &Roster,
    library: &Library,
    options: Options,
    wanted: &(dyn Fn(&Source) -> bool + Sync),
) -> Vec<CleanCopy> {
    let reader = FileReader::new(sources, roster, library, options);
    let copy_one = |(number, source): (usize, &Source)| {
        // The convention of its numbers is known once the file was read.
        let settled = reader.read(source, Keep::Nothing, &mut Vec::new()).seen.settled();
        let read = reader.read(source, Keep::Copies(settled), &mut Vec::new());
        let pieces = read.pieces.chunk_by(|one, other| one.sheet == other.sheet);
        let copies = pieces.map(|pieces| {
            let sheet = pieces[0].sheet.as_ref().map(ToString::to_string);
            let rows = pieces.iter().flat_map(PieceRead::copied);
            CleanCopy { source: number, sheet, text: written(rows) }
        });
        copies.filter(|copy| !copy.text.is_empty()).collect::<Vec<_>>()
    };
    let files = sources.par_iter().enumerate().filter(|(_, source)| wanted(source));
    files.map(copy_one).collect::<Vec<_>>().concat()
}

/// The rows as CSV; the header stands first among them.
fn written<'r>(rows: impl Iterator<Item = &'r Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Memory takes everything.
        let _ =
            writer.write_record(row.iter().map(|cell| guarded(&known_letters(cell)).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell without what is no character: shown as a sign for one that was lost, it would
/// make the copy one in which letters were lost.
fn known_letters(cell: &str) -> Cow<'_, str> {
    if cell.contains(no_character) {
        Cow::Owned(cell.replace(no_character, ""))
    } else {
        Cow::Borrowed(cell)
    }
}
