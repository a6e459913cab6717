//! What keeps a workbook made to harm from taking all memory and time: it is unpacked
//! once without being kept, and what it would repeat is counted.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MOST_CELLS, Refused};

/// The most bytes of a workbook, unpacked: they pass in a second or two.
const MOST_BYTES: u64 = 1 << 28;

/// Refuses what is too large; returns how many rows with cells are hidden.
pub(super) fn inspect(bytes: &[u8]) -> Result<usize, Refused> {
    if !bytes.starts_with(b"PK") {
        return old_format(bytes).map(|()| 0);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let (mut left, mut hidden) = (MOST_BYTES, 0);
    for number in 0..archive.len() {
        let entry = archive.by_index(number).map_err(|_| Refused::Broken)?;
        let name = entry.name().map(Cow::into_owned).map_err(|_| Refused::Broken)?;
        // One byte more than may come shows that there is too much.
        let mut entry = entry.take(left + 1);
        if name.starts_with("xl/worksheets/") || name == "content.xml" {
            hidden += rows(BufReader::new(&mut entry))?;
        }
        io::copy(&mut entry, &mut io::sink()).map_err(|_| Refused::Broken)?;
        left = entry.limit().checked_sub(1).ok_or(Refused::TooLarge)?;
    }
    Ok(hidden)
}

/// Refuses a workbook of the old format with cells or dimensions beyond those that the
/// format has: room would be made for them.
fn old_format(bytes: &[u8]) -> Result<(), Refused> {
    const MOST_ROWS: u32 = 65_536;
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let stream = file.open_stream(name.ok_or(Refused::Broken)?).map_err(|_| Refused::Broken)?;
    let mut records = Vec::new();
    stream.take(MOST_BYTES).read_to_end(&mut records).map_err(|_| Refused::Broken)?;
    let mut rest = records.as_slice();
    while let [t0, t1, l0, l1, data @ ..] = rest {
        let (kind, length) = (u16::from_le_bytes([*t0, *t1]), u16::from_le_bytes([*l0, *l1]));
        let Some((record, below)) = data.split_at_checked(length.into()) else {
            return Err(Refused::Broken);
        };
        rest = below;
        let absurd = match (kind, record) {
            // Dimensions: first and last row, first and last column.
            (0x0200, [_, _, _, _, row @ .., _, _, _, _, _, _]) if record.len() >= 14 => {
                let last = row.first_chunk().map(|row| u32::from_le_bytes(*row));
                last.is_some_and(|last| last > MOST_ROWS)
            }
            // Cells of every kind begin with row and column.
            (0x0006 | 0x00bd | 0x00d6 | 0x00fd | 0x0201..=0x0205 | 0x027e, [_, _, _, high, ..]) => {
                *high > 0
            }
            _ => false,
        };
        if absurd {
            return Err(Refused::Broken);
        }
    }
    Ok(())
}

/// Looks through the rows of a sheet: counts the hidden ones that hold cells, and what
/// OpenDocument repeats.
fn rows(text: impl BufRead) -> Result<usize, Refused> {
    let mut reader = quick_xml::Reader::from_reader(text);
    let mut buffer = Vec::new();
    let (mut hidden, mut in_hidden) = (0, false);
    // Whether the cell is computed, and its value not there yet.
    let mut pending = false;
    // How often the row and the cell that are being read are repeated.
    let (mut row, mut cell, mut cells) = (1, 1, 0_u64);
    loop {
        buffer.clear();
        let tag = match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return Ok(hidden),
            Ok(Event::Start(tag)) => tag,
            Ok(Event::Empty(tag)) => {
                pending |= tag.local_name().as_ref() == "f";
                continue;
            }
            Ok(Event::End(tag)) => {
                if tag.local_name().as_ref() == "c" && std::mem::take(&mut pending) {
                    return Err(Refused::NotComputed);
                }
                continue;
            }
            Ok(_) => continue,
            // What is too large breaks off; that is told where it is counted.
            Err(_) => return Ok(hidden),
        };
        match tag.local_name().as_ref() {
            "row" => {
                let hidden = attribute(&tag, "hidden");
                in_hidden = hidden.is_some_and(|value| value == "1" || value == "true");
            }
            "table-row" => {
                row = repeated(&tag, "table:number-rows-repeated");
                let visibility = attribute(&tag, "table:visibility");
                in_hidden = visibility.is_some_and(|v| v == "collapse" || v == "filter");
            }
            "table-cell" => cell = repeated(&tag, "table:number-columns-repeated"),
            "f" => pending = true,
            "v" | "is" | "p" => {
                pending = false;
                hidden += usize::from(std::mem::take(&mut in_hidden));
                cells = cells.saturating_add(row.saturating_mul(std::mem::replace(&mut cell, 0)));
                if cells > MOST_CELLS as u64 {
                    return Err(Refused::TooLarge);
                }
            }
            _ => {}
        }
    }
}

fn repeated(tag: &BytesStart, name: &str) -> u64 {
    attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(attribute.value.into_owned())
}
