//! What a folder holds: data, folders of months, and what is passed over, which is told.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{File, FileType};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use ntm::period::{Period, month_meant};
use ntm::problem::{Code, Location, Problem};
use ntm::render;
use ntm::text::{Text, folder as say};
use rayon::prelude::*;

use crate::found::{Found, Kind, entries, folder_period, named_period, stem};
use crate::outcome::Stop;
use crate::paths;
use crate::paths::here;
use crate::roster;

/// Names in a data folder that are never data.
const RESERVED: [&str; 10] = [
    "communes", "agencies", "plan", "targets", "ocop", "capital", "merged", "office", "loi-van",
    "ket-so",
];

/// The lists among them that are read as CSV.
const LISTS: [&str; 2] = ["communes", "agencies"];

/// So deep below a folder that is not read its data files are counted.
const DEEPEST: usize = 4;

/// What people, or their computers, put into every folder: never data, and not told.
const FURNITURE: [&str; 3] = ["readme", "thumbs", "desktop"];

/// How the names of data files end.
pub(crate) const ENDINGS: [&str; 6] = ["csv", "xlsx", "xlsm", "xls", "ods", "docx"];

/// How the names of those end that are data only where they hold a table of indicators.
const DOCUMENT: &str = "docx";

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
    /// Lists of the office that are saved as workbooks, and have no CSV beside them.
    lists: Vec<PathBuf>,
    /// Locks of workbooks that are not here, with what these are called.
    locks: Vec<(PathBuf, String)>,
}

/// What a file is, as far as its folder tells.
enum Sort {
    Table,
    Report,
    Other,
}

impl Inside {
    /// Looks into a folder, and into the beginning of its files.
    pub(crate) fn look_into(folder: &Path) -> Result<Inside, Stop> {
        let mut inside = Inside::default();
        let mut files = Vec::new();
        let (hidden, seen): (Vec<_>, Vec<_>) =
            entries(folder)?.into_iter().partition(|(path, _)| is_hidden(path));
        inside.locks = locks(&hidden, &seen);
        inside.lists = LISTS.iter().filter_map(|list| list_as_workbook(folder, list)).collect();
        for (path, kind) in seen {
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

    /// Whether it has locks of workbooks that are not there.
    pub(crate) fn has_locks(&self) -> bool {
        !self.locks.is_empty()
    }

    /// What is passed over in a folder of data.
    pub(crate) fn passed(&self) -> Vec<Problem> {
        let inner = self.months.iter().chain(&self.folders);
        let inner = inner.filter_map(|folder| self.inner_told(folder));
        let told = self.reports_told().chain(self.others_told()).chain(self.waiting_told());
        told.chain(inner).collect()
    }

    /// What is passed over beside months.
    pub(crate) fn beside_months(&self) -> Vec<Problem> {
        let loose = self.tables.iter().map(|file| passed(&file.path, say::loose(), say::move_in()));
        let told = self.reports_told().chain(loose).chain(self.others_told());
        let told = told.chain(self.waiting_told());
        told.chain(self.folders.iter().filter_map(|folder| self.inner_told(folder))).collect()
    }

    /// That the data of a folder is not read; of one that seems to be a month's by its name,
    /// also where nobody can look into it.
    fn inner_told(&self, folder: &Path) -> Option<Problem> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let months = self.months.iter().filter_map(|month| folder_period(month)).collect();
        let right = month_meant(&name, &months);
        let above = folder.parent().unwrap_or(Path::new(""));
        // What a link leads back to is read already.
        if paths::real(above).starts_with(paths::real(folder)) {
            return None;
        }
        let of_month = folder_period(here(above)).is_some();
        // Beside months lie folders of other things; in a month's own there is only its data.
        let deeper = of_month && !is_evidence(folder);
        let count = tables_in(folder, if deeper { DEEPEST } else { 0 });
        let data = count.map_or(right.is_some(), |count| count > 0);
        let (message, hint) = match right {
            Some(right) => (say::misnamed_month(right), say::rename_to(right)),
            None if of_month => (say::folder_not_read(count.unwrap_or_default()), say::move_out()),
            None => (say::folder_not_read(count.unwrap_or_default()), say::name_the_folder()),
        };
        data.then(|| passed(folder, message, hint))
    }

    /// What waits for somebody: lists to be saved otherwise, workbooks to be closed.
    fn waiting_told(&self) -> impl Iterator<Item = Problem> {
        let lists = self.lists.iter().map(|path| {
            let list = stem(path);
            passed(path, say::list_is_workbook(&list), say::save_list(&list))
        });
        // Beside data a lock is what programs leave behind.
        let alone = self.tables.is_empty();
        let locks = self
            .locks
            .iter()
            .filter(move |_| alone)
            .map(|(path, book)| passed(path, say::lock_alone(book), say::close_the_book(book)));
        lists.chain(locks)
    }

    fn reports_told(&self) -> impl Iterator<Item = Problem> {
        self.reports.iter().map(|path| {
            warning(Code::OwnOutput, path, (say::own_output(), say::leave_own_output()))
        })
    }

    fn others_told(&self) -> impl Iterator<Item = Problem> {
        // Documents in a line of their own: what is to be done is another.
        let (documents, others): (Vec<&PathBuf>, Vec<&PathBuf>) =
            self.others.iter().partition(|path| is_document(path));
        let other = |path| passed(path, say::not_read(endings()), say::save_otherwise());
        let document = |path| passed(path, say::document_not_read(), say::head_its_table());
        let others = others.into_iter().map(move |path| other(path));
        others.chain(documents.into_iter().map(move |path| document(path)))
    }
}

/// How many data files a folder holds, and those in it so deep; `None` where nobody can
/// look into it.
fn tables_in(folder: &Path, deeper: usize) -> Option<usize> {
    let inside = Inside::look_into(folder).ok()?;
    let inner = inside.months.iter().chain(&inside.folders);
    // Links are not followed: one may lead back; evidence is no data.
    let inner = inner.filter(|path| deeper > 0 && !path.is_symlink() && !is_evidence(path));
    let below: usize = inner.filter_map(|path| tables_in(path, deeper - 1)).sum();
    Some(inside.tables.len() + below)
}

/// A list of the office that lies in a folder as a workbook alone.
pub(crate) fn list_as_workbook(folder: &Path, list: &str) -> Option<PathBuf> {
    if folder.join(format!("{list}.csv")).is_file() {
        return None;
    }
    let books = ENDINGS[1..].iter().map(|ending| folder.join(format!("{list}.{ending}")));
    // A roster may be one.
    let mut others = books.into_iter().filter(|path| !roster::is_roster(path));
    others.find(|path| path.is_file())
}

/// The locks among hidden files of workbooks that are not there.
fn locks(hidden: &[(PathBuf, FileType)], seen: &[(PathBuf, FileType)]) -> Vec<(PathBuf, String)> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let locked = |path: &Path| {
        let name = name(path);
        let of_office = name.strip_prefix("~$").map(str::to_owned);
        of_office.or_else(|| Some(name.strip_prefix(".~lock.")?.strip_suffix('#')?.to_owned()))
    };
    let is_book = |book: &String| is_table(Path::new(book)) && !is_document(Path::new(book));
    // Of a long name the lock's own two characters may stand for the first two.
    let there = |book: &str| seen.iter().any(|(path, _)| name(path).ends_with(book));
    let locks = hidden.iter().filter_map(|(path, _)| {
        let book = locked(path).filter(is_book).filter(|book| !there(book))?;
        Some((path.clone(), book))
    });
    locks.collect()
}

