//! A workbook that holds a list: its first sheet as text, each row on the line of its number.

use super::sheet::{Book, Sheet};
use crate::intake::table::CellKind;

/// A sheet as text.
#[derive(Debug, Default)]
pub(in crate::intake) struct ListSheet {
    pub(in crate::intake) name: String,
    /// Its cells as they are shown, parted by commas.
    pub(in crate::intake) text: String,
    /// The cells that cannot be read for certain.
    pub(in crate::intake) flaws: Vec<ListFlaw>,
}

/// A cell that cannot be read for certain.
#[derive(Debug)]
pub(in crate::intake) struct ListFlaw {
    pub(in crate::intake) line: u64,
    pub(in crate::intake) column: usize,
    pub(in crate::intake) kind: CellKind,
    pub(in crate::intake) cell: String,
}

impl Book {
    /// The first sheet as text; `None` where no sheet holds anything.
    pub(in crate::intake) fn list(&self) -> Option<ListSheet> {
        self.sheets.first().map(Sheet::list)
    }
}

impl Sheet {
    fn list(&self) -> ListSheet {
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let mut list = ListSheet { name: self.name.clone(), ..ListSheet::default() };
        let mut next = 1;
        for row in &self.rows {
            while next < row.line {
                list.text.push('\n');
                next += 1;
            }
            next += 1;
            for column in 0..width {
                let cell = row.cells.get(column);
                let held = cell.map_or("", |cell| cell.shown.as_deref().unwrap_or(&cell.text));
                if column > 0 {
                    list.text.push(',');
                }
                list.text.push_str(&quoted(held));
                if let Some(cell) = cell.filter(|cell| cell.kind.is_flaw()) {
                    let (line, kind, cell) = (row.line, cell.kind, cell.text.clone());
                    list.flaws.push(ListFlaw { line, column, kind, cell });
                }
            }
            list.text.push('\n');
        }
        list
    }
}

/// A cell on one line, in quotes where it needs some.
fn quoted(cell: &str) -> String {
    let line = cell.split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" ");
    if line.contains([',', '"', ';', '|']) {
        format!("\"{}\"", line.replace('"', "\"\""))
    } else {
        line
    }
}
