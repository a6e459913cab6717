//! Entered once: what a lower level's rows say of an indicator that both levels measure
//! counts for the higher one where no row of its own says anything. A row that is left
//! empty says nothing; one that cannot be read does, and so does `không áp dụng`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::submission::{InheritedIndicator, RowAddress};
use super::{Finding, Submission, Voice};
use crate::law::Level;
use crate::period::Period;
use crate::problem::Code;

/// Whose submission it is, without its level.
type VoiceKey = (Period, usize, Voice);

/// Gives each submission what it borrows, and each finding the levels that borrow its row.
pub(super) fn lend(submissions: &mut [Submission], findings: &mut [(usize, Finding)]) {
    let upper = |s: &Submission| s.law.indicators.iter().any(|i| i.same_as.is_some());
    if !submissions.iter().any(upper) {
        return;
    }
    let faulty = faulty(findings);
    let mut lent: BTreeMap<RowAddress, BTreeSet<Level>> = BTreeMap::new();
    // From low to high: what is borrowed may be lent on.
    for level in Level::TITLES {
        let lower: BTreeMap<(VoiceKey, Level), Arc<Submission>> = lenders(submissions, level);
        let of_level = submissions.iter_mut().filter(|s| s.level == level);
        for submission in of_level {
            let find = |level| lower.get(&(whose(submission), level)).cloned();
            let borrowed = borrowed(submission, find, &faulty);
            let counting = borrowed.iter().filter(|borrowed| !borrowed.own);
            let rows = counting.flat_map(|b| b.from.rows_at(b.place));
            for row in rows {
                // What is wrong with cells that several share is of none of their columns.
                let shared = (row.0, row.1.clone(), row.2, None);
                lent.entry(shared).or_default().insert(level);
                lent.entry(row).or_default().insert(level);
            }
            submission.borrowed = borrowed.into_boxed_slice();
        }
    }
    for (file, finding) in findings {
        let levels = at(*file, finding).and_then(|at| lent.get(&at));
        finding.lent.extend(levels.into_iter().flatten());
    }
}

/// The row that a finding is of.
fn at(file: usize, finding: &Finding) -> Option<RowAddress> {
    let place = &finding.problem.place;
    let sheet = place.sheet.as_ref().map(|sheet| sheet.name.clone());
    Some((file, sheet, place.line?, place.of.clone()))
}

/// The rows in which something is wrong that may be their value. A wrong date is of the
/// document.
fn faulty(findings: &[(usize, Finding)]) -> BTreeSet<RowAddress> {
    let of_value =
        |finding: &Finding| finding.problem.is_error() && finding.problem.code != Code::BadDate;
    let wrong = findings.iter().filter(|(_, finding)| of_value(finding));
    wrong.filter_map(|(file, finding)| at(*file, finding)).collect()
}

fn whose(submission: &Submission) -> VoiceKey {
    (submission.period, submission.commune, submission.voice)
}

/// The submissions of lower levels by which those of `level` may be completed.
fn lenders(
    submissions: &[Submission],
    level: Level,
) -> BTreeMap<(VoiceKey, Level), Arc<Submission>> {
    let asking: BTreeSet<VoiceKey> =
        submissions.iter().filter(|s| s.level == level).map(whose).collect();
    let lower = submissions.iter().filter(|s| s.level < level && asking.contains(&whose(s)));
    lower.map(|s| ((whose(s), s.level), Arc::new(s.clone()))).collect()
}

fn borrowed(
    submission: &Submission,
    find: impl Fn(Level) -> Option<Arc<Submission>>,
    faulty: &BTreeSet<RowAddress>,
) -> Vec<InheritedIndicator> {
    let mut borrowed = Vec::new();
    if submission.law.indicators.iter().all(|indicator| indicator.same_as.is_none()) {
        return borrowed;
    }
    let (given, says) = (submission.own_rows(), submission.own_words(faulty));
    let mut lower: BTreeMap<Level, Vec<bool>> = BTreeMap::new();
    for (indicator, law) in submission.law.indicators.iter().enumerate() {
        let Some((level, _)) = law.same_as else { continue };
        let Some(from) = find(level) else { continue };
        let Some(place) = law.shared_with(&from.law) else { continue };
        // Of two rows that say nothing the own one counts.
        let mut silent_below = || !lower.entry(level).or_insert_with(|| from.says(faulty))[place];
        let own = says[indicator] || (given[indicator] && silent_below());
        if from.given()[place] {
            borrowed.push(InheritedIndicator { indicator, from, place, own });
        }
    }
    borrowed
}
