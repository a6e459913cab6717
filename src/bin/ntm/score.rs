//! `ntm score`: who meets what in one period.

use std::io::Write;

use ntm::intake::{Intake, Roster, Submission};
use ntm::law::{Case, Library, Resolved};
use ntm::period::Period;
use ntm::problem::{self, Problem};
use ntm::render::terminal::Terminal;
use ntm::report::{self, Page, Scoring};
use ntm::score::{self, Tally, summarise};
use ntm::{render, text};
use rayon::prelude::*;

use crate::args::{By, Format, ScoreArgs};
use crate::input::{self, Input};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{chosen, lang};

pub(crate) fn run(args: &ScoreArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output, &Format::ALL.map(|(form, _, _)| form))?;
    refuse_form(args, &targets)?;
    let mut input = input::open(&args.data, &targets, false)?;
    let read = input.read(false);
    let problems = problems(&input, &read, args);
    let faults = problem::errors(&problems);
    // A commune whose region is wrong cannot be judged, however leniently.
    if problem::errors(&input.roster_problems) > 0 {
        return Err(Stop::problems(problems));
    }
    let Some(period) = one_period(&read.periods)? else {
        return Err(match faults {
            0 => Stop::usage(text::no_period_at_all(), text::give_period()),
            _ => Stop::problems(problems),
        });
    };
    let common = common(&input.library, args, period)?;
    if args.require.is_some_and(|wanted| wanted > common.criteria.len()) {
        let message = text::requires_too_much(common.criteria.len());
        return Err(Stop::usage(message, text::see_sets()));
    }
    let chosen = chosen::find(&args.commune, &input.roster, period)?;
    if faults > 0 && !args.lenient {
        let (message, hint) = (text::refused(faults), text::mend_or_lenient());
        return Err(Stop::Problems { problems, message, hint });
    }
    output::complain(&output::problem_lines(&problems));
    let repairs = [input.roster.repairs.as_slice(), &read.repairs].concat();
    output::complain(&output::repairs_in_all(&repairs));
    let submissions = submissions(read, args, period, &chosen);
    let tallies: Vec<Tally> = submissions.par_iter().map(score::tally).collect();
    let not_reported = not_reported(&input.roster, &tallies, period, &chosen);
    let summary = summarise(&tallies, &submissions, &common);
    let scoring = Scoring {
        period,
        level: args.level,
        voice: args.source,
        lenient: args.lenient,
        faults,
        roster: &input.roster,
        common: &common,
        tallies: &tallies,
        submissions: &submissions,
        not_reported: &not_reported,
        summary: &summary,
    };
    let form = |format, terminal: Terminal, out: &mut dyn Write| match format {
        Format::Json => render::json::score(&scoring, detail(args.by), out),
        Format::Jsonl => render::json::lines(&scoring, out),
        Format::Csv => match by(args, format) {
            By::Commune => render::csv::communes(&scoring, out),
            By::Criterion => render::csv::matrix(&scoring, out),
            By::Indicator => render::csv::indicators(&scoring, out),
        },
        Format::Table => {
            let by = by(args, format);
            output::draw(&pages(&scoring, by, terminal.width), terminal, out)
        }
        Format::Markdown => {
            let by = by(args, format);
            output::markdown(&pages(&scoring, by, u16::MAX), terminal, out)
        }
    };
    let outcome = verdict(args, &scoring);
    targets.write(&form, style)?;
    Ok(outcome)
}

/// Lines of JSON are by indicator.
fn refuse_form(args: &ScoreArgs, targets: &Targets) -> Result<(), Stop> {
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
        Some(By::Indicator) | None => render::json::Detail::Indicators,
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

/// What stands against a score of the level asked for: faults of files and of
/// rows of that level. Rows of other levels do not concern it.
fn problems(input: &Input, read: &Intake, args: &ScoreArgs) -> Vec<Problem> {
    let of_level = read.findings.iter().filter(|f| f.concerns(Some(args.level), None));
    let mut problems = input.roster_problems.clone();
    problems.extend(of_level.map(|finding| finding.problem.clone()));
    problems
}

/// The period of the data; `None` where nothing tells.
fn one_period(periods: &[Period]) -> Result<Option<Period>, Stop> {
    match periods {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        several => {
            let words: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(Stop::usage(text::several_periods(words.join(", ")), text::choose_period()))
        }
    }
}

/// What applies without a commune; it names the set in force.
fn common(library: &Library, args: &ScoreArgs, period: Period) -> Result<Resolved, Stop> {
    let resolved = library.resolve(args.level, period, &Case::default());
    resolved.map_err(|none| {
        Stop::usage(text::no_set_of_level(none.level, none.period), text::see_sets())
    })
}

fn is_chosen(chosen: &[usize], commune: usize) -> bool {
    chosen.is_empty() || chosen.contains(&commune)
}

/// What is said at the level and by the voice asked for, in roster order.
fn submissions(
    read: Intake,
    args: &ScoreArgs,
    period: Period,
    chosen: &[usize],
) -> Vec<Submission> {
    let wanted = read.submissions.into_iter().filter(|submission| {
        submission.level == args.level
            && submission.voice == args.source
            && submission.period == period
            && is_chosen(chosen, submission.commune)
    });
    wanted.collect()
}

fn not_reported(
    roster: &Roster,
    tallies: &[Tally],
    period: Period,
    chosen: &[usize],
) -> Vec<usize> {
    let reported: std::collections::BTreeSet<usize> =
        tallies.iter().map(|tally| tally.commune).collect();
    let all = roster.communes.iter().enumerate();
    let missing = all.filter(|(place, commune)| {
        commune.takes_part(period) && !reported.contains(place) && is_chosen(chosen, *place)
    });
    missing.map(|(place, _)| place).collect()
}

/// The overview, the matrix, or a page for each commune; who has not reported is
/// never passed over.
fn pages(scoring: &Scoring, by: By, width: u16) -> Vec<Page> {
    match by {
        By::Commune => vec![report::communes(scoring)],
        By::Criterion => vec![report::matrix(scoring, width)],
        By::Indicator => {
            let cards = scoring.cards();
            let mut pages: Vec<Page> = cards.map(|card| report::commune(scoring, &card)).collect();
            if !scoring.not_reported.is_empty() {
                pages.push(report::communes(scoring));
            }
            pages
        }
    }
}
