//! One run at a time writes a file. The system takes the lock back when a run ends, however
//! it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How long other runs are waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// A lock on a file that is to be written, held by a file of its own beside it: the file
/// itself is replaced whole, and with it what could be locked.
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Waits for its turn.
    pub(super) fn take(target: &Path) -> io::Result<Lock> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let path = target.with_file_name(format!(".{name}.lock"));
        let end = Instant::now() + PATIENCE;
        loop {
            match attempt(&path) {
                Ok(Some(file)) => return Ok(Lock { path, file }),
                Ok(None) => {}
                // So Windows speaks of a name that is just being taken away.
                Err(why) if cfg!(windows) && why.kind() == ErrorKind::PermissionDenied => {}
                Err(why) => return Err(why),
            }
            if Instant::now() > end {
                return Err(ErrorKind::TimedOut.into());
            }
            thread::sleep(PAUSE);
        }
    }
}

/// The lock, where nobody has it.
fn attempt(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        // Where nothing can be locked the file is compared all the same before it is written.
        Err(TryLockError::Error(why)) if why.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(why)) => return Err(why),
    }
    // One that its holder has given up has no name any more: it locks nobody out.
    Ok((file.metadata()?.len() == 0).then_some(file))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // First the name, then the mark: who waits for the file sees that it is given up.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.write_all(b".");
    }
}
