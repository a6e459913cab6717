//! `ntm trend`: months side by side, and where the last ones lead.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use ntm::analysis::trend::{self, Month, Series};
use ntm::law::{IndicatorId, Resolved};
use ntm::period::Period;
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::report::document::Document;
use ntm::report::trend::{self as report, Trending};
use ntm::report::{Page, Scoring};
use ntm::text::trend as say;
use ntm::{render, text};

use crate::args::{DataArgs, TrendArgs};
use crate::judged::{How, Judged, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{PageStyle, Targets};
use crate::{chosen, input, office, paths, taken};

pub(crate) fn run(args: &TrendArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    each_month_once(&args.data)?;
    let how = How { months: true, ..How::default() };
    let mut read = Read::open(&args.data, &args.judge, &targets, how)?;
    let periods = read.periods()?.to_vec();
    let laws = laws(&read, &periods, args)?;
    let until = until(args.until, &periods)?;
    let chosen = chosen::through(&args.commune, read.roster(), &periods)?;
    let indicators = indicators(&args.indicator, &laws, &periods)?;
    read.refuse_faults()?;
    has_data(&read, args.data.period)?;
    let months = periods.iter().zip(laws);
    let judged: Vec<Judged> =
        months.map(|(period, law)| read.judge(*period, law, &chosen)).collect();
    let scorings: Vec<Scoring> = judged.iter().map(|month| month.scoring(&read)).collect();
    let months: Vec<Month> = judged.iter().map(month).collect();
    let (roster, library) = (read.roster(), read.library());
    let series = Series { months: &months, roster, chosen: &chosen, library, until };
    let trend = trend::trend(&series);
    let trending = Trending { months: &scorings, trend: &trend };
    let targets = office::sign(targets, &read.input.rosters)?;
    targets.give(&Course { trending: &trending, args, indicators: &indicators }, style)?;
    Ok(Outcome::Done)
}

/// Months side by side.
struct Course<'a> {
    trending: &'a Trending<'a>,
    args: &'a TrendArgs,
    indicators: &'a [IndicatorId],
}

impl Output for Course<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, width: u16) -> Document {
        let pages = pages(self.trending, self.args, self.indicators, width);
        let last = self.trending.months.last().map(|month| month.period);
        let sheets = pages.into_iter().map(|page| (page.title.clone(), page));
        Document::of_pages(None, last, sheets)
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::trend(self.trending, self.indicators, out),
            WithRows::Csv => render::csv::trend(self.trending, self.indicators, out),
        }
    }
}

fn month(judged: &Judged) -> Month<'_> {
    Month { period: judged.period, common: &judged.common, tallies: &judged.tallies }
}

/// A page per indicator, or per commune, or the overview; where the months lead comes
/// last, on a page of its own.
fn pages(
    trending: &Trending,
    args: &TrendArgs,
    indicators: &[IndicatorId],
    width: u16,
) -> Vec<Page> {
    if !indicators.is_empty() {
        return indicators.iter().map(|id| report::indicator(trending, *id, width)).collect();
    }
    let mut pages: Vec<Page> = match args.commune.is_empty() {
        true => vec![report::overview(trending, width)],
        false => trending.trend.lines.iter().map(|line| report::commune(trending, line)).collect(),
    };
    pages.extend(report::outlook(trending));
    pages
}

/// Refuses a folder that is named twice, and two folders of one month beside the same
/// roster: which of them is to count cannot be known.
fn each_month_once(data: &DataArgs) -> Result<(), Stop> {
    let mut folders: BTreeMap<(PathBuf, Option<Period>), PathBuf> = BTreeMap::new();
    let mut months: BTreeMap<(Period, Option<PathBuf>), PathBuf> = BTreeMap::new();
    for path in &data.paths {
        for (folder, period) in taken::data_folders(path)? {
            let same = paths::real(&folder);
            let again = folders.insert((same, period), folder.clone());
            let roster = || input::nearest_roster(&folder).filter(|_| data.communes.is_none());
            let twice = period.and_then(|period| {
                let other = months.insert((period, roster()), folder.clone())?;
                Some(say::month_twice(period, other.display(), folder.display()))
            });
            let again = again.map(|other| say::folder_twice(other.display(), folder.display()));
            if let Some(message) = twice.or(again) {
                return Err(Stop::usage(message, say::name_once()));
            }
        }
    }
    Ok(())
}

/// The law of each month; every month without a set is told.
fn laws(read: &Read, periods: &[Period], args: &TrendArgs) -> Result<Vec<Resolved>, Stop> {
    let laws: Vec<Result<Resolved, Stop>> = periods.iter().map(|p| read.common(*p)).collect();
    let lacking = periods.iter().zip(&laws).filter(|(_, law)| law.is_err());
    let lacking: Vec<String> = lacking.map(|(period, _)| period.to_string()).collect();
    if lacking.is_empty() {
        return laws.into_iter().collect();
    }
    let message = text::no_set_of_level(args.judge.level, lacking.join(", "));
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
            let places = chosen::indicators(one, law, *period)?;
            Ok(places.iter().map(|place| law.indicators[*place].id).collect::<Vec<_>>())
        });
        let all: Vec<Result<Vec<IndicatorId>, Stop>> = found.collect();
        let place = all.iter().position(Result::is_ok).unwrap_or(0);
        for id in all.into_iter().nth(place).unwrap_or_else(|| Ok(Vec::new()))? {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    Ok(ids)
}

/// A month that was asked for by name must be there.
fn has_data(read: &Read, asked: Option<Period>) -> Result<(), Stop> {
    match asked.filter(|period| !read.has_data(*period)) {
        Some(period) => Err(Stop::usage(say::no_data_in(period), say::see_other_months())),
        None => Ok(()),
    }
}
