//! Which column of a file means what.

use super::cell;
use super::column::COLUMNS;
use super::column::Column::{
    self, AsOf, Claim, Commune, Denominator, Evidence, EvidenceDate, Indicator, Level, Note,
    Numerator, Part, Source, ValidUntil, Value,
};
use super::header_cells::{self, HeaderCells};
use super::header_names::{self, Beginning, Meaning, Role, find};
pub(super) use super::header_names::{column, is_known, nearest};
use super::header_time::When;
use super::near_names::nearly;
use super::otherwise::Otherwise;
use super::table::{self, CellKind, Line, MOST_CELLS, Row};
use super::voice::Voice;
use crate::law::IndicatorId;
use crate::period::Period;

/// The header of a text whose first row is none.
pub(super) fn search(text: &str, delimiter: u8) -> HeaderSearch {
    let end = memchr::memchr_iter(b'\n', text.as_bytes()).nth(table::TITLE);
    let mut search = HeaderSearch::default();
    table::rows(&text[..end.unwrap_or(text.len())], 1, delimiter, |line| {
        if let Line::Row(row) = line {
            search.look_at(&row);
        }
    });
    search
}

/// Looks for the header among the first rows.
#[derive(Debug, Default)]
pub(super) struct HeaderSearch {
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

impl HeaderSearch {
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
        let words = || row.cells().take(MOST_CELLS).position(header_names::holds_words);
        let (indicator, value) = (place(Indicator), place(Value).is_some());
        let whole = indicator.is_some() && value;
        // The text of the indicators may hold their ids; a title names no two columns.
        let indicators = indicator.or_else(words);
        let known = columns().flatten().count() + usize::from(indicators > indicator);
        let indicator = indicators.is_some();
        let rank = (whole, indicator || value, known);
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
    pub(super) fn is_found(&self) -> bool {
        self.best.1 || self.doubtful
    }
}

/// The header of one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// How many columns there are.
    pub(super) width: usize,
    found: Vec<NamedColumn>,
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
    /// The columns in which the ids may stand.
    pub(super) id_columns: Vec<IdColumn>,
    /// The first cell that a row of data holds, not a header.
    pub(super) joined: Option<String>,
    /// Columns that begin like one of values, and say that they are something else.
    pub(super) otherwise: Vec<(Otherwise, String)>,
    /// Columns that mean the same as an earlier one: meaning, this, the earlier.
    pub(super) twice: Vec<(Column, String, String)>,
}

/// A column in which the ids of the indicators may stand.
#[derive(Clone, Debug)]
pub(super) struct IdColumn {
    pub(super) place: usize,
    pub(super) written: String,
    /// How sure its name is.
    pub(super) named: IdNaming,
}

/// How a column is named for ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IdNaming {
    /// By a name of the ids.
    ForIds,
    /// By a name of the indicators' text.
    ForWords,
    /// By a name with other words behind it.
    Loosely,
}

#[derive(Clone, Debug)]
struct NamedColumn {
    column: Column,
    role: Role,
    place: usize,
    written: String,
    /// Of when its values are, where its name says so.
    when: Option<When>,
}

/// A column of verdicts: its place, and whose they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClaimColumn<'h> {
    pub(super) place: usize,
    pub(super) written: &'h str,
    pub(super) of: Voice,
}

impl Header {
    /// Reads a header row.
    pub(super) fn from_row(row: &Row) -> Header {
        let mut header = Header { width: row.len(), ..Header::default() };
        if header.is_too_wide() {
            return header;
        }
        header.name_columns(row);
        header.joined = header.first_of_data(row);
        header.set_misspelt_apart();
        header.leave_out_twice();
        header.communes = header.commune_places();
        header.has_dates = Column::DATES.into_iter().any(|column| header.has(column));
        header.names_itself =
            [Column::Period, Level, Source].into_iter().any(|column| header.has(column));
        header
    }

    /// Finds what each cell means: matched whole first, and only then by its beginning,
    /// where no other is the column.
    fn name_columns(&mut self, row: &Row) {
        let mut others = Vec::new();
        for (place, cell) in row.cells().enumerate() {
            match find(cell) {
                _ if cell.is_empty() => self.nameless.push(place),
                Some(meaning) => self.take(place, cell, meaning, None),
                None => others.push((place, cell)),
            }
        }
        let whole: Vec<(Column, Role)> = self.found.iter().map(|f| (f.column, f.role)).collect();
        for (place, cell) in others {
            let taken = |beginning: &Beginning| match beginning.meaning {
                Meaning::Read(Indicator, _) => false,
                Meaning::Read(column, role) => whole.contains(&(column, role)),
                Meaning::Words | Meaning::Unread | Meaning::Otherwise(_) => false,
            };
            match header_names::find_beginning(cell).filter(|beginning| !taken(beginning)) {
                Some(Beginning { meaning, rest }) => self.take(place, cell, meaning, Some(&rest)),
                None => {
                    self.unknown.push(cell.to_owned());
                    self.unknown_places.push(place);
                }
            }
        }
        // The first column of ids, until the rows show where they stand.
        self.id_columns.sort_by_key(|column| (column.named, column.place));
        if let Some(first) = self.id_columns.first() {
            self.set_ids(first.place);
        }
        self.id_columns.sort_by_key(|column| column.place);
    }

