//! What keeps a workbook made to harm from taking all memory and time: it is unpacked
//! once without being kept, and what it would repeat is counted. What the whole of it
//! says is noted on the way.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::refused::Refused;
use super::sheet::MOST_CELLS;

/// The most bytes of a workbook, unpacked: they pass in a second or two.
pub(super) const MOST_BYTES: u64 = 1 << 28;

/// What was seen on the way.
#[derive(Debug, Default)]
pub(super) struct GuardFindings {
    /// How many rows with cells are hidden.
    pub(super) hidden_rows: usize,
    /// How many columns with cells are.
    pub(super) hidden_columns: usize,
    /// Whether there are formulas.
    pub(super) formulas: bool,
    /// Whether the workbook asks to be computed when it is opened.
    pub(super) asks: bool,
    /// The parts of sheets with texts of several fonts.
    pub(super) rich: Vec<String>,
    /// The parts whose sheets claim dimensions that no sheet has.
    pub(super) wrong_dimensions: Vec<String>,
}

/// Looks through an archive; refuses what is too large.
pub(super) fn inspect(bytes: &[u8]) -> Result<GuardFindings, Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let (mut left, mut seen) = (MOST_BYTES, GuardFindings::default());
    for number in 0..archive.len() {
        let entry = archive.by_index(number).map_err(|_| Refused::Broken)?;
        let name = entry.name().map(Cow::into_owned).map_err(|_| Refused::Broken)?;
        // One byte more than may come shows that there is too much.
        let mut entry = io::Read::take(entry, left + 1);
        if name.ends_with(".xml") && !name.ends_with("sharedStrings.xml") {
            look_through(BufReader::new(&mut entry), &name, &mut seen)?;
        }
        io::copy(&mut entry, &mut io::sink()).map_err(|_| Refused::Broken)?;
        left = entry.limit().checked_sub(1).ok_or(Refused::TooLarge)?;
    }
    Ok(seen)
}

/// Looks through a part: of a sheet counts the hidden rows that hold cells, and what
/// OpenDocument repeats.
fn look_through(text: impl BufRead, name: &str, seen: &mut GuardFindings) -> Result<(), Refused> {
    let mut reader = quick_xml::Reader::from_reader(text);
    let mut buffer = Vec::new();
    let mut in_hidden = false;
    let mut columns = Columns::default();
    // How often the row and the cell that are being read are repeated.
    let (mut row, mut cell, mut cells) = (1, 1, 0_u64);
    loop {
        buffer.clear();
        let tag = match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => {
                seen.hidden_columns += columns.used.len();
                return Ok(());
            }
            Ok(Event::Start(tag) | Event::Empty(tag)) => tag,
            Ok(_) => continue,
            // What is too large breaks off; that is told where it is counted.
            Err(_) => return Ok(()),
        };
        match tag.local_name().as_ref() {
            "table" => {
                seen.hidden_columns += std::mem::take(&mut columns).used.len();
            }
            "col" | "table-column" => columns.describe(&tag),
            "c" => columns.name(attribute(&tag, "r").as_deref()),
            "row" => {
                let hidden = attribute(&tag, "hidden");
                in_hidden = hidden.is_some_and(|value| value == "1" || value == "true");
            }
            "table-row" => {
                columns.next = 0;
                row = repeated(&tag, "table:number-rows-repeated");
                let visibility = attribute(&tag, "table:visibility");
                in_hidden = visibility.is_some_and(|v| v == "collapse" || v == "filter");
            }
            "table-cell" => {
                cell = repeated(&tag, "table:number-columns-repeated");
                columns.pass(cell);
            }
            "covered-table-cell" => columns.pass(repeated(&tag, "table:number-columns-repeated")),
            "f" => seen.formulas = true,
            "strike" | "vertAlign"
                if name.contains("worksheets/")
                    && seen.rich.last().is_none_or(|last| last != name) =>
            {
                seen.rich.push(name.to_owned());
            }
            "calcPr" => {
                let says = |name, words: [&str; 2]| {
                    attribute(&tag, name).is_some_and(|value| words.contains(&value.as_str()))
                };
                seen.asks |=
                    says("fullCalcOnLoad", ["1", "true"]) || says("calcCompleted", ["0", "false"]);
            }
            "dimension" if !attribute(&tag, "ref").is_some_and(|range| is_range(&range)) => {
                seen.wrong_dimensions.push(name.to_owned());
            }
            "v" | "is" | "p" => {
                columns.hold();
                seen.hidden_rows += usize::from(std::mem::take(&mut in_hidden));
                cells = cells.saturating_add(row.saturating_mul(std::mem::replace(&mut cell, 0)));
                if cells > MOST_CELLS as u64 {
                    return Err(Refused::TooLarge);
                }
            }
            _ => {}
        }
    }
}

