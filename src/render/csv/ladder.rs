//! The ladder of titles as CSV.

use std::io::{self, Write};

use super::{list, shown, table};
use crate::analysis::ladder::{Ladder, Step, Title};
use crate::intake::Commune;
use crate::law::Level;
use crate::report::LadderReport;
use crate::score::{Status, Tally};

/// A commune and a title.
struct Row<'a> {
    ladder_report: &'a LadderReport<'a>,
    ladder: &'a Ladder<'a>,
    step: &'a Step,
}

const COLUMNS: &[(&str, fn(&Row) -> String)] = &[
    ("code", |row| row.commune().code.clone()),
    ("name", |row| row.commune().name.clone()),
    ("period", |row| row.ladder_report.period.to_string()),
    ("source", |row| row.ladder_report.voice.to_string()),
    ("level", |row| row.step.level.to_string()),
    ("reported", |row| row.tally().is_some().to_string()),
    ("criteria_met", |row| shown(row.tally().map(Tally::criteria_met))),
    ("criteria_total", |row| shown(row.tally().map(|tally| tally.law.criteria.len()))),
    ("indicators_open", |row| shown(row.tally().map(|_| row.step.open.len()))),
    ("hardest_first", |row| row.ids(row.step.open.iter().copied())),
    ("lacking_levels", |row| levels(&row.step.lacking)),
    ("achieved", |row| row.step.achieved().to_string()),
    ("conditions_met", |row| row.conditions(Status::Met)),
    ("conditions_not_met", |row| row.conditions(Status::NotMet)),
    ("conditions_missing", |row| row.conditions(Status::Missing)),
    ("conditions_undetermined", |row| row.conditions(Status::Undetermined)),
    ("eligible", |row| row.step.eligible().to_string()),
    ("title", |row| shown(row.title().map(|title| title.level))),
    ("title_set", |row| shown(row.title().and_then(|title| title.commune.title_set.as_ref()))),
    ("title_date", |row| shown(row.title().and_then(|title| title.commune.title_date))),
    ("title_standing", |row| shown(row.title().map(|title| title.standing.as_str()))),
    ("named", |row| {
        let names = row.step.named.iter().filter_map(|named| named.name.as_deref());
        list(names)
    }),
    ("not_named", |row| {
        let open = row.step.named.iter().filter(|named| named.name.is_none());
        row.ids(open.map(|named| named.indicator))
    }),
    ("contradictions", |row| row.ids(row.step.contradictions.iter().map(|found| found.indicator))),
    ("title_short_of", |row| levels(row.title().map_or(&[], |title| &title.short_of))),
    ("conditions_below_open", |row| {
        let below = row.step.conditions.iter().flatten().filter(|condition| condition.below);
        let open = below.filter(|condition| !condition.status.counts_as_met());
        list(open.map(|condition| condition.id.as_str()))
    }),
];

/// A row per commune and title.
pub fn ladder(ladder_report: &LadderReport, out: &mut dyn Write) -> io::Result<()> {
    let rows = ladder_report.ladders.iter().flat_map(|ladder| {
        ladder.steps.iter().map(move |step| Row { ladder_report, ladder, step })
    });
    table(COLUMNS, rows, out)
}

impl Row<'_> {
    fn commune(&self) -> &Commune {
        &self.ladder_report.roster.communes[self.ladder.commune]
    }

    fn title(&self) -> Option<&Title<'_>> {
        self.ladder.title.as_ref()
    }

    fn tally(&self) -> Option<&Tally> {
        self.step.card.as_ref().map(|card| &card.tally)
    }

    fn conditions(&self, status: Status) -> String {
        let own = self.step.conditions_of(status).filter(|condition| !condition.below);
        list(own.map(|condition| condition.id.as_str()))
    }

    /// The ids of indicators by place, with `;` between them.
    fn ids(&self, places: impl Iterator<Item = usize>) -> String {
        let id = |place: usize| Some(self.tally()?.law.indicators[place].id.to_string());
        list(places.filter_map(id))
    }
}

fn levels(levels: &[Level]) -> String {
    list(levels.iter().copied().map(Level::as_str))
}
