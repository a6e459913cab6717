//! `ntm report`: the report of a month, in every form that an office hands in.

mod each;
mod earlier;

use std::path::{Path, PathBuf};

use ntm::intake::{Agencies, Office};
use ntm::law::Resolved;
use ntm::period::Period;
use ntm::problem::Problem;
use ntm::render::output::{Format, PageFormat};
use ntm::report::InputFile;
use ntm::text::{self, Text};
use ntm::workflow::report::{MonthReport, Sources, voices};
use ntm::workflow::session::Scope;
use ntm::workflow::{Session, select};

use self::each::Folder;
use crate::args::ReportArgs;
use crate::beside::Skipped;
use crate::folder;
use crate::input::Files;
use crate::outcome::{Outcome, Stop};
use crate::output::PageStyle;
use crate::targets::Targets;
use crate::{agencies, input, office, output, paths, spared};

pub(crate) fn run(args: &ReportArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let folder = args.each.then(|| Folder::new(args)).transpose()?;
    let targets = match folder {
        Some(_) => Targets::none(),
        None => Targets::new(&args.output)?,
    };
    let (input, files) = input::open(&args.data, &targets, false)?;
    let inputs = files.digests(&input);
    let mut session = input::session_of(input, args.judge.question(), Scope::default())?;
    targets.spare(&agencies::files(&files.rosters))?;
    targets.spare(&office::files(&files.rosters))?;
    keep_out_of_data(args, &files)?;
    let period = session.one_period()?;
    let common = session.common(period)?;
    let chosen = select::communes(&args.commune, session.roster(), period)?;
    let forms = folder.as_ref().map_or_else(|| targets.forms(), |folder| vec![folder.format]);
    let office = match (forms.contains(&Format::Page(PageFormat::Docx)), args.form, &chosen[..]) {
        (false, ..) => Office::default(),
        (true, Some(voice), [one]) => {
            let about = (voice, session.roster().communes[*one].name.as_str());
            office::of_voice(&files.rosters, args.public, about)?
        }
        (true, ..) => office::find(&files.rosters, args.public)?,
    };
    let agencies = agencies::own_or_example(&files.rosters, session.library())?;
    output::warn(&session.refuse_faults()?);
    let targets = targets.signed_by(office.clone());
    if let Some(voice) = args.form {
        let document = voices(&mut session, voice, (period, common), &chosen)?;
        targets.give(&document, style)?;
        return Ok(Outcome::Done);
    }
    let job = Job { args, targets, folder, office, agencies, files, inputs, chosen, style };
    job.month(session, period, common)
}

/// What is to be written, and how.
struct Job<'a> {
    args: &'a ReportArgs,
    targets: Targets,
    folder: Option<Folder<'a>>,
    office: Office,
    agencies: Agencies,
    files: Files,
    inputs: Vec<InputFile>,
    chosen: Vec<usize>,
    style: PageStyle,
}

impl Job<'_> {
    /// The report of the month, or of communes one by one.
    fn month(
        &self,
        mut session: Session,
        period: Period,
        common: Resolved,
    ) -> anyhow::Result<Outcome> {
        let judged = session.judge(period, common, &[]);
        let beside = earlier::open(self.args, &self.files, &self.targets, period);
        let told: Vec<Problem> = beside.skipped.iter().map(Skipped::problem).collect();
        let tell = |month: &Skipped| text::not_compared_with(month.period, &month.why);
        let skipped: Vec<Text> = beside.skipped.iter().map(tell).collect();
        let sources = Sources {
            agencies: &self.agencies,
            earlier: &beside.earlier,
            skipped: &skipped,
            inputs: &[self.inputs.as_slice(), &beside.inputs].concat(),
            public: self.args.public,
            workbook: self.targets.forms().contains(&Format::Page(PageFormat::Xlsx)),
        };
        let report = MonthReport::new(&session, &judged, sources);
        let results = report.results(&self.chosen)?;
        output::complain(&output::problem_lines(&told));
        let document = match (&self.folder, results.as_slice()) {
            (Some(folder), results) => {
                return folder.write(&report, &self.office, results, self.style);
            }
            (None, []) => report.document(None),
            (None, [one]) => report.document(Some(*one)),
            (None, _) => {
                return Err(Stop::usage(text::one_commune_a_report(), text::use_each()).into());
            }
        };
        self.targets.give(&document, self.style)?;
        Ok(Outcome::Done)
    }
}

/// A workbook beside the data would be read as data the next time.
fn keep_out_of_data(args: &ReportArgs, files: &Files) -> Result<(), Stop> {
    let among = |path: &&PathBuf| {
        let folder = if args.each { Some(path.as_path()) } else { path.parent().map(paths::here) };
        let table = args.each || folder::may_be_table(path);
        let same = |folder: &Path| files.data_in.iter().any(|data| paths::same(data, folder));
        table && folder.is_some_and(same)
    };
    match args.output.output.iter().find(among) {
        Some(path) => Err(spared::among_data(path)),
        None => Ok(()),
    }
}
