//! One commune's months in full.

use super::course::Scale;
use super::months::gap;
use super::{TrendReport, change, level_and_voice, outlook, shift};
use crate::analysis::trend::{LawChange, Line, Point, Reported, moves};
use crate::law::Heading;
use crate::report::{Cell, Page, Table, Tone, numeric, unbroken, wide};
use crate::text::{self, Text, trend as say};

/// The longest line of signs.
const MOST_SIGNS: usize = 36;

/// The months of one commune.
pub fn commune(trend_report: &TrendReport, line: &Line) -> Page {
    let (level, voice) = level_and_voice(trend_report);
    // One scale for all selected communes, each on a page of its own.
    let lines: Vec<&Line> = trend_report.trend.lines.iter().collect();
    let scale = Scale::new(trend_report, &lines, MOST_SIGNS);
    let mut notes: Vec<(Tone, Text)> = Vec::new();
    notes.extend(scale.as_ref().map(|scale| (Tone::Plain, scale.legend(trend_report))));
    notes.extend(trend_report.renamed(std::iter::once(line)));
    notes.extend(outlook::reasons_for_none(trend_report));
    let changes = line.shifts.iter().map(LawChange::of_one).enumerate();
    notes.extend(trend_report.law_notes(changes));
    notes.extend(trend_report.caveats());
    let (name, span) = (text::commune_named(trend_report.name(line)), trend_report.span());
    Page {
        title: say::commune_title(name, &line.code, level, span, voice),
        lead: vec![headline(trend_report, line, scale.as_ref()), trend_report.sets()],
        tables: vec![table(trend_report, line)],
        notes,
    }
}

fn headline(trend_report: &TrendReport, line: &Line, scale: Option<&Scale>) -> Text {
    let steps = &trend_report.trend.steps;
    match (line.reported().next(), line.reported().next_back()) {
        (Some((from, first)), Some((to, last))) if from != to => say::commune_headline(
            steps[from].period,
            steps[to].period,
            say::from_to(
                trend_report.of_total(first.criteria),
                trend_report.of_total(last.criteria),
            ),
            say::from_to(
                trend_report.of_total(first.indicators),
                trend_report.of_total(last.indicators),
            ),
            scale.map(|scale| scale.line(line)).unwrap_or_default(),
        ),
        (Some((only, _)), _) => say::one_month(steps[only].period),
        _ => say::no_month(),
    }
}

fn table(trend_report: &TrendReport, line: &Line) -> Table {
    let columns = vec![
        unbroken(say::month()),
        numeric(text::criteria_met()),
        numeric(text::indicators_met()),
        numeric(say::change()),
        numeric(text::progress()),
        wide(say::came_and_went()),
    ];
    let steps = trend_report.trend.steps.iter().zip(&line.points).enumerate();
    let rows = steps.filter_map(|(place, (step, point))| match point.as_ref()? {
        Point::NoData => Some(gap(step.period, columns.len(), say::no_data())),
        Point::NotReported => Some(gap(step.period, columns.len(), say::not_reported())),
        Point::Reported(reported) => Some(month(trend_report, (line, place), reported)),
    });
    let rows = rows.collect();
    Table { caption: None, columns, rows }
}

fn month(trend_report: &TrendReport, (line, step): (&Line, usize), now: &Reported) -> Vec<Cell> {
    let before = line.before(step);
    let moved = before.map(|before| change(trend_report, before.indicators, now.indicators));
    let law = shift(&line.shifts[step]);
    let moves = before.map(|before| came_and_went(trend_report, before, now)).unwrap_or_default();
    let lost = moves.iter().any(|(tone, _)| *tone == Tone::Bad);
    let lines = law.into_iter().chain(moves.into_iter().map(|(_, words)| words));
    vec![
        Cell::same(trend_report.trend.steps[step].period),
        Cell::words(trend_report.of_total(now.criteria)),
        Cell::words(trend_report.of_total(now.indicators)),
        moved.unwrap_or_default(),
        Cell::number(trend_report.tally(now).progress.clone(), 2),
        Cell::lines(lines).tone(if lost { Tone::Bad } else { Tone::Plain }),
    ]
}

/// Criteria lost, first, for they endanger a title, and those newly met.
fn came_and_went(
    trend_report: &TrendReport,
    before: &Reported,
    now: &Reported,
) -> Vec<(Tone, Text)> {
    let (before, now) = (trend_report.tally(before), trend_report.tally(now));
    let Some(moves) = moves(before, now) else {
        return Vec::new();
    };
    let name = |place: &usize| {
        let Heading { no, name, .. } = &now.law.criteria[*place];
        Text::same(format_args!("{no} {name}"))
    };
    let lost = moves.lost.iter().map(|place| (Tone::Bad, say::lost(name(place))));
    let met = moves.completed.iter().map(|place| (Tone::Good, say::newly_met(name(place))));
    lost.chain(met).collect()
}
