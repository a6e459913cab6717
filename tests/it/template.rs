//! The forms that `ntm template` writes, read back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::common::library;
use crate::office::{Office, Run, SAMPLE};
use calamine::{Data, Reader, Xlsx, open_workbook};
use ntm::law::{CommuneProfile, Level};
use ntm::period::Period;
use serde_json::Value;

const HEADS: [&str; 20] = [
    "Tiêu chí",
    "Chỉ tiêu",
    "Tên chỉ tiêu",
    "Phần",
    "Yêu cầu",
    "Đơn vị tính",
    "Giá trị",
    "Tử số",
    "Mẫu số",
    "Đếm",
    "Tỷ lệ tự tính",
    "Tự chấm",
    "Minh chứng",
    "Ngày văn bản",
    "Hiệu lực đến",
    "Thời điểm số liệu",
    "Ghi chú",
    "Mã xã",
    "Kỳ",
    "Cấp độ",
];

/// Forms of the sample written into a folder.
fn forms(folder: &Path, more: &str) -> Run {
    let line = format!("template data/mong-cai --period 2022-06 {more} -o");
    Office::project().command(&line).arg(folder).run()
}

/// The rows of a sheet below its header, which must be there as expected.
fn table(path: &Path, sheet: &str) -> Vec<BTreeMap<&'static str, Data>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let heads: Vec<Data> = HEADS.iter().map(|head| Data::String((*head).to_owned())).collect();
    let mut rows = range.rows().skip_while(|row| **row != heads);
    assert!(rows.next().is_some(), "{sheet} has the header");
    rows.map(|row| HEADS.into_iter().zip(row.iter().cloned()).collect()).collect()
}

#[test]
fn a_form_has_a_row_for_every_part() {
    let folder = Office::empty();
    assert!(forms(folder.path(), "--level ntm --level nang-cao").succeeded());
    let codes = ["06724", "06727", "06730", "06733", "06739", "06745", "06748", "06754", "06757"];
    assert_eq!(folder.names(""), codes.map(|code| format!("{code}-ntm-nang-cao.xlsx")));

    let path = folder.path().join("06727-ntm-nang-cao.xlsx");
    let book: Xlsx<_> = open_workbook(&path).unwrap();
    assert_eq!(book.sheet_names(), ["Hướng dẫn", "NTM", "Nâng cao", "Cơ quan"]);
    let case = CommuneProfile {
        region: Some("DBSH".into()),
        province: Some("22".into()),
        ..CommuneProfile::default()
    };
    for (level, sheet) in [(Level::Ntm, "NTM"), (Level::NangCao, "Nâng cao")] {
        let period = Period::parse_iso("2022-06").unwrap();
        let law = library().resolve(level, period, &case).unwrap();
        let asked: Vec<(String, String)> = law
            .indicators
            .iter()
            .flat_map(|i| i.require.iter().map(|r| (i.id.to_string(), r.part.clone())))
            .collect();
        let rows = table(&path, sheet);
        let words = |data: &Data| match data {
            Data::String(words) => words.clone(),
            Data::Empty => String::new(),
            other => panic!("{other:?} is not text"),
        };
        let written: Vec<_> =
            rows.iter().map(|row| (words(&row["Chỉ tiêu"]), words(&row["Phần"]))).collect();
        assert_eq!(written, asked);
        for row in &rows {
            assert_eq!(words(&row["Mã xã"]), "06727");
            assert_eq!(words(&row["Kỳ"]), "2022-06");
            assert_eq!(words(&row["Cấp độ"]), level.as_str());
            assert_eq!(words(&row["Giá trị"]), "");
            assert_eq!(words(&row["Tự chấm"]), "chưa có số liệu");
        }
    }
}

#[test]
fn last_months_values_are_filled_in_with_their_verdicts() {
    let folder = Office::empty();
    let more = "--from 2022-05 --commune 06727 --level ntm";
    assert!(forms(folder.path(), more).succeeded());
    let rows = table(&folder.path().join("06727.xlsx"), "NTM");
    let row = |id: &str, part: &str| {
        let found = |row: &&BTreeMap<_, Data>| row["Chỉ tiêu"] == *id && row["Phần"] == *part;
        let empty = |row: &&BTreeMap<_, Data>| {
            row["Chỉ tiêu"] == *id && part.is_empty() && row["Phần"] == Data::Empty
        };
        rows.iter().find(|row| found(row) || empty(row)).unwrap()
    };
    assert_eq!(row("1.1", "")["Giá trị"], *"đạt");
    assert_eq!(row("1.1", "")["Minh chứng"], *"QĐ 349/QĐ-UBND ngày 23/8/2021");
    assert_eq!(row("1.2", "")["Tự chấm"], *"chưa đạt");
    let roads = row("2.1", "");
    assert_eq!((&roads["Tử số"], &roads["Mẫu số"]), (&Data::Float(12.8), &Data::Float(12.8)));
    assert_eq!(roads["Tỷ lệ tự tính"], Data::Float(100.0));
    assert_eq!(roads["Tự chấm"], *"đạt");
    assert_eq!(roads["Yêu cầu"], *"≥ 100%");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folders = [Office::empty(), Office::empty()];
    let read = |folder: &Office| {
        assert!(forms(folder.path(), "--from 2022-05 --commune 06739").succeeded());
        folder.bytes("06739.xlsx")
    };
    assert!(read(&folders[0]) == read(&folders[1]));
}