/// The columns of a sheet that are hidden, and those among them that hold cells.
#[derive(Debug, Default)]
struct Columns {
    /// First and last, from 1.
    hidden: Vec<(u64, u64)>,
    /// How many `.ods` has described.
    described: u64,
    /// The cell that is being read.
    cell: (u64, u64),
    /// How many cells of the row `.ods` has given.
    next: u64,
    used: BTreeSet<u64>,
}

impl Columns {
    /// What a sheet says of some columns.
    fn describe(&mut self, tag: &BytesStart) {
        // More ranges than columns say nothing.
        if self.hidden.len() > usize::from(u8::MAX) {
            return;
        }
        let number = |name| attribute(tag, name).and_then(|number| number.parse().ok());
        if let Some((first, last)) = number("min").zip(number("max")) {
            let hidden = attribute(tag, "hidden").is_some_and(|v| v == "1" || v == "true");
            self.hidden.extend(hidden.then_some((first, last)));
            return;
        }
        let first = self.described + 1;
        self.described =
            self.described.saturating_add(repeated(tag, "table:number-columns-repeated"));
        let visibility = attribute(tag, "table:visibility");
        let hidden = visibility.is_some_and(|v| v == "collapse" || v == "filter");
        self.hidden.extend(hidden.then_some((first, self.described)));
    }

    /// A cell by its name.
    fn name(&mut self, name: Option<&str>) {
        let column = name.and_then(place).map_or(0, |(_, column)| u64::from(column));
        self.cell = (column, column);
    }

    /// So many cells of a row.
    fn pass(&mut self, cells: u64) {
        self.cell = (self.next + 1, self.next.saturating_add(cells));
        self.next = self.cell.1;
    }

    /// The cell holds something.
    fn hold(&mut self) {
        const MOST: u64 = super::sheet::MOST_COLUMNS as u64;
        let (from, to) = self.cell;
        for (first, last) in &self.hidden {
            self.used.extend(from.max(*first)..=to.min(*last).min(MOST));
        }
    }
}

/// Whether a range is one that a sheet can have: `A1:G58`.
fn is_range(range: &str) -> bool {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (place(first), place(last));
    first.zip(last).is_some_and(|((row, column), (last_row, last_column))| {
        row <= last_row && column <= last_column
    })
}

/// Row and column of a cell's name, from 1.
fn place(name: &str) -> Option<(u32, u32)> {
    const MOST_ROWS: u32 = 1 << 20;
    const MOST_COLUMNS: u32 = 1 << 14;
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    let letter = |sum: u32, letter: char| {
        let value = letter.is_ascii_alphabetic().then(|| letter.to_ascii_uppercase())?;
        sum.checked_mul(26)?.checked_add(u32::from(value) - u32::from('A') + 1)
    };
    let column = letters.chars().try_fold(0, letter)?;
    let row = digits.parse().ok()?;
    let within = (1..=MOST_ROWS).contains(&row) && (1..=MOST_COLUMNS).contains(&column);
    within.then_some((row, column))
}

pub(super) fn repeated(tag: &BytesStart, name: &str) -> u64 {
    attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}
