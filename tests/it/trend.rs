//! `ntm trend` against what `ntm score` says of every month alone, and against figures
//! computed by hand.

use std::path::Path;

use crate::office::Office;
use serde_json::{Value, json};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SAMPLE: &str = "data/mong-cai";
const MONTHS: [&str; 4] = ["2022-05", "2022-06", "2022-07", "2022-12"];

fn find<'j>(list: &'j Value, key: &str, value: &str) -> &'j Value {
    let mut all = list.as_array().unwrap().iter();
    all.find(|entry| entry[key] == value).unwrap_or_else(|| panic!("no {key} {value}"))
}

fn point<'j>(trend: &'j Value, code: &str, period: &str) -> &'j Value {
    find(&find(&trend["communes"], "code", code)["points"], "period", period)
}

/// The sample with months of one's own, made from its December.
fn with_months(months: &[&str], edit: impl Fn(&str, &str) -> String) -> Office {
    let folder = Office::empty();
    let sample = Path::new(ROOT).join(SAMPLE);
    std::fs::copy(sample.join("communes.csv"), folder.path().join("communes.csv")).unwrap();
    for month in months {
        folder.create_dir(month);
        for entry in std::fs::read_dir(sample.join("2022-12")).unwrap() {
            let entry = entry.unwrap();
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let text = edit(month, &text.replace("2022-12,", &format!("{month},")));
            let target = folder.path().join(month).join(entry.file_name());
            std::fs::write(target, text).unwrap();
        }
    }
    folder
}

fn same(_: &str, text: &str) -> String {
    text.to_owned()
}

/// Every figure of a month is what the score of that month alone says.
fn equals_the_scores(level: &str) {
    let trend = Office::project().json(&format!("trend data/mong-cai --level {level}"));
    assert_eq!(trend["schema"], "ntm.trend.v1");
    for month in MONTHS {
        let score = Office::project().json(&format!("score data/mong-cai/{month} --level {level}"));
        let (period, summary) = (find(&trend["periods"], "period", month), &score["summary"]);
        assert_eq!(period["gap"], false);
        for (field, of_score) in [
            ("reported", "communes"),
            ("achieved", "achieved"),
            ("criteria_met_total", "criteria_met_total"),
            ("criteria_met_mean", "criteria_met_mean"),
            ("indicators_met_total", "indicators_met_total"),
            ("indicators_met_mean", "indicators_met_mean"),
            ("progress_mean", "progress_mean"),
            ("not_reported", "not_reported"),
        ] {
            assert_eq!(period[field], summary[of_score], "{month} {field}");
        }
        assert_eq!(period["taking_part"], 9);
        assert_eq!(period["layers"], score["criteria_set"]["layers"]);
        assert_eq!(period["thresholds"], score["criteria_set"]["thresholds"]);
        let communes = score["communes"].as_array().unwrap();
        assert!(!communes.is_empty());
        let mut sum = 0;
        for commune in communes {
            let point = point(&trend, commune["code"].as_str().unwrap(), month);
            assert_eq!(point["kind"], "reported");
            assert_eq!(point["criteria_met"], commune["criteria"]["met"]);
            assert_eq!(point["criteria_total"], commune["criteria"]["total"]);
            assert_eq!(point["indicators_met"], commune["indicators"]["met"]);
            assert_eq!(point["indicators_total"], commune["indicators"]["total"]);
            assert_eq!(point["progress"], commune["progress"]);
            assert_eq!(point["achieved"], commune["achieved"]);
            sum += point["indicators_met"].as_u64().unwrap();
        }
        assert_eq!(period["indicators_met_total"], sum);
    }
}

#[test]
fn every_figure_is_the_score_of_its_month() {
    equals_the_scores("ntm");
    equals_the_scores("nang-cao");
}

