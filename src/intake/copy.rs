//! Clean copies of what was read: UTF-8, one delimiter, canonical columns and words, so
//! that the next program reads what this one read.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use super::column::Column;
use super::context::{Context, Keep};
use super::key::{Identity, Key, PartOf};
use super::number::{self, Convention, Number};
use super::parts::PartCell;
use super::periods::Due;
use super::piece::PieceRead;
use super::quantity::{Cells, Spoken};
use super::reader::Reader;
use super::shape::Flaws;
use super::standards::Standards;
use super::table::{CellKind, Row};
use super::value;
use super::word::{self, Word};
use super::{Options, Roster, Source, file};
use crate::formula::guarded;
use crate::law::{Library, Measure, Requirement, Resolved, ResolvedIndicator};
use crate::visible::no_character;
use crate::{fold, period};

/// A clean copy of one file, or of one sheet of a workbook.
#[derive(Clone, Debug)]
pub struct CleanCopy {
    /// The place of its file among the sources.
    pub source: usize,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What it holds.
    pub text: String,
}

/// The place of the indicator among the columns of a copy.
const INDICATOR: usize = 3;

/// The columns of a copy, in their order; the claim where the table has it, and those that
/// it has besides follow.
const COLUMNS: [Column; 14] = [
    Column::Commune,
    Column::Period,
    Column::Level,
    Column::Indicator,
    Column::Part,
    Column::Value,
    Column::Numerator,
    Column::Denominator,
    Column::Evidence,
    Column::Source,
    Column::AsOf,
    Column::EvidenceDate,
    Column::ValidUntil,
    Column::Note,
];

/// Copies files in which nothing is wrong; `wanted` says which. What they score is what
/// the originals score.
pub fn clean_copies(
    sources: &[Source],
    roster: &Roster,
    library: &Library,
    options: Options,
    wanted: &(dyn Fn(&Source) -> bool + Sync),
) -> Vec<CleanCopy> {
    let standards = Standards::new(library);
    let due = Due::of(sources, options);
    let copy_one = |(number, source): (usize, &Source)| {
        let (standards, due) = (&standards, due.in_file(source));
        let (sheet, flaws, keep) = (None, Flaws::default(), Keep::Nothing);
        let context = Context { roster, standards, options, source, sheet, keep, due, flaws };
        // The convention of its numbers is known once the file was read.
        let settled = file::read_file(&context, &mut Vec::new()).seen.settled();
        let context = Context { keep: Keep::Copies(settled), ..context };
        let read = file::read_file(&context, &mut Vec::new());
        let pieces = read.pieces.chunk_by(|one, other| one.sheet == other.sheet);
        let copies = pieces.map(|pieces| {
            let sheet = pieces[0].sheet.as_ref().map(ToString::to_string);
            let rows = pieces.iter().flat_map(PieceRead::copied);
            CleanCopy { source: number, sheet, text: written(rows) }
        });
        copies.filter(|copy| !copy.text.is_empty()).collect::<Vec<_>>()
    };
    let files = sources.par_iter().enumerate().filter(|(_, source)| wanted(source));
    files.map(copy_one).collect::<Vec<_>>().concat()
}

