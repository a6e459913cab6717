//! Whose papers a dossier holds: with the sample's communes of 2022-12, several of which
//! cite documents of one number.

use std::fs;
use std::path::Path;

use crate::dossier_office::{receipt, text, verify};
use crate::office::Office;
use crate::office::ROOT;
use crate::office::files_below;

/// A folder with papers by their paths.
fn papers(paths: &[&str]) -> Office {
    let folder = Office::empty();
    for path in paths {
        let path = folder.path().join("giay").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    folder
}

/// The draft of Quảng Nghĩa from data of the sample: what was told, and the papers in it.
fn draft(folder: &Path, data: &str, evidence: &str) -> (String, Vec<String>) {
    let data = format!("{ROOT}/data/mong-cai/2022-12/{data}");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (evidence, to) = (at(evidence), at("ho-so"));
    let _ = fs::remove_dir_all(&to);
    let line =
        ["dossier", &data, "--commune", "06739", "--evidence", &evidence, "-o", &to, "--draft"];
    let (code, said) = Office::project().run_args(line).code_and_text();
    assert_eq!(code, 0, "{said}");
    let kept = files_below(&to).into_keys();
    let kept: Vec<String> =
        kept.filter_map(|path| Some(path.strip_prefix("evidence/")?.to_owned())).collect();
    // What was decided is found again, and nothing else.
    let (code, value) = verify(&to);
    assert_eq!(code, 0, "{value}");
    let listed = text(&to, "evidence-list.md");
    for path in &kept {
        assert!(listed.contains(&format!("evidence/{path}")), "{path}: {listed}");
    }
    (said, kept)
}

#[test]
fn no_other_commune_s_paper_gets_into_a_dossier() {
    for path in
        ["06733/QD-68-QD-UBND.pdf", "xã Hải Tiến/QD-68-QD-UBND.pdf", "06733-QD-68-QD-UBND.pdf"]
    {
        let folder = papers(&[path]);
        // Of one file as of the month: the roster says whose the folder is.
        for data in ["", "06739.csv"] {
            let (said, kept) = draft(folder.path(), data, "giay");
            assert_eq!(kept, [""; 0], "{path}: {said}");
            assert!(said.contains("1 tệp trong thư mục minh chứng"), "{said}");
        }
    }
    // The folder that is named may be the other commune's.
    let folder = papers(&["06733/QD-68-QD-UBND.pdf"]);
    assert_eq!(draft(folder.path(), "06739.csv", "giay/06733").1, [""; 0]);
}

#[test]
fn a_file_that_could_be_another_commune_s_is_left_out_and_told() {
    let folder = papers(&["QD-68-QD-UBND.pdf"]);
    let (said, kept) = draft(folder.path(), "", "giay");
    assert_eq!(kept, [""; 0]);
    for says in [
        "QD-68-QD-UBND.pdf: không rõ tệp là của văn bản nào",
        "“QĐ 68/QĐ-UBND ngày 21/5/2021” (06733 Hải Tiến)",
        "“QĐ 68/QĐ-UBND ngày 9/9/2022” (06739 Quảng Nghĩa)",
        "ví dụ “QD-68-QD-UBND-9-9-2022.pdf”",
    ] {
        assert!(said.contains(says), "{said}");
    }
    let made = folder.path().join("ho-so");
    let made = made.to_str().unwrap();
    let without = receipt(made)["lacking"]["files"].as_u64().unwrap();
    let list = text(made, "self-assessment.md");
    assert!(list.contains("QD-68-QD-UBND-9-9-2022.pdf"), "{list}");
    // Where nothing is known of the other it is the commune's, as it is with its date.
    let (said, kept) = draft(folder.path(), "06739.csv", "giay");
    assert_eq!(kept, ["QD-68-QD-UBND.pdf"]);
    assert!(!said.contains("không rõ"), "{said}");
    assert_eq!(receipt(made)["lacking"]["files"], without - 1);
}

#[test]
fn what_its_folder_or_date_decides_is_kept_with_it() {
    for path in [
        "QD-68-QD-UBND-2022.pdf",
        "QD-68-QD-UBND-9-9-2022.pdf",
        "06739/QD-68-QD-UBND.pdf",
        "Quảng Nghĩa/quý 3/QD-68-QD-UBND.pdf",
        "06739-QD-68-QD-UBND.pdf",
    ] {
        let folder = papers(&[path]);
        assert_eq!(draft(folder.path(), "", "giay").1, [path]);
    }
    // That the folder itself is the commune's is kept too.
    let folder = papers(&["06739/QD-68-QD-UBND.pdf"]);
    assert_eq!(draft(folder.path(), "", "giay/06739").1, ["06739/QD-68-QD-UBND.pdf"]);
    // A file with a number that is not clear does not come in by its other one.
    let folder = papers(&["BC-83-BC-UBND va QD-68-QD-UBND.pdf"]);
    assert_eq!(draft(folder.path(), "", "giay").1, [""; 0]);
}
