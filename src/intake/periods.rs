//! The period of files whose folder does not name it: the one that most rows do.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::column::Column;
use super::header::Header;
use super::layout::Layout;
use super::repair::{self, Repairs};
use super::table::{self, Line, Row};
use super::unusable::transcoded;
use super::{Options, Source, book, encoding};
use crate::period::Period;

/// Of which period the rows of files are to be.
pub(super) struct Due {
    options: Options<'static>,
    common: Option<Period>,
}

/// The same for the rows of one file.
#[derive(Clone, Copy)]
pub(super) struct DueInFile {
    /// The one its rows are of, or most of them.
    pub(super) expected: Option<Period>,
    /// Whether a row of another is a fault.
    pub(super) only: bool,
    /// The one that rows are of which name none.
    pub(super) tacit: Option<Period>,
}

impl Due {
    /// Looks into files whose folder names no period.
    pub(super) fn of(sources: &[Source], options: Options) -> Due {
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

fn of_row(header: &Header, row: &Row, each: &mut Each) -> ControlFlow<()> {
    match Period::parse(header.cell(row, Column::Period)) {
        Some(period) => each(period),
        None => ControlFlow::Continue(()),
    }
}

/// Calls `each` for every period that a row of a file names.
fn each_period(source: &Source, each: &mut Each) -> ControlFlow<()> {
    // What cannot be read is told when its rows are.
    let Ok(mut pieces) = source.pieces(Vec::new()) else {
        return ControlFlow::Continue(());
    };
    let mut layout: Option<Layout> = None;
    while let Ok(Some(piece)) = pieces.next() {
        if piece.number == 0 && book::is_book(&piece.bytes) {
            return periods_of_book(source, each);
        }
        let Ok(text) = encoding::decode(&piece.bytes) else {
            return match transcoded(source) {
                Ok((source, _)) => each_period(&source, each),
                Err(_) => ControlFlow::Continue(()),
            };
        };
        let text = &*repair::tidy(text, &mut Repairs::default());
        let delimiter = piece.delimiter;
        let mut flow = ControlFlow::Continue(());
        table::rows(text, piece.line, delimiter, |line| {
            let Line::Row(row) = line else { return };
            let Some(Layout { header, .. }) = &layout else {
                // Rows above the header are passed over.
                let (header, line) = (Arc::new(Header::read(&row)), row.line);
                layout = header.is_usable().then_some(Layout { delimiter, header, line });
                return;
            };
            if flow.is_continue() {
                flow = of_row(header, &row, each);
            }
        });
        flow?;
        // Without such a column nothing that follows can name one.
        if layout.as_ref().is_some_and(|layout| !layout.header.has(Column::Period)) {
            return ControlFlow::Continue(());
        }
    }
    ControlFlow::Continue(())
}

/// The same of the rows of a workbook.
fn periods_of_book(source: &Source, each: &mut Each) -> ControlFlow<()> {
    let Some(book) = source.whole().ok().and_then(|bytes| book::open(&bytes).ok()) else {
        return ControlFlow::Continue(());
    };
    let mut line = book::Line::default();
    for mut sheet in book.sheets {
        let above = sheet.search().above;
        let Some(header) = sheet.rows.get(above).map(|row| Header::read(&line.row(row))) else {
            continue;
        };
        if let Some(column) = header.place(Column::Period) {
            sheet.spread_merged(above, &[column]);
            sheet.show(above, &[]);
            sheet.days_as_months(column);
        }
        for row in sheet.rows.iter().skip(above + 1) {
            of_row(&header, &line.row(row), each)?;
        }
    }
    ControlFlow::Continue(())
}
