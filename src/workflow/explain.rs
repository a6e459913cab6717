//! `ntm explain`: why an indicator is met or not, from the cell to the decision.

use std::io::{self, Write};

use super::file_names::slashed;
use super::{FileNames, Judged, Session, select};
use crate::analysis::explain::{self, Explained};
use crate::intake::{Quote, Submission};
use crate::law::Resolved;
use crate::period::Period;
use crate::problem::{Problem, Stop};
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

    /// Judges the communes and reads their rows again. In documents files have the names of
    /// `names`.
    ///
    /// # Errors
    /// When one of them has not reported, for of it nothing can be explained.
    pub fn judge(self, session: &mut Session, names: &FileNames) -> Result<Cited, Stop> {
        let judged = session.judge(self.period, self.common, &self.communes);
        refuse_silent(&judged, session)?;
        let quotes = quotes(&judged, session, &self.indicators);
        let problems = session.problems();
        let in_documents =
            Rows::new(&judged, &quotes, names.problems(problems), &|file| names.in_documents(file));
        let as_typed = Rows::new(&judged, &quotes, names.typed(problems).into_owned(), &slashed);
        Ok(Cited { judged, indicators: self.indicators, in_documents, as_typed })
    }
}

/// What was read, its files named in one way.
struct Rows {
    submissions: Vec<Submission>,
    quotes: Vec<Quote>,
    problems: Vec<Problem>,
}

impl Rows {
    fn new(
        judged: &Judged,
        quotes: &[Quote],
        problems: Vec<Problem>,
        name: &dyn Fn(&str) -> String,
    ) -> Rows {
        let (mut submissions, mut quotes) = (judged.submissions.clone(), quotes.to_vec());
        Submission::rename_files(&mut submissions, name);
        quotes.iter_mut().for_each(|quote| quote.file = name(&quote.file));
        Rows { submissions, quotes, problems }
    }
}

/// Results with the rows that they rest on.
pub struct Cited {
    judged: Judged,
    indicators: Vec<usize>,
    in_documents: Rows,
    as_typed: Rows,
}

/// The chains behind verdicts, a page an indicator. Files have other names in documents than
/// for scripts, which open them.
pub struct Chains<'a> {
    session: &'a Session,
    cited: &'a Cited,
    scoring: Scoring<'a>,
}

impl<'a> Chains<'a> {
    /// The chains of what was judged.
    pub fn new(session: &'a Session, cited: &'a Cited) -> Chains<'a> {
        Chains { session, cited, scoring: cited.judged.scoring(session) }
    }

    fn explained(&self, rows: &'a Rows) -> Vec<Explained<'a>> {
        let Rows { submissions, quotes, problems } = rows;
        let Cited { judged, indicators, .. } = self.cited;
        let found = (submissions.as_slice(), quotes.as_slice(), problems.as_slice());
        explained_by(&judged.common.set, self.session, indicators, found)
    }
}

impl Output for Chains<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let explained = self.explained(&self.cited.in_documents);
        let pages = report::explain(&self.scoring, &explained);
        let of = |explained: &Explained| {
            let name = &explained.commune.name;
            let law = &explained.card.tally.law.indicators;
            let places = explained.chains.iter().map(|chain| chain.indicator);
            let name = |place: usize| Text::same(format!("{name} {}", law[place].id));
            places.map(name).collect::<Vec<_>>()
        };
        let sheets = explained.iter().flat_map(of);
        let title = (pages.len() > 1).then(|| say::title_of_several(self.scoring.period));
        Document::of_pages(title, Some(self.scoring.period), sheets.zip(pages))
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        let explained = self.explained(&self.cited.as_typed);
        match format {
            WithRows::Json => render::json::explain(&self.scoring, &explained, out),
            WithRows::Csv => render::csv::explain(&self.scoring, &explained, out),
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
    let found = (&*judged.submissions, quotes, session.problems());
    explained_by(&judged.common.set, session, wanted, found)
}

/// The same of other names of files. `set`: the id of the base set that all were judged by.
fn explained_by<'a>(
    set: &str,
    session: &'a Session,
    wanted: &[usize],
    (submissions, quotes, problems): (&'a [Submission], &'a [Quote], &'a [Problem]),
) -> Vec<Explained<'a>> {
    let of = |submission: &'a Submission| {
        let set = session.library().set(set)?;
        let commune = &session.roster().communes[submission.commune];
        Some(explain::explain((commune, submission), set, wanted, quotes, problems))
    };
    submissions.iter().filter_map(of).collect()
}
