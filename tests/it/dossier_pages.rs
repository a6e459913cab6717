//! What the pages of a dossier and the terminal say of it: the result and the law first, who
//! confirmed the thresholds, what was not looked at, what stands before recognition.

use std::fs;

use crate::dossier_office::{DossierOffice, entry, text, verify};
use crate::office::Office;

const RESULT: &str = "19/19 tiêu chí, 57/57 chỉ tiêu đạt theo kết quả xã tự đánh giá";

#[test]
fn the_result_and_the_law_stand_under_the_title() {
    let office = DossierOffice::new();
    let page = text(&office.made("ho-so"), "self-assessment.md");
    let lead: Vec<&str> = page.lines().filter(|line| !line.is_empty()).take(5).collect();
    assert!(lead[0].starts_with("# Biểu tổng hợp"), "{lead:?}");
    assert_eq!(lead[1..3], [RESULT, "Kỳ báo cáo tháng 12/2022, mã xã 06739"]);
    let law = "Phụ lục I của 318/QĐ-TTg ngày 8/3/2022 của Thủ tướng Chính phủ; \
        1246/QĐ-UBND ngày 11/5/2022 của UBND tỉnh Quảng Ninh";
    assert!(lead[3].starts_with("Căn cứ Bộ tiêu chí quốc gia") && lead[3].ends_with(law));
    assert_eq!(page.matches(RESULT).count(), 1, "not at the end again");
    let close = "Kết quả trên do xã tự đánh giá; cấp trên thẩm tra, thẩm định. \
        Điều kiện công nhận: xem phần riêng của hồ sơ";
    assert!(page.contains(close), "{page}");
}

