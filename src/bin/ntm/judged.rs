//! Data read and judged: what every verb on results begins with.

use std::cell::Cell;
use std::collections::BTreeSet;

use ntm::intake::{self, Finding, Intake, Options, Quote, Roster, Submission, Voice};
use ntm::law::{Case, Level, Library, Resolved};
use ntm::period::Period;
use ntm::problem::{self, Code, Place, Problem};
use ntm::report::{InputFile, Scoring};
use ntm::score::{self, Summary, Tally, summarise};
use ntm::text;
use rayon::prelude::*;

use crate::args::{DataArgs, JudgeArgs};
use crate::input::{self, Input};
use crate::outcome::Stop;
use crate::output::{self, Targets};

/// How much is read.
#[derive(Clone, Copy, Default)]
pub(crate) struct How {
    /// Whether a folder of month folders stands for all of them.
    pub(crate) months: bool,
    /// Whether the place of every row is kept.
    pub(crate) places: bool,
    /// Whether the files are to be told from others by their SHA-256.
    pub(crate) digests: bool,
    /// Whether every level is judged, not one.
    pub(crate) levels: bool,
    /// Whether the titles below the level are judged too, and the conditions of
    /// recognition.
    pub(crate) standing: bool,
}

/// What was read for a level and a voice.
pub(crate) struct Read {
    pub(crate) input: Input,
    intake: Intake,
    level: Level,
    voice: Voice,
    lenient: bool,
    /// Those whose rows are to be without fault.
    levels: Vec<Level>,
    problems: Vec<Problem>,
    faults: usize,
    told: Cell<bool>,
    /// The files that were read, where they were to be told from others.
    pub(crate) inputs: Vec<InputFile>,
}

impl Read {
    /// Opens and reads what the arguments name. A roster with errors ends the run: a
    /// commune whose region is wrong cannot be judged, however leniently.
    pub(crate) fn open(
        data: &DataArgs,
        judge: &JudgeArgs,
        targets: &Targets,
        how: How,
    ) -> Result<Read, Stop> {
        Read::of(input::open(data, targets, how.months)?, judge, how)
    }

    /// Reads what was opened.
    pub(crate) fn of(mut input: Input, judge: &JudgeArgs, how: How) -> Result<Read, Stop> {
        let inputs = if how.digests { input.digests() } else { Vec::new() };
        let intake = input.read(how.places);
        let levels = judged_levels(judge.level, how);
        let problems = problems(&input, &intake, &levels);
        if problem::errors(&input.roster_problems) > 0 {
            return Err(Stop::problems(problems));
        }
        input.refuse_nothing_picked(&intake, &problems)?;
        let faults = problem::errors(&problems);
        let (level, voice, lenient) = (judge.level, judge.source, judge.lenient);
        let told = Cell::new(false);
        Ok(Read { input, intake, level, voice, lenient, levels, problems, faults, told, inputs })
    }

    pub(crate) fn roster(&self) -> &Roster {
        &self.input.roster
    }

    pub(crate) fn library(&self) -> &Library {
        &self.input.library
    }

    /// What was found that stands against judging the level.
    pub(crate) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The period of the data, where it is of one.
    pub(crate) fn one_period(&self) -> Result<Period, Stop> {
        match self.periods()? {
            [one] => Ok(*one),
            several => {
                let words: Vec<String> = several.iter().map(ToString::to_string).collect();
                Err(Stop::usage(text::several_periods(words.join(", ")), text::choose_period()))
            }
        }
    }

    /// The periods of the data, at least one, in order.
    pub(crate) fn periods(&self) -> Result<&[Period], Stop> {
        match (self.intake.periods.as_slice(), self.faults) {
            ([], 0) => Err(Stop::usage(text::no_period_at_all(), text::give_period())),
            ([], _) => Err(Stop::problems(self.problems.clone())),
            (periods, _) => Ok(periods),
        }
    }

    /// The levels and voices of what was read, each once, in order.
    pub(crate) fn spoken(&self) -> BTreeSet<(Level, Voice)> {
        self.intake.submissions.iter().map(|said| (said.level, said.voice)).collect()
    }

