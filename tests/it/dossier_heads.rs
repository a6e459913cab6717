//! Whose paper a dossier is: the commune's, the city's or the province's, as the tables of
//! `office.toml` name them, never the head of whoever writes beside them.

use std::fs;
use std::path::Path;

use crate::dossier_office::{DossierOffice, entry, receipt, text, verify};
use crate::office::Office;
use crate::office::ROOT;
use crate::office::files_below;

/// The reporting office, and the commune's own table.
const BOTH: &str = "parent = \"UBND thành phố\"\nbody = \"Văn phòng Điều phối\"\nplace = \"Móng Cái\"\n\
    symbol = \"BC-VPĐP\"\ntitle = \"Chánh Văn phòng\"\nsigner = \"Người Của Phòng\"\n\
    recipients = [\"Thường trực\", \"Lưu: VPĐP\"]\n\n\
    [self]\nbody = \"UBND xã {xã}\"\nsymbol = \"BC-UBND\"\ntitle = \"Chủ tịch\"\n\
    recipients = [\"Đảng ủy xã {xã}\"]\n";

/// The words of a letter.
fn letter(bytes: &[u8]) -> String {
    entry(bytes, "word/document.xml")
}

/// A form of the sample's commune with this `office.toml` beside the roster, and what was
/// told of it.
fn form(office: &DossierOffice, voice: &str, more: &[&str]) -> (String, String) {
    let (data, to) = (office.path("so-lieu/2022-12"), office.path("bieu.docx"));
    let own = ["report", &data, "--form", voice, "--commune", "06739", "-o", &to];
    let (code, text) = Office::project().run_args([&own, more].concat()).code_and_text();
    assert_eq!(code, 0, "{text}");
    (letter(&fs::read(&to).unwrap()), text)
}

#[test]
fn the_head_of_the_commune_stands_on_its_dossier() {
    let office = DossierOffice::new();
    let head = office.path("so-lieu/office.toml");
    fs::write(&head, format!("\u{feff}{BOTH}")).unwrap();
    let made = office.made("ho-so");
    let all = files_below(&made);
    assert_eq!(all["inputs/office.toml"], fs::read(&head).unwrap());
    let roles = receipt(&made)["inputs"].clone();
    let roles = roles.as_array().unwrap().iter().filter(|input| input["role"] == "office");
    assert_eq!(roles.map(|input| &input["path"]).collect::<Vec<_>>(), ["inputs/office.toml"]);
    for stem in ["self-assessment", "evidence-list"] {
        let letter = letter(&all[&format!("{stem}.docx")]);
        for own in ["UBND XÃ QUẢNG NGHĨA", "/BC-UBND", "CHỦ TỊCH", "- Đảng ủy xã Quảng Nghĩa;"]
        {
            assert!(letter.contains(own), "{stem}: {own}");
        }
        // What the table leaves out is open.
        for other in ["VĂN PHÒNG", "BC-VPĐP", "Người Của Phòng", "Thường trực", "Móng Cái,"]
        {
            assert!(!letter.contains(other), "{stem}: {other}");
        }
    }
    assert_eq!(verify(&made).0, 0);
    let inside = format!("{made}/inputs/office.toml");
    fs::write(&inside, text(&made, "inputs/office.toml").replace("UBND xã", "UBND Xã")).unwrap();
    let (code, found) = verify(&made);
    assert_eq!(code, 1);
    assert_eq!(found["differences"][0]["group"], "input");
}

#[test]
fn a_voice_without_table_takes_no_other_head() {
    let office = DossierOffice::new();
    let head = office.path("so-lieu/office.toml");
    fs::write(&head, BOTH).unwrap();
    let (own, told_of) = form(&office, "self-assessment", &[]);
    assert!(own.contains("UBND XÃ QUẢNG NGHĨA") && !told_of.contains("office.toml"), "{told_of}");
    // What the city verified is the reporting office's.
    let (city, told_of) = form(&office, "verification", &[]);
    assert!(city.contains("VĂN PHÒNG ĐIỀU PHỐI") && city.contains("Người Của Phòng"));
    assert!(!city.contains("UBND XÃ") && !told_of.contains("office.toml"), "{told_of}");
    assert!(!form(&office, "verification", &["--public"]).0.contains("Người Của Phòng"));
    let (province, told_of) = form(&office, "appraisal", &[]);
    assert!(!province.contains("VĂN PHÒNG") && !province.contains("UBND XÃ"));
    assert!(province.contains("Số: ………/BC-…………"));
    assert!(
        told_of.contains("[appraised]") && told_of.contains("so-lieu/office.toml"),
        "{told_of}"
    );
    // A table of its own stands before the head of the file.
    fs::write(&head, format!("{BOTH}[verified]\nbody = \"Đoàn thẩm tra\"\n")).unwrap();
    let (city, _) = form(&office, "verification", &[]);
    assert!(city.contains("ĐOÀN THẨM TRA") && !city.contains("VĂN PHÒNG"));
    assert!(!city.contains("Người Của Phòng"));
    // Without the file it is said where one would go.
    fs::remove_file(&head).unwrap();
    let (code, text) = office.dossier("ho-so", &[]).code_and_text();
    assert_eq!(code, 0);
    let lines = text.lines().filter(|line| line.contains("[self]"));
    assert_eq!(lines.filter(|line| line.contains("so-lieu/office.toml")).count(), 1, "{text}");
}

#[test]
fn the_sample_has_an_illustrative_head_of_its_communes() {
    let office = DossierOffice::new();
    let (data, to) = (format!("{ROOT}/data/mong-cai/2022-12"), office.path("bieu.docx"));
    let form = ["--form", "self-assessment", "--commune", "06739", "-o", &to];
    let (code, text) = Office::project()
        .run_args([&["report", data.as_str()], &form[..]].concat())
        .code_and_text();
    assert_eq!((code, text.as_str()), (0, ""));
    let letter = letter(&fs::read(&to).unwrap());
    assert!(letter.contains("UBND XÃ QUẢNG NGHĨA") && letter.contains("/BC-UBND"));
}

/// Told as `report` tells it, by the name that the user knows, and all in one run.
#[test]
fn faults_inside_the_tables_are_told() {
    let office = DossierOffice::new();
    let head = office.path("so-lieu/office.toml");
    let faulty = "bodi = \"x\"\ntitle = \"{xã}\"\nappraised = \"UBND\"\n[self]\nsymbl = \"y\"\nplace = 5\n\
        body = \"UBND xã {ten}\"\nrecipients = [\"{xã}\", 3]\n[city]\nbody = \"z\"\n";
    fs::write(&head, faulty).unwrap();
    let (code, text) = office.dossier("hong", &[]).code_and_text();
    assert_eq!(code, 2);
    for place in ["1:1", "2:9", "3:13", "5:1", "6:9", "7:8", "8:14", "9:2"] {
        let fault = format!("so-lieu/office.toml:{place}: lỗi[bad-office]");
        assert!(text.contains(&fault), "{place}: {text}");
    }
    assert_eq!(text.matches("lỗi[bad-office]").count(), 8, "{text}");
    assert!(text.contains("`symbl`") && text.contains("symbol"), "{text}");
    assert!(!Path::new(&office.path("hong")).exists());
}
