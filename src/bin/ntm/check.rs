//! `ntm check`: what is wrong with data and roster, without scoring.

use std::io::{self, Write};

use ntm::intake::Repair;
use ntm::intake::evidence::{Folder, Proofs, Whose};
use ntm::problem::{self, Problem};
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::render::terminal::Terminal;
use ntm::report::Tone;
use ntm::report::document::Document;
use ntm::text::{self, Text};
use ntm::{render, report};

use crate::args::CheckArgs;
use crate::input::Found;
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
    let mut input = input::open(&args.data, &targets, true)?;
    let mut read = input.read(true);
    read.findings.extend(ntm::review::review(&read, &input.roster));
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
    problems.extend(input.roster_problems.iter().cloned());
    let asked = read.findings.into_iter().filter(|f| f.concerns(args.level, args.source));
    problems.extend(asked.map(|finding| finding.problem));
    let errors = problem::errors(&problems);
    let repairs = [input.roster.repairs.as_slice(), &read.repairs].concat();
    if read.files == 0 {
        return Err(Stop::problems(problems));
    }
    let checked =
        Checked { files: read.files, rows: read.rows, problems: &problems, repairs: &repairs };
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

/// What is wrong with the data, and what was set right.
struct Checked<'a> {
    files: usize,
    rows: usize,
    problems: &'a [Problem],
    repairs: &'a [Repair],
}

impl Checked<'_> {
    /// How much was looked at, and what was found.
    fn count(&self) -> Text {
        let errors = problem::errors(self.problems);
        text::checked(self.files, self.rows, errors, self.problems.len() - errors)
    }
}

impl Output for Checked<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let mut page = report::problems(self.problems, self.count());
        let repaired =
            |repair: &Repair| text::repaired(&repair.file, repair.kind.as_str(), repair.told());
        page.notes.extend(self.repairs.iter().map(|repair| (Tone::Plain, repaired(repair))));
        Document::of_pages(None, None, [(text::sheet_problems(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => {
                let json = render::json::check(self.files, self.rows, self.problems, self.repairs);
                write!(out, "{json}")
            }
            WithRows::Csv => render::csv::problems(self.problems, out),
        }
    }

    fn terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let problems = render::problems::by_file(self.problems, terminal.lang);
        let repairs = output::repair_lines(self.repairs);
        writeln!(out, "{problems}{repairs}{}", self.count().get(terminal.lang))?;
        write!(out, "{}", explain::pointer(self.problems))
    }
}
