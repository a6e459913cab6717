//! `ntm score`: who meets what in one period.

use std::io::{self, Write};

use ntm::render;
use ntm::render::output::{Format, MachineFormat, Output, PageFormat, WithLines};
use ntm::report::document::Document;
use ntm::report::{self, Page, Scoring};
use ntm::score::Scorecard;
use ntm::text::{self, Text};

use crate::args::{By, ScoreArgs};
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{chosen, office};

pub(crate) fn run(args: &ScoreArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    refuse_form(args, &targets)?;
    let mut read = Read::open(&args.data, &args.judge, &targets, How::default())?;
    let period = read.one_period()?;
    let common = read.common(period)?;
    if args.require.is_some_and(|wanted| wanted > common.criteria.len()) {
        let message = text::requires_too_much(common.criteria.len());
        return Err(Stop::usage(message, text::see_sets()));
    }
    let chosen = chosen::find(&args.commune, read.roster(), period)?;
    read.refuse_faults()?;
    let judged = read.judge(period, common, &chosen);
    let scoring = judged.scoring(&read);
    let targets = office::sign(targets, &read.input.rosters)?;
    let outcome = verdict(args, &scoring);
    targets.give(&Scores { args, scoring: &scoring }, style)?;
    Ok(outcome)
}

/// The results of a month.
struct Scores<'a> {
    args: &'a ScoreArgs,
    scoring: &'a Scoring<'a>,
}

impl Output for Scores<'_> {
    type Machine = WithLines;

    fn document(&self, _: PageFormat, width: u16) -> Document {
        let scoring = self.scoring;
        // A page about named communes shows every indicator of theirs.
        let named = !self.args.commune.is_empty();
        let by = self.args.by.unwrap_or(if named { By::Indicator } else { By::Commune });
        let pages = pages(scoring, by, width);
        let title = (pages.len() > 1).then(|| report::communes(scoring).title);
        Document::of_pages(title, Some(scoring.period), pages)
    }

    fn machine(&self, format: WithLines, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithLines::Json => render::json::score(self.scoring, detail(self.args.by), out),
            WithLines::Jsonl => render::json::lines(self.scoring, out),
            WithLines::Csv => match self.args.by.unwrap_or(By::Commune) {
                By::Commune => render::csv::communes(self.scoring, out),
                By::Criterion => render::csv::matrix(self.scoring, out),
                By::Indicator => render::csv::indicators(self.scoring, out),
                By::Part => render::csv::parts(self.scoring, out),
            },
        }
    }
}

/// Lines of JSON are by indicator.
fn refuse_form(args: &ScoreArgs, targets: &Targets) -> Result<(), Stop> {
    let csv_alone = targets.forms().iter().all(|form| *form == Format::Machine(MachineFormat::Csv));
    if args.by == Some(By::Part) && !csv_alone {
        return Err(Stop::usage(text::by_wants("part", "csv"), text::add_format("csv")));
    }
    let other = matches!(args.by, Some(By::Commune | By::Criterion));
    match other && targets.forms().contains(&Format::Machine(MachineFormat::Jsonl)) {
        true => Err(Stop::usage(text::form_wants("jsonl", "indicator"), text::add_by("indicator"))),
        false => Ok(()),
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

/// Whether every commune, those that have not reported included, reaches what is
/// required.
fn verdict(args: &ScoreArgs, scoring: &Scoring) -> Outcome {
    let total = scoring.common.criteria.len();
    let wanted = match (args.require_achieved, args.require) {
        (true, _) => total,
        (false, Some(wanted)) => wanted,
        (false, None) => return Outcome::Done,
    };
    let name = |place: usize| scoring.roster.communes[place].name.as_str();
    let short = scoring.tallies.iter().filter(|tally| tally.criteria_met() < wanted);
    let short: Vec<&str> = short.map(|tally| name(tally.commune)).collect();
    let silent: Vec<&str> = scoring.not_reported.iter().map(|place| name(*place)).collect();
    for (names, told) in [
        (
            &short,
            text::below_required(short.len(), text::of(wanted, total), output::listed(&short)),
        ),
        (&silent, text::required_but_silent(silent.len(), output::listed(&silent))),
    ] {
        if !names.is_empty() {
            output::note(&told);
        }
    }
    match short.is_empty() && silent.is_empty() {
        true => Outcome::Done,
        false => Outcome::Failed,
    }
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
