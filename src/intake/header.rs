//! Which column of a file means what.

use std::sync::LazyLock;

use super::book::CellKind;
use super::table::{self, Line, Row};
use crate::fold::{self, Table};

/// The columns of an indicator file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Commune,
    Period,
    Level,
    Indicator,
    Part,
    Value,
    Numerator,
    Denominator,
    Evidence,
    Source,
    AsOf,
    EvidenceDate,
    ValidUntil,
    Note,
}
use Column::{
    AsOf, Commune, Denominator, Evidence, EvidenceDate, Indicator, Level, Note, Numerator, Part,
    Period, Source, ValidUntil, Value,
};

/// How many columns there are.
const COLUMNS: usize = Column::Note as usize + 1;

impl Column {
    /// Those that hold dates.
    pub(super) const DATES: [Column; 3] = [AsOf, EvidenceDate, ValidUntil];

    /// The canonical name, as JSON and scripts use it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Commune => "commune",
            Period => "period",
            Level => "level",
            Indicator => "indicator",
            Part => "part",
            Value => "value",
            Numerator => "numerator",
            Denominator => "denominator",
            Evidence => "evidence",
            Source => "source",
            AsOf => "as_of",
            EvidenceDate => "evidence_date",
            ValidUntil => "valid_until",
            Note => "note",
        }
    }
}

/// A name of a column as a header may write it, and what it means. A commune's
/// code and name may stand in a column each.
const NAMES: &[(&str, (Column, Role))] = &[
    ("commune", (Commune, Role::Either)),
    ("mã xã", (Commune, Role::Code)),
    ("xã", (Commune, Role::Name)),
    ("tên xã", (Commune, Role::Name)),
    ("period", (Period, Role::Only)),
    ("kỳ", (Period, Role::Only)),
    ("kỳ báo cáo", (Period, Role::Only)),
    ("tháng", (Period, Role::Only)),
    ("level", (Level, Role::Only)),
    ("cấp độ", (Level, Role::Only)),
    ("indicator", (Indicator, Role::Only)),
    ("mã chỉ tiêu", (Indicator, Role::Only)),
    ("chỉ tiêu", (Indicator, Role::Only)),
    ("mã", (Indicator, Role::Only)),
    ("tt", (Indicator, Role::Only)),
    ("stt", (Indicator, Role::Only)),
    ("part", (Part, Role::Only)),
    ("phần", (Part, Role::Only)),
    ("value", (Value, Role::Only)),
    ("giá trị", (Value, Role::Only)),
    ("kết quả", (Value, Role::Only)),
    ("kết quả thực hiện", (Value, Role::Only)),
    ("numerator", (Numerator, Role::Only)),
    ("tử số", (Numerator, Role::Only)),
    ("denominator", (Denominator, Role::Only)),
    ("mẫu số", (Denominator, Role::Only)),
    ("evidence", (Evidence, Role::Only)),
    ("minh chứng", (Evidence, Role::Only)),
    ("văn bản", (Evidence, Role::Only)),
    ("source", (Source, Role::Only)),
    ("nguồn đánh giá", (Source, Role::Only)),
    ("as_of", (AsOf, Role::Only)),
    ("thời điểm số liệu", (AsOf, Role::Only)),
    ("evidence_date", (EvidenceDate, Role::Only)),
    ("ngày văn bản", (EvidenceDate, Role::Only)),
    ("valid_until", (ValidUntil, Role::Only)),
    ("hiệu lực đến", (ValidUntil, Role::Only)),
    ("note", (Note, Role::Only)),
    ("ghi chú", (Note, Role::Only)),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Only,
    Either,
    Code,
    Name,
}

/// Columns of the office's forms that say what others do, and are not read.
const TELLING: &[(&str, ())] = &[
    ("tiêu chí", ()),
    ("tên tiêu chí", ()),
    ("nội dung tiêu chí", ()),
    ("tên chỉ tiêu", ()),
    ("nội dung chỉ tiêu", ()),
    ("nội dung", ()),
    ("yêu cầu", ()),
    ("mức đạt chuẩn", ()),
    ("đơn vị tính", ()),
    ("đvt", ()),
    ("đếm", ()),
    ("tỷ lệ tự tính", ()),
    ("tự chấm", ()),
];