#[test]
fn who_confirmed_the_thresholds_is_on_the_page() {
    let office = DossierOffice::new();
    // One of them was read by another, on another day.
    let sets = office.path("tieu-chi/qd-1246-2022-quang-ninh-ntm.toml");
    let own = fs::read_to_string(&sets).unwrap();
    let (before, last) = own.split_at(own.rfind("Nguyễn Văn A").unwrap());
    let last =
        last.replacen("Nguyễn Văn A", "Trần Thị B", 1).replacen("2022-12-01", "2022-12-05", 1);
    fs::write(&sets, format!("{before}{last}")).unwrap();
    let made = office.made("ho-so");
    let page = text(&made, "self-assessment.md");
    let section = page.split("## Xác nhận mức đạt chuẩn").nth(1).unwrap();
    assert!(section.contains("xã nông thôn mới: cả 57 chỉ tiêu đã được xác nhận"), "{section}");
    let rows: Vec<&str> = section.lines().filter(|line| line.contains("bản giấy")).collect();
    assert_eq!(rows.len(), 4, "{section}");
    let ids = |row: &str| row.trim_matches('|').rsplit('|').next().unwrap().split(',').count();
    assert_eq!(rows.iter().map(|row| ids(row)).sum::<usize>(), 57 + 3, "{section}");
    let other =
        "| Trần Thị B | 5/12/2022 | bản giấy | 1246/QĐ-UBND<br>qd-1246-2022-quang-ninh-ntm |";
    assert_eq!(rows.iter().filter(|row| row.starts_with(other)).count(), 1, "{section}");
    assert!(rows.iter().any(|row| row.starts_with(other) && ids(row) == 1), "{section}");
    // `explain` says it too, where the threshold is.
    let (data, sets) = (office.path("so-lieu/2022-12"), office.path("tieu-chi"));
    let explain = |more: &[&str]| {
        let own = ["explain", &data, "--criteria", &sets, "--commune", "06739"];
        let output = Office::project().run_args([&own, more].concat()).assert_code(0);
        output.stdout().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let told_of = explain(&["--indicator", "17.3"]);
    let sure = "(đã xác nhận: Nguyễn Văn A, ngày 1/12/2022, theo bản giấy)";
    assert!(told_of.contains(sure), "{told_of}");
    let found: serde_json::Value =
        serde_json::from_str(&explain(&["--indicator", "17.3", "--format", "json"])).unwrap();
    let told_of = &found["explanations"][0]["parts"][0]["confirmations"];
    let sure = serde_json::json!([{"by": "Nguyễn Văn A", "on": "2022-12-01", "text": "bản giấy",
        "set": "qd-318-2022-ntm"}]);
    assert_eq!(*told_of, sure);
    assert_eq!(verify(&made).0, 0);
}

/// A multiple rests on two readings: of its factor and of what is multiplied. One of them
/// alone confirms nothing.
#[test]
fn a_multiple_is_confirmed_by_both_readings() {
    let office = DossierOffice::new();
    let sets = office.path("tieu-chi");
    let confirm = |set: &str, indicator: &str, by: &str| {
        let who = ["--by", by, "--on", "2022-12-01", "--text", "bản giấy", "-o", &sets];
        let (code, text) = Office::project()
            .run_args([&["criteria", "confirm", set, indicator], who.as_slice()].concat())
            .code_and_text();
        assert_eq!(code, 0, "{text}");
    };
    let row = "commune,period,level,indicator,value\n06739,2022-12,kieu-mau,2.1,90\n";
    fs::write(office.path("so-lieu/2022-12/06739-kieu-mau.csv"), row).unwrap();
    let readings = || {
        let data = office.path("so-lieu/2022-12");
        let output = Office::project().run_args([
            "explain",
            &data,
            "--criteria",
            &sets,
            "--commune",
            "06739",
            "--level",
            "kieu-mau",
            "--format",
            "json",
        ]);
        let found: serde_json::Value = output.json();
        let parts = found["explanations"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|one| one["parts"].as_array().unwrap().clone());
        let multiple = parts.into_iter().find(|part| part["basis"].to_string().contains('×'));
        let multiple = multiple.unwrap();
        let by = multiple["confirmations"].as_array().unwrap().iter();
        let by: Vec<String> = by.map(|r| r["by"].as_str().unwrap().to_owned()).collect();
        (multiple["confidence"].as_str().unwrap().to_owned(), by)
    };
    assert_eq!(readings().1, [""; 0]);
    let id = FACTOR;
    confirm("qd-319-2022-kieu-mau", id, "Người đọc hệ số");
    let (confidence, by) = readings();
    assert!(confidence != "confirmed" && by.is_empty(), "{confidence} {by:?}");
    confirm("qd-318-2022-nang-cao", "10.1", "Người đọc mức");
    let both = ["Người đọc hệ số".to_owned(), "Người đọc mức".to_owned()];
    assert_eq!(readings(), ("confirmed".to_owned(), both.to_vec()));
}

/// The indicator whose threshold is a multiple.
const FACTOR: &str = "2.1";

#[test]
fn the_terminal_says_whose_word_it_is_and_what_was_not_looked_at() {
    let office = DossierOffice::new();
    let (code, text) = office.dossier("ho-so", &[]).code_and_text();
    assert_eq!(code, 0);
    let not_checked = "Chưa kiểm tra tệp minh chứng; hồ sơ không kèm tệp, thêm --evidence THƯ-MỤC";
    let made = "Đã lập hồ sơ xã nông thôn mới của xã Quảng Nghĩa, kỳ 2022-12: ";
    for line in [RESULT, not_checked] {
        assert_eq!(text.lines().filter(|l| *l == line).count(), 1, "{line}: {text}");
    }
    assert!(text.starts_with(made) && text.contains("ghi vào tờ trình"), "{text}");
    let list = crate::dossier_office::text(&office.path("ho-so"), "evidence-list.md");
    assert!(list.starts_with("# Danh mục minh chứng theo bộ tiêu chí xã nông thôn mới của xã"));
    assert!(list.contains("Chưa kiểm tra tệp minh chứng: khi lập hồ sơ không nêu thư mục"));
    let letter = fs::read(office.path("ho-so/evidence-list.docx")).unwrap();
    let letter = entry(&letter, "word/document.xml");
    assert!(letter.contains("Kèm theo: ") && letter.contains("Minh chứng theo chỉ tiêu"));
    assert!(letter.contains("(Kèm theo Danh mục minh chứng theo"));
    assert!(!letter.contains("Báo cáo này") && !letter.contains("Kèm theo Báo cáo"));
    // With a folder it was looked at, and a draft's digest is of no submission.
    let folder = office.path("minh-chung");
    let (code, text) = office.dossier("b", &["--evidence", &folder, "--draft"]).code_and_text();
    assert_eq!(code, 0);
    assert!(!text.contains("--evidence") && !text.contains("tờ trình"), "{text}");
    assert!(text.contains("của bản dự thảo: "), "{text}");
    let list = crate::dossier_office::text(&office.path("b"), "evidence-list.md");
    assert!(!list.contains("không nêu thư mục"));
}

#[test]
fn a_draft_lists_what_nobody_confirmed_and_no_command() {
    let office = DossierOffice::new();
    let (code, text) = office.dossier("a", &["--level", "nang-cao", "--draft"]).code_and_text();
    assert_eq!(code, 0, "{text}");
    let page = crate::dossier_office::text(&office.path("a"), "self-assessment.md");
    let section = page.split("## Còn thiếu").nth(1).unwrap().split("\n## ").next().unwrap();
    assert!(section.contains("### Mức chưa xác nhận với văn bản"), "{section}");
    assert!(
        section.contains("| 1.1 | đạt | giả định | qd-1246-2022-quang-ninh-nang-cao |"),
        "{section}"
    );
    for command in [" ntm ", "\nntm ", "--by", "--period", "THƯ-MỤC"] {
        assert!(!page.contains(command), "{command}");
    }
    // Only kinds of which there are any.
    office.edit("06739.csv", |text| text.replacen("ntm,1.2,,đạt", "ntm,1.2,,chưa đạt", 1));
    office.dossier("b", &["--draft"]).assert_code(0);
    let page = crate::dossier_office::text(&office.path("b"), "self-assessment.md");
    let section = page.split("## Còn thiếu").nth(1).unwrap();
    let first = section.lines().find(|line| !line.is_empty()).unwrap();
    assert_eq!(first, "1 chỉ tiêu chưa đạt, chưa có số liệu hoặc chưa có mức");
}

/// The end of the list stays with the signature, and no head of a sheet is a tower.
#[test]
fn pages_are_laid_out_to_be_signed_and_read() {
    let office = DossierOffice::new();
    office.made("ho-so");
    let letter = fs::read(office.path("ho-so/evidence-list.docx")).unwrap();
    let letter = entry(&letter, "word/document.xml");
    let (before, _) = letter.split_once("Kèm theo: Phụ lục").unwrap();
    let rows: Vec<&str> = before.split("<w:tr>").collect();
    for row in &rows[rows.len() - 3..] {
        let row = row.split("</w:tr>").next().unwrap();
        assert_eq!(row.matches("<w:keepNext").count(), row.matches("<w:p>").count(), "{row}");
        assert!(row.contains("<w:p>"), "{row}");
    }
    let book = fs::read(office.path("ho-so/self-assessment.xlsx")).unwrap();
    let sheet = entry(&book, "xl/worksheets/sheet1.xml");
    let last = sheet.split("<col ").last().unwrap();
    let width = last.split("width=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(width.parse::<f64>().unwrap() >= 9.0, "{width}");
}

#[test]
fn a_dossier_is_no_single_file() {
    let office = DossierOffice::new();
    for ending in ["docx", "XLSX", "html", "pdf", "json", "md", "txt", "csv"] {
        let to = format!("ho-so.{ending}");
        let (code, text) = office.dossier(&to, &[]).code_and_text();
        assert_eq!(code, 2, "{text}");
        assert!(text.contains("thư mục hoặc .zip"), "{text}");
        assert!(!std::path::Path::new(&office.path(&to)).exists());
    }
    // A dot in the name of a folder is no ending.
    office.made("ho-so.2022");
}

#[test]
fn a_silent_month_names_those_that_are_there() {
    let office = DossierOffice::new();
    let earlier = office.path("so-lieu/2022-11");
    fs::create_dir_all(&earlier).unwrap();
    let row = "commune,period,level,indicator,value\n06739,2022-11,ntm,1.1,đạt\n";
    fs::write(format!("{earlier}/06739.csv"), row).unwrap();
    let run = |more: &[&str]| {
        let own = ["dossier", &earlier, "--commune", "06739", "-o", &office.path("ho-so")];
        Office::project().run_args([&own, more].concat()).code_and_text()
    };
    let (code, text) = run(&["--level", "nang-cao"]);
    assert_eq!(code, 2);
    let said =
        "chưa có số liệu kỳ 2022-11, cấp độ “xã nông thôn mới nâng cao”, nguồn “xã tự đánh giá”";
    assert!(text.contains(said) && text.contains("có ở kỳ: 2022-12"), "{text}");
    // Of files without a month of their own all months are read.
    let all = office.path("tat-ca.csv");
    fs::write(&all, row).unwrap();
    let roster = office.path("so-lieu/communes.csv");
    let (code, text) = Office::project()
        .run_args([
            "dossier",
            &all,
            "--communes",
            &roster,
            "--period",
            "2022-10",
            "--commune",
            "06739",
            "-o",
            &office.path("ho-so"),
        ])
        .code_and_text();
    assert_eq!(code, 2);
    assert!(text.contains("có ở kỳ: 2022-11"), "{text}");
    // And the months beside a folder of a month.
    let december = office.path("so-lieu/2022-12/06739.csv");
    fs::write(&december, fs::read_to_string(&december).unwrap().replace("06739,", "06727,"))
        .unwrap();
    fs::remove_file(office.path("so-lieu/2022-12/06727.csv")).unwrap();
    let (code, text) = office.dossier("ho-so", &[]).code_and_text();
    assert_eq!(code, 2);
    assert!(text.contains("có ở kỳ: 2022-11"), "{text}");
}
