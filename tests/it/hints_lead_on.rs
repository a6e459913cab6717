//! What is left out is told, once, and a hint can be followed.

use std::process::{Command, Output};

use tempfile::TempDir;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06745,Hải Xuân,22,DBSH\n";

fn office(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [("communes.csv", ROSTER)].iter().chain(files) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn ntm(folder: &TempDir, line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(line.split(' ')).env_remove("NTM_LANG").current_dir(folder.path());
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    let both = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8(both).unwrap()
}

const ONE: &str = "commune,indicator,value,evidence\n06745,9.2,50,BC\n";

#[test]
fn a_side_of_several_periods_is_told_once() {
    let two = "commune,period,indicator,value\n06745,2022-11,9.2,50\n06745,2022-11,1.1,đạt\n\
               06745,2022-12,9.2,50\n06745,2022-12,1.1,đạt\n";
    let folder = office(&[("2022-10/a.csv", ONE), ("two.csv", two), ("other.csv", two)]);
    for line in ["diff 2022-10 two.csv", "diff two.csv other.csv"] {
        let refused = ntm(&folder, line);
        assert_eq!(refused.status.code(), Some(2));
        let told = said(&refused);
        assert!(!told.contains("bad-period"), "{told}");
        assert!(told.contains("“two.csv” có số liệu của nhiều kỳ: 2022-11, 2022-12"), "{told}");
        assert!(told.contains("ntm diff TỆP"), "{told}");
    }
    // The hint leads on.
    assert!(ntm(&folder, "diff two.csv").status.success());
    // A row of another month in a month's folder is a fault as before.
    let folder = office(&[("2022-10/a.csv", ONE), ("2022-11/two.csv", two)]);
    assert!(said(&ntm(&folder, "diff 2022-10 2022-11")).contains("bad-period"));
}

#[test]
fn a_file_of_the_month_before_that_cannot_be_read_is_told() {
    let lost = "commune,indicator,value,evidence\n06745,9.2,50,BC\n06745,1.1,đ?t,BC\n";
    let now = ONE.replace(",50,", ",95,");
    let folder = office(&[("2022-11/cu.csv", lost), ("2022-12/moi.csv", &now)]);
    let told = said(&ntm(&folder, "check 2022-12 --format csv"));
    let skipped: Vec<&str> = told.lines().filter(|line| line.contains("month-skipped")).collect();
    assert!(skipped.len() == 1 && skipped[0].contains("cu.csv"), "{told}");
    // A cell that is faulty otherwise hinders nothing.
    let faulty = lost.replace("đ?t", "đạtt");
    let folder = office(&[("2022-11/cu.csv", &faulty), ("2022-12/moi.csv", &now)]);
    let told = said(&ntm(&folder, "check 2022-12 --format csv"));
    assert!(told.contains("outlier") && !told.contains("month-skipped"), "{told}");
}

#[test]
fn a_folder_named_twice_passes_over_a_file_once() {
    let folder = office(&[("2022-12/a.csv", ONE), ("2022-12/x.pdf", "")]);
    for line in ["check 2022-12 2022-12 --format csv", "check 2022-12 ./2022-12 --format csv"] {
        let told = said(&ntm(&folder, line));
        assert_eq!(told.matches("passed-over").count(), 1, "{told}");
    }
}

#[test]
fn a_hint_to_name_a_file_can_be_followed() {
    let folder = office(&[("2022-12/a.csv", ONE)]);
    std::fs::create_dir(folder.path().join("ra")).unwrap();
    for into in ["2022-12", "ra"] {
        let refused = said(&ntm(&folder, &format!("score 2022-12 -o {into}")));
        let (_, file) = refused.split_once("ví dụ -o ").unwrap();
        let followed = ntm(&folder, &format!("score 2022-12 -o {}", file.trim()));
        assert!(followed.status.success(), "{into}: {}", said(&followed));
    }
}

#[test]
fn a_form_tells_what_it_does_not_carry_over() {
    let rows = "commune,indicator,value,evidence\n06745,15.4,95,BC\n06745,1.1,đạt,BC\n";
    let folder = office(&[("2022-12/a.csv", rows)]);
    let made = ntm(&folder, "template . --period 2024-05 --from 2022-12 --format csv -o bieu");
    assert!(made.status.success(), "{}", said(&made));
    let told = String::from_utf8(made.stderr).unwrap();
    assert!(told.contains("ntm 15.4: số liệu kỳ 2022-12 của 1 xã không điền lại được"), "{told}");
    assert!(!told.contains("1.1:"), "{told}");
    let again = ntm(&folder, "template . --period 2023-01 --from 2022-12 --format csv -o nua");
    assert!(again.status.success() && again.stderr.is_empty(), "{}", said(&again));
}

#[test]
fn a_form_follows_a_commune_whose_row_changed_and_no_other() {
    let rows = "commune,indicator,value,evidence\n06745,1.1,đạt,BC 7\n06727,1.1,đạt,BC 8\n";
    let roster = "code,name,province,region,valid_from,valid_to\n\
        06727,Bắc Sơn,22,DBSH,,2022-12-31\n06727,Móng Cái 9,22,DBSH,2023-01-01,\n\
        06745,Hải Xuân,22,DBSH,,2022-12-31\n06745,Hải Xuân,22,TDMNPB,2023-01-01,\n";
    let folder = office(&[("2022-12/a.csv", rows), ("communes.csv", roster)]);
    let made = ntm(&folder, "template . --period 2023-01 --from 2022-12 --format csv -o bieu");
    assert!(made.status.success(), "{}", said(&made));
    let form = |code: &str| {
        std::fs::read_to_string(folder.path().join(format!("bieu/{code}.csv"))).unwrap()
    };
    assert!(form("06745").contains("BC 7") && !form("06727").contains("BC 8"));
    let told = String::from_utf8(made.stderr).unwrap();
    assert!(told.contains("khi ấy mã là của xã khác: Móng Cái 9 (06727)"), "{told}");
}