#[test]
fn the_sample_has_the_totals_that_its_readme_tells() {
    let trend = Office::project().json("trend data/mong-cai");
    let periods = trend["periods"].as_array().unwrap();
    let figures = periods.iter().map(|period| {
        let figure = |field: &str| period[field].as_u64();
        (
            period["period"].as_str().unwrap(),
            figure("criteria_met_total"),
            figure("indicators_met_total"),
        )
    });
    let expected = [
        ("2022-05", Some(117), Some(381)),
        ("2022-06", Some(121), Some(394)),
        ("2022-07", Some(114), Some(375)),
        ("2022-08", None, None),
        ("2022-09", None, None),
        ("2022-10", None, None),
        ("2022-11", None, None),
        ("2022-12", Some(155), Some(484)),
    ];
    assert_eq!(figures.collect::<Vec<_>>(), expected);
}

#[test]
fn what_is_not_there_is_a_gap_and_never_zero() {
    let trend = Office::project().json("trend data/mong-cai");
    let month = find(&trend["periods"], "period", "2022-09");
    assert_eq!(month["gap"], true);
    let told = ["period", "gap", "layers", "law_changed", "set_changed", "changed"];
    for (field, value) in month.as_object().unwrap() {
        assert!(told.contains(&field.as_str()) || value.is_null(), "{field} is {value}");
    }
    let july = find(&trend["periods"], "period", "2022-07");
    assert_eq!(july["not_reported"], json!(["06754"]));
    for (period, kind) in [("2022-07", "not_reported"), ("2022-09", "no_data")] {
        let point = point(&trend, "06754", period);
        assert_eq!((&point["kind"], &point["reported"]), (&json!(kind), &json!(false)));
        for (field, value) in point.as_object().unwrap() {
            let told = ["period", "kind", "reported"].contains(&field.as_str());
            assert!(told || value.is_null(), "{field} is {value}");
        }
    }

    let csv = Office::project().page("trend data/mong-cai --format csv");
    let rows: Vec<&str> = csv.lines().filter(|line| line.starts_with("06754,")).collect();
    let kinds: Vec<&str> = rows.iter().map(|row| row.split(',').nth(5).unwrap()).collect();
    let (reported, gap) = ("reported", "no_data");
    let expected = [reported, reported, "not_reported", gap, gap, gap, gap, reported, "expected"];
    assert_eq!(kinds, expected);
    assert_eq!(rows[2], "06754,Vĩnh Trung,2022-07,ntm,self,not_reported,,,,,,,,,,");
    assert_eq!(csv.lines().count(), 1 + 9 * 9);

    let page = Office::project().page("trend data/mong-cai");
    let line = page.lines().find(|line| line.starts_with(" 2022-09")).unwrap();
    assert_eq!(line.trim_start().trim_start_matches("2022-09").trim(), "không có số liệu");
}

#[test]
fn a_small_line_shows_the_same_sign_for_the_same_figure() {
    let trend = Office::project().json("trend data/mong-cai");
    let page = Office::project().page("trend data/mong-cai --format markdown");
    // The least of all is 35, the most 57: eight signs share 22.
    let signs: Vec<char> = "▁▂▃▄▅▆▇█".chars().collect();
    assert!(page.contains("▁ là 35, █ là 57"), "{page}");
    for commune in trend["communes"].as_array().unwrap() {
        let points = commune["points"].as_array().unwrap();
        let line: String = points
            .iter()
            .map(|point| match point["indicators_met"].as_u64() {
                Some(met) => {
                    signs[(usize::try_from(met).unwrap() - 35) * 8 / 22 - usize::from(met == 57)]
                }
                None => '·',
            })
            .collect();
        let name = commune["name"].as_str().unwrap();
        assert!(page.contains(&format!("| {name} | {line} |")), "{name} {line}");
    }
}

