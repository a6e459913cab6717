//! The sheet of one level: a row per part, with what is known already.

use jiff::civil::Date;

use super::papers::RowNotes;
use super::{Form, FormColumn, WrittenRows, verdict, word};
use crate::exact::Exact;
use crate::intake::{Observation, Submission};
use crate::law::{
    Domain, Heading, IndicatorId, Level, Measure, Requirement, Resolved, ResolvedIndicator, Value,
};
use crate::report::{commune::threshold, communes::sets_used, words};
use crate::score::{self, Status};
use crate::text::{self, Text};

/// The sheet of one level.
#[derive(Clone, Debug)]
pub struct FormSheet {
    /// What applies to the commune.
    pub law: Resolved,
    /// What is known of each part, in the order of the law.
    known: Vec<CarriedPart>,
    /// Of each indicator the one of a lower level that its values are taken from.
    shared: Vec<Option<(Level, IndicatorId)>>,
    /// Indicators of last time whose values could not be carried over.
    left_out: Vec<IndicatorId>,
}

/// What is known of a part.
#[derive(Clone, Debug, Default)]
struct CarriedPart {
    observation: Observation,
    evidence: Option<String>,
    papers: RowNotes,
}

/// A row of a sheet: one part of an indicator.
#[derive(Clone, Copy, Debug)]
pub struct FormRow<'s> {
    /// Its criterion.
    pub heading: &'s Heading,
    pub indicator: &'s ResolvedIndicator,
    /// What it must reach.
    pub requirement: &'s Requirement,
    known: &'s CarriedPart,
    shared: Option<(Level, IndicatorId)>,
}

/// What a cell of a form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormEntry {
    /// Nothing yet.
    Empty,
    Words(String),
    Number(Exact),
    Day(Date),
}

impl FormSheet {
    /// A sheet without values, or with those that were given last time. `lower`: what
    /// applies of the levels below, from which values may be taken.
    pub fn new(
        law: Resolved,
        lower: &[Resolved],
        last: Option<(&Submission, &WrittenRows)>,
    ) -> FormSheet {
        let known = match last {
            Some(last) => carried(last, &law),
            None => vec![CarriedPart::default(); law.parts()],
        };
        let shared = |indicator: &ResolvedIndicator| {
            // What its note names must be the commune's own word.
            let (level, id) = indicator.same_as.filter(|_| indicator.named.is_none())?;
            let there = lower.iter().find_map(|lower| indicator.shared_with(lower));
            there.map(|_| (level, id))
        };
        let shared = law.indicators.iter().map(shared).collect();
        let left_out = last.map(|(last, _)| left_out(last, &law, &known)).unwrap_or_default();
        FormSheet { law, known, shared, left_out }
    }

    /// The indicators of last time of which a value was given and could not be carried over.
    pub fn left_out(&self) -> &[IndicatorId] {
        &self.left_out
    }

    /// The lines above the table.
    pub fn lead(&self, form: &Form) -> Vec<Text> {
        let (law, commune) = (&self.law, form.commune);
        let sure = score::summarise(&[], &[], law).thresholds;
        let (total, confirmed) = (law.indicators.len(), sure.confirmed);
        let doubt = (confirmed < total).then(|| text::form_not_confirmed(total - confirmed, total));
        let mut lines = vec![
            text::form_title(words::level(law.level)),
            text::form_commune(
                text::commune_named(&commune.name),
                &commune.code,
                form.period,
                &law.column,
            ),
            sets_used(&law.layers),
        ];
        lines.extend(doubt);
        lines.extend(law.cautions.iter().map(text::caution));
        lines
    }

    /// Its rows, in the order of the set.
    pub fn rows(&self) -> impl Iterator<Item = FormRow<'_>> {
        self.law.criteria.iter().flat_map(move |heading| {
            let shared = &self.shared[heading.indicators.clone()];
            let indicators = self.law.indicators[heading.indicators.clone()].iter().zip(shared);
            indicators.flat_map(move |(indicator, shared)| {
                let pairs = indicator.require.iter().zip(&self.known[indicator.parts()]);
                pairs.map(move |(requirement, known)| FormRow {
                    heading,
                    indicator,
                    requirement,
                    known,
                    shared: *shared,
                })
            })
        })
    }
}

