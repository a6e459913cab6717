//! Files to submissions: the rows of each commune, level and voice, from all files,
//! in the order of the files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::batch::{Batch, BatchOrigin, Batches, KeyedRange};
use super::claim::Claim;
use super::key::{RowId, RowKey, RowRange};
use super::piece::{FileRead, PieceFinding, PieceRead};
use super::reconcile::{Reconciled, Reconciler};
use super::repair::Repair;
use super::{Finding, Intake, Source, Submission, lent, shared};
use crate::law::Level;
use crate::period::Period;
use crate::text::Text;

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
    let files = if review {
        sources.iter().map(|source| source.name.clone()).collect()
    } else {
        Vec::new()
    };
    let held = Arc::new(Batches { batches, origins, files: Arc::new(files) });
    let judge = Reconciler { sources, held: &held };
    let of_key: Vec<&[(KeyedRange, usize)]> =
        runs.chunk_by(|(a, _), (b, _)| a.key == b.key).collect();
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
    mark_faulty(&mut submissions, &findings);
    lent::lend(&mut submissions, &mut findings);
    shared::tell_once(&mut findings, &held.origins);
    mark_twins(&mut findings, &rows_of_files);
    // Within a row as they were found.
    findings.sort_by_key(|(file, finding)| (*file, finding.problem.place.line));
    let findings = findings.into_iter().map(|(_, finding)| finding).collect();
    let periods = Vec::new();
    Intake { files: opened, rows, unpicked, periods, repairs, findings, submissions, claims }
}

/// Marks what was said with faults, or under a header with some.
fn mark_faulty(submissions: &mut [Submission], findings: &[(usize, Finding)]) {
    let errors = || findings.iter().filter(|(_, finding)| finding.problem.is_error());
    let of = errors().filter_map(|(_, finding)| finding.commune.zip(finding.level));
    let faulty: BTreeSet<(usize, Level)> = of.collect();
    let headed = errors().filter(|(_, finding)| finding.is_of_header()).map(|(file, _)| *file);
    let headed: BTreeSet<usize> = headed.collect();
    for submission in submissions {
        let mut files = submission.stretches.iter().map(|s| submission.held.origins[s.batch].file);
        let is_headed = !headed.is_empty() && files.any(|file| headed.contains(&file));
        let own = (submission.commune, submission.level);
        submission.is_faulty = is_headed || faulty.contains(&own);
    }
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
    origins: Vec<BatchOrigin>,
    batches: Vec<Batch>,
    /// With the number of the batch.
    runs: Vec<(KeyedRange, usize)>,
    /// With the number of the file, and the row where it is held against others.
    found: Vec<(usize, Option<RowId>, Finding)>,
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
            if let Some(extras) = piece.extras {
                self.claims.extend(extras.claims);
            }
            let (line, header, sheet) = (piece.line, piece.header, piece.sheet);
            self.origins.push(BatchOrigin { file: number, line, header, sheet });
            self.batches.push(piece.batch);
            self.runs.extend(piece.runs.into_iter().map(|run| (run, batch)));
            for PieceFinding { finding, slot, once } in piece.found {
                let message = &finding.problem.message;
                if once && told.contains(message) {
                    continue;
                }
                if once {
                    told.push(message.clone());
                }
                self.found.push((number, slot.map(|slot| RowId { batch, slot }), finding));
            }
        }
    }
}

/// The submission that runs of one key make, and what comes of its rows beside each
/// other, if anything does.
fn submission(
    runs: &[(KeyedRange, usize)],
    judge: &Reconciler,
    held: &Arc<Batches>,
) -> (Submission, Option<Box<Reconciled>>) {
    let first = &runs[0].0;
    let stretch =
        |(run, batch): &(KeyedRange, usize)| RowRange { batch: *batch, slots: run.slots.clone() };
    let stretches: Box<[RowRange]> = runs.iter().map(stretch).collect();
    let mut judged = judge.rows(first.key, &first.law, &stretches);
    let RowKey { period, commune, level, voice } = first.key;
    let fates = std::mem::take(&mut judged.fates).into_boxed_slice();
    let (law, held, files) = (Arc::clone(&first.law), Arc::clone(held), Arc::clone(&held.files));
    let told = !judged.findings.is_empty();
    let submission = Submission {
        commune,
        period,
        level,
        voice,
        law,
        held,
        files,
        stretches,
        fates,
        borrowed: Box::default(),
        is_faulty: false,
    };
    (submission, told.then(|| Box::new(judged)))
}
