//! Rows under other delimiters, twice, with cells too many.

use super::Right::{Error, OneError, Same, SameOrError};
use super::{Kind, line, text};

pub(crate) const KINDS: &[Kind] = &[
    ("rows-under-another-delimiter", |t, d| {
        let other = t.other(d);
        let mut lines = t.lines();
        lines[1..].iter_mut().zip(&t.rows).for_each(|(written, row)| *written = line(row, other));
        Some((text(&lines).into_bytes(), OneError))
    }),
    ("last-rows-under-another-delimiter", |t, d| {
        let (other, count) = (t.other(d), 1 + d.below(5));
        let mut lines = t.lines();
        let from = t.rows.len() - count;
        for (written, row) in lines[1 + from..].iter_mut().zip(&t.rows[from..]) {
            *written = line(row, other);
        }
        Some((text(&lines).into_bytes(), Error))
    }),
    ("a-row-under-another-delimiter", |t, d| {
        let (other, row) = (t.other(d), d.below(t.rows.len()));
        let mut lines = t.lines();
        lines[row + 1] = line(&t.rows[row], other);
        Some((text(&lines).into_bytes(), Error))
    }),
    ("a-row-of-blanks-or-tabs", |t, d| {
        let row = d.below(t.rows.len());
        if t.delimiter == '\t' {
            return None;
        }
        let cells: Vec<&str> =
            t.rows[row].iter().map(String::as_str).filter(|c| !c.is_empty()).collect();
        let part = d.of(&["\t", "  ", "    "]);
        let mut lines = t.lines();
        lines[row + 1] = cells.join(part).replace(t.delimiter, " ");
        Some((text(&lines).into_bytes(), Error))
    }),
    ("empty-cells-behind", |t, d| {
        let behind = t.delimiter.to_string().repeat(1 + d.below(3));
        let from = d.below(2);
        let mut lines = t.lines();
        lines[from..].iter_mut().for_each(|line| line.push_str(&behind));
        Some((text(&lines).into_bytes(), Same))
    }),
    ("empty-cells-behind-some", |t, d| {
        let mut lines = t.lines();
        let row = 1 + d.below(t.rows.len());
        lines[row].push_str(&t.delimiter.to_string().repeat(1 + d.below(3)));
        Some((text(&lines).into_bytes(), OneError))
    }),
    ("empty-cells-left-out", |t, _| {
        let mut lines = t.lines();
        for line in &mut lines[1..] {
            *line = line.trim_end_matches(t.delimiter).to_owned();
        }
        Some((text(&lines).into_bytes(), Same))
    }),
    ("a-row-twice", |t, d| {
        let mut lines = t.lines();
        let line = lines[1 + d.below(t.rows.len())].clone();
        lines.insert(1 + d.below(t.rows.len()), line);
        Some((text(&lines).into_bytes(), OneError))
    }),
    ("two-cells-swapped", |t, d| {
        let mut table = t.clone();
        let (row, cell) = (d.below(t.rows.len()), d.below(t.header.len() - 1));
        table.rows[row].swap(cell, cell + 1);
        // A value, its numerator and its denominator are all numbers.
        let number = ["value", "numerator", "denominator"].map(|name| t.place(name));
        if number.contains(&cell) {
            return None;
        }
        Some((table.text().into_bytes(), SameOrError))
    }),
    ("blank-rows", |t, d| {
        let mut lines = t.lines();
        for _ in 0..1 + d.below(5) {
            let blank = d.of(&["", " ", "own"]);
            let blank = match blank {
                "own" => t.delimiter.to_string().repeat(d.below(t.header.len())),
                blank => blank.to_owned(),
            };
            lines.insert(d.below(lines.len()), blank);
        }
        Some((text(&lines).into_bytes(), Same))
    }),
    ("header-again", |t, d| {
        let mut lines = t.lines();
        let header = lines[0].clone();
        lines.insert(1 + d.below(lines.len()), header);
        Some((text(&lines).into_bytes(), Same))
    }),
    ("header-in-another-order", |t, d| {
        let mut lines = t.lines();
        let mut header = t.header.clone();
        let by = 1 + d.below(header.len() - 1);
        header.rotate_left(by);
        lines.insert(2 + d.below(lines.len() - 2), t.line(&header));
        Some((text(&lines).into_bytes(), Error))
    }),
];
