//! One file: decoded, its header read, its rows handed on one by one.

use std::borrow::{Borrow, Cow};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::Hash;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::book::{self, CellKind, Sheet};
use super::encoding::{self, BadEncoding};
use super::gather::{FileRead, Found, PieceRead};
use super::header::{self, Column, Header, Search};
use super::repair::{self, RepairKind, Repairs};
use super::roster::Roster;
use super::row::{Reader, Seen, Waiting};
use super::source::Piece;
use super::standards::Standards;
use super::table::{self, Line, Row};
use super::{Content, Convention, Finding, Options, Source};
use crate::fold;
use crate::period::Period;
use crate::problem::{Code, Place, Problem};
use crate::text;

/// What a file is read against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) roster: &'a Roster,
    pub(super) standards: &'a Standards<'a>,
    pub(super) layouts: &'a Layouts,
    pub(super) options: Options<'a>,
    pub(super) source: &'a Source,
    /// The sheet of a workbook that is being read.
    pub(super) sheet: Option<&'a str>,
    /// Whether rows are copied, and the convention that settles their numbers.
    pub(super) copy: Option<Option<Convention>>,
    /// The period its rows must be of.
    pub(super) expected: Option<Period>,
}

impl<'a> Context<'a> {
    /// The names that say what the rows are of, where they do not: the nearer first.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.sheet.into_iter().chain(std::iter::once(self.source.stem()))
    }
}

/// How a file is laid out.
#[derive(Clone)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    pub(super) header: Arc<Header>,
    /// The line of the header.
    pub(super) line: u64,
}

/// The headers met so far: the files of an office bear the same, which is read once.
#[derive(Default)]
pub(super) struct Layouts {
    delimiters: Known<Vec<u8>, u8>,
    headers: Known<(u8, String), Arc<Header>>,
}

impl Layouts {
    /// The delimiter of a file that begins with these bytes.
    fn delimiter(&self, bytes: &[u8]) -> u8 {
        let line = table::first_line(bytes);
        if let Some(known) = self.delimiters.get(line) {
            return known;
        }
        let delimiter = table::delimiter(bytes, header::is_known);
        // Below a title, other lines tell.
        if table::is_header(line, header::is_known) {
            self.delimiters.put(line.to_owned(), delimiter);
        }
        delimiter
    }

    fn header(&self, row: &Row, delimiter: u8) -> Arc<Header> {
        let read = || Arc::new(Header::read(row));
        match row.as_written() {
            Some(written) => {
                let key = (delimiter, written.to_owned());
                self.headers.get(&key).unwrap_or_else(|| {
                    let header = read();
                    self.headers.put(key, Arc::clone(&header));
                    header
                })
            }
            None => read(),
        }
    }
}

/// What was found out before.
struct Known<K, V>(Mutex<HashMap<K, V>>);

impl<K, V> Default for Known<K, V> {
    fn default() -> Known<K, V> {
        Known(Mutex::default())
    }
}

impl<K: Hash + Eq, V: Clone> Known<K, V> {
    /// Many different ones are a sign that few come again.
    const MOST: usize = 100;

    fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: K, value: V) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < Known::<K, V>::MOST {
            known.insert(key, value);
        }
    }
}

/// Why nothing of a file can be used.
enum Unusable {
    Unreadable(io::Error),
    Encoding(BadEncoding),
    /// It is a workbook, which is read otherwise.
    Book,
    Refused(book::Refused),
}

/// What a piece of a file gives before the convention of its numbers is known.
pub(super) struct Part {
    pub(super) read: PieceRead,
    pub(super) seen: Seen,
    pub(super) waiting: Vec<Waiting>,
}

