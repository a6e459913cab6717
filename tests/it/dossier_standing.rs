//! What stands beside a dossier's own table: the titles below, the conditions of
//! recognition, what the data says against itself, and the head of the office.

use std::fs;
use std::path::Path;

use crate::dossier_office::{
    CONDITIONS, DossierOffice, bare_of_conditions, conditions, entry, receipt, resealed, text,
    verify,
};
use crate::office::Office;
use crate::office::ROOT;
use crate::office::files_below;
use serde_json::json as value;

/// The words that only criteria, lower titles and conditions together allow.
const ELIGIBLE: &str = "Đủ điều kiện đề nghị công nhận";

/// The file of the conditions of recognition.
const TOLD: &str = "06739.csv";

/// What a document says of recognition in every form of it.
fn says_eligible(folder: &str) -> bool {
    let all = files_below(folder);
    let said = |(_, bytes): (&String, &Vec<u8>)| {
        String::from_utf8_lossy(bytes).to_lowercase().contains(&ELIGIBLE.to_lowercase())
    };
    let mut pages = all.iter().filter(|(name, _)| name.ends_with(".md") || name.ends_with(".html"));
    let pages = pages.any(said);
    let letter = entry(&all["self-assessment.docx"], "word/document.xml").contains(ELIGIBLE);
    assert_eq!(pages, letter);
    pages
}

/// Without its conditions no title is granted: they are asked for as its own indicators are.
#[test]
fn conditions_of_recognition_refuse_until_they_are_met_and_proved() {
    let office = DossierOffice::new();
    office.edit(TOLD, bare_of_conditions);
    let (code, page) = office.dossier("ho-so", &[]).code_and_text();
    assert_eq!(code, 1, "{page}");
    let says = "3 điều kiện công nhận chưa đạt, chưa có số liệu hoặc chưa có mức";
    assert!(page.contains(says) && page.contains("--figures-only"), "{page}");
    assert!(!Path::new(&office.path("ho-so")).exists());
    office.dossier("ho-so", &["--draft"]).assert_code(0);
    let made = office.path("ho-so");
    let told_of = receipt(&made)["recognition"].clone();
    let untold = value!({"1.1": "missing", "2.1": "missing", "3.1": "missing"});
    assert_eq!(told_of, value!({"set": CONDITIONS, "eligible": false, "verdicts": untold}));
    assert_eq!(receipt(&made)["lacking"]["conditions"], 3);
    let page = text(&made, "self-assessment.md");
    assert!(page.contains("## Điều kiện công nhận"), "{page}");
    assert!(page.contains("chưa có số liệu của điều kiện 1.1, 2.1, 3.1"), "{page}");
    assert!(!says_eligible(&made));
    assert_eq!(verify(&made).0, 0);
    for (rate, verdict, eligible) in [("89.9", "not_met", false), ("90", "met", true)] {
        let office = DossierOffice::new();
        office.edit(TOLD, |text| bare_of_conditions(text) + &conditions(rate));
        let (code, page) = office.dossier("ho-so", &[]).code_and_text();
        assert_eq!(code, i32::from(!eligible), "{page}");
        if !eligible {
            assert!(page.contains("1 điều kiện công nhận chưa đạt"), "{page}");
            office.dossier("ho-so", &["--draft"]).assert_code(0);
        }
        let made = office.path("ho-so");
        let told_of = &receipt(&made)["recognition"];
        assert_eq!(told_of["verdicts"]["2.1"], verdict);
        assert_eq!(told_of["eligible"], eligible);
        let page = text(&made, "self-assessment.md");
        assert!(page.contains("| 3.1 | Xã không thuộc diện"), "{page}");
        assert!(page.contains("| BC 93.1/BC-UBND |"), "{page}");
        assert!(page.contains(&format!("| ≥ 90% | {}% |", rate.replace('.', ","))), "{page}");
        assert_eq!(says_eligible(&made), eligible, "{page}");
        assert_eq!(verify(&made).0, 0);
    }
}

