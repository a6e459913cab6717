//! `ntm criteria confirm`: who read a threshold in the decision itself, written into the
//! office's own copy of the set.

mod choose;
mod told;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{self, TimeZone};
use ntm::law::{
    self, Clause, Confidence, Confirmation, Draft, Library, Origin, SetFile, Source, Stated,
};
use ntm::problem::Problem;
use ntm::report::Page;
use ntm::text::{Lang, Text};
use ntm::{fold, text};

use crate::args::ConfirmArgs;
use crate::outcome::{Outcome, Stop};
use crate::output::PageStyle;
use crate::{input, new_files, output};
use choose::Chosen;

pub(crate) fn run(args: &ConfirmArgs, style: PageStyle) -> Result<Outcome, Stop> {
    said(args)?;
    let sources = sources(args)?;
    let library = Library::load(sources.clone()).map_err(Stop::problems)?;
    let file = find(&library, &args.set)?;
    let (stated, clauses) = (file.stated(), file.clauses());
    // Every set that the library knows came from a source.
    let own = sources.iter().find(|source| source.id == args.set);
    let path = args.output.join(format!("{}.toml", args.set));
    let unusual = || {
        Stop::usage(text::confirm::cannot_edit(path.display()), text::confirm::confirm_by_hand())
    };
    let own = own.ok_or_else(unusual)?;
    let draft = Draft::open(&own.text, file.columns(), &stated).ok_or_else(unusual)?;
    let dated = read_between(&file, args);
    let chosen = choose::choose(args, &file, (&stated, &clauses), &draft);
    let (Ok(()), Ok(chosen)) = (&dated, &chosen) else {
        return Stop::all(dated.err().into_iter().chain(chosen.err()).collect())
            .map(|()| Outcome::Done);
    };
    if chosen.places.is_empty() && chosen.clauses.is_empty() {
        tell(&told::nothing(&args.set, chosen), style)?;
        return Ok(Outcome::Done);
    }
    let by = Confirmation { by: &args.by, on: args.on, text: &args.text };
    let picked: Vec<&Clause> = chosen.clauses.iter().map(|place| &clauses[*place]).collect();
    let text = draft.confirm(&chosen.places, &picked, chosen.figure(), &by).ok_or_else(unusual)?;
    let edited = Source {
        id: args.set.clone(),
        name: path.display().to_string(),
        origin: Origin::File,
        text: text.clone(),
    };
    let (after, warnings) = load_again(&sources, edited)?;
    if !holds(&after.stated, chosen, &stated) || !clauses_hold(&after.clauses, chosen, &clauses) {
        return Err(unusual());
    }
    write(&path, &text)?;
    output::complain(&output::problem_lines(&warnings));
    let change = Change { file: &file, draft: &draft, before: &stated, after: &after };
    tell(&told::done(args, &change, chosen, &path), style)?;
    Ok(Outcome::Done)
}

/// Prints what was done.
fn tell(page: &Page, style: PageStyle) -> Result<(), Stop> {
    output::show(page, style)
}

/// Nobody, or no text, confirms nothing.
fn said(args: &ConfirmArgs) -> Result<(), Stop> {
    let blank = [("--by", &args.by), ("--text", &args.text)];
    let blank = blank.into_iter().filter(|(_, said)| fold::trim(said).is_empty());
    let stops = blank.map(|(option, _)| {
        Stop::usage(text::confirm::not_blank(option), text::confirm::say_who_and_where())
    });
    Stop::all(stops.chain(taken_over(args)).collect())
}

/// The words that stand for a name and a text in the commands that pages show.
fn taken_over(args: &ConfirmArgs) -> impl Iterator<Item = Stop> {
    use ntm::text::confirm::{a_place, a_reader, a_source, fill_in, still_a_placeholder};
    let options =
        [("--by", &args.by, vec![a_reader()]), ("--text", &args.text, vec![a_place(), a_source()])];
    let is_left = |said: &str, words: &[Text]| {
        let words = words.iter().flat_map(|word| [word.get(Lang::Vi), word.get(Lang::En)]);
        fold::find(fold::trim(said), words.map(|word| (word, ()))).is_some()
    };
    let left = options.into_iter().filter(move |(_, said, words)| is_left(said, words));
    left.map(|(option, said, _)| Stop::usage(still_a_placeholder(option, said), fill_in()))
}

