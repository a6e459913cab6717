//! One file: decoded, its header read, its rows handed on one by one.

use std::collections::{BTreeMap, HashMap};

use super::gather::{FileInfo, Gathered};
use super::header::{self, Column, Header};
use super::roster::{Roster, Unknown};
use super::row::Reader;
use super::table::{self, Line, Row};
use super::{Finding, Options, Source, Standards, encoding};
use crate::period::Period;
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// What a file is read against.
pub(super) struct Context<'a> {
    pub(super) roster: &'a Roster,
    pub(super) standards: &'a Standards<'a>,
    pub(super) options: Options,
    pub(super) source: &'a Source,
    pub(super) number: usize,
    /// The period its rows must be of.
    pub(super) expected: Option<Period>,
}

/// Names near to the unknown ones of a file, looked for once each and not without
/// end: a wrong file may hold thousands of unknown names.
#[derive(Default)]
pub(super) struct Suggestions {
    known: HashMap<String, Vec<String>>,
}

impl Suggestions {
    const MOST: usize = 20;

    pub(super) fn near(&mut self, cell: &str, roster: &Roster) -> Vec<String> {
        if self.known.len() >= Suggestions::MOST && !self.known.contains_key(cell) {
            return Vec::new();
        }
        self.known.entry(cell.to_owned()).or_insert_with(|| roster.nearest(cell)).clone()
    }
}

/// The period that most rows name, for files whose folder gives none.
pub(super) fn common_period(sources: &[Source], options: Options) -> Option<Period> {
    if options.period.is_some() {
        return None;
    }
    let mut counts: BTreeMap<Period, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    let mut order = 0;
    for source in sources.iter().filter(|s| s.folder_period.is_none()) {
        let Ok(text) = encoding::decode(&source.bytes) else {
            continue;
        };
        let mut header: Option<Header> = None;
        table::rows(text, table::delimiter(text, header::is_known), |line| {
            let Line::Row(row) = line else { return };
            let Some(header) = &header else {
                header = Some(Header::read(&row));
                return;
            };
            if let Some(period) = Period::parse(header.cell(&row, Column::Period)) {
                order += 1;
                let first = std::cmp::Reverse(order);
                counts.entry(period).or_insert((0, first)).0 += 1;
            }
        });
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(period, _)| period)
}

/// Reads one file.
pub(super) fn read_file(context: &Context) -> Gathered {
    let mut gathered = Gathered::default();
    read_into(context, &mut gathered);
    gathered
}

fn read_into(context: &Context, gathered: &mut Gathered) {
    let source = context.source;
    let text = match encoding::decode(&source.bytes) {
        Ok(text) => text,
        Err(why) => return bad_encoding(context, gathered, &why),
    };
    let delimiter = table::delimiter(text, header::is_known);
    if let Some(cell) = lost_letters(text, delimiter) {
        return bad_encoding(context, gathered, &encoding::BadEncoding::Lost(cell));
    }
    let mut reader = Reader::new(context, gathered);
    let mut usable = None;
    table::rows(text, delimiter, |line| match (line, usable) {
        (Line::Row(row), None) => usable = Some(reader.read_header(&row)),
        (Line::Row(row), Some(usable)) => {
            reader.rows += 1;
            if usable {
                reader.read_row(&row);
            }
        }
        (Line::OpenQuote(line), _) => {
            reader.rows += usize::from(usable.is_some());
            reader.row_problem(line, Code::UnreadableRow, text::open_quote(), text::mend_quote());
        }
    });
    reader.settle();
    let rows = reader.rows;
    if rows == 0 {
        let (message, hint) = (text::no_rows(), text::fill_file());
        file_problem(context, gathered, Code::EmptyFile, message, hint);
    }
    gathered.rows += rows;
}

