//! Why a run cannot be carried out.

use std::error::Error;
use std::fmt;

use super::{Problem, errors};
use crate::text::{self, Lang, Text};

/// A run that cannot be carried out.
#[derive(Clone, Debug)]
pub enum Stop {
    /// The arguments, or what they name, cannot be used.
    Usage {
        /// What is wrong.
        message: Text,
        /// What to do about it.
        hint: Text,
    },
    /// The input is wrong.
    Problems {
        /// Every problem.
        problems: Vec<Problem>,
        /// What follows from them.
        message: Text,
        /// What to do about it.
        hint: Text,
    },
    /// Several of these, found in one run.
    Several(Vec<Stop>),
}

impl Stop {
    /// Arguments that cannot be used.
    pub fn usage(message: Text, hint: Text) -> Stop {
        Stop::Usage { message, hint }
    }

    /// Problems after which nothing else makes sense.
    pub fn problems(problems: Vec<Problem>) -> Stop {
        let message = text::stopped(errors(&problems));
        Stop::Problems { problems, message, hint: text::mend_first() }
    }

    /// Stops where anything was found to be wrong, with all of it.
    ///
    /// # Errors
    /// When anything was found.
    pub fn all(found: Vec<Stop>) -> Result<(), Stop> {
        if found.is_empty() { Ok(()) } else { Err(Stop::Several(found)) }
    }

    /// Both results, or all that is wrong with either.
    ///
    /// # Errors
    /// When one of them is an error.
    pub fn both<A, B>(one: Result<A, Stop>, other: Result<B, Stop>) -> Result<(A, B), Stop> {
        match (one, other) {
            (Ok(one), Ok(other)) => Ok((one, other)),
            (Err(one), Err(other)) => Err(Stop::Several(vec![one, other])),
            (Err(stop), Ok(_)) | (Ok(_), Err(stop)) => Err(stop),
        }
    }
}

/// In English, for logs; people are shown its texts in their language.
impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Usage { message, .. } | Stop::Problems { message, .. } => {
                f.write_str(message.get(Lang::En))
            }
            Stop::Several(stops) => {
                let all: Vec<String> = stops.iter().map(ToString::to_string).collect();
                f.write_str(&all.join("; "))
            }
        }
    }
}

impl Error for Stop {}
