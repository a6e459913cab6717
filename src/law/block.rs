//! Reading a TOML table key by key, keeping positions and finding every fault.
//!
//! `serde` stops at the first fault and its positions are lost in nested types,
//! so tables are walked here. A key that nobody asked for is reported at the end.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::source::Faults;
use crate::exact::Exact;
use crate::fold;
use crate::problem::Code;
use crate::text;

/// A value with the bytes of the file it stands in.
pub(super) type At<T> = Spanned<T>;

/// A value of a threshold as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scalar {
    Number(Exact),
    Words(String),
    Bool(bool),
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Two that differ are never shown alike.
            Scalar::Number(number) => f.write_str(&number.in_full()),
            Scalar::Words(words) => write!(f, "{words:?}"),
            Scalar::Bool(flag) => flag.fmt(f),
        }
    }
}

/// Values by column; a column of `None` stands for all columns.
pub(super) type Values = At<Vec<(Option<At<String>>, At<Scalar>)>>;

/// More columns than any annex has; `common` is not among them.
pub(super) const MOST_COLUMNS: usize = 200;

/// A table being read.
pub(super) struct Block<'a> {
    table: &'a DeTable<'a>,
    /// Where it stands, for faults of the table as a whole.
    pub(super) span: Range<usize>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Block<'a> {
    pub(super) fn new(table: &'a DeTable<'a>, span: Range<usize>) -> Block<'a> {
        let asked = RefCell::default();
        Block { table, span, asked }
    }

    /// The value of `key` as it stands.
    fn value(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().insert(key);
        self.table.get(key)
    }

    /// Whether `key` is written at all.
    pub(super) fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// Where the value of `key` stands; the table itself without it.
    pub(super) fn place(&self, key: &'static str) -> Range<usize> {
        self.value(key).map_or_else(|| self.span.clone(), |value| value.span())
    }

    /// `key` read by `read`, which gives nothing for a value of another kind.
    fn read<T>(
        &self,
        key: &'static str,
        faults: &mut Faults,
        allowed: text::Text,
        read: impl Fn(&DeValue) -> Option<T>,
    ) -> Option<At<T>> {
        let found = self.value(key)?;
        let value = read(found.get_ref());
        if value.is_none() {
            let message = text::key_not_readable(key, &allowed);
            let hint = text::write_instead(allowed);
            faults.add(Code::BadValue, found.span(), message, hint);
        }
        Some(Spanned::new(found.span(), value?))
    }

    /// A text that is not empty.
    pub(super) fn words(&self, key: &'static str, faults: &mut Faults) -> Option<At<String>> {
        self.read(key, faults, text::a_text(), as_words)
    }

    /// `true` or `false`; absent is false.
    pub(super) fn flag(&self, key: &'static str, faults: &mut Faults) -> bool {
        self.maybe_flag(key, faults).is_some_and(|flag| flag)
    }

    /// `true` or `false`.
    pub(super) fn maybe_flag(&self, key: &'static str, faults: &mut Faults) -> Option<bool> {
        let flag = self.read(key, faults, text::a_flag(), |v| v.as_bool())?;
        Some(flag.into_inner())
    }

    /// A date without time.
    pub(super) fn date(&self, key: &'static str, faults: &mut Faults) -> Option<Date> {
        let date = self.read(key, faults, text::a_date(), as_date)?;
        Some(date.into_inner())
    }

    /// A whole number of a small range: a criterion's number, a year.
    pub(super) fn small<T: TryFrom<i64>>(
        &self,
        key: &'static str,
        faults: &mut Faults,
    ) -> Option<At<T>> {
        self.read(key, faults, text::a_whole_number(), |v| {
            let integer = v.as_integer()?;
            let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok()?;
            T::try_from(number).ok()
        })
    }

    /// A decimal number.
    pub(super) fn number(&self, key: &'static str, faults: &mut Faults) -> Option<At<Exact>> {
        self.read(key, faults, text::a_number(), |v| match as_scalar(v) {
            Some(Scalar::Number(number)) => Some(number),
            _ => None,
        })
    }

    /// One of a fixed list of words.
    pub(super) fn choice<T: Clone>(
        &self,
        key: &'static str,
        choices: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<At<T>> {
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        self.read(key, faults, text::one_of(words.join(", ")), |v| {
            let word = as_words(v)?;
            choices.iter().find(|(w, _)| *w == word).map(|(_, choice)| choice.clone())
        })
    }

    /// A list of texts; absent is empty.
    pub(super) fn list(&self, key: &'static str, faults: &mut Faults) -> Vec<String> {
        let list = self.read(key, faults, text::a_list(), |v| {
            let items = v.as_array()?.iter().map(|item| as_words(item.get_ref()));
            items.collect::<Option<Vec<String>>>()
        });
        list.map(Spanned::into_inner).unwrap_or_default()
    }

    /// A value of a threshold, or one for each column.
    pub(super) fn per_column(&self, key: &'static str, faults: &mut Faults) -> Option<Values> {
        let found = self.value(key)?;
        let span = found.span();
        let mut cells: Vec<(Option<At<String>>, &Spanned<DeValue>)> = match found.get_ref() {
            DeValue::Table(columns) => columns
                .iter()
                .map(|(k, v)| (Some(Spanned::new(k.span(), k.get_ref().to_string())), v))
                .collect(),
            _ => vec![(None, found)],
        };
        if cells.len() > MOST_COLUMNS + 1 {
            let message = text::too_many(text::columns_of_a_set(), MOST_COLUMNS);
            faults.add(Code::BadValue, span.clone(), message, text::make_fewer());
            cells.truncate(MOST_COLUMNS + 1);
        }
        let mut values = Vec::new();
        for (column, value) in cells {
            match as_scalar(value.get_ref()) {
                Some(scalar) => values.push((column, Spanned::new(value.span(), scalar))),
                None => {
                    let allowed = text::a_threshold();
                    let message = text::key_not_readable(key, &allowed);
                    let hint = text::write_instead(allowed);
                    faults.add(Code::BadValue, value.span(), message, hint);
                }
            }
        }
        Some(Spanned::new(span, values))
    }

    /// A table under `key`.
    pub(super) fn block(&self, key: &'static str, faults: &mut Faults) -> Option<Block<'a>> {
        let found = self.value(key)?;
        match found.get_ref().as_table() {
            Some(table) => Some(Block::new(table, found.span())),
            None => {
                not_a_table(key, found.span(), faults);
                None
            }
        }
    }

    /// The tables of a `[[key]]` list; absent is empty.
    pub(super) fn blocks(&self, key: &'static str, faults: &mut Faults) -> Vec<Block<'a>> {
        let Some(found) = self.value(key) else {
            return Vec::new();
        };
        let Some(items) = found.get_ref().as_array() else {
            not_a_table(key, found.span(), faults);
            return Vec::new();
        };
        let mut blocks = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_table() {
                Some(table) => blocks.push(Block::new(table, item.span())),
                None => not_a_table(key, item.span(), faults),
            }
        }
        blocks
    }

    /// A table under `key`, or several as a list.
    pub(super) fn one_or_more(&self, key: &'static str, faults: &mut Faults) -> Vec<Block<'a>> {
        if self.value(key).is_some_and(|value| value.get_ref().is_array()) {
            self.blocks(key, faults)
        } else {
            self.block(key, faults).into_iter().collect()
        }
    }

    /// Every key with a text as its value: the columns of an annex.
    pub(super) fn names(&self, faults: &mut Faults) -> Vec<(String, String)> {
        let mut names: Vec<(usize, String, String)> = Vec::new();
        for (key, value) in self.table.iter() {
            match as_words(value.get_ref()) {
                Some(name) => names.push((key.span().start, key.get_ref().to_string(), name)),
                None => {
                    let message = text::key_not_readable(key.get_ref(), text::a_text());
                    let hint = text::write_instead(text::a_text());
                    faults.add(Code::BadValue, value.span(), message, hint);
                }
            }
        }
        // As written: the table itself is sorted by key.
        names.sort();
        names.into_iter().map(|(_, key, name)| (key, name)).collect()
    }

    /// Reports that `key` is missing.
    pub(super) fn missing(&self, code: Code, key: &str, faults: &mut Faults) {
        let message = text::key_missing(key);
        faults.add(code, self.span.clone(), message, text::add_key(key));
    }

    /// Reports every key that was not asked for.
    pub(super) fn finish(self, faults: &mut Faults) {
        let asked = self.asked.into_inner();
        let unknown = self.table.iter().map(|(key, _)| key);
        let mut unknown: Vec<_> = unknown.filter(|key| !asked.contains(&**key.get_ref())).collect();
        // As written: the table itself is sorted by key.
        unknown.sort_by_key(|key| key.span().start);
        for key in unknown {
            let name: &str = key.get_ref();
            faults.add_with(Code::UnknownKey, key.span(), text::unknown_key(name), || {
                let near = fold::nearest(name, asked.iter().copied());
                let allowed = asked.iter().copied().collect::<Vec<_>>().join(", ");
                text::near_or(&near, text::allowed_here(allowed))
            });
        }
    }
}

fn not_a_table(key: &str, span: Range<usize>, faults: &mut Faults) {
    let message = text::key_not_readable(key, text::a_table());
    faults.add(Code::BadValue, span, message, text::write_instead(text::a_table()));
}

fn as_words(value: &DeValue) -> Option<String> {
    let words = value.as_str()?;
    (!fold::trim(words).is_empty()).then(|| words.to_owned())
}

/// A date without time.
pub(crate) fn as_date(value: &DeValue) -> Option<Date> {
    let DeValue::Datetime(moment) = value else {
        return None;
    };
    let date = moment.date.filter(|_| moment.time.is_none() && moment.offset.is_none())?;
    let year = i16::try_from(date.year).ok()?;
    Date::new(year, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

/// Numbers as the decimals that are written: never through binary floating point.
fn as_scalar(value: &DeValue) -> Option<Scalar> {
    match value {
        DeValue::Integer(integer) if integer.radix() == 10 => {
            Exact::parse(integer.as_str()).map(Scalar::Number)
        }
        DeValue::Float(float) => Exact::parse(float.as_str()).map(Scalar::Number),
        DeValue::Boolean(flag) => Some(Scalar::Bool(*flag)),
        DeValue::String(_) => as_words(value).map(Scalar::Words),
        _ => None,
    }
}
