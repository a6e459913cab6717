//! What cannot simply be compared: communes of one side, renamed ones, indicators of one
//! set, sets that are not in force.

use super::inputs::DiffReport;
use crate::analysis::diff::{Absence, Absent, Doubt, Incomparable};
use crate::intake::Commune;
use crate::period::Period;
use crate::report::communes::MOST_NAMES;
use crate::report::{Cell, Scoring, Table, Tone, column};
use crate::text::{Text, diff as text};

/// Communes renamed or merged, to be looked at by a person.
pub(super) fn renamed(diff_report: &DiffReport) -> Option<Table> {
    let (old, new) = (&diff_report.old, &diff_report.new);
    let all = &diff_report.comparison.renamed;
    let named =
        |commune: &Commune| Cell::words(crate::text::with_brackets(&commune.name, &commune.code));
    let rows = all.iter().map(|pair| {
        let why = match pair.doubt {
            Doubt::OtherName => text::other_name(),
            Doubt::OtherCommune => text::other_commune(),
            Doubt::OtherEntry => text::other_entry(),
            Doubt::OtherCode => text::other_code(),
        };
        vec![
            named(&old.roster.communes[pair.old]),
            named(&new.roster.communes[pair.new]),
            Cell::words(why).tone(Tone::Doubt),
        ]
    });
    let columns = vec![
        column(text::side_head(old.period)),
        column(text::side_head(new.period)),
        column(text::in_doubt()),
    ];
    (!all.is_empty()).then(|| Table {
        caption: Some(text::renamed_heading(all.len())),
        columns,
        rows: rows.collect(),
    })
}

/// Communes with a result on one side only, and why.
pub(super) fn only_on_one_side(diff_report: &DiffReport) -> Vec<(Tone, Text)> {
    let (old, new, all) = (&diff_report.old, &diff_report.new, diff_report.comparison);
    let notes = [only_in(old, &all.only_old, new.period), only_in(new, &all.only_new, old.period)];
    notes.into_iter().flatten().collect()
}

fn only_in(side: &Scoring, absent: &[Absent], other: Period) -> Option<(Tone, Text)> {
    let name = |absent: &Absent| {
        let why = match absent.why {
            Absence::NotReported => text::absent_not_reported(other),
            Absence::NotTakingPart => text::absent_not_taking_part(other),
            Absence::NotInRoster => text::absent_not_in_roster(other),
        };
        crate::text::with_brackets(&side.roster.communes[absent.place].name, why)
    };
    let names: Vec<Text> = absent.iter().take(MOST_NAMES).map(name).collect();
    let names = Text::join(&names, ", ");
    let names = match absent.len().checked_sub(MOST_NAMES) {
        None | Some(0) => names,
        Some(more) => text::and_more(names, more),
    };
    let note = || text::only_in(side.period, absent.len(), names);
    (!absent.is_empty()).then(|| (Tone::Doubt, note()))
}

/// The indicators that one side has alone.
pub(super) fn not_comparable(diff_report: &DiffReport) -> Vec<(Tone, Text)> {
    let comparison = diff_report.comparison;
    let on_side = |id: &str, all: &[Incomparable]| {
        let ids: Vec<String> = all.iter().map(|indicator| indicator.id.to_string()).collect();
        let note = text::not_comparable(id, ids.len(), ids.join(", "));
        (!ids.is_empty()).then_some((Tone::Doubt, note))
    };
    let (old, new) = (&comparison.not_comparable_old, &comparison.not_comparable_new);
    [on_side(diff_report.old_set(), old), on_side(diff_report.new_set(), new)]
        .into_iter()
        .flatten()
        .collect()
}

/// How much is compared, where that is not all.
pub(super) fn compared_of(diff_report: &DiffReport) -> Option<Text> {
    let comparison = diff_report.comparison;
    let (old, new) = (&comparison.not_comparable_old, &comparison.not_comparable_new);
    let most = comparison.communes.iter().max_by_key(|commune| commune.indicators)?;
    let all = old.is_empty() && new.is_empty();
    (!all).then(|| text::compared_of(most.indicators, most.criteria.len()))
}

/// What is to be known of sets that were named.
pub(super) fn sets(diff_report: &DiffReport) -> Vec<(Tone, Text)> {
    let (period, roster) = (diff_report.new.period, diff_report.new.roster);
    let mut notes = Vec::new();
    for set in diff_report.sets.iter().flatten() {
        if !set.decision.is_in_force(period.last_day()) {
            let from = set.decision.in_force;
            notes.push((Tone::Bad, text::set_not_in_force_here(&set.id, period, from)));
        }
        let mut communes = diff_report.new.tallies.iter().map(|t| &roster.communes[t.commune]);
        if let Some(province) = set.province.as_deref()
            && !communes.any(|commune| commune.case.province.as_deref() == Some(province))
        {
            notes.push((Tone::Bad, text::set_binds_nobody(&set.id, province)));
        }
    }
    notes
}
