//! Files as they are opened, decoded and laid out, whoever reads them: a text in whatever
//! encoding, or a workbook; the rows above its header, the header, the rows below it.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use super::across;
use super::book::{self, Book, Refused};
use super::context::Context;
use super::encoding::{self, BadEncoding};
use super::header_rows::Heads;
use super::header_search::{self, HeaderSearch};
use super::id_column::IdColumns;
use super::layout::{self, Layout};
use super::old_font::{self, Names};
use super::repair::{self, RepairKind, Repairs};
use super::source::{Content, Piece, Source};
use super::table::{self, Line, Row};

/// Why nothing of a file can be used.
pub(super) enum Unusable {
    Unreadable(io::Error),
    Encoding(BadEncoding),
    /// It is a workbook, which is read otherwise.
    Book,
    Refused(Refused),
}

/// Opens a file for what it is, with `with` for what reads it. `text` is given a text, and
/// given it again as UTF-8 where it is in another encoding, with that; `book` is given a
/// workbook. `names`: those of the roster.
pub(super) fn open<S: ?Sized, T>(
    source: &Source,
    names: Names,
    with: &mut S,
    text: impl Fn(&mut S, &Source, Option<RepairKind>) -> Result<T, Unusable>,
    book: impl FnOnce(&mut S, Book) -> Result<T, Unusable>,
) -> Result<T, Unusable> {
    match text(with, source, None) {
        Err(Unusable::Encoding(BadEncoding::Unknown)) => {
            let (source, kind) = transcoded(source, names)?;
            text(with, &source, Some(kind))
        }
        Err(Unusable::Book) => {
            let bytes = source.whole().map_err(Unusable::Unreadable)?;
            let opened = book::open(&bytes).map_err(Unusable::Refused)?;
            refuse_old_font(opened.texts(), names)?;
            book(with, opened)
        }
        read => read,
    }
}

/// A file that is not in UTF-8 as if it were, and what it is in.
fn transcoded(source: &Source, names: Names) -> Result<(Source, RepairKind), Unusable> {
    let bytes = source.whole().map_err(Unusable::Unreadable)?;
    if let Some(font) = old_font::find_in_bytes(&bytes, names) {
        return Err(Unusable::Encoding(BadEncoding::OldFont(font)));
    }
    let transcoded = encoding::transcode(&bytes);
    let unknown = || encoding::wrong_line(&bytes).map_or(BadEncoding::Unknown, BadEncoding::At);
    let refused = || {
        if book::is_named(&source.name) && encoding::is_binary(&bytes) {
            Unusable::Refused(Refused::Neither)
        } else {
            Unusable::Encoding(unknown())
        }
    };
    let (text, kind) = transcoded.ok_or_else(refused)?;
    let content = Content::Bytes(text.into_bytes());
    Ok((Source { content, ..Source::default() }, kind))
}

/// Refuses texts that are from before Unicode, or were read in a wrong code page.
fn refuse_old_font<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    names: Names,
) -> Result<(), Unusable> {
    let font = old_font::find(texts, names).map(BadEncoding::OldFont);
    font.map_or(Ok(()), |font| Err(Unusable::Encoding(font)))
}

/// The text of a piece, with what was set right in it. `names`: those of the roster.
pub(super) fn decode<'p>(
    piece: &'p Piece,
    repairs: &mut Repairs,
    names: Names,
) -> Result<Cow<'p, str>, Unusable> {
    if piece.number == 0 && book::is_book(&piece.bytes) {
        return Err(Unusable::Book);
    }
    let text = encoding::decode(&piece.bytes).map_err(Unusable::Encoding)?;
    refuse_old_font([text], names)?;
    Ok(repair::tidy(text, repairs))
}

/// A row of a text by where it stands.
pub(super) enum TextRow<'r> {
    /// Above the header, which has its indicators in this column.
    Title(Row<'r>, Option<usize>),
    /// The header of this layout, or the first row of it.
    Header(Layout, Row<'r>),
    /// A further row of the header.
    LowerHeader(Row<'r>),
    Below(Row<'r>),
    /// A quote is opened on this line and never rightly closed.
    OpenQuote(u64),
}

/// Calls `each` for every row of a piece. Where the file is not laid out yet, the header is
/// looked for; `context` says in which column the ids stand where several may hold them.
/// Returns whether something in the piece looks like a table: its header, or a row of it.
pub(super) fn rows(
    text: &str,
    piece: &Piece,
    layout: &mut Option<Layout>,
    context: Option<&Context>,
    mut each: impl FnMut(TextRow),
) -> bool {
    let delimiter = piece.delimiter;
    let mut title: Option<Title> = None;
    // The rows of the header below its first.
    let mut lower = 0;
    table::rows(text, piece.line, delimiter, |line| {
        let row = match line {
            Line::OpenQuote(line) => return each(TextRow::OpenQuote(line)),
            Line::Row(row) if lower > 0 => {
                lower -= 1;
                return each(TextRow::LowerHeader(row));
            }
            Line::Row(row) if layout.is_some() => return each(TextRow::Below(row)),
            Line::Row(row) => row,
        };
        let title = title.get_or_insert_with(|| Title::from_text(text, piece, &row));
        if title.above > 0 {
            title.above -= 1;
            title.lines.push(layout::title_line(&row));
            return each(TextRow::Title(row, title.search.indicators));
        }
        let heads = &title.search.heads;
        let mut found = across::lay_out(heads, row.line, context);
        found.delimiter = delimiter;
        found.titles = title.lines.as_slice().into();
        lower = found.height - 1;
        if let Some(columns) =
            context.and_then(|context| IdColumns::from_header(&found.header, context))
        {
            choose_ids(&mut found, columns, text, piece);
        }
        *layout = Some(found.clone());
        each(TextRow::Header(found, row));
    });
    title.is_none_or(|title| title.is_of_table)
}

/// The first piece of a text shows in which column the ids stand.
fn choose_ids(layout: &mut Layout, mut columns: IdColumns, text: &str, piece: &Piece) {
    let header = Arc::clone(&layout.header);
    let last = layout.line + layout.height as u64 - 1;
    table::rows(text, piece.line, piece.delimiter, |row| match row {
        Line::Row(below) if below.line > last => columns.see(&header, &below),
        _ => {}
    });
    columns.choose(layout);
}

/// The rows above the header.
struct Title {
    /// How many are still to come.
    above: usize,
    lines: Vec<String>,
    /// Whether something in the text looks like a table.
    is_of_table: bool,
    search: HeaderSearch,
}

impl Title {
    /// `first`: the first row of the text.
    fn from_text(text: &str, piece: &Piece, first: &Row) -> Title {
        let mut search = header_search::search(text, piece.line, piece.delimiter);
        if search.heads.height() == 0 {
            search.heads = Heads::of_row(first);
        }
        let is_of_table = search.is_found() || search.has_rows;
        Title { above: search.above, lines: Vec::new(), is_of_table, search }
    }
}
