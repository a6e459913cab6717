//! Whose letter a report is: `office.toml`. What it does not say stays open.
//!
//! The file itself is of the office that reports. The papers of a commune, a city and a
//! province have tables of their own, for whoever writes beside them does not sign them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

use super::Voice;
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

/// The offices that a file tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offices {
    /// The office that reports.
    pub own: Office,
    /// Those of the papers of a voice, by its word in the file, as written.
    of_voices: BTreeMap<&'static str, Office>,
}

/// What stands in a table for the name of the commune that a paper is of.
const COMMUNE: &str = "{xã}";

/// The keys of the file, and of its tables.
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

impl Offices {
    /// Reads the file. A key with a fault is left open; an empty text says nothing.
    pub fn parse_file(source: &Source) -> (Offices, Vec<Problem>) {
        let mut faults = Faults::new(source);
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let message = text::not_toml(error.message());
            faults.add(Code::BadOffice, span, message, text::mend_office());
        }
        let table = table.get_ref();
        let tables = Voice::ALL.map(Voice::as_str);
        let own = OfficeReader { table, faults: &mut faults, of_commune: false }.office(&tables);
        let mut of_voices = BTreeMap::new();
        for voice in tables {
            let Some(found) = table.get(voice) else { continue };
            let Some(table) = found.get_ref().as_table() else {
                let message = text::key_not_readable(voice, text::an_office_table(voice));
                let hint = text::write_instead(text::an_office_table(voice));
                faults.add(Code::BadOffice, found.span(), message, hint);
                continue;
            };
            let office = OfficeReader { table, faults: &mut faults, of_commune: true }.office(&[]);
            of_voices.insert(voice, office);
        }
        (Offices { own, of_voices }, faults.finish())
    }

    /// Whether the file says whose the papers of a voice are.
    pub fn tells_of(&self, voice: Voice) -> bool {
        self.of_voices.contains_key(voice.as_str())
    }

    /// The office of the papers of a voice about a commune. Without a table of its own only
    /// what the city verified is the reporting office's.
    pub fn office_of(&self, voice: Voice, commune: &str) -> Office {
        match (self.of_voices.get(voice.as_str()), voice) {
            (Some(office), _) => office.clone().about(commune),
            (None, Voice::Verified) => self.own.clone(),
            (None, Voice::Own | Voice::Appraised) => Office::default(),
        }
    }
}

impl Office {
    /// With the name of a commune where its place is.
    fn about(self, commune: &str) -> Office {
        let named = |words: String| words.replace(COMMUNE, commune);
        Office {
            parent: self.parent.map(named),
            body: self.body.map(named),
            number: self.number.map(named),
            symbol: self.symbol.map(named),
            place: self.place.map(named),
            date: self.date,
            authority: self.authority.map(named),
            title: self.title.map(named),
            signer: self.signer.map(named),
            recipients: self.recipients.into_iter().map(named).collect(),
        }
    }

    /// The same for a notice board: without the name of an officer.
    pub fn without_names(self) -> Office {
        Office { signer: None, ..self }
    }
}

struct OfficeReader<'r, 't, 's> {
    table: &'r DeTable<'t>,
    faults: &'r mut Faults<'s>,
    /// Whether a text may have a place for the name of a commune.
    of_commune: bool,
}

impl OfficeReader<'_, '_, '_> {
    /// All of an office. `tables`: what may stand there besides its keys.
    fn office(mut self, tables: &[&str]) -> Office {
        let office = Office {
            parent: self.words("parent"),
            body: self.words("body"),
            number: self.number(),
            symbol: self.words("symbol"),
            place: self.words("place"),
            date: self.date(),
            authority: self.words("authority"),
            title: self.words("title"),
            signer: self.words("signer"),
            recipients: self.recipients(),
        };
        self.refuse_unknown_keys(tables);
        self.refuse_unknown_places();
        office
    }

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

    fn refuse_unknown_keys(&mut self, tables: &[&str]) {
        let known = || KEYS.into_iter().chain(tables.iter().copied());
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !known().any(|known| known == name) {
                let message = text::unknown_key(name);
                self.faults.add_with(Code::BadOffice, key.span(), message, || {
                    let near = fold::nearest(name, known());
                    let allowed = known().collect::<Vec<_>>().join(", ");
                    text::near_or(&near, text::allowed_here(allowed))
                });
            }
        }
    }

    /// A brace that is not the commune's place would stand in the letter as it is.
    fn refuse_unknown_places(&mut self) {
        for (key, value) in self.table.iter().filter(|(key, _)| KEYS.contains(&&**key.get_ref())) {
            let one = value.get_ref().as_str();
            let listed = value.get_ref().as_array().into_iter().flat_map(|list| list.iter());
            let listed = listed.filter_map(|item| item.get_ref().as_str());
            let open = |words: &str| {
                let words = said(words).unwrap_or_default();
                if self.of_commune {
                    words.replace(COMMUNE, "").contains('{')
                } else {
                    words.contains(COMMUNE)
                }
            };
            if one.into_iter().chain(listed).any(open) {
                let (message, hint) = if self.of_commune {
                    (text::unknown_place(key.get_ref()), text::only_commune_place())
                } else {
                    (text::no_place_here(key.get_ref()), text::commune_place_in_tables())
                };
                self.faults.add(Code::BadOffice, value.span(), message, hint);
            }
        }
    }
}

/// What a text says; an empty one says nothing.
fn said(words: &str) -> Option<String> {
    let words: String = fold::trim(words).nfc().collect();
    (!words.is_empty()).then_some(words)
}
