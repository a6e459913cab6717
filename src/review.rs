//! What is worth a look in data that can be scored: gaps, near misses, jumps between
//! periods, parts that contradict each other. None of it changes a verdict.

mod claims;
mod levels;
mod lower;
mod papers;
mod said;
mod silent;

pub use levels::{Contradiction, contradictions};
pub use lower::missing_levels;
pub use papers::{ambiguous, evidence};
pub(crate) use said::observation_text;
pub use silent::{Asked, silent};

use self::said::{figure, number, warning};
use crate::exact::Exact;
use crate::intake::{self, Finding, Intake, Observation, Roster, Submission};
use crate::law::{Level, Measure, Requirement, ResolvedIndicator, Value};
use crate::problem::{Code, Location, Problem};
use crate::score::{self, PartScore};
use crate::text::{self, Text};

/// What is worth a look in what was read with [`crate::intake::Options::review`].
/// `earlier`: the month before, which nobody asked about: what is wrong there is not reported.
pub fn review(read: &Intake, earlier: Option<&Intake>, roster: &Roster) -> Vec<Finding> {
    let mut findings = Vec::new();
    for submission in &read.submissions {
        findings.extend(missing_indicators(submission, roster));
        findings.extend(missing_values(submission, roster));
        findings.extend(parts(submission));
        findings.extend(contradicting(submission, None));
    }
    findings.extend(claims::claims(read));
    findings.extend(outliers(read, earlier, roster));
    findings
}

/// The forms that nobody filled in, of some levels: they count as reported, with nothing in
/// them.
pub fn unfilled<'i>(read: &'i Intake, levels: &'i [Level]) -> impl Iterator<Item = &'i Submission> {
    let asked = read.submissions.iter().filter(|said| levels.contains(&said.level));
    asked.filter(|said| said.empty_rows().is_some())
}

/// What a submission says against itself or against a lower level, as far as the verdict
/// on a title or on those below rests on it: to be cleared up by whoever hands it in.
pub fn doubts(submission: &Submission, title: Level) -> Vec<Problem> {
    let parts = parts(submission).into_iter();
    let parts = parts.filter(|finding| {
        finding.problem.code == Code::PartContradiction && submission.level <= title
    });
    let both = contradicting(submission, Some(title));
    parts.chain(both).map(|finding| finding.problem).collect()
}

fn missing_indicators(submission: &Submission, roster: &Roster) -> Vec<Finding> {
    let name = &roster.communes[submission.commune].name;
    let pairs = submission.law.indicators.iter().zip(submission.given());
    // A condition of one title is asked for only by who wants that title.
    let asked = pairs.filter(|(indicator, given)| !given && indicator.titles.is_empty());
    let missing = asked.filter_map(|(indicator, _)| {
        let place = Location { column: Some("indicator"), ..submission.file()? };
        let told = (text::missing_indicator(indicator.id, name), text::add_row(indicator.id));
        let mut finding = warning(submission, Code::MissingIndicator, place, told);
        finding.problem = finding.problem.with_cell(&indicator.id.to_string());
        finding.problem.of_commune = Some(name.clone());
        Some(finding)
    });
    missing.collect()
}

fn missing_values(submission: &Submission, roster: &Roster) -> Option<Finding> {
    let rows = submission.empty_rows()?;
    let name = &roster.communes[submission.commune].name;
    let told = (text::missing_values(name, submission.level, rows), text::fill_or_take_away());
    Some(warning(submission, Code::MissingValues, submission.file()?, told))
}

/// Near misses and contradictions of one submission.
fn parts(submission: &Submission) -> Vec<Finding> {
    let card = score::score(submission);
    let places = submission.places();
    let mut findings = Vec::new();
    for (number, indicator) in submission.law.indicators.iter().enumerate() {
        let (scores, places) = (card.parts(number), &places[indicator.parts()]);
        for ((requirement, score), place) in indicator.require.iter().zip(scores).zip(places) {
            let near = near_threshold(indicator, requirement, score).zip(place.clone());
            let near = near.map(|(told, place)| {
                warning(submission, Code::NearThreshold, place, (told, text::not_rounded()))
            });
            findings.extend(near);
            let odd = unlikely(indicator, requirement, score);
            // Of a value of a lower level that is reported there.
            let odd = odd.filter(|_| submission.borrows(number).is_none()).zip(place.clone());
            findings.extend(
                odd.map(|(told, place)| warning(submission, Code::ImplausibleValue, place, told)),
            );
        }
        // What a lower level says against itself is reported there.
        if submission.borrows(number).is_some() {
            continue;
        }
        let checked = submission.checked(number);
        let told = contradiction(indicator, scores, checked.as_ref());
        let first = || places.iter().flatten().next().cloned();
        let told = told.and_then(|(part, told)| {
            let of_part = part.and_then(|part| places[part].clone());
            Some((told, of_part.or_else(first)?))
        });
        findings.extend(told.map(|(told, place)| {
            warning(submission, Code::PartContradiction, place, (told, text::mend_parts()))
        }));
    }
    findings
}

/// Outside what is plausible, though not so far that it is refused.
fn unlikely(
    indicator: &ResolvedIndicator,
    requirement: &Requirement,
    score: &PartScore,
) -> Option<(Text, Text)> {
    intake::plausible::unlikely(&number(&score.observation)?, indicator.id, requirement)
}

