//! Where the last months lead: a page of its own, apart from results.

use super::{TrendReport, causes, listed};
use crate::analysis::trend::{Expected, Line, MOST_MONTHS, Why};
use crate::exact::Exact;
use crate::report::{Cell, Page, Table, Tone, column, numeric, unbroken};
use crate::text::{self, Figure, Text, trend as say};

/// The months go on as the last ones; `None` where nothing can be said of any commune.
pub fn outlook(trend_report: &TrendReport) -> Option<Page> {
    let outlook = &trend_report.trend.outlook;
    outlook.total.as_ref()?;
    let columns = vec![
        unbroken(text::commune()),
        numeric(say::expected_criteria()),
        numeric(say::expected_indicators()),
        column(say::expected_from()),
    ];
    let pairs = trend_report.trend.lines.iter().zip(&outlook.lines);
    let known = pairs.filter_map(|(line, expected)| Some((line, expected.as_ref().ok()?)));
    let rows = known.map(|(line, expected)| row(trend_report, line, expected)).collect();
    Some(Page {
        title: say::outlook_title(outlook.period),
        lead: vec![say::outlook_how(MOST_MONTHS)],
        tables: vec![Table { caption: None, columns, rows }],
        notes: notes(trend_report),
    })
}

/// Why nothing can be said, for the page of results.
pub(super) fn reasons_for_none(trend_report: &TrendReport) -> Option<(Tone, Text)> {
    let outlook = &trend_report.trend.outlook;
    let reasons = trend_report.reasons().into_iter().map(|(why, _)| reason(why));
    let reasons = Text::join(&reasons.collect::<Vec<_>>(), "; ");
    let said = || (Tone::Doubt, say::without_anybody(outlook.period, reasons));
    outlook.total.is_none().then(said)
}

fn row(trend_report: &TrendReport, line: &Line, expected: &Expected) -> Vec<Cell> {
    let steps = &trend_report.trend.steps;
    let from = expected.from.iter().map(|step| steps[*step].period.to_string());
    vec![
        Cell::same(trend_report.name(line)),
        Cell::words(about(&expected.criteria, expected.criteria_total)),
        Cell::words(about(&expected.indicators, expected.indicators_total)),
        Cell::same(from.collect::<Vec<_>>().join(", ")),
    ]
}

/// A straight line is not known to the hundredth of a criterion.
fn about(number: &Exact, total: usize) -> Text {
    say::about_of(Figure::new(number, 1), total)
}

fn notes(trend_report: &TrendReport) -> Vec<(Tone, Text)> {
    let outlook = &trend_report.trend.outlook;
    let mut notes = Vec::new();
    // Of one commune its row says all there is.
    if let Some(total) = outlook.total.as_ref().filter(|total| total.communes > 1) {
        let all = |sum: &Exact, each: usize| about(sum, each * total.communes);
        let mean = |sum: &Exact, each: usize| about(&total.mean(sum), each);
        let (criteria, indicators) = (total.criteria_total, total.indicators_total);
        notes.push((
            Tone::Strong,
            say::outlook_total(
                total.communes,
                all(&total.criteria, criteria),
                all(&total.indicators, indicators),
                mean(&total.criteria, criteria),
                mean(&total.indicators, indicators),
            ),
        ));
    }
    for (why, names) in trend_report.reasons() {
        notes.push((Tone::Doubt, say::without(names.len(), reason(why), listed(&names))));
    }
    if let Some(causes) = causes(&outlook.change) {
        notes.push((Tone::Doubt, say::changes_by_then(outlook.period, causes)));
    }
    let on_the_way = outlook.lines.iter().flatten().filter(|line| line.changed_on_the_way).count();
    if on_the_way > 0 {
        notes.push((Tone::Doubt, say::changed_on_the_way(on_the_way)));
    }
    notes
}

fn reason(why: Why) -> Text {
    match why {
        Why::NoData => say::why_no_data(),
        Why::OneMonth => say::why_one_month(),
        Why::SetChanges => say::why_set_changes(),
        Why::NoSet => say::why_no_set(),
        Why::NotTakingPart => say::why_not_taking_part(),
    }
}
