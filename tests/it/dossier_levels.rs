//! Dossiers of the higher titles: made-up communes that meet everything, and what must be
//! confirmed before they are final.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use crate::office::{Office, ROOT, one_line};
use serde_json::Value;

const NTM: &str = "qd-318-2022-ntm";
const NANG_CAO: &str = "qd-318-2022-nang-cao";
const KIEU_MAU: &str = "qd-319-2022-kieu-mau";
const CONDITIONS: &str = "qd-18-2022-cong-nhan";
const ROSTER: &str = "code,name,province,region,class,district_class\n\
    90001,Mẫu,22,DBSH,,\n\
    90002,An Toàn Khu,22,DBSH,atk,thoát nghèo\n";

/// Rows that meet every threshold of a set, whatever it is.
fn rows(set: &str, level: &str, commune: &str) -> String {
    let line = format!("criteria show {set} --period 2022-12 --region DBSH --province 22");
    let law = Office::project().json(&line);
    let criteria = law["criteria"].as_array().unwrap().iter();
    let mut rows = String::new();
    for indicator in criteria.flat_map(|c| c["indicators"].as_array().unwrap()) {
        for part in indicator["require"].as_array().unwrap() {
            let value = match (part["measure"].as_str().unwrap(), part["op"].as_str().unwrap()) {
                ("yes_no", _) => "đạt",
                ("grade", _) => {
                    indicator["grades"].as_array().unwrap().last().unwrap().as_str().unwrap()
                }
                (_, "<=") => "0",
                _ => "100",
            };
            let (id, part) = (indicator["id"].as_str().unwrap(), part["part"].as_str().unwrap());
            // The outstanding field is to be named.
            let note = if level == "kieu-mau" && id == "4.1" { "Văn hóa" } else { "" };
            rows += &format!("{commune},{level},{id},{part},{value},BC 1/BC-UBND,{note}\n");
        }
    }
    rows
}

struct HigherOffice(Office);

/// The files of an office, confirmed once and written anew for each test.
type Files = BTreeMap<String, Vec<u8>>;

impl HigherOffice {
    fn of(files: &Files) -> HigherOffice {
        HigherOffice(Office::with(&files.iter().collect::<Vec<_>>()))
    }

    fn new() -> HigherOffice {
        let office = HigherOffice(Office::empty());
        office.0.create_dir("tieu-chi");
        office.0.write("so-lieu/communes.csv", ROSTER);
        let mut csv = "commune,level,indicator,part,value,evidence,note\n".to_owned();
        for commune in ["90001", "90002"] {
            for (set, level) in [
                (NTM, "ntm"),
                (NANG_CAO, "nang-cao"),
                (KIEU_MAU, "kieu-mau"),
                (CONDITIONS, "cong-nhan"),
            ] {
                csv += &rows(set, level, commune);
            }
        }
        office.0.write("so-lieu/2022-12/xa.csv", csv);
        // Made up: nobody knows what is asked of a model commune.
        let own = std::fs::read_to_string(format!("{ROOT}/criteria/{CONDITIONS}.toml")).unwrap();
        let told = own.replacen("undetermined = true", "at_least = 95", 1);
        assert_ne!(told, own);
        office.0.write(format!("tieu-chi/{CONDITIONS}.toml"), told);
        office
    }

    fn path(&self, inside: &str) -> String {
        self.0.path().join(inside).to_str().unwrap().to_owned()
    }

    fn confirm(&self, what: &[&str]) {
        let sets = self.path("tieu-chi");
        let by = ["--by", "Nguyễn Văn A", "--on", "2022-12-01", "--text", "bản giấy", "-o", &sets];
        Office::project().run_args([&["criteria", "confirm"], what, &by].concat()).assert_code(0);
    }

