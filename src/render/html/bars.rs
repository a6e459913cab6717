//! Bars: a label with its bars, each with its figure at its end.

use super::picture::{
    Axis, Key, Picture, STYLES, Shape, at, drawn, figure, figure_or_none, figures_in_words,
};
use crate::exact::Exact;
use crate::report::document::{Chart, Series};
use crate::text::Lang;
use crate::visible::visible;

/// Where a full bar ends, in percent of the width: its figure stands beside it.
const END: usize = 86;
/// Where bars begin if every label fits beside them, and what fits.
const BESIDE: usize = 26;
const FITTING: usize = 12;
/// Heights of a label above, a bar and the space below.
const LABEL: usize = 18;
const BAR: usize = 14;
const SPACE: usize = 8;
/// From a bar's upper edge to the foot of the letters in it.
const FOOT: usize = 11;
/// More characters of a label are not drawn.
const LETTERS: usize = 40;

/// Draws bars.
pub(super) fn picture(chart: &Chart, id: String, lang: Lang) -> Picture {
    let labels: Vec<String> =
        chart.labels.iter().map(|label| drawn(label, lang, LETTERS)).collect();
    let beside = labels.iter().all(|label| label.chars().count() <= FITTING);
    let bars = Bars { axis: Axis::for_chart(chart), start: if beside { BESIDE } else { 0 }, lang };
    let mut shapes = Vec::new();
    let mut y = 0;
    for (place, label) in labels.into_iter().enumerate() {
        y += if beside { 0 } else { LABEL };
        let foot = if beside { y + FOOT } else { y - SPACE / 2 };
        shapes.push(words_at("", 0, foot, label));
        for (number, series) in chart.series.iter().enumerate() {
            let value = series.values.get(place).and_then(Option::as_ref);
            shapes.extend(bars.bar(value, number, y));
            y += BAR + 2;
        }
        y += SPACE;
    }
    shapes.extend(bars.scale(y));
    let (title, said) = (visible(chart.title.get(lang)), figures_in_words(chart, lang));
    Picture { id, title, said, height: y + LABEL, legend: legend(chart, lang), shapes }
}

/// What all bars of a picture share.
struct Bars {
    axis: Axis,
    /// Where they begin, in percent of the width.
    start: usize,
    lang: Lang,
}

impl Bars {
    /// A bar before its track, with its figure; only words where there is no figure.
    fn bar(&self, value: Option<&Exact>, series: usize, y: usize) -> Vec<Shape> {
        let (room, text) = (Exact::from(END - self.start), figure_or_none(value, self.lang));
        let Some(value) = value else {
            return vec![words_at("faint", self.start, y + FOOT, text)];
        };
        let width = &self.axis.share(value) * &room;
        let end = at(&(&Exact::from(self.start) + &width), &Exact::from(y + FOOT));
        let start = at(&Exact::from(self.start), &Exact::from(y));
        let rect = |class: String, width: &Exact| Shape::Bar {
            class,
            at: start.clone(),
            width: width.rounded(2),
            height: BAR,
        };
        vec![
            rect("track".to_owned(), &room),
            rect(format!("s{}", series % STYLES), &width),
            Shape::Words { class: "figure", at: end, aside: 6, text },
        ]
    }

    /// Nothing and the most that there can be, below.
    fn scale(&self, y: usize) -> [Shape; 2] {
        let (none, most) = (figure(&Exact::ZERO, self.lang), figure(&self.axis.most, self.lang));
        [
            words_at("faint", self.start, y + LABEL / 2, none),
            words_at("faint end", END, y + LABEL / 2, most),
        ]
    }
}

fn words_at(class: &'static str, x: usize, y: usize, text: String) -> Shape {
    Shape::Words { class, at: at(&Exact::from(x), &Exact::from(y)), aside: 0, text }
}

/// A key, where there is more than one series.
fn legend(chart: &Chart, lang: Lang) -> Vec<Key> {
    let series = chart.series.iter().enumerate().filter(|_| chart.series.len() > 1);
    let key = |(number, series): (usize, &Series)| Key {
        shapes: vec![Shape::Bar {
            class: format!("s{}", number % STYLES),
            at: at(&Exact::ZERO, &Exact::from(1)),
            width: "100".to_owned(),
            height: 10,
        }],
        text: visible(series.name.get(lang)),
    };
    series.map(key).collect()
}
