//! Files as they come: read piece by piece, each piece whole rows, so that a large
//! file is neither held in memory nor left to one thread.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::encoding::without_mark;
use super::{separator, table};
use crate::period::Period;

/// One file as it came.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The file as the user named it.
    pub name: String,
    /// The period that its folder's name gives.
    pub folder_period: Option<Period>,
    /// Its content.
    pub content: Content,
}

/// Where a file's bytes come from.
#[derive(Clone)]
pub enum Content {
    /// From memory.
    Bytes(Vec<u8>),
    /// From wherever this opens, when it is its turn. It may be opened twice.
    Open(Arc<Opener>),
}

/// Opens a file by its [`Source::name`].
pub type Opener = dyn Fn(&str) -> io::Result<Box<dyn Read + Send>> + Send + Sync;

impl Default for Content {
    fn default() -> Content {
        Content::Bytes(Vec::new())
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Content::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Content::Open(_) => f.write_str("a file"),
        }
    }
}

impl Source {
    /// A file that is part of the program.
    pub(super) fn of_text(name: &str, text: &str) -> Source {
        let content = Content::Bytes(text.as_bytes().to_vec());
        Source { name: name.to_owned(), folder_period: None, content }
    }

    /// Its name without folder and ending.
    pub fn stem(&self) -> &str {
        let stem = Path::new(&self.name).file_stem().and_then(|stem| stem.to_str());
        stem.unwrap_or_default()
    }

    /// The SHA-256 of its bytes, in hexadecimal digits.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn sha256(&self) -> io::Result<String> {
        Ok(crate::law::sha256(&self.whole()?))
    }

    /// All bytes at once, for files that are small by nature.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn whole(&self) -> io::Result<Cow<'_, [u8]>> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            Content::Open(open) => {
                let mut bytes = Vec::new();
                open(&self.name)?.read_to_end(&mut bytes)?;
                Ok(Cow::Owned(bytes))
            }
        }
    }

    /// The rows, piece by piece. `buffer` is taken for the first one.
    pub(super) fn pieces(&self, buffer: Vec<u8>) -> io::Result<Pieces<'_>> {
        let reader: Box<dyn Read + Send> = match &self.content {
            Content::Bytes(bytes) => Box::new(bytes.as_slice()),
            Content::Open(open) => open(&self.name)?,
        };
        let (rest, ended) = (Vec::new(), false);
        Ok(Pieces { reader, buffer, rest, ended, line: 1, number: 0, delimiter: None })
    }
}

/// The bytes of a piece. It does not depend on the number of threads, so that
/// what is read does not either.
const PIECE: usize = 1 << 17;

/// A row that does not end within so many bytes is none, nor is a quote closed that is
/// not by then.
const LONGEST: usize = 1 << 20;

/// How archives and compound files begin, which workbooks are.
const BOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];

/// Whole rows of a file.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its place among the pieces of its file.
    pub(super) number: usize,
    /// The line it begins on, from 1.
    pub(super) line: u64,
    pub(super) bytes: Vec<u8>,
    /// That of the file.
    pub(super) delimiter: u8,
    /// Whether it stands for a line too long to be a row, which was passed over.
    pub(super) overlong: bool,
}

/// A file being cut into pieces at the ends of rows.
pub(super) struct Pieces<'s> {
    reader: Box<dyn Read + Send + 's>,
    /// Room to be used again.
    buffer: Vec<u8>,
    /// What was read and belongs to the next piece.
    rest: Vec<u8>,
    ended: bool,
    line: u64,
    number: usize,
    /// That of the file, from its first piece.
    delimiter: Option<u8>,
}

impl Pieces<'_> {
    /// The next piece; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Piece>> {
        let mut bytes = std::mem::take(&mut self.buffer);
        bytes.clear();
        bytes.append(&mut self.rest);
        let mut wanted = PIECE;
        loop {
            self.fill(&mut bytes, wanted)?;
            if bytes.is_empty() {
                return Ok(None);
            }
            if self.number == 0 {
                // A byte order mark is no part of the first cell.
                let mark = bytes.len() - without_mark(&bytes).len();
                bytes.drain(..mark);
            }
            let delimiter = *self.delimiter.get_or_insert_with(|| separator::of_file(&bytes));
            // What a program writes in one line is no table.
            let end = if self.ended && bytes.len() < LONGEST {
                bytes.len()
            } else {
                table::last_row_end(&bytes, delimiter)
            };
            if end > 0 {
                return Ok(Some(self.cut(bytes, end, delimiter)));
            }
            if bytes.len() >= LONGEST {
                return match table::before_half_end(&bytes) {
                    0 => self.pass_over(bytes, delimiter).map(Some),
                    end => Ok(Some(self.cut(bytes, end, delimiter))),
                };
            }
            // A row longer than a piece, or a quote that is nowhere closed.
            wanted = bytes.len() * 2;
        }
    }

    /// A piece of what was read; the rest is the next one's.
    fn cut(&mut self, mut bytes: Vec<u8>, end: usize, delimiter: u8) -> Piece {
        self.rest.extend_from_slice(&bytes[end..]);
        bytes.truncate(end);
        let (number, line) = (self.number, self.line);
        self.number += 1;
        // The last piece is followed by none.
        if !self.ended || !self.rest.is_empty() {
            self.line += table::line_ends(&bytes);
        }
        Piece { number, line, bytes, delimiter, overlong: false }
    }

    /// Reads to the end of a line of which `bytes` is the beginning.
    fn pass_over(&mut self, mut bytes: Vec<u8>, delimiter: u8) -> io::Result<Piece> {
        // What a workbook begins with, which is read otherwise.
        let is_book = self.number == 0 && BOOKS.iter().any(|mark| bytes.starts_with(mark));
        let head = bytes[..if is_book { BOOKS[0].len() * 2 } else { 0 }].to_vec();
        loop {
            // The last byte may be half of a CR LF.
            let last = bytes.len().saturating_sub(usize::from(!self.ended));
            if let Some(end) = memchr::memchr2(b'\n', b'\r', &bytes[..last]) {
                let pair = bytes[end..].starts_with(b"\r\n");
                self.rest.extend_from_slice(&bytes[end + 1 + usize::from(pair)..]);
                break;
            }
            if self.ended {
                break;
            }
            bytes.drain(..last);
            self.fill(&mut bytes, PIECE)?;
        }
        let (number, line) = (self.number, self.line);
        (self.number, self.line) = (number + 1, line + 1);
        Ok(Piece { number, line, bytes: head, delimiter, overlong: true })
    }

    /// Reads until there are `wanted` bytes, or all.
    fn fill(&mut self, bytes: &mut Vec<u8>, wanted: usize) -> io::Result<()> {
        let more = wanted.saturating_sub(bytes.len());
        if !self.ended && more > 0 {
            bytes.reserve(more);
            // After a fault there is nothing more to come.
            self.ended = true;
            let read = self.reader.by_ref().take(more as u64).read_to_end(bytes)?;
            self.ended = read < more;
        }
        Ok(())
    }
}
