//! What is known of a file only once all of it is read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::column::Column;
use super::context::Context;
use super::layout::Layout;
use super::piece::{FileRead, PieceFinding, PieceRead, RowWithoutCommune};
use super::repair::{RepairKind, Repairs};
use super::sink::Sink;
use super::table_row::{Table, place};
use super::value::ConventionSigns;
use super::{Finding, fraction, nearly, titled};
use crate::law::{IndicatorId, Level};
use crate::problem::{Code, Location, Problem};
use crate::text;

/// The convention of the file settles the numbers that can be read in two ways.
pub(super) fn settle(context: &Context, read: Vec<Sink>) -> FileRead {
    let seen = read.iter().fold(ConventionSigns::default(), |seen, sink| seen.or(sink.seen));
    let doubtful = are_doubtful(&read);
    let settle = |mut sink: Sink| {
        if let Some(extras) = sink.piece.extras.as_mut().filter(|_| doubtful) {
            let doubts = std::mem::take(&mut extras.doubts);
            sink.piece.found.extend(doubts);
        }
        let sheet = sink.piece.sheet.clone();
        let context = Context { sheet: sheet.as_deref(), ..*context };
        let header = Arc::clone(&sink.piece.header);
        sink.settle(&Table::new(&context, Layout { header, ..Layout::default() }), seen)
    };
    let mut pieces: Vec<PieceRead> = Vec::with_capacity(read.len());
    pieces.extend(read.into_iter().map(settle));
    for sheet in pieces.chunk_by_mut(|one, other| one.is_with(other)) {
        // Below another header nothing is read, on whatever thread it was.
        let off = sheet.iter().position(|piece| piece.broken_off);
        sheet.iter_mut().skip(off.map_or(usize::MAX, |off| off + 1)).for_each(|piece| {
            let (header, name) = (Arc::clone(&piece.header), piece.sheet.clone());
            let group = piece.group;
            *piece = PieceRead { header, sheet: name, group, ..PieceRead::default() };
        });
    }
    for sheet in pieces.chunk_by_mut(|one, other| one.is_with(other)) {
        nearly::refuse(context, sheet);
    }
    fraction::refuse(context, &mut pieces);
    let mut repairs = Repairs::default();
    for sheet in pieces.chunk_by_mut(|one, other| one.is_with(other)) {
        settle_tails(sheet, &mut repairs);
        settle_communes(context, sheet);
        titled::warn_of_other_rows(context, sheet);
    }
    pieces.iter().filter(|piece| piece.group == 0).for_each(|piece| repairs.add(&piece.repairs));
    if pieces.iter().all(|piece| piece.rows == 0) {
        // Without a row it does not matter that the one that is there names no column.
        let headless = |found: &PieceFinding| found.finding.problem.code == Code::MissingColumn;
        for piece in pieces.iter_mut().filter(|piece| piece.header.names_nothing()) {
            piece.found.retain(|found| !headless(found));
        }
        let file = context.source.name.clone();
        let place = Location { file, ..Location::default() };
        let (message, hint) = (text::no_rows(), text::fill_file());
        let found =
            vec![PieceFinding::of_file(Problem::error(Code::EmptyFile, place, message, hint))];
        pieces.push(PieceRead { found, ..PieceRead::default() });
    }
    if context.options.review {
        pieces.extend(unproven(context, &pieces));
    }
    FileRead { opened: true, pieces, repairs, seen }
}

/// Whether digits behind a number may be its decimals: not where some number has a mark of
/// its own, and such digits behind it, or most rows have them.
fn are_doubtful(read: &[Sink]) -> bool {
    let rows: usize = read.iter().map(|sink| sink.piece.rows).sum();
    let doubts = read.iter().filter_map(|sink| sink.piece.extras.as_ref());
    let doubts: usize = doubts.map(|extras| extras.doubts.len()).sum();
    let marked = read.iter().any(|sink| sink.shape.decimals);
    let numbered = read.iter().any(|sink| sink.shape.numbered);
    !numbered && (!marked || 2 * doubts <= rows)
}

/// Values without evidence, told once a file.
fn unproven(context: &Context, pieces: &[PieceRead]) -> Option<PieceRead> {
    let mut count = 0;
    let mut ids: BTreeMap<Level, BTreeSet<IndicatorId>> = BTreeMap::new();
    for (piece, run) in pieces.iter().flat_map(|piece| piece.runs.iter().map(move |r| (piece, r))) {
        for slot in run.slots.clone().filter(|slot| piece.batch.is_unproven(*slot)) {
            count += 1;
            let indicator = piece.batch.about(slot).indicator;
            ids.entry(run.key.level).or_default().insert(run.law.indicators[indicator].id);
        }
    }
    let file = context.source.name.clone();
    let place = Location { file, column: Some(Column::Evidence.as_str()), ..Location::default() };
    let (message, hint) = (text::missing_evidence(count, listed(&ids)), text::fill_evidence());
    let problem = Problem::error(Code::MissingEvidence, place, message, hint).as_warning();
    let found = vec![PieceFinding::of_file(problem)];
    (count > 0).then(|| PieceRead { found, ..PieceRead::default() })
}

/// Indicators for people, with their levels where there are several.
fn listed(ids: &BTreeMap<Level, BTreeSet<IndicatorId>>) -> String {
    let words = |ids: &BTreeSet<IndicatorId>| {
        ids.iter().map(ToString::to_string).collect::<Vec<String>>().join(", ")
    };
    let levels = ids.iter().map(|(level, of_level)| match ids.len() {
        1 => words(of_level),
        _ => format!("{level} {}", words(of_level)),
    });
    levels.collect::<Vec<String>>().join("; ")
}

/// Rows of text are a signature at the end of the file only; where rows of data follow,
/// they are rows like others.
fn settle_tails(pieces: &mut [PieceRead], repairs: &mut Repairs) {
    let mut below = false;
    for piece in pieces.iter_mut().rev() {
        let tail = piece.take_tail();
        let data = piece.rows > tail.rows;
        if below {
            piece.found.extend(tail.found);
            piece.names_commune |= tail.names_commune;
            if !tail.unnamed.is_empty() {
                piece.extras().unnamed.extend(tail.unnamed);
            }
        } else {
            piece.rows -= tail.rows;
            // The rows below a table are below each of its columns.
            let count = if piece.group == 0 { tail.rows } else { 0 };
            repairs.note(RepairKind::Signature, count);
        }
        below |= data;
    }
}

/// A column for the commune that is empty in every row is as good as none; where some row
/// fills it, the others had to.
fn settle_communes(context: &Context, pieces: &mut [PieceRead]) {
    if !pieces.iter().any(|piece| piece.names_commune) {
        return;
    }
    for piece in pieces {
        let Some(extras) = &mut piece.extras else { continue };
        let unnamed = std::mem::take(&mut extras.unnamed);
        piece.runs.retain(|run| !run.unnamed);
        let column = Column::Commune;
        let written = piece.header.written(column);
        for row in unnamed {
            let (name, sheet) = (&context.source.name, piece.sheet.as_deref());
            let place = place(name, sheet, &piece.header, row.line, Some(column));
            let (message, hint) = (text::cell_empty(written), text::write_commune());
            let problem = Problem::error(Code::UnknownCommune, place, message, hint).with_cell("");
            let RowWithoutCommune { level, voice, .. } = row;
            let finding = Finding::of_row(problem, level, voice, None);
            piece.found.push(PieceFinding { finding, slot: None, once: false });
        }
    }
}
