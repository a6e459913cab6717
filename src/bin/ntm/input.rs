//! Finding and opening files: data and rosters.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, FileType};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ntm::intake::{Content, Intake, Opener, Options, RosterFile, Source};
use ntm::period::Period;
use ntm::problem::io_reason;
use ntm::report::InputFile;
use ntm::text;
use ntm::text::output as say;
use ntm::workflow::session::{Input, Question, Scope};
use ntm::workflow::{FileNames, Session};
use rayon::prelude::*;

use crate::args::DataArgs;
use crate::criteria_files;
use crate::folder;
use crate::outcome::Stop;
use crate::output::Targets;
use crate::paths;
use crate::progress::Step;
use crate::roster;
use crate::similar;
use crate::taken::{DataFolder, Taken};

/// How far above the data the roster may lie.
const FOLDERS_ABOVE: usize = 3;

/// What only paths tell of what was opened.
#[derive(Default)]
pub(crate) struct Files {
    /// The paths of the roster.
    pub(crate) rosters: Vec<PathBuf>,
    /// What files are called in documents.
    pub(crate) names: FileNames,
    /// The folders in which the data lies, also of files that were named.
    pub(crate) data_in: Vec<PathBuf>,
    /// The folders that were read.
    pub(crate) folders: Vec<DataFolder>,
}

impl Files {
    /// The files with their digests, in the order of their names, whatever order they were
    /// named in. One that cannot be read is told by whoever reads it.
    pub(crate) fn digests(&self, input: &Input) -> Vec<InputFile> {
        let digest = |source: &Source| {
            let sha256 = source.sha256().ok()?;
            Some(InputFile { name: self.names.of(&source.name), sha256 })
        };
        let mut files: Vec<InputFile> = input.sources().par_iter().filter_map(digest).collect();
        files.sort_by(|one, other| (&one.name, &one.sha256).cmp(&(&other.name, &other.sha256)));
        files
    }
}

/// Reads what was opened, and shows how far it has come.
pub(crate) fn read(input: &mut Input, rows: bool) -> Intake {
    let step = Step::reading(input.sources());
    input.read(rows, Some(&|bytes| step.advance(bytes)))
}

/// Opens and reads what the arguments name.
pub(crate) fn session(
    data: &DataArgs,
    question: Question,
    targets: &Targets,
    scope: Scope,
) -> Result<(Session, Files), Stop> {
    let (input, files) = open(data, targets, false)?;
    Ok((session_of(input, question, scope)?, files))
}

/// The same of all months that a folder of months holds.
pub(crate) fn session_of_months(
    data: &DataArgs,
    question: Question,
    targets: &Targets,
) -> Result<(Session, Files), Stop> {
    let (input, files) = open(data, targets, true)?;
    Ok((session_of(input, question, Scope::default())?, files))
}

/// Reads what was opened, and shows how far it has come.
pub(crate) fn session_of(input: Input, question: Question, scope: Scope) -> Result<Session, Stop> {
    let step = Step::reading(input.sources());
    Session::new(input, question, scope, Some(&|bytes| step.advance(bytes)))
}

/// Opens what the arguments name, none of which a target may replace. `months`: a
/// folder of month folders stands for all of them, and a file may be of several.
pub(crate) fn open(
    args: &DataArgs,
    targets: &Targets,
    months: bool,
) -> Result<(Input, Files), Stop> {
    let mut taken = Taken::default();
    for path in &args.paths {
        taken.take(path, months, args.period)?;
    }
    open_taken(taken, args, targets, months)
}

/// The same of all months; of several paths one that gives nothing stops no other.
pub(crate) fn open_what_is_there(
    args: &DataArgs,
    targets: &Targets,
) -> Result<(Input, Files), Stop> {
    let mut taken = Taken::default();
    let mut refused = Vec::new();
    for path in &args.paths {
        if let Err(stop) = taken.take(path, true, args.period) {
            refused.push((path, stop));
        }
    }
    if taken.files.is_empty() && !refused.is_empty() {
        let mut stops: Vec<Stop> = refused.into_iter().map(|(_, stop)| stop).collect();
        return Err(if stops.len() == 1 { stops.remove(0) } else { Stop::Several(stops) });
    }
    refused.into_iter().for_each(|(path, stop)| taken.tell(path, stop));
    open_taken(taken, args, targets, true)
}

