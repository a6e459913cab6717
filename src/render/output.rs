//! One way out: whatever a verb gives is written in any format that it has. All of a page's
//! formats come from one [`Document`]; those for machines a verb declares by a type.
//!
//! A format of pages is added here and has a file of its own beside; every verb that
//! prints a page then has it.

use std::io::{self, Write};

use super::terminal::Terminal;
use super::{docx, html, markdown, terminal, xlsx};
use crate::intake::Office;
use crate::report::document::Document;

/// How a result can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Page(PageFormat),
    /// For programs.
    Machine(MachineFormat),
}

/// Defines formats: each with the word of `--format` and the ending of its files.
macro_rules! formats {
    ($(#[$about:meta])* $name:ident in $side:ident {
        $($(#[$doc:meta])* $variant:ident $word:literal $ending:literal)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Format] = &[$(Format::$side($name::$variant)),*];

            const fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            const fn ending(self) -> &'static str {
                match self { $($name::$variant => $ending,)* }
            }
        }
    };
}

formats! {
    /// The formats of pages, which every verb that prints one has.
    PageFormat in Page {
        /// A terminal or a text file.
        Table "table" "txt"
        /// GitHub Markdown.
        Markdown "markdown" "md"
        /// A page for a browser, in one file.
        Html "html" "html"
        /// A workbook.
        Xlsx "xlsx" "xlsx"
        /// A letter of the office.
        Docx "docx" "docx"
    }
}

formats! {
    /// The formats for programs; each verb declares its own.
    MachineFormat in Machine {
        /// Everything, as one document.
        Json "json" "json"
        /// Rows.
        Csv "csv" "csv"
        /// An object a line.
        Jsonl "jsonl" "jsonl"
    }
}

impl Format {
    /// The default.
    pub const DEFAULT: Format = Format::Page(PageFormat::Table);

    /// Every format there is.
    pub fn all() -> impl Iterator<Item = Format> + Clone {
        PageFormat::ALL.iter().chain(MachineFormat::ALL).copied()
    }

    /// The word of `--format`.
    pub const fn word(self) -> &'static str {
        match self {
            Format::Page(page) => page.word(),
            Format::Machine(machine) => machine.word(),
        }
    }

    /// Whether its bytes are no text.
    pub const fn is_binary(self) -> bool {
        matches!(self, Format::Page(PageFormat::Xlsx | PageFormat::Docx))
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Page(page) => page.ending(),
            Format::Machine(machine) => machine.ending(),
        }
    }
}

/// The formats for programs that a kind of verb has.
pub trait MachineFormats: Copy + 'static {
    /// They.
    const ALL: &'static [MachineFormat];

    /// The one that is meant, if it is among them.
    fn from_machine(format: MachineFormat) -> Option<Self>;
}

/// Defines what formats for programs a kind of verb has, so that none can be forgotten.
macro_rules! machine_formats {
    ($($(#[$about:meta])* $name:ident { $($variant:ident),* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", stringify!($variant), "`.")] $variant,)*
        }

        impl MachineFormats for $name {
            const ALL: &'static [MachineFormat] = &[$(MachineFormat::$variant),*];

            fn from_machine(format: MachineFormat) -> Option<$name> {
                match format {
                    $(MachineFormat::$variant => Some($name::$variant),)*
                    #[allow(unreachable_patterns, reason = "some have all there are")]
                    _ => None,
                }
            }
        }
    )*};
}

machine_formats! {
    /// A verb whose result is read by people alone.
    PagesOnly {}
    /// A verb that gives one document to programs.
    WithJson { Json }
    /// A verb that also gives rows.
    WithRows { Json, Csv }
    /// A verb that also gives rows as objects.
    WithLines { Json, Csv, Jsonl }
}

/// The formats of a verb that has these for programs.
pub fn formats<M: MachineFormats>() -> impl Iterator<Item = Format> + Clone {
    PageFormat::ALL.iter().copied().chain(M::ALL.iter().copied().map(Format::Machine))
}

/// What a verb gives.
pub trait Output {
    /// The formats for programs that it has.
    type Machine: MachineFormats;

    /// What a page of this format says, for lines of at most `width` characters.
    fn document(&self, format: PageFormat, width: u16) -> Document;

    /// What programs read.
    fn machine(&self, format: Self::Machine, out: &mut dyn Write) -> io::Result<()>;

    /// The page for a terminal, where that is not the document.
    fn terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let document = self.document(PageFormat::Table, terminal.width);
        write!(out, "{}", terminal::document(&document, terminal))
    }
}

/// A document that has no other side than its page.
impl Output for Document {
    type Machine = PagesOnly;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        self.clone()
    }

    fn machine(&self, format: PagesOnly, _: &mut dyn Write) -> io::Result<()> {
        match format {}
    }
}

/// Writes what a verb gives in one format. `office`: whose letter a DOCX is.
///
/// # Errors
/// When it does not fit the format, or `out` does not take it.
pub fn write<O: Output>(
    output: &O,
    format: Format,
    (terminal, office): (Terminal, &Office),
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = terminal.lang;
    let page = match format {
        Format::Page(PageFormat::Table) => return output.terminal(terminal, out),
        Format::Page(page) => page,
        Format::Machine(machine) => {
            let own = O::Machine::from_machine(machine).ok_or(io::ErrorKind::Unsupported)?;
            return output.machine(own, out);
        }
    };
    let document = output.document(page, u16::MAX);
    match page {
        PageFormat::Table => write!(out, "{}", terminal::document(&document, terminal)),
        PageFormat::Markdown => write!(out, "{}", markdown::document(&document, lang)),
        PageFormat::Html => write!(out, "{}", html::document(&document, lang)?),
        PageFormat::Xlsx => out.write_all(&xlsx::document(&document, lang)?),
        PageFormat::Docx => out.write_all(&docx::document(&document, office, lang)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_endings_stand_once() {
        for of in [Format::word, Format::ending] {
            let mut names: Vec<&str> = Format::all().map(of).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Format::all().count());
        }
    }
}
