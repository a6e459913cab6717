//! The command line from outside: one file a command in `tests/cmd/`, and what a
//! file of commands cannot say.
//!
//! `TRYCMD=overwrite cargo test --test it cli::` writes the expected output anew, to be
//! read before it is committed.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn ntm() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.current_dir(ROOT).env_remove("NTM_LANG").env_remove("NO_COLOR");
    command
}

#[test]
fn commands() {
    trycmd::TestCases::new()
        .env("NTM_LANG", "")
        .case("tests/cmd/*.trycmd")
        .case("README.md")
        .insert_var("[VERSION]", env!("CARGO_PKG_VERSION"))
        .unwrap();
}

#[test]
fn output_files_are_whole_and_inputs_are_spared() {
    let folder = tempfile::tempdir().unwrap();
    let json = folder.path().join("a.json");
    let txt = folder.path().join("b.txt");
    let run = |extra: &[&Path]| {
        let mut command = ntm();
        command.args(["score", "data/mong-cai/2022-05"]);
        for path in extra {
            command.arg("-o").arg(path);
        }
        command.output().unwrap()
    };
    let output = run(&[&json, &txt]);
    assert!(output.status.success() && output.stdout.is_empty());
    let stdout = ntm().args(["score", "data/mong-cai/2022-05"]).output().unwrap().stdout;
    assert_eq!(std::fs::read(&txt).unwrap(), stdout);
    let parsed: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
    assert_eq!(parsed["summary"]["indicators_met_total"], 381);

    // One form does not change another: the CSV stays a row per commune.
    let (csv, jsonl) = (folder.path().join("c.csv"), folder.path().join("d.jsonl"));
    assert!(run(&[&csv, &jsonl]).status.success());
    assert_eq!(std::fs::read_to_string(&csv).unwrap().lines().count(), 1 + 9);
    assert_eq!(std::fs::read_to_string(&jsonl).unwrap().lines().count(), 9 * 57);
    std::fs::remove_file(&csv).unwrap();
    std::fs::remove_file(&jsonl).unwrap();

    // One target that cannot be written: none is.
    let gone = folder.path().join("none/c.json");
    std::fs::remove_file(&json).unwrap();
    let output = run(&[&json, &gone]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!json.exists());
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing half written is left: {left:?}");

    let unknown = folder.path().join("c.pdf");
    assert_eq!(run(&[&unknown]).status.code(), Some(2));
}

#[test]
fn an_output_never_replaces_an_input() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("06727.json");
    std::fs::copy(format!("{ROOT}/data/mong-cai/2022-05/06727.csv"), &data).unwrap();
    let before = std::fs::read(&data).unwrap();
    let output = ntm()
        .args(["score", "--period", "2022-05", "--communes", "data/mong-cai/communes.csv"])
        .arg(&data)
        .arg("-o")
        .arg(&data)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read(&data).unwrap(), before);
}

#[test]
fn faulty_data_leaves_standard_output_and_files_empty() {
    let folder = tempfile::tempdir().unwrap();
    let json = folder.path().join("a.json");
    let case = "tests/faulty/data/2022-05/twelve-faults.csv";
    let output = ntm().args(["score", case, "-o"]).arg(&json).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && !json.exists());
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.matches(": lỗi[").count(), 12, "{told}");
}

