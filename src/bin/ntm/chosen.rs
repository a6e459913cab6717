//! The communes and indicators that are asked for.

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
            Unknown::Shared(codes) => {
                let codes = codes.join(", ");
                Stop::usage(text::name_shared_chosen(name, &codes), text::use_codes(&codes))
            }
            _ => {
                let near = roster.nearest(name);
                let hint = text::near_or(&near, text::see_codes());
                Stop::usage(text::unknown_commune_chosen(name), hint)
            }
        })
    };
    names.iter().map(find).collect()
}

/// The indicators named with `--indicator`, by their places in the law, each once and in
/// its order; empty for all. Every name that is none is told.
pub(crate) fn indicators(
    names: &[String],
    law: &Resolved,
    period: Period,
) -> Result<Vec<usize>, Stop> {
    let find = |name: &String| intake::read_indicator(name).and_then(|id| law.position(id));
    let unknown: Vec<&String> = names.iter().filter(|name| find(name).is_none()).collect();
    if !unknown.is_empty() {
        let ids: Vec<String> = law.indicators.iter().map(|i| i.id.to_string()).collect();
        let near = |name: &&String| fold::nearest(name, ids.iter().map(String::as_str));
        let mut near: Vec<&str> = unknown.iter().flat_map(near).collect();
        let mut seen = std::collections::BTreeSet::new();
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
