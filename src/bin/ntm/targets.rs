//! Where a result goes: standard output, devices and pipes, files. All are understood
//! before anything is computed, and tried before any file is replaced.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use ntm::intake::Office;
use ntm::render;
use ntm::render::output::{Format, MachineFormat, MachineFormats, Output, PageFormat, formats};
use ntm::render::terminal::Terminal;
use ntm::report::Page;
use ntm::report::document::Document;
use ntm::text;
use ntm::text::output as say;

use crate::args::{CsvDialect, OutputArgs, words};
use crate::found::{Found, folder_period};
use crate::outcome::Stop;
use crate::output::{self, PageStyle, Writing, cannot_write};
use crate::progress::{Step, Watched};
use crate::unfinished::{self, Over, Written};
use crate::{folder, paths, spared};

/// Writes a result in one form.
pub(crate) type Form<'a> = dyn Fn(Format, Terminal, &mut dyn Write) -> io::Result<()> + 'a;

/// Where one form goes.
#[derive(Debug)]
enum Sink {
    Screen,
    /// A pipe or a device: it is written to, not replaced.
    Stream(PathBuf),
    File {
        /// As the user named it.
        named: PathBuf,
        /// Where a link leads to, too.
        place: PathBuf,
    },
}

impl Sink {
    fn new(path: &Path) -> Result<Sink, Stop> {
        if path.as_os_str() == "-" || leads_to_screen(path) {
            return Ok(Sink::Screen);
        }
        let stream = || Ok(Sink::Stream(path.to_owned()));
        let place = paths::target(path);
        if (cfg!(windows) && paths::names_device(path)) || place.starts_with("/proc/self/fd") {
            return stream();
        }
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => {
                // A table among data would be read as data.
                let holds_data = folder_period(path).is_some() || folder::has_tables(path);
                let hint = if holds_data {
                    say::name_a_file_elsewhere("ket-qua.csv")
                } else {
                    say::name_a_file(path.join("ket-qua.csv").display())
                };
                Err(Stop::usage(say::is_a_folder(path.display()), hint))
            }
            Ok(there) if !there.is_file() => stream(),
            _ => Ok(Sink::File { named: path.to_owned(), place }),
        }
    }

    /// What makes two of them one.
    fn is(&self, other: &Sink) -> bool {
        match (self, other) {
            (Sink::Screen, Sink::Screen) => true,
            (Sink::Stream(one), Sink::Stream(other)) => one == other,
            (Sink::File { place: one, .. }, Sink::File { place: other, .. }) => {
                paths::same(one, other)
            }
            _ => false,
        }
    }
}

/// Refuses the bytes of a workbook or a letter where people would see them.
fn refuse_bytes_on_terminal(sinks: &[(Sink, Format)]) -> Result<(), Stop> {
    let shown = |sink: &Sink| match sink {
        Sink::Screen => io::stdout().is_terminal(),
        Sink::Stream(path) => File::open(path).is_ok_and(|stream| stream.is_terminal()),
        Sink::File { .. } => false,
    };
    let raw = sinks.iter().find(|(sink, form)| form.is_binary() && shown(sink));
    match raw {
        Some((_, form)) => {
            Err(Stop::usage(say::bytes_on_terminal(form.word()), say::name_its_file(form.ending())))
        }
        None => Ok(()),
    }
}

/// A target such as `.docx`: the ending is known, its name is missing.
fn only_an_ending(path: &Path, mut known: impl Iterator<Item = Format>) -> Option<Stop> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    known.find(|format| name.strip_prefix('.') == Some(format.ending()))?;
    let example = path.with_file_name(format!("ket-qua{name}"));
    let hint = text::give_whole_name(example.display());
    Some(Stop::usage(text::name_before_ending(path.display()), hint))
}

/// Names of standard output on Unix.
fn leads_to_screen(path: &Path) -> bool {
    let names = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    cfg!(unix) && names.iter().any(|name| path == Path::new(name))
}