#[test]
fn standard_input_needs_a_roster_and_is_read() {
    let run = |arguments: &[&str]| {
        let mut child = ntm()
            .args(["score", "-", "--format", "json"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let data = std::fs::read(format!("{ROOT}/data/mong-cai/2022-05/06727.csv")).unwrap();
        // A run that stops early does not read its input.
        let _ = child.stdin.take().unwrap().write_all(&data);
        child.wait_with_output().unwrap()
    };
    assert_eq!(run(&[]).status.code(), Some(2));
    let output = run(&["--communes", "data/mong-cai/communes.csv"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["communes"][0]["code"], "06727");
    assert_eq!(json["summary"]["not_reported"].as_array().unwrap().len(), 8);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = ntm()
        .args(["score", "data/mong-cai/2022-05", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
}

#[test]
fn colour_is_for_terminals_and_can_be_forced() {
    let run = |arguments: &[&str], no_color: bool| {
        let mut command = ntm();
        command.args(["score", "data/mong-cai/2022-05"]).args(arguments);
        if no_color {
            command.env("NO_COLOR", "1");
        }
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(!run(&[], false).contains('\u{1b}'));
    assert!(run(&["--color", "always"], false).contains('\u{1b}'));
    assert!(!run(&["--color", "never"], true).contains('\u{1b}'));
}

#[test]
fn json_does_not_change_with_the_language() {
    let run = |lang: &str| {
        let arguments = ["score", "data/mong-cai/2022-05", "--format", "json", "--lang", lang];
        ntm().args(arguments).output().unwrap().stdout
    };
    assert_eq!(run("vi"), run("en"));
    let check = |lang: &str| {
        let case = "tests/faulty/data/2022-05/twelve-faults.csv";
        ntm().args(["check", case, "--format", "json", "--lang", lang]).output().unwrap().stdout
    };
    assert_eq!(check("vi"), check("en"));
}

#[test]
fn the_language_also_comes_from_the_environment() {
    let output = ntm().args(["criteria", "check"]).env("NTM_LANG", "en").output().unwrap();
    assert_eq!(output.stdout, b"9 criteria files: 0 errors, 0 warnings\n");
}

#[test]
fn an_overlay_of_the_office_changes_the_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let name = "qd-1246-2022-quang-ninh-ntm.toml";
    let built_in = std::fs::read_to_string(format!("{ROOT}/criteria/{name}")).unwrap();
    let own = built_in.replacen("at_least = 100", "at_least = 40", 1);
    assert_ne!(own, built_in);
    std::fs::write(folder.path().join(name), own).unwrap();
    let status = |own: bool| {
        let mut command = ntm();
        command.args(["score", "data/mong-cai/2022-05", "--format", "json"]);
        if own {
            command.arg("--criteria").arg(folder.path());
        }
        let output = command.output().unwrap();
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let layer = json["criteria_set"]["layers"][1].clone();
        assert_eq!(layer["id"], "qd-1246-2022-quang-ninh-ntm");
        let communes = json["communes"].as_array().unwrap();
        let met = communes.iter().filter(|commune| {
            let criteria = commune["results"].as_array().unwrap();
            let roads = criteria.iter().find(|c| c["no"] == 2).unwrap();
            roads["indicators"][0]["status"] == "met"
        });
        (layer["origin"].clone(), met.count())
    };
    let (origin, before) = status(false);
    assert_eq!(origin, "built-in");
    let (origin, after) = status(true);
    assert_eq!(origin, "file");
    assert!(after > before, "{before} {after}");
    assert_eq!(after, 9);
}

/// A file that is there but cannot be read.
#[test]
#[cfg(target_os = "linux")]
fn an_unreadable_file_is_told() {
    let arguments = ["check", "/proc/self/mem", "data/mong-cai/2022-05/06727.csv", "--communes"];
    let output = ntm()
        .args(arguments)
        .args(["data/mong-cai/communes.csv", "--format", "json"])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["problems"][0]["code"], "unreadable-file");
    assert_eq!(output.status.code(), Some(1));
}

/// What is missing leads to the page that names it, in the words of the verb.
#[test]
fn hints_lead_to_the_help_of_the_verb() {
    let run = |line: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
        command.args(line.split(' ')).env_remove("NTM_LANG").output().unwrap()
    };
    for (line, verb) in [
        ("explain d", "explain"),
        ("template d", "template"),
        ("--lang vi dossier d", "dossier"),
        ("verify", "verify"),
        ("init", "init"),
        ("criteria show", "criteria show"),
        ("criteria confirm", "criteria confirm"),
        ("score --khong-co", "score"),
    ] {
        let output = run(line);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{line}: {told}");
        assert!(told.contains(&format!("xem ntm {verb} --help\n")), "{line}: {told}");
        let help = run(&format!("{verb} --help"));
        assert!(help.status.success());
        let asked = run(&format!("help {verb}"));
        assert_eq!((asked.status.code(), &asked.stdout), (Some(0), &help.stdout), "help {verb}");
    }
    assert_eq!(run("help").stdout, run("--help").stdout);
    assert_eq!(run("--lang en help score").stdout, run("--lang en score --help").stdout);
    assert!(String::from_utf8_lossy(&run("khong-co").stderr).contains("xem ntm --help\n"));
    // A folder may be called so.
    assert!(String::from_utf8_lossy(&run("score help").stderr).contains("“help”"));
}
