//! The overview: a row per month, gaps included, and a row per commune.

use super::course::Scale;
use super::{Trending, change, law_change, level_and_voice, listed, outlook};
use crate::analysis::trend::{Line, Step};
use crate::exact::Exact;
use crate::period::Period;
use crate::report::{Cell, Content, Page, Scoring, Table, Tone, column, numeric, two, unbroken};
use crate::text::{self, Text, trend as say};

/// So many names fit into a row's remark.
const FEW_NAMES: usize = 3;
/// The characters of a row that are not its line.
const BESIDE_LINE: usize = 62;
/// The shortest and the longest line.
const LINES: [usize; 2] = [12, 60];

/// What the months came to, and every commune's course.
pub fn overview(trending: &Trending, width: u16) -> Page {
    let (level, voice) = level_and_voice(trending);
    let lines: Vec<&Line> =
        trending.trend.lines.iter().filter(|line| line.reported().next().is_some()).collect();
    let [least, most] = LINES;
    let room = usize::from(width).saturating_sub(BESIDE_LINE).clamp(least, most);
    let scale = Scale::new(trending, &lines, room);
    let mut tables = vec![by_month(trending)];
    let mut notes = Vec::new();
    if let Some(scale) = &scale {
        tables.push(by_commune(trending, &lines, scale));
        notes.push((Tone::Plain, scale.legend(trending)));
    }
    notes.extend(never_reported(trending));
    notes.extend(trending.renamed(lines.iter().copied()));
    notes.extend(outlook::nothing(trending));
    notes.extend(trending.law_notes());
    notes.extend(trending.caveats());
    Page {
        title: say::title(level, trending.span(), voice),
        lead: vec![headline(trending), trending.sets()],
        tables,
        notes,
    }
}

/// From where to where: what the page is read for.
fn headline(trending: &Trending) -> Text {
    let Some((first, last)) = trending.ends() else {
        return match trending.with_results().next() {
            Some(one) => say::one_month(one.period),
            None => say::no_month(),
        };
    };
    let of = |month: &Scoring| {
        let reported = month.summary.communes;
        text::of(reported, reported + month.not_reported.len())
    };
    let criteria =
        |month: &Scoring| (month.summary.criteria_met_mean.clone(), month.common.criteria.len());
    let indicators = |month: &Scoring| {
        (month.summary.indicators_met_mean.clone(), month.common.indicators.len())
    };
    // The total stands once, behind the last figure, where it is always the same.
    let course = |of: &dyn Fn(&Scoring) -> (Option<Exact>, usize)| {
        let figure = |month: &Scoring, whole: bool| {
            let (mean, total) = of(month);
            let mean = mean.unwrap_or(Exact::ZERO);
            if whole { trending.of_mean(&mean, total) } else { say::number(two(&mean)) }
        };
        say::from_to(figure(first, !trending.trend.one_set), figure(last, true))
    };
    say::headline(
        first.period,
        of(first),
        last.period,
        of(last),
        course(&criteria),
        course(&indicators),
        say::from_to(first.summary.achieved, last.summary.achieved),
    )
}

fn by_month(trending: &Trending) -> Table {
    let columns = vec![
        unbroken(say::month()),
        numeric(say::reported()),
        numeric(text::criteria_met()),
        numeric(say::mean()),
        numeric(text::indicators_met()),
        numeric(say::mean()),
        numeric(text::progress()),
        numeric(say::complete()),
        column(say::remark()),
    ];
    let rows = trending.trend.steps.iter().map(|step| match step.month {
        Some(place) => month(trending, step, &trending.months[place]),
        None => gap(step.period, columns.len(), say::no_data()),
    });
    let rows = rows.collect();
    Table { caption: Some(say::by_month()), columns, rows }
}

/// The row of a month of which nothing is known.
pub(super) fn gap(period: Period, columns: usize, why: Text) -> Vec<Cell> {
    let mut row = vec![Cell::same(period)];
    row.resize_with(columns - 1, Cell::default);
    row.push(Cell::words(why).tone(Tone::Doubt));
    row
}