/// As much is asked of the conditions as of indicators.
#[test]
fn what_proves_the_conditions_is_asked_for_too() {
    for (from, to, says) in [
        ("BC 93.1/BC-UBND", "", "1 minh chứng còn thiếu"),
        (
            "BC 93.1/BC-UBND",
            "BC 93.1/BC-UBND QĐ 45/QĐ-UBND",
            "1 ô minh chứng chưa rõ là một hay nhiều văn bản",
        ),
    ] {
        let office = DossierOffice::new();
        office.edit(TOLD, |text| text.replace(from, to));
        let (code, page) = office.dossier("ho-so", &[]).code_and_text();
        assert!(code == 1 && page.contains(says), "{says}: {page}");
        assert!(page.contains("3.1"), "{page}");
    }
    // Valid no longer when the period ended.
    let office = DossierOffice::new();
    office.edit(TOLD, |text| {
        let rows = conditions("95").replace(",\n", ",,2022-12-30\n");
        bare_of_conditions(text).replace(",note\n", ",note,valid_until\n").replace(",\n", ",,\n")
            + &rows
    });
    let (code, page) = office.dossier("ho-so", &[]).code_and_text();
    assert!(code == 1 && page.contains("3 minh chứng còn thiếu hoặc hết hiệu lực"), "{page}");
    assert!(page.contains("điều kiện công nhận: 3.1"), "{page}");
    // Their thresholds are to be confirmed: those of this title, and no other's.
    let office = DossierOffice::new();
    fs::remove_file(office.path(&format!("tieu-chi/{CONDITIONS}.toml"))).unwrap();
    let (code, page) = office.dossier("ho-so", &[]).code_and_text();
    assert!(code == 1 && page.contains("3 mức chưa xác nhận"), "{page}");
    assert!(page.contains(&format!("ntm criteria confirm {CONDITIONS} ")), "{page}");
    assert!(!page.contains("2.2"), "{page}");
}

/// Their documents are in the list and in the folder.
#[test]
fn documents_of_the_conditions_go_into_the_dossier() {
    let office = DossierOffice::new();
    let folder = office.path("minh-chung");
    let with = ["--evidence", folder.as_str()];
    let (code, page) = office.dossier("ho-so", &with).code_and_text();
    assert!(code == 1 && page.contains("BC 92.1/BC-UBND"), "{page}");
    fs::write(office.path("minh-chung/92.1-BC-UBND.pdf"), "%PDF").unwrap();
    let draft = [with.as_slice(), &["--draft"]].concat();
    office.dossier("ho-so", &draft).assert_code(0);
    let made = office.path("ho-so");
    assert!(files_below(&made).contains_key("evidence/92.1-BC-UBND.pdf"));
    let list = text(&made, "evidence-list.md");
    assert!(list.contains("điều kiện công nhận: 2.1"), "{list}");
    assert!(list.contains("## Minh chứng theo chỉ tiêu: điều kiện công nhận"), "{list}");
    assert_eq!(verify(&made).0, 0);
}

#[test]
fn figures_alone_say_so_on_every_title_page() {
    const SAYS: &str = "HỒ SƠ CHỈ GỒM SỐ LIỆU TIÊU CHÍ";
    let office = DossierOffice::new();
    office.edit(TOLD, bare_of_conditions);
    fs::remove_file(office.path(&format!("tieu-chi/{CONDITIONS}.toml"))).unwrap();
    let (code, page) = office.dossier("ho-so", &["--figures-only"]).code_and_text();
    assert_eq!(code, 0, "{page}");
    assert!(page.contains(SAYS), "{page}");
    let made = office.path("ho-so");
    let own = receipt(&made);
    assert_eq!((&own["draft"], &own["recognition"]), (&value!(false), &value!(null)));
    assert_eq!(own["options"]["figures_only"], true);
    for (name, bytes) in files_below(&made) {
        let text = match name.rsplit('.').next().unwrap_or_default() {
            "md" | "html" => String::from_utf8(bytes).unwrap(),
            "docx" => entry(&bytes, "word/document.xml"),
            "xlsx" => entry(&bytes, "xl/sharedStrings.xml"),
            _ => continue,
        };
        assert!(text.contains(SAYS), "{name}");
    }
    assert!(!says_eligible(&made));
    assert_eq!(verify(&made).0, 0);
    // That it is one cannot be taken away.
    let path = format!("{made}/receipt.json");
    let own = fs::read_to_string(&path).unwrap();
    let edited = own.replacen(",\n    \"figures_only\": true", "", 1);
    assert_ne!(edited, own);
    fs::write(&path, resealed(&edited)).unwrap();
    assert_eq!(verify(&made).0, 1);
}

#[test]
fn without_all_criteria_nobody_may_ask_however_the_conditions_are() {
    let office = DossierOffice::new();
    office.edit("06739.csv", |text| text.replace("ntm,1.2,,đạt", "ntm,1.2,,chưa đạt"));
    office.dossier("ho-so", &[]).assert_code(1);
    office.dossier("ho-so", &["--draft"]).assert_code(0);
    let made = office.path("ho-so");
    assert_eq!(receipt(&made)["recognition"]["eligible"], false);
    assert!(!says_eligible(&made));
    // What is wrong in their rows is told, not taken as missing.
    let office = DossierOffice::new();
    office.edit(TOLD, |text| bare_of_conditions(text) + &conditions("9x"));
    let (code, text) = office.dossier("ho-so", &["--draft"]).code_and_text();
    assert_eq!(code, 2);
    assert!(text.contains("lỗi[not-a-number]"), "{text}");
}

