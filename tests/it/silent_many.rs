//! Many communes that have not reported: scripts are told of all, people of the first.

use crate::office::Office;

/// Of 98 communes one reports in December, and the last thirty did in November.
fn office() -> Office {
    let folder = Office::empty();
    let name = |n: usize| format!("{:05},Quảng Nghĩa {n},22,DBSH\n", 6000 + n);
    let roster: String = (1..=98).map(name).collect();
    let row = |n: usize| format!("{:05},1.1,đạt,BC\n", 6000 + n);
    let header = "commune,indicator,value,evidence\n";
    folder.write("communes.csv", format!("code,name,province,region\n{roster}"));
    let before: String = (69..=98).map(row).collect();
    folder.write("2022-11/a.csv", format!("{header}{before}"));
    folder.write("2022-12/a.csv", format!("{header}{}", row(1)));
    folder
}

#[test]
fn a_script_is_told_of_all_and_a_page_of_twenty() {
    let folder = office();
    let json = folder.json("check 2022-12");
    let problems = json["problems"].as_array().unwrap();
    let silent = problems.iter().find(|p| p["code"] == "not-reported").unwrap();
    let message = silent["message"].as_str().unwrap();
    assert!((2..=98).all(|n| message.contains(&format!("({:05})", 6000 + n))), "{message}");
    assert!(message.contains("(06098) (tháng trước có báo cáo); Quảng Nghĩa 2 "), "{message}");
    for format in ["table", "markdown", "html"] {
        let page = folder.page(&format!("check 2022-12 --format {format}"));
        let page: Vec<&str> = page.split_whitespace().collect();
        let page = page.join(" ");
        let told = "(06088) và 10 xã khác (tháng trước có báo cáo); và 67 xã khác";
        assert!(page.contains(told), "{page}");
        assert!(page.contains("Quảng Nghĩa 69 (06069),") && !page.contains("(06089)"), "{page}");
    }
}

#[test]
fn a_long_message_is_whole_for_scripts() {
    let folder = office();
    let cell: String = (0..400).map(|n| format!("số {n}, ")).collect();
    let rows = format!("commune,indicator,value\n06001,1.1,\"{cell}hết\"\n");
    folder.write("2022-12/a.csv", rows);
    let json = folder.json("check 2022-12");
    let problems = json["problems"].as_array().unwrap();
    let fault = problems.iter().find(|p| p["code"] == "not-a-value").unwrap();
    let message = fault["message"].as_str().unwrap();
    assert!(message.contains("số 399, hết"), "{message}");
}
