//! Problems as people see them: those that repeat each other as one, so that a slip
//! that spoils every row of a file is one line and not hundreds. Programs get them all.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

use crate::problem::{Code, Location, Problem};
use crate::text::{self, Lang};

/// So many problems of a file are shown.
const MOST_OF_FILE: usize = 100;

/// So many errors of one kind in one column of a file are listed one by one.
const MOST_OF_KIND: usize = 10;

/// So many stretches of lines are named.
const MOST_STRETCHES: usize = 20;

/// Problems in the order in which they came, file by file; none is empty.
pub fn by_file(problems: &[Problem]) -> Vec<Vec<Problem>> {
    let problems = &*by_folder(problems);
    let of_files = problems.chunk_by(|one, other| one.place.file == other.place.file);
    let shown = of_files.map(|of_file| repeated(&together(of_file)));
    shown.filter(|of_file| !of_file.is_empty()).collect()
}

/// Those of a file that are shown, and how many are not.
pub fn first(of_file: &[Problem]) -> (&[Problem], usize) {
    let shown = &of_file[..of_file.len().min(MOST_OF_FILE)];
    (shown, of_file.len() - shown.len())
}

/// Problems of a file that are reported as one.
struct Repeats<'p> {
    first: &'p Problem,
    count: usize,
    lines: Vec<u64>,
    /// Whether they only are of one kind, and do not say the same.
    of_kind: bool,
}

impl<'p> Repeats<'p> {
    fn once(first: &'p Problem) -> Repeats<'p> {
        let lines = first.place.line.into_iter().collect();
        Repeats { first, count: first.stands_for, lines, of_kind: false }
    }

    fn add(&mut self, other: &Repeats) {
        self.count += other.count;
        self.lines.extend(&other.lines);
    }

    fn into_problem(mut self) -> Problem {
        if self.count == 1 || self.lines.len() < 2 {
            return self.first.clone();
        }
        let lines = stretches(&mut self.lines);
        let message = if self.of_kind {
            text::more_of_kind(&self.first.message, self.count, lines)
        } else {
            text::repeated(&self.first.message, self.count, lines)
        };
        Problem { message, stands_for: self.count, ..self.first.clone() }
    }
}

/// What rows of one file repeat: the same of several rows as one; of many that differ in
/// their cells alone the first, and the others as one.
fn repeated(problems: &[Cow<Problem>]) -> Vec<Problem> {
    by_kind(by_message(problems)).into_iter().map(Repeats::into_problem).collect()
}

fn by_message<'p>(problems: &'p [Cow<Problem>]) -> Vec<Repeats<'p>> {
    let mut repeats: Vec<Repeats> = Vec::new();
    let mut known: HashMap<(ProblemKind, &str, &str), usize> = HashMap::new();
    for problem in problems {
        let (message, hint) = (problem.message.get(Lang::Vi), problem.hint.get(Lang::Vi));
        let one = Repeats::once(problem);
        match is_of_row(problem)
            .then(|| known.entry((ProblemKind::of_problem(problem), message, hint)))
        {
            Some(Entry::Occupied(place)) => repeats[*place.get()].add(&one),
            Some(Entry::Vacant(place)) => {
                place.insert(repeats.len());
                repeats.push(one);
            }
            None => repeats.push(one),
        }
    }
    repeats
}

fn by_kind(all: Vec<Repeats>) -> Vec<Repeats> {
    let mut repeats: Vec<Repeats> = Vec::new();
    let mut kinds: HashMap<ProblemKind, KindCount> = HashMap::new();
    for one in all {
        if !is_of_row(one.first) || !one.first.is_error() {
            repeats.push(one);
            continue;
        }
        let met = kinds.entry(ProblemKind::of_problem(one.first)).or_default();
        met.count += 1;
        if met.count > MOST_OF_KIND + 1 {
            let last = &mut repeats[met.last];
            last.of_kind = true;
            last.add(&one);
        } else {
            met.last = repeats.len();
            repeats.push(one);
        }
    }
    repeats
}

/// How many of a kind there were, and the index of the last that is reported.
#[derive(Default)]
struct KindCount {
    count: usize,
    last: usize,
}

/// Whether a problem is of a row of data; places in TOML have excerpts of their own.
fn is_of_row(problem: &Problem) -> bool {
    problem.place.line.is_some() && problem.place.position.is_none()
}

/// What problems of one kind share.
#[derive(PartialEq, Eq, Hash)]
struct ProblemKind<'p> {
    severity: &'static str,
    code: Code,
    column: Option<&'static str>,
    sheet: Option<&'p str>,
}