/// Whether a folder holds data files.
pub(crate) fn has_tables(folder: &Path) -> bool {
    Inside::look_into(folder).is_ok_and(|inside| !inside.tables.is_empty())
}

/// The folders in a folder that are named after a month.
pub(crate) fn month_folders(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    Ok(Inside::look_into(folder)?.months)
}

/// The endings of data files, for people.
pub(crate) fn endings() -> String {
    ENDINGS.map(|ending| format!(".{ending}")).join(", ")
}

/// That a folder which was named seems to be of a month and is not called so.
pub(crate) fn named_otherwise(folder: &Path) -> Option<Problem> {
    let real = paths::real(folder);
    if folder_period(folder).is_some() {
        return None;
    }
    let name = real.file_name()?.to_string_lossy();
    let right = month_meant(&name, &BTreeSet::new())?;
    Some(warning(
        Code::BadPeriod,
        folder,
        (say::named_otherwise(name, right), say::rename_to(right)),
    ))
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
    let inside = before.is_dir().then(|| Inside::look_into(&before).ok()).flatten()?;
    Some(inside.tables).filter(|tables| !tables.is_empty())
}

fn passed(path: &Path, message: Text, hint: Text) -> Problem {
    warning(Code::PassedOver, path, (message, hint))
}

fn warning(code: Code, path: &Path, (message, hint): (Text, Text)) -> Problem {
    let place = Location { file: path.display().to_string(), ..Location::default() };
    Problem::error(code, place, message, hint).as_warning()
}

/// What cannot be opened is told by whoever reads it.
fn sort(file: &Found) -> Sort {
    let own = || {
        let opened = File::open(&file.path).map(BufReader::new);
        opened.is_ok_and(|mut file| render::is_report(&mut file))
    };
    let in_words = || {
        let opened = File::open(&file.path);
        opened.is_ok_and(|mut file| render::is_report_in_words(&mut file))
    };
    let is_listed = file.kind == Kind::Listed;
    let without_table = || is_document(&file.path) && !holds_table(file);
    if is_listed && own() {
        Sort::Report
    } else if is_table(&file.path) {
        if without_table() { Sort::Other } else { Sort::Table }
    } else if is_listed && in_words() {
        Sort::Report
    } else {
        Sort::Other
    }
}

/// A document is data only where it holds a table of indicators; what else it holds, or
/// whether it can be opened at all, nobody asks of a letter.
pub(crate) fn holds_table(file: &Found) -> bool {
    let is_file = || std::fs::metadata(&file.path).is_ok_and(|metadata| metadata.is_file());
    let bytes = (file.kind == Kind::Listed || is_file()).then(|| std::fs::read(&file.path));
    bytes.and_then(Result::ok).is_some_and(|bytes| ntm::intake::holds_table(&bytes))
}

fn is_document(path: &Path) -> bool {
    paths::ends_in(path, &[DOCUMENT])
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

/// The folder of evidence as the instructions call it.
const EVIDENCE: &str = "minh-chung";

/// Whether a folder is called as that of evidence.
pub(crate) fn is_evidence(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.eq_ignore_ascii_case(EVIDENCE))
}

/// Whether a file, by its ending, may be read as data.
pub(crate) fn may_be_table(path: &Path) -> bool {
    paths::ends_in(path, &ENDINGS)
}
