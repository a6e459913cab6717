//! `ntm verify` from outside: every way in which a dossier can be other than it was made
//! is a difference that is told by name; only what is no dossier cannot be verified.

use std::fs;

use crate::common::papers::{Copy, MADE, ZIP, pack, told, verify};
use crate::office::Office;
use ntm::analysis::receipt::Receipt;
use ntm::analysis::verify;

/// Every byte of the receipt, through the library, which is quick.
#[test]
fn one_changed_byte_at_every_place_of_the_receipt_is_found() {
    let own = &MADE["receipt.json"];
    let whole = Receipt::parse(own).unwrap();
    assert_eq!(verify::receipt(&whole, own, None), []);
    for place in 0..own.len() {
        let mut changed = own.clone();
        let flip = [0x01, 0x20, 0x02][place % 3];
        changed[place] ^= flip;
        let found = match verify::parse_receipt(Some(&changed)) {
            Err(_) => true,
            Ok(receipt) => !verify::receipt(&receipt, &changed, None).is_empty(),
        };
        assert!(found, "byte {place} ^ {flip:#x}");
    }
    // Cut off, or longer.
    for end in (0..own.len()).step_by(7) {
        let read = Receipt::parse(&own[..end]);
        let same = read.is_ok_and(|r| verify::receipt(&r, &own[..end], None).is_empty());
        assert!(!same, "the first {end} bytes");
    }
    let longer = [&own[..], b"\n"].concat();
    let receipt = Receipt::parse(&longer).unwrap();
    assert!(!verify::receipt(&receipt, &longer, None).is_empty());
}

/// The same through the program, at a sample of places.
#[test]
fn whatever_byte_of_the_receipt_is_changed_it_is_a_difference() {
    let copy = Copy::new();
    let own = &MADE["receipt.json"];
    let schema = own.windows(6).position(|word| word == b"schema").unwrap();
    let last = [0, schema, schema + 12, schema + 22, own.len() - 2, own.len() - 1];
    for place in (7..own.len()).step_by(own.len() / 14).chain(last) {
        let mut changed = own.clone();
        changed[place] ^= 1;
        fs::write(copy.at("receipt.json"), changed).unwrap();
        let (code, value) = copy.verify();
        assert_eq!(code, 1, "byte {place}: {value}");
    }
    for end in [0, 1, own.len() / 2, own.len() - 3] {
        fs::write(copy.at("receipt.json"), &own[..end]).unwrap();
        let (code, value) = copy.verify();
        assert_eq!((code, told(&value)), (1, vec!["receipt-damaged".to_owned()]));
        assert!(value["receipt"].is_null());
    }
    assert!(copy.page("").starts_with("KHÁC: “ho-so” không còn đúng như khi lập"));
}

/// Each file, at one place: it is named, and nothing else is.
#[test]
fn one_changed_byte_of_a_file_names_the_file() {
    let copy = Copy::new();
    for (name, bytes) in MADE.iter().filter(|(name, _)| *name != "receipt.json") {
        // One file of evidence is like another.
        if name.starts_with("evidence/") && !name.contains("83-BC-UBND") {
            continue;
        }
        // Now the first byte, now the last, now one within.
        let number = MADE.keys().position(|other| other == name).unwrap();
        let place = [0, bytes.len() - 1, bytes.len() / 5, bytes.len() / 2][number % 4];
        let mut changed = bytes.clone();
        changed[place] ^= [0x01, 0x20, 0x80][number % 3];
        fs::write(copy.at(name), changed).unwrap();
        let (code, value) = copy.verify();
        assert_eq!(code, 1, "{name}, byte {place}");
        let mut found = told(&value);
        found.retain(|told| told != "no-result");
        assert_eq!(found, [format!("changed {name}")]);
        fs::write(copy.at(name), bytes).unwrap();
    }
    assert_eq!(copy.verify().0, 0);
}

