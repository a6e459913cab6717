//! `ntm report`: the report of a month, in every form that an office hands in.

mod course;
mod each;
mod earlier;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ntm::analysis::gaps::Gaps;
use ntm::intake::{Agencies, Office};
use ntm::law::Resolved;
use ntm::period::Period;
use ntm::problem::Problem;
use ntm::render::output::{Format, PageFormat};
use ntm::report::document::Document;
use ntm::report::{self, Monthly, Scoring, VoiceForm, monthly};
use ntm::score::{self, Scorecard};
use ntm::text::{self, Text};

use self::each::Folder;
use crate::args::{ReportArgs, VoiceFormArg};
use crate::beside::Skipped;
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{PageStyle, Targets};
use crate::{agencies, chosen, input, office, output, paths, spared};

pub(crate) fn run(args: &ReportArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let folder = args.each.then(|| Folder::new(args)).transpose()?;
    let targets = match folder {
        Some(_) => Targets::none(),
        None => Targets::new(&args.output)?,
    };
    let how = How { digests: true, ..How::default() };
    let read = Read::open(&args.data, &args.judge, &targets, how)?;
    targets.spare(&agencies::files(&read.input.rosters))?;
    targets.spare(&office::files(&read.input.rosters))?;
    keep_out_of_data(args, &read)?;
    let period = read.one_period()?;
    let common = read.common(period)?;
    let chosen = chosen::find(&args.commune, read.roster(), period)?;
    let forms = folder.as_ref().map_or_else(|| targets.forms(), |folder| vec![folder.format]);
    let form = args.form.map(VoiceFormArg::form);
    let office = match (forms.contains(&Format::Page(PageFormat::Docx)), form, &chosen[..]) {
        (false, ..) => Office::default(),
        (true, Some(form), [one]) => {
            let about = (form.voice(), read.roster().communes[*one].name.as_str());
            office::of_voice(&read.input.rosters, args.public, about)?
        }
        (true, ..) => office::find(&read.input.rosters, args.public)?,
    };
    let agencies = agencies::own_or_example(&read.input.rosters, read.library())?;
    read.refuse_faults()?;
    let targets = targets.signed_by(office.clone());
    let job = Job { args, targets, folder, office, agencies, chosen, style };
    match form {
        Some(form) => job.voices(form, read, period, common),
        None => job.month(read, period, common),
    }
}

/// What is to be written, and how.
struct Job<'a> {
    args: &'a ReportArgs,
    targets: Targets,
    folder: Option<Folder<'a>>,
    office: Office,
    agencies: Agencies,
    chosen: Vec<usize>,
    style: PageStyle,
}

impl Job<'_> {
    /// The report of the month, or of communes one by one.
    fn month(&self, mut read: Read, period: Period, common: Resolved) -> Result<Outcome, Stop> {
        let judged = read.judge(period, common, &[]);
        let scoring = judged.scoring(&read);
        let asked = asked(&self.chosen, &scoring)?;
        let gaps = Gaps::new(scoring.submissions, &self.agencies);
        let beside = earlier::open(self.args, &read, &self.targets, period);
        let told: Vec<Problem> = beside.skipped.iter().map(Skipped::problem).collect();
        output::complain(&output::problem_lines(&told));
        let tell = |month: &Skipped| text::not_compared_with(month.period, &month.why);
        let skipped: Vec<Text> = beside.skipped.iter().map(tell).collect();
        let earlier = beside.earlier;
        let mut inputs = read.inputs.clone();
        inputs.extend(earlier.iter().flat_map(|earlier| earlier.read.inputs.iter().cloned()));
        course::with(&earlier, &read, &scoring, |change, months| {
            let report = Monthly {
                scoring: &scoring,
                gaps: &gaps,
                example: self.agencies.built_in,
                change,
                skipped: &skipped,
                months,
                inputs: &inputs,
                public: self.args.public,
                workbook: self.targets.forms().contains(&Format::Page(PageFormat::Xlsx)),
                only: None,
            };
            match (&self.folder, asked.as_slice()) {
                (Some(folder), asked) => folder.write(&report, &self.office, asked, self.style),
                (None, []) => self.write(&monthly(&report)),
                (None, [one]) => self.write(&monthly(&Monthly { only: Some(*one), ..report })),
                (None, _) => Err(Stop::usage(text::one_commune_a_report(), text::use_each())),
            }
        })
    }

    /// The table of a voice of one commune.
    fn voices(
        &self,
        form: VoiceForm,
        mut read: Read,
        period: Period,
        common: Resolved,
    ) -> Result<Outcome, Stop> {
        let [commune] = self.chosen[..] else {
            return Err(Stop::usage(text::form_wants_commune(), text::form_example()));
        };
        let said = form.voices().iter().map(|voice| {
            let judged = read.judge_voice(*voice, period, common.clone(), &self.chosen);
            judged.submissions.first().map(score::score)
        });
        let cards: Vec<Option<Scorecard>> = said.collect();
        let own = cards.iter().flatten().next().map(|card| Arc::clone(&card.tally.law));
        let commune = &read.roster().communes[commune];
        let Some(law) = own else {
            let message = text::has_not_reported(&commune.name, period);
            return Err(Stop::usage(message, text::see_who_reported()));
        };
        self.write(&report::voices(form, commune, period, &law, &cards))
    }

    fn write(&self, document: &Document) -> Result<Outcome, Stop> {
        self.targets.give(document, self.style)?;
        Ok(Outcome::Done)
    }
}

/// The results of the communes asked for, by place; one that has not reported has none.
fn asked(chosen: &[usize], scoring: &Scoring) -> Result<Vec<usize>, Stop> {
    let find = |commune: &usize| {
        let place = scoring.tallies.iter().position(|tally| tally.commune == *commune);
        place.ok_or_else(|| {
            let name = &scoring.roster.communes[*commune].name;
            let message = text::has_not_reported(name, scoring.period);
            Stop::usage(message, text::see_who_reported())
        })
    };
    chosen.iter().map(find).collect()
}

/// A workbook beside the data would be read as data the next time.
fn keep_out_of_data(args: &ReportArgs, read: &Read) -> Result<(), Stop> {
    let among = |path: &&PathBuf| {
        let folder = if args.each { Some(path.as_path()) } else { path.parent().map(input::here) };
        let table = args.each || input::may_be_table(path);
        let same = |folder: &Path| read.input.data_in.iter().any(|data| paths::same(data, folder));
        table && folder.is_some_and(same)
    };
    match args.output.output.iter().find(among) {
        Some(path) => Err(spared::among_data(path)),
        None => Ok(()),
    }
}
