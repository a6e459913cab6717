//! What a figure means: all that a reader read in the decision beyond the figure itself.
//! A confirmation holds it, and holds no longer once any of it is changed.

use std::fmt;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::source::Faults;
use super::{IndicatorId, Level, Op};
use crate::problem::Code;
use crate::text::{self, Text};

/// What a threshold requires beyond its figure.
///
/// Not part of it: whether the province fixes it (`delegated`: where a figure stands is
/// its meaning, not who was to set it); `measure` and `whole` (a change of the kind of
/// value changes the figure, its unit or what is counted, and whole numbers are judged as
/// any others); `same_as` (where a value may come from, not what is asked of it); `note`
/// (what was read is said by the confirmation's own `text`).
#[derive(Clone, Debug)]
pub struct Meaning {
    /// The indicator's number: rows of data name it by nothing else.
    pub id: IndicatorId,
    /// Its name as the file has it; of a layer that states none the name as it applies on
    /// the layer's first day.
    pub name: String,
    /// How a value is compared.
    pub op: Op,
    /// The unit, of numbers.
    pub unit: Option<String>,
    /// What a share's numerator counts.
    pub counts: Option<String>,
    /// The grades, low to high; none but for a grade.
    pub grades: Vec<String>,
    /// The part that it is of; empty for the only one.
    pub part: String,
    /// All parts of the indicator: one that is taken out is asked for no more.
    pub parts: Vec<String>,
    /// The titles that a condition of recognition is for.
    pub titles: Vec<Level>,
    /// What is to be named where it is met.
    pub named: Option<String>,
    /// Whether `không áp dụng` counts as met.
    pub if_present: bool,
    /// Whether `không` as an answer is refused.
    pub negative: bool,
    /// Set and indicator that the figure is a multiple of.
    pub of: Option<String>,
    /// The decision that the file is of, as [`super::Decision::cited`] has it.
    pub decision: String,
    /// The basis that the block states of its own.
    pub basis: Option<String>,
}

impl Meaning {
    /// What a confirmation holds of it, key by key. `year`: that of the block in which the
    /// figure stands; `own_part`: whether it stands in a block of the part's own.
    pub(super) fn held(&self, year: Option<i16>, own_part: bool) -> ConfirmedTerms {
        let words = |words: &str| Term::One(words.to_owned());
        let list = |list: &[String]| (!list.is_empty()).then(|| Term::List(list.to_vec()));
        let titles: Vec<String> = self.titles.iter().map(ToString::to_string).collect();
        let keys = [
            ("op", Some(words(self.op.as_str()))),
            ("unit", self.unit.as_deref().map(words)),
            ("id", Some(Term::One(self.id.to_string()))),
            ("indicator", Some(words(&self.name))),
            ("part", own_part.then(|| words(&self.part))),
            ("parts", list(&self.parts)),
            ("year", year.map(Term::Year)),
            ("counts", self.counts.as_deref().map(words)),
            ("grades", list(&self.grades)),
            ("titles", list(&titles)),
            ("named", self.named.as_deref().map(words)),
            ("if_present", self.if_present.then_some(Term::Yes)),
            ("negative", self.negative.then_some(Term::Yes)),
            ("of", self.of.as_deref().map(words)),
            ("decision", Some(words(&self.decision))),
            ("basis", self.basis.as_deref().map(words)),
        ];
        keys.into_iter().filter_map(|(key, word)| Some((key, word?))).collect()
    }
}

/// What a confirmation holds, key by key.
pub(super) type ConfirmedTerms = Vec<(&'static str, Term)>;

/// The keys that say what legal text it is of.
pub(super) const SOURCE: [&str; 2] = ["decision", "basis"];

/// A value that a confirmation holds; shown as TOML.
#[derive(Clone, Debug)]
pub(super) enum Term {
    One(String),
    List(Vec<String>),
    Year(i16),
    Yes,
}

/// How a value that is held differs from what stands there.
#[derive(Clone, Debug)]
pub(super) enum TermChange {
    /// It is not held.
    Lacks(&'static str),
    /// It is held, and there is none any more.
    Gone(&'static str, Term),
    /// It was another.
    Changed(&'static str, Term, Term),
}

/// Everything in which what is held differs from what is there `now`. One written before
/// confirmations held the decision holds neither it nor the basis: these are not compared.
pub(super) fn differences(held: &ConfirmedTerms, now: &ConfirmedTerms) -> Vec<TermChange> {
    let of = |all: &ConfirmedTerms, key: &str| {
        all.iter().find(|(k, _)| *k == key).map(|(_, w)| w.clone())
    };
    let source_unsaid = of(held, "decision").is_none() && of(held, "basis").is_none();
    let there = now.iter().filter_map(|(key, word)| match of(held, key) {
        None if source_unsaid && SOURCE.contains(key) => None,
        None => Some(TermChange::Lacks(key)),
        Some(before) if before.is(word) => None,
        Some(before) => Some(TermChange::Changed(key, before, word.clone())),
    });
    let gone = held.iter().filter(|(key, _)| of(now, key).is_none());
    there.chain(gone.map(|(key, word)| TermChange::Gone(key, word.clone()))).collect()
}

/// Warns of a confirmation that holds no longer: `figures` says which figures differ.
/// `what`: how the command that confirms names it.
pub(super) fn warn_void(
    figures: Vec<Text>,
    differing: Vec<TermChange>,
    what: impl fmt::Display,
    span: Range<usize>,
    faults: &mut Faults,
) {
    let (mut lacking, mut changed) = (Vec::new(), figures);
    for differs in differing {
        match differs {
            TermChange::Lacks(key) => lacking.push(key),
            TermChange::Gone(key, held) => changed.push(text::held_gone(key, held)),
            TermChange::Changed(key, held, now) => {
                changed.push(text::held_otherwise(key, held, now));
            }
        }
    }
    let (set, what) = (faults.source.id.clone(), what.to_string());
    let hint = if lacking.is_empty() {
        text::confirm_again(&set, what)
    } else {
        text::confirm_writes(&set, what)
    };
    if !lacking.is_empty() {
        changed.insert(0, text::held_lacks(lacking.join(", ")));
    }
    let message = text::confirmation_void(Text::join(&changed, "; "));
    faults.warn(Code::VoidConfirmation, span, message, hint);
}

impl Term {
    /// Whether both say the same: letter by letter but for Unicode form and runs of blanks.
    fn is(&self, other: &Term) -> bool {
        match (self, other) {
            (Term::One(one), Term::One(other)) => plain(one) == plain(other),
            (Term::List(one), Term::List(other)) => {
                let plain = |list: &[String]| list.iter().map(|w| plain(w)).collect::<Vec<_>>();
                plain(one) == plain(other)
            }
            (Term::Year(one), Term::Year(other)) => one == other,
            (Term::Yes, Term::Yes) => true,
            _ => false,
        }
    }
}

fn plain(words: &str) -> String {
    let words: String = words.nfc().collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Term::One(words) => f.write_str(&quoted(words)),
            Term::List(list) => {
                let list: Vec<String> = list.iter().map(|words| quoted(words)).collect();
                write!(f, "[{}]", list.join(", "))
            }
            Term::Year(year) => write!(f, "{year}"),
            Term::Yes => f.write_str("true"),
        }
    }
}

/// A text in the quotes of TOML, on one line.
pub(super) fn quoted(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    toml_edit::Value::from(words.join(" ")).to_string()
}
