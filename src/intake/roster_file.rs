//! Reading `communes.csv` or `communes.xlsx` into a roster.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::list::{self, Item};
use super::repair::{Repair, RepairKind};
use super::roster::{Commune, Roster};
use super::roster_columns::{Column, RosterRow, is_number};
use super::rosters::RosterFile;
use super::{Source, encoding};
use crate::law::{self, Columns, ColumnsBy, CommuneProfile, Level};
use crate::problem::{Code, Problem};
use crate::text::{self, Text};
use crate::{fold, period};

impl Roster {
    /// Reads roster files that count in every month. `columns`: those of the sets, which
    /// say what regions, groups and classes there are.
    ///
    /// A commune with a faulty cell is kept, so that its data is not called
    /// unknown on top; a roster with errors is not to be scored with.
    pub fn parse_files(sources: &[Source], columns: &[&Columns]) -> (Roster, Vec<Problem>) {
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
            // As the first set calls it.
            let mut keys: Vec<ColumnKey> =
                sets.flat_map(|set| &set.named).map(ColumnKey::from_pair).collect();
            keys.sort_by_key(|key| key.key);
            keys.dedup_by_key(|key| key.key);
            keys
        };
        let (regions, groups) = (keys(ColumnsBy::Region), keys(ColumnsBy::Group));
        let mut reader = RosterReader {
            columns,
            regions,
            groups,
            shared: HashSet::new(),
            classes: HashSet::new(),
            roster: Roster::default(),
            lines: Vec::new(),
            problems: Vec::new(),
            padded: 0,
            doubtful: Vec::new(),
            zeros_kept: false,
            lost_letters: false,
        };
        reader.read_file(source);
        reader.roster.incomplete |= reader.roster.communes.is_empty();
        (reader.roster, reader.lines, reader.problems)
    }
}

/// A region or group that sets have a column for.
#[derive(Clone, Copy)]
struct ColumnKey<'a> {
    key: &'a str,
    name: &'a str,
}

impl ColumnKey<'_> {
    fn from_pair((key, name): &(String, String)) -> ColumnKey<'_> {
        ColumnKey { key, name }
    }
}

/// The keys, and the names by which officers know them, with the key that each means.
fn words_of<'a>(keys: &[ColumnKey<'a>]) -> impl Iterator<Item = (&'a str, &'a str)> + Clone {
    let both = |key: &ColumnKey<'a>| [(key.key, key.key), (key.name, key.key)];
    keys.iter().flat_map(both).collect::<Vec<_>>().into_iter()
}

fn ends_before_start(entry: &RosterRow) -> Text {
    text::ends_before_start(entry.written(Column::ValidTo), entry.written(Column::ValidFrom))
}

struct RosterReader<'a> {
    columns: &'a [&'a Columns],
    /// The regions and groups that sets have columns for.
    regions: Vec<ColumnKey<'a>>,
    groups: Vec<ColumnKey<'a>>,
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
    /// Codes of the file that lost more than one zero, if they did.
    doubtful: Vec<Doubtful>,
    /// Whether a code of the file is written with the zero that it begins with.
    zeros_kept: bool,
    /// Whether a cell of the file is known to have lost letters: told once.
    lost_letters: bool,
}

/// A code that lost more than one zero, and whose it is.
struct Doubtful {
    commune: usize,
    problem: Problem,
}

