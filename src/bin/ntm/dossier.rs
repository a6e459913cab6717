//! `ntm dossier`: all that proves a commune's result, with a receipt. Whole or not at all.

pub(crate) mod kit;
pub(crate) mod made;
pub(crate) mod package;
mod receipt;
mod silent;

use std::iter;

use ntm::law::Level;
use ntm::period::Period;
use ntm::problem::{Code, Problem};
use ntm::text::dossier as say;
use ntm::{report, review};

use self::kit::{Kit, LeftOut};
use self::package::Place;
use crate::args::DossierArgs;
use crate::evidence::Listed;
use crate::judged::Read;
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{chosen, evidence, office, shell};

pub(crate) fn run(args: &DossierArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let place = Place::new(&args.output)?;
    if let Some(folder) = &args.evidence {
        place.keep_out_of(folder)?;
    }
    let read = Read::open(&args.data, &args.judge, &Targets::none(), made::HOW)?;
    let period = read.one_period()?;
    read.common(period)?;
    let commune = chosen::one(&args.commune, read.roster(), period)?;
    let papers = args.evidence.as_deref().map(evidence::listed).transpose()?;
    let faults = read.faults_for(commune, period);
    read.refuse_touching(&faults)?;
    if read.said_by(commune, period).is_none() {
        return Err(silent::silent(args, &read, commune, period));
    }
    let (kit, left_out) = Kit::gather(args, &read, (commune, period), papers.as_ref(), &faults)?;
    let folder = shell::own_sets(args.data.criteria.as_deref());
    let made = made::make(&kit, folder.as_deref())?;
    tell_void(&read);
    tell_contradictions(&read, commune, period, args.judge.level);
    tell_left_out(papers.as_ref(), &left_out);
    if let (false, Some(page)) = (args.draft, &made.refusal) {
        output::show(page, style)?;
        return Ok(Outcome::Failed);
    }
    let (digest, count) = (made.receipt.sha256.clone(), made.files.len() + kit.files().count() + 1);
    place.write(&kit, &made)?;
    office::tell_open(&read.input.rosters, &kit.office()?, args.judge.source);
    let (name, path) = (&made.receipt.commune.name, args.output.display());
    let level = report::dossier::level(args.judge.level);
    let (told, noted) = match args.draft {
        true => (say::made_draft(name, level, period, path, count), say::draft_digest(&digest)),
        false => (say::made(name, level, period, path, count), say::note_digest(&digest)),
    };
    let left = (left_out.uncited > 0).then(|| say::files_left_out(left_out.uncited));
    let verify = say::verify_with(shell::quoted(&args.output), &digest);
    let lines = iter::once(told).chain(made.told).chain(left).chain([noted, verify]);
    for line in lines {
        output::say(&line);
    }
    Ok(Outcome::Done)
}

/// What of the folder of evidence goes into no dossier although it may seem to prove
/// something.
fn tell_left_out(papers: Option<&Listed>, left_out: &LeftOut) {
    let links = papers.map(|papers| papers.links.join(", ")).filter(|links| !links.is_empty());
    let links = links.map(say::links_left_out);
    let unclear = left_out.ambiguous.iter().map(|problem| {
        let Problem { place, message, hint, .. } = problem;
        say::left_out_as_ambiguous(&place.file, message.clone(), hint.clone())
    });
    for told in links.into_iter().chain(unclear) {
        output::note(&told);
    }
}

/// Confirmations in the user's sets that hold no longer: of other figures too, for what
/// was changed after somebody read it is to be looked at.
fn tell_void(read: &Read) {
    let void = |problem: &&Problem| problem.code == Code::VoidConfirmation;
    let found: Vec<Problem> = read.library().warnings.iter().filter(void).cloned().collect();
    if !found.is_empty() {
        output::complain(&output::problem_lines(&found));
    }
}

/// What the commune says against itself, by the names that the user knows.
fn tell_contradictions(read: &Read, commune: usize, period: Period, level: Level) {
    let said = read.said_of(commune, period);
    let found: Vec<Problem> = said.iter().flat_map(|said| review::doubts(said, level)).collect();
    if !found.is_empty() {
        let told = say::to_clear_up_in(found.len());
        output::complain(&output::problem_lines(&found));
        output::note(&told);
    }
}