/// The rows as CSV; the header stands first among them.
fn written<'r>(rows: impl Iterator<Item = &'r Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Memory takes everything.
        let _ =
            writer.write_record(row.iter().map(|cell| guarded(&known_letters(cell)).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell without what is no character: shown as a sign for one that was lost, it would
/// make the copy one in which letters were lost.
fn known_letters(cell: &str) -> Cow<'_, str> {
    match cell.contains(no_character) {
        true => Cow::Owned(cell.replace(no_character, "")),
        false => Cow::Borrowed(cell),
    }
}

impl Reader<'_> {
    /// Keeps the header of the copy.
    pub(super) fn copy_header(&mut self) {
        if matches!(self.context.keep, Keep::Copies(_)) {
            let own = self.copied_columns().map(|column| column.as_str().to_owned());
            let others = self.header.others().map(|(_, name)| name.to_owned());
            let names = own.chain(others).collect();
            self.piece.aside().copied.push(names);
        }
    }

    /// The columns that a copy has of those that are read.
    fn copied_columns(&self) -> impl Iterator<Item = Column> + use<> {
        let claim = self.header.place(Column::Claim).map(|_| Column::Claim);
        COLUMNS.into_iter().chain(claim)
    }

    /// Keeps what is claimed of a criterion, by the row above its indicators or by a cell
    /// over them: as a row of its own, once.
    pub(super) fn copy_criterion(&mut self, row: &Row, key: Key, criterion: u16) {
        if !matches!(self.context.keep, Keep::Copies(_)) {
            return;
        }
        let name = |law: Arc<Resolved>| {
            let heading = law.criteria.iter().find(|heading| heading.no == criterion)?;
            Some(heading.name.clone())
        };
        let name = self.laws(key.period).find_map(name);
        let label = format!("{criterion}. {}", name.unwrap_or_default());
        let cells = self.copied_columns().map(|column| match column {
            Column::Commune => self.context.roster.communes[key.commune].code.clone(),
            Column::Period => key.period.to_string(),
            Column::Level => key.level.as_str().to_owned(),
            Column::Source => key.voice.as_str().to_owned(),
            Column::Indicator => label.clone(),
            Column::Claim => self.header.cell(row, Column::Claim).to_owned(),
            _ => String::new(),
        });
        let others = self.header.others().map(|_| String::new());
        let cells: Vec<String> = cells.chain(others).collect();
        let copied = &mut self.piece.aside().copied;
        let of_it = |row: &&Vec<String>| {
            let id = row[INDICATOR].split('.').next();
            id.and_then(|id| id.parse().ok()) == Some(criterion)
        };
        if !copied.iter().rev().take_while(of_it).any(|row| *row == cells) {
            copied.push(cells);
        }
    }

    /// Keeps the copy of a row.
    pub(super) fn copy_row(&mut self, row: &Row, who: &Identity, law: Option<&Resolved>) {
        let Keep::Copies(settled) = self.context.keep else {
            return;
        };
        let id = self.id_of(row);
        let known = id.and_then(|id| Some(&law?.indicators[law?.position(id)?]));
        let columns = [Column::Value, Column::Numerator, Column::Denominator];
        let cells = columns.map(|column| self.header.cell(row, column));
        let parts = known.and_then(|indicator| self.parts_in_cell(row, indicator, cells));
        if let Some(parts) = parts {
            for PartCell { part, value } in parts {
                let part = known.and_then(|indicator| part_name(part, indicator));
                let given = Given { part, cells: [value, "", ""], exact: [false; 3] };
                self.copy_given(row, who, known, settled, &given);
            }
            return;
        }
        let exact = columns.map(|column| self.header.is_number(row, column));
        let part = known.and_then(|indicator| part(self.part_of(row), indicator));
        self.copy_given(row, who, known, settled, &Given { part, cells, exact });
    }

    /// Keeps what a row gives of one part.
    fn copy_given(
        &mut self,
        row: &Row,
        who: &Identity,
        known: Option<&ResolvedIndicator>,
        settled: Option<Convention>,
        given: &Given,
    ) {
        let values = known.map(|indicator| self.values(given, indicator, settled));
        let own = self.copied_columns().map(|column| {
            let cell = self.header.cell(row, column);
            let canonical = match column {
                Column::Commune => {
                    who.commune.map(|n| self.context.roster.communes[n].code.clone())
                }
                Column::Period => who.period.map(|period| period.to_string()),
                Column::Level => who.level.map(|level| level.as_str().to_owned()),
                Column::Source => who.voice.map(|voice| voice.as_str().to_owned()),
                Column::Indicator => known.map(|indicator| indicator.id.to_string()),
                Column::Part => given.part.clone(),
                Column::Value => values.as_ref().map(|values| values[0].clone()),
                Column::Numerator => values.as_ref().map(|values| values[1].clone()),
                Column::Denominator => values.as_ref().map(|values| values[2].clone()),
                Column::AsOf | Column::EvidenceDate | Column::ValidUntil => {
                    period::parse_date(cell).map(|date| date.to_string())
                }
                // One over several indicators has a row of its own.
                Column::Claim if self.is_of_criterion(row) => Some(String::new()),
                Column::Evidence | Column::Note | Column::Claim => None,
            };
            canonical.unwrap_or_else(|| cell.to_owned())
        });
        let others = self.header.others().map(|(place, _)| row.cell(place).to_owned());
        let cells = own.chain(others).collect();
        self.piece.aside().copied.push(cells);
    }

    /// Whether the row's claim is its criterion's.
    fn is_of_criterion(&self, row: &Row) -> bool {
        let place = self.header.place(Column::Claim);
        let spanning = place.is_some_and(|place| row.kind(place) == CellKind::Spanning);
        spanning && self.claims(row).is_some()
    }

    fn values(
        &self,
        Given { part, cells, exact }: &Given,
        indicator: &ResolvedIndicator,
        settled: Option<Convention>,
    ) -> [String; 3] {
        let all = Cells::new(*cells, *exact, &indicator.grades);
        let word = all.word;
        let require = requirement(part.as_deref().unwrap_or_default(), indicator);
        let numeric = require.measure.is_numeric();
        let cells = if numeric { Spoken::new(all, require).numbers } else { *cells };
        let forced = self.context.options.decimal;
        std::array::from_fn(|place| {
            let range = value::range(place, require);
            let number = match (require.measure.is_numeric(), exact[place]) {
                (false, _) => None,
                (true, true) => {
                    number::read_exact(cells[place], range, value::unit(place, require)).ok()
                }
                (true, false) => number::read(cells[place], range, forced).ok(),
            };
            let number = number.and_then(|number| canonical(number, settled));
            let words = (place == 0).then(|| spelled(all.value, word, require.measure)).flatten();
            number.or(words).unwrap_or_else(|| cells[place].to_owned())
        })
    }
}

