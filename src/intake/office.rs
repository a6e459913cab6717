//! Whose letter a report is: `office.toml`. What it does not say stays open.

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use crate::fold;
use crate::law::{Faults, Source, as_date};
use crate::problem::{Code, Problem};
use crate::text::{self, Text};

/// The office that a report is of, as a letter names it. What is not said is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// The body above (cơ quan chủ quản).
    pub parent: Option<String>,
    /// The issuing body (cơ quan ban hành).
    pub body: Option<String>,
    /// The number of the letter (số).
    pub number: Option<String>,
    /// Its symbol (ký hiệu), `BC-VPĐP`.
    pub symbol: Option<String>,
    /// Where it is issued (địa danh).
    pub place: Option<String>,
    /// The day it is issued on.
    pub date: Option<Date>,
    /// In whose stead is signed (quyền hạn): `TM. …`, `KT. …`.
    pub authority: Option<String>,
    /// The signer's title (chức vụ).
    pub title: Option<String>,
    /// The signer's name.
    pub signer: Option<String>,
    /// Who gets it (nơi nhận).
    pub recipients: Vec<String>,
}

/// The keys of the file.
const KEYS: [&str; 10] = [
    "parent",
    "body",
    "number",
    "symbol",
    "place",
    "date",
    "authority",
    "title",
    "signer",
    "recipients",
];

impl Office {
    /// Reads the file. A key with a fault is left open; an empty text says nothing.
    pub fn read(source: &Source) -> (Office, Vec<Problem>) {
        let mut faults = Faults::new(source);
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let message = text::not_toml(error.message());
            faults.add(Code::BadOffice, span, message, text::mend_office());
        }
        let mut reader = Reader { table: table.get_ref(), faults };
        let office = Office {
            parent: reader.words("parent"),
            body: reader.words("body"),
            number: reader.number(),
            symbol: reader.words("symbol"),
            place: reader.words("place"),
            date: reader.date(),
            authority: reader.words("authority"),
            title: reader.words("title"),
            signer: reader.words("signer"),
            recipients: reader.recipients(),
        };
        reader.refuse_unknown_keys();
        (office, reader.faults.finish())
    }

    /// The same for a notice board: without the name of an officer.
    pub fn without_names(self) -> Office {
        Office { signer: None, ..self }
    }
}

struct Reader<'t, 's> {
    table: &'t DeTable<'t>,
    faults: Faults<'s>,
}

impl Reader<'_, '_> {
    /// `key` read by `read`, which gives nothing for a value of another kind.
    fn read<T>(
        &mut self,
        key: &str,
        allowed: Text,
        read: impl Fn(&DeValue) -> Option<T>,
    ) -> Option<T> {
        let found = self.table.get(key)?;
        let value = read(found.get_ref());
        if value.is_none() {
            let message = text::key_not_readable(key, &allowed);
            let hint = text::write_instead(allowed);
            self.faults.add(Code::BadOffice, found.span(), message, hint);
        }
        value
    }

    fn words(&mut self, key: &str) -> Option<String> {
        self.read(key, text::a_text(), |value| value.as_str().map(said)).flatten()
    }

    /// The number of a letter is written with or without quotes.
    fn number(&mut self) -> Option<String> {
        let read = |value: &DeValue| match value {
            DeValue::Integer(integer) if integer.radix() == 10 => Some(said(integer.as_str())),
            value => value.as_str().map(said),
        };
        self.read("number", text::a_text(), read).flatten()
    }

    fn date(&mut self) -> Option<Date> {
        // An empty text is a date that is still open.
        let read = |value: &DeValue| match value.as_str() {
            Some(words) => fold::trim(words).is_empty().then_some(None),
            None => as_date(value).map(Some),
        };
        self.read("date", text::a_date(), read).flatten()
    }

    fn recipients(&mut self) -> Vec<String> {
        let list = self.read("recipients", text::a_list_of_recipients(), |value| {
            let items = value.as_array()?.iter();
            items.map(|item| item.get_ref().as_str().map(said)).collect::<Option<Vec<_>>>()
        });
        list.into_iter().flatten().flatten().collect()
    }

    fn refuse_unknown_keys(&mut self) {
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !KEYS.contains(&name) {
                let near = fold::nearest(name, KEYS.into_iter());
                let hint = text::near_or(&near, text::allowed_here(KEYS.join(", ")));
                self.faults.add(Code::BadOffice, key.span(), text::unknown_key(name), hint);
            }
        }
    }
}

/// What a text says; an empty one says nothing.
fn said(words: &str) -> Option<String> {
    let words = fold::trim(words);
    (!words.is_empty()).then(|| words.to_owned())
}