#[test]
fn one_changed_byte_of_an_archive_is_a_difference() {
    let folder = Office::empty();
    let path = folder.path().join("ho-so.zip");
    fs::write(&path, &*ZIP).unwrap();
    assert_eq!(verify(&folder, "ho-so.zip").0, 0);
    let entries: Vec<usize> =
        ZIP.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(at, _)| at).collect();
    let tail = ZIP.len() - 22;
    let mut places: Vec<usize> = (0..ZIP.len()).step_by(ZIP.len() / 4).collect();
    // Of the directory every field once, each in another entry.
    places.extend((0..46).step_by(4).map(|field| entries[field % entries.len()] + field));
    places.extend((0..22).step_by(4).map(|field| tail + field));
    for place in places {
        let mut changed = ZIP.clone();
        changed[place] ^= 1;
        fs::write(&path, changed).unwrap();
        let (code, value) = verify(&folder, "ho-so.zip");
        assert_eq!(code, 1, "byte {place}: {value}");
    }
    let thirds = (1..3).map(|third| ZIP.len() * third / 3);
    for end in [0, 1, 100, ZIP.len() - 1].into_iter().chain(thirds) {
        fs::write(&path, &ZIP[..end]).unwrap();
        let (code, value) = verify(&folder, "ho-so.zip");
        assert_eq!((code, told(&value)), (1, vec!["archive-damaged".to_owned()]));
    }
}

#[test]
fn a_receipt_that_is_gone_or_replaced_is_a_difference() {
    let copy = Copy::new();
    fs::remove_file(copy.at("receipt.json")).unwrap();
    for path in ["ho-so", "ho-so/receipt.json"] {
        let (code, value) = verify(&copy.0, path);
        assert_eq!((code, told(&value)), (1, vec!["receipt-missing".to_owned()]));
    }
    fs::create_dir(copy.at("receipt.json")).unwrap();
    assert_eq!(told(&copy.verify().1), ["folder receipt.json"]);
    let rest: Vec<(&str, &[u8])> = MADE
        .iter()
        .filter(|(name, _)| *name != "receipt.json")
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    fs::write(copy.0.path().join("x.zip"), pack(&rest, None)).unwrap();
    let (code, value) = verify(&copy.0, "x.zip");
    assert_eq!((code, told(&value)), (1, vec!["receipt-missing".to_owned()]));
}

#[test]
fn a_receipt_of_a_newer_schema_asks_for_the_newer_program() {
    let copy = Copy::new();
    copy.edit("receipt.json", "ntm.receipt.v1", "ntm.receipt.v2");
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec!["version".to_owned()]));
    assert_eq!(value["differences"][0]["found"], "ntm.receipt.v2");
    assert!(copy.page("").contains("hãy dùng phiên bản ntm mới hơn"));
    assert!(copy.page("--lang en").contains("get the newer ntm"));
}

#[test]
fn a_receipt_that_names_what_it_must_not_is_told_all_of_it() {
    let copy = Copy::new();
    copy.edit("receipt.json", "inputs/communes.csv", "../communes.csv");
    copy.edit("receipt.json", "\"explain.md\"", "\"/etc/passwd\"");
    copy.edit("receipt.json", "\"evidence-list.html\"", "\"evidence-list.md\"");
    copy.reseal();
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    let found = told(&value);
    for path in ["../communes.csv", "/etc/passwd", "evidence-list.md"] {
        assert!(found.contains(&format!("receipt-path {path}")), "{found:?}");
    }
    // What it no longer names is added; the rest is compared.
    for path in ["inputs/communes.csv", "explain.md", "evidence-list.html"] {
        assert!(found.contains(&format!("added {path}")), "{found:?}");
    }
    assert!(!found.iter().any(|told| told.starts_with("changed")), "{found:?}");
}

