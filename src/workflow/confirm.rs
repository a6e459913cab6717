//! `ntm criteria confirm`: who read a threshold in the decision itself, written into the
//! office's own copy of the set.

mod attestation;
mod choose;
mod summary;

use jiff::civil::Date;

pub use self::attestation::Attestation;
use self::attestation::{After, Change};
use self::choose::Chosen;
use super::names::kind_of;
use crate::law::{
    Clause, Confidence, Confirmation, Draft, Library, Origin, SetFile, Source, Stated,
};
use crate::problem::{Problem, Stop};
use crate::report::Page;
use crate::text::{Lang, Text};
use crate::{fold, text};

/// What an attestation changes.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// Nothing was left to confirm.
    Nothing(Page),
    /// The text of a file.
    Edited(Edited),
}

/// A file with an attestation in it.
#[derive(Clone, Debug)]
pub struct Edited {
    /// What the file says now.
    pub text: String,
    /// What it said; `None` where it is not there yet.
    pub before: Option<String>,
    /// What is worth a look in it.
    pub warnings: Vec<Problem>,
    /// What was done, and what is left.
    pub page: Page,
}

/// Confirms what stands in the sets. `target`: the name of the file that will be written.
///
/// # Errors
/// When the sets are faulty, the attestation speaks of what they do not have or cannot be
/// true, or the file is written so that it cannot be edited.
pub fn confirm(
    sources: &[Source],
    attestation: &Attestation,
    target: &str,
    today: Date,
) -> Result<Confirmed, Stop> {
    let library = Library::load_on(sources.to_vec(), today).map_err(Stop::problems)?;
    let file = find(&library, &attestation.set)?;
    let (stated, clauses) = (file.stated(), file.clauses());
    // Every set that the library knows came from a source.
    let own = sources.iter().find(|source| source.id == attestation.set);
    let unusual =
        || Stop::usage(text::confirm::cannot_edit(target), text::confirm::confirm_by_hand());
    let own = own.ok_or_else(unusual)?;
    let draft = Draft::open(&own.text, file.columns(), &stated).ok_or_else(unusual)?;
    let dated = read_between(&file, attestation, today);
    let chosen = choose::choose(attestation, &file, (&stated, &clauses), &draft);
    let chosen = match (dated, chosen) {
        (Ok(()), Ok(chosen)) => chosen,
        (dated, chosen) => {
            return Err(Stop::Several(dated.err().into_iter().chain(chosen.err()).collect()));
        }
    };
    if chosen.places.is_empty() && chosen.clauses.is_empty() {
        return Ok(Confirmed::Nothing(summary::nothing(&attestation.set, &chosen)));
    }
    let by = Confirmation { by: &attestation.by, on: attestation.on, text: &attestation.text };
    let picked: Vec<&Clause> = chosen.clauses.iter().map(|place| &clauses[*place]).collect();
    let text = draft.confirm(&chosen.places, &picked, chosen.figure(), &by).ok_or_else(unusual)?;
    let edited = Source {
        id: attestation.set.clone(),
        name: target.to_owned(),
        origin: Origin::File,
        text: text.clone(),
    };
    let (after, warnings) = load_again(sources, edited, today)?;
    if !holds(&after.stated, &chosen, &stated) || !clauses_hold(&after.clauses, &chosen, &clauses) {
        return Err(unusual());
    }
    let is_there = own.name == target && own.origin == Origin::File;
    let change = Change { file: &file, draft: &draft, before: &stated, after: &after };
    let page = summary::done(attestation, &change, &chosen, target);
    let before = is_there.then(|| own.text.clone());
    Ok(Confirmed::Edited(Edited { text, before, warnings, page }))
}

/// Nobody, or no text, confirms nothing.
///
/// # Errors
/// When it says neither, or still has the words that stand for them in the commands that
/// pages show.
pub fn refuse_blank(attestation: &Attestation) -> Result<(), Stop> {
    let blank = [("--by", &attestation.by), ("--text", &attestation.text)];
    let blank = blank.into_iter().filter(|(_, said)| fold::trim(said).is_empty());
    let stops = blank.map(|(option, _)| {
        Stop::usage(text::confirm::not_blank(option), text::confirm::say_who_and_where())
    });
    Stop::all(stops.chain(taken_over(attestation)).collect())
}