#[test]
fn where_no_conditions_are_in_force_it_says_so() {
    let office = DossierOffice::new();
    let (data, to) = (format!("{ROOT}/data/mong-cai/2022-07"), office.path("ho-so"));
    let output =
        Office::project().run_args(["dossier", &data, "--commune", "06739", "-o", &to, "--draft"]);
    output.assert_code(0);
    assert_eq!(receipt(&to)["recognition"], value!(null));
    let page = text(&to, "self-assessment.md");
    assert!(page.contains("Kỳ 2022-07 chưa có bộ điều kiện công nhận có hiệu lực"), "{page}");
    assert!(!says_eligible(&to));
    assert_eq!(verify(&to).0, 0);
}

#[test]
fn what_the_receipt_says_beside_the_verdicts_is_recomputed_too() {
    let office = DossierOffice::new();
    let to = office.path("ho-so");
    let more = ["--level", "nang-cao", "--draft"];
    office.dossier("ho-so", &more).assert_code(0);
    let path = format!("{to}/receipt.json");
    let own = fs::read_to_string(&path).unwrap();
    for (from, to, field) in [
        ("\"eligible\": false", "\"eligible\": true", "recognition"),
        ("\"2.2\": \"missing\",\n      \"3.1\"", "\"2.2\": \"met\",\n      \"3.1\"", "recognition"),
        ("qd-18-2022-cong-nhan\",\n    \"eligible", "qd-18-2022\",\n    \"eligible", "recognition"),
        ("\"levels\": 0", "\"levels\": 1", "contradictions"),
        ("\"below\": 0", "\"below\": 1", "lacking"),
        ("\"expired\": 0", "\"expired\": 1", "lacking"),
        (
            "\"achieved\": true,\n      \"open\": []",
            "\"achieved\": true,\n      \"open\": [\"1.1\"]",
            "below",
        ),
    ] {
        let edited = own.replacen(from, to, 1);
        assert_ne!(edited, own, "{from}: {own}");
        fs::write(&path, &edited).unwrap();
        let (code, found) = verify(&office.path("ho-so"));
        assert_eq!(code, 1, "{to}");
        assert_eq!(found["differences"][0]["what"], "receipt-edited");
        fs::write(&path, resealed(&edited)).unwrap();
        let (code, found) = verify(&office.path("ho-so"));
        assert_eq!(code, 1, "{to}");
        let what = found["differences"].as_array().unwrap();
        let [one] = what.as_slice() else { panic!("{what:?}") };
        assert_eq!((&one["what"], &one["field"]), (&value!("receipt-field"), &value!(field)));
    }
}

