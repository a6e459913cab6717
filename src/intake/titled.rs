//! What the names of a file, its sheet and its column of values say against the rows: that
//! they are of another time, another commune, a plan or another voice.

use super::book;
use super::column::Column;
use super::context::Context;
use super::header_time::When;
use super::key::Identity;
use super::name_words::NameWords;
use super::names::{
    NamedLevel, commune_of_names, communes_in_title, communes_within, level_of_name, level_of_names,
};
use super::piece::{PieceFinding, PieceRead};
use super::sink::Sink;
use super::spoken_level;
use super::table_row::{Table, TableRow};
use super::voice::Voice;
use crate::law::Level;
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Text};

/// Words in a name that make it one of what is wished for.
const PLANS: &[&str] = &["kế hoạch", "mục tiêu", "dự kiến", "phấn đấu"];

/// Words in a name that make it one of another voice.
const VOICES: [(&[&str], Voice); 2] =
    [(&["thẩm tra"], Voice::Verified), (&["thẩm định"], Voice::Appraised)];

/// Words with which a title says that its table is one of a plan or of another voice.
const OF_TITLES: &[&str] = &[
    "kết quả thẩm tra",
    "kết quả thẩm định",
    "kế hoạch thực hiện",
    "số liệu kế hoạch",
    "mục tiêu phấn đấu",
];

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
    let named_commune = commune_of_names(context.names(), roster, period).ok();
    let of_other = |words: &&str| {
        let within = communes_in_title(words, roster, period);
        named_commune.is_some_and(|own| apart(&[own], &within))
    };
    let titles = table.layout.titles.iter().map(String::as_str);
    let columns = table.header().columns().filter(|(column, ..)| *column == Column::Value);
    let mut spoken = titles.chain(columns.map(|(_, written, _)| written));
    let spoken = spoken.find(of_other).zip(named_commune);
    let differing = sheet.filter(|sheet| apart(&named(sheet), &named(file)));
    let told = match (own, differing, spoken) {
        (Some(name), ..) => (text::name_of_two_communes(name), text::rename_file()),
        (_, Some(sheet), _) => (text::names_disagree(sheet, file), text::rename_sheet()),
        (_, _, Some((title, own))) => {
            let name = &roster.communes[own].name;
            (text::title_of_other_commune(title, name), text::mend_title_or_name())
        }
        (None, None, None) => return false,
    };
    report_name(table, Code::UnknownCommune, Column::Commune, told, sink);
    true
}

/// What is said where the names of sheet and file, the title or the column of values speak of
/// another level than the one that rows are read at.
pub(super) fn speaks_of_other_level(row: TableRow, own: Level) -> Option<(Text, Text)> {
    let (context, titles) = (row.context(), row.table.layout.titles.iter());
    let header = row.header();
    let columns = header.columns().filter(|(column, ..)| TableRow::VALUES.contains(column));
    let columns = columns.map(|(_, written, _)| written);
    let ids = header.id_columns.iter().map(|column| column.written.as_str());
    let columns = columns.chain(ids).chain(header.claims().map(|claim| claim.written));
    // The nearer name that says a level decides.
    let unsaid = context.names().take_while(|name| level_of_name(name).is_none());
    let mut names = unsaid.chain(titles.map(String::as_str)).chain(columns);
    names.find_map(|name| {
        let other = spoken_level::other_than(own, name)?.as_str();
        let hint = text::name_the_level(other, own.as_str());
        Some((text::speaks_of_other_level(name, own.as_str()), hint))
    })
}

/// Whether a row that heads others says that they are of another level than the names of sheet
/// and file give to rows without one.
pub(super) fn heads_other_level(row: TableRow) -> bool {
    let NamedLevel::One(own) = level_of_names(row.context().names()) else { return false };
    let says_so = || row.cells.cells().any(|cell| spoken_level::other_than(own, cell).is_some());
    !row.header().has(Column::Level) && says_so()
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
    let titles = table.layout.titles.iter().map(|title| (title.as_str(), true));
    let names = table.context.names().map(|name| (name, false));
    for (name, is_title) in names.chain(titles) {
        let words = NameWords::from_cell(name);
        // A title may speak of much, and of what it is of in these words.
        if is_title && !words.has(OF_TITLES) {
            continue;
        }
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

/// Warns of a sheet or a file that is named after a commune while its rows say that they are of
/// others, all of them.
pub(super) fn warn_of_other_rows(context: &Context, pieces: &mut [PieceRead]) {
    let says_so = |piece: &PieceRead| piece.names_commune && piece.header.one.is_none();
    let keys = || pieces.iter().flat_map(|piece| piece.runs.iter().map(|run| run.key));
    let Some(first) = keys().next().filter(|_| pieces.iter().any(says_so)) else { return };
    let sheet = pieces[0].sheet.clone();
    let is_of_others = |name: &&str| {
        let named = commune_of_names(std::iter::once(*name), context.roster, first.period);
        named.is_ok_and(|index| keys().all(|key| key.commune != index))
    };
    let mut names = sheet.as_deref().into_iter().chain([context.source.stem()]);
    let Some(name) = names.find(is_of_others) else { return };
    let of = &context.roster.communes[first.commune].name;
    let (message, hint) = (text::named_after_other_commune(name, of), text::mend_name_or_rows());
    let sheet = sheet.as_deref().map(|sheet| book::in_sheet(sheet, None, None));
    let place = Location { file: context.source.name.clone(), sheet, ..Location::default() };
    let problem = Problem::error(Code::NameSaysOtherwise, place, message, hint);
    pieces[0].found.push(PieceFinding::of_file(problem.with_cell(name).as_warning()));
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
        let named = table.context.names().find(is_other);
        let named = named
            .map(|name| (text::named_after_other_time(name, period), text::rename_or_move(period)));
        let is_other = |title: &&String| When::of_title(title).is_some_and(|w| !w.holds(period));
        let titled = table.layout.titles.iter().find(is_other);
        let titled = titled.map(|title| {
            (text::title_of_other_time(title, period), text::mend_title_or_move(period))
        });
        let told = named.or(titled);
        self.last = Some((period, told.is_some()));
        let is_told = told.is_some();
        told.into_iter().for_each(|told| {
            report_name(table, Code::BadPeriod, Column::Period, told, sink);
        });
        is_told
    }
}
