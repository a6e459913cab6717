//! The claims of rows: what each says of itself beside its figures.

use super::claim::{Claim, Claimed};
use super::column::Column;
use super::header::ClaimColumn;
use super::key::{Key, PartOf};
use super::reader::Reader;
use super::table::{CellKind, Row};
use super::voice::Voice;
use super::word::{self, Word};
use crate::law::Resolved;

/// What a row's cell claims.
struct Said {
    by: Voice,
    met: bool,
    place: usize,
    kind: CellKind,
    cell: String,
}

impl Reader<'_> {
    /// The row's claims that say met or not met; anything else says nothing.
    fn claims(&self, row: &Row) -> Vec<Said> {
        let asked = self.header.claims().filter(|_| self.context.options.review);
        let said = asked.filter_map(|ClaimColumn { place, of: by, .. }| {
            let (cell, kind) = (row.cell(place), row.kind(place));
            let met = match word::read(cell).filter(|_| !kind.is_flaw())? {
                Word::Yes { .. } => true,
                Word::No { .. } | Word::None => false,
                Word::NotApplicable => return None,
            };
            Some(Said { by, met, place, kind, cell: cell.to_owned() })
        });
        said.collect()
    }

    /// Keeps what a row claims of its indicator.
    pub(super) fn claim_of_row(
        &mut self,
        row: &Row,
        key: Option<Key>,
        slot: Option<usize>,
        law: Option<&Resolved>,
    ) {
        let (Some(key), Some(slot), Some(law)) = (key, slot, law) else {
            return;
        };
        let about = self.piece.batch.about(slot);
        let indicator = &law.indicators[about.indicator];
        let id = indicator.id;
        // A cell that names several parts gave a slot to each.
        let in_one_cell = self.piece.batch.len() > slot + 1;
        for said in self.claims(row) {
            let of = match about.part {
                // One over several indicators is their criterion's, one over the rows of
                // one indicator is that indicator's.
                _ if said.kind == CellKind::Spanning => Claimed::Criterion(id.criterion),
                _ if said.kind == CellKind::OverParts || in_one_cell => Claimed::Indicator(id),
                PartOf::Judged(part) if indicator.require.len() > 1 => Claimed::Part(id, part),
                PartOf::Checked | PartOf::Unknown => continue,
                _ => Claimed::Indicator(id),
            };
            self.keep_claim(row, key, of, said);
        }
    }

    /// Keeps what the row of a criterion claims of it.
    pub(super) fn claim_of_heading(&mut self, row: &Row, criterion: u16) {
        // Whose a row is that names its period is told by its indicators.
        let claims = self.claims(row);
        if claims.is_empty() || self.header.has(Column::Period) {
            return;
        }
        let who = self.identify(row, &mut Vec::new());
        if let Some(key) = who.filter(|who| !who.unnamed).and_then(|who| who.key()) {
            for said in claims {
                self.keep_claim(row, key, Claimed::Criterion(criterion), said);
            }
        }
    }

    fn keep_claim(&mut self, row: &Row, key: Key, of: Claimed, said: Said) {
        let Said { by, met, place, cell, .. } = said;
        let place = self.place_in(row.line, Some(Column::Claim.as_str()), Some(place));
        let Key { period, commune, level, voice } = key;
        let claim = Claim { commune, period, level, voice, by, of, met, place, cell };
        self.piece.aside().claims.push(claim);
    }
}
