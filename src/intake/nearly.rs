//! Columns that no name fits but that say, by what they are called or by what their cells
//! hold, of which commune, period, level or voice a row is.

use super::column::Column;
use super::context::Context;
use super::near_names::LONGEST;
use super::piece::{PieceFinding, PieceRead};
use super::roster::{Roster, Unknown};
use super::sink::Sink;
use super::table_row::TableRow;
use super::unread::UnreadWords;
use super::{Voice, book};
use crate::law::Level;
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
use crate::text;

/// Looks at the cells of a row of data that stand under no name that is known.
pub(super) fn see_unread(row: TableRow, sink: &mut Sink) {
    let (header, context) = (row.header(), row.context());
    let others = header.others().map(|(index, _)| index);
    for index in others.chain(header.nameless.iter().copied()) {
        let cell = row.cells.cell(index);
        if cell.is_empty() {
            continue;
        }
        let said = &mut sink.piece.extras().said;
        said.line = row.table.layout.line;
        let count = said.columns.entry(index).or_default();
        count.filled += 1;
        if cell.len() > LONGEST {
            continue;
        }
        let (roster, expected) = (context.roster, context.due.expected);
        let is = [
            !header.has(Column::Commune) && names_commune(roster, cell, expected),
            Period::parse(cell).is_some(),
            Level::parse(cell).is_some(),
            Voice::parse(cell).is_some(),
        ];
        count.facts.iter_mut().zip(is).for_each(|(sum, is)| *sum += usize::from(is));
    }
}

/// Cells under no name are not read: reported once.
pub(super) fn warn_of_nameless(row: TableRow, sink: &mut Sink) {
    if row.header().has_nameless(row.cells) {
        let place = row.table.place(row.table.layout.line, None);
        let (message, hint) = (text::nameless_column(), text::name_the_column());
        let problem = Problem::error(Code::UnknownColumn, place, message, hint);
        sink.find_once(problem.with_cell("").as_warning());
    }
}

/// Whether a cell is a commune's code or name; a small number is none.
fn names_commune(roster: &Roster, cell: &str, period: Option<Period>) -> bool {
    let small = cell.len() < 4 && cell.bytes().all(|b| b.is_ascii_digit());
    let found = |period| match roster.find(cell, period) {
        Ok(_) | Err(Unknown::Shared(_) | Unknown::NotTakingPart) => true,
        Err(_) => false,
    };
    !small && period.is_some_and(found)
}

/// Refuses the pieces of a table whose rows say in a column that is not read whose they are.
pub(super) fn refuse(context: &Context, pieces: &mut [PieceRead]) {
    let mut said = UnreadWords::default();
    for extras in pieces.iter_mut().filter_map(|piece| piece.extras.as_mut()) {
        said.add(&std::mem::take(&mut extras.said));
    }
    let Some(first) = pieces.iter().position(|piece| piece.rows > 0) else {
        return;
    };
    let header = std::sync::Arc::clone(&pieces[first].header);
    let told = said.tells(&header);
    if told.is_empty() {
        return;
    }
    let line = said.line;
    for piece in pieces.iter_mut() {
        let bare = |found: &PieceFinding| {
            let place = &found.finding.problem.place;
            place.line.is_none_or(|at| at <= line)
        };
        let found = std::mem::take(&mut piece.found).into_iter().filter(bare).collect();
        let (header, sheet) = (std::sync::Arc::clone(&piece.header), piece.sheet.clone());
        let (repairs, unpicked) =
            (std::mem::take(&mut piece.repairs), std::mem::take(&mut piece.unpicked));
        let (line, rows, group) = (piece.line, piece.rows, piece.group);
        *piece = PieceRead {
            found,
            header,
            sheet,
            group,
            line,
            rows,
            repairs,
            unpicked,
            ..PieceRead::default()
        };
    }
    for (place, column, written) in told {
        // One fault is told once.
        let warned = |found: &PieceFinding| {
            let problem = &found.finding.problem;
            let here = problem.cell.as_deref() == Some(written);
            let nobody = column == Column::Commune && problem.place.column == Some("commune");
            problem.code == Code::UnknownColumn && here
                || problem.code == Code::MissingColumn && nobody
        };
        pieces.iter_mut().for_each(|piece| piece.found.retain(|found| !warned(found)));
        let sheet = pieces[first].sheet.as_ref();
        let sheet = sheet.map(|name| book::in_sheet(name, Some(place), Some(line)));
        let file = context.source.name.clone();
        let at = Location { file, line: Some(line), position: None, column: None, sheet, of: None };
        let message = match written {
            "" => text::nameless_fact(column.as_str()),
            _ => text::misspelt_column(written, column.as_str()),
        };
        let hint = text::rename_column(column.as_str());
        let problem = Problem::error(Code::UnknownColumn, at, message, hint).with_cell(written);
        pieces[first].found.push(PieceFinding::of_file(problem));
    }
}
