//! The evidence of a row and its dates: what of them cannot be read, or no longer counts.

use jiff::civil::Date;

use super::column::Column;
use super::sink::Sink;
use super::table_row::TableRow;
use super::{evidence, word};
use crate::period::{self, Period};
use crate::problem::{Code, Problem};
use crate::text;

/// Looks at the dates of a row and at its evidence.
pub(super) fn check(row: TableRow, period: Option<Period>, sink: &mut Sink) {
    if row.header().has_dates {
        for column in Column::DATES {
            check_date(row, column, period, sink);
        }
    }
    sink.faults.extend(unclear_evidence(row));
}

fn check_date(row: TableRow, column: Column, period: Option<Period>, sink: &mut Sink) {
    let cell = row.cell(column);
    let date = period::parse_date(cell);
    if let (Column::ValidUntil, Some(date)) = (column, date) {
        sink.faults.extend(expired(row, date, period));
    }
    if !word::is_nothing(cell) && date.is_none() {
        let message = text::not_a_date(row.written(column), cell);
        sink.faults.push(row.fault(Code::BadDate, column, message, text::write_date()));
    }
}

/// Evidence of which it cannot be told whether it is one document or several.
fn unclear_evidence(row: TableRow) -> Option<Problem> {
    let column = Column::Evidence;
    let cell = row.cell(column);
    if !row.context().options.review || !evidence::is_unclear(cell) {
        return None;
    }
    let message = text::unclear_evidence(row.written(column), cell);
    let hint = text::dossier::write_apart(evidence::apart(cell));
    Some(row.fault(Code::UnclearEvidence, column, message, hint).as_warning())
}

/// Evidence that is no longer valid when the period ends.
fn expired(row: TableRow, until: Date, period: Option<Period>) -> Option<Problem> {
    let column = Column::ValidUntil;
    let last = period.or(row.context().due.expected)?.last_day();
    if !row.context().options.review || until >= last {
        return None;
    }
    let message = text::expired_evidence(row.written(column), row.cell(column), last);
    let hint = text::renew_evidence();
    Some(row.fault(Code::ExpiredEvidence, column, message, hint).as_warning())
}
