//! A criteria file as it came, and places in it.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::named::named;
use crate::problem::{Code, Excerpt, Location, Problem, Severity};
use crate::text::{self, Text};

named! {
    /// Where a set came from.
    pub Origin {
        /// Part of the program.
        BuiltIn "built-in"
        /// A file of the user's.
        File "file"
    }
}

/// The text of one criteria file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The set's id: the file's stem.
    pub id: String,
    /// The file as messages name it.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// Its content.
    pub text: String,
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Source {
    /// The SHA-256 of the content, in hexadecimal.
    pub fn sha256(&self) -> String {
        sha256(self.text.as_bytes())
    }

    /// The line in which `span` begins; a fault of a whole table is marked by its
    /// first line.
    fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let start = self.text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[span.start..].find('\n').map_or(self.text.len(), |n| span.start + n);
        // Of a line without end what stands around the place.
        let start = start.max(boundary(&self.text, span.start.saturating_sub(AROUND)));
        let end = end.min(boundary(&self.text, (span.start + 2 * AROUND).min(self.text.len())));
        let line = self.text[start..end].trim_end_matches('\r').to_owned();
        let marked = span.start - start..(span.end.min(end) - start).min(line.len());
        Excerpt { line, marked }
    }
}

/// So many bytes of a line are shown before a place, and twice as many from there.
const AROUND: usize = 500;

/// So many errors of one file are reported one by one, and so many warnings; of the others it
/// is told how many they are.
const MOST_TOLD: usize = 100;

/// Collects the problems of one file, so that all are reported in one run.
pub(crate) struct Faults<'s> {
    pub(super) source: &'s Source,
    /// Between which days a confirmation of the file may be dated.
    pub(super) readable: Readable,
    /// The years for which the file may say something of its own.
    pub(super) years: RangeInclusive<i16>,
    problems: Vec<Problem>,
    /// What was met before: by its place and words, each once.
    met: HashSet<(usize, Text)>,
    /// Where each line begins; found once it is asked for.
    lines: OnceCell<Vec<usize>>,
    errors: usize,
    warnings: usize,
}

/// On which days a decision can have been read.
#[derive(Clone, Debug, Default)]
pub(super) struct Readable {
    /// The decision's number and the day on which it was issued.
    pub(super) issued: Option<(String, Date)>,
    /// The decision as a confirmation holds it.
    pub(super) decision: String,
    /// The day of the run, where a clock was asked.
    pub(super) today: Option<Date>,
}

impl<'s> Faults<'s> {
    pub(crate) fn new(source: &'s Source) -> Faults<'s> {
        Faults {
            source,
            readable: Readable::default(),
            years: i16::MIN..=i16::MAX,
            problems: Vec::new(),
            met: HashSet::new(),
            lines: OnceCell::new(),
            errors: 0,
            warnings: 0,
        }
    }

    /// How many errors there are, with those that are not reported.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    /// How many problems there are, with those that are not reported.
    pub(super) fn count(&self) -> usize {
        self.errors + self.warnings
    }

    /// Adds an error at `span`; a fault met twice, as by each part of an
    /// indicator, is one.
    pub(crate) fn add(&mut self, code: Code, span: Range<usize>, message: Text, hint: Text) {
        self.put(Severity::Error, code, span, message, || hint);
    }

    /// Adds an error whose hint takes time to find.
    pub(crate) fn add_with(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: Text,
        hint: impl FnOnce() -> Text,
    ) {
        self.put(Severity::Error, code, span, message, hint);
    }

    /// Adds a warning at `span`.
    pub(super) fn warn(&mut self, code: Code, span: Range<usize>, message: Text, hint: Text) {
        self.put(Severity::Warning, code, span, message, || hint);
    }

    fn put(
        &mut self,
        severity: Severity,
        code: Code,
        span: Range<usize>,
        message: Text,
        hint: impl FnOnce() -> Text,
    ) {
        let end = self.source.text.len();
        let start = boundary(&self.source.text, span.start.min(end));
        let span = start..span.end.clamp(start, end);
        if !self.met.insert((start, message.clone())) {
            return;
        }
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count > MOST_TOLD {
            return;
        }
        let (line, position) = self.position(start);
        let place = Location { line: Some(line), position: Some(position), ..self.place() };
        let excerpt = Some(self.source.excerpt(&span));
        let problem = Problem::error(code, place, message, hint());
        self.problems.push(Problem { severity, excerpt, ..problem });
    }

    /// Line and character, both from 1, of a byte of the text.
    fn position(&self, byte: usize) -> (u64, u64) {
        let text = &self.source.text;
        let begins = |(place, _): (usize, &str)| place + 1;
        let lines = self.lines.get_or_init(|| text.match_indices('\n').map(begins).collect());
        let line = lines.partition_point(|begin| *begin <= byte);
        let start = line.checked_sub(1).map_or(0, |before| lines[before]);
        let character = text[start..byte].chars().count();
        (line as u64 + 1, character as u64 + 1)
    }

    fn place(&self) -> Location {
        Location { file: self.source.name.clone(), ..Location::default() }
    }

    /// The problems in the order of the file, and how many more there are.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|p| (p.place.line, p.place.position));
        let all = [(Severity::Error, self.errors), (Severity::Warning, self.warnings)];
        for (severity, count) in all {
            let more = count.saturating_sub(MOST_TOLD);
            if more > 0 {
                let message = match severity {
                    Severity::Error => text::more_errors(more),
                    Severity::Warning => text::more_warnings(more),
                };
                let hint = text::mend_these_first();
                let problem = Problem::error(Code::MoreFaults, self.place(), message, hint);
                self.problems.push(Problem { severity, stands_for: more, ..problem });
            }
        }
        self.problems
    }
}

/// The nearest place at or before `byte` where a character begins.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}
