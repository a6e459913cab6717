//! Lines over time, distinguished by colour, dashes and points; broken where
//! there is no figure.

use super::picture::{At, Axis, Key, Picture, STYLES, Shape, at, drawn, figure, figures_in_words};
use crate::exact::Exact;
use crate::report::document::{Chart, Series};
use crate::text::{self, Lang};
use crate::visible::visible;

/// Where the first and the last label stand, in percent of the width.
const LEFT: usize = 8;
const RIGHT: usize = 95;
/// Where the axis ends and begins, from above.
const TOP: usize = 18;
const BOTTOM: usize = 240;
/// More characters of a label are not drawn.
const LETTERS: usize = 12;
/// So many labels fit on a screen, and so many on a phone.
const ON_SCREEN: usize = 13;
const ON_PHONE: usize = 5;
/// What marks a point: a disc, a square, a triangle, a diamond, a cross.
const POINTS: [&str; 5] = [
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "M-4 -4h8v8h-8z",
    "M0 -5l5 9h-10z",
    "M0 -5l5 5l-5 5l-5 -5z",
    "M-5 -2h3v-3h4v3h3v4h-3v3h-4v-3h-3z",
];

/// Draws lines.
pub(super) fn picture(chart: &Chart, id: String, lang: Lang) -> Picture {
    let axis = Axis::for_chart(chart);
    let mut shapes = grid(&axis, lang);
    shapes.extend(labels(chart, lang));
    for (number, series) in chart.series.iter().enumerate() {
        shapes.extend(line(chart, number, series, &axis, lang));
    }
    let (title, said) = (visible(chart.title.get(lang)), figures_in_words(chart, lang));
    Picture { id, title, said, height: BOTTOM + 28, legend: legend(chart, lang), shapes }
}

fn grid(axis: &Axis, lang: Lang) -> Vec<Shape> {
    let tick = |tick: Exact| {
        let y = height(&axis.share(&tick));
        let class = if tick.is_zero() { "axis" } else { "grid" };
        let end = |x: usize| at(&Exact::from(x), &y);
        let above = at(&Exact::ZERO, &(&y - &Exact::from(4)));
        let text = figure(&tick, lang);
        [
            Shape::Line { class: class.to_owned(), from: end(0), to: end(100) },
            Shape::Words { class: "faint", at: above, aside: 0, text },
        ]
    };
    axis.ticks().into_iter().flat_map(tick).collect()
}

/// How far down a share of the axis stands.
fn height(share: &Exact) -> Exact {
    &Exact::from(BOTTOM) - &(share * &Exact::from(BOTTOM - TOP))
}

/// Where a label stands, in percent of the width.
fn across(place: usize, labels: usize) -> Exact {
    let share = match labels {
        1 => Exact::ratio(1, 2),
        _ => Exact::ratio(place, labels - 1),
    };
    let share = share.unwrap_or(Exact::ZERO);
    &Exact::from(LEFT) + &(&share * &Exact::from(RIGHT - LEFT))
}

/// As many labels as fit; those for a wide page only are marked.
fn labels(chart: &Chart, lang: Lang) -> Vec<Shape> {
    let count = chart.labels.len();
    let often = |room: usize| count.div_ceil(room);
    // What stands on a phone stands on a screen as well.
    let screen = often(ON_SCREEN);
    let phone = often(ON_PHONE).next_multiple_of(screen);
    let shown = chart.labels.iter().enumerate().filter(|(place, _)| place % screen == 0);
    let words = |(place, label)| Shape::Words {
        class: if place % phone == 0 { "middle" } else { "middle wide" },
        at: at(&across(place, count), &Exact::from(BOTTOM + 20)),
        aside: 0,
        text: drawn(label, lang, LETTERS),
    };
    shown.map(words).collect()
}

/// A series: a line between neighbours that both have a figure, and a point for each.
fn line(chart: &Chart, number: usize, series: &Series, axis: &Axis, lang: Lang) -> Vec<Shape> {
    let count = chart.labels.len();
    let values = series.values.iter().take(count).enumerate();
    let places: Vec<Option<At>> = values
        .map(|(place, value)| {
            value.as_ref().map(|value| at(&across(place, count), &height(&axis.share(value))))
        })
        .collect();
    let pairs = places.windows(2).filter_map(|pair| match pair {
        [Some(from), Some(to)] => Some((from.clone(), to.clone())),
        _ => None,
    });
    let class = format!("s{}", number % STYLES);
    let lines = pairs.map(|(from, to)| Shape::Line { class: format!("line {class}"), from, to });
    let points = places.iter().zip(&chart.labels).zip(&series.values);
    let points = points.filter_map(|((place, label), value)| {
        let figure = figure(value.as_ref()?, lang);
        let text = visible(text::last_figure(&series.name, figure, label).get(lang));
        Some(point(&class, number, place.clone()?, text))
    });
    lines.chain(points).collect()
}

fn point(class: &str, number: usize, at: At, text: String) -> Shape {
    Shape::Point { class: class.to_owned(), at, path: POINTS[number % POINTS.len()], text }
}

/// The key, with the last figure of each series.
fn legend(chart: &Chart, lang: Lang) -> Vec<Key> {
    let key = |(number, series): (usize, &Series)| {
        let class = format!("s{}", number % STYLES);
        let middle = Exact::from(6);
        let end = |x: usize| at(&Exact::from(x), &middle);
        let last = series.values.iter().zip(&chart.labels).rev().find_map(|(value, label)| {
            let figure = figure(value.as_ref()?, lang);
            Some(text::last_figure(&series.name, figure, label))
        });
        let text = last.unwrap_or_else(|| series.name.clone());
        let line = Shape::Line { class: format!("line {class}"), from: end(0), to: end(100) };
        let text = visible(text.get(lang));
        Key { shapes: vec![line, point(&class, number, end(50), String::new())], text }
    };
    chart.series.iter().enumerate().map(key).collect()
}
