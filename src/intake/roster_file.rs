//! Reading `communes.csv` into a roster.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::repair::{self, Repair, Repairs};
use super::roster::{Commune, Roster};
use super::{Source, encoding, table, word};
use crate::fold;
use crate::law::{self, Case, Columns, ColumnsBy, Level};
use crate::period;
use crate::problem::{Code, Place, Problem};
use crate::text;

/// The columns of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Column {
    Code,
    Name,
    Province,
    Region,
    District,
    Class,
    DistrictClass,
    Group,
    Title,
    TitleSet,
    TitleDate,
    ValidFrom,
    ValidTo,
}

impl Column {
    /// The canonical name.
    fn as_str(self) -> &'static str {
        match self {
            Column::Code => "code",
            Column::Name => "name",
            Column::Province => "province",
            Column::Region => "region",
            Column::District => "district",
            Column::Class => "class",
            Column::DistrictClass => "district_class",
            Column::Group => "group",
            Column::Title => "title",
            Column::TitleSet => "title_set",
            Column::TitleDate => "title_date",
            Column::ValidFrom => "valid_from",
            Column::ValidTo => "valid_to",
        }
    }
}

/// How many columns there are.
const COUNT: usize = Column::ValidTo as usize + 1;

const COLUMNS: &[(&str, Column)] = &[
    ("code", Column::Code),
    ("mã xã", Column::Code),
    ("mã", Column::Code),
    ("name", Column::Name),
    ("tên xã", Column::Name),
    ("xã", Column::Name),
    ("province", Column::Province),
    ("mã tỉnh", Column::Province),
    ("tỉnh", Column::Province),
    ("region", Column::Region),
    ("vùng", Column::Region),
    ("district", Column::District),
    ("huyện", Column::District),
    ("class", Column::Class),
    ("loại xã", Column::Class),
    ("loại huyện", Column::DistrictClass),
    ("nhóm", Column::Group),
    ("district_class", Column::DistrictClass),
    ("group", Column::Group),
    ("title", Column::Title),
    ("title_set", Column::TitleSet),
    ("title_date", Column::TitleDate),
    ("valid_from", Column::ValidFrom),
    ("valid_to", Column::ValidTo),
];

const REQUIRED: [Column; 4] = [Column::Code, Column::Name, Column::Province, Column::Region];

impl Roster {
    /// Reads roster files. `columns`: those of the sets, which say what regions,
    /// groups and classes there are.
    ///
    /// A commune with a faulty cell is kept, so that its data is not called
    /// unknown on top; a roster with errors is not to be scored with.
    pub fn read(sources: &[Source], columns: &[&Columns]) -> (Roster, Vec<Problem>) {
        let keys = |by: ColumnsBy| {
            let sets = columns.iter().filter(|set| set.by == by);
            sets.flat_map(|set| set.keys()).collect::<BTreeSet<&str>>().into_iter().collect()
        };
        let (regions, groups) = (keys(ColumnsBy::Region), keys(ColumnsBy::Group));
        let mut reader = Reader {
            columns,
            regions,
            groups,
            shared: HashSet::new(),
            classes: HashSet::new(),
            roster: Roster::default(),
            problems: Vec::new(),
        };
        for source in sources {
            let before = reader.roster.communes.len();
            reader.read_file(source);
            reader.roster.incomplete |= reader.roster.communes.len() == before;
        }
        reader.roster.communes.shrink_to_fit();
        (reader.roster, reader.problems)
    }
}

struct Reader<'a> {
    columns: &'a [&'a Columns],
    /// The regions and groups that sets have columns for.
    regions: Vec<&'a str>,
    groups: Vec<&'a str>,
    /// Words that communes share, each once.
    shared: HashSet<Arc<str>>,
    /// Classes that some rule goes by, as met, with their column.
    classes: HashSet<(Column, String)>,
    roster: Roster,
    problems: Vec<Problem>,
}

/// Where the columns of a roster stand.
type Places = [Option<usize>; COUNT];

/// A row being read.
struct Entry<'a, 'r> {
    file: &'a str,
    places: &'a Places,
    /// How many columns the header has.
    width: usize,
    row: &'a table::Row<'r>,
}

impl Entry<'_, '_> {
    fn cell(&self, column: Column) -> &str {
        self.places[column as usize].map_or("", |place| self.row.cell(place))
    }

    fn some(&self, column: Column) -> Option<String> {
        let cell = self.cell(column);
        (!word::is_nothing(cell)).then(|| cell.to_owned())
    }

    fn problem(&self, column: Column, message: text::Text, hint: text::Text) -> Problem {
        let place = Place {
            file: self.file.to_owned(),
            line: Some(self.row.line),
            position: None,
            column: Some(column.as_str()),
            sheet: None,
        };
        Problem::error(Code::BadRoster, place, message, hint).with_cell(self.cell(column))
    }
}