/// Whether a column is known and not read.
fn is_telling(cell: &str) -> bool {
    static TABLE: LazyLock<Table<()>> = LazyLock::new(|| Table::new(TELLING));
    TABLE.find(cell).is_some()
}

/// Whether a header cell names a column.
pub(super) fn is_known(cell: &str) -> bool {
    find(cell).is_some()
}

fn find(cell: &str) -> Option<(Column, Role)> {
    static TABLE: LazyLock<Table<(Column, Role)>> = LazyLock::new(|| Table::new(NAMES));
    TABLE.find(cell)
}

/// How many rows stand above the header: those above the first row that names most of
/// what a table needs.
pub(super) fn rows_above(text: &str, delimiter: u8) -> usize {
    let end = memchr::memchr_iter(b'\n', text.as_bytes()).nth(table::TITLE);
    let mut search = Search::default();
    table::rows(&text[..end.unwrap_or(text.len())], 1, delimiter, |line| {
        if let Line::Row(row) = line {
            search.look_at(&row);
        }
    });
    search.above
}

/// Looks for the header among the first rows.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// Whether the best row names indicator and value, or one of them, and how many
    /// columns it names.
    best: (bool, bool, usize),
    /// How many rows stand above it.
    pub(super) above: usize,
    rows: usize,
    /// Whether some row names one column alone that a table needs.
    doubtful: bool,
}

impl Search {
    pub(super) fn look_at(&mut self, row: &Row) {
        let named = |column| row.cells().any(|c| find(c).is_some_and(|(found, _)| found == column));
        let known = row.cells().filter(|cell| is_known(cell)).count();
        let (indicator, value) = (named(Indicator), named(Value));
        let rank = (indicator && value, indicator || value, known);
        if known > 1 && rank > self.best {
            (self.best, self.above) = (rank, self.rows);
        }
        let several = row.cells().filter(|cell| !cell.is_empty()).count() > 1;
        if self.best.2 == 0 && (indicator || value) && several && !self.doubtful {
            (self.doubtful, self.above) = (true, self.rows);
        }
        self.rows += 1;
    }

    /// Whether a row names indicator and value.
    pub(super) fn is_whole(&self) -> bool {
        self.best.0
    }

    /// Whether some row looks like a header, be it an unhappy one.
    pub(super) fn found(&self) -> bool {
        self.best.1 || self.doubtful
    }
}

/// The canonical names nearest to a header cell.
pub(super) fn nearest(cell: &str) -> Vec<&'static str> {
    fold::nearest(cell, NAMES.iter().map(|(name, _)| *name))
}

/// The header of one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// How many columns there are.
    pub(super) width: usize,
    found: Vec<Found>,
    /// The place of each column, for the cells.
    places: [Option<usize>; COLUMNS],
    /// The places of the columns that name the commune: the deciding one first.
    communes: [Option<usize>; 2],
    /// Whether there is a column of dates.
    pub(super) has_dates: bool,
    /// Whether rows say of themselves when, at which level and by whom they are.
    pub(super) names_itself: bool,
    /// The places of columns without a name.
    pub(super) nameless: Vec<usize>,
    /// Columns that no name fits, as written.
    pub(super) unknown: Vec<String>,
    /// The places of those.
    unknown_places: Vec<usize>,
    /// Columns that mean the same as an earlier one: meaning, this, the earlier.
    pub(super) twice: Vec<(Column, String, String)>,
}

#[derive(Clone, Debug)]
struct Found {
    column: Column,
    role: Role,
    place: usize,
    written: String,
}