/// Results without what tells one month from another.
fn results(level: &str, month: &Path) -> Value {
    let line = format!("score --level {level} --format json --communes data/mong-cai/communes.csv");
    let json = Office::project().command(&line).arg(month).run().assert_code(0).json();
    json["communes"].clone()
}

#[test]
fn a_filled_csv_form_scores_as_the_month_it_comes_from() {
    let folder = Office::empty();
    for (level, from) in [("ntm", "2022-05"), ("nang-cao", "2022-05"), ("ntm", "2022-12")] {
        let month = folder.path().join(format!("{level}-{from}")).join("2022-06");
        let mut more = format!("--format csv --level {level} --from {from}");
        if level == "nang-cao" {
            more += " --commune 06739";
        }
        assert!(forms(&month, &more).succeeded());
        let last = Path::new(SAMPLE).join(from);
        assert_eq!(results(level, &month), results(level, &last), "{level} {from}");
    }
    let csv = folder.path().join("nang-cao-2022-05/2022-06/06739-nang-cao.csv");
    let text = std::fs::read_to_string(csv).unwrap();
    let head = text.lines().next().unwrap().strip_prefix('\u{feff}').unwrap();
    let given: Vec<&str> =
        HEADS.into_iter().filter(|head| !["Tỷ lệ tự tính", "Tự chấm"].contains(head)).collect();
    assert_eq!(head.split(',').collect::<Vec<_>>(), given);
}

#[test]
fn a_filled_workbook_is_read_back_without_a_warning() {
    let folder = Office::empty();
    for (level, from) in [("ntm", "2022-05"), ("nang-cao", "2022-05"), ("ntm", "2022-12")] {
        let month = folder.path().join(format!("{level}-{from}")).join("2022-06");
        let one = if level == "nang-cao" { " --commune 06739" } else { "" };
        assert!(forms(&month, &format!("--level {level} --from {from}{one}")).succeeded());
        let last = Path::new(SAMPLE).join(from);
        assert_eq!(results(level, &month), results(level, &last), "{level} {from}");
        let line = "check --format json --communes data/mong-cai/communes.csv";
        let check = Office::project().command(line).arg(&month).run().json();
        let told = check["problems"].as_array().unwrap();
        // What the month itself lacks and just misses, its form does too.
        // A month of nâng cao alone lacks NTM.
        let of_month = ["missing-evidence", "near-threshold", "missing-level", "not-reported"];
        let own = told.iter().filter(|p| !of_month.contains(&p["code"].as_str().unwrap()));
        let own: Vec<_> = own.collect();
        assert!(own.is_empty(), "{own:#?}");
        let kinds =
            check["repairs"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap());
        assert!(kinds.clone().all(|kind| kind == "title-rows"), "{:?}", kinds.collect::<Vec<_>>());
    }
}

#[test]
fn nothing_is_replaced_and_nothing_is_half_written() {
    let folder = Office::empty();
    for name in ["06730.xlsx", "06754.xlsx"] {
        folder.write(name, "mine");
    }
    let output = forms(folder.path(), "").assert_code(2);
    let told = output.stderr();
    assert!(told.contains("06730.xlsx") && told.contains("06754.xlsx"), "{told}");
    assert_eq!(folder.names(""), ["06730.xlsx", "06754.xlsx"]);
    assert_eq!(folder.bytes("06730.xlsx"), b"mine");
}

#[test]
fn faulty_values_are_not_carried_on() {
    let folder =
        crate::common::folder("2022-05", "06727,ntm,2.1,,,98x,100,\n06727,ntm,1.1,,đạt,,,\n");
    let output = folder.run("template --period 2022-06 --from 2022-05 -o out").assert_code(2);
    let told = output.stderr();
    assert!(told.contains("lỗi[not-a-number]"), "{told}");
    assert!(!folder.exists("out"));
}

