//! Names and cells that would drive a terminal or turn the direction of what is written,
//! wherever a person reads them; and cells that would be formulas.
#![cfg(unix)]

use std::fs;
use std::io::Read;

use crate::office::{Office, Run};

/// Colours a terminal, begins a command in another way, turns the direction.
const HOSTILE: &str = "\u{1b}[31m\u{9b}1m\u{202e}x\u{2066}";

fn office() -> Office {
    let folder = Office::empty();
    let write = |path: &str, text: &str| folder.write(path, text);
    let roster = format!("code,name,province,region\n06727,Bắc{HOSTILE} Sơn,22,DBSH\n");
    write("communes.csv", &roster);
    let rows = format!(
        "commune,level,indicator,part,value,numerator,denominator,evidence,note,x{HOSTILE}\n\
         06727,ntm,2.1,,,19,20,BC{HOSTILE} 1,n{HOSTILE},\n06727,ntm,1.1,,đạt,,,BC 1/BC-UBND,,\n"
    );
    write(&format!("a{HOSTILE}/2022-05/a{HOSTILE}.csv"), &rows);
    write(&format!("a{HOSTILE}/2022-06/a{HOSTILE}.csv"), &rows);
    write(&format!("loi/2022-05/b{HOSTILE}.csv"), &rows.replace("19,20", &format!("1{HOSTILE},2")));
    write(&format!("tc{HOSTILE}/a{HOSTILE}.toml"), &format!("a = \"{HOSTILE}\"\n"));
    write(&format!("mc{HOSTILE}/BC{HOSTILE}.pdf"), "1");
    write("mc/BC 1-BC-UBND \u{202e}fdp.exe", "1");
    folder
}

/// Runs a line in which `@` stands for the hostile text.
fn ntm(office: &Office, line: &str) -> Run {
    office.run_args(line.split(' ').map(|word| word.replace('@', HOSTILE)))
}

fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{2066}'
}

#[track_caller]
fn harmless(text: &[u8], line: &str) {
    let text = std::str::from_utf8(text).unwrap();
    let bad = text.find(is_harmful);
    assert!(bad.is_none(), "{line}: {:?}", &text[bad.unwrap_or(0)..]);
}

#[test]
fn no_page_and_no_message_drives_a_terminal() {
    let office = office();
    for line in [
        "score a@/2022-05",
        "score a@/2022-05 --format markdown",
        "score a@/2022-05 --commune q@",
        "score a@/2022-07",
        "score loi/2022-05",
        "score loi/2022-05 --lenient",
        "score khong-co@",
        "score a@",
        "score a@/2022-05 -o x@",
        "score a@/2022-05 -o khong@/x.csv",
        "score a@/2022-05 --criteria tc@",
        "score a@/2022-05 --communes khong@",
        "check a@/2022-05",
        "check loi/2022-05",
        "check a@/2022-05 --evidence mc@",
        "check a@/2022-05 --fix -o sach@",
        "check --explain x@",
        "gaps a@/2022-05",
        "gaps a@/2022-05 --agency q@",
        "explain a@/2022-05 --commune 06727 --indicator 2.1",
        "explain a@/2022-05 --commune 06727 --indicator 2.1 --format markdown",
        "explain a@/2022-05 --commune 06727 --indicator q@",
        "trend a@",
        "diff a@/2022-05 a@/2022-06",
        "diff a@/2022-05 a@/2022-05",
        "ladder a@/2022-05",
        "report a@/2022-05",
        "report a@/2022-05 --format markdown",
        "report a@/2022-05 --each -o ra@",
        "template . --period 2022-06 -o bieu@",
        "template . --period 2022-06 -o bieu@",
        "dossier a@/2022-05 --commune 06727 --draft --evidence mc@ -o ho-so@",
        "verify ho-so@",
        "verify khong@",
        "criteria check tc@",
        "criteria show q@",
        "criteria show qd-318-2022-ntm --region q@",
        "criteria list --criteria tc@",
        "criteria confirm qd-318-2022-ntm 1.1 --by A@ --on 2022-06-01 --text B@ -o c@",
        "init moi@",
        "init moi@",
        "scor@",
        "score --q@",
        "score --format q@",
        "score --period q@",
        "score --level q@ --level q@",
        "score --period 2022-05 --period q@",
    ] {
        let output = ntm(&office, line);
        harmless(output.both().as_bytes(), line);
        assert!(!output.bytes().is_empty() || !output.stderr().is_empty(), "{line}");
    }
}

