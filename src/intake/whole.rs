//! Whether a row is whole: of one table, under its delimiter, with its cells where the
//! header has them and all their letters.

use super::around::{may_be_cut, other_delimiter};
use super::column::Column;
use super::indicator::names_several;
use super::indicator_cell::IndicatorCell;
use super::sink::Sink;
use super::table_row::TableRow;
use super::{cell, encoding, separator, split, swallowed};
use crate::text;

/// Whether a row can be read cell by cell; what is wrong with it is reported.
pub(super) fn is_whole(row: TableRow, indicator: &IndicatorCell, sink: &mut Sink) -> bool {
    let (flaws, header, cells) = (row.context().flaws, row.header(), row.cells);
    let surplus =
        cells.len() > header.width && cells.cells().skip(header.width).any(|cell| !cell.is_empty());
    if surplus || flaws.width.is_some_and(|width| cells.len() > width) {
        let message = text::too_many_cells(header.width, cells.len());
        sink.find(row.unreadable(message, text::mend_cells()));
        sink.shape.see_surplus(cells.len());
        return false;
    }
    if let Some(cell) = (flaws.cut == Some(row.line())).then(|| cells.cells().last()).flatten() {
        sink.find(row.unreadable(text::last_row_cut(cell), text::end_last_row()));
        return false;
    }
    if split::is_shifted(row, sink) || indicator.id.is_some() && is_beside(row, sink) {
        return false;
    }
    swallowed::look_for_rows(row, header.place(Column::Indicator), sink);
    // That it names several is reported by itself; between cells no blank stands.
    let listed = || indicator.text.split([',', ';']).skip(1).all(|next| next.starts_with(' '));
    let is_named = indicator.id.is_some() || names_several(indicator.text) && listed();
    if is_named && !indicator.text.contains('\t') || header.is_header(cells) {
        return true;
    }
    let delimiter = row.table.layout.delimiter;
    let Some(other) = other_delimiter(row, delimiter) else {
        return true;
    };
    let (own, other_sign) = (separator::sign(delimiter), separator::sign(other));
    let message = text::row_split_otherwise(other_sign, own);
    sink.find(row.unreadable(message, text::one_delimiter(own)));
    sink.shape.see_foreign(other);
    false
}

/// Whether a row gives its value right of the value's column, under a header that is merged
/// over both, or has no name there. That is reported.
fn is_beside(row: TableRow, sink: &mut Sink) -> bool {
    let header = row.header();
    let place = header.place(Column::Value).map(|place| place + 1);
    let nameless = place.filter(|place| header.nameless.contains(place));
    let cell = nameless.map(|place| row.cells.cell(place)).filter(|cell| cell::is_value(cell));
    let cell = cell.filter(|_| header.is_misplaced(row.cells));
    // Which of several cells under one name is meant nobody knows.
    let under = header.under_values.iter().map(|place| row.cells.cell(*place));
    let cell = cell.or(under.into_iter().find(|cell| !cell.is_empty()));
    let Some(cell) = cell else { return false };
    let written = row.written(Column::Value);
    let own = row.cell(Column::Value);
    let message = if own.is_empty() {
        text::value_beside(written, cell)
    } else {
        text::two_under_one_name(written, own, cell)
    };
    sink.find(row.unreadable(message, text::move_value()));
    sink.shape.see(row.cells.len());
    sink.shape.misplaced += 1;
    true
}

/// Whether a row without an indicator may be the last of data, cut, and no place and day.
pub(super) fn is_cut(row: TableRow) -> bool {
    let sentence = |cell: &str| cell.split_whitespace().count() > 3;
    may_be_cut(row) && !row.cells.cells().any(sentence)
}

/// What a row of data shows of the form of the table.
pub(super) fn see_shape(row: TableRow, sink: &mut Sink) {
    if may_be_cut(row) {
        sink.shape.cut = Some((row.line(), row.cells.len()));
    } else {
        sink.shape.see(row.cells.len());
    }
    if !sink.faults.is_empty() {
        sink.shape.see_faults(&sink.faults);
    }
    sink.shape.misplaced += usize::from(row.header().is_misplaced(row.cells));
    split::look_for_split_number(row, sink);
}

/// The cell of a row that lost letters.
pub(super) fn lost_letters(row: TableRow<'_>) -> Option<&str> {
    const WORDS: [Column; 5] =
        [Column::Part, Column::Level, Column::Source, Column::Period, Column::Value];
    const PROSE: [Column; 2] = [Column::Evidence, Column::Note];
    let words = WORDS.iter().map(|column| row.cell(*column));
    let mut words = words.chain(row.header().commune(row.cells));
    let mut prose = PROSE.iter().map(|column| row.cell(*column));
    let word = words.find(|cell| encoding::word_lost_letters(cell));
    word.or_else(|| prose.find(|cell| encoding::prose_lost_letters(cell)))
}
