//! What is left out is told, once, and a hint can be followed.

use crate::office::Office;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06745,Hải Xuân,22,DBSH\n";

fn office(files: &[(&str, &str)]) -> Office {
    Office::with(&[&[("communes.csv", ROSTER)], files].concat())
}

const ONE: &str = "commune,indicator,value,evidence\n06745,9.2,50,BC\n";

#[test]
fn a_side_of_several_periods_is_told_once() {
    let two = "commune,period,indicator,value\n06745,2022-11,9.2,50\n06745,2022-11,1.1,đạt\n\
               06745,2022-12,9.2,50\n06745,2022-12,1.1,đạt\n";
    let folder = office(&[("2022-10/a.csv", ONE), ("two.csv", two), ("other.csv", two)]);
    for line in ["diff 2022-10 two.csv", "diff two.csv other.csv"] {
        let told = folder.run(line).assert_code(2).both();
        assert!(!told.contains("bad-period"), "{told}");
        assert!(told.contains("“two.csv” có số liệu của nhiều kỳ: 2022-11, 2022-12"), "{told}");
        assert!(told.contains("ntm diff TỆP"), "{told}");
    }
    // The hint leads on.
    folder.run("diff two.csv").assert_code(0);
    // A row of another month in a month's folder is a fault as before.
    let folder = office(&[("2022-10/a.csv", ONE), ("2022-11/two.csv", two)]);
    assert!(folder.run("diff 2022-10 2022-11").both().contains("bad-period"));
}

#[test]
fn a_file_of_the_month_before_that_cannot_be_read_is_told() {
    let lost = "commune,indicator,value,evidence\n06745,9.2,50,BC\n06745,1.1,đ?t,BC\n";
    let now = ONE.replace(",50,", ",95,");
    let folder = office(&[("2022-11/cu.csv", lost), ("2022-12/moi.csv", &now)]);
    let told = folder.run("check 2022-12 --format csv").both();
    let skipped: Vec<&str> = told.lines().filter(|line| line.contains("month-skipped")).collect();
    assert!(skipped.len() == 1 && skipped[0].contains("cu.csv"), "{told}");
    // A cell that is faulty otherwise hinders nothing.
    let faulty = lost.replace("đ?t", "đạtt");
    let folder = office(&[("2022-11/cu.csv", &faulty), ("2022-12/moi.csv", &now)]);
    let told = folder.run("check 2022-12 --format csv").both();
    assert!(told.contains("outlier") && !told.contains("month-skipped"), "{told}");
}

#[test]
fn a_folder_named_twice_passes_over_a_file_once() {
    let folder = office(&[("2022-12/a.csv", ONE), ("2022-12/x.pdf", "")]);
    for line in ["check 2022-12 2022-12 --format csv", "check 2022-12 ./2022-12 --format csv"] {
        let told = folder.run(line).both();
        assert_eq!(told.matches("passed-over").count(), 1, "{told}");
    }
}

#[test]
fn a_hint_to_name_a_file_can_be_followed() {
    let folder = office(&[("2022-12/a.csv", ONE)]);
    folder.create_dir("ra");
    for into in ["2022-12", "ra"] {
        let refused = folder.run(&format!("score 2022-12 -o {into}")).both();
        let (_, file) = refused.split_once("ví dụ -o ").unwrap();
        folder.run(&format!("score 2022-12 -o {}", file.trim())).assert_code(0);
    }
}

#[test]
fn a_form_tells_what_it_does_not_carry_over() {
    let rows = "commune,indicator,value,evidence\n06745,15.4,95,BC\n06745,1.1,đạt,BC\n";
    let folder = office(&[("2022-12/a.csv", rows)]);
    let made = folder
        .run("template . --period 2024-05 --from 2022-12 --format csv -o bieu")
        .assert_code(0);
    let told = made.stderr();
    assert!(told.contains("ntm 15.4: số liệu kỳ 2022-12 của 1 xã không điền lại được"), "{told}");
    assert!(!told.contains("1.1:"), "{told}");
    let again = folder.run("template . --period 2023-01 --from 2022-12 --format csv -o nua");
    assert_eq!(again.assert_code(0).stderr(), "");
}

#[test]
fn a_form_follows_a_commune_whose_row_changed_and_no_other() {
    let rows = "commune,indicator,value,evidence\n06745,1.1,đạt,BC 7\n06727,1.1,đạt,BC 8\n";
    let roster = "code,name,province,region,valid_from,valid_to\n\
        06727,Bắc Sơn,22,DBSH,,2022-12-31\n06727,Móng Cái 9,22,DBSH,2023-01-01,\n\
        06745,Hải Xuân,22,DBSH,,2022-12-31\n06745,Hải Xuân,22,TDMNPB,2023-01-01,\n";
    let folder = office(&[("2022-12/a.csv", rows), ("communes.csv", roster)]);
    let made = folder
        .run("template . --period 2023-01 --from 2022-12 --format csv -o bieu")
        .assert_code(0);
    let form = |code: &str| folder.read(format!("bieu/{code}.csv"));
    assert!(form("06745").contains("BC 7") && !form("06727").contains("BC 8"));
    let told = made.stderr();
    assert!(told.contains("khi ấy mã là của xã khác: Móng Cái 9 (06727)"), "{told}");
}
