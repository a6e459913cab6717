//! How far a long run has come, on standard error and only where that is a terminal.

use std::fmt;
use std::io::{self, Write};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use ntm::exact::Exact;
use ntm::intake::Source;
use ntm::text::{self, Figure, Text, Words};

use crate::lang;

/// A step that ends sooner needs no line.
const PATIENCE: Duration = Duration::from_secs(1);

/// A step of a run: what it does, and how many bytes it has done. Nothing is drawn
/// before it takes too long, and what was drawn is wiped when it ends.
pub(crate) struct Step {
    started: Instant,
    what: Text,
    /// The files that are read; of what is written nobody knows how much it will be.
    files: Vec<String>,
    done: AtomicU64,
    drawn: OnceLock<ProgressBar>,
}

impl Step {
    fn new(what: Text, files: Vec<String>) -> Step {
        let (started, done) = (Instant::now(), AtomicU64::new(0));
        Step { started, what, files, done, drawn: OnceLock::new() }
    }

    /// Files being read.
    pub(crate) fn reading(files: &[Source]) -> Step {
        Step::new(text::reading(), files.iter().map(|file| file.name.clone()).collect())
    }

    /// A report being written.
    pub(crate) fn writing() -> Step {
        Step::new(text::writing(), Vec::new())
    }

    /// So many bytes more are done.
    pub(crate) fn advance(&self, bytes: usize) {
        let done = self.done.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64;
        if self.started.elapsed() > PATIENCE {
            self.drawn.get_or_init(|| self.draw()).set_position(done);
        }
    }

    /// Draws the line; where standard error is no terminal, nothing.
    fn draw(&self) -> ProgressBar {
        let size = |file: &String| std::fs::metadata(file).map(|metadata| metadata.len()).ok();
        let total = self.files.iter().map(size).sum::<Option<u64>>().filter(|total| *total > 0);
        let template = match total {
            Some(_) => "{msg} [{bar:30}] {done} / {all} MB",
            None => "{spinner} {msg} {done} MB",
        };
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template(template);
        let style = style.unwrap_or_else(|_| ProgressStyle::default_spinner());
        let style = style
            .with_key("done", move |state: &ProgressState, out: &mut dyn fmt::Write| {
                write_megabytes(out, state.pos());
            })
            .with_key("all", move |state: &ProgressState, out: &mut dyn fmt::Write| {
                write_megabytes(out, state.len().unwrap_or_default());
            });
        bar.set_style(style);
        bar.set_message(self.what.get(lang::current()).to_owned());
        bar
    }
}

/// Millions of bytes, as people of the language write numbers.
fn write_megabytes(out: &mut dyn fmt::Write, bytes: u64) {
    let count = Exact::from(usize::try_from(bytes / 1_000_000).unwrap_or(usize::MAX));
    // A line that cannot be drawn is not drawn.
    let _ = out.write_str(&Figure::new(&count, 0).words(lang::current()));
}

impl Drop for Step {
    fn drop(&mut self) {
        if let Some(bar) = self.drawn.get() {
            bar.finish_and_clear();
        }
    }
}

/// Writes on, and tells a step how much.
pub(crate) struct Watched<'a> {
    pub(crate) out: &'a mut dyn Write,
    pub(crate) step: &'a Step,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.step.advance(count);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
