//! A folder of evidence against what is cited.

use std::collections::BTreeSet;

use super::said::warning;
use crate::intake::evidence::{
    CitedDocument, CitingCommunes, Doubt, Folder, Proofs, Unclear, cited, suggested,
};
use crate::intake::{Finding, Intake, Roster};
use crate::problem::{Code, Location, Problem, SheetLocation};
use crate::text::{self, Text, dossier};

/// So many documents are named of those that a file could be.
const NAMED: usize = 6;

/// What of a folder of evidence and what is cited do not fit: documents without file,
/// each once a file of data, and files that prove nothing. `name`: the folder as the user
/// named it.
pub fn evidence(
    read: &Intake,
    roster: &Roster,
    (folder, proofs): (&Folder, &Proofs),
    name: &str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut told = BTreeSet::new();
    for submission in &read.submissions {
        let (places, commune) = (submission.places(), submission.commune);
        for (citation, place) in submission.citations().into_iter().zip(places) {
            for document in cited(&[citation]) {
                let held = !proofs.files_of(commune, document).is_empty();
                let Some(place) = place.clone().filter(|_| !held) else {
                    continue;
                };
                // One of several communes is one; without a date each has its own.
                let name_it = suggested(document, &roster.communes[commune].code);
                if !told.insert((place.file.clone(), document, name_it.clone())) {
                    continue;
                }
                let sheet = place.sheet.map(|sheet| SheetLocation { cell: None, ..sheet });
                let place = Location { column: Some("evidence"), sheet, ..place };
                let words =
                    (dossier::file_is_missing(document.dated(), name), dossier::name_it(name_it));
                let mut found = warning(submission, Code::EvidenceFileMissing, place, words);
                found.problem = found.problem.with_cell(document.name);
                findings.push(found);
            }
        }
    }
    let unclear = ambiguous(proofs, roster, None, &format!("{name}/"));
    let others = proofs
        .files()
        .filter_map(|(file, seems, owners)| of_file(folder, file, (name, roster), (seems, owners)));
    findings.extend(unclear.into_iter().chain(others).map(Finding::of_file));
    findings
}

/// The files that could be several documents', those that could be a commune's alone where
/// one is given; `above` stands before their paths.
pub fn ambiguous(
    proofs: &Proofs,
    roster: &Roster,
    commune: Option<usize>,
    above: &str,
) -> Vec<Problem> {
    let tell = |Unclear { file, papers, more }: Unclear| {
        // The commune's own document serves as the example, where one is asked about.
        let own =
            |(_, who): &&(CitedDocument, Vec<usize>)| commune.is_none_or(|one| who.contains(&one));
        let (document, who) = papers.iter().find(own)?;
        let whose = commune.or(who.first().copied())?;
        let example = suggested(*document, &roster.communes[whose].code);
        let place = Location { file: format!("{above}{file}"), ..Location::default() };
        let message = dossier::file_is_ambiguous(listed(&papers, more, roster));
        // A folder does not tell apart what is one commune's.
        let hint = if papers.iter().flat_map(|(_, who)| who).all(|one| *one == whose) {
            dossier::tell_apart_by_date(example)
        } else {
            dossier::tell_apart(example)
        };
        let code = Code::EvidenceFileAmbiguous;
        Some(Problem::error(code, place, message, hint).as_warning())
    };
    proofs.ambiguous(commune, NAMED).into_iter().filter_map(tell).collect()
}

/// Documents with the communes that cite them.
fn listed(papers: &CitingCommunes, more: usize, roster: &Roster) -> Text {
    let one = |(document, who): &(CitedDocument, Vec<usize>)| {
        dossier::document_of(document.dated(), names(who, roster))
    };
    let all: Vec<Text> = papers.iter().map(one).collect();
    let all = Text::join(&all, ", ");
    match more {
        0 => all,
        more => dossier::and_more(all, more),
    }
}

/// Communes by code and name.
fn names(who: &[usize], roster: &Roster) -> String {
    let name = |place: &usize| {
        let commune = &roster.communes[*place];
        format!("{} {}", commune.code, commune.name)
    };
    who.iter().take(NAMED).map(name).collect::<Vec<_>>().join(", ")
}

/// What is wrong with a file of evidence; `seems`: whether its name is that of a document
/// that is cited, with the communes whose it is by its path.
fn of_file(
    folder: &Folder,
    file: &str,
    (name, roster): (&str, &Roster),
    (seems, owners): (bool, Option<&[usize]>),
) -> Option<Problem> {
    let (code, message, hint) = match (folder.doubt(file), seems) {
        (Some(Doubt::Link), _) => {
            (Code::EvidenceFileLink, dossier::file_is_link(), dossier::copy_the_file())
        }
        (Some(Doubt::Unreadable(why)), true) => {
            (Code::UnreadableFile, text::cannot_read(why), text::check_file())
        }
        (Some(Doubt::Empty), true) => {
            (Code::EvidenceFileEmpty, dossier::file_is_empty(), dossier::scan_again())
        }
        (_, false) => uncited(owners, roster),
        (None, true) => return None,
    };
    let place = Location { file: format!("{name}/{file}"), ..Location::default() };
    Some(Problem { severity: code.severity(), ..Problem::error(code, place, message, hint) })
}

fn uncited(owners: Option<&[usize]>, roster: &Roster) -> (Code, Text, Text) {
    let code = Code::EvidenceFileUncited;
    match owners {
        None => (code, dossier::file_is_uncited(), dossier::cite_or_rename()),
        Some(owners) => {
            let whose = match owners {
                [] => dossier::nobodys_path(),
                owners => Text::same(names(owners, roster)),
            };
            (code, dossier::file_of_others(whose), dossier::in_its_own_folder())
        }
    }
}
