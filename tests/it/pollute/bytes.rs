//! Encodings, line ends, quotes and blanks around delimiters, cuts.

use unicode_normalization::UnicodeNormalization;

use super::Right::{Error, OneError, Same, SameOrError, Warning};
use super::{Dice, Kind, Right, Table, text};

type Made = Option<(Vec<u8>, Right)>;

pub(crate) const KINDS: &[Kind] = &[
    ("byte-order-mark", |t, _| same(format!("\u{feff}{}", t.text()))),
    ("utf-16", |t, d| {
        let text = format!("{}{}", d.of(&["", "\u{feff}"]), t.text());
        let unit = d.of(&[u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes]);
        Some((text.encode_utf16().flat_map(unit).collect(), Same))
    }),
    ("decomposed", |t, _| same(t.text().nfd().collect())),
    ("wrong-byte", |t, d| {
        let mut bytes = t.text().into_bytes();
        let place = d.below(bytes.len());
        bytes.insert(place, d.of(&[0xff, 0x80, 0xc3, 0xfe]));
        Some((bytes, OneError))
    }),
    ("letters-lost", |t, _| {
        let lost = |c: char| if c.is_ascii() { c } else { '?' };
        Some((t.text().chars().map(lost).collect::<String>().into_bytes(), Error))
    }),
    ("line-ends", |t, d| {
        same(t.text().replace('\n', d.of(&["\r\n", "\r", "\n\n", "\r\n\r\n", " \n"])))
    }),
    ("mixed-line-ends", |t, d| {
        let end = |line: String| line + d.of(&["\n", "\r\n", "\r"]);
        same(t.lines().into_iter().map(end).collect())
    }),
    ("no-last-line-end", |t, _| same(t.text().trim_end_matches('\n').to_owned())),
    ("all-quoted", |t, d| {
        let (before, behind) = (d.of(&["", " ", "  "]), d.of(&["", " ", "  "]));
        let quote = |cell: &String| format!("{before}\"{}\"{behind}", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| {
            row.iter().map(quote).collect::<Vec<_>>().join(&t.delimiter.to_string())
        };
        let lines: Vec<String> = std::iter::once(&t.header).chain(&t.rows).map(line).collect();
        same(text(&lines))
    }),
    ("blank-behind-delimiter", |t, d| {
        let own = t.delimiter;
        let (part, blank) = (format!("{own}{}", d.of(&[" ", "  ", "\u{a0}"])), d.of(&["", " "]));
        let quoted = |cell: &String| {
            if cell.contains(own) { format!("\"{cell}\"{blank}") } else { cell.clone() }
        };
        // A no-break space before a quote is a letter like others.
        if part.ends_with('\u{a0}') && t.rows.iter().flatten().any(|cell| cell.contains(own)) {
            return None;
        }
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&part);
        let lines: Vec<String> = std::iter::once(&t.header).chain(&t.rows).map(line).collect();
        same(text(&lines))
    }),
    ("open-quote", |t, d| {
        let mut lines = t.lines();
        let (row, cell) = (1 + d.below(t.rows.len()), d.below(t.header.len()));
        let mut cells: Vec<String> = t.rows[row - 1].clone();
        cells[cell] = format!("\"{}", cells[cell]);
        lines[row] = cells.join(&t.delimiter.to_string());
        Some((text(&lines).into_bytes(), Error))
    }),
    ("two-stray-quotes", two_stray_quotes),
    ("cut", |t, d| {
        // Anywhere in any row but behind its last delimiter.
        let lines = t.lines();
        let row = 2 + d.below(t.rows.len() - 1);
        let mut left = text(&lines[..row]);
        let end = lines[row].rfind(t.delimiter).unwrap();
        let places: Vec<usize> = (1..=end).filter(|n| lines[row].is_char_boundary(*n)).collect();
        left.push_str(&lines[row][..d.of(&places)]);
        Some((left.into_bytes(), Error))
    }),
    ("cut-in-a-letter", |t, d| {
        let lines = t.lines();
        let row = 2 + d.below(t.rows.len() - 1);
        let line = lines[row].as_bytes();
        let places: Vec<usize> =
            (1..line.len()).filter(|n| !lines[row].is_char_boundary(*n)).collect();
        if places.is_empty() {
            return None;
        }
        let mut left = text(&lines[..row]).into_bytes();
        left.extend_from_slice(&line[..d.of(&places)]);
        Some((left, OneError))
    }),
    ("line-end-lost", |t, d| {
        let lines = t.lines();
        let row = d.below(lines.len() - 1);
        let mut all = text(&lines[..=row]);
        all.pop();
        Some(((all + &text(&lines[row + 1..])).into_bytes(), Error))
    }),
    ("line-end-put-in", |t, d| {
        let mut text = t.text();
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        text.insert(d.of(&places), '\n');
        Some((text.into_bytes(), SameOrError))
    }),
    ("a-sign-lost", |t, d| {
        // Of signs that part cells: what is lost of a number is not seen.
        let text = t.text();
        let places: Vec<usize> = text.match_indices(t.delimiter).map(|(place, _)| place).collect();
        let mut text = text;
        text.remove(d.of(&places));
        Some((text.into_bytes(), SameOrError))
    }),
    ("a-sign-more", |t, d| {
        let mut text = t.text();
        let places: Vec<usize> = text.match_indices(t.delimiter).map(|(place, _)| place).collect();
        text.insert(d.of(&places), t.delimiter);
        Some((text.into_bytes(), SameOrError))
    }),
];

fn same(text: String) -> Made {
    Some((text.into_bytes(), Same))
}

/// A quote before one cell and one behind the cell of a later row.
fn two_stray_quotes(t: &Table, d: &mut Dice) -> Made {
    let mut lines = t.lines();
    let first = 1 + d.below(t.rows.len() - 2);
    let second = first + 1 + d.below((t.rows.len() - first).min(6));
    let place = t.place("evidence");
    let mut one = t.rows[first - 1].clone();
    one[place] = format!("\"{}", one[place]);
    let mut two = t.rows[second - 1].clone();
    two[place] = format!("{}\"", two[place]);
    lines[first] = one.join(&t.delimiter.to_string());
    lines[second] = two.join(&t.delimiter.to_string());
    Some((text(&lines).into_bytes(), Warning("swallowed-rows")))
}
