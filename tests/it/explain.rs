//! `ntm explain` against the score, against the files, and against arithmetic done anew.

use crate::common::{edited, library, library_with, own_set, read_as, source};
use crate::office::Office;
use ntm::exact::Exact;
use ntm::intake::{Content, Convention, HowRead, Options, Quote, Roster, Source, quote};
use ntm::law::{CommuneProfile, Effect, IndicatorId, Level, Library, Reason};
use ntm::period::Period;
use ntm::problem::Location;
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Every month of the samples at every level that they report.
const SAMPLES: [(&str, &str); 9] = [
    ("data/mong-cai/2022-05", "ntm"),
    ("data/mong-cai/2022-06", "ntm"),
    ("data/mong-cai/2022-07", "ntm"),
    ("data/mong-cai/2022-12", "ntm"),
    ("data/mong-cai/2022-05", "nang-cao"),
    ("data/mong-cai/2022-06", "nang-cao"),
    ("data/mong-cai/2022-07", "nang-cao"),
    ("data/mong-cai/2022-12", "nang-cao"),
    ("data/vung-kho-khan/2022-05", "ntm"),
];

/// Every verdict of the samples: the commune's result, its criterion, the indicator as the
/// score has it and as it is explained.
fn each(mut check: impl FnMut(&Value, &Value, &Value, &Value)) -> usize {
    let mut count = 0;
    for (path, level) in SAMPLES {
        let score = Office::project().json_args(["score", path, "--level", level]);
        let communes = score["communes"].as_array().unwrap();
        let mut arguments = vec!["explain", path, "--level", level];
        for commune in communes {
            arguments.extend(["--commune", commune["code"].as_str().unwrap()]);
        }
        let explained = Office::project().json_args(&arguments);
        assert_eq!(explained["schema"], "ntm.explain.v1");
        for key in ["period", "level", "source", "lenient", "faults", "tool"] {
            assert_eq!(explained[key], score[key]);
        }
        let mut explained = explained["explanations"].as_array().unwrap().iter();
        for commune in communes {
            for criterion in commune["results"].as_array().unwrap() {
                for indicator in criterion["indicators"].as_array().unwrap() {
                    check(commune, criterion, indicator, explained.next().unwrap());
                    count += 1;
                }
            }
        }
        assert!(explained.next().is_none());
    }
    count
}

#[test]
fn every_status_and_number_is_that_of_the_score() {
    let count = each(|commune, criterion, indicator, explained| {
        assert_eq!(explained["commune"], commune["code"]);
        assert_eq!(explained["name"], commune["name"]);
        assert_eq!(explained["criterion"], criterion["no"]);
        assert_eq!(explained["criterion_met"], criterion["met"]);
        assert_eq!(explained["indicator"], indicator["id"]);
        assert_eq!(explained["indicator_name"], indicator["name"]);
        for key in ["unit", "status", "attainment", "evidence"] {
            assert_eq!(explained[key], indicator[key]);
        }
        let parts = indicator["parts"].as_array().unwrap();
        assert_eq!(explained["parts"].as_array().unwrap().len(), parts.len());
        for (part, explained) in parts.iter().zip(explained["parts"].as_array().unwrap()) {
            for (key, value) in part.as_object().unwrap() {
                assert_eq!(explained[key], *value, "{} {key}", indicator["id"]);
            }
        }
        let lacking = |other: &&Value| {
            other["id"] != indicator["id"]
                && !["met", "not_applicable"].contains(&other["status"].as_str().unwrap())
        };
        let others = criterion["indicators"].as_array().unwrap().iter().filter(lacking);
        let others: Vec<&Value> = others.map(|other| &other["id"]).collect();
        let told: Vec<&Value> = explained["others_lacking"].as_array().unwrap().iter().collect();
        assert_eq!(told, others);
    });
    assert_eq!(count, (9 + 9 + 8 + 9 + 3) * 57 + 4 * 75);
}

/// A number of a document, exactly as written.
fn number(value: &Value) -> Exact {
    Exact::parse(&value.to_string()).unwrap_or_else(|| panic!("{value}"))
}

fn text(number: &Exact) -> String {
    number.rounded(30)
}