#[test]
fn the_extrapolation_is_the_straight_line_of_the_last_three_months() {
    let trend = Office::project().json("trend data/mong-cai");
    let expected = &trend["expected"];
    assert_eq!((&expected["period"], &expected["method"]), (&json!("2023-01"), &json!("linear")));
    // Hải Sơn: 10 and 35 in June, 16 and 50 in December, six months later.
    let one = find(&expected["communes"], "code", "06724");
    assert_eq!(one["from"], json!(["2022-06", "2022-07", "2022-12"]));
    assert_eq!((&one["criteria_met"], &one["indicators_met"]), (&json!(17), &json!(52.5)));
    // Vĩnh Trung, silent in July: 11 and 38 in May, 16 and 50 seven months later.
    let one = find(&expected["communes"], "code", "06754");
    assert_eq!(one["from"], json!(["2022-05", "2022-06", "2022-12"]));
    assert_eq!((&one["criteria_met"], &one["indicators_met"]), (&json!(16.71), &json!(51.71)));

    // The sum over all, in 42nds: six months and seven divide them.
    let mut sums = [0; 2];
    for commune in trend["communes"].as_array().unwrap() {
        let points = commune["points"].as_array().unwrap().iter().enumerate();
        let known: Vec<(i64, &Value)> = points
            .filter(|(_, point)| point["reported"] == true)
            .map(|(month, point)| (i64::try_from(month).unwrap(), point))
            .collect();
        let [first, _, last] = known[known.len() - 3..] else { unreachable!() };
        for (sum, of) in sums.iter_mut().zip(["criteria", "indicators"]) {
            let met = |point: &Value| point[format!("{of}_met")].as_i64().unwrap();
            let total = last.1[format!("{of}_total")].as_i64().unwrap();
            let step = (met(last.1) - met(first.1)) * 42 / (last.0 - first.0);
            *sum += (met(last.1) * 42 + step).min(total * 42);
        }
    }
    let hundredths = |sum: i64, of: i64| (sum * 100 * 2 + 42 * of) / (42 * of * 2);
    let written = |value: &Value| -> i64 {
        let text = value.to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        format!("{whole}{fraction:0<2}").parse().unwrap()
    };
    let total = &expected["total"];
    assert_eq!((&total["communes"], &total["without"]), (&json!(9), &json!(0)));
    for (sum, of) in sums.into_iter().zip(["criteria", "indicators"]) {
        assert_eq!(written(&total[format!("{of}_met_total")]), hundredths(sum, 1));
        assert_eq!(written(&total[format!("{of}_met_mean")]), hundredths(sum, 9));
    }
}

#[test]
fn nothing_is_expected_above_all_nor_below_nothing() {
    let far = Office::project().json("trend data/mong-cai --until 2023-04");
    let one = find(&far["expected"]["communes"], "code", "06724");
    // 16 + 4 of 19, 50 + 10 of 57.
    assert_eq!((&one["criteria_met"], &one["indicators_met"]), (&json!(19), &json!(57)));

    // Of all it met in January nothing is left in February but two of three road shares.
    let worse = |month: &str, text: &str| match month {
        "2023-02" => text.lines().take(4).fold(String::new(), |all, line| all + line + "\n"),
        _ => text.to_owned(),
    };
    let folder = with_months(&["2023-01", "2023-02"], worse);
    let path = folder.path().to_str().unwrap();
    let trend = Office::project().json_args(["trend", path]);
    let march = find(&trend["expected"]["communes"], "code", "06745");
    assert!(point(&trend, "06745", "2023-02")["indicators_met"].as_u64() < Some(5));
    assert_eq!((&march["criteria_met"], &march["indicators_met"]), (&json!(0), &json!(0)));
}

#[test]
fn one_month_has_nothing_to_be_compared_with() {
    let path = format!("{SAMPLE}/2022-05");
    let trend = Office::project().json_args(["trend", &path]);
    assert_eq!(trend["periods"].as_array().unwrap().len(), 1);
    assert!(trend["expected"]["total"].is_null());
    for commune in trend["expected"]["communes"].as_array().unwrap() {
        assert_eq!(commune["reason"], "one_month");
        assert!(commune["indicators_met"].is_null());
    }
    let page = Office::project().page_args(["trend", &path]);
    assert!(page.contains("Chỉ có một kỳ có số liệu (2022-05)"), "{page}");
    assert!(page.contains("Không ngoại suy được đến kỳ 2022-06"), "{page}");
    assert_eq!(page.matches("Ngoại suy đến").count(), 0);
    // A period of many is one month too.
    assert_eq!(Office::project().json("trend data/mong-cai --period 2022-05"), trend);
}

