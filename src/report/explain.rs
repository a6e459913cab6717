//! Verdicts with the chain behind each: a page an indicator, one screen long.

mod change;
mod data;
mod law;
mod view;

use self::view::{ExplainView, bare, exact};
use super::communes::caveats;
use super::{Cell, Page, Scoring, Table, Tone, column, commune, unbroken, words};
use crate::analysis::explain::{Comparison, Explained, Sides, Sign};
use crate::exact::Exact;
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::score::Status;
use crate::text::{self, Figure, Text, explain as say};

/// A page for each indicator explained; what must be said of all stands on the last.
pub fn explain(scoring: &Scoring, explained: &[Explained]) -> Vec<Page> {
    let of_commune = |one| pages(scoring, one);
    let mut pages: Vec<Page> = explained.iter().flat_map(of_commune).collect();
    if let Some(last) = pages.last_mut() {
        last.notes.extend(caveats(scoring));
    }
    pages
}

fn pages(scoring: &Scoring, explained: &Explained) -> Vec<Page> {
    explained
        .chains
        .iter()
        .map(|chain| page(scoring, &ExplainView::new(explained, chain)))
        .collect()
}

fn page(scoring: &Scoring, view: &ExplainView) -> Page {
    let (commune, law) = (view.explained.commune, view.law);
    let status = words::status(view.status);
    let named = text::commune_named(&commune.name);
    let title = say::title(named, &commune.code, scoring.period, law.id, status);
    let criterion = &view.explained.card.tally.law.criteria[view.chain.criterion];
    let (level, voice) = (words::level(scoring.level), words::voice(scoring.voice));
    let lead = vec![
        Text::join(
            &view.by_part(|place, requirement| Some(result(view, place, requirement))),
            "; ",
        ),
        text::side_by_side(law.id, &law.name),
        say::context(criterion.no, &criterion.name, level, voice),
    ];
    let row = |head: Text, lines: Vec<Text>| {
        vec![Cell::words(head).tone(Tone::Strong), Cell::lines(lines)]
    };
    let rows = vec![
        row(say::data(), data::lines(view)),
        row(text::threshold(), law::lines(view)),
        toned(row(say::comparison(), comparisons(view)), view.status),
        row(change::head(view), change::lines(view)),
        row(say::criterion(criterion.no), vec![change::criterion(view)]),
    ];
    let columns = vec![unbroken(say::step()), column(say::content())];
    Page { title, lead, tables: vec![Table { caption: None, columns, rows }], notes: Vec::new() }
}

/// A row whose content weighs as the verdict does.
fn toned(row: Vec<Cell>, status: Status) -> Vec<Cell> {
    let tone = commune::verdict(status).tone;
    let content = row.into_iter().enumerate();
    content.map(|(place, cell)| if place == 0 { cell } else { cell.tone(tone) }).collect()
}

/// The verdict on a part in a line: `17,9/18,6 km ≈ 96,24% ≥ 90%: đạt`.
fn result(view: &ExplainView, place: usize, requirement: &Requirement) -> Text {
    let link = &view.chain.links[place];
    let status = words::status(link.status);
    match (&link.comparison, link.status) {
        (Some(comparison), _) => {
            text::labelled(in_short(view, place, requirement, comparison), status)
        }
        (None, Status::Undetermined) => {
            let value = with_share(view, place, requirement, None);
            if value == Text::default() { status } else { text::labelled(value, status) }
        }
        (None, Status::Missing) => {
            text::with_brackets(status, say::asked(commune::threshold(view.law, requirement)))
        }
        (None, _) => status,
    }
}

/// A comparison in short; of a ratio the share, not the products.
fn in_short(
    view: &ExplainView,
    place: usize,
    requirement: &Requirement,
    comparison: &Comparison,
) -> Text {
    match &comparison.sides {
        Sides::Ratio { threshold, .. } => {
            let value = with_share(view, place, requirement, Some(threshold));
            let required = commune::with_unit(exact(threshold), &requirement.unit);
            say::compared(value, sign(comparison.sign), required)
        }
        Sides::Grades(value, threshold) => {
            let [value, required] = [value, threshold].map(|place| &view.law.grades[*place]);
            say::in_quotes(value, sign(comparison.sign), required)
        }
        _ => compared(comparison, view.law, requirement),
    }
}

/// A value; of a ratio also its share, with as many decimals as it takes to see on which
/// side of the threshold it lies.
fn with_share(
    view: &ExplainView,
    place: usize,
    requirement: &Requirement,
    threshold: Option<&Exact>,
) -> Text {
    let value = data::value(view, place, requirement);
    let part = &view.explained.card.parts(view.chain.indicator)[place];
    let Some(ratio) = part.observation.ratio() else {
        return value;
    };
    let (shown, exact) = Figure::on_its_side_of(&ratio.percent(), threshold);
    let shown = text::percent(shown);
    if exact { say::exactly(value, shown) } else { say::about(value, shown) }
}

/// The comparisons with their exact numbers.
fn comparisons(view: &ExplainView) -> Vec<Text> {
    view.same_or_each(|place, requirement| {
        let comparison = view.chain.links[place].comparison.as_ref();
        comparison.map_or_else(say::not_comparable, |c| compared(c, view.law, requirement))
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
        Sides::YesNo(value, threshold) => {
            let word = |flag| commune::amount(&Value::YesNo(flag), law, &requirement.unit);
            say::in_quotes(word(*value), sign, word(*threshold))
        }
        Sides::Numbers(value, threshold) => {
            let required = commune::with_unit(exact(threshold), &requirement.unit);
            say::compared(bare(value, &requirement.unit), sign, required)
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
