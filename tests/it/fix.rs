//! `ntm check --fix`: clean copies, never over what is there, never of what is wrong.

use crate::office::{Office, assert_expected};

const ROSTER: &str = "mã xã;tên xã;tỉnh;vùng\n6727;Bắc Sơn;22;DBSH\n06730;Hải Đông;22;dbsh\n";

/// A month of files under the roster.
fn folder(files: &[(&str, &str)]) -> Office {
    let office = Office::with(&[("communes.csv", ROSTER)]);
    for (name, text) in files {
        office.write(format!("2022-05/{name}"), text);
    }
    office
}

const ODD: &str = "UBND xã;;;;;;\n\
    Chỉ tiêu;Phần;Kết quả thực hiện;Tử số;Mẫu số;Minh chứng;Người nhập;Hiệu lực đến\n\
    2.1 Đường xã;;98,5;;;\"BC 1; mục 2\";Lan;31/12/2022\n\
    TC 1.1;;x;;;QĐ 5;Lan;\n\
    12,1;Nam;;1.234;1.500;BC 2;;\n\
    10.1;;55,125;;;BC 3;;\n\
    13.4;;không áp dụng;;;;;\n";

/// What stands in one cell has a cell each, and the name of the file says the commune.
#[test]
fn units_ratios_and_parts_of_a_copy_have_their_own_cells() {
    let rows = "xã;chỉ tiêu;kết quả;minh chứng\n;2.1;1,234/2,468 km (50%);BC 1\n\
        ;10.1;54,5 triệu đồng;BC 2\n;12.1;nam 75%; BC 3\n;1.1;KĐ.;QĐ 4\n";
    let rows = rows.replace("nam 75%;", "\"Nam 75,5%; nữ 33/50\";");
    let folder = folder(&[("06727.csv", &rows)]);
    assert_eq!(folder.run("check 2022-05 --lang en --fix -o clean").code(), 0);
    let copy = folder.read("clean/2022-05/06727.csv");
    let cells = |line: &str| line.split(',').skip(2).take(7).collect::<Vec<_>>().join(",");
    let copied: Vec<String> = copy.lines().skip(1).map(cells).collect();
    assert_eq!(
        copied,
        [
            "ntm,2.1,,50,1.2340,2.4680,BC 1",
            "ntm,10.1,,54.5,,,BC 2",
            "ntm,12.1,nam,75.5,,,BC 3",
            "ntm,12.1,nữ,,33,50,BC 3",
            "ntm,1.1,,chưa đạt,,,QĐ 4",
        ]
    );
    assert!(copy.lines().skip(1).all(|line| line.starts_with("06727,2022-05,")), "{copy}");
}

#[test]
fn a_copy_is_canonical_and_leaves_nothing_out() {
    let folder = folder(&[("06727.csv", ODD)]);
    let before = folder.read("2022-05/06727.csv");
    let output = folder.run("check 2022-05 --lang en --fix -o clean");
    let told = output.stdout();
    assert_eq!(output.code(), 0, "{told}");
    assert_eq!(folder.read("2022-05/06727.csv"), before);
    assert_expected("fix/06727.csv", &folder.read("clean/2022-05/06727.csv"));
    assert_eq!(
        folder.read("clean/communes.csv").lines().nth(1).unwrap(),
        "06727,Bắc Sơn,22,DBSH,,,,,,,,,"
    );
}

#[test]
fn what_is_wrong_is_not_copied_and_what_is_there_not_replaced() {
    let good = "indicator,value\n1.1,đạt\n";
    let folder = folder(&[("06727.csv", good), ("06730.csv", "indicator,value\n1.1,có lẽ\n")]);
    let output = folder.run("check 2022-05 --lang en --fix -o clean").assert_code(1);
    let told = output.stdout();
    assert!(told.contains("1 file with errors was not copied: 2022-05/06730.csv"), "{told}");
    assert!(folder.exists("clean/2022-05/06727.csv"));
    assert!(!folder.exists("clean/2022-05/06730.csv"));
    let again = folder.run("check 2022-05 --lang en --fix -o clean").assert_code(2);
    let told = again.stderr();
    assert!(told.contains("clean/2022-05/06727.csv"), "{told}");
}

#[test]
fn copies_are_not_named_alike_but_for_case() {
    let rows = "commune,indicator,value\n06727,1.1,đạt\n";
    let other = rows.replace("06727,1.1", "06730,1.1");
    let folder = Office::with(&[
        ("communes.csv", ROSTER),
        ("a/SO-LIEU.csv", rows),
        ("b/so-lieu.csv", other.as_str()),
    ]);
    folder.run("check a b --period 2022-05 --fix -o out").assert_code(0);
    let files = folder.files();
    let copies: Vec<&str> = files.keys().filter_map(|file| file.strip_prefix("out/")).collect();
    assert_eq!(copies, ["SO-LIEU.csv", "communes.csv", "so-lieu-2.csv"]);
}
