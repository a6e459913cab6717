//! Data read and judged: what every verb on results begins with.

mod input;

use std::collections::BTreeSet;

use rayon::prelude::*;

pub use self::input::Input;
use super::names::listed;
use crate::intake::{
    self, Finding, Intake, Options, Quote, Repair, Roster, Source, Submission, Voice,
};
use crate::law::{CommuneProfile, Level, Library, Resolved};
use crate::period::Period;
use crate::problem::{self, Location, Problem, Stop};
use crate::report::{Heard, Scoring};
use crate::review;
use crate::score::{self, Summary, Tally, summarise};
use crate::text::{self, Text};

/// What is judged, and how strictly.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The title.
    pub level: Level,
    /// Whose word is taken.
    pub voice: Voice,
    /// Whether faulty cells are taken as missing.
    pub lenient: bool,
}

/// How much is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scope {
    /// Whether the place of every row is kept.
    pub places: bool,
    /// The levels whose rows are to be without fault.
    pub levels: Levels,
}

/// Levels beside the one asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Levels {
    /// None.
    #[default]
    Asked,
    /// The titles below it, and the conditions of recognition.
    Standing,
    /// Every level.
    All,
}

impl Levels {
    fn judged_for(self, level: Level) -> Vec<Level> {
        let judged = |other: &Level| match self {
            Levels::Asked => *other == level,
            Levels::Standing => *other <= level || *other == Level::Recognition,
            Levels::All => true,
        };
        Level::ALL.into_iter().filter(judged).collect()
    }
}

/// What was read for a level and a voice.
pub struct Session {
    input: Input,
    intake: Intake,
    question: Question,
    /// Those whose rows are to be without fault.
    levels: Vec<Level>,
    problems: Vec<Problem>,
    faults: usize,
    /// Of the level: which voices speak of whom in which period.
    voices: BTreeSet<(Period, usize, Voice)>,
    /// Whose forms nobody filled in.
    unfilled: Option<Text>,
}

/// What is said of data that is judged all the same.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Warnings {
    /// What was found.
    pub problems: Vec<Problem>,
    /// Whose forms nobody filled in.
    pub unfilled: Option<Text>,
    /// What was set right.
    pub repairs: Vec<Repair>,
}

impl Session {
    /// Reads what was opened; `watch` is told how many bytes more were read.
    ///
    /// # Errors
    /// A roster with errors ends the run, for a commune whose region is wrong cannot be
    /// judged, however leniently; so does data without a row of the period asked for.
    pub fn new(
        mut input: Input,
        question: Question,
        scope: Scope,
        watch: Option<&(dyn Fn(usize) + Sync)>,
    ) -> Result<Session, Stop> {
        let intake = input.read(scope.places, watch);
        let levels = scope.levels.judged_for(question.level);
        let problems = problems(&input, &intake, &levels);
        if problem::errors(&input.roster_problems) > 0 {
            return Err(Stop::problems(problems));
        }
        input.refuse_nothing_picked(&intake, &problems)?;
        let faults = problem::errors(&problems);
        let said = intake.submissions.iter().filter(|said| said.level == question.level);
        let voices = said.map(|said| (said.period, said.commune, said.voice)).collect();
        let unfilled = unfilled(&input.roster, &intake, &levels);
        Ok(Session { input, intake, question, levels, problems, faults, voices, unfilled })
    }

    /// What is judged.
    pub fn question(&self) -> Question {
        self.question
    }

    /// The files of data, where the places of rows were kept.
    pub fn sources(&self) -> &[Source] {
        self.input.sources()
    }

    /// The communes.
    pub fn roster(&self) -> &Roster {
        &self.input.roster
    }

    /// The law.
    pub fn library(&self) -> &Library {
        &self.input.library
    }

    /// What was found that stands against judging the level.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The period of the data, where it is of one.
    ///
    /// # Errors
    /// When it is of several, or of none.
    pub fn one_period(&self) -> Result<Period, Stop> {
        match self.periods()? {
            [one] => Ok(*one),
            several => {
                let words: Vec<String> = several.iter().map(ToString::to_string).collect();
                Err(Stop::usage(text::several_periods(words.join(", ")), text::choose_period()))
            }
        }
    }

    /// The periods of the data, at least one, in order.
    ///
    /// # Errors
    /// When no period is known.
    pub fn periods(&self) -> Result<&[Period], Stop> {
        match (self.intake.periods.as_slice(), self.faults) {
            ([], 0) => Err(Stop::usage(text::no_period_at_all(), text::give_period())),
            ([], _) => Err(Stop::problems(self.problems.clone())),
            (periods, _) => Ok(periods),
        }
    }

    /// The levels and voices of what was read, each once, in order.
    pub fn spoken(&self) -> BTreeSet<(Level, Voice)> {
        self.intake.submissions.iter().map(|said| (said.level, said.voice)).collect()
    }

    /// The files that speak of a commune in a period, at any level and by any voice; where
    /// the places of rows were kept.
    pub fn files_of(&self, commune: usize, period: Period) -> BTreeSet<&str> {
        let said = self.intake.submissions.iter();
        let said = said.filter(|said| said.commune == commune && said.period == period);
        said.flat_map(Submission::files).collect()
    }

