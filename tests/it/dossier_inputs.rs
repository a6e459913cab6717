//! Dossiers from every shape that data, sets and evidence come in: each is made, and is
//! what its receipt says.

use std::fs;
use std::path::Path;

use crate::dossier_office::{DossierOffice, receipt, text, verify};
use crate::office::Office;
use crate::office::ROOT;
use crate::office::files_below;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

impl DossierOffice {
    /// A dossier of Quảng Nghĩa from other arguments, which verifies.
    fn packed(&self, data: &[&str], to: &str) -> String {
        let (sets, to) = (self.path("tieu-chi"), self.path(to));
        let own = ["--commune", "06739", "--criteria", &sets, "-o", &to];
        let (code, text) =
            Office::project().run_args([&["dossier"], data, &own].concat()).code_and_text();
        assert_eq!(code, 0, "{text}");
        assert_eq!(verify(&to).0, 0, "{data:?}");
        to
    }

    /// The same as a folder, of which all indicators are met.
    fn from(&self, data: &[&str], to: &str) -> String {
        let to = self.packed(data, to);
        assert_eq!(receipt(&to)["counts"]["met"], 57);
        to
    }

    fn own_rows(&self) -> Vec<Vec<String>> {
        let text = fs::read_to_string(self.path("so-lieu/2022-12/06739.csv")).unwrap();
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    /// The commune's rows as a workbook, with dates that are dates.
    fn workbook(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let date = Format::new().set_num_format("dd/mm/yyyy");
        for (line, row) in self.own_rows().iter().enumerate() {
            let line = u32::try_from(line).unwrap();
            for (column, cell) in row.iter().enumerate() {
                let at = u16::try_from(column).unwrap();
                match cell.parse::<f64>() {
                    Ok(number) if (5..8).contains(&column) => {
                        sheet.write(line, at, number).unwrap();
                    }
                    _ => {
                        sheet.write(line, at, cell).unwrap();
                    }
                }
            }
            let at = u16::try_from(row.len()).unwrap();
            match line {
                0 => sheet.write(0, at, "Hiệu lực đến").unwrap(),
                _ => {
                    let until = ExcelDateTime::from_ymd(2022, 12, 31).unwrap();
                    sheet.write_with_format(line, at, &until, &date).unwrap()
                }
            };
        }
        book.save_to_buffer().unwrap()
    }
}

/// The inputs that a receipt lists, by their paths.
fn inputs(folder: &str) -> Vec<String> {
    let told = receipt(folder);
    let paths = told["inputs"].as_array().unwrap().iter();
    paths.map(|input| input["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn from_a_workbook_with_true_dates() {
    let office = DossierOffice::new();
    let book = office.workbook();
    fs::create_dir_all(office.path("so/2022-12")).unwrap();
    fs::copy(office.path("so-lieu/communes.csv"), office.path("so/communes.csv")).unwrap();
    fs::write(office.path("so/2022-12/Số liệu tháng 12.xlsx"), &book).unwrap();
    let made = office.from(&[&office.path("so/2022-12")], "ho-so");
    assert_eq!(files_below(&made)["inputs/2022-12/Số liệu tháng 12.xlsx"], book);
    let list = text(&made, "evidence-list.md");
    assert!(list.contains("inputs/2022-12/Số liệu tháng 12.xlsx, Sheet1\\!F2 |"), "{list}");
    // A date that is a number in the file is a date in the list.
    assert!(list.contains("| 2022-12-31 |"), "{list}");
}

#[test]
fn from_standard_input_whatever_it_holds() {
    let office = DossierOffice::new();
    let (roster, sets) = (office.path("so-lieu/communes.csv"), office.path("tieu-chi"));
    let csv = fs::read(office.path("so-lieu/2022-12/06739.csv")).unwrap();
    for (name, bytes) in [("so-lieu.csv", csv), ("so-lieu.xlsx", office.workbook())] {
        let to = office.path(name.rsplit('.').next().unwrap());
        let own = ["--communes", &roster, "--commune", "06739", "--criteria", &sets, "-o", &to];
        Office::project().command("dossier -").args(own).stdin(bytes.clone()).run().assert_code(0);
        assert_eq!(inputs(&to), ["inputs/communes.csv".to_owned(), format!("inputs/{name}")]);
        assert_eq!(fs::read(format!("{to}/inputs/{name}")).unwrap(), bytes);
        assert_eq!(verify(&to).0, 0, "{name}");
    }
}

#[test]
fn of_a_folder_of_months_the_one_that_is_asked_for() {
    let office = DossierOffice::new();
    let other = office.path("so-lieu/2022-11");
    fs::create_dir(&other).unwrap();
    fs::write(format!("{other}/06739.csv"), "indicator,value\n1.1,chưa đạt\n").unwrap();
    let data = office.path("so-lieu");
    let made = office.from(&[&data, "--period", "2022-12"], "ho-so");
    assert!(inputs(&made).iter().all(|path| !path.contains("2022-11")));
    // Without a period, or with one that is not there, the months are named.
    for period in [&[][..], &["--period", "2022-10"]] {
        let to = office.path("khong");
        let own = ["dossier", &data, "--commune", "06739", "-o", &to];
        let (code, text) = Office::project().run_args([&own, period].concat()).code_and_text();
        assert_eq!(code, 2);
        assert!(text.contains("2022-11, 2022-12"), "{text}");
    }
    // One file of several months.
    let rows = fs::read_to_string(office.path("so-lieu/2022-12/06739.csv")).unwrap();
    let file = office.path("so-lieu/ca-nam.csv");
    fs::write(&file, format!("{rows}06739,2022-11,ntm,1.1,,chưa đạt,,,x,self,,\n")).unwrap();
    office.from(&[&file, "--period", "2022-12"], "tu-mot-tep");
}

#[test]
fn the_roster_may_lie_three_folders_above() {
    let office = DossierOffice::new();
    let deep = office.path("so-lieu/a/b/2022-12");
    fs::create_dir_all(&deep).unwrap();
    fs::copy(office.path("so-lieu/2022-12/06739.csv"), format!("{deep}/06739.csv")).unwrap();
    fs::write(office.path("so-lieu/office.toml"), "body = \"UBND xã\"\n").unwrap();
    let made = office.from(&[&deep], "ho-so");
    assert_eq!(
        inputs(&made),
        ["inputs/communes.csv", "inputs/office.toml", "inputs/2022-12/06739.csv"]
    );
}

/// A file is kept as it was read, for what was left of it would not be what was read.
#[test]
fn a_file_of_several_communes_is_kept_whole_and_the_page_says_so() {
    let office = DossierOffice::new();
    let month = office.path("so-lieu/2022-12");
    let own = fs::read_to_string(format!("{month}/06739.csv")).unwrap();
    let other = fs::read_to_string(format!("{month}/06727.csv")).unwrap();
    let rows: String = other.lines().skip(1).map(|line| format!("{line}\n")).collect();
    for file in fs::read_dir(&month).unwrap() {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    fs::write(format!("{month}/tat-ca.csv"), format!("{own}{rows}")).unwrap();
    let made = office.from(&[&month], "ho-so");
    let kept = &files_below(&made)["inputs/2022-12/tat-ca.csv"];
    assert_eq!(kept, &fs::read(format!("{month}/tat-ca.csv")).unwrap());
    let says = "có cả dòng của 1 xã khác";
    assert!(text(&made, "self-assessment.md").contains(says));
    assert!(!text(&DossierOffice::new().made("ho-so"), "self-assessment.md").contains(" xã khác"));
    // Of the other commune nothing is on the pages.
    for name in ["self-assessment.md", "evidence-list.md", "explain.md", "score.json"] {
        assert!(!text(&made, name).contains("Bắc Sơn"), "{name}");
    }
}

/// Whatever is wrong with another commune is no reason to refuse, and it is said.
#[test]
fn faults_of_other_communes_do_not_stop_one() {
    let office = DossierOffice::new();
    let month = office.path("so-lieu/2022-12");
    let head = "commune,period,level,indicator,part,value,evidence\n";
    office.edit("06727.csv", |text| text.replacen("ntm,1.1,,đạt", "ntm,1.1,,đạtt", 1));
    fs::write(format!("{month}/06730.csv"), [0, 1, 2, 255, 0]).unwrap();
    fs::write(format!("{month}/06754.csv"), "").unwrap();
    let open = "indicator,value\n1.1,đạt,thừa\n";
    fs::write(format!("{month}/06733.csv"), open).unwrap();
    // In a file with the commune's own rows too.
    office.edit("06739.csv", |text| text.to_owned() + "06757,2022-12,ntm,9.1,,x9,,,x,self,,\n");
    let (code, page) = office.dossier("ho-so", &[]).code_and_text();
    assert_eq!(code, 0, "{page}");
    let made = office.path("ho-so");
    let own = receipt(&made);
    let left = own["options"]["left_out"].as_array().unwrap();
    let names: Vec<&str> = left.iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert_eq!(names, ["06727.csv", "06730.csv", "06733.csv", "06754.csv"]);
    let page = text(&made, "self-assessment.md");
    for says in
        ["Lỗi ở dòng, tệp của xã khác", "06727.csv (1 lỗi)", "06730.csv", "06739.csv (1 lỗi)"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert_eq!(own["lacking"]["faults"], 0);
    assert!(!files_below(&made).keys().any(|name| name.contains("06727")));
    assert_eq!(verify(&made).0, 0);
    // What was left out is in the receipt, and no more of it than there was.
    let path = format!("{made}/receipt.json");
    let told_of = fs::read_to_string(&path).unwrap();
    let edited = told_of.replacen("\"06727.csv\"", "\"06728.csv\"", 1);
    assert_ne!(edited, told_of);
    fs::write(&path, crate::dossier_office::resealed(&edited)).unwrap();
    assert_eq!(verify(&made).0, 1);
    // What may be the commune's own stops it.
    for (file, rows, says) in [
        ("khac.csv", format!("{head}Quảng Nghĩaa,2022-12,ntm,1.1,,đạt,x\n"), "unknown-commune"),
        (
            "khac.csv",
            format!("{head},2022-12,ntm,1.1,,đạt,x\n06727,2022-12,ntm,1.2,,đạt,x\n"),
            "unknown-commune",
        ),
        ("06733.csv", format!("{head}Quảng Nghĩaa,2022-12,ntm,1.1,,đạt,x\n"), "unknown-commune"),
        ("khac.csv", String::new(), "empty-file"),
        ("khac.csv", format!("{head}06727,2022-12,ntm,1.1,,đạt,x,thừa\n"), "unreadable-row"),
        ("06739-them.csv", String::new(), "empty-file"),
        ("khac.csv", format!("{head}06739,2022-12,ntm,1.1,,đạt,x\n"), "duplicate-value"),
    ] {
        let path = format!("{month}/{file}");
        let before = fs::read(&path).ok();
        fs::write(&path, &rows).unwrap();
        let (code, page) = office.dossier("khong", &[]).code_and_text();
        assert!(code == 2 && page.contains(says), "{file} {says}: {page}");
        assert!(!Path::new(&office.path("khong")).exists());
        match before {
            Some(before) => fs::write(&path, before).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
    }
}

#[test]
fn own_faults_are_passed_over_only_when_asked() {
    let office = DossierOffice::new();
    office.edit("06727.csv", |text| text.replacen("ntm,1.1,,đạt", "ntm,1.1,,đạtt", 1));
    let made = office.from(&[&office.path("so-lieu/2022-12"), "--lenient"], "ho-so");
    assert!(text(&made, "self-assessment.md").contains("Chấm với --lenient: 0 lỗi"));
    // Its own fault is a value that lacks.
    office.edit("06739.csv", |text| text.replacen("ntm,1.1,,đạt", "ntm,1.1,,đạtt", 1));
    let (code, page) = office.dossier("hong", &["--lenient"]).code_and_text();
    assert_eq!(code, 1);
    assert!(page.contains("1 chỉ tiêu chưa đạt, chưa có số liệu"), "{page}");
    office.dossier("hong", &["--lenient", "--draft"]).assert_code(0);
    let made = office.path("hong");
    assert!(text(&made, "self-assessment.md").contains("Chấm với --lenient: 1 lỗi"));
    assert_eq!(receipt(&made)["verdicts"]["1.1"], "missing");
    assert_eq!(verify(&made).0, 0);
}

#[test]
fn sets_that_are_not_used_go_with_it_too() {
    let office = DossierOffice::new();
    let own = fs::read_to_string(format!("{ROOT}/criteria/qd-1246-2022-quang-ninh-ntm.toml"));
    let other = own.unwrap().replace("province = \"22\"", "province = \"24\"");
    fs::write(office.path("tieu-chi/tinh-khac.toml"), &other).unwrap();
    fs::write(office.path("tieu-chi/ghi chú.txt"), "không phải bộ tiêu chí").unwrap();
    let made = office.from(&[&office.path("so-lieu/2022-12")], "ho-so");
    assert_eq!(text(&made, "criteria/tinh-khac.toml"), other);
    let told_of = receipt(&made);
    let set = told_of["sets"].as_array().unwrap().iter().find(|set| set["id"] == "tinh-khac");
    assert_eq!((&set.unwrap()["used"], &set.unwrap()["origin"]), (&false.into(), &"file".into()));
    assert!(!Path::new(&format!("{made}/criteria/ghi chú.txt")).exists());
}

#[test]
fn evidence_lies_in_folders_under_names_of_any_unicode_form() {
    let office = DossierOffice::new();
    // `Chứng từ đã ký` and `Quý IV`, each accent a character of its own.
    let folder = office.path("minh-chung/Quy\u{301} IV");
    fs::create_dir_all(&folder).unwrap();
    for row in office.own_rows().iter().skip(1) {
        let number = row[8].split(" ngày ").next().unwrap().replace(['/', ' '], "-");
        let name = format!("{folder}/Chư\u{301}ng tư\u{300} {number}.pdf");
        fs::write(name, &row[8]).unwrap();
    }
    let (data, evidence) = (office.path("so-lieu/2022-12"), office.path("minh-chung"));
    let to = ["ho-so", "ho-so.zip"].map(|to| office.packed(&[&data, "--evidence", &evidence], to));
    let all = files_below(&to[0]);
    let kept = all.keys().filter(|name| name.starts_with("evidence/")).count();
    assert_eq!(kept, fs::read_dir(&folder).unwrap().count() + 1);
    // Where it would be read as evidence the next time it is not made.
    let (code, text) =
        office.dossier("minh-chung/ho-so", &["--evidence", &evidence]).code_and_text();
    assert_eq!(code, 2);
    assert!(text.contains("nằm trong thư mục minh chứng"), "{text}");
}

/// It is not made there, but may be moved there.
#[test]
fn among_the_data_it_is_no_data() {
    let office = DossierOffice::new();
    let data = office.path("so-lieu/2022-12");
    for to in ["ho-so", "ho-so.zip"] {
        let (code, text) = office.dossier(&format!("so-lieu/2022-12/{to}"), &[]).code_and_text();
        assert_eq!(code, 2);
        assert!(text.contains("nằm trong thư mục số liệu"), "{text}");
    }
    let first = office.from(&[&data], "lan-dau");
    fs::rename(&first, format!("{data}/ho-so")).unwrap();
    let first = format!("{data}/ho-so");
    let packed = office.packed(&[&data], "ho-so.zip");
    fs::rename(packed, format!("{data}/ho-so.zip")).unwrap();
    let second = office.from(&[&data], "ho-so");
    assert_eq!(receipt(&first), receipt(&second));
}

/// Two files of the commune and two rosters: names that are taken are numbered.
#[test]
fn files_of_one_name_are_kept_apart() {
    let office = DossierOffice::new();
    let other = office.path("khac/2022-12");
    fs::create_dir_all(&other).unwrap();
    let roster = "code,name,province,region\n99999,Xã Khác,22,DBSH\n";
    fs::write(office.path("khac/communes.csv"), roster).unwrap();
    let head = "commune,period,level,indicator,part,value,evidence\n";
    office.edit("06739.csv", |text| {
        let own = |line: &&str| !line.contains(",cong-nhan,1.1,");
        text.split_inclusive('\n').filter(own).collect()
    });
    let rows = "06739,2022-12,cong-nhan,1.1,,đạt,BC 5/BC\n";
    fs::write(format!("{other}/06739.csv"), format!("{head}{rows}")).unwrap();
    let made = office.from(&[&office.path("so-lieu/2022-12"), &other], "ho-so");
    assert_eq!(
        inputs(&made),
        [
            "inputs/communes.csv",
            "inputs/2/communes.csv",
            "inputs/2022-12/06739-nang-cao.csv",
            "inputs/2022-12/06739.csv",
            "inputs/2022-12/2/06739.csv"
        ]
    );
    assert_eq!(receipt(&made)["recognition"]["verdicts"]["1.1"], "met");
}

/// A file of the commune, or of nobody knows which, that cannot be read may say that it
/// fails: with --lenient too it is counted, named and kept, and nothing is handed in.
#[test]
fn files_of_its_own_that_cannot_be_read_are_counted_and_refuse() {
    let rows = "commune,period,level,indicator,part,value,evidence\n";
    let lost: [(&str, Vec<u8>, &str); 9] = [
        ("06739-b.xlsx", b"PK\x03\x04 cut off".to_vec(), "unreadable-file"),
        ("06739-c.csv", "a,b\n1.1,chưa đạt\n".into(), "missing-column"),
        ("06739-d.csv", vec![0, 1, 2, 255, 0], "bad-encoding"),
        ("06739-e.csv", Vec::new(), "empty-file"),
        ("06739-g.csv", "perod,indicator,value\n2022-12,1.1,chưa đạt\n".into(), "unknown-column"),
        ("zz.xlsx", b"PK\x03\x04 cut off".to_vec(), "unreadable-file"),
        ("zz.csv", "indicator,value\n1.1,chưa đạt\n".into(), "missing-column"),
        ("zz.csv", format!("{rows}Quảng Nghĩaa,2022-12,ntm,1.1,,chưa đạt,x\n").into(), "unknown"),
        ("zz.csv", Vec::new(), "empty-file"),
    ];
    let office = DossierOffice::new();
    for (number, (file, bytes, says)) in lost.into_iter().enumerate() {
        let path = office.path(&format!("so-lieu/2022-12/{file}"));
        fs::write(&path, &bytes).unwrap();
        let (code, page) = office.dossier("khong", &["--lenient"]).code_and_text();
        assert_eq!(code, 1, "{file}: {page}");
        assert!(page.contains(says) && page.contains("lỗi trong số liệu"), "{file}: {page}");
        assert!(!Path::new(&office.path("khong")).exists(), "{file}");
        let draft = format!("nhap-{number}");
        let (code, page) = office.dossier(&draft, &["--lenient", "--draft"]).code_and_text();
        assert_eq!(code, 0, "{file}: {page}");
        let made = office.path(&draft);
        assert!(receipt(&made)["lacking"]["faults"].as_u64().unwrap() > 0, "{file}");
        assert_eq!(receipt(&made)["options"]["left_out"], serde_json::Value::Null, "{file}");
        assert!(inputs(&made).contains(&format!("inputs/2022-12/{file}")), "{file}");
        let page = text(&made, "self-assessment.md");
        assert!(page.contains("Tệp có lỗi") && page.contains(file), "{file}: {page}");
        assert!(!page.contains("0 lỗi trong số liệu"), "{file}: {page}");
        // As its own file, and as one whose name is nobody's.
        if ["06739-b.xlsx", "zz.xlsx"].contains(&file) {
            assert_eq!(verify(&made).0, 0, "{file}");
        }
        fs::remove_file(&path).unwrap();
    }
}
