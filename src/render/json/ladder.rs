//! `ntm.ladder.v1`.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::Scalar;
use super::head::{head_of_levels, layers};
use super::object::{Each, Fields, Object, object};
use crate::analysis::ladder::{Ladder, Standing, Step, Title};
use crate::intake::Observation;
use crate::law::Level;
use crate::report::LadderReport;
use crate::score::{Scorecard, Status};

/// Writes the ladders as one line of JSON.
pub fn ladder<'a>(ladder_report: &LadderReport<'a>, out: &mut dyn Write) -> io::Result<()> {
    let sets = ladder_report.laws.iter().map(|law| {
        object! {
            level: law.level,
            criteria: law.criteria,
            indicators: law.indicators,
            not_confirmed: law.indicators - law.thresholds.confirmed,
            layers: layers(&law.layers),
        }
    });
    let commune = |one: &'a Ladder<'a>| {
        let commune = &ladder_report.roster.communes[one.commune];
        object! {
            code: &commune.code,
            name: &commune.name,
            title: one.title.as_ref().map(title),
            levels: one.steps.iter().map(level_entry).collect::<Vec<_>>(),
        }
    };
    super::document(
        out,
        &object! {
            head: Fields(head_of_levels("ntm.ladder.v1", ladder_report)),
            sets: sets.collect::<Vec<_>>(),
            communes: Each(|| ladder_report.ladders.iter().map(commune)),
            summary: Level::TITLES.map(|level| level_summary(ladder_report.ladders, level)),
        },
    )
}

fn level_summary(ladders: &[Ladder], level: Level) -> impl Object {
    let count = |wanted: fn(&Step) -> bool| {
        let steps = ladders.iter().flat_map(|one| &one.steps);
        steps.filter(|step| step.level == level && wanted(step)).count()
    };
    object! {
        level,
        reported: count(|step| step.card.is_some()),
        achieved: count(Step::achieved),
        eligible: count(Step::eligible),
    }
}

fn title(title: &Title) -> impl Object {
    let unmet = match &title.standing {
        Standing::Open(unmet) | Standing::Quiet(unmet) | Standing::Warned(unmet) => Some(unmet),
        _ => None,
    };
    let unmet = unmet.map(|unmet| {
        object! { criteria: &unmet.criteria, named: &unmet.named, total: unmet.total }
    });
    object! {
        level: title.level,
        set: &title.commune.title_set,
        date: title.commune.title_date.map(|date| date.to_string()),
        standing: title.standing.as_str(),
        short_of: &title.short_of,
        unmet,
    }
}

fn level_entry(step: &Step) -> impl Object {
    let card = step.card.as_ref();
    let open = card.into_iter().flat_map(|card| {
        step.open.iter().map(|place| {
            object! {
                indicator: card.tally.law.indicators[*place].id.to_string(),
                status: card.indicators[*place].status,
            }
        })
    });
    let conditions = |below: bool| {
        let all = step.conditions.as_ref()?.iter().filter(|condition| condition.below == below);
        let entries = all.map(|condition| {
            object! { id: &condition.id, name: &condition.name, status: condition.status }
        });
        Some(entries.collect::<Vec<_>>())
    };
    let criteria = card.map(|card| {
        object! { met: card.tally.criteria_met(), total: card.tally.law.criteria.len() }
    });
    object! {
        level: step.level,
        reported: card.is_some(),
        criteria,
        open: open.collect::<Vec<_>>(),
        lacking: &step.lacking,
        achieved: step.achieved(),
        conditions: conditions(false),
        eligible: step.eligible(),
        named: card.map(|card| named(step, card)).unwrap_or_default(),
        contradictions: card.map(|card| contradictions(step, card)).unwrap_or_default(),
        conditions_below: conditions(true),
    }
}

/// What is to be named, such as the field in which a commune stands out.
fn named(step: &Step, card: &Scorecard) -> Vec<impl Object> {
    let all = step.named.iter().map(|named| {
        object! {
            indicator: card.tally.law.indicators[named.indicator].id.to_string(),
            what: &named.what,
            status: named.status,
            name: &named.name,
        }
    });
    all.collect()
}

fn contradictions<'a>(step: &'a Step, card: &'a Scorecard) -> Vec<impl Object> {
    let all = step.contradictions.iter().map(|found| {
        let law = &card.tally.law.indicators[found.indicator];
        object! {
            indicator: law.id.to_string(),
            part: &law.require[found.part].part,
            value: Said(&found.own, &law.grades),
            lower_level: found.level,
            lower_indicator: found.lower.to_string(),
            lower_value: Said(&found.other, &law.grades),
        }
    });
    all.collect()
}

/// A value, or that it does not apply.
struct Said<'a>(&'a Observation, &'a [String]);

impl Serialize for Said<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.value() {
            Some(value) => Scalar(value, self.1).serialize(serializer),
            None => Status::NotApplicable.serialize(serializer),
        }
    }
}
