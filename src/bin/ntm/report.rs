//! `ntm report`: the report of a month, in every form that an office hands in.

mod earlier;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ntm::analysis::change::{self, Side};
use ntm::analysis::gaps::Gaps;
use ntm::analysis::trend::{self, Month, Trend};
use ntm::intake::Office;
use ntm::law::Resolved;
use ntm::period::Period;
use ntm::render::terminal::Terminal;
use ntm::report::document::Document;
use ntm::report::trend::Trending;
use ntm::report::{self, Changing, Monthly, Scoring, VoiceForm, monthly};
use ntm::score::{self, Scorecard};
use ntm::{render, text};
use rayon::prelude::*;

use self::earlier::Earlier;
use crate::args::{Format, ReportArgs, VoiceFormArg};
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{agencies, chosen, input, lang, new_files, office};

/// The forms of a report.
const FORMS: [Format; 5] =
    [Format::Table, Format::Markdown, Format::Html, Format::Xlsx, Format::Docx];

pub(crate) fn run(args: &ReportArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = match args.each {
        true => Targets::none(),
        false => Targets::new(&args.output, &FORMS)?,
    };
    let folder = args.each.then(|| Folder::new(args)).transpose()?;
    let how = How { digests: true, ..How::default() };
    let mut read = Read::open(&args.data, &args.judge, &targets, how)?;
    targets.spare(&agencies::files(&read.input.rosters))?;
    targets.spare(&office::files(&read.input.rosters))?;
    keep_out_of_data(args, &read)?;
    let period = read.one_period()?;
    let common = read.common(period)?;
    let agencies = agencies::own_or_example(&read.input.rosters, read.library())?;
    let forms = folder.as_ref().map_or_else(|| targets.forms(), |folder| vec![folder.format]);
    let office = match forms.contains(&Format::Docx) {
        true => office::find(&read.input.rosters, args.public)?,
        false => Office::default(),
    };
    let chosen = chosen::find(&args.commune, read.roster(), period)?;
    read.refuse_faults()?;
    if let Some(asked) = args.form {
        let document = voices(asked, &mut read, period, common, &chosen)?;
        let form = |format, terminal: Terminal, out: &mut dyn Write| {
            write(&document, &office, format, terminal, out)
        };
        targets.write(&form, style)?;
        return Ok(Outcome::Done);
    }
    let judged = read.judge(period, common, &[]);
    let scoring = judged.scoring(&read);
    let gaps = Gaps::new(scoring.submissions, &agencies);
    let earlier = earlier::open(args, period, &targets);
    let mut inputs = read.inputs.clone();
    inputs.extend(earlier.iter().flat_map(|earlier| earlier.read.inputs.iter().cloned()));
    let scorings = earlier.as_ref().map(|earlier| scorings(earlier, &scoring));
    let comparison = scorings.as_ref().ok().map(|months| {
        let before = &months[months.len() - 2];
        change::periods(side(before), side(&scoring))
    });
    let changing = scorings.as_ref().ok().zip(comparison.as_ref()).map(|(months, comparison)| {
        let (old, new) = (months[months.len() - 2].clone(), scoring.clone());
        Changing { level: args.judge.level, old, new, sets: None, comparison, only: None }
    });
    // Months of another roster have other places for the same communes.
    let one_roster = |earlier: &&Earlier| earlier.read.input.rosters == read.input.rosters;
    let series = earlier.as_ref().ok().filter(one_roster).zip(scorings.as_ref().ok());
    let trend = series.map(|(_, months)| (months, trend_of(months, &read, period)));
    let trending = trend.as_ref().map(|(months, trend)| Trending { months, trend });
    let none = text::no_earlier_month();
    let report = Monthly {
        scoring: &scoring,
        gaps: &gaps,
        example: agencies.built_in,
        change: match (&changing, &earlier) {
            (Some(changing), _) => Ok(changing),
            (None, Err(why)) => Err(why),
            // With earlier months there is a change.
            (None, Ok(_)) => Err(&none),
        },
        months: trending.as_ref(),
        inputs: &inputs,
        public: args.public,
        workbook: targets.forms().contains(&Format::Xlsx) || args.each,
        only: None,
    };
    let asked = asked(&chosen, &scoring)?;
    if let Some(folder) = folder {
        return folder.write(&report, &office, &asked, style);
    }
    let document = match asked.as_slice() {
        [] => monthly(&report),
        [one] => monthly(&Monthly { only: Some(*one), ..report }),
        _ => return Err(Stop::usage(text::one_commune_a_report(), text::use_each())),
    };
    let form = |format, terminal: Terminal, out: &mut dyn Write| {
        write(&document, &office, format, terminal, out)
    };
    targets.write(&form, style)?;
    Ok(Outcome::Done)
}

/// The earlier months and the one that is reported on.
fn scorings<'a>(earlier: &'a Earlier, last: &Scoring<'a>) -> Vec<Scoring<'a>> {
    let months = earlier.months.iter().map(|month| month.scoring(&earlier.read));
    months.chain([last.clone()]).collect()
}

fn side<'a>(scoring: &Scoring<'a>) -> Side<'a> {
    Side {
        roster: scoring.roster,
        tallies: scoring.tallies,
        submissions: scoring.submissions,
        not_reported: scoring.not_reported,
    }
}