#[test]
fn another_years_threshold_is_not_taken_for_progress() {
    // The same figures in December and in January, when more income is asked for.
    let folder = with_months(&["2022-12", "2023-01"], same);
    let path = folder.path().to_str().unwrap();
    let trend = Office::project().json_args(["trend", path, "--indicator", "10.1"]);
    let [december, january] =
        ["2022-12", "2023-01"].map(|month| find(&trend["periods"], "period", month).clone());
    assert_eq!((&december["law_changed"], &december["changed"]), (&json!(false), &json!([])));
    assert_eq!((&january["law_changed"], &january["changed"]), (&json!(true), &json!(["10.1"])));
    assert_eq!(january["set_changed"], false);
    let of = |month: &str| point(&trend, "06754", month)["indicators"][0].clone();
    let (before, now) = (of("2022-12"), of("2023-01"));
    assert_eq!(before["parts"][0]["value"], now["parts"][0]["value"]);
    assert_eq!((&before["status"], &now["status"]), (&json!("met"), &json!("not_met")));
    assert_eq!(point(&trend, "06754", "2023-01")["criteria_lost"], json!([10]));

    let page = Office::project().page_args(["trend", path]);
    let row = page.lines().find(|line| line.starts_with(" 2023-01")).unwrap();
    assert!(row.contains("mức đạt chuẩn đổi"), "{row}");
    assert!(page.contains("Mức đạt chuẩn đổi: kỳ 2023-01 cho 9 xã do quy định (10.1)"), "{page}");
    assert!(page.replace("\n  ", " ").contains("mức đạt chuẩn của 9 xã có thay đổi"), "{page}");
    // Known before it happens: the extrapolation of December says so.
    let ahead = Office::project().json("trend data/mong-cai");
    assert_eq!(ahead["expected"]["changed"], json!(["10.1"]));
    assert_eq!(
        Office::project().json("trend data/mong-cai --period 2022-05")["expected"]["changed"],
        json!([])
    );
}

#[test]
fn months_under_two_base_sets_are_compared_by_percentage_only() {
    // From 2022-12 on a set without the last criterion.
    let own = Office::empty();
    let text = std::fs::read_to_string(format!("{ROOT}/criteria/qd-318-2022-ntm.toml")).unwrap();
    let old = text.replace("until = 2025-12-31", "until = 2022-11-30");
    let (shorter, last) = text.split_once("# ---- Tiêu chí 19").unwrap();
    let new = shorter.replace("in_force = 2022-03-08", "in_force = 2022-12-01");
    assert!(old != text && new != shorter && last.contains("19.2"));
    own.write("qd-318-2022-ntm.toml", old);
    own.write("moi-ntm.toml", new);
    let without_last = |month: &str, text: &str| match month {
        "2022-12" | "2023-01" => text
            .lines()
            .filter(|l| !l.contains(",19."))
            .fold(String::new(), |all, l| all + l + "\n"),
        _ => text.to_owned(),
    };
    let run = |months: &[&str]| {
        let folder = with_months(months, without_last);
        let (path, sets) = (folder.path().to_str().unwrap(), own.path().to_str().unwrap());
        let arguments = ["trend", path, "--criteria", sets];
        (Office::project().json_args(arguments), Office::project().page_args(arguments))
    };
    let (trend, shown) = run(&["2022-10", "2022-11", "2022-12"]);
    let december = find(&trend["periods"], "period", "2022-12");
    assert_eq!(
        (&december["set_changed"], &december["criteria_set"]),
        (&json!(true), &json!("moi-ntm"))
    );
    assert_eq!(
        (&december["criteria_total"], &december["indicators_total"]),
        (&json!(18), &json!(55))
    );
    let november = find(&trend["periods"], "period", "2022-11");
    assert_eq!(
        (&november["criteria_total"], &november["indicators_total"]),
        (&json!(19), &json!(57))
    );
    assert!(point(&trend, "06745", "2022-12")["criteria_lost"].is_null());
    for commune in trend["expected"]["communes"].as_array().unwrap() {
        assert_eq!(commune["reason"], "set_changes");
    }
    assert!(
        shown.contains("bộ tiêu chí gốc khác nhau") && shown.contains("đổi bộ tiêu chí"),
        "{shown}"
    );
    assert!(shown.contains("điểm %"), "changes are in percentage points: {shown}");

    // Two months under the new set are enough, and the one before is left out.
    let (trend, _) = run(&["2022-11", "2022-12", "2023-01"]);
    let one = find(&trend["expected"]["communes"], "code", "06745");
    assert_eq!(
        (&one["from"], &one["indicators_total"]),
        (&json!(["2022-12", "2023-01"]), &json!(55))
    );
    // A set that ends before the month looked ahead to.
    let (trend, _) = run(&["2022-10", "2022-11"]);
    assert_eq!(trend["expected"]["communes"][0]["reason"], "set_changes");
}

