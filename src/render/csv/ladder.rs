//! The ladder of titles as CSV.

use std::io::{self, Write};

use super::rows::Rows;
use crate::analysis::ladder::Step;
use crate::law::Level;
use crate::report::LadderReport;
use crate::score::Status;

/// A row per commune and title.
///
/// # Errors
/// When `out` cannot be written to.
pub fn ladder(ladder_report: &LadderReport, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.write([
        "code",
        "name",
        "period",
        "source",
        "level",
        "reported",
        "criteria_met",
        "criteria_total",
        "indicators_open",
        "hardest_first",
        "lacking_levels",
        "achieved",
        "conditions_met",
        "conditions_not_met",
        "conditions_missing",
        "conditions_undetermined",
        "eligible",
        "title",
        "title_set",
        "title_date",
        "title_standing",
        "named",
        "not_named",
        "contradictions",
        "title_short_of",
        "conditions_below_open",
    ])?;
    let (period, flag) =
        (ladder_report.period.to_string(), |flag| if flag { "true" } else { "false" });
    for one in ladder_report.ladders {
        let commune = &ladder_report.roster.communes[one.commune];
        for step in &one.steps {
            let tally = step.card.as_ref().map(|card| &card.tally);
            let conditions = |status| {
                let own = step.conditions_of(status).filter(|condition| !condition.below);
                own.map(|condition| condition.id.as_str()).collect::<Vec<_>>().join(";")
            };
            let open_below = step.conditions.iter().flatten();
            let open_below = open_below.filter(|c| c.below && !c.status.counts_as_met());
            let open_below: Vec<&str> = open_below.map(|c| c.id.as_str()).collect();
            let count = |number: Option<usize>| number.map(|n| n.to_string()).unwrap_or_default();
            let title = one.title.as_ref();
            rows.write([
                commune.code.as_str(),
                &commune.name,
                &period,
                ladder_report.voice.as_str(),
                step.level.as_str(),
                flag(tally.is_some()),
                &count(tally.map(|tally| tally.criteria_met())),
                &count(tally.map(|tally| tally.law.criteria.len())),
                &count(tally.map(|_| step.open.len())),
                &ids(step, step.open.iter().copied()),
                &levels(&step.lacking),
                flag(step.achieved()),
                &conditions(Status::Met),
                &conditions(Status::NotMet),
                &conditions(Status::Missing),
                &conditions(Status::Undetermined),
                flag(step.eligible()),
                title.map_or("", |title| title.level.as_str()),
                title.and_then(|t| t.commune.title_set.as_deref()).unwrap_or_default(),
                &title
                    .and_then(|t| t.commune.title_date)
                    .map(|d| d.to_string())
                    .unwrap_or_default(),
                title.map_or("", |title| title.standing.as_str()),
                &named(step),
                &not_named(step),
                &contradictions(step),
                &levels(title.map_or(&[], |title| &title.short_of)),
                &open_below.join(";"),
            ])?;
        }
    }
    rows.flush()
}

fn levels(levels: &[Level]) -> String {
    let words: Vec<&str> = levels.iter().copied().map(Level::as_str).collect();
    words.join(";")
}

/// The names of what is to be named, with `;` between them.
fn named(step: &Step) -> String {
    let names: Vec<&str> = step.named.iter().filter_map(|named| named.name.as_deref()).collect();
    names.join(";")
}

/// The indicators of which something is to be named and is not.
fn not_named(step: &Step) -> String {
    let open = step.named.iter().filter(|named| named.name.is_none());
    ids(step, open.map(|named| named.indicator))
}

/// The indicators that say other than a lower level.
fn contradictions(step: &Step) -> String {
    ids(step, step.contradictions.iter().map(|found| found.indicator))
}

fn ids(step: &Step, places: impl Iterator<Item = usize>) -> String {
    let law = step.card.as_ref().map(|card| &card.tally.law);
    let ids = places.filter_map(|place| Some(law?.indicators[place].id.to_string()));
    ids.collect::<Vec<_>>().join(";")
}
