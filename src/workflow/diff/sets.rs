//! The same data under two sets.

use super::months::{Side, ready};
use super::{Changes, Options, only};
use crate::analysis::diff::{self, Pairs, SetChoice, Under};
use crate::fold;
use crate::law::{CommuneProfile, Library, Resolved, SetFile};
use crate::problem::Stop;
use crate::report::Scoring;
use crate::text::{self, diff as words};
use crate::workflow::session::Warnings;
use crate::workflow::{Judged, Session, select};

/// What was judged under two sets.
pub struct UnderSets {
    judged: Judged,
    old: Under,
    new: Under,
    /// Their ids, as they were named.
    ids: String,
}

/// Judges data under the two sets that `ids` names; what is said of the data comes beside.
///
/// # Errors
/// When the data cannot be judged, a set is unknown or measures nothing of it, or a commune
/// is unknown; all that is wrong with data and sets is told.
pub fn judge_under_sets(
    side: Side,
    ids: &str,
    options: &Options,
) -> (Warnings, Result<UnderSets, Stop>) {
    let (warnings, ready) = ready(&side);
    let judge = || {
        let session = side.session;
        let (ready, [old, new]) = Stop::both(ready, named(session.library(), ids))?;
        let (period, common) = ready;
        let case = CommuneProfile::default();
        let [old_law, new_law] =
            [beside(old, new), beside(new, old)].map(|choice| choice.resolve(period, &case));
        refuse_strangers(&common, &[(&old, old_law), (&new, new_law)])?;
        let chosen = select::communes(&options.communes, session.roster(), period)?;
        let judged = session.judge(period, common, &chosen);
        let [old, new] = named(session.library(), ids)?;
        let under =
            |choice: SetChoice| Under::new(&choice, period, session.roster(), &judged.submissions);
        let (old, new) = (under(beside(old, new)), under(beside(new, old)));
        Ok(UnderSets { judged, old, new, ids: ids.to_owned() })
    };
    (warnings, judge())
}

impl<'a> Changes<'a> {
    /// What changes under the second of two sets.
    ///
    /// # Errors
    /// When a criterion or indicator is unknown.
    pub fn of_sets(
        session: &'a Session,
        under_sets: &'a UnderSets,
        options: &Options,
    ) -> Result<Changes<'a>, Stop> {
        let UnderSets { judged, old, new, ids } = under_sets;
        let period = judged.period;
        let only = only(options, [(&new.common, period), (&old.common, period)])?;
        let [old_set, new_set] = named(session.library(), ids)?;
        let scoring = judged.scoring(session);
        let changes = Changes {
            level: session.question().level,
            old: under(&scoring, old),
            new: under(&scoring, new),
            sets: Some([old_set.head(), new_set.head()]),
            comparison: diff::sets(&judged.submissions, old, new),
            only,
            by: options.by,
        };
        Ok(changes.confined())
    }
}

/// The same scoring by another law.
fn under<'a>(scoring: &Scoring<'a>, under: &'a Under) -> Scoring<'a> {
    Scoring {
        level: under.common.level,
        common: &under.common,
        tallies: &under.tallies,
        summary: &under.summary,
        ..scoring.clone()
    }
}

/// What is judged by on this side: its own layer is laid, the other side's is not.
fn beside<'l>(file: SetFile<'l>, other: SetFile<'l>) -> SetChoice<'l> {
    let id = |file: SetFile<'l>| file.layer.map(|layer| layer.id.as_str());
    SetChoice { set: file.set, with: id(file), without: id(other) }
}

/// The two sets named with `--sets`; all that is wrong with them is told.
fn named<'l>(library: &'l Library, sets: &str) -> Result<[SetFile<'l>; 2], Stop> {
    let ids: Vec<&str> = sets.split(',').map(fold::trim).filter(|id| !id.is_empty()).collect();
    let [one, other] = ids[..] else {
        return Err(Stop::usage(words::two_sets_wanted(ids.len()), words::name_two_sets()));
    };
    if one == other {
        return Err(Stop::usage(words::same_set_twice(one), words::name_two_sets()));
    }
    let (one, other) = Stop::both(find(library, one), find(library, other))?;
    Ok([one, other])
}

fn find<'l>(library: &'l Library, id: &str) -> Result<SetFile<'l>, Stop> {
    library.file(id).ok_or_else(|| {
        let near = fold::nearest(id, library.file_ids());
        Stop::usage(text::no_set(id), text::near_or(&near, text::see_sets()))
    })
}

/// Refuses sets that measure nothing of what the data says.
fn refuse_strangers(common: &Resolved, named: &[(&SetFile, Resolved); 2]) -> Result<(), Stop> {
    let of_level = |(named, _): &(&SetFile, Resolved)| named.set.level == common.level;
    let mut wrong = Vec::new();
    for (named, law) in named {
        let pairs = Pairs::new(common, law);
        if pairs.indicators.iter().all(Option::is_none) {
            let message = words::nothing_in_common(&named.head().id, common.level);
            wrong.push(Stop::usage(message, words::data_of_level(named.set.level)));
        }
    }
    if wrong.is_empty() && !named.iter().any(of_level) {
        let (first, _) = &named[0];
        let message = words::no_set_of_data(common.level);
        wrong.push(Stop::usage(message, words::data_of_level(first.set.level)));
    }
    Stop::all(wrong)
}
