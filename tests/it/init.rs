//! `ntm init`: the folder works at once, is made whole or not at all, and says only
//! what is so.

use std::fs;
use std::path::Path;

use crate::office::{Office, words};

#[test]
fn the_new_folder_works_at_once() {
    let above = Office::empty();
    let output = above.run("init so-lieu");
    assert!(output.succeeded() && output.stderr().is_empty(), "{output:?}");
    assert_eq!(above.names(""), ["so-lieu"], "nothing is left beside it");
    let folder = above.inside("so-lieu");
    assert_eq!(folder.names(""), ["README.md", "communes.csv", "office.toml", "tieu-chi", "vi-du"]);

    let told = output.stdout();
    let example = told.trim_end().rsplit(' ').next().unwrap();
    let score = above.run_args(["score", example]);
    assert!(score.succeeded(), "{score:?}");
    assert!(score.stdout().contains("2/2 xã có số liệu"));
    let check = folder.run("check vi-du/2022-05 --format json");
    let check: serde_json::Value = check.json();
    assert_eq!((&check["errors"], &check["repairs"]), (&0.into(), &serde_json::json!([])));
}

/// The roster has every column of the contract and no commune: an invented one would
/// be counted as a real one that has not reported.
#[test]
fn the_roster_is_there_to_be_filled_in() {
    let above = Office::empty();
    assert_eq!(above.run("init a --period 2022-07").code(), 0);
    let folder = above.inside("a");
    let header = folder.read("communes.csv");
    assert_eq!(header.lines().count(), 1);
    folder.write("2022-07/06727.csv", "mã chỉ tiêu;giá trị\n1.1;đạt\n");
    let empty = folder.run("check 2022-07");
    assert!(empty.stdout().contains("lỗi[empty-file]"));
    folder.write("communes.csv", header + "06727;Bắc Sơn;22;DBSH\n");
    let filled = folder.run("check 2022-07 --format json");
    let filled: serde_json::Value = filled.json();
    let problems = filled["problems"].as_array().unwrap();
    assert!(problems.iter().all(|p| p["severity"] == "warning" && p["code"] != "unknown-column"));
    assert_eq!(folder.run("score 2022-07").code(), 0);
    // A folder of months stands for all of them; nothing else in it is data.
    assert_eq!(folder.run("check .").code(), 0);
}

#[test]
fn the_instructions_are_short_and_of_the_month_asked_for() {
    let above = Office::empty();
    assert_eq!(above.run("init a --period 2022-07").code(), 0);
    let folder = above.inside("a");
    assert!(folder.names("").contains(&"2022-07".to_owned()));
    let readme = folder.read("README.md");
    assert!(readme.contains("ntm score 2022-07") && !readme.contains("2022-06"));
    let is_step = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
    assert!((5..=10).contains(&readme.lines().filter(is_step).count()));
}

/// Every command that the texts name begins with a verb of the program.
#[test]
fn the_instructions_name_commands_that_there_are() {
    let above = Office::empty();
    assert_eq!(above.run("init a").code(), 0);
    for path in ["README.md", "tieu-chi/README.md", "vi-du/README.md"] {
        let text = above.read(format!("a/{path}"));
        let commands: Vec<&str> =
            text.split('`').filter_map(|span| span.strip_prefix("ntm ")).collect();
        assert!(!commands.is_empty(), "{path}");
        for command in commands {
            let verb = command.split(' ').next().unwrap();
            let verbs =
                ["check", "criteria", "dossier", "gaps", "report", "score", "template", "verify"];
            assert!(verbs.contains(&verb), "{path}: {command}");
        }
    }
}

#[test]
fn the_provinces_own_set_is_asked_for_only_once_it_is_there() {
    let above = Office::empty();
    let told = above.run("init a").stdout();
    assert!(!told.contains("--criteria"));
    let folder = above.inside("a");
    let empty = folder.run("criteria check --criteria tieu-chi").assert_code(2);
    assert!(empty.stderr().contains("gợi ý: đặt tệp .toml vào đó"));

    let readme = folder.read("tieu-chi/README.md");
    let (_, example) = readme.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    folder.write("tieu-chi/qd-12-2022-tinh-mau-ntm.toml", example);
    let check = folder.run("criteria check --criteria tieu-chi");
    assert!(check.succeeded(), "{check:?}");
    assert!(check.stdout().ends_with("0 lỗi, 0 cảnh báo\n"));
    assert_eq!(folder.run("criteria check tieu-chi").code(), 0);
    assert_eq!(folder.run("score vi-du/2022-05 --criteria tieu-chi").code(), 0);
}

