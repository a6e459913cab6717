//! What communes say of themselves, compared with what their figures give.

use std::collections::{BTreeMap, BTreeSet};

use super::said::{figure, observation_text, warning};
use crate::intake::{Claim, Claimed, Finding, Intake, Submission, Voice};
use crate::law::{Level, Op, Value};
use crate::problem::{Code, Location};
use crate::score::{self, Scorecard, Status};
use crate::text::{self, Text};

/// Claims that differ from the computed verdict.
pub(super) fn claims(read: &Intake) -> Vec<Finding> {
    let mut of_key: BTreeMap<_, Vec<&Claim>> = BTreeMap::new();
    for claim in &read.claims {
        let key = (claim.commune, claim.period, claim.level, claim.voice);
        of_key.entry(key).or_default().push(claim);
    }
    let faulty = Faulty::of(read);
    let mut findings = Vec::new();
    for submission in &read.submissions {
        let Submission { commune, period, level, voice, .. } = submission;
        let Some(claims) = of_key.get(&(*commune, *period, *level, *voice)) else { continue };
        let card = score::score(submission);
        let claims = claims.iter().filter(|claim| !faulty.hides(claim));
        findings.extend(claims.filter_map(|claim| compare(claim, &card, submission)));
    }
    findings
}

/// What cannot be read, which is told by itself: that a claim differs from what was left out
/// says nothing.
struct Faulty<'r> {
    rows: BTreeSet<(&'r str, Option<&'r str>, u64)>,
    forms: BTreeSet<(usize, Level)>,
}

impl<'r> Faulty<'r> {
    fn of(read: &'r Intake) -> Faulty<'r> {
        let errors = || read.findings.iter().filter(|finding| finding.problem.is_error());
        let rows = errors().filter_map(|finding| row_of(&finding.problem.place));
        let forms = errors().filter_map(|finding| finding.commune.zip(finding.level));
        Faulty { rows: rows.collect(), forms: forms.collect() }
    }

    /// Whether a claim is of a row with a fault, or of a criterion of a form with one.
    fn hides(&self, claim: &Claim) -> bool {
        let of_row = row_of(&claim.place).is_some_and(|row| self.rows.contains(&row));
        let of_criterion = matches!(claim.of, Claimed::Criterion(_)) && claim.met;
        of_row || of_criterion && self.forms.contains(&(claim.commune, claim.level))
    }
}

/// The row that a place lies in: file, sheet and line.
fn row_of(place: &Location) -> Option<(&str, Option<&str>, u64)> {
    let sheet = place.sheet.as_ref().map(|sheet| sheet.name.as_str());
    Some((place.file.as_str(), sheet, place.line?))
}

fn compare(claim: &Claim, card: &Scorecard, submission: &Submission) -> Option<Finding> {
    let claimed = if claim.met { text::met() } else { text::not_met() };
    let who = match claim.by {
        Voice::Own => text::claimed_by_commune(),
        Voice::Verified => text::claimed_by_verifier(),
        Voice::Appraised => text::claimed_by_appraiser(),
    };
    let message = match claim.of {
        Claimed::Criterion(number) => {
            let found = criterion(card, number, claim.met)?;
            text::claim_of_criterion(number, who, claimed, found)
        }
        Claimed::Indicator(id) => {
            let found = indicator(card, submission.law.position(id)?, None, claim.met)?;
            text::claim_contradicts(id, who, claimed, found)
        }
        Claimed::Part(id, part) => {
            let place = submission.law.position(id)?;
            let found = indicator(card, place, Some(part), claim.met)?;
            let name = &submission.law.indicators[place].require[part].part;
            text::claim_of_part(id, name, who, claimed, found)
        }
    };
    let told = (message, text::mend_claim());
    let mut finding = warning(submission, Code::ClaimContradicts, claim.place.clone(), told);
    finding.problem = finding.problem.with_cell(&claim.cell);
    Some(finding)
}

/// What the figures say of a criterion, where they say otherwise. With some indicator of which
/// no level is set they say nothing against it.
fn criterion(card: &Scorecard, number: u16, met: bool) -> Option<Text> {
    let indicators = card.submission.law.indicators.iter().zip(&card.indicators);
    let of = indicators.filter(|(indicator, _)| indicator.id.criterion == number);
    let of: Vec<_> = of.collect();
    let failing: Vec<String> = of
        .iter()
        .filter(|(_, score)| score.status == Status::NotMet)
        .map(|(indicator, _)| indicator.id.to_string())
        .collect();
    let missing = of.iter().filter(|(_, score)| score.status == Status::Missing);
    let missing: Vec<String> = missing.map(|(indicator, _)| indicator.id.to_string()).collect();
    match (met, &failing[..], &missing[..]) {
        (true, [], []) => return None,
        (true, [], _) => return Some(text::missing_are(missing.join(", "))),
        (true, ..) => return Some(text::not_met_are(failing.join(", "))),
        (false, ..) => {}
    }
    let all = !of.is_empty() && of.iter().all(|(_, score)| score.status.counts_as_met());
    all.then(text::all_are_met)
}

/// What the figures say of an indicator or one of its parts, where they say otherwise.
fn indicator(card: &Scorecard, place: usize, part: Option<usize>, met: bool) -> Option<Text> {
    let law = &card.submission.law.indicators[place];
    let scores = card.parts(place);
    let status = match part {
        Some(part) => score::status(&law.require[part], &scores[part].observation),
        None => card.indicators[place].status,
    };
    let differs = match status {
        Status::Met => !met,
        Status::NotMet | Status::Missing => met,
        Status::NotApplicable | Status::Undetermined => false,
    };
    if !differs {
        return None;
    }
    if status == Status::Missing {
        return Some(text::missing());
    }
    // The part that decides.
    let decides = || {
        let mut parts = law.require.iter().zip(scores);
        parts.position(|(r, score)| score::status(r, &score.observation) == status)
    };
    let deciding = part.or_else(decides)?;
    let (requirement, score) = (&law.require[deciding], &scores[deciding]);
    let threshold = requirement.threshold.as_ref().map(|threshold| &threshold.value);
    let (value, Some(Value::Number(threshold))) = (super::number(&score.observation), threshold)
    else {
        return Some(observation_text(&score.observation, &law.grades));
    };
    let value = value?;
    let sign = match (requirement.op, score.met) {
        (Op::AtLeast, true) => "≥",
        (Op::AtLeast, false) => "<",
        (Op::AtMost, true) => "≤",
        (Op::AtMost, false) => ">",
        (Op::Equals, true) => "=",
        (Op::Equals, false) => "≠",
    };
    let (value, threshold) = (figure(&value), figure(threshold));
    Some(match requirement.unit.as_str() {
        "%" => text::share_against(value, sign, threshold),
        unit => text::figure_against(value, sign, threshold, unit),
    })
}