#[test]
fn only_quang_nghia_speaks_of_the_higher_level() {
    let trend = Office::project().json("trend data/mong-cai --level nang-cao");
    let met = |month: &str| {
        let point = point(&trend, "06739", month);
        (point["criteria_met"].as_u64().unwrap(), point["indicators_met"].as_u64().unwrap())
    };
    assert_eq!(MONTHS.map(met), [(6, 41), (7, 44), (8, 50), (13, 67)]);
    let total = &trend["expected"]["total"];
    assert_eq!((&total["communes"], &total["without"]), (&json!(1), &json!(8)));
    // 13 + 1, 67 + 23/6.
    assert_eq!(total["criteria_met_mean"], json!(14));
    assert_eq!(total["indicators_met_total"], json!(70.83));
    let silent = find(&trend["expected"]["communes"], "code", "06724");
    assert_eq!(silent["reason"], "no_data");
    let page = Office::project().page("trend data/mong-cai --level nang-cao");
    assert!(page.contains("Chưa báo cáo kỳ nào (8 xã)"), "{page}");
}

#[test]
fn an_indicator_is_that_of_the_score() {
    let trend = Office::project().json("trend data/mong-cai --indicator 17.1 --indicator ' 2,2 '");
    for month in MONTHS {
        let score = Office::project().json(&format!("score data/mong-cai/{month}"));
        for commune in score["communes"].as_array().unwrap() {
            let point = point(&trend, commune["code"].as_str().unwrap(), month);
            let own = point["indicators"].as_array().unwrap();
            let indicator = |id: &str| {
                let criteria = commune["results"].as_array().unwrap().iter();
                let mut all = criteria.flat_map(|c| c["indicators"].as_array().unwrap());
                all.find(|indicator| indicator["id"] == id).unwrap()
            };
            assert_eq!(own.iter().collect::<Vec<_>>(), [indicator("17.1"), indicator("2.2")]);
        }
    }

    // The CSV has the cells of the score's own, but for those before the key: the level and
    // indicator that a value is taken from, of which NTM has none.
    let csv = Office::project().page("trend data/mong-cai --indicator 17.1 --format csv");
    let score = Office::project().page("score data/mong-cai/2022-06 --by indicator --format csv");
    let cells = |text: &str, start: &str| {
        let row = text.lines().find(|line| line.starts_with(start)).unwrap();
        row[start.len()..].to_owned()
    };
    assert_eq!(
        cells(&csv, "06727,Bắc Sơn,2022-06,ntm,self,reported,false,17,17.1,")
            .replace(",ntm:17.1", ",,,ntm:17.1"),
        cells(&score, "06727,Bắc Sơn,2022-06,ntm,self,17,17.1,"),
    );
    assert_eq!(
        cells(&csv, "06727,Bắc Sơn,2022-09,ntm,self,no_data,,17,17.1"),
        ",".repeat(16) + "ntm:17.1"
    );
    assert_eq!(csv.lines().count(), 1 + 9 * 8);
}

#[test]
fn communes_and_indicators_are_chosen_together() {
    let arguments = ["trend", SAMPLE, "--commune", "Hải Xuân", "--commune", "6754"];
    let trend = Office::project().json_args(arguments);
    let codes: Vec<&Value> =
        trend["communes"].as_array().unwrap().iter().map(|commune| &commune["code"]).collect();
    assert_eq!(codes, ["06745", "06754"]);
    let july = find(&trend["periods"], "period", "2022-07");
    assert_eq!((&july["reported"], &july["taking_part"]), (&json!(1), &json!(2)));
    assert_eq!(trend["expected"]["total"]["communes"], 2);
    let december = point(&trend, "06745", "2022-12");
    assert_eq!(december["criteria_completed"], json!([1, 13, 17]));
    assert_eq!(december["criteria_lost"], json!([]));

    let page = Office::project().page("trend data/mong-cai --commune 'Hải Xuân' --indicator 2.2");
    assert!(page.contains("Hải Xuân") && page.contains("97,4% ✓"), "{page}");
    assert!(!page.contains("Vĩnh Trung"), "{page}");
}

