//! A criteria file as it came, and places in it.

use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::problem::{Code, Excerpt, Place, Problem, Severity};
use crate::text::Text;

/// Where a set came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Part of the program.
    BuiltIn,
    /// A file of the user's.
    File,
}

impl Origin {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Origin::BuiltIn => "built-in",
            Origin::File => "file",
        }
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

    /// Line and character, both from 1, of a byte of the text.
    fn position(&self, byte: usize) -> (u64, u64) {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let line = before.bytes().filter(|b| *b == b'\n').count();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let character = before[start..].chars().count();
        (line as u64 + 1, character as u64 + 1)
    }

    /// The line in which `span` begins; a fault of a whole table is marked by its
    /// first line.
    fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let start = self.text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[span.start..].find('\n').map_or(self.text.len(), |n| span.start + n);
        let line = self.text[start..end].trim_end_matches('\r').to_owned();
        let marked = span.start - start..(span.end.min(end) - start).min(line.len());
        Excerpt { line, marked }
    }
}

/// Collects the problems of one file, so that all are told in one run.
pub(crate) struct Faults<'s> {
    pub(super) source: &'s Source,
    pub(super) problems: Vec<Problem>,
}

impl<'s> Faults<'s> {
    pub(crate) fn new(source: &'s Source) -> Faults<'s> {
        Faults { source, problems: Vec::new() }
    }

    /// Adds an error at `span`; a fault met twice, as by each part of an
    /// indicator, is one.
    pub(crate) fn add(&mut self, code: Code, span: Range<usize>, message: Text, hint: Text) {
        let end = self.source.text.len();
        let start = boundary(&self.source.text, span.start.min(end));
        let span = start..span.end.clamp(start, end);
        let (line, position) = self.source.position(span.start);
        let place = Place {
            file: self.source.name.clone(),
            line: Some(line),
            position: Some(position),
            column: None,
            sheet: None,
        };
        if self.problems.iter().any(|p| p.place == place && p.message == message) {
            return;
        }
        let excerpt = Some(self.source.excerpt(&span));
        self.problems.push(Problem { excerpt, ..Problem::error(code, place, message, hint) });
    }

    /// Adds a warning at `span`.
    pub(super) fn warn(&mut self, code: Code, span: Range<usize>, message: Text, hint: Text) {
        let before = self.problems.len();
        self.add(code, span, message, hint);
        if let Some(problem) = self.problems.get_mut(before) {
            problem.severity = Severity::Warning;
        }
    }

    /// The problems in the order of the file.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|p| (p.place.line, p.place.position));
        self.problems
    }
}

/// The nearest place at or before `byte` where a character begins.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}