/// The months side by side, without looking ahead.
fn trend_of(months: &[Scoring], read: &Read, until: Period) -> Trend {
    let months: Vec<Month> = months
        .iter()
        .map(|month| Month { period: month.period, common: month.common, tallies: month.tallies })
        .collect();
    let (roster, library) = (read.roster(), read.library());
    trend::trend(&trend::Series { months: &months, roster, chosen: &[], library, until })
}

/// The table of a voice of one commune.
fn voices(
    asked: VoiceFormArg,
    read: &mut Read,
    period: Period,
    common: Resolved,
    chosen: &[usize],
) -> Result<Document, Stop> {
    let [commune] = *chosen else {
        return Err(Stop::usage(text::form_wants_commune(), text::form_example()));
    };
    let form = match asked {
        VoiceFormArg::SelfAssessment => VoiceForm::SelfAssessment,
        VoiceFormArg::Verification => VoiceForm::Verification,
        VoiceFormArg::Appraisal => VoiceForm::Appraisal,
    };
    let said = form.voices().iter().map(|voice| {
        let judged = read.judge_voice(*voice, period, common.clone(), chosen);
        judged.submissions.first().map(score::score)
    });
    let cards: Vec<Option<Scorecard>> = said.collect();
    let own = cards.iter().flatten().next().map(|card| Arc::clone(&card.tally.law));
    let Some(law) = own else {
        let name = &read.roster().communes[commune].name;
        return Err(Stop::usage(text::has_not_reported(name, period), text::see_who_reported()));
    };
    Ok(report::voices(form, &read.roster().communes[commune], period, &law, &cards))
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
    let folder_of = |path: &Path| path.canonicalize().ok();
    let data: BTreeSet<PathBuf> = read
        .inputs
        .iter()
        .filter_map(|input| folder_of(input::here(Path::new(&input.name).parent()?)))
        .collect();
    let among = |path: &PathBuf| {
        let folder = if args.each { Some(path.as_path()) } else { path.parent().map(input::here) };
        let workbook = args.each || path.extension().is_some_and(|ending| ending == "xlsx");
        workbook && folder.and_then(folder_of).is_some_and(|folder| data.contains(&folder))
    };
    match args.output.output.iter().find(|path| among(path)) {
        Some(path) => {
            Err(Stop::usage(text::report_among_data(path.display()), text::other_folder()))
        }
        None => Ok(()),
    }
}

/// A folder with a file for each commune.
struct Folder<'a> {
    path: &'a Path,
    format: Format,
    ending: &'static str,
}

impl<'a> Folder<'a> {
    fn new(args: &'a ReportArgs) -> Result<Folder<'a>, Stop> {
        let format = args.output.format.unwrap_or(Format::Docx);
        let known = Format::ALL.iter().find(|(form, _, _)| *form == format);
        let ending = known.filter(|_| FORMS.contains(&format)).map(|(_, _, ending)| *ending);
        let endings =
            FORMS.map(|form| Format::ALL.iter().find(|f| f.0 == form).map_or("", |f| f.1));
        match (args.output.output.as_slice(), ending) {
            ([path], Some(ending)) => Ok(Folder { path, format, ending }),
            (_, None) => {
                let word = known.map_or("", |(_, word, _)| *word);
                Err(Stop::usage(text::no_such_form(word), text::one_of(endings.join(", "))))
            }
            _ => Err(Stop::usage(text::one_folder_for_each(), text::name_each_folder())),
        }
    }

    /// Writes the files beside their places, then puts each in its place.
    fn write(
        &self,
        report: &Monthly,
        office: &Office,
        asked: &[usize],
        style: PageStyle,
    ) -> Result<Outcome, Stop> {
        new_files::make_folder(self.path)?;
        let all: Vec<usize> = match asked {
            [] => (0..report.scoring.tallies.len()).collect(),
            asked => asked.to_vec(),
        };
        let one = |result: &usize| {
            let commune = report.scoring.commune_of(&report.scoring.tallies[*result]);
            let path = self.path.join(format!("{}.{}", commune.code, self.ending));
            let document = monthly(&Monthly { only: Some(*result), ..*report });
            let form =
                |out: &mut dyn Write| write(&document, office, self.format, style.file(), out);
            match output::beside(&path, &form) {
                // Closed, as there may be thousands.
                Ok(file) => Ok((file.into_temp_path(), path)),
                Err(why) => Err(output::cannot_write(&path, &why)),
            }
        };
        let files = all.par_iter().map(one).collect::<Result<Vec<_>, Stop>>()?;
        let count = files.len();
        for (file, path) in files {
            file.persist(&path).map_err(|error| output::cannot_write(&path, &error.error))?;
        }
        let told = text::reports_written(count, self.path.display());
        output::print(&format!("{}\n", told.get(lang::current())));
        Ok(Outcome::Done)
    }
}

/// Writes a report in one form.
fn write(
    document: &Document,
    office: &Office,
    format: Format,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Html => write!(out, "{}", render::html::document(document, terminal.lang)?),
        Format::Xlsx => out.write_all(&render::xlsx::document(document, terminal.lang)?),
        Format::Docx => out.write_all(&render::docx::document(document, office, terminal.lang)?),
        Format::Markdown => {
            write!(out, "{}", render::markdown::document(document, terminal.lang))
        }
        _ => write!(out, "{}", render::terminal::document(document, terminal)),
    }
}