impl FormRow<'_> {
    /// What stands in a column; of what is computed, what it comes to.
    pub fn entry(&self, column: FormColumn, form: &Form, sheet: &FormSheet) -> FormEntry {
        let words = |text: &str| match text {
            "" => FormEntry::Empty,
            text => FormEntry::Words(text.to_owned()),
        };
        let number =
            |number: Option<&Exact>| number.cloned().map_or(FormEntry::Empty, FormEntry::Number);
        let day = |day: Option<Date>| day.map_or(FormEntry::Empty, FormEntry::Day);
        let (requirement, observation) = (self.requirement, &self.known.observation);
        let counts = || requirement.counts.as_ref().map(|counts| counts.what.as_str());
        match column {
            FormColumn::Criterion => words(&format!("{}. {}", self.heading.no, self.heading.name)),
            FormColumn::Indicator => words(&self.indicator.id.to_string()),
            FormColumn::Name => words(&self.name()),
            FormColumn::Part => words(&requirement.part),
            FormColumn::Requirement => words(word(&threshold(self.indicator, requirement))),
            FormColumn::Unit => words(&requirement.unit),
            FormColumn::Value => self.value(),
            FormColumn::Numerator => number(observation.ratio().map(|ratio| &ratio.numerator)),
            FormColumn::Denominator => number(observation.ratio().map(|ratio| &ratio.denominator)),
            FormColumn::Counts => words(counts().unwrap_or_default()),
            FormColumn::Share => number(observation.ratio().map(|ratio| ratio.percent()).as_ref()),
            FormColumn::Verdict => words(&verdict(score::status(requirement, observation))),
            FormColumn::Evidence => words(self.known.evidence.as_deref().unwrap_or_default()),
            FormColumn::EvidenceDate => day(self.known.papers.evidence_date),
            FormColumn::ValidUntil => day(self.known.papers.valid_until),
            FormColumn::AsOf => day(self.known.papers.as_of),
            FormColumn::Note => words(&self.note()),
            FormColumn::Commune => words(&form.commune.code),
            FormColumn::Period => words(&form.period.to_string()),
            FormColumn::Level => words(sheet.law.level.as_str()),
        }
    }

    /// The indicator's name with what else the set says of it. Not among the notes, which
    /// are the commune's own.
    fn name(&self) -> String {
        let name = &self.indicator.name;
        match &self.indicator.note {
            Some(note) => word(&text::form_name_and_note(name, note)).to_owned(),
            None => name.clone(),
        }
    }

    /// Where its value is taken from if the row is left empty, and what was noted last time.
    fn note(&self) -> String {
        let told = |(level, id)| word(&text::leave_empty(id, words::level(level))).to_owned();
        let (told, noted) = (self.shared.map(told).unwrap_or_default(), &self.known.papers.note);
        match (told.as_str(), noted.as_str()) {
            ("", _) => noted.clone(),
            (_, "") => told,
            // It was noted by the form of last time.
            (told, noted) if noted.contains(told) => noted.to_owned(),
            (told, noted) => format!("{noted}; {told}"),
        }
    }

    /// A ratio says more than the value that it gives.
    fn value(&self) -> FormEntry {
        match &self.known.observation {
            Observation::Nothing | Observation::Ratio(_) => FormEntry::Empty,
            Observation::NotApplicable => FormEntry::Words(verdict(Status::NotApplicable)),
            Observation::Value(Value::YesNo(true)) => FormEntry::Words(verdict(Status::Met)),
            Observation::Value(Value::YesNo(false)) => FormEntry::Words(verdict(Status::NotMet)),
            Observation::Value(Value::Grade(place)) => {
                FormEntry::Words(self.indicator.grades[*place].clone())
            }
            Observation::Value(Value::Number(number)) => FormEntry::Number(number.clone()),
        }
    }

    /// Whether the commune fills in this column here.
    pub fn is_open(&self, column: FormColumn) -> bool {
        match column {
            FormColumn::Numerator | FormColumn::Denominator => {
                self.requirement.measure == Measure::Share
            }
            column => column.kind() == super::ColumnKind::Open,
        }
    }

    /// The words that its value may be: yes and no, or grades; and that it does not
    /// apply, where that is allowed.
    pub fn choices(&self) -> Vec<String> {
        let mut words = match self.requirement.measure.domain() {
            Domain::Verdicts => vec![verdict(Status::Met), verdict(Status::NotMet)],
            Domain::Grades => self.indicator.grades.clone(),
            Domain::Numbers { .. } => Vec::new(),
        };
        words.extend(self.indicator.if_present.then(|| verdict(Status::NotApplicable)));
        words
    }
}

