//! A commune's months as a small line. The figures stand beside it: it is never the
//! only sign.

use super::TrendReport;
use crate::analysis::trend::{Line, Met};
use crate::exact::Exact;
use crate::period::Period;
use crate::text::{Figure, Text, trend as say};

/// From the least to the most.
const SIGNS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// Where all are the same.
const FLAT: usize = 3;
/// Where nothing is known.
const GAP: &str = "·";

/// The scale that all lines share.
pub(super) struct Scale {
    low: Exact,
    high: Exact,
    /// The steps that the lines show: the last ones, where there are many.
    steps: std::ops::Range<usize>,
    percent: bool,
}

impl Scale {
    /// A scale from the least to the most that any of the communes met, for lines of at
    /// most `room` signs; `None` where none has reported.
    pub(super) fn new(trend_report: &TrendReport, lines: &[&Line], room: usize) -> Option<Scale> {
        let percent = !trend_report.trend.one_set;
        let count = trend_report.trend.steps.len();
        let steps = count.saturating_sub(room)..count;
        let reported = lines.iter().flat_map(|line| line.reported());
        let shown = reported.filter(|(step, _)| steps.contains(step));
        let figures: Vec<Exact> = shown.map(|(_, r)| figure(r.indicators, percent)).collect();
        let (low, high) = (figures.iter().min()?.clone(), figures.iter().max()?.clone());
        Some(Scale { low, high, steps, percent })
    }

    /// A commune's months.
    pub(super) fn line(&self, line: &Line) -> Text {
        let signs = self.steps.clone().map(|step| {
            let mut reported = line.reported().filter(|(other, _)| *other == step);
            reported.next().map_or(GAP, |(_, reported)| self.sign(reported.indicators))
        });
        Text::same(signs.collect::<String>())
    }

    fn sign(&self, met: Met) -> &'static str {
        let span = &self.high - &self.low;
        if span.is_zero() {
            return SIGNS[FLAT];
        }
        let above = &(&figure(met, self.percent) - &self.low) * &Exact::from(SIGNS.len());
        let reached = |place: &usize| above >= &span * &Exact::from(*place);
        SIGNS[(1..SIGNS.len()).filter(reached).count()]
    }

    /// What the signs mean.
    pub(super) fn legend(&self, trend_report: &TrendReport) -> Text {
        let steps = &trend_report.trend.steps;
        let period = |step: usize| -> Period { steps[step].period };
        let (from, to) = (period(self.steps.start), period(self.steps.end - 1));
        let figure = |number: &Exact| {
            if self.percent {
                crate::text::percent(Figure::new(number, 2))
            } else {
                say::number(Figure::new(number, 2))
            }
        };
        if self.low == self.high {
            say::flat_scale(from, to, figure(&self.low))
        } else {
            say::scale(from, to, figure(&self.low), figure(&self.high))
        }
    }
}

fn figure(met: Met, percent: bool) -> Exact {
    if percent { met.percent() } else { Exact::from(met.met) }
}
