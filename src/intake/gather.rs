//! Rows to submissions: what only shows between rows (the same value twice, an
//! indicator that Excel shortened) is found here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Finding, Intake, Observation, Submission, Voice, indicator};
use crate::law::{IndicatorId, Level, Resolved, ResolvedIndicator};
use crate::period::Period;
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// Whose row it is, and of when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    pub(super) period: Period,
    pub(super) commune: usize,
    pub(super) level: Level,
    pub(super) voice: Voice,
}

/// Which part of its indicator a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum PartOf {
    /// One that is judged, by its place.
    Judged(usize),
    /// One that is taken for checking only.
    Checked,
    /// All of them: `không áp dụng` with an empty part.
    All,
    /// An empty part where there are several.
    Unsaid,
    /// None that the indicator has; told already.
    Unknown,
}

impl PartOf {
    /// The place of the part whose rules the row's value follows.
    pub(super) fn place(self) -> usize {
        match self {
            PartOf::Judged(place) => place,
            _ => 0,
        }
    }

    fn covers(self, other: PartOf) -> bool {
        use PartOf::{All, Judged};
        self == other || matches!((self, other), (All, Judged(_)) | (Judged(_), All))
    }
}

/// A row that was read.
pub(super) struct Entry {
    /// The indicator's place in the law.
    pub(super) indicator: usize,
    pub(super) part: PartOf,
    /// The file's number.
    pub(super) file: usize,
    pub(super) line: u64,
    pub(super) observation: Observation,
    /// Its value cannot be used.
    pub(super) faulty: bool,
    /// What is wrong with it by itself.
    pub(super) problems: Vec<Problem>,
}

/// What messages need of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct FileInfo {
    pub(super) name: String,
    pub(super) indicator_column: String,
    pub(super) part_column: String,
}

/// All that was read so far.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) rows: usize,
    files: HashMap<usize, FileInfo>,
    /// By number of the file, to be told in order.
    findings: Findings,
    entries: BTreeMap<Key, (Arc<Resolved>, Vec<Entry>)>,
}

impl Gathered {
    pub(super) fn file(&mut self, number: usize, info: FileInfo) {
        self.files.insert(number, info);
    }

    pub(super) fn find(&mut self, file: usize, finding: Finding) {
        self.findings.push((file, finding));
    }

    pub(super) fn find_all(
        &mut self,
        file: usize,
        problems: Vec<Problem>,
        (level, voice): (Option<Level>, Option<Voice>),
    ) {
        for problem in problems {
            self.find(file, Finding { problem, level, voice });
        }
    }

    /// Who has rows has reported, be they readable or not.
    pub(super) fn report(&mut self, key: Key, law: &Arc<Resolved>) -> &mut Vec<Entry> {
        let of_key = self.entries.entry(key);
        &mut of_key.or_insert_with(|| (Arc::clone(law), Vec::new())).1
    }

    pub(super) fn add(&mut self, key: Key, entry: Entry, law: &Arc<Resolved>) {
        self.report(key, law).push(entry);
    }

    /// What another file adds.
    fn merge(&mut self, other: Gathered) {
        self.rows += other.rows;
        self.files.extend(other.files);
        self.findings.extend(other.findings);
        for (key, (law, entries)) in other.entries {
            self.report(key, &law).extend(entries);
        }
    }
}

/// Compares the rows of all files with each other and puts everything in order.
pub(super) fn finish(files: Vec<Gathered>) -> Intake {
    let count = files.len();
    let mut all = Gathered::default();
    for file in files {
        all.merge(file);
    }
    let judge = |(key, (law, mut entries)): (Key, (Arc<Resolved>, Vec<Entry>))| {
        entries.sort_by_key(|entry| (entry.file, entry.line));
        Judge { files: &all.files, findings: Vec::new() }.submission(key, law, entries)
    };
    let groups: Vec<_> = std::mem::take(&mut all.entries).into_iter().collect();
    let judged: Vec<(Submission, Findings)> = groups.into_par_iter().map(judge).collect();
    let mut submissions = Vec::new();
    for (submission, findings) in judged {
        submissions.push(submission);
        all.findings.extend(findings);
    }
    // Within a row as they were found.
    all.findings.sort_by_key(|(file, finding)| (*file, finding.problem.place.line));
    Intake {
        files: count,
        rows: all.rows,
        periods: Vec::new(),
        findings: all.findings.into_iter().map(|(_, finding)| finding).collect(),
        submissions,
    }
}

/// Findings with the number of their file.
type Findings = Vec<(usize, Finding)>;

/// Compares the rows of one submission.
struct Judge<'a> {
    files: &'a HashMap<usize, FileInfo>,
    findings: Findings,
}