    /// Confirms the thresholds of a column by name, but for one indicator.
    fn confirm_thresholds(&self, set: &str, region: &str, but: &str) {
        let line = ["criteria", "show", set, "--unconfirmed", "--format", "csv"];
        let of = ["--period", "2022-12", "--region", region, "--province", "22"];
        let listed = Office::project().page_args([line.as_slice(), &of].concat());
        let mut reader = csv::Reader::from_reader(listed.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let own = rows.iter().filter(|row| &row[8] == set).map(|row| &row[0]);
        let figures = own.filter(|id| id.starts_with(|c: char| c.is_ascii_digit()) && *id != but);
        let ids: Vec<&str> = figures.collect();
        self.confirm(&[[set].as_slice(), &ids, &["--region", region]].concat());
    }

    /// Confirms what the titles below rest on, but for the income of nâng cao.
    fn confirm_below(&self) {
        let overlays = ["qd-1246-2022-quang-ninh-ntm", "qd-1246-2022-quang-ninh-nang-cao"];
        for set in [NTM, CONDITIONS].into_iter().chain(overlays) {
            self.confirm(&[set]);
        }
        for region in ["DBSH", "TDMNPB"] {
            self.confirm_thresholds(NANG_CAO, region, "10.1");
        }
    }

    /// Exit code and what is said, on one line.
    fn dossier(&self, commune: &str, level: &str, to: &str) -> (i32, String) {
        let (data, sets, to) = (self.path("so-lieu/2022-12"), self.path("tieu-chi"), self.path(to));
        let mut line = vec!["dossier", &data, "--commune", commune, "--level", level, "-o", &to];
        if std::fs::read_dir(Path::new(&sets)).unwrap().next().is_some() {
            line.extend(["--criteria", &sets]);
        }
        let (code, text) = Office::project().run_args(&line).code_and_text();
        (code, one_line(&text))
    }

    fn verifies(&self, made: &str) {
        let (code, text) = Office::project().run_args(["verify", &self.path(made)]).code_and_text();
        assert_eq!(code, 0, "{text}");
        assert!(text.starts_with("Giống hệt"), "{text}");
        let receipt = std::fs::read(self.path(&format!("{made}/receipt.json"))).unwrap();
        let receipt: Value = serde_json::from_slice(&receipt).unwrap();
        assert_eq!(
            (&receipt["draft"], &receipt["achieved"]),
            (&Value::Bool(false), &Value::Bool(true))
        );
        assert_eq!(receipt["lacking"]["thresholds"], 0);
    }
}

#[test]
fn a_model_commune_is_final_once_factor_figure_and_requirement_are_confirmed() {
    let office = HigherOffice::new();
    let dossier = |to: &str| office.dossier("Mẫu", "kieu-mau", to);
    // What the titles below rest on counts too.
    let (code, text) = dossier("a");
    assert_eq!(code, 1, "{text}");
    for set in [NTM, "qd-1246-2022-quang-ninh-ntm", NANG_CAO] {
        assert!(text.contains(&format!("ntm criteria confirm {set} ")), "{set}: {text}");
    }
    office.confirm_below();
    let (code, text) = dossier("a");
    assert_eq!(code, 1, "{text}");
    for command in [
        "ntm criteria confirm qd-319-2022-kieu-mau 2.1 3.1 4.1 requires --by",
        "ntm criteria confirm qd-318-2022-nang-cao 10.1 --year 2022 --region DBSH --by",
        "2.1 1,1 × mức của 10.1 (qd-318-2022-nang-cao) chưa đối chiếu qd-319-2022-kieu-mau",
        "10.1 ≥ 62 triệu đồng/người/năm giả định qd-318-2022-nang-cao",
        "4 mức chưa xác nhận",
        "1 quy tắc của bộ tiêu chí chưa xác nhận",
        "requires Phải đạt trước bộ qd-318-2022-nang-cao",
    ] {
        assert!(text.contains(command), "{command}: {text}");
    }
    // The commune goes by its own column.
    assert!(!text.contains("column-rule"), "{text}");
    // One after the other; each that is left refuses, and is the only one named.
    office.confirm(&[KIEU_MAU, "3.1", "4.1", "--region", "DBSH"]);
    office.confirm(&[KIEU_MAU, "2.1"]);
    let (code, text) = dossier("a");
    assert!(code == 1 && text.contains("requires") && !text.contains("1,1 ×"), "{text}");
    office.confirm(&[KIEU_MAU, "requires"]);
    let (code, text) = dossier("a");
    assert!(
        code == 1 && text.contains("1 mức chưa xác nhận") && !text.contains("requires"),
        "{text}"
    );
    assert!(!text.contains("1,1 ×"), "{text}");
    office.confirm(&[NANG_CAO, "10.1", "--year", "2022", "--region", "DBSH"]);
    let (code, text) = dossier("a");
    assert_eq!(code, 0, "{text}");
    office.verifies("a");
    // A factor changed afterwards refuses again.
    let path = office.path(&format!("tieu-chi/{KIEU_MAU}.toml"));
    let own = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, own.replacen("factor = 1.1", "factor = 1.05", 1)).unwrap();
    let (code, text) = dossier("b");
    assert!(code == 1 && text.contains("1,05 × mức của 10.1"), "{text}");
    assert!(!Path::new(&office.path("b")).exists());
}