/// What was known last time, as far as the law still requires it. What was taken from a
/// lower level is taken from there again: copied, it would be entered twice.
fn carried((last, written): (&Submission, &WrittenRows), law: &Resolved) -> Vec<CarriedPart> {
    let papers = written.papers(last);
    let (observations, evidence) = (last.observations(), last.evidence());
    let known = law.indicators.iter().flat_map(|indicator| {
        let place = last.law.position(indicator.id);
        let own = place.is_some_and(|place| last.borrows(place).is_none());
        let old = place.map(|place| &last.law.indicators[place]);
        let (observations, evidence, papers) = (&observations, &evidence, &papers);
        indicator.require.iter().map(move |requirement| {
            let same = |r: &Requirement| {
                let alike = r.measure == requirement.measure && r.unit == requirement.unit;
                r.part == requirement.part && alike
            };
            let found = old.and_then(|old| Some((old, old.require.iter().position(same)?)));
            let Some((old, part)) = found else {
                return CarriedPart::default();
            };
            let place = old.first_part + part;
            let papers = papers[place].clone();
            if !own {
                return CarriedPart { papers, ..CarriedPart::default() };
            }
            CarriedPart {
                papers,
                observation: fitting(&observations[place], old, indicator),
                evidence: evidence[place].map(str::to_owned),
            }
        })
    });
    known.collect()
}

/// What was given last time and has no place today: the indicator is measured otherwise, or
/// is there no more.
fn left_out(last: &Submission, law: &Resolved, known: &[CarriedPart]) -> Vec<IndicatorId> {
    let observations = last.observations();
    let of_old = last.law.indicators.iter().enumerate();
    let given = of_old.filter(|(place, _)| last.borrows(*place).is_none());
    let lost = given.filter(|(_, old)| {
        let new = law.position(old.id).map(|place| &law.indicators[place]);
        let place_of = |part: &str| {
            let new = new?;
            let place = new.require.iter().position(|requirement| requirement.part == part)?;
            Some(new.first_part + place)
        };
        let mut parts = old.require.iter().zip(&observations[old.parts()]);
        parts.any(|(requirement, seen)| {
            let now = place_of(&requirement.part).map(|place| &known[place].observation);
            let gone = now.is_none_or(|now| *now == Observation::Nothing);
            gone && *seen != Observation::Nothing
        })
    });
    lost.map(|(_, old)| old.id).collect()
}

/// What was known, in the terms of today.
fn fitting(seen: &Observation, old: &ResolvedIndicator, new: &ResolvedIndicator) -> Observation {
    match seen {
        Observation::NotApplicable if !new.if_present => Observation::Nothing,
        Observation::Value(Value::Grade(place)) => {
            let still = new.grades.iter().position(|grade| *grade == old.grades[*place]);
            still.map_or(Observation::Nothing, |place| Observation::Value(Value::Grade(place)))
        }
        seen => seen.clone(),
    }
}
