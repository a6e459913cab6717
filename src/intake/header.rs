//! Which column of a file means what.

use std::collections::BTreeSet;

use super::column::COLUMNS;
use super::column::Column::{
    self, AsOf, Claim, Commune, Denominator, Evidence, EvidenceDate, Indicator, Level, Note,
    Numerator, Part, Source, ValidUntil, Value,
};
use super::header_cells::{self, HeaderCells};
use super::header_marks::{self, MarkColumns};
use super::header_names::{self, Beginning, HeadName, Meaning, Role};
pub(super) use super::header_names::{column, is_known, nearest};
use super::header_rows::Heads;
use super::header_time::When;
use super::near_names::nearly;
use super::of_one::OfOne;
use super::otherwise::Otherwise;
use super::table::{MOST_CELLS, Row};
use super::voice::Voice;

/// The header of one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// How many columns there are.
    pub(super) width: usize,
    pub(super) found: Vec<NamedColumn>,
    /// The place of each column, for the cells.
    pub(super) places: [Option<usize>; COLUMNS],
    /// The places of the columns that name the commune: the deciding one first.
    pub(super) communes: [Option<usize>; 2],
    /// Whether there is a column of dates.
    pub(super) has_dates: bool,
    /// Whether rows say of themselves when, at which level and by whom they are.
    pub(super) names_itself: bool,
    /// The places of columns without a name.
    pub(super) nameless: Vec<usize>,
    /// The places of those that lie under a merged cell over values.
    pub(super) under_values: Vec<usize>,
    /// The place of the column of units.
    pub(super) units: Option<usize>,
    /// Columns that no name fits, as written.
    pub(super) unknown: Vec<String>,
    /// The places of those.
    pub(super) unknown_places: Vec<usize>,
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
    /// Columns of marks, two for each verdict.
    pub(super) marks: Vec<MarkColumns>,
    /// The cells of its rows, where it has several or stands over the results of several.
    pub(super) rows: Vec<Vec<String>>,
    /// The commune or month that it is of, where the table has columns for several.
    pub(super) one: Option<Box<OfOne>>,
    /// Whether it can be read in two ways.
    pub(super) is_refused: bool,
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
pub(super) struct NamedColumn {
    pub(super) column: Column,
    role: Role,
    place: usize,
    pub(super) written: String,
    /// Of when its values are, where its name says so.
    pub(super) when: Option<When>,
}

/// A column of verdicts: its place, and whose they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClaimColumn<'h> {
    pub(super) place: usize,
    pub(super) written: &'h str,
    pub(super) of: Voice,
}

impl Header {
    /// Reads a header of one row.
    pub(super) fn from_row(row: &Row) -> Header {
        Header::from_heads(&Heads::of_row(row), &BTreeSet::new())
    }

    /// Reads a header. `apart`: the columns that others give a meaning.
    pub(super) fn from_heads(heads: &Heads, apart: &BTreeSet<usize>) -> Header {
        let mut header = Header { width: heads.columns.len(), ..Header::default() };
        if header.is_too_wide() {
            return header;
        }
        if heads.height() > 1 || !apart.is_empty() {
            header.rows.clone_from(&heads.rows);
        }
        header.name_columns(heads, apart);
        let values = header.own_results();
        let under =
            |place: &usize| heads.merged_over(*place).is_some_and(|over| values.contains(&over));
        header.under_values = header.nameless.iter().copied().filter(under).collect();
        header.joined = header.first_of_data(heads);
        header.set_misspelt_apart();
        header.leave_out_twice();
        header.finish();
        header
    }

    /// What follows from the columns that were found.
    pub(super) fn finish(&mut self) {
        self.communes = self.commune_places();
        self.has_dates = Column::DATES.into_iter().any(|column| self.has(column));
        self.names_itself =
            [Column::Period, Level, Source].into_iter().any(|column| self.has(column));
    }

    /// Finds what each column means: matched whole first, and only then by its beginning,
    /// where no other is the column.
    fn name_columns(&mut self, heads: &Heads, apart: &BTreeSet<usize>) {
        let marks = header_marks::pairs(heads, apart);
        let is_apart = |place: usize| {
            apart.contains(&place) || marks.iter().any(|(yes, no)| place == *yes || place == *no)
        };
        let mut others = Vec::new();
        for (place, names) in heads.columns.iter().enumerate().filter(|(n, _)| !is_apart(*n)) {
            match header_names::find_whole(names) {
                _ if names.is_empty() => self.nameless.push(place),
                Some(meaning) => self.take(place, names, meaning, None),
                None => others.push((place, names)),
            }
        }
        let whole: Vec<(Column, Role)> = self.found.iter().map(|f| (f.column, f.role)).collect();
        for (place, names) in others {
            let taken = |beginning: &Beginning| match beginning.meaning {
                Meaning::Read(Indicator, _) => false,
                Meaning::Read(column, role) => whole.contains(&(column, role)),
                Meaning::Words | Meaning::Unread | Meaning::Otherwise(_) => false,
            };
            let beginning = header_names::find_beginning_of(names);
            match beginning.filter(|beginning| !taken(beginning)) {
                Some(Beginning { meaning, rest }) => self.take(place, names, meaning, Some(&rest)),
                None => {
                    self.unknown.push(header_names::written(names));
                    self.unknown_places.push(place);
                }
            }
        }
        for pair in marks {
            self.take_marks(heads, pair);
        }
        // The first column of ids, until the rows show where they stand.
        self.id_columns.sort_by_key(|column| (column.named, column.place));
        if let Some(first) = self.id_columns.first() {
            self.set_ids(first.place);
        }
        self.id_columns.sort_by_key(|column| column.place);
    }

