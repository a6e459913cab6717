//! The figures of a score in JSON: rounding, counts, sums and what is refused.

use crate::common::{folder, indicator, score_of};
use crate::office::Office;
use serde_json::{Value, json};

/// The one commune that reported rows in 2022-05.
fn commune_with(rows: &[&str]) -> Value {
    let rows: String = rows.iter().map(|row| format!("06727,,{row}\n")).collect();
    score_of("2022-05", &rows)["communes"][0].clone()
}

/// The first part of the indicator of a row.
fn part_of(row: &str) -> Value {
    let commune = commune_with(&[row]);
    indicator(&commune, row.split(',').next().unwrap())["parts"][0].clone()
}

/// A base set of 32 criteria with one yes/no indicator each: 1/32 is 3,125 %.
fn set_of_32() -> String {
    let criterion = |no: u16| {
        format!(
            "[[criterion]]\nno = {no}\nname = \"N\"\ngroup = \"I\"\n\
             [[criterion.indicator]]\nid = \"{no}.1\"\nname = \"N\"\n"
        )
    };
    let criteria: String = (1..=32).map(criterion).collect();
    format!(
        "title = \"T\"\nkind = \"base\"\nlevel = \"kieu-mau\"\ncolumns_by = \"region\"\n\
         [decision]\nnumber = \"1/QĐ\"\nissuer = \"I\"\ndate = 2022-01-01\n\
         in_force = 2022-01-01\n[defaults]\nconfidence = \"assumed\"\n\
         [columns]\nDBSH = \"A\"\nDHNTB = \"B\"\n{criteria}"
    )
}

/// The score by the set of 32.
fn score_by_32(rows: &str) -> Value {
    let folder = folder("2022-05", rows);
    folder.create_dir("sets");
    folder.write("sets/kieu-mau.toml", set_of_32());
    folder.json("score 2022-05 --level kieu-mau --criteria sets")
}

#[test]
fn percentages_and_progress_have_two_decimals_halves_up() {
    let json = score_by_32("06727,kieu-mau,1.1,,đạt,,,\n");
    let commune = &json["communes"][0];
    assert_eq!(commune["progress"].to_string(), "3.13");
    assert_eq!(commune["criteria"], json!({"met": 1, "total": 32, "percent": 3.13}));
    assert_eq!(commune["indicators"]["percent"].to_string(), "3.13");
}

#[test]
fn means_are_of_exact_values_not_of_rounded_ones() {
    let rows = "06727,kieu-mau,1.1,,đạt,,,\n06730,kieu-mau,1.1,,chưa,,,\n";
    let summary = &score_by_32(rows)["summary"];
    assert_eq!(summary["progress_mean"].to_string(), "1.56");
    assert_eq!(summary["criteria_met_mean"].to_string(), "0.5");
    let rows = format!("{rows}06730,kieu-mau,2.1,,đạt,,,\n99001,kieu-mau,1.1,,chưa,,,\n");
    let summary = &score_by_32(&rows)["summary"];
    assert_eq!(summary["indicators_met_mean"].to_string(), "0.67");
    assert_eq!([&summary["communes"], &summary["indicators_met_total"]], [3, 2]);
}

#[test]
fn values_and_gaps_have_six_decimals_halves_away_from_zero() {
    for (row, value, gap) in [
        ("10.1,,\"53,1234565\",,,", 53.123457, 0.0),
        ("10.1,,\"53,1234564\",,,", 53.123456, 0.0),
        ("17.4,,\"1,9999995\",,,", 2.0, 0.000001),
        ("2.1,,,1,3,", 33.333333, 66.666667),
        ("2.1,,,2,3,", 66.666667, 33.333333),
    ] {
        let part = part_of(row);
        assert_eq!((part["value"].as_f64(), part["gap"].as_f64()), (Some(value), Some(gap)));
    }
}