impl RosterReader<'_> {
    fn read_file(&mut self, source: &Source) {
        (self.padded, self.zeros_kept, self.lost_letters) = (0, false, false);
        let (regions, told) = (self.regions.clone(), self.problems.len());
        let rules = self.columns.iter().flat_map(|columns| &columns.rules);
        let classes = rules.flat_map(|rule| rule.classes.iter().chain(&rule.district_classes));
        let classes: Vec<(&str, ())> = classes.map(|class| (class.as_str(), ())).collect();
        let is_class = |cell: &str| fold::find(cell, classes.iter().copied()).is_some();
        let holds = |cell: &str| fold::find(cell, words_of(&regions)).is_some() || is_class(cell);
        let repairs = list::read_list(source, text::fill_roster, &holds, |item| match item {
            Item::Row(entry) => self.read_commune(&entry),
            Item::Problem(problem) => self.problems.push(*problem),
            Item::Lost => self.roster.incomplete = true,
        });
        self.roster.repairs.extend(repairs);
        self.settle_short_codes(told);
        self.settle_short_rows(told);
        if self.padded > 0 {
            let (file, kind, count) = (source.name.clone(), RepairKind::LeadingZeros, self.padded);
            self.roster.repairs.push(Repair { file, kind, count });
        }
    }

    /// A code whose leading zeros a spreadsheet took off, with them.
    fn padded(&mut self, cell: &str, width: usize) -> String {
        let short = (1..width).contains(&cell.len()) && is_number(cell);
        self.padded += usize::from(short);
        if short { format!("{cell:0>width$}") } else { cell.to_owned() }
    }

    /// A commune's code with its zeros.
    fn code(&mut self, entry: &RosterRow) -> String {
        let cell = entry.cell(Column::Code);
        self.zeros_kept |= cell.len() == 5 && cell.starts_with('0');
        if is_number(cell) && cell.len() < 4 {
            let message = text::short_code(entry.written(Column::Code), cell);
            let problem = entry.problem(Column::Code, message, text::write_code());
            self.doubtful.push(Doubtful { commune: self.roster.communes.len(), problem });
        }
        self.padded(cell, 5)
    }

    /// Of a short row in which a cell cannot be what its column holds that alone is told.
    fn settle_short_rows(&mut self, told: usize) {
        let of_file = self.problems.split_off(told);
        let errors = of_file.iter().filter(|problem| problem.is_error());
        let faulty: HashSet<u64> = errors.filter_map(|problem| problem.place.line).collect();
        let short = |problem: &Problem| {
            let of_row = problem.code == Code::BadRoster && problem.place.column.is_none();
            of_row && !problem.is_error()
        };
        let again = |problem: &Problem| {
            short(problem) && problem.place.line.is_some_and(|line| faulty.contains(&line))
        };
        self.problems.extend(of_file.into_iter().filter(|problem| !again(problem)));
    }

    /// A spreadsheet takes all zeros of a column or none: where others are written with
    /// theirs, a code of one to three digits is a slip. `told`: the problems before the file.
    fn settle_short_codes(&mut self, told: usize) {
        let doubtful = std::mem::take(&mut self.doubtful);
        if self.zeros_kept && !doubtful.is_empty() {
            self.padded -= doubtful.len();
            self.leave_out(doubtful.iter().map(|one| one.commune).collect());
            self.problems.extend(doubtful.into_iter().map(|one| one.problem));
            self.problems[told..].sort_by_key(|problem| problem.place.line);
        }
    }

    /// Takes out communes whose codes are refused: nobody knows who they are.
    fn leave_out(&mut self, refused: HashSet<usize>) {
        let (communes, lines) = (self.roster.take_all(), std::mem::take(&mut self.lines));
        self.roster.incomplete = true;
        for (place, (commune, line)) in communes.into_iter().zip(lines).enumerate() {
            if !refused.contains(&place) {
                self.roster.add(commune);
                self.lines.push(line);
            }
        }
    }

    /// Tells of letters that became question marks: no name can be found by what is left.
    fn look_for_lost_letters(&mut self, entry: &RosterRow) {
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

    fn read_commune(&mut self, entry: &RosterRow) {
        self.look_for_lost_letters(entry);
        let code = &*self.code(entry);
        let mut refused = false;
        if code.len() != 5 || !is_number(code) || code == "00000" {
            let (written, cell) = (entry.written(Column::Code), entry.cell(Column::Code));
            let (message, hint) = (text::not_a_code(written, cell), text::write_code());
            self.problems.push(entry.problem(Column::Code, message, hint));
            self.roster.incomplete = true;
            refused = true;
            let is_empty = |column: &Column| entry.cell(*column).is_empty();
            // A sum or a heading: that it lacks all the rest too is no fault of its own.
            if [Column::Code, Column::Region, Column::Province].iter().all(is_empty) {
                return;
            }
        }
        if entry.cell(Column::Name).is_empty() {
            self.problems.push(entry.problem(
                Column::Name,
                text::cell_empty(entry.written(Column::Name)),
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
            let (message, hint) = (ends_before_start(entry), text::check_dates());
            self.problems.push(entry.problem(Column::ValidTo, message, hint));
            (commune.valid_from, commune.valid_to) = (None, None);
        }
        let namesakes = self.roster.of_code(code).iter();
        let clash = namesakes.map(|p| &self.roster.communes[*p]).find(|c| c.overlaps(&commune));
        if clash.is_some() && !code.is_empty() {
            let (message, hint) =
                (text::code_twice(entry.written(Column::Code), code), text::separate_validity());
            self.problems.push(entry.problem(Column::Code, message, hint));
        }
        // Under a code that is none nobody is listed.
        if refused {
            return;
        }
        self.roster.add(commune);
        self.lines.extend(entry.place(Column::Code).line);
    }

    /// What the law looks at.
    fn case(&mut self, entry: &RosterRow) -> CommuneProfile {
        let words = [
            self.key(entry, Column::Region),
            self.key(entry, Column::Group),
            self.province(entry),
            self.class(entry, Column::Class, Columns::knows_class),
            self.class(entry, Column::DistrictClass, Columns::knows_district_class),
        ];
        let [region, group, province, class, district_class] =
            words.map(|word| word.map(|word| self.share(&word)));
        CommuneProfile { region, group, province, class, district_class }
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

    fn required(&mut self, entry: &RosterRow, column: Column) -> Option<String> {
        let found = entry.some(column);
        if found.is_none() && entry.has(column) {
            let message = text::cell_empty(entry.written(column));
            self.problems.push(entry.problem(column, message, text::fill_cell()));
        }
        found
    }

    /// A province's code; a name would leave out the province's decision in silence.
    fn province(&mut self, entry: &RosterRow) -> Option<String> {
        let cell = self.required(entry, Column::Province)?;
        let cell = self.padded(&cell, 2);
        if !law::is_province(&cell) {
            let (message, hint) = (
                text::not_a_province_code(entry.written(Column::Province), &cell),
                text::write_province_code(),
            );
            self.problems.push(entry.problem(Column::Province, message, hint));
        }
        Some(cell)
    }

    /// A region or group, which must be a column of some set.
    fn key(&mut self, entry: &RosterRow, column: Column) -> Option<String> {
        let region = column == Column::Region;
        let cell = if region { self.required(entry, column)? } else { entry.some(column)? };
        let known = if region { &self.regions } else { &self.groups };
        let found = fold::find(&cell, known.iter().map(|key| (key.key, key.key)));
        // No set goes by groups yet: then nothing can be checked.
        if found.is_none() && !known.is_empty() {
            let written = entry.written(column);
            let meant = fold::find(&cell, words_of(known));
            let (message, hint) = match meant {
                Some(key) => (text::key_by_name(written, &cell, key), text::write_key(key)),
                None => {
                    let words = known.iter().map(|key| format!("{} ({})", key.key, key.name));
                    let words = words.collect::<Vec<String>>().join(", ");
                    (text::not_a_key(written, &cell), text::one_of(words))
                }
            };
            self.problems.push(entry.problem(column, message, hint));
        }
        Some(found.map_or(cell, str::to_owned))
    }

    /// A class may be one that no rule goes by; a misspelt one is worth a look.
    fn class(
        &mut self,
        entry: &RosterRow,
        column: Column,
        knows: fn(&Columns, &str) -> bool,
    ) -> Option<String> {
        let cell = entry.some(column)?;
        let met = (column, cell);
        if !self.classes.contains(&met) {
            if self.columns.iter().any(|c| knows(c, &met.1)) {
                self.classes.insert(met.clone());
            } else {
                let (message, hint) =
                    (text::class_unknown(entry.written(column), &met.1), text::check_class());
                self.problems.push(entry.problem(column, message, hint).as_warning());
            }
        }
        Some(met.1)
    }

    fn level(&mut self, entry: &RosterRow) -> Option<Level> {
        let cell = entry.some(Column::Title)?;
        let level = Level::parse_title(&cell);
        if level.is_none() {
            let words = Level::TITLES.map(Level::as_str).join(", ");
            let (message, hint) =
                (text::not_a_level(entry.written(Column::Title), &cell), text::one_of(words));
            self.problems.push(entry.problem(Column::Title, message, hint));
        }
        level
    }

    fn date(&mut self, entry: &RosterRow, column: Column) -> Option<Date> {
        let cell = entry.some(column)?;
        let date = period::parse_date(&cell);
        if date.is_none() {
            let (message, hint) =
                (text::not_a_date(entry.written(column), &cell), text::write_date());
            self.problems.push(entry.problem(column, message, hint));
        }
        date
    }
}
