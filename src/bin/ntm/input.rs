//! Finding and opening files: data, roster, criteria sets.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use ntm::intake::{Options, Roster, Source};
use ntm::law::{self, Library, Origin};
use ntm::period::Period;
use ntm::problem::{Code, Place, Problem};
use ntm::text;
use rayon::prelude::*;

use crate::args::DataArgs;
use crate::outcome::Stop;

/// Names in a data folder that are never data.
const RESERVED: [&str; 8] =
    ["communes", "agencies", "plan", "targets", "ocop", "capital", "merged", "office"];

/// How far above the data the roster may lie.
const FOLDERS_ABOVE: usize = 3;

/// Everything a verb on data needs.
pub(crate) struct Input {
    pub(crate) library: Library,
    pub(crate) roster: Roster,
    pub(crate) sources: Vec<Source>,
    /// Every file that was read.
    pub(crate) paths: Vec<PathBuf>,
    /// Data files that could not be read.
    pub(crate) file_problems: Vec<Problem>,
    /// What is wrong with the roster.
    pub(crate) roster_problems: Vec<Problem>,
    pub(crate) options: Options,
}

/// Opens what the arguments name. `months`: a folder of month folders stands for
/// all of them.
pub(crate) fn open(args: &DataArgs, months: bool) -> Result<Input, Stop> {
    if let Some(threads) = args.threads {
        // Only fails where a pool is there already, which then does the work.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build_global();
    }
    let library = library(args.criteria.as_deref())?;
    let mut found = Vec::new();
    for path in &args.paths {
        found.extend(data_files(path, months)?);
    }
    // Within one folder no file is met twice.
    if args.paths.len() > 1 {
        drop_repeated(&mut found);
    }
    let rosters = roster_paths(args, &found)?;
    let (found, pipes): (Vec<PathBuf>, Vec<PathBuf>) =
        found.into_iter().partition(|path| args.paths.contains(path) || is_plain(path));
    let (sources, mut file_problems) = read_all(&found);
    let no_file = std::io::Error::from(std::io::ErrorKind::InvalidInput);
    file_problems.extend(pipes.iter().map(|path| *unreadable(path, &no_file)));
    let (roster_sources, mut roster_problems) = read_all(&rosters);
    let columns: Vec<&law::Columns> = library.sets.iter().map(|set| &set.columns).collect();
    let (roster, faults) = Roster::read(&roster_sources, &columns);
    roster_problems.extend(faults);
    let options = Options { period: args.period, decimal: args.decimal };
    let criteria = args.criteria.as_deref().map(criteria_paths).transpose()?;
    let paths = found.into_iter().chain(rosters).chain(criteria.into_iter().flatten()).collect();
    Ok(Input { library, roster, sources, paths, file_problems, roster_problems, options })
}

/// The content of each file, and a problem for each that cannot be read.
fn read_all(paths: &[PathBuf]) -> (Vec<Source>, Vec<Problem>) {
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
    let periods: BTreeMap<&Path, Option<Period>> =
        folders.into_iter().map(|folder| (folder, folder_period(here(folder)))).collect();
    let period = |path: &Path| path.parent().and_then(|folder| *periods.get(folder)?);
    let read: Vec<_> = paths.par_iter().map(|path| read(path, period(path))).collect();
    for result in read {
        match result {
            Ok(source) => sources.push(source),
            Err(problem) => problems.push(*problem),
        }
    }
    (sources, problems)
}

/// The data files that a path stands for.
fn data_files(path: &Path, months: bool) -> Result<Vec<PathBuf>, Stop> {
    if path.as_os_str() == "-" {
        return Ok(vec![path.to_owned()]);
    }
    if !path.exists() {
        return Err(Stop::usage(text::no_such_path(path.display()), text::check_path()));
    }
    if !path.is_dir() {
        if is_reserved(path) {
            return Err(Stop::usage(text::reserved_name(path.display()), text::put_data()));
        }
        return Ok(vec![path.to_owned()]);
    }
    let mut files = csv_files(path)?;
    let folders = entries(path)?.into_iter().filter(|inner| inner.is_dir());
    let inner: Vec<PathBuf> = folders.filter(|inner| folder_period(inner).is_some()).collect();
    if files.is_empty() && months {
        for folder in &inner {
            files.extend(csv_files(folder)?);
        }
    }
    if files.is_empty() && !inner.is_empty() {
        let names: Vec<String> = inner.iter().map(|folder| stem(folder)).collect();
        let message = text::months_inside(path.display(), names.join(", "));
        return Err(Stop::usage(message, text::name_a_month(inner[0].display())));
    }
    if files.is_empty() {
        return Err(Stop::usage(text::no_data(path.display()), text::put_data()));
    }
    Ok(files)
}

/// Not a pipe or device, whose reading might never end. One that is not there is
/// told when it is opened.
fn is_plain(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}

fn csv_files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let is_csv = |path: &PathBuf| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let hidden = name.is_none_or(|name| name.starts_with('.') || name.starts_with("~$"));
        // A link that leads nowhere is a file that cannot be read, not one passed over.
        ending.as_deref() == Some("csv") && !hidden && !is_reserved(path) && !path.is_dir()
    };
    Ok(entries(folder)?.into_iter().filter(is_csv).collect())
}

