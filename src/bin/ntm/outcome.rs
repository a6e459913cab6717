//! How a run ends: one exit code, a function of the result.

use std::process::ExitCode;

pub(crate) use ntm::problem::Stop;

/// A run that came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Done, and the verdict asked for failed.
    Failed,
}

/// The exit code of a run.
pub(crate) fn exit_code(result: &Result<Outcome, Stop>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::from(1),
        Err(Stop::Usage { .. } | Stop::Problems { .. } | Stop::Several(_)) => ExitCode::from(2),
    }
}