impl Reader<'_> {
    fn file_problem(&mut self, source: &Source, code: Code, message: text::Text, hint: text::Text) {
        let file = source.name.clone();
        let place = Place { file, ..Place::default() };
        self.problems.push(Problem::error(code, place, message, hint));
    }

    fn read_file(&mut self, source: &Source) {
        let bytes = match source.whole() {
            Ok(bytes) => bytes,
            Err(why) => return self.problems.push(Problem::unreadable(&source.name, &why)),
        };
        let transcoded = encoding::decode(&bytes).is_err().then(|| encoding::transcode(&bytes));
        let bytes = match transcoded.flatten() {
            Some((text, kind)) => {
                self.roster.repairs.push(Repair { file: source.name.clone(), kind, count: 1 });
                Cow::Owned(text.into_bytes())
            }
            None => bytes,
        };
        let Ok(decoded) = encoding::decode(&bytes) else {
            self.file_problem(source, Code::BadEncoding, text::not_utf8(), text::save_as_utf8());
            return;
        };
        let mut repairs = Repairs::default();
        let decoded = &*repair::tidy(decoded, &mut repairs);
        self.roster.repairs.extend(repairs.of_file(&source.name));
        let known = |cell: &str| fold::find(cell, COLUMNS.iter().copied()).is_some();
        let delimiter = table::delimiter(decoded.as_bytes(), known);
        let mut header: Option<(Places, usize)> = None;
        let before = self.roster.communes.len();
        let told = self.problems.len();
        table::rows(decoded, 1, delimiter, |line| match line {
            table::Line::OpenQuote(line) => self.open_quote(source, line),
            table::Line::Row(row) => match &header {
                None => header = Some((self.read_header(source, &row), row.len())),
                // Without these columns no row says anything.
                Some((places, _))
                    if places[Column::Code as usize].is_none()
                        || places[Column::Name as usize].is_none() => {}
                Some((places, width)) => {
                    let file = source.name.as_str();
                    self.read_commune(&Entry { file, places, width: *width, row: &row });
                }
            },
        });
        if self.roster.communes.len() == before && self.problems.len() == told {
            self.file_problem(source, Code::EmptyFile, text::no_rows(), text::fill_roster());
        }
    }

    fn open_quote(&mut self, source: &Source, line: u64) {
        self.roster.incomplete = true;
        let place = Place { file: source.name.clone(), line: Some(line), ..Place::default() };
        let (message, hint) = (text::open_quote(), text::mend_quote());
        self.problems.push(Problem::error(Code::UnreadableRow, place, message, hint));
    }

    fn read_header(&mut self, source: &Source, row: &table::Row) -> Places {
        let mut places: Places = [None; COUNT];
        let place_of = |column: Column| Place {
            file: source.name.clone(),
            line: Some(row.line),
            position: None,
            column: Some(column.as_str()),
            sheet: None,
        };
        for (place, cell) in row.cells().enumerate() {
            let Some(column) = fold::find(cell, COLUMNS.iter().copied()) else {
                if !cell.is_empty() {
                    self.unknown_column(source, row.line, cell);
                }
                continue;
            };
            if places[column as usize].replace(place).is_some() {
                let (message, hint) =
                    (text::roster_column_twice(column.as_str()), text::keep_one_column());
                let problem =
                    Problem::error(Code::DuplicateColumn, place_of(column), message, hint);
                self.problems.push(problem.with_cell(cell));
            }
        }
        for column in REQUIRED.into_iter().filter(|c| places[*c as usize].is_none()) {
            let message = text::column_missing(column.as_str());
            let hint = text::roster_columns(REQUIRED.map(Column::as_str).join(", "));
            self.problems.push(Problem::error(
                Code::MissingColumn,
                place_of(column),
                message,
                hint,
            ));
        }
        places
    }

    /// A misspelt column must not be left out in silence: its cells may decide which
    /// thresholds apply.
    fn unknown_column(&mut self, source: &Source, line: u64, cell: &str) {
        let near = fold::nearest(cell, COLUMNS.iter().map(|(name, _)| *name));
        let hint = text::near_or(&near, text::column_ignored());
        let file = source.name.clone();
        let place = Place { file, line: Some(line), ..Place::default() };
        let problem = Problem::error(Code::UnknownColumn, place, text::unknown_column(cell), hint);
        self.problems.push(problem.with_cell(cell).as_warning());
    }

    fn read_commune(&mut self, entry: &Entry) {
        let surplus = entry.row.cells().skip(entry.width).any(|cell| !cell.is_empty());
        if surplus {
            let message = text::too_many_cells(entry.width, entry.row.len());
            let problem = entry.problem(Column::Code, message, text::mend_cells());
            let place = Place { column: None, ..problem.place };
            let code = Code::UnreadableRow;
            self.problems.push(Problem { code, place, cell: None, ..problem });
        }
        let code = entry.cell(Column::Code);
        if code.len() != 5 || !code.bytes().all(|b| b.is_ascii_digit()) {
            let (message, hint) = (text::not_a_code(code), text::write_code());
            self.problems.push(entry.problem(Column::Code, message, hint));
            self.roster.incomplete = true;
        }
        if entry.cell(Column::Name).is_empty() {
            self.problems.push(entry.problem(
                Column::Name,
                text::cell_empty("name"),
                text::fill_cell(),
            ));
        }
        let mut commune = Commune {
            code: code.to_owned(),
            name: entry.cell(Column::Name).to_owned(),
            case: self.case(entry),
            district: entry.some(Column::District),
            title: self.level(entry),
            title_set: entry.some(Column::TitleSet),
            title_date: self.date(entry, Column::TitleDate),
            valid_from: self.date(entry, Column::ValidFrom),
            valid_to: self.date(entry, Column::ValidTo),
        };
        if commune.valid_from.zip(commune.valid_to).is_some_and(|(from, to)| to < from) {
            let (message, hint) = (text::ends_before_start(), text::check_dates());
            self.problems.push(entry.problem(Column::ValidTo, message, hint));
            (commune.valid_from, commune.valid_to) = (None, None);
        }
        let namesakes = self.roster.of_code(code).iter();
        let clash = namesakes.map(|p| &self.roster.communes[*p]).find(|c| c.overlaps(&commune));
        if clash.is_some() && !code.is_empty() {
            let (message, hint) = (text::code_twice(code), text::separate_validity());
            self.problems.push(entry.problem(Column::Code, message, hint));
        }
        self.roster.add(commune);
    }

    /// What the law looks at.
    fn case(&mut self, entry: &Entry) -> Case {
        let words = [
            self.key(entry, Column::Region),
            self.key(entry, Column::Group),
            self.province(entry),
            self.class(entry, Column::Class, Columns::knows_class),
            self.class(entry, Column::DistrictClass, Columns::knows_district_class),
        ];
        let [region, group, province, class, district_class] =
            words.map(|word| word.map(|word| self.share(&word)));
        Case { region, group, province, class, district_class }
    }

    /// The same word as other communes have.
    fn share(&mut self, word: &str) -> Arc<str> {
        if let Some(known) = self.shared.get(word) {
            return Arc::clone(known);
        }
        let word: Arc<str> = word.into();
        self.shared.insert(Arc::clone(&word));
        word
    }

    fn required(&mut self, entry: &Entry, column: Column) -> Option<String> {
        let found = entry.some(column);
        if found.is_none() && entry.places[column as usize].is_some() {
            let message = text::cell_empty(column.as_str());
            self.problems.push(entry.problem(column, message, text::fill_cell()));
        }
        found
    }

    /// A province's code; a name would leave out the province's decision in silence.
    fn province(&mut self, entry: &Entry) -> Option<String> {
        let cell = self.required(entry, Column::Province)?;
        if !law::is_province(&cell) {
            let (message, hint) = (text::not_a_province(&cell), text::write_province_code());
            self.problems.push(entry.problem(Column::Province, message, hint));
        }
        Some(cell)
    }

    /// A region or group, which must be a column of some set.
    fn key(&mut self, entry: &Entry, column: Column) -> Option<String> {
        let region = column == Column::Region;
        let cell = if region { self.required(entry, column)? } else { entry.some(column)? };
        let known = if region { &self.regions } else { &self.groups };
        let found = fold::find(&cell, known.iter().map(|key| (*key, *key)));
        // No set goes by groups yet: then nothing can be checked.
        if found.is_none() && !known.is_empty() {
            let (message, hint) =
                (text::not_a_key(column.as_str(), &cell), text::one_of(known.join(", ")));
            self.problems.push(entry.problem(column, message, hint));
        }
        Some(found.map_or(cell, str::to_owned))
    }

    /// A class may be one that no rule goes by; a misspelt one is worth a look.
    fn class(
        &mut self,
        entry: &Entry,
        column: Column,
        knows: fn(&Columns, &str) -> bool,
    ) -> Option<String> {
        let cell = entry.some(column)?;
        let met = (column, cell);
        if !self.classes.contains(&met) {
            if self.columns.iter().any(|c| knows(c, &met.1)) {
                self.classes.insert(met.clone());
            } else {
                let (message, hint) = (text::class_without_rule(&met.1), text::check_class());
                self.problems.push(entry.problem(column, message, hint).as_warning());
            }
        }
        Some(met.1)
    }

    fn level(&mut self, entry: &Entry) -> Option<Level> {
        let cell = entry.some(Column::Title)?;
        let level = Level::parse(&cell);
        if level.is_none() {
            let words = Level::ALL.map(Level::as_str).join(", ");
            let (message, hint) = (text::not_a_level("title", &cell), text::one_of(words));
            self.problems.push(entry.problem(Column::Title, message, hint));
        }
        level
    }

    fn date(&mut self, entry: &Entry, column: Column) -> Option<Date> {
        let cell = entry.some(column)?;
        let date = period::parse_date(&cell);
        if date.is_none() {
            let (message, hint) = (text::not_a_date(column.as_str(), &cell), text::write_date());
            self.problems.push(entry.problem(column, message, hint));
        }
        date
    }
}