    /// `rest`: the words behind its name.
    fn take(&mut self, place: usize, cell: &str, meaning: Meaning, rest: Option<&str>) {
        let (written, loosely) = (cell.to_owned(), rest.is_some());
        let named = match meaning {
            Meaning::Unread => return,
            Meaning::Otherwise(otherwise) => {
                self.otherwise.push((otherwise, written));
                return;
            }
            Meaning::Words if !loosely => IdNaming::ForWords,
            Meaning::Read(Indicator, _) if !loosely => IdNaming::ForIds,
            Meaning::Words | Meaning::Read(Indicator, _) => IdNaming::Loosely,
            Meaning::Read(column, role) => {
                let values = [Value, Numerator, Denominator].contains(&column);
                let when = rest.filter(|_| values).and_then(When::parse);
                let found = NamedColumn { column, role, place, written, when };
                match self.found.iter().find(|other| other.clashes(&found)) {
                    Some(other) => {
                        self.twice.push((column, found.written, other.written.clone()));
                    }
                    None => {
                        self.places[column as usize].get_or_insert(place);
                        self.found.push(found);
                        self.found.sort_by_key(|found| found.place);
                    }
                }
                return;
            }
        };
        self.id_columns.push(IdColumn { place, written, named });
    }

    /// Takes the ids from one of the columns in which they may stand.
    pub(super) fn set_ids(&mut self, place: usize) {
        let Some(chosen) = self.id_columns.iter().find(|column| column.place == place) else {
            return;
        };
        let (column, role, written) = (Indicator, Role::Only, chosen.written.clone());
        self.found.retain(|found| found.column != Indicator);
        self.found.push(NamedColumn { column, role, place, written, when: None });
        self.found.sort_by_key(|found| found.place);
        self.places[Indicator as usize] = Some(place);
    }

    /// The columns besides the chosen one in which ids may stand.
    pub(super) fn words(&self) -> impl Iterator<Item = &IdColumn> {
        let chosen = self.place(Indicator);
        self.id_columns.iter().filter(move |column| Some(column.place) != chosen)
    }

    /// Whether it has more columns than any table.
    pub(super) fn is_too_wide(&self) -> bool {
        self.width > MOST_CELLS
    }

    /// A cell that a row of data holds: a line end behind the header was lost.
    fn first_of_data(&self, row: &Row) -> Option<String> {
        let named = self.found.len();
        let data = HeaderCells::from_row(row);
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

    /// Whether it names no column at all, not even nearly.
    pub(super) fn names_nothing(&self) -> bool {
        let nothing = self.found.is_empty() && self.id_columns.is_empty();
        nothing && self.misspelt.is_empty() && self.otherwise.is_empty()
    }

    /// Whether rows can be read under it.
    pub(super) fn is_usable(&self) -> bool {
        // Under a misspelt column rows would be taken for others than they are; where two
        // columns say whose or of what a row is, neither is believed.
        let twice = [Commune, Column::Period, Level, Indicator, Part, Source];
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

    /// The columns of verdicts.
    pub(super) fn claims(&self) -> impl Iterator<Item = ClaimColumn<'_>> {
        self.found.iter().filter(|found| found.column == Claim).map(|found| ClaimColumn {
            place: found.place,
            written: &found.written,
            of: match found.role {
                Role::Of(voice) => voice,
                _ => Voice::Own,
            },
        })
    }

    /// The first column of values whose name says that they are of another time.
    pub(super) fn of_other_time(&self, period: Period) -> Option<(Column, &str)> {
        let other =
            |found: &&NamedColumn| found.when.as_ref().is_some_and(|when| !when.holds(period));
        self.found.iter().find(other).map(|found| (found.column, found.written.as_str()))
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
        let own = [Value, Numerator, Denominator, Claim];
        self.found.iter().filter(|f| !own.contains(&f.column)).map(|f| f.place).collect()
    }

    /// The columns that are read, in the order of the file: what each means, its name as
    /// written, its place.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Column, &str, usize)> {
        let read = self.found.iter().filter(|found| found.column != Claim);
        read.map(|found| (found.column, found.written.as_str(), found.place))
    }

    /// The columns that no name fits: place and name.
    pub(super) fn others(&self) -> impl Iterator<Item = (usize, &str)> {
        self.unknown_places.iter().copied().zip(self.unknown.iter().map(String::as_str))
    }

    /// Whether a row is a header: this one again, or another.
    pub(super) fn is_header(&self, row: &Row) -> bool {
        let names = |name| row.cells().take(MOST_CELLS).any(|cell| column(cell) == Some(name));
        let own = self.cell(row, Indicator);
        let named = is_known(own) || header_names::holds_words(own);
        let ids = names(Indicator) || header_names::holds_words(own);
        named && ids && names(Value)
    }

    /// Whether a header names the columns in the same order as this one.
    pub(super) fn is_repeated(&self, row: &Row) -> bool {
        let mut other = Header::from_row(row);
        if let Some(place) = self.place(Indicator) {
            other.set_ids(place);
        }
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
        unread.copied().chain(beyond).any(|place| cell::is_value(row.cell(place)))
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

impl NamedColumn {
    /// Two columns mean the same, unless they are a commune's code and name, or verdicts of
    /// different voices.
    fn clashes(&self, other: &NamedColumn) -> bool {
        let several = [Commune, Claim].contains(&self.column);
        self.column == other.column && (!several || self.role == other.role)
    }
}
