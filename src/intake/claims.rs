//! The claims of rows: what each says of itself beside its figures.

use super::claim::{Claim, Claimed};
use super::claimed::claimed;
use super::column::Column;
use super::copy_row;
use super::identity::Identities;
use super::key::{Identity, PartOf};
use super::sink::Sink;
use super::table::CellKind;
use super::table_row::TableRow;
use crate::law::Resolved;

/// Keeps what a row claims of its indicator.
pub(super) fn keep(
    row: TableRow,
    who: &Identity,
    slot: Option<usize>,
    law: Option<&Resolved>,
    sink: &mut Sink,
) {
    let (Some(met), Some(slot), Some(law)) = (claimed(row), slot, law) else {
        return;
    };
    let about = sink.piece.batch.about(slot);
    let indicator = &law.indicators[about.indicator];
    let id = indicator.id;
    let merged = row.header().place(Column::Claim).map(|index| row.cells.kind(index));
    let of = match about.part {
        // One over several indicators is their criterion's.
        _ if merged == Some(CellKind::Spanning) => Claimed::Criterion(id.criterion),
        PartOf::Judged(part) if indicator.require.len() > 1 => Claimed::Part(id, part),
        PartOf::Checked | PartOf::Unknown => return,
        _ => Claimed::Indicator(id),
    };
    keep_claim(row, who, of, met, sink);
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
    let Some(met) = claimed(row).filter(|_| !unsaid) else {
        return;
    };
    let who = sink.without_faults(|sink| identities.read(row, sink));
    if let Some(who) = who.filter(|who| !who.unnamed) {
        keep_claim(row, &who, Claimed::Criterion(criterion), met, sink);
    }
}

fn keep_claim(row: TableRow, who: &Identity, of: Claimed, met: bool, sink: &mut Sink) {
    let Some(key) = who.key() else { return };
    if let Claimed::Criterion(criterion) = of {
        copy_row::keep_criterion(row, key, criterion, sink);
    }
    let place = row.place(Some(Column::Claim));
    let cell = row.cell(Column::Claim).to_owned();
    sink.piece.extras().claims.push(Claim {
        commune: key.commune,
        period: key.period,
        level: key.level,
        voice: key.voice,
        of,
        met,
        place,
        cell,
    });
}