/// What the part that a cell names must reach; the first where it names none.
pub(super) fn requirement<'l>(cell: &str, indicator: &'l ResolvedIndicator) -> &'l Requirement {
    let part = part(cell, indicator);
    let require = indicator.require.iter().find(|r| Some(&r.part) == part.as_ref());
    require.unwrap_or(&indicator.require[0])
}

/// The canonical name of a part.
fn part(cell: &str, indicator: &ResolvedIndicator) -> Option<String> {
    let names = indicator.require.iter().map(|r| r.part.as_str());
    let names = names.chain(indicator.check_part.as_deref()).filter(|name| !name.is_empty());
    fold::find(cell, names.map(|name| (name, name.to_owned())))
}

/// What a row gives of one part.
struct Given<'r> {
    /// The part's canonical name.
    part: Option<String>,
    /// Value, numerator and denominator.
    cells: [&'r str; 3],
    exact: [bool; 3],
}

/// The canonical name of a part that a value's cell names.
fn part_name(part: PartOf, indicator: &ResolvedIndicator) -> Option<String> {
    match part {
        PartOf::Judged(place) => Some(indicator.require[place].part.clone()),
        PartOf::Checked => indicator.check_part.clone(),
        _ => None,
    }
}

/// A number with a decimal point that no one takes for the mark of a group.
fn canonical(number: Number, settled: Option<Convention>) -> Option<String> {
    let reading = match number {
        Number::One(reading) => reading,
        Number::Two(readings) => {
            let fits = |r: &number::Reading| settled.is_some() && r.convention == settled;
            readings.into_iter().find(fits)?
        }
    };
    let decimals = u32::try_from(reading.decimals).ok()?;
    let text = reading.value.rounded(decimals);
    Some(match text.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => text + "0",
        _ => text,
    })
}

/// A word for yes, no or not applicable as the office spells it.
fn spelled(cell: &str, word: Option<Word>, measure: Measure) -> Option<String> {
    if word::is_nothing(cell) {
        return None;
    }
    let spelled = match word? {
        Word::NotApplicable => "không áp dụng",
        Word::Yes { .. } if measure == Measure::YesNo => "đạt",
        Word::No { .. } | Word::None if measure == Measure::YesNo => "chưa đạt",
        _ => return None,
    };
    Some(spelled.to_owned())
}
