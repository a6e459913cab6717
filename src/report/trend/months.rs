//! The overview: a row per month, gaps included, and a row per commune.

use super::course::Scale;
use super::{TrendReport, change, law_change, level_and_voice, listed, outlook};
use crate::analysis::trend::{Line, Met, Point, Step};
use crate::exact::Exact;
use crate::period::Period;
use crate::report::communes::names_unfilled;
use crate::report::{
    Cell, Column, Content, Page, Room, Scoring, Table, Tone, column, numeric, two, unbroken,
};
use crate::score::Summary;
use crate::text::{self, Text, trend as say};

/// The characters of a row that are not its line.
const BESIDE_LINE: usize = 62;
/// The shortest and the longest line.
const LINES: [usize; 2] = [12, 60];

/// What the months came to, and every commune's course.
pub fn overview(trend_report: &TrendReport, width: u16) -> Page {
    let (level, voice) = level_and_voice(trend_report);
    let lines: Vec<&Line> =
        trend_report.trend.lines.iter().filter(|line| line.reported().next().is_some()).collect();
    let [least, most] = LINES;
    let room = usize::from(width).saturating_sub(BESIDE_LINE).clamp(least, most);
    let scale = Scale::new(trend_report, &lines, room);
    let mut tables = vec![by_month(trend_report)];
    let mut notes = Vec::new();
    if let Some(scale) = &scale {
        tables.push(by_commune(trend_report, &lines, scale));
        notes.push((Tone::Plain, scale.legend(trend_report)));
    }
    notes.extend(unfilled(trend_report));
    notes.extend(not_reported(trend_report));
    notes.extend(never_reported(trend_report));
    notes.extend(trend_report.renamed(lines.iter().copied()));
    notes.extend(outlook::reasons_for_none(trend_report));
    notes.extend(trend_report.law_notes(trend_report.changes()));
    notes.extend(trend_report.caveats());
    Page {
        title: say::title(level, trend_report.span(), voice),
        lead: headline(trend_report).into_iter().chain([trend_report.sets()]).collect(),
        tables,
        notes,
    }
}

/// From where to where: what the page is read for. Means are compared over the communes
/// that have reported in both months; where these are not all, those of each month stand
/// apart with how many they are of.
fn headline(trend_report: &TrendReport) -> Vec<Text> {
    let Some((first, last)) = trend_report.ends() else {
        return vec![match trend_report.with_results().next() {
            Some(one) => say::one_month(one.period),
            None => say::no_month(),
        }];
    };
    let of = |month: &Scoring| {
        let reported = month.summary.communes;
        text::out_of(reported, reported + month.not_reported.len())
    };
    let (first_of, last_of) = (of(first), of(last));
    let same = trend_report.trend.between(first.period, last.period);
    let all = same.communes == first.summary.communes && same.communes == last.summary.communes;
    let Some((from, to)) = same.from.zip(same.to) else {
        let none = say::headline_of_none(first.period, first_of, last.period, last_of);
        return vec![none, means_of_each(first, last)];
    };
    // The total stands once, behind the last figure, where it is always the same.
    let course = |[from, to]: [&Exact; 2], [each, total]: [usize; 2]| {
        say::from_to(trend_report.mean(from, each), trend_report.of_mean(to, total))
    };
    let laws = [first.common, last.common];
    let criteria = course([&from.criteria, &to.criteria], laws.map(|law| law.criteria.len()));
    let indicators =
        course([&from.indicators, &to.indicators], laws.map(|law| law.indicators.len()));
    let complete = say::from_to(from.achieved, to.achieved);
    let one = say::reported_in(first.period, first_of);
    let other = say::reported_in(last.period, last_of);
    if all {
        return vec![say::headline(one, other, criteria, indicators, complete)];
    }
    let same = same.communes;
    let headline = say::headline_of_same(one, other, same, criteria, indicators, complete);
    vec![headline, means_of_each(first, last)]
}

/// The means of two months whose communes are not the same, with how many these are.
fn means_of_each(first: &Scoring, last: &Scoring) -> Text {
    let each = |of: fn(&Summary) -> &Option<Exact>| {
        let [from, to] = [first, last].map(|month| {
            let mean = of(month.summary).as_ref().map(two).map(say::number);
            say::mean_of_so_many(mean.unwrap_or_else(text::missing), month.summary.communes)
        });
        say::from_to(from, to)
    };
    say::means_of_each(
        each(|summary| &summary.means.criteria_met_mean),
        each(|summary| &summary.means.indicators_met_mean),
    )
}

fn by_month(trend_report: &TrendReport) -> Table {
    let (criteria, indicators, caption) = if trend_report.trend.one_set {
        (say::criteria_and_mean(), say::indicators_and_mean(), say::by_month())
    } else {
        (say::criteria_of_all(), say::indicators_of_all(), say::by_month_of_all())
    };
    let columns = vec![
        unbroken(say::month()),
        figures(say::reported()),
        figures(criteria),
        figures(indicators),
        figures(say::progress()),
        figures(say::complete()),
        column(say::remark()),
    ];
    let rows = trend_report.trend.steps.iter().map(|step| match step.month {
        Some(place) => month(trend_report, step, &trend_report.months[place]),
        None => gap(step.period, columns.len(), say::no_data()),
    });
    let rows = rows.collect();
    Table { caption: Some(caption), columns, rows }
}

/// Figures that are never broken: the remark takes the room that is left.
fn figures(head: Text) -> Column {
    Column { room: Room::Unbroken, ..numeric(head) }
}

/// The row of a month of which nothing is known.
pub(super) fn gap(period: Period, columns: usize, why: Text) -> Vec<Cell> {
    let mut row = vec![Cell::same(period)];
    row.resize_with(columns - 1, Cell::default);
    row.push(Cell::words(why).tone(Tone::Doubt));
    row
}

