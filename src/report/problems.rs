//! What is wrong with files, as a page: to be handed to whoever mends it.

use super::{Cell, Page, Table, Tone, column, unbroken, wide};
use crate::problem::Problem;
use crate::text::{self, Text, explain};

/// A row per problem, file by file. `count`: how many there are, in words.
pub fn problems(problems: &[Problem], count: Text) -> Page {
    let columns = vec![
        column(text::problem_file()),
        unbroken(text::problem_place()),
        unbroken(explain::severity()),
        wide(explain::brief()),
        wide(text::problem_remedy()),
    ];
    let rows = problems.iter().map(row).collect();
    Page {
        title: text::problems_title(),
        lead: vec![count],
        tables: vec![Table { caption: None, columns, rows }],
        notes: Vec::new(),
    }
}

fn row(problem: &Problem) -> Vec<Cell> {
    let place = &problem.place;
    let line = place.line.map(Text::same);
    let within = place.sheet.as_ref().map(|sheet| {
        let cell = sheet.cell.as_deref().map(|cell| format!("!{cell}")).unwrap_or_default();
        Text::same(format!("{}{cell}", sheet.name))
    });
    let tone = if problem.is_error() { Tone::Bad } else { Tone::Doubt };
    vec![
        Cell::same(&place.file),
        Cell::words(within.or(line).unwrap_or_default()),
        Cell::words(problem.severity.word()).tone(tone),
        Cell::lines([problem.message.clone(), Text::same(problem.code.as_str())]),
        Cell::words(problem.hint.clone()),
    ]
}
