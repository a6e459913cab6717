//! `ntm dossier`: all that proves a commune's result, with a receipt. Whole or not at all.

pub(crate) mod kit;
pub(crate) mod made;
pub(crate) mod package;

use ntm::law::Level;
use ntm::period::Period;
use ntm::score;
use ntm::text::{self, Text, dossier as say};

use self::kit::Kit;
use self::package::Place;
use crate::args::DossierArgs;
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{chosen, evidence, lang};

pub(crate) fn run(args: &DossierArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let place = Place::new(&args.output)?;
    let how = How { places: true, ..How::default() };
    let read = Read::open(&args.data, &args.judge, &Targets::none(), how)?;
    let period = read.one_period()?;
    read.common(period)?;
    let chosen = chosen::find(std::slice::from_ref(&args.commune), read.roster(), period)?;
    let files = args.evidence.as_deref().map(evidence::files).transpose()?;
    read.refuse_faults()?;
    let reported = |one: &usize| read.said_by(*one, period).is_some();
    let Some(commune) = chosen.first().copied().filter(reported) else {
        let name = chosen.first().map_or("", |place| &read.roster().communes[*place].name);
        let (level, voice) = (args.judge.level, args.judge.source);
        let message = say::has_not_reported(name, period, level, voice);
        return Err(Stop::usage(message, text::see_who_reported()));
    };
    let (kit, left_out) = Kit::gather(args, &read, (commune, period), files.as_deref())?;
    let made = made::make(&kit)?;
    let below = if args.draft { Vec::new() } else { open_below(args, &read, commune, period) };
    if let (false, Some(page)) = (args.draft, &made.refusal) {
        output::show(std::slice::from_ref(page), style)?;
    }
    if !below.is_empty() || (!args.draft && made.refusal.is_some()) {
        for line in below {
            output::print(&format!("{}\n", line.get(lang::current())));
        }
        return Ok(Outcome::Failed);
    }
    let (receipt, count) =
        (made.receipt.sha256.clone(), made.files.len() + kit.files().count() + 1);
    place.write(&kit, &made)?;
    let (name, path) = (&made.receipt.commune.name, args.output.display());
    let told = match args.draft {
        true => say::made_draft(name, path, count),
        false => say::made(name, path, count),
    };
    let left = (left_out > 0).then(|| say::files_left_out(left_out));
    let lines = [
        Some(told),
        left,
        Some(say::note_digest(receipt)),
        Some(say::verify_with(package::quoted(&args.output))),
    ];
    for line in lines.into_iter().flatten() {
        output::print(&format!("{}\n", line.get(lang::current())));
    }
    Ok(Outcome::Done)
}

/// Each title presupposes those below it: what is open there stands against this one.
fn open_below(args: &DossierArgs, read: &Read, commune: usize, period: Period) -> Vec<Text> {
    let lower = Level::TITLES.into_iter().filter(|level| *level < args.judge.level);
    let open = lower.filter_map(|level| {
        let Some(said) = read.said_at(level, commune, period) else {
            return Some(say::below_silent(level));
        };
        let statuses = score::tally(said).statuses;
        let open = said.law.indicators.iter().zip(&statuses);
        let open = open.filter(|(_, status)| !status.counts_as_met());
        let ids: Vec<String> = open.map(|(indicator, _)| indicator.id.to_string()).collect();
        (!ids.is_empty()).then(|| say::below_open(level, ids.join(", ")))
    });
    open.collect()
}
