//! `ntm dossier`: all that proves a commune's result, with a receipt. What was gathered and
//! what is found in a dossier again give the same.

mod inputs;
mod make;
mod receipt;

pub use inputs::{DossierInputs, EvidenceFiles, Given, InputFile, LeftOut, Options, Settings};
pub use make::{Dossier, SCOPE, make};

use crate::intake::Submission;
use crate::law::Level;
use crate::problem::{Code, Problem};
use crate::review;

/// What a commune says against itself, of a level and those below.
pub fn contradictions(said: &[Submission], level: Level) -> Vec<Problem> {
    said.iter().flat_map(|said| review::doubts(said, level)).collect()
}

/// Confirmations in the user's sets that hold no longer: of other figures too, for what was
/// changed after somebody read it is to be looked at.
pub fn void_confirmations(warnings: &[Problem]) -> Vec<Problem> {
    let void = |problem: &&Problem| problem.code == Code::VoidConfirmation;
    warnings.iter().filter(void).cloned().collect()
}