#[test]
fn the_rule_that_sent_a_commune_to_its_column_must_be_confirmed() {
    let office = HigherOffice::new();
    office.confirm(&[CONDITIONS]);
    for set in [NTM, "qd-1246-2022-quang-ninh-ntm"] {
        for region in ["TDMNPB", "DBSH"] {
            office.confirm_thresholds(set, region, "");
        }
    }
    // Who goes by its own column needs no rule.
    let (code, text) = office.dossier("Mẫu", "ntm", "a");
    assert_eq!(code, 0, "{text}");
    office.verifies("a");
    let (code, text) = office.dossier("An Toàn Khu", "ntm", "b");
    assert_eq!(code, 1, "{text}");
    let says = "column-rule Xã loại đbkk, atk thuộc huyện nghèo";
    let command = format!("ntm criteria confirm {NTM} column-rule --by");
    assert!(text.contains(says) && text.contains(&command), "{text}");
    assert!(text.contains("1 quy tắc của bộ tiêu chí chưa xác nhận"), "{text}");
    assert!(!text.contains("mức chưa xác nhận"), "{text}");
    office.confirm(&[NTM, "column-rule"]);
    let (code, text) = office.dossier("An Toàn Khu", "ntm", "b");
    assert_eq!(code, 0, "{text}");
    office.verifies("b");
    // Made for others, it is void.
    let path = office.path(&format!("tieu-chi/{NTM}.toml"));
    let own = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, own.replacen("\"thoát nghèo\"]", "\"thoát nghèo\", \"khác\"]", 1))
        .unwrap();
    let (code, text) = office.dossier("An Toàn Khu", "ntm", "c");
    assert!(code == 1 && text.contains(&command), "{text}");
}

/// That an indicator may be left out is read with its threshold.
#[test]
fn what_does_not_apply_rests_on_a_confirmation_too() {
    let office = HigherOffice::new();
    let path = office.path("so-lieu/2022-12/xa.csv");
    let own = std::fs::read_to_string(&path).unwrap();
    let line = "90001,ntm,13.4,,đạt,";
    std::fs::write(&path, own.replacen(line, "90001,ntm,13.4,,không áp dụng,", 1)).unwrap();
    office.confirm(&[NTM]);
    office.confirm(&[CONDITIONS]);
    office.confirm(&["qd-1246-2022-quang-ninh-ntm"]);
    assert_eq!(office.dossier("Mẫu", "ntm", "a").0, 0);
    let sets = office.path(&format!("tieu-chi/{NTM}.toml"));
    let text = std::fs::read_to_string(&sets).unwrap();
    let changed = text.replacen("if_present = true, ", "", 1);
    assert_ne!(changed, text);
    std::fs::write(&sets, changed).unwrap();
    let (code, text) = office.dossier("Mẫu", "ntm", "b");
    assert!(code == 1 && text.contains(&format!("ntm criteria confirm {NTM} 13.4 ")), "{text}");
}

/// The rule counts too where only the other set's threshold rests on it.
#[test]
fn the_rule_of_a_set_that_is_referred_to_must_be_confirmed() {
    let office = below_confirmed();
    office.confirm(&[KIEU_MAU]);
    office.confirm(&[NANG_CAO, "10.1"]);
    let (code, text) = office.dossier("An Toàn Khu", "kieu-mau", "a");
    assert_eq!(code, 1, "{text}");
    assert!(text.contains(&format!("ntm criteria confirm {NANG_CAO} column-rule --by")), "{text}");
    office.confirm(&[NANG_CAO, "column-rule"]);
    let (code, text) = office.dossier("An Toàn Khu", "kieu-mau", "a");
    assert_eq!(code, 0, "{text}");
    office.verifies("a");
}

/// An office in which all is confirmed that the titles below rest on.
fn below_confirmed() -> HigherOffice {
    static FILES: LazyLock<Files> = LazyLock::new(|| {
        let office = HigherOffice::new();
        office.confirm_below();
        office.0.files()
    });
    HigherOffice::of(&FILES)
}

/// An office that may hand in everything, with the path and the text of its data.
fn all_confirmed() -> (HigherOffice, String, String) {
    static FILES: LazyLock<Files> = LazyLock::new(|| {
        let office = below_confirmed();
        office.confirm(&[NANG_CAO]);
        office.confirm(&[KIEU_MAU]);
        office.0.files()
    });
    let office = HigherOffice::of(&FILES);
    let path = office.path("so-lieu/2022-12/xa.csv");
    let own = std::fs::read_to_string(&path).unwrap();
    (office, path, own)
}

/// Met is not enough where the decision asks for a name.
#[test]
fn the_outstanding_field_must_be_named() {
    let (office, path, own) = all_confirmed();
    std::fs::write(&path, own.replacen(",Văn hóa", ",-", 1)).unwrap();
    let (code, text) = office.dossier("Mẫu", "kieu-mau", "a");
    let says = "chưa nêu lĩnh vực nổi trội: ghi tên ở cột";
    assert!(code == 1 && text.contains(says), "{text}");
    assert!(text.contains("1 chỉ tiêu chưa đạt"), "{text}");
    std::fs::write(&path, own).unwrap();
    let (code, text) = office.dossier("Mẫu", "kieu-mau", "a");
    assert_eq!(code, 0, "{text}");
    office.verifies("a");
}

