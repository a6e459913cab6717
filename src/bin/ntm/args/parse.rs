//! Words of the command line to values; what cannot be read is told with what can.

use std::num::NonZeroUsize;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use ntm::analysis::city::Answer;
use ntm::fold;
use ntm::intake::evidence::names_none;
use ntm::intake::{Convention, Voice};
use ntm::law::Level;
use ntm::period::{self, Period};
use ntm::render::output::Format;
use ntm::text::{self, Text};

use crate::lang;

/// The narrowest page that a table can be laid on.
const NARROWEST: u16 = 40;

/// A text of the catalogue for help.
pub(super) fn help(text: &Text) -> String {
    text.get(lang::current()).to_owned()
}

/// Names of formats, for people.
pub(crate) fn words(
    formats: impl Iterator<Item = Format>,
    name: fn(Format) -> &'static str,
) -> String {
    formats.map(name).collect::<Vec<_>>().join(", ")
}

pub(super) fn parse_width(text: &str) -> Result<u16, String> {
    let width = text.parse().ok().filter(|width| *width >= NARROWEST);
    width.ok_or_else(|| help(&text::write_number_from(NARROWEST, u16::MAX)))
}

/// One of some words, and what each means.
pub(super) fn one_of<T: Copy + Send + Sync + 'static>(
    words: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words.iter().map(|(word, _)| *word)).try_map(move |given| {
        let meant = words.iter().find(|(word, _)| *word == given);
        meant.map(|(_, value)| *value).ok_or(given)
    })
}

/// Any format's word; whether the verb has it, [`crate::targets::Targets`] says.
pub(super) fn parse_format(text: &str) -> Result<Format, String> {
    let known = Format::all().map(|format| (format.word(), format));
    fold::find(text, known).ok_or_else(|| help(&text::one_of(words(Format::all(), Format::word))))
}

pub(super) fn parse_count(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| help(&text::write_count()))
}

pub(super) fn parse_whole(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| help(&text::write_whole_number()))
}

pub(super) fn parse_criterion(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| help(&text::write_criterion()))
}

pub(super) fn parse_period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| help(&text::write_period()))
}

pub(super) fn parse_date(text: &str) -> Result<Date, String> {
    period::parse_date(text).ok_or_else(|| help(&text::confirm::write_date()))
}

/// `3=đạt; QĐ 12/QĐ-UBND`: a condition of the city as the office found it.
pub(super) fn parse_by_hand(text: &str) -> Result<Answer, String> {
    let read = || {
        let (no, said) = text.split_once('=')?;
        let (word, evidence) = said.split_once(';').unwrap_or((said, ""));
        let words = [("đạt", true), ("có", true), ("chưa đạt", false), ("không đạt", false)];
        let evidence = Some(evidence.trim()).filter(|evidence| !names_none(evidence));
        Some(Answer {
            no: no.trim().parse().ok()?,
            met: fold::find(word, words.into_iter())?,
            evidence: evidence.map(str::to_owned),
        })
    };
    read().ok_or_else(|| help(&text::ladder::write_by_hand()))
}

/// A digest as pages print it; with capital letters too.
pub(super) fn parse_sha256(text: &str) -> Result<String, String> {
    let digest = text.trim().to_ascii_lowercase();
    let whole = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
    whole.then_some(digest).ok_or_else(|| help(&text::verify::write_sha256()))
}

/// A level that is judged as a whole: a title.
pub(super) fn parse_title(text: &str) -> Result<Level, String> {
    let words = Level::TITLES.map(Level::as_str).join(", ");
    Level::parse_title(text).ok_or_else(|| help(&text::one_of(words)))
}

pub(super) fn parse_level(text: &str) -> Result<Level, String> {
    let words = Level::ALL.map(Level::as_str).join(", ");
    Level::parse(text).ok_or_else(|| help(&text::one_of(words)))
}

pub(super) fn parse_voice(text: &str) -> Result<Voice, String> {
    Voice::parse(text).ok_or_else(|| help(&text::write_voice()))
}

pub(super) fn parse_decimal(text: &str) -> Result<Convention, String> {
    let words = Convention::ALL.map(Convention::as_str).join(", ");
    Convention::from_word(text).ok_or_else(|| help(&text::one_of(words)))
}
