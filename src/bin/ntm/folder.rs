//! What a folder holds: data, folders of months, and what is passed over, which is told.

use std::ffi::OsStr;
use std::fs::{File, FileType};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use ntm::period::Period;
use ntm::problem::{Code, Place, Problem};
use ntm::render;
use ntm::text::{Text, folder as say};
use rayon::prelude::*;

use crate::beside;
use crate::input::{Found, Kind, entries, folder_period, named_period};
use crate::outcome::Stop;
use crate::paths;

/// Names in a data folder that are never data.
const RESERVED: [&str; 10] = [
    "communes", "agencies", "plan", "targets", "ocop", "capital", "merged", "office", "loi-van",
    "ket-so",
];

/// What people, or their computers, put into every folder: never data, and not told.
const FURNITURE: [&str; 3] = ["readme", "thumbs", "desktop"];

/// How the names of data files end.
pub(crate) const ENDINGS: [&str; 5] = ["csv", "xlsx", "xlsm", "xls", "ods"];

/// What a folder holds, each in the order of the names.
#[derive(Default)]
pub(crate) struct Inside {
    /// Files of data.
    pub(crate) tables: Vec<Found>,
    /// Folders that are named after a month.
    pub(crate) months: Vec<PathBuf>,
    /// Reports that this program wrote.
    reports: Vec<PathBuf>,
    /// Files that are not read.
    others: Vec<PathBuf>,
    /// Other folders.
    folders: Vec<PathBuf>,
}

/// What a file is, as far as its folder tells.
enum Sort {
    Table,
    Report,
    Other,
}

impl Inside {
    /// Looks into a folder, and into the beginning of its files.
    pub(crate) fn of(folder: &Path) -> Result<Inside, Stop> {
        let mut inside = Inside::default();
        let mut files = Vec::new();
        for (path, kind) in entries(folder)?.into_iter().filter(|(path, _)| !is_hidden(path)) {
            // A link that leads nowhere is a file that cannot be read, not one passed over.
            if !leads_to_folder(&path, kind) {
                let kind = if kind.is_file() { Kind::Listed } else { Kind::Odd };
                files.push(Found { path, kind });
            } else if named_period(&path).is_some() {
                inside.months.push(path);
            } else {
                inside.folders.push(path);
            }
        }
        files.retain(|file| !is_reserved(&file.path) && !is_furniture(&file.path));
        let sorts: Vec<Sort> = files.par_iter().map(sort).collect();
        for (file, sort) in files.into_iter().zip(sorts) {
            match sort {
                Sort::Table => inside.tables.push(file),
                Sort::Report => inside.reports.push(file.path),
                Sort::Other => inside.others.push(file.path),
            }
        }
        Ok(inside)
    }

    /// Whether the folder stands for the months in it: a loose file hides none of them. One
    /// that is itself a month's holds the month's data, where it holds any.
    pub(crate) fn stands_for_months(&self, folder: &Path) -> bool {
        !self.months.is_empty() && (self.tables.is_empty() || folder_period(folder).is_none())
    }

    /// What is passed over in a folder of data.
    pub(crate) fn passed(&self) -> Vec<Problem> {
        let inner = self.months.iter().chain(&self.folders);
        let inner = inner.filter_map(|folder| self.inner_told(folder));
        self.reports_told().chain(self.others_told()).chain(inner).collect()
    }

    /// What is passed over beside months.
    pub(crate) fn beside_months(&self) -> Vec<Problem> {
        let loose = self.tables.iter().map(|file| passed(&file.path, say::loose(), say::move_in()));
        let told = self.reports_told().chain(loose).chain(self.others_told());
        told.chain(self.folders.iter().filter_map(|folder| self.inner_told(folder))).collect()
    }

    /// That the data of a folder is not read; of one that seems to be a month's by its name,
    /// also where nobody can look into it.
    fn inner_told(&self, folder: &Path) -> Option<Problem> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let months = self.months.iter().filter_map(|month| folder_period(month)).collect();
        let right = beside::meant(&name, &months);
        let data = match Inside::of(folder) {
            Ok(inside) => !inside.tables.is_empty(),
            Err(_) => right.is_some(),
        };
        let (message, hint) = match right {
            Some(right) => (say::misnamed_month(right), say::rename_to(right)),
            None => (say::folder_not_read(), say::name_the_folder()),
        };
        data.then(|| passed(folder, message, hint))
    }

    fn reports_told(&self) -> impl Iterator<Item = Problem> {
        self.reports.iter().map(|path| {
            warning(Code::OwnOutput, path, (say::own_output(), say::leave_own_output()))
        })
    }

    fn others_told(&self) -> impl Iterator<Item = Problem> {
        self.others.iter().map(|path| passed(path, say::not_read(endings()), say::save_otherwise()))
    }
}

/// Whether a folder holds data files.
pub(crate) fn has_tables(folder: &Path) -> bool {
    Inside::of(folder).is_ok_and(|inside| !inside.tables.is_empty())
}

/// The folders in a folder that are named after a month.
pub(crate) fn month_folders(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    Ok(Inside::of(folder)?.months)
}

/// The endings of data files, for people.
pub(crate) fn endings() -> String {
    ENDINGS.map(|ending| format!(".{ending}")).join(", ")
}

/// That a month's folder holds no data.
pub(crate) fn empty_month(folder: &Path, period: Option<Period>) -> Problem {
    let period = period.map(|period| period.to_string()).unwrap_or_default();
    passed(folder, say::empty_month(period), say::put_data_in())
}

/// The folder of the month before one, beside it, where there is data in it.
pub(crate) fn month_before(folder: &Path, period: Period) -> Option<Vec<Found>> {
    let whole = paths::as_named(folder);
    let before = whole.parent()?.join(period.before().to_string());
    let inside = before.is_dir().then(|| Inside::of(&before).ok()).flatten()?;
    Some(inside.tables).filter(|tables| !tables.is_empty())
}

fn passed(path: &Path, message: Text, hint: Text) -> Problem {
    warning(Code::PassedOver, path, (message, hint))
}

fn warning(code: Code, path: &Path, (message, hint): (Text, Text)) -> Problem {
    let place = Place { file: path.display().to_string(), ..Place::default() };
    Problem::error(code, place, message, hint).as_warning()
}

/// What cannot be opened is told by whoever reads it.
fn sort(file: &Found) -> Sort {
    let own = || {
        let opened = File::open(&file.path).map(BufReader::new);
        opened.is_ok_and(|mut file| render::is_report(&mut file))
    };
    match is_table(&file.path) {
        _ if file.kind == Kind::Listed && own() => Sort::Report,
        true => Sort::Table,
        false => Sort::Other,
    }
}

fn is_table(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Hidden, or what a program writes while a file is open.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    name.starts_with('.') || name.starts_with("~$")
}

pub(crate) fn is_reserved(path: &Path) -> bool {
    has_stem(path, &RESERVED)
}

fn is_furniture(path: &Path) -> bool {
    has_stem(path, &FURNITURE) && !is_table(path)
}

fn has_stem(path: &Path, names: &[&str]) -> bool {
    let stem = path.file_stem().unwrap_or_default();
    names.iter().any(|name| stem.eq_ignore_ascii_case(name))
}

fn leads_to_folder(path: &Path, kind: FileType) -> bool {
    kind.is_dir() || (kind.is_symlink() && path.is_dir())
}
    let in_words = || {
        let opened = File::open(&file.path);
        opened.is_ok_and(|mut file| render::is_report_in_words(&mut file))
    };
        false if file.kind == Kind::Listed && in_words() => Sort::Report,
