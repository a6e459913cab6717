//! The period of files whose folder does not name it: the one that most rows do.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::file::transcoded;
use super::header::{Column, Header};
use super::layout::Layout;
use super::repair::{self, Repairs};
use super::table::{self, Line, Row};
use super::{Options, Source, book, encoding};
use crate::period::Period;

/// The period that most rows name, for files whose folder gives none.
pub(super) fn common_period(sources: &[Source], options: Options) -> Option<Period> {
    if options.period.is_some() {
        return None;
    }
    let mut counts: BTreeMap<Period, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    let mut order = 0;
    let mut count = |header: &Header, row: &Row| {
        if let Some(period) = Period::parse(header.cell(row, Column::Period)) {
            order += 1;
            let first = std::cmp::Reverse(order);
            counts.entry(period).or_insert((0, first)).0 += 1;
        }
    };
    let without = sources.iter().filter(|s| s.folder_period.is_none());
    let mut left: VecDeque<Cow<Source>> = without.map(Cow::Borrowed).collect();
    while let Some(source) = left.pop_front() {
        // What cannot be read is told when its rows are.
        let Ok(mut pieces) = source.pieces(Vec::new()) else {
            continue;
        };
        let mut layout: Option<Layout> = None;
        while let Ok(Some(piece)) = pieces.next() {
            if piece.number == 0 && book::is_book(&piece.bytes) {
                periods_of_book(&source, &mut count);
                break;
            }
            let Ok(text) = encoding::decode(&piece.bytes) else {
                let other = transcoded(&source).ok();
                other.into_iter().for_each(|(source, _)| left.push_front(Cow::Owned(source)));
                break;
            };
            let text = &*repair::tidy(text, &mut Repairs::default());
            let delimiter = piece.delimiter;
            table::rows(text, piece.line, delimiter, |line| {
                let Line::Row(row) = line else { return };
                let Some(Layout { header, .. }) = &layout else {
                    // Rows above the header are passed over.
                    let (header, line) = (Arc::new(Header::read(&row)), row.line);
                    layout = header.is_usable().then_some(Layout { delimiter, header, line });
                    return;
                };
                count(header, &row);
            });
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(period, _)| period)
}

/// Counts the periods that the rows of a workbook name.
fn periods_of_book(source: &Source, count: &mut impl FnMut(&Header, &Row)) {
    let Some(book) = source.whole().ok().and_then(|bytes| book::open(&bytes).ok()) else {
        return;
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
            count(&header, &line.row(row));
        }
    }
}
