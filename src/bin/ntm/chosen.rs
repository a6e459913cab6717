//! The communes that are asked for.

use ntm::intake::{Roster, Unknown};
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
