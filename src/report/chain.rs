//! Verdicts with the chain behind each: a page an indicator, one screen long.

mod change;
mod data;
mod law;

use super::communes::caveats;
use super::{Cell, Page, Scoring, Table, Tone, column, commune, unbroken, words};
use crate::analysis::chain::{Chain, Comparison, Explained, Sides, Sign};
use crate::exact::{Exact, MOST_DIGITS};
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::score::Status;
use crate::text::{self, Figure, Text, chain as say};

/// A page for each indicator explained; what must be said of all stands on the last.
pub fn chains(scoring: &Scoring, explained: &[Explained]) -> Vec<Page> {
    let of_commune = |one| pages(scoring, one);
    let mut pages: Vec<Page> = explained.iter().flat_map(of_commune).collect();
    if let Some(last) = pages.last_mut() {
        last.notes.extend(caveats(scoring));
    }
    pages
}

fn pages(scoring: &Scoring, explained: &Explained) -> Vec<Page> {
    explained.chains.iter().map(|chain| page(scoring, &View::new(explained, chain))).collect()
}

/// A chain with what its page looks up again and again.
struct View<'a> {
    explained: &'a Explained<'a>,
    chain: &'a Chain<'a>,
    law: &'a ResolvedIndicator,
    status: Status,
}

impl<'a> View<'a> {
    fn new(explained: &'a Explained<'a>, chain: &'a Chain<'a>) -> View<'a> {
        View {
            explained,
            chain,
            law: &explained.card.tally.law.indicators[chain.indicator],
            status: explained.card.indicators[chain.indicator].status,
        }
    }

    /// A line for each part, headed by its name where there are several.
    fn by_part(&self, line: impl Fn(usize, &'a Requirement) -> Option<Text>) -> Vec<Text> {
        let parts = self.law.require.iter().enumerate();
        let lines = parts.filter_map(|(place, requirement)| {
            line(place, requirement).map(|line| of_part(&requirement.part, line))
        });
        lines.collect()
    }
}

fn of_part(part: &str, words: Text) -> Text {
    if part.is_empty() { words } else { say::of_part(part, words) }
}

fn page(scoring: &Scoring, view: &View) -> Page {
    let (commune, law) = (view.explained.commune, view.law);
    let status = words::status(view.status);
    let title = say::title(&commune.name, &commune.code, scoring.period, law.id, status);
    let criterion = &view.explained.card.tally.law.criteria[view.chain.criterion];
    let (level, voice) = (words::level(scoring.level), words::voice(scoring.voice));
    let lead = vec![
        Text::join(&view.by_part(|place, requirement| Some(result(view, place, requirement))), "; "),
        say::what_it_is(law.id, &law.name),
        say::context(criterion.no, &criterion.name, level, voice),
    ];
    let row = |head: Text, lines: Vec<Text>| {
        vec![Cell::words(head).tone(Tone::Strong), Cell::lines(lines)]
    };
    let rows = vec![
        row(say::data(), data::lines(view)),
        row(say::threshold(), law::lines(view)),
        row(say::comparison(), comparisons(view)),
        row(change::head(view), change::lines(view)),
        row(say::criterion(criterion.no), vec![change::criterion(view)]),
    ];
    let columns = vec![unbroken(say::step()), column(say::content())];
    Page { title, lead, tables: vec![Table { caption: None, columns, rows }], notes: Vec::new() }
}

/// The verdict on a part in a line: `17,9/18,6 km ≈ 96,24% ≥ 90%: đạt`.
fn result(view: &View, place: usize, requirement: &Requirement) -> Text {
    let link = &view.chain.links[place];
    let status = words::status(link.status);
    match (&link.comparison, link.status) {
        (Some(comparison), _) => {
            let unit = requirement.unit.as_str();
            let asked = sided(&comparison.sides, view.law, unit).1;
            let value = given(view, place, requirement, comparison);
            say::result(say::compared(value, sign(comparison.sign), asked), status)
        }
        (None, Status::Undetermined) => {
            let value = data::value(view, place, requirement);
            match value == Text::default() {
                true => status,
                false => say::result(value, status),
            }
        }
        (None, Status::Missing) => {
            say::result(say::asked(commune::threshold(view.law, requirement)), status)
        }
        (None, _) => status,
    }
}