#[test]
fn comparisons_hold_as_written_and_only_where_there_is_something_to_compare() {
    let mut kinds = [0, 0, 0];
    let advanced = Office::project().json("criteria show qd-318-2022-nang-cao --period 2022-05");
    let grades = |set: &Value, id: &Value| {
        let criteria = set["criteria"].as_array().unwrap().iter();
        let mut all = criteria.flat_map(|c| c["indicators"].as_array().unwrap());
        all.find(|i| i["id"] == *id).unwrap()["grades"].as_array().unwrap().clone()
    };
    each(|_, _, _, explained| {
        for part in explained["parts"].as_array().unwrap() {
            let comparison = &part["comparison"];
            assert_eq!(
                comparison.is_null(),
                part["value"].is_null() || part["threshold"].is_null()
            );
            if comparison.is_null() {
                continue;
            }
            let sign = comparison["sign"].as_str().unwrap();
            let holds = match (&comparison["left"], &comparison["right"]) {
                (Value::Number(_), Value::Number(_)) => {
                    let (left, right) = (number(&comparison["left"]), number(&comparison["right"]));
                    match sign {
                        "<" => left < right,
                        ">=" => left >= right,
                        "<=" => left <= right,
                        ">" => left > right,
                        _ => panic!("{sign}"),
                    }
                }
                (left, right) if left.is_boolean() => (left == right) == (sign == "="),
                (left, right) => {
                    let grades = grades(&advanced, &explained["indicator"]);
                    let rank = |grade| grades.iter().position(|g| g == grade).unwrap();
                    (rank(left) >= rank(right)) == (sign == ">=")
                }
            };
            assert!(holds, "{comparison}");
            assert_eq!(part["met"] == true, ["=", ">=", "<="].contains(&sign));
            if part["numerator"].is_null() {
                assert_eq!(comparison["left"], part["value"]);
                assert_eq!(comparison["right"], part["threshold"]);
                kinds[if part["value"].is_number() { 0 } else { 1 }] += 1;
            } else {
                let left = &number(&part["numerator"]) * &Exact::HUNDRED;
                let right = &number(&part["threshold"]) * &number(&part["denominator"]);
                assert_eq!(number(&comparison["left"]), left);
                assert_eq!(number(&comparison["right"]), right);
                kinds[2] += 1;
            }
        }
    });
    assert!(kinds.iter().all(|count| *count > 50), "{kinds:?}");
}

/// Whether a numerator passes, by cross-multiplication.
fn passes(part: &Value, numerator: &Exact) -> bool {
    let left = numerator * &Exact::HUNDRED;
    let right = &number(&part["threshold"]) * &number(&part["denominator"]);
    if part["op"] == "<=" { left <= right } else { left >= right }
}

