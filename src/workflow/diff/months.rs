//! Two periods judged; all that is wrong with either is told in one run.

use std::cmp::Ordering;

use super::Options;
use crate::intake::Roster;
use crate::law::Resolved;
use crate::period::Period;
use crate::problem::Stop;
use crate::text::{self, Text, diff as words};
use crate::workflow::session::{Question, Warnings};
use crate::workflow::{Judged, Session, select};

/// A side of a comparison.
pub struct Side<'s> {
    /// What was read.
    pub session: &'s mut Session,
    /// What messages call it.
    pub name: &'s str,
    /// How a command names it.
    pub argument: &'s str,
}

/// Judges two sides, the older one first; what is said of either comes beside.
///
/// # Errors
/// When a side cannot be judged, they are not two periods in order, or a commune is unknown.
pub fn judge_months(
    [old, new]: [Side; 2],
    options: &Options,
) -> ([Warnings; 2], Result<[Judged; 2], Stop>) {
    let ((old_warnings, old_ready), (new_warnings, new_ready)) = (ready(&old), ready(&new));
    let judge = || {
        let ready = Stop::both(old_ready, new_ready);
        let (((old_period, old_common), (new_period, new_common)), ()) =
            Stop::both(ready, in_order(&old, &new))?;
        let rosters = [old.session.roster(), new.session.roster()];
        let chosen =
            communes(&options.communes, (rosters[0], old_period), (rosters[1], new_period))?;
        let (old_chosen, new_chosen) = chosen.unzip();
        let before = judge(old.session, old_period, old_common, old_chosen);
        let now = judge(new.session, new_period, new_common, new_chosen);
        Ok([before, now])
    };
    ([old_warnings, new_warnings], judge())
}

/// Period and law of a side whose data can be judged, and what is said of the data.
pub(super) fn ready(side: &Side) -> (Warnings, Result<(Period, Resolved), Stop>) {
    let session = &side.session;
    let periods = match session.periods() {
        Ok(periods) => periods,
        Err(stop) => return (Warnings::default(), Err(stop)),
    };
    let (warnings, sound) = match session.refuse_faults() {
        Ok(warnings) => (warnings, Ok(())),
        Err(stop) => (Warnings::default(), Err(stop)),
    };
    let period = match periods {
        [one] => Ok(*one),
        several => Err(several_periods(side.name, several)),
    };
    let known = period.and_then(|period| Ok((period, session.common(period)?)));
    let ready = Stop::both(known, Stop::both(speaks(side), sound));
    (warnings, ready.map(|(known, _)| known))
}

/// That a side is of several periods.
pub fn several_periods(name: &str, periods: &[Period]) -> Stop {
    let periods: Vec<String> = periods.iter().map(ToString::to_string).collect();
    let message = words::several_periods_on_a_side(name, periods.join(", "));
    Stop::usage(message, words::split_periods())
}

/// Refuses data that says nothing at the level asked for, and something at another.
fn speaks(Side { session, name, .. }: &Side) -> Result<(), Stop> {
    let Question { level, voice, .. } = session.question();
    let spoken = session.spoken();
    if spoken.is_empty() || spoken.contains(&(level, voice)) {
        return Ok(());
    }
    let there = spoken.iter().map(|(level, voice)| text::with_brackets(level, voice));
    let there = Text::join(&there.collect::<Vec<_>>(), ", ");
    let message = words::nothing_of_level(name, level, voice, there);
    Err(Stop::usage(message, words::choose_level_or_source()))
}

/// Refuses one period twice, and the later one first.
fn in_order(before: &Side, now: &Side) -> Result<(), Stop> {
    let (Ok([old]), Ok([new])) = (before.session.periods(), now.session.periods()) else {
        // That is told of the side.
        return Ok(());
    };
    match old.cmp(new) {
        Ordering::Less => Ok(()),
        Ordering::Equal => Err(Stop::usage(words::same_period(old), words::other_period_or_sets())),
        Ordering::Greater => {
            let hint = words::swap_them(now.argument, before.argument);
            Err(Stop::usage(words::later_first(old, new), hint))
        }
    }
}

/// Places in the rosters of both sides.
type Places = (Vec<usize>, Vec<usize>);

/// The places of the communes named, on each side; a name may mean a commune of one side
/// only, and a code is looked for on both.
fn communes(
    names: &[String],
    old: (&Roster, Period),
    new: (&Roster, Period),
) -> Result<Option<Places>, Stop> {
    if names.is_empty() {
        return Ok(None);
    }
    let (mut olds, mut news) = (Vec::new(), Vec::new());
    for name in names {
        let one = std::slice::from_ref(name);
        let before = select::communes(one, old.0, old.1);
        let now = select::communes(one, new.0, new.1);
        let (before, now) = match (before, now) {
            (Err(_), Err(why)) => return Err(why),
            (before, now) => (before.unwrap_or_default(), now.unwrap_or_default()),
        };
        let there = |places: &[usize], from: &Roster, (roster, period): (&Roster, Period)| {
            let communes = places.iter().map(|place| &from.communes[*place]);
            let found = communes.filter_map(|commune| {
                let place = roster.find(&commune.code, period).ok()?;
                roster.communes[place].is_same(commune).then_some(place)
            });
            found.collect::<Vec<usize>>()
        };
        olds.extend(there(&now, new.0, old));
        news.extend(there(&before, old.0, new));
        olds.extend(before);
        news.extend(now);
    }
    Ok(Some((olds, news)))
}

/// Judges those who were chosen; all where nobody was.
fn judge(
    session: &mut Session,
    period: Period,
    common: Resolved,
    chosen: Option<Vec<usize>>,
) -> Judged {
    match chosen {
        None => session.judge(period, common, &[]),
        Some(places) if places.is_empty() => Judged::nobody(period, common),
        Some(places) => session.judge(period, common, &places),
    }
}
