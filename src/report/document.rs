//! A report in sections: what goes to a leader's desk, into a dossier, onto a notice
//! board. Every form of it is drawn from this one value, so that they agree.

use super::{Cell, Page, Table, Tone};
use crate::exact::Exact;
use crate::period::Period;
use crate::text::{self, Text};

/// So many communes have a sheet of their own in a workbook.
pub const MOST_COMMUNE_SHEETS: usize = 60;

/// A report in sections.
#[derive(Clone, Debug)]
pub struct Document {
    pub title: Text,
    /// What stands at the head of every page: that it is a draft.
    pub mark: Option<Text>,
    /// Lines under the title.
    pub lead: Vec<Text>,
    /// The period it is about. Files are dated by it, not by the day they were made on:
    /// the same input gives the same bytes. What is about none is not dated.
    pub period: Option<Period>,
    /// Whether its tables are too wide for paper that stands upright.
    pub wide: bool,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading; empty where the document's title is enough.
    pub heading: Text,
    /// The name of its sheet in a workbook: at most 31 characters.
    pub sheet: Text,
    /// Which forms have it.
    pub shown_in: ShownIn,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// Which formats show a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownIn {
    Everywhere,
    /// Only those that are read from top to bottom.
    Pages,
    /// All of them, as one of many of its kind: a workbook has the first
    /// [`MOST_COMMUNE_SHEETS`].
    Each,
    /// Workbooks: a long list to be sorted and filtered.
    Workbook,
}

/// A piece of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Line(Tone, Text),
    /// A table.
    Grid(Grid),
    /// A picture of figures that some table has too.
    Chart(Chart),
}

/// A table, and how it is looked at.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    pub table: Table,
    /// Whether its cells are signs whose tones make a map.
    pub heat: bool,
    /// A row below of sums and means.
    pub foot: Vec<FooterCell>,
}

/// A cell below a column.
#[derive(Clone, Debug, Default)]
pub struct FooterCell {
    /// What it shows.
    pub cell: Cell,
    /// How it comes from the column above.
    pub total: Option<Total>,
}

/// How a cell below comes from its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// The mean of its numbers.
    Mean,
    /// How many of its cells show this sign.
    Count(char),
}

/// Figures as a picture.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it shows.
    pub title: Text,
    /// Bars or lines.
    pub kind: ChartKind,
    /// What stands along it: communes, months.
    pub labels: Vec<Text>,
    /// The figures.
    pub series: Vec<Series>,
    /// The most that there can be; `None` where nothing bounds it.
    pub most: Option<Exact>,
}

/// How figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    Bars,
    /// A line over time, broken where a figure is not there.
    Lines,
}

/// Figures of one kind, one for each label.
#[derive(Clone, Debug)]
pub struct Series {
    pub name: Text,
    /// The figures; `None` where there is none, which is never drawn as zero.
    pub values: Vec<Option<Exact>>,
}

impl Grid {
    /// The table with its sums as a last row.
    pub fn with_foot(&self) -> Table {
        let foot: Vec<Cell> = self.foot.iter().map(|foot| foot.cell.clone()).collect();
        let mut table = self.table.clone();
        table.rows.extend((!foot.is_empty()).then_some(foot));
        table
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Block {
        Block::Grid(Grid { table, ..Grid::default() })
    }
}

impl From<(Tone, Text)> for Block {
    fn from((tone, text): (Tone, Text)) -> Block {
        Block::Line(tone, text)
    }
}

/// A table of more columns than this wants paper that lies.
const UPRIGHT_COLUMNS: usize = 7;

impl Document {
    /// A page that is about no period.
    pub fn of_page(page: Page) -> Document {
        Document::of_pages(None, None, [(Text::default(), page)])
    }

    /// Pages as one document, each with the name of its sheet in a workbook. Where `title` is not given it is the first page's, which
    /// then needs no heading of its own.
    pub fn of_pages(
        title: Option<Text>,
        period: Option<Period>,
        pages: impl IntoIterator<Item = (Text, Page)>,
    ) -> Document {
        let mut first = title.is_none();
        let mut document = Document {
            title: title.unwrap_or_default(),
            mark: None,
            lead: Vec::new(),
            period,
            wide: false,
            sections: Vec::new(),
        };
        for (sheet, page) in pages {
            let mut blocks: Vec<Block> = Vec::new();
            let mut heading = page.title;
            if first {
                (document.title, heading) = (heading, Text::default());
                document.lead = page.lead;
            } else {
                blocks.extend(page.lead.into_iter().map(|line| Block::Line(Tone::Plain, line)));
            }
            first = false;
            document.wide |= page.tables.iter().any(|table| table.columns.len() > UPRIGHT_COLUMNS);
            blocks.extend(page.tables.into_iter().map(Block::from));
            blocks.extend(page.notes.into_iter().map(Block::from));
            document.sections.push(Section {
                heading,
                sheet,
                shown_in: ShownIn::Everywhere,
                blocks,
            });
        }
        document
    }

    /// The same as a draft: its title and every page say so.
    pub fn drafted(self) -> Document {
        let title = text::draft_title(text::draft(), &self.title);
        Document { title, mark: Some(text::draft()), ..self }
    }

    /// The sections of a form that is read from top to bottom.
    pub fn pages(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| section.shown_in != ShownIn::Workbook)
    }

    /// The sections of a workbook.
    pub fn workbook(&self) -> impl Iterator<Item = &Section> {
        let mut left = MOST_COMMUNE_SHEETS;
        self.sections.iter().filter(move |section| match section.shown_in {
            ShownIn::Pages => false,
            ShownIn::Everywhere | ShownIn::Workbook => true,
            ShownIn::Each => {
                let fits = left > 0;
                left = left.saturating_sub(1);
                fits
            }
        })
    }

    /// What a workbook says of the sections that it has no sheet for.
    pub fn beyond_workbook(&self) -> Option<Text> {
        let each = self.sections.iter().filter(|section| section.shown_in == ShownIn::Each).count();
        let more = each.checked_sub(MOST_COMMUNE_SHEETS).filter(|more| *more > 0)?;
        Some(text::sheets_beyond(MOST_COMMUNE_SHEETS, more, text::sheet_indicators()))
    }
}
