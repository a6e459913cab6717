//! The monthly report, whatever its form: what it holds, where it goes, what it leaves
//! out. Its forms have tests of their own.

use std::fs;
use std::path::Path;

use crate::common::folder;
use crate::office::Office;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The headings of the sections.
fn headings(markdown: &str) -> Vec<&str> {
    markdown.lines().filter_map(|line| line.strip_prefix("## ")).collect()
}

#[test]
fn a_month_has_its_sections_in_order() {
    let text = Office::project().page("report --format markdown data/mong-cai/2022-06");
    let mut expected = vec![
        "Tổng hợp",
        "Ma trận xã và tiêu chí",
        "Các tiêu chí",
        "Chỉ tiêu chưa xã nào đạt",
        "Việc còn lại theo cơ quan chủ trì",
        "Biến động so với kỳ trước",
    ];
    let communes = [
        "Hải Sơn",
        "Bắc Sơn",
        "Hải Đông",
        "Hải Tiến",
        "Quảng Nghĩa",
        "Hải Xuân",
        "Vạn Ninh",
        "Vĩnh Trung",
        "Vĩnh Thực",
    ]
    .map(|name| format!("Xã {name}"));
    expected.extend(communes.iter().map(String::as_str));
    expected.push("Kết quả dựa trên mức đạt chuẩn chưa được xác nhận");
    expected.push("Nguồn số liệu và căn cứ");
    assert_eq!(headings(&text), expected);
    assert!(text.contains("9/9 xã có số liệu; bình quân đạt 13,44/19 tiêu chí, 43,78/57 chỉ tiêu"));
    // The bands add up to the communes.
    let bands = text.lines().skip_while(|line| !line.starts_with("| Mức | Số xã")).skip(2);
    let counts = bands.take_while(|line| line.starts_with('|'));
    let counts =
        counts.map(|line| line.split('|').nth(2).unwrap().trim().parse::<usize>().unwrap());
    assert_eq!(counts.sum::<usize>(), 9);
}

/// The section of changes is what `diff` says of the two months.
#[test]
fn changes_are_those_of_diff_with_the_last_month_beside() {
    for (old, new) in [("2022-05", "2022-06"), ("2022-06", "2022-07"), ("2022-07", "2022-12")] {
        let report =
            Office::project().page(&format!("report --format markdown data/mong-cai/{new}"));
        let (old, new) = (format!("data/mong-cai/{old}"), format!("data/mong-cai/{new}"));
        let diff = Office::project().page(&format!("diff {old} {new} --format markdown"));
        let rows: Vec<&str> = diff.lines().filter(|line| line.starts_with("| ")).collect();
        assert!(rows.len() > 20);
        for row in rows {
            assert!(report.contains(row), "{new}: {row}");
        }
    }
    let first = Office::project().page("report --format markdown data/mong-cai/2022-05");
    assert!(first.contains("Không có số liệu của kỳ trước bên cạnh kỳ này để so sánh."));
}

/// Months without data are gaps in the table of months.
#[test]
fn the_months_side_by_side_are_those_of_trend() {
    let report = Office::project().page("report --format markdown data/mong-cai/2022-12");
    for row in [
        "| 2022-05 | 9 | 13 | 42,33 | 86,93 |",
        "| 2022-07 | 8 | 14,25 | 46,88 | 92,5 |",
        "| 2022-09 | không có số liệu |  |  |  |",
        "| 2022-12 | 9 | 17,22 | 53,78 | 98,12 |",
    ] {
        assert!(report.contains(row), "{row}");
    }
}

#[test]
fn faulty_earlier_months_are_told_and_do_not_keep_a_report_from_being_made() {
    let folder = folder("2022-06", "06727,ntm,1.1,,đạt,,,QĐ 1\n");
    folder.create_dir("2022-05");
    folder.write("2022-05/06727.csv", "indicator,value\n1.1,có lẽ\n");
    let output = folder.run("report 2022-06 --format markdown");
    assert!(output.succeeded() && output.stderr().is_empty());
    let text = output.stdout();
    assert!(text.contains("Số liệu các kỳ trước có 1 lỗi nên không so sánh"), "{text}");
}

#[test]
fn what_rests_on_what_is_said() {
    let text = Office::project().page("report --format markdown data/mong-cai/2022-06");
    let bytes = fs::read(format!("{ROOT}/data/mong-cai/2022-06/06727.csv")).unwrap();
    let own = ntm::law::sha256(&bytes);
    assert!(text.contains(&format!("| 2022-06/06727.csv | {own} |")));
    // What the changes rest on, too.
    assert!(text.contains("| 2022-05/06727.csv |"));
    let set = fs::read(format!("{ROOT}/criteria/qd-318-2022-ntm.toml")).unwrap();
    assert!(text.contains(&ntm::law::sha256(&set)));
    assert!(text.contains("39 dùng mức chưa đối chiếu với văn bản, 18 dùng mức giả định"));
}

