//! What was read of all files.

use std::collections::{BTreeSet, HashMap};

use super::claim::Claim;
use super::finding::Finding;
use super::repair::Repair;
use super::submission::Submission;
use crate::period::Period;
use crate::problem::Problem;

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// How many files were read.
    pub files: usize,
    /// How many rows of data they hold, of the period picked where one is.
    pub rows: usize,
    /// The other periods that rows are of, where one is picked.
    pub unpicked: BTreeSet<Period>,
    /// The periods that the files are taken to be of, each once.
    pub periods: Vec<Period>,
    /// What was set right, by file and kind.
    pub repairs: Vec<Repair>,
    /// What is wrong, by file and line.
    pub findings: Vec<Finding>,
    /// In the order of the roster; faulty cells are missing from them.
    pub submissions: Vec<Submission>,
    /// The verdicts that tables give beside their values, to be compared.
    pub(crate) claims: Vec<Claim>,
}

impl Intake {
    /// Whether rows were looked at and none of them is of the period picked.
    pub fn picked_nothing(&self) -> bool {
        self.rows == 0 && !self.unpicked.is_empty()
    }

    /// Puts findings in order for a reader: by file as the files were given, errors before
    /// what is worth a look, then by line.
    pub fn sort_findings(&mut self) {
        let mut files: HashMap<String, usize> = HashMap::new();
        for finding in &self.findings {
            let next = files.len();
            files.entry(finding.problem.place.file.clone()).or_insert(next);
        }
        let place = |problem: &Problem| files.get(&problem.place.file).copied();
        self.findings.sort_by_key(|Finding { problem, .. }| {
            (place(problem), !problem.is_error(), problem.place.line)
        });
    }
}
