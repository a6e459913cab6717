//! `ntm check`: what is wrong with data and roster, without scoring.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::fix::Copies;
use super::session::Input;
use super::{FileNames, codes};
use crate::intake::evidence::{Doubt, Folder, PathOwners, Proofs};
use crate::intake::{Finding, Intake, Repair, Voice};
use crate::law::Level;
use crate::period::Period;
use crate::problem::{self, Code, Problem, Stop};
use crate::render;
use crate::render::output::{Output, PageFormat, WithRows};
use crate::render::terminal::Terminal;
use crate::report::document::Document;
use crate::report::{self, Tone};
use crate::review::{self, Asked};
use crate::text::{self, Text};

/// What is checked besides the data itself.
#[derive(Debug, Default)]
pub struct Options {
    /// Only faults of rows of this level.
    pub level: Option<Level>,
    /// Only faults of rows of this voice.
    pub voice: Option<Voice>,
    /// What the months before say.
    pub earlier: Option<Intake>,
    /// The folders of data by name, with the month that each is named after.
    pub folders: Vec<(String, Option<Period>)>,
    /// Whether a folder was named: the levels that others report may lack in it.
    pub whole_folder: bool,
    /// The files of evidence.
    pub evidence: Option<Evidence>,
}

/// A folder of files of evidence.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Its name for messages.
    pub name: String,
    /// The folder's own name: it may be a commune's.
    pub own_name: Option<String>,
    /// All files and links by their paths in it.
    pub paths: Vec<String>,
    /// What is known against them.
    pub doubts: BTreeMap<String, Doubt>,
}

/// Looks for everything that is wrong, or worth a look, in what was read.
///
/// # Errors
/// When there is no file that can be read, or no row of the period asked for.
pub fn check(
    input: &Input,
    mut read: Intake,
    options: Options,
    names: FileNames,
) -> Result<Checked, Stop> {
    let earlier = options.earlier.as_ref();
    let found = review::review(&read, earlier, &input.roster);
    read.findings.extend(found);
    read.findings.extend(not_reported(&options, input, &read));
    if options.whole_folder {
        read.findings.extend(review::missing_levels(&read, &input.roster));
    }
    if let Some(Evidence { name, own_name, paths, doubts }) = options.evidence {
        let folder = Folder::new(paths).doubting(doubts);
        let whose = PathOwners::new(&input.roster, &read.periods).below(own_name);
        let proofs = Proofs::find(&folder, whose, &read.submissions);
        let found = review::evidence(&read, &input.roster, (&folder, &proofs), &name);
        read.findings.extend(found);
    }
    // What is worth a look stands beside the faults of its file.
    read.sort_findings();
    let mut problems: Vec<Problem> = input.library.warnings.clone();
    // What became of older law is no matter of data.
    problems.retain(|problem| problem.code != Code::ReplacedLayer);
    problems.extend(input.roster_problems.iter().chain(&input.passed).cloned());
    let findings = std::mem::take(&mut read.findings);
    let asked = findings.into_iter().filter(|f| f.concerns(options.level, options.voice));
    problems.extend(asked.map(|finding| finding.problem));
    if read.files == 0 {
        return Err(Stop::problems(problems));
    }
    input.refuse_nothing_picked(&read, &problems)?;
    let repairs = [input.roster.repairs.as_slice(), &read.repairs].concat();
    Ok(Checked { files: read.files, rows: read.rows, problems, repairs, names })
}

/// Who has not reported in the folders that are checked, once a period.
fn not_reported(options: &Options, input: &Input, read: &Intake) -> Vec<Finding> {
    let (mut told, mut findings) = (BTreeSet::new(), Vec::new());
    for (folder, period) in folders_with_periods(options, input, read) {
        if told.insert(period) {
            let (level, voice) = (options.level, options.voice);
            let asked = Asked { folder, period, level, voice };
            let whose = (&input.roster, &input.library);
            findings.extend(review::silent((read, options.earlier.as_ref()), whose, asked));
        }
    }
    findings
}

/// The periods of the folders read, each with its folder: where one is asked for that
/// alone, else the month that a folder is named after; where its name gives none, those
/// of what was read.
fn folders_with_periods<'o>(
    Options { folders, .. }: &'o Options,
    input: &Input,
    read: &Intake,
) -> Vec<(&'o str, Period)> {
    if let Some(asked) = input.options().period {
        let named = folders.iter().find(|(_, period)| *period == Some(asked));
        let folder = named.or(folders.first());
        return folder.map(|(name, _)| (name.as_str(), asked)).into_iter().collect();
    }
    let named: BTreeSet<Period> = folders.iter().filter_map(|(_, period)| *period).collect();
    let others = read.periods.iter().filter(|period| !named.contains(period));
    let others: Vec<Period> = others.copied().collect();
    let folders = folders.iter().flat_map(|(name, period)| {
        let own = period.as_ref().map_or(&*others, std::slice::from_ref);
        own.iter().map(|period| (name.as_str(), *period))
    });
    folders.collect()
}

/// What is wrong with the data, and what was set right.
pub struct Checked {
    files: usize,
    rows: usize,
    problems: Vec<Problem>,
    repairs: Vec<Repair>,
    /// What files are called in documents.
    names: FileNames,
}

impl Checked {
    /// How many faults there are.
    pub fn errors(&self) -> usize {
        problem::errors(&self.problems)
    }

    /// Clean copies of the files that no fault stands against. Beside copies a roster is
    /// written, which must be without faults for it.
    ///
    /// # Errors
    /// When it is not.
    pub fn clean_copies(&self, input: &Input) -> Result<Copies, Stop> {
        match problem::errors(&input.roster_problems) {
            0 => Ok(Copies::new(input, &self.problems)),
            _ => Err(Stop::problems(self.problems.clone())),
        }
    }

    /// How much was looked at, and what was found.
    fn count(&self) -> Text {
        text::checked(self.files, self.rows, self.errors(), problem::warnings(&self.problems))
    }
}

impl Output for Checked {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let problems = self.names.problems(&self.problems);
        let mut page = report::problems(&problems, self.count());
        let repaired = |repair: &Repair| {
            text::repaired(&repair.file, repair.kind.as_str(), repair.description())
        };
        page.notes.extend(
            self.names.repairs(&self.repairs).iter().map(|repair| (Tone::Plain, repaired(repair))),
        );
        Document::of_pages(None, None, [(text::sheet_problems(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        let problems = self.names.typed(&self.problems);
        match format {
            WithRows::Json => {
                let repairs = FileNames::typed_repairs(&self.repairs);
                write!(out, "{}", render::json::check(self.files, self.rows, &problems, &repairs))
            }
            WithRows::Csv => render::csv::problems(&problems, out),
        }
    }

    fn terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let lang = terminal.lang;
        write!(out, "{}", render::problems::by_file(&self.problems, lang))?;
        for repair in &self.repairs {
            write!(out, "{}", render::problems::repair(repair, lang))?;
        }
        let lines = [self.count()].into_iter().chain(codes::pointer(&self.problems));
        lines.into_iter().try_for_each(|line| writeln!(out, "{}", line.get(lang)))
    }
}