/// The words that stand for a name and a text in the commands that pages show.
fn taken_over(attestation: &Attestation) -> impl Iterator<Item = Stop> {
    use crate::text::confirm::{a_place, a_reader, a_source, fill_in, still_a_placeholder};
    let options = [
        ("--by", &attestation.by, vec![a_reader()]),
        ("--text", &attestation.text, vec![a_place(), a_source()]),
    ];
    let is_left = |said: &str, words: &[Text]| {
        let words = words.iter().flat_map(|word| [word.get(Lang::Vi), word.get(Lang::En)]);
        fold::find(fold::trim(said), words.map(|word| (word, ()))).is_some()
    };
    let left = options.into_iter().filter(move |(_, said, words)| is_left(said, words));
    left.map(|(option, said, _)| Stop::usage(still_a_placeholder(option, said), fill_in()))
}

fn find<'l>(library: &'l Library, id: &str) -> Result<SetFile<'l>, Stop> {
    library.file(id).ok_or_else(|| {
        if let Some(city) = library.cities.iter().find(|city| city.id == id) {
            let message = text::confirm::not_of_city(id, kind_of(city));
            let hint = text::confirm::confirm_city_by_hand(id, city.kind.as_str());
            return Stop::usage(message, hint);
        }
        let ids: Vec<&str> = library.file_ids().collect();
        let near = fold::nearest(id, ids.iter().copied());
        Stop::usage(text::no_set(id), text::near_or(&near, text::one_of(ids.join(", "))))
    })
}

/// What was not yet issued could not be read, nor was it read tomorrow.
fn read_between(file: &SetFile, attestation: &Attestation, today: Date) -> Result<(), Stop> {
    let decision = file.decision();
    if attestation.on < decision.date {
        let message =
            text::confirm::before_decision(attestation.on, &decision.number, decision.date);
        return Err(Stop::usage(message, text::confirm::read_after_issue()));
    }
    if attestation.on > today {
        let message = text::confirm::after_today(attestation.on, today);
        return Err(Stop::usage(message, text::confirm::check_date_and_clock()));
    }
    Ok(())
}

/// All that the edited file states, with what is worth a look in it.
fn load_again(
    sources: &[Source],
    edited: Source,
    today: Date,
) -> Result<(After, Vec<Problem>), Stop> {
    let (id, name) = (edited.id.clone(), edited.name.clone());
    let others = sources.iter().filter(|source| source.id != id).cloned();
    let sources = others.chain([edited]).collect();
    let library = Library::load_on(sources, today).map_err(Stop::problems)?;
    let file = library.file(&id);
    let after = After {
        stated: file.map(|file| file.stated()).unwrap_or_default(),
        clauses: file.map(|file| file.clauses()).unwrap_or_default(),
    };
    let own = library.warnings.into_iter().filter(|warning| warning.place.file == name);
    Ok((after, own.collect()))
}

/// Whether what was to be confirmed is, and nothing else was changed.
fn holds(after: &[Stated], chosen: &Chosen, before: &[Stated]) -> bool {
    let as_asked = |(place, (now, then)): (usize, (&Stated, &Stated))| {
        let same = (now.indicator, &now.part, now.year, now.column)
            == (then.indicator, &then.part, then.year, then.column);
        let value = if chosen.places.contains(&place) {
            now.confidence == Confidence::Confirmed
        } else {
            now.value == then.value && now.confidence == then.confidence
        };
        same && value
    };
    after.len() == before.len() && after.iter().zip(before).enumerate().all(as_asked)
}

/// The same of clauses.
fn clauses_hold(after: &[Clause], chosen: &Chosen, before: &[Clause]) -> bool {
    let as_asked = |(place, (now, then)): (usize, (&Clause, &Clause))| {
        let expected =
            if chosen.clauses.contains(&place) { Confidence::Confirmed } else { then.confidence };
        (now.kind, now.place, now.confidence) == (then.kind, then.place, expected)
    };
    after.len() == before.len() && after.iter().zip(before).enumerate().all(as_asked)
}
