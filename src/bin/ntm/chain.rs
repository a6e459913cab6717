//! `ntm explain`: why an indicator is met or not, from the cell to the decision.

use std::io::{self, Write};

use ntm::analysis::chain::{self, Explained};
use ntm::intake::{Quote, Submission};
use ntm::problem::Problem;
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::report::Scoring;
use ntm::report::document::Document;
use ntm::text::Text;
use ntm::text::chain as say;
use ntm::{render, report};

use crate::args::ExplainArgs;
use crate::judged::{How, Judged, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{PageStyle, Targets};
use crate::{chosen, office, paths};

pub(crate) fn run(args: &ExplainArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    let how = How { places: true, ..How::default() };
    let mut read = Read::open(&args.data, &args.judge, &targets, how)?;
    let period = read.one_period()?;
    let common = read.common(period)?;
    let communes = chosen::find(&args.commune, read.roster(), period)?;
    let mut wanted = chosen::indicators(&args.indicator, &common, period)?;
    if wanted.is_empty() {
        wanted = (0..common.indicators.len()).collect();
    }
    read.refuse_faults()?;
    let judged = read.judge(period, common, &communes);
    refuse_silent(&judged, &read, args)?;
    let quotes = quotes(&judged, &read, &wanted);
    let names = &read.input.names;
    let of = |file: &str| names.of(file);
    let in_documents = Rows::named(&judged, &quotes, names.problems(read.problems()), &of);
    let problems = names.typed(read.problems()).into_owned();
    let as_typed = Rows::named(&judged, &quotes, problems, &paths::slashed);
    let targets = office::sign(targets, &read.input.rosters)?;
    let scoring = &judged.scoring(&read);
    let read = &read;
    let chains = Chains { scoring, read, wanted: &wanted, in_documents, as_typed };
    targets.give(&chains, style)?;
    Ok(Outcome::Done)
}

/// What was read, its files named in one way.
struct Rows {
    submissions: Vec<Submission>,
    quotes: Vec<Quote>,
    problems: Vec<Problem>,
}

impl Rows {
    fn named(
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

/// The chains behind verdicts, a page an indicator. Files have other names in documents
/// than for scripts, which open them.
struct Chains<'a> {
    scoring: &'a Scoring<'a>,
    read: &'a Read,
    wanted: &'a [usize],
    in_documents: Rows,
    as_typed: Rows,
}

impl Chains<'_> {
    fn explained<'r>(&'r self, rows: &'r Rows) -> Vec<Explained<'r>> {
        let said = (&*rows.submissions, &*rows.quotes, &*rows.problems);
        explained_of(said, &self.scoring.common.set, self.read, self.wanted)
    }
}

impl Output for Chains<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let explained = self.explained(&self.in_documents);
        let pages = report::chains(self.scoring, &explained);
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
        let explained = self.explained(&self.as_typed);
        match format {
            WithRows::Json => render::json::explanations(self.scoring, &explained, out),
            WithRows::Csv => render::csv::explanations(self.scoring, &explained, out),
        }
    }
}

/// Of a commune that has not reported nothing can be explained.
fn refuse_silent(judged: &Judged, read: &Read, args: &ExplainArgs) -> Result<(), Stop> {
    let name = |place: &usize| read.roster().communes[*place].name.as_str();
    let silent: Vec<&str> = judged.not_reported.iter().map(name).collect();
    if silent.is_empty() {
        return Ok(());
    }
    let (level, voice) = (args.judge.level, args.judge.source);
    let message = say::nothing_to_explain(silent.join(", "), judged.period, level, voice);
    Err(Stop::usage(message, say::see_who_reported()))
}

/// The rows of the indicators as their files write them.
pub(crate) fn quotes(judged: &Judged, read: &Read, wanted: &[usize]) -> Vec<Quote> {
    let places = judged.submissions.iter().flat_map(|s| chain::places(s, wanted));
    let places: Vec<_> = places.collect();
    read.quote(judged.period, &places)
}

pub(crate) fn explained<'a>(
    judged: &'a Judged,
    read: &'a Read,
    wanted: &[usize],
    quotes: &'a [Quote],
) -> Vec<Explained<'a>> {
    let said = (&*judged.submissions, quotes, read.problems());
    explained_of(said, &judged.common.set, read, wanted)
}

/// `set`: the id of the base set that all were judged by.
fn explained_of<'a>(
    (submissions, quotes, problems): (&'a [Submission], &'a [Quote], &'a [Problem]),
    set: &str,
    read: &'a Read,
    wanted: &[usize],
) -> Vec<Explained<'a>> {
    let of = |submission: &'a Submission| {
        let set = read.library().set(set)?;
        let commune = &read.roster().communes[submission.commune];
        Some(chain::explain((commune, submission), set, wanted, quotes, problems))
    };
    submissions.iter().filter_map(of).collect()
}
