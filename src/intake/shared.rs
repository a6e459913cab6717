//! What is wrong with cells that several columns of communes or months share: it is found with
//! each of them.

use std::collections::{BTreeSet, HashMap};

use super::batch::BatchOrigin;
use super::finding::Finding;
use crate::problem::Code;

/// Tells once what is wrong with shared cells; it is of all whom they are of. `findings`: with
/// the numbers of their files.
pub(super) fn tell_once(findings: &mut Vec<(usize, Finding)>, origins: &[BatchOrigin]) {
    let across = origins.iter().filter(|origin| origin.header.name_of_one().is_some());
    let across: BTreeSet<usize> = across.map(|origin| origin.file).collect();
    if across.is_empty() {
        return;
    }
    let mut told: HashMap<(usize, Option<u64>, Code), Vec<usize>> = HashMap::new();
    let mut kept: Vec<(usize, Finding)> = Vec::with_capacity(findings.len());
    for (file, finding) in findings.drain(..) {
        let problem = &finding.problem;
        // What is wrong with one's own value is nobody else's.
        if across.contains(&file) && problem.place.of.is_none() {
            let earlier = told.entry((file, problem.place.line, problem.code)).or_default();
            let is_same = |index: &&usize| {
                let other = &kept[**index].1.problem;
                other.place == problem.place && other.message == problem.message
            };
            if let Some(index) = earlier.iter().find(is_same) {
                kept[*index].1.commune = None;
                continue;
            }
            earlier.push(kept.len());
        }
        kept.push((file, finding));
    }
    *findings = kept;
}
