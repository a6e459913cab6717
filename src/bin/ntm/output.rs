//! Writing: reports to standard output or whole files, problems to standard error.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::builder::StyledStr;
use ntm::intake::{Repair, RepairKind};
use ntm::problem::{Problem, io_reason};
use ntm::render;
use ntm::render::output::{Format, MachineFormat};
use ntm::render::terminal::Terminal;
use ntm::text::{self, Text};
use ntm::workflow::session::Warnings;

use crate::args::{Colour, PageArgs};
use crate::lang;
use crate::outcome::{Failure, Outcome, Stop};
use crate::progress::{Step, Watched};
use crate::unfinished::Written;

/// The width of a page that goes to no terminal.
const PLAIN_WIDTH: u16 = 100;

/// How pages look.
#[derive(Clone, Copy)]
pub(crate) struct PageStyle {
    colour: bool,
    width: Option<u16>,
}

impl PageStyle {
    pub(crate) fn new(args: &PageArgs) -> PageStyle {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        // A console of Windows must be told to understand colours; elsewhere there is
        // nothing to tell.
        let understood = anstyle_query::windows::enable_ansi_colors().unwrap_or(true);
        PageStyle {
            colour: match args.color {
                Colour::Always => true,
                Colour::Never => false,
                Colour::Auto => wanted && understood && io::stdout().is_terminal(),
            },
            width: args.width,
        }
    }

    /// For standard output.
    fn screen(self) -> Terminal {
        let terminal = terminal_size::terminal_size().map(|(width, _)| width.0);
        let width = self.width.or(terminal).unwrap_or(PLAIN_WIDTH);
        Terminal { width, colour: self.colour, lang: lang::current() }
    }

    /// For a file.
    pub(crate) fn file(self) -> Terminal {
        let width = self.width.unwrap_or(PLAIN_WIDTH);
        Terminal { width, colour: false, lang: lang::current() }
    }
}

/// A finished file beside the target, in its folder.
pub(crate) fn beside(path: &Path, write: &Writing) -> io::Result<Written> {
    let folder = crate::paths::here(path.parent().unwrap_or(Path::new("")));
    Written::make(folder, |file| {
        let mut buffer = io::BufWriter::with_capacity(BUFFER, file);
        write(&mut buffer)?;
        buffer.flush()
    })
}

pub(crate) fn cannot_write(path: &Path, why: io::Error) -> anyhow::Error {
    let message = text::cannot_write(path.display(), io_reason(&why));
    Failure::because(message, text::check_writable(), why)
}

/// Something that writes a whole report.
pub(crate) type Writing<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + 'a;

/// So much is written at a time.
pub(crate) const BUFFER: usize = 64 * 1024;

/// Writes to standard output what knows how wide it is.
pub(crate) fn to_screen(
    form: &dyn Fn(&mut dyn Write, Terminal) -> io::Result<()>,
    format: Format,
    style: PageStyle,
    step: &Step,
) -> anyhow::Result<()> {
    if !io::stdout().is_terminal() {
        return to_stdout(&|out| form(&mut Watched { out, step }, style.screen()));
    }
    if matches!(format, Format::Page(_)) {
        // The page itself shows how far it has come.
        return to_stdout(&|out| form(out, style.screen()));
    }
    // For machines, and yet a terminal reads it.
    to_stdout(&|out| {
        let mut bytes = Vec::new();
        form(&mut bytes, style.screen())?;
        let text = String::from_utf8_lossy(&bytes);
        let text = render::for_terminal(&text, format != Format::Machine(MachineFormat::Csv));
        out.write_all(text.as_bytes())
    })
}

/// Writes a report; a closed pipe ends the run quietly.
fn to_stdout(write: &Writing) -> anyhow::Result<()> {
    let mut out = io::BufWriter::with_capacity(BUFFER, io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        // The reader has gone: a quiet end, and the verdict stands.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            let message = text::cannot_write_out(io_reason(&error));
            Err(Failure::because(message, text::check_where_out_leads(), error))
        }
    }
}