#[test]
fn what_an_archive_must_not_hold_is_named_and_the_rest_compared() {
    let folder = Office::empty();
    let all: Vec<(&str, &[u8])> =
        MADE.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let write = |name: &str, bytes: Vec<u8>| {
        folder.write(name, bytes);
        let (code, value) = verify(&folder, name);
        assert_eq!(code, 1, "{name}");
        told(&value)
    };
    let evil = ["../x", "/etc/x", "C:/x", "a\\..\\x", "a/../../x", "a//x", "./x"];
    let added: Vec<(&str, &[u8])> = evil.iter().map(|name| (*name, &b"x"[..])).collect();
    let found = write("evil.zip", pack(&[&all[..], &added].concat(), None));
    assert_eq!(found, evil.map(|name| format!("outside {name}")));
    assert_eq!(write("link.zip", pack(&all, Some("inputs/link"))), ["link inputs/link"]);
    // An entry twice: under a name of the same length first.
    let mut twice = pack(&[&all[..], &[("explain.mX", b"x")]].concat(), None);
    let places: Vec<usize> = twice
        .windows(10)
        .enumerate()
        .filter(|(_, window)| *window == b"explain.mX")
        .map(|(at, _)| at)
        .collect();
    assert_eq!(places.len(), 2);
    places.iter().for_each(|at| twice[at + 9] = b'd');
    let found = write("twice.zip", twice);
    assert!(found.contains(&"twice explain.md".to_owned()), "{found:?}");
    // One that unpacks to more than a dossier may be; another file is compared all the same.
    let changed: Vec<(&str, &[u8])> = all
        .iter()
        .map(|(name, bytes)| (*name, if *name == "explain.md" { &b"x"[..] } else { bytes }))
        .collect();
    let zeros = vec![0; 257 << 20];
    let bomb = pack(&[&changed[..], &[("a/zeros", &zeros)]].concat(), None);
    assert!(bomb.len() < 4 << 20);
    assert_eq!(write("bomb.zip", bomb), ["changed explain.md", "too-large a/zeros"]);
    // Nothing was written beside them.
    let mut left: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["bomb.zip", "evil.zip", "link.zip", "twice.zip"]);
    // Folders are entries too: those of its files are nothing new, an empty one is.
    let folders: [(&str, &[u8]); 3] = [("inputs/", b""), ("trong/", b""), ("criteria/", b"")];
    assert_eq!(write("folders.zip", pack(&[&folders[..], &all].concat(), None)), ["added trong"]);
    assert_eq!(write("again.zip", pack(&all, None)), ["repacked"]);
    // Packed with the folder itself, and with what a Mac puts beside it.
    let inside: Vec<(String, &[u8])> =
        all.iter().map(|(name, bytes)| (format!("ho-so/{name}"), *bytes)).collect();
    let mut inside: Vec<(&str, &[u8])> =
        inside.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(write("mac.zip", pack(&inside, None)), ["repacked"]);
    inside.push(("__MACOSX/._ho-so", b"x"));
    assert_eq!(write("mac.zip", pack(&inside, None)), ["added __MACOSX/._ho-so"]);
}

#[test]
fn what_is_no_dossier_cannot_be_verified() {
    let folder = Office::empty();
    let write = |name: &str, bytes: &[u8]| folder.write(name, bytes);
    write("so-lieu.csv", b"commune,value\n");
    write("khac.zip", &pack(&[("a.csv", b"x"), ("inputs/b.csv", b"y")], None));
    write("bang.xlsx", &pack(&[("xl/workbook.xml", b"<x/>")], None));
    write("hong.docx", b"PK\x03\x04 broken");
    write("ho-so.json", &MADE["receipt.json"]);
    folder.create_dir("trong");
    for (path, says) in [
        ("so-lieu.csv", "không phải hồ sơ"),
        ("khac.zip", "không phải hồ sơ"),
        ("bang.xlsx", "không phải hồ sơ"),
        ("hong.docx", "không phải hồ sơ"),
        ("ho-so.json", "không phải hồ sơ"),
        ("trong", "không phải hồ sơ"),
        (".", "không phải hồ sơ"),
        ("khong-co", "không có tệp hay thư mục"),
        ("trong/receipt.json", "không có tệp hay thư mục"),
    ] {
        let output = folder.run_args(["verify", path]);
        let text = output.stderr();
        assert_eq!(output.code(), 2, "{path}: {text}");
        assert!(text.contains(says) && text.contains("gợi ý:"), "{path}: {text}");
        assert!(output.bytes().is_empty());
    }
}

#[test]
fn a_report_is_not_written_over_what_it_is_of() {
    let copy = Copy::new();
    copy.0.run("verify ho-so -o ho-so/score.json").assert_code(2);
    assert_eq!(fs::read(copy.at("score.json")).unwrap(), MADE["score.json"]);
    assert_eq!(copy.verify().0, 0);
}