    /// All that was said and not taken out to be judged.
    pub fn submissions(&self) -> &[Submission] {
        &self.intake.submissions
    }

    /// What a commune says of itself in a period, at the level and by the voice asked for;
    /// `None` where it has not reported.
    pub fn said_by(&self, commune: usize, period: Period) -> Option<&Submission> {
        self.intake.submissions.iter().find(|said| {
            let asked = said.level == self.question.level && said.voice == self.question.voice;
            asked && said.commune == commune && said.period == period
        })
    }

    /// The rows at some places of a period as their files write them.
    pub fn quote(&self, period: Period, places: &[Location]) -> Vec<Quote> {
        let options = Options { period: Some(period), ..self.input.options() };
        intake::quote(self.input.sources(), self.roster(), self.library(), options, places)
    }

    /// All that a voice says of a commune in a period, from the lowest level on.
    pub fn said_of(&self, commune: usize, period: Period) -> Vec<Submission> {
        let said = self.intake.submissions.iter().filter(|said| {
            said.voice == self.question.voice && said.commune == commune && said.period == period
        });
        let mut said: Vec<Submission> = said.cloned().collect();
        said.sort_by_key(|said| said.level);
        said
    }

    /// Whether a commune says anything at a level, by whatever voice, in whatever period.
    pub fn has_said(&self, commune: usize, level: Level) -> bool {
        self.intake.submissions.iter().any(|said| said.commune == commune && said.level == level)
    }

