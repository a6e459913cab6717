//! Where results go: nothing that is read is written over, nothing is half written, and
//! nothing is left of what was not finished.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::office::{Office, Run};

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
const ROWS: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n\
    06727,ntm,2.1,,,19,20,BC 1\n06727,ntm,12.1,nam,,19,20,\n";

/// An office's folder: two months, its lists, evidence, criteria of its own.
fn office() -> Office {
    let folder = Office::empty();
    let write = |path: &str, text: &str| folder.write(path, text);
    write("communes.csv", ROSTER);
    write("office.toml", "");
    write("2022-05/06727.csv", ROWS);
    write("2022-12/06727.csv", ROWS);
    write("minh-chung/BC 1.pdf", "1");
    write("ra/giu-cho", "");
    write("ra/plan.md", "");
    let set = include_str!("../../criteria/qd-318-2022-ntm.toml");
    write("tieu-chi/qd-318-2022-ntm.toml", set);
    folder
}

/// Every file and folder below a folder, hidden ones too, with its content.
fn all(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            if path.is_symlink() {
                found.push((
                    name,
                    fs::read_link(path).unwrap().into_os_string().into_encoded_bytes(),
                ));
            } else if path.is_dir() {
                found.push((name, Vec::new()));
                open.push(path);
            } else if !path.is_file() {
                found.push((name, Vec::new()));
            } else {
                found.push((name, fs::read(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[track_caller]
fn refused(folder: &Office, line: &str) {
    let before = all(folder.path());
    let output = folder.run(line);
    assert_eq!(output.code(), 2, "{line}\n{}", output.stderr());
    assert!(output.stderr().contains("gợi ý"), "{line}");
    assert!(all(folder.path()) == before, "{line}: something was written");
}

/// A way to run each verb that writes one file, without its target.
const VERBS: [&str; 12] = [
    "score 2022-12",
    "check 2022-12",
    "check --explain bad-date",
    "gaps 2022-12",
    "explain 2022-12 --commune 06727 --indicator 2.1",
    "diff 2022-05 2022-12",
    "trend .",
    "report 2022-12",
    "ladder 2022-12",
    "criteria list",
    "criteria show qd-318-2022-ntm --period 2022-05",
    "criteria check tieu-chi",
];

const READ: [&str; 15] = [
    "ra/plan.md",
    "communes.csv",
    "ra/communes.csv",
    "agencies.csv",
    "office.toml",
    "tieu-chi/moi.toml",
    "tieu-chi/qd-318-2022-ntm.toml",
    "2022-12/x.csv",
    "2022-12/x.docx",
    "2022-12/x.json",
    "2022-12/x.html",
    "2022-06/../2022-05/X.CSV",
    "2022-12/06727.csv",
    "minh-chung/x.json",
    "minh-chung/2022/x.csv",
];

#[test]
fn no_verb_writes_what_would_be_read() {
    let office = office();
    office.create_dir("2022-06");
    for verb in VERBS {
        let runs = |format: &&str| {
            let alone = office.run(&format!("{verb} --format {format}"));
            alone.code() != 2
        };
        let formats: Vec<&str> = ["table", "json"].into_iter().filter(runs).collect();
        assert!(!formats.is_empty(), "{verb}");
        for format in formats {
            for target in READ {
                refused(&office, &format!("{verb} --format {format} -o {target}"));
            }
        }
    }
}

#[test]
fn no_verb_makes_a_folder_where_it_would_be_read() {
    let office = office();
    office.create_dir("2022-07");
    for line in [
        "template . --period 2022-06 -o minh-chung",
        "template . --period 2022-06 -o -",
        "report 2022-12 --each -o 2022-12",
        "report 2022-12 --each -o 2022-07",
        "report 2022-12 --each -o minh-chung/x",
        "check 2022-12 --fix -o 2022-12",
        "check 2022-12 --fix -o 2022-07",
        "check 2022-12 --fix --communes communes.csv -o .",
        "check 2022-12 --fix -o minh-chung/sach",
        "dossier 2022-12 --commune 06727 --draft -o 2022-08",
        "dossier 2022-12 --commune 06727 --draft -o minh-chung/ho-so",
        "dossier 2022-12 --commune 06727 --draft -o minh-chung/ho-so.zip",
        "dossier 2022-12 --commune 06727 --draft -o 2022-12/ho-so",
        "dossier 2022-12 --commune 06727 --draft -o 2022-07/ho-so.zip",
        "report 2022-12 --each -o 2022-12/xa",
        "check 2022-12 --fix -o 2022-12/sach",
        "init 2022-07",
        "init 2022-07/moi",
        "init minh-chung/moi",
        "init -",
        "criteria confirm qd-318-2022-ntm 1.1 --by A --on 2022-06-01 --text B -o minh-chung",
        "criteria confirm qd-318-2022-ntm 1.1 --by A --on 2022-06-01 --text B -o 2022-07",
    ] {
        refused(&office, line);
    }
}

#[test]
fn copies_do_not_lie_among_months() {
    let office = office();
    office.create_dir("khac/2022-06");
    office.write("khac/2022-06/a.csv", ROWS);
    refused(&office, "check 2022-12 --fix -o khac");
}

#[test]
fn a_dossier_is_not_added_to() {
    let office = office();
    let made = office.run("dossier 2022-12 --commune 06727 --draft -o ho-so");
    assert!(made.succeeded(), "{}", made.stderr());
    for line in ["verify ho-so -o ho-so/x.json", "score 2022-12 -o ho-so/x.csv"] {
        refused(&office, line);
    }
    assert!(office.run("verify ho-so -o x.json").succeeded());
}

#[test]
fn a_file_is_given_once() {
    let office = office();
    refused(&office, "score 2022-12 -o ra/a.csv -o ra/../ra/a.csv");
    refused(&office, "score 2022-12 -o - -o -");
    refused(&office, "score 2022-12 -o ra");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a.csv", office.path().join("ra/b.csv")).unwrap();
        refused(&office, "score 2022-12 -o ra/a.csv -o ra/b.csv");
    }
}

#[test]
fn all_targets_are_tried_before_any_is_replaced() {
    let office = office();
    office.write("ra/a.json", "old");
    refused(&office, "score 2022-12 -o ra/a.json -o khong-co/b.json");
    let output = office.run("score 2022-12 -o ra/a.json -o ra/b.csv");
    assert!(output.succeeded(), "{}", output.stderr());
    assert_ne!(office.bytes("ra/a.json"), b"old");
}

#[test]
fn a_path_that_a_shell_of_windows_has_spoilt_is_told_so() {
    let office = office();
    let told = |path: &str| office.run_args(["score", path]).refusal();
    assert!(told("2022-12\" --level ntm").contains("bỏ dấu \\ cuối cùng"));
    assert!(told("2022-12/*.xyz").contains("khớp với * và ?"));
    assert!(told("2022-13").contains("kiểm tra đường dẫn"));
}

#[test]
fn a_dash_is_standard_output() {
    let office = office();
    let json = office.run("score 2022-12 --format json");
    for line in ["score 2022-12 --format json -o -", "score 2022-12 --format json -o - -o ra/a.csv"]
    {
        assert_eq!(office.run(line).bytes(), json.bytes(), "{line}");
    }
    assert!(office.path().join("ra/a.csv").is_file());
    assert!(!office.path().join("-").exists());
    let page = office.run("score 2022-12");
    assert_eq!(office.run("score 2022-12 -o -").bytes(), page.bytes());
}

/// What comes through `<` is a file all the same, under whatever name it is given again.
#[test]
fn what_is_read_as_standard_input_is_not_replaced() {
    let office = office();
    let rows = office.path().join("so.csv");
    let all_rows = ROWS.replace("06727,", "06727,2022-05,");
    fs::write(&rows, all_rows.replace("commune,", "commune,period,")).unwrap();
    let piped = |line: &str| {
        let input = fs::File::open(&rows).unwrap();
        office.command(line).std().stdin(input).output().unwrap()
    };
    for verb in ["score", "check", "gaps", "ladder", "trend", "explain --commune 06727", "diff"] {
        let other = if verb == "diff" { " 2022-12" } else { "" };
        let before = all(office.path());
        for target in ["so.csv", "ra/../so.csv"] {
            let line = format!("{verb} - --communes communes.csv{other} -o {target}");
            let output = piped(&line);
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{line}: {told}");
            // It is an input, and a table of data whoever reads it.
            assert!(told.contains(&format!("“{target}”")), "{line}: {told}");
            assert!(told.contains("chọn tên khác cho -o"), "{line}: {told}");
            assert!(all(office.path()) == before, "{line}: something was written");
        }
    }
    // What is not read is no input, as the list that a loop of the shell goes through.
    fs::write(&rows, "06727\n06730\n").unwrap();
    assert!(piped("score 2022-12 -o so.csv").status.success());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::thread;
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn devices_and_pipes_are_written_to() {
        let office = office();
        let json = office.run("score 2022-12 --format json");
        for target in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
            let output = office.run(&format!("score 2022-12 --format json -o {target}"));
            assert_eq!(output.bytes(), json.bytes(), "{target}: {}", output.stderr());
        }
        let output = office.run("score 2022-12 --format json -o /dev/stderr");
        assert_eq!(output.stderr(), json.stdout());
        assert!(office.run("score 2022-12 -o /dev/null").succeeded());
        let pipe = office.path().join("pipe.json");
        let made = Command::new("mkfifo").arg(&pipe).status();
        if !made.is_ok_and(|made| made.success()) {
            return;
        }
        let reader = thread::spawn({
            let pipe = pipe.clone();
            move || fs::read(pipe).unwrap()
        });
        let output = office.run("score 2022-12 -o pipe.json");
        assert!(output.succeeded(), "{}", output.stderr());
        assert_eq!(reader.join().unwrap(), json.bytes());
        assert!(!fs::metadata(&pipe).unwrap().is_file(), "it is a pipe still");
    }

    #[test]
    fn what_a_shell_has_opened_is_not_replaced() {
        let office = office();
        let log = office.path().join("ra/log");
        fs::write(&log, "first\n").unwrap();
        let open = || fs::OpenOptions::new().append(true).open(&log).unwrap();
        let before = open().metadata().unwrap().ino();
        let mut command = office.command("score 2022-12 --format csv -o /dev/stdout").std();
        assert!(command.stdout(open()).status().unwrap().success());
        assert!(fs::read_to_string(&log).unwrap().starts_with("first\ncode,"));
        assert_eq!(open().metadata().unwrap().ino(), before);
    }

    #[test]
    fn a_full_device_is_told() {
        if !Path::new("/dev/full").exists() {
            return;
        }
        let office = office();
        for line in ["score 2022-12 -o /dev/full", "score 2022-12 -o /dev/full -o ra/a.csv"] {
            let before = all(office.path());
            let output = office.run(line).assert_code(2);
            assert!(output.stderr().contains("ổ đĩa đã đầy"), "{}", output.stderr());
            assert!(all(office.path()) == before, "{line}");
        }
    }

    #[test]
    fn a_link_stays_one_and_what_it_leads_to_is_replaced() {
        let office = office();
        let of = |name: &str| office.path().join("ra").join(name);
        fs::write(of("real.csv"), "old").unwrap();
        symlink("real.csv", of("link.csv")).unwrap();
        symlink("new.csv", of("dangling.csv")).unwrap();
        symlink("../communes.csv", of("roster.csv")).unwrap();
        symlink("../2022-12/y.csv", of("data.csv")).unwrap();
        for (link, leads_to) in [("link.csv", "real.csv"), ("dangling.csv", "new.csv")] {
            let output = office.run(&format!("score 2022-12 -o ra/{link}"));
            assert!(output.succeeded(), "{}", output.stderr());
            assert!(of(link).symlink_metadata().unwrap().is_symlink());
            assert!(fs::read_to_string(of(leads_to)).unwrap().starts_with("code,"));
        }
        refused(&office, "score 2022-12 -o ra/roster.csv");
        refused(&office, "score 2022-12 -o ra/data.csv");
    }

    #[test]
    fn the_mode_of_a_replaced_file_stays() {
        let office = office();
        let path = office.path().join("ra/a.csv");
        for mode in [0o600, 0o640, 0o664] {
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert!(office.run("score 2022-12 -o ra/a.csv").succeeded());
            let there = fs::metadata(&path).unwrap();
            assert_eq!(there.permissions().mode() & 0o777, mode);
            assert!(there.len() > 3);
        }
    }

    /// Stops a run while it writes into a pipe that nobody empties, its files being
    /// ready beside their targets.
    fn stopped_by(signal: &str) {
        let office = office();
        let before = all(office.path());
        let pipe = office.path().join("pipe");
        if !Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success()) {
            return;
        }
        let line = "score 2022-12 --format json -o ra/a.csv -o ra/b.json -o pipe";
        let mut run = office.command(line).std().spawn().unwrap();
        let begun = Instant::now();
        let beside = || all(&office.path().join("ra")).len();
        while beside() < 4 && begun.elapsed() < Duration::from_secs(60) {
            thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(beside(), 4, "two files and two that were there");
        let id = run.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        assert!(!run.wait().unwrap().success());
        fs::remove_file(&pipe).unwrap();
        assert!(all(office.path()) == before, "{signal}: something is left");
    }

    #[test]
    fn a_signal_leaves_nothing() {
        for signal in ["-INT", "-TERM", "-HUP"] {
            stopped_by(signal);
        }
    }

    const CONFIRM: &str =
        "criteria confirm qd-318-2022-ntm 1.1 --by A --on 2022-06-01 --text B -o moi/tc";

    /// While one run has its turn the next waits, and leaves nothing when it is stopped.
    #[test]
    fn a_confirmation_that_waits_leaves_nothing() {
        let office = office();
        let own = office.path().join("moi/tc");
        fs::create_dir_all(&own).unwrap();
        // Of a run of somebody else, long ago.
        fs::write(own.join(".qd-318-2022-ntm.toml.lock"), ".").unwrap();
        let before = all(office.path());
        for signal in ["-INT", "-TERM", "-HUP"] {
            let held = fs::File::open(&own).unwrap();
            held.lock().unwrap();
            let mut run = office.command(CONFIRM).std().spawn().unwrap();
            thread::sleep(Duration::from_millis(400));
            assert!(run.try_wait().unwrap().is_none(), "it does not wait");
            assert!(all(office.path()) == before, "something is written while it waits");
            let id = run.id().to_string();
            assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
            assert!(!run.wait().unwrap().success());
            assert!(all(office.path()) == before, "{signal}: something is left");
        }
        assert!(office.run(CONFIRM).succeeded());
        assert!(own.join("qd-318-2022-ntm.toml").is_file());
    }

    /// Stopped wherever it is, it has written its file whole, or nothing.
    #[test]
    fn a_confirmation_that_is_stopped_leaves_nothing() {
        let office = office();
        let before = all(office.path());
        for pause in 0..40 {
            let mut run = office.command(CONFIRM).std().stdout(Stdio::null()).spawn().unwrap();
            thread::sleep(Duration::from_millis(pause * 3));
            // One that is done already cannot be stopped.
            let _ = Command::new("kill").args(["-TERM", &run.id().to_string()]).output();
            run.wait().unwrap();
            let written = office.path().join("moi/tc/qd-318-2022-ntm.toml");
            if let Ok(text) = fs::read_to_string(&written) {
                assert!(text.contains("2022-06-01"), "{pause}");
                fs::remove_file(&written).unwrap();
                fs::remove_dir(office.path().join("moi/tc")).unwrap();
                fs::remove_dir(office.path().join("moi")).unwrap();
            }
            assert!(all(office.path()) == before, "{pause} × 3 ms: something is left");
        }
    }

    /// A run in a shell that lets no file grow above some blocks, as on a full disk.
    fn in_little_room(office: &Office, line: &str) -> Run {
        let script = format!("ulimit -f 1; exec \"$0\" {line}");
        office.command(line).through("sh", &["-c", &script])
    }

    #[test]
    fn a_full_disk_leaves_neither_files_nor_folders() {
        let office = office();
        let before = all(office.path());
        for line in [
            "score 2022-12 --format json -o ra/a.json",
            "report 2022-12 --each -o moi/trong",
            "template . --period 2022-06 -o moi/bieu",
            "dossier 2022-12 --commune 06727 --draft -o ho-so",
            "dossier 2022-12 --commune 06727 --draft -o ho-so.zip",
            "init moi",
            "criteria confirm qd-318-2022-ntm 1.1 --by A --on 2022-06-01 --text B -o moi/tc",
        ] {
            in_little_room(&office, line).assert_code(2);
            assert!(all(office.path()) == before, "{line}: something is left");
        }
    }
}

/// A form that a commune has filled in is nobody's output, wherever it lies.
#[test]
fn what_a_commune_has_filled_in_is_not_written_over() {
    let office = Office::sample_copy();
    office.run("template . --period 2022-06 --from 2022-05 -o bieu").assert_code(0);
    office.run("template . --period 2022-06 --from 2022-05 --format csv -o bieu").assert_code(0);
    for (verb, file) in [
        ("report 2022-05 --commune 06727", "bieu/06727.xlsx"),
        ("score 2022-05", "bieu/06727.xlsx"),
        ("score 2022-05", "bieu/06727.csv"),
    ] {
        let before = office.bytes(file);
        let line = format!("{verb} -o {file}");
        let told = office.run(&line).assert_code(2).stderr();
        assert!(told.contains("bảng số liệu"), "{line}: {told}");
        assert_eq!(office.bytes(file), before);
    }
    // A report is replaced by the next one.
    for _ in 0..2 {
        office.run("score 2022-05 -o ket-qua.csv -o ket-qua.xlsx").assert_code(0);
    }
}
