//! `.docx`: the tables of a document, each as a sheet.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::cell::SheetCell;
use super::guard::MOST_BYTES;
use super::merged::MOST_MERGED;
use super::refused::Refused;
use super::rich::{Look, Runs};
use super::sheet::{Book, MOST_CELLS, MOST_COLUMNS, Merged, Rows, Sheet};
use crate::problem::SheetLocation;

type Xml<R> = quick_xml::Reader<R>;

/// So many lines above a table are its title, each of no more words than this: a sentence of
/// a report is none.
const TITLE_LINES: usize = 6;
const TITLE_WORDS: usize = 25;

/// So deep tables may stand in cells of others.
const DEEPEST: usize = 16;

/// The part with the text, unless the document says otherwise.
const MAIN: &str = "word/document.xml";

/// What is shown elsewhere or not at all: text that was deleted or moved away, the look that
/// others changed, drawings with their boxes of text, and what older programs are given
/// instead of them.
const NOT_SHOWN: [&str; 12] = [
    "del",
    "moveFrom",
    "rPrChange",
    "pPrChange",
    "tcPrChange",
    "trPrChange",
    "tblPrChange",
    "drawing",
    "pict",
    "object",
    "Fallback",
    "txbxContent",
];

pub(super) fn read(bytes: &[u8]) -> Result<Book, Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let name = main_part(&archive).ok_or(Refused::Broken)?;
    let part = archive.by_name(&name).map_err(|_| Refused::Broken)?;
    // One byte more than may come shows that there is too much.
    let mut part = part.take(MOST_BYTES + 1);
    let mut document = Document {
        reader: Xml::from_reader(BufReader::new(&mut part)),
        tables: Vec::new(),
        open: Vec::new(),
        body: Table::new(0),
        left: MOST_CELLS,
    };
    document.body.cell.open = true;
    let read = document.read();
    let tables = document.tables;
    if part.limit() == 0 {
        return Err(Refused::TooLarge);
    }
    read?;
    let of_document = true;
    Ok(Book { sheets: tables, of_document, ..Book::default() })
}

/// The name of the part with the text.
fn main_part<R: Read + std::io::Seek>(archive: &ZipArchive<R>) -> Option<String> {
    let names = archive.file_names().filter_map(Result::ok).map(Cow::into_owned);
    // Some programs number it.
    let is_main = |name: &String| name.starts_with("word/document") && name.ends_with(".xml");
    let mut names: Vec<String> = names.filter(is_main).collect();
    names.sort_by_key(|name| (name != MAIN, name.len()));
    names.into_iter().next()
}

struct Document<R> {
    reader: Xml<R>,
    tables: Vec<Sheet>,
    /// The tables that are being read, the innermost last.
    open: Vec<Table>,
    /// What stands between the tables, read as one cell.
    body: Table,
    /// How many cells may still come.
    left: usize,
}

impl<R: BufRead> Document<R> {
    fn read(&mut self) -> Result<(), Refused> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = self.reader.read_event_into(&mut buffer).map_err(|_| Refused::Broken)?;
            match event {
                Event::Eof if self.open.is_empty() => return Ok(()),
                Event::Eof => return Err(Refused::Broken),
                Event::Start(tag) if NOT_SHOWN.contains(&tag.local_name().as_ref()) => {
                    let tag = tag.into_owned();
                    self.start(&tag, true)?;
                    self.skip(&tag)?;
                }
                Event::Start(tag) => self.start(&tag, false)?,
                Event::Empty(tag) => self.start(&tag, true)?,
                Event::End(tag) => self.end(tag.local_name().as_ref())?,
                Event::Text(words) => self.add(&words.xml10_content()),
                Event::CData(words) => self.add(&words.xml10_content()),
                Event::GeneralRef(name) => {
                    let raw = format!("&{};", &*name);
                    let sign = quick_xml::escape::unescape(&raw).map_err(|_| Refused::Broken)?;
                    self.add(&sign);
                }
                _ => {}
            }
        }
    }

    /// Passes over what a tag encloses.
    fn skip(&mut self, tag: &BytesStart) -> Result<(), Refused> {
        let mut buffer = Vec::new();
        let read = self.reader.read_to_end_into(tag.name(), &mut buffer);
        read.map(drop).map_err(|_| Refused::Broken)
    }

    fn start(&mut self, tag: &BytesStart, closed: bool) -> Result<(), Refused> {
        if tag.local_name().as_ref() == "tbl" && !closed {
            if self.open.len() >= DEEPEST {
                return Err(Refused::TooLarge);
            }
            // In the order in which they begin, as people count them.
            let name = SheetLocation::table_name(self.tables.len() + 1);
            let titles = if self.open.is_empty() { self.take_title() } else { Vec::new() };
            let sheet = Sheet { name, titles, ..Sheet::default() };
            self.open.push(Table::new(self.tables.len()));
            self.tables.push(sheet);
            return Ok(());
        }
        self.open.last_mut().unwrap_or(&mut self.body).start(tag, closed)
    }

    /// The last lines since the table before.
    fn take_title(&mut self) -> Vec<String> {
        let above = Cell { open: true, ..Cell::default() };
        let above = std::mem::replace(&mut self.body.cell, above).shown().text;
        let is_title = |line: &&str| {
            let words = line.split_whitespace().count();
            (1..=TITLE_WORDS).contains(&words) && !line.ends_with(['.', ';'])
        };
        let mut lines: Vec<String> =
            above.lines().rev().filter(is_title).take(TITLE_LINES).map(str::to_owned).collect();
        lines.reverse();
        lines
    }

    fn end(&mut self, name: &str) -> Result<(), Refused> {
        let Some(table) = self.open.last_mut() else {
            self.body.end(name);
            return Ok(());
        };
        match name {
            "tbl" => self.tables[table.place].merged = table.all_merged(),
            "tc" => return table.end_cell(&mut self.tables[table.place], &mut self.left),
            _ => {
                table.end(name);
                return Ok(());
            }
        }
        self.open.pop();
        Ok(())
    }

    fn add(&mut self, words: &str) {
        let table = self.open.last_mut().unwrap_or(&mut self.body);
        if table.in_text && !table.placeholder {
            table.cell.add(words);
        }
    }
}