    /// The files that speak of a commune in a period, at any level and by any voice; where
    /// the places of rows were kept.
    pub(crate) fn files_of(&self, commune: usize, period: Period) -> BTreeSet<&str> {
        let said = self.intake.submissions.iter();
        let said = said.filter(|said| said.commune == commune && said.period == period);
        said.flat_map(Submission::files).collect()
    }

    /// All that was said and not taken out to be judged.
    pub(crate) fn submissions(&self) -> &[Submission] {
        &self.intake.submissions
    }

    /// What a commune says of itself in a period, at the level and by the voice asked for;
    /// `None` where it has not reported.
    pub(crate) fn said_by(&self, commune: usize, period: Period) -> Option<&Submission> {
        self.intake.submissions.iter().find(|said| {
            let asked = said.level == self.level && said.voice == self.voice;
            asked && said.commune == commune && said.period == period
        })
    }

    /// The rows at some places of a period as their files write them.
    pub(crate) fn quote(&self, period: Period, places: &[Place]) -> Vec<Quote> {
        let options = Options { period: Some(period), ..self.input.options() };
        intake::quote(self.input.sources(), self.roster(), self.library(), options, places)
    }

    /// All that a voice says of a commune in a period, from the lowest level on.
    pub(crate) fn said_of(&self, commune: usize, period: Period) -> Vec<Submission> {
        let said = self.intake.submissions.iter().filter(|said| {
            said.voice == self.voice && said.commune == commune && said.period == period
        });
        let mut said: Vec<Submission> = said.cloned().collect();
        said.sort_by_key(|said| said.level);
        said
    }

    /// Whether a commune says anything at a level, by whatever voice, in whatever period.
    pub(crate) fn has_said(&self, commune: usize, level: Level) -> bool {
        self.intake.submissions.iter().any(|said| said.commune == commune && said.level == level)
    }

