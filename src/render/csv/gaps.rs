//! The list of work as CSV.

use std::io::{self, Write};

use super::rows::Rows;
use super::{INDICATOR, KEY, WHO, commune_columns, indicator, key};
use crate::analysis::gaps::Gaps;
use crate::intake::{Funding, guidance_word};
use crate::report::Scoring;

/// A row per commune and open indicator: the columns of an indicator, then who answers
/// for it and what it takes.
///
/// # Errors
/// When `out` cannot be written to.
pub fn gaps(scoring: &Scoring, gaps: &Gaps, out: &mut dyn Write) -> io::Result<()> {
    let own = [
        "lead",
        "support",
        "needs_funding",
        "guidance",
        "evidence_lacking",
        "unmet_everywhere",
        "completes_criterion",
    ];
    let mut rows = Rows::new(out);
    rows.write(WHO.into_iter().chain(INDICATOR).chain(own).chain([KEY]))?;
    let period = scoring.period.to_string();
    let evidence: Vec<_> = scoring.submissions.iter().map(|s| s.evidence()).collect();
    for gap in &gaps.list {
        let card = &gaps.cards[gap.result];
        let commune = scoring.commune_of(&card.tally);
        let id = card.tally.law.indicators[gap.indicator].id;
        let assigned = gap.assigned;
        let own = [
            assigned.lead.unwrap_or_default(),
            assigned.support.unwrap_or_default(),
            assigned.needs_funding.map_or("", Funding::as_str),
            assigned.guidance.map_or("", guidance_word),
            flag(gap.evidence_lacking),
            flag(gap.unmet_everywhere),
            flag(gap.completes_criterion),
        ];
        let who = commune_columns(scoring, commune, &period, id.criterion);
        let row = who.into_iter().chain(indicator(card, &evidence[gap.result], gap.indicator));
        rows.write(row.chain(own.map(str::to_owned)).chain([key(scoring.level, id)]))?;
    }
    rows.flush()
}

fn flag(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}