#[test]
fn folders_and_files_that_were_not_there_are_found() {
    let copy = Copy::new();
    fs::create_dir_all(copy.at("trong/nua")).unwrap();
    fs::create_dir_all(copy.at("inputs/2023-01")).unwrap();
    fs::create_dir_all(copy.at("moi")).unwrap();
    fs::write(copy.at("moi/x"), "x").unwrap();
    fs::write(copy.at(".DS_Store"), "x").unwrap();
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    let expected = ["added .DS_Store", "added moi/x", "added inputs/2023-01", "added trong"];
    assert_eq!(told(&value), expected);
    assert!(copy.page("").contains("trong/: thư mục trống mà biên nhận không có"));
}

#[test]
fn files_moved_swapped_or_renamed_are_told_as_that() {
    let copy = Copy::new();
    let (one, other) = (copy.at("explain.md"), copy.at("evidence-list.md"));
    fs::write(&one, &MADE["evidence-list.md"]).unwrap();
    fs::write(&other, &MADE["explain.md"]).unwrap();
    fs::rename(copy.at("score.json"), copy.at("Score.json")).unwrap();
    fs::rename(copy.at("inputs/2022-12/06739.csv"), copy.at("inputs/06739.csv")).unwrap();
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert_eq!(
        told(&value),
        [
            "moved inputs/2022-12/06739.csv inputs/06739.csv",
            "moved evidence-list.md explain.md",
            "moved explain.md evidence-list.md",
            "moved score.json Score.json",
        ]
    );
    assert_eq!(value["verdicts"].as_array().unwrap().len(), 0, "its content is what it was");
    // A copy beside a file that was changed does not hide the change.
    let copy = Copy::new();
    fs::copy(copy.at("explain.md"), copy.at("explain.md.bak")).unwrap();
    fs::write(copy.at("explain.md"), "x").unwrap();
    assert_eq!(told(&copy.verify().1), ["changed explain.md", "added explain.md.bak"]);
    // Nor does its content in the place of another.
    let copy = Copy::new();
    fs::copy(copy.at("explain.md"), copy.at("score.json")).unwrap();
    fs::write(copy.at("explain.md"), "x").unwrap();
    assert_eq!(told(&copy.verify().1), ["changed explain.md", "changed score.json"]);
}

#[cfg(unix)]
#[test]
fn links_and_folders_in_the_place_of_files_are_found() {
    use std::os::unix::fs::symlink;
    let copy = Copy::new();
    // The very file, but by a link.
    fs::rename(copy.at("explain.md"), copy.0.path().join("explain.md")).unwrap();
    symlink(copy.0.path().join("explain.md"), copy.at("explain.md")).unwrap();
    fs::remove_file(copy.at("score.json")).unwrap();
    fs::create_dir(copy.at("score.json")).unwrap();
    symlink("/", copy.at("goc")).unwrap();
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert_eq!(told(&value), ["link explain.md", "folder score.json", "link goc"]);
    // A receipt by a link.
    let copy = Copy::new();
    fs::rename(copy.at("receipt.json"), copy.0.path().join("r")).unwrap();
    symlink(copy.0.path().join("r"), copy.at("receipt.json")).unwrap();
    assert_eq!(told(&copy.verify().1), ["link receipt.json"]);
}

#[cfg(unix)]
#[test]
fn times_and_permissions_say_nothing() {
    use std::os::unix::fs::PermissionsExt as _;
    let copy = Copy::new();
    for (number, name) in MADE.keys().enumerate() {
        let file = fs::File::options().append(true).open(copy.at(name)).unwrap();
        let seconds = std::time::Duration::from_secs(number as u64 * 1_000_000);
        file.set_modified(std::time::SystemTime::UNIX_EPOCH + seconds).unwrap();
        let mode = if number % 2 == 0 { 0o444 } else { 0o777 };
        fs::set_permissions(copy.at(name), fs::Permissions::from_mode(mode)).unwrap();
    }
    assert_eq!(copy.verify().0, 0);
}
