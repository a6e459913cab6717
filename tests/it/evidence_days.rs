//! The day of a document in a cell of its own, and cells that say there is no document.

use serde_json::Value;

use crate::office::Office;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";

/// A month of `commune,indicator,evidence,evidence_date`, and files in `giay`.
fn office(rows: &[&str], files: &[&str]) -> Office {
    let office = Office::with(&[("communes.csv", ROSTER)]);
    office.create_dir("giay");
    let rows: String = rows
        .iter()
        .map(|row| {
            let [commune, id, evidence, day] = row.split(',').collect::<Vec<_>>()[..] else {
                panic!("{row}");
            };
            format!("{commune},{id},đạt,{evidence},{day}\n")
        })
        .collect();
    let head = "commune,indicator,value,evidence,evidence_date\n";
    office.write("2022-09/a.csv", format!("{head}{rows}"));
    for file in files {
        office.write(format!("giay/{file}"), "x");
    }
    office
}

/// What is told of evidence, as `code cell` or `code file`.
fn told(office: &Office) -> Vec<String> {
    let problems = office.run("check 2022-09 --evidence giay --format json").problems();
    let of = problems.iter().filter(|p| p["code"].as_str().unwrap().contains("evidence"));
    let tell = |p: &Value| {
        let at = p["cell"].as_str().or(p["file"].as_str()).unwrap();
        format!("{} {at}", p["code"].as_str().unwrap()).replace('\\', "/")
    };
    of.map(tell).collect()
}

#[test]
fn a_file_of_another_day_proves_nothing() {
    let file = "BC-13-BC-UBND-15-9-2022.pdf";
    let expected = [
        "evidence-file-missing BC 13/BC-UBND",
        "evidence-file-uncited giay/BC-13-BC-UBND-15-9-2022.pdf",
    ];
    let column = office(&["06730,1.1,BC 13/BC-UBND,2022-09-16"], &[file]);
    assert_eq!(told(&column), expected);
    let right = office(&["06730,1.1,BC 13/BC-UBND,15/9/2022"], &[file]);
    assert_eq!(told(&right), [""; 0]);
    // What the document's own words say comes first.
    let own = office(&["06730,1.1,BC 13/BC-UBND ngày 15/9/2022,2022-09-16"], &[file]);
    assert_eq!(told(&own), [""; 0]);
    let other_year = office(&["06730,1.1,BC 13/BC-UBND,2021-09-15"], &["BC-13-BC-UBND-2022.pdf"]);
    assert_eq!(told(&other_year)[0], "evidence-file-missing BC 13/BC-UBND");
}

#[test]
fn the_right_day_decides_between_two_communes() {
    let rows = ["06727,1.1,BC 12/BC-UBND,2022-09-16", "06730,1.1,BC 12/BC-UBND,2022-09-17"];
    let one = office(&rows, &["BC-12-BC-UBND-16-9-2022.pdf"]);
    assert_eq!(told(&one), ["evidence-file-missing BC 12/BC-UBND"]);
    let both = ["BC-12-BC-UBND-16-9-2022.pdf", "BC-12-BC-UBND-17-9-2022.pdf"];
    assert_eq!(told(&office(&rows, &both)), [""; 0]);
    // Without a day in its name it could be either's.
    let unclear = told(&office(&rows, &["BC-12-BC-UBND.pdf"]));
    assert_eq!(unclear.last().unwrap(), "evidence-file-ambiguous giay/BC-12-BC-UBND.pdf");
}

/// The name that a message suggests is one that proves.
#[test]
fn the_suggested_name_has_the_day() {
    let folder = office(&["06730,1.1,BC 13/BC-UBND,2022-09-16"], &[]);
    let page = folder.run("check 2022-09 --evidence giay").stdout();
    assert!(page.contains("BC-13-BC-UBND-16-9-2022.pdf"), "{page}");
    assert!(page.contains("BC 13/BC-UBND ngày 16/9/2022"), "{page}");
}

/// In a dossier, too: the list names the file, and one of another day is left out.
#[test]
fn a_dossier_takes_the_file_of_the_day() {
    let files = ["BC-13-BC-UBND-15-9-2022.pdf", "BC-13-BC-UBND-16-9-2022.pdf"];
    let folder = office(&["06730,1.1,BC 13/BC-UBND,2022-09-16"], &files);
    folder.run("dossier 2022-09 --commune 06730 --draft --evidence giay -o hs").assert_code(0);
    let list = folder.read("hs/evidence-list.md");
    assert!(list.contains(files[1]) && !list.contains(files[0]), "{list}");
    assert_eq!(folder.names("hs/evidence").len(), 1);
}

#[test]
fn words_for_none_are_no_evidence() {
    let none = [
        "không có",
        "không có minh chứng",
        "Không có văn bản",
        "chưa có văn bản",
        "(không có)",
        "[không có]",
        "(đang bổ sung)",
        "đang hoàn thiện",
        "xem sau",
    ];
    for words in none {
        let folder = office(&[&format!("06730,1.1,{words},")], &[]);
        assert_eq!(told(&folder).len(), 1, "{words}");
        assert!(told(&folder)[0].starts_with("missing-evidence "), "{words}");
    }
    for words in ["BC không có số", "Biên bản họp thôn", "Giấy xác nhận không có hộ nghèo"]
    {
        let folder = office(&[&format!("06730,1.1,{words},")], &[]);
        assert_eq!(told(&folder), [format!("evidence-file-missing {words}")], "{words}");
    }
}