/// A verdict that changes is named, wherever in the dossier it stands.
#[test]
fn a_changed_row_of_another_level_changes_verdicts_too() {
    let office = DossierOffice::new();
    let more = ["--level", "nang-cao", "--draft"];
    office.dossier("ho-so", &more).assert_code(0);
    let made = office.path("ho-so");
    for (file, from, to, turned) in [
        ("06739.csv", "ntm,1.2,,đạt", "ntm,1.2,,chưa đạt", "ntm"),
        (TOLD, "cong-nhan,3.1,,đạt", "cong-nhan,3.1,,chưa đạt", "cong-nhan 3.1"),
    ] {
        let own = text(&made, &format!("inputs/2022-12/{file}"));
        let edited = own.replacen(from, to, 1);
        assert_ne!(edited, own);
        let path = format!("{made}/inputs/2022-12/{file}");
        fs::write(&path, edited).unwrap();
        let (code, found) = verify(&made);
        fs::write(path, own).unwrap();
        assert_eq!(code, 1);
        let turned = value!([{"indicator": turned, "was": "met", "now": "not_met"}]);
        assert_eq!(found["verdicts"], turned);
        assert_eq!(found["differences"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn what_two_levels_say_differently_is_to_be_cleared_up() {
    let office = DossierOffice::new();
    office.edit("06739-nang-cao.csv", |text| {
        let rows: Vec<&str> = text.lines().filter(|l| !l.contains(",nang-cao,17.11,")).collect();
        let own = "06739,2022-12,nang-cao,17.11,,2.5,,,BC 7/BC-UBND,self,2022-12-20,";
        format!("{}\n{own}\n", rows.join("\n"))
    });
    office.edit("06739.csv", |text| text.replace("tập trung,,536,812", "tập trung,,600,812"));
    let line_of = |file: &str, what: &str| {
        let text = fs::read_to_string(office.path(&format!("so-lieu/2022-12/{file}"))).unwrap();
        1 + text.lines().position(|line| line.contains(what)).unwrap()
    };
    let [upper, lower, part] = [
        line_of("06739-nang-cao.csv", ",17.11,,2.5"),
        line_of("06739.csv", "ntm,17.4,"),
        line_of("06739.csv", "tập trung"),
    ];
    for (level, draft) in [("ntm", &[][..]), ("nang-cao", &["--draft"])] {
        let to = format!("ho-so-{level}");
        let output = office.dossier(&to, &[&["--level", level], draft].concat()).assert_code(0);
        let problems = output.stderr();
        assert!(problems.contains("cần đối chiếu: 2 chỗ"), "{problems}");
        let at = format!("06739-nang-cao.csv:{upper}: cảnh báo[contradicts-lower-level]");
        assert!(problems.contains(&at), "{problems}");
        assert!(problems.contains(&format!("06739.csv:{part}: cảnh báo[part-contradiction]")));
        let made = office.path(&to);
        let page = text(&made, "self-assessment.md");
        assert!(page.contains("## Cần đối chiếu"), "{page}");
        let both = format!(
            "| chỉ tiêu 17.11 là 2,5, nhưng chỉ tiêu 17.4 cấp độ ntm đo cùng một việc là 2,4 \
             (inputs/2022-12/06739.csv, dòng {lower}) | inputs/2022-12/06739-nang-cao.csv, dòng {upper} |"
        );
        assert!(page.contains(&both), "{page}");
        assert_eq!(receipt(&made)["contradictions"], value!({"levels": 1, "parts": 1}));
        assert_eq!(verify(&made).0, 0);
    }
    // What agrees is not told.
    let office = DossierOffice::new();
    let output = office.dossier("ho-so", &[]);
    assert!(!output.code_and_text().1.contains("cần đối chiếu"), "{output:?}");
    assert!(!text(&office.path("ho-so"), "self-assessment.md").contains("Cần đối chiếu"));
}

/// Nâng cao presupposes NTM: where that is open no dossier is made, however complete the
/// higher level is.
#[test]
fn a_higher_title_wants_those_below_it() {
    let office = DossierOffice::new();
    let (data, to) = (office.path("so-lieu/2022-12"), office.path("ho-so"));
    let run = |more: &[&str]| {
        let own = ["dossier", &data, "--commune", "06739", "--level", "nang-cao", "-o", &to];
        Office::project().run_args([&own, more].concat()).code_and_text()
    };
    let (code, page) = run(&[]);
    assert_eq!(code, 1);
    assert!(!page.contains("Cấp độ thấp hơn"), "NTM is complete: {page}");
    office.edit("06739.csv", |text| text.replacen("ntm,1.2,,đạt", "ntm,1.2,,chưa đạt", 1));
    let (code, page) = run(&[]);
    assert_eq!(code, 1);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("1 cấp độ thấp hơn chưa đủ"), "{page}");
    let row = |start: &str, end: &str| {
        let mut lines = page.lines().map(str::trim);
        lines.any(|line| line.starts_with(start) && line.ends_with(end))
    };
    assert!(
        page.contains("Cấp độ thấp hơn, phải đủ trước") && row("Nông thôn mới ", " 1.2"),
        "{page}"
    );
    assert!(!Path::new(&to).exists());
    // On the paper of a draft.
    assert_eq!(run(&["--draft"]).0, 0);
    let page = text(&to, "self-assessment.md");
    assert!(
        page.contains("## Kết quả ở cấp độ thấp hơn") && page.contains("18/19 tiêu chí | 1.2 |"),
        "{page}"
    );
    let told_of = receipt(&to);
    assert_eq!(told_of["lacking"]["below"], 1);
    let below =
        value!([{"level": "ntm", "set": "qd-318-2022-ntm", "achieved": false, "open": ["1.2"]}]);
    assert_eq!(told_of["below"], below);
    assert_eq!(verify(&to).0, 0);
    fs::remove_dir_all(&to).unwrap();
    fs::remove_file(office.path("so-lieu/2022-12/06739.csv")).unwrap();
    let (code, page) = run(&[]);
    assert_eq!(code, 1);
    let mut lines = page.lines().map(str::trim);
    assert!(lines.any(|l| l.starts_with("Nông thôn mới ") && l.ends_with("chưa có số liệu")));
    assert!(!Path::new(&to).exists());
}

#[test]
fn a_level_without_rows_is_told_with_the_way_to_its_form() {
    let office = DossierOffice::new();
    let (code, text) = office.dossier("ho-so", &["--level", "kieu-mau", "--draft"]).code_and_text();
    assert_eq!(code, 2);
    let way = "ntm template THƯ-MỤC --period 2022-12 --level kieu-mau --commune 06739 -o mau";
    assert!(text.contains(way), "{text}");
    // And that is a way.
    let (data, forms) = (office.path("so-lieu"), office.path("mau"));
    let words: Vec<&str> = way.split(' ').skip(1).collect();
    let words: Vec<&str> = words
        .into_iter()
        .map(|word| match word {
            "THƯ-MỤC" => &data,
            "mau" => &forms,
            word => word,
        })
        .collect();
    Office::project().run_args(&words).assert_code(0);
}