#[test]
fn what_is_needed_passes_and_a_little_less_does_not() {
    // The least steps: a household, and what is far below a metre of road.
    let (one, little) = (Exact::ONE, Exact::parse("0.000001").unwrap());
    let set = |id: &str| Office::project().json(&format!("criteria show {id} --period 2022-05"));
    let sets = ["qd-318-2022-ntm", "qd-318-2022-nang-cao"].map(set);
    // What the set says of a part, whether it comes in whole numbers.
    let whole = |explained: &Value, part: &Value| -> bool {
        let base = &part["threshold_history"][0]["id"];
        let set = sets.iter().find(|set| set["id"] == *base).unwrap();
        let criteria = set["criteria"].as_array().unwrap().iter();
        let mut all = criteria.flat_map(|c| c["indicators"].as_array().unwrap());
        let indicator = all.find(|i| i["id"] == explained["indicator"]).unwrap();
        let mut require = indicator["require"].as_array().unwrap().iter();
        require.find(|r| r["part"] == part["part"]).unwrap()["whole"] == true
    };
    let (mut needed, mut margins) = (0, 0);
    each(|_, _, _, explained| {
        let id = &explained["indicator"];
        for part in explained["parts"].as_array().unwrap() {
            let (need, margin) = (&part["needed"], &part["margin"]);
            let valued = !part["value"].is_null() && !part["threshold"].is_null();
            assert_eq!(!margin.is_null(), part["met"] == true);
            let absent = explained["status"] == "not_applicable";
            assert_eq!(!need.is_null(), part["met"] == false && !absent, "{id} {part}");
            if part["threshold"].is_null() && !absent {
                assert_eq!(*need, serde_json::json!({"what": "threshold"}));
                continue;
            }
            if !valued {
                assert!(absent || *need == serde_json::json!({"what": "value"}));
                continue;
            }
            let step = if need.is_null() { margin } else { need };
            if step["what"] != "numerator" {
                assert_eq!(step["from"], part["value"]);
                assert_eq!(step["to"], part["threshold"]);
                if part["value"].is_number() && !need.is_null() {
                    assert_eq!(step["amount"], part["gap"]);
                }
                continue;
            }
            // Which side fails: down for `>=`, up for `<=`.
            let least = if whole(explained, part) { &one } else { &little };
            let to = number(&step["to"]);
            let beyond = if part["op"] == "<=" { &to + least } else { &to - least };
            assert!(passes(part, &to), "{id} {step}");
            assert!(!passes(part, &beyond), "{id} {step}");
            let from = number(&part["numerator"]);
            let moved = if to < from { &from - &to } else { &to - &from };
            assert_eq!(text(&number(&step["amount"])), text(&moved));
            assert!(to == from || (step["direction"] == "up") == (to > from));
            if need.is_null() {
                margins += 1;
            } else {
                assert_eq!(step["amount"], part["shortfall"]["amount"]);
                assert_eq!(step["unit"], part["shortfall"]["unit"]);
                needed += 1;
            }
        }
    });
    assert!(needed > 100 && margins > 100, "{needed} {margins}");
}

#[test]
fn every_row_is_quoted_as_its_file_writes_it() {
    let mut quoted = 0;
    each(|_, _, _, explained| {
        for part in explained["parts"].as_array().unwrap() {
            for row in part["written"].as_array().unwrap() {
                let name = row["file"].as_str().unwrap();
                let text = std::fs::read_to_string(format!("{ROOT}/{name}")).ok().ok_or(name);
                let mut table = csv::Reader::from_reader(text.as_ref().unwrap().as_bytes());
                let head = table.headers().unwrap().clone();
                let line = usize::try_from(row["line"].as_u64().unwrap()).unwrap();
                let record = table.records().nth(line - 2).unwrap().unwrap();
                let filled = head.iter().zip(&record).filter(|(_, cell)| !cell.is_empty());
                let filled: serde_json::Map<String, Value> =
                    filled.map(|(name, cell)| (name.to_owned(), cell.into())).collect();
                assert_eq!(row["cells"], Value::Object(filled));
                assert_eq!(row["cells"]["indicator"], explained["indicator"]);
                assert_eq!(row["fate"], "used");
                assert_eq!(row["cells"].get("part").unwrap_or(&"".into()), &part["part"]);
                if let Some(numerator) = row["cells"].get("numerator") {
                    let typed = Exact::parse(numerator.as_str().unwrap()).unwrap();
                    assert_eq!(typed, number(&part["numerator"]));
                }
                quoted += 1;
            }
            let said = !part["value"].is_null() || explained["status"] == "not_applicable";
            assert!(!said || !part["written"].as_array().unwrap().is_empty());
        }
    });
    assert!(quoted > 2000, "{quoted}");
}

#[test]
fn the_last_layer_that_sets_it_gives_the_threshold() {
    each(|commune, _, _, explained| {
        for part in explained["parts"].as_array().unwrap() {
            let history = part["threshold_history"].as_array().unwrap();
            let last = history.last().unwrap();
            assert_eq!(last["threshold"], part["threshold"]);
            let sets: Vec<&Value> =
                history.iter().filter(|step| step["effect"] == "sets").collect();
            assert_eq!(
                sets.last().map(|step| &step["id"]),
                Some(&part["given_by"]).filter(|id| !id.is_null())
            );
            assert_eq!(part["left_open_by"].is_null(), !part["threshold"].is_null());
            let layers = commune["layers"].as_array().unwrap();
            assert!(history.iter().all(|step| layers.contains(&step["id"])));
        }
        let aside = explained["layers_aside"].as_array().unwrap();
        let layers = commune["layers"].as_array().unwrap();
        assert!(aside.iter().all(|layer| !layers.contains(&layer["id"])));
        assert_eq!(explained["law"]["region"], commune["region"]);
    });
}

