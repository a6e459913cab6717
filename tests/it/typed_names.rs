//! A file is named for scripts as the user named it, so that its name leads to it; for
//! people from the folder of its roster.

use crate::office::Office;

#[test]
fn a_check_of_the_sample_names_its_files_as_typed() {
    let check = Office::project().json("check data/mong-cai/2022-05");
    let problems = check["problems"].as_array().unwrap();
    assert!(!problems.is_empty());
    for problem in problems {
        let file = problem["file"].as_str().unwrap();
        assert!(file.starts_with("data/mong-cai/2022-05"), "{file}");
    }
}

/// Two offices with the same file at fault, and a set of one's own.
fn two_offices() -> Office {
    let roster = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";
    let rows = "commune,indicator,value,evidence\n06727,1.1,đạtt,BC 1\n06730,1.1,đạt,\n";
    Office::with(&[
        ("A/communes.csv", roster),
        ("A/2022-05/a.csv", rows),
        ("B/communes.csv", roster),
        ("B/2022-05/a.csv", rows),
        ("tc/hong.toml", "level = 3\n"),
    ])
}

#[test]
fn faults_of_two_offices_are_told_apart() {
    let office = two_offices();
    let check = office.json("check A/2022-05 ./B/2022-05");
    let problems = check["problems"].as_array().unwrap().iter();
    let faults: Vec<&str> = problems
        .filter(|problem| problem["code"] == "not-a-value")
        .map(|problem| problem["file"].as_str().unwrap())
        .collect();
    assert_eq!(faults, ["A/2022-05/a.csv", "./B/2022-05/a.csv"]);
    let csv = office.run("check A/2022-05 --format csv").stdout();
    assert!(csv.contains("error,not-a-value,A/2022-05/a.csv,"), "{csv}");
    // For people from the roster's folder.
    let page = office.run("check A/2022-05 --format markdown").stdout();
    assert!(page.contains("2022-05/a.csv") && !page.contains("A/2022-05"), "{page}");
}

#[test]
fn criteria_are_named_as_typed() {
    let check = two_offices().json("criteria check ./tc");
    let problems = check["problems"].as_array().unwrap();
    assert!(problems.iter().any(|problem| problem["file"] == "./tc/hong.toml"), "{check}");
}

#[test]
fn an_explanation_names_its_rows_as_typed_and_a_page_does_not() {
    let office = two_offices();
    let line = "explain A/2022-05 --commune 06730 --indicator 1.1 --lenient";
    let json = office.json(line);
    let row = &json["explanations"][0]["parts"][0]["written"][0];
    assert_eq!((&row["file"], &row["line"]), (&"A/2022-05/a.csv".into(), &3.into()), "{json}");
    let csv = office.page(&format!("{line} --format csv"));
    assert!(csv.contains("A/2022-05/a.csv"), "{csv}");
    let page = office.page(&format!("{line} --format html"));
    assert!(page.contains("2022-05/a.csv") && !page.contains("A/2022-05"), "{page}");
}
