//! How a run ends: one exit code, a function of the result.
//!
//! A fault of arguments or input is a [`Stop`]; what files, disk or terminal do not allow is
//! the system's error with a [`Failure`] as its context.

use std::fmt;
use std::io;
use std::process::ExitCode;

pub(crate) use ntm::problem::Stop;
use ntm::text::Text;

use crate::lang;

/// A run that came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Done, and the verdict asked for failed.
    Failed,
}

/// What could not be done, for no fault of the input, and what to do about it.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) message: Text,
    pub(crate) hint: Text,
}

impl Failure {
    /// The failure with what the system says of it.
    pub(crate) fn because(message: Text, hint: Text, why: io::Error) -> anyhow::Error {
        anyhow::Error::new(why).context(Failure { message, hint })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.get(lang::current()))
    }
}

/// The exit code of a run.
pub(crate) fn exit_code(result: &anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::from(1),
        Err(_) => ExitCode::from(2),
    }
}
