//! The list of work as CSV.

use std::io::{self, Write};

use super::{INDICATOR, KEY, Rows, Verdict, WHO, cells, heads, key, shown};
use crate::analysis::gaps::{Gap, Gaps};
use crate::intake::guidance_word;
use crate::report::Scoring;

/// Who answers for an indicator and what it takes.
const WORK: &[(&str, fn(&&Gap) -> String)] = &[
    ("lead", |gap| shown(gap.assigned.lead)),
    ("support", |gap| shown(gap.assigned.support)),
    ("needs_funding", |gap| shown(gap.assigned.needs_funding)),
    ("guidance", |gap| shown(gap.assigned.guidance.map(guidance_word))),
    ("evidence_lacking", |gap| gap.evidence_lacking.to_string()),
    ("unmet_everywhere", |gap| gap.unmet_everywhere.to_string()),
    ("completes_criterion", |gap| gap.completes_criterion.to_string()),
];

/// A row per commune and open indicator: the columns of an indicator, then who answers
/// for it and what it takes.
pub fn gaps(scoring: &Scoring, gaps: &Gaps, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.write(heads(WHO).chain(heads(INDICATOR)).chain(heads(WORK)).chain([KEY]))?;
    let evidence: Vec<_> = scoring.submissions.iter().map(|s| s.evidence()).collect();
    for gap in &gaps.list {
        let card = &gaps.cards[gap.result];
        let verdict = Verdict::new(card, &evidence[gap.result], gap.indicator);
        let key = key(scoring.level, verdict.law.id);
        let who = (scoring, scoring.commune_of(&card.tally));
        rows.write(
            cells(WHO, &who)
                .chain(cells(INDICATOR, &verdict))
                .chain(cells(WORK, &gap))
                .chain([key]),
        )?;
    }
    rows.flush()
}
