//! What the earlier months say beside the one that is reported on.

use ntm::analysis::change::{self, Side};
use ntm::analysis::trend::{self, Month, Trend};
use ntm::period::Period;
use ntm::report::trend::Trending;
use ntm::report::{Changing, Scoring};
use ntm::text::Text;

use super::earlier::Earlier;
use crate::judged::Read;

/// Calls `tell` with what changed since the last month, or why nothing can be said of it,
/// and with the months side by side, where there are several.
pub(super) fn with<R>(
    earlier: &Result<Earlier, Text>,
    read: &Read,
    scoring: &Scoring,
    tell: impl FnOnce(Result<&Changing, &Text>, Option<&Trending>) -> R,
) -> R {
    let earlier = match earlier {
        Ok(earlier) => earlier,
        Err(why) => return tell(Err(why), None),
    };
    let months = scorings(earlier, scoring);
    // Before the month itself there is at least one.
    let old = months[months.len() - 2].clone();
    let comparison = change::periods(side(&old), side(scoring));
    let level = scoring.level;
    let new = scoring.clone();
    let changing = Changing { level, old, new, sets: None, comparison: &comparison, only: None };
    // In another roster communes have other places.
    if earlier.read.input.rosters != read.input.rosters {
        return tell(Ok(&changing), None);
    }
    let trend = trend_of(&months, read, scoring.period);
    tell(Ok(&changing), Some(&Trending { months: &months, trend: &trend }))
}

/// The earlier months and the one that is reported on.
fn scorings<'a>(earlier: &'a Earlier, last: &Scoring<'a>) -> Vec<Scoring<'a>> {
    let months = earlier.months.iter().map(|month| month.scoring(&earlier.read));
    months.chain([last.clone()]).collect()
}

fn side<'a>(scoring: &Scoring<'a>) -> Side<'a> {
    Side {
        roster: scoring.roster,
        tallies: scoring.tallies,
        submissions: scoring.submissions,
        not_reported: scoring.not_reported,
    }
}

/// The months side by side, without looking ahead.
fn trend_of(months: &[Scoring], read: &Read, until: Period) -> Trend {
    let months: Vec<Month> = months
        .iter()
        .map(|month| Month { period: month.period, common: month.common, tallies: month.tallies })
        .collect();
    let (roster, library) = (read.roster(), read.library());
    trend::trend(&trend::Series { months: &months, roster, chosen: &[], library, until })
}
