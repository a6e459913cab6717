//! Problems as lines: `FILE:LINE: lỗi[code]: message`, then what to do.

use std::borrow::Cow;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::intake::Repair;
use crate::problem::{Code, Excerpt, InSheet, Place, Problem};
use crate::text::{self, Lang, Text};
use crate::visible::visible;

/// One problem in `lang`, ending with a line break.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let place = &problem.place;
    let mut text = visible(&place.file);
    let numbers = match &place.sheet {
        Some(InSheet { name, cell }) => {
            // `06727.xlsx!NTM!D14`: where there is no cell, the row.
            let row = place.line.map(|line| line.to_string());
            let within = cell.clone().or(row).map(|at| format!("!{at}")).unwrap_or_default();
            text.push_str(&visible(&format!("!{name}{within}")));
            [None, None]
        }
        None => [place.line, place.position],
    };
    for number in numbers.into_iter().flatten() {
        text.push_str(&format!(":{number}"));
    }
    let severity = problem.severity.word();
    let (severity, code) = (severity.get(lang), problem.code.as_str());
    let message = visible(&shortened(problem.message.get(lang)));
    text.push_str(&format!(": {severity}[{code}]: {message}\n"));
    if let Some(excerpt) = &problem.excerpt {
        text.push_str(&draw(excerpt, place.line.unwrap_or(1)));
    }
    let hint = visible(problem.hint.get(lang));
    if !hint.is_empty() {
        text.push_str(&hint_line(&hint, lang));
    }
    text
}

/// What ended a run as a whole, and what to do.
pub fn of_run(message: &Text, hint: &Text, lang: Lang) -> String {
    let severity = text::explain::error();
    let (severity, message) = (severity.get(lang), message.get(lang));
    let (message, hint) = (visible(message), visible(hint.get(lang)));
    format!("ntm: {severity}: {message}\n{}", hint_line(&hint, lang))
}

fn hint_line(hint: &str, lang: Lang) -> String {
    format!("  {}: {hint}\n", text::explain::hint().get(lang))
}

/// Problems one by one, but for those of a file that say the same.
pub fn grouped(problems: &[Problem], lang: Lang) -> String {
    let problems = &*by_folder(problems);
    let of_files = problems.chunk_by(|one, other| one.place.file == other.place.file);
    of_files.flat_map(together).map(|one| problem(&one, lang)).collect()
}

/// So many problems of a file are shown to people.
const MOST_OF_FILE: usize = 100;

/// Problems file by file, for people: those that say the same of many indicators in one,
/// and of each file the first.
pub fn by_file(problems: &[Problem], lang: Lang) -> String {
    let problems = &*by_folder(problems);
    let mut text = String::new();
    for of_file in problems.chunk_by(|one, other| one.place.file == other.place.file) {
        let told = together(of_file);
        for one in told.iter().take(MOST_OF_FILE) {
            text.push_str(&problem(one, lang));
        }
        if let Some(more) = told.len().checked_sub(MOST_OF_FILE).filter(|more| *more > 0) {
            let line = text::and_so_many_more(&of_file[0].place.file, more);
            text.push_str(&visible(line.get(lang)));
            text.push('\n');
        }
    }
    text
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
    let told = problems.chunk_by(alike).flat_map(|group| match group {
        [first, _, ..] => {
            let names = group.iter().filter_map(|p| Path::new(&p.place.file).file_name());
            let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
            let told = &first.message;
            let message = text::folder::several(told, names.len(), names.join(", "));
            let here = folder(first).filter(|folder| !folder.as_os_str().is_empty());
            let file = here.map_or_else(|| ".".to_owned(), |here| here.display().to_string());
            let place = Place { file, ..Place::default() };
            vec![Problem { place, message, ..first.clone() }]
        }
        few => few.to_vec(),
    });
    Cow::Owned(told.collect())
}

/// Indicators of one commune that no row gives, and the rows of a file that was sent
/// twice, each as one problem. `problems`: of one file.
fn together(problems: &[Problem]) -> Vec<Cow<'_, Problem>> {
    let alike = |one: &Problem, other: &Problem| {
        [one, other].iter().all(|p| p.code == Code::MissingIndicator) && one.place == other.place
    };
    let twice: Vec<&Problem> = problems.iter().filter(|p| twin(p).is_some()).collect();
    let told = problems.chunk_by(alike).filter_map(|group| {
        let first = || twice.first().is_some_and(|first| std::ptr::eq(*first, &group[0]));
        match twin(&group[0]) {
            // The rows of a file that was sent twice are told with its first.
            Some(other) if first() => Some(Cow::Owned(sent_twice(&twice, other))),
            Some(_) => None,
            None => Some(missing_together(group)),
        }
    });
    told.collect()
}

/// The file that gives all rows of the one that a problem is of.
fn twin(problem: &Problem) -> Option<&str> {
    problem.twin.as_ref().filter(|twin| twin.whole).map(|twin| twin.file.as_str())
}

fn sent_twice(rows: &[&Problem], other: &str) -> Problem {
    let (message, hint) = (text::twice_whole_file(rows.len(), other), text::keep_one_file());
    let place = Place { file: rows[0].place.file.clone(), ..Place::default() };
    Problem::error(Code::DuplicateValue, place, message, hint)
}

fn missing_together(problems: &[Problem]) -> Cow<'_, Problem> {
    match problems {
        [one] => Cow::Borrowed(one),
        several => {
            let ids: Vec<&str> = several.iter().filter_map(|p| p.cell.as_deref()).collect();
            let message = text::missing_indicators(ids.len(), ids.join(", "));
            Cow::Owned(Problem { message, hint: text::add_rows(), ..several[0].clone() })
        }
    }
}

/// What was set right in a file, as a line.
pub fn repair(repair: &Repair, lang: Lang) -> String {
    let told = text::repaired(&repair.file, repair.kind.as_str(), repair.told());
    visible(told.get(lang)) + "\n"
}

/// The line with the place underlined, as compilers show it.
fn draw(excerpt: &Excerpt, line: u64) -> String {
    let marked = AnnotationKind::Primary.span(excerpt.marked.clone());
    let first = usize::try_from(line).unwrap_or(1);
    let snippet = Snippet::source(excerpt.line.as_str()).line_start(first).annotation(marked);
    let drawn = Renderer::plain().render(&[Group::with_level(Level::ERROR).element(snippet)]);
    // The first line repeats the place, which the message has already.
    let lines = drawn.lines().filter(|line| !line.trim_start().starts_with("-->"));
    // Tabs are spaces by now; nothing else is moved by this.
    lines.map(|line| visible(line) + "\n").collect()
}

/// The most characters of a message: a cell of a megabyte is not repeated.
const MOST: usize = 600;

/// A message, cut where a cell in it is very long.
pub(super) fn shortened(message: &str) -> String {
    match message.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &message[..end]),
        None => message.to_owned(),
    }
}
