//! Texts of several fonts in one cell: struck-out words are shown as taken back, and a
//! raised digit behind a number is a mark of a note. Joined they would say something else.

use std::io::{Cursor, Read, Write};

use memchr::memmem;
use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::guard::attribute;
use super::mark::MARK;

/// How a run of letters is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) struck: bool,
    /// Above or below the line.
    pub(super) raised: bool,
}

impl Look {
    /// What both make of it.
    pub(super) fn and(self, other: Look) -> Look {
        Look { struck: self.struck | other.struck, raised: self.raised | other.raised }
    }
}

/// The runs of a text so far.
#[derive(Debug, Default)]
pub(super) struct Runs {
    last: Option<char>,
    raised: bool,
    /// Whether the text says something else than what is shown.
    pub(super) doubtful: bool,
}

impl Runs {
    pub(super) fn add(&mut self, words: &str, look: Look) {
        let Some(first) = words.chars().next() else { return };
        let digits = first.is_ascii_digit() && self.last.is_some_and(|c| c.is_ascii_digit());
        // The 2 of m² stands behind a letter.
        self.doubtful |= digits && self.raised != look.raised;
        self.doubtful |= look.struck && words.contains(|c: char| !c.is_whitespace());
        (self.last, self.raised) = (words.chars().next_back(), look.raised);
    }
}

/// The workbook with such texts marked; `None` where it has none. `sheets`: the parts of
/// sheets that hold runs.
pub(super) fn marked(bytes: &[u8], sheets: &[String]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut changed: Vec<(String, String)> = Vec::new();
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).ok()?;
        let name = entry.name().ok()?.into_owned();
        if !name.ends_with("sharedStrings.xml") && !sheets.contains(&name) {
            continue;
        }
        let mut text = String::new();
        entry.read_to_string(&mut text).ok()?;
        let has = |word: &str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
        if has("strike") || has("vertAlign") {
            changed.extend(mark(&text).map(|text| (name, text)));
        }
    }
    if changed.is_empty() {
        return None;
    }
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let entry = archive.by_index(number).ok()?;
        let name = entry.name().ok()?.into_owned();
        match changed.iter().find(|(part, _)| *part == name) {
            Some((_, text)) => {
                written.start_file(name, SimpleFileOptions::default()).ok()?;
                written.write_all(text.as_bytes()).ok()?;
            }
            None => written.raw_copy_file(entry).ok()?,
        }
    }
    Some(written.finish().ok()?.into_inner())
}

/// A part with its doubtful texts marked; `None` where there are none.
fn mark(part: &str) -> Option<String> {
    let mut places = Vec::new();
    let mut reader = quick_xml::Reader::from_str(part);
    let (mut runs, mut look, mut start) = (Runs::default(), Look::default(), None);
    let (mut in_text, mut phonetic) = (false, false);
    loop {
        let at = |reader: &quick_xml::Reader<_>| usize::try_from(reader.buffer_position()).ok();
        match reader.read_event().ok()? {
            Event::Eof => break,
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let (tag, closed) = match &event {
                    Event::Empty(tag) => (tag, true),
                    Event::Start(tag) => (tag, false),
                    _ => continue,
                };
                let value = attribute(tag, "val");
                match tag.local_name().as_ref() {
                    "si" | "is" => (runs, start) = (Runs::default(), None),
                    "r" => look = Look::default(),
                    "rPh" => phonetic = !closed,
                    "strike" => look.struck = !matches!(value.as_deref(), Some("0" | "false")),
                    "vertAlign" => look.raised = value.is_some_and(|value| value != "baseline"),
                    "t" if !closed && !phonetic => {
                        in_text = true;
                        start = start.or(at(&reader));
                    }
                    _ => {}
                }
            }
            Event::Text(words) if in_text => runs.add(&words.xml10_content(), look),
            Event::CData(words) if in_text => runs.add(&words.xml10_content(), look),
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => phonetic = false,
                "r" => look = Look::default(),
                "si" | "is" => places.extend(start.take().filter(|_| runs.doubtful)),
                _ => {}
            },
            _ => {}
        }
    }
    let mut marked = part.to_owned();
    places.iter().rev().for_each(|place| marked.insert(*place, MARK));
    (!places.is_empty()).then_some(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_are_shown_as_one_are_read_as_one() {
        let plain = Look::default();
        let raised = Look { raised: true, ..plain };
        let struck = Look { struck: true, ..plain };
        for (runs, doubtful) in [
            (&[("9", plain), ("9", raised)][..], true),
            (&[("1", raised), ("98", plain)], true),
            (&[("chưa ", struck), ("đạt", plain)], true),
            (&[("54 m", plain), ("2", raised)], false),
            (&[("9", plain), ("9", plain)], false),
            (&[(" ", struck), ("đạt", plain)], false),
            (&[("đạt", plain), ("(1)", raised)], false),
        ] {
            let mut all = Runs::default();
            runs.iter().for_each(|(words, look)| all.add(words, *look));
            assert_eq!(all.doubtful, doubtful, "{runs:?}");
        }
    }
}
