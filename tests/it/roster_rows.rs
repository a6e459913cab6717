//! Rows of the office's lists that are not parted as their header is: none that may be a
//! commune or an agency is passed over, and messages name what the file says.

use crate::office::Office;
use serde_json::Value;

const HEADER: &str = "code,name,province,region,class\n";
const TWO: &str = "06724,Hải Sơn,22,DBSH,\n06727,Bắc Sơn,22,DBSH,\n";

fn office(roster: &str) -> Office {
    let data = "indicator,value,evidence\n1.1,đạt,BC 1\n";
    Office::with(&[("communes.csv", roster), ("2022-05/06727.csv", data)])
}

fn check(roster: &str) -> Value {
    office(roster).run("check 2022-05 --format json").json()
}

/// Errors of the roster: line, code, column, the message.
fn faults(roster: &str) -> Vec<(u64, String, String)> {
    let check = check(roster);
    let problems = check["problems"].as_array().unwrap().iter();
    let errors = problems.filter(|p| p["severity"] == "error");
    let of = |p: &Value, key: &str| p[key].as_str().unwrap_or_default().to_owned();
    let told = errors.map(|p| (p["line"].as_u64().unwrap_or(0), of(p, "code"), of(p, "message")));
    told.collect()
}

#[test]
fn a_row_parted_otherwise_is_no_signature() {
    for row in [
        "06757;Vĩnh Thực;22;DBSH;",
        "06757;\"Vĩnh Thực, B\";22;DBSH;",
        "6757;Vĩnh Thực;22;DBSH;",
        "06757\tVĩnh Thực\t22\tDBSH",
        "06757|Vĩnh Thực|22|DBSH",
        "06757 Vĩnh Thực 22 DBSH",
        "06757  Vĩnh Thực  22  DBSH",
        "1 06757 Vĩnh Thực 22 DBSH",
        "Vĩnh Thực 22 DBSH",
        "\"06757,Vĩnh Thực,22,DBSH,\"",
        "\"06757,Vĩnh Thực,22,DBSH\",,,,",
        "06757 - Vĩnh Thực",
        "Vĩnh Thực;22;Đồng bằng sông Hồng",
    ] {
        // At the end, before a signature, and among others.
        for rows in [
            format!("{HEADER}{TWO}{row}\n"),
            format!("{HEADER}{TWO}{row}\n,,,,\n,,Người lập,Chủ tịch,\n"),
            format!(
                "{HEADER}06724,Hải Sơn,22,DBSH,\n06727,Bắc Sơn,22,DBSH,\n{row}\n06730,Hải Đông,22,DBSH,\n"
            ),
        ] {
            let faults = faults(&rows);
            assert_eq!(faults.len(), 1, "{rows}: {faults:?}");
            assert_eq!((faults[0].0, &*faults[0].1), (4, "bad-roster"), "{rows}");
        }
        // Above the header it is no title.
        let above = format!("{row}\n{HEADER}{TWO}");
        assert!(!faults(&above).is_empty(), "{above}");
    }
    // A row that may be a commune, if an incomplete one.
    for row in [",Vĩnh Thực,,DBSH,", ",Xã Vĩnh Thực,,,", ",Vĩnh Thực,,Đồng bằng sông Hồng,"]
    {
        let faults = faults(&format!("{HEADER}{TWO}{row}\n"));
        assert!(faults.iter().all(|f| (f.0, &*f.1) == (4, "bad-roster")), "{row}: {faults:?}");
        assert!(!faults.is_empty(), "{row}");
    }
    let swallowed = "06757,\"Vĩnh Thực,22,DBSH,\n06760,Xã Mới\",22,DBSH,\n";
    let faults = faults(&format!("{HEADER}{TWO}{swallowed}"));
    assert_eq!((faults.len(), &*faults[0].1), (1, "bad-roster"), "{faults:?}");
}

#[test]
fn who_signs_is_no_commune() {
    for signed in [
        "Móng Cái, ngày 5 tháng 5 năm 2022,,,\nNgười lập,,Chủ tịch,,\nNguyễn Văn A,,Trần Thị B,,\n",
        ",\"Xã Hải Sơn, ngày 5 tháng 5 năm 2022\",,,\n,NGƯỜI LẬP BIỂU,,TM. UBND,\n",
        "2022-05-31,,,,\n\"Ký; đóng dấu; ghi rõ họ tên\",,,,\n",
        "Danh sách này có 2 xã,,,,\n",
    ] {
        let rows = format!("{HEADER}{TWO}{signed}");
        assert_eq!(faults(&rows), [], "{signed}");
        let repairs = check(&rows)["repairs"].to_string();
        assert!(repairs.contains("signature"), "{repairs}");
    }
}

