//! `ntm check`: what is wrong with data and roster, without scoring.

use ntm::problem::{self, Problem};
use ntm::{intake, render, text};

use crate::args::{CheckArgs, Format};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{input, lang};

pub(crate) fn run(args: &CheckArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    let input = input::open(&args.data, true)?;
    targets.spare(&input.paths)?;
    let read = intake::read(&input.sources, &input.roster, &input.library, input.options);
    let mut problems: Vec<Problem> = input.library.warnings;
    problems.extend(input.roster_problems);
    problems.extend(input.file_problems);
    problems.extend(read.findings.into_iter().map(|finding| finding.problem));
    let errors = problem::errors(&problems);
    let make = |format| match format {
        Format::Json => render::json::check(read.files, read.rows, &problems),
        Format::Table => {
            let warnings = problems.len() - errors;
            let count = text::checked(read.files, read.rows, errors, warnings);
            format!("{}{}\n", output::problem_lines(&problems), count.get(lang::current()))
        }
    };
    targets.write(&|format, _| make(format), style)?;
    Ok(if errors > 0 { Outcome::Failed } else { Outcome::Done })
}