/// Not met, but met once the value has as many decimals as the threshold, and so near that
/// rounding may be what happened: a tenth of a point of a share, one unit of another number.
fn near_threshold(
    indicator: &ResolvedIndicator,
    requirement: &Requirement,
    score: &PartScore,
) -> Option<Text> {
    let value = number(&score.observation).filter(|_| !score.met)?;
    let Value::Number(threshold) = &requirement.threshold.as_ref()?.value else {
        return None;
    };
    let near = match requirement.measure {
        Measure::Share => Exact::decimal(1, 1)?,
        _ => Exact::from(1),
    };
    if distance(&value, threshold) > near {
        return None;
    }
    let decimals = threshold.as_decimal().map_or(0, |(_, decimals)| decimals);
    let rounded = value.to_decimals(u32::try_from(decimals).ok()?);
    let observation = Observation::Value(Value::Number(rounded));
    let would = score::meets(requirement, observation, &indicator.grades);
    would.then(|| text::near_threshold(indicator.id, figure(&value), figure(threshold)))
}

/// What the parts of an indicator say against each other, and which of them does.
fn contradiction(
    indicator: &ResolvedIndicator,
    scores: &[PartScore],
    checked: Option<&Observation>,
) -> Option<(Option<usize>, Text)> {
    let values: Vec<Option<Exact>> = scores.iter().map(|s| number(&s.observation)).collect();
    if let Some((part, of)) = indicator.within
        && let (Some(value), Some(other)) = (&values[part], &values[of])
        && value > other
    {
        let [name, of] = [part, of].map(|place| &indicator.require[place].part);
        let told = text::part_above(indicator.id, name, figure(value), of, figure(other));
        return Some((Some(part), told));
    }
    let (name, value) = (indicator.check_part.as_ref()?, number(checked?)?);
    let known = values.into_iter().collect::<Option<Vec<Exact>>>()?;
    let (low, high) = (known.iter().min()?, known.iter().max()?);
    let outside = value < *low || value > *high;
    let told = || text::part_outside(indicator.id, name, figure(&value), figure(low), figure(high));
    outside.then(|| (None, told()))
}

/// Rows of two levels that measure the same thing and say different things. `title`: only
/// where the lower is of this or below.
fn contradicting(submission: &Submission, title: Option<Level>) -> Vec<Finding> {
    let mut both = contradictions(submission);
    both.retain(|found| title.is_none_or(|title| found.level <= title));
    if both.is_empty() {
        return Vec::new();
    }
    let places = submission.places();
    let told = both.into_iter().filter_map(|found| {
        let law = &submission.law.indicators[found.indicator];
        let message = text::contradicts_lower(
            law.id,
            observation_text(&found.own, &law.grades),
            found.lower,
            found.level,
            observation_text(&found.other, &law.grades),
        );
        let message = match found.there {
            Some(at) => text::with_brackets(message, at.words()),
            None => message,
        };
        let at = places[law.first_part + found.part].clone()?;
        let told = (message, text::mend_one_of_both());
        Some(warning(submission, Code::ContradictsLowerLevel, at, told))
    });
    told.collect()
}

/// Values that moved far since the period before, of those that were read.
fn outliers(read: &Intake, earlier: Option<&Intake>, roster: &Roster) -> Vec<Finding> {
    let before = earlier.into_iter().flat_map(|earlier| &earlier.submissions);
    let before = before.map(|submission| (submission, false));
    let own = read.submissions.iter().map(|submission| (submission, true));
    let mut all: Vec<(&Submission, bool)> = before.chain(own).collect();
    // The roster of another month may say something else of the same commune.
    let who = |s: &Submission| {
        let commune = &roster.communes[s.commune];
        (&*commune.code, &*commune.name)
    };
    let whose = |s: &Submission| (who(s), s.level, s.voice);
    all.sort_by_key(|(submission, _)| (whose(submission), submission.period));
    let pairs = all.windows(2).filter(|pair| pair[1].1 && whose(pair[0].0) == whose(pair[1].0));
    pairs.flat_map(|pair| moved(pair[0].0, pair[1].0)).collect()
}

fn moved(before: &Submission, now: &Submission) -> Vec<Finding> {
    let (old, new, places) = (before.observations(), now.observations(), now.places());
    let mut findings = Vec::new();
    for (at, indicator) in now.law.indicators.iter().enumerate() {
        if now.borrows(at).is_some() {
            continue;
        }
        let earlier = before.law.position(indicator.id).map(|n| &before.law.indicators[n]);
        for (part, requirement) in indicator.require.iter().enumerate() {
            let same = |earlier: &ResolvedIndicator| {
                let place = earlier.require.iter().position(|r| r.part == requirement.part)?;
                number(&old[earlier.first_part + place])
            };
            let place = indicator.first_part + part;
            let values = earlier.and_then(same).zip(number(&new[place]));
            let Some((from, to)) = values.filter(|(a, b)| is_far(requirement.measure, a, b)) else {
                continue;
            };
            let message = text::outlier(indicator.id, figure(&from), before.period, figure(&to));
            let told = (message, text::check_jump());
            findings.extend(places[place].clone().map(|at| warning(now, Code::Outlier, at, told)));
        }
    }
    findings
}

/// A share that moved by over 20 points, another number by over half.
fn is_far(measure: Measure, from: &Exact, to: &Exact) -> bool {
    let change = distance(from, to);
    match measure {
        Measure::Share => change > Exact::from(20),
        // From nothing to anything is a jump.
        _ => &change + &change > *from,
    }
}

fn distance(one: &Exact, other: &Exact) -> Exact {
    if one < other { other - one } else { one - other }
}