    /// The periods of the files read in which a voice says anything of a commune at a level.
    pub fn periods_of(&self, commune: usize, level: Level, voice: Voice) -> Vec<Period> {
        let said =
            self.intake.submissions.iter().filter(|said| {
                said.commune == commune && said.level == level && said.voice == voice
            });
        said.map(|said| said.period).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// How many other communes the data speaks of.
    pub fn others(&self, commune: usize) -> usize {
        let communes: BTreeSet<usize> =
            self.intake.submissions.iter().map(|said| said.commune).collect();
        communes.into_iter().filter(|other| *other != commune).count()
    }

    /// How many faults there are.
    pub fn faults(&self) -> usize {
        self.faults
    }

    /// Whether anything was said at the level, by the voice, in a period.
    pub fn has_data(&self, period: Period) -> bool {
        let mut submissions = self.intake.submissions.iter();
        submissions.any(|s| {
            s.level == self.question.level && s.voice == self.question.voice && s.period == period
        })
    }

    /// What applies without a commune; it names the set in force.
    ///
    /// # Errors
    /// When no set of the level is in force.
    pub fn common(&self, period: Period) -> Result<Resolved, Stop> {
        let resolved =
            self.library().resolve(self.question.level, period, &CommuneProfile::default());
        resolved.map_err(|none| {
            Stop::usage(text::no_set_of_level(none.level, none.period), text::see_sets())
        })
    }

    /// The faults of the data by whether they could touch a commune; while what was said is
    /// still there.
    pub fn faults_for(&self, commune: usize, period: Period) -> Faults {
        let own = self.files_of(commune, period);
        let concerns = |finding: &&Finding| {
            let mut levels = self.levels.iter();
            finding.problem.is_error() && levels.any(|level| finding.concerns(Some(*level), None))
        };
        let touches =
            |finding: &&Finding| finding.may_touch((commune, &own), self.roster(), period);
        let found = self.intake.findings.iter().filter(concerns);
        let (touching, aside): (Vec<&Finding>, Vec<&Finding>) = found.partition(touches);
        let problems = |findings: Vec<&Finding>| {
            findings.into_iter().map(|finding| finding.problem.clone()).collect()
        };
        Faults { touching: problems(touching), aside: problems(aside) }
    }

    /// The same as [`Session::refuse_faults`] for the sake of one commune: what cannot touch
    /// it does not refuse.
    ///
    /// # Errors
    /// When anything may touch it.
    pub fn refuse_touching(&self, faults: &Faults) -> Result<Warnings, Stop> {
        self.refuse(&faults.touching, faults.touching.len())
    }

    /// Refuses faulty data unless it is to be judged all the same; says what was found.
    ///
    /// # Errors
    /// When the data is faulty.
    pub fn refuse_faults(&self) -> Result<Warnings, Stop> {
        self.refuse(&self.problems, self.faults)
    }

    fn refuse(&self, problems: &[Problem], faults: usize) -> Result<Warnings, Stop> {
        if faults > 0 && !self.question.lenient {
            let (message, hint) = (text::refused(faults), text::mend_or_lenient());
            return Err(Stop::Problems { problems: problems.to_vec(), message, hint });
        }
        let repairs = [self.roster().repairs.as_slice(), &self.intake.repairs].concat();
        Ok(Warnings { problems: self.problems.clone(), unfilled: self.unfilled.clone(), repairs })
    }

    /// What the voice said in a period, at every level, in roster order.
    pub fn all_levels(&mut self, period: Period) -> Vec<Submission> {
        let voice = self.question.voice;
        let asked = |s: &mut Submission| s.voice == voice && s.period == period;
        self.intake.submissions.extract_if(.., asked).collect()
    }

    /// Judges what was said in a period by `chosen` communes, or by all where none is.
    pub fn judge(&mut self, period: Period, common: Resolved, chosen: &[usize]) -> Judged {
        self.judge_voice(self.question.voice, period, common, chosen)
    }

    /// The same of a voice of its own. It is taken out: a country's is not held twice.
    pub fn judge_voice(
        &mut self,
        voice: Voice,
        period: Period,
        common: Resolved,
        chosen: &[usize],
    ) -> Judged {
        let wanted = |commune: usize| chosen.is_empty() || chosen.contains(&commune);
        let asked = |submission: &mut Submission| {
            submission.level == self.question.level
                && submission.voice == voice
                && submission.period == period
                && wanted(submission.commune)
        };
        let submissions: Vec<Submission> = self.intake.submissions.extract_if(.., asked).collect();
        let tallies: Vec<Tally> = submissions.par_iter().map(score::tally).collect();
        let reported: BTreeSet<usize> = tallies.iter().map(|tally| tally.commune).collect();
        let all = self.roster().communes.iter().enumerate();
        let silent = all.filter(|(place, commune)| {
            commune.takes_part(period) && !reported.contains(place) && wanted(*place)
        });
        let not_reported: Vec<usize> = silent.map(|(place, _)| place).collect();
        let heard = not_reported.iter().filter_map(|place| self.heard(*place, period)).collect();
        let summary = summarise(&tallies, &submissions, &common);
        Judged { period, common, submissions, tallies, not_reported, heard, summary }
    }

    /// Whose rows there are of a commune in a period.
    fn heard(&self, commune: usize, period: Period) -> Option<Heard> {
        let voices = Voice::ALL.into_iter();
        let voices = voices.filter(|voice| self.voices.contains(&(period, commune, *voice)));
        let voices: Vec<Voice> = voices.collect();
        (!voices.is_empty()).then_some(Heard { commune, voices })
    }
}

/// The faults of data as one commune sees them.
pub struct Faults {
    /// Of its rows, or of what may be its rows.
    pub touching: Vec<Problem>,
    /// Of other communes' rows and files.
    pub aside: Vec<Problem>,
}

/// What stands against judging some levels: faults of files and of rows of those levels.
/// Rows of other levels do not concern them, nor does what is only worth a look; that data
/// may have been read otherwise than it is meant does.
fn problems(input: &Input, intake: &Intake, levels: &[Level]) -> Vec<Problem> {
    let concerns = intake
        .findings
        .iter()
        .filter(|finding| levels.iter().any(|level| finding.concerns(Some(*level), None)));
    let of_level = concerns.map(|finding| &finding.problem);
    let told = of_level.filter(|problem| problem.is_error() || problem.code.is_of_reading());
    input.roster_problems.iter().chain(&input.passed).chain(told).cloned().collect()
}

/// Whose forms nobody filled in, of the levels that are judged.
fn unfilled(roster: &Roster, intake: &Intake, levels: &[Level]) -> Option<Text> {
    let said = review::unfilled(intake, levels);
    let communes: BTreeSet<usize> = said.map(|said| said.commune).collect();
    let name = |place: &usize| roster.communes[*place].name.as_str();
    let names: Vec<&str> = communes.iter().map(name).collect();
    (!names.is_empty()).then(|| text::forms_unfilled(names.len(), listed(&names)))
}

/// The results of one period.
pub struct Judged {
    /// The period.
    pub period: Period,
    /// What applies without a commune.
    pub common: Resolved,
    /// What was judged, in roster order.
    pub submissions: Vec<Submission>,
    /// The results, likewise.
    pub tallies: Vec<Tally>,
    /// The communes that take part and have not reported, in roster order.
    pub not_reported: Vec<usize>,
    /// Those of them of whom other voices speak.
    pub heard: Vec<Heard>,
    /// The figures over all.
    pub summary: Summary,
}

impl Judged {
    /// The results of nobody.
    pub fn nobody(period: Period, common: Resolved) -> Judged {
        let summary = summarise(&[], &[], &common);
        let (submissions, tallies) = (Vec::new(), Vec::new());
        let (not_reported, heard) = (Vec::new(), Vec::new());
        Judged { period, common, submissions, tallies, not_reported, heard, summary }
    }

    /// The results as reports take them, of what was read.
    pub fn scoring<'a>(&'a self, session: &'a Session) -> Scoring<'a> {
        Scoring {
            period: self.period,
            level: session.question.level,
            voice: session.question.voice,
            lenient: session.question.lenient,
            faults: session.faults,
            roster: session.roster(),
            common: &self.common,
            tallies: &self.tallies,
            submissions: &self.submissions,
            not_reported: &self.not_reported,
            heard: &self.heard,
            misread: problem::misread(&session.problems),
            summary: &self.summary,
        }
    }
}