/// The commands of a page of instructions, with what stands for a name filled in.
fn commands(page: &str) -> Vec<Vec<String>> {
    let spans = page.split('`').filter_map(|span| span.strip_prefix("ntm "));
    let filled = |line: &str| line.replace("MÃ", "leading-zeros").replace("TÊN XÃ", "Bắc Sơn");
    spans.map(|line| words(&filled(line))).collect()
}

/// Whatever the month, every step can be done as it is written: what nobody has yet is
/// said at once, and again where the steps are.
#[test]
fn every_step_of_the_instructions_runs_in_any_month() {
    // Under the law, in its last month, after it, and long after it.
    let months = ["2022-05", "2025-12", "2026-03", "2031-01"];
    for month in months.into_iter().map(Some).chain([None]) {
        let above = Office::empty();
        let period = month.map_or_else(Vec::new, |month| vec!["--period", month]);
        let made = above.run_args([vec!["init", "a"], period].concat());
        assert!(made.succeeded(), "{made:?}");
        let folder = above.inside("a");
        let read = |name: &str| folder.read(name);
        let told = made.stderr();
        let lawless = told.contains("chưa có bộ tiêu chí");
        assert_eq!(told.is_empty(), !lawless, "{told}");
        let page = read("README.md");
        assert_eq!(page.contains("chưa có bộ tiêu chí"), lawless, "{month:?}");
        let run = |command: &Vec<String>| {
            let words: Vec<&str> = command.iter().map(String::as_str).collect();
            let output = folder.run_args(&words);
            assert!(output.succeeded(), "{month:?}: {words:?}: {output:?}");
        };
        commands(&read("vi-du/README.md")).iter().for_each(run);
        let own = read("tieu-chi/README.md");
        let (_, sample) = own.split_once("```toml\n").unwrap();
        let (sample, _) = sample.split_once("```").unwrap();
        folder.write("tieu-chi/qd-12-2022-tinh-mau-ntm.toml", sample);
        let (steps, _) = own.split_once("```toml").unwrap();
        commands(steps).iter().for_each(run);
        // What a confirmation wrote is as good as the sample.
        run(&words("criteria check --criteria tieu-chi"));
        let header = read("communes.csv");
        folder.write("communes.csv", header + "06727;Bắc Sơn;22;DBSH\n");
        if lawless {
            continue;
        }
        let month = month.unwrap_or("2022-06");
        for command in commands(&page) {
            run(&command);
            if command[0] == "template" {
                folder.write(format!("{month}/06727.xlsx"), folder.bytes("bieu/06727.xlsx"));
            }
        }
    }
}

#[test]
fn nothing_that_is_there_is_touched() {
    let above = Office::empty();
    assert_eq!(above.run("init a").code(), 0);
    above.write("a/README.md", "của tôi");
    above.write("b", "một tệp");
    for name in ["a", "b", "none/c"] {
        let output = above.run_args(["init", name]).assert_code(2);
        assert!(output.bytes().is_empty() && !output.stderr().is_empty());
    }
    assert_eq!(above.read("a/README.md"), "của tôi");
    assert_eq!(above.names(""), ["a", "b"]);

    // An empty folder is filled, be it the current one.
    above.create_dir("trống");
    let empty = above.inside("trống");
    assert_eq!(empty.run("init .").code(), 0);
    assert_eq!(empty.names(""), above.names("a"));
}

#[test]
#[cfg(unix)]
fn the_new_folder_is_like_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let above = Office::empty();
    assert_eq!(above.run("init a").code(), 0);
    above.create_dir("b");
    let mode = |name: &str| fs::metadata(above.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("a"), mode("b"));
}

#[test]
fn the_command_to_try_can_be_copied() {
    let folder = Office::empty();
    let told = folder.run("init 'năm 2022 & sau'").stdout();
    let example = Path::new("năm 2022 & sau").join("vi-du").join("2022-05");
    assert!(told.contains(&format!("ntm score \"{}\"", example.display())), "{told}");
}
