//! A table of a page: groups of rows under headings, cells with their scope.

use crate::exact::Exact;
use crate::render::terminal::way;
use crate::report::document::Grid;
use crate::report::{Cell, Column, Content, Room, Tone};
use crate::text::{self, Figure, Lang, Text, Words};
use crate::visible::visible;

/// With fewer rows there is nothing to sort or to look for.
const TO_SORT: usize = 3;
const TO_FILTER: usize = 12;
/// A table of more columns is moved sideways in its own frame.
const FITTING: usize = 12;
/// Longer lines need more room.
const SHORT: usize = 20;
/// Longer words are broken even where they should stay on one line.
const UNBROKEN: usize = 28;
/// The millimetres between the margins of a page.
const PAPER: usize = 182;
/// The decimals of a bar's width in percent.
const WIDTH: u32 = 2;

/// A table as the template takes it.
pub(super) struct Table {
    pub(super) id: String,
    /// The id of the heading that names it.
    pub(super) label: String,
    pub(super) caption: Option<String>,
    pub(super) heat: bool,
    pub(super) fits: bool,
    pub(super) dense: bool,
    pub(super) sorts: bool,
    pub(super) filters: bool,
    pub(super) heads: Vec<Head>,
    pub(super) groups: Vec<Vec<Row>>,
    pub(super) foot: Vec<Field>,
}

/// The head of a column.
pub(super) struct Head {
    pub(super) class: String,
    pub(super) text: String,
}

/// A row.
pub(super) struct Row {
    pub(super) class: &'static str,
    pub(super) cells: Vec<Field>,
}

/// A cell.
pub(super) struct Field {
    pub(super) tag: &'static str,
    pub(super) scope: &'static str,
    pub(super) class: String,
    /// The number shown, for machines.
    pub(super) value: Option<String>,
    pub(super) body: Body,
}

/// What a cell shows.
pub(super) enum Body {
    Lines(Vec<String>),
    Sign { sign: String, word: String },
    Way { text: String, width: String },
}

/// The table with this id in the section with that one.
pub(super) fn table(grid: &Grid, id: String, section: &str, lang: Lang) -> Table {
    let Grid { table, heat, foot } = grid;
    let columns = table.columns.iter().enumerate();
    let columns =
        columns.map(|(place, column)| Setting::for_column(place, column, &table.rows, lang));
    let drawn = Drawn { heat: *heat, columns: columns.collect(), lang };
    let groups = drawn.groups(&table.rows);
    let plain_rows = matches!(groups.as_slice(), [rows] if rows.iter().all(|r| r.class.is_empty()));
    let caption = table.caption.as_ref().map(|caption| visible(caption.get(lang)));
    let label = if caption.is_some() { &id } else { section };
    let head = |(column, setting): (&Column, &Setting)| Head {
        class: setting.class.clone(),
        text: visible(column.head.get(lang)),
    };
    Table {
        label: format!("{label}-head"),
        caption,
        heat: *heat,
        fits: !heat && table.columns.len() <= FITTING,
        dense: drawn.columns.iter().map(|column| column.paper).sum::<usize>() > PAPER,
        sorts: plain_rows && table.rows.len() >= TO_SORT,
        filters: table.rows.len() >= TO_FILTER,
        heads: table.columns.iter().zip(&drawn.columns).map(head).collect(),
        groups,
        foot: drawn.cells(foot.iter().map(|foot| &foot.cell), "row"),
        id,
    }
}

/// How the cells of a column are set.
struct Setting {
    /// The style sheet's words for it.
    class: String,
    /// The millimetres that it takes on paper, at least.
    paper: usize,
}

