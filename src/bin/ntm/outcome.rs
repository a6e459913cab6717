//! How a run ends: one exit code, a function of the result.

use std::process::ExitCode;

use ntm::problem::{self, Problem};
use ntm::text::Text;

/// A run that came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Done, and the verdict asked for failed.
    Failed,
}

/// A run that could not be carried out.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The arguments, or what they name, cannot be used.
    Usage { message: Text, hint: Text },
    /// The input is wrong: every problem, and what follows from them.
    Problems { problems: Vec<Problem>, message: Text, hint: Text },
    /// Several of these, found in one run.
    Several(Vec<Stop>),
}

impl Stop {
    pub(crate) fn usage(message: Text, hint: Text) -> Stop {
        Stop::Usage { message, hint }
    }

    /// All that was found to be wrong, if anything was.
    pub(crate) fn all(found: Vec<Stop>) -> Result<(), Stop> {
        match found.is_empty() {
            true => Ok(()),
            false => Err(Stop::Several(found)),
        }
    }

    /// Both results, or all that is wrong with either.
    pub(crate) fn both<A, B>(one: Result<A, Stop>, other: Result<B, Stop>) -> Result<(A, B), Stop> {
        match (one, other) {
            (Ok(one), Ok(other)) => Ok((one, other)),
            (Err(one), Err(other)) => Err(Stop::Several(vec![one, other])),
            (Err(stop), Ok(_)) | (Ok(_), Err(stop)) => Err(stop),
        }
    }

    /// Problems after which nothing else makes sense.
    pub(crate) fn problems(problems: Vec<Problem>) -> Stop {
        let message = ntm::text::stopped(problem::errors(&problems));
        let hint = ntm::text::mend_first();
        Stop::Problems { problems, message, hint }
    }
}

/// The exit code of a run.
pub(crate) fn exit_code(result: &Result<Outcome, Stop>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::from(1),
        Err(Stop::Usage { .. } | Stop::Problems { .. } | Stop::Several(_)) => ExitCode::from(2),
    }
}