#[test]
fn a_commune_without_code_at_the_end_is_no_signature() {
    let header = "code,name,province,region,class,valid_from\n";
    let one = "06724,Hải Sơn,22,DBSH,,\n06727,Bắc Sơn,22,DBSH,,\n";
    for row in [
        ",Vĩnh Thực,,,đbkk,",
        ",Vĩnh Trung,,,,",
        ",Vĩnh Trung,,,,2022-01-01",
        ",,,,đbkk,",
        "chưa có,Vĩnh Trung,,,,",
    ] {
        // Alone, twice, and before who signs.
        for rest in ["", ",,,,,\nNgười lập,,Chủ tịch,,,\nNguyễn Văn A,Lê C,Trần Thị B,,,\n"]
        {
            let faults = faults(&format!("{header}{one}{row}\n{rest}"));
            assert!(!faults.is_empty(), "{row}");
            assert!(faults.iter().all(|f| (f.0, &*f.1) == (4, "bad-roster")), "{row}: {faults:?}");
        }
    }
    let two = faults(&format!("{header}{one},Vĩnh Thực,,,,\n,Vĩnh Trung,,,,\n"));
    let lines: std::collections::BTreeSet<u64> = two.iter().map(|fault| fault.0).collect();
    assert_eq!(lines.into_iter().collect::<Vec<_>>(), [4, 5], "{two:?}");
}

#[test]
fn a_header_parted_otherwise_than_all_rows_is_told_once() {
    let roster = format!("{}{TWO}", HEADER.replace(',', ";"));
    let told = "dòng tên cột ngăn cách bằng “;”, các dòng số liệu bằng “,”";
    assert_eq!(faults(&roster)[0], (2, "bad-roster".to_owned(), told.to_owned()));
    assert!(faults(&roster).iter().all(|fault| fault.1 != "empty-file"));
    let told = office(&roster).run("score 2022-05").assert_code(2);
    assert_eq!(told.stderr().matches("[bad-roster]").count(), 1);
}

#[test]
fn a_last_row_that_was_cut_is_told() {
    let cut = format!("{HEADER}{TWO}06757,Vĩnh Thực,22,TDMNPB");
    assert_eq!(faults(&cut)[0].1, "unreadable-row");
    // As it is where the line ends, or where nothing is left out.
    for rows in [format!("{cut}\n"), format!("{cut},")] {
        assert_eq!(faults(&rows), [], "{rows}");
    }
}

#[test]
fn messages_name_the_column_as_the_roster_writes_it() {
    let roster = "mã xã;tên xã;tỉnh;vùng;loại xã\n06727;Hải Sơn;Quảng Ninh;Đồng bằng sông Hồng;\n\
                  067;X;;DBSH;\n06724;Y;22;DBSX;lạ\n";
    let folder = office(roster);
    let output = folder.run("check 2022-05");
    let page = output.stdout();
    for told in [
        ":2: lỗi[bad-roster]: cột “vùng”: “Đồng bằng sông Hồng” phải ghi bằng mã DBSH\n  gợi ý: ghi DBSH\n",
        ":2: lỗi[bad-roster]: cột “tỉnh”: “Quảng Ninh” không phải là mã tỉnh",
        ":3: lỗi[bad-roster]: cột “mã xã”: “067” thiếu chữ số",
        ":3: lỗi[bad-roster]: cột “tỉnh” trống",
        ":4: lỗi[bad-roster]: cột “vùng”: không có “DBSX”",
        "DBSH (Đồng bằng sông Hồng)",
        ":4: cảnh báo[bad-roster]: cột “loại xã”: không có quy định nào dùng loại “lạ”",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
    for gone in ["“region”", "“province”", "`", "đã thêm lại"] {
        assert!(!page.contains(gone), "{gone}\n{page}");
    }
}

#[test]
fn zeros_are_put_back_only_where_all_codes_lost_theirs() {
    let codes = |roster: &str| check(roster)["repairs"].to_string();
    let lost = "code,name,province,region\n6727,Bắc Sơn,22,DBSH\n67,X,1,DBSH\n";
    assert_eq!(faults(lost), []);
    // And that of the province.
    assert!(codes(lost).contains("\"count\":3,"), "{}", codes(lost));
    assert!(codes(lost).contains("leading-zeros"));
    let kept = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n67,X,01,DBSH\n";
    assert_eq!(faults(kept)[0].0, 3);
    let none = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n00000,X,01,DBSH\n";
    assert_eq!(faults(none)[0].0, 3);
}
