//! `ntm.gaps.v1`.

use std::io::{self, Write};

use serde::Serialize;

use super::head::{CriteriaSet, Head};
use super::indicator::{PartEntry, ResultCard, indicator};
use super::phrases::Phrases;
use crate::analysis::gaps::{Gap, Gaps};
use crate::intake::{Funding, guidance_word};
use crate::law::Resolved;
use crate::report::Scoring;

#[derive(Serialize)]
struct GapsDocument<'a> {
    #[serde(flatten)]
    head: Head,
    criteria_set: CriteriaSet<'a>,
    /// Whether the division of work is the example that comes with the program.
    agencies: &'static str,
    gaps: Vec<GapEntry<'a>>,
    communes: Vec<CommuneEntry<'a>>,
    not_reported: Vec<&'a str>,
}

#[derive(Serialize)]
struct GapEntry<'a> {
    commune: &'a str,
    name: &'a str,
    criterion: u16,
    indicator: String,
    indicator_name: &'a str,
    unit: &'a str,
    status: &'static str,
    attainment: super::Number<'a>,
    evidence: Option<String>,
    evidence_lacking: bool,
    parts: Vec<PartEntry<'a>>,
    lead: Option<&'a str>,
    support: Option<&'a str>,
    needs_funding: Option<&'static str>,
    guidance: Option<&'static str>,
    unmet_everywhere: bool,
    completes_criterion: bool,
}

/// What remains to a commune, whatever is left out of the list.
#[derive(Serialize)]
struct CommuneEntry<'a> {
    code: &'a str,
    name: &'a str,
    criteria_met: usize,
    criteria_total: usize,
    criteria_remaining: Vec<u16>,
    indicators_remaining: usize,
    completing: Vec<String>,
    met_without_evidence: Vec<String>,
}

/// Writes the list of work as one line of JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn gaps(scoring: &Scoring, gaps: &Gaps, built_in: bool, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::new(scoring.tallies)?;
    let card = |(result, shown): (usize, &bool)| {
        let submission = &scoring.submissions[result];
        let phrases = phrases.for_law(&submission.law).filter(|_| *shown)?;
        Some(ResultCard::new(submission, phrases))
    };
    let cards: Vec<Option<ResultCard>> = gaps.shown.iter().enumerate().map(card).collect();
    let entries =
        gaps.list.iter().filter_map(|gap| Some(entry(scoring, gap, cards[gap.result].as_ref()?)));
    let shown = (0..gaps.cards.len()).filter(|result| gaps.shown[*result]);
    let document = GapsDocument {
        head: Head::new("ntm.gaps.v1", scoring),
        criteria_set: CriteriaSet::new(scoring),
        agencies: if built_in { "built-in" } else { "file" },
        gaps: entries.collect(),
        communes: shown.map(|result| commune(scoring, gaps, result)).collect(),
        not_reported: scoring.codes_not_reported(),
    };
    super::write(out, &document)?;
    out.write_all(b"\n")
}

fn entry<'a>(scoring: &'a Scoring, gap: &'a Gap, card: &'a ResultCard) -> GapEntry<'a> {
    let law = &card.score.tally.law.indicators[gap.indicator];
    let commune = scoring.commune_of(&card.score.tally);
    let judged = indicator(card, gap.indicator);
    GapEntry {
        commune: &commune.code,
        name: &commune.name,
        criterion: law.id.criterion,
        indicator: law.id.to_string(),
        indicator_name: &law.name,
        unit: &law.unit,
        status: judged.status,
        attainment: judged.attainment,
        evidence: judged.evidence,
        evidence_lacking: gap.evidence_lacking,
        parts: judged.parts,
        lead: gap.assigned.lead,
        support: gap.assigned.support,
        needs_funding: gap.assigned.needs_funding.map(Funding::as_str),
        guidance: gap.assigned.guidance.map(guidance_word),
        unmet_everywhere: gap.unmet_everywhere,
        completes_criterion: gap.completes_criterion,
    }
}

fn commune<'a>(scoring: &'a Scoring, gaps: &'a Gaps, result: usize) -> CommuneEntry<'a> {
    let (tally, left) = (&gaps.cards[result].tally, &gaps.remaining[result]);
    let law: &Resolved = &tally.law;
    let ids = |places: &[usize]| -> Vec<String> {
        places.iter().map(|place| law.indicators[*place].id.to_string()).collect()
    };
    let commune = scoring.commune_of(tally);
    CommuneEntry {
        code: &commune.code,
        name: &commune.name,
        criteria_met: tally.criteria_met(),
        criteria_total: law.criteria.len(),
        criteria_remaining: left.criteria.iter().map(|place| law.criteria[*place].no).collect(),
        indicators_remaining: left.indicators,
        completing: ids(&left.completing),
        met_without_evidence: ids(&left.without_evidence),
    }
}
