//! `ntm check`: what is wrong with data and roster, without scoring.

use std::collections::BTreeSet;
use std::io::{self, Write};

use ntm::intake::Repair;
use ntm::intake::evidence::{Folder, Proofs, Whose};
use ntm::intake::{Finding, Intake};
use ntm::problem::{self, Code, Problem};
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::render::terminal::Terminal;
use ntm::report::Tone;
use ntm::report::document::Document;
use ntm::review::Asked;
use ntm::text::{self, Text};
use ntm::{render, report};

use crate::args::CheckArgs;
use crate::file_names::FileNames;
use crate::input::{Found, Input};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{evidence, explain, fix, input};

pub(crate) fn run(args: &CheckArgs, style: PageStyle) -> Result<Outcome, Stop> {
    if let Some(asked) = &args.explain {
        return explain::run(asked, &args.output, style);
    }
    let fix = args.fix.then(|| fix::folder(&args.output.output)).transpose()?;
    let targets = match fix {
        Some(_) => Targets::none(),
        None => Targets::new(&args.output)?,
    };
    let mut input = input::open_what_is_there(&args.data, &targets)?;
    let mut read = input.read(true);
    let earlier = input.months_before();
    input.passed.extend(input.skipped_before());
    let unread = earlier.as_ref().map(|earlier| input.unread_before(earlier));
    input.passed.extend(unread.into_iter().flatten());
    let found = ntm::review::review(&read, earlier.as_ref(), &input.roster);
    read.findings.extend(found);
    read.findings.extend(not_reported(args, &input, &read, earlier.as_ref()));
    if args.data.paths.iter().any(|path| path.is_dir()) {
        read.findings.extend(ntm::review::missing_levels(&read, &input.roster));
    }
    if let Some(path) = &args.evidence {
        let listed = evidence::listed(path)?;
        targets.keep_out_of(path)?;
        let inside = listed.files.iter().map(|(_, path)| Found::named(path.clone()));
        targets.spare(&inside.collect::<Vec<_>>())?;
        let doubts = listed.doubts();
        let above = listed.name.clone();
        let paths = listed.files.into_iter().map(|(inside, _)| inside).chain(listed.links);
        let folder = Folder::new(paths).doubting(doubts);
        let name = path.display().to_string();
        input.names.add_folder(path);
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
    let (files, rows) = (read.files, read.rows);
    let names = &input.names;
    let checked = Checked { files, rows, problems: &problems, repairs: &repairs, names };
    targets.give(&checked, style)?;
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
            let (level, voice) = (args.level, args.source.unwrap_or_default());
            let asked = Asked { folder: &folder, period, level, voice };
            let whose = (&input.roster, &input.library);
            findings.extend(ntm::review::silent((read, earlier), whose, asked));
        }
    }
    findings
}

/// What is wrong with the data, and what was set right.
struct Checked<'a> {
    files: usize,
    rows: usize,
    problems: &'a [Problem],
    repairs: &'a [Repair],
    /// What files are called in documents.
    names: &'a FileNames,
}

impl Checked<'_> {
    /// How much was looked at, and what was found.
    fn count(&self) -> Text {
        let errors = problem::errors(self.problems);
        text::checked(self.files, self.rows, errors, problem::warnings(self.problems))
    }
}

impl Output for Checked<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let problems = self.names.problems(self.problems);
        let mut page = report::problems(&problems, self.count());
        let repaired =
            |repair: &Repair| text::repaired(&repair.file, repair.kind.as_str(), repair.told());
        page.notes.extend(
            self.names.repairs(self.repairs).iter().map(|repair| (Tone::Plain, repaired(repair))),
        );
        Document::of_pages(None, None, [(text::sheet_problems(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        let problems = self.names.typed(self.problems);
        match format {
            WithRows::Json => {
                let repairs = FileNames::typed_repairs(self.repairs);
                write!(out, "{}", render::json::check(self.files, self.rows, &problems, &repairs))
            }
            WithRows::Csv => render::csv::problems(&problems, out),
        }
    }

    fn terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let problems = render::problems::by_file(self.problems, terminal.lang);
        let repairs = output::repair_lines(self.repairs);
        writeln!(out, "{problems}{repairs}{}", self.count().get(terminal.lang))?;
        write!(out, "{}", explain::pointer(self.problems))
    }
}
