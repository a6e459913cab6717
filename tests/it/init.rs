//! `ntm init`: the folder works at once, is made whole or not at all, and says only
//! what is so.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn ntm(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(arguments).current_dir(folder).env_remove("NTM_LANG").output().unwrap()
}

fn code(folder: &Path, arguments: &[&str]) -> i32 {
    ntm(folder, arguments).status.code().unwrap()
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_new_folder_works_at_once() {
    let above = tempfile::tempdir().unwrap();
    let output = ntm(above.path(), &["init", "so-lieu"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert_eq!(names(above.path()), ["so-lieu"], "nothing is left beside it");
    let folder = above.path().join("so-lieu");
    assert_eq!(names(&folder), ["README.md", "communes.csv", "office.toml", "tieu-chi", "vi-du"]);

    let told = String::from_utf8(output.stdout).unwrap();
    let example = told.trim_end().rsplit(' ').next().unwrap();
    let score = ntm(above.path(), &["score", example]);
    assert!(score.status.success(), "{score:?}");
    assert!(String::from_utf8(score.stdout).unwrap().contains("2/2 xã có số liệu"));
    let check = ntm(&folder, &["check", "vi-du/2022-05", "--format", "json"]);
    let check: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!((&check["errors"], &check["repairs"]), (&0.into(), &serde_json::json!([])));
}

/// The roster has every column of the contract and no commune: an invented one would
/// be counted as a real one that has not reported.
#[test]
fn the_roster_is_there_to_be_filled_in() {
    let above = tempfile::tempdir().unwrap();
    assert_eq!(code(above.path(), &["init", "a", "--period", "2022-07"]), 0);
    let folder = above.path().join("a");
    let roster = folder.join("communes.csv");
    let header = fs::read_to_string(&roster).unwrap();
    assert_eq!(header.lines().count(), 1);
    let data = folder.join("2022-07/06727.csv");
    fs::write(&data, "mã chỉ tiêu;giá trị\n1.1;đạt\n").unwrap();
    let empty = ntm(&folder, &["check", "2022-07"]);
    assert!(String::from_utf8(empty.stdout).unwrap().contains("lỗi[empty-file]"));
    fs::write(&roster, header + "06727;Bắc Sơn;22;DBSH\n").unwrap();
    let filled = ntm(&folder, &["check", "2022-07", "--format", "json"]);
    let filled: serde_json::Value = serde_json::from_slice(&filled.stdout).unwrap();
    let problems = filled["problems"].as_array().unwrap();
    assert!(problems.iter().all(|p| p["severity"] == "warning" && p["code"] != "unknown-column"));
    assert_eq!(code(&folder, &["score", "2022-07"]), 0);
    // A folder of months stands for all of them; nothing else in it is data.
    assert_eq!(code(&folder, &["check", "."]), 0);
}

#[test]
fn the_instructions_are_short_and_of_the_month_asked_for() {
    let above = tempfile::tempdir().unwrap();
    assert_eq!(code(above.path(), &["init", "a", "--period", "2022-07"]), 0);
    let folder = above.path().join("a");
    assert!(names(&folder).contains(&"2022-07".to_owned()));
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    assert!(readme.contains("ntm score 2022-07") && !readme.contains("2022-06"));
    let is_step = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
    assert!((5..=10).contains(&readme.lines().filter(is_step).count()));
}

/// Every command that the texts name begins with a verb of the program.
#[test]
fn the_instructions_name_commands_that_there_are() {
    let above = tempfile::tempdir().unwrap();
    assert_eq!(code(above.path(), &["init", "a"]), 0);
    for path in ["README.md", "tieu-chi/README.md", "vi-du/README.md"] {
        let text = fs::read_to_string(above.path().join("a").join(path)).unwrap();
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
    let above = tempfile::tempdir().unwrap();
    let told = ntm(above.path(), &["init", "a"]).stdout;
    assert!(!String::from_utf8(told).unwrap().contains("--criteria"));
    let folder = above.path().join("a");
    let empty = ntm(&folder, &["criteria", "check", "--criteria", "tieu-chi"]);
    assert_eq!(empty.status.code(), Some(2));
    assert!(String::from_utf8(empty.stderr).unwrap().contains("gợi ý: đặt tệp .toml vào đó"));

    let readme = fs::read_to_string(folder.join("tieu-chi/README.md")).unwrap();
    let (_, example) = readme.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    fs::write(folder.join("tieu-chi/qd-12-2022-tinh-mau-ntm.toml"), example).unwrap();
    let check = ntm(&folder, &["criteria", "check", "--criteria", "tieu-chi"]);
    assert!(check.status.success(), "{check:?}");
    assert!(String::from_utf8(check.stdout).unwrap().ends_with("0 lỗi, 0 cảnh báo\n"));
    assert_eq!(code(&folder, &["criteria", "check", "tieu-chi"]), 0);
    assert_eq!(code(&folder, &["score", "vi-du/2022-05", "--criteria", "tieu-chi"]), 0);
}

/// The words of a command line in the instructions.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate().flat_map(|(place, part)| match place % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![part.to_owned()],
    });
    parts.collect()
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
    let months = ["2022-05", "2022-06", "2023-12", "2025-12", "2026-03", "2026-11", "2031-01"];
    for month in months.into_iter().map(Some).chain([None]) {
        let above = tempfile::tempdir().unwrap();
        let period = month.map_or_else(Vec::new, |month| vec!["--period", month]);
        let made = ntm(above.path(), &[vec!["init", "a"], period].concat());
        assert!(made.status.success(), "{made:?}");
        let folder = above.path().join("a");
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let told = String::from_utf8(made.stderr).unwrap();
        let lawless = told.contains("chưa có bộ tiêu chí");
        assert_eq!(told.is_empty(), !lawless, "{told}");
        let page = read("README.md");
        assert_eq!(page.contains("chưa có bộ tiêu chí"), lawless, "{month:?}");
        let run = |command: &Vec<String>| {
            let words: Vec<&str> = command.iter().map(String::as_str).collect();
            let output = ntm(&folder, &words);
            assert!(output.status.success(), "{month:?}: {words:?}: {output:?}");
        };
        commands(&read("vi-du/README.md")).iter().for_each(run);
        let own = read("tieu-chi/README.md");
        let (_, sample) = own.split_once("```toml\n").unwrap();
        let (sample, _) = sample.split_once("```").unwrap();
        fs::write(folder.join("tieu-chi/qd-12-2022-tinh-mau-ntm.toml"), sample).unwrap();
        let (steps, _) = own.split_once("```toml").unwrap();
        commands(steps).iter().for_each(run);
        // What a confirmation wrote is as good as the sample.
        run(&words("criteria check --criteria tieu-chi"));
        let header = read("communes.csv");
        fs::write(folder.join("communes.csv"), header + "06727;Bắc Sơn;22;DBSH\n").unwrap();
        if lawless {
            continue;
        }
        let month = month.unwrap_or("2022-06");
        for command in commands(&page) {
            run(&command);
            if command[0] == "template" {
                fs::create_dir_all(folder.join(month)).unwrap();
                let form = folder.join("bieu/06727.xlsx");
                fs::copy(form, folder.join(month).join("06727.xlsx")).unwrap();
            }
        }
    }
}

#[test]
fn nothing_that_is_there_is_touched() {
    let above = tempfile::tempdir().unwrap();
    assert_eq!(code(above.path(), &["init", "a"]), 0);
    fs::write(above.path().join("a/README.md"), "của tôi").unwrap();
    fs::write(above.path().join("b"), "một tệp").unwrap();
    for name in ["a", "b", "none/c"] {
        let output = ntm(above.path(), &["init", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
    assert_eq!(fs::read_to_string(above.path().join("a/README.md")).unwrap(), "của tôi");
    assert_eq!(names(above.path()), ["a", "b"]);

    // An empty folder is filled, be it the current one.
    let empty = above.path().join("trống");
    fs::create_dir(&empty).unwrap();
    assert_eq!(code(&empty, &["init", "."]), 0);
    assert_eq!(names(&empty), names(&above.path().join("a")));
}

#[test]
#[cfg(unix)]
fn the_new_folder_is_like_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let above = tempfile::tempdir().unwrap();
    assert_eq!(code(above.path(), &["init", "a"]), 0);
    fs::create_dir(above.path().join("b")).unwrap();
    let mode = |name: &str| fs::metadata(above.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("a"), mode("b"));
}

#[test]
fn the_command_to_try_can_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let told = String::from_utf8(ntm(folder.path(), &["init", "năm 2022 & sau"]).stdout).unwrap();
    let example = Path::new("năm 2022 & sau").join("vi-du").join("2022-05");
    assert!(told.contains(&format!("ntm score \"{}\"", example.display())), "{told}");
}