/// Cases of every kind: regions, provinces, classes.
fn cases() -> Vec<CommuneProfile> {
    let mut cases = vec![CommuneProfile::default()];
    for region in ["DBSH", "TDMNPB", "DHNTB", "TN", "nowhere"] {
        for province in ["22", "99"] {
            for (class, district) in [(None, None), (Some("đbkk"), Some("nghèo"))] {
                cases.push(CommuneProfile {
                    region: Some(region.into()),
                    province: Some(province.into()),
                    class: class.map(Into::into),
                    district_class: district.map(Into::into),
                    group: None,
                });
            }
        }
    }
    cases
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn id(text: &str) -> IndicatorId {
    IndicatorId::parse(text).unwrap()
}

/// The last step of every history is what is resolved, and what gave it says so.
fn agrees(library: &Library) {
    for month in ["2022-03", "2022-05", "2023-01", "2024-03", "2025-12"] {
        for (level, case) in [Level::Ntm, Level::NangCao]
            .into_iter()
            .flat_map(|level| cases().into_iter().map(move |case| (level, case)))
        {
            let resolved = library.resolve(level, period(month), &case).unwrap();
            let set = library.set(&resolved.set).unwrap();
            for indicator in &resolved.indicators {
                let history = set.history(indicator.id, period(month), &case).unwrap();
                let last = &history.steps.last().unwrap().indicator;
                assert_eq!(last.name, indicator.name);
                assert_eq!(last.if_present, indicator.if_present);
                assert_eq!(last.note, indicator.note);
                assert_eq!(last.require.len(), indicator.require.len());
                for (own, other) in last.require.iter().zip(&indicator.require) {
                    assert_eq!((&own.part, &own.threshold), (&other.part, &other.threshold));
                    assert_eq!((own.op, &own.basis), (other.op, &other.basis));
                    let given = history.given_by(&own.part);
                    assert_eq!(given.is_some(), own.threshold.is_some());
                    assert_eq!(history.opened_by(&own.part).is_none(), own.threshold.is_some());
                    if let (Some(step), Some(threshold)) = (given, &own.threshold) {
                        let place = step.place(&own.part).unwrap();
                        let then = step.indicator.require[place].threshold.as_ref().unwrap();
                        assert_eq!(then.value, threshold.value);
                        let number = &step.of.decision.number;
                        assert!(threshold.basis.contains(number.as_str()), "{}", threshold.basis);
                    }
                }
            }
        }
    }
}

#[test]
fn histories_end_in_what_is_resolved() {
    agrees(&library());
}

const AMENDED: &str = r#"
    title = "Sửa đổi"
    kind = "amendment"
    base = "qd-318-2022-ntm"
    level = "ntm"
    [decision]
    number = "7/QĐ-TTg"
    issuer = "Thủ tướng"
    date = 2022-08-01
    in_force = 2022-08-01
    [defaults]
    confidence = "unconfirmed"
    [[indicator]]
    id = "2.1"
    undetermined = true
    [[indicator]]
    id = "12.1"
    measure = "yes_no"
    [[indicator]]
    id = "2.2"
"#;

const GUIDED: &str = r#"
    title = "Hướng dẫn"
    kind = "guidance"
    base = "qd-318-2022-ntm"
    level = "ntm"
    province = "22"
    [decision]
    number = "8/HD"
    issuer = "Sở"
    date = 2022-09-01
    in_force = 2022-09-01
    until = 2023-06-30
    [defaults]
    confidence = "unconfirmed"
    [[indicator]]
    id = "2.1"
    at_least = { DBSH = 88 }
    [[indicator]]
    id = "2.3"
    if_present = true
"#;

#[test]
fn layers_that_are_set_aside_or_do_not_apply_say_why() {
    let own = [own_set("sua-doi", AMENDED), own_set("huong-dan", GUIDED)];
    let library = library_with(own).unwrap();
    agrees(&library);
    let set = library.set("qd-318-2022-ntm").unwrap();
    let case = |region: &str, province: &str| CommuneProfile {
        region: Some(region.into()),
        province: Some(province.into()),
        ..CommuneProfile::default()
    };
    let effects = |month: &str, indicator: &str, part: &str| -> Vec<(String, Option<Effect>)> {
        let history = set.history(id(indicator), period(month), &case("DBSH", "22")).unwrap();
        history.steps.iter().map(|s| (s.of.id.to_owned(), s.effect(part))).collect()
    };
    let own = |text: &str, effect| (text.to_owned(), Some(effect));
    let (base, overlay) = ("qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm");
    // The amendment takes the older overlay's value away, and sets it aside.
    assert_eq!(
        effects("2022-08", "2.1", ""),
        [own(base, Effect::Opens), own("sua-doi", Effect::Opens), own(overlay, Effect::SetAside)]
    );
    // Newer guidance gives it again.
    assert_eq!(effects("2022-09", "2.1", "").last(), Some(&own("huong-dan", Effect::Sets)));
    let history = set.history(id("2.1"), period("2022-09"), &case("DBSH", "22")).unwrap();
    assert_eq!(history.given_by("").unwrap().of.id, "huong-dan");
    assert_eq!(history.steps[2].newer, Some("sua-doi"));
    // It names one region only; in another the amendment leaves it open.
    let elsewhere = set.history(id("2.1"), period("2022-09"), &case("TN", "22")).unwrap();
    assert_eq!(elsewhere.opened_by("").unwrap().of.id, "sua-doi");
    assert_eq!(elsewhere.steps.last().unwrap().effect(""), Some(Effect::Untouched));
    // A new definition: the parts of the old one are no more.
    assert_eq!(
        effects("2022-08", "12.1", "nam"),
        [own(base, Effect::Sets), ("sua-doi".to_owned(), None)]
    );
    assert_eq!(effects("2022-08", "12.1", "").last(), Some(&own("sua-doi", Effect::Sets)));
    // Named without a value: the older threshold rests on it too.
    assert_eq!(
        effects("2022-08", "2.2", ""),
        [own(base, Effect::Opens), own("sua-doi", Effect::Rests), own(overlay, Effect::Sets)]
    );
    let allows = set.history(id("2.3"), period("2022-09"), &case("DBSH", "22")).unwrap();
    assert!(allows.steps.last().unwrap().allows_absence);
    assert!(allows.steps[..allows.steps.len() - 1].iter().all(|step| !step.allows_absence));
    // Reasons.
    let reasons = |month: &str, province: &str| -> Vec<(&str, Vec<Reason>)> {
        let history = set.history(id("2.1"), period(month), &case("DBSH", province)).unwrap();
        history.aside.iter().map(|aside| (aside.of.id.as_str(), aside.reasons.clone())).collect()
    };
    assert_eq!(
        reasons("2022-03", "22"),
        [
            ("sua-doi", vec![Reason::NotYet]),
            (overlay, vec![Reason::NotYet]),
            ("huong-dan", vec![Reason::NotYet])
        ]
    );
    assert_eq!(reasons("2023-07", "22"), [("huong-dan", vec![Reason::NoLonger])]);
    assert_eq!(
        reasons("2023-07", "99"),
        [
            (overlay, vec![Reason::Elsewhere]),
            ("huong-dan", vec![Reason::Elsewhere, Reason::NoLonger])
        ]
    );
}

#[test]
fn a_file_of_the_same_id_is_named_as_the_source() {
    let own = edited("qd-1246-2022-quang-ninh-ntm", |text| {
        text.replacen("at_least = 100", "at_least = 60", 1)
    });
    let library = library_with([own]).unwrap();
    let case = CommuneProfile {
        region: Some("DBSH".into()),
        province: Some("22".into()),
        ..CommuneProfile::default()
    };
    let set = library.set("qd-318-2022-ntm").unwrap();
    let history = set.history(id("2.1"), period("2022-05"), &case).unwrap();
    assert_eq!(history.given_by("").unwrap().of.origin.as_str(), "file");
}

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";

/// The rows of an indicator as written: line, fate, cells, and how its numbers were read.
fn rows(file: Source, indicator: &str, options: Options) -> Vec<(u64, String, Quote)> {
    let options = Options { period: Some(period("2022-05")), review: true, ..options };
    let library = library();
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let (roster, _) = Roster::parse_files(&[source("communes", ROSTER)], &columns);
    let read = read_as(ROSTER, std::slice::from_ref(&file), options);
    let submission = &read.submissions[0];
    let found = submission.rows_of(submission.law.position(id(indicator)).unwrap());
    let places: Vec<Location> = found.iter().map(|row| row.place.clone()).collect();
    let quotes = quote(&[file], &roster, &library, options, &places);
    let rows = found.iter().map(|row| {
        let quote = quotes.iter().find(|quote| quote.is_at(&row.place)).unwrap();
        (row.place.line.unwrap(), format!("{:?} {:?}", row.speaks, row.fate), quote.clone())
    });
    rows.collect()
}

fn cells(quote: &Quote) -> String {
    let cells = quote.cells.iter().map(|cell| format!("{}={}", cell.head, cell.text));
    cells.collect::<Vec<_>>().join("|")
}

#[test]
fn rows_are_quoted_from_every_encoding_and_over_quoted_lines() {
    let text = "Mã xã;Chỉ tiêu;Kết quả;Minh chứng;Ghi chú\n\
        06727;1.1;đạt;\"BC 1; dòng\nhai\";\n\
        06727;TC 1,2;chưa đạt;;\"nói \"\"thật\"\"\"\n";
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes().to_vec(), utf16] {
        let file = Source { content: Content::Bytes(bytes), ..source("a", "") };
        let first = rows(file.clone(), "1.1", Options::default());
        assert_eq!(first.len(), 1);
        let (line, fate, quote) = &first[0];
        assert_eq!((*line, fate.as_str()), (2, "Parts(0..1) Used"));
        assert_eq!(cells(quote), "Mã xã=06727|Chỉ tiêu=1.1|Kết quả=đạt|Minh chứng=BC 1; dòng\nhai");
        let second = &rows(file, "1.2", Options::default())[0];
        assert_eq!(second.0, 4);
        assert_eq!(
            cells(&second.2),
            "Mã xã=06727|Chỉ tiêu=TC 1,2|Kết quả=chưa đạt|Ghi chú=nói \"thật\""
        );
    }
}

