//! What several sections of an assessment need.

use super::super::document::{Block, Section, ShownIn};
use crate::law::ResolvedIndicator;
use crate::text::Text;

pub(super) fn section(heading: Text, blocks: Vec<Block>) -> Section {
    Section { sheet: heading.clone(), heading, shown_in: ShownIn::Everywhere, blocks }
}

/// How many indicators rest on a threshold that is not confirmed, or have none.
pub(super) fn unconfirmed<'l>(indicators: impl Iterator<Item = &'l ResolvedIndicator>) -> usize {
    indicators.filter(|indicator| !indicator.is_confirmed()).count()
}
