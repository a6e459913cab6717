//! Files to submissions: the rows of each commune, level and voice, from all files,
//! in the order of the files.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::batch::{Batch, Held, Run};
use super::claim::Claim;
use super::fraction::Fractions;
use super::header::Header;
use super::judge::{Judge, Judged};
use super::nearly::Said;
use super::quote::Quoted;
use super::repair::{Repair, Repairs};
use super::row::Seen;
use super::{Finding, Intake, Source, Submission, Voice, lent};
use crate::law::Level;
use crate::period::Period;
use crate::text::Text;

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
    /// The same without any value: rows of its parts may follow.
    Heading,
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

    pub(super) fn covers(self, other: PartOf) -> bool {
        use PartOf::{All, Judged};
        self == other || matches!((self, other), (All, Judged(_)) | (Judged(_), All))
    }
}

/// What is wrong, and with what.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) finding: Finding,
    /// The slot of the row it is of, where the row is held against others: what Excel
    /// made of a shortened indicator is not told on top.
    pub(super) slot: Option<usize>,
    /// Told once a file, however many rows it concerns.
    pub(super) once: bool,
}

/// What was read of one piece of a file.
#[derive(Debug, Default)]
pub(super) struct PieceRead {
    pub(super) header: Arc<Header>,
    /// The sheet of a workbook.
    pub(super) sheet: Option<Arc<str>>,
    /// The line it begins on.
    pub(super) line: u64,
    pub(super) rows: usize,
    /// How many of them are of other periods than the one picked.
    pub(super) unpicked: BTreeMap<Period, usize>,
    pub(super) batch: Batch,
    pub(super) runs: Vec<Run>,
    pub(super) found: Vec<Found>,
    pub(super) repairs: Repairs,
    /// Shares that may be fractions, until the file is read.
    pub(super) fractions: Fractions,
    /// Whether another header breaks the table off.
    pub(super) broken_off: bool,
    /// Whether some row fills the cell of its commune.
    pub(super) names_commune: bool,
    /// What few pieces have: there may be thousands.
    pub(super) aside: Option<Box<Aside>>,
}

/// What few pieces have.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// Rows as a clean copy has them, where one is asked for.
    pub(super) copied: Vec<Vec<String>>,
    /// Rows as written, where they are asked for.
    pub(super) quoted: Vec<Quoted>,
    /// What is wrong with the rows of text at the end, should rows of data follow.
    pub(super) tail: Tail,
    /// Digits that may be decimals, until the file is read.
    pub(super) doubts: Vec<Found>,
    /// Rows that leave the cell of their commune empty: right where all do.
    pub(super) unnamed: Vec<Unnamed>,
    /// What cells say that stand in columns that are not read.
    pub(super) said: Said,
    /// What rows claim of themselves.
    pub(super) claims: Vec<Claim>,
}

/// A row that leaves the cell of its commune empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unnamed {
    pub(super) line: u64,
    pub(super) level: Option<Level>,
    pub(super) voice: Option<Voice>,
}

impl PieceRead {
    /// Whether it begins its file or sheet.
    pub(super) fn is_first(&self) -> bool {
        self.line <= 1
    }

    /// How many rows are of the period picked, where one is.
    fn picked(&self) -> usize {
        self.rows.saturating_sub(self.unpicked.values().sum())
    }

    pub(super) fn aside(&mut self) -> &mut Aside {
        self.aside.get_or_insert_default()
    }

    /// The rows of a clean copy.
    pub(super) fn copied(&self) -> &[Vec<String>] {
        self.aside.as_ref().map_or(&[], |aside| aside.copied.as_slice())
    }

    /// Takes the rows that were asked for as written.
    pub(super) fn take_quoted(&mut self) -> Vec<Quoted> {
        self.aside.as_mut().map(|aside| std::mem::take(&mut aside.quoted)).unwrap_or_default()
    }

