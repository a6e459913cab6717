//! The period of files whose folder does not name it: the one that most rows do.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::book::{self, Book};
use super::column::Column;
use super::context::DueInFile;
use super::layout::Layout;
use super::old_font::no_names;
use super::opened::{self, TextRow, Unusable};
use super::options::Options;
use super::repair::Repairs;
use super::sheet_table::SheetTable;
use super::source::Source;
use super::table::Row;
use crate::period::Period;

/// Of which period the rows of files are to be.
pub(super) struct Due {
    options: Options<'static>,
    common: Option<Period>,
}

impl Due {
    /// Looks into files whose folder names no period.
    pub(super) fn from_sources(sources: &[Source], options: Options) -> Due {
        let common = match options.period {
            Some(_) => None,
            None => common_period(sources),
        };
        Due { options: Options { watch: None, ..options }, common }
    }

    /// The period that the rows of a file are of, or most of them.
    pub(super) fn expected(&self, source: &Source) -> Option<Period> {
        self.options.period.or(source.folder_period).or(self.common)
    }

    /// What is due in a file. Beside rows that name their period, one that names none is of
    /// none: the period asked for would claim it in whichever month.
    pub(super) fn in_file(&self, source: &Source) -> DueInFile {
        let picked = || self.options.period.filter(|_| !names_periods(source));
        DueInFile {
            expected: self.expected(source),
            only: source.folder_period.is_some() || !self.options.several,
            tacit: source.folder_period.or_else(picked),
        }
    }
}

/// The period that most rows name, for files whose folder gives none.
fn common_period(sources: &[Source]) -> Option<Period> {
    let mut counts: BTreeMap<Period, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    let mut order = 0;
    for source in sources.iter().filter(|source| source.folder_period.is_none()) {
        _ = each_period(source, &mut |period| {
            order += 1;
            let first = std::cmp::Reverse(order);
            counts.entry(period).or_insert((0, first)).0 += 1;
            ControlFlow::Continue(())
        });
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(period, _)| period)
}

/// Whether any row of a file names its period.
fn names_periods(source: &Source) -> bool {
    each_period(source, &mut |_| ControlFlow::Break(())).is_break()
}

/// What is done with each period that a row names, and whether to go on.
type Each<'e> = dyn FnMut(Period) -> ControlFlow<()> + 'e;

/// Calls `each` for every period that a row of a file names.
fn each_period(source: &Source, each: &mut Each) -> ControlFlow<()> {
    let read =
        opened::open(source, &no_names, each, |each, source, _| of_text(source, each), of_book);
    // What cannot be read is reported when its rows are.
    read.unwrap_or(ControlFlow::Continue(()))
}

fn of_row(layout: &Layout, row: &Row, each: &mut Each) -> ControlFlow<()> {
    let periods = layout.headers().iter().map(|header| header.cell(row, Column::Period));
    periods.filter_map(Period::parse).try_for_each(each)
}

fn of_text(source: &Source, each: &mut Each) -> Result<ControlFlow<()>, Unusable> {
    let mut pieces = source.pieces(Vec::new()).map_err(Unusable::Unreadable)?;
    let mut layout: Option<Layout> = None;
    let mut flow = ControlFlow::Continue(());
    while let Some(piece) = pieces.next().map_err(Unusable::Unreadable)? {
        let text = opened::decode(&piece, &mut Repairs::default(), &no_names)?;
        let mut known = layout.clone();
        opened::rows(&text, &piece, &mut layout, None, |row| match row {
            TextRow::Header(found, _) => known = Some(found),
            TextRow::Below(row) if flow.is_continue() => {
                flow = known.as_ref().map_or(flow, |layout| of_row(layout, &row, each));
            }
            _ => {}
        });
        // Without such a column nothing that follows can name one.
        let names = |layout: &Layout| {
            let mut headers = layout.headers().iter();
            headers.any(|header| header.is_usable() && header.has(Column::Period))
        };
        if flow.is_break() || layout.as_ref().is_some_and(|layout| !names(layout)) {
            break;
        }
    }
    Ok(flow)
}

fn of_book(each: &mut Each, mut book: Book) -> Result<ControlFlow<()>, Unusable> {
    book.keep_fitting().map_err(Unusable::Refused)?;
    let mut line = book::Line::default();
    for sheet in book.sheets {
        let search = sheet.search();
        let table = SheetTable::new(sheet, &search, None);
        let Some(layout) = &table.layout else { continue };
        for row in table.rows_below() {
            let flow = of_row(layout, &line.row(row), each);
            if flow.is_break() {
                return Ok(flow);
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}
