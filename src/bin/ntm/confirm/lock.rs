//! One run at a time writes into a folder. The system takes the lock back when a run ends,
//! however it ends, and nothing is left of it.

use std::fs::File;
#[cfg(unix)]
use std::fs::TryLockError;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How long other runs are waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// A lock on a folder whose files are to be written: a file is replaced whole, and with it
/// what could be locked.
pub(super) struct Lock {
    /// Open as long as the lock is held; none where nothing can be locked. There the file is
    /// compared all the same before it is written.
    _held: Option<File>,
}

impl Lock {
    /// Waits for its turn.
    pub(super) fn take(folder: &Path) -> io::Result<Lock> {
        let end = Instant::now() + PATIENCE;
        loop {
            match attempt(folder) {
                Attempt::Held(_held) => return Ok(Lock { _held }),
                Attempt::Taken if Instant::now() > end => return Err(ErrorKind::TimedOut.into()),
                Attempt::Taken => thread::sleep(PAUSE),
            }
        }
    }
}

/// What came of a try.
enum Attempt {
    Held(Option<File>),
    /// Another run has it.
    Taken,
}

/// The folder itself is locked, whoever's it is.
#[cfg(unix)]
fn attempt(folder: &Path) -> Attempt {
    let Ok(held) = File::open(folder) else {
        return Attempt::Held(None);
    };
    match held.try_lock() {
        Ok(()) => Attempt::Held(Some(held)),
        Err(TryLockError::WouldBlock) => Attempt::Taken,
        // Some network disks lock no folders.
        Err(TryLockError::Error(_)) => Attempt::Held(None),
    }
}

/// No folder can be locked: a file in it that nobody else may open, and that is gone once
/// it is closed.
#[cfg(windows)]
fn attempt(folder: &Path) -> Attempt {
    use std::fs::OpenOptions;
    use std::os::windows::fs::OpenOptionsExt;

    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    /// A sharing violation.
    const IN_USE: i32 = 32;
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true).share_mode(0).custom_flags(DELETE_ON_CLOSE);
    match options.open(folder.join(".ntm.lock")) {
        Ok(held) => Attempt::Held(Some(held)),
        // Or the name is just being taken away.
        Err(why) if why.raw_os_error() == Some(IN_USE) => Attempt::Taken,
        Err(why) if why.kind() == ErrorKind::PermissionDenied => Attempt::Taken,
        Err(_) => Attempt::Held(None),
    }
}