#[test]
fn what_rounds_to_its_threshold_is_not_met_by_that() {
    let commune = commune_with(&["17.4,,\"1,9999995\",,,"]);
    let trees = indicator(&commune, "17.4");
    assert_eq!((&trees["status"], &trees["attainment"]), (&json!("not_met"), &json!(1)));
    assert_eq!(trees["parts"][0]["met"], json!(false));
}

#[test]
fn a_shortfall_is_rounded_up_where_the_numerator_is_whole() {
    for (row, expected) in [
        ("2.1,,,19,20,", json!({"amount": 1, "unit": "km"})),
        ("2.2,,,\"18,8\",\"22,4\",", json!({"amount": 1.36, "unit": "km"})),
        ("9.2,,,88,99,", json!({"amount": 2, "unit": "hộ"})),
        ("11.1,,,8,517,", json!({"amount": 1, "unit": "hộ"})),
        ("2.1,,95,,,", json!(null)),
        ("2.1,,,20,20,", json!(null)),
        ("10.1,,50,,,", json!(null)),
    ] {
        assert_eq!(part_of(row)["shortfall"], expected, "{row}");
    }
}

#[test]
fn a_ratio_keeps_its_numbers_beside_the_share() {
    let part = part_of("2.2,,,\"18,8\",\"22,4\",BC 1");
    assert_eq!((&part["numerator"], &part["denominator"]), (&json!(18.8), &json!(22.4)));
    assert_eq!((&part["value"], &part["evidence"]), (&json!(83.928571), &json!("BC 1")));
    assert_eq!(part_of("2.2,,\"83,9\",,,")["numerator"], json!(null));
}

#[test]
fn the_evidence_of_an_indicator_names_each_document_once_in_order() {
    for (male, female, expected) in [
        ("BC 1", "BC 2", json!("BC 1; BC 2")),
        ("BC 2", "BC 1", json!("BC 2; BC 1")),
        ("BC 1", "BC 1", json!("BC 1")),
        ("", "BC 2", json!("BC 2")),
        ("", "-", json!(null)),
    ] {
        let (nam, nữ) = (format!("15.1,nam,95,,,{male}"), format!("15.1,nữ,95,,,{female}"));
        let commune = commune_with(&[&nữ, &nam]);
        assert_eq!(indicator(&commune, "15.1")["evidence"], expected);
    }
}

#[test]
fn the_four_counts_add_up_to_the_total() {
    let rows = "06727,,1.1,,đạt,,,\n06727,,1.2,,chưa,,,\n06727,,13.4,,kad,,,\n\
        99001,,2.1,,50,,,\n99001,,1.1,,đạt,,,\n";
    let json = score_of("2022-05", rows);
    for (commune, met, not_met, undetermined) in [(0, 2, 1, 0), (1, 1, 0, 4)] {
        let counts = &json["communes"][commune]["indicators"];
        let of = |name: &str| counts[name].as_u64().unwrap();
        assert_eq!((of("met"), of("not_met"), of("undetermined")), (met, not_met, undetermined));
        assert_eq!(of("met") + of("not_met") + of("missing") + of("undetermined"), of("total"));
        assert_eq!(of("total"), 57);
    }
}

/// Confirmed, unconfirmed, assumed, undetermined.
fn thresholds(json: &Value) -> [u64; 4] {
    let counts = &json["criteria_set"]["thresholds"];
    ["confirmed", "unconfirmed", "assumed", "undetermined"].map(|n| counts[n].as_u64().unwrap())
}

#[test]
fn thresholds_count_under_the_weakest_confidence_of_all_communes() {
    let [own, other] = ["06727,,1.1,,đạt,,,\n", "99001,,1.1,,đạt,,,\n"];
    let [_, unconfirmed, assumed, open] = thresholds(&score_of("2022-05", own));
    assert_eq!((unconfirmed + assumed, open), (57, 0));
    // Without 1246 four roads are open; income and health books of DHNTB are assumed.
    let both = thresholds(&score_of("2022-05", &format!("{own}{other}")));
    assert_eq!(both, [0, unconfirmed - 2, assumed - 4 + 2, 4]);
    let nobody = thresholds(&score_of("2022-05", "06727,nang-cao,1.1,,đạt,,,\n"));
    // 5.1, 15.3 and 15.4 are assumed in the common column, not in that of the communes.
    assert_eq!(nobody, [0, unconfirmed - 3, assumed - 4 + 3, 4], "the common column");
}

