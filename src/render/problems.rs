//! Problems as lines: `FILE:LINE: lỗi[code]: message`, then what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::intake::Repair;
use crate::problem::{Excerpt, Problem, SheetLocation};
use crate::report::together;
use crate::text::{self, Lang, Text};
use crate::visible::visible;

/// One problem in `lang`, ending with a line break.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let place = &problem.place;
    let mut text = visible(&place.file);
    let numbers = match &place.sheet {
        Some(_) if place.in_table().is_some() => {
            let within = place.in_table().unwrap_or_default();
            text.push_str(&format!(", {}", within.get(lang)));
            [None, None]
        }
        Some(SheetLocation { name, cell }) => {
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
    let message = visible(&shortened(problem.shown_message().get(lang)));
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
    let severity = text::codes::error();
    let (severity, message) = (severity.get(lang), message.get(lang));
    let (message, hint) = (visible(message), visible(hint.get(lang)));
    format!("ntm: {severity}: {message}\n{}", hint_line(&hint, lang))
}

fn hint_line(hint: &str, lang: Lang) -> String {
    format!("  {}: {hint}\n", text::codes::hint().get(lang))
}

/// Problems file by file, those that repeat each other once.
pub fn grouped(problems: &[Problem], lang: Lang) -> String {
    let of_files = together::by_file(problems);
    of_files.iter().flatten().map(|one| problem(one, lang)).collect()
}

/// The same, and of each file no more than the first hundred.
pub fn by_file(problems: &[Problem], lang: Lang) -> String {
    let mut text = String::new();
    for of_file in together::by_file(problems) {
        let (shown, more) = together::first(&of_file);
        shown.iter().for_each(|one| text.push_str(&problem(one, lang)));
        if more > 0 {
            let line = text::and_so_many_more(&of_file[0].place.file, more);
            text.push_str(&visible(line.get(lang)));
            text.push('\n');
        }
    }
    text
}

/// What was set right in a file, as a line.
pub fn repair(repair: &Repair, lang: Lang) -> String {
    let line = text::repaired(&repair.file, repair.kind.as_str(), repair.description());
    visible(line.get(lang)) + "\n"
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

/// A message, cut where a cell in it is very long: between things that it lists, else
/// between words.
fn shortened(message: &str) -> String {
    let Some((end, _)) = message.char_indices().nth(MOST) else {
        return message.to_owned();
    };
    let cut = &message[..end];
    let listed = cut.rfind([',', ';']).filter(|at| at * 2 > end);
    let between = listed.or_else(|| cut.rfind(' ').filter(|at| at * 2 > end));
    format!("{}…", &cut[..between.unwrap_or(end)])
}
