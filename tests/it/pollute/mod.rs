//! Polluted files, made of the sample with chance that is the same in each run.

mod around;
mod bytes;
mod cells;
mod rows;

use std::fmt::Write as _;

/// What is right for a case.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Right {
    /// The values of the clean file and no error.
    Same,
    /// An error: something is lost.
    Error,
    /// One, for it is one fault.
    OneError,
    /// Either: no other value without an error.
    SameOrError,
    /// An error, or a warning of this code.
    Warning(&'static str),
}

/// A polluted file.
pub(crate) struct Case {
    pub(crate) kind: &'static str,
    pub(crate) number: usize,
    /// Its name without ending.
    pub(crate) file: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) right: Right,
}

/// A clean table.
#[derive(Clone)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) file: &'static str,
    pub(crate) delimiter: char,
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// Chance that is the same in each run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    pub(crate) fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// The columns of the sample's files.
pub(crate) const COLUMNS: [&str; 12] = [
    "commune",
    "period",
    "level",
    "indicator",
    "part",
    "value",
    "numerator",
    "denominator",
    "evidence",
    "source",
    "as_of",
    "note",
];

impl Table {
    /// The clean tables: the sample's file in several layouts.
    pub(crate) fn all() -> Vec<Table> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/mong-cai/2022-05/06727.csv");
        let mut reader = csv::Reader::from_path(path).unwrap();
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
        let rows: Vec<Vec<String>> = rows.collect();
        let whole = Table {
            name: "whole",
            file: "06727",
            delimiter: ',',
            header: COLUMNS.map(str::to_owned).to_vec(),
            rows,
        };
        let own = ["indicator", "part", "value", "numerator", "denominator", "evidence", "note"];
        let short = Table { name: "short", ..whole.only(&own) };
        let mut named = whole.only(&[
            "commune",
            "indicator",
            "part",
            "value",
            "numerator",
            "denominator",
            "evidence",
        ]);
        named.rows.iter_mut().for_each(|row| row[0] = "Bắc Sơn".to_owned());
        let vietnamese = ["tên xã", "chỉ tiêu", "phần", "kết quả", "tử số", "mẫu số", "minh chứng"];
        named.header = vietnamese.map(str::to_owned).to_vec();
        let named =
            Table { name: "named", file: "thang-5", delimiter: ';', ..named.with_decimal_commas() };
        let tabs =
            Table { name: "tabs", delimiter: '\t', ..whole.only(&own).with_decimal_commas() };
        let semicolons = Table { name: "semicolons", delimiter: ';', ..whole.clone() };
        vec![whole, short, named, tabs, semicolons]
    }

    fn only(&self, columns: &[&str]) -> Table {
        let places: Vec<usize> = columns.iter().map(|name| self.place(name)).collect();
        let pick = |row: &Vec<String>| places.iter().map(|place| row[*place].clone()).collect();
        Table {
            header: pick(&self.header),
            rows: self.rows.iter().map(pick).collect(),
            ..self.clone()
        }
    }

    fn with_decimal_commas(mut self) -> Table {
        for name in ["value", "numerator", "denominator"] {
            let place = self.place(name);
            self.rows.iter_mut().for_each(|row| row[place] = row[place].replace('.', ","));
        }
        self
    }

    /// The place of a column by the name that the sample gives it.
    pub(crate) fn place(&self, name: &str) -> usize {
        let other = match name {
            "commune" => "tên xã",
            "indicator" => "chỉ tiêu",
            "part" => "phần",
            "value" => "kết quả",
            "numerator" => "tử số",
            "denominator" => "mẫu số",
            "evidence" => "minh chứng",
            other => other,
        };
        self.header.iter().position(|h| h == name || h == other).unwrap()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.header.iter().any(|h| h == name) || (name == "commune" && self.header[0] == "tên xã")
    }

    /// A row as a line, without its end.
    pub(crate) fn line(&self, row: &[String]) -> String {
        line(row, self.delimiter)
    }

    /// The header and the rows as lines.
    pub(crate) fn lines(&self) -> Vec<String> {
        std::iter::once(&self.header).chain(&self.rows).map(|row| self.line(row)).collect()
    }

    pub(crate) fn text(&self) -> String {
        text(&self.lines())
    }

    /// Another delimiter than the table's.
    pub(crate) fn other(&self, dice: &mut Dice) -> char {
        let others: Vec<char> =
            [',', ';', '\t'].into_iter().filter(|d| *d != self.delimiter).collect();
        dice.of(&others)
    }
}

/// A row as a line under a delimiter.
pub(crate) fn line(row: &[String], delimiter: char) -> String {
    let quote = |cell: &String| {
        if cell.contains([delimiter, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    row.iter().map(quote).collect::<Vec<_>>().join(&delimiter.to_string())
}

pub(crate) fn text(lines: &[String]) -> String {
    let mut text = String::new();
    lines.iter().for_each(|line| {
        let _ = writeln!(text, "{line}");
    });
    text
}

/// What a kind makes of a table; `None` where it does not apply.
pub(crate) type Kind = (&'static str, fn(&Table, &mut Dice) -> Option<(Vec<u8>, Right)>);

/// So many cases of each kind.
pub(crate) fn cases(table: &Table, each: usize) -> Vec<Case> {
    let kinds = [bytes::KINDS, cells::KINDS, rows::KINDS, around::KINDS].concat();
    let mut cases: Vec<Case> = Vec::new();
    for (kind, make) in kinds {
        for number in 0..each {
            let seed = kind.bytes().chain(table.name.bytes()).fold(number as u64, |seed, byte| {
                seed.wrapping_mul(31).wrapping_add(u64::from(byte))
            });
            let Some((bytes, right)) = make(table, &mut Dice::new(seed)) else {
                continue;
            };
            if !cases.iter().any(|case| case.kind == kind && case.bytes == bytes) {
                cases.push(Case { kind, number, file: table.file, bytes, right });
            }
        }
    }
    cases
}
