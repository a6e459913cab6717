//! What became of one indicator, and by whose doing.

use super::steps::{Move, Steps};
use crate::named::named;
use crate::score::Status;

named! {
    /// What became of an indicator: every other status is a change, and every other distance
    /// from what is asked.
    pub Kind {
        /// Counted as met before, and no more: it endangers a title.
        Lost "lost"
        /// Counted as met now, and not before.
        NewlyMet "newly_met"
        /// It was undetermined and is judged now, and not met; or so is one of its parts.
        JudgedNow "judged_now"
        /// Not met before and now, and some part lost its value.
        NewlyMissing "newly_missing"
        /// Not met before and now, and some part has a value that it had not; none lost its
        /// own.
        NewlyReported "newly_reported"
        /// Not met or missing before and now, and farther: each distance is from what was
        /// asked at its time, and no value came or went.
        Further "further"
        /// Likewise, and nearer; so never where a part lost its value.
        Closer "closer"
        /// Judged before, and undetermined now; or so is one of its parts.
        UndeterminedNow "undetermined_now"
        /// Not met before and now, of which something else is measured.
        Remeasured "remeasured"
        /// Counted as met before and now: it applies now, or no more.
        Applicability "applicability"
    }
}

named! {
    /// By whose doing an indicator changed.
    ///
    /// Where its status is another, both steps are taken alone: the old data is judged by the
    /// new law, and the new data by the old law. If one of them alone gives the new status,
    /// it is the cause; if each does, or only the two together, both are. Of what was lost or
    /// newly met it matters only whether it counts as met. Where the status is the same, the
    /// distance is followed from the old data under the old law over the old data under the
    /// new law to the new data: the steps that moved it are the cause.
    pub Cause {
        /// The commune's data alone.
        Data "data"
        /// The law alone.
        Law "law"
        /// Each of them, or only the two together.
        Both "both"
    }
}

impl Cause {
    fn from_law_and_data(law: bool, data: bool) -> Cause {
        match (law, data) {
            (true, false) => Cause::Law,
            (false, true) => Cause::Data,
            _ => Cause::Both,
        }
    }
}

/// What became of an indicator, and by whose doing; `None` where nothing did.
pub(super) fn change(steps: &Steps) -> Option<(Kind, Cause)> {
    let (was, is) = (steps.old.score.status, steps.new.score.status);
    let kind = match (was.counts_as_met(), is.counts_as_met()) {
        (true, false) => Kind::Lost,
        (false, true) => Kind::NewlyMet,
        (true, true) if was == is => return None,
        (true, true) => Kind::Applicability,
        (false, false) => unmet(steps, was, is)?,
    };
    Some((kind, cause(steps, kind)))
}

/// What became of an indicator that neither was met nor is.
fn unmet(steps: &Steps, was: Status, is: Status) -> Option<Kind> {
    Some(match (was, is) {
        (Status::NotMet, Status::NotMet) if !steps.comparable => Kind::Remeasured,
        (was, is) if was == is => return same_status(steps),
        (_, Status::Undetermined) => Kind::UndeterminedNow,
        (Status::Undetermined, Status::Missing) if steps.value_went() => Kind::NewlyMissing,
        (Status::Undetermined, _) => Kind::JudgedNow,
        // What failed passes now, and what had no value still has none.
        (_, Status::Missing) if steps.comparable && !steps.value_went() => Kind::Closer,
        (_, Status::Missing) => Kind::NewlyMissing,
        // What passed fails now, likewise.
        _ if steps.comparable && !steps.value_came() => Kind::Further,
        _ => Kind::NewlyReported,
    })
}

/// What became of the distance. Closer if some part is closer and none farther, and the
/// reverse; where they moved both ways the least attainment decides, and a tie is farther.
fn same_status(steps: &Steps) -> Option<Kind> {
    let moves = steps.moves();
    let any = |of: Move| moves.contains(&of);
    Some(match () {
        () if any(Move::ValueWent) => Kind::NewlyMissing,
        () if any(Move::ValueCame) => Kind::NewlyReported,
        () if any(Move::ThresholdWent) => Kind::UndeterminedNow,
        () if any(Move::ThresholdCame) => Kind::JudgedNow,
        () => match (any(Move::Closer), any(Move::Further)) {
            (false, false) => return None,
            (true, false) => Kind::Closer,
            (false, true) => Kind::Further,
            (true, true) if steps.new.score.attainment > steps.old.score.attainment => Kind::Closer,
            (true, true) => Kind::Further,
        },
    })
}

fn cause(steps: &Steps, kind: Kind) -> Cause {
    let statuses = |of: fn(Status) -> Status| {
        let [old, law, data, new] = steps.statuses().map(of);
        (old != new).then(|| Cause::from_law_and_data(law == new, data == new))
    };
    let by_status = match kind {
        Kind::Lost | Kind::NewlyMet => statuses(counted),
        Kind::Remeasured => Some(Cause::from_law_and_data(true, steps.data_differs())),
        _ => statuses(|status| status),
    };
    by_status.unwrap_or_else(|| Cause::from_law_and_data(steps.law_moved(), steps.data_moved()))
}

/// A status as far as it matters to what is lost or newly met.
fn counted(status: Status) -> Status {
    if status.counts_as_met() { Status::Met } else { Status::NotMet }
}
