//! What the names of a file, its sheet and its column of values say against the rows: that
//! they are of another time, another commune, a plan or another voice.

use super::column::Column;
use super::header_time::When;
use super::key::Identity;
use super::name_words::NameWords;
use super::names::{commune_of_names, communes_within};
use super::sink::Sink;
use super::table_row::{Table, TableRow};
use super::voice::Voice;
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Text};

/// Words in a name that make it one of what is wished for.
const PLANS: &[&str] = &["kế hoạch", "mục tiêu", "dự kiến", "phấn đấu"];

/// Words in a name that make it one of another voice.
const VOICES: [(&[&str], Voice); 2] =
    [(&["thẩm tra"], Voice::Verified), (&["thẩm định"], Voice::Appraised)];

/// Whether sheet and file bear the names of different communes, or one of them a code and the
/// name of another commune, which is reported.
pub(super) fn refuse_contradicting_names(table: &Table, period: Period, sink: &mut Sink) -> bool {
    let (context, roster) = (table.context, table.context.roster);
    // A sheet copied from another commune's file bears that one's name.
    let of = |name: &str| commune_of_names(std::iter::once(name), roster, period).ok();
    let named = |name: &str| match of(name) {
        Some(index) => vec![index],
        None => communes_within(name, roster, period),
    };
    let (sheet, file) = (context.sheet, context.source.stem());
    let apart = |one: &[usize], other: &[usize]| {
        !one.is_empty() && !other.is_empty() && !one.iter().any(|index| other.contains(index))
    };
    let contradicts_itself = |name: &&str| {
        of(name).is_some_and(|index| apart(&[index], &communes_within(name, roster, period)))
    };
    let own = context.names().find(contradicts_itself);
    let differing = sheet.filter(|sheet| apart(&named(sheet), &named(file)));
    let told = match (own, differing) {
        (Some(name), _) => (text::name_of_two_communes(name), text::rename_file()),
        (None, Some(sheet)) => (text::names_disagree(sheet, file), text::rename_sheet()),
        (None, None) => return false,
    };
    report_name(table, Code::UnknownCommune, Column::Commune, told, sink);
    true
}

/// Reports once a name that says something else than the rows under it.
fn report_name(
    table: &Table,
    code: Code,
    column: Column,
    (message, hint): (Text, Text),
    sink: &mut Sink,
) {
    let place = Location { column: Some(column.as_str()), line: None, ..table.place(0, None) };
    sink.find_once(Problem::error(code, place, message, hint));
}

/// Warns of a sheet or a file that is named after a plan, or after a voice that its rows do
/// not name.
pub(super) fn warn_of_names(table: &Table, sink: &mut Sink) {
    for name in table.context.names() {
        let words = NameWords::from_cell(name);
        let voice = VOICES.iter().find(|(known, _)| words.has(known)).map(|(_, voice)| *voice);
        let (message, hint) = match voice.filter(|_| !table.header().has(Column::Source)) {
            Some(voice) => (text::named_after_voice(name), text::name_the_voice(voice.as_str())),
            None if words.has(PLANS) => (text::named_after_plan(name), text::take_plan_out()),
            None => continue,
        };
        let place = Location { line: None, ..table.place(0, None) };
        let problem = Problem::error(Code::NameSaysOtherwise, place, message, hint);
        sink.find_once(problem.with_cell(name).as_warning());
    }
}

/// Whether names say that the rows are of another time. Those of sheet and file are looked at
/// once a period.
#[derive(Default)]
pub(super) struct Titles {
    last: Option<(Period, bool)>,
}

impl Titles {
    /// Whether the column of values, the sheet or the file is named after another time than
    /// the row's, which is reported once.
    pub(super) fn is_of_other_time(
        &mut self,
        row: TableRow,
        who: &Identity,
        sink: &mut Sink,
    ) -> bool {
        let Some(period) = who.period else { return false };
        let (table, header) = (row.table, row.header());
        // A column that names its month says it for itself.
        if header.names_month() {
            return false;
        }
        if self.is_named_after_other_time(table, period, sink) {
            return true;
        }
        let other = header.of_other_time(period).filter(|_| !header.has_values_twice());
        let Some((column, written)) = other else {
            return false;
        };
        let message = text::column_of_other_time(written, period);
        let place = table.place(table.layout.line, Some(column));
        let problem = Problem::error(Code::BadPeriod, place, message, text::give_values_of(period));
        sink.find_once_of(who, problem.with_cell(written));
        true
    }

    fn is_named_after_other_time(
        &mut self,
        table: &Table,
        period: Period,
        sink: &mut Sink,
    ) -> bool {
        if let Some((of, is_other)) = self.last
            && of == period
        {
            return is_other;
        }
        let is_other = |name: &&str| When::of_name(name).is_some_and(|when| !when.holds(period));
        let found = table.context.names().find(is_other);
        if let Some(name) = found {
            let told = (text::named_after_other_time(name, period), text::rename_or_move(period));
            report_name(table, Code::BadPeriod, Column::Period, told, sink);
        }
        self.last = Some((period, found.is_some()));
        found.is_some()
    }
}
