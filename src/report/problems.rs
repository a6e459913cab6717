//! What is wrong with files, as a page: to be handed to whoever mends it.

use super::{Cell, Page, Table, Tone, column, together, unbroken, wide};
use crate::problem::Problem;
use crate::text::{self, Text, codes};

/// A row per problem, file by file, but for those that repeat each other. `count`: how many
/// there are, in words.
pub fn problems(problems: &[Problem], count: Text) -> Page {
    let columns = vec![
        column(text::problem_file()),
        unbroken(text::problem_place()),
        unbroken(codes::severity()),
        wide(codes::brief()),
        wide(text::problem_remedy()),
    ];
    let mut rows = Vec::new();
    for of_file in together::by_file(problems) {
        let (shown, more) = together::first(&of_file);
        rows.extend(shown.iter().map(row));
        if more > 0 {
            let file = &of_file[0].place.file;
            let [place, severity, remedy] = [(); 3].map(|()| Cell::same(""));
            let message = Cell::words(text::and_so_many_more(file, more));
            rows.push(vec![Cell::same(file), place, severity, message, remedy]);
        }
    }
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
        Cell::words(place.in_table().or(within).or(line).unwrap_or_default()),
        Cell::words(problem.severity.word()).tone(tone),
        Cell::lines([problem.shown_message().clone(), Text::same(problem.code.as_str())]),
        Cell::words(problem.hint.clone()),
    ]
}
