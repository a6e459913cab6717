//! `ntm score`: who meets what in one period.

use std::io::{self, Write};

use super::Session;
use super::names::listed;
use super::select;
use crate::law::Resolved;
use crate::named::named;
use crate::period::Period;
use crate::problem::Stop;
use crate::render;
use crate::render::output::{Format, MachineFormat, Output, PageFormat, WithLines};
use crate::report::document::Document;
use crate::report::{self, Page, Scoring};
use crate::score::Scorecard;
use crate::text::{self, Text};

named! {
    /// What a row of the result is.
    pub By {
        Commune "commune"
        /// A commune, with a column a criterion.
        Criterion "criterion"
        /// An indicator of a commune.
        Indicator "indicator"
        /// A part of an indicator.
        Part "part"
    }
}

/// How many criteria a commune must meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// All.
    All,
    /// At least so many.
    AtLeast(usize),
}

/// Refuses rows in formats that cannot hold them: lines of JSON are by indicator.
///
/// # Errors
/// When one of the formats cannot.
pub fn refuse_formats(by: Option<By>, formats: &[Format]) -> Result<(), Stop> {
    let csv_alone = formats.iter().all(|form| *form == Format::Machine(MachineFormat::Csv));
    if by == Some(By::Part) && !csv_alone {
        return Err(Stop::usage(text::by_wants("part", "csv"), text::add_format("csv")));
    }
    let other = matches!(by, Some(By::Commune | By::Criterion));
    if other && formats.contains(&Format::Machine(MachineFormat::Jsonl)) {
        return Err(Stop::usage(text::form_wants("jsonl", "indicator"), text::add_by("indicator")));
    }
    Ok(())
}

/// What is asked of a month.
#[derive(Debug)]
pub struct Asked {
    /// The month.
    pub period: Period,
    /// What applies without a commune.
    pub common: Resolved,
    /// The communes; none for all.
    pub communes: Vec<usize>,
}

impl Asked {
    /// Finds the communes that are named.
    ///
    /// # Errors
    /// When the data is not of one period that has a law, a commune is unknown, or more
    /// criteria are required than there are.
    pub fn new(
        session: &Session,
        communes: &[String],
        required: Option<Required>,
    ) -> Result<Asked, Stop> {
        let period = session.one_period()?;
        let common = session.common(period)?;
        if matches!(required, Some(Required::AtLeast(wanted)) if wanted > common.criteria.len()) {
            let message = text::requires_too_much(common.criteria.len());
            return Err(Stop::usage(message, text::see_sets()));
        }
        let communes = select::communes(communes, session.roster(), period)?;
        Ok(Asked { period, common, communes })
    }
}

/// The results of a month.
pub struct Scores<'a> {
    /// They.
    pub scoring: &'a Scoring<'a>,
    /// What a row is.
    pub by: Option<By>,
    /// Whether communes were named: a page about them shows every indicator of theirs.
    pub named: bool,
}

impl Output for Scores<'_> {
    type Machine = WithLines;

    fn document(&self, _: PageFormat, width: u16) -> Document {
        let scoring = self.scoring;
        let by = self.by.unwrap_or(if self.named { By::Indicator } else { By::Commune });
        let pages = pages(scoring, by, width);
        let title = (pages.len() > 1).then(|| report::communes(scoring).title);
        Document::of_pages(title, Some(scoring.period), pages)
    }

    fn machine(&self, format: WithLines, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithLines::Json => render::json::score(self.scoring, detail(self.by), out),
            WithLines::Jsonl => render::json::lines(self.scoring, out),
            WithLines::Csv => match self.by.unwrap_or(By::Commune) {
                By::Commune => render::csv::communes(self.scoring, out),
                By::Criterion => render::csv::matrix(self.scoring, out),
                By::Indicator => render::csv::indicators(self.scoring, out),
                By::Part => render::csv::parts(self.scoring, out),
            },
        }
    }
}

/// How deep the JSON goes: complete, unless `--by` says otherwise.
fn detail(by: Option<By>) -> render::json::Detail {
    match by {
        Some(By::Commune) => render::json::Detail::Communes,
        Some(By::Criterion) => render::json::Detail::Criteria,
        Some(By::Indicator | By::Part) | None => render::json::Detail::Indicators,
    }
}

/// Who falls short of what is required, those that have not reported included; nothing
/// where every commune reaches it.
pub fn shortfall(scoring: &Scoring, required: Required) -> Vec<Text> {
    let total = scoring.common.criteria.len();
    let wanted = match required {
        Required::All => total,
        Required::AtLeast(wanted) => wanted,
    };
    let name = |place: usize| scoring.roster.communes[place].name.as_str();
    let short = scoring.tallies.iter().filter(|tally| tally.criteria_met() < wanted);
    let short: Vec<&str> = short.map(|tally| name(tally.commune)).collect();
    let silent: Vec<&str> = scoring.not_reported.iter().map(|place| name(*place)).collect();
    let below = || text::below_required(short.len(), text::out_of(wanted, total), listed(&short));
    let silent_too = || text::required_but_silent(silent.len(), listed(&silent));
    let told = [(!short.is_empty()).then(below), (!silent.is_empty()).then(silent_too)];
    told.into_iter().flatten().collect()
}

/// The overview, the matrix, or a page for each commune; who has not reported is
/// never passed over. Each with the name of its sheet.
fn pages(scoring: &Scoring, by: By, width: u16) -> Vec<(Text, Page)> {
    let overview = || (text::sheet_communes(), report::communes(scoring));
    match by {
        By::Commune => vec![overview()],
        By::Criterion => vec![(text::sheet_matrix(), report::matrix(scoring, width))],
        By::Indicator | By::Part => {
            let page = |card: Scorecard| {
                let name = &scoring.commune_of(&card.tally).name;
                (Text::same(name), report::commune(scoring, &card))
            };
            let mut pages: Vec<(Text, Page)> = scoring.cards().map(page).collect();
            if !scoring.not_reported.is_empty() {
                pages.push(overview());
            }
            pages
        }
    }
}
