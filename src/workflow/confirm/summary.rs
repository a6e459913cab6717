//! What is said once a file is confirmed: what was done, and what is left.

use std::collections::{BTreeMap, BTreeSet};

use super::attestation::{Attestation, Change, ids};
use super::choose::{Chosen, case};
use crate::law::{Clause, Confidence, Op, SetFile, Spot, Stated, Value};
use crate::report::{self, Page, Tone};
use crate::text::{self, Figure, Text};

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
    attestation: &Attestation,
    change: &Change,
    chosen: &Chosen,
    target: &str,
) -> Page {
    let Change { file, draft, before: stated, after } = change;
    let figures = |places: &BTreeSet<usize>| {
        places.iter().map(|place| draft.spot(*place)).collect::<BTreeSet<&Spot>>().len()
    };
    let now = ids(stated, chosen.places.iter().copied());
    let clauses = words(chosen.clauses.iter().map(|place| &after.clauses[*place]));
    let (title, mut lines) = if now.is_empty() {
        (text::confirm::confirmed_clauses(clauses.join(", "), &attestation.set), Vec::new())
    } else {
        let title =
            text::confirm::confirmed_now(figures(&chosen.places), now.len(), &attestation.set);
        (title, Vec::new())
    };
    let stated_now: Vec<&Stated> = chosen.places.iter().map(|p| &after.stated[*p]).collect();
    let (met, table) = report::confirmed(file, &stated_now);
    if !now.is_empty() && !clauses.is_empty() {
        lines.push(text::confirm::clauses_too(clauses.join(", ")));
    }
    lines.push(text::confirm::by_whom(&attestation.by, attestation.on, &attestation.text));
    lines.extend(met);
    lines.extend(corrected(change, chosen));
    if !chosen.before.is_empty() {
        lines.push(before(chosen));
    }
    let is_open = |confidence: Confidence| confidence != Confidence::Confirmed;
    let open = after.stated.iter().enumerate().filter(|(_, s)| is_open(s.confidence));
    let open: BTreeSet<usize> = open.map(|(place, _)| place).collect();
    let left = ids(&after.stated, open.iter().copied());
    let left_clauses = words(after.clauses.iter().filter(|c| is_open(c.confidence)));
    let mut notes = Vec::new();
    if !open.is_empty() {
        let left = text::confirm::still_open(figures(&open), left.len(), left.join(", "));
        notes.push((Tone::Doubt, left));
        let (other, asked) =
            (figures(&of_others(attestation, file, &after.stated, &open)), asked(attestation));
        if other > 0 && !asked.is_empty() {
            notes.push((Tone::Doubt, text::confirm::of_others(other, asked)));
        }
    }
    if !left_clauses.is_empty() {
        notes.push((Tone::Doubt, text::confirm::clauses_still_open(left_clauses.join(", "))));
    }
    if notes.is_empty() {
        notes.push((Tone::Good, text::confirm::all_of_file_confirmed()));
    }
    notes.extend(without(file).into_iter().map(|line| (Tone::Faint, line)));
    notes.push((Tone::Plain, text::confirm::written_to(target)));
    Page { title, lead: lines, tables: vec![table], notes }
}

/// The options that left some columns or years out.
fn asked(attestation: &Attestation) -> String {
    let region = attestation.region.as_ref().map(|key| format!("--region {key}"));
    let year = attestation.year.map(|year| format!("--year {year}"));
    region.into_iter().chain(year).collect::<Vec<_>>().join(" ")
}

/// What is open and not of the column or the year asked for.
fn of_others(
    attestation: &Attestation,
    file: &SetFile,
    stated: &[Stated],
    open: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let column = attestation.region.as_ref().and_then(|key| file.columns().find(key));
    let other = |place: &&usize| {
        let one = &stated[**place];
        let in_column = column.is_none_or(|column| one.factor || one.column == column);
        let in_year =
            attestation.year.is_none() || one.year.is_none() || one.year == attestation.year;
        !(in_column && in_year)
    };
    open.iter().filter(other).copied().collect()
}

/// What clauses are called, each word once.
fn words<'c>(clauses: impl Iterator<Item = &'c Clause>) -> Vec<&'static str> {
    let mut words: Vec<&str> = clauses.map(|clause| clause.kind.word()).collect();
    words.dedup();
    words
}

/// The indicators that the file leaves without a threshold, by the files that state one.
fn without(file: &SetFile) -> Vec<Text> {
    let mut by_files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let taken = file.taken_away();
    for id in file.left_open().into_iter().filter(|id| !taken.contains(id)) {
        let files = file.set.stating(id).join(", ");
        by_files.entry(files).or_default().push(id.to_string());
    }
    let line = |(files, ids): (String, Vec<String>)| {
        if files.is_empty() {
            text::confirm::stated_nowhere(ids.join(", "))
        } else {
            text::confirm::stated_elsewhere(ids.join(", "), files)
        }
    };
    let taken: Vec<String> = taken.iter().map(ToString::to_string).collect();
    let taken = (!taken.is_empty()).then(|| text::confirm::taken_away(taken.join(", ")));
    by_files.into_iter().map(line).chain(taken).collect()
}

/// The figures that were changed, each once; of those that ask for less it is said.
fn corrected(change: &Change, chosen: &Chosen) -> Vec<Text> {
    let mut told: BTreeSet<&Spot> = BTreeSet::new();
    let mut lines = Vec::new();
    for place in &chosen.places {
        let (old, new) = (&change.before[*place], &change.after.stated[*place]);
        if old.value != new.value && told.insert(change.draft.spot(*place)) {
            let case = case(*place, change.file, change.before, change.draft);
            let (id, values) = (old.indicator, [value(old), value(new)]);
            let [was, now] = &values;
            lines.push(match &old.meaning.of {
                Some(of) => text::confirm::corrected_factor(id, was, now, of),
                None => text::confirm::corrected(id, case, was, now),
            });
            if is_laxer(old, new) {
                lines.push(text::confirm::laxer_than_before(id, was, now));
            }
        }
    }
    lines
}

/// Whether what is asked for now is easier to meet.
fn is_laxer(old: &Stated, new: &Stated) -> bool {
    let less = match (&old.value, &new.value) {
        (Value::Number(old), Value::Number(new)) => new < old,
        (Value::Grade(old), Value::Grade(new)) => new < old,
        _ => return false,
    };
    match new.meaning.op {
        Op::AtMost => !less,
        Op::AtLeast | Op::Equals => less,
    }
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
