//! Rows of one submission beside each other: the same value twice, an indicator
//! that Excel shortened, a part that is not said.

use std::collections::{BTreeSet, HashMap};

use super::batch::{BatchOrigin, Batches};
use super::column::Column;
use super::key::{PartOf, RowId, RowKey, RowRange, RowSubject};
use super::table_row::place;
use super::{Finding, Source, indicator};
use crate::distinct::push_once;
use crate::law::{IndicatorId, Resolved, ResolvedIndicator};
use crate::problem::{Code, Location, Problem, Twin};
use crate::text::{self, Text};

/// Looks at the rows of one submission after the other.
pub(super) struct Reconciler<'a> {
    pub(super) sources: &'a [Source],
    pub(super) held: &'a Batches,
}

/// What becomes of a row that does not simply give its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setback {
    /// Its value is not used, for another row gives it too.
    Void,
    /// It is not used at all.
    Passed,
}

/// What comes of the rows of a submission.
#[derive(Debug, Default)]
pub(super) struct Reconciled {
    /// The rows that do not simply give their value, in order.
    pub(super) fates: Vec<(RowId, Setback)>,
    /// With the number of the file.
    pub(super) findings: Vec<(usize, Finding)>,
    /// Rows whose indicator Excel shortened.
    pub(super) mangled: Vec<RowId>,
}

/// What comes of a row beside the others of its submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowVerdict {
    Placed,
    /// The row with this number gives the same value.
    Duplicate(usize),
    /// Excel shortened its indicator: `17.10` became `17.1`.
    Mangled,
    /// It does not say its part.
    PartUnsaid,
    /// It only heads the rows of its parts.
    Heads,
}

impl Reconciler<'_> {
    /// Judges the rows of a key.
    pub(super) fn rows(&self, key: RowKey, law: &Resolved, stretches: &[RowRange]) -> Reconciled {
        if self.speak_apart(law, stretches) {
            Reconciled::default()
        } else {
            self.compare(key, law, stretches)
        }
    }

    /// Whether every row names its part and no two name the same: then there is
    /// nothing to compare.
    fn speak_apart(&self, law: &Resolved, stretches: &[RowRange]) -> bool {
        let mut given = vec![false; law.parts()];
        let mut slots = stretches.iter().flat_map(|s| s.slots.clone().map(|slot| (s.batch, slot)));
        slots.all(|(batch, slot)| {
            let about = self.held.batches[batch].about(slot);
            match about.part {
                PartOf::Judged(part) => {
                    let place = law.indicators[about.indicator].first_part + part;
                    !std::mem::replace(&mut given[place], true)
                }
                _ => false,
            }
        })
    }

    fn compare(&self, key: RowKey, law: &Resolved, stretches: &[RowRange]) -> Reconciled {
        let places = stretches.iter().flat_map(|stretch| {
            stretch.slots.clone().map(|slot| RowId { batch: stretch.batch, slot })
        });
        let rows: Vec<(RowId, RowSubject)> =
            places.map(|place| (place, self.held.batches[place.batch].about(place.slot))).collect();
        let abouts: Vec<RowSubject> = rows.iter().map(|(_, about)| *about).collect();
        let verdicts = verdicts(&abouts, law);
        let mut judged = Reconciled::default();
        // `không áp dụng` for all parts doubles each of them.
        let mut doubled: HashMap<usize, Vec<PartOf>> = HashMap::new();
        for (number, verdict) in verdicts.iter().enumerate() {
            let (place, about) = rows[number];
            let told = match verdict {
                RowVerdict::Placed | RowVerdict::Heads => continue,
                // Others may have parts in their cells of the row; this one is left empty.
                RowVerdict::PartUnsaid
                    if about.part == PartOf::Heading && self.is_of_one(place) =>
                {
                    continue;
                }
                RowVerdict::Duplicate(first) => {
                    let parts = doubled.entry(about.indicator).or_default();
                    push_once(parts, about.part);
                    self.duplicate(
                        rows[*first],
                        place,
                        &law.indicators[about.indicator],
                        about.part,
                    )
                }
                RowVerdict::Mangled => {
                    judged.mangled.push(place);
                    self.mangled(place, law.indicators[about.indicator].id)
                }
                RowVerdict::PartUnsaid => self.part_unsaid(place, &law.indicators[about.indicator]),
            };
            judged.fates.push((place, Setback::Passed));
            let (level, voice, commune) = (Some(key.level), Some(key.voice), Some(key.commune));
            let finding = Finding::of_row(told, level, voice, commune);
            judged.findings.push((self.held.origins[place.batch].file, finding));
        }
        for ((place, about), verdict) in rows.iter().zip(&verdicts) {
            let parts = doubled.get(&about.indicator).into_iter().flatten();
            if *verdict == RowVerdict::Placed && parts.into_iter().any(|p| p.covers(about.part)) {
                judged.fates.push((*place, Setback::Void));
            }
        }
        judged.fates.sort_by_key(|(place, _)| *place);
        judged
    }

    fn line(&self, place: RowId) -> u64 {
        self.held.origins[place.batch].line + self.held.batches[place.batch].about(place.slot).line
    }

    fn origin(&self, place: RowId) -> (&str, &BatchOrigin) {
        let origin = &self.held.origins[place.batch];
        (&self.sources[origin.file].name, origin)
    }

    /// Whether a row is of one of several communes or months that have a column each.
    fn is_of_one(&self, at: RowId) -> bool {
        self.origin(at).1.header.name_of_one().is_some()
    }

    fn problem(
        &self,
        at: RowId,
        code: Code,
        column: Option<Column>,
        told: (Text, Text),
    ) -> Problem {
        let (name, origin) = self.origin(at);
        let place = place(name, origin.sheet.as_deref(), &origin.header, self.line(at), column);
        Problem::error(code, place, told.0, told.1)
    }

    fn duplicate(
        &self,
        (first, _): (RowId, RowSubject),
        at: RowId,
        indicator: &ResolvedIndicator,
        part: PartOf,
    ) -> Problem {
        let part = match part {
            PartOf::Judged(place) => indicator.require[place].part.as_str(),
            PartOf::Checked => indicator.check_part.as_deref().unwrap_or_default(),
            _ => "",
        };
        let what = match part {
            "" => indicator.id.to_string(),
            part => format!("{} ({part})", indicator.id),
        };
        let (name, origin) = self.origin(first);
        let other = origin.file != self.origin(at).1.file;
        let twin = other.then(|| Twin { file: name.to_owned(), whole: false });
        let file = match &origin.sheet {
            Some(sheet) => format!("{name}!{sheet}"),
            None => name.to_owned(),
        };
        let message = text::duplicate_value(what, file, self.line(first));
        let told = (message, text::keep_one_row());
        let column = self.is_of_one(at).then_some(Column::Value);
        Problem { twin, ..self.problem(at, Code::DuplicateValue, column, told) }
    }

    fn mangled(&self, at: RowId, id: IndicatorId) -> Problem {
        let (column, whole) = (Column::Indicator, tenfold(id));
        let written = self.origin(at).1.header.written(column);
        let told = (text::indicator_shortened(written, id, whole), text::restore_indicator(whole));
        let problem = self.problem(at, Code::MangledIndicator, Some(column), told);
        problem.with_cell(&id.to_string())
    }

    fn part_unsaid(&self, at: RowId, indicator: &ResolvedIndicator) -> Problem {
        let column = Column::Part;
        let told = indicator::unknown_part(indicator, self.origin(at).1.header.written(column), "");
        let problem = self.problem(at, Code::UnknownPart, Some(column), told).with_cell("");
        if !self.is_of_one(at) || self.origin(at).1.header.has(column) {
            return problem;
        }
        // The cell that was to name its part is that of the value.
        let (name, origin) = self.origin(at);
        let value = Some(Column::Value);
        let at = place(name, origin.sheet.as_deref(), &origin.header, self.line(at), value);
        Problem { place: Location { column: Some(column.as_str()), ..at }, ..problem }
    }
}

