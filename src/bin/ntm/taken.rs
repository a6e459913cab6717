//! What the paths of a command line stand for: files, folders of data, folders of months.

use std::path::{Path, PathBuf};

use ntm::period::Period;
use ntm::problem::{Code, Location, Problem};
use ntm::text::folder as say;
use ntm::text::{self, Text};

use crate::folder::{self, Inside, endings, is_reserved};
use crate::found::{Found, folder_period, stem};
use crate::outcome::Stop;
use crate::similar::no_such_path;

/// A folder of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DataFolder {
    pub(crate) path: PathBuf,
    /// The month that it is named after.
    pub(crate) period: Option<Period>,
}

impl DataFolder {
    fn new(path: PathBuf) -> DataFolder {
        let period = folder_period(&path);
        DataFolder { path, period }
    }
}

/// What the paths of a command line stand for.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) files: Vec<Found>,
    pub(crate) folders: Vec<DataFolder>,
    pub(crate) passed: Vec<Problem>,
}

impl Taken {
    /// Adds what a path stands for.
    pub(crate) fn take(
        &mut self,
        path: &Path,
        months: bool,
        period: Option<Period>,
    ) -> Result<(), Stop> {
        if path.as_os_str() != "-" && !path.exists() {
            return Err(no_such_path(path));
        }
        if path.is_dir() {
            return self.take_folder(path, months, period);
        }
        if path.as_os_str() != "-" && is_reserved(path) {
            return Err(Stop::usage(text::reserved_name(path.display()), text::put_data()));
        }
        self.files.push(Found::named(path.to_owned()));
        Ok(())
    }

    /// Adds the data of a folder. Of a folder of month folders that is the one of `period`,
    /// where all of them are not wanted.
    fn take_folder(
        &mut self,
        path: &Path,
        months: bool,
        period: Option<Period>,
    ) -> Result<(), Stop> {
        let inside = Inside::look_into(path)?;
        let before = self.files.len();
        if !inside.stands_for_months(path) {
            let locked = inside.has_locks();
            self.passed.extend(inside.passed());
            self.passed.extend(folder::named_otherwise(path).filter(|_| period.is_none()));
            self.files.extend(inside.tables);
            self.folders.push(DataFolder::new(path.to_owned()));
            return self.refuse_nothing(before, path, locked);
        }
        self.passed.extend(inside.beside_months());
        let all = inside.months.into_iter().map(DataFolder::new);
        let all: Vec<DataFolder> = all.collect();
        let of_period = |folder: &DataFolder| period.is_some() && folder.period == period;
        // A month that has no folder may be in the rows of another.
        let every = months && !all.iter().any(of_period);
        let chosen = all.iter().filter(|folder| every || of_period(folder));
        let chosen: Vec<DataFolder> = chosen.cloned().collect();
        if chosen.is_empty() {
            let names: Vec<String> = all.iter().map(|folder| stem(&folder.path)).collect();
            let message = text::months_inside(path.display(), names.join(", "));
            return Err(self.stop(message, text::name_a_month(all[0].path.display())));
        }
        let mut locked = false;
        for folder in chosen {
            let inside = Inside::look_into(&folder.path)?;
            locked |= inside.has_locks();
            if inside.tables.is_empty() {
                self.passed.push(folder::empty_month(&folder.path, folder.period));
            }
            self.passed.extend(inside.passed());
            self.files.extend(inside.tables);
            self.folders.push(folder);
        }
        self.refuse_nothing(before, path, locked)
    }

    /// Refuses a folder in which there is no data. `locked`: what keeps it away is told.
    fn refuse_nothing(&self, before: usize, path: &Path, locked: bool) -> Result<(), Stop> {
        if self.files.len() > before {
            Ok(())
        } else {
            let hint = if locked { say::copy_locked_book() } else { text::put_data() };
            Err(self.stop(text::no_data(path.display(), endings()), hint))
        }
    }

    /// Tells of a path that gives nothing beside others that do.
    pub(crate) fn tell(&mut self, path: &Path, stop: Stop) {
        let place = || Location { file: path.display().to_string(), ..Location::default() };
        match stop {
            Stop::Usage { message, hint } => {
                self.passed.push(Problem::error(Code::UnreadableFile, place(), message, hint));
            }
            // What was passed over is among what is told already.
            Stop::Problems { message, hint, .. } => {
                let problem = Problem::error(Code::PassedOver, place(), message, hint);
                self.passed.push(problem.as_warning());
            }
            Stop::Several(stops) => stops.into_iter().for_each(|stop| self.tell(path, stop)),
        }
    }

    /// The end of a run, with what was passed over: there the data may be.
    fn stop(&self, message: Text, hint: Text) -> Stop {
        Stop::Problems { problems: self.passed.clone(), message, hint }
    }
}

/// The folders that a path stands for, where one that holds months stands for all: with
/// the period that each is named after.
pub(crate) fn data_folders(path: &Path) -> Result<Vec<(PathBuf, Option<Period>)>, Stop> {
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let inside = Inside::look_into(path)?;
    let folders =
        if inside.stands_for_months(path) { inside.months } else { vec![path.to_owned()] };
    let named = folders.into_iter().map(|folder| {
        let period = folder_period(&folder);
        (folder, period)
    });
    Ok(named.collect())
}