#[test]
fn no_cell_of_a_workbook_and_no_letter_holds_what_turns() {
    let office = office();
    for line in [
        "report a@/2022-05 -o bao-cao.xlsx -o bao-cao.docx -o bao-cao.html",
        "template . --period 2022-06 -o bieu",
        "report a@/2022-05 --commune 06727 --form self -o tu-danh-gia.xlsx",
        "score a@/2022-05 -o s.md",
    ] {
        let output = ntm(&office, line);
        let told = output.stderr();
        assert!(output.succeeded() || line.contains("--form"), "{line}: {told}");
    }
    let mut seen = 0;
    for path in ["bao-cao.xlsx", "bao-cao.docx", "bieu/06727.xlsx"] {
        let file = fs::File::open(office.path().join(path)).unwrap();
        let mut archive = zip::ZipArchive::new(file).unwrap();
        for place in 0..archive.len() {
            let mut entry = archive.by_index(place).unwrap();
            let mut text = String::new();
            if entry.read_to_string(&mut text).is_ok() {
                let name = entry.name().unwrap().into_owned();
                harmless(text.replace(['\r', '\t'], "").as_bytes(), &format!("{path} {name}"));
                assert!(!text.contains("&#x1b;") && !text.contains("_x001B_"), "{path} {name}");
                seen += usize::from(text.contains("Sơn"));
            }
        }
    }
    assert!(seen >= 3, "{seen}");
    for path in ["bao-cao.html", "s.md"] {
        harmless(&office.bytes(path), path);
    }
}

/// What a terminal shows of JSON and CSV, where there is a program that plays one.
#[test]
fn what_machines_read_does_not_drive_a_terminal_either() {
    let office = office();
    for format in ["json", "csv"] {
        let line = format!("score a*/2022-05 --by indicator --format {format}");
        let program = office.command(&line).std().get_program().to_str().unwrap().to_owned();
        let run = std::process::Command::new("script")
            .args(["-qec", &format!("'{program}' {line}"), "/dev/null"])
            .current_dir(office.path())
            .output();
        let Ok(run) = run else {
            return;
        };
        let text = String::from_utf8_lossy(&run.stdout).replace('\r', "");
        assert!(text.contains("06727"), "{text}");
        let bad = text.find(|c| is_harmful(c) && c != '\u{1b}');
        assert!(bad.is_none() && !text.contains("\u{1b}[31m"), "{format}: {text:?}");
    }
}

/// A file of CSV may be shown by `cat`, and is opened by people all the same.
#[test]
fn no_table_in_text_drives_a_terminal() {
    let office = office();
    let done = |line: &str| {
        let output = ntm(&office, line);
        assert!(output.code() != 2, "{line}: {output:?}");
        output.bytes().to_vec()
    };
    for line in [
        "score a@/2022-05",
        "score a@/2022-05 --by criterion",
        "score a@/2022-05 --by indicator",
        "score a@/2022-05 --by part",
        "score a@/2022-05 --csv-dialect excel-vi",
        "gaps a@/2022-05",
        "ladder a@/2022-05",
        "ladder a@/2022-05 --city",
        "explain a@/2022-05 --commune 06727",
        "diff a@/2022-05 a@/2022-06",
        "trend a@",
        "check a@/2022-05",
        "check loi/2022-05",
    ] {
        let line = format!("{line} --format csv");
        let told = done(&line);
        assert!(!told.is_empty(), "{line}");
        harmless(&told, &line);
    }
    done("template a@ --period 2022-07 --from 2022-05 --format csv -o bieu");
    done("check a@/2022-05 --fix -o sach");
    let mut tables = 0;
    for folder in ["bieu", "sach", "sach/2022-05"] {
        for entry in fs::read_dir(office.path().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                harmless(&fs::read(&path).unwrap(), &path.display().to_string());
                tables += 1;
            }
        }
    }
    assert!(tables >= 3, "{tables}");
    for format in ["json", "jsonl"] {
        let told = done(&format!("score a@/2022-05 --format {format}"));
        assert!(!told.is_empty() && !told.contains(&0x1b), "{format}");
    }
}

