//! Sheets that are told to show nothing of a zero, whatever its format: what nobody sees is
//! no value.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::guard::attribute;
use super::sheet::Sheet;
use crate::intake::table::CellKind;

/// The names of the sheets of an `.xlsx` that show no zeros.
pub(super) fn hiding_in_xlsx(bytes: &[u8]) -> Vec<String> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    // Parts that show none, parts by their id, ids by the names of sheets.
    let (mut hiding, mut parts, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..archive.len() {
        let Ok(entry) = archive.by_index(number) else { continue };
        let Ok(name) = entry.name().map(|name| name.into_owned()) else { continue };
        let text = BufReader::new(entry);
        if name.contains("worksheets/") && name.ends_with(".xml") {
            let says_so = |tag: &BytesStart| {
                tag.local_name().as_ref() == "sheetView"
                    && attribute(tag, "showZeros").is_some_and(|says| is_false(&says))
            };
            let mut hides = false;
            // The views stand before the cells.
            each_tag(text, |tag| {
                hides |= says_so(tag);
                tag.local_name().as_ref() != "sheetData"
            });
            hiding.extend(hides.then_some(name));
        } else if name.ends_with(".xml.rels") && !name.contains("worksheets/") {
            each_tag(text, |tag| {
                parts.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
                true
            });
        } else if name.ends_with("workbook.xml") {
            each_tag(text, |tag| {
                let is_sheet = tag.local_name().as_ref() == "sheet";
                let named = attribute(tag, "name").zip(id_of(tag)).filter(|_| is_sheet);
                sheets.extend(named);
                true
            });
        }
    }
    let is_hiding = |target: &str| {
        let target = target.trim_start_matches(['/', '.']);
        hiding.iter().any(|part: &String| part.ends_with(target))
    };
    let hides = |id: &str| parts.iter().any(|(own, target)| own == id && is_hiding(target));
    let named = sheets.into_iter().filter(|(_, id)| hides(id));
    named.map(|(name, _)| name).collect()
}

/// Whether an `.ods` shows no zeros.
pub(super) fn are_hidden_in_ods(settings: impl BufRead) -> bool {
    let mut reader = quick_xml::Reader::from_reader(settings);
    let (mut buffer, mut is_named) = (Vec::new(), false);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                let name = attribute(&tag, "config:name");
                is_named = name.is_some_and(|name| name == "ShowZeroValues");
            }
            Ok(Event::Text(says)) if is_named && is_false(&says.xml10_content()) => return true,
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

impl Sheet {
    /// Takes its zeros for what is not shown.
    pub(super) fn hide_zeros(&mut self) {
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            let is_number = matches!(cell.kind, CellKind::Number | CellKind::Percent);
            if is_number && is_zero(&cell.text) {
                (cell.kind, cell.shown) = (CellKind::HiddenZero, None);
            }
        }
    }
}

/// Whether a number, with what stands behind it, is zero.
fn is_zero(text: &str) -> bool {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | '-')).unwrap_or(text.len());
    !text[..end].contains(|c: char| matches!(c, '1'..='9'))
}

fn is_false(says: &str) -> bool {
    says == "0" || says == "false"
}

/// Hands each tag of a part on, until `go_on` says that it is enough.
fn each_tag(text: impl BufRead, mut go_on: impl FnMut(&BytesStart) -> bool) {
    let mut reader = quick_xml::Reader::from_reader(text);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if go_on(&tag) => {}
            Ok(Event::Start(_) | Event::Empty(_) | Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The id by which a workbook refers to a part, whatever its prefix.
fn id_of(tag: &BytesStart) -> Option<String> {
    let mut all = tag.attributes().flatten();
    let own =
        all.find(|one| one.key.prefix().is_some() && one.key.local_name().as_ref() == "id")?;
    Some(own.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}
