//! What is wrong with the columns of communes or months in a header.

use super::column::Column;
use super::layout::{Fault, Why};
use super::roster::Unknown;
use super::sink::Sink;
use super::table_row::Table;
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Text};

/// Reports what is wrong with the columns of communes or months.
pub(super) fn report(table: &Table, sink: &mut Sink) {
    for fault in &table.layout.faults {
        let (code, column, message, hint) = told(table, fault);
        let place = table.place_at(fault.line, column, fault.place);
        let problem = Problem::error(code, place, message, hint).with_cell(&fault.written);
        sink.find(match fault.why {
            Why::NotRead => {
                let place = Location { column: None, ..problem.place };
                Problem { place, ..problem }.as_warning()
            }
            _ => problem,
        });
    }
}

fn told(table: &Table, fault: &Fault) -> (Code, Column, Text, Text) {
    let (written, roster) = (&fault.written, table.context.roster);
    match &fault.why {
        Why::Twice(column, other) => {
            let message = text::two_columns_of_one(written, other);
            (Code::DuplicateColumn, *column, message, text::keep_one_or_rename())
        }
        Why::Besides(column, other) => {
            let message = text::readable_in_two_ways(written, other);
            (Code::DuplicateColumn, *column, message, text::leave_one_way(other))
        }
        Why::NotRead => {
            let message = text::unknown_column(written);
            (Code::UnknownColumn, Column::Value, message, text::column_ignored())
        }
        Why::NoValue => {
            let message = text::no_value_of_one(written);
            (Code::MissingColumn, Column::Value, message, text::name_the_result())
        }
        Why::NoYear => {
            let message = text::month_without_year(written);
            (Code::BadPeriod, Column::Period, message, text::write_year_behind(written))
        }
        Why::OtherMonth(expected) => {
            let message = text::column_of_other_month(written, *expected);
            (Code::BadPeriod, Column::Period, message, text::pick_month())
        }
        Why::NoCommune(why, period) => {
            let (message, hint) = match (why, period) {
                (Unknown::Shared(places), _) => {
                    let codes = roster.codes_of(places);
                    (text::name_shared(written, written, codes), text::write_code_instead())
                }
                (Unknown::NotTakingPart, Some(period)) => {
                    let message = text::commune_not_there(written, written, period.to_string());
                    (message, text::check_validity())
                }
                (Unknown::NotThere | Unknown::NotTakingPart, _) => {
                    let hint =
                        text::near_or(&roster.nearest(written), text::correct_commune_column());
                    (text::no_commune_column(written), hint)
                }
            };
            (Code::UnknownCommune, Column::Commune, message, hint)
        }
    }
}