impl Header {
    /// Reads a header row.
    pub(super) fn read(row: &Row) -> Header {
        let mut header = Header { width: row.len(), ..Header::default() };
        for (place, cell) in row.cells().enumerate() {
            if cell.is_empty() {
                header.nameless.push(place);
                continue;
            }
            let written = cell.to_owned();
            let Some((column, role)) = find(cell) else {
                if !is_telling(cell) {
                    header.unknown.push(written);
                    header.unknown_places.push(place);
                }
                continue;
            };
            let found = Found { column, role, place, written };
            match header.found.iter().find(|other| other.clashes(&found)) {
                Some(other) => header.twice.push((column, found.written, other.written.clone())),
                None => {
                    header.places[column as usize].get_or_insert(place);
                    header.found.push(found);
                }
            }
        }
        header.communes = header.commune_places();
        header.has_dates = Column::DATES.into_iter().any(|column| header.has(column));
        header.names_itself = [Period, Level, Source].into_iter().any(|column| header.has(column));
        header
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// Whether rows can be read under it.
    pub(super) fn is_usable(&self) -> bool {
        self.has(Indicator) && self.has(Value)
    }

    /// The column's name as this file writes it; the canonical one where it is absent.
    pub(super) fn written(&self, column: Column) -> &str {
        let found = self.found.iter().find(|f| f.column == column);
        found.map_or(column.as_str(), |f| f.written.as_str())
    }

    /// The row's cell of a column; empty where the column is absent.
    pub(super) fn cell<'r>(&self, row: &Row<'r>, column: Column) -> &'r str {
        self.places[column as usize].map_or("", |place| row.cell(place))
    }

    /// Whether the row's cell of a column is a number of a sheet.
    pub(super) fn is_number(&self, row: &Row, column: Column) -> bool {
        let kind = self.places[column as usize].map(|place| row.kind(place));
        kind.is_some_and(|kind| matches!(kind, CellKind::Number | CellKind::Percent))
    }

    /// The place of a column.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places[column as usize]
    }

    /// The place of a column under its canonical name.
    pub(super) fn place_of(&self, canonical: &str) -> Option<usize> {
        self.found.iter().find(|f| f.column.as_str() == canonical).map(|f| f.place)
    }

    /// The places of columns whose cells may be merged over rows: those that say what
    /// a row is of, not what it gives.
    pub(super) fn spreadable(&self) -> Vec<usize> {
        let own = [Value, Numerator, Denominator];
        self.found.iter().filter(|f| !own.contains(&f.column)).map(|f| f.place).collect()
    }

    /// The columns that are read, in the order of the file: what each means, its name as
    /// written, its place.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Column, &str, usize)> {
        self.found.iter().map(|found| (found.column, found.written.as_str(), found.place))
    }

    /// The columns that no name fits: place and name.
    pub(super) fn others(&self) -> impl Iterator<Item = (usize, &str)> {
        self.unknown_places.iter().copied().zip(self.unknown.iter().map(String::as_str))
    }

    /// Whether a row is a header: this one again, or another.
    pub(super) fn is_header(&self, row: &Row) -> bool {
        let names = |column| row.cells().any(|c| find(c).is_some_and(|(found, _)| found == column));
        names(Indicator) && names(Value) && find(self.cell(row, Indicator)).is_some()
    }

    /// Whether a header names the columns in the same order as this one.
    pub(super) fn is_repeated(&self, row: &Row) -> bool {
        let other = Header::read(row);
        self.places == other.places && self.communes == other.communes
    }

    /// The cells that name the commune: the deciding one first.
    pub(super) fn commune<'r>(&self, row: &Row<'r>) -> [&'r str; 2] {
        self.communes.map(|place| place.map_or("", |place| row.cell(place)))
    }

    fn commune_places(&self) -> [Option<usize>; 2] {
        let columns = || self.found.iter().filter(|f| f.column == Commune);
        let code = columns().find(|f| f.role == Role::Code);
        let either = columns().find(|f| f.role == Role::Either);
        let name = columns().find(|f| f.role == Role::Name);
        let mut places = [code, either, name].into_iter().flatten().map(|f| f.place);
        [places.next(), places.next()]
    }
}

impl Found {
    /// Two columns mean the same, unless they are a commune's code and name.
    fn clashes(&self, other: &Found) -> bool {
        self.column == other.column && (self.column != Commune || self.role == other.role)
    }
}
