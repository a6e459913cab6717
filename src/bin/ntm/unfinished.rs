//! What is written and not yet in its place: files beside their targets, folders made for
//! them. It goes when the run ends before it is finished, also by a signal.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::Duration;

/// How often what may be free again in a moment is tried.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// Something that is not to be left.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    File(PathBuf),
    /// With all that is in it.
    Folder(PathBuf),
    /// Only where nothing else came into it.
    Emptied(PathBuf),
}

static ITEMS: Mutex<Vec<Item>> = Mutex::new(Vec::new());

/// While this is held nothing is cleared away, and no signal ends the run.
fn items() -> MutexGuard<'static, Vec<Item>> {
    // The first signal may come from now on.
    static WATCHED: Once = Once::new();
    WATCHED.call_once(watch);
    ITEMS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes something away; what cannot be taken away stays.
fn clear(item: &Item) {
    let _ = match item {
        Item::File(path) => fs::remove_file(path),
        Item::Folder(path) => {
            // Another thread may still be writing into it.
            let tried = (0..TRIES).find_map(|_| fs::remove_dir_all(path).ok());
            tried.ok_or_else(|| io::ErrorKind::Other.into())
        }
        Item::Emptied(path) => fs::remove_dir(path),
    };
}

/// Clears everything away, the last first. The lock is never given back: nothing new is
/// begun while the run ends.
fn clear_all() {
    let items = items();
    items.iter().rev().for_each(clear);
    std::mem::forget(items);
}

#[cfg(unix)]
fn watch() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// A file has become larger than it may: writing it then fails like on a full disk.
    const SIGXFSZ: i32 = 25;
    let ignored = ignored();
    let wanted = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ].into_iter();
    let wanted = wanted.filter(|signal| ignored & (1 << (signal - 1)) == 0);
    // Without it the run ends as before, and may leave something.
    let Ok(mut signals) = Signals::new(wanted) else {
        return;
    };
    thread::spawn(move || {
        for signal in signals.forever().filter(|signal| *signal != SIGXFSZ) {
            clear_all();
            let _ = emulate_default_handler(signal);
        }
    });
}

/// The signals that whoever started the program has it ignore, as `nohup` does.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

#[cfg(windows)]
fn watch() {
    /// What Windows says of a program that Ctrl-C has ended.
    const STOPPED: i32 = 0xC000_013A_u32 as i32;
    // Without it the run ends as before, and may leave something.
    let _ = ctrlc::set_handler(|| {
        clear_all();
        std::process::exit(STOPPED);
    });
}

/// Something begun, taken away unless it is finished.
#[derive(Debug)]
struct Begun(Option<Item>);

impl Begun {
    /// It stays as it is.
    fn finish(&mut self, items: &mut Vec<Item>) {
        if let Some(item) = self.0.take() {
            items.retain(|other| *other != item);
        }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if self.0.is_some() {
            let mut items = items();
            self.0.iter().for_each(clear);
            self.finish(&mut items);
        }
    }
}

/// A finished file under a name of its own, beside its place.
#[derive(Debug)]
pub(crate) struct Written {
    path: PathBuf,
    begun: Begun,
}

impl Written {
    /// Makes a file in `folder`, which `fill` writes.
    pub(crate) fn make(
        folder: &Path,
        fill: impl FnOnce(&mut fs::File) -> io::Result<()>,
    ) -> io::Result<Written> {
        let mut items = items();
        let (mut file, path) = new_file(folder)?;
        let item = Item::File(path.clone());
        items.push(item.clone());
        drop(items);
        let written = Written { path, begun: Begun(Some(item)) };
        fill(&mut file)?;
        file.sync_all()?;
        Ok(written)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

fn new_file(folder: &Path) -> io::Result<(fs::File, PathBuf)> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ntm-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the user's mask takes away what it must.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let (file, path) = builder.tempfile_in(folder)?.into_parts();
    let path = path.keep().map_err(|error| error.error)?;
    Ok((file, path))
}

/// Where a file goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// In place of what may be there.
    Anything,
    /// Only where nothing is.
    Nothing,
}

