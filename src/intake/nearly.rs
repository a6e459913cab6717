//! Columns that no name fits but that say, by what they are called or by what their cells
//! hold, of which commune, period, level or voice a row is.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::file::Context;
use super::gather::{Found, PieceRead};
use super::header::{self, Column, Header};
use super::roster::{Roster, Unknown};
use super::row::Reader;
use super::table::Row;
use super::{Finding, Voice, book};
use crate::fold::{self, Fold};
use crate::law::Level;
use crate::period::Period;
use crate::problem::{Code, Place, Problem};
use crate::text;

/// The columns without which rows are taken for another commune's, period's, level's or
/// voice's.
const FACTS: [Column; 4] = [Column::Commune, Column::Period, Column::Level, Column::Source];

/// No name of a commune, period, level or voice is longer.
const LONGEST: usize = 80;

/// Words that make a name one of these columns, where the others only go with it.
const KEYS: [&[&str]; 4] = [
    &["xã", "phường", "commune", "ward"],
    &["kỳ", "kì", "tháng", "period", "month"],
    &["cấp độ", "cấp", "level"],
    &["nguồn", "source"],
];

/// Words that say nothing else beside those.
const COMPANIONS: [&[&str]; 4] = [
    &[
        "mã",
        "tên",
        "thị trấn",
        "đặc khu",
        "ubnd",
        "đơn vị",
        "hành chính",
        "báo cáo",
        "cấp",
        "code",
        "name",
        "id",
    ],
    &["báo cáo", "bc", "số liệu", "đánh giá", "năm", "report", "reporting", "year"],
    &["ntm", "nông thôn mới", "đánh giá", "công nhận", "đề nghị", "xét"],
    &["đánh giá", "đg", "thẩm tra", "thẩm định"],
];

/// Words that make it likely, so that one cell is enough.
const HINTS: [&[&str]; 4] = [&[], &[], &["mức độ"], &["đánh giá", "đg", "thẩm tra", "thẩm định"]];

/// The column that a cell of a header is nearly the name of.
pub(super) fn nearly(cell: &str) -> Option<Column> {
    let key = Fold::Accents.key(cell);
    let near = |name: &str| {
        let name = Fold::Accents.key(name);
        let distance = strsim::osa_distance(&key, &name);
        // Two slips leave the first letter and bring in no other.
        let letters = |word: &str| word.chars().collect::<BTreeSet<char>>();
        let alike = || key.chars().next() == name.chars().next() && letters(&key) == letters(&name);
        // Of a short name little is left once a letter is another.
        name.len() > 4 && (distance == 1 || distance == 2 && name.len() > 5 && alike())
    };
    let mut names = header::names().filter(|(_, column)| FACTS.contains(column));
    let slip = names.find(|(name, _)| near(name)).map(|(_, column)| column);
    slip.or_else(|| in_other_words(cell))
}

/// The column whose known words a name has, and none that says anything else.
fn in_other_words(cell: &str) -> Option<Column> {
    let words = Words::of(cell);
    let fits = |fact: &usize| {
        let (keyed, rest) = words.without(KEYS[*fact]);
        keyed && rest.without(COMPANIONS[*fact]).1.is_empty()
    };
    (0..FACTS.len()).find(fits).map(|fact| FACTS[fact])
}

/// Whether a name has a word of the column, among others.
fn hints_at(cell: &str, fact: usize) -> bool {
    let words = Words::of(cell);
    words.without(KEYS[fact]).0 || words.without(HINTS[fact]).0
}

/// The words of a name, each between blanks.
struct Words {
    text: String,
    /// How they are compared: without accents only where they are typed without any.
    step: Fold,
}

impl Words {
    fn of(cell: &str) -> Words {
        let step = if cell.is_ascii() { Fold::Accents } else { Fold::Case };
        let composed: String = cell.nfc().collect();
        let words = composed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(|word| step.key(word)).collect();
        Words { text: format!(" {} ", words.join("  ")), step }
    }

