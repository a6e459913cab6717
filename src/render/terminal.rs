//! A document for a terminal or a text file.

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle,
    Width,
};

use crate::exact::Exact;
use crate::report::document::{Block, Document};
use crate::report::{Cell, Content, Room, Table, Tone};
use crate::text::{Figure, Lang, Words};
use crate::visible::visible;

/// The share of a table, in percent, that a column of long names gets.
const WIDE: u16 = 30;

/// What the page is written for.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// How many characters fit in a line.
    pub width: u16,
    /// Whether colour is wanted.
    pub colour: bool,
    /// The language.
    pub lang: Lang,
}

/// Rules above and below, and under the head.
const OPEN: TableStyle =
    TableStyle::new().top_border(rule('─')).header_separator(rule('─')).bottom_border(rule('─'));

/// The same with a rule between rows, for tables whose cells take several lines.
const RULED: TableStyle = OPEN.row_separator(rule('┈'));

const fn rule(line: char) -> LineStyle {
    LineStyle::none().fill(line).junction(line)
}

/// Draws a document.
pub fn document(document: &Document, terminal: Terminal) -> String {
    let lang = terminal.lang;
    let mut text = wrapped(Tone::Strong, document.title.get(lang), terminal);
    for line in &document.lead {
        text.push_str(&wrapped(Tone::Plain, line.get(lang), terminal));
    }
    for section in document.pages() {
        let heading = section.heading.get(lang);
        // A line of text stands apart from what is above, but right below a heading or
        // another line.
        let mut apart = heading.is_empty();
        if !apart {
            text.push('\n');
            text.push_str(&wrapped(Tone::Strong, heading, terminal));
        }
        for block in &section.blocks {
            match block {
                Block::Line(tone, line) => {
                    text.push_str(if std::mem::take(&mut apart) { "\n" } else { "" });
                    text.push_str(&wrapped(*tone, line.get(lang), terminal));
                }
                Block::Grid(grid) if grid.table.rows.is_empty() => {}
                Block::Grid(grid) => {
                    text.push('\n');
                    if let Some(caption) = &grid.table.caption {
                        text.push_str(&paint(Tone::Strong, caption.get(lang), terminal));
                        text.push('\n');
                    }
                    text.push_str(&draw(&grid.with_foot(), terminal));
                    apart = true;
                }
                // Some table has its figures.
                Block::Chart(_) => {}
            }
        }
    }
    text
}

/// A line of text broken at words, each line painted by itself; a command stays whole,
/// so that it can be copied.
fn wrapped(tone: Tone, text: &str, terminal: Terminal) -> String {
    if tone == Tone::Command {
        return format!("  {}\n", paint(tone, text, terminal));
    }
    let options = textwrap::Options::new(usize::from(terminal.width))
        .subsequent_indent("  ")
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options);
    lines.iter().map(|line| paint(tone, line, terminal) + "\n").collect()
}

fn draw(table: &Table, terminal: Terminal) -> String {
    let open = draw_in(OPEN, table, terminal);
    let head = open.lines().skip(1).take_while(|line| !line.contains('─')).count();
    // Two rules around the head and one below; with more lines than rows left,
    // some cell was broken. A list of terms shows where each begins by itself.
    let terms = table.columns.len() == 2;
    if open.lines().count() > table.rows.len() + head + 3 && !terms {
        draw_in(RULED, table, terminal)
    } else {
        open
    }
}