#[test]
fn a_confirmed_threshold_is_counted_as_such_until_it_is_changed() {
    let folder = folder("2022-05", "06727,,1.1,,đạt,,,\n");
    folder.create_dir("sets");
    let name = "qd-1246-2022-quang-ninh-ntm.toml";
    let path = format!("{}/criteria/{name}", env!("CARGO_MANIFEST_DIR"));
    let built_in = std::fs::read_to_string(path).unwrap();
    let confirmed = "confirmed = { value = 100, op = \">=\", unit = \"%\", id = \"2.1\", counts = \"km\", \
        indicator = \"Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa, đảm bảo ô tô đi lại thuận tiện quanh năm\", \
        by = \"A\", on = 2022-06-15, text = \"B\" }";
    for (at_least, count) in [(100, 1), (99, 0)] {
        let own = format!("at_least = {at_least}\n{confirmed}");
        let own = built_in.replacen("at_least = 100", &own, 1);
        folder.write(format!("sets/{name}"), own);
        let json = folder.json("score 2022-05 --criteria sets");
        assert_eq!(thresholds(&json)[0], count, "{at_least}");
        assert_eq!(json["criteria_set"]["layers"][1]["origin"], "file");
    }
}

#[test]
fn the_layers_are_those_in_force_in_the_period() {
    let (base, amendment) = ("qd-318-2022-ntm", "qd-211-2024-ntm");
    let overlay = "qd-1246-2022-quang-ninh-ntm";
    for (month, expected) in [
        ("2022-04", &[base][..]),
        ("2022-05", &[base, overlay]),
        ("2024-02", &[base, overlay]),
        ("2024-03", &[base, amendment, overlay]),
    ] {
        let json = score_of(month, "06727,,1.1,,đạt,,,\n");
        assert_eq!(json["communes"][0]["layers"], json!(expected), "{month}");
        let layers = json["criteria_set"]["layers"].as_array().unwrap();
        let ids: Vec<&Value> = layers.iter().map(|layer| &layer["id"]).collect();
        assert_eq!(json!(ids), json!(expected), "{month}");
        assert!(layers.iter().all(|layer| layer["sha256"].as_str().unwrap().len() == 64));
    }
}

#[test]
fn with_nobody_reported_means_are_null_and_lists_empty() {
    let json = score_of("2022-05", "06727,nang-cao,1.1,,đạt,,,\n");
    let summary = &json["summary"];
    assert_eq!((&json["communes"], &summary["communes"]), (&json!([]), &json!(0)));
    for mean in ["criteria_met_mean", "indicators_met_mean", "progress_mean"] {
        assert_eq!(summary[mean], json!(null), "{mean}");
    }
    assert_eq!(summary["unmet_everywhere"], json!({"criteria": [], "indicators": []}));
    assert_eq!(summary["not_reported"], json!(["06727", "06730", "99001"]));
}

#[test]
fn who_has_not_reported_is_listed_and_not_in_the_means() {
    let summary = &score_of("2022-05", "06730,,1.1,,đạt,,,\n")["summary"];
    assert_eq!(summary["not_reported"], json!(["06727", "99001"]));
    assert_eq!((&summary["communes"], &summary["indicators_met_mean"]), (&json!(1), &json!(1)));
}

#[test]
fn unmet_everywhere_is_what_no_scored_commune_meets() {
    let rows = "06727,,1.1,,đạt,,,\n06727,,7.1,,chưa,,,\n06730,,7.1,,đạt,,,\n";
    let unmet = score_of("2022-05", rows)["summary"]["unmet_everywhere"].clone();
    let criteria: Vec<u16> = (1..=19).filter(|no| *no != 7).collect();
    assert_eq!(unmet["criteria"], json!(criteria), "1 is met in part only");
    let indicators = unmet["indicators"].as_array().unwrap();
    assert_eq!(indicators.len(), 55);
    assert!(!indicators.contains(&json!("1.1")) && !indicators.contains(&json!("7.1")));
}

