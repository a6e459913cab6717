//! Whose a row is and of when: its period, level, source and commune.

use super::column::Column;
use super::context::Context;
use super::key::Identity;
use super::names::{NamedLevel, commune_of_names, level_of_names, starts_with_short_code};
use super::repair::RepairKind;
use super::roster::{Suggestions, Unknown};
use super::sink::Sink;
use super::table_row::{Table, TableRow};
use super::titled::{self, refuse_contradicting_names};
use super::voice::Voice;
use crate::law::Level;
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Text};

/// Reads whose rows are. Rows of one commune follow each other: what the cells of the row
/// before meant is remembered.
pub(super) struct Identities<'a> {
    /// The level of rows that name none.
    level_of_name: NamedLevel<'a>,
    suggestions: Suggestions,
    /// The period and level of rows that say nothing of it themselves.
    tacit: Option<(Period, Level)>,
    period: Option<(String, Period)>,
    level: Option<(String, Level)>,
    /// What is said of rows without a level where title, names or the column of values speak of
    /// another than theirs, once that was looked at.
    other_level: Option<Option<(Text, Text)>>,
    voice: Option<(String, Voice)>,
    commune: Option<KnownCommune>,
    /// The period in which sheet and file name different communes.
    contradicted: Option<Period>,
    /// A cell that names no commune in a period, and what is said of it.
    unknown: Option<(String, Period, (Text, Text))>,
}

/// What the two cells of a commune mean in a period.
struct KnownCommune {
    cells: [String; 2],
    period: Period,
    index: usize,
    /// Whether its code lacked the zero it begins with.
    padded: bool,
}

/// What a cell meant, if it is the same as before; else what `read` finds.
fn again<T: Copy>(
    last: &mut Option<(String, T)>,
    cell: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    if let Some((before, meaning)) = last
        && before == cell
    {
        return Some(*meaning);
    }
    let meaning = read(cell)?;
    *last = Some((cell.to_owned(), meaning));
    Some(meaning)
}

/// Whether two cells are the same. Of empty ones the bytes are not looked at: that is
/// a hundred times as slow with the C library of some machines.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && (one.is_empty() || one == other)
}