impl ProblemKind<'_> {
    fn of_problem(problem: &Problem) -> ProblemKind<'_> {
        let sheet = problem.place.sheet.as_ref().map(|sheet| sheet.name.as_str());
        let (severity, code) = (problem.severity.as_str(), problem.code);
        ProblemKind { severity, code, column: problem.place.column, sheet }
    }
}

/// Lines for people: `2–63, 70`.
fn stretches(lines: &mut Vec<u64>) -> String {
    lines.sort_unstable();
    lines.dedup();
    let stretch = |lines: &[u64]| match lines {
        [first, .., last] => format!("{first}–{last}"),
        [one] => one.to_string(),
        [] => String::new(),
    };
    let all: Vec<String> = lines.chunk_by(|one, next| one + 1 == *next).map(stretch).collect();
    let more = if all.len() > MOST_STRETCHES { ", …" } else { "" };
    all[..all.len().min(MOST_STRETCHES)].join(", ") + more
}

/// Files that are passed over, of one folder and for one reason, as one problem.
fn by_folder(problems: &[Problem]) -> Cow<'_, [Problem]> {
    let is_passed = |p: &Problem| matches!(p.code, Code::OwnOutput | Code::PassedOver);
    if !problems.iter().any(is_passed) {
        return Cow::Borrowed(problems);
    }
    let folder = |p: &Problem| Path::new(&p.place.file).parent().map(Path::to_owned);
    let alike = |one: &Problem, other: &Problem| {
        let of_one = is_passed(one) && one.message == other.message;
        of_one && one.code == other.code && folder(one) == folder(other)
    };
    let joined = problems.chunk_by(alike).flat_map(|group| match group {
        [first, _, ..] => {
            let names = group.iter().filter_map(|p| Path::new(&p.place.file).file_name());
            let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
            let message = text::folder::several(&first.message, names.len(), names.join(", "));
            let here = folder(first).filter(|folder| !folder.as_os_str().is_empty());
            let file = here.map_or_else(|| ".".to_owned(), |here| here.display().to_string());
            let place = Location { file, ..Location::default() };
            vec![Problem { place, message, ..first.clone() }]
        }
        few => few.to_vec(),
    });
    Cow::Owned(joined.collect())
}

/// Indicators of one commune that no row gives, and the rows of a file that was sent
/// twice, each as one problem. `problems`: of one file.
fn together(problems: &[Problem]) -> Vec<Cow<'_, Problem>> {
    let alike = |one: &Problem, other: &Problem| {
        [one, other].iter().all(|p| p.code == Code::MissingIndicator)
            && one.place == other.place
            && one.of_commune == other.of_commune
    };
    // Of a file of several communes each is named.
    let mut communes = problems.iter().filter_map(|problem| problem.of_commune.as_deref());
    let first = communes.next();
    let named = communes.any(|commune| Some(commune) != first);
    let twice: Vec<&Problem> = problems.iter().filter(|p| twin(p).is_some()).collect();
    let joined = problems.chunk_by(alike).filter_map(|group| {
        let first = || twice.first().is_some_and(|first| std::ptr::eq(*first, &group[0]));
        match twin(&group[0]) {
            // The rows of a file that was sent twice are reported with the first.
            Some(other) if first() => Some(Cow::Owned(sent_twice(&twice, other))),
            Some(_) => None,
            None => Some(missing_together(group, named)),
        }
    });
    joined.collect()
}

/// The file that gives all rows of the one that a problem is of.
fn twin(problem: &Problem) -> Option<&str> {
    problem.twin.as_ref().filter(|twin| twin.whole).map(|twin| twin.file.as_str())
}

fn sent_twice(rows: &[&Problem], other: &str) -> Problem {
    let (message, hint) = (text::twice_whole_file(rows.len(), other), text::keep_one_file());
    let place = Location { file: rows[0].place.file.clone(), ..Location::default() };
    Problem::error(Code::DuplicateValue, place, message, hint)
}

/// `named`: whether the commune is to be named.
fn missing_together(problems: &[Problem], named: bool) -> Cow<'_, Problem> {
    match problems {
        [one] => Cow::Borrowed(one),
        several => {
            let ids: Vec<&str> = several.iter().filter_map(|p| p.cell.as_deref()).collect();
            let (count, ids) = (ids.len(), ids.join(", "));
            let message = match several[0].of_commune.as_deref().filter(|_| named) {
                Some(commune) => text::missing_indicators_of(commune, count, ids),
                None => text::missing_indicators(count, ids),
            };
            Cow::Owned(Problem { message, hint: text::add_rows(), ..several[0].clone() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_beside_each_other_are_one_stretch() {
        assert_eq!(stretches(&mut vec![9, 2, 3, 4, 4, 7]), "2–4, 7, 9");
        let many = stretches(&mut (0..100).map(|n| 2 * n).collect());
        assert!(many.ends_with("36, 38, …"), "{many}");
    }
}
