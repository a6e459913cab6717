//! Hostile cells, as users of pages and machines see what becomes of them.

use crate::office::Office;
use ntm::exact::Exact;
use serde_json::Value;

const ROSTER: &str = "code,name,province,region\n\
    99001,Xã mẫu \u{202e}A\u{200b},99,DBSH\n99002,Bắc Sơn,99,DBSH\n";
const ROWS: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n\
    99001,ntm,2.3,,,0.1234567,89.9999996,BC\u{202e} 1\u{2066}\n\
    99001,ntm,12.1,nam,,,,\n\
    99001,ntm,10.1,,35.1234567,,,\n\
    99001,ntm,17.1,chung,64.99999996,,,\n\
    99001,ntm,17.1,tập trung,,0.1234567,0.1300001,\n\
    99001,ntm,17.7,,,0.99999999,1.0000001,\n\
    99001,ntm,6.2,,99.9999996,,,\n\
    99002,ntm,12.1,nữ,,19,20,\n";

fn folder() -> Office {
    let folder = Office::empty();
    folder.write("communes.csv", ROSTER);
    for (month, figure) in [("2022-05", "0.1234567"), ("2022-06", "0.1134567")] {
        let rows = ROWS.replace("0.1234567", figure);
        folder.create_dir(month);
        folder.write(format!("{month}/a.csv"), rows);
    }
    folder
}

/// The numbers of a JSON text as they are written, outside of strings.
fn numbers(json: &str) -> Vec<String> {
    let outside = json.replace("\\\\", "").replace("\\\"", "");
    let outside: String = outside.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let words = outside.split(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
    let words = words.filter(|w| w.starts_with(|c: char| c.is_ascii_digit() || c == '-'));
    words.map(str::to_owned).collect()
}

#[test]
fn no_number_of_any_document_has_an_exponent_or_more_than_six_decimals() {
    let folder = folder();
    for line in [
        "score 2022-05 --lenient",
        "score 2022-05 --lenient --by commune",
        "gaps 2022-05 --lenient",
        "explain 2022-05 --lenient --commune 99001",
        "diff 2022-05 2022-06 --lenient",
        "trend . --lenient --indicator 17.1 --indicator 2.3",
    ] {
        let json = folder.page(&format!("{line} --format json"));
        serde_json::from_str::<Value>(&json).unwrap();
        let numbers = numbers(&json);
        assert!(numbers.len() > 9, "{line}: {numbers:?}");
        for number in numbers {
            let plain = Exact::parse(&number).is_some();
            let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            assert!(plain && decimals <= 6, "{line}: {number}");
        }
    }
}

#[test]
fn a_rounded_comparison_holds_and_a_rounded_move_passes() {
    let folder = folder();
    let json = folder.page("explain 2022-05 --lenient --commune 99001 --format json");
    let json: Value = serde_json::from_str(&json).unwrap();
    let number = |value: &Value| Exact::parse(value.to_string().trim_matches('"')).unwrap();
    let mut seen = 0;
    for explained in json["explanations"].as_array().unwrap() {
        for part in explained["parts"].as_array().unwrap() {
            let comparison = &part["comparison"];
            if !comparison["left"].is_number() {
                continue;
            }
            let (left, right) = (number(&comparison["left"]), number(&comparison["right"]));
            let exact = ["left_exact", "right_exact"].map(|side| number(&comparison[side]));
            let holds = |left: &Exact, right: &Exact| match comparison["sign"].as_str().unwrap() {
                "<" => left < right,
                ">" => left > right,
                ">=" => left >= right,
                _ => left <= right,
            };
            assert!(holds(&left, &right) && holds(&exact[0], &exact[1]), "{part}");
            let step = if part["needed"].is_null() { &part["margin"] } else { &part["needed"] };
            let to = number(&step["to"]);
            let passes = match step["what"].as_str().unwrap() {
                "numerator" => &to * &Exact::HUNDRED >= exact[1],
                _ => to >= exact[1],
            };
            assert!(part["op"] == ">=" && passes, "{part}");
            seen += 1;
        }
    }
    assert!(seen >= 3, "{seen}");
}

#[test]
fn nothing_unseen_reaches_a_page() {
    let folder = folder();
    for line in ["score 2022-05", "explain 2022-05 --commune 99001 --indicator 2.3", "trend ."] {
        for form in ["table", "markdown"] {
            let page = folder.page(&format!("{line} --lenient --format {form}"));
            assert!(page.contains("mẫu A"), "{page}");
            assert!(!page.contains(['\u{202e}', '\u{200b}', '\u{2066}']), "{line} {form}");
        }
    }
}

#[test]
fn a_commune_is_never_called_so_twice() {
    let folder = folder();
    for line in [
        "score 2022-05 --commune 99001",
        "explain 2022-05 --commune 99001 --indicator 2.3",
        "trend . --commune 99001",
        "report 2022-05 --format markdown",
    ] {
        for lang in ["vi", "en"] {
            let page = folder.page(&format!("{line} --lenient --lang {lang}"));
            assert!(page.contains("Xã mẫu A"), "{page}");
            assert!(!page.contains("Xã Xã") && !page.contains("Commune Xã"), "{page}");
        }
    }
    assert!(folder.page("trend . --lenient --commune 99002").contains("Xã Bắc Sơn"));
}

#[test]
fn cells_of_parts_are_as_many_as_the_parts() {
    let csv = folder().page("score 2022-05 --lenient --by indicator --format csv");
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let head = rows.headers().unwrap().clone();
    let place = |name: &str| head.iter().position(|column| column == name).unwrap();
    let mut several = 0;
    for row in rows.records().map(Result::unwrap) {
        let count = row[place("parts")].split(';').count();
        several += usize::from(count > 1);
        for column in ["value", "numerator", "denominator", "gap", "shortfall", "confidence"] {
            assert_eq!(row[place(column)].split(';').count(), count, "{column}: {row:?}");
        }
    }
    assert!(several > 2, "{several}");
}

#[test]
fn two_parts_are_explained_on_a_screen() {
    for (level, id) in [("ntm", "17.1"), ("ntm", "12.1"), ("nang-cao", "5.1")] {
        let line =
            format!("explain 2022-12 --level {level} --commune 06739 --indicator {id} --width 100");
        let page = Office::sample().page(&line);
        assert!((20..=30).contains(&page.lines().count()), "{page}");
    }
}

#[test]
fn refusals_name_what_helps() {
    let folder = folder();
    let empty = folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    for (line, told) in [
        ("explain 2022-05 --commune 99001 --indicator 17", "17.1, 17.2, 17.3"),
        ("score -", "--communes TỆP"),
        ("score empty", ".xlsx"),
        ("score 2022-05 --csv-dialect excel-vi", "--format csv"),
        ("check 2022-05 --csv-dialect excel-vi", "bỏ --csv-dialect"),
        ("score 2022-05 -o a.json --csv-dialect excel-vi", "CSV"),
    ] {
        let output = folder.run(line);
        let stderr = output.stderr();
        assert_eq!(output.code(), 2, "{line}");
        assert!(stderr.contains(told), "{line}: {stderr}");
    }
    assert!(!folder.path().join("a.json").exists());
    let written = "score 2022-05 --lenient -o a.csv -o b.json --csv-dialect excel-vi";
    folder.page(written);
}