#[test]
fn how_a_number_was_read_is_told() {
    let how = |extra: &str, id: &str, row: &str, decimal| {
        let text =
            format!("commune;indicator;value;numerator;denominator\n06727;{id};{row}\n{extra}\n");
        let options = Options { decimal, ..Options::default() };
        let (_, _, quote) = rows(source("a", &text), id, options).remove(0);
        let how: Vec<Option<HowRead>> = quote.cells.iter().map(|cell| cell.how).collect();
        how[2..].to_vec()
    };
    let (comma, dot) = (Convention::Comma, Convention::Dot);
    // Two readings, settled by another row of the file.
    let settled = [Some(HowRead::Settled(comma)); 2];
    assert_eq!(how("06727;3.1;90,5;;", "2.1", ";1.234;1.500", None), settled);
    assert_eq!(
        how("06727;3.1;90.5;;", "2.1", ";1.234;1.500", None),
        [Some(HowRead::Settled(dot)); 2]
    );
    // The user's word.
    assert_eq!(how("", "2.1", ";1.234;1.500", Some(comma)), [Some(HowRead::Forced(comma)); 2]);
    // One of two readings is no share, or not whole.
    assert_eq!(how("", "3.1", "90.125;;", None), [Some(HowRead::Possible(dot))]);
    assert_eq!(how("", "4.2", ";1.234;1.500", None), [Some(HowRead::Possible(comma)); 2]);
    // One reading only, and no number.
    assert_eq!(how("", "2.1", ";12,8;12,8", None), [Some(HowRead::OneWay); 2]);
    assert_eq!(how("", "1.1", "đạt;;", None), [None]);
}