fn open_taken(
    taken: Taken,
    args: &DataArgs,
    targets: &Targets,
    months: bool,
) -> Result<(Input, Files), Stop> {
    if let Some(threads) = args.threads {
        // Only fails where a pool is there already, which then does the work.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build_global();
    }
    let library = criteria_files::library(args.criteria.as_deref())?;
    let Taken { files: mut found, folders, mut passed } = taken;
    // Within one folder no file is met twice.
    if args.paths.len() > 1 {
        drop_repeated(&mut found);
        let mut told = BTreeSet::new();
        passed.retain(|p| told.insert((paths::real(Path::new(&p.place.file)), p.code)));
    }
    let near = roster_paths(args, &found)?;
    let rosters: Vec<Found> = near.iter().map(|near| near.file.clone()).collect();
    targets.spare(&found)?;
    targets.spare(&rosters)?;
    // What is written beside months is never read; what is written among data would be.
    let read: Vec<&Path> = folders.iter().map(|folder| here(&folder.path)).collect();
    targets.keep_tables_out_of(&read)?;
    if let Some(folder) = &args.criteria {
        let criteria = criteria_files::paths(folder)?.into_iter().map(Found::named);
        targets.spare(&criteria.collect::<Vec<_>>())?;
    }
    let mut data_in: Vec<PathBuf> =
        found.iter().filter_map(|found| Some(here(found.path.parent()?).to_owned())).collect();
    data_in.dedup();
    let roster_files: Vec<PathBuf> = rosters.iter().map(|found| found.path.clone()).collect();
    let above = match args.communes {
        Some(_) => roster::found_anyway(&roster_files, &data_in),
        None => roster_files.clone(),
    };
    let data = found.iter().map(|found| found.path.as_path());
    let mut names = FileNames::new(data, &roster_files, &above, &paths::real);
    if let Some(folder) = &args.criteria {
        names.add_bare(criteria_files::paths(folder)?.iter().map(PathBuf::as_path));
    }
    let options = Options {
        period: args.period,
        decimal: args.decimal,
        several: months,
        ..Options::default()
    };
    let months = near.into_iter().map(|near| near.months);
    let files = self::sources(rosters).into_iter().zip(months);
    let files = files.map(|(source, months)| RosterFile { source, months });
    let mut input = Input::new(library, &files.collect::<Vec<_>>(), sources(found), options);
    input.passed = passed;
    Ok((input, Files { rosters: roster_files, names, data_in, folders }))
}

/// A path to be read.
#[derive(Clone)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) kind: Kind,
}

/// What is known of a path before it is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file that a folder lists: no link.
    Listed,
    /// Named by the user: it may be a link or a pipe.
    Named,
    /// Listed by a folder, and no file: a link, a pipe, a device.
    Odd,
}

impl Found {
    pub(crate) fn named(path: PathBuf) -> Found {
        Found { path, kind: Kind::Named }
    }
}

/// The files as sources, opened when it is their turn.
pub(crate) fn sources(files: Vec<Found>) -> Vec<Source> {
    let mut periods: BTreeMap<PathBuf, Option<Period>> = BTreeMap::new();
    let by_name: Arc<Opener> = Arc::new(|name| Ok(Box::new(File::open(name)?)));
    let mut sources = Vec::with_capacity(files.len());
    for file in files {
        let path = file.path.as_path();
        let folder = path.parent().filter(|_| path.as_os_str() != "-");
        let period = folder.map(|folder| match periods.get(folder) {
            Some(period) => *period,
            None => *periods.entry(folder.to_owned()).or_insert(folder_period(here(folder))),
        });
        sources.push(Source {
            name: path.display().to_string(),
            folder_period: period.flatten(),
            content: content(file, &by_name),
        });
    }
    sources
}