    /// How many rows of text stand at the end so far.
    pub(super) fn tail_rows(&self) -> usize {
        self.aside.as_ref().map_or(0, |aside| aside.tail.rows)
    }

    /// Rows of data follow the rows of text.
    pub(super) fn untail(&mut self) {
        if let Some(aside) = &mut self.aside {
            let tail = std::mem::take(&mut aside.tail);
            self.found.extend(tail.found);
            aside.unnamed.extend(tail.unnamed);
            self.names_commune |= tail.names_commune;
        }
    }

    /// Takes the rows of text at the end.
    pub(super) fn take_tail(&mut self) -> Tail {
        self.aside.as_mut().map(|aside| std::mem::take(&mut aside.tail)).unwrap_or_default()
    }
}

/// Rows of text alone, behind the last row of data: who signs, and when.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub(super) rows: usize,
    pub(super) found: Vec<Found>,
    pub(super) unnamed: Vec<Unnamed>,
    pub(super) names_commune: bool,
    /// The rows of one cell, with their lines: as many as there are rows where it may be the
    /// title of a table that follows.
    pub(super) lines: Vec<(u64, String)>,
}

/// What was read of one file.
#[derive(Debug, Default)]
pub(super) struct FileRead {
    /// Whether it could be opened.
    pub(super) opened: bool,
    pub(super) pieces: Vec<PieceRead>,
    pub(super) repairs: Repairs,
    /// What its numbers show.
    pub(super) seen: Seen,
}

impl FileRead {
    /// A file of which only this can be said.
    pub(super) fn failed(opened: bool, finding: Finding) -> FileRead {
        let found = vec![Found { finding, slot: None, once: false }];
        let piece = PieceRead { found, ..PieceRead::default() };
        FileRead { opened, pieces: vec![piece], ..FileRead::default() }
    }
}

/// A slot of a piece of any file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub(super) batch: usize,
    pub(super) slot: usize,
}

/// Slots of one piece.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) batch: usize,
    pub(super) slots: Range<usize>,
}

/// A piece as messages need it.
#[derive(Debug)]
pub(super) struct Origin {
    /// The number of its file.
    pub(super) file: usize,
    /// The line it begins on.
    pub(super) line: u64,
    pub(super) header: Arc<Header>,
    pub(super) sheet: Option<Arc<str>>,
}

/// Compares the rows of all files with each other and puts everything in order.
pub(super) fn finish(files: Vec<FileRead>, sources: &[Source], review: bool) -> Intake {
    let rows_of_files: Vec<usize> =
        files.iter().map(|file| file.pieces.iter().map(PieceRead::picked).sum()).collect();
    let opened = files.iter().filter(|file| file.opened).count();
    let mut all = Gathered::with_room(files.iter().map(|file| file.pieces.len()).sum());
    files
        .into_iter()
        .enumerate()
        .for_each(|(number, file)| all.add(number, &sources[number], file));
    let Gathered { rows, unpicked, origins, batches, mut runs, found, repairs, claims } = all;
    // Stable: the rows of one key stay in the order of the files.
    runs.sort_by_key(|(run, _)| run.key);
    let files = match review {
        true => sources.iter().map(|source| source.name.clone()).collect(),
        false => Vec::new(),
    };
    let held = Arc::new(Held { batches, origins, files: Arc::new(files) });
    let judge = Judge { sources, held: &held };
    let of_key: Vec<&[(Run, usize)]> = runs.chunk_by(|(a, _), (b, _)| a.key == b.key).collect();
    let judged = of_key.par_iter().map(|runs| submission(runs, &judge, &held));
    let (mut submissions, compared): (Vec<_>, Vec<_>) = judged.unzip();
    let mut findings: Vec<(usize, Finding)> = Vec::new();
    let mut mangled = BTreeSet::new();
    for compared in compared.into_iter().flatten() {
        findings.extend(compared.findings);
        mangled.extend(compared.mangled);
    }
    let told =
        found.into_iter().filter(|(_, row, _)| row.is_none_or(|row| !mangled.contains(&row)));
    findings.extend(told.map(|(file, _, finding)| (file, finding)));
    lent::lend(&mut submissions, &mut findings);
    mark_twins(&mut findings, &rows_of_files);
    // Within a row as they were found.
    findings.sort_by_key(|(file, finding)| (*file, finding.problem.place.line));
    let findings = findings.into_iter().map(|(_, finding)| finding).collect();
    let periods = Vec::new();
    Intake { files: opened, rows, unpicked, periods, repairs, findings, submissions, claims }
}

