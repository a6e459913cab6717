//! The cells of the list of work.

use super::super::commune::{amount, lacking as lacking_amount};
use super::super::{Cell, Scoring, Tone, words};
use crate::analysis::gaps::{Gap, Gaps, open_parts};
use crate::intake::Funding;
use crate::law::{Requirement, ResolvedIndicator};
use crate::score::{PartScore, Scorecard, Status};
use crate::text::{self, Figure, Text};

/// How many of `all` do not meet it, and what each still needs; communes that need the
/// same stand together.
pub(super) fn communes(
    scoring: &Scoring,
    gaps: &Gaps,
    group: &[&Gap],
    all: Option<usize>,
) -> Vec<Text> {
    let mut lines: Vec<(Text, Vec<&str>)> = Vec::new();
    for gap in group {
        let card = &gaps.cards[gap.result];
        let name = scoring.commune_of(&card.tally).name.as_str();
        let lacking = Text::join(&lacking(card, gap), "; ");
        match lines.iter_mut().find(|(other, _)| *other == lacking) {
            Some((_, names)) => names.push(name),
            None => lines.push((lacking, vec![name])),
        }
    }
    let line = |(lacking, names): (Text, Vec<&str>)| text::labelled(names.join(", "), lacking);
    let count = all.map(|all| text::so_many_communes(text::out_of(group.len(), all)));
    count.into_iter().chain(lines.into_iter().map(line)).collect()
}

/// What a commune still needs of an indicator, part by part.
pub(super) fn lacking(card: &Scorecard, gap: &Gap) -> Vec<Text> {
    let law = &card.tally.law.indicators[gap.indicator];
    let parts = open_parts(card, gap.indicator).map(|(requirement, part)| {
        let words = of_part(law, requirement, part);
        match requirement.part.as_str() {
            "" => words,
            part => text::side_by_side(part, words),
        }
    });
    let mut lines: Vec<Text> = parts.collect();
    lines.extend(gap.evidence_lacking.then(text::no_evidence));
    lines
}

/// Why it is worth doing first.
pub(super) fn weight(card: &Scorecard, gap: &Gap) -> Vec<Text> {
    let criterion = card.tally.law.criteria[gap.criterion].no;
    let completes = gap.completes_criterion.then(|| text::completes_criterion(criterion));
    let nobody = gap.unmet_everywhere.then(text::met_by_nobody);
    completes.into_iter().chain(nobody).collect()
}

fn of_part(law: &ResolvedIndicator, requirement: &Requirement, part: &PartScore) -> Text {
    let (Some(threshold), Some(value)) = (&requirement.threshold, part.observation.value()) else {
        return words::status(match requirement.threshold {
            None => Status::Undetermined,
            Some(_) => Status::Missing,
        });
    };
    let Some(distance) = part.gap(requirement) else {
        return if requirement.measure.is_numeric() || law.grades.is_empty() {
            words::status(Status::NotMet)
        } else {
            text::now_and_needed(
                amount(&value, law, &requirement.unit),
                amount(&threshold.value, law, &requirement.unit),
            )
        };
    };
    let lacking = lacking_amount(requirement, part);
    match part.need(requirement) {
        Some(need) if need.of_numerator => text::with_brackets(
            lacking,
            text::percentage_points(Figure::rounded_up(&distance, None)),
        ),
        _ => lacking,
    }
}

/// Who leads, and who supports.
pub(super) fn who_answers(gap: &Gap) -> Cell {
    let lead = match gap.assigned.lead {
        Some(name) => Text::same(name),
        None => text::nobody_assigned(),
    };
    let support = gap.assigned.support.map(text::supported_by);
    let tone = if gap.assigned.lead.is_none() { Tone::Doubt } else { Tone::Plain };
    Cell::lines(std::iter::once(lead).chain(support)).tone(tone)
}

/// What it takes: money, and guidance.
pub(super) fn takes(gap: &Gap) -> Cell {
    let tone = if gap.can_be_done_now() { Tone::Good } else { Tone::Plain };
    Cell::lines([money(gap), guidance(gap)]).tone(tone)
}

/// Whether it needs money.
pub(in crate::report) fn money(gap: &Gap) -> Text {
    match gap.assigned.needs_funding {
        Some(Funding::Yes) => text::needs_money(),
        Some(Funding::Partly) => text::needs_some_money(),
        Some(Funding::No) => text::needs_no_money(),
        None => text::money_not_known(),
    }
}

/// Whether the guidance is issued.
pub(in crate::report) fn guidance(gap: &Gap) -> Text {
    match gap.assigned.guidance {
        Some(true) => text::guidance_issued(),
        Some(false) => text::guidance_not_issued(),
        None => text::guidance_unclear(),
    }
}
