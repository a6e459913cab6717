//! Where communes say one thing at one level and another at a lower one.

use super::inputs::{LadderReport, name, title};
use crate::analysis::ladder::Step;
use crate::report::{Cell, Table, Tone, at_least, unbroken, wide};
use crate::review::{Contradiction, observation_text};
use crate::text::{self, Text, ladder as say};

/// So many are listed where the page is of all communes.
const LISTED: usize = 20;

/// The contradictions of all communes.
pub(super) struct ContradictionsFound<'a> {
    ladder_report: &'a LadderReport<'a>,
    all: Vec<(&'a str, &'a Step, &'a Contradiction)>,
}

impl<'a> ContradictionsFound<'a> {
    pub(super) fn in_ladders(ladder_report: &'a LadderReport<'a>) -> ContradictionsFound<'a> {
        let of_step = |one, step: &'a Step| {
            step.contradictions.iter().map(move |found| (name(ladder_report, one), step, found))
        };
        let steps =
            ladder_report.ladders.iter().flat_map(|one| one.steps.iter().map(move |s| (one, s)));
        ContradictionsFound {
            ladder_report,
            all: steps.flat_map(|(one, step)| of_step(one, step)).collect(),
        }
    }

    fn listed(&self) -> usize {
        let most = if self.ladder_report.chosen { usize::MAX } else { LISTED };
        self.all.len().min(most)
    }

    /// Both values of each, side by side.
    pub(super) fn table(&self) -> Option<Table> {
        let rows: Vec<_> = self.all[..self.listed()].iter().filter_map(|one| row(*one)).collect();
        (!rows.is_empty()).then(|| Table {
            caption: Some(say::contradictions()),
            columns: vec![
                unbroken(text::commune()),
                wide(text::indicator()),
                at_least(say::said_here(), 16),
                at_least(say::said_below(), 16),
            ],
            rows,
        })
    }

    /// What the table leaves out, and what to do.
    pub(super) fn notes(&self) -> Vec<(Tone, Text)> {
        let more = self.all.len() - self.listed();
        let mut notes = Vec::new();
        if more > 0 {
            notes.push((Tone::Faint, say::more_contradictions(more)));
        }
        if !self.all.is_empty() {
            notes.push((Tone::Doubt, say::own_counts()));
        }
        notes
    }
}

fn row((name, step, found): (&str, &Step, &Contradiction)) -> Option<Vec<Cell>> {
    let law = &step.card.as_ref()?.tally.law.indicators[found.indicator];
    let part = &law.require[found.part].part;
    let value = |observation, level, id: Text| {
        let value = observation_text(observation, &law.grades);
        [value, text::in_brackets(Text::join(&[title(level), id], " "))]
    };
    let name_of = match part.as_str() {
        "" => law.name.clone(),
        part => format!("{} ({part})", law.name),
    };
    Some(vec![
        Cell::same(name),
        Cell::same(name_of),
        Cell::lines(value(&found.own, step.level, Text::same(law.id))),
        Cell::lines(value(&found.other, found.level, Text::same(found.lower))),
    ])
}
