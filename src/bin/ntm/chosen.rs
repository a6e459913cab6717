//! The communes that are asked for.

use ntm::fold;
use ntm::intake::{Roster, Unknown};
use ntm::law::{IndicatorId, Resolved};
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

/// The indicators named with `--indicator`; empty for all.
pub(crate) fn indicators(names: &[String], law: &Resolved) -> Result<Vec<IndicatorId>, Stop> {
    let find = |name: &String| {
        let id = IndicatorId::parse(fold::trim(name));
        id.filter(|id| law.position(*id).is_some()).ok_or_else(|| {
            let ids: Vec<String> = law.indicators.iter().map(|i| i.id.to_string()).collect();
            let near = fold::nearest(name, ids.iter().map(String::as_str));
            let hint = text::near_or(&near, text::see_sets());
            Stop::usage(text::change::no_indicator(name), hint)
        })
    };
    names.iter().map(find).collect()
}
