//! `ntm dossier`: all that proves a commune's result, with a receipt. Whole or not at all.

mod package;
mod silent;

use std::iter;

use ntm::problem::Problem;
use ntm::report;
use ntm::text::dossier as say;
use ntm::workflow::dossier::{
    self, DossierInputs, EvidenceFiles, Given, LeftOut, Options, contradictions, void_confirmations,
};
use ntm::workflow::{offices, select};

use self::package::Location;
use crate::args::DossierArgs;
use crate::evidence::Listed;
use crate::found::Found;
use crate::input::Files;
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle};
use crate::targets;
use crate::targets::Targets;
use crate::{criteria_files, evidence, input, lang, office, shell};

pub(crate) fn run(args: &DossierArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let place = Location::new(&args.output)?;
    if let Some(folder) = &args.evidence {
        place.keep_out_of(folder)?;
    }
    let question = args.judge.question();
    let (session, files) = input::session(&args.data, question, &Targets::none(), dossier::SCOPE)?;
    let period = session.one_period()?;
    session.common(period)?;
    let commune = select::commune(&args.commune, session.roster(), period)?;
    let papers = args.evidence.as_deref().map(evidence::listed).transpose()?;
    let faults = session.faults_for(commune, period);
    output::warn(&session.refuse_touching(&faults)?);
    if session.said_by(commune, period).is_none() {
        return Err(silent::silent(args, &session, commune, period).into());
    }
    let options = Options {
        draft: args.draft,
        figures_only: args.figures_only,
        decimal: args.data.decimal,
        lang: lang::current(),
        own_criteria: args.data.criteria.is_some(),
    };
    let given = given(args, &files, papers.as_ref())?;
    let (inputs, left_out) =
        DossierInputs::gather(&session, (commune, period), &faults, options, &given)?;
    let folder = shell::own_sets(args.data.criteria.as_deref());
    let made = dossier::make(&inputs, folder.as_deref(), criteria_files::today())?;
    warn_of(&void_confirmations(&session.library().warnings));
    let doubts = contradictions(&session.said_of(commune, period), args.judge.level);
    if warn_of(&doubts) {
        output::note(&say::to_clear_up_in(doubts.len()));
    }
    tell_left_out(papers.as_ref(), &left_out);
    if let (false, Some(page)) = (args.draft, &made.refusal) {
        targets::show(page.clone(), style)?;
        return Ok(Outcome::Failed);
    }
    let (digest, count) = (made.receipt.sha256.clone(), made.files_with(&inputs).count());
    place.write(&inputs, &made)?;
    office::tell_open(&files.rosters, &inputs.office()?, args.judge.source);
    let (name, path) = (&made.receipt.commune.name, args.output.display());
    let level = report::dossier::level(args.judge.level);
    let (told, noted) = if args.draft {
        (say::made_draft(name, level, period, path, count), say::draft_digest(&digest))
    } else {
        (say::made(name, level, period, path, count), say::note_digest(&digest))
    };
    let left = (left_out.uncited > 0).then(|| say::files_left_out(left_out.uncited));
    let verify = say::verify_with(shell::quoted(&args.output), &digest);
    let lines = iter::once(told).chain(made.summary).chain(left).chain([noted, verify]);
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

/// Prints what was found, and says whether there was anything.
fn warn_of(found: &[Problem]) -> bool {
    output::complain(&output::problem_lines(found));
    !found.is_empty()
}

/// The files that a dossier may be made of.
fn given(args: &DossierArgs, files: &Files, papers: Option<&Listed>) -> Result<Given, Stop> {
    let named = |paths: Vec<_>| input::sources(paths.into_iter().map(Found::named).collect());
    let office = office::beside(&files.rosters);
    if let Some(path) = &office {
        // What is wrong with it is told by the name that the user knows.
        offices(office::file(path)?)?;
    }
    let evidence = papers.map(|papers| {
        let (inside, paths): (Vec<_>, Vec<_>) = papers.files.iter().cloned().unzip();
        let files = inside.into_iter().zip(named(paths)).collect();
        EvidenceFiles { own_name: papers.name.clone(), files }
    });
    Ok(Given {
        rosters: named(files.rosters.clone()),
        office: named(office.into_iter().collect()).pop(),
        sets: criteria_files::sources(args.data.criteria.as_deref())?,
        evidence,
        names: files.names.clone(),
    })
}
