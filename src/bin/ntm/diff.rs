//! `ntm diff`: what changed between two periods, or under two sets.

mod sets;
mod sides;

use std::io::{self, Write};

use ntm::analysis::change::{self, Comparison, Side};
use ntm::law::{IndicatorId, Resolved};
use ntm::period::Period;
use ntm::render;
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::report::document::Document;
use ntm::report::{self, By, Changing, Only};
use ntm::text;

use crate::args::{DiffArgs, DiffBy};
use crate::chosen;
use crate::judged::{Judged, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{PageStyle, Targets};

pub(crate) fn run(args: &DiffArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    match &args.sets {
        None => periods(args, &targets, style),
        Some(sets) => sets::run(args, sets, &targets, style),
    }
}

fn periods(args: &DiffArgs, targets: &Targets, style: PageStyle) -> Result<Outcome, Stop> {
    let sides::Sides { old, new } = sides::read(args, targets)?;
    let only = only(args, [law(&new), law(&old)])?;
    let mut comparison =
        change::periods(side(&old.read, &old.judged), side(&new.read, &new.judged));
    confine(&mut comparison, only.as_ref());
    let changing = Changing {
        level: args.judge.level,
        old: old.judged.scoring(&old.read),
        new: new.judged.scoring(&new.read),
        sets: None,
        comparison: &comparison,
        only,
    };
    write(args, &changing, targets, style)
}

/// The law that names the indicators of a side.
fn law(side: &sides::Side) -> (&Resolved, Period) {
    (&side.judged.common, side.judged.period)
}

fn side<'a>(read: &'a Read, judged: &'a Judged) -> Side<'a> {
    Side {
        roster: read.roster(),
        tallies: &judged.tallies,
        submissions: &judged.submissions,
        not_reported: &judged.not_reported,
    }
}

/// What the page is confined to: what one law lacks may stand in the other.
fn only(args: &DiffArgs, laws: [(&Resolved, Period); 2]) -> Result<Option<Only>, Stop> {
    let [first, second] = laws;
    if let Some(no) = args.criterion {
        let find = |(law, _): (&Resolved, Period)| chosen::criteria(&[no], law);
        find(first).or_else(|why| find(second).map_err(|_| why))?;
        return Ok(Some(Only::Criterion(no)));
    }
    let find = |(law, period): (&Resolved, Period)| -> Result<Vec<IndicatorId>, Stop> {
        let places = chosen::indicators(&args.indicator, law, period)?;
        Ok(places.into_iter().map(|place| law.indicators[place].id).collect())
    };
    let ids = find(first).or_else(|why| find(second).map_err(|_| why))?;
    Ok((!ids.is_empty()).then_some(Only::Indicators(ids)))
}

fn confine(comparison: &mut Comparison, only: Option<&Only>) {
    match only {
        None => {}
        Some(Only::Criterion(no)) => comparison.retain(|id: IndicatorId| id.criterion == *no),
        Some(Only::Indicators(ids)) => comparison.retain(|id| ids.contains(&id)),
    }
}

fn write(
    args: &DiffArgs,
    changing: &Changing,
    targets: &Targets,
    style: PageStyle,
) -> Result<Outcome, Stop> {
    let by = match args.by {
        None => By::Kind,
        Some(DiffBy::Commune) => By::Commune,
        Some(DiffBy::Criterion) => By::Criterion,
    };
    targets.give(&Changes { changing, by }, style)?;
    Ok(Outcome::Done)
}

/// What changed.
struct Changes<'a> {
    changing: &'a Changing<'a>,
    by: By,
}

impl Output for Changes<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::change(self.changing, self.by);
        Document::of_pages(None, Some(self.changing.new.period), [(text::sheet_changes(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::change(self.changing, out),
            WithRows::Csv => render::csv::change(self.changing, out),
        }
    }
}