/// `x<mark>fdp.exe` would be seen as `xexe.pdf` by whom a dossier is handed to.
#[test]
fn no_name_in_a_dossier_shows_another() {
    let office = office();
    for to in ["ho-so", "ho-so.zip"] {
        let line = format!("dossier a@/2022-05 --draft --commune 06727 --evidence mc -o {to}");
        let output = ntm(&office, &line);
        assert!(output.succeeded(), "{output:?}");
        let verified = ntm(&office, &format!("verify {to}"));
        assert!(verified.succeeded(), "{verified:?}");
    }
    let receipt = office.read("ho-so/receipt.json");
    assert!(!receipt.contains(['\u{1b}', '\u{202e}', '\u{2066}']), "{receipt}");
    let mut names = Vec::new();
    let mut open = vec![office.path().join("ho-so")];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            names.push(path.strip_prefix(office.path()).unwrap().display().to_string());
            open.extend(path.is_dir().then_some(path));
        }
    }
    assert!(names.iter().any(|name| name.contains("evidence/BC 1-BC-UBND -fdp.exe")), "{names:?}");
    names.iter().for_each(|name| harmless(name.as_bytes(), "a name in the folder"));
    let zip = fs::File::open(office.path().join("ho-so.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(zip).unwrap();
    for place in 0..zip.len() {
        let name = zip.by_index(place).unwrap().name().unwrap().into_owned();
        harmless(name.as_bytes(), "a name in the archive");
    }
}

#[test]
fn a_copy_holds_no_formula_and_reads_as_what_it_was_made_of() {
    let folder = Office::empty();
    let write = |path: &str, text: &str| folder.write(path, text);
    write("communes.csv", "code,name,province,region,district\n06727,Bắc Sơn,22,DBSH,=1+1\n");
    write(
        "2022-05/06727.csv",
        "commune,level,indicator,part,value,evidence,note,=người\n\
         06727,ntm,2.1,,95,=HYPERLINK(1),+84 203,@a\n\
         06727,ntm,1.1,,đạt,\"-x, '-y\",-5,-\n\
         06727,ntm,12.1,nam,80,\"nói \"\"'=1\"\"\",,'=đã có\n",
    );
    let first = ntm(&folder, "check 2022-05 --fix -o sach");
    assert!(first.succeeded(), "{}", first.stderr());
    let read = |path: &str| folder.read(path);
    let copy = read("sach/2022-05/06727.csv");
    for guarded in [
        "'=HYPERLINK(1)",
        "'+84 203",
        ",'@a",
        "\"'-x, '-y\"",
        ",'=người",
        ",-5,-",
        "\"nói \"\"'=1\"\"\"",
        ",'=đã có",
    ] {
        assert!(copy.contains(guarded), "{guarded}: {copy}");
    }
    assert!(read("sach/communes.csv").contains(",'=1+1,"));
    let again = ntm(&folder, "check sach/2022-05 --fix -o lai");
    assert!(again.succeeded(), "{}", again.stderr());
    assert_eq!(read("lai/2022-05/06727.csv"), copy);
    assert_eq!(read("lai/communes.csv"), read("sach/communes.csv"));
    let score = |month: &str| ntm(&folder, &format!("score {month} --format json")).stdout();
    let (one, other) = (score("2022-05"), score("sach/2022-05"));
    assert!(!one.is_empty() && one == other);
    assert!(one.contains("\"=HYPERLINK(1)\""));
}
