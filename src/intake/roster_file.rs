//! Reading `communes.csv` into a roster.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::Source;
use super::list::{self, Item, ListColumn};
use super::repair::{Repair, RepairKind};
use super::roster::{Commune, Roster};
use super::rosters::RosterFile;
use super::{encoding, table};
use crate::fold;
use crate::law::{self, Case, Columns, ColumnsBy, Level};
use crate::period;
use crate::problem::{Code, Problem};
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

impl ListColumn for Column {
    const NAMES: &'static [(&'static str, Column)] = &[
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
    const REQUIRED: &'static [Column] =
        &[Column::Code, Column::Name, Column::Province, Column::Region];
    const KEYS: &'static [Column] = &[Column::Code, Column::Name];
    const BAD: Code = Code::BadRoster;

    fn may_be_entry(row: &table::Row) -> bool {
        let filled = row.cells().filter(|cell| !cell.is_empty()).count();
        let is_number = |cell: &str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
        let mut cells = row.cells();
        cells.any(|cell| is_number(cell) && (matches!(cell.len(), 4 | 5) || filled > 2))
    }

    /// Who signs has neither code nor province, and does not fill the columns.
    fn is_signature(entry: &Entry) -> bool {
        let is_number = |cell: &str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
        let numbers = entry.cells().any(is_number);
        !numbers && Self::REQUIRED.iter().any(|column| entry.cell(*column).is_empty())
    }

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

/// A row of a roster.
type Entry<'l, 'r> = list::Entry<'l, 'r, Column>;

impl Roster {
    /// Reads roster files that count in every month. `columns`: those of the sets, which
    /// say what regions, groups and classes there are.
    ///
    /// A commune with a faulty cell is kept, so that its data is not called
    /// unknown on top; a roster with errors is not to be scored with.
    pub fn read(sources: &[Source], columns: &[&Columns]) -> (Roster, Vec<Problem>) {
        let files: Vec<RosterFile> = sources.iter().cloned().map(RosterFile::from).collect();
        Roster::read_each(&files, columns)
    }

    /// Reads one file; the lines of its communes with it.
    pub(super) fn read_one(
        source: &Source,
        columns: &[&Columns],
    ) -> (Roster, Vec<u64>, Vec<Problem>) {
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
            lines: Vec::new(),
            problems: Vec::new(),
            padded: 0,
            lost_letters: false,
        };
        reader.read_file(source);
        reader.roster.incomplete |= reader.roster.communes.is_empty();
        (reader.roster, reader.lines, reader.problems)
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
    /// The lines of its communes.
    lines: Vec<u64>,
    problems: Vec<Problem>,
    /// How many codes of the file lost the zero that they begin with.
    padded: usize,
    /// Whether a cell of the file is known to have lost letters: told once.
    lost_letters: bool,
}

impl Reader<'_> {
    fn read_file(&mut self, source: &Source) {
        let repairs = list::read(source, text::fill_roster, |item| match item {
            Item::Row(entry) => self.read_commune(&entry),
            Item::Problem(problem) => self.problems.push(*problem),
            Item::Lost => self.roster.incomplete = true,
        });
        self.roster.repairs.extend(repairs);
        if self.padded > 0 {
            let (file, kind, count) = (source.name.clone(), RepairKind::LeadingZeros, self.padded);
            self.roster.repairs.push(Repair { file, kind, count });
        }
    }

    /// A code whose leading zeros a spreadsheet took off, with them.
    fn padded(&mut self, cell: &str, width: usize) -> String {
        let short = (1..width).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit());
        self.padded += usize::from(short);
        if short { format!("{cell:0>width$}") } else { cell.to_owned() }
    }

    /// Tells of letters that became question marks: no name can be found by what is left.
    fn look_for_lost_letters(&mut self, entry: &Entry) {
        const WORDS: [Column; 7] = [
            Column::Name,
            Column::Region,
            Column::District,
            Column::Class,
            Column::DistrictClass,
            Column::Group,
            Column::Title,
        ];
        let mut words = WORDS.into_iter().filter(|_| !self.lost_letters);
        let lost = words.find(|column| encoding::word_lost_letters(entry.cell(*column)));
        if let Some(column) = lost {
            self.lost_letters = true;
            self.roster.incomplete = true;
            let cell = entry.cell(column);
            let (message, hint) = (text::letters_lost(cell), text::save_as_utf8());
            let problem = Problem::error(Code::BadEncoding, entry.place(column), message, hint);
            self.problems.push(problem.with_cell(cell));
        }
    }

    fn read_commune(&mut self, entry: &Entry) {
        self.look_for_lost_letters(entry);
        let code = &*self.padded(entry.cell(Column::Code), 5);
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
            months: None,
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
        self.lines.extend(entry.place(Column::Code).line);
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
        if found.is_none() && entry.has(column) {
            let message = text::cell_empty(column.as_str());
            self.problems.push(entry.problem(column, message, text::fill_cell()));
        }
        found
    }

    /// A province's code; a name would leave out the province's decision in silence.
    fn province(&mut self, entry: &Entry) -> Option<String> {
        let cell = self.required(entry, Column::Province)?;
        let cell = self.padded(&cell, 2);
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
        let level = Level::parse_title(&cell);
        if level.is_none() {
            let words = Level::TITLES.map(Level::as_str).join(", ");
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