/// A merged cell: first and last row, first and last column, from 0.
type Block = ((u32, u32), (u32, u32));

/// A table that is being read.
struct Table {
    /// Its place among all.
    place: usize,
    /// How many rows have begun.
    rows: u32,
    /// Where the next cell begins.
    column: u32,
    /// Whether the row was deleted, and is shown as such.
    deleted: bool,
    cell: Cell,
    in_text: bool,
    /// Whether a field to be filled in shows what to fill in.
    placeholder: bool,
    /// Merged cells that may go on.
    open: Vec<Block>,
    merged: Vec<Merged>,
}

impl Table {
    fn new(place: usize) -> Table {
        let (cell, open, merged) = (Cell::default(), Vec::new(), Vec::new());
        let (rows, column) = (0, 0);
        let (deleted, in_text, placeholder) = (false, false, false);
        Table { place, rows, column, deleted, cell, in_text, placeholder, open, merged }
    }

    fn start(&mut self, tag: &BytesStart, closed: bool) -> Result<(), Refused> {
        let number = || value(tag, "val").and_then(|value| value.parse::<u32>().ok());
        match tag.local_name().as_ref() {
            "tr" => {
                self.rows = self.rows.saturating_add(1);
                (self.column, self.deleted) = (0, false);
            }
            "tc" => self.cell = Cell { open: !closed, ..Cell::default() },
            "gridBefore" => self.column = number().unwrap_or_default(),
            // Among the properties of a row.
            "del" if !self.cell.open => self.deleted = true,
            "showingPlcHdr" => self.placeholder = true,
            "gridSpan" => self.cell.columns = number().unwrap_or(1),
            "vMerge" => {
                let restart = value(tag, "val").is_some_and(|value| value == "restart");
                self.cell.merge = if restart { Merge::Begins } else { Merge::GoesOn };
            }
            "p" => self.cell.paragraph(),
            "t" => self.in_text = !closed,
            "tab" | "ptab" if self.cell.run.open => self.cell.add(" "),
            "br" | "cr" => self.cell.add("\n"),
            "noBreakHyphen" => self.cell.add("-"),
            "sym" => self.cell.symbol(tag),
            // The words of an equation stand above and beside each other.
            "oMath" => self.cell.runs.doubtful = true,
            "r" => self.cell.run = Run { open: !closed, ..Run::default() },
            _ => self.cell.run.look_at(tag),
        }
        if self.column.max(self.cell.columns) > MOST_COLUMNS {
            Err(Refused::TooLarge)
        } else {
            Ok(())
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "sdt" => self.placeholder = false,
            "r" => self.cell.run = Run::default(),
            "tr" => {
                // What this row did not go on with has ended.
                let row = self.rows.saturating_sub(1);
                let (gone, open) =
                    self.open.drain(..).partition::<Vec<_>, _>(|(rows, _)| rows.1 < row);
                self.open = open;
                self.close(gone);
            }
            _ => {}
        }
    }

