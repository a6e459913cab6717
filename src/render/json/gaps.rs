//! `ntm.gaps.v1`.

use std::io::{self, Write};

use super::head::{criteria_set, head};
use super::indicator::ResultCard;
use super::object::{Each, Fields, Object, object};
use crate::analysis::gaps::{Gap, Gaps};
use crate::intake::guidance_word;
use crate::law::Resolved;
use crate::report::Scoring;

/// Writes the list of work as one line of JSON.
pub fn gaps(scoring: &Scoring, gaps: &Gaps, built_in: bool, out: &mut dyn Write) -> io::Result<()> {
    let cards = gaps.shown.iter().zip(scoring.submissions);
    let cards: Vec<Option<ResultCard>> =
        cards.map(|(shown, submission)| shown.then(|| ResultCard::new(submission))).collect();
    let entries = || {
        let of = |gap| Some(entry(scoring, gap, cards[gap.result].as_ref()?));
        gaps.list.iter().filter_map(of)
    };
    let communes = || {
        let shown = (0..gaps.cards.len()).filter(|result| gaps.shown[*result]);
        shown.map(|result| commune(scoring, gaps, result))
    };
    super::document(
        out,
        &object! {
            head: Fields(head("ntm.gaps.v1", scoring)),
            criteria_set: criteria_set(scoring),
            // Whether the division of work is the example that comes with the program.
            agencies: if built_in { "built-in" } else { "file" },
            gaps: Each(entries),
            communes: Each(communes),
            not_reported: scoring.codes_not_reported(),
        },
    )
}

fn entry(scoring: &Scoring, gap: &Gap, card: &ResultCard) -> impl Object {
    let law = &card.score.tally.law.indicators[gap.indicator];
    let commune = scoring.commune_of(&card.score.tally);
    object! {
        commune: &commune.code,
        name: &commune.name,
        criterion: law.id.criterion,
        indicator: law.id.to_string(),
        indicator_name: &law.name,
        unit: &law.unit,
        status: card.score.indicators[gap.indicator].status,
        attainment: card.attainment(gap.indicator),
        evidence: card.documents(gap.indicator),
        evidence_lacking: gap.evidence_lacking,
        parts: card.parts(gap.indicator),
        lead: gap.assigned.lead,
        support: gap.assigned.support,
        needs_funding: gap.assigned.needs_funding,
        guidance: gap.assigned.guidance.map(guidance_word),
        unmet_everywhere: gap.unmet_everywhere,
        completes_criterion: gap.completes_criterion,
    }
}

/// What remains to a commune, whatever is left out of the list.
fn commune(scoring: &Scoring, gaps: &Gaps, result: usize) -> impl Object {
    let (tally, left) = (&gaps.cards[result].tally, &gaps.remaining[result]);
    let law: &Resolved = &tally.law;
    let ids = |places: &[usize]| -> Vec<String> {
        places.iter().map(|place| law.indicators[*place].id.to_string()).collect()
    };
    let numbers = left.criteria.iter().map(|place| law.criteria[*place].no);
    let commune = scoring.commune_of(tally);
    object! {
        code: &commune.code,
        name: &commune.name,
        criteria_met: tally.criteria_met(),
        criteria_total: law.criteria.len(),
        criteria_remaining: numbers.collect::<Vec<_>>(),
        indicators_remaining: left.indicators,
        completing: ids(&left.completing),
        met_without_evidence: ids(&left.without_evidence),
    }
}