#[test]
fn agencies_have_a_sheet_of_their_own() {
    let folder = crate::common::folder("2022-05", "06727,ntm,1.1,,đạt,,,\n");
    let list = "level,id,lead,support,needs_funding\nntm,17.10,Phòng Kinh tế,Phòng Y tế,no\n";
    folder.write("agencies.csv", list);
    assert!(folder.run("template --period 2022-06 --from 2022-05 -o out").succeeded());
    let path = folder.path().join("out/06727.xlsx");
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range("Cơ quan").unwrap();
    let cells: BTreeSet<String> = range.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(cells.contains("17.10") && cells.contains("Phòng Y tế"), "{cells:?}");

    folder.write("agencies.csv", "level,id\nntm,1\n");
    folder.remove("out");
    assert_eq!(folder.run("template --period 2022-06 --from 2022-05 -o out").code(), 2);
}

#[test]
fn every_command_has_help_in_both_languages() {
    let commands = [
        "score",
        "check",
        "template",
        "criteria",
        "criteria list",
        "criteria show",
        "criteria check",
    ];
    for command in commands {
        for (lang, usage, options) in
            [("vi", "Cách dùng: ", "Tùy chọn:"), ("en", "Usage: ", "Options:")]
        {
            let told = Office::project().page(&format!("{command} --lang {lang} --help"));
            assert!(told.contains(usage) && told.contains(options), "{command} {lang}: {told}");
        }
    }
}

/// A month of one commune with everything that a row says besides its value.
fn with_papers() -> Office {
    let folder = Office::empty();
    let write = |name: &str, text: &str| folder.write(name, text);
    write("communes.csv", "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n");
    folder.create_dir("2022-05");
    let head = "commune,level,indicator,part,value,evidence,evidence_date,valid_until,as_of,note\n";
    let rows = "06727,ntm,1.1,,đạt,QĐ 1/QĐ-UBND,2/3/2022,2022-05-20,31/5/2022,\"ghi chú, a\"\n\
        06727,ntm,17.4,,,,,,,chưa đo\n\
        06727,ntm,5.1,,,,,,,lấy ở Phòng Giáo dục\n\
        06727,nang-cao,1.1,,,,,,,để trống\n";
    write("2022-05/06727.csv", &format!("{head}{rows}"));
    folder
}

/// The rows as their file writes them, by level and indicator.
fn quoted(month: &Path) -> BTreeMap<(String, String), Vec<(String, String)>> {
    let text = std::fs::read_to_string(month).unwrap();
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = rows.headers().unwrap().clone();
    let mut found = BTreeMap::new();
    for row in rows.records() {
        let row = row.unwrap();
        let cell = |head: &str| {
            let place = heads.iter().position(|other| other == head).unwrap();
            row[place].to_owned()
        };
        let said = ["Ngày văn bản", "Hiệu lực đến", "Thời điểm số liệu", "Ghi chú"];
        let said = said.map(|head| (head.to_owned(), cell(head))).to_vec();
        found.insert((cell("Cấp độ"), cell("Chỉ tiêu")), said);
    }
    found
}

#[test]
fn dates_validity_and_notes_are_carried_over_by_both_kinds_of_form() {
    let folder = with_papers();
    let run = |from: &str, period: &str, format: &str, out: &str| {
        let line = "template . --level ntm --level nang-cao";
        let more = format!("--period {period} --from {from} --format {format} -o {out}");
        // What is only worth a look is told by `check`.
        folder.run(&format!("{line} {more}")).assert_silent();
    };
    // By a workbook, and by what is read of it.
    run("2022-05", "2022-06", "xlsx", "2022-06");
    run("2022-06", "2022-07", "csv", "2022-07");
    run("2022-07", "2022-08", "csv", "2022-08");
    for month in ["2022-07", "2022-08"] {
        let ntm = quoted(&folder.path().join(month).join("06727.csv"));
        let said = |level: &str, id: &str, from: &BTreeMap<_, Vec<(String, String)>>| {
            let row: &Vec<(String, String)> = &from[&(level.to_owned(), id.to_owned())];
            row.iter().map(|(_, cell)| cell.clone()).collect::<Vec<String>>()
        };
        let dates = ["2022-03-02", "2022-05-20", "2022-05-31", "ghi chú, a"];
        assert_eq!(said("ntm", "1.1", &ntm), dates, "{month}");
        assert_eq!(said("ntm", "17.4", &ntm)[3], "chưa đo");
        assert_eq!(said("ntm", "5.1", &ntm)[3], "lấy ở Phòng Giáo dục");
        let higher = quoted(&folder.path().join(month).join("06727-nang-cao.csv"));
        // With where the value is taken from, once.
        let note = &said("nang-cao", "1.1", &higher)[3];
        assert!(note.starts_with("để trống"), "{note}");
        assert!(note.matches("Có thể để trống").count() <= 1, "{note}");
    }
}