    /// Whether any of these is among them, and what is left without.
    fn without(&self, known: &[&str]) -> (bool, Words) {
        let mut text = self.text.clone();
        for phrase in known {
            let words = phrase.split(' ').map(|word| self.step.key(word));
            let words = words.collect::<Vec<String>>().join("  ");
            text = text.replace(&format!(" {words} "), "");
        }
        (text != self.text, Words { text, step: self.step })
    }

    fn is_empty(&self) -> bool {
        fold::trim(&self.text).is_empty()
    }
}

/// What the cells of columns say that are not read.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The line of the header.
    line: u64,
    /// By the columns' places.
    columns: BTreeMap<usize, Count>,
}

#[derive(Debug, Default)]
struct Count {
    filled: usize,
    /// How many read as each fact.
    facts: [usize; 4],
}

impl Said {
    fn add(&mut self, other: &Said) {
        self.line = self.line.max(other.line);
        for (place, count) in &other.columns {
            let sum = self.columns.entry(*place).or_default();
            sum.filled += count.filled;
            sum.facts.iter_mut().zip(count.facts).for_each(|(sum, more)| *sum += more);
        }
    }

    /// The columns that say a fact for which the header has none: place, fact, name.
    fn tells<'h>(&self, header: &'h Header) -> Vec<(usize, Column, &'h str)> {
        let told = |(place, count): (&usize, &Count)| {
            let name = header.others().find(|(other, _)| other == place).map_or("", |(_, n)| n);
            let says = |fact: &usize| {
                let read = count.facts[*fact];
                let most = 2 * read > count.filled || read > 0 && hints_at(name, *fact);
                most && !header.has(FACTS[*fact])
            };
            let fact = (0..FACTS.len()).find(says)?;
            Some((*place, FACTS[fact], name))
        };
        self.columns.iter().filter_map(told).collect()
    }
}

impl Reader<'_> {
    /// Looks at the cells of a row of data that stand under no name that is known.
    pub(super) fn see_unread(&mut self, row: &Row) {
        let header = std::sync::Arc::clone(&self.header);
        let others = header.others().map(|(place, _)| place);
        let (roster, expected) = (self.context.roster, self.context.due.expected);
        for place in others.chain(header.nameless.iter().copied()) {
            let cell = row.cell(place);
            if cell.is_empty() {
                continue;
            }
            let said = &mut self.piece.aside().said;
            said.line = self.header_line;
            let count = said.columns.entry(place).or_default();
            count.filled += 1;
            if cell.len() > LONGEST {
                continue;
            }
            let is = [
                !header.has(Column::Commune) && names_commune(roster, cell, expected),
                Period::parse(cell).is_some(),
                Level::parse(cell).is_some(),
                Voice::parse(cell).is_some(),
            ];
            count.facts.iter_mut().zip(is).for_each(|(sum, is)| *sum += usize::from(is));
        }
    }
}

/// Whether a cell is a commune's code or name; a small number is none.
fn names_commune(roster: &Roster, cell: &str, period: Option<Period>) -> bool {
    let small = cell.len() < 4 && cell.bytes().all(|b| b.is_ascii_digit());
    let found = |period| match roster.find(cell, period) {
        Ok(_) | Err(Unknown::Shared(_) | Unknown::NotTakingPart) => true,
        Err(_) => false,
    };
    !small && period.is_some_and(found)
}

