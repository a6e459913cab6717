//! Where the last months lead if they go on: a straight line, no forecast.

use std::collections::HashMap;

use super::law::{LawChange, LawShift};
use super::line::{Line, Step};
use super::months::{Met, Reported, Series};
use crate::exact::Exact;
use crate::law::{CommuneProfile, Resolved};
use crate::named::named;
use crate::period::Period;

/// The line goes through so many of a commune's last months with data, at most.
pub const MOST_MONTHS: usize = 3;

/// Where the months lead.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The month that is looked ahead to.
    pub period: Period,
    /// What changes until then for those that have a line, which knows nothing of it.
    pub change: LawChange,
    /// Of each commune, in the order of the lines.
    pub lines: Vec<Result<Expected, Why>>,
    /// Over those that have one; `None` where none has.
    pub total: Option<Total>,
}

/// Where the months of one commune lead.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The steps that the line goes through.
    pub from: Vec<usize>,
    /// Criteria met, from 0 to the total.
    pub criteria: Exact,
    pub criteria_total: usize,
    /// Indicators met, from 0 to the total.
    pub indicators: Exact,
    pub indicators_total: usize,
    /// Whether something else had to be reached on the way: the line takes that for
    /// progress.
    pub changed_on_the_way: bool,
    /// What changes from its last report until then, of which the line knows nothing.
    pub change: LawShift,
}

/// The sum over communes.
#[derive(Clone, Debug)]
pub struct Total {
    /// How many communes.
    pub communes: usize,
    /// How many are left out, as nothing can be said of them.
    pub without: usize,
    /// Criteria met.
    pub criteria: Exact,
    /// Indicators met.
    pub indicators: Exact,
    /// The criteria of a commune.
    pub criteria_total: usize,
    /// The indicators of a commune.
    pub indicators_total: usize,
}

impl Total {
    /// The mean of a sum.
    pub fn mean(&self, sum: &Exact) -> Exact {
        sum.checked_div(&Exact::from(self.communes)).unwrap_or(Exact::ZERO)
    }
}

named! {
    /// Why nothing can be said.
    pub Why {
        /// It has never reported.
        NoData "no_data"
        /// It has reported in one month only.
        OneMonth "one_month"
        /// Another base set applies since its last month but one, or by the month that is
        /// looked ahead to.
        SetChanges "set_changes"
        /// No base set is in force by then.
        NoSet "no_set_in_force"
        /// It does not exist by then.
        NotTakingPart "not_taking_part"
    }
}

pub(super) fn outlook(series: &Series, steps: &[Step], lines: &[Line]) -> Outlook {
    let level = series.months.first().map(|month| month.common.level);
    let day = series.until.last_day();
    let set = level.and_then(|level| series.library.in_force(level, day));
    let set = set.map(|set| set.id.as_str());
    let mut ahead = Ahead::default();
    let expected = lines.iter().map(|line| expected(series, set, steps, line, &mut ahead));
    let expected: Vec<Result<Expected, Why>> = expected.collect();
    let mut change = LawChange::default();
    expected.iter().flatten().for_each(|expected| change.add(&expected.change));
    Outlook { period: series.until, change, total: total(&expected), lines: expected }
}

fn total(expected: &[Result<Expected, Why>]) -> Option<Total> {
    let known = || expected.iter().filter_map(|expected| expected.as_ref().ok());
    let first = known().next()?;
    let communes = known().count();
    Some(Total {
        communes,
        without: expected.len() - communes,
        criteria: known().map(|expected| expected.criteria.clone()).sum(),
        indicators: known().map(|expected| expected.indicators.clone()).sum(),
        // One set is in force at the end.
        criteria_total: first.criteria_total,
        indicators_total: first.indicators_total,
    })
}

/// `then`: the base set in force in the month that is looked ahead to.
fn expected<'a>(
    series: &Series<'a>,
    then: Option<&str>,
    steps: &[Step],
    line: &Line,
    ahead: &mut Ahead<'a>,
) -> Result<Expected, Why> {
    let reported: Vec<(usize, &Reported)> = line.reported().collect();
    let (last_step, last) = *reported.last().ok_or(Why::NoData)?;
    let set = |reported: &Reported| series.months[reported.month].common.set.as_str();
    if then.ok_or(Why::NoSet)? != set(last) {
        return Err(Why::SetChanges);
    }
    let mut bearers = line.communes.iter().map(|place| &series.roster.communes[*place]);
    let bearer = bearers.find(|commune| commune.takes_part(series.until));
    let bearer = bearer.ok_or(Why::NotTakingPart)?;
    // Never across a change of the base set.
    let comparable = reported.iter().rev().take_while(|(_, other)| set(other) == set(last));
    let mut used: Vec<(usize, &Reported)> = comparable.take(MOST_MONTHS).copied().collect();
    used.reverse();
    let (first_step, first) = match used[..] {
        [] | [_] if reported.len() > 1 => return Err(Why::SetChanges),
        [] | [_] => return Err(Why::OneMonth),
        [first, ..] => first,
    };
    let between = steps[last_step].period.months_after(steps[first_step].period);
    let further = series.until.months_after(steps[last_step].period);
    let along = |of: fn(&Reported) -> Met| straight(of(first), of(last), between, further);
    Ok(Expected {
        from: used.iter().map(|(step, _)| *step).collect(),
        criteria: along(|reported| reported.criteria),
        criteria_total: last.criteria.total,
        indicators: along(|reported| reported.indicators),
        indicators_total: last.indicators.total,
        changed_on_the_way: line.shifts[first_step + 1..=last_step].iter().any(LawShift::any),
        change: ahead.until(series, last, &bearer.case),
    })
}

/// The straight line from the first to the last, so many months further, within what
/// there is.
fn straight(first: Met, last: Met, between: usize, ahead: usize) -> Exact {
    let [from, to] = [first, last].map(|met| Exact::from(met.met));
    let step = (&to - &from).checked_div(&Exact::from(between)).unwrap_or(Exact::ZERO);
    let reached = &to + &(&step * &Exact::from(ahead));
    reached.clamp(Exact::ZERO, Exact::from(last.total))
}

/// What changes from the laws of last reports until the month that is looked ahead to,
/// each computed once.
#[derive(Default)]
struct Ahead<'a>(HashMap<(*const Resolved, &'a CommuneProfile), LawShift>);

impl<'a> Ahead<'a> {
    fn until(
        &mut self,
        series: &Series<'a>,
        last: &Reported,
        case: &'a CommuneProfile,
    ) -> LawShift {
        let before = &*series.months[last.month].tallies[last.tally].law;
        let known = self.0.entry((std::ptr::from_ref(before), case));
        let shift = known.or_insert_with(|| {
            let then = series.library.resolve(before.level, series.until, case);
            then.map(|then| LawShift::between(before, &then)).unwrap_or_default()
        });
        shift.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stays_between_nothing_and_all() {
        let met = |met| Met { met, total: 19 };
        let line = |first, last, between, ahead| straight(met(first), met(last), between, ahead);
        // From 10 to 16 in six months: one a month.
        assert_eq!(line(10, 16, 6, 2), Exact::from(18));
        assert_eq!(line(10, 16, 6, 9), Exact::from(19));
        assert_eq!(line(10, 4, 3, 1), Exact::from(2));
        assert_eq!(line(10, 4, 3, 5), Exact::ZERO);
        assert_eq!(line(10, 11, 3, 1).rounded(2), "11.33");
    }
}