/// Prints lines; what files and arguments say in them does not drive a terminal.
pub(crate) fn print(content: &str) {
    // A reader that has gone needs no help.
    let _ = write!(io::stdout(), "{}", render::visible_lines(content));
}

/// The same to standard error.
pub(crate) fn complain(content: &str) {
    // With standard error gone there is nowhere left to say so.
    let _ = write!(io::stderr(), "{}", render::visible_lines(content));
}

/// Prints a line.
pub(crate) fn say(told: &Text) {
    let line = render::visible(told.get(lang::current()));
    print(&(line + "\n"));
}

/// Writes a line about the run to standard error.
pub(crate) fn note(told: &Text) {
    let line = render::visible(told.get(lang::current()));
    complain(&format!("ntm: {line}\n"));
}

/// Prints help; colour goes only where it is wanted.
pub(crate) fn print_help(content: &StyledStr) {
    let _ = write!(anstream::stdout(), "{}", content.ansi());
}

/// The same to standard error.
pub(crate) fn complain_with_help(content: &StyledStr) {
    let _ = write!(anstream::stderr(), "{}", content.ansi());
}

/// A line about the run as a whole.
pub(crate) fn usage_line(message: &Text, hint: &Text) -> String {
    render::problems::of_run(message, hint, lang::current())
}

/// Problems as lines, in the language of the user.
pub(crate) fn problem_lines(problems: &[Problem]) -> String {
    render::problems::grouped(problems, lang::current())
}

/// The same, and of the warnings of each file no more than the first hundred.
fn bounded_lines(problems: &[Problem]) -> String {
    let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
        problems.iter().cloned().partition(Problem::is_error);
    problem_lines(&errors) + &render::problems::by_file(&warnings, lang::current())
}

/// What was set right in all files, in one line; nothing where nothing was.
fn repairs_in_all(repairs: &[Repair]) -> String {
    let mut counts: BTreeMap<RepairKind, usize> = BTreeMap::new();
    for repair in repairs {
        *counts.entry(repair.kind).or_default() += repair.count;
    }
    if counts.is_empty() {
        return String::new();
    }
    let words = counts.iter().map(|(kind, count)| format!("{} {count}", kind.as_str()));
    let list = words.collect::<Vec<_>>().join(", ");
    format!("ntm: {}\n", text::repaired_in_all(list).get(lang::current()))
}

/// Prints what is said of data that is judged all the same.
pub(crate) fn warn(warnings: &Warnings) {
    complain(&bounded_lines(&warnings.problems));
    warnings.unfilled.iter().for_each(note);
    complain(&repairs_in_all(&warnings.repairs));
}

/// Tells why a run stopped.
pub(crate) fn report_failure(result: &anyhow::Result<Outcome>) {
    let Err(error) = result else {
        return;
    };
    if let Some(stop) = error.downcast_ref::<Stop>() {
        // Two sides of a comparison may share what is wrong with them.
        let mut told = Vec::new();
        reasons(stop, &mut told);
        told.iter().for_each(|reason| complain(reason));
    } else if let Some(Failure { message, hint }) = error.downcast_ref::<Failure>() {
        complain(&usage_line(message, hint));
    } else {
        complain(&format!("ntm: {error:#}\n"));
    }
}

/// Why a run stopped, each reason once.
fn reasons(stop: &Stop, told: &mut Vec<String>) {
    let mut add = |reason: String| {
        if !told.contains(&reason) {
            told.push(reason);
        }
    };
    match stop {
        Stop::Usage { message, hint } => add(usage_line(message, hint)),
        Stop::Problems { problems, message, hint } => {
            add(problem_lines(problems) + &usage_line(message, hint));
        }
        Stop::Several(stops) => stops.iter().for_each(|stop| reasons(stop, told)),
    }
}
