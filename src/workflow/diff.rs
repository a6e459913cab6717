//! `ntm diff`: what changed between two periods, or under two sets.

mod months;
mod sets;

use std::io::{self, Write};

pub use self::months::{Side, judge_months, several_periods};
pub use self::sets::{UnderSets, judge_under_sets};
use super::report::side;
use super::{Judged, Session, select};
use crate::analysis::diff::{self, Comparison};
use crate::law::{FileHead, IndicatorId, Level, Resolved};
use crate::period::Period;
use crate::problem::Stop;
use crate::render;
use crate::render::output::{Output, PageFormat, WithRows};
use crate::report::document::Document;
use crate::report::{self, DiffBy, DiffReport, Only, Scoring};
use crate::text;

/// What is compared, and how it is shown.
#[derive(Clone, Debug)]
pub struct Options {
    /// Communes by name or code; none for all.
    pub communes: Vec<String>,
    /// One criterion, by number.
    pub criterion: Option<u16>,
    /// Indicators by number; none for all.
    pub indicators: Vec<String>,
    /// What a table is about.
    pub by: Option<DiffBy>,
}

/// What changed.
pub struct Changes<'a> {
    level: Level,
    old: Scoring<'a>,
    new: Scoring<'a>,
    sets: Option<[&'a FileHead; 2]>,
    comparison: Comparison,
    only: Option<Only>,
    by: Option<DiffBy>,
}

impl<'a> Changes<'a> {
    /// What changed between two periods, the older one first.
    ///
    /// # Errors
    /// When a criterion or indicator is unknown.
    pub fn of_months(
        sessions: [&'a Session; 2],
        judged: &'a [Judged; 2],
        options: &Options,
    ) -> Result<Changes<'a>, Stop> {
        let ([old, new], [before, now]) = (judged, sessions);
        let only = only(options, [(&new.common, new.period), (&old.common, old.period)])?;
        let (old, new) = (old.scoring(before), new.scoring(now));
        let comparison = diff::periods(side(&old), side(&new));
        let level = now.question().level;
        let changes = Changes { level, old, new, sets: None, comparison, only, by: options.by };
        Ok(changes.confined())
    }

    fn confined(mut self) -> Changes<'a> {
        match &self.only {
            None => {}
            Some(Only::Criterion(no)) => self.comparison.retain(|id| id.criterion == *no),
            Some(Only::Indicators(ids)) => self.comparison.retain(|id| ids.contains(&id)),
        }
        self
    }

    fn diff_report(&self) -> DiffReport<'_> {
        DiffReport {
            level: self.level,
            old: self.old.clone(),
            new: self.new.clone(),
            sets: self.sets,
            comparison: &self.comparison,
            only: self.only.clone(),
        }
    }
}

impl Output for Changes<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::diff(&self.diff_report(), self.by);
        Document::of_pages(None, Some(self.new.period), [(text::sheet_changes(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::diff(&self.diff_report(), out),
            WithRows::Csv => render::csv::diff(&self.diff_report(), out),
        }
    }
}

/// What the page is confined to: what one law lacks may stand in the other.
fn only(options: &Options, laws: [(&Resolved, Period); 2]) -> Result<Option<Only>, Stop> {
    let [first, second] = laws;
    if let Some(no) = options.criterion {
        let find = |(law, _): (&Resolved, Period)| select::criteria(&[no], law);
        find(first).or_else(|why| find(second).map_err(|_| why))?;
        return Ok(Some(Only::Criterion(no)));
    }
    let find = |(law, period): (&Resolved, Period)| -> Result<Vec<IndicatorId>, Stop> {
        let places = select::indicators(&options.indicators, law, period)?;
        Ok(places.into_iter().map(|place| law.indicators[place].id).collect())
    };
    let ids = find(first).or_else(|why| find(second).map_err(|_| why))?;
    Ok((!ids.is_empty()).then_some(Only::Indicators(ids)))
}