#[test]
fn what_becomes_of_every_row_is_told() {
    let text = "commune,indicator,part,value,numerator,denominator\n\
        06727,2.3,,90,,\n\
        06727,2.3,,91,,\n\
        06727,12.1,nam,,300,400\n\
        06727,12.1,nữ,,310,400\n\
        06727,12.1,chung,76,,\n\
        06727,12.2,,77,,\n\
        06727,18.2,,đạt,,\n";
    let fates = |id: &str| -> Vec<(u64, String)> {
        let rows = rows(source("a", text), id, Options::default());
        rows.into_iter().map(|(line, fate, _)| (line, fate)).collect()
    };
    let own = |line, fate: &str| (line, fate.to_owned());
    assert_eq!(fates("2.3"), [own(2, "Parts(0..1) Void"), own(3, "Parts(0..1) Passed")]);
    assert_eq!(
        fates("12.1"),
        [own(4, "Parts(0..1) Used"), own(5, "Parts(1..2) Used"), own(6, "Checked Used")]
    );
    assert_eq!(fates("12.2"), [own(7, "Nothing Passed")]);
    assert!(fates("1.1").is_empty());
}

#[test]
fn a_row_for_all_parts_is_the_row_of_each() {
    // Without the amendment it explains the overlay, which it may not loosen.
    let strict = GUIDED.replace("DBSH = 88", "DBSH = 100");
    let guided = own_set("huong-dan", &strict.replace("\"2.3\"", "\"12.1\""));
    let library = library_with([guided]).unwrap();
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let (roster, _) = Roster::parse_files(&[source("communes", ROSTER)], &columns);
    let text = "commune,indicator,part,value\n06727,1.1,,đạt\n06727,12.1,,không áp dụng\n";
    let options = Options { period: Some(period("2022-10")), review: true, ..Options::default() };
    let file = source("a", text);
    let read = ntm::intake::read_files(std::slice::from_ref(&file), &roster, &library, options);
    assert!(read.findings.iter().all(|finding| !finding.problem.is_error()));
    let submission = &read.submissions[0];
    let place = submission.law.position(id("12.1")).unwrap();
    let parts = submission.law.indicators[place].parts();
    assert_eq!(parts.len(), 2);
    let lines: Vec<Option<u64>> =
        submission.places()[parts].iter().map(|place| place.as_ref()?.line).collect();
    assert_eq!(lines, [Some(3), Some(3)]);
    let given = submission.places().iter().flatten().count();
    assert_eq!(given, 3);
    assert_eq!(submission.rows_of(place).len(), 1);
}