impl Setting {
    fn for_column(place: usize, column: &Column, rows: &[Vec<Cell>], lang: Lang) -> Setting {
        let cells = || rows.iter().filter_map(|row| row.get(place));
        let lines = cells().flat_map(|cell| match &cell.content {
            Content::Words(text) => std::slice::from_ref(text),
            Content::Lines(lines) => lines,
            Content::Empty | Content::Number(..) | Content::Way(_) => &[],
        });
        let longest = lines.map(|line| line.get(lang).chars().count()).max().unwrap_or(0);
        let ways = cells().any(|cell| matches!(cell.content, Content::Way(_)));
        let (room, paper) = match column.room {
            Room::Any if ways => ("b", 14),
            Room::Any if column.numeric => ("", 14),
            Room::Any if longest > SHORT => ("w20", 30),
            Room::Any => ("", 21),
            Room::Unbroken if longest <= UNBROKEN => ("u", 3 + longest * 3 / 2),
            Room::Unbroken => ("w16", 37),
            Room::Tight => ("t", 6),
            Room::AtLeast(..=8) => ("w8", 15),
            Room::AtLeast(..=12) => ("w12", 17),
            Room::AtLeast(..=14) => ("w14", 24),
            Room::AtLeast(..=16) => ("w16", 37),
            Room::AtLeast(_) => ("w24", 40),
            Room::Wide => ("w40", 46),
        };
        Setting { class: joined([room, if column.numeric { "n" } else { "" }]), paper }
    }
}

fn joined<const N: usize>(classes: [&str; N]) -> String {
    let said: Vec<&str> = classes.into_iter().filter(|class| !class.is_empty()).collect();
    said.join(" ")
}

/// What all cells of a table share.
struct Drawn {
    heat: bool,
    columns: Vec<Setting>,
    lang: Lang,
}

impl Drawn {
    /// The rows, in groups that begin with a heading.
    fn groups(&self, rows: &[Vec<Cell>]) -> Vec<Vec<Row>> {
        let mut groups: Vec<Vec<Row>> = Vec::new();
        for row in rows {
            let (class, scope) = match row.first() {
                Some(first) if first.tone == Tone::Strong => ("heading", "rowgroup"),
                // It goes on with the row above, which has the name.
                Some(Cell { content: Content::Empty, .. }) => ("more", ""),
                _ => ("", "row"),
            };
            let cells = self.cells(row.iter(), scope);
            let row = Row { class, cells };
            match groups.last_mut() {
                Some(group) if class != "heading" => group.push(row),
                _ => groups.push(vec![row]),
            }
        }
        groups
    }

    /// The cells of a row; the first is a head with this scope.
    fn cells<'c>(&self, cells: impl Iterator<Item = &'c Cell>, scope: &'static str) -> Vec<Field> {
        let cells = cells.zip(&self.columns).enumerate();
        let field = |(place, (cell, column)): (usize, (&Cell, &Setting))| {
            let scope = if place == 0 { scope } else { "" };
            self.field(cell, &column.class, scope)
        };
        cells.map(field).collect()
    }

    fn field(&self, cell: &Cell, column: &str, scope: &'static str) -> Field {
        let lang = self.lang;
        let (value, body) = match &cell.content {
            Content::Empty => (None, Body::Lines(Vec::new())),
            Content::Words(text) => (None, self.words_or_sign(text)),
            Content::Lines(lines) => {
                (None, Body::Lines(lines.iter().map(|line| visible(line.get(lang))).collect()))
            }
            Content::Number(number, decimals) => {
                let shown = Figure::new(number, *decimals).words(lang);
                (Some(number.rounded(*decimals)), Body::Lines(vec![shown]))
            }
            Content::Way(part) => {
                let width = (part * &Exact::HUNDRED).rounded(WIDTH);
                (Some(width.clone()), Body::Way { text: way(part, lang), width })
            }
        };
        let tag = if scope.is_empty() { "td" } else { "th" };
        Field { tag, scope, class: joined([column, class(cell.tone)]), value, body }
    }

    fn words_or_sign(&self, text: &Text) -> Body {
        let shown = visible(text.get(self.lang));
        match self.heat.then(|| sign_said(&shown)).flatten() {
            Some(word) => Body::Sign { word: word.get(self.lang).to_owned(), sign: shown },
            None => Body::Lines(vec![shown]),
        }
    }
}

/// What a sign of a map means, for those who hear the page.
fn sign_said(sign: &str) -> Option<Text> {
    match sign {
        "✓" => Some(text::met()),
        "✗" => Some(text::not_met()),
        "?" => Some(text::sign_unknown()),
        "–" => Some(text::not_applicable()),
        _ => None,
    }
}

/// How something weighs, in the style sheet's words.
pub(super) fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Doubt => "doubt",
        Tone::Strong => "strong",
        Tone::Faint => "faint",
        Tone::Command => "command",
    }
}
