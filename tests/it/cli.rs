//! The command line from outside: one file a command in `tests/cmd/`, and what a
//! file of commands cannot say.
//!
//! `TRYCMD=overwrite cargo test --test it cli::` writes the expected output anew, to be
//! read before it is committed.

use std::path::Path;
use std::process::Stdio;

use crate::office::{Office, ROOT, Run};

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
    let out = Office::empty();
    let run = |names: &[&str]| -> Run {
        let targets = names.iter().flat_map(|name| ["-o".into(), out.at(name)]);
        Office::project().command("score data/mong-cai/2022-05").args(targets).run()
    };
    let run_done = |names: &[&str]| run(names).assert_code(0);
    assert!(run_done(&["a.json", "b.txt"]).bytes().is_empty());
    assert_eq!(out.read("b.txt"), Office::project().page("score data/mong-cai/2022-05"));
    let parsed: serde_json::Value = serde_json::from_str(&out.read("a.json")).unwrap();
    assert_eq!(parsed["summary"]["indicators_met_total"], 381);

    // One form does not change another: the CSV stays a row per commune.
    run_done(&["c.csv", "d.jsonl"]);
    assert_eq!(out.read("c.csv").lines().count(), 1 + 9);
    assert_eq!(out.read("d.jsonl").lines().count(), 9 * 57);
    for name in ["a.json", "c.csv", "d.jsonl"] {
        out.remove(name);
    }

    // One target that cannot be written: none is.
    run(&["a.json", "none/c.json"]).assert_code(2);
    assert_eq!(out.names(""), ["b.txt"], "nothing half written is left");

    run(&["c.pdf"]).assert_code(2);
}

#[test]
fn an_output_never_replaces_an_input() {
    let folder = Office::empty();
    let before = Office::sample().bytes("2022-05/06727.csv");
    folder.write("06727.json", &before);
    let data = folder.at("06727.json");
    Office::project()
        .command("score --period 2022-05 --communes data/mong-cai/communes.csv")
        .args([data.as_path(), Path::new("-o"), &data])
        .run()
        .assert_code(2);
    assert_eq!(folder.bytes("06727.json"), before);
}

#[test]
fn faulty_data_leaves_standard_output_and_files_empty() {
    let out = Office::empty();
    let case = "score tests/faulty/data/2022-05/twelve-faults.csv -o";
    let told = Office::project().command(case).arg(out.at("a.json")).run().refusal();
    assert!(!out.exists("a.json"));
    assert_eq!(told.matches(": lỗi[").count(), 12, "{told}");
}

#[test]
fn standard_input_needs_a_roster_and_is_read() {
    let run = |more: &str| {
        let data = Office::sample().bytes("2022-05/06727.csv");
        Office::project().command(&format!("score - --format json {more}")).stdin(data).run()
    };
    run("").assert_code(2);
    let json = run("--communes data/mong-cai/communes.csv").json();
    assert_eq!(json["communes"][0]["code"], "06727");
    assert_eq!(json["summary"]["not_reported"].as_array().unwrap().len(), 8);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut command = Office::project().command("score data/mong-cai/2022-05 --format json").std();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn colour_is_for_terminals_and_can_be_forced() {
    let score = "score data/mong-cai/2022-05";
    let is_coloured = |run: Run| run.assert_code(0).stdout().contains('\u{1b}');
    assert!(!is_coloured(Office::project().run(score)));
    let always = Office::project().command(score).args(["--color", "always"]);
    assert!(is_coloured(always.run()));
    let never = Office::project().command(score).args(["--color", "never"]);
    assert!(!is_coloured(never.env("NO_COLOR", "1").run()));
}

#[test]
fn json_does_not_change_with_the_language() {
    for line in ["score data/mong-cai/2022-05", "check tests/faulty/data/2022-05/twelve-faults.csv"]
    {
        let [vi, en] = ["vi", "en"].map(|lang| {
            Office::project().run(&format!("{line} --format json --lang {lang}")).json()
        });
        assert_eq!(vi, en, "{line}");
    }
}

#[test]
fn the_language_also_comes_from_the_environment() {
    let run = Office::project().command("criteria check").env("NTM_LANG", "en").run();
    assert_eq!(run.stdout(), "9 criteria files: 0 errors, 0 warnings\n");
}

#[test]
fn an_overlay_of_the_office_changes_the_verdict() {
    let folder = Office::empty();
    let name = "qd-1246-2022-quang-ninh-ntm.toml";
    let built_in = std::fs::read_to_string(format!("{ROOT}/criteria/{name}")).unwrap();
    let own = built_in.replacen("at_least = 100", "at_least = 40", 1);
    assert_ne!(own, built_in);
    folder.write(name, own);
    let status = |own: bool| {
        let line = "score data/mong-cai/2022-05";
        let json = if own {
            Office::project().json(&format!("{line} --criteria '{}'", folder.dir()))
        } else {
            Office::project().json(line)
        };
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
    let line = "check /proc/self/mem data/mong-cai/2022-05/06727.csv";
    let more = "--communes data/mong-cai/communes.csv --format json";
    let output = Office::project().run(&format!("{line} {more}"));
    let json = output.json();
    assert_eq!(json["problems"][0]["code"], "unreadable-file");
    assert_eq!(output.code(), 1);
}

/// What is missing leads to the page that names it, in the words of the verb.
#[test]
fn hints_lead_to_the_help_of_the_verb() {
    let run = |line: &str| Office::project().run(line);
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
        let told = output.stderr();
        assert_eq!(output.code(), 2, "{line}: {told}");
        assert!(told.contains(&format!("xem ntm {verb} --help\n")), "{line}: {told}");
        let help = run(&format!("{verb} --help")).assert_code(0);
        let asked = run(&format!("help {verb}"));
        assert_eq!((asked.code(), asked.stdout()), (0, help.stdout()), "help {verb}");
    }
    assert_eq!(run("help").stdout(), run("--help").stdout());
    assert_eq!(run("--lang en help score").stdout(), run("--lang en score --help").stdout());
    assert!(run("khong-co").stderr().contains("xem ntm --help\n"));
    // A folder may be called so.
    assert!(run("score help").stderr().contains("“help”"));
}
