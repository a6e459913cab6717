//! The communes, criteria and indicators that are asked for.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::fold;
use crate::intake::{self, Commune, Roster, Unknown};
use crate::law::Resolved;
use crate::period::Period;
use crate::problem::Stop;
use crate::text::{self, Text};

/// The communes named with `--commune`; empty for all.
///
/// # Errors
/// When a name means no commune of the period, or several.
pub fn communes(names: &[String], roster: &Roster, period: Period) -> Result<Vec<usize>, Stop> {
    names.iter().map(|name| commune(name, roster, period)).collect()
}

/// The commune of a name or code.
///
/// # Errors
/// When it means no commune of the period, or several.
pub fn commune(name: &str, roster: &Roster, period: Period) -> Result<usize, Stop> {
    roster.find(name, period).map_err(|why| match why {
        Unknown::Shared(places) => shared(name, roster.codes_of(&places)),
        _ => nowhere(text::unknown_commune_chosen(name), name, roster),
    })
}

/// A name that no commune bears.
fn nowhere(message: Text, name: &str, roster: &Roster) -> Stop {
    Stop::usage(message, text::near_or(&roster.nearest(name), text::see_codes()))
}

/// The criteria asked for by their numbers, by place; empty for all.
///
/// # Errors
/// When the law has no such criterion.
pub fn criteria(numbers: &[u16], law: &Resolved) -> Result<Vec<usize>, Stop> {
    let find = |no: &u16| {
        law.criteria.iter().position(|criterion| criterion.no == *no).ok_or_else(|| {
            let all: Vec<String> = law.criteria.iter().map(|c| c.no.to_string()).collect();
            let message = text::no_such_criterion(no, &law.set);
            Stop::usage(message, text::criteria_are(all.join(", ")))
        })
    };
    numbers.iter().map(find).collect()
}

/// The communes named with `--commune` that take part in any of the periods, the last one
/// first, with what the roster says of the same communes at other times.
///
/// # Errors
/// When a name means no commune in any of them, or several.
pub fn communes_of_periods(
    names: &[String],
    roster: &Roster,
    periods: &[Period],
) -> Result<Vec<usize>, Stop> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for name in names {
        let mut bearers: BTreeSet<usize> = BTreeSet::new();
        let mut shared_by = None;
        for period in periods.iter().rev() {
            match roster.find(name, *period) {
                Ok(place) => _ = bearers.insert(place),
                Err(Unknown::Shared(places)) => shared_by = shared_by.or(Some(places)),
                Err(_) => {}
            }
        }
        let codes = bearers.iter().map(|place| &*roster.communes[*place].code);
        let borne: BTreeSet<&str> = codes.collect();
        // A name that went from one commune to another means neither.
        if borne.len() > 1 {
            let codes = borne.into_iter().collect::<Vec<_>>().join(", ");
            return Err(shared(name, Text::same(codes)));
        }
        match (borne.is_empty(), shared_by) {
            (true, Some(places)) => return Err(shared(name, roster.codes_of(&places))),
            (true, None) => return Err(nowhere(in_no_month(name, periods), name, roster)),
            (false, _) => {}
        }
        found.extend(bearers);
    }
    let named = |commune: &Commune| found.iter().any(|p| roster.communes[*p].is_same(commune));
    let communes = roster.communes.iter().enumerate();
    Ok(communes.filter(|(_, commune)| named(commune)).map(|(place, _)| place).collect())
}

fn in_no_month(name: &str, periods: &[Period]) -> Text {
    match periods {
        [first, .., last] => text::unknown_commune_in_months(name, first, last),
        _ => text::unknown_commune_chosen(name),
    }
}

fn shared(name: &str, codes: Text) -> Stop {
    Stop::usage(text::name_shared_chosen(name, &codes), text::use_codes(&codes))
}

/// The indicators named with `--indicator`, by their places in the law, each once and in
/// its order; empty for all. Every name that is none is told.
///
/// # Errors
/// When a name is none of the law's.
pub fn indicators(names: &[String], law: &Resolved, period: Period) -> Result<Vec<usize>, Stop> {
    let find =
        |name: &String| intake::parse_indicator(fold::trim(name)).and_then(|id| law.position(id));
    let unknown: Vec<&String> = names.iter().filter(|name| find(name).is_none()).collect();
    if !unknown.is_empty() {
        let ids: Vec<String> = law.indicators.iter().map(|i| i.id.to_string()).collect();
        let near = |name: &&String| {
            let of_criterion = ids_of_criterion(name, law);
            if of_criterion.is_empty() {
                fold::nearest(name, ids.iter().map(String::as_str))
            } else {
                of_criterion.map(|place| ids[place].as_str()).collect()
            }
        };
        let mut near: Vec<&str> = unknown.iter().flat_map(near).collect();
        let mut seen = BTreeSet::new();
        near.retain(|id| seen.insert(*id));
        let quoted = unknown.iter().map(text::explain::quoted);
        let quoted = Text::join(&quoted.collect::<Vec<_>>(), ", ");
        let all = text::see_indicators(&law.set, period);
        let hint =
            if near.is_empty() { all } else { text::explain::near_and_all(near.join(", "), all) };
        return Err(Stop::usage(text::explain::unknown_indicators(quoted, &law.set), hint));
    }
    let mut places: Vec<usize> = names.iter().filter_map(find).collect();
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

/// The places of the indicators of a criterion that is named by its number alone.
fn ids_of_criterion(name: &str, law: &Resolved) -> Range<usize> {
    let number = fold::trim(name).parse::<u16>().ok();
    let found = law.criteria.iter().find(|criterion| Some(criterion.no) == number);
    found.map(|criterion| criterion.indicators.clone()).unwrap_or_default()
}