#[test]
fn cells_of_workbooks_have_their_addresses() {
    for book in ["06727.ods", "06727.xls"] {
        let path = format!("tests/books/{book}");
        let roster = "data/mong-cai/communes.csv";
        let arguments = ["explain", &path, "--communes", roster, "--commune", "06727"];
        let book = Office::project().json_args(arguments);
        let csv = Office::project().json("explain data/mong-cai/2022-05 --commune 06727");
        let pairs = |json: &Value| json["explanations"].as_array().unwrap().clone();
        for (book, csv) in pairs(&book).iter().zip(pairs(&csv)) {
            assert_eq!(book["status"], csv["status"]);
            let parts = book["parts"].as_array().unwrap().iter();
            for (part, own) in parts.zip(csv["parts"].as_array().unwrap()) {
                assert_eq!(part["value"], own["value"]);
                let Some(row) = part["written"].get(0) else { continue };
                let (line, cell) = (row["line"].as_u64().unwrap(), row["address"].as_str());
                // The form has the value in G and the numerator in H.
                let ratio = row["cells"].get("numerator").is_some();
                let column = if ratio && row["cells"].get("value").is_none() { 'H' } else { 'G' };
                assert_eq!(cell.unwrap(), format!("{column}{line}"));
                assert_eq!(row["sheet"], "NTM");
                let evidence = row["cells"].get("evidence").cloned().unwrap_or_default();
                assert_eq!(evidence, part["evidence"]);
            }
        }
    }
}