/// Refuses the pieces of a table whose rows say in a column that is not read whose they are.
pub(super) fn refuse(context: &Context, pieces: &mut [PieceRead]) {
    let mut said = Said::default();
    for aside in pieces.iter_mut().filter_map(|piece| piece.aside.as_mut()) {
        said.add(&std::mem::take(&mut aside.said));
    }
    let Some(first) = pieces.iter().position(|piece| piece.rows > 0) else {
        return;
    };
    let header = std::sync::Arc::clone(&pieces[first].header);
    let told = said.tells(&header);
    if told.is_empty() {
        return;
    }
    let line = said.line;
    for piece in pieces.iter_mut() {
        let bare = |found: &Found| {
            let place = &found.finding.problem.place;
            place.line.is_none_or(|at| at <= line)
        };
        let found = std::mem::take(&mut piece.found).into_iter().filter(bare).collect();
        let (header, sheet) = (std::sync::Arc::clone(&piece.header), piece.sheet.clone());
        let (repairs, unpicked) =
            (std::mem::take(&mut piece.repairs), std::mem::take(&mut piece.unpicked));
        let (line, rows) = (piece.line, piece.rows);
        *piece = PieceRead {
            found,
            header,
            sheet,
            line,
            rows,
            repairs,
            unpicked,
            ..PieceRead::default()
        };
    }
    for (place, column, written) in told {
        // One fault is told once.
        let warned = |found: &Found| {
            let problem = &found.finding.problem;
            let here = problem.cell.as_deref() == Some(written);
            let nobody = column == Column::Commune && problem.place.column == Some("commune");
            problem.code == Code::UnknownColumn && here
                || problem.code == Code::MissingColumn && nobody
        };
        pieces.iter_mut().for_each(|piece| piece.found.retain(|found| !warned(found)));
        let sheet = pieces[first].sheet.as_ref();
        let sheet = sheet.map(|name| book::in_sheet(name, Some(place), Some(line)));
        let file = context.source.name.clone();
        let at = Place { file, line: Some(line), position: None, column: None, sheet };
        let message = match written {
            "" => text::nameless_fact(column.as_str()),
            _ => text::misspelt_column(written, column.as_str()),
        };
        let hint = text::rename_column(column.as_str());
        let problem = Problem::error(Code::UnknownColumn, at, message, hint).with_cell(written);
        let finding = Finding::of_file(problem);
        pieces[first].found.push(Found { finding, slot: None, once: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_the_name_of_a_column_is_a_slip_and_another_word_is_none() {
        for (cell, column) in [
            ("comune", Column::Commune),
            ("peroid", Column::Period),
            ("levle", Column::Level),
            ("comunne", Column::Commune),
            ("scource", Column::Source),
            ("Kì báo cáo", Column::Period),
            ("cấp độo", Column::Level),
        ] {
            assert_eq!(nearly(cell), Some(column), "{cell}");
        }
        for cell in ["score", "lever arm", "Tên xóm", "resource", "person", "nguồn vốn", "common"]
        {
            assert_eq!(nearly(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_name_of_known_words_alone_is_nearly_the_column() {
        for (cells, column) in [
            (
                [
                    "Tên xã (phường)",
                    "Mã xã/phường",
                    "ma_xa",
                    "Xã, phường",
                    "UBND xã",
                    "commune_code",
                ],
                Column::Commune,
            ),
            (
                ["Kì", "Kỳ BC", "Tháng báo cáo", "Tháng/năm", "Kỳ số liệu", "period_month"],
                Column::Period,
            ),
            (
                ["Cấp", "Cấp độ NTM", "level NTM", "cap do xet", "Cấp công nhận", "CẤP"],
                Column::Level,
            ),
            (
                ["Nguồn", "Nguồn ĐG", "Nguo\u{302}\u{300}n", "nguon", "Nguồn thẩm định", "NGUỒN"],
                Column::Source,
            ),
        ] {
            for cell in cells {
                assert_eq!(nearly(cell), Some(column), "{cell}");
            }
        }
        for cell in [
            "Xã tự đánh giá",
            "Ghi chú của xã",
            "Kết quả kỳ trước",
            "Ngày cấp",
            "Số tháng",
            "Thang điểm",
            "Đánh giá",
            "Mức độ",
            "Nguồn số liệu",
            "Xa Dung",
            "Số xã",
            "xà phòng",
        ] {
            assert_eq!(nearly(cell), None, "{cell}");
        }
    }
}