/// A folder's entries by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let unreadable = |why: std::io::Error| {
        Stop::usage(text::cannot_read(format!("{}: {why}", folder.display())), text::check_file())
    };
    let listed = std::fs::read_dir(folder).map_err(unreadable)?;
    let paths = listed.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<Result<_, _>>().map_err(unreadable)?;
    paths.sort();
    Ok(paths)
}

fn is_reserved(path: &Path) -> bool {
    RESERVED.contains(&stem(path).to_lowercase().as_str())
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file named twice is read once.
fn drop_repeated(paths: &mut Vec<PathBuf>) {
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())));
}

/// The period that the name of a folder gives.
fn folder_period(folder: &Path) -> Option<Period> {
    let folder = folder.canonicalize().ok()?;
    Period::parse_iso(&folder.file_name()?.to_string_lossy())
}

fn read(path: &Path, folder_period: Option<Period>) -> Result<Source, Box<Problem>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.map_err(|why| unreadable(path, &why))?;
        return Ok(Source { name: "-".to_owned(), bytes, ..Source::default() });
    }
    let bytes = std::fs::read(path).map_err(|why| unreadable(path, &why))?;
    Ok(Source { name: path.display().to_string(), stem: stem(path), folder_period, bytes })
}

fn unreadable(path: &Path, why: &std::io::Error) -> Box<Problem> {
    let place = Place { file: path.display().to_string(), ..Place::default() };
    let (message, hint) = (text::cannot_read(io_reason(why)), text::check_file());
    Box::new(Problem::error(Code::UnreadableFile, place, message, hint))
}

/// What kept a file from being read or written, without the program's inner names.
pub(crate) fn io_reason(why: &std::io::Error) -> text::Text {
    use std::io::ErrorKind;
    match why.kind() {
        ErrorKind::NotFound => text::io_not_found(),
        ErrorKind::PermissionDenied => text::io_no_permission(),
        ErrorKind::StorageFull => text::io_full(),
        ErrorKind::InvalidInput | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            text::io_not_a_file()
        }
        kind => text::Text::same(kind),
    }
}

/// The roster that the user names, or the nearest one of each data file.
fn roster_paths(args: &DataArgs, data: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    if let Some(path) = &args.communes {
        return match path.is_file() {
            true => Ok(vec![path.clone()]),
            false => Err(Stop::usage(text::no_such_path(path.display()), text::check_path())),
        };
    }
    let mut rosters: Vec<PathBuf> = Vec::new();
    let mut last: Option<&Path> = None;
    for path in data {
        let folder = here(path.parent().unwrap_or(Path::new("")));
        if last == Some(folder) {
            continue;
        }
        last = Some(folder);
        let roster = nearest_roster(folder);
        let roster = roster
            .filter(|_| path.as_os_str() != "-")
            .ok_or_else(|| Stop::usage(text::no_roster(folder.display()), text::give_roster()))?;
        rosters.push(roster);
    }
    drop_repeated(&mut rosters);
    Ok(rosters)
}

/// A folder that is not named is the current one.
fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// `communes.csv` in the folder or up to three above, named as the user named the
/// folder where that is possible.
fn nearest_roster(folder: &Path) -> Option<PathBuf> {
    let absolute = folder.canonicalize().ok()?;
    let here = std::env::current_dir().ok().and_then(|here| here.canonicalize().ok());
    let found = absolute
        .ancestors()
        .take(1 + FOLDERS_ABOVE)
        .map(|above| above.join("communes.csv"))
        .find(|path| path.is_file())?;
    let relative = here.and_then(|here| found.strip_prefix(here).ok().map(Path::to_owned));
    Some(relative.unwrap_or(found))
}

/// The built-in sets and those of `folder`.
pub(crate) fn library(folder: Option<&Path>) -> Result<Library, Stop> {
    let mut sources = ntm::law::built_in();
    if let Some(folder) = folder {
        sources.extend(criteria_files(folder)?);
    }
    Library::load(sources).map_err(Stop::problems)
}

/// The paths of the criteria files that a path stands for.
pub(crate) fn criteria_paths(path: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut files = match path.is_dir() {
        true => entries(path)?,
        false => vec![path.to_owned()],
    };
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    Ok(files)
}

/// The criteria files that a path stands for.
pub(crate) fn criteria_files(path: &Path) -> Result<Vec<law::Source>, Stop> {
    if !path.exists() {
        return Err(Stop::usage(text::no_such_path(path.display()), text::check_path()));
    }
    let files = criteria_paths(path)?;
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for file in &files {
        let bytes = std::fs::read(file).map_err(|why| unreadable(file, &why));
        let text = bytes.and_then(|bytes| {
            String::from_utf8(bytes).map_err(|_| {
                let place = Place { file: file.display().to_string(), ..Place::default() };
                let (message, hint) = (text::not_utf8(), text::save_toml_as_utf8());
                Box::new(Problem::error(Code::BadEncoding, place, message, hint))
            })
        });
        match text {
            Ok(text) => sources.push(law::Source {
                id: stem(file),
                name: file.display().to_string(),
                origin: Origin::File,
                text,
            }),
            Err(problem) => problems.push(*problem),
        }
    }
    if !problems.is_empty() {
        return Err(Stop::problems(problems));
    }
    if sources.is_empty() {
        return Err(Stop::usage(text::no_criteria_files(path.display()), text::put_criteria()));
    }
    Ok(sources)
}