fn verdicts(rows: &[RowSubject], law: &Resolved) -> Vec<RowVerdict> {
    let given: BTreeSet<usize> = rows.iter().map(|row| row.indicator).collect();
    // `17.1` may stand for `17.10` where the set has that and no row gives it.
    let may_be_shortened = |row: &RowSubject| {
        let whole = law.position(tenfold(law.indicators[row.indicator].id));
        whole.is_some_and(|whole| !given.contains(&whole))
    };
    let mut placed: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut seen = BTreeSet::new();
    let mut verdicts = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let of_indicator = placed.entry(row.indicator).or_default();
        let earlier = of_indicator.iter().find(|other| rows[**other].part.covers(row.part));
        let further = !seen.insert(row.indicator);
        let unsaid = matches!(row.part, PartOf::Unsaid | PartOf::Heading | PartOf::All);
        let of_part = |other: &RowSubject| {
            let named = matches!(other.part, PartOf::Judged(_) | PartOf::Checked);
            other.indicator == row.indicator && named
        };
        let heads = || row.part == PartOf::Heading && rows[number + 1..].iter().any(of_part);
        let verdict = match earlier {
            _ if row.part == PartOf::Unknown => RowVerdict::Placed,
            _ if unsaid && further && may_be_shortened(row) => RowVerdict::Mangled,
            _ if heads() => RowVerdict::Heads,
            _ if matches!(row.part, PartOf::Unsaid | PartOf::Heading) => RowVerdict::PartUnsaid,
            Some(_) if may_be_shortened(row) => RowVerdict::Mangled,
            Some(first) => RowVerdict::Duplicate(*first),
            None => RowVerdict::Placed,
        };
        if verdict == RowVerdict::Placed {
            of_indicator.push(number);
        }
        verdicts.push(verdict);
    }
    verdicts
}

/// The indicator that a spreadsheet shortens to `id` when it takes it for a number.
fn tenfold(id: IndicatorId) -> IndicatorId {
    let number = id.number.saturating_mul(10);
    IndicatorId { number, ..id }
}