/// Where each form goes; every `-o` is understood before anything is computed.
pub(crate) struct Targets {
    sinks: Vec<(Sink, Format)>,
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
        mut allowed: impl Iterator<Item = Format> + Clone,
    ) -> Result<Targets, Stop> {
        let format = args.format.unwrap_or(Format::DEFAULT);
        if !allowed.clone().any(|one| one == format) {
            let hint = text::one_of(words(allowed, Format::word));
            return Err(Stop::usage(text::no_such_form(format.word()), hint));
        }
        let mut sinks: Vec<(Sink, Format)> = Vec::new();
        for path in &args.output {
            let sink = Sink::new(path)?;
            if let Sink::File { place, .. } = &sink {
                // By the name that was given, and where a link leads to.
                [path, place].into_iter().try_for_each(|path| spared::refuse_file(path))?;
            }
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            let known = allowed.clone().find(|format| Some(format.ending()) == ending.as_deref());
            let any = (!matches!(sink, Sink::File { .. })).then_some(format);
            let Some(form) = known.or(args.format).or(any) else {
                if let Some(stop) = only_an_ending(path, allowed.clone()) {
                    return Err(stop);
                }
                let endings: Vec<String> = allowed.map(|f| format!(".{}", f.ending())).collect();
                let hint = text::known_endings(endings.join(", "));
                return Err(Stop::usage(text::unknown_ending(path.display()), hint));
            };
            if sinks.iter().any(|(other, _)| other.is(&sink)) {
                return Err(Stop::usage(say::target_twice(path.display()), say::each_once()));
            }
            sinks.push((sink, form));
        }
        if sinks.is_empty() {
            sinks.push((Sink::Screen, format));
        }
        refuse_bytes_on_terminal(&sinks)?;
        let targets = Targets { sinks, dialect: args.csv_dialect, office: Office::default() };
        let csv = Format::Machine(MachineFormat::Csv);
        if targets.dialect.is_some() && !targets.forms().contains(&csv) {
            let hint = if allowed.any(|format| format == csv) {
                text::write_csv()
            } else {
                text::leave_out_dialect()
            };
            return Err(Stop::usage(text::dialect_without_csv(), hint));
        }
        Ok(targets)
    }

    /// For a verb that writes files of its own.
    pub(crate) fn none() -> Targets {
        let sinks = vec![(Sink::Screen, Format::DEFAULT)];
        Targets { sinks, dialect: None, office: Office::default() }
    }

    /// Every form that will be written.
    pub(crate) fn forms(&self) -> Vec<Format> {
        self.sinks.iter().map(|(_, form)| *form).collect()
    }

    /// The files, as named and where links lead to.
    fn files(&self) -> impl Iterator<Item = (&Path, &Path)> {
        self.sinks.iter().filter_map(|(sink, _)| match sink {
            Sink::File { named, place } => Some((named.as_path(), place.as_path())),
            _ => None,
        })
    }

    /// Refuses to write over an input.
    pub(crate) fn spare(&self, inputs: &[Found]) -> Result<(), Stop> {
        // Where a name is a link, it is what it leads to that is replaced.
        self.files().try_for_each(|(_, place)| spared::refuse_inputs(place, inputs))
    }

    /// Refuses tables in folders whose tables are read.
    pub(crate) fn keep_tables_out_of(&self, folders: &[&Path]) -> Result<(), Stop> {
        self.files().try_for_each(|(named, place)| {
            spared::refuse_tables_in(named, folders)?;
            spared::refuse_tables_in(place, folders)
        })
    }

    /// Refuses any file in a folder all of which is read.
    pub(crate) fn keep_out_of(&self, folder: &Path) -> Result<(), Stop> {
        match self.files().find(|(_, place)| paths::is_in(place, folder)) {
            Some((named, _)) => {
                let message = say::among_evidence(named.display());
                Err(Stop::usage(message, text::other_folder()))
            }
            None => Ok(()),
        }
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
    pub(crate) fn give<O: Output>(&self, output: &O, style: PageStyle) -> anyhow::Result<()> {
        let form = |format, terminal, out: &mut dyn Write| {
            render::output::write(output, format, (terminal, &self.office), out)
        };
        self.write(&form, style)
    }

    /// Writes every form asked for: all files beside their targets first, which are then
    /// tried, then streams, and last each file is put in its place. None is ever half
    /// written.
    pub(crate) fn write(&self, form: &Form, style: PageStyle) -> anyhow::Result<()> {
        let step = Step::writing();
        let form: &Form = &|format, terminal, out| match (self.dialect, format) {
            (Some(CsvDialect::ExcelVi), Format::Machine(MachineFormat::Csv)) => {
                let mut machine = Vec::new();
                form(format, terminal, &mut machine)?;
                render::csv::excel_vi(&machine, out)
            }
            _ => form(format, terminal, out),
        };
        let mut ready = Vec::new();
        for (sink, format) in &self.sinks {
            if let Sink::File { named, place } = sink {
                let write = |out: &mut dyn Write| {
                    form(*format, style.file(), &mut Watched { out, step: &step })
                };
                let told = |why: io::Error| cannot_write(named, why);
                let written = output::beside(place, &write).map_err(told)?;
                let written = keep_mode(written, place).map_err(told)?;
                ready.push((written, place.clone()));
            }
        }
        for (sink, format) in &self.sinks {
            match sink {
                Sink::Screen => output::to_screen(
                    &|out, terminal| form(*format, terminal, out),
                    *format,
                    style,
                    &step,
                )?,
                Sink::Stream(path) => {
                    let write = |out: &mut dyn Write| {
                        form(*format, style.file(), &mut Watched { out, step: &step })
                    };
                    to_stream(path, &write).map_err(|why| cannot_write(path, why))?;
                }
                Sink::File { .. } => {}
            }
        }
        unfinished::place(&mut ready, Over::Anything).map_err(|stuck| {
            let named = self.files().map(|(named, _)| named).nth(stuck.at);
            cannot_write(named.unwrap_or(Path::new("")), stuck.why)
        })
    }
}

/// Prints a page.
pub(crate) fn show(page: Page, style: PageStyle) -> anyhow::Result<()> {
    Targets::none().give(&Document::of_page(page), style)
}

/// Gives a file the owner and the rights of the one that it will replace, which must be
/// one that can be written to: on Windows it cannot be while Excel has it open.
pub(crate) fn keep_mode(written: Written, place: &Path) -> io::Result<Written> {
    let there = match OpenOptions::new().write(true).open(place) {
        Ok(file) => file.metadata()?,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(written),
        Err(why) => return Err(why),
    };
    take_over(&there, written.path())?;
    Ok(written)
}

#[cfg(unix)]
fn take_over(from: &Metadata, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let own = fs::metadata(path)?;
    if (own.uid(), own.gid()) != (from.uid(), from.gid()) {
        // Only a superuser can give a file away; the rights count all the same.
        let _ = chown(path, Some(from.uid()), Some(from.gid()));
    }
    fs::set_permissions(path, from.permissions())
}

#[cfg(not(unix))]
fn take_over(_: &Metadata, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes to a pipe or a device; a reader that has gone ends it quietly.
fn to_stream(path: &Path, write: &Writing) -> io::Result<()> {
    // What a shell of Unix has opened is not written over from its beginning.
    let file = OpenOptions::new().append(cfg!(unix)).write(true).open(path)?;
    let mut out = BufWriter::with_capacity(output::BUFFER, file);
    match write(&mut out).and_then(|()| out.flush()) {
        Err(why) if why.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