/// A file that could not be put in its place.
pub(crate) struct Stuck {
    /// Which one of them, counted from 0.
    pub(crate) at: usize,
    pub(crate) why: io::Error,
}

/// Puts finished files in their places, one after the other, with no signal in between:
/// all of them, or none. Where one cannot be, those before it are taken away again and what
/// they replaced is put back.
pub(crate) fn place(files: &mut [(Written, PathBuf)], over: Over) -> Result<(), Stuck> {
    let mut items = items();
    let mut replaced = Vec::new();
    let stuck = files.iter().enumerate().find_map(|(at, (written, target))| {
        let moved = match over {
            // The last one needs no way back.
            Over::Anything if at + 1 < files.len() => keep_aside(target)
                .map(|kept| replaced.push(kept))
                .and_then(|()| rename(&written.path, target)),
            Over::Anything => rename(&written.path, target),
            Over::Nothing => rename_to_nothing(&written.path, target),
        };
        moved.err().map(|why| Stuck { at, why })
    });
    let placed = stuck.as_ref().map_or(files.len(), |stuck| stuck.at);
    for (at, (written, target)) in files[..placed].iter_mut().enumerate() {
        written.begun.finish(&mut items);
        if stuck.is_some() {
            // What cannot be undone is whole, at least.
            let _ = match replaced.get(at).and_then(Option::as_ref) {
                Some(kept) => rename(kept, target),
                None => fs::remove_file(target),
            };
        }
    }
    replaced.iter().flatten().for_each(|kept| clear(&Item::File(kept.clone())));
    stuck.map_or(Ok(()), Err)
}

/// A second name for the file that is to be replaced, beside it; `None` where none is.
fn keep_aside(target: &Path) -> io::Result<Option<PathBuf>> {
    if target.symlink_metadata().is_err() {
        return Ok(None);
    }
    let folder = crate::paths::here(target.parent().unwrap_or(Path::new("")));
    let (file, kept) = new_file(folder)?;
    drop(file);
    fs::remove_file(&kept)?;
    // Some disks have no links.
    if fs::hard_link(target, &kept).is_err() {
        fs::copy(target, &kept)?;
    }
    Ok(Some(kept))
}

/// A name that another program holds for a moment may be free in the next: one that looks
/// for viruses reads whatever is new.
fn patient(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let mut done = act();
    for _ in 0..TRIES {
        match &done {
            Err(why) if is_held(why) => thread::sleep(PAUSE),
            _ => break,
        }
        done = act();
    }
    done
}

/// Whether another program may hold the file, which only Windows allows.
fn is_held(why: &io::Error) -> bool {
    /// Access denied, a sharing violation, a lock violation.
    const HELD: [i32; 3] = [5, 32, 33];
    cfg!(windows) && why.raw_os_error().is_some_and(|number| HELD.contains(&number))
}

pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patient(|| fs::rename(from, to))
}

/// A link never replaces what is there; some disks have none.
fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
    match patient(|| fs::hard_link(from, to)) {
        Ok(()) => fs::remove_file(from),
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => Err(why),
        Err(_) if to.symlink_metadata().is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => rename(from, to),
    }
}

/// Folders made for what is to be written, the outermost first. Those that are still empty
/// go unless they are kept.
#[derive(Debug, Default)]
pub(crate) struct Folders(Vec<Begun>);

