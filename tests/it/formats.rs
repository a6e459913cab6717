//! Every verb that prints a page writes it in every format, and says which it has.

use ntm::render::output::{Format, PageFormat};

use crate::office::{Office, Run};

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

fn ntm(line: &str, more: &str) -> Run {
    Office::project().run(&format!("{line} {more}"))
}

#[test]
fn every_page_is_written_in_every_format_of_pages() {
    for verb in VERBS {
        let out = Office::empty();
        let files = PageFormat::ALL.iter().map(|format| out.at(format!("a.{}", format.ending())));
        let more: String = files.clone().map(|file| format!("-o '{}' ", file.display())).collect();
        let output = ntm(verb, &more).assert_code(0);
        for file in files {
            let length = file.metadata().unwrap().len();
            assert!(length > 100, "{verb}: {}", file.display());
        }
        assert!(output.bytes().is_empty(), "{verb}");
        let html = out.read("a.html");
        let title = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap();
        assert!(title.chars().count() > 8, "{verb}: {title}");
        assert!(html.contains("<table"), "{verb}");
        for ending in ["xlsx", "docx"] {
            assert!(out.bytes(format!("a.{ending}")).starts_with(b"PK"), "{verb} {ending}");
        }
        let markdown = out.read("a.md");
        assert!(markdown.starts_with("# ") && markdown.contains("\n| "), "{verb}: {markdown}");
    }
}

#[test]
fn help_names_the_formats_that_the_verb_has_and_no_other() {
    for verb in VERBS {
        let help = ntm(verb, "--help --width 100").stdout();
        let named = help.split("Dạng in ra:").nth(1).unwrap();
        let named = named.split("-o,").next().unwrap();
        let named: Vec<&str> = named.split(',').map(str::trim).collect();
        for format in Format::all().map(Format::word) {
            let output = ntm(verb, &format!("--format {format}"));
            assert_eq!(named.contains(&format), output.succeeded(), "{verb} {format}: {help}");
        }
        assert_eq!(named.contains(&"csv"), help.contains("--csv-dialect"), "{verb}");
    }
}
