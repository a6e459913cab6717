//! The claims of rows: what each says of itself beside its figures.

use super::claim::{Claim, Claimed};
use super::claimed::{CellClaim, claims_of};
use super::column::Column;
use super::copy_row;
use super::identity::Identities;
use super::key::{Identity, PartOf, RowKey};
use super::sink::Sink;
use super::table::CellKind;
use super::table_row::TableRow;
use crate::law::Resolved;

/// Keeps what a row claims of its indicator. Returns the columns whose claims are of more
/// than the row: in a copy they have a row of their own.
pub(super) fn keep(
    row: TableRow,
    who: &Identity,
    slot: Option<usize>,
    law: Option<&Resolved>,
    sink: &mut Sink,
) -> Vec<usize> {
    let (Some(key), Some(slot), Some(law)) = (who.key(), slot, law) else {
        return Vec::new();
    };
    let about = sink.piece.batch.about(slot);
    let indicator = &law.indicators[about.indicator];
    let id = indicator.id;
    // A cell that names several parts gave a slot to each.
    let in_one_cell = sink.piece.batch.len() > slot + 1;
    let (mut of_criterion, mut of_indicator) = (Vec::new(), Vec::new());
    for claim in claims_of(row) {
        let of = match about.part {
            // One over several indicators is their criterion's, one over the rows of one
            // indicator is that indicator's.
            _ if claim.kind == CellKind::Spanning => Claimed::Criterion(id.criterion),
            _ if claim.kind == CellKind::OverParts || in_one_cell => Claimed::Indicator(id),
            PartOf::Judged(part) if indicator.require.len() > 1 => Claimed::Part(id, part),
            PartOf::Checked | PartOf::Unknown => continue,
            _ => Claimed::Indicator(id),
        };
        match of {
            Claimed::Criterion(_) => of_criterion.push(claim.index),
            Claimed::Indicator(_) if matches!(about.part, PartOf::Judged(_)) => {
                of_indicator.push(claim.index);
            }
            _ => {}
        }
        keep_claim(row, key, of, &claim, sink);
    }
    if indicator.require.len() == 1 {
        of_indicator.clear();
    }
    if !of_criterion.is_empty() {
        let label = copy_row::criterion(row, key.period, id.criterion);
        copy_row::keep_claims(row, key, label, &of_criterion, sink);
    }
    if !of_indicator.is_empty() {
        copy_row::keep_claims(row, key, id.to_string(), &of_indicator, sink);
    }
    [of_criterion, of_indicator].concat()
}

/// Keeps what the row of a criterion claims of it.
pub(super) fn keep_of_criterion(
    row: TableRow,
    criterion: u16,
    identities: &mut Identities,
    sink: &mut Sink,
) {
    // Whose a row is that leaves the cell of its period empty is told by its indicators.
    let unsaid = row.header().has(Column::Period) && row.cell(Column::Period).is_empty();
    if unsaid || claims_of(row).next().is_none() {
        return;
    }
    let who = sink.without_faults(|sink| identities.read_identity(row, sink));
    let Some(key) = who.filter(|who| !who.unnamed).and_then(|who| who.key()) else {
        return;
    };
    let columns: Vec<usize> = claims_of(row).map(|claim| claim.index).collect();
    let label = copy_row::criterion(row, key.period, criterion);
    copy_row::keep_claims(row, key, label, &columns, sink);
    for claim in claims_of(row) {
        keep_claim(row, key, Claimed::Criterion(criterion), &claim, sink);
    }
}

fn keep_claim(row: TableRow, key: RowKey, of: Claimed, claim: &CellClaim, sink: &mut Sink) {
    let RowKey { period, commune, level, voice } = key;
    let &CellClaim { by, met, index, cell, .. } = claim;
    let place = row.table.place_at(row.line(), Column::Claim, index);
    let cell = cell.to_owned();
    let claim = Claim { commune, period, level, voice, by, of, met, place, cell };
    sink.piece.extras().claims.push(claim);
}
