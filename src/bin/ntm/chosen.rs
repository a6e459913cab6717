//! The communes and criteria that are asked for.

use ntm::intake::{Roster, Unknown};
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