impl Judge<'_> {
    fn find_all(&mut self, file: usize, problems: Vec<Problem>, key: Key) {
        let (level, voice) = (Some(key.level), Some(key.voice));
        let findings = problems.into_iter().map(|problem| Finding { problem, level, voice });
        self.findings.extend(findings.map(|finding| (file, finding)));
    }

    fn submission(
        mut self,
        key: Key,
        law: Arc<Resolved>,
        entries: Vec<Entry>,
    ) -> (Submission, Findings) {
        let empty = |indicator: &ResolvedIndicator| vec![None; indicator.require.len()];
        let mut submission = Submission {
            commune: key.commune,
            period: key.period,
            level: key.level,
            voice: key.voice,
            observations: law.indicators.iter().map(empty).collect(),
            law,
        };
        let verdicts = judge(&entries, &submission.law);
        let mut void: BTreeSet<usize> = BTreeSet::new();
        for (number, verdict) in verdicts.iter().enumerate() {
            let entry = &entries[number];
            if let Verdict::Duplicate(first) = verdict {
                void.insert(*first);
                // `không áp dụng` for all parts doubles each of them.
                let doubled = entries.iter().enumerate().filter(|(_, other)| {
                    other.indicator == entry.indicator && other.part.covers(entry.part)
                });
                void.extend(doubled.map(|(place, _)| place));
            }
            if let Some(problem) = self.problem(entry, verdict, &entries, &submission.law) {
                self.find_all(entry.file, vec![problem], key);
            }
        }
        for (number, mut entry) in entries.into_iter().enumerate() {
            let verdict = &verdicts[number];
            if *verdict != Verdict::Mangled {
                let problems = std::mem::take(&mut entry.problems);
                self.find_all(entry.file, problems, key);
            }
            if *verdict == Verdict::Placed {
                let usable = !entry.faulty && !void.contains(&number);
                submission.place(&entry, usable);
            }
        }
        (submission, self.findings)
    }

    /// What is wrong with a row beside others.
    fn problem(
        &self,
        entry: &Entry,
        verdict: &Verdict,
        entries: &[Entry],
        law: &Resolved,
    ) -> Option<Problem> {
        let indicator = &law.indicators[entry.indicator];
        let info = self.files.get(&entry.file).cloned().unwrap_or_default();
        let (code, column, cell, (message, hint)) = match verdict {
            Verdict::Placed => return None,
            Verdict::Duplicate(first) => {
                let first = &entries[*first];
                let file = self.files.get(&first.file).map_or("", |info| info.name.as_str());
                let told = duplicate(indicator, entry.part, file, first.line);
                (Code::DuplicateValue, None, None, told)
            }
            Verdict::Mangled => {
                let (id, whole) = (indicator.id, tenfold(indicator.id));
                let told = (
                    text::indicator_shortened(&info.indicator_column, id, whole),
                    text::restore_indicator(whole),
                );
                (Code::MangledIndicator, Some("indicator"), Some(id.to_string()), told)
            }
            Verdict::PartUnsaid => {
                let told = indicator::unknown_part(indicator, &info.part_column, "");
                (Code::UnknownPart, Some("part"), Some(String::new()), told)
            }
        };
        let (file, line) = (info.name, Some(entry.line));
        let place = Place { file, line, position: None, column };
        Some(Problem { cell, ..Problem::error(code, place, message, hint) })
    }
}

fn duplicate(indicator: &ResolvedIndicator, part: PartOf, file: &str, line: u64) -> (Text, Text) {
    let name = match part {
        PartOf::Judged(place) => indicator.require[place].part.as_str(),
        PartOf::Checked => indicator.check_part.as_deref().unwrap_or_default(),
        _ => "",
    };
    let what = if name.is_empty() {
        indicator.id.to_string()
    } else {
        format!("{} ({name})", indicator.id)
    };
    (text::duplicate_value(what, file, line), text::keep_one_row())
}

impl Submission {
    /// Puts a row's observation where it belongs; without its value where that
    /// cannot be used.
    fn place(&mut self, entry: &Entry, usable: bool) {
        let observation = match usable {
            true => entry.observation.clone(),
            false => Observation {
                evidence: entry.observation.evidence.clone(),
                ..Observation::default()
            },
        };
        let parts = &mut self.observations[entry.indicator];
        match entry.part {
            PartOf::Judged(place) => parts[place] = Some(observation),
            PartOf::All => parts.fill(Some(observation)),
            PartOf::Checked | PartOf::Unsaid | PartOf::Unknown => {}
        }
    }
}

/// What comes of a row beside the others of its submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Placed,
    /// The row with this number gives the same value.
    Duplicate(usize),
    /// Excel shortened its indicator: `17.10` became `17.1`.
    Mangled,
    /// It does not say its part.
    PartUnsaid,
}

fn judge(entries: &[Entry], law: &Resolved) -> Vec<Verdict> {
    let given: BTreeSet<usize> = entries.iter().map(|entry| entry.indicator).collect();
    // `17.1` may stand for `17.10` where the set has that and no row gives it.
    let may_be_shortened = |entry: &Entry| {
        let whole = law.position(tenfold(law.indicators[entry.indicator].id));
        whole.is_some_and(|whole| !given.contains(&whole))
    };
    let mut placed: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut verdicts = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let of_indicator = placed.entry(entry.indicator).or_default();
        let earlier = of_indicator.iter().find(|other| entries[**other].part.covers(entry.part));
        let further = entries[..number].iter().any(|other| other.indicator == entry.indicator);
        let unsaid = matches!(entry.part, PartOf::Unsaid | PartOf::All);
        let verdict = match earlier {
            _ if entry.part == PartOf::Unknown => Verdict::Placed,
            _ if unsaid && further && may_be_shortened(entry) => Verdict::Mangled,
            _ if entry.part == PartOf::Unsaid => Verdict::PartUnsaid,
            Some(_) if may_be_shortened(entry) => Verdict::Mangled,
            Some(first) => Verdict::Duplicate(*first),
            None => Verdict::Placed,
        };
        if verdict == Verdict::Placed {
            of_indicator.push(number);
        }
        verdicts.push(verdict);
    }
    verdicts
}

/// The indicator that a spreadsheet shortens to `id` when it takes it for a number.
fn tenfold(id: IndicatorId) -> IndicatorId {
    let number = id.number.saturating_mul(10);
    IndicatorId { number, ..id }
}