/// What a path gives. A pipe can be read once only, and one that was not named might
/// never end. `by_name` opens what its name leads to.
fn content(Found { path, kind }: Found, by_name: &Arc<Opener>) -> Content {
    let standard_input = path.as_os_str() == "-";
    if kind == Kind::Listed || (!standard_input && is_plain(&path)) {
        return match path.to_str() {
            Some(_) => Content::Open(Arc::clone(by_name)),
            // The name on the page is not quite the name on the disk.
            None => Content::Open(Arc::new(move |_| Ok(Box::new(File::open(&path)?)))),
        };
    }
    let mut bytes = Vec::new();
    let read = match (standard_input, kind) {
        (true, _) => std::io::stdin().lock().read_to_end(&mut bytes),
        (false, Kind::Odd) => Err(std::io::ErrorKind::InvalidInput.into()),
        _ => File::open(path).and_then(|mut pipe| pipe.read_to_end(&mut bytes)),
    };
    match read {
        Ok(_) => Content::Bytes(bytes),
        Err(why) => {
            let (kind, number) = (why.kind(), why.raw_os_error());
            let again = move || number.map_or(kind.into(), std::io::Error::from_raw_os_error);
            Content::Open(Arc::new(move |_| Err(again())))
        }
    }
}

/// A path that leads nowhere. On Windows `"a b\"` is read as `a b"` and all that follows.
pub(crate) fn no_such_path(path: &Path) -> Stop {
    let typed = path.to_string_lossy();
    if std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        return Stop::usage(text::leads_nowhere(path.display()), text::name_the_target());
    }
    let hint = match (typed.contains('"'), typed.contains(['*', '?'])) {
        (true, _) => say::leave_out_last_stroke(),
        (false, true) => say::nothing_fits(),
        (false, false) => text::near_or(&similar::to(path), text::check_path()),
    };
    Stop::usage(text::no_such_path(path.display()), hint)
}

/// Not a pipe or device, whose reading might never end. One that is not there is
/// told when it is opened.
fn is_plain(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}

/// A folder's entries by name.
pub(crate) fn entries(folder: &Path) -> Result<Vec<(PathBuf, FileType)>, Stop> {
    let unreadable = |why: std::io::Error| {
        Stop::usage(say::cannot_read_folder(folder.display(), io_reason(&why)), text::check_file())
    };
    let listed = std::fs::read_dir(folder).map_err(unreadable)?;
    let entries =
        listed.map(|entry| entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?))));
    let mut entries: Vec<_> = entries.collect::<Result<_, _>>().map_err(unreadable)?;
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(entries.into_iter().map(|(name, kind)| (folder.join(name), kind)).collect())
}

/// Whether a file, by its ending, may be read as data.
pub(crate) fn may_be_table(path: &Path) -> bool {
    paths::ends_in(path, &folder::ENDINGS)
}

pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file named twice is read once; by a link once more for another month.
fn drop_repeated(files: &mut Vec<Found>) {
    let mut seen = BTreeSet::new();
    let month = |path: &Path| path.parent().and_then(|folder| folder_period(here(folder)));
    files.retain(|Found { path, .. }| seen.insert((paths::real(path), month(path))));
}

/// The period that the name of a folder gives: the name it is called by, and only where
/// that is no month's the one that a link leads to.
pub(crate) fn folder_period(folder: &Path) -> Option<Period> {
    let named = named_period(folder).or_else(|| named_period(&paths::as_named(folder)));
    named.or_else(|| named_period(&paths::real(folder)))
}

/// The period that a folder is called by.
pub(crate) fn named_period(folder: &Path) -> Option<Period> {
    Period::parse_iso(&folder.file_name()?.to_string_lossy())
}

/// A roster, and the months of the folders that it is the nearest one of; `None` where it
/// is that of data in no such folder.
struct Near {
    file: Found,
    months: Option<BTreeSet<Period>>,
}

