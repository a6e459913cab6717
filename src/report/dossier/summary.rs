//! What is said of a dossier once it is made.

use super::super::altered_line;
use super::super::voices::result;
use super::assessment::{Assessment, faulty_elsewhere, recognition_blockers};
use crate::text::{Text, dossier as say};

/// Whose word the result is, whether the evidence was looked at, what stands in the way
/// of requesting recognition, and where the sets differ from the built-in ones. `folder`:
/// whether a folder of evidence was named.
pub fn summary_lines(of: &Assessment, folder: bool) -> Vec<Text> {
    let submission = of.explained.submission;
    let said = of.voice.with_earlier().iter().zip(of.cards).next_back();
    let mut lines: Vec<Text> =
        said.map(|(voice, card)| result(*voice, card.as_ref()).1).into_iter().collect();
    lines.extend((!folder).then(say::no_folder_named));
    let step = of.steps.iter().find(|step| step.level == submission.level);
    match step.filter(|step| step.conditions.is_some() && of.recognition.is_some()) {
        None if of.figures_only => lines.push(say::figures_only()),
        None => lines.push(say::no_conditions(submission.period)),
        Some(step) if step.eligible() => {}
        Some(step) => lines.push(recognition_blockers(step)),
    }
    lines.extend(faulty_elsewhere(of.left_out));
    lines.extend(of.parted.iter().map(|(set, parted)| altered_line((set, parted))));
    lines
}
