//! One file: decoded, its header read, its rows handed on one by one.

use std::sync::Arc;

use rayon::prelude::*;

use super::book::{self, Refused};
use super::context::Context;
use super::encoding::{self, BadEncoding};
use super::header::{self, Header};
use super::id_column::IdColumns;
use super::layout::Layout;
use super::piece::FileRead;
use super::reader::{Part, Reader};
use super::repair::{self, Repairs};
use super::settle::settle;
use super::shape::Shape;
use super::sheets::read_book;
use super::source::Piece;
use super::table::{self, Line, Row};
use super::unusable::{Unusable, transcoded};
use super::{Finding, Options, Source};
use crate::problem::{Code, Location, Problem};
use crate::text;

/// Reads one file. `buffer` is room that the next file uses again.
pub(super) fn read_file(context: &Context, buffer: &mut Vec<u8>) -> FileRead {
    let name = &context.source.name;
    let read = match read_pieces(context, context.source, buffer) {
        Err(Unusable::Encoding(BadEncoding::Unknown)) => read_transcoded(context, buffer),
        Err(Unusable::Book) => read_book(context),
        read => read,
    };
    match read {
        Ok(file) => file,
        Err(book @ (Unusable::Book | Unusable::Refused(_))) => {
            let (message, hint) = match book {
                Unusable::Refused(why) => why.tell(),
                _ => Refused::Broken.tell(),
            };
            let place = Location { file: name.clone(), ..Location::default() };
            let problem = Problem::error(Code::UnreadableFile, place, message, hint);
            FileRead::failed(true, Finding::of_file(problem))
        }
        Err(Unusable::Unreadable(why)) => {
            let finding = Finding::of_file(Problem::unreadable(name, &why));
            FileRead::failed(false, finding)
        }
        Err(Unusable::Encoding(why)) => {
            let message = match why {
                BadEncoding::Unknown => text::not_utf8(),
                BadEncoding::At(line) => text::not_utf8_at(line),
                BadEncoding::Lost(ref cell) => text::letters_lost(cell),
            };
            let line = if let BadEncoding::At(line) = why { Some(line) } else { None };
            let place = Location { file: name.clone(), line, ..Location::default() };
            let hint = text::save_as_utf8();
            let problem = Problem::error(Code::BadEncoding, place, message, hint);
            FileRead::failed(true, Finding::of_file(problem))
        }
    }
}

/// Reads a file that is not in UTF-8.
fn read_transcoded(context: &Context, buffer: &mut Vec<u8>) -> Result<FileRead, Unusable> {
    let (source, kind) = transcoded(context.source)?;
    let mut file = read_pieces(context, &source, buffer)?;
    file.repairs.note(kind, 1);
    Ok(file)
}

/// `source`: where the bytes come from; the rest is told by the context's. Where all rows
/// together show that the form of the table is wrong, they are read again.
fn read_pieces(
    context: &Context,
    source: &Source,
    buffer: &mut Vec<u8>,
) -> Result<FileRead, Unusable> {
    let (parts, layout) = read_parts(context, source, buffer)?;
    let shape = parts.iter().fold(Shape::default(), |shape, part| shape.or(part.shape));
    let flaws = layout.and_then(|layout| shape.flaws(&layout.header, layout.delimiter));
    let Some(flaws) = flaws else {
        return Ok(settle(context, parts));
    };
    let options = Options { watch: None, ..context.options };
    let context = Context { flaws, options, ..*context };
    let (parts, _) = read_parts(&context, source, buffer)?;
    Ok(settle(&context, parts))
}

/// The parts of a file in order, and how it is laid out.
fn read_parts(
    context: &Context,
    source: &Source,
    buffer: &mut Vec<u8>,
) -> Result<(Vec<Part>, Option<Layout>), Unusable> {
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
    let mut parts = Vec::with_capacity(1);
    // Up to the header one by one, the others on every thread.
    while layout.is_none() {
        let Some(piece) = next() else {
            break;
        };
        let piece = piece?;
        if piece.number == 0 && book::is_book(&piece.bytes) {
            return Err(Unusable::Book);
        }
        parts.push(read_piece(context, &piece, &mut layout)?);
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
        let mut read: Vec<(usize, Result<Part, Unusable>)> = rest.par_bridge().map(read).collect();
        read.sort_by_key(|(number, _)| *number);
        for (_, part) in read {
            parts.push(part?);
        }
    }
    Ok((parts, layout))
}

/// Reads the rows of a piece; of the first one, those above the header are its title.
fn read_piece(
    context: &Context,
    piece: &Piece,
    layout: &mut Option<Layout>,
) -> Result<Part, Unusable> {
    let mut repairs = Repairs::default();
    let text = encoding::decode(&piece.bytes).map_err(Unusable::Encoding)?;
    let text = &*repair::tidy(text, &mut repairs);
    let delimiter = piece.delimiter;
    let mut title: Option<Title> = None;
    let mut reader = Reader::new(context, layout.as_ref(), piece.line);
    reader.piece.repairs = repairs;
    reader.may_have_lost_letters = text.contains('?');
    reader.reserve(memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1);
    // A line too long to be a row is no table.
    let mut neither = piece.overlong && layout.is_none();
    if piece.overlong {
        reader.overlong(piece.line);
    }
    table::rows(text, piece.line, delimiter, |line| match line {
        Line::Row(row) if layout.is_none() => {
            let title = title.get_or_insert_with(|| {
                let title = Title::of(text, &row, delimiter);
                neither |= !title.of_table;
                title
            });
            if title.above > 0 {
                title.above -= 1;
                reader.read_title(&row, title.indicators, delimiter);
                return;
            }
            let header = with_ids(context, text, piece, &row);
            let found = Layout { delimiter, header: Arc::new(header), line: row.line };
            reader.read_header(&found, &row);
            *layout = Some(found);
        }
        Line::Row(row) => reader.read_row(&row),
        Line::OpenQuote(line) => reader.open_quote(line, layout.is_some()),
    });
    if neither && book::is_named(&context.source.name) {
        return Err(Unusable::Refused(Refused::Neither));
    }
    reader.end().map_err(|cell| Unusable::Encoding(BadEncoding::Lost(cell)))
}

/// The header of a text. Its first piece shows in which column the ids stand.
fn with_ids(context: &Context, text: &str, piece: &Piece, row: &Row) -> Header {
    let mut header = Header::read(row);
    let Some(mut columns) = IdColumns::of(&header, context) else {
        return header;
    };
    table::rows(text, piece.line, piece.delimiter, |line| match line {
        Line::Row(below) if below.line > row.line => columns.see(&header, &below),
        _ => {}
    });
    columns.choose(&mut header);
    header
}

/// The rows above the header.
struct Title {
    /// How many are still to come.
    above: usize,
    /// Where the header has its indicators.
    indicators: Option<usize>,
    /// Whether something in the text looks like a table: its header, or a row of it.
    of_table: bool,
}

impl Title {
    /// `first`: the first row of the text.
    fn of(text: &str, first: &Row, delimiter: u8) -> Title {
        match Header::read(first).is_complete() {
            true => Title { above: 0, indicators: None, of_table: true },
            false => {
                let search = header::search(text, delimiter);
                let of_table = search.found() || search.has_rows;
                Title { above: search.above, indicators: search.indicators, of_table }
            }
        }
    }
}
