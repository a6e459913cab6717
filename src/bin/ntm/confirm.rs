//! `ntm criteria confirm`: who read a threshold in the decision itself, written into the
//! office's own copy of the set.

mod choose;
mod lock;
mod told;

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use ntm::law::{
    self, Clause, Confidence, Confirmation, Draft, Library, Origin, SetFile, Source, Stated,
};
use ntm::problem::Problem;
use ntm::report::Page;
use ntm::text::{Lang, Text};
use ntm::{fold, text};

use crate::args::ConfirmArgs;
use crate::new_files::{self, NewFile};
use crate::outcome::{Outcome, Stop};
use crate::output::PageStyle;
use crate::unfinished::{Folders, Over};
use crate::{criteria, input, output, paths, spared};
use choose::Chosen;
use input::today;
use lock::Lock;

/// So often the file may be changed by others between reading and writing.
const MOST_TRIES: usize = 50;

pub(crate) fn run(args: &ConfirmArgs, style: PageStyle) -> Result<Outcome, Stop> {
    said(args)?;
    spared::refuse_month(&args.output)?;
    for _ in 0..MOST_TRIES {
        if let Some(outcome) = attempt(args, style)? {
            return Ok(outcome);
        }
    }
    Err(changed(&target(args)?))
}

/// Confirms what stands in the file now; nothing where it was changed meanwhile, and what
/// was read stands there no more.
fn attempt(args: &ConfirmArgs, style: PageStyle) -> Result<Option<Outcome>, Stop> {
    let sources = sources(args)?;
    let library = Library::load_on(sources.clone(), today()).map_err(Stop::problems)?;
    let file = find(&library, &args.set)?;
    let (stated, clauses) = (file.stated(), file.clauses());
    // Every set that the library knows came from a source.
    let own = sources.iter().find(|source| source.id == args.set);
    let path = target(args)?;
    let unusual = || {
        Stop::usage(text::confirm::cannot_edit(path.display()), text::confirm::confirm_by_hand())
    };
    let own = own.ok_or_else(unusual)?;
    let draft = Draft::open(&own.text, file.columns(), &stated).ok_or_else(unusual)?;
    let dated = read_between(&file, args);
    let chosen = choose::choose(args, &file, (&stated, &clauses), &draft);
    let (Ok(()), Ok(chosen)) = (&dated, &chosen) else {
        return Stop::all(dated.err().into_iter().chain(chosen.err()).collect()).map(|()| None);
    };
    if chosen.places.is_empty() && chosen.clauses.is_empty() {
        tell(&told::nothing(&args.set, chosen), style)?;
        return Ok(Some(Outcome::Done));
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
    let there = own.name == path.display().to_string() && own.origin == Origin::File;
    if !write(&path, there.then_some(&*own.text), &text)? {
        return Ok(None);
    }
    output::complain(&output::problem_lines(&warnings));
    let change = Change { file: &file, draft: &draft, before: &stated, after: &after };
    tell(&told::done(args, &change, chosen, &path), style)?;
    Ok(Some(Outcome::Done))
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
        if let Some(city) = library.cities.iter().find(|city| city.id == id) {
            let message = text::confirm::not_of_city(id, criteria::kind_of(city));
            return Stop::usage(
                message,
                text::confirm::confirm_city_by_hand(id, city.kind.as_str()),
            );
        }
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
    let sources = others.chain([edited]).collect();
    let library = Library::load_on(sources, today()).map_err(Stop::problems)?;
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

/// The file that is written: the one of the set that the folder has, whatever the case of
/// its ending.
fn target(args: &ConfirmArgs) -> Result<PathBuf, Stop> {
    let folder = &args.output;
    let there = if folder.is_dir() { input::criteria_paths(folder)? } else { Vec::new() };
    let own = there.into_iter().find(|path| input::stem(path) == args.set);
    Ok(own.unwrap_or_else(|| folder.join(format!("{}.toml", args.set))))
}

fn changed(path: &Path) -> Stop {
    Stop::usage(text::confirm::changed_meanwhile(path.display()), text::confirm::run_again())
}

/// Writes the file whole; the folder is made where it is not there yet. `before`: what the
/// file said when it was read; none where there was none. Nothing is written, and `false`
/// said, where that is so no more: another run would be undone.
fn write(path: &Path, before: Option<&str>, text: &str) -> Result<bool, Stop> {
    let mut folders = Folders::default();
    new_files::make_folder(&mut folders, path.parent().unwrap_or(Path::new("")))?;
    // A link stays one: what it leads to is replaced.
    let path: PathBuf = paths::real(&paths::target(path));
    let cannot = |why: std::io::Error| output::cannot_write(&path, &why);
    let folder = input::here(path.parent().unwrap_or(Path::new("")));
    let _lock = match Lock::take(folder) {
        Ok(lock) => lock,
        Err(why) if why.kind() == ErrorKind::TimedOut => return Err(changed(&path)),
        Err(why) => return Err(cannot(why)),
    };
    let now = match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(why) if why.kind() == ErrorKind::NotFound => None,
        Err(why) => return Err(cannot(why)),
    };
    if now.as_deref() != before.map(str::as_bytes) {
        return Ok(false);
    }
    let write = |out: &mut dyn Write| out.write_all(text.as_bytes());
    let file = NewFile::replacing(path.clone(), &write)?;
    new_files::put_over([file].into_iter(), Over::Anything)?;
    folders.keep();
    Ok(true)
}

/// The indicators of places, each once, in order.
fn ids(stated: &[Stated], places: impl Iterator<Item = usize>) -> Vec<String> {
    let ids: BTreeSet<_> = places.map(|place| stated[place].indicator).collect();
    ids.iter().map(ToString::to_string).collect()
}
