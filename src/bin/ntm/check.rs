//! `ntm check`: what is wrong with data and roster, without scoring.

use std::collections::BTreeSet;
use std::io::Write;

use ntm::intake::evidence::{Folder, Proofs, Whose};
use ntm::intake::{Finding, Intake};
use ntm::problem::{self, Code, Problem};
use ntm::review::Asked;
use ntm::{render, text};

use crate::args::{CheckArgs, Format};
use crate::input::{Found, Input};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{evidence, explain, fix, input, lang};

pub(crate) fn run(args: &CheckArgs, style: PageStyle) -> Result<Outcome, Stop> {
    if let Some(asked) = &args.explain {
        return explain::run(asked, &args.output, style);
    }
    let fix = args.fix.then(|| fix::folder(&args.output.output)).transpose()?;
    let targets = match fix {
        Some(_) => Targets::none(),
        None => Targets::new(&args.output, &[Format::Table, Format::Json])?,
    };
    let mut input = input::open(&args.data, &targets, true)?;
    let mut read = input.read(true);
    let earlier = input.months_before();
    let found = ntm::review::review(&read, earlier.as_ref(), &input.roster);
    read.findings.extend(found);
    read.findings.extend(not_reported(args, &input, &read, earlier.as_ref()));
    if args.data.paths.iter().any(|path| path.is_dir()) {
        read.findings.extend(ntm::review::missing_levels(&read, &input.roster));
    }
    if let Some(path) = &args.evidence {
        let listed = evidence::listed(path)?;
        let inside = listed.files.iter().map(|(_, path)| Found::named(path.clone()));
        targets.spare(&inside.collect::<Vec<_>>())?;
        let doubts = listed.doubts();
        let above = listed.name.clone();
        let paths = listed.files.into_iter().map(|(inside, _)| inside).chain(listed.links);
        let folder = Folder::new(paths).doubting(doubts);
        let name = path.display().to_string();
        let whose = Whose::new(&input.roster, &read.periods).below(above);
        let proofs = Proofs::of(&folder, whose, &read.submissions);
        let found = ntm::review::evidence(&read, &input.roster, (&folder, &proofs), &name);
        read.findings.extend(found);
    }
    // What is worth a look stands beside the faults of its file.
    read.sort_findings();
    let mut problems: Vec<Problem> = input.library.warnings.clone();
    // What became of older law is no matter of data.
    problems.retain(|problem| problem.code != Code::ReplacedLayer);
    problems.extend(input.roster_problems.iter().chain(&input.passed).cloned());
    let findings = std::mem::take(&mut read.findings);
    let asked = findings.into_iter().filter(|f| f.concerns(args.level, args.source));
    problems.extend(asked.map(|finding| finding.problem));
    let errors = problem::errors(&problems);
    let repairs = [input.roster.repairs.as_slice(), &read.repairs].concat();
    if read.files == 0 {
        return Err(Stop::problems(problems));
    }
    input.refuse_nothing_picked(&read, &problems)?;
    let form = |format, _, out: &mut dyn Write| match format {
        Format::Json => {
            write!(out, "{}", render::json::check(read.files, read.rows, &problems, &repairs))
        }
        _ => {
            let warnings = problem::warnings(&problems);
            let count = text::checked(read.files, read.rows, errors, warnings);
            let pointer = explain::pointer(&problems);
            let problems = render::problems::by_file(&problems, lang::current());
            let repairs = output::repair_lines(&repairs);
            writeln!(out, "{problems}{repairs}{}", count.get(lang::current()))?;
            write!(out, "{pointer}")
        }
    };
    targets.write(&form, style)?;
    match fix {
        Some(_) if problem::errors(&input.roster_problems) > 0 => {
            return Err(Stop::problems(problems));
        }
        Some(folder) => fix::run(&input, &problems, folder)?,
        None => {}
    }
    Ok(if errors > 0 { Outcome::Failed } else { Outcome::Done })
}

/// Who has not reported in the folders that are checked, once a period.
fn not_reported(
    args: &CheckArgs,
    input: &Input,
    read: &Intake,
    earlier: Option<&Intake>,
) -> Vec<Finding> {
    let (mut told, mut findings) = (BTreeSet::new(), Vec::new());
    for (folder, period) in input.folders_with_periods(read) {
        if told.insert(period) {
            let (level, voice) = (args.level, args.source);
            let asked = Asked { folder: &folder, period, level, voice };
            let whose = (&input.roster, &input.library);
            findings.extend(ntm::review::silent((read, earlier), whose, asked));
        }
    }
    findings
}