fn draw_in(style: TableStyle, table: &Table, terminal: Terminal) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn
        .load_style(style)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(terminal.width);
    if terminal.colour {
        drawn.enforce_styling();
    } else {
        drawn.force_no_tty();
    }
    drawn.set_header(table.columns.iter().map(|column| {
        let head = column.head.get(terminal.lang).lines().map(visible).collect::<Vec<_>>();
        let head = comfy_table::Cell::new(head.join("\n"));
        if column.numeric { head.set_alignment(CellAlignment::Right) } else { head }
    }));
    for row in &table.rows {
        let cells = row.iter().zip(&table.columns);
        drawn.add_row(cells.map(|(cell, column)| draw_cell(cell, column.numeric, terminal)));
    }
    for (place, column) in table.columns.iter().enumerate() {
        let constraint = match column.room {
            Room::Any => match whole(table, place, terminal.lang) {
                0 => continue,
                whole => ColumnConstraint::LowerBoundary(Width::Fixed(whole + 2)),
            },
            Room::Tight => {
                if let Some(drawn) = drawn.column_mut(place) {
                    drawn.set_padding((0, 1)).set_cell_alignment(CellAlignment::Center);
                }
                continue;
            }
            Room::Unbroken => ColumnConstraint::ContentWidth,
            // With the blanks at both sides.
            Room::AtLeast(characters) => {
                ColumnConstraint::LowerBoundary(Width::Fixed(characters + 2))
            }
            Room::Wide => ColumnConstraint::LowerBoundary(Width::Percentage(WIDE)),
        };
        if let Some(drawn) = drawn.column_mut(place) {
            drawn.set_constraint(constraint);
        }
    }
    let lines = drawn.lines().map(|line| line.trim_end().to_owned() + "\n");
    lines.collect()
}

/// The room that a column needs so that no number and no fraction in it is broken; of a
/// column of numbers also the words above it.
fn whole(table: &Table, place: usize, lang: Lang) -> u16 {
    let column = &table.columns[place];
    let cells = table.rows.iter().filter_map(|row| row.get(place));
    let shown: Vec<String> = cells.map(|cell| words_of(cell, lang)).collect();
    let numbers = shown.iter().flat_map(|words| words.split_whitespace()).filter(|w| is_number(w));
    let head = column.head.get(lang).split_whitespace().filter(|_| column.numeric);
    let longest = numbers.chain(head).map(textwrap::core::display_width).max();
    longest.and_then(|longest| u16::try_from(longest).ok()).unwrap_or(0)
}

/// Whether a word is a number, a fraction, a share or a bound.
fn is_number(word: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || "/.,%+-−±<>=≤≥()".contains(c);
    word.contains(|c: char| c.is_ascii_digit()) && word.chars().all(sign)
}

fn draw_cell(cell: &Cell, numeric: bool, terminal: Terminal) -> comfy_table::Cell {
    let words = words_of(cell, terminal.lang);
    let mut drawn = comfy_table::Cell::new(words);
    if numeric {
        drawn = drawn.set_alignment(CellAlignment::Right);
    }
    if !terminal.colour {
        return drawn;
    }
    match cell.tone {
        Tone::Plain | Tone::Command => drawn,
        Tone::Good => drawn.fg(Color::Green),
        Tone::Bad => drawn.fg(Color::Red),
        Tone::Doubt => drawn.fg(Color::Yellow),
        Tone::Strong => drawn.add_attribute(Attribute::Bold),
        Tone::Faint => drawn.add_attribute(Attribute::Dim),
    }
}

/// What a cell says.
fn words_of(cell: &Cell, lang: Lang) -> String {
    match &cell.content {
        Content::Empty => String::new(),
        Content::Words(text) => visible(text.get(lang)),
        Content::Lines(lines) => {
            let lines = lines.iter().map(|line| visible(line.get(lang)));
            lines.collect::<Vec<_>>().join("\n")
        }
        Content::Number(number, decimals) => Figure::new(number, *decimals).words(lang),
        Content::Way(part) => way(part, lang),
    }
}

/// How much of the way is done, in percent.
pub(crate) fn way(part: &Exact, lang: Lang) -> String {
    format!("{}%", Figure::new(&(part * &Exact::HUNDRED), 2).words(lang))
}

fn paint(tone: Tone, text: &str, terminal: Terminal) -> String {
    let style = match tone {
        Tone::Plain | Tone::Command => anstyle::Style::new(),
        Tone::Good => anstyle::AnsiColor::Green.on_default(),
        Tone::Bad => anstyle::AnsiColor::Red.on_default(),
        Tone::Doubt => anstyle::AnsiColor::Yellow.on_default(),
        Tone::Strong => anstyle::Style::new().bold(),
        Tone::Faint => anstyle::Style::new().dimmed(),
    };
    let text = visible(text);
    if terminal.colour { format!("{style}{text}{style:#}") } else { text }
}
