//! Communes that have rows of a level and none of one that it presupposes.

use std::collections::{BTreeMap, BTreeSet};

use super::said::warning;
use crate::intake::{Finding, Intake, Roster, Submission};
use crate::law::Level;
use crate::period::Period;
use crate::problem::Code;
use crate::text;

/// The communes whose rows of a lower level are missing, reported once each, at the highest
/// level that they have rows of. Only a whole month can say so: a file of one level lacks
/// the others rightly.
pub fn missing_levels(read: &Intake, roster: &Roster) -> Vec<Finding> {
    let mut given: BTreeMap<(Period, usize), BTreeMap<Level, &Submission>> = BTreeMap::new();
    for submission in &read.submissions {
        let of_commune = given.entry((submission.period, submission.commune)).or_default();
        of_commune.entry(submission.level).or_insert(submission);
    }
    let told = given.iter().filter_map(|((_, commune), levels)| {
        let presupposed: BTreeSet<Level> = levels.keys().flat_map(|l| below(*l)).copied().collect();
        let lacking = presupposed.iter().find(|level| !levels.contains_key(level))?;
        let (level, submission) = levels.iter().find(|(l, _)| below(**l).contains(lacking))?;
        let name = &roster.communes[*commune].name;
        let told = (text::missing_level(name, level, lacking), text::bring_level(lacking));
        Some(warning(submission, Code::MissingLevel, submission.file()?, told))
    });
    told.collect()
}

/// The levels that one presupposes. Conditions of recognition are of every title, the
/// lowest among them.
fn below(level: Level) -> &'static [Level] {
    match level {
        Level::Ntm => &[],
        Level::NangCao | Level::Recognition => &[Level::Ntm],
        Level::KieuMau => &[Level::Ntm, Level::NangCao],
    }
}