    /// The periods of the files read in which a voice says anything of a commune at a level.
    pub(crate) fn periods_of(&self, commune: usize, level: Level, voice: Voice) -> Vec<Period> {
        let said =
            self.intake.submissions.iter().filter(|said| {
                said.commune == commune && said.level == level && said.voice == voice
            });
        said.map(|said| said.period).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// How many other communes the data speaks of.
    pub(crate) fn others(&self, commune: usize) -> usize {
        let communes: BTreeSet<usize> =
            self.intake.submissions.iter().map(|said| said.commune).collect();
        communes.into_iter().filter(|other| *other != commune).count()
    }

    /// How many faults there are.
    pub(crate) fn faults(&self) -> usize {
        self.faults
    }

    /// Whether anything was said at the level, by the voice, in a period.
    pub(crate) fn has_data(&self, period: Period) -> bool {
        let mut submissions = self.intake.submissions.iter();
        submissions.any(|s| s.level == self.level && s.voice == self.voice && s.period == period)
    }

    /// What applies without a commune; it names the set in force.
    pub(crate) fn common(&self, period: Period) -> Result<Resolved, Stop> {
        let resolved = self.library().resolve(self.level, period, &Case::default());
        resolved.map_err(|none| {
            Stop::usage(text::no_set_of_level(none.level, none.period), text::see_sets())
        })
    }

    /// The faults of the data by whether they could touch a commune; while what was said is
    /// still there.
    pub(crate) fn faults_for(&self, commune: usize, period: Period) -> Faults {
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

    /// The same as [`Read::refuse_faults`] for the sake of one commune: what cannot touch it
    /// does not refuse.
    pub(crate) fn refuse_touching(&self, faults: &Faults) -> Result<(), Stop> {
        let problems = &faults.touching;
        if !problems.is_empty() && !self.lenient {
            let (message, hint) = (text::refused(problems.len()), text::mend_or_lenient());
            return Err(Stop::Problems { problems: problems.clone(), message, hint });
        }
        self.tell_problems();
        Ok(())
    }

    /// Refuses faulty data unless it is to be judged all the same; tells what was found.
    pub(crate) fn refuse_faults(&self) -> Result<(), Stop> {
        if self.faults > 0 && !self.lenient {
            let (message, hint) = (text::refused(self.faults), text::mend_or_lenient());
            return Err(Stop::Problems { problems: self.problems.clone(), message, hint });
        }
        self.tell_problems();
        Ok(())
    }

    fn tell_problems(&self) {
        if !self.told.replace(true) {
            output::complain(&output::problem_lines(&self.problems));
            let repairs = [self.roster().repairs.as_slice(), &self.intake.repairs].concat();
            output::complain(&output::repairs_in_all(&repairs));
        }
    }

    /// What the voice said in a period, at every level, in roster order.
    pub(crate) fn all_levels(&mut self, period: Period) -> Vec<Submission> {
        let voice = self.voice;
        let asked = |s: &mut Submission| s.voice == voice && s.period == period;
        self.intake.submissions.extract_if(.., asked).collect()
    }

    /// Judges what was said in a period by `chosen` communes, or by all where none is.
    pub(crate) fn judge(&mut self, period: Period, common: Resolved, chosen: &[usize]) -> Judged {
        self.judge_voice(self.voice, period, common, chosen)
    }

    /// The same of a voice of its own. It is taken out: a country's is not held twice.
    pub(crate) fn judge_voice(
        &mut self,
        voice: Voice,
        period: Period,
        common: Resolved,
        chosen: &[usize],
    ) -> Judged {
        let wanted = |commune: usize| chosen.is_empty() || chosen.contains(&commune);
        let asked = |submission: &mut Submission| {
            submission.level == self.level
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
        let not_reported = silent.map(|(place, _)| place).collect();
        let summary = summarise(&tallies, &submissions, &common);
        Judged { period, common, submissions, tallies, not_reported, summary }
    }
}

/// The faults of data as one commune sees them.
pub(crate) struct Faults {
    /// Of its rows, or of what may be its rows.
    pub(crate) touching: Vec<Problem>,
    /// Of other communes' rows and files.
    pub(crate) aside: Vec<Problem>,
}

/// The levels whose rows are to be without fault.
fn judged_levels(level: Level, how: How) -> Vec<Level> {
    let judged = |other: &Level| match how {
        How { levels: true, .. } => true,
        How { standing: true, .. } => *other <= level || *other == Level::Recognition,
        _ => *other == level,
    };
    Level::ALL.into_iter().filter(judged).collect()
}

/// What stands against judging some levels: faults of files and of rows of those levels.
/// Rows of other levels do not concern them, nor does what is only worth a look.
fn problems(input: &Input, intake: &Intake, levels: &[Level]) -> Vec<Problem> {
    let concerns = intake
        .findings
        .iter()
        .filter(|finding| levels.iter().any(|level| finding.concerns(Some(*level), None)));
    let of_level = concerns.map(|finding| &finding.problem);
    let told = of_level.filter(|problem| problem.is_error() || problem.code == Code::UnknownColumn);
    input.roster_problems.iter().chain(&input.passed).chain(told).cloned().collect()
}

/// The results of one period.
pub(crate) struct Judged {
    pub(crate) period: Period,
    pub(crate) common: Resolved,
    pub(crate) submissions: Vec<Submission>,
    pub(crate) tallies: Vec<Tally>,
    pub(crate) not_reported: Vec<usize>,
    pub(crate) summary: Summary,
}

impl Judged {
    /// The results of nobody.
    pub(crate) fn nobody(period: Period, common: Resolved) -> Judged {
        let summary = summarise(&[], &[], &common);
        let (submissions, tallies, not_reported) = (Vec::new(), Vec::new(), Vec::new());
        Judged { period, common, submissions, tallies, not_reported, summary }
    }

    /// The results as reports take them, of what was read.
    pub(crate) fn scoring<'a>(&'a self, read: &'a Read) -> Scoring<'a> {
        Scoring {
            period: self.period,
            level: read.level,
            voice: read.voice,
            lenient: read.lenient,
            faults: read.faults,
            roster: read.roster(),
            common: &self.common,
            tallies: &self.tallies,
            submissions: &self.submissions,
            not_reported: &self.not_reported,
            summary: &self.summary,
        }
    }
}