/// The built-in sets, the user's own, and those of the folder that is written to, each in
/// place of the one before of the same id.
fn sources(args: &ConfirmArgs) -> Result<Vec<Source>, Stop> {
    let folder = &args.output;
    if folder.exists() && !folder.is_dir() {
        let message = text::confirm::one_folder(folder.display());
        return Err(Stop::usage(message, text::confirm::name_folder()));
    }
    let mut sources = law::built_in();
    let mut lay = |own: Vec<Source>| {
        sources.retain(|source| own.iter().all(|own| own.id != source.id));
        sources.extend(own);
    };
    if let Some(criteria) = &args.criteria {
        lay(input::criteria_files(criteria)?);
    }
    if folder.is_dir() && !input::criteria_paths(folder)?.is_empty() {
        lay(input::criteria_files(folder)?);
    }
    Ok(sources)
}

fn find<'l>(library: &'l Library, id: &str) -> Result<SetFile<'l>, Stop> {
    library.file(id).ok_or_else(|| {
        let ids: Vec<&str> = library.file_ids().collect();
        let near = fold::nearest(id, ids.iter().copied());
        Stop::usage(text::no_set(id), text::near_or(&near, text::one_of(ids.join(", "))))
    })
}

/// What was not yet issued could not be read, nor was it read tomorrow.
fn read_between(file: &SetFile, args: &ConfirmArgs) -> Result<(), Stop> {
    let (decision, today) = (file.decision(), today());
    if args.on < decision.date {
        let message = text::confirm::before_decision(args.on, &decision.number, decision.date);
        return Err(Stop::usage(message, text::confirm::read_after_issue()));
    }
    if args.on > today {
        let message = text::confirm::after_today(args.on, today);
        return Err(Stop::usage(message, text::confirm::check_date_and_clock()));
    }
    Ok(())
}

/// The day it is in Việt Nam, which has one time all over, by the computer's clock.
pub(crate) fn today() -> Date {
    let hours = tz::offset(7);
    Timestamp::now().to_zoned(TimeZone::fixed(hours)).date()
}

/// A file once it is confirmed.
struct After {
    stated: Vec<Stated>,
    clauses: Vec<Clause>,
}

/// A file before and after.
struct Change<'c> {
    file: &'c SetFile<'c>,
    draft: &'c Draft<'c>,
    before: &'c [Stated],
    after: &'c After,
}

/// All that the edited file states, with what is worth a look in it.
fn load_again(sources: &[Source], edited: Source) -> Result<(After, Vec<Problem>), Stop> {
    let (id, name) = (edited.id.clone(), edited.name.clone());
    let others = sources.iter().filter(|source| source.id != id).cloned();
    let library = Library::load(others.chain([edited]).collect()).map_err(Stop::problems)?;
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
        let value = match chosen.places.contains(&place) {
            true => now.confidence == Confidence::Confirmed,
            false => now.value == then.value && now.confidence == then.confidence,
        };
        same && value
    };
    after.len() == before.len() && after.iter().zip(before).enumerate().all(as_asked)
}

/// The same of clauses.
fn clauses_hold(after: &[Clause], chosen: &Chosen, before: &[Clause]) -> bool {
    let as_asked = |(place, (now, then)): (usize, (&Clause, &Clause))| {
        let expected = match chosen.clauses.contains(&place) {
            true => Confidence::Confirmed,
            false => then.confidence,
        };
        (now.kind, now.place, now.confidence) == (then.kind, then.place, expected)
    };
    after.len() == before.len() && after.iter().zip(before).enumerate().all(as_asked)
}

/// Writes the file whole; the folder is made where it is not there yet.
fn write(path: &Path, text: &str) -> Result<(), Stop> {
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    if !folder.as_os_str().is_empty() {
        new_files::make_folder(&folder)?;
    }
    // A link stays one: what it leads to is replaced.
    let path: PathBuf = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let file = output::beside(&path, &|out: &mut dyn Write| out.write_all(text.as_bytes()));
    let file = file.map_err(|why| output::cannot_write(&path, &why))?;
    file.persist(&path).map_err(|error| output::cannot_write(&path, &error.error))?;
    Ok(())
}

/// The indicators of places, each once, in order.
fn ids(stated: &[Stated], places: impl Iterator<Item = usize>) -> Vec<String> {
    let ids: BTreeSet<_> = places.map(|place| stated[place].indicator).collect();
    ids.iter().map(ToString::to_string).collect()
}
