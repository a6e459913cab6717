//! `ntm template`: the forms of a period, for the communes to fill in.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::select;
use super::session::Input;
use crate::intake::{self, Agencies, Commune, Intake, Roster, Submission, Voice};
use crate::law::{IndicatorId, Level, Library};
use crate::named::named;
use crate::period::Period;
use crate::problem::{self, Code, Location, Problem, Stop};
use crate::render;
use crate::report::template::{self, Form, FormSheet, WrittenRows};
use crate::text::{self, Lang, Text};

/// Which forms are made.
#[derive(Clone, Debug)]
pub struct Options {
    /// The period that they are of.
    pub period: Period,
    /// The levels; none for the lowest that has a set in force.
    pub levels: Vec<Level>,
    /// Communes by name or code; none for all that take part.
    pub communes: Vec<String>,
    /// The month that they are filled in from.
    pub from: Option<Period>,
    /// What file a form is.
    pub format: FormFormat,
}

named! {
    /// The file that a form is.
    pub FormFormat {
        /// A workbook with a sheet a level.
        Xlsx "xlsx"
        /// A file a level.
        Csv "csv"
    }
}

/// Values that cannot be trusted are not carried on.
/// What else was found is returned.
///
/// # Errors
/// When roster or data is faulty.
pub fn refuse_faults(
    input: &Input,
    read: &Intake,
    options: &Options,
) -> Result<Vec<Problem>, Stop> {
    let wanted = |level: Level| options.levels.is_empty() || options.levels.contains(&level);
    // What is only worth a look is told by `check`.
    let told = |p: &Problem| p.is_error() || p.code == Code::UnknownColumn;
    let asked = read.findings.iter().filter(|finding| told(&finding.problem));
    let asked = asked.filter(|finding| finding.level.is_none_or(wanted));
    let own = asked.filter(|finding| finding.concerns(None, Some(Voice::Own)));
    let mut problems = [input.roster_problems.as_slice(), &input.passed].concat();
    let of_roster = problem::errors(&problems);
    problems.extend(own.map(|finding| finding.problem.clone()));
    match (problem::errors(&problems), options.from) {
        (0, _) => Ok(problems),
        (faults, Some(from)) if of_roster == 0 => {
            let message = text::forms_refused(faults, from);
            Err(Stop::Problems { problems, message, hint: text::mend_or_without_from() })
        }
        _ => Err(Stop::problems(problems)),
    }
}

/// What every form is made from.
pub struct Forms<'a> {
    roster: &'a Roster,
    library: &'a Library,
    period: Period,
    format: FormFormat,
    levels: Vec<Level>,
    communes: Vec<usize>,
    from: Option<Period>,
    last: BTreeMap<(usize, Level), &'a Submission>,
    /// Who reported last time, by code.
    reported: BTreeMap<&'a str, BTreeSet<usize>>,
    /// What the rows of last time say besides their values.
    written: WrittenRows,
    agencies: Option<&'a Agencies>,
}