/// The first cell that lost letters.
fn lost_letters(text: &str, delimiter: u8) -> Option<String> {
    if !text.contains('?') {
        return None;
    }
    const WORDS: [Column; 5] =
        [Column::Part, Column::Level, Column::Source, Column::Period, Column::Value];
    const PROSE: [Column; 2] = [Column::Evidence, Column::Note];
    let mut header: Option<Header> = None;
    let mut lost = None;
    table::rows(text, delimiter, |line| {
        let Line::Row(row) = line else { return };
        let hit = match &header {
            None => row.cells().find(|cell| encoding::word_lost_letters(cell)),
            Some(header) => {
                let words = WORDS.iter().map(|column| header.cell(&row, *column));
                let mut words = words.chain(header.commune(&row));
                let mut prose = PROSE.iter().map(|column| header.cell(&row, *column));
                let word = words.find(|cell| encoding::word_lost_letters(cell));
                word.or_else(|| prose.find(|cell| encoding::prose_lost_letters(cell)))
            }
        };
        lost = lost.take().or(hit.map(str::to_owned));
        header.get_or_insert_with(|| Header::read(&row));
    });
    lost
}

fn bad_encoding(context: &Context, gathered: &mut Gathered, why: &encoding::BadEncoding) {
    let message = match why {
        encoding::BadEncoding::Unknown => text::not_utf8(),
        encoding::BadEncoding::Lost(cell) => text::letters_lost(cell),
    };
    file_problem(context, gathered, Code::BadEncoding, message, text::save_as_utf8());
}

fn file_problem(context: &Context, gathered: &mut Gathered, code: Code, message: Text, hint: Text) {
    let file = context.source.name.clone();
    let place = Place { file, ..Place::default() };
    let problem = Problem::error(code, place, message, hint);
    gathered.find(context.number, Finding::of_file(problem));
}

impl Reader<'_, '_> {
    /// Reads the header; `false` where rows cannot be read under it.
    pub(super) fn read_header(&mut self, row: &Row) -> bool {
        self.header = Header::read(row);
        self.gathered.file(
            self.context.number,
            FileInfo {
                name: self.context.source.name.clone(),
                indicator_column: self.header.written(Column::Indicator).to_owned(),
                part_column: self.header.written(Column::Part).to_owned(),
            },
        );
        for (column, this, other) in std::mem::take(&mut self.header.twice) {
            let (message, hint) =
                (text::column_twice_in_file(&this, &other), text::keep_one_column());
            self.header_problem(Code::DuplicateColumn, column, message, hint);
        }
        let by_name = self.context.expected.map(|period| {
            super::commune_of_name(&self.context.source.stem, self.context.roster, period)
        });
        for column in [Column::Indicator, Column::Value] {
            if !self.header.has(column) {
                let (message, hint) = (text::column_missing(column.as_str()), text::name_columns());
                self.header_problem(Code::MissingColumn, column, message, hint);
            }
        }
        // Without a period nobody can be looked up; that is told by itself.
        if let Some(Err(why)) = by_name
            && !self.header.has(Column::Commune)
        {
            self.commune_missing(&why);
        }
        for cell in std::mem::take(&mut self.header.unknown) {
            let near = header::nearest(&cell);
            let hint = text::near_or(&near, text::column_ignored());
            let place = self.place(self.header.line, None);
            let problem =
                Problem::error(Code::UnknownColumn, place, text::unknown_column(&cell), hint);
            let problem = problem.with_cell(&cell).as_warning();
            self.gathered.find(self.context.number, Finding::of_file(problem));
        }
        self.header.has(Column::Indicator) && self.header.has(Column::Value)
    }

    /// A file that names its commune neither in a column nor in its name.
    fn commune_missing(&mut self, why: &Unknown) {
        let stem = &self.context.source.stem;
        let named = stem.len() >= 5 && stem.as_bytes()[..5].iter().all(u8::is_ascii_digit);
        match named || *why != Unknown::NotThere {
            true => {
                let (message, hint) = self.unknown_commune("commune", stem, why);
                let file = self.context.source.name.clone();
                let place = Place { file, column: Some("commune"), ..Place::default() };
                let problem = Problem::error(Code::UnknownCommune, place, message, hint);
                self.gathered.find(self.context.number, Finding::of_file(problem));
            }
            false => {
                let (message, hint) = (text::column_missing("commune"), text::name_commune());
                self.header_problem(Code::MissingColumn, Column::Commune, message, hint);
            }
        }
    }
}
