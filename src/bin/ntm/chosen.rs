//! The communes, criteria and indicators that are asked for.

use std::collections::BTreeSet;

use ntm::fold;
use ntm::intake::{self, Roster, Unknown};
use ntm::law::Resolved;
use ntm::period::Period;
use ntm::text;

use crate::outcome::Stop;

/// The communes named with `--commune`; empty for all.
pub(crate) fn find(names: &[String], roster: &Roster, period: Period) -> Result<Vec<usize>, Stop> {
    let find = |name: &String| {
        roster.find(name, period).map_err(|why| match why {
            Unknown::Shared(codes) => shared(name, &codes),
            _ => {
                let near = roster.nearest(name);
                let hint = text::near_or(&near, text::see_codes());
                Stop::usage(text::unknown_commune_chosen(name), hint)
            }
        })
    };
    names.iter().map(find).collect()
}

/// The criteria asked for by their numbers, by place; empty for all.
pub(crate) fn criteria(numbers: &[u16], law: &Resolved) -> Result<Vec<usize>, Stop> {
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
/// first, with all that bear the same code at other times.
pub(crate) fn through(
    names: &[String],
    roster: &Roster,
    periods: &[Period],
) -> Result<Vec<usize>, Stop> {
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    for name in names {
        let mut borne: BTreeSet<&str> = BTreeSet::new();
        let mut unknown = None;
        for period in periods.iter().rev() {
            match find(std::slice::from_ref(name), roster, *period) {
                Ok(places) => borne.extend(places.iter().map(|p| &*roster.communes[*p].code)),
                Err(stop) => unknown = unknown.or(Some(stop)),
            }
        }
        // A name that went from one commune to another means neither.
        if borne.len() > 1 {
            return Err(shared(name, &borne.iter().map(ToString::to_string).collect::<Vec<_>>()));
        }
        if let (true, Some(stop)) = (borne.is_empty(), unknown) {
            return Err(stop);
        }
        codes.extend(borne);
    }
    let communes = roster.communes.iter().enumerate();
    Ok(communes.filter(|(_, c)| codes.contains(&*c.code)).map(|(place, _)| place).collect())
}

fn shared(name: &str, codes: &[String]) -> Stop {
    let codes = codes.join(", ");
    Stop::usage(text::name_shared_chosen(name, &codes), text::use_codes(&codes))
}

/// The indicators named with `--indicator`, by their places in the law, each once and in
/// its order; empty for all. Every name that is none is told.
pub(crate) fn indicators(
    names: &[String],
    law: &Resolved,
    period: Period,
) -> Result<Vec<usize>, Stop> {
    let find =
        |name: &String| intake::read_indicator(fold::trim(name)).and_then(|id| law.position(id));
    let unknown: Vec<&String> = names.iter().filter(|name| find(name).is_none()).collect();
    if !unknown.is_empty() {
        let ids: Vec<String> = law.indicators.iter().map(|i| i.id.to_string()).collect();
        let near = |name: &&String| fold::nearest(name, ids.iter().map(String::as_str));
        let mut near: Vec<&str> = unknown.iter().flat_map(near).collect();
        let mut seen = BTreeSet::new();
        near.retain(|id| seen.insert(*id));
        let quoted = unknown.iter().map(text::chain::quoted);
        let quoted = text::Text::join(&quoted.collect::<Vec<_>>(), ", ");
        let all = text::see_indicators(&law.set, period);
        let hint = match near.is_empty() {
            true => all,
            false => text::chain::near_and_all(near.join(", "), all),
        };
        return Err(Stop::usage(text::chain::unknown_indicators(quoted, &law.set), hint));
    }
    let mut places: Vec<usize> = names.iter().filter_map(find).collect();
    places.sort_unstable();
    places.dedup();
    Ok(places)
}
