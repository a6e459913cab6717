//! `ntm template`: the forms of a period, for the communes to fill in.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::PathBuf;

use ntm::intake::{self, Agencies, Intake, Roster, Submission, Voice};
use ntm::law::{IndicatorId, Level, Library};
use ntm::problem::{self, Code, Place, Problem};
use ntm::render;
use ntm::report::form::{self, Form, Sheet, Written};
use ntm::text;
use rayon::prelude::*;

use crate::args::{DataArgs, FormFile, TemplateArgs};
use crate::input::Input;
use crate::new_files::{self, NewFile};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, Targets};
use crate::unfinished::Folders;
use crate::{agencies, chosen, input, lang, roster, spared};

pub(crate) fn run(args: &TemplateArgs) -> Result<Outcome, Stop> {
    spared::refuse_folder(&args.output)?;
    let roster = roster::find(args.communes.as_deref(), &args.path)?;
    let mut input = input::open(&data(args, roster), &Targets::none(), false)?;
    // With the places of rows: dates and notes are read again.
    let read = input.read(true);
    let known = [input.roster_problems.as_slice(), &input.passed].concat();
    refuse_faults(&read, &known, args)?;
    let agencies = agencies::own(&input.rosters, &input.library)?;
    let levels = levels(&input.library, args)?;
    let communes = communes(&input.roster, args)?;
    let maker = Maker {
        args,
        roster: &input.roster,
        library: &input.library,
        levels,
        last: last(&read),
        reported: reported(&input.roster, &read),
        written: written(&input, &read),
        agencies: agencies.as_ref(),
    };
    let targets: Vec<PathBuf> = communes.iter().flat_map(|place| maker.paths(*place)).collect();
    new_files::refuse_existing(&targets)?;
    let mut folders = Folders::default();
    new_files::make_folder(&mut folders, &args.output)?;
    let files = communes.par_iter().map(|place| maker.write(*place));
    let files = files.collect::<Result<Vec<_>, Stop>>()?;
    new_files::put(files.into_iter().flatten())?;
    folders.keep();
    let told = text::forms_written(targets.len(), args.output.display());
    output::say(&told);
    maker.tell_left_out(&communes);
    Ok(Outcome::Done)
}

/// The month that is filled in, if any, by the same roster.
fn data(args: &TemplateArgs, roster: PathBuf) -> DataArgs {
    let month = args.from.map(|from| args.path.join(from.to_string()));
    DataArgs {
        paths: month.into_iter().collect(),
        period: None,
        criteria: args.criteria.clone(),
        communes: Some(roster),
        decimal: None,
        threads: None,
    }
}

/// Values that cannot be trusted are not carried on.
fn refuse_faults(read: &Intake, roster: &[Problem], args: &TemplateArgs) -> Result<(), Stop> {
    let wanted = |level: Level| args.level.is_empty() || args.level.contains(&level);
    // What is only worth a look is told by `check`.
    let told = |p: &Problem| p.is_error() || p.code == Code::UnknownColumn;
    let asked = read.findings.iter().filter(|finding| told(&finding.problem));
    let asked = asked.filter(|finding| finding.level.is_none_or(wanted));
    let own = asked.filter(|finding| finding.concerns(None, Some(Voice::Own)));
    let mut problems = roster.to_vec();
    problems.extend(own.map(|finding| finding.problem.clone()));
    match (problem::errors(&problems), args.from) {
        (0, _) => output::complain(&output::problem_lines(&problems)),
        (faults, Some(from)) if problem::errors(roster) == 0 => {
            let message = text::forms_refused(faults, from);
            return Err(Stop::Problems { problems, message, hint: text::mend_or_without_from() });
        }
        _ => return Err(Stop::problems(problems)),
    }
    Ok(())
}

/// The levels asked for; the lowest that has a set in force where none is, for a sheet
/// that nobody fills in would count as a report without values.
fn levels(library: &Library, args: &TemplateArgs) -> Result<Vec<Level>, Stop> {
    let day = args.period.last_day();
    let is_there = |level: &Level| library.in_force(*level, day).is_some();
    let wanted = match args.level.is_empty() {
        true => Level::TITLES.into_iter().find(is_there).into_iter().collect(),
        false => args.level.iter().copied().collect::<BTreeSet<Level>>(),
    };
    let without = wanted.iter().find(|level| !is_there(level)).copied();
    match without.or(wanted.is_empty().then_some(Level::Ntm)) {
        Some(level) => {
            Err(Stop::usage(text::no_set_of_level(level, args.period), text::see_sets()))
        }
        None => Ok(wanted.into_iter().collect()),
    }
}

/// The communes named, or all that take part, in roster order.
fn communes(roster: &Roster, args: &TemplateArgs) -> Result<Vec<usize>, Stop> {
    let named: BTreeSet<usize> =
        chosen::find(&args.commune, roster, args.period)?.into_iter().collect();
    if !named.is_empty() {
        return Ok(named.into_iter().collect());
    }
    let all = roster.communes.iter().enumerate();
    let all = all.filter(|(_, commune)| commune.takes_part(args.period));
    let all: Vec<usize> = all.map(|(place, _)| place).collect();
    match all.is_empty() {
        true => Err(Stop::usage(text::nobody_takes_part(args.period), text::see_validity())),
        false => Ok(all),
    }
}

