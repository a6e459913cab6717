//! `ntm explain`: why an indicator is met or not, from the cell to the decision.

use std::io::{self, Write};

use super::{FileNames, Judged, Session, select};
use crate::analysis::explain::{self, Explained};
use crate::intake::{Quote, Submission};
use crate::law::Resolved;
use crate::period::Period;
use crate::problem::Stop;
use crate::render;
use crate::render::output::{Output, PageFormat, WithRows};
use crate::report::document::Document;
use crate::report::{self, Scoring};
use crate::text::Text;
use crate::text::explain as say;

/// What is to be explained.
#[derive(Debug)]
pub struct Asked {
    period: Period,
    common: Resolved,
    communes: Vec<usize>,
    indicators: Vec<usize>,
}

impl Asked {
    /// Finds the communes and indicators that are named; no indicator stands for all.
    ///
    /// # Errors
    /// When the data is not of one period that has a law, or a name is unknown.
    pub fn new(
        session: &Session,
        communes: &[String],
        indicators: &[String],
    ) -> Result<Asked, Stop> {
        let period = session.one_period()?;
        let common = session.common(period)?;
        let communes = select::communes(communes, session.roster(), period)?;
        let mut indicators = select::indicators(indicators, &common, period)?;
        if indicators.is_empty() {
            indicators = (0..common.indicators.len()).collect();
        }
        Ok(Asked { period, common, communes, indicators })
    }

    /// Judges the communes and reads their rows again. From here on all is said as documents
    /// say it: files have the names of `names`.
    ///
    /// # Errors
    /// When one of them has not reported, for of it nothing can be explained.
    pub fn judge(self, session: &mut Session, names: &FileNames) -> Result<Cited, Stop> {
        let mut judged = session.judge(self.period, self.common, &self.communes);
        refuse_silent(&judged, session)?;
        let mut quotes = quotes(&judged, session, &self.indicators);
        quotes.iter_mut().for_each(|quote| quote.file = names.of(&quote.file));
        Submission::rename_files(&mut judged.submissions, &|file| names.of(file));
        session.rename_problems(names);
        Ok(Cited { judged, indicators: self.indicators, quotes })
    }
}

/// Results with the rows that they rest on.
pub struct Cited {
    judged: Judged,
    indicators: Vec<usize>,
    quotes: Vec<Quote>,
}

/// The chains behind verdicts, a page an indicator.
pub struct Chains<'a> {
    scoring: Scoring<'a>,
    explained: Vec<Explained<'a>>,
}

impl<'a> Chains<'a> {
    /// The chains of what was judged.
    pub fn new(session: &'a Session, cited: &'a Cited) -> Chains<'a> {
        let Cited { judged, indicators, quotes } = cited;
        Chains {
            scoring: judged.scoring(session),
            explained: explained(judged, session, indicators, quotes),
        }
    }
}

impl Output for Chains<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let pages = report::explain(&self.scoring, &self.explained);
        let of = |explained: &Explained| {
            let name = &explained.commune.name;
            let law = &explained.card.tally.law.indicators;
            let places = explained.chains.iter().map(|chain| chain.indicator);
            let name = |place: usize| Text::same(format!("{name} {}", law[place].id));
            places.map(name).collect::<Vec<_>>()
        };
        let sheets = self.explained.iter().flat_map(of);
        let title = (pages.len() > 1).then(|| say::title_of_several(self.scoring.period));
        Document::of_pages(title, Some(self.scoring.period), sheets.zip(pages))
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::explain(&self.scoring, &self.explained, out),
            WithRows::Csv => render::csv::explain(&self.scoring, &self.explained, out),
        }
    }
}

fn refuse_silent(judged: &Judged, session: &Session) -> Result<(), Stop> {
    let name = |place: &usize| session.roster().communes[*place].name.as_str();
    let silent: Vec<&str> = judged.not_reported.iter().map(name).collect();
    if silent.is_empty() {
        return Ok(());
    }
    let (period, question) = (judged.period, session.question());
    let message =
        say::nothing_to_explain(silent.join(", "), period, question.level, question.voice);
    Err(Stop::usage(message, say::see_who_reported()))
}

/// The rows of the indicators as their files write them.
pub(super) fn quotes(judged: &Judged, session: &Session, wanted: &[usize]) -> Vec<Quote> {
    let places = judged.submissions.iter().flat_map(|s| explain::places(s, wanted));
    let places: Vec<_> = places.collect();
    session.quote(judged.period, &places)
}

/// Every indicator of what was judged, explained.
pub(super) fn explained<'a>(
    judged: &'a Judged,
    session: &'a Session,
    wanted: &[usize],
    quotes: &'a [Quote],
) -> Vec<Explained<'a>> {
    let of = |submission: &'a Submission| {
        // The set that the submission was judged by.
        let set = session.library().set(&judged.common.set)?;
        let commune = &session.roster().communes[submission.commune];
        Some(explain::explain((commune, submission), set, wanted, quotes, session.problems()))
    };
    judged.submissions.iter().filter_map(of).collect()
}
