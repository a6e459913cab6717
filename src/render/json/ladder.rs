//! `ntm.ladder.v1`.

use std::io::{self, Write};

use serde::Serialize;

use super::Layer;
use super::head::Head;
use super::indicator::OwnedScalar;
use crate::analysis::ladder::{Ladder, Standing, Step, Title, Unmet};
use crate::intake::Observation;
use crate::law::Level;
use crate::report::LadderReport;
use crate::score::{Scorecard, Status};

#[derive(Serialize)]
struct LadderDocument<'a> {
    #[serde(flatten)]
    head: Head,
    sets: Vec<SetUsed<'a>>,
    communes: Vec<CommuneEntry<'a>>,
    summary: Vec<LevelSummary>,
}

#[derive(Serialize)]
struct SetUsed<'a> {
    level: &'static str,
    criteria: usize,
    indicators: usize,
    not_confirmed: usize,
    layers: Vec<Layer<'a>>,
}

#[derive(Serialize)]
struct CommuneEntry<'a> {
    code: &'a str,
    name: &'a str,
    title: Option<TitleEntry<'a>>,
    levels: Vec<LevelEntry<'a>>,
}

#[derive(Serialize)]
struct TitleEntry<'a> {
    level: &'static str,
    set: Option<&'a str>,
    date: Option<String>,
    standing: &'static str,
    short_of: Vec<&'static str>,
    unmet: Option<UnmetEntry<'a>>,
}

#[derive(Serialize)]
struct UnmetEntry<'a> {
    criteria: &'a [u16],
    named: &'a [u16],
    total: usize,
}

#[derive(Serialize)]
struct LevelEntry<'a> {
    level: &'static str,
    reported: bool,
    criteria: Option<CriteriaEntry>,
    open: Vec<OpenEntry>,
    lacking: Vec<&'static str>,
    achieved: bool,
    conditions: Option<Vec<ConditionEntry<'a>>>,
    eligible: bool,
    named: Vec<NamedEntry<'a>>,
    contradictions: Vec<ContradictionEntry<'a>>,
    conditions_below: Option<Vec<ConditionEntry<'a>>>,
}

/// What is to be named, such as the field in which a commune stands out.
#[derive(Serialize)]
struct NamedEntry<'a> {
    indicator: String,
    what: &'a str,
    status: &'static str,
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct ContradictionEntry<'a> {
    indicator: String,
    part: &'a str,
    value: ObservationEntry<'a>,
    lower_level: &'static str,
    lower_indicator: String,
    lower_value: ObservationEntry<'a>,
}

/// A value, or that it does not apply.
#[derive(Serialize)]
#[serde(untagged)]
enum ObservationEntry<'a> {
    Value(OwnedScalar<'a>),
    Word(&'static str),
}

#[derive(Serialize)]
struct CriteriaEntry {
    met: usize,
    total: usize,
}

#[derive(Serialize)]
struct OpenEntry {
    indicator: String,
    status: &'static str,
}

#[derive(Serialize)]
struct ConditionEntry<'a> {
    id: &'a str,
    name: &'a str,
    status: &'static str,
}

#[derive(Serialize)]
struct LevelSummary {
    level: &'static str,
    reported: usize,
    achieved: usize,
    eligible: usize,
}

/// Writes the ladders as one line of JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn ladder(ladder_report: &LadderReport, out: &mut dyn Write) -> io::Result<()> {
    let sets = ladder_report.laws.iter().map(|law| SetUsed {
        level: law.level.as_str(),
        criteria: law.criteria,
        indicators: law.indicators,
        not_confirmed: law.indicators - law.thresholds.confirmed,
        layers: law.layers.iter().map(Layer::new).collect(),
    });
    let document = LadderDocument {
        head: Head::of_levels("ntm.ladder.v1", ladder_report),
        sets: sets.collect(),
        communes: ladder_report.ladders.iter().map(|one| commune(ladder_report, one)).collect(),
        summary: Level::TITLES.map(|level| level_summary(ladder_report, level)).into(),
    };
    super::write(out, &document)?;
    out.write_all(b"\n")
}

