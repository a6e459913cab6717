//! The pages of a dossier: its evidence, and why it cannot be made yet.

mod assessment;
mod basis;
mod lacking;
mod list;
mod section;
mod summary;
mod unsure;

pub use assessment::{Assessment, assessment};
pub use list::evidence;
pub use summary::summary_lines;

use super::document::Document;
use super::worklist::commands;
use super::{Page, Tone, words};
use crate::analysis::explain::Explained;
use crate::analysis::lacks::Lacks;
use crate::intake::{Commune, Voice};
use crate::law::Level;
use crate::period::Period;
use crate::text::{self, Text, dossier as say};

/// A page of a draft.
pub fn drafted(page: Page) -> Page {
    Page { title: text::draft_title(text::draft(), &page.title), ..page }
}

/// A page of a dossier of the figures alone.
pub fn figures_only(page: Page) -> Page {
    let lead = std::iter::once(say::figures_only()).chain(page.lead).collect();
    Page { lead, ..page }
}

/// The same of a document: right below its title.
pub fn document_of_figures(document: Document) -> Document {
    let lead = std::iter::once(say::figures_only()).chain(document.lead).collect();
    Document { lead, ..document }
}

/// The words for a level.
pub fn level(level: Level) -> Text {
    words::level(level)
}

/// That a voice says nothing of a commune at a level in a period, and in which `others` it
/// does.
pub fn not_reported(
    commune: &Commune,
    period: Period,
    (level, voice): (Level, Voice),
    others: &[Period],
) -> Text {
    let (level, voice) = (words::level(level), words::voice(voice));
    let silent = say::has_not_reported(&commune.name, period, level, voice);
    let others: Vec<Text> = others.iter().map(Text::same).collect();
    if others.is_empty() { silent } else { say::but_reported(silent, Text::join(&others, ", ")) }
}

/// Everything that stands against the dossier of a commune, and what to do about it.
/// `folder`: that of the user's own sets, as a command names it.
pub fn refused(explained: &Explained, lacks: &Lacks, folder: Option<&str>) -> Page {
    let (commune, law) = (explained.commune, &explained.card.tally.law);
    let level = words::level(law.level);
    let title =
        say::refused_title(&commune.name, &commune.code, level, explained.submission.period);
    let lead = vec![lacking::counts(lacks), say::nothing_written()];
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
    let of_conditions = lacks.evidence_beside.iter().any(|(of, _)| *of == Level::Recognition);
    if of_conditions || !lacks.conditions.is_empty() {
        notes.push((Tone::Plain, say::conditions_needed()));
    }
    notes.push((Tone::Faint, say::or_draft()));
    Page { title, lead, tables, notes }
}