#[test]
fn a_commune_whose_row_changed_is_one_line_and_takes_part_while_it_exists() {
    let folder = with_months(&["2022-11", "2022-12", "2023-01"], same);
    let roster = folder.path().join("communes.csv");
    let text = std::fs::read_to_string(&roster).unwrap();
    let line = "06724,Hải Sơn,22,DBSH,194,,2025-06-30,,,\n";
    let renamed = "06724,Hải Sơn,22,DBSH,194,,2022-11-30,,,\n\
        06724,xã Hải Sơn,22,DBSH,194,2022-12-01,2023-01-31,,,\n";
    assert!(text.contains(line));
    std::fs::write(&roster, text.replace(line, renamed)).unwrap();
    let path = folder.path().to_str().unwrap();
    let trend = Office::project().json_args(["trend", path]);
    let communes = trend["communes"].as_array().unwrap();
    assert_eq!(communes.len(), 9);
    assert_eq!(
        (&communes[0]["code"], &communes[0]["name"]),
        (&json!("06724"), &json!("xã Hải Sơn"))
    );
    let kinds = communes[0]["points"].as_array().unwrap().iter().map(|point| &point["kind"]);
    assert_eq!(kinds.collect::<Vec<_>>(), ["reported"; 3]);
    // It ends with January: nothing is expected of it in February.
    let one = find(&trend["expected"]["communes"], "code", "06724");
    assert_eq!(one["reason"], "not_taking_part");
    assert_eq!(trend["expected"]["total"]["without"], 1);
    let shown = Office::project().page_args(["trend", path, "--commune", "Hải Sơn"]);
    assert!(shown.contains("Mã 06724 có nhiều tên qua thời gian"), "{shown}");
    assert!(shown.contains("xã Hải Sơn (mã 06724)"), "{shown}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let may = format!("{SAMPLE}/2022-05");
    for (arguments, told) in [
        (vec!["trend", &may, &may], "kỳ 2022-05 có hai lần"),
        (vec!["trend", SAMPLE, &may], "kỳ 2022-05 có hai lần"),
        (vec!["trend", SAMPLE, "--until", "2022-12"], "không sau kỳ cuối của số liệu (2022-12)"),
        (vec!["trend", SAMPLE, "--until", "2022-08"], "--until 2023-01"),
        (vec!["trend", SAMPLE, "--level", "cong-nhan"], "ntm, nang-cao, kieu-mau"),
        (vec!["trend", SAMPLE, "--period", "2022-09"], "không có dòng nào của kỳ 2022-09"),
        (vec!["trend", SAMPLE, "--indicator", "2.9"], "có phải là: 2.1, 2.2, 2.3?"),
        (vec!["trend", SAMPLE, "--indicator", "đường"], "không có chỉ tiêu “đường”"),
        (vec!["trend", SAMPLE, "--commune", "Hải Xuâm"], "có phải là: Hải Xuân?"),
        (vec!["trend", SAMPLE, "--format", "jsonl"], "không in được dạng jsonl"),
    ] {
        let said = Office::project().run_args(&arguments).refusal();
        assert!(said.contains(told), "{arguments:?}: {said}");
    }
    // Faults of all months are told in one run.
    let folder = with_months(&["2022-11", "2022-12"], |_, text| text.replacen(",self,", ",ai,", 1));
    let said = Office::project().run_args(["trend", folder.path().to_str().unwrap()]).refusal();
    assert!(said.contains("2022-11/06724.csv") && said.contains("2022-12/06757.csv"), "{said}");
    // A month before any set: named, though another one could be judged.
    let folder = with_months(&["2022-02", "2022-12"], same);
    let path = folder.path().to_str().unwrap();
    assert!(
        Office::project()
            .run_args(["trend", path])
            .refusal()
            .contains("có hiệu lực trong kỳ 2022-02\n")
    );
    assert!(Office::project().run_args(["trend", path, "--period", "2022-12"]).succeeded());
    // Without a month nothing can be put in order.
    let folder = Office::empty();
    let roster = format!("{ROOT}/{SAMPLE}/communes.csv");
    let file = folder.path().join("a.csv");
    std::fs::write(&file, "commune,indicator,value\n06724,1.1,đạt\n").unwrap();
    let said = Office::project()
        .run_args(["trend", file.to_str().unwrap(), "--communes", &roster])
        .refusal();
    assert!(said.contains("kỳ báo cáo"), "{said}");
}

/// Months between which one commune goes from one column to another; nothing else moves.
fn with_another_column() -> Office {
    let folder = with_months(&["2022-05", "2022-06", "2022-07"], same);
    let roster = folder.path().join("communes.csv");
    let text = std::fs::read_to_string(&roster).unwrap();
    let row = "06730,Hải Đông,22,DBSH,194,,2025-06-30,,,\n";
    assert!(text.contains(row));
    let two = "06730,Hải Đông,22,DBSH,194,,2022-05-31,,,\n\
               06730,Hải Đông,22,TDMNPB,194,2022-06-01,2025-06-30,,,\n";
    std::fs::write(&roster, text.replace(row, two)).unwrap();
    folder
}

#[test]
fn a_change_of_column_is_told_of_its_own_commune_only() {
    let folder = with_another_column();
    let path = folder.path().to_str().unwrap();
    let trend = Office::project().json_args(["trend", path]);
    let june = find(&trend["periods"], "period", "2022-06");
    assert_eq!((&june["law_changed"], &june["changed_communes"]), (&json!(true), &json!(1)));
    for commune in trend["communes"].as_array().unwrap() {
        let code = commune["code"].as_str().unwrap();
        let own = code == "06730";
        let point = point(&trend, code, "2022-06");
        assert_eq!(point["law_changed"], own, "{code}");
        assert_eq!(point["column"], if own { "TDMNPB" } else { "DBSH" });
        let expected = find(&trend["expected"]["communes"], "code", code);
        assert_eq!(expected["law_changed_on_the_way"], own);
        assert_eq!(expected["law_changed"], false);
    }
    // The rows say the same as the document.
    let csv = Office::project().page_args(["trend", path, "--format", "csv"]);
    for row in csv.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let own = (cells[0], cells[2]) == ("06730", "2022-06");
        assert_eq!(cells[6], own.to_string(), "{row}");
        if cells[5] == "expected" {
            assert_eq!(cells.last().unwrap(), &(cells[0] == "06730").to_string(), "{row}");
        }
    }
    let page_of = |more: &[&str]| {
        Office::project().page_args([&["trend", path, "--width", "400"], more].concat())
    };
    let all = page_of(&[]);
    assert!(all.contains("kỳ 2022-06 cho 1 xã do xã đổi cột DBSH → TDMNPB ("), "{all}");
    let row = all.lines().find(|line| line.starts_with(" 2022-06")).unwrap();
    assert!(row.contains("1 xã đổi cột") && !row.contains("mức đạt chuẩn đổi"), "{row}");
    assert!(page_of(&["--commune", "06730"]).contains("mức đạt chuẩn đổi (cột DBSH → TDMNPB)"));
    assert!(!page_of(&["--commune", "06727"]).contains("TDMNPB"));
    // An indicator that asks the same in both columns did not change.
    let changed = june["changed"].as_array().unwrap();
    assert!(!changed.is_empty() && !changed.contains(&json!("1.1")));
    assert!(!page_of(&["--indicator", "1.1"]).contains("do xã đổi cột"));
    let id = changed[0].as_str().unwrap();
    assert!(page_of(&["--indicator", id]).contains("cho 1 xã do xã đổi cột"));
}

