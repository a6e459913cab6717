//! Finding and opening files: data and rosters.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ntm::intake::{Content, Intake, Opener, Options, RosterFile, Source};
use ntm::period::Period;
use ntm::report::InputFile;
use ntm::text;
use ntm::workflow::session::{Input, Question, Scope};
use ntm::workflow::{FileNames, Session};
use rayon::prelude::*;

use crate::args::DataArgs;
use crate::criteria_files;
use crate::found::Found;
use crate::found::Kind;
use crate::found::folder_period;
use crate::outcome::Stop;
use crate::paths;
use crate::paths::here;
use crate::progress::Step;
use crate::roster;
use crate::roster::named_roster;
use crate::roster::only_roster;
use crate::taken::{DataFolder, Taken};
use crate::targets::Targets;

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
            Some(InputFile { name: self.names.in_documents(&source.name), sha256 })
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

/// Not a pipe or device, whose reading might never end. One that is not there is
/// told when it is opened.
fn is_plain(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}

/// A file named twice is read once; by a link once more for another month.
fn drop_repeated(files: &mut Vec<Found>) {
    let mut seen = BTreeSet::new();
    let month = |path: &Path| path.parent().and_then(|folder| folder_period(here(folder)));
    files.retain(|Found { path, .. }| seen.insert((paths::real(path), month(path))));
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