#[test]
fn a_report_for_everybody_leaves_out_evidence_and_paths() {
    let own =
        Office::project().page("report --format markdown data/mong-cai/2022-06 --commune 06727");
    let public = Office::project()
        .page("report --format markdown data/mong-cai/2022-06 --commune 06727 --public");
    assert!(own.contains("BC-UBND") && own.contains("| 2022-06/06727.csv |"));
    assert!(!public.contains("BC-UBND") && !public.contains("2022-06/06727"));
    assert!(!public.contains(".csv"), "an officer's name may stand in the name of a file");
    // The figures stay.
    assert!(public.contains("Xã Bắc Sơn") && public.contains("≥ 90%"));
}

#[test]
fn each_commune_has_a_file_that_is_its_report() {
    let out = Office::empty();
    let path = out.path().join("xa");
    let target = path.to_str().unwrap();
    Office::project().page_args([
        "report",
        "data/mong-cai/2022-07",
        "--each",
        "--format",
        "markdown",
        "-o",
        target,
    ]);
    let mut names: Vec<String> = fs::read_dir(&path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    // Vĩnh Trung, 06754, has not reported.
    let codes = ["06724", "06727", "06730", "06733", "06739", "06745", "06748", "06757"];
    assert_eq!(names, codes.map(|code| format!("{code}.md")));
    for code in ["06727", "06757"] {
        let own = Office::project()
            .page(&format!("report --format markdown data/mong-cai/2022-07 --commune {code}"));
        assert_eq!(fs::read_to_string(path.join(format!("{code}.md"))).unwrap(), own);
    }
}

/// Forms that communes have filled in bear the names that reports of communes have.
#[test]
fn only_reports_are_replaced_by_reports() {
    let folder = Office::empty();
    let to = folder.path().join("thang 7");
    let target = to.to_str().unwrap();
    let data = ["report", "data/mong-cai/2022-07", "--each", "-o", target, "--format"];
    let form = |period| ["template", "data/mong-cai", "--period", period, "-o", target];
    Office::project().page_args(form("2022-08"));
    let files = || {
        let entries = fs::read_dir(&to).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries.map(|path| (fs::read(&path).unwrap(), path)).collect();
        files.sort();
        files
    };
    let before = files();
    let output = Office::project().run_args([&data[..], &["xlsx"]].concat());
    let said = output.stderr();
    assert_eq!(output.code(), 2, "{said}");
    assert!(said.contains("không phải báo cáo") && said.contains("06727.xlsx"), "{said}");
    assert!(files() == before);
    // Its own reports it replaces, in every format.
    for format in ["docx", "html", "markdown", "table"] {
        for _ in 0..2 {
            Office::project().page_args([&data[..], &[format, "--commune", "06727"]].concat());
        }
    }
    before.iter().for_each(|(_, path)| fs::remove_file(path).unwrap());
    for _ in 0..2 {
        Office::project().page_args([&data[..], &["xlsx", "--commune", "06727"]].concat());
    }
}

#[test]
fn what_cannot_be_asked_for_is_refused() {
    let data = ["report", "data/mong-cai/2022-07"];
    for (extra, told) in [
        (&["--commune", "06754"][..], "chưa có số liệu"),
        (&["--commune", "06727", "--commune", "06730"], "--each"),
        (&["--form", "verification"], "--commune"),
        (&["-o", "data/mong-cai/2022-07/bao-cao.xlsx"], "thư mục số liệu"),
        (&["--each", "-o", "data/mong-cai/2022-07"], "thư mục số liệu"),
        (&["--each", "--format", "csv", "-o", "x"], "csv"),
        (&["-o", "bao-cao.pdf"], ".docx"),
    ] {
        let output = Office::project().run_args([&data[..], extra].concat()).assert_code(2);
        let said = output.stderr();
        assert!(output.bytes().is_empty() && said.contains(told), "{extra:?}: {said}");
    }
    assert!(!Path::new(ROOT).join("data/mong-cai/2022-07/bao-cao.xlsx").exists());
}

/// The commune says it has 100%, the city found 80%: each in its column.
#[test]
fn the_tables_of_the_voices_set_them_side_by_side() {
    let rows = "06727,ntm,17.10,,100,,,BC 1\n06727,ntm,1.1,,đạt,,,QĐ 1\n";
    let folder = folder("2022-06", rows);
    let verified = "commune,level,indicator,part,value,source\n06727,ntm,17.10,,80,verified\n\
        06727,ntm,1.1,,đạt,verified\n";
    folder.write("2022-06/tham-tra.csv", verified);
    let run = |form: &str| {
        let arguments =
            ["report", "2022-06", "--commune", "06727", "--format", "markdown", "--form", form];
        let output = folder.run_args(arguments).assert_code(0);
        output.stdout()
    };
    let row = |text: &str, id: &str| -> Vec<String> {
        let line = text.lines().find(|line| line.starts_with(&format!("| {id} |"))).unwrap();
        let cells = line.trim_matches('|').split(" | ");
        cells.skip(3).map(|cell| cell.trim().to_owned()).collect()
    };
    let own = run("self-assessment");
    assert!(own.contains(
        "| TT | Tên tiêu chí | Nội dung tiêu chí | Tiêu chuẩn đạt chuẩn | Kết quả thực hiện | \
         Kết quả tự đánh giá của xã |"
    ));
    assert_eq!(row(&own, "17.10"), ["≥ 100%", "100%", "đạt"]);
    let verified = run("verification");
    assert_eq!(row(&verified, "17.10"), ["≥ 100%", "100%", "đạt", "chưa đạt<br>80%"]);
    assert_eq!(row(&verified, "1.1"), ["đạt", "đạt", "đạt", "đạt"]);
    assert!(verified.contains("Kết quả thẩm tra"));
    let appraised = run("appraisal");
    assert!(appraised.contains("Chưa có kết quả tỉnh thẩm định"));
    // Each voice's result stands above the table, in its words.
    let above = verified.split("## ").next().unwrap();
    for said in ["chỉ tiêu đạt theo kết quả xã tự đánh giá", "theo kết quả thành phố thẩm tra"]
    {
        assert!(above.contains(said), "{above}");
    }
    assert!(above.contains("Kỳ báo cáo tháng 6/2022, mã xã 06727"), "{above}");
    let law = "Phụ lục I của 318/QĐ-TTg ngày 8/3/2022 của Thủ tướng Chính phủ; \
        1246/QĐ-UBND ngày 11/5/2022 của UBND tỉnh Quảng Ninh";
    assert!(above.contains(law), "{above}");
    assert_eq!(row(&appraised, "17.10"), ["≥ 100%", "100%", "đạt", "chưa đạt<br>80%", ""]);
}

/// A roster that is named may lie anywhere: what is written of the data is the same.
#[test]
fn a_named_roster_changes_no_byte_wherever_it_lies() {
    let folder = Office::empty();
    let at = |path: &str| folder.path().join(path).to_str().unwrap().to_owned();
    let months = "nha/an/may-rieng/so-lieu";
    for path in [&format!("{months}/2022-05"), "khac"] {
        fs::create_dir_all(at(path)).unwrap();
    }
    fs::copy("data/mong-cai/2022-05/06727.csv", at(&format!("{months}/2022-05/06727.csv")))
        .unwrap();
    let month = at(&format!("{months}/2022-05"));
    let made = |roster: &str, verb: &[&str]| {
        fs::copy("data/mong-cai/communes.csv", at(roster)).unwrap();
        let output = folder.run_args([verb, &[&month, "--communes", &at(roster)]].concat());
        fs::remove_file(at(roster)).unwrap();
        assert_ne!(output.code(), 2, "{}", output.stderr());
        output.stdout()
    };
    let to = at("hs");
    for verb in [
        &["report", "--format", "markdown"][..],
        &["check", "--format", "markdown"],
        &["explain", "--commune", "06727", "--format", "html"],
        &["gaps", "--format", "csv"],
        &["dossier", "--draft", "--commune", "06727", "-o", &to],
    ] {
        let mut texts = Vec::new();
        // Far above the data, above it, elsewhere, beside the months.
        for place in ["nha", "nha/an", "khac", months] {
            let mut text = made(&format!("{place}/ds.csv"), verb);
            if verb[0] == "dossier" {
                text = fs::read_to_string(format!("{to}/receipt.json")).unwrap();
                fs::remove_dir_all(&to).unwrap();
            }
            assert!(!text.contains("may-rieng") && !text.contains("so-lieu/"), "{verb:?} {place}");
            texts.push(text);
        }
        assert!(texts.windows(2).all(|two| two[0] == two[1]), "{verb:?}");
    }
    // To name the one that is found anyway changes nothing.
    fs::copy("data/mong-cai/communes.csv", at("nha/an/communes.csv")).unwrap();
    let report = |more: &[&str]| {
        let verb = ["report", "--format", "markdown", &month];
        folder.run_args([&verb[..], more].concat()).stdout()
    };
    let found = report(&[]);
    assert!(found.contains("| may-rieng/so-lieu/2022-05/06727.csv"));
    assert!(report(&["--communes", &at("nha/an/communes.csv")]) == found);
}
