//! The tables of the three voices: what the commune says of itself, what the city
//! verified, what the province appraised, with the columns of the dossier under
//! 18/2022/QĐ-TTg.

use super::commune::{ratio, threshold, value};
use super::document::{Block, Document, Section, ShownIn};
use super::{Cell, Column, Table, Tone, at_least, column, unbroken, wide, words};
use crate::distinct::distinct;
use crate::intake::{Commune, Voice};
use crate::law::{Decision, Heading, Resolved};
use crate::period::Period;
use crate::score::{Scorecard, Status};
use crate::text::{self, Text};

/// The words of the tables, and whose each is: it has the columns of the voices before.
pub const TABLES: &[(&str, Voice)] = &[
    ("self-assessment", Voice::Own),
    ("verification", Voice::Verified),
    ("appraisal", Voice::Appraised),
];

/// The table that a voice gives of a commune. `cards`: what it and those before it say, in
/// their order; `None` where one has said nothing yet.
pub fn voices(
    voice: Voice,
    commune: &Commune,
    period: Period,
    law: &Resolved,
    cards: &[Option<Scorecard>],
) -> Document {
    let close = (Tone::Doubt, text::form_provisional());
    closed_by(vec![close], voice, commune, period, law, cards)
}

/// The same with other words below the table.
pub(super) fn closed_by(
    close: Vec<(Tone, Text)>,
    voice: Voice,
    commune: &Commune,
    period: Period,
    law: &Resolved,
    cards: &[Option<Scorecard>],
) -> Document {
    let mut blocks = vec![Block::from(table(voice, law, cards))];
    blocks.extend(close.into_iter().map(Block::from));
    let (name, level) = (commune.name.as_str(), words::level(law.level));
    let title = match voice {
        Voice::Own => text::self_form_title(name, level),
        Voice::Verified => text::verified_form_title(name, level),
        Voice::Appraised => text::appraised_form_title(name, level),
    };
    let section = Section {
        heading: text::form_heading(),
        sheet: text::form_sheet(),
        shown_in: ShownIn::Everywhere,
        blocks,
    };
    let voices = voice.with_earlier().iter().zip(cards);
    // The result first: it is what a table is opened for.
    let mut lead: Vec<Text> = voices.map(|(voice, card)| result(*voice, card.as_ref()).1).collect();
    lead.push(text::form_period(Text::month(period), &commune.code));
    lead.push(text::form_basis(&law.title, decisions(law)));
    Document { title, mark: None, lead, period: Some(period), wide: false, sections: vec![section] }
}

/// The decisions that a set and its layers come from, each once.
fn decisions(law: &Resolved) -> Text {
    let cited = law.layers.iter().map(|layer| {
        let Decision { number, date, issuer, annex, .. } = &layer.decision;
        let day = Text::day(*date);
        match annex {
            Some(annex) => text::decision_annex(number, day, issuer, annex),
            None => text::decision_cited(number, day, issuer),
        }
    });
    Text::join(&distinct(cited), "; ")
}

fn columns(voice: Voice) -> Vec<Column> {
    let mut columns = vec![
        unbroken(text::order()),
        at_least(text::form_criterion(), 12),
        wide(text::form_content()),
        at_least(text::form_threshold(), 14),
        at_least(text::form_result(), 14),
        column(text::form_self()),
    ];
    columns.extend(voice.with_earlier().iter().skip(1).map(|voice| match voice {
        Voice::Appraised => column(text::form_appraised()),
        _ => column(text::form_verified()),
    }));
    columns
}

fn table(voice: Voice, law: &Resolved, cards: &[Option<Scorecard>]) -> Table {
    let mut rows = Vec::new();
    for (place, criterion) in law.criteria.iter().enumerate() {
        rows.push(heading(place, criterion, cards));
        for indicator in criterion.indicators.clone() {
            rows.extend(indicator_rows(indicator, law, cards));
        }
    }
    Table { caption: None, columns: columns(voice), rows }
}

/// A criterion's own row, with what each voice says of it as a whole.
fn heading(place: usize, criterion: &Heading, cards: &[Option<Scorecard>]) -> Vec<Cell> {
    let mut row = vec![
        Cell::same(criterion.no).tone(Tone::Strong),
        Cell::same(&criterion.name).tone(Tone::Strong),
        Cell::default(),
        Cell::default(),
        Cell::default(),
    ];
    row.extend(cards.iter().map(|card| match card {
        Some(card) => {
            let met = card.tally.criterion_met(place);
            let status = if met { Status::Met } else { Status::NotMet };
            Cell::words(words::status(status)).tone(words::tone(status))
        }
        None => Cell::default(),
    }));
    row
}

/// A row per part; the first has the indicator's name and verdicts.
fn indicator_rows(place: usize, law: &Resolved, cards: &[Option<Scorecard>]) -> Vec<Vec<Cell>> {
    let indicator = &law.indicators[place];
    let row = |number: usize| {
        let requirement = &indicator.require[number];
        let [id, name] = super::commune::name_cells(indicator, number);
        let value_and_ratio = |card: &Scorecard| {
            let part = &card.parts(place)[number];
            [value(indicator, requirement, part), ratio(requirement, part)]
        };
        let own = cards.first().and_then(Option::as_ref).map(value_and_ratio);
        let mut row = vec![
            id,
            Cell::default(),
            name,
            Cell::words(threshold(indicator, requirement)),
            own.clone().map(Cell::lines).unwrap_or_default(),
        ];
        row.extend(cards.iter().enumerate().map(|(voice, card)| {
            let Some(card) = card else {
                return Cell::default();
            };
            let status = card.indicators[place].status;
            let verdict = (number == 0).then(|| words::status(status));
            // Of another voice the value too, where it is another.
            let other = Some(value_and_ratio(card))
                .filter(|other| voice > 0 && own.as_ref() != Some(other));
            let lines = verdict.into_iter().chain(other.into_iter().flatten());
            Cell::lines(lines).tone(words::tone(status))
        }));
        row
    };
    (0..indicator.require.len()).map(row).collect()
}

/// What a voice says in sum.
pub(super) fn result(voice: Voice, card: Option<&Scorecard>) -> (Tone, Text) {
    let Some(card) = card else {
        return (Tone::Doubt, text::voice_silent(words::voice(voice)));
    };
    let (tally, law) = (&card.tally, &card.tally.law);
    let criteria = text::out_of(tally.criteria_met(), law.criteria.len());
    let indicators = text::out_of(tally.counts().met, law.indicators.len());
    (Tone::Strong, text::voice_result(words::voice(voice), criteria, indicators))
}