impl<'a> Forms<'a> {
    /// The forms of the communes that are asked for, filled in with what was read.
    ///
    /// # Errors
    /// When a level has no set in force, or a commune is unknown.
    pub fn new(
        input: &'a Input,
        read: &'a Intake,
        agencies: Option<&'a Agencies>,
        options: &Options,
    ) -> Result<Forms<'a>, Stop> {
        Ok(Forms {
            roster: &input.roster,
            library: &input.library,
            period: options.period,
            format: options.format,
            levels: levels(&input.library, options)?,
            communes: communes(&input.roster, options)?,
            from: options.from,
            last: last(read),
            reported: reported(&input.roster, read),
            written: written(input, read),
            agencies,
        })
    }

    /// The communes, by place.
    pub fn communes(&self) -> &[usize] {
        &self.communes
    }

    /// The names of the files of a commune: a workbook, or one a level.
    pub fn names(&self, place: usize) -> Vec<String> {
        let commune = &self.roster.communes[place];
        match self.format {
            FormFormat::Xlsx => vec![format!("{}.xlsx", template::stem(commune, &self.levels))],
            FormFormat::Csv => {
                let stems = self.levels.iter().map(|level| template::stem(commune, &[*level]));
                stems.map(|stem| format!("{stem}.csv")).collect()
            }
        }
    }

    /// The communes that have said something at the levels of their forms, by name.
    pub fn already_there(&self, read: &Intake) -> Vec<&'a str> {
        let asked = |said: &&Submission| {
            let form = self.levels.contains(&said.level) && self.communes.contains(&said.commune);
            form && said.voice == Voice::Own && said.period == self.period
        };
        let there = read.submissions.iter().filter(asked).map(|said| said.commune);
        let there: BTreeSet<usize> = there.collect();
        there.iter().map(|place| self.roster.communes[*place].name.as_str()).collect()
    }

    /// The form of a commune.
    pub fn form(&self, place: usize) -> Form<'_> {
        let (commune, period) = (&self.roster.communes[place], self.period);
        let sheet = |level: &Level| {
            // Every level is one of which a set is in force.
            let resolve = |level| self.library.resolve(level, period, &commune.case).ok();
            let below = Level::TITLES.into_iter().filter(|title| title < level);
            let lower: Vec<_> = below.filter_map(resolve).collect();
            let last = self.last_of(place, *level).map(|last| (last, &self.written));
            Some(FormSheet::new(resolve(*level)?, &lower, last))
        };
        let sheets = self.levels.iter().filter_map(sheet).collect();
        Form { commune, period, sheets, agencies: self.agencies }
    }

    /// What a commune said last time, be it under an earlier row of the roster.
    fn last_of(&self, place: usize, level: Level) -> Option<&Submission> {
        let commune = &self.roster.communes[place];
        let same = |other: &&usize| self.roster.communes[**other].is_same(commune);
        let mut earlier = self.bearers(commune).filter(same);
        let earlier = earlier.find_map(|other| self.last.get(&(*other, level)));
        self.last.get(&(place, level)).or(earlier).copied()
    }

    /// Who reported last time under the code of a commune.
    fn bearers(&self, commune: &Commune) -> impl Iterator<Item = &usize> {
        self.reported.get(commune.code.as_str()).into_iter().flatten()
    }

    /// Which values of last time are not in the forms, and why.
    pub fn left_out(&self) -> Vec<Text> {
        let Some(from) = self.from else {
            return Vec::new();
        };
        let mut lost: BTreeMap<(Level, IndicatorId), usize> = BTreeMap::new();
        let mut others: Vec<String> = Vec::new();
        for place in &self.communes {
            for sheet in self.form(*place).sheets {
                for id in sheet.left_out() {
                    *lost.entry((sheet.law.level, *id)).or_default() += 1;
                }
            }
            let commune = &self.roster.communes[*place];
            let other = |other: &usize| !self.roster.communes[*other].is_same(commune);
            let known = self.levels.iter().any(|level| self.last_of(*place, *level).is_some());
            if !known && self.bearers(commune).any(other) {
                others.push(format!("{} ({})", commune.name, commune.code));
            }
        }
        let lost = lost.into_iter();
        let lost = lost.map(|((level, id), count)| text::not_carried_over(level, id, count, from));
        let others = (!others.is_empty()).then(|| text::code_of_another(others.join(", "), from));
        lost.chain(others).collect()
    }

    /// Writes one of the files of a form.
    pub fn write(
        &self,
        form: &Form,
        number: usize,
        lang: Lang,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self.format {
            FormFormat::Xlsx => out.write_all(&render::template::xlsx::workbook(form, lang)?),
            FormFormat::Csv => render::template::csv::sheet(form, &form.sheets[number], out),
        }
    }
}

/// The levels asked for; the lowest that has a set in force where none is, for a sheet
/// that nobody fills in would count as a report without values.
fn levels(library: &Library, options: &Options) -> Result<Vec<Level>, Stop> {
    let day = options.period.last_day();
    let is_there = |level: &Level| library.in_force(*level, day).is_some();
    let wanted = if options.levels.is_empty() {
        Level::TITLES.into_iter().find(is_there).into_iter().collect()
    } else {
        options.levels.iter().copied().collect::<BTreeSet<Level>>()
    };
    let without = wanted.iter().find(|level| !is_there(level)).copied();
    match without.or(wanted.is_empty().then_some(Level::Ntm)) {
        Some(level) => {
            Err(Stop::usage(text::no_set_of_level(level, options.period), text::see_sets()))
        }
        None => Ok(wanted.into_iter().collect()),
    }
}

/// The communes named, or all that take part, in roster order.
fn communes(roster: &Roster, options: &Options) -> Result<Vec<usize>, Stop> {
    let named: BTreeSet<usize> =
        select::communes(&options.communes, roster, options.period)?.into_iter().collect();
    if !named.is_empty() {
        return Ok(named.into_iter().collect());
    }
    let all = roster.communes.iter().enumerate();
    let all = all.filter(|(_, commune)| commune.takes_part(options.period));
    let all: Vec<usize> = all.map(|(place, _)| place).collect();
    if all.is_empty() {
        Err(Stop::usage(text::nobody_takes_part(options.period), text::see_validity()))
    } else {
        Ok(all)
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
fn written(input: &Input, read: &Intake) -> WrittenRows {
    let places: Vec<Location> = last(read).into_values().flat_map(template::to_read).collect();
    let (roster, library, options) = (&input.roster, &input.library, input.options());
    WrittenRows::from_quotes(intake::quote(input.sources(), roster, library, options, &places))
}