    fn close(&mut self, gone: Vec<Block>) {
        let room = MOST_MERGED.saturating_sub(self.merged.len());
        let gone = gone.into_iter().filter_map(|(rows, columns)| Merged::new(rows, columns));
        self.merged.extend(gone.take(room));
    }

    fn end_cell(&mut self, sheet: &mut Sheet, left: &mut usize) -> Result<(), Refused> {
        let cell = std::mem::take(&mut self.cell);
        let row = self.rows.saturating_sub(1);
        let (first, last) = (self.column, self.column + cell.columns.max(1) - 1);
        self.column = last + 1;
        if self.deleted {
            return Ok(());
        }
        let above = |(rows, columns): &Block| columns.0 == first && rows.1.saturating_add(1) == row;
        let goes_on = self.open.iter().position(above).filter(|_| cell.merge == Merge::GoesOn);
        match goes_on {
            // Word shows nothing of what stands in it.
            Some(place) => {
                self.open[place].0.1 = row;
                return Ok(());
            }
            None => self.open.push(((row, row), (first, last))),
        }
        let mut rows = Rows { rows: std::mem::take(&mut sheet.rows), left };
        let put = rows.put(row, first, cell.shown());
        sheet.rows = rows.rows;
        put
    }

    fn all_merged(&mut self) -> Vec<Merged> {
        let gone = std::mem::take(&mut self.open);
        self.close(gone);
        std::mem::take(&mut self.merged)
    }
}

/// Whether a cell is merged with those above and below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Merge {
    #[default]
    Not,
    Begins,
    GoesOn,
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    /// Whether it has begun.
    open: bool,
    text: String,
    /// Whether a paragraph has begun.
    begun: bool,
    /// How many columns it goes over.
    columns: u32,
    merge: Merge,
    run: Run,
    runs: Runs,
}

/// Letters of one look.
#[derive(Default)]
struct Run {
    open: bool,
    look: Look,
    hidden: bool,
    /// Whether its font has signs in the places of letters.
    signs: bool,
}

impl Run {
    /// What a property says of its look.
    fn look_at(&mut self, tag: &BytesStart) {
        let on = || !matches!(value(tag, "val").as_deref(), Some("0" | "false" | "off"));
        match tag.local_name().as_ref() {
            "strike" | "dstrike" => self.look.struck |= on(),
            "vertAlign" => {
                self.look.raised = value(tag, "val").is_some_and(|value| value != "baseline");
            }
            "vanish" => self.hidden = on(),
            "rFonts" => {
                self.signs = value(tag, "ascii").is_some_and(|font| font.starts_with("Wingdings"));
            }
            _ => {}
        }
    }
}

impl Cell {
    fn paragraph(&mut self) {
        if std::mem::replace(&mut self.begun, true) {
            self.text.push('\n');
        }
        self.run = Run::default();
    }

    fn add(&mut self, words: &str) {
        if self.run.hidden || !self.open {
            return;
        }
        let signs: String;
        let words = if self.run.signs {
            signs = words.chars().map(sign).collect();
            &signs
        } else {
            words
        };
        self.runs.add(words, self.run.look);
        self.text.push_str(words);
    }

    /// A sign of a font of its own.
    fn symbol(&mut self, tag: &BytesStart) {
        let code = value(tag, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let known = value(tag, "font").is_some_and(|font| font.starts_with("Wingdings"));
        let held = code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
        let shown = if known { sign(held) } else { held };
        self.add(shown.encode_utf8(&mut [0; 4]));
    }

    fn shown(&self) -> SheetCell {
        let lines = self.text.lines().map(str::trim_end);
        let text = lines.collect::<Vec<_>>().join("\n");
        let cell = SheetCell::text(text.trim());
        if self.runs.doubtful { cell.struck() } else { cell }
    }
}

/// An attribute, whatever stands before its name.
fn value(tag: &BytesStart, name: &str) -> Option<String> {
    let mut all = tag.attributes().filter_map(Result::ok);
    let attribute = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let version = quick_xml::XmlVersion::Implicit1_0;
    Some(attribute.normalized_value(version).ok()?.into_owned())
}

/// What the font Wingdings shows in the place of a letter; other signs than those for yes
/// stay what they are, which nothing is read as.
fn sign(held: char) -> char {
    match u32::from(held) & 0xff {
        0xfc => '✓',
        0xfb => '✗',
        0xfe => '☑',
        0xa8 | 0x6f => '☐',
        _ => held,
    }
}
