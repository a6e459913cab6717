//! `ntm explain`: why an indicator is met or not, from the cell to the decision.

use std::io::{self, Write};

use ntm::analysis::chain::{self, Explained};
use ntm::intake::{Quote, Submission};
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
use crate::{chosen, office};

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
    let mut judged = read.judge(period, common, &communes);
    refuse_silent(&judged, &read, args)?;
    let mut quotes = quotes(&judged, &read, &wanted);
    // All is read and told: from here on it is a document.
    let names = read.input.names.clone();
    quotes.iter_mut().for_each(|quote| quote.file = names.of(&quote.file));
    Submission::rename_files(&mut judged.submissions, &|file| names.of(file));
    read.rename_problems(&names);
    let scoring = judged.scoring(&read);
    let explained = explained(&judged, &read, &wanted, &quotes);
    let targets = office::sign(targets, &read.input.rosters)?;
    targets.give(&Chains { scoring: &scoring, explained: &explained }, style)?;
    Ok(Outcome::Done)
}

/// The chains behind verdicts, a page an indicator.
struct Chains<'a> {
    scoring: &'a Scoring<'a>,
    explained: &'a [Explained<'a>],
}

impl Output for Chains<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let pages = report::chains(self.scoring, self.explained);
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
            WithRows::Json => render::json::explanations(self.scoring, self.explained, out),
            WithRows::Csv => render::csv::explanations(self.scoring, self.explained, out),
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
    let of = |submission: &'a Submission| {
        // The set that the submission was judged by.
        let set = read.library().set(&judged.common.set)?;
        let commune = &read.roster().communes[submission.commune];
        Some(chain::explain((commune, submission), set, wanted, quotes, read.problems()))
    };
    judged.submissions.iter().filter_map(of).collect()
}
