//! A slip that spoils every row of a file is told once to people, with its places and how
//! many there are; programs get every problem.

use crate::office::Office;

/// A month of one file.
fn month(rows: &str) -> Office {
    let folder = Office::empty();
    let roster = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
    folder.write("communes.csv", roster);
    folder.create_dir("2022-06");
    folder.write("2022-06/06727.csv", rows);
    folder
}

/// Rows of May in a folder of June.
fn of_may() -> Office {
    let ids = ["1.1", "1.2", "2.1", "2.2", "2.3"];
    let rows: String = ids.map(|id| format!("06727,2022-05,{id},\n")).concat();
    month(&format!("commune,period,indicator,value\n{rows}\n06727,2022-05,2.4,\n"))
}

#[test]
fn a_fault_of_every_row_is_told_once() {
    let folder = of_may();
    let told =
        "không phải kỳ 2022-06 của thư mục hay của các dòng khác (6 chỗ như vậy: dòng 2–6, 8)";
    let page = folder.run("check 2022-06").stdout();
    let refused = folder.run("score 2022-06").stderr();
    let markdown = folder.run("check 2022-06 --format markdown").stdout();
    for told_so in [&page, &refused, &markdown] {
        assert!(told_so.contains(told), "{told_so}");
        assert_eq!(
            told_so.matches("bad-period").count(),
            told_so.matches("Giải thích").count() + 1
        );
    }
    assert!(page.contains("06727.csv:2: lỗi[bad-period]"), "{page}");
    assert!(page.contains("6 lỗi"), "{page}");
    let english = folder.run("check 2022-06 --lang en").stdout();
    assert!(english.contains("(6 such places: lines 2–6, 8)"), "{english}");
}

#[test]
fn programs_get_every_problem() {
    let folder = of_may();
    let json = folder.run("check 2022-06 --format json").json();
    let problems = json["problems"].as_array().unwrap();
    let lines: Vec<_> = problems
        .iter()
        .filter(|p| p["code"] == "bad-period")
        .map(|p| p["line"].as_u64().unwrap())
        .collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 8]);
    let csv = folder.run("check 2022-06 --format csv").stdout();
    assert_eq!(csv.matches("bad-period").count(), 6);
}

#[test]
fn many_faults_of_one_kind_are_bounded() {
    let rows: String = (1..=30).map(|n| format!("06727,99.{n},1\n")).collect();
    let folder = month(&format!("commune,indicator,value\n{rows}"));
    for refused in ["check 2022-06", "score 2022-06"] {
        let output = folder.run(refused);
        let page = output.stdout() + &output.stderr();
        assert_eq!(page.matches("lỗi[unknown-indicator]").count(), 11, "{page}");
        assert!(page.contains("và những chỗ khác cùng loại, tất cả 20: dòng 12–31"), "{page}");
        assert!(page.contains("30 lỗi"), "{page}");
    }
    // Two that differ are two.
    let folder = month("commune,indicator,value\n06727,99.1,1\n06727,99.2,1\n");
    let page = folder.run("check 2022-06").stdout();
    assert_eq!(page.matches("lỗi[unknown-indicator]").count(), 2, "{page}");
}
