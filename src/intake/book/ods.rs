//! `.ods`: OpenDocument writes beside each value what is shown of it.

mod cell;

use std::collections::{BTreeSet, HashMap};
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::cell::SheetCell;
use super::guard::{self, attribute, repeated};
use super::merged::MOST_MERGED;
use super::refused::Refused;
use super::rich::{Look, Runs};
use super::sheet::{Book, MOST_CELLS, MOST_COLUMNS, Merged, Rows, Sheet};
use super::zeros;

type Xml<R> = quick_xml::Reader<R>;

pub(super) fn read_workbook(bytes: &[u8]) -> Result<Book, Refused> {
    let seen = guard::inspect(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let settings = archive.by_name("settings.xml").map(BufReader::new);
    let hides_zeros = settings.is_ok_and(zeros::are_hidden_in_ods);
    let content = archive.by_name("content.xml").map_err(|_| Refused::Broken)?;
    let mut reader = Xml::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut left = MOST_CELLS;
    let (buffer, looks) = (Vec::new(), HashMap::new());
    let mut document = OdsReader { reader, buffer, left: &mut left, looks };
    let (mut sheets, hidden_sheets) = document.sheets()?;
    if hides_zeros {
        sheets.iter_mut().for_each(Sheet::hide_zeros);
    }
    let (hidden_rows, hidden_columns) = (seen.hidden_rows, seen.hidden_columns);
    Ok(Book { sheets, hidden_rows, hidden_columns, hidden_sheets, asks: false, of_document: false })
}

struct OdsReader<'l, R> {
    reader: Xml<R>,
    buffer: Vec<u8>,
    left: &'l mut usize,
    /// The styles that strike letters out, or raise them.
    looks: HashMap<String, Look>,
}

