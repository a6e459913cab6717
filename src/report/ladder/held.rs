//! The title that a commune holds, in a cell.

use super::inputs::title;
use crate::analysis::ladder::{Ladder, Standing, Title, Unmet};
use crate::report::{Cell, Tone};
use crate::text::{self, Text, ladder as say};

/// The title held, under which set and since when, and what is to be said of it.
pub(super) fn cell(one: &Ladder) -> Cell {
    let Some(held) = &one.title else {
        let later = one.later.and_then(|commune| {
            let (level, date) = (commune.title?, commune.title_date?);
            Some(say::title_later(title(level), date))
        });
        return Cell::lines([say::no_title()].into_iter().chain(later)).tone(Tone::Faint);
    };
    let mut lines = vec![title(held.level)];
    lines.push(match &held.commune.title_set {
        Some(set) => say::title_by(set),
        None => say::title_by(say::set_unknown()),
    });
    lines.extend(held.commune.title_date.map(say::title_since));
    if !held.near.is_empty() {
        lines.push(say::no_such_set(held.near.join(", ")));
    }
    lines.push(standing(held));
    if !held.short_of.is_empty() {
        let titles: Vec<Text> = held.short_of.iter().map(|level| title(*level)).collect();
        lines.push(say::title_short_of(Text::join(&titles, ", ")));
    }
    Cell::lines(lines).tone(match &held.standing {
        Standing::Warned(_) => Tone::Bad,
        Standing::Quiet(_) if held.short_of.is_empty() => Tone::Plain,
        _ => Tone::Doubt,
    })
}

fn standing(held: &Title) -> Text {
    let unmet = |unmet: &Unmet| text::out_of(unmet.criteria.len(), unmet.total);
    match &held.standing {
        Standing::OtherSet if is_untold(held) => say::set_untold(),
        Standing::OtherSet => say::other_set(),
        Standing::TooEarly => say::title_too_early(),
        Standing::NoRule => say::no_rule(),
        Standing::NoData => say::title_no_data(),
        Standing::Open(counted) => say::title_open(unmet(counted)),
        Standing::Quiet(counted) => say::quiet(unmet(counted)),
        Standing::Warned(counted) => {
            let numbers: Vec<String> = counted.criteria.iter().map(ToString::to_string).collect();
            say::warned(unmet(counted), numbers.join(", "))
        }
    }
}

/// Whether nothing says under which set it was granted.
fn is_untold(held: &Title) -> bool {
    held.commune.title_set.is_none() && held.commune.title_date.is_none()
}
