//! Writing: reports to standard output or whole files, problems to standard error.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use ntm::intake::{Office, Repair, RepairKind};
use ntm::problem::{Problem, io_reason};
use ntm::render;
use ntm::render::output::{Format, MachineFormat, MachineFormats, Output, PageFormat, formats};
use ntm::render::terminal::Terminal;
use ntm::report::Page;
use ntm::report::document::Document;
use ntm::text::{self, Text};

use crate::args::{Colour, CsvDialect, OutputArgs, PageArgs, words};
use crate::input::{Found, Kind};
use crate::lang;
use crate::outcome::{Outcome, Stop};
use crate::progress::{Step, Watched};

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
        PageStyle {
            colour: match args.color {
                Colour::Always => true,
                Colour::Never => false,
                Colour::Auto => wanted && io::stdout().is_terminal(),
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

/// Writes a result in one form.
pub(crate) type Form<'a> = dyn Fn(Format, Terminal, &mut dyn Write) -> io::Result<()> + 'a;

/// Where each form goes; every `-o` is understood before anything is computed.
pub(crate) struct Targets {
    format: Format,
    files: Vec<(PathBuf, Format)>,
    dialect: Option<CsvDialect>,
    /// Whose letter a DOCX is.
    office: Office,
}

impl Targets {
    /// The targets of a verb that has these formats.
    pub(crate) fn new<M: MachineFormats>(args: &OutputArgs<M>) -> Result<Targets, Stop> {
        Targets::among(args, formats::<M>())
    }

    /// The targets where only some of the verb's formats can be had.
    pub(crate) fn among<M: MachineFormats>(
        args: &OutputArgs<M>,
        allowed: impl Iterator<Item = Format> + Clone,
    ) -> Result<Targets, Stop> {
        let format = args.format.unwrap_or(Format::DEFAULT);
        let mut formats = allowed.clone();
        if !formats.any(|one| one == format) {
            let hint = text::one_of(words(allowed, Format::word));
            return Err(Stop::usage(text::no_such_form(format.word()), hint));
        }
        let mut files = Vec::new();
        for path in &args.output {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            let known = allowed.clone().find(|format| Some(format.ending()) == ending.as_deref());
            let Some(form) = known.or(args.format) else {
                let endings: Vec<String> = allowed.map(|f| format!(".{}", f.ending())).collect();
                let hint = text::known_endings(endings.join(", "));
                return Err(Stop::usage(text::unknown_ending(path.display()), hint));
            };
            files.push((path.clone(), form));
        }
        let targets =
            Targets { format, files, dialect: args.csv_dialect, office: Office::default() };
        let csv = Format::Machine(MachineFormat::Csv);
        if targets.dialect.is_some() && !targets.forms().contains(&csv) {
            let hint = match allowed.clone().any(|format| format == csv) {
                true => text::write_csv(),
                false => text::leave_out_dialect(),
            };
            return Err(Stop::usage(text::dialect_without_csv(), hint));
        }
        Ok(targets)
    }

    /// For a verb that writes files of its own.
    pub(crate) fn none() -> Targets {
        Targets {
            format: Format::DEFAULT,
            files: Vec::new(),
            dialect: None,
            office: Office::default(),
        }
    }

    /// Every form that will be written.
    pub(crate) fn forms(&self) -> Vec<Format> {
        match self.files.is_empty() {
            true => vec![self.format],
            false => self.files.iter().map(|(_, form)| *form).collect(),
        }
    }

    /// Refuses to write over an input.
    pub(crate) fn spare(&self, inputs: &[Found]) -> Result<(), Stop> {
        for (path, _) in &self.files {
            // A file that is not there yet is no input.
            let Ok(target) = path.canonicalize() else {
                continue;
            };
            // A listed file has the name that its folder lists.
            let may_be = |input: &&Found| {
                input.kind != Kind::Listed || input.path.file_name() == target.file_name()
            };
            let mut inputs = inputs.iter().filter(may_be);
            if inputs.any(|input| input.path.canonicalize().is_ok_and(|input| input == target)) {
                let message = text::would_overwrite(path.display());
                return Err(Stop::usage(message, text::other_output()));
            }
        }
        Ok(())
    }

    /// Whether a letter is among what will be written.
    pub(crate) fn has_letter(&self) -> bool {
        self.forms().contains(&Format::Page(PageFormat::Docx))
    }

    /// Letters are those of this office.
    pub(crate) fn signed_by(self, office: Office) -> Targets {
        Targets { office, ..self }
    }

    /// Writes what a verb gives in every format asked for.
    pub(crate) fn give<O: Output>(&self, output: &O, style: PageStyle) -> Result<(), Stop> {
        let form = |format, terminal, out: &mut dyn Write| {
            render::output::write(output, format, (terminal, &self.office), out)
        };
        self.write(&form, style)
    }

    /// Writes every form asked for: all files beside their targets first, then
    /// each put in its place, so that none is ever half written.
    pub(crate) fn write(&self, form: &Form, style: PageStyle) -> Result<(), Stop> {
        let step = Step::writing();
        let form: &Form = &|format, terminal, out| match (self.dialect, format) {
            (Some(CsvDialect::ExcelVi), Format::Machine(MachineFormat::Csv)) => {
                let mut machine = Vec::new();
                form(format, terminal, &mut machine)?;
                render::csv::excel_vi(&machine, out)
            }
            _ => form(format, terminal, out),
        };
        if self.files.is_empty() {
            let form = |out: &mut dyn Write| form(self.format, style.screen(), out);
            return match io::stdout().is_terminal() {
                // The page itself shows how far it has come.
                true => to_stdout(&form),
                false => to_stdout(&|out| form(&mut Watched { out, step: &step })),
            };
        }
        let mut ready = Vec::new();
        for (path, format) in &self.files {
            let write = |out: &mut dyn Write| {
                form(*format, style.file(), &mut Watched { out, step: &step })
            };
            let file = beside(path, &write).map_err(|why| cannot_write(path, &why))?;
            ready.push((path, file));
        }
        for (path, file) in ready {
            file.persist(path).map_err(|error| cannot_write(path, &error.error))?;
        }
        Ok(())
    }
}

/// Prints a page.
pub(crate) fn show(page: &Page, style: PageStyle) -> Result<(), Stop> {
    Targets::none().give(&one_page(page), style)
}

/// A page that is about no period.
pub(crate) fn one_page(page: &Page) -> Document {
    Document::of_pages(None, None, [(Text::default(), page.clone())])
}

/// A finished temporary file in the target's folder.
pub(crate) fn beside(path: &Path, write: &Writing) -> io::Result<tempfile::NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ntm-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the user's mask takes away what it must.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    let mut buffer = io::BufWriter::with_capacity(BUFFER, file.as_file_mut());
    write(&mut buffer)?;
    buffer.flush()?;
    drop(buffer);
    file.as_file().sync_all()?;
    Ok(file)
}

pub(crate) fn cannot_write(path: &Path, why: &io::Error) -> Stop {
    Stop::usage(text::cannot_write(path.display(), io_reason(why)), text::check_writable())
}

/// Something that writes a whole report.
pub(crate) type Writing<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + 'a;

/// So much is written at a time.
const BUFFER: usize = 64 * 1024;

/// Writes a report; a closed pipe ends the run quietly.
fn to_stdout(write: &Writing) -> Result<(), Stop> {
    let mut out = io::BufWriter::with_capacity(BUFFER, io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        // The reader has gone: a quiet end, and the verdict stands.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(cannot_write(Path::new("-"), &error)),
    }
}

/// Prints help; colour goes only where it is wanted.
pub(crate) fn print(content: &str) {
    // A reader that has gone needs no help.
    let _ = write!(anstream::stdout(), "{content}");
}

/// Writes to standard error.
pub(crate) fn complain(content: &str) {
    // With standard error gone there is nowhere left to say so.
    let _ = write!(anstream::stderr(), "{content}");
}

/// A line about the run as a whole.
pub(crate) fn usage_line(message: &Text, hint: &Text) -> String {
    render::problems::of_run(message, hint, lang::current())
}

/// Problems as lines, in the language of the user.
pub(crate) fn problem_lines(problems: &[Problem]) -> String {
    problems.iter().map(|p| render::problems::problem(p, lang::current())).collect()
}

/// What was set right, a line for each file and kind.
pub(crate) fn repair_lines(repairs: &[Repair]) -> String {
    repairs.iter().map(|repair| render::problems::repair(repair, lang::current())).collect()
}

/// What was set right in all files, in one line; nothing where nothing was.
pub(crate) fn repairs_in_all(repairs: &[Repair]) -> String {
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

/// Tells why a run stopped.
pub(crate) fn tell(result: &Result<Outcome, Stop>) {
    if let Err(stop) = result {
        // Two sides of a comparison may share what is wrong with them.
        let mut told = Vec::new();
        reasons(stop, &mut told);
        told.iter().for_each(|reason| complain(reason));
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
