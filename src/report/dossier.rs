//! The pages of a dossier: its evidence, and why it cannot be made yet.

mod assessment;
mod lacking;
mod list;
mod unsure;

pub use assessment::{Assessment, assessment};
pub use list::evidence;

use super::worklist::commands;
use super::{Page, Tone, words};
use crate::analysis::chain::Explained;
use crate::analysis::lacks::Lacks;
use crate::text::{self, Text, dossier as say};

/// A page of a draft.
pub fn drafted(page: Page) -> Page {
    Page { title: text::draft_title(text::draft(), &page.title), ..page }
}

/// Everything that stands against the dossier of a commune, and what to do about it.
/// `folder`: that of the user's own sets, as a command names it.
pub fn refused(explained: &Explained, lacks: &Lacks, folder: Option<&str>) -> Page {
    let (commune, law) = (explained.commune, &explained.card.tally.law);
    let level = words::level(law.level);
    let title =
        say::refused_title(&commune.name, &commune.code, level, explained.submission.period);
    let mut lead = vec![lacking::counts(lacks)];
    if !lacks.clauses.is_empty() {
        lead.push(text::confirm::clauses_open(lacks.clauses.len()));
    }
    lead.push(say::nothing_written());
    let mut tables = lacking::tables(lacks, law, &commune.code);
    tables.extend([unsure::thresholds(lacks), unsure::clauses(lacks)]);
    let mut notes: Vec<(Tone, Text)> = Vec::new();
    let open = || lacks.thresholds.iter().chain(&lacks.clauses);
    let commands = commands(open(), folder);
    if !commands.is_empty() {
        notes.extend(commands);
        let folder = folder.map_or_else(text::confirm::own_folder, Text::same);
        notes.push((Tone::Plain, say::then_criteria()));
        notes.push((Tone::Command, say::with_criteria(folder)));
    }
    if !lacks.expired.is_empty() {
        notes.push((Tone::Plain, text::renew_evidence()));
    }
    if !lacks.files.is_empty() {
        notes.push((Tone::Plain, say::name_by_number()));
    }
    notes.push((Tone::Faint, say::or_draft()));
    Page { title, lead, tables, notes }
}