/// What communes said of themselves, by commune and level.
fn last(read: &Intake) -> BTreeMap<(usize, Level), &Submission> {
    let own = read.submissions.iter().filter(|submission| submission.voice == Voice::Own);
    own.map(|submission| ((submission.commune, submission.level), submission)).collect()
}

/// Who said something, by code.
fn reported<'a>(roster: &'a Roster, read: &Intake) -> BTreeMap<&'a str, BTreeSet<usize>> {
    let mut reported: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for submission in &read.submissions {
        let code = &*roster.communes[submission.commune].code;
        reported.entry(code).or_default().insert(submission.commune);
    }
    reported
}

/// What the rows of communes say besides their values.
fn written(input: &Input, read: &Intake) -> Written {
    let places: Vec<Place> = last(read).into_values().flat_map(form::to_read).collect();
    let (roster, library, options) = (&input.roster, &input.library, input.options());
    Written::of(intake::quote(input.sources(), roster, library, options, &places))
}

/// What every form is made from.
struct Maker<'a> {
    args: &'a TemplateArgs,
    roster: &'a Roster,
    library: &'a Library,
    levels: Vec<Level>,
    last: BTreeMap<(usize, Level), &'a Submission>,
    /// Who reported last time, by code.
    reported: BTreeMap<&'a str, BTreeSet<usize>>,
    /// What the rows of last time say besides their values.
    written: Written,
    agencies: Option<&'a Agencies>,
}

impl Maker<'_> {
    fn form(&self, place: usize) -> Form<'_> {
        let (commune, period) = (&self.roster.communes[place], self.args.period);
        let sheet = |level: &Level| {
            // Every level is one of which a set is in force.
            let resolve = |level| self.library.resolve(level, period, &commune.case).ok();
            let below = Level::TITLES.into_iter().filter(|title| title < level);
            let lower: Vec<_> = below.filter_map(resolve).collect();
            let last = self.last_of(place, *level).map(|last| (last, &self.written));
            Some(Sheet::new(resolve(*level)?, &lower, last))
        };
        let sheets = self.levels.iter().filter_map(sheet).collect();
        Form { commune, period, sheets, agencies: self.agencies }
    }

    /// What a commune said last time, be it under an earlier row of the roster.
    fn last_of(&self, place: usize, level: Level) -> Option<&Submission> {
        let commune = &self.roster.communes[place];
        let bearers = self.reported.get(commune.code.as_str()).into_iter().flatten();
        let same = |other: &&usize| self.roster.communes[**other].is_same(commune);
        let earlier = bearers.filter(same).find_map(|other| self.last.get(&(*other, level)));
        self.last.get(&(place, level)).or(earlier).copied()
    }

    /// Tells which values of last time are not in the forms, and why.
    fn tell_left_out(&self, communes: &[usize]) {
        let Some(from) = self.args.from else {
            return;
        };
        let mut lost: BTreeMap<(Level, IndicatorId), usize> = BTreeMap::new();
        let mut others: Vec<String> = Vec::new();
        for place in communes {
            for sheet in self.form(*place).sheets {
                for id in sheet.left_out() {
                    *lost.entry((sheet.law.level, *id)).or_default() += 1;
                }
            }
            let commune = &self.roster.communes[*place];
            let bearers = self.reported.get(commune.code.as_str()).into_iter().flatten();
            let other = |other: &usize| !self.roster.communes[*other].is_same(commune);
            let known = self.levels.iter().any(|level| self.last_of(*place, *level).is_some());
            if !known && bearers.into_iter().any(other) {
                others.push(format!("{} ({})", commune.name, commune.code));
            }
        }
        let mut told = String::new();
        for ((level, id), count) in lost {
            let line = text::not_carried_over(level, id, count, from);
            told.push_str(&format!("ntm: {}\n", line.get(lang::current())));
        }
        if !others.is_empty() {
            let line = text::code_of_another(others.join(", "), from);
            told.push_str(&format!("ntm: {}\n", line.get(lang::current())));
        }
        output::complain(&told);
    }

    /// The files of a commune: a workbook, or one a level.
    fn paths(&self, place: usize) -> Vec<PathBuf> {
        let commune = &self.roster.communes[place];
        let path = |name: String| self.args.output.join(name);
        match self.args.format {
            FormFile::Xlsx => {
                vec![path(format!("{}.xlsx", form::stem(commune, &self.levels)))]
            }
            FormFile::Csv => {
                let stems = self.levels.iter().map(|level| form::stem(commune, &[*level]));
                stems.map(|stem| path(format!("{stem}.csv"))).collect()
            }
        }
    }

    /// Writes the files of a commune beside their places.
    fn write(&self, place: usize) -> Result<Vec<NewFile>, Stop> {
        let form = self.form(place);
        let write = |number: usize, out: &mut dyn Write| -> io::Result<()> {
            match self.args.format {
                FormFile::Xlsx => {
                    out.write_all(&render::form::xlsx::workbook(&form, lang::current())?)
                }
                FormFile::Csv => render::form::csv::sheet(&form, &form.sheets[number], out),
            }
        };
        let files = self.paths(place).into_iter().enumerate();
        files.map(|(number, path)| NewFile::write(path, &|out| write(number, out))).collect()
    }
}
