//! A chain as its page goes through it.

use crate::analysis::explain::{Chain, DECIMALS, Explained};
use crate::exact::Exact;
use crate::law::{Requirement, ResolvedIndicator};
use crate::score::Status;
use crate::text::{self, Figure, Text, explain as say};

/// A chain with what its page looks up again and again.
pub(super) struct ExplainView<'a> {
    pub(super) explained: &'a Explained<'a>,
    pub(super) chain: &'a Chain<'a>,
    pub(super) law: &'a ResolvedIndicator,
    pub(super) status: Status,
}

impl<'a> ExplainView<'a> {
    pub(super) fn new(explained: &'a Explained<'a>, chain: &'a Chain<'a>) -> ExplainView<'a> {
        ExplainView {
            explained,
            chain,
            law: &explained.card.tally.law.indicators[chain.indicator],
            status: explained.card.indicators[chain.indicator].status,
        }
    }

    /// A line for each part, headed by its name where there are several.
    pub(super) fn by_part(
        &self,
        line: impl Fn(usize, &'a Requirement) -> Option<Text>,
    ) -> Vec<Text> {
        let parts = self.law.require.iter().enumerate();
        let lines = parts.filter_map(|(place, requirement)| {
            line(place, requirement).map(|line| of_part(&requirement.part, line))
        });
        lines.collect()
    }

    /// A line for all parts where all say the same, else one for each.
    pub(super) fn same_or_each(&self, words: impl Fn(usize, &'a Requirement) -> Text) -> Vec<Text> {
        let parts = self.law.require.iter().enumerate();
        let each: Vec<Text> = parts.map(|(place, requirement)| words(place, requirement)).collect();
        match each.split_first() {
            Some((first, rest)) if rest.iter().all(|other| other == first) => vec![first.clone()],
            _ => self.by_part(|place, _| Some(each[place].clone())),
        }
    }
}

pub(super) fn of_part(part: &str, words: Text) -> Text {
    if part.is_empty() { words } else { text::labelled(part, words) }
}

/// A number before another that names the unit of both; `%` stands by each.
pub(super) fn bare(number: &Exact, unit: &str) -> Text {
    match unit {
        "%" => text::percent(exact(number)),
        _ => say::plain(exact(number)),
    }
}

/// A number that is a decimal, with all its digits.
pub(super) fn exact(number: &Exact) -> Figure {
    Figure::new(number, DECIMALS)
}