impl<R: BufRead> OdsReader<'_, R> {
    fn event(&mut self) -> Result<Event<'static>, Refused> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| Refused::Broken)?;
        match event {
            Event::Eof => Err(Refused::Broken),
            event => Ok(event.into_owned()),
        }
    }

    /// Passes over what a tag encloses.
    fn skip(&mut self, tag: &BytesStart) -> Result<(), Refused> {
        self.buffer.clear();
        let read = self.reader.read_to_end_into(tag.name(), &mut self.buffer);
        read.map(drop).map_err(|_| Refused::Broken)
    }

    /// The sheets, and how many of them are hidden.
    fn sheets(&mut self) -> Result<(Vec<Sheet>, usize), Refused> {
        let (mut sheets, mut hidden) = (Vec::new(), 0);
        // The style that is being read, and those that hide a sheet.
        let (mut style, mut hiding) = (None, BTreeSet::new());
        loop {
            match self.event()? {
                Event::Start(tag) => match tag.name().as_ref() {
                    "style:style" => style = attribute(&tag, "style:name"),
                    "style:table-properties"
                        if attribute(&tag, "table:display")
                            .is_some_and(|shown| shown == "false") =>
                    {
                        hiding.extend(style.take());
                    }
                    "style:text-properties" => {
                        let look = look(&tag);
                        if let Some(style) = style.clone().filter(|_| look != Look::default()) {
                            self.looks.insert(style, look);
                        }
                    }
                    // What was there before others changed it.
                    "table:tracked-changes" => self.skip(&tag)?,
                    "table:table" => {
                        let style = attribute(&tag, "table:style-name");
                        hidden += usize::from(style.is_some_and(|style| hiding.contains(&style)));
                        let name = attribute(&tag, "table:name").unwrap_or_default();
                        sheets.push(self.sheet(name)?);
                    }
                    _ => {}
                },
                Event::End(tag) if tag.name().as_ref() == "office:document-content" => {
                    return Ok((sheets, hidden));
                }
                _ => {}
            }
        }
    }

    fn sheet(&mut self, name: String) -> Result<Sheet, Refused> {
        let (mut merged, mut row, mut done) = (Vec::new(), 0_u32, Vec::new());
        loop {
            match self.event()? {
                Event::Start(tag) => match tag.name().as_ref() {
                    "table:table-row" => {
                        let times = count(&tag, "table:number-rows-repeated");
                        let cells = self.row(row, &mut merged)?;
                        let mut rows = Rows { rows: std::mem::take(&mut done), left: self.left };
                        if !cells.is_empty() {
                            for row in row..row.saturating_add(times) {
                                for (column, cell) in &cells {
                                    rows.put(row, *column, cell.clone())?;
                                }
                            }
                        }
                        done = rows.rows;
                        row = row.saturating_add(times);
                    }
                    "table:table-row-group" | "table:table-rows" | "table:table-header-rows" => {}
                    _ => self.skip(&tag)?,
                },
                Event::End(tag) if tag.name().as_ref() == "table:table" => {
                    return Ok(Sheet { name, rows: done, merged, ..Sheet::default() });
                }
                _ => {}
            }
        }
    }

    /// The cells of a row that hold something, with their columns.
    fn row(
        &mut self,
        row: u32,
        merged: &mut Vec<Merged>,
    ) -> Result<Vec<(u32, SheetCell)>, Refused> {
        let (mut cells, mut column) = (Vec::new(), 0_u32);
        loop {
            let tag = match self.event()? {
                Event::Start(tag) => tag,
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(cells),
                _ => continue,
            };
            let covered = match tag.name().as_ref() {
                "table:table-cell" => false,
                "table:covered-table-cell" => true,
                _ => {
                    self.skip(&tag)?;
                    continue;
                }
            };
            let times = count(&tag, "table:number-columns-repeated");
            let span = |name| count(&tag, name).saturating_sub(1);
            let last = (
                row.saturating_add(span("table:number-rows-spanned")),
                column.saturating_add(span("table:number-columns-spanned")),
            );
            if merged.len() < MOST_MERGED {
                merged.extend(Merged::new((row, last.0), (column, last.1)));
            }
            let mut runs = Runs::default();
            let cell = cell::OdsCell::from_tag(&tag).cell(self.paragraphs(&tag, &mut runs)?);
            let struck = runs.doubtful || self.look_of(&tag, "table:style-name").struck;
            let cell = if struck { cell.struck() } else { cell };
            // What lies below a merged cell is not seen.
            if !covered && !cell.is_nothing() {
                let end = column.saturating_add(times);
                if end > MOST_COLUMNS {
                    return Err(Refused::TooLarge);
                }
                cells.extend((column..end).map(|column| (column, cell.clone())));
            }
            column = column.saturating_add(times);
        }
    }

    /// The paragraphs of a cell, without those of its comments and shapes; `None` where
    /// there is none.
    fn paragraphs(
        &mut self,
        cell: &BytesStart,
        runs: &mut Runs,
    ) -> Result<Option<String>, Refused> {
        let mut text: Option<String> = None;
        let name = cell.name();
        loop {
            match self.event()? {
                Event::Start(tag) if tag.name().as_ref() == "text:p" => {
                    let text = match &mut text {
                        Some(text) => {
                            text.push('\n');
                            text
                        }
                        None => text.insert(String::new()),
                    };
                    let look = self.look_of(&tag, "text:style-name");
                    self.paragraph(text, runs, look)?;
                }
                Event::Start(tag) => self.skip(&tag)?,
                Event::End(tag) if tag.name() == name => return Ok(text),
                _ => {}
            }
        }
    }

    /// `look`: that of the whole paragraph.
    fn paragraph(&mut self, text: &mut String, runs: &mut Runs, look: Look) -> Result<(), Refused> {
        let mut looks = vec![look];
        loop {
            let start = text.len();
            match self.event()? {
                Event::Text(words) => text.push_str(&words.xml10_content()),
                Event::CData(words) => text.push_str(&words.xml10_content()),
                Event::GeneralRef(sign) => {
                    let name: &str = sign.as_ref();
                    match quick_xml::escape::resolve_xml_entity(name) {
                        Some(letters) => text.push_str(letters),
                        None => text.extend(sign.resolve_char_ref().ok().flatten()),
                    }
                }
                Event::Start(tag) => match tag.name().as_ref() {
                    "text:s" => {
                        let times = count(&tag, "text:c").min(MOST_COLUMNS);
                        text.extend((0..times).map(|_| ' '));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    "text:span" => {
                        let outer = looks.last().copied().unwrap_or_default();
                        looks.push(outer.and(self.look_of(&tag, "text:style-name")));
                    }
                    "text:a" => {}
                    _ => self.skip(&tag)?,
                },
                Event::End(tag) if tag.name().as_ref() == "text:span" => drop(looks.pop()),
                Event::End(tag) if tag.name().as_ref() == "text:p" => return Ok(()),
                _ => {}
            }
            runs.add(&text[start..], looks.last().copied().unwrap_or_default());
        }
    }

    /// What the style that a tag names makes of letters.
    fn look_of(&self, tag: &BytesStart, name: &str) -> Look {
        let style = attribute(tag, name).filter(|_| !self.looks.is_empty());
        style.and_then(|style| self.looks.get(&style).copied()).unwrap_or_default()
    }
}

/// What the properties of a style make of letters.
fn look(tag: &BytesStart) -> Look {
    let drawn = |name| attribute(tag, name).is_some_and(|value| value != "none");
    let struck = drawn("style:text-line-through-style") || drawn("style:text-line-through-type");
    let position = attribute(tag, "style:text-position").unwrap_or_default();
    let raise = position.split_whitespace().next().unwrap_or_default();
    Look { struck, raised: !matches!(raise, "" | "0%" | "baseline") }
}

fn count(tag: &BytesStart, name: &str) -> u32 {
    u32::try_from(repeated(tag, name)).unwrap_or(u32::MAX)
}
