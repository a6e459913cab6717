//! A report as one HTML file that needs nothing else: no network, no script to be
//! read, and nothing in a text can become markup.

mod bars;
mod lines;
mod picture;
mod plain;
mod policy;
mod table;

use std::io;

use askama::Template;

use self::picture::{Picture, Shape};
use self::table::{Body, Table, class};
use crate::report::document::{Block, ChartKind, Document, Section, ShownIn};
use crate::text::{self, Lang, Text};
use crate::visible::visible;

const STYLE: &str = include_str!("../../templates/report.css");
const LYING: &str = include_str!("../../templates/lying.css");
const SCRIPT: &str = include_str!("../../templates/report.js");

/// The page.
#[derive(Template)]
#[template(path = "report.html")]
struct Report {
    lang: &'static str,
    policy: String,
    title: String,
    lead: Vec<String>,
    sections: Vec<Part>,
    style: String,
    script: &'static str,
    say: Say,
}

/// The page's own words.
struct Say {
    contents: String,
    up: String,
    skip: String,
    filter: String,
    sort: String,
}

/// A section.
struct Part {
    id: String,
    heading: String,
    new_page: bool,
    blocks: Vec<Piece>,
}

/// What a section holds.
enum Piece {
    Line { class: &'static str, text: String },
    Table(Table),
    Picture(Picture),
}

/// Writes a report.
///
/// # Errors
/// When the template cannot be filled in.
pub fn document(document: &Document, lang: Lang) -> io::Result<String> {
    let words = |text: Text| visible(text.get(lang));
    let pages: Vec<&Section> = document.pages().collect();
    // What is looked up by itself begins a page, and so does what follows it.
    let alone: Vec<bool> = pages.iter().map(|section| section.shown_in == ShownIn::Each).collect();
    let new_page = |place: usize| place > 0 && (alone[place] || alone[place - 1]);
    let sections = pages.iter().enumerate();
    let sections = sections
        .map(|(place, section)| Part {
            new_page: new_page(place),
            ..part(section, place + 1, lang)
        })
        .collect();
    let paper = if document.wide { LYING } else { "" };
    let style = style(document.mark.as_ref().map(|mark| mark.get(lang))) + paper;
    let report = Report {
        lang: lang.as_str(),
        policy: policy::policy(&style, SCRIPT),
        title: visible(document.title.get(lang)),
        lead: document.lead.iter().map(|line| visible(line.get(lang))).collect(),
        sections,
        style,
        script: SCRIPT,
        say: Say {
            contents: words(text::contents_heading()),
            up: words(text::to_contents()),
            skip: words(text::skip_to_content()),
            filter: words(text::filter_rows()),
            sort: words(text::sort_by_column()),
        },
    };
    report.render().map_err(io::Error::other)
}

/// The style sheet, with the mark of every page where there is one.
fn style(mark: Option<&str>) -> String {
    let mark = mark.map(|mark| {
        // Numbers of characters: nothing in them can end the string.
        let content: String = mark.chars().map(|c| format!("\\{:x} ", u32::from(c))).collect();
        format!(
            "@page {{ @top-center {{ content: \"{content}\"; font: 700 13pt sans-serif; }} }}\n"
        )
    });
    format!("{STYLE}{}", mark.unwrap_or_default())
}

fn part(section: &Section, number: usize, lang: Lang) -> Part {
    let id = format!("s{number}");
    let blocks = (1..).zip(&section.blocks).filter_map(|(place, block)| match block {
        Block::Line(tone, line) => {
            Some(Piece::Line { class: class(*tone), text: visible(line.get(lang)) })
        }
        Block::Grid(grid) if grid.table.rows.is_empty() => None,
        Block::Grid(grid) => {
            Some(Piece::Table(table::table(grid, format!("{id}t{place}"), &id, lang)))
        }
        Block::Chart(chart) if chart.labels.is_empty() => None,
        Block::Chart(chart) => {
            let id = format!("{id}c{place}");
            Some(Piece::Picture(match chart.kind {
                ChartKind::Bars => bars::picture(chart, id, lang),
                ChartKind::Lines => lines::picture(chart, id, lang),
            }))
        }
    });
    let blocks = blocks.collect();
    Part { heading: visible(section.heading.get(lang)), new_page: false, blocks, id }
}
