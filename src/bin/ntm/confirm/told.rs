//! What is said once a file is confirmed: what was done, and what is left.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ntm::law::{Confidence, Draft, SetFile, Spot, Stated, Value};
use ntm::report::{Page, Tone};
use ntm::text::{self, Figure, Text};

use super::choose::{Chosen, case};
use super::ids;
use crate::args::ConfirmArgs;

/// Nothing was left to confirm.
pub(super) fn nothing(set: &str, chosen: &Chosen) -> Page {
    let before = (!chosen.before.is_empty()).then(|| before(chosen));
    let lead = before.into_iter().collect();
    Page { title: text::confirm::nothing_left(set), lead, ..Page::default() }
}

fn before(chosen: &Chosen) -> Text {
    text::confirm::confirmed_before(chosen.before.join(", "))
}

pub(super) fn done(
    args: &ConfirmArgs,
    file: &SetFile,
    (stated, after): (&[Stated], &[Stated]),
    draft: &Draft,
    chosen: &Chosen,
    path: &Path,
) -> Page {
    let figures = |places: &BTreeSet<usize>| {
        places.iter().map(|place| draft.spot(*place)).collect::<BTreeSet<&Spot>>().len()
    };
    let now = ids(stated, chosen.places.iter().copied());
    let title = text::confirm::confirmed_now(figures(&chosen.places), now.len(), &args.set);
    let mut lines = vec![
        text::confirm::ids(now.join(", ")),
        text::confirm::by_whom(&args.by, args.on, &args.text),
    ];
    lines.extend(corrected(file, (stated, after), draft, chosen));
    if !chosen.before.is_empty() {
        lines.push(before(chosen));
    }
    let open = after.iter().enumerate().filter(|(_, s)| s.confidence != Confidence::Confirmed);
    let open: BTreeSet<usize> = open.map(|(place, _)| place).collect();
    let left = ids(after, open.iter().copied());
    let mut notes = vec![match open.is_empty() {
        true => (Tone::Good, text::confirm::all_of_file_confirmed()),
        false => {
            let left = (figures(&open), left.len(), left.join(", "));
            (Tone::Doubt, text::confirm::still_open(left.0, left.1, left.2))
        }
    }];
    notes.extend(without(file).into_iter().map(|line| (Tone::Faint, line)));
    notes.push((Tone::Plain, text::confirm::written_to(path.display())));
    Page { title, lead: lines, notes, ..Page::default() }
}

/// The indicators that the file leaves without a threshold, by the files that state one.
fn without(file: &SetFile) -> Vec<Text> {
    let mut by_files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in file.left_open() {
        let files = file.set.stating(id).join(", ");
        by_files.entry(files).or_default().push(id.to_string());
    }
    let line = |(files, ids): (String, Vec<String>)| match files.is_empty() {
        true => text::confirm::stated_nowhere(ids.join(", ")),
        false => text::confirm::stated_elsewhere(ids.join(", "), files),
    };
    by_files.into_iter().map(line).collect()
}

/// The figures that were changed, each once.
fn corrected(
    file: &SetFile,
    (stated, after): (&[Stated], &[Stated]),
    draft: &Draft,
    chosen: &Chosen,
) -> Vec<Text> {
    let mut told: BTreeSet<&Spot> = BTreeSet::new();
    let mut lines = Vec::new();
    for place in &chosen.places {
        let (old, new, spot) = (&stated[*place], &after[*place], draft.spot(*place));
        if old.value != new.value && told.insert(spot) {
            let case = case(*place, file, stated, draft);
            lines.push(text::confirm::corrected(old.indicator, case, value(old), value(new)));
        }
    }
    lines
}

/// The decimals of values and thresholds on a page.
const SIX: u32 = 6;

/// A threshold for people.
fn value(stated: &Stated) -> Text {
    match &stated.value {
        Value::YesNo(_) => text::met(),
        Value::Number(number) => text::confirm::figure(Figure::new(number, SIX)),
        Value::Grade(place) => Text::same(&stated.grades[*place]),
    }
}
