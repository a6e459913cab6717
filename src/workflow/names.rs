//! What people call what is told of: a list of names, a set of conditions.

use crate::law::{CitySet, CriteriaFileKind};
use crate::text::{self, Text};

/// The first names of a list.
pub(super) fn listed(names: &[&str]) -> String {
    const MOST: usize = 20;
    let more = if names.len() > MOST { ", …" } else { "" };
    format!("{}{more}", names[..names.len().min(MOST)].join(", "))
}

/// What a set of conditions is of, in words.
pub(super) fn kind_of(city: &CitySet) -> Text {
    match city.kind {
        CriteriaFileKind::District => text::district_set(),
        _ => text::city_set(),
    }
}