#[test]
fn standard_input_is_quoted_too() {
    let line = "explain - --communes data/mong-cai/communes.csv --format json";
    let more = "--commune 06727 --indicator 2.2";
    let data = Office::sample().bytes("2022-05/06727.csv");
    let json = Office::project().command(&format!("{line} {more}")).stdin(data).run().json();
    let row = &json["explanations"][0]["parts"][0]["written"][0];
    assert_eq!((&row["file"], &row["line"]), (&"-".into(), &5.into()));
    assert_eq!(row["cells"]["numerator"], "17.9");
}

#[test]
fn faults_that_were_passed_over_are_told_with_their_rows() {
    let rows = "06727,ntm,2.3,,90,,,BC 1\n\
        06727,ntm,2.3,,91,,,BC 2\n\
        06727,ntm,3.1,,98x,,,BC 3\n\
        06727,ntm,4.2,,99,,,BC 4\n";
    let folder = crate::common::folder("2022-05", rows);
    let line = "explain 2022-05 --commune 06727 --lenient";
    let json = folder.json(line);
    assert_eq!((&json["lenient"], &json["faults"]), (&true.into(), &2.into()));
    let of = |id: &str| {
        let mut all = json["explanations"].as_array().unwrap().iter();
        all.find(|explained| explained["indicator"] == id).unwrap().clone()
    };
    let told = |id: &str| {
        let part = &of(id)["parts"][0];
        assert_eq!(part["value"], Value::Null);
        assert_eq!(part["needed"], serde_json::json!({"what": "value"}));
        let rows = part["written"].as_array().unwrap().iter();
        let tell = |row: &Value| {
            format!("{} {} {} {}", row["line"], row["fate"], row["problems"], row["cells"]["value"])
        };
        rows.map(tell).collect::<Vec<_>>()
    };
    assert_eq!(told("2.3"), [r#"2 "void" [] "90""#, r#"3 "passed" ["duplicate-value"] "91""#]);
    assert_eq!(told("3.1"), [r#"4 "used" ["not-a-number"] "98x""#]);
    assert!(told("1.1").is_empty());
    assert_eq!(of("4.2")["parts"][0]["written"][0]["problems"], serde_json::json!([]));
    // Without --lenient nothing is explained.
    folder.run("explain 2022-05 --commune 06727 --format json").refusal();
}

#[test]
fn the_law_of_the_day_gives_or_leaves_open() {
    let rows = "06727,ntm,2.1,,,9,10,BC 1\n06727,ntm,17.1,chung,70,,,\n";
    let ask = |month: &str, id: &str| {
        let line = format!("explain {month} --commune 06727 --indicator {id}");
        let json = crate::common::folder(month, rows).json(&line);
        json["explanations"][0].clone()
    };
    let (overlay, amendment) = ("qd-1246-2022-quang-ninh-ntm", "qd-211-2024-ntm");
    // Before the province's decision its threshold is open; the layer says from when.
    let before = ask("2022-04", "2.1");
    assert_eq!(before["status"], "undetermined");
    assert_eq!(before["parts"][0]["left_open_by"], "qd-318-2022-ntm");
    assert_eq!(before["layers_aside"][0]["id"], overlay);
    assert_eq!(before["layers_aside"][0]["reasons"], serde_json::json!(["not_yet_in_force"]));
    assert_eq!(before["law"]["date"], "2022-04-30");
    let after = ask("2022-05", "2.1");
    assert_eq!(after["status"], "not_met");
    assert_eq!(after["parts"][0]["given_by"], overlay);
    assert_eq!(after["layers_aside"], serde_json::json!([]));
    // An amendment whose new value is not known takes the old one away.
    let old = ask("2024-02", "17.1");
    assert_eq!(old["parts"][0]["given_by"], "qd-318-2022-ntm");
    assert_eq!(old["layers_aside"][0]["id"], amendment);
    let new = ask("2024-03", "17.1");
    assert_eq!(new["status"], "undetermined");
    for part in new["parts"].as_array().unwrap() {
        assert_eq!((&part["given_by"], &part["left_open_by"]), (&Value::Null, &amendment.into()));
        assert_eq!(part["needed"], serde_json::json!({"what": "threshold"}));
    }
}
