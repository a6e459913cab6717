//! What changed between two periods or under two sets: what was lost comes first.

mod detail;
mod doubts;
mod inputs;
mod lead;
mod overview;
mod tables;

pub use self::inputs::{DiffBy, DiffReport, Only};
use super::communes::caveats;
use super::{Page, Tone};
use crate::text::Text;

/// The page of what changed.
pub fn diff(diff_report: &DiffReport, by: Option<DiffBy>) -> Page {
    let comparison = diff_report.comparison;
    let mut tables = match by {
        None => tables::by_kind(diff_report),
        Some(DiffBy::Commune) => tables::by_commune(diff_report),
        Some(DiffBy::Criterion) => tables::by_criterion(diff_report),
    };
    tables.extend(doubts::renamed(diff_report));
    tables.push(overview::communes(diff_report));
    tables.extend(overview::criteria(comparison));
    tables.extend(overview::thresholds(comparison));
    let mut notes = Vec::new();
    notes.extend(overview::basis_only(comparison));
    notes.extend(doubts::only_on_one_side(diff_report));
    notes.extend(doubts::not_comparable(diff_report));
    notes.extend(doubts::sets(diff_report));
    notes.extend(both_caveats(diff_report));
    Page { title: lead::title(diff_report), lead: lead::lines(diff_report), tables, notes }
}

/// What keeps either side's results from being final, said once where it is the same.
fn both_caveats(diff_report: &DiffReport) -> Vec<(Tone, Text)> {
    let (old, new) = (caveats(&diff_report.old), caveats(&diff_report.new));
    let alone = |of_old: bool, notes: &[(Tone, Text)], others: &[(Tone, Text)]| {
        let own = notes.iter().filter(|note| !others.contains(note));
        own.map(|(tone, note)| (*tone, diff_report.of_side(of_old, note))).collect::<Vec<_>>()
    };
    let shared = new.iter().filter(|note| old.contains(note)).cloned();
    let mut notes: Vec<(Tone, Text)> = shared.collect();
    notes.extend(alone(true, &old, &new));
    notes.extend(alone(false, &new, &old));
    notes
}
