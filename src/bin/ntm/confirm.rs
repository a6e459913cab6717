//! `ntm criteria confirm`: who read a threshold in the decision itself, written into the
//! office's own copy of the set.

mod lock;

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use ntm::law::{self, Source};
use ntm::text;
use ntm::workflow::confirm::{Attestation, Confirmed, confirm, refuse_blank};

use self::lock::Lock;
use crate::args::ConfirmArgs;
use crate::found;
use crate::new_files::{self, NewFile};
use crate::outcome::{Outcome, Stop};
use crate::output::PageStyle;
use crate::targets;
use crate::unfinished::{Folders, Over};
use crate::{criteria_files, output, paths, spared};

/// So often the file may be changed by others between reading and writing.
const MOST_TRIES: usize = 50;

pub(crate) fn run(args: &ConfirmArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let attestation = Attestation {
        set: args.set.clone(),
        indicators: args.indicators.clone(),
        by: args.by.clone(),
        on: args.on,
        text: args.text.clone(),
        value: args.value.clone(),
        region: args.region.clone(),
        year: args.year,
        part: args.part.clone(),
    };
    refuse_blank(&attestation)?;
    spared::refuse_month(&args.output)?;
    for _ in 0..MOST_TRIES {
        let sources = sources(args)?;
        let path = target(args)?;
        let target = path.display().to_string();
        // What stands in the file now.
        let edited = match confirm(&sources, &attestation, &target, criteria_files::today())? {
            Confirmed::Nothing(page) => {
                targets::show(page, style)?;
                return Ok(Outcome::Done);
            }
            Confirmed::Edited(edited) => edited,
        };
        if write(&path, edited.before.as_deref(), &edited.text)? {
            output::complain(&output::problem_lines(&edited.warnings));
            targets::show(edited.page, style)?;
            return Ok(Outcome::Done);
        }
    }
    Err(changed(&target(args)?).into())
}

/// The built-in sets, the user's own, and those of the folder that is written to, each in
/// place of the one before of the same id.
fn sources(args: &ConfirmArgs) -> Result<Vec<Source>, Stop> {
    let folder = &args.output;
    if folder.exists() && !folder.is_dir() {
        let message = text::confirm::one_folder(folder.display());
        return Err(Stop::usage(message, text::confirm::name_folder()));
    }
    let mut sources = law::built_in();
    let mut lay = |own: Vec<Source>| {
        sources.retain(|source| own.iter().all(|own| own.id != source.id));
        sources.extend(own);
    };
    if let Some(criteria) = &args.criteria {
        lay(criteria_files::read(criteria)?);
    }
    if folder.is_dir() && !criteria_files::paths(folder)?.is_empty() {
        lay(criteria_files::read(folder)?);
    }
    Ok(sources)
}

/// The file that is written: the one of the set that the folder has, whatever the case of
/// its ending.
fn target(args: &ConfirmArgs) -> Result<PathBuf, Stop> {
    let folder = &args.output;
    let there = if folder.is_dir() { criteria_files::paths(folder)? } else { Vec::new() };
    let own = there.into_iter().find(|path| found::stem(path) == args.set);
    Ok(own.unwrap_or_else(|| folder.join(format!("{}.toml", args.set))))
}

fn changed(path: &Path) -> Stop {
    Stop::usage(text::confirm::changed_meanwhile(path.display()), text::confirm::run_again())
}

/// Writes the file whole; the folder is made where it is not there yet. `before`: what the
/// file said when it was read; none where there was none. Nothing is written, and `false`
/// said, where that is so no more: another run would be undone.
fn write(path: &Path, before: Option<&str>, text: &str) -> anyhow::Result<bool> {
    let mut folders = Folders::default();
    new_files::make_folder(&mut folders, path.parent().unwrap_or(Path::new("")))?;
    // A link stays one: what it leads to is replaced.
    let path: PathBuf = paths::real(&paths::target(path));
    let cannot = |why: std::io::Error| output::cannot_write(&path, why);
    let folder = paths::here(path.parent().unwrap_or(Path::new("")));
    let _lock = match Lock::take(folder) {
        Ok(lock) => lock,
        Err(why) if why.kind() == ErrorKind::TimedOut => return Err(changed(&path).into()),
        Err(why) => return Err(cannot(why)),
    };
    let now = match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(why) if why.kind() == ErrorKind::NotFound => None,
        Err(why) => return Err(cannot(why)),
    };
    if now.as_deref() != before.map(str::as_bytes) {
        return Ok(false);
    }
    let write = |out: &mut dyn Write| out.write_all(text.as_bytes());
    let file = NewFile::replacing(path.clone(), &write)?;
    new_files::put_over([file].into_iter(), Over::Anything)?;
    folders.keep();
    Ok(true)
}