#[test]
fn a_value_is_never_shown_as_the_threshold_that_it_fails() {
    let edit = |_: &str, text: &str| {
        let rows = text.lines().map(|line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if cells[3] == "2.2" && cells[2] == "ntm" {
                cells[5].clear();
                (cells[6], cells[7]) = ("89999".to_owned(), "100000".to_owned());
            }
            cells.join(",") + "\n"
        });
        rows.collect::<String>()
    };
    let folder = with_months(&["2022-12"], edit);
    let path = folder.path().to_str().unwrap();
    let trend = Office::project().page_args(["trend", path, "--indicator", "2.2"]);
    assert!(trend.contains("89,999% ✗") && !trend.contains("90% ✗"), "{trend}");
    let month = folder.path().join("2022-12");
    let score =
        Office::project().page_args(["score", month.to_str().unwrap(), "--commune", "06727"]);
    assert!(score.contains("89,999%"), "{score}");
}

#[test]
fn an_unknown_commune_is_in_none_of_the_months() {
    let told = Office::project().run("trend data/mong-cai --commune x").refusal();
    assert!(told.contains("không có xã “x” trong kỳ nào từ 2022-05 đến 2022-12"), "{told}");
}

#[test]
fn what_is_extrapolated_is_told_without_hundredths() {
    let page = Office::project().page("trend data/mong-cai");
    for (place, _) in page.match_indices('≈') {
        let number = page[place..].trim_start_matches(['≈', ' ']).split('/').next().unwrap();
        let decimals = number.split_once(',').map_or(0, |(_, decimals)| decimals.len());
        assert!(decimals <= 1, "{number}");
    }
    assert!(page.contains("≈ 16,7/19"), "{page}");
}