/// The period that most rows name, for files whose folder gives none.
pub(super) fn common_period(
    sources: &[Source],
    layouts: &Layouts,
    options: Options,
) -> Option<Period> {
    if options.period.is_some() {
        return None;
    }
    let mut counts: BTreeMap<Period, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    let mut order = 0;
    let mut count = |header: &Header, row: &Row| {
        if let Some(period) = Period::parse(header.cell(row, Column::Period)) {
            order += 1;
            let first = std::cmp::Reverse(order);
            counts.entry(period).or_insert((0, first)).0 += 1;
        }
    };
    let without = sources.iter().filter(|s| s.folder_period.is_none());
    let mut left: VecDeque<Cow<Source>> = without.map(Cow::Borrowed).collect();
    while let Some(source) = left.pop_front() {
        // What cannot be read is told when its rows are.
        let Ok(mut pieces) = source.pieces(Vec::new()) else {
            continue;
        };
        let mut layout: Option<Layout> = None;
        while let Ok(Some(piece)) = pieces.next() {
            if piece.number == 0 && book::is_book(&piece.bytes) {
                periods_of_book(&source, &mut count);
                break;
            }
            let Ok(text) = encoding::decode(&piece.bytes) else {
                let other = transcoded(&source).ok();
                other.into_iter().for_each(|(source, _)| left.push_front(Cow::Owned(source)));
                break;
            };
            let delimiter = layout.as_ref().map(|layout| layout.delimiter);
            let delimiter = delimiter.unwrap_or_else(|| layouts.delimiter(&piece.bytes));
            table::rows(text, piece.line, delimiter, |line| {
                let Line::Row(row) = line else { return };
                let Some(Layout { header, .. }) = &layout else {
                    // Rows above the header are passed over.
                    let header = layouts.header(&row, delimiter);
                    let line = row.line;
                    layout = header.is_usable().then_some(Layout { delimiter, header, line });
                    return;
                };
                count(header, &row);
            });
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(period, _)| period)
}

/// Counts the periods that the rows of a workbook name.
fn periods_of_book(source: &Source, count: &mut impl FnMut(&Header, &Row)) {
    let Some(book) = source.whole().ok().and_then(|bytes| book::open(&bytes).ok()) else {
        return;
    };
    let mut line = book::Line::default();
    for mut sheet in book.sheets {
        let above = sheet.search().above;
        let Some(header) = sheet.rows.get(above).map(|row| Header::read(&line.row(row))) else {
            continue;
        };
        if let Some(column) = header.place(Column::Period) {
            sheet.spread_merged(&[column]);
            sheet.days_as_months(column);
        }
        for row in sheet.rows.iter().skip(above + 1) {
            count(&header, &line.row(row));
        }
    }
}

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
        Err(Unusable::Book) => FileRead::default(),
        Err(Unusable::Refused(why)) => {
            let (message, hint) = match why {
                book::Refused::TooLarge => (text::book_too_large(), text::send_the_form_alone()),
                book::Refused::Broken => (text::book_broken(), text::save_book_again()),
                book::Refused::NotComputed => (text::not_computed(), text::compute_book()),
            };
            let place = Place { file: name.clone(), ..Place::default() };
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
                BadEncoding::Lost(cell) => text::letters_lost(cell),
            };
            let place = Place { file: name.clone(), ..Place::default() };
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

/// A file that is not in UTF-8 as if it were, and what it is in.
fn transcoded(source: &Source) -> Result<(Source, RepairKind), Unusable> {
    let bytes = source.whole().map_err(Unusable::Unreadable)?;
    let transcoded = encoding::transcode(&bytes);
    let (text, kind) = transcoded.ok_or(Unusable::Encoding(BadEncoding::Unknown))?;
    let content = Content::Bytes(text.into_bytes());
    Ok((Source { content, ..Source::default() }, kind))
}

/// `source`: where the bytes come from; the rest is told by the context's.
fn read_pieces(
    context: &Context,
    source: &Source,
    buffer: &mut Vec<u8>,
) -> Result<FileRead, Unusable> {
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
    Ok(settle(context, parts))
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
    let delimiter = layout.as_ref().map(|layout| layout.delimiter);
    let delimiter = delimiter.unwrap_or_else(|| context.layouts.delimiter(text.as_bytes()));
    let mut above: Option<usize> = None;
    let mut reader = Reader::new(context, layout.as_ref(), piece.line);
    reader.piece.repairs = repairs;
    reader.may_have_lost_letters = text.contains('?');
    reader.reserve(memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1);
    table::rows(text, piece.line, delimiter, |line| match line {
        Line::Row(row) if layout.is_none() => {
            let header = context.layouts.header(&row, delimiter);
            let title = |header: &Header| match header.is_usable() {
                true => 0,
                false => header::rows_above(text, delimiter),
            };
            let above = above.get_or_insert_with(|| title(&header));
            if *above > 0 {
                *above -= 1;
                reader.piece.repairs.note(RepairKind::TitleRows, 1);
                return;
            }
            let found = Layout { delimiter, header, line: row.line };
            reader.read_header(&found, &row);
            *layout = Some(found);
        }
        Line::Row(row) => reader.read_row(&row),
        Line::OpenQuote(line) => reader.open_quote(line, layout.is_some()),
    });
    reader.end().map_err(|cell| Unusable::Encoding(BadEncoding::Lost(cell)))
}

/// Sheets of the office's own form that hold no data.
const NO_DATA: [&str; 2] = ["hướng dẫn", "cơ quan"];

/// Reads the sheets of a workbook.
fn read_book(context: &Context) -> Result<FileRead, Unusable> {
    let bytes = context.source.whole().map_err(Unusable::Unreadable)?;
    let book = book::open(&bytes).map_err(Unusable::Refused)?;
    let mut repairs = Repairs::default();
    repairs.note(RepairKind::HiddenRows, book.hidden_rows);
    repairs.note(RepairKind::HiddenSheets, book.hidden_sheets);
    let own = |sheet: &Sheet| {
        fold::find(&sheet.name, NO_DATA.into_iter().map(|name| (name, ()))).is_some()
    };
    let sheets = book.sheets.into_iter().filter(|sheet| !own(sheet));
    let mut sheets: Vec<(Search, Sheet)> = sheets.map(|sheet| (sheet.search(), sheet)).collect();
    // Where no sheet has a header, the first one is told of.
    if sheets.iter().any(|(search, _)| search.found()) {
        let all = sheets.len();
        sheets.retain(|(search, _)| search.found());
        repairs.note(RepairKind::OtherSheets, all - sheets.len());
    } else {
        sheets.truncate(1);
    }
    let mut parts = Vec::new();
    for (search, sheet) in sheets {
        parts.push(read_sheet(context, sheet, search.above)?);
    }
    let mut file = settle(context, parts);
    file.repairs.add(&repairs);
    Ok(file)
}

/// Reads the rows of a sheet below so many rows of title.
fn read_sheet(context: &Context, mut sheet: Sheet, above: usize) -> Result<Part, Unusable> {
    let name = sheet.name.clone();
    let context = Context { sheet: Some(&name), ..*context };
    let mut reader = Reader::new(&context, None, 1);
    reader.piece.repairs.note(RepairKind::TitleRows, above);
    let mut line = book::Line::default();
    if let Some(row) = sheet.rows.get(above) {
        let row = line.row(row);
        let header = Arc::new(Header::read(&row));
        let layout = Layout { delimiter: b',', header, line: row.line };
        reader.read_header(&layout, &row);
        let merged = sheet.spread_merged(&layout.header.spreadable());
        reader.piece.repairs.note(RepairKind::MergedCells, merged);
        let values = [Column::Value, Column::Numerator, Column::Denominator];
        for column in values {
            let place = layout.header.place(column);
            for (line, _) in sheet.merged_in(place.as_slice()) {
                reader.merged_value(line, column);
            }
        }
        if let Some(column) = layout.header.place(Column::Period) {
            sheet.days_as_months(column);
        }
    }
    reader.reserve(sheet.rows.len());
    for row in sheet.rows.iter().skip(above + 1) {
        let row = line.row(row);
        let percent = (0..row.len()).filter(|place| row.kind(*place) == CellKind::Percent);
        reader.piece.repairs.note(RepairKind::PercentCells, percent.count());
        if !row.is_blank() {
            reader.read_row(&row);
        }
    }
    reader.end().map_err(|cell| Unusable::Encoding(BadEncoding::Lost(cell)))
}

/// The convention of the file settles the numbers that can be read in two ways.
fn settle(context: &Context, parts: Vec<Part>) -> FileRead {
    let seen = parts.iter().fold(Seen::default(), |seen, part| seen.or(part.seen));
    let settle = |part: Part| {
        let sheet = part.read.sheet.clone();
        let context = Context { sheet: sheet.as_deref(), ..*context };
        Reader::new(&context, None, part.read.line).settle(part, seen)
    };
    let mut pieces: Vec<PieceRead> = Vec::with_capacity(parts.len());
    pieces.extend(parts.into_iter().map(settle));
    for sheet in pieces.chunk_by_mut(|one, other| one.sheet == other.sheet) {
        // Below another header nothing is read, on whatever thread it was.
        let off = sheet.iter().position(|piece| piece.broken_off);
        sheet.iter_mut().skip(off.map_or(usize::MAX, |off| off + 1)).for_each(|piece| {
            let (header, name) = (Arc::clone(&piece.header), piece.sheet.clone());
            *piece = PieceRead { header, sheet: name, ..PieceRead::default() };
        });
    }
    let mut repairs = Repairs::default();
    for sheet in pieces.chunk_by_mut(|one, other| one.sheet == other.sheet) {
        settle_tails(sheet, &mut repairs);
    }
    pieces.iter().for_each(|piece| repairs.add(&piece.repairs));
    if pieces.iter().all(|piece| piece.rows == 0) {
        let file = context.source.name.clone();
        let place = Place { file, ..Place::default() };
        let (message, hint) = (text::no_rows(), text::fill_file());
        let finding = Finding::of_file(Problem::error(Code::EmptyFile, place, message, hint));
        let found = vec![Found { finding, slot: None, once: false }];
        pieces.push(PieceRead { found, ..PieceRead::default() });
    }
    if context.options.review {
        pieces.extend(unproven(context, &pieces));
    }
    FileRead { opened: true, pieces, repairs, seen }
}

/// Values without evidence, told once a file.
fn unproven(context: &Context, pieces: &[PieceRead]) -> Option<PieceRead> {
    let count: usize = pieces.iter().map(|piece| piece.batch.without_evidence()).sum();
    let file = context.source.name.clone();
    let place = Place { file, column: Some(Column::Evidence.as_str()), ..Place::default() };
    let (message, hint) = (text::missing_evidence(count), text::fill_evidence());
    let problem = Problem::error(Code::MissingEvidence, place, message, hint).as_warning();
    let found = vec![Found { finding: Finding::of_file(problem), slot: None, once: false }];
    (count > 0).then(|| PieceRead { found, ..PieceRead::default() })
}

/// Rows of text are a signature at the end of the file only; where rows of data follow,
/// they are rows like others.
fn settle_tails(pieces: &mut [PieceRead], repairs: &mut Repairs) {
    let mut below = false;
    for piece in pieces.iter_mut().rev() {
        let tail = piece.take_tail();
        let data = piece.rows > tail.rows;
        if below {
            piece.found.extend(tail.found);
        } else {
            piece.rows -= tail.rows;
            repairs.note(RepairKind::Signature, tail.rows);
        }
        below |= data;
    }
}