fn month(trending: &Trending, step: &Step, month: &Scoring) -> Vec<Cell> {
    let summary = month.summary;
    let law = month.common;
    let reported = text::of(summary.communes, summary.communes + month.not_reported.len());
    let some = |cell: Cell| if summary.communes > 0 { cell } else { Cell::default() };
    let mean = |mean: &Option<Exact>, total: usize| match mean {
        Some(mean) => Cell::words(trending.of_mean(mean, total)),
        None => Cell::default(),
    };
    let total = |total: usize| some(Cell::number(Exact::from(total), 0));
    let progress = summary.progress_mean.as_ref();
    vec![
        Cell::same(step.period),
        Cell::words(reported),
        total(summary.criteria_met_total),
        mean(&summary.criteria_met_mean, law.criteria.len()),
        total(summary.indicators_met_total),
        mean(&summary.indicators_met_mean, law.indicators.len()),
        progress.map_or_else(Cell::default, |mean| Cell::number(mean.clone(), 2)),
        total(summary.achieved),
        Cell::lines(law_change(&step.change).into_iter().chain(silent(month))).tone(Tone::Doubt),
    ]
}

/// Who has not reported.
fn silent(month: &Scoring) -> Option<Text> {
    let names: Vec<&str> =
        month.not_reported.iter().map(|p| month.roster.communes[*p].name.as_str()).collect();
    match names.len() {
        0 => None,
        count if count <= FEW_NAMES => Some(say::who_not_reported(names.join(", "))),
        count => Some(say::so_many_not_reported(count)),
    }
}

fn by_commune(trending: &Trending, lines: &[&Line], scale: &Scale) -> Table {
    let mut columns = vec![
        unbroken(text::commune()),
        unbroken(say::line()),
        numeric(text::indicators_met()),
        numeric(say::change()),
        numeric(text::criteria_met()),
        column(say::remark()),
    ];
    let mut rows: Vec<Vec<Cell>> = lines.iter().map(|l| commune(trending, l, scale)).collect();
    let silent = |cell: &Cell| matches!(&cell.content, Content::Lines(l) if l.is_empty());
    // Nothing to remark: no column for it.
    if rows.iter().all(|row| row.last().is_some_and(silent)) {
        columns.pop();
        rows.iter_mut().for_each(|row| row.truncate(columns.len()));
    }
    Table { caption: Some(say::by_commune()), columns, rows }
}

fn commune(trending: &Trending, line: &Line, scale: &Scale) -> Vec<Cell> {
    let mut row = vec![Cell::same(trending.name(line)), Cell::words(scale.line(line))];
    let (Some((first_step, first)), Some((last_step, last))) =
        (line.reported().next(), line.reported().next_back())
    else {
        return row;
    };
    let steps = &trending.trend.steps;
    let ends = [trending.with_results().next(), trending.with_results().next_back()];
    let [start, end] = ends.map(|month| month.map(|month| month.period));
    let other = |step: usize, end: Option<Period>| Some(steps[step].period) != end;
    let since = other(first_step, start).then(|| say::first_month(steps[first_step].period));
    let until = other(last_step, end).then(|| say::last_month(steps[last_step].period));
    let changed = match first_step == last_step {
        true => Cell::default(),
        false => change(trending, first.indicators, last.indicators),
    };
    row.extend([
        Cell::words(trending.from_to(first.indicators, last.indicators)),
        changed,
        Cell::words(trending.from_to(first.criteria, last.criteria)),
        Cell::lines(since.into_iter().chain(until)).tone(Tone::Doubt),
    ]);
    row
}

/// Who takes part and has not reported in any month.
fn never_reported(trending: &Trending) -> Option<(Tone, Text)> {
    let lines = trending.trend.lines.iter().filter(|line| line.reported().next().is_none());
    let names: Vec<&str> = lines.map(|line| trending.name(line)).collect();
    let note = || say::never_reported(names.len(), listed(&names));
    (!names.is_empty()).then(|| (Tone::Doubt, note()))
}
