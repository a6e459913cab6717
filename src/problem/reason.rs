//! What kept a file from being read or written, in the words of people.

use std::io::{self, ErrorKind};

use crate::text::{self, Text, output as say};

/// The number by which a system says that links lead in a circle.
const CIRCLE: Option<i32> = match (cfg!(target_os = "linux"), cfg!(target_os = "macos")) {
    (true, _) => Some(40),
    (_, true) => Some(62),
    _ => None,
};

/// What kept a file from being read or written: without the program's inner names, with
/// the number of what has none of its own.
pub fn io_reason(why: &io::Error) -> Text {
    let number = why.raw_os_error();
    let of_windows = number.filter(|_| cfg!(windows)).and_then(of_windows);
    // Links that lead in a circle; by its number, as its kind has no stable name.
    let circle = number.filter(|number| CIRCLE == Some(*number)).map(say::links_in_a_circle);
    of_windows.or(circle).or_else(|| of_kind(why.kind(), number)).unwrap_or_else(|| match number {
        Some(number) => say::of_the_system(number),
        // Of the library that reads or writes the format.
        None => say::unknown_reason(why),
    })
}

/// What a number of Windows says, where its kind does not.
fn of_windows(number: i32) -> Option<Text> {
    Some(match number {
        // Sharing and lock violations, a file that is mapped, in use by the system.
        32 | 33 | 148 | 170 | 1224 => say::in_use(number),
        // Invalid name, bad path name, directory name.
        123 | 161 | 267 => say::bad_file_name(number),
        80 | 183 => say::exists_already(number),
        // Bad network path, gone network name, unexpected network error, no network.
        51 | 53 | 54 | 55 | 59 | 64 | 65 | 67 | 121 | 1203 | 1222 | 1231 | 1232 | 1236 => {
            say::network_gone(number)
        }
        // Files of OneDrive and its like.
        358..=405 | 426 | 434 | 475 => say::cloud_gone(number),
        225 | 226 => say::virus_found(number),
        19 | 6009 => say::read_only_disk(number),
        206 => say::path_too_long(number),
        21 | 23 | 27 | 31 | 483 | 1117 => say::device_fails(number),
        39 | 112 | 1295 => text::io_full(),
        145 => say::not_empty(number),
        _ => return None,
    })
}

fn of_kind(kind: ErrorKind, number: Option<i32>) -> Option<Text> {
    let shown = number.map(|number| number.to_string()).unwrap_or_else(|| "?".to_owned());
    Some(match kind {
        ErrorKind::NotFound => text::io_not_found(),
        ErrorKind::PermissionDenied => text::io_no_permission(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => text::io_full(),
        ErrorKind::InvalidInput | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            text::io_not_a_file()
        }
        ErrorKind::FileTooLarge if number.is_none() => text::too_much_for_a_file(),
        ErrorKind::FileTooLarge => say::of_the_system(shown),
        ErrorKind::AlreadyExists => say::exists_already(shown),
        ErrorKind::InvalidFilename => say::bad_file_name(shown),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => say::in_use(shown),
        ErrorKind::ReadOnlyFilesystem => say::read_only_disk(shown),
        ErrorKind::DirectoryNotEmpty => say::not_empty(shown),
        ErrorKind::TimedOut => say::took_too_long(shown),
        ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::HostUnreachable
        | ErrorKind::StaleNetworkFileHandle => say::network_gone(shown),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn what_windows_says_is_told_with_its_number() {
        for (number, told) in [
            (32, "chương trình khác mở"),
            (33, "chương trình khác mở"),
            (1224, "chương trình khác mở"),
            (123, "không hợp lệ"),
            (183, "đã có"),
            (53, "mạng"),
            (362, "đám mây"),
            (225, "vi-rút"),
            (206, "quá dài"),
        ] {
            let text = of_windows(number).unwrap();
            let words = text.get(Lang::Vi);
            assert!(words.contains(told) && words.contains(&number.to_string()), "{words}");
        }
        assert_eq!(of_windows(112), Some(text::io_full()));
        assert_eq!(of_windows(9999), None);
    }

    #[test]
    fn no_reason_is_told_in_english_to_vietnamese_readers() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::AlreadyExists,
            ErrorKind::InvalidFilename,
            ErrorKind::TimedOut,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::QuotaExceeded,
        ] {
            let text = io_reason(&kind.into());
            assert_ne!(text.get(Lang::Vi), text.get(Lang::En), "{kind}");
        }
        let unknown = io_reason(&io::Error::from_raw_os_error(99_999));
        assert_eq!(unknown.get(Lang::Vi), "lỗi 99999 của hệ điều hành");
    }
}
