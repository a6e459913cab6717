//! The command `ntm`: opens files, calls the library, writes, and chooses the
//! exit code.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "the binary is where files, terminal and environment are used"
)]

mod agencies;
mod args;
mod beside;
mod check;
mod confirm;
mod criteria;
mod criteria_files;
mod diff;
mod dossier;
mod evidence;
mod explain;
mod fix;
mod folder;
mod found;
mod gaps;
mod init;
mod input;
mod ladder;
mod lang;
mod misnamed;
mod new_files;
mod new_folder;
mod office;
mod outcome;
mod output;
mod paths;
mod pattern;
mod progress;
mod report;
mod roster;
mod score;
mod shell;
mod similar;
mod spared;
mod taken;
mod targets;
mod template;
mod trend;
mod unfinished;
mod usage;
mod verify;

use std::process::ExitCode;

use args::Verb;
use outcome::{Outcome, exit_code};

/// A damaged workbook may make its reader stop short; that is told as the file's fault,
/// not as the program's.
fn keep_quiet_of_workbooks() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let reader = panic.location().is_some_and(|place| place.file().contains("calamine"));
        if !reader {
            tell(panic);
        }
    }));
}

fn main() -> ExitCode {
    keep_quiet_of_workbooks();
    let mut cli = match usage::parse() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    pattern::expand(&mut cli);
    let result = run(cli);
    output::report_failure(&result);
    exit_code(&result)
}

fn run(cli: args::Cli) -> anyhow::Result<Outcome> {
    let page = output::PageStyle::new(&cli.page);
    match cli.verb {
        Verb::Score(args) => score::run(&args, page),
        Verb::Gaps(args) => gaps::run(&args, page),
        Verb::Report(args) => report::run(&args, page),
        Verb::Trend(args) => trend::run(&args, page),
        Verb::Check(args) => check::run(&args, page),
        Verb::Explain(args) => explain::run(&args, page),
        Verb::Dossier(args) => dossier::run(&args, page),
        Verb::Verify(args) => verify::run(&args, page),
        Verb::Ladder(args) => ladder::run(&args, page),
        Verb::Diff(args) => diff::run(&args, page),
        Verb::Template(args) => template::run(&args),
        Verb::Criteria(verb) => criteria::run(verb, page),
        Verb::Init(args) => init::run(&args),
    }
}