/// The titles below are presupposed with what proves them.
#[test]
fn what_nothing_proves_below_refuses_too() {
    let (office, path, own) = all_confirmed();
    let row = own.lines().find(|row| row.starts_with("90001,ntm,4.1,")).unwrap();
    std::fs::write(&path, own.replacen(row, &row.replace("BC 1/BC-UBND", ""), 1)).unwrap();
    let (code, text) = office.dossier("Mẫu", "nang-cao", "a");
    assert!(code == 1 && text.contains("1 minh chứng còn thiếu"), "{text}");
    assert!(
        text.contains("Minh chứng còn thiếu ở cấp độ thấp hơn và điều kiện công nhận"),
        "{text}"
    );
    std::fs::write(&path, &own).unwrap();
    let (code, text) = office.dossier("Mẫu", "kieu-mau", "a");
    assert_eq!(code, 0, "{text}");
    // The field is named on the page.
    let page = std::fs::read_to_string(office.path("a/self-assessment.md")).unwrap();
    assert!(page.contains("lĩnh vực nổi trội: Văn hóa"), "{page}");
}

/// What is asked of the title's own evidence is asked of that below.
#[test]
fn what_proves_the_titles_below_is_asked_for_as_much() {
    let (office, path, own) = all_confirmed();
    let header = "commune,level,indicator,part,value,evidence,note\n";
    let dated = |level: &str, date: &str| {
        let rows = own.lines().skip(1).map(|row| {
            let date = if row.starts_with(&format!("90001,{level},4.1,")) { date } else { "" };
            format!("{row},{date}\n")
        });
        header.replace("note\n", "note,valid_until\n") + &rows.collect::<String>()
    };
    let both = "xã nông thôn mới: 4.1";
    std::fs::write(&path, dated("ntm", "2022-12-30")).unwrap();
    for level in ["nang-cao", "kieu-mau"] {
        let (code, text) = office.dossier("Mẫu", level, "a");
        assert!(code == 1 && text.contains("1 minh chứng còn thiếu hoặc hết hiệu lực"), "{text}");
        assert!(text.contains("2022-12-30") && text.contains(both), "{text}");
    }
    std::fs::write(&path, dated("nang-cao", "30/12/2022")).unwrap();
    let (code, text) = office.dossier("Mẫu", "kieu-mau", "a");
    assert!(code == 1 && text.contains("xã nông thôn mới nâng cao: 4.1"), "{text}");
    // What is above is nothing to the title.
    assert_eq!(office.dossier("Mẫu", "ntm", "b").0, 0);
    std::fs::write(&path, dated("ntm", "2022-12-31")).unwrap();
    let row = own.lines().find(|row| row.starts_with("90001,ntm,4.1,")).unwrap();
    let two = row.replace("BC 1/BC-UBND", "BC 1/BC-UBND QĐ 2/QĐ-UBND");
    std::fs::write(&path, own.replacen(row, &two, 1)).unwrap();
    let (code, text) = office.dossier("Mẫu", "nang-cao", "a");
    assert!(code == 1 && text.contains("BC 1/BC-UBND; QĐ 2/QĐ-UBND"), "{text}");
    // Documents told apart by a stroke want a file each, below too; an empty one is none.
    std::fs::write(&path, own.replacen(row, &row.replace("BC 1/BC", "QĐ 2/QĐ-UBND / BC 1/BC"), 1))
        .unwrap();
    let folder = office.path("giay");
    let papers = format!("{folder}/90001");
    std::fs::create_dir_all(&papers).unwrap();
    std::fs::write(format!("{papers}/1-BC-UBND.pdf"), "%PDF").unwrap();
    std::fs::write(format!("{papers}/2-QD-UBND.pdf"), "").unwrap();
    let (data, sets, to) =
        (office.path("so-lieu/2022-12"), office.path("tieu-chi"), office.path("c"));
    let line = ["dossier", &data, "--commune", "Mẫu", "--level", "nang-cao", "--criteria", &sets];
    let line = [line.as_slice(), &["--evidence", &folder, "-o", &to]].concat();
    let (code, text) = Office::project().run_args(&line).code_and_text();
    let text = one_line(&text);
    assert!(code == 1 && text.contains("QĐ 2/QĐ-UBND xã nông thôn mới: 4.1"), "{text}");
    std::fs::write(format!("{papers}/2-QD-UBND.pdf"), "%PDF 2").unwrap();
    let (code, text) = Office::project().run_args(&line).code_and_text();
    assert_eq!(code, 0, "{text}");
    assert!(Path::new(&format!("{to}/evidence/90001/2-QD-UBND.pdf")).exists());
    office.verifies("c");
}
