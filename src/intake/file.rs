//! Files read against a roster and the law: each piece's rows are handed on one by one.

use rayon::prelude::*;

use super::book::{self, Refused};
use super::context::{Context, Keep};
use super::layout::Layout;
use super::opened::{self, TextRow, Unusable};
use super::options::Options;
use super::periods::Due;
use super::piece::FileRead;
use super::readers::Readers;
use super::repair::Repairs;
use super::roster::Roster;
use super::settle::settle;
use super::shape::{Flaws, TableShape};
use super::sheets;
use super::sink::Sink;
use super::source::{Piece, Source};
use super::standards::Standards;
use crate::law::Library;
use crate::problem::{Code, Location, Problem};

/// Reads files, all of them against the same.
pub(super) struct FileReader<'a> {
    roster: &'a Roster,
    standards: Standards<'a>,
    options: Options<'a>,
    pub(super) due: Due,
}

impl<'a> FileReader<'a> {
    pub(super) fn new(
        sources: &[Source],
        roster: &'a Roster,
        library: &'a Library,
        options: Options<'a>,
    ) -> FileReader<'a> {
        let (standards, due) = (Standards::new(library), Due::from_sources(sources, options));
        FileReader { roster, standards, options, due }
    }

    /// Reads one file. `buffer` is room that the next file uses again.
    pub(super) fn read(&self, source: &Source, keep: Keep, buffer: &mut Vec<u8>) -> FileRead {
        let FileReader { roster, standards, options, due } = self;
        let (options, due, sheet, flaws) = (*options, due.in_file(source), None, Flaws::default());
        let context = Context { roster, standards, options, source, sheet, keep, due, flaws };
        let text = |buffer: &mut Vec<u8>, source: &Source, encoding| {
            let mut file = read_pieces(&context, source, buffer)?;
            Option::into_iter(encoding).for_each(|kind| file.repairs.note(kind, 1));
            Ok(file)
        };
        let book = |_: &mut _, book| sheets::read_book(&context, book);
        let read = opened::open(source, &|each| roster.each_name(each), buffer, text, book);
        read.unwrap_or_else(|why| failed(&source.name, &why))
    }
}

/// A file of which nothing can be used.
fn failed(name: &str, why: &Unusable) -> FileRead {
    let place = Location { file: name.to_owned(), ..Location::default() };
    let problem = match why {
        Unusable::Unreadable(why) => {
            return FileRead::failed(false, Problem::unreadable(name, why));
        }
        Unusable::Book | Unusable::Refused(_) => {
            let (message, hint) = match why {
                Unusable::Refused(why) => why.message_and_hint(),
                _ => Refused::Broken.message_and_hint(),
            };
            Problem::error(Code::UnreadableFile, place, message, hint)
        }
        Unusable::Encoding(why) => {
            let (message, hint) = why.message_and_hint();
            let place = Location { line: why.line(), ..place };
            Problem::error(Code::BadEncoding, place, message, hint)
        }
    };
    FileRead::failed(true, problem)
}

/// `source`: where the bytes come from; the rest is told by the context's. Where all rows
/// together show that the form of the table is wrong, they are read again.
fn read_pieces(
    context: &Context,
    source: &Source,
    buffer: &mut Vec<u8>,
) -> Result<FileRead, Unusable> {
    let (read, layout) = read_all(context, source, buffer)?;
    let shape = read.iter().fold(TableShape::default(), |shape, piece| shape.or(piece.shape));
    let flaws = layout.and_then(|layout| shape.flaws(&layout.header, layout.delimiter));
    let Some(flaws) = flaws else {
        return Ok(settle(context, read));
    };
    let options = Options { watch: None, ..context.options };
    let context = Context { flaws, options, ..*context };
    let (read, _) = read_all(&context, source, buffer)?;
    Ok(settle(&context, read))
}

/// What the pieces of a file give, in order, and how it is laid out.
fn read_all(
    context: &Context,
    source: &Source,
    buffer: &mut Vec<u8>,
) -> Result<(Vec<Sink>, Option<Layout>), Unusable> {
    let pieces = source.pieces(std::mem::take(buffer));
    let mut pieces = pieces.map_err(Unusable::Unreadable)?;
    let mut next = || {
        let piece = pieces.next();
        if let (Some(watch), Ok(Some(piece))) = (context.options.watch, &piece) {
            watch(piece.bytes.len());
        }
        piece.map_err(Unusable::Unreadable).transpose()
    };
    let mut layout = None;
    // Most files are one piece.
    let mut all = Vec::with_capacity(1);
    // Up to the header one by one, the others on every thread.
    while layout.is_none() {
        let Some(piece) = next() else {
            break;
        };
        let piece = piece?;
        all.extend(read_piece(context, &piece, &mut layout)?);
        *buffer = piece.bytes;
    }
    if let Some(second) = layout.is_some().then(&mut next).flatten() {
        let rest = std::iter::once(second).chain(std::iter::from_fn(next));
        let read = |piece: Result<Piece, Unusable>| {
            // A file that cannot be read on ends there.
            let number = piece.as_ref().map_or(usize::MAX, |piece| piece.number);
            let mut layout = layout.clone();
            (number, piece.and_then(|piece| read_piece(context, &piece, &mut layout)))
        };
        let mut read: Vec<(usize, Result<Vec<Sink>, Unusable>)> =
            rest.par_bridge().map(read).collect();
        read.sort_by_key(|(number, _)| *number);
        for (_, piece) in read {
            all.extend(piece?);
        }
    }
    // What was read by one header follows each other.
    all.sort_by_key(|sink| sink.piece.group);
    Ok((all, layout))
}

/// Reads the rows of a piece; of the first one, those above the header are its title.
fn read_piece(
    context: &Context,
    piece: &Piece,
    layout: &mut Option<Layout>,
) -> Result<Vec<Sink>, Unusable> {
    let mut repairs = Repairs::default();
    let text = &*opened::decode(piece, &mut repairs, &|each| context.roster.each_name(each))?;
    let mut readers = Readers::new(context, layout.as_ref(), piece.line);
    readers.first().sink.piece.repairs = repairs;
    let may_have_lost_letters = text.contains('?');
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    readers.each(|reader| {
        reader.data_rows.may_have_lost_letters = may_have_lost_letters;
        reader.sink.piece.batch.reserve(lines + 1);
    });
    // A line too long to be a row is no table.
    let no_table = piece.overlong && layout.is_none();
    if piece.overlong {
        readers.each(|reader| reader.overlong(piece.line));
    }
    let mut is_below = layout.is_some();
    let is_of_table = opened::rows(text, piece, layout, Some(context), |row| match row {
        TextRow::Title(row, indicators) => {
            readers.first().read_title(&row, indicators, Some(piece.delimiter));
        }
        TextRow::Header(layout, row) => {
            is_below = true;
            readers.read_header(&layout, &row);
        }
        TextRow::LowerHeader(row) => readers.first().look_for_lost_letters(&row),
        TextRow::Below(row) => readers.read_row(&row),
        TextRow::OpenQuote(line) => readers.each(|reader| reader.open_quote(line, is_below)),
    });
    if (no_table || !is_of_table) && book::is_named(&context.source.name) {
        return Err(Unusable::Refused(Refused::Neither));
    }
    readers.end()
}
