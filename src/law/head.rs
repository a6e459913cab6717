//! What a criteria file begins with: what it is, and of which decision.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeTable;

use super::block::{At, Block};
use super::source::{Faults, Origin, Source};
use super::{Caution, Confidence, Decision, Level};
use crate::named::named;
use crate::problem::Code;
use crate::text;

named! {
    /// What a file is.
    pub CriteriaFileKind {
        /// A whole annex.
        Base "base"
        /// A later decision that changes named indicators.
        Amendment "amendment"
        /// A province's decision: fixes what is delegated, may raise the rest.
        Overlay "overlay"
        /// Guidance of a ministry or province: may raise, may allow `không áp
        /// dụng`, and need not speak of what is delegated.
        Guidance "guidance"
        /// Conditions over all communes of a city: no annex of a title, nor a layer.
        City "city"
        /// The same over all communes of a rural district (huyện).
        District "district"
    }
}

impl CriteriaFileKind {
    /// Whether it holds conditions over all communes of an area.
    pub fn is_over_all(self) -> bool {
        matches!(self, CriteriaFileKind::City | CriteriaFileKind::District)
    }
}

/// What every criteria file says of itself, and where it was read.
#[derive(Clone, Debug)]
pub struct FileHead {
    /// Its id: the file's stem.
    pub id: String,
    pub title: String,
    pub kind: CriteriaFileKind,
    /// The province it is for; `None` for the whole country.
    pub province: Option<String>,
    /// Where it comes from in law.
    pub decision: Decision,
    /// What every report must say.
    pub cautions: Vec<Caution>,
    /// Built in or a file.
    pub origin: Origin,
    /// The file as messages name it.
    pub file: String,
    /// The SHA-256 of the file.
    pub sha256: String,
}

impl RawHead {
    /// That of a file whose text was read.
    pub(super) fn of_file(self, source: &Source) -> FileHead {
        FileHead {
            id: source.id.clone(),
            title: self.title,
            kind: self.kind,
            province: self.province,
            decision: self.decision,
            cautions: self.cautions,
            origin: source.origin,
            file: source.name.clone(),
            sha256: source.sha256(),
        }
    }
}

/// A file's header as it is read.
pub(super) struct RawHead {
    pub(super) title: String,
    pub(super) kind: CriteriaFileKind,
    pub(super) level: At<Level>,
    pub(super) decision: Decision,
    pub(super) base: Option<At<String>>,
    pub(super) province: Option<String>,
    pub(super) confidence: Option<Confidence>,
    pub(super) cautions: Vec<Caution>,
    /// The last day on which it applies: until it ends, or a newer one takes its place.
    pub(super) applies_until: Option<Date>,
    /// Where the file as a whole is pointed at.
    pub(super) span: Range<usize>,
}

/// Reads what every file begins with. What is missing is reported and stands in
/// for itself, so that the rest of the file is still checked in the same run.
pub(super) fn read_head(file: &Block, faults: &mut Faults) -> RawHead {
    let title = file.words("title", faults);
    let kind = file.choice("kind", CriteriaFileKind::WORDS, faults);
    let level = file.choice("level", &Level::ALL.map(|l| (l.as_str(), l)), faults);
    let over_all = kind.as_ref().is_some_and(|kind| kind.get_ref().is_over_all());
    for key in ["title", "kind", "level"] {
        let spared = over_all && key == "level";
        if !file.has(key) && !spared {
            file.missing(Code::MissingKey, key, faults);
        }
    }
    let decision = decision(file, faults);
    let base = file.words("base", faults);
    let province = file.words("province", faults);
    if let Some(wrong) = province.as_ref().filter(|code| !is_province(code.get_ref())) {
        let message = text::not_a_province(wrong.get_ref());
        faults.add(Code::BadValue, wrong.span(), message, text::write_province());
    }
    let province = province.map(Spanned::into_inner);
    let confidence = defaults(file, faults);
    let cautions = cautions(file, decision.in_force, faults);
    let kind = kind.map_or(CriteriaFileKind::Base, Spanned::into_inner);
    if kind != CriteriaFileKind::Base && !kind.is_over_all() && !file.has("base") {
        file.missing(Code::MissingKey, "base", faults);
    }
    RawHead {
        applies_until: decision.until,
        title: title.map(Spanned::into_inner).unwrap_or_default(),
        kind,
        level: level.unwrap_or_else(|| Spanned::new(0..0, Level::Ntm)),
        decision,
        base,
        province,
        confidence,
        cautions,
        span: file.span.start..file.span.start,
    }
}

/// A province's two-digit code. A name in its place would match no commune, and the
/// layer would be left out in silence.
pub fn is_province(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_digit())
}

fn decision(file: &Block, faults: &mut Faults) -> Decision {
    let empty = DeTable::new();
    let block = file.block("decision", faults);
    if !file.has("decision") {
        file.missing(Code::MissingBasis, "[decision]", faults);
    }
    let found = block.is_some();
    let block = block.unwrap_or_else(|| Block::new(&empty, file.span.clone()));
    let number = block.words("number", faults);
    let issuer = block.words("issuer", faults);
    let date = block.date("date", faults);
    let in_force = block.date("in_force", faults);
    for key in ["number", "issuer", "date", "in_force"] {
        if found && !block.has(key) {
            block.missing(Code::MissingBasis, key, faults);
        }
    }
    let annex = block.words("annex", faults).map(Spanned::into_inner);
    let until = block.date("until", faults);
    let span = block.place("until");
    block.finish(faults);
    if until.zip(in_force).is_some_and(|(until, in_force)| until < in_force) {
        faults.add(Code::BadValue, span, text::ends_before_it_begins(), text::mend_dates());
    }
    Decision {
        number: number.map(Spanned::into_inner).unwrap_or_default(),
        issuer: issuer.map(Spanned::into_inner).unwrap_or_default(),
        date: date.unwrap_or(Date::ZERO),
        annex,
        in_force: in_force.unwrap_or(Date::ZERO),
        until,
    }
}

fn defaults(file: &Block, faults: &mut Faults) -> Option<Confidence> {
    let block = file.block("defaults", faults)?;
    let confidence = stated_confidence(&block, faults);
    block.finish(faults);
    confidence
}

fn cautions(file: &Block, in_force: Date, faults: &mut Faults) -> Vec<Caution> {
    let mut cautions = Vec::new();
    for block in file.blocks("caution", faults) {
        let sentence = block.words("text", faults);
        if !block.has("text") {
            block.missing(Code::MissingKey, "text", faults);
        }
        let from = block.date("from", faults).unwrap_or(in_force);
        block.finish(faults);
        cautions.extend(sentence.map(|text| Caution { from, text: text.into_inner() }));
    }
    cautions
}

/// The confidence as stated. `confirmed` is never stated: it follows from a
/// `confirmed` table that holds the value it confirms.
pub(super) fn stated_confidence(block: &Block, faults: &mut Faults) -> Option<Confidence> {
    let stated = block.choice("confidence", &STATED, faults)?;
    Some(stated.into_inner())
}

pub(super) const STATED: [(&str, Confidence); 2] =
    [("assumed", Confidence::Assumed), ("unconfirmed", Confidence::Unconfirmed)];