    /// Takes two columns of marks: under a name of values they give the value, under one of
    /// verdicts that; under none the value, unless another column does.
    pub(super) fn take_marks(&mut self, heads: &Heads, (yes, no): (usize, usize)) {
        let Some((_, above)) = heads.columns[yes].split_last() else { return };
        let known = header_names::find_whole(above)
            .or_else(|| Some(header_names::find_beginning_of(above)?.meaning));
        let unnamed = match (above.is_empty(), self.has(Value)) {
            (true, false) => Meaning::Read(Value, Role::Only),
            _ => Meaning::Read(Claim, Role::Only),
        };
        let meaning = known.unwrap_or(unnamed);
        // Of a required level or a plan nothing is read.
        let Meaning::Read(Value | Claim, _) = meaning else {
            return;
        };
        let name = if above.is_empty() { &heads.columns[yes][..] } else { above };
        self.add_marks(heads, (yes, no), name, meaning);
    }

    /// `names`: what stands over both.
    pub(super) fn add_marks(
        &mut self,
        heads: &Heads,
        (yes, no): (usize, usize),
        names: &[HeadName],
        meaning: Meaning,
    ) {
        let taken = self.found.len();
        self.take(yes.min(no), names, meaning, None);
        if let (Meaning::Read(column, _), true) = (meaning, self.found.len() > taken) {
            let lowest = |place: usize| heads.columns[place].last().map(|name| name.text.clone());
            let names = [yes, no].map(|place| lowest(place).unwrap_or_default());
            self.marks.push(MarkColumns { column, yes, no, names });
        }
    }

    /// `rest`: the words behind its name.
    pub(super) fn take(
        &mut self,
        place: usize,
        names: &[HeadName],
        meaning: Meaning,
        rest: Option<&str>,
    ) {
        let (written, loosely) = (header_names::written(names), rest.is_some());
        let named = match meaning {
            Meaning::Unread => {
                let is_units = header_names::names_units(&written);
                self.units = self.units.or(is_units.then_some(place));
                return;
            }
            Meaning::Otherwise(otherwise) => {
                self.otherwise.push((otherwise, written));
                return;
            }
            Meaning::Words if !loosely => IdNaming::ForWords,
            Meaning::Read(Indicator, _) if !loosely => IdNaming::ForIds,
            Meaning::Words | Meaning::Read(Indicator, _) => IdNaming::Loosely,
            Meaning::Read(column, role) => {
                let values = [Value, Numerator, Denominator].contains(&column);
                let above = names.split_last().filter(|(_, above)| !above.is_empty());
                let above = above.map(|(_, above)| header_names::joined(above));
                let words = rest.or(above.as_deref()).filter(|_| values);
                let when = words.and_then(When::parse);
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
    fn first_of_data(&self, heads: &Heads) -> Option<String> {
        let named = self.found.len();
        let data = HeaderCells::from_heads(heads);
        let first = heads.texts().find(|cell| data.is_of_data(cell));
        // A row that names no columns may be words of any kind, which is told otherwise.
        let may_be = named > 1 || named == 0 && header_cells::is_row(heads);
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
        let by_name = || match (column, &self.one) {
            (Commune, Some(one)) => one.commune.is_some(),
            (Column::Period, Some(one)) => one.period.is_some(),
            _ => false,
        };
        self.places[column as usize].is_some() || by_name()
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
        let is_clear = !self.is_refused && !self.has_twice(&twice);
        self.is_complete() && self.misspelt.is_empty() && is_clear
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

    /// The column's name as this file writes it; the canonical one where it is absent.
    pub(super) fn written(&self, column: Column) -> &str {
        let one = self.one.as_ref().and_then(|one| match column {
            Commune => one.commune.as_deref(),
            Column::Period => one.period.as_deref(),
            _ => None,
        });
        if let Some(written) = one {
            return written;
        }
        let found = self.found.iter().find(|f| f.column == column);
        found.map_or(column.as_str(), |f| f.written.as_str())
    }

    /// The name of the column at `place`.
    pub(super) fn written_at(&self, place: usize) -> &str {
        let found = self.found.iter().find(|found| found.place == place);
        found.map_or("", |found| found.written.as_str())
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
