//! `ntm score`: who meets what in one period.

use std::io::Write;

use ntm::render::terminal::Terminal;
use ntm::report::{self, Page, Scoring};
use ntm::{render, text};

use crate::args::{By, Format, ScoreArgs};
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{chosen, lang};

/// The forms of a score.
const FORMS: [Format; 5] =
    [Format::Table, Format::Json, Format::Csv, Format::Markdown, Format::Jsonl];

pub(crate) fn run(args: &ScoreArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output, &FORMS)?;
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
    let form = |format, terminal: Terminal, out: &mut dyn Write| match format {
        Format::Json => render::json::score(&scoring, detail(args.by), out),
        Format::Jsonl => render::json::lines(&scoring, out),
        Format::Csv => match by(args, format) {
            By::Commune => render::csv::communes(&scoring, out),
            By::Criterion => render::csv::matrix(&scoring, out),
            By::Indicator => render::csv::indicators(&scoring, out),
            By::Part => render::csv::parts(&scoring, out),
        },
        Format::Markdown => {
            let by = by(args, format);
            output::markdown(&pages(&scoring, by, u16::MAX), terminal, out)
        }
        _ => {
            let by = by(args, format);
            output::draw(&pages(&scoring, by, terminal.width), terminal, out)
        }
    };
    let outcome = verdict(args, &scoring);
    targets.write(&form, style)?;
    Ok(outcome)
}

/// Lines of JSON are by indicator, and rows by part are for machines.
fn refuse_form(args: &ScoreArgs, targets: &Targets) -> Result<(), Stop> {
    let csv_alone = targets.forms().iter().all(|form| *form == Format::Csv);
    if args.by == Some(By::Part) && !csv_alone {
        return Err(Stop::usage(text::by_wants("part", "csv"), text::add_format("csv")));
    }
    let other = matches!(args.by, Some(By::Commune | By::Criterion));
    match other && targets.forms().contains(&Format::Jsonl) {
        true => Err(Stop::usage(text::form_wants("jsonl", "indicator"), text::add_by("indicator"))),
        false => Ok(()),
    }
}

/// What a row of the result is: as asked, else a commune; a page about named
/// communes shows every indicator of theirs.
fn by(args: &ScoreArgs, format: Format) -> By {
    let page = matches!(format, Format::Table | Format::Markdown);
    args.by.unwrap_or(match page && !args.commune.is_empty() {
        true => By::Indicator,
        false => By::Commune,
    })
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
        (&short, text::below_required(short.len(), text::of(wanted, total), listed(&short))),
        (&silent, text::required_but_silent(silent.len(), listed(&silent))),
    ] {
        if !names.is_empty() {
            output::complain(&format!("ntm: {}\n", told.get(lang::current())));
        }
    }
    match short.is_empty() && silent.is_empty() {
        true => Outcome::Done,
        false => Outcome::Failed,
    }
}

/// The first names of a list.
fn listed(names: &[&str]) -> String {
    const MOST: usize = 20;
    let more = if names.len() > MOST { ", …" } else { "" };
    format!("{}{more}", names[..names.len().min(MOST)].join(", "))
}

/// The overview, the matrix, or a page for each commune; who has not reported is
/// never passed over.
fn pages(scoring: &Scoring, by: By, width: u16) -> Vec<Page> {
    match by {
        By::Commune => vec![report::communes(scoring)],
        By::Criterion => vec![report::matrix(scoring, width)],
        By::Indicator | By::Part => {
            let cards = scoring.cards();
            let mut pages: Vec<Page> = cards.map(|card| report::commune(scoring, &card)).collect();
            if !scoring.not_reported.is_empty() {
                pages.push(report::communes(scoring));
            }
            pages
        }
    }
}
