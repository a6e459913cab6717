//! The claims of rows: what each says of itself beside its figures.

use super::claim::{Claim, Claimed};
use super::column::Column;
use super::context::Keep;
use super::key::{Key, PartOf};
use super::reader::Reader;
use super::table::{CellKind, Row};
use super::word::{self, Word};
use crate::law::Resolved;

impl Reader<'_> {
    /// Whether the row's claim says met or not met; anything else says nothing.
    pub(super) fn claims(&self, row: &Row) -> Option<bool> {
        let context = self.context;
        let wanted = context.options.review || matches!(context.keep, Keep::Copies(_));
        let place = self.header.place(Column::Claim).filter(|_| wanted)?;
        if row.kind(place).is_flaw() {
            return None;
        }
        match word::read(row.cell(place))? {
            Word::Yes { .. } => Some(true),
            Word::No { .. } | Word::None => Some(false),
            Word::NotApplicable => None,
        }
    }

    /// Keeps what a row claims of its indicator.
    pub(super) fn claim_of_row(
        &mut self,
        row: &Row,
        key: Option<Key>,
        slot: Option<usize>,
        law: Option<&Resolved>,
    ) {
        let (Some(met), Some(key), Some(slot), Some(law)) = (self.claims(row), key, slot, law)
        else {
            return;
        };
        let about = self.piece.batch.about(slot);
        let indicator = &law.indicators[about.indicator];
        let id = indicator.id;
        let merged = self.header.place(Column::Claim).map(|place| row.kind(place));
        let of = match about.part {
            // One over several indicators is their criterion's.
            _ if merged == Some(CellKind::Spanning) => Claimed::Criterion(id.criterion),
            PartOf::Judged(part) if indicator.require.len() > 1 => Claimed::Part(id, part),
            PartOf::Checked | PartOf::Unknown => return,
            _ => Claimed::Indicator(id),
        };
        self.keep_claim(row, key, of, met);
    }

    /// Keeps what the row of a criterion claims of it.
    pub(super) fn claim_of_heading(&mut self, row: &Row, criterion: u16) {
        // Whose a row is that leaves the cell of its period empty is told by its indicators.
        let unsaid =
            self.header.has(Column::Period) && self.header.cell(row, Column::Period).is_empty();
        let Some(met) = self.claims(row).filter(|_| !unsaid) else {
            return;
        };
        let who = self.identify(row, &mut Vec::new());
        if let Some(key) = who.filter(|who| !who.unnamed).and_then(|who| who.key()) {
            self.keep_claim(row, key, Claimed::Criterion(criterion), met);
        }
    }

    fn keep_claim(&mut self, row: &Row, key: Key, of: Claimed, met: bool) {
        if let Claimed::Criterion(criterion) = of {
            self.copy_criterion(row, key, criterion);
        }
        let place = self.place(row.line, Some(Column::Claim.as_str()));
        let Key { period, commune, level, voice } = key;
        let cell = self.header.cell(row, Column::Claim).to_owned();
        self.piece.aside().claims.push(Claim {
            commune,
            period,
            level,
            voice,
            of,
            met,
            place,
            cell,
        });
    }
}