/// The roster that the user names, or the nearest one of each data file.
fn roster_paths(args: &DataArgs, data: &[Found]) -> Result<Vec<Near>, Stop> {
    if let Some(path) = &args.communes {
        return Ok(vec![Near { file: Found::named(named_roster(path)?), months: None }]);
    }
    let mut rosters: Vec<Near> = Vec::new();
    let mut places: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut last: Option<&Path> = None;
    for Found { path, .. } in data {
        if path.as_os_str() == "-" {
            return Err(Stop::usage(text::input_has_no_roster(), text::name_the_roster()));
        }
        let folder = here(path.parent().unwrap_or(Path::new("")));
        if last == Some(folder) {
            continue;
        }
        last = Some(folder);
        let roster = only_roster(folder)?;
        let place = *places.entry(paths::real(&roster)).or_insert(rosters.len());
        if place == rosters.len() {
            rosters.push(Near { file: Found::named(roster), months: Some(BTreeSet::new()) });
        }
        let months = &mut rosters[place].months;
        *months = months.take().zip(folder_period(folder)).map(|(mut months, month)| {
            months.insert(month);
            months
        });
    }
    Ok(rosters)
}

/// No roster is near a folder; one in another form may be.
pub(crate) fn no_roster(folder: &Path) -> Stop {
    let whole = paths::as_named(folder);
    let above = whole.ancestors().take(1 + FOLDERS_ABOVE);
    let other = above.filter_map(similar::roster_in).next();
    let hint = match other {
        Some(other) => text::save_roster_as_csv(other.display()),
        None => text::give_roster(),
    };
    Stop::usage(text::no_roster(folder.display()), hint)
}

pub(crate) fn named_roster(path: &Path) -> Result<PathBuf, Stop> {
    if path.is_file() { Ok(path.to_owned()) } else { Err(no_such_path(path)) }
}

/// A folder that is not named is the current one.
pub(crate) fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// What a roster is called that is found beside data.
const ROSTERS: [&str; 2] = ["communes.csv", "communes.xlsx"];

/// Whether a path is called as a roster that is found.
pub(crate) fn is_roster(path: &Path) -> bool {
    path.file_name().is_some_and(|name| ROSTERS.iter().any(|roster| name == *roster))
}

/// The nearest roster of a folder, unless there are two beside each other: nobody knows
/// which of them counts.
pub(crate) fn only_roster(folder: &Path) -> Result<PathBuf, Stop> {
    let found = nearest_roster(folder).ok_or_else(|| no_roster(folder))?;
    let beside = ROSTERS.iter().map(|name| found.with_file_name(name));
    match beside.into_iter().find(|path| *path != found && path.is_file()) {
        None => Ok(found),
        Some(other) => {
            let message = text::two_rosters(found.display(), other.display());
            Err(Stop::usage(message, text::keep_one_roster()))
        }
    }
}

/// The roster in the folder or up to three above, named as the user named the
/// folder where that is possible.
pub(crate) fn nearest_roster(folder: &Path) -> Option<PathBuf> {
    let near = |whole: PathBuf| {
        let above = whole.ancestors().take(1 + FOLDERS_ABOVE);
        let beside = |above: &Path| ROSTERS.map(|name| above.join(name));
        let mut files =
            above.enumerate().flat_map(|(above, folder)| beside(folder).map(|path| (above, path)));
        files.find(|(_, path)| path.is_file())
    };
    // Beside a link before beside what it leads to.
    let (above, found) = near(paths::as_named(folder)).or_else(|| near(paths::real(folder)))?;
    // As many names off the end of what was typed, where that leads to the same.
    let typed = folder.ancestors().nth(above).filter(|typed| !typed.as_os_str().is_empty());
    let typed = typed.zip(found.file_name()).map(|(typed, name)| typed.join(name));
    if let Some(typed) = typed.filter(|typed| paths::same(typed, &found)) {
        return Some(typed);
    }
    let here = Path::new(".");
    let here = [paths::as_named(here), paths::real(here)];
    let relative = here.iter().find_map(|here| found.strip_prefix(here).ok());
    Some(relative.map(Path::to_owned).unwrap_or(found))
}