/// A month in which the weakest has not reported is no month of progress.
#[test]
fn means_are_compared_over_the_same_communes() {
    let folder = with_months(&["2022-11", "2022-12"], same);
    let path = folder.path().to_str().unwrap();
    let all = Office::project().json_args(["trend", path]);
    assert_eq!(all["compared"]["communes"], 9);
    let december = Office::project().json(&format!("score {path}/2022-12"));
    let communes = december["communes"].as_array().unwrap();
    let met = |commune: &&Value| commune["criteria"]["met"].as_u64().unwrap();
    let weakest = communes.iter().min_by_key(met).unwrap();
    let file = folder.path().join(format!("2022-12/{}.csv", weakest["code"].as_str().unwrap()));
    std::fs::remove_file(file).unwrap();
    let trend = Office::project().json_args(["trend", path]);
    // Over all of each month there seems to be progress; over the same there is none.
    let mean = |month| find(&trend["periods"], "period", month)["criteria_met_mean"].as_f64();
    assert!(mean("2022-12") > mean("2022-11"));
    let compared = &trend["compared"];
    assert_eq!(compared["communes"], 8);
    for field in ["criteria_met_mean", "indicators_met_mean", "achieved"] {
        assert_eq!(compared["from"][field], compared["to"][field], "{field}");
    }
    let page = |lang: &str| {
        Office::project().page_args(["trend", path, "--format", "markdown", "--lang", lang])
    };
    let (vi, en) = (page("vi"), page("en"));
    let figure = |month| mean(month).unwrap().to_string();
    let (was, is) = (figure("2022-11"), figure("2022-12"));
    let comma = |figure: &str| figure.replace('.', ",");
    for (page, says) in [
        (
            &vi,
            "Từ 2022-11 (9/9 xã) đến 2022-12 (8/9 xã): riêng 8 xã có số liệu ở cả hai kỳ"
                .to_owned(),
        ),
        (&vi, format!("tiêu chí {} (9 xã) → {} (8 xã)", comma(&was), comma(&is))),
        (&en, "the 8 communes that have reported in both".to_owned()),
        (&en, format!("criteria {was} (9 communes) → {is} (8 communes)")),
    ] {
        assert!(page.contains(&says), "{says}: {page}");
    }
    // With nobody in both there is nothing to compare.
    for entry in std::fs::read_dir(folder.path().join("2022-12")).unwrap() {
        let path = entry.unwrap().path();
        if !path.ends_with("06739.csv") {
            std::fs::remove_file(path).unwrap();
        }
    }
    folder.remove("2022-11/06739.csv");
    let trend = Office::project().json_args(["trend", path]);
    assert_eq!(trend["compared"]["communes"], 0);
    assert_eq!(trend["compared"]["from"], Value::Null);
    assert!(page("vi").contains("không xã nào có số liệu ở cả hai kỳ để so sánh"));
}
