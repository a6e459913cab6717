//! A month before that cannot be read is told, in every form of a report and by a check:
//! what is compared with another month in its place looks the same.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::office::Office;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";
const HEAD: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n";

/// A folder with a roster and months, by the names of their folders.
fn months(names: &[&str]) -> Office {
    let folder = Office::empty();
    folder.write("communes.csv", ROSTER);
    for name in names {
        month(&folder, name, "");
    }
    folder
}

fn month(folder: &Office, name: &str, level: &str) {
    folder.create_dir(name);
    let rows = format!("{HEAD}06727,{level},1.1,,đạt,,,QĐ 1\n06727,{level},2.1,,,10,10,BC 1\n");
    folder.write(format!("{name}/a.csv"), rows);
}

/// What a report of 2022-07 says, and what stands on standard error.
fn report(folder: &Office, more: &str) -> (String, String) {
    let run = folder.run(&format!("report 2022-07{more} --format markdown")).assert_code(0);
    let (page, told) = (run.stdout(), run.stderr());
    (page.replace('\\', ""), told)
}

#[test]
fn the_month_before_is_compared_with_in_silence() {
    let (page, told) = report(&months(&["2022-05", "2022-06", "2022-07"]), "");
    assert!(page.contains("So sánh kỳ 2022-07 với kỳ 2022-06"), "{page}");
    assert!(!page.contains("không được đem so sánh") && told.is_empty(), "{told}");
    // Nor is there anything to say of the first month.
    let (page, told) = report(&months(&["2022-07"]), "");
    assert!(page.contains("Không có số liệu của kỳ trước"), "{page}");
    assert!(!page.contains("không được đem so sánh") && told.is_empty(), "{told}");
}

#[test]
fn the_month_that_is_not_compared_with_is_told_with_the_reason() {
    let misnamed = |name: &str| months(&["2022-05", name, "2022-07"]);
    let without_data = months(&["2022-05", "2022-07"]);
    without_data.create_dir("2022-06");
    without_data.write("2022-06/06724.doc", "x");
    let other_level = months(&["2022-05", "2022-07"]);
    month(&other_level, "2022-06", "nang-cao");
    let a_file = months(&["2022-05", "2022-07"]);
    a_file.write("2022-06", "x");
    for (folder, why, hint) in [
        (misnamed("2022-6"), "đặt tên là “2022-6”", "đổi tên thư mục thành 2022-06"),
        (misnamed("2022_06"), "đặt tên là “2022_06”", "đổi tên thư mục thành 2022-06"),
        (misnamed("06-2022"), "đặt tên là “06-2022”", "đổi tên thư mục thành 2022-06"),
        (misnamed("Tháng 6"), "đặt tên là “Tháng 6”", "đổi tên thư mục thành 2022-06"),
        (months(&["2022-05", "2022-07"]), "không có thư mục", "đặt vào thư mục ấy"),
        (without_data, "không có tệp số liệu", "đặt tệp của các xã"),
        (other_level, "không xã nào có số liệu cấp độ ntm", "ntm check"),
        (a_file, "không đọc được thư mục", "có quyền đọc"),
    ] {
        let (page, told) = report(&folder, "");
        let said = ["So sánh kỳ 2022-07 với kỳ 2022-05", "không phải kỳ liền trước 2022-06"];
        for words in said.into_iter().chain(["Kỳ 2022-06 không được đem so sánh", why]) {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert_eq!(told.matches("cảnh báo[month-skipped]").count(), 1, "{told}");
        assert!(told.contains(why) && told.contains(hint), "{told}");
        let (page, told) = report(&folder, " --lang en");
        assert!(page.contains("2022-07 compared with 2022-05"), "{page}");
        assert!(page.contains("2022-06 is not compared with"), "{page}");
        assert!(told.contains("warning[month-skipped]"), "{told}");
    }
}

#[test]
#[cfg(unix)]
fn a_month_behind_a_link_that_leads_nowhere_is_told() {
    let folder = months(&["2022-05", "2022-07"]);
    std::os::unix::fs::symlink("/nowhere/2022-06", folder.path().join("2022-06")).unwrap();
    let (page, told) = report(&folder, "");
    assert!(page.contains("Kỳ 2022-06 không được đem so sánh: không đọc được thư mục"), "{page}");
    assert!(told.contains("2022-06: cảnh báo[month-skipped]"), "{told}");
}

#[test]
fn every_form_of_the_report_tells() {
    let folder = months(&["2022-05", "2022-6", "2022-07"]);
    let output = folder.run("report 2022-07 -o a.md -o a.html -o a.docx -o a.xlsx -o a.txt");
    assert!(output.succeeded(), "{output:?}");
    for name in ["a.md", "a.html", "a.docx", "a.xlsx", "a.txt"] {
        let text = text_of(&folder.path().join(name)).replace(['\n', ' '], "");
        assert!(text.contains("Kỳ2022-06khôngđượcđemsosánh"), "{name}");
    }
}

/// The words of a file, of one that is packed those of all its parts.
fn text_of(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) else {
        return String::from_utf8(bytes).unwrap();
    };
    let mut all = String::new();
    for place in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(place).unwrap().read_to_end(&mut part).unwrap();
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all
}

/// A folder of months with the period stands for the month in it.
#[test]
fn a_month_chosen_by_its_period_is_compared_as_well() {
    let folder = months(&["2022-05", "2022-06", "2022-07"]);
    let output = folder.run("report . --period 2022-07 --format markdown");
    let page = output.stdout();
    assert!(page.contains("So sánh kỳ 2022-07 với kỳ 2022-06"), "{page}");
}

#[test]
fn a_check_tells_of_the_month_before_that_it_cannot_read() {
    let codes = |folder: &Office, path: &str| -> Vec<String> {
        let output = folder.run(&format!("check {path} --format json"));
        let json: serde_json::Value = output.json();
        let problems = json["problems"].as_array().unwrap().iter();
        let about = problems.filter(|p| p["file"].as_str().unwrap().contains("2022-6"));
        about.map(|p| p["code"].as_str().unwrap().to_owned()).collect()
    };
    let folder = months(&["2022-05", "2022-6", "2022-07"]);
    assert_eq!(codes(&folder, "2022-07"), ["month-skipped"]);
    // Beside all months it is told once.
    assert_eq!(codes(&folder, "."), ["passed-over"]);
    assert!(codes(&months(&["2022-05", "2022-07"]), "2022-07").is_empty());
}

#[test]
fn misnamed_months_are_told_with_their_right_names() {
    let folder = months(&["2022-05", "2022-6", "2022_07", "08-2022", "Tháng 9", "202210", "bieu"]);
    for verb in ["check .", "trend .", "score . --period 2022-05", "ladder . --period 2022-05"] {
        let told = folder.run(verb).both();
        for right in ["2022-06", "2022-07", "2022-08", "2022-09", "2022-10"] {
            assert!(told.contains(&format!("tên không phải {right}")), "{verb}: {told}");
        }
    }
}
