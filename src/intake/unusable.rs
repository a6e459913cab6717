//! Files of which nothing can be used, and those that another encoding makes usable.

use std::io;

use super::book::{self, Refused};
use super::encoding::{self, BadEncoding};
use super::repair::RepairKind;
use super::source::{Content, Source};

/// Why nothing of a file can be used.
pub(super) enum Unusable {
    Unreadable(io::Error),
    Encoding(BadEncoding),
    /// It is a workbook, which is read otherwise.
    Book,
    Refused(Refused),
}

/// A file that is not in UTF-8 as if it were, and what it is in.
pub(super) fn transcoded(source: &Source) -> Result<(Source, RepairKind), Unusable> {
    let bytes = source.whole().map_err(Unusable::Unreadable)?;
    let transcoded = encoding::transcode(&bytes);
    let unknown = || encoding::wrong_line(&bytes).map_or(BadEncoding::Unknown, BadEncoding::At);
    let refused = || match book::is_named(&source.name) && encoding::is_binary(&bytes) {
        true => Unusable::Refused(Refused::Neither),
        false => Unusable::Encoding(unknown()),
    };
    let (text, kind) = transcoded.ok_or_else(refused)?;
    let content = Content::Bytes(text.into_bytes());
    Ok((Source { content, ..Source::default() }, kind))
}