fn level_summary(ladder_report: &LadderReport, level: Level) -> LevelSummary {
    let count = |wanted: fn(&Step) -> bool| {
        let steps = ladder_report.ladders.iter().flat_map(|one| &one.steps);
        steps.filter(|step| step.level == level && wanted(step)).count()
    };
    LevelSummary {
        level: level.as_str(),
        reported: count(|step| step.card.is_some()),
        achieved: count(Step::achieved),
        eligible: count(Step::eligible),
    }
}

fn commune<'a>(ladder_report: &'a LadderReport, one: &'a Ladder) -> CommuneEntry<'a> {
    let commune = &ladder_report.roster.communes[one.commune];
    CommuneEntry {
        code: &commune.code,
        name: &commune.name,
        title: one.title.as_ref().map(title_entry),
        levels: one.steps.iter().map(level_entry).collect(),
    }
}

fn title_entry<'a>(title: &'a Title) -> TitleEntry<'a> {
    let counted = |unmet: &'a Unmet| UnmetEntry {
        criteria: &unmet.criteria,
        named: &unmet.named,
        total: unmet.total,
    };
    TitleEntry {
        level: title.level.as_str(),
        set: title.commune.title_set.as_deref(),
        date: title.commune.title_date.map(|date| date.to_string()),
        standing: title.standing.as_str(),
        short_of: title.short_of.iter().copied().map(Level::as_str).collect(),
        unmet: match &title.standing {
            Standing::Open(unmet) | Standing::Quiet(unmet) | Standing::Warned(unmet) => {
                Some(counted(unmet))
            }
            _ => None,
        },
    }
}

fn level_entry(step: &Step) -> LevelEntry<'_> {
    let card = step.card.as_ref();
    let open = step.open.iter().filter_map(|place| {
        let card = card?;
        Some(OpenEntry {
            indicator: card.tally.law.indicators[*place].id.to_string(),
            status: card.indicators[*place].status.as_str(),
        })
    });
    let conditions = |below: bool| {
        let all = step.conditions.as_ref()?.iter().filter(|condition| condition.below == below);
        let one = all.map(|condition| ConditionEntry {
            id: &condition.id,
            name: &condition.name,
            status: condition.status.as_str(),
        });
        Some(one.collect())
    };
    LevelEntry {
        level: step.level.as_str(),
        reported: card.is_some(),
        criteria: card.map(|card| CriteriaEntry {
            met: card.tally.criteria_met(),
            total: card.tally.law.criteria.len(),
        }),
        open: open.collect(),
        lacking: step.lacking.iter().copied().map(Level::as_str).collect(),
        achieved: step.achieved(),
        conditions: conditions(false),
        eligible: step.eligible(),
        named: card.map(|card| named(step, card)).unwrap_or_default(),
        contradictions: card.map(|card| contradictions(step, card)).unwrap_or_default(),
        conditions_below: conditions(true),
    }
}

fn named<'a>(step: &'a Step, card: &'a Scorecard) -> Vec<NamedEntry<'a>> {
    let all = step.named.iter().map(|named| NamedEntry {
        indicator: card.tally.law.indicators[named.indicator].id.to_string(),
        what: &named.what,
        status: named.status.as_str(),
        name: named.name.as_deref(),
    });
    all.collect()
}

fn contradictions<'a>(step: &'a Step, card: &'a Scorecard) -> Vec<ContradictionEntry<'a>> {
    let all = step.contradictions.iter().map(|found| {
        let law = &card.tally.law.indicators[found.indicator];
        ContradictionEntry {
            indicator: law.id.to_string(),
            part: &law.require[found.part].part,
            value: observation_entry(&found.own, &law.grades),
            lower_level: found.level.as_str(),
            lower_indicator: found.lower.to_string(),
            lower_value: observation_entry(&found.other, &law.grades),
        }
    });
    all.collect()
}

fn observation_entry<'a>(
    observation: &'a Observation,
    grades: &'a [String],
) -> ObservationEntry<'a> {
    match observation.value() {
        Some(value) => ObservationEntry::Value(OwnedScalar(value, grades)),
        None => ObservationEntry::Word(Status::NotApplicable.as_str()),
    }
}
