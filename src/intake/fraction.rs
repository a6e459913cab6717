//! A file of shares that are all below 1, or up to 1: fractions where percentages are asked
//! for.

use super::column::Column;
use super::context::Context;
use super::fractions::{Fractions, SmallShare};
use super::key::Identity;
use super::piece::{PieceFinding, PieceRead};
use super::table_row::place;
use super::{Finding, Observation};
use crate::problem::{Code, Problem};
use crate::text;

/// From so many on, all of them below 1 are no chance.
const LEAST: usize = 3;

/// Refuses the shares of a file all of which are fractions; their values do not count.
/// Where the others are exactly 1, those below are only told: 1 may be a percentage.
pub(super) fn refuse(context: &Context, pieces: &mut [PieceRead]) {
    let all = pieces.iter_mut().map(|piece| std::mem::take(&mut piece.fractions));
    let all: Vec<Fractions> = all.collect();
    let count: usize = all.iter().map(|fractions| fractions.small.len()).sum();
    if count < LEAST || all.iter().any(|fractions| fractions.refuted) {
        return;
    }
    let full = all.iter().any(|fractions| fractions.full);
    for (piece, fractions) in pieces.iter_mut().zip(all) {
        for small in fractions.small {
            let finding = fraction_finding(context, piece, &small, full);
            if !full {
                piece.batch.set(small.slot, Observation::Nothing);
            }
            piece.found.push(PieceFinding { finding, slot: Some(small.slot), once: false });
        }
    }
}

/// `full`: whether some share is exactly 1, which makes it a warning.
fn fraction_finding(
    context: &Context,
    piece: &PieceRead,
    small: &SmallShare,
    full: bool,
) -> Finding {
    let (column, line) = (Column::Value, piece.line + small.about.line);
    let (name, sheet) = (&context.source.name, piece.sheet.as_deref());
    let place = place(name, sheet, &piece.header, line, Some(column));
    let id = small.law.indicators[small.about.indicator].id;
    let written = piece.header.written(column);
    let message = if full {
        text::fraction_beside_one(written, &small.cell, id)
    } else {
        text::fraction_for_share(written, &small.cell, id)
    };
    let problem = Problem::error(Code::ImplausibleValue, place, message, text::write_percent());
    let problem = if full { problem.as_warning() } else { problem };
    let Identity { level, voice, commune, .. } = small.whose;
    Finding::of_row(problem.with_cell(&small.cell), level, voice, commune)
}
