//! Which column of a file means what.

use std::sync::LazyLock;

use super::around;
use super::book::CellKind;
use super::header_cells::{self, Cells};
use super::nearly::nearly;
use super::table::{self, Line, MOST_CELLS, Row};
use crate::fold::{self, Table};
use crate::law::IndicatorId;

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

/// The column that a header cell names.
pub(super) fn column(cell: &str) -> Option<Column> {
    find(cell).map(|(column, _)| column)
}

fn find(cell: &str) -> Option<(Column, Role)> {
    static TABLE: LazyLock<Table<(Column, Role)>> = LazyLock::new(|| Table::new(NAMES));
    TABLE.find(cell)
}

/// The header of a text whose first row is none.
pub(super) fn search(text: &str, delimiter: u8) -> Search {
    let end = memchr::memchr_iter(b'\n', text.as_bytes()).nth(table::TITLE);
    let mut search = Search::default();
    table::rows(&text[..end.unwrap_or(text.len())], 1, delimiter, |line| {
        if let Line::Row(row) = line {
            search.look_at(&row);
        }
    });
    search
}

/// Looks for the header among the first rows.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// Whether the best row names indicator and value, or one of them, and how many
    /// columns it names.
    best: (bool, bool, usize),
    /// How many rows stand above it.
    pub(super) above: usize,
    /// Where it has its indicators.
    pub(super) indicators: Option<usize>,
    rows: usize,
    /// Whether some row names one column alone that a table needs.
    doubtful: bool,
    /// Whether some row holds an indicator's number beside something else.
    pub(super) has_rows: bool,
}

impl Search {
    pub(super) fn look_at(&mut self, row: &Row) {
        self.rows += 1;
        // The first that names both is the header, whatever the rows below it hold.
        if self.best.0 {
            return;
        }
        let several = row.cells().filter(|cell| !cell.is_empty()).count() > 1;
        self.has_rows |= several && row.cells().any(|cell| IndicatorId::parse(cell).is_some());
        let columns = || row.cells().take(MOST_CELLS).map(column);
        let place = |column| columns().position(|found| found == Some(column));
        let known = columns().flatten().count();
        let (indicators, value) = (place(Indicator), place(Value).is_some());
        let indicator = indicators.is_some();
        let rank = (indicator && value, indicator || value, known);
        if known > 1 && rank > self.best {
            self.best = rank;
            (self.above, self.indicators) = (self.rows - 1, indicators);
        }
        if self.best.2 == 0 && (indicator || value) && several && !self.doubtful {
            self.doubtful = true;
            (self.above, self.indicators) = (self.rows - 1, indicators);
        }
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

/// The names of columns and what they mean.
pub(super) fn names() -> impl Iterator<Item = (&'static str, Column)> {
    NAMES.iter().map(|(name, (column, _))| (*name, *column))
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
    /// Columns that are nearly called like one that is absent and says whose a row is.
    pub(super) misspelt: Vec<(Column, String)>,
    /// The first cell that a row of data holds, not a header.
    pub(super) joined: Option<String>,
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
        if header.is_too_wide() {
            return header;
        }
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
        header.joined = header.first_of_data(row);
        header.set_misspelt_apart();
        header.leave_out_twice();
        header.communes = header.commune_places();
        header.has_dates = Column::DATES.into_iter().any(|column| header.has(column));
        header.names_itself = [Period, Level, Source].into_iter().any(|column| header.has(column));
        header
    }

    /// Whether it has more columns than any table.
    pub(super) fn is_too_wide(&self) -> bool {
        self.width > MOST_CELLS
    }

    /// A cell that a row of data holds: a line end behind the header was lost.
    fn first_of_data(&self, row: &Row) -> Option<String> {
        let named = self.found.len();
        let data = Cells::of(row);
        let first = row.cells().find(|cell| data.is_of_data(cell));
        // A row that names no columns may be words of any kind, which is told otherwise.
        let may_be = named > 1 || named == 0 && header_cells::is_row(row);
        first.filter(|_| may_be).map(str::to_owned)
    }

    /// Columns that no name fits but nearly one that is absent.
    fn set_misspelt_apart(&mut self) {
        for place in (0..self.unknown.len()).rev() {
            let near = nearly(&self.unknown[place]);
            if let Some(column) = near.filter(|column| !self.has(*column)) {
                let written = self.unknown.remove(place);
                self.unknown_places.remove(place);
                self.misspelt.insert(0, (column, written));
            }
        }
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// Whether it names what every table must have.
    pub(super) fn is_complete(&self) -> bool {
        self.has(Indicator) && self.has(Value)
    }

    /// Whether rows can be read under it.
    pub(super) fn is_usable(&self) -> bool {
        // Under a misspelt column rows would be taken for others than they are; where two
        // columns say whose or of what a row is, neither is believed.
        let twice = [Commune, Period, Level, Indicator, Part, Source];
        self.is_complete() && self.misspelt.is_empty() && !self.has_twice(&twice)
    }

    /// Whether a row's value cannot be told, as it has several columns.
    pub(super) fn has_values_twice(&self) -> bool {
        self.has_twice(&[Value, Numerator, Denominator])
    }

    fn has_twice(&self, columns: &[Column]) -> bool {
        self.twice.iter().any(|(column, ..)| columns.contains(column))
    }

    /// What stands in two columns is taken from neither.
    fn leave_out_twice(&mut self) {
        let missing = [Evidence, AsOf, EvidenceDate, ValidUntil, Note];
        for (column, ..) in self.twice.iter().filter(|(column, ..)| missing.contains(column)) {
            self.places[*column as usize] = None;
        }
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
        let names = |name| row.cells().take(MOST_CELLS).any(|cell| column(cell) == Some(name));
        find(self.cell(row, Indicator)).is_some() && names(Indicator) && names(Value)
    }

    /// Whether a header names the columns in the same order as this one.
    pub(super) fn is_repeated(&self, row: &Row) -> bool {
        let other = Header::read(row);
        self.places == other.places && self.communes == other.communes
    }

    /// Whether a row holds something under a column without a name.
    pub(super) fn has_nameless(&self, row: &Row) -> bool {
        let mut places = self.nameless.iter().take_while(|place| **place < row.len());
        places.any(|place| !row.cell(*place).is_empty())
    }

    /// Whether a row gives a value only where none is read.
    pub(super) fn is_misplaced(&self, row: &Row) -> bool {
        let values = [Value, Numerator, Denominator];
        if values.iter().any(|column| !self.cell(row, *column).is_empty()) {
            return false;
        }
        let unread = self.nameless.iter().chain(&self.unknown_places);
        let beyond = self.width..row.len();
        unread.copied().chain(beyond).any(|place| around::is_value(row.cell(place)))
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
