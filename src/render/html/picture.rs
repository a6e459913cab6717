//! What every picture of figures has: shapes placed by shares of the width, so that
//! letters keep their size on a phone and on paper, a key, and the figures in words.

use crate::exact::Exact;
use crate::report::document::{Chart, Series};
use crate::text::{self, Figure, Lang, Text, Words};
use crate::visible::visible;

/// The decimals of a figure in a picture.
const DECIMALS: u32 = 2;
/// So many series have a colour of their own.
pub(super) const STYLES: usize = 6;

/// A picture as the template takes it.
pub(super) struct Picture {
    pub(super) id: String,
    pub(super) title: String,
    /// The figures in words.
    pub(super) said: String,
    pub(super) height: usize,
    pub(super) legend: Vec<Key>,
    pub(super) shapes: Vec<Shape>,
}

/// What a series looks like.
pub(super) struct Key {
    pub(super) shapes: Vec<Shape>,
    pub(super) text: String,
}

/// A place: percent of the width, and how far down.
#[derive(Clone)]
pub(super) struct At {
    pub(super) x: String,
    pub(super) y: String,
}

/// What is drawn.
pub(super) enum Shape {
    Bar { class: String, at: At, width: String, height: usize },
    Line { class: String, from: At, to: At },
    Words { class: &'static str, at: At, aside: i32, text: String },
    Point { class: String, at: At, path: &'static str, text: String },
}

/// A place.
pub(super) fn at(x: &Exact, y: &Exact) -> At {
    At { x: x.rounded(2), y: y.rounded(2) }
}

/// A figure as the page shows it.
pub(super) fn figure(number: &Exact, lang: Lang) -> String {
    Figure::new(number, DECIMALS).words(lang)
}

/// The figure, or that there is none.
pub(super) fn figure_or_none(value: Option<&Exact>, lang: Lang) -> String {
    match value {
        Some(number) => figure(number, lang),
        None => text::missing().get(lang).to_owned(),
    }
}

/// Every figure in words, for those who do not see the picture.
pub(super) fn figures_in_words(chart: &Chart, lang: Lang) -> String {
    let series = |series: &Series| {
        let pairs = chart.labels.iter().zip(&series.values);
        let figures = pairs.map(|(label, value)| {
            text::labelled(label, figure_or_none(value.as_ref(), lang)).get(lang).to_owned()
        });
        let figures: Vec<String> = figures.collect();
        visible(text::figures_of(&series.name, figures.join("; ")).get(lang))
    };
    let all: Vec<String> = chart.series.iter().map(series).collect();
    all.join(" ")
}

/// A label as it is drawn.
pub(super) fn drawn(label: &Text, lang: Lang, most: usize) -> String {
    super::plain::shortened(&visible(label.get(lang)), most)
}

/// An axis that begins at nothing.
pub(super) struct Axis {
    /// Where it ends.
    pub(super) most: Exact,
}

impl Axis {
    /// The axis that a chart fixes, or one that its figures fit on.
    pub(super) fn for_chart(chart: &Chart) -> Axis {
        let figures = chart.series.iter().flat_map(|series| series.values.iter().flatten());
        let greatest = figures.max().cloned().unwrap_or(Exact::ZERO);
        let most = match &chart.most {
            Some(most) if *most > Exact::ZERO => most.clone(),
            _ => round_numbers().find(|round| *round >= greatest).unwrap_or(greatest),
        };
        Axis { most }
    }

    /// Where a figure stands, from 0 to 1.
    pub(super) fn share(&self, figure: &Exact) -> Exact {
        let share = figure.checked_div(&self.most).unwrap_or(Exact::ZERO);
        share.clamp(Exact::ZERO, Exact::from(1))
    }

    /// Round figures along it, few enough to be read; its end is always one.
    pub(super) fn ticks(&self) -> Vec<Exact> {
        const STEPS: usize = 5;
        let fits = |step: &Exact| step * &Exact::from(STEPS) >= self.most;
        let step = round_numbers().find(fits).unwrap_or_else(|| self.most.clone());
        let room = &self.most - &half(&step);
        let steps = std::iter::successors(Some(Exact::ZERO), |last| Some(last + &step));
        let mut ticks: Vec<Exact> =
            steps.take(STEPS).take_while(|tick| tick.is_zero() || *tick <= room).collect();
        ticks.push(self.most.clone());
        ticks
    }
}

fn half(number: &Exact) -> Exact {
    number.checked_div(&Exact::from(2)).unwrap_or(Exact::ZERO)
}

/// 1, 2, 5, 10, 20, 50, …
fn round_numbers() -> impl Iterator<Item = Exact> {
    let tens = std::iter::successors(Some(Exact::from(1)), |ten| Some(ten * &Exact::from(10)));
    tens.flat_map(|ten| [1, 2, 5].map(|digit: usize| &ten * &Exact::from(digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(most: &str) -> Vec<String> {
        let axis = Axis { most: Exact::parse(most).unwrap() };
        axis.ticks().iter().map(|tick| tick.rounded(2)).collect()
    }

    #[test]
    fn ticks_are_round_and_end_where_the_axis_does() {
        assert_eq!(ticks("19"), ["0", "5", "10", "15", "19"]);
        assert_eq!(ticks("57"), ["0", "20", "40", "57"]);
        assert_eq!(ticks("100"), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(ticks("0.4"), ["0", "0.4"]);
        assert_eq!(ticks("1"), ["0", "1"]);
    }
}