/// Marks files all of whose rows another file gives: they were sent twice.
fn mark_twins(findings: &mut [(usize, Finding)], rows_of_files: &[usize]) {
    let mut twice: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for (file, finding) in findings.iter() {
        if let Some(twin) = &finding.problem.twin {
            *twice.entry((*file, twin.file.clone())).or_default() += 1;
        }
    }
    if twice.is_empty() {
        return;
    }
    for (file, finding) in findings {
        if let Some(twin) = &mut finding.problem.twin {
            let rows = twice.get(&(*file, twin.file.clone()));
            twin.whole = rows == rows_of_files.get(*file);
        }
    }
}

/// What all files give, one behind the other.
#[derive(Default)]
struct Gathered {
    rows: usize,
    unpicked: BTreeSet<Period>,
    origins: Vec<Origin>,
    batches: Vec<Batch>,
    /// With the number of the batch.
    runs: Vec<(Run, usize)>,
    /// With the number of the file, and the row where it is held against others.
    found: Vec<(usize, Option<Place>, Finding)>,
    repairs: Vec<Repair>,
    claims: Vec<Claim>,
}

impl Gathered {
    fn with_room(pieces: usize) -> Gathered {
        Gathered {
            origins: Vec::with_capacity(pieces),
            batches: Vec::with_capacity(pieces),
            runs: Vec::with_capacity(pieces),
            ..Gathered::default()
        }
    }

    fn add(&mut self, number: usize, source: &Source, file: FileRead) {
        self.repairs.extend(file.repairs.of_file(&source.name));
        let mut told: Vec<Text> = Vec::new();
        for piece in file.pieces {
            let batch = self.batches.len();
            self.rows += piece.picked();
            self.unpicked.extend(piece.unpicked.keys());
            if let Some(aside) = piece.aside {
                self.claims.extend(aside.claims);
            }
            let (line, header, sheet) = (piece.line, piece.header, piece.sheet);
            self.origins.push(Origin { file: number, line, header, sheet });
            self.batches.push(piece.batch);
            self.runs.extend(piece.runs.into_iter().map(|run| (run, batch)));
            for Found { finding, slot, once } in piece.found {
                let message = &finding.problem.message;
                if once && told.contains(message) {
                    continue;
                }
                if once {
                    told.push(message.clone());
                }
                self.found.push((number, slot.map(|slot| Place { batch, slot }), finding));
            }
        }
    }
}

/// The submission that runs of one key make, and what comes of its rows beside each
/// other, if anything does.
fn submission(
    runs: &[(Run, usize)],
    judge: &Judge,
    held: &Arc<Held>,
) -> (Submission, Option<Box<Judged>>) {
    let first = &runs[0].0;
    let stretch = |(run, batch): &(Run, usize)| Stretch { batch: *batch, slots: run.slots.clone() };
    let stretches: Box<[Stretch]> = runs.iter().map(stretch).collect();
    let mut judged = judge.rows(first.key, &first.law, &stretches);
    let Key { period, commune, level, voice } = first.key;
    let fates = std::mem::take(&mut judged.fates).into_boxed_slice();
    let (law, held, files) = (Arc::clone(&first.law), Arc::clone(held), Arc::clone(&held.files));
    let told = !judged.findings.is_empty();
    let borrowed = Box::default();
    let submission =
        Submission { commune, period, level, voice, law, held, files, stretches, fates, borrowed };
    (submission, told.then(|| Box::new(judged)))
}
