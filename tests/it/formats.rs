//! Every verb that prints a page writes it in every format, and says which it has.

use std::path::Path;
use std::process::{Command, Output};

const VERBS: [&str; 11] = [
    "score data/mong-cai/2022-05",
    "gaps data/mong-cai/2022-05 --by agency",
    "explain data/mong-cai/2022-05 --commune 06724",
    "diff data/mong-cai/2022-05 data/mong-cai/2022-06",
    "trend data/mong-cai",
    "ladder data/mong-cai/2022-12",
    "ladder --city data/mong-cai/2022-12",
    "check data/mong-cai/2022-05",
    "report data/mong-cai/2022-05",
    "criteria show qd-318-2022-ntm --period 2022-05 --region DBSH",
    "criteria list",
];

fn ntm(line: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("NTM_LANG", "vi");
    command.args(line.split(' ')).args(more).output().unwrap()
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn every_page_is_written_in_every_format_of_pages() {
    for verb in VERBS {
        let folder = tempfile::tempdir().unwrap();
        let path = |ending: &str| folder.path().join(format!("a.{ending}"));
        let endings = ["txt", "md", "html", "xlsx", "docx"];
        let paths = endings.map(path);
        let mut more = Vec::new();
        for path in &paths {
            more.extend(["-o", path.to_str().unwrap()]);
        }
        let output = ntm(verb, &more);
        assert!(output.status.success(), "{verb}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stdout.is_empty(), "{verb}");
        let html = String::from_utf8(read(&path("html"))).unwrap();
        let title = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap();
        assert!(title.chars().count() > 8, "{verb}: {title}");
        assert!(html.contains("<table"), "{verb}");
        for ending in ["xlsx", "docx"] {
            assert!(read(&path(ending)).starts_with(b"PK"), "{verb} {ending}");
        }
        let markdown = String::from_utf8(read(&path("md"))).unwrap();
        assert!(markdown.starts_with("# ") && markdown.contains("\n| "), "{verb}: {markdown}");
    }
}

#[test]
fn help_names_the_formats_that_the_verb_has_and_no_other() {
    for verb in VERBS {
        let help = String::from_utf8(ntm(verb, &["--help", "--width", "100"]).stdout).unwrap();
        let named = help.split("Dạng in ra:").nth(1).unwrap().lines().next().unwrap();
        let named: Vec<&str> = named.split(',').map(str::trim).collect();
        for format in ["table", "markdown", "html", "xlsx", "docx", "json", "csv", "jsonl"] {
            let output = ntm(verb, &["--format", format]);
            assert_eq!(named.contains(&format), output.status.success(), "{verb} {format}: {help}");
        }
        assert_eq!(named.contains(&"csv"), help.contains("--csv-dialect"), "{verb}");
    }
}
