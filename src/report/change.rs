//! What changed between two periods or under two sets: what was lost comes first.

mod detail;
mod doubts;
mod inputs;
mod lead;
mod overview;
mod tables;

pub use self::inputs::{By, Changing, Only, SetNamed};
use super::communes::caveats;
use super::{Page, Tone};
use crate::text::Text;

/// The page of what changed.
pub fn change(changing: &Changing, by: By) -> Page {
    let comparison = changing.comparison;
    let mut tables = match by {
        By::Kind => tables::by_kind(changing),
        By::Commune => tables::by_commune(changing),
        By::Criterion => tables::by_criterion(changing),
    };
    tables.extend(doubts::renamed(changing));
    tables.push(overview::communes(changing));
    tables.extend(overview::criteria(comparison));
    tables.extend(overview::thresholds(comparison));
    let mut notes = Vec::new();
    notes.extend(overview::basis_only(comparison));
    notes.extend(doubts::only_on_one_side(changing));
    notes.extend(doubts::not_comparable(changing));
    notes.extend(doubts::sets(changing));
    notes.extend(both_caveats(changing));
    Page { title: lead::title(changing), lead: lead::lines(changing), tables, notes }
}

/// What keeps either side's results from being final, said once where it is the same.
fn both_caveats(changing: &Changing) -> Vec<(Tone, Text)> {
    let (old, new) = (caveats(&changing.old), caveats(&changing.new));
    let alone = |of_old: bool, notes: &[(Tone, Text)], others: &[(Tone, Text)]| {
        let own = notes.iter().filter(|note| !others.contains(note));
        own.map(|(tone, note)| (*tone, changing.of_side(of_old, note))).collect::<Vec<_>>()
    };
    let shared = new.iter().filter(|note| old.contains(note)).cloned();
    let mut notes: Vec<(Tone, Text)> = shared.collect();
    notes.extend(alone(true, &old, &new));
    notes.extend(alone(false, &new, &old));
    notes
}