const FAULTY: &str = "06727,,1.1,,đạt,,,\n06727,,2.1,,\"98,x\",,,\n\
    06727,,7.1,,đạt,,,\n06727,,7.1,,đạt,,,\n";

#[test]
fn faulty_rows_refuse_a_score_and_leave_standard_output_empty() {
    let output = folder("2022-05", FAULTY).run("score 2022-05 --format json");
    assert_eq!((output.code(), output.bytes().len()), (2, 0));
    assert_eq!(output.stderr().matches(": lỗi[").count(), 2);
}

#[test]
fn leniently_faulty_cells_and_both_duplicates_are_missing() {
    let output =
        folder("2022-05", FAULTY).run("score 2022-05 --lenient --format json").assert_code(0);
    let json = output.json();
    assert_eq!((&json["lenient"], &json["faults"]), (&json!(true), &json!(2)));
    for (id, status) in [("1.1", "met"), ("2.1", "missing"), ("7.1", "missing")] {
        assert_eq!(indicator(&json["communes"][0], id)["status"], status, "{id}");
    }
}

#[test]
fn faults_of_another_level_refuse_nothing() {
    let folder = folder("2022-05", "06727,,1.1,,đạt,,,\n06727,nang-cao,1.1,,hai,,,\n");
    let output = folder.run("score 2022-05 --format json");
    assert_eq!((output.code(), output.stderr().len()), (0, 0));
    assert_eq!(output.json()["faults"], 0);
    assert_eq!(folder.run("score 2022-05 --level nang-cao --format json").code(), 2);
    assert_eq!(folder.run("check 2022-05 --format json").code(), 1);
}

#[test]
fn a_run_that_cannot_be_ends_with_two_and_an_empty_output() {
    let folder: Office = folder("2022-05", "06727,,1.1,,đạt,,,\n");
    for line in [
        "score 2022-06",
        "score 2022-05 --level cong-nhan",
        "score 2022-05 --commune 99999",
        "score communes.csv",
        "check 2022-06",
        "criteria show khong-co",
    ] {
        let output = folder.command(line).args(["--format", "json"]).run();
        assert_eq!((output.code(), output.bytes().len()), (2, 0), "{line}");
        assert!(!output.stderr().is_empty(), "{line}");
    }
}

#[test]
fn communes_can_be_chosen_by_code_or_name() {
    let folder = folder("2022-05", "06730,,1.1,,đạt,,,\n06727,,1.1,,chưa,,,\n");
    for (choice, codes, gone) in [
        ("", json!(["06727", "06730"]), json!(["99001"])),
        (" --commune 06730", json!(["06730"]), json!([])),
        (" --commune haidong --commune 99001", json!(["06730"]), json!(["99001"])),
        (" --commune 06730 --commune 06727", json!(["06727", "06730"]), json!([])),
    ] {
        let json = folder.json(&format!("score 2022-05{choice}"));
        let communes = json["communes"].as_array().unwrap().iter();
        let found: Vec<&Value> = communes.map(|commune| &commune["code"]).collect();
        assert_eq!((json!(found), &json["summary"]["not_reported"]), (codes, &gone), "{choice}");
    }
}

#[test]
fn a_source_picks_its_voice_and_self_is_the_default() {
    let folder = folder("2022-05", "");
    let rows = "commune,indicator,value,source\n06727,1.1,đạt,\n06727,1.1,chưa,thẩm tra\n";
    folder.write("2022-05/a.csv", rows);
    for (choice, voice, status) in
        [("", "self", "met"), (" --source verified", "verified", "not_met")]
    {
        let json = folder.json(&format!("score 2022-05{choice}"));
        assert_eq!(json["source"], voice);
        assert_eq!(indicator(&json["communes"][0], "1.1")["status"], status);
    }
}