impl<'a> Identities<'a> {
    pub(super) fn new(context: &Context<'a>) -> Identities<'a> {
        Identities {
            level_of_name: level_of_names(context.names()),
            suggestions: Suggestions::default(),
            tacit: None,
            period: None,
            level: None,
            other_level: None,
            voice: None,
            commune: None,
            contradicted: None,
            unknown: None,
        }
    }

    /// Whose a row is, with faults for what it says wrongly. `None`: it is of another period
    /// than the one picked.
    pub(super) fn read_identity(&mut self, row: TableRow, sink: &mut Sink) -> Option<Identity> {
        let (period, level, voice) = match self.tacit {
            Some((period, level)) => (Some(period), Some(level), Some(Voice::Own)),
            None => {
                let period = self.period(row, sink)?;
                let level = self.level(row, sink);
                if !row.header().names_itself {
                    self.tacit = period.zip(level);
                }
                (period, level, self.voice(row, sink))
            }
        };
        let commune = self.commune(row, period.or(row.context().due.expected), sink);
        let empty = || row.header().commune(row.cells).iter().all(|cell| cell.is_empty());
        let unnamed = commune.is_some() && row.header().has(Column::Commune) && empty();
        Some(Identity { period, level, voice, commune, unnamed })
    }

    fn voice(&mut self, row: TableRow, sink: &mut Sink) -> Option<Voice> {
        let column = Column::Source;
        let cell = row.cell(column);
        if cell.is_empty() {
            return Some(Voice::Own);
        }
        let voice = again(&mut self.voice, cell, Voice::parse);
        if voice.is_none() {
            let message = text::not_a_voice(row.written(column), cell);
            sink.faults.push(row.fault(Code::BadSource, column, message, text::write_voice()));
        }
        voice
    }

    fn level(&mut self, row: TableRow, sink: &mut Sink) -> Option<Level> {
        let column = Column::Level;
        let cell = row.cell(column);
        if cell.is_empty() {
            return match self.level_of_name {
                NamedLevel::One(level) => {
                    let look = || titled::speaks_of_other_level(row, level);
                    let other = self.other_level.get_or_insert_with(look).clone();
                    let is_own = other.is_none();
                    other.into_iter().for_each(|told| {
                        sink.fault_of_cell_or_file(row, Code::BadLevel, column, told);
                    });
                    is_own.then_some(level)
                }
                NamedLevel::Several(name) => {
                    let told = (text::several_levels(name), text::name_one_level());
                    sink.fault_of_cell_or_file(row, Code::BadLevel, column, told);
                    None
                }
            };
        }
        let level = again(&mut self.level, cell, Level::parse);
        if level.is_none() {
            let words = text::one_of(Level::ALL.map(Level::as_str).join(", "));
            let message = text::not_a_level(row.written(column), cell);
            sink.faults.push(row.fault(Code::BadLevel, column, message, words));
        }
        level
    }

    /// The row's period; `Some(None)` where it is wrong, `None` where the row is
    /// passed over because another period is asked for.
    fn period(&mut self, row: TableRow, sink: &mut Sink) -> Option<Option<Period>> {
        let (column, code, due) = (Column::Period, Code::BadPeriod, row.context().due);
        let cell = row.cell(column);
        let found = match cell {
            "" => due.tacit,
            _ => again(&mut self.period, cell, Period::parse),
        };
        let Some(found) = found else {
            if cell.is_empty() {
                let told = (text::no_period(), text::give_period());
                sink.fault_of_cell_or_file(row, code, column, told);
            } else {
                let message = text::not_a_period(row.written(column), cell);
                sink.faults.push(row.fault(code, column, message, text::write_period()));
            }
            return Some(None);
        };
        if row.context().options.period.is_some_and(|picked| picked != found) {
            *sink.piece.unpicked.entry(found).or_default() += 1;
            return None;
        }
        match due.expected.filter(|expected| due.only && *expected != found) {
            None => Some(Some(found)),
            Some(expected) => {
                let message = text::other_period(row.written(column), cell, expected);
                sink.faults.push(row.fault(code, column, message, text::move_row(expected)));
                Some(None)
            }
        }
    }

    fn commune(&mut self, row: TableRow, period: Option<Period>, sink: &mut Sink) -> Option<usize> {
        let period = period?;
        let [first, second] = row.header().commune(row.cells);
        if let Some(known) = &self.commune
            && (same(&known.cells[0], first) && same(&known.cells[1], second))
            && known.period == period
        {
            sink.piece.repairs.note(RepairKind::LeadingZeros, usize::from(known.padded));
            return Some(known.index);
        }
        if first.is_empty() && second.is_empty() {
            let has_column = row.header().has(Column::Commune);
            if let Some(index) = self.commune_of_names(row, period, sink)? {
                return Some(index);
            }
            if !has_column {
                self.report_other_month(row, period, sink);
                return None;
            }
        }
        let (deciding, other) = if first.is_empty() { (second, "") } else { (first, second) };
        let found = self.commune_of_cells(row, (deciding, other), period);
        match found {
            Ok(index) => {
                let code = &row.context().roster.communes[index].code;
                let padded =
                    deciding.len() < code.len() && deciding.bytes().all(|b| b.is_ascii_digit());
                let cells = [first.to_owned(), second.to_owned()];
                self.commune = Some(KnownCommune { cells, period, index, padded });
                sink.piece.repairs.note(RepairKind::LeadingZeros, usize::from(padded));
                Some(index)
            }
            Err(told) => {
                let fault = told.map(|(message, hint)| {
                    let code = Code::UnknownCommune;
                    row.fault(code, Column::Commune, message, hint).with_cell(deciding)
                });
                sink.faults.extend(fault);
                None
            }
        }
    }

    /// The commune that a row's cells name, or what is wrong with them; nothing where that is
    /// the roster's own fault, which is reported: its communes are not called unknown.
    fn commune_of_cells(
        &mut self,
        row: TableRow,
        (deciding, other): (&str, &str),
        period: Period,
    ) -> Result<usize, Option<(Text, Text)>> {
        let (roster, written) = (row.context().roster, row.written(Column::Commune));
        if deciding.is_empty() {
            return Err(Some((text::cell_empty(written), text::write_commune())));
        }
        if let Some((cell, of, told)) = &self.unknown
            && (same(cell, deciding) && *of == period)
        {
            return Err(Some(told.clone()));
        }
        match roster.find(deciding, period) {
            Ok(index) if other.is_empty() || roster.is_named(index, other, period) => Ok(index),
            Ok(index) => {
                let name = &roster.communes[index].name;
                let message = text::code_and_name_differ(written, deciding, name, other);
                Err(Some((message, text::mend_code_or_name())))
            }
            Err(_) if roster.incomplete => Err(None),
            Err(why) => {
                let told = self.unknown_commune(row.context(), written, deciding, (&why, period));
                self.unknown = Some((deciding.to_owned(), period, told.clone()));
                Err(Some(told))
            }
        }
    }

    /// The commune that sheet or file are named after, should they be; `None` where they
    /// contradict each other: whose the rows are nobody knows.
    fn commune_of_names(
        &mut self,
        row: TableRow,
        period: Period,
        sink: &mut Sink,
    ) -> Option<Option<usize>> {
        let context = row.context();
        if self.contradicted == Some(period) {
            return None;
        }
        let Ok(index) = commune_of_names(context.names(), context.roster, period) else {
            return Some(None);
        };
        let contradicted = if row.header().has(Column::Commune) {
            compare_names(row.table, period, sink)
        } else {
            // The rest is looked at with the header.
            refuse_contradicting_names(row.table, period, sink)
        };
        if contradicted {
            self.contradicted = Some(period);
            return None;
        }
        let cells = [String::new(), String::new()];
        self.commune = Some(KnownCommune { cells, period, index, padded: false });
        Some(Some(index))
    }

    /// Reports a row whose period is not the one in which the names of file and sheet were
    /// looked up, where they mean nobody in it.
    fn report_other_month(&mut self, row: TableRow, period: Period, sink: &mut Sink) {
        let context = row.context();
        if context.due.expected == Some(period) || context.roster.incomplete {
            return;
        }
        if let Err(why) = commune_of_names(context.names(), context.roster, period) {
            let stem = context.source.stem();
            let (message, hint) = self.unknown_commune(context, "commune", stem, (&why, period));
            sink.faults.push(row.fault(Code::UnknownCommune, Column::Commune, message, hint));
        }
    }

    /// Looks for the commune of a table without a column for it in the names of its sheet and
    /// file.
    pub(super) fn look_into_names(&mut self, table: &Table, sink: &mut Sink) {
        let context = table.context;
        // Without a period nobody can be looked up; that is reported by itself.
        let Some(period) = context.due.expected else {
            return;
        };
        let found = commune_of_names(context.names(), context.roster, period);
        // Where the roster could not be read, nobody is called unknown.
        if let Some(why) = found.err().filter(|_| !context.roster.incomplete) {
            let stem = context.source.stem();
            let named = stem.len() >= 5 && stem.as_bytes()[..5].iter().all(u8::is_ascii_digit);
            let column = Column::Commune;
            sink.find(if named || why != Unknown::NotThere {
                let (message, hint) =
                    self.unknown_commune(context, "commune", stem, (&why, period));
                let file = context.source.name.clone();
                let place = Location { file, column: Some("commune"), ..Location::default() };
                Problem::error(Code::UnknownCommune, place, message, hint)
            } else {
                let place = table.place(table.layout.line, Some(column));
                let message = text::column_missing(column.as_str());
                Problem::error(Code::MissingColumn, place, message, text::name_commune())
            });
        }
        compare_names(table, period, sink);
    }

    /// What is said of a cell that names no commune in a period.
    fn unknown_commune(
        &mut self,
        context: &Context,
        written: &str,
        cell: &str,
        (why, period): (&Unknown, Period),
    ) -> (Text, Text) {
        match why {
            Unknown::NotThere => {
                let near = self.suggestions.near(cell, context.roster);
                let hint = text::near_or(&near, text::see_roster());
                (text::unknown_commune(written, cell), hint)
            }
            Unknown::NotTakingPart => {
                let period = period.to_string();
                (text::commune_not_there(written, cell, period), text::check_validity())
            }
            Unknown::Shared(places) => {
                let codes = context.roster.codes_of(places);
                (text::name_shared(written, cell, codes), text::write_code_instead())
            }
        }
    }
}

/// Looks whether the name that counts is a code that lost its zero, and whether sheet and
/// file name different communes; returns that.
fn compare_names(table: &Table, period: Period, sink: &mut Sink) -> bool {
    let context = table.context;
    let named =
        |name: &str| commune_of_names(std::iter::once(name), context.roster, period).is_ok();
    let short = |name: &str| starts_with_short_code(name) && named(name);
    if sink.piece.is_first() && context.names().any(short) {
        sink.piece.repairs.note(RepairKind::LeadingZeros, 1);
    }
    refuse_contradicting_names(table, period, sink)
}
