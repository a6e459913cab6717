//! A table of a report as a table of a letter: bordered, its head repeated on every page,
//! no row broken, as wide as the text.

use docx_rs::{
    AlignmentType, BorderType, Shading, ShdType, Table as Drawn, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::lines::lines;
use super::package::HEAD_ROW;
use super::style::{Look, capitalised, line, size};
use super::widths::{Measured, SIDE};
use crate::report::document::Grid;
use crate::report::{Cell, Column, Content, Room, Table, Tone};
use crate::text::Lang;

/// A border, in eighths of a point.
const BORDER: usize = 4;
/// Above and below a cell's words.
const ABOVE: usize = 20;
/// A row of more lines than this may be broken: it could be higher than a page.
const MOST_LINES: usize = 30;

/// A table of no more lines than this stands on one page.
const TOGETHER: usize = 10;
/// So many rows at the end of a table stay together.
const ALONE: usize = 3;

/// Draws a table into `room`. `kept_below`: whether its end stays with what comes below.
pub(super) fn draw(grid: &Grid, room: usize, kept_below: bool, lang: Lang) -> Drawn {
    let table = grid.with_foot();
    let measured = Measured::new(&table, size::TABLE, lang);
    let widths = measured.widths(room);
    let together = measured.height(&widths) <= TOGETHER;
    let mut rows = vec![head(&table, &widths, lang)];
    let foot = table.rows.len() - usize::from(!grid.foot.is_empty());
    for (place, cells) in table.rows.iter().enumerate() {
        // No row is alone on a page, and no heading without what it is over.
        let left = table.rows.len() - place - 1;
        let heading = cells.first().is_some_and(|cell| cell.tone == Tone::Strong);
        let below = left > 0 || kept_below;
        let kept = below && (together || place == 0 || left < ALONE || heading);
        let drawn = row(&Row { grid, cells, foot: place >= foot, kept }, &widths, lang);
        let high = measured.row_height(place + 1, &widths) > MOST_LINES;
        rows.push(if high { drawn } else { drawn.cant_split() });
    }
    framed(rows, widths, room).set_borders(borders()).margins(
        TableCellMargins::new()
            .margin_top(ABOVE, WidthType::Dxa)
            .margin_left(SIDE, WidthType::Dxa)
            .margin_bottom(ABOVE, WidthType::Dxa)
            .margin_right(SIDE, WidthType::Dxa),
    )
}

/// A table without lines: what stands beside what in a letter.
pub(super) fn beside(rows: Vec<TableRow>, widths: Vec<usize>) -> Drawn {
    let room = widths.iter().sum();
    let none = |borders: TableBorders, position| {
        borders.set(TableBorder::new(position).border_type(BorderType::Nil))
    };
    let borders = positions().into_iter().fold(TableBorders::with_empty(), none);
    framed(rows, widths, room).set_borders(borders).margins(
        TableCellMargins::new().margin_left(0, WidthType::Dxa).margin_right(0, WidthType::Dxa),
    )
}

/// A cell as wide as its column.
pub(super) fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa)
}

fn framed(rows: Vec<TableRow>, widths: Vec<usize>, room: usize) -> Drawn {
    Drawn::without_borders(rows)
        .set_grid(widths)
        .width(room, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

fn positions() -> [TableBorderPosition; 6] {
    [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ]
}

fn borders() -> TableBorders {
    let set = |borders: TableBorders, position| {
        borders.set(TableBorder::new(position).size(BORDER).color("000000"))
    };
    positions().into_iter().fold(TableBorders::with_empty(), set)
}

fn head(table: &Table, widths: &[usize], lang: Lang) -> TableRow {
    let cells = table.columns.iter().zip(widths).map(|(column, width)| {
        let words = line(
            &capitalised(column.head.get(lang)),
            Look::bold(size::TABLE),
            AlignmentType::Center,
        );
        cell(*width).vertical_align(VAlignType::Center).add_paragraph(words.keep_next(true))
    });
    TableRow::new(cells.collect()).cant_split().row_height(HEAD_ROW)
}

/// A row below the head.
struct Row<'a> {
    grid: &'a Grid,
    cells: &'a [Cell],
    /// Whether it holds sums and means.
    foot: bool,
    /// Whether it stays on the page of the next.
    kept: bool,
}

fn row(row: &Row, widths: &[usize], lang: Lang) -> TableRow {
    let columns = &row.grid.table.columns;
    let mut cells = Vec::with_capacity(columns.len());
    for (place, (column, width)) in columns.iter().zip(widths).enumerate() {
        let empty = Cell::default();
        let content = row.cells.get(place).unwrap_or(&empty);
        let mut drawn = cell(*width).vertical_align(VAlignType::Center);
        if row.grid.heat && !row.foot {
            drawn = shaded(drawn, content.tone);
        }
        let bold = row.foot || content.tone == Tone::Strong;
        let look = Look { bold, ..Look::plain(size::TABLE) };
        let mut lines = lines(content, lang);
        if lines.is_empty() {
            lines.push(String::new());
        }
        for words in lines {
            let words = line(&words, look, align(column, content)).keep_next(row.kept);
            drawn = drawn.add_paragraph(words);
        }
        cells.push(drawn);
    }
    TableRow::new(cells)
}

fn align(column: &Column, cell: &Cell) -> AlignmentType {
    match (column.room, &cell.content) {
        (Room::Tight, _) => AlignmentType::Center,
        (_, Content::Number(..) | Content::Way(_)) => AlignmentType::Right,
        _ if column.numeric => AlignmentType::Right,
        _ => AlignmentType::Left,
    }
}

/// Shades that differ in grey too; the signs say the same.
fn shaded(cell: TableCell, tone: Tone) -> TableCell {
    let fill = match tone {
        Tone::Good => "E2EFDA",
        Tone::Bad => "F4B6B6",
        Tone::Doubt => "FFF2CC",
        Tone::Plain | Tone::Strong | Tone::Faint | Tone::Command => return cell,
    };
    cell.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(fill))
}