/// A value in short; of a ratio also its share, with as many decimals as it takes to see
/// on which side of the threshold it lies.
fn given(view: &View, place: usize, requirement: &Requirement, comparison: &Comparison) -> Text {
    let Sides::Ratio { left, denominator, threshold, .. } = &comparison.sides else {
        return sided(&comparison.sides, view.law, &requirement.unit).0;
    };
    let ratio = data::value(view, place, requirement);
    let share = left.checked_div(denominator).unwrap_or(Exact::ZERO);
    let (shown, exact) = share_shown(&share, threshold);
    let shown = text::percent(shown);
    if exact { say::exactly(ratio, shown) } else { say::about(ratio, shown) }
}

/// A share rounded so that it still lies on its side of the threshold, and whether that
/// is all of it.
fn share_shown(share: &Exact, threshold: &Exact) -> (Figure, bool) {
    let most = u32::try_from(MOST_DIGITS).unwrap_or_default() - 3;
    let tells = |decimals: &u32| {
        share.to_decimals(*decimals).cmp(threshold) == share.cmp(threshold)
    };
    let decimals = (2..most).find(tells).unwrap_or(most);
    (Figure::new(share, decimals), share.to_decimals(decimals) == *share)
}

/// Both sides of a comparison other than a ratio's left one.
fn sided(sides: &Sides, law: &ResolvedIndicator, unit: &str) -> (Text, Text) {
    let words = |value: &Value| match value {
        Value::Number(number) => commune::with_unit(exact(number), unit),
        other => commune::amount(other, law, unit),
    };
    match sides {
        Sides::Ratio { threshold, .. } => {
            (Text::default(), words(&Value::Number(threshold.clone())))
        }
        Sides::Numbers(value, threshold) => {
            (words(&Value::Number(value.clone())), words(&Value::Number(threshold.clone())))
        }
        Sides::Grades(value, threshold) => {
            (words(&Value::Grade(*value)), words(&Value::Grade(*threshold)))
        }
        Sides::YesNo(value, threshold) => {
            (words(&Value::YesNo(*value)), words(&Value::YesNo(*threshold)))
        }
    }
}

/// The comparisons with their exact numbers.
fn comparisons(view: &View) -> Vec<Text> {
    view.by_part(|place, requirement| {
        let comparison = view.chain.links[place].comparison.as_ref();
        Some(comparison.map_or_else(say::not_comparable, |c| compared(c, view.law, requirement)))
    })
}

fn compared(comparison: &Comparison, law: &ResolvedIndicator, requirement: &Requirement) -> Text {
    let sign = sign(comparison.sign);
    match &comparison.sides {
        Sides::Ratio { numerator, denominator, threshold, left, right } => {
            let (numerator, left) = (exact(numerator), exact(left));
            let (denominator, right) = (exact(denominator), exact(right));
            say::crossed(numerator, left, sign, exact(threshold), denominator, right)
        }
        Sides::Grades(value, threshold) => {
            let (grade, other) = (&law.grades[*value], &law.grades[*threshold]);
            say::ranked(grade, value + 1, sign, other, threshold + 1)
        }
        sides @ Sides::YesNo(..) => {
            let (value, asked) = sided(sides, law, &requirement.unit);
            say::yes_no(value, sign, asked)
        }
        sides @ Sides::Numbers(..) => {
            let (value, asked) = sided(sides, law, &requirement.unit);
            say::compared(value, sign, asked)
        }
    }
}

/// A sign as people write it.
fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Below => "<",
        Sign::AtLeast => "≥",
        Sign::AtMost => "≤",
        Sign::Above => ">",
        Sign::Same => "=",
        Sign::Other => "≠",
    }
}

/// A number that is a decimal, with all its digits.
fn exact(number: &Exact) -> Figure {
    Figure::new(number, EVERY)
}

/// More decimals than the product of two numbers that people typed can have.
const EVERY: u32 = 2 * 28;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Words};

    #[test]
    fn a_share_is_never_shown_on_the_other_side_of_its_threshold() {
        for (numerator, denominator, threshold, shown, all) in [
            (188, 224, "90", "83,93", false),
            (9, 10, "90", "90", true),
            (89_996, 100_000, "90", "89,996", true),
            (900_001, 1_000_000, "90", "90,0001", true),
            (1, 3, "33.333333", "33,3333333", false),
            (1, 3, "33.333334", "33,333333", false),
        ] {
            let share = &Exact::ratio(numerator, denominator).unwrap() * &Exact::HUNDRED;
            let (figure, exact) = share_shown(&share, &Exact::parse(threshold).unwrap());
            assert_eq!((figure.words(Lang::Vi).as_str(), exact), (shown, all));
        }
    }
}
