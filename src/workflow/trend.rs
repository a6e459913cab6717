//! `ntm trend`: months side by side, and where the last ones lead.

use std::io::{self, Write};

use super::{Judged, Session, select};
use crate::analysis::trend::{self, Month, Series, Trend};
use crate::distinct::push_once;
use crate::law::{IndicatorId, Resolved};
use crate::period::Period;
use crate::problem::Stop;
use crate::render;
use crate::render::output::{Output, PageFormat, WithRows};
use crate::report::document::Document;
use crate::report::trend::{self as report, TrendReport};
use crate::report::{Page, Scoring};
use crate::text::{self, trend as say};

/// What is asked of months.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Communes by name or code; none for all.
    pub communes: Vec<String>,
    /// Indicators by number; none for the overview.
    pub indicators: Vec<String>,
    /// The month that must be there.
    pub period: Option<Period>,
    /// The month that is looked ahead to; none for the one after the last.
    pub until: Option<Period>,
}

/// What is asked, as the months have it.
#[derive(Debug)]
pub struct Asked {
    months: Vec<(Period, Resolved)>,
    until: Period,
    chosen: Vec<usize>,
    indicators: Vec<IndicatorId>,
}

impl Asked {
    /// Finds the law of each month, and what is named.
    ///
    /// # Errors
    /// When a month has no law, or something that is named is unknown.
    pub fn new(session: &Session, options: &Options) -> Result<Asked, Stop> {
        let periods = session.periods()?;
        let laws = laws(session, periods)?;
        let until = until(options.until, periods)?;
        let chosen = select::communes_of_periods(&options.communes, session.roster(), periods)?;
        let indicators = indicators(&options.indicators, &laws, periods)?;
        let months = periods.iter().copied().zip(laws).collect();
        Ok(Asked { months, until, chosen, indicators })
    }

    /// Judges every month.
    ///
    /// # Errors
    /// When the month that must be there is not.
    pub fn judge(&mut self, session: &mut Session, options: &Options) -> Result<Vec<Judged>, Stop> {
        has_data(session, options.period)?;
        let months = std::mem::take(&mut self.months).into_iter();
        Ok(months.map(|(period, law)| session.judge(period, law, &self.chosen)).collect())
    }
}

/// What the months give, without results that were not judged.
pub(super) fn series(
    session: &Session,
    months: &[Scoring],
    chosen: &[usize],
    until: Period,
) -> Trend {
    let months: Vec<Month> = months
        .iter()
        .map(|month| Month { period: month.period, common: month.common, tallies: month.tallies })
        .collect();
    let (roster, library) = (session.roster(), session.library());
    trend::trend(&Series { months: &months, roster, chosen, library, until })
}

/// Months side by side.
pub struct Course<'a> {
    months: Vec<Scoring<'a>>,
    trend: Trend,
    asked: &'a Asked,
}

impl<'a> Course<'a> {
    /// What follows from the months.
    pub fn new(session: &'a Session, judged: &'a [Judged], asked: &'a Asked) -> Course<'a> {
        let months: Vec<Scoring> = judged.iter().map(|month| month.scoring(session)).collect();
        let trend = series(session, &months, &asked.chosen, asked.until);
        Course { months, trend, asked }
    }

    fn trend_report(&self) -> TrendReport<'_> {
        TrendReport { months: &self.months, trend: &self.trend }
    }
}

impl Output for Course<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, width: u16) -> Document {
        let pages = pages(&self.trend_report(), self.asked, width);
        let last = self.months.last().map(|month| month.period);
        let sheets = pages.into_iter().map(|page| (page.title.clone(), page));
        Document::of_pages(None, last, sheets)
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => {
                render::json::trend(&self.trend_report(), &self.asked.indicators, out)
            }
            WithRows::Csv => render::csv::trend(&self.trend_report(), &self.asked.indicators, out),
        }
    }
}

/// A page per indicator, or per commune, or the overview; where the months lead comes
/// last, on a page of its own.
fn pages(
    trend_report: &TrendReport,
    Asked { chosen, indicators, .. }: &Asked,
    width: u16,
) -> Vec<Page> {
    if !indicators.is_empty() {
        return indicators.iter().map(|id| report::indicator(trend_report, *id, width)).collect();
    }
    let mut pages: Vec<Page> = if chosen.is_empty() {
        vec![report::overview(trend_report, width)]
    } else {
        trend_report.trend.lines.iter().map(|line| report::commune(trend_report, line)).collect()
    };
    pages.extend(report::outlook(trend_report));
    pages
}

/// The law of each month; every month without a set is told.
fn laws(session: &Session, periods: &[Period]) -> Result<Vec<Resolved>, Stop> {
    let laws: Vec<Result<Resolved, Stop>> = periods.iter().map(|p| session.common(*p)).collect();
    let lacking = periods.iter().zip(&laws).filter(|(_, law)| law.is_err());
    let lacking: Vec<String> = lacking.map(|(period, _)| period.to_string()).collect();
    if lacking.is_empty() {
        return laws.into_iter().collect();
    }
    let message = text::no_set_of_level(session.question().level, lacking.join(", "));
    Err(Stop::usage(message, text::see_sets()))
}

/// The month that is looked ahead to: the next, unless another later one is asked for.
fn until(asked: Option<Period>, periods: &[Period]) -> Result<Period, Stop> {
    // There is at least one period.
    let last = periods[periods.len() - 1];
    let next = last.after().unwrap_or(last);
    match asked.unwrap_or(next) {
        until if until > last || asked.is_none() => Ok(until),
        until => Err(Stop::usage(say::until_not_after(until, last), say::choose_until(next))),
    }
}

/// The indicators that any month's set has, the last one's first.
fn indicators(
    names: &[String],
    laws: &[Resolved],
    periods: &[Period],
) -> Result<Vec<IndicatorId>, Stop> {
    let mut ids: Vec<IndicatorId> = Vec::new();
    for name in names {
        let one = std::slice::from_ref(name);
        let found = laws.iter().zip(periods).rev().map(|(law, period)| {
            let places = select::indicators(one, law, *period)?;
            Ok(places.iter().map(|place| law.indicators[*place].id).collect::<Vec<_>>())
        });
        let all: Vec<Result<Vec<IndicatorId>, Stop>> = found.collect();
        let place = all.iter().position(Result::is_ok).unwrap_or(0);
        for id in all.into_iter().nth(place).unwrap_or_else(|| Ok(Vec::new()))? {
            push_once(&mut ids, id);
        }
    }
    Ok(ids)
}

/// A month that was asked for by name must be there.
fn has_data(session: &Session, asked: Option<Period>) -> Result<(), Stop> {
    match asked.filter(|period| !session.has_data(*period)) {
        Some(period) => Err(Stop::usage(say::no_data_in(period), say::see_other_months())),
        None => Ok(()),
    }
}
