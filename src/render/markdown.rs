//! A document as GitHub Markdown, with everything escaped.

use std::fmt::Write as _;

use super::terminal::way;
use crate::report::document::{Block, Document};
use crate::report::{Cell, Content, Table, Tone};
use crate::text::{Figure, Lang, Words};
use crate::visible::{shown, visible};

/// Writes a document.
pub fn document(document: &Document, lang: Lang) -> String {
    let mut text = format!("# {}\n", escaped(document.title.get(lang)));
    for line in &document.lead {
        let _ = write!(text, "\n{}\n", escaped(line.get(lang)));
    }
    let headed = document.pages().any(|section| *section.heading.get(lang) != *"");
    let below = if headed { "###" } else { "##" };
    for section in document.pages() {
        let heading = section.heading.get(lang);
        if !heading.is_empty() {
            let _ = write!(text, "\n## {}\n", escaped(heading));
        }
        for block in &section.blocks {
            let _ = match block {
                Block::Line(tone, line) => text.write_str(&paragraph(*tone, line.get(lang))),
                Block::Grid(grid) if grid.table.rows.is_empty() => Ok(()),
                Block::Grid(grid) => {
                    let caption = grid.table.caption.as_ref().map(|caption| caption.get(lang));
                    let caption =
                        caption.map(|caption| format!("\n{below} {}\n", escaped(caption)));
                    let table = draw(&grid.with_foot(), lang);
                    write!(text, "{}\n{table}", caption.unwrap_or_default())
                }
                // Some table has its figures.
                Block::Chart(_) => Ok(()),
            };
        }
    }
    text
}

fn paragraph(tone: Tone, line: &str) -> String {
    match tone {
        Tone::Strong => format!("\n**{}**\n", escaped(line)),
        // As code it can be copied, and nothing in it is markup.
        Tone::Command => format!("\n    {}\n", visible(line)),
        _ => format!("\n{}\n", escaped(line)),
    }
}

fn draw(table: &Table, lang: Lang) -> String {
    let heads = table.columns.iter().map(|column| escaped(column.head.get(lang)));
    let rules = table
        .columns
        .iter()
        .map(|column| if column.numeric { "---:".to_owned() } else { "---".to_owned() });
    let rows = table.rows.iter().map(|row| line(row.iter().map(|cell| cell_text(cell, lang))));
    let head = [line(heads), line(rules)];
    head.into_iter().chain(rows).collect()
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}

fn cell_text(cell: &Cell, lang: Lang) -> String {
    let text = match &cell.content {
        Content::Empty => String::new(),
        Content::Words(text) => escaped(text.get(lang)),
        Content::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| escaped(line.get(lang))).collect();
            lines.join("<br>")
        }
        Content::Number(number, decimals) => Figure::new(number, *decimals).words(lang),
        Content::Way(part) => way(part, lang),
    };
    match cell.tone {
        Tone::Strong if !text.is_empty() => format!("**{text}**"),
        _ => text,
    }
}

/// Text that Markdown and the HTML in it show as it is.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '~' | '!' => {
                safe.push('\\');
                safe.push(c);
            }
            c => safe.extend(shown(c)),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(escaped("a|b\n<script>*x*"), "a\\|b &lt;script&gt;\\*x\\*");
        assert_eq!(escaped("[x](y) `z` & #"), "\\[x\\](y) \\`z\\` &amp; \\#");
        assert_eq!(escaped("B\u{202e}ắc\u{200b}"), "Bắc");
    }
}