fn month(trend_report: &TrendReport, step: &Step, month: &Scoring) -> Vec<Cell> {
    let summary = month.summary;
    let law = month.common;
    let reported = text::out_of(summary.communes, summary.communes + month.not_reported.len());
    // With nobody's report nothing is known: no total, not even zero.
    let total = |total: usize, mean: &Option<Exact>, each: usize| match mean {
        Some(mean) if trend_report.trend.one_set => {
            Cell::words(text::with_brackets(total, two(mean)))
        }
        // Under sets of their own the months are compared by percentage.
        Some(_) => Cell::words(of_all(Met { met: total, total: each * summary.communes })),
        None => Cell::default(),
    };
    let achieved = Cell::number(Exact::from(summary.achieved), 0);
    let progress = summary.means.progress_mean.as_ref();
    let remarks: Vec<Text> =
        count_not_reported(month).into_iter().chain(law_change(&step.change)).collect();
    vec![
        Cell::same(step.period),
        Cell::words(reported),
        total(
            summary.means.criteria_met_total,
            &summary.means.criteria_met_mean,
            law.criteria.len(),
        ),
        total(
            summary.means.indicators_met_total,
            &summary.means.indicators_met_mean,
            law.indicators.len(),
        ),
        progress.map_or_else(Cell::default, |mean| Cell::number(mean.clone(), 2)),
        if summary.communes > 0 { achieved } else { Cell::default() },
        Cell::words(Text::join(&remarks, "; ")).tone(Tone::Doubt),
    ]
}

/// What is met of all that could be, and in percent.
fn of_all(met: Met) -> Text {
    say::number_and_percent(text::out_of(met.met, met.total), two(&met.percent()))
}

/// How many have not reported.
fn count_not_reported(month: &Scoring) -> Option<Text> {
    let count = month.not_reported.len();
    (count > 0).then(|| say::so_many_not_reported(count))
}

/// Whose forms had no value, by months.
fn unfilled(trend_report: &TrendReport) -> Option<(Tone, Text)> {
    let months = trend_report.with_results().filter_map(|month| {
        let names = names_unfilled(month);
        (!names.is_empty()).then(|| text::side_by_side(month.period, listed(&names)))
    });
    let list = Text::join(&months.collect::<Vec<_>>(), "; ");
    (list != Text::default()).then(|| (Tone::Bad, say::who_unfilled(list)))
}

/// Who has not reported in a month, but in another.
fn not_reported(trend_report: &TrendReport) -> Option<(Tone, Text)> {
    let sometimes =
        || trend_report.trend.lines.iter().filter(|line| line.reported().next().is_some());
    let months = trend_report.trend.steps.iter().enumerate().filter_map(|(place, step)| {
        let silent = sometimes().filter(|line| line.points[place] == Some(Point::NotReported));
        let names: Vec<&str> = silent.map(|line| trend_report.name(line)).collect();
        (!names.is_empty()).then(|| text::side_by_side(step.period, listed(&names)))
    });
    let list = Text::join(&months.collect::<Vec<_>>(), "; ");
    (list != Text::default()).then(|| (Tone::Doubt, say::who_not_reported(list)))
}

fn by_commune(trend_report: &TrendReport, lines: &[&Line], scale: &Scale) -> Table {
    let mut columns = vec![
        unbroken(text::commune()),
        unbroken(say::line()),
        numeric(text::indicators_met()),
        numeric(say::change()),
        numeric(text::criteria_met()),
        column(say::remark()),
    ];
    let mut rows: Vec<Vec<Cell>> = lines.iter().map(|l| commune(trend_report, l, scale)).collect();
    let silent = |cell: &Cell| matches!(&cell.content, Content::Lines(l) if l.is_empty());
    // Nothing to remark: no column for it.
    if rows.iter().all(|row| row.last().is_some_and(silent)) {
        columns.pop();
        rows.iter_mut().for_each(|row| row.truncate(columns.len()));
    }
    Table { caption: Some(say::by_commune()), columns, rows }
}

fn commune(trend_report: &TrendReport, line: &Line, scale: &Scale) -> Vec<Cell> {
    let mut row = vec![Cell::same(trend_report.name(line)), Cell::words(scale.line(line))];
    let (Some((first_step, first)), Some((last_step, last))) =
        (line.reported().next(), line.reported().next_back())
    else {
        return row;
    };
    let steps = &trend_report.trend.steps;
    let ends = [trend_report.with_results().next(), trend_report.with_results().next_back()];
    let [start, end] = ends.map(|month| month.map(|month| month.period));
    let other = |step: usize, end: Option<Period>| Some(steps[step].period) != end;
    let since = other(first_step, start).then(|| say::first_month(steps[first_step].period));
    let until = other(last_step, end).then(|| say::last_month(steps[last_step].period));
    let changed = if first_step == last_step {
        Cell::default()
    } else {
        change(trend_report, first.indicators, last.indicators)
    };
    row.extend([
        Cell::words(trend_report.course(line, |reported| reported.indicators)),
        changed,
        Cell::words(trend_report.course(line, |reported| reported.criteria)),
        Cell::lines(since.into_iter().chain(until)).tone(Tone::Doubt),
    ]);
    row
}

/// Who takes part and has not reported in any month.
fn never_reported(trend_report: &TrendReport) -> Option<(Tone, Text)> {
    let lines = trend_report.trend.lines.iter().filter(|line| line.reported().next().is_none());
    let names: Vec<&str> = lines.map(|line| trend_report.name(line)).collect();
    let note = || say::never_reported(names.len(), listed(&names));
    (!names.is_empty()).then(|| (Tone::Doubt, note()))
}