impl Folders {
    /// Makes a folder and those above it that are not there yet.
    pub(crate) fn make(&mut self, folder: &Path) -> io::Result<()> {
        let mut items = items();
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
            .collect();
        for above in missing.into_iter().rev() {
            match fs::create_dir(above) {
                Ok(()) => {
                    let item = Item::Emptied(above.to_owned());
                    items.push(item.clone());
                    self.0.push(Begun(Some(item)));
                }
                Err(_) if above.is_dir() => {}
                Err(why) => return Err(why),
            }
        }
        if folder.as_os_str().is_empty() || folder.is_dir() {
            Ok(())
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    /// They stay.
    pub(crate) fn keep(mut self) {
        let mut items = items();
        self.0.iter_mut().for_each(|begun| begun.finish(&mut items));
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        // The innermost first.
        while self.0.pop().is_some() {}
    }
}

/// A folder that is filled under a name of its own.
#[derive(Debug)]
pub(crate) struct Staged {
    path: PathBuf,
    begun: Begun,
}

impl Staged {
    pub(crate) fn make(above: &Path) -> io::Result<Staged> {
        let mut items = items();
        let mut builder = tempfile::Builder::new();
        builder.prefix(".ntm-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As any new folder: the user's mask takes away what it must.
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        let path = builder.tempdir_in(above)?.keep();
        let item = Item::Folder(path.clone());
        items.push(item.clone());
        Ok(Staged { path, begun: Begun(Some(item)) })
    }

    /// Writes a file in it and makes the folders that it needs; once the run ends by a
    /// signal nothing more.
    pub(crate) fn write(&self, inside: &str, bytes: &[u8]) -> io::Result<()> {
        let _held = items();
        let target = self.path.join(inside);
        fs::create_dir_all(target.parent().unwrap_or(&self.path))?;
        let mut file = fs::File::create(target)?;
        io::Write::write_all(&mut file, bytes)?;
        file.sync_all()
    }

    /// Makes an empty folder in it.
    pub(crate) fn folder(&self, inside: &str) -> io::Result<()> {
        let _held = items();
        fs::create_dir(self.path.join(inside))
    }

    /// The names in it, in order.
    pub(crate) fn names(&self) -> io::Result<Vec<OsString>> {
        let names = fs::read_dir(&self.path)?.map(|entry| entry.map(|entry| entry.file_name()));
        let mut names: Vec<OsString> = names.collect::<io::Result<_>>()?;
        names.sort();
        Ok(names)
    }

    /// Gives it its name.
    pub(crate) fn become_folder(mut self, folder: &Path) -> io::Result<()> {
        let mut items = items();
        let moved = rename(&self.path, folder);
        if moved.is_err() {
            clear(&Item::Folder(self.path.clone()));
        }
        self.begun.finish(&mut items);
        moved
    }

    /// Moves all that is in it into a folder that is there, or nothing.
    pub(crate) fn move_into(mut self, folder: &Path, names: &[OsString]) -> io::Result<()> {
        let mut items = items();
        let moved = move_all(names, &self.path, folder);
        clear(&Item::Folder(self.path.clone()));
        self.begun.finish(&mut items);
        moved
    }
}

/// Moves everything, or puts back what was moved.
fn move_all(names: &[OsString], from: &Path, to: &Path) -> io::Result<()> {
    for (place, name) in names.iter().enumerate() {
        if let Err(why) = rename(&from.join(name), &to.join(name)) {
            for moved in &names[..place] {
                // What cannot be put back stays; the first reason is the one told.
                let _ = fs::rename(to.join(moved), from.join(moved));
            }
            return Err(why);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn written(folder: &Path, content: &str) -> Written {
        Written::make(folder, |file| file.write_all(content.as_bytes())).unwrap()
    }

    #[test]
    fn where_the_last_file_cannot_be_placed_the_first_are_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("there.csv"), "old").unwrap();
        fs::create_dir_all(at("stuck.csv/inside")).unwrap();
        let mut files = ["there.csv", "new.csv", "stuck.csv"]
            .map(|name| (written(folder.path(), "new"), at(name)));
        let stuck = place(&mut files, Over::Anything).unwrap_err();
        assert_eq!(stuck.at, 2);
        drop(files);
        let left: Vec<OsString> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(fs::read_to_string(at("there.csv")).unwrap(), "old");
        assert_eq!(left.len(), 2, "{left:?}");
    }

    #[test]
    fn files_replace_those_that_are_there() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("there.csv"), "old").unwrap();
        let mut files =
            ["there.csv", "new.csv"].map(|name| (written(folder.path(), name), at(name)));
        assert!(place(&mut files, Over::Anything).is_ok());
        drop(files);
        for name in ["there.csv", "new.csv"] {
            assert_eq!(fs::read_to_string(at(name)).unwrap(), name);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
