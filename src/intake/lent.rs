//! Entered once: what a lower level's rows say of an indicator that both levels measure
//! counts for the higher one where that has no row of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::submission::Borrowed;
use super::{Finding, Submission, Voice};
use crate::law::{Level, Resolved, ResolvedIndicator};
use crate::period::Period;

/// Whose submission it is, without its level.
type Whose = (Period, usize, Voice);

/// A row as findings name it: file, sheet and line.
type At = (usize, Option<String>, u64);

/// Gives each submission what it borrows, and each finding the levels that borrow its row.
pub(super) fn lend(submissions: &mut [Submission], findings: &mut [(usize, Finding)]) {
    let upper = |s: &Submission| s.law.indicators.iter().any(|i| i.same_as.is_some());
    if !submissions.iter().any(upper) {
        return;
    }
    let mut lent: BTreeMap<At, BTreeSet<Level>> = BTreeMap::new();
    // From low to high: what is borrowed may be lent on.
    for level in Level::TITLES {
        let lower: BTreeMap<(Whose, Level), Arc<Submission>> = lenders(submissions, level);
        let of_level = submissions.iter_mut().filter(|s| s.level == level);
        for submission in of_level {
            let find = |level| lower.get(&(whose(submission), level)).cloned();
            let borrowed = borrowed(submission, find);
            let counting = borrowed.iter().filter(|borrowed| !borrowed.own);
            let rows = counting.flat_map(|b| b.from.rows_at(b.place));
            for row in rows {
                lent.entry(row).or_default().insert(level);
            }
            submission.borrowed = borrowed.into_boxed_slice();
        }
    }
    for (file, finding) in findings {
        let place = &finding.problem.place;
        let sheet = place.sheet.as_ref().map(|sheet| sheet.name.clone());
        let levels = place.line.and_then(|line| lent.get(&(*file, sheet, line)));
        finding.lent.extend(levels.into_iter().flatten());
    }
}

fn whose(submission: &Submission) -> Whose {
    (submission.period, submission.commune, submission.voice)
}

/// The submissions of lower levels by which those of `level` may be completed.
fn lenders(submissions: &[Submission], level: Level) -> BTreeMap<(Whose, Level), Arc<Submission>> {
    let asking: BTreeSet<Whose> =
        submissions.iter().filter(|s| s.level == level).map(whose).collect();
    let lower = submissions.iter().filter(|s| s.level < level && asking.contains(&whose(s)));
    lower.map(|s| ((whose(s), s.level), Arc::new(s.clone()))).collect()
}

fn borrowed(
    submission: &Submission,
    find: impl Fn(Level) -> Option<Arc<Submission>>,
) -> Vec<Borrowed> {
    let given = submission.own_rows();
    let mut borrowed = Vec::new();
    for (indicator, law) in submission.law.indicators.iter().enumerate() {
        let Some((level, id)) = law.same_as else { continue };
        let Some(from) = find(level) else { continue };
        let Some(place) = same(law, &from.law, id) else { continue };
        let own = given[indicator];
        if from.given()[place] {
            borrowed.push(Borrowed { indicator, from, place, own });
        }
    }
    borrowed
}

/// The place of the indicator of a lower level that measures the same as `upper`. An
/// amendment that has changed what either of them is parts them.
fn same(upper: &ResolvedIndicator, law: &Resolved, id: crate::law::IndicatorId) -> Option<usize> {
    let place = law.position(id)?;
    let lower = &law.indicators[place];
    let parts = |indicator: &ResolvedIndicator| {
        let of = |r: &crate::law::Requirement| {
            (r.part.clone(), r.measure, r.unit.clone(), r.counts.clone())
        };
        indicator.require.iter().map(of).collect::<Vec<_>>()
    };
    let alike = upper.grades == lower.grades && parts(upper) == parts(lower);
    (alike && !upper.redefined && !lower.redefined).then_some(place)
}
