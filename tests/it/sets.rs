//! The built-in sets say what the facts say: every name, flag and value, compared
//! cell by cell with the copy of the facts in `tests/facts/`.

use std::collections::BTreeMap;

use ntm::exact::Exact;
use ntm::law::{
    CommuneProfile, Confidence, CriteriaFileKind, IndicatorId, Level, Library, Resolved,
    ResolvedIndicator, Value, built_in,
};
use ntm::period::Period;

const COLUMNS: [&str; 8] = ["common", "TDMNPB", "DBSH", "BTB", "DHNTB", "TN", "DNB", "DBSCL"];

type Fact = BTreeMap<String, String>;

fn facts(name: &str) -> Vec<Fact> {
    let path = format!("{}/tests/facts/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows: Vec<Fact> = reader.deserialize().collect::<Result<_, _>>().unwrap();
    assert!(!rows.is_empty());
    rows
}

fn library() -> Library {
    Library::load(built_in()).unwrap()
}

fn case(column: &str, province: Option<&str>) -> CommuneProfile {
    CommuneProfile {
        region: (column != "common").then(|| column.into()),
        province: province.map(Into::into),
        ..CommuneProfile::default()
    }
}

fn resolve(level: Level, period: &str, case: &CommuneProfile) -> Resolved {
    library().resolve(level, Period::parse(period).unwrap(), case).unwrap()
}

fn confidence(fact: &str) -> Confidence {
    match fact {
        "recalled" | "secondary" => Confidence::Unconfirmed,
        "assumed" => Confidence::Assumed,
        other => panic!("{other}"),
    }
}

/// That of a column: those named in `assumed_columns` are assumed, whatever the row says.
fn confidence_in(fact: &Fact, column: &str) -> Confidence {
    let assumed = fact.get("assumed_columns").map_or("", String::as_str);
    if assumed.split(';').any(|named| named == column) {
        Confidence::Assumed
    } else {
        confidence(&fact["confidence"])
    }
}

/// The threshold as the facts write it.
fn written(value: &Value, grades: &[String]) -> String {
    match value {
        Value::YesNo(true) => "đạt".to_owned(),
        Value::YesNo(false) => "không đạt".to_owned(),
        Value::Number(number) => number.rounded(9),
        Value::Grade(place) => grades[*place].clone(),
    }
}

fn list(cell: &str) -> Vec<&str> {
    if cell.is_empty() { vec![""] } else { cell.split(';').collect() }
}

fn compare_flags(indicator: &ResolvedIndicator, fact: &Fact) {
    let id = &fact["id"];
    assert_eq!(indicator.name, fact["name"], "{id}");
    assert_eq!(indicator.measure.as_str(), fact["measure"], "{id}");
    assert_eq!(indicator.if_present, fact["if_present"] == "yes", "{id}");
    assert_eq!(indicator.delegated, fact["delegated"] == "yes", "{id}");
    assert_eq!(indicator.negative, fact["negative"] == "yes", "{id}");
    // The note of 10.1 names a file of the facts; its table is compared below.
    let note = if id == "10.1" { "" } else { fact["note"].as_str() };
    assert_eq!(indicator.note.as_deref().unwrap_or_default(), note, "{id}");
    if fact["measure"] == "grade" {
        assert_eq!(indicator.grades.join("<"), fact["unit"], "{id}");
        assert_eq!(indicator.unit, "", "{id}");
    } else {
        assert!(indicator.grades.is_empty(), "{id}");
        assert_eq!(indicator.unit, fact["unit"], "{id}");
    }
    let parts: Vec<&str> = indicator.require.iter().map(|r| r.part.as_str()).collect();
    assert_eq!(parts, list(&fact["parts"]), "{id}");
}

fn compare_parts(indicator: &ResolvedIndicator, fact: &Fact, column: &str) {
    let id = &fact["id"];
    let values = list(&fact[column]);
    let (measures, units) = (list(&fact["part_measures"]), list(&fact["part_units"]));
    for (place, require) in indicator.require.iter().enumerate() {
        let of = |cells: &[&str], general: &str| match cells {
            [""] => general.to_owned(),
            cells => cells[place].to_owned(),
        };
        assert_eq!(require.measure.as_str(), of(&measures, &fact["measure"]), "{id}");
        if fact["measure"] != "grade" {
            assert_eq!(require.unit, of(&units, &fact["unit"]), "{id}");
        }
        assert_eq!(require.op.as_str(), fact["op"], "{id}");
        let counts = require.counts.as_ref();
        if require.measure.as_str() == "share" {
            assert_eq!(counts.unwrap().what, fact["counts"], "{id}");
            assert_eq!(counts.unwrap().whole, fact["whole"] == "yes", "{id}");
        } else {
            assert!(counts.is_none(), "{id}");
        }
        if id == "10.1" {
            continue; // by year: the_income_table below
        }
        let value = values.get(place).or(values.first()).copied().unwrap();
        let found = require.threshold.as_ref();
        let shown = found.map(|t| written(&t.value, &indicator.grades)).unwrap_or_default();
        assert_eq!(shown, value, "{id} {column}");
        if let Some(threshold) = found {
            assert_eq!(threshold.confidence, confidence_in(fact, column), "{id} {column}");
        }
    }
}

fn compare_annex(level: Level, name: &str, indicators: usize) {
    let facts = facts(name);
    assert_eq!(facts.len(), indicators);
    for column in COLUMNS {
        let law = resolve(level, "2022-04", &case(column, None));
        assert_eq!(law.column, column);
        assert_eq!(law.indicators.len(), indicators);
        assert_eq!(law.criteria.len(), 19);
        for (indicator, fact) in law.indicators.iter().zip(&facts) {
            assert_eq!(indicator.id.to_string(), fact["id"]);
            compare_flags(indicator, fact);
            compare_parts(indicator, fact, column);
        }
        for heading in &law.criteria {
            let of = |fact: &&Fact| fact["criterion"] == heading.no.to_string();
            let own: Vec<&Fact> = facts.iter().filter(of).collect();
            assert_eq!(heading.indicators.len(), own.len(), "criterion {}", heading.no);
            assert!(own.iter().all(|f| f["criterion_name"] == heading.name));
            assert!(own.iter().all(|f| f["group"] == heading.group));
        }
    }
}

#[test]
fn annex_1_is_as_the_facts_have_it() {
    compare_annex(Level::Ntm, "qd-318-annex-1-ntm.csv", 57);
}

#[test]
fn annex_2_is_as_the_facts_have_it() {
    compare_annex(Level::NangCao, "qd-318-annex-2-ntm-nang-cao.csv", 75);
}

#[test]
fn what_annex_2_shares_with_annex_1_is_named() {
    let library = library();
    let set = library.set("qd-318-2022-nang-cao").unwrap();
    let indicators: Vec<_> = set.criteria.iter().flat_map(|c| &c.indicators).collect();
    for (indicator, fact) in indicators.iter().zip(facts("qd-318-annex-2-ntm-nang-cao.csv")) {
        let expected = IndicatorId::parse(&fact["same_as_annex_1"]).map(|id| (Level::Ntm, id));
        assert_eq!(indicator.same_as, expected, "{}", fact["id"]);
    }
}

#[test]
fn the_income_table_is_as_the_facts_have_it() {
    for fact in facts("income.csv") {
        let level = Level::parse(&fact["level"]).unwrap();
        for column in COLUMNS {
            let law = resolve(level, &format!("{}-06", fact["year"]), &case(column, None));
            let place = law.position(IndicatorId::parse("10.1").unwrap()).unwrap();
            let threshold = law.indicators[place].require[0].threshold.clone().unwrap();
            assert_eq!(threshold.value, Value::Number(Exact::parse(&fact[column]).unwrap()));
            assert_eq!(threshold.confidence, confidence_in(&fact, column), "{fact:?} {column}");
        }
    }
}

#[test]
fn quang_ninh_fixes_what_is_delegated() {
    for fact in facts("qd-1246-quang-ninh.csv") {
        let level = Level::parse(&fact["level"]).unwrap();
        let id = IndicatorId::parse(&fact["id"]).unwrap();
        for column in &COLUMNS[1..] {
            let law = resolve(level, "2022-05", &case(column, Some("22")));
            let indicator = &law.indicators[law.position(id).unwrap()];
            let require = &indicator.require[0];
            let threshold = require.threshold.as_ref().unwrap();
            assert!(indicator.delegated);
            assert_eq!(require.op.as_str(), fact["op"]);
            assert_eq!(written(&threshold.value, &[]), fact["value"]);
            assert_eq!(threshold.confidence, confidence(&fact["confidence"]));
            assert_eq!(threshold.basis, format!("1246/QĐ-UBND, {id}"));
        }
    }
}

/// The only thresholds that may be open, by level: what is delegated where no
/// overlay speaks, and what 211 changed to figures that are not known.
fn may_be_open(level: Level, id: &str, period: &str, overlaid: bool) -> bool {
    let delegated = match level {
        Level::Ntm => ["2.1", "2.2", "2.3", "2.4"].contains(&id),
        _ => ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.3", "12.3"].contains(&id),
    };
    (delegated && !overlaid) || (level == Level::Ntm && id == "17.1" && period >= "2024-03")
}

#[test]
fn every_region_and_month_resolves_or_is_open_on_purpose() {
    let library = library();
    let months = (2022..=2025).flat_map(|year| (1..=12).map(move |m| format!("{year}-{m:02}")));
    for month in months {
        let period = Period::parse(&month).unwrap();
        for level in [Level::Ntm, Level::NangCao] {
            for column in &COLUMNS[1..] {
                for province in [None, Some("22")] {
                    let law = library.resolve(level, period, &case(column, province));
                    if month.as_str() < "2022-03" {
                        assert!(law.is_err());
                        continue;
                    }
                    let overlaid = province.is_some() && month.as_str() >= "2022-05";
                    for indicator in &law.unwrap().indicators {
                        let open = indicator.require.iter().any(|r| r.threshold.is_none());
                        let id = indicator.id.to_string();
                        assert_eq!(
                            open,
                            may_be_open(level, &id, &month, overlaid),
                            "{id} {month} {column}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn decision_211_changes_four_indicators_from_march_2024() {
    let (before, after) = ("2024-02", "2024-03");
    let of = |period: &str, id: &str| {
        let law = resolve(Level::Ntm, period, &case("DBSH", Some("22")));
        law.indicators[law.position(IndicatorId::parse(id).unwrap()).unwrap()].clone()
    };
    assert_eq!(of(before, "15.4").measure.as_str(), "share");
    assert_eq!(of(after, "15.4").measure.as_str(), "yes_no");
    assert_eq!(of(after, "15.4").name, "Xã triển khai thực hiện sổ khám chữa bệnh điện tử");
    assert_eq!(of(after, "15.4").require[0].basis, "211/QĐ-TTg, 15.4");
    assert!(of(before, "17.1").require.iter().all(|r| r.threshold.is_some()));
    assert!(of(after, "17.1").require.iter().all(|r| r.threshold.is_none()));
    assert_eq!(of(after, "17.1").require[0].basis, "211/QĐ-TTg, 17.1");
    for id in ["13.1", "18.4"] {
        assert_eq!(of(after, id).name, of(before, id).name);
        assert!(of(after, id).note.is_some());
        let basis = format!("318/QĐ-TTg, Phụ lục I, {id}; 211/QĐ-TTg, {id}");
        assert_eq!(of(after, id).require[0].basis, basis);
    }
    let note = of(after, "18.4").note.clone().unwrap();
    for content in ["Hiến pháp", "tiếp cận thông tin", "hòa giải ở cơ sở, trợ giúp pháp lý"]
    {
        assert!(note.contains(content), "{note}");
    }
    assert!(of(after, "13.1").note.clone().unwrap().contains("tổ hợp tác"));
    let law = resolve(Level::Ntm, after, &CommuneProfile::default());
    assert!(law.cautions.iter().any(|c| c.contains("211/QĐ-TTg")), "{:?}", law.cautions);
    let law = resolve(Level::NangCao, after, &CommuneProfile::default());
    assert!(law.cautions.iter().any(|c| c.contains("211/QĐ-TTg")), "{:?}", law.cautions);
}

#[test]
fn what_the_facts_say_of_districts_and_older_titles_is_told() {
    let says = |level: Level, period: &str, words: &str| {
        let law = resolve(level, period, &case("DBSH", None));
        law.cautions.iter().any(|caution| caution.contains(words))
    };
    for level in [Level::Ntm, Level::NangCao, Level::KieuMau] {
        assert!(!says(level, "2025-06", "cấp huyện"), "{level:?}");
        assert!(says(level, "2025-07", "cấp huyện"), "{level:?}");
    }
    assert!(says(Level::KieuMau, "2022-05", "2018 - 2020"));
    let library = library();
    for kind in [CriteriaFileKind::City, CriteriaFileKind::District] {
        let on =
            |period: &str| library.city_in_force(kind, Period::parse(period).unwrap().last_day());
        assert!(on("2025-06").is_some(), "{kind:?}");
        assert!(on("2025-07").is_none(), "{kind:?}");
    }
}

#[test]
fn disadvantaged_communes_of_poor_districts_use_the_tdmnpb_column() {
    let library = library();
    for set in ["qd-318-2022-ntm", "qd-318-2022-nang-cao"] {
        assert_eq!(library.set(set).unwrap().columns.rules[0].basis, "318/QĐ-TTg, Điều 1");
    }
    let column = |class: &str, district: &str| {
        let mut case = case("DBSH", None);
        case.class = Some(class.into());
        case.district_class = Some(district.into());
        let of = |level| resolve(level, "2022-06", &case).column;
        assert_eq!(of(Level::Ntm), of(Level::NangCao), "{class} {district}");
        of(Level::Ntm)
    };
    for class in ["đbkk", "atk", "ĐBKK", "ATK", "dbkk"] {
        for district in ["nghèo", "thoát nghèo", "Thoát Nghèo"] {
            assert_eq!(column(class, district), "TDMNPB", "{class} {district}");
        }
    }
    for (class, district) in [("đbkk", ""), ("", "nghèo"), ("đbkk", "khá"), ("khu vực I", "nghèo")]
    {
        assert_eq!(column(class, district), "DBSH", "{class} {district}");
    }
}

#[test]
fn plausible_ranges_are_as_the_facts_have_them() {
    let facts = facts("plausible.csv");
    let mut found = 0;
    for level in [Level::Ntm, Level::NangCao, Level::KieuMau, Level::Recognition] {
        for column in COLUMNS {
            let law = resolve(level, "2022-12", &case(column, Some("22")));
            let ranged = law.indicators.iter().flat_map(|i| i.require.iter().map(move |r| (i, r)));
            for (indicator, require) in ranged.filter(|(_, r)| r.plausible.is_some()) {
                let range = require.plausible.clone().unwrap();
                let is_it = |fact: &&Fact| {
                    fact["level"] == level.as_str()
                        && fact["id"] == indicator.id.to_string()
                        && fact["part"] == require.part
                };
                let fact = facts.iter().find(is_it).unwrap_or_else(|| panic!("{}", indicator.id));
                let ends = [range.from.to_string(), range.to.to_string()];
                assert_eq!(ends, [fact["low"].clone(), fact["high"].clone()]);
                assert_eq!(require.unit, fact["unit"]);
                found += 1;
            }
        }
    }
    assert_eq!(found, facts.len() * COLUMNS.len());
}

#[test]
fn nothing_is_shipped_as_confirmed() {
    for level in [Level::Ntm, Level::NangCao] {
        for column in COLUMNS {
            for year in 2022..=2025 {
                let law = resolve(level, &format!("{year}-12"), &case(column, Some("22")));
                let all = law.indicators.iter().flat_map(|i| &i.require);
                let mut confidences =
                    all.filter_map(|r| r.threshold.as_ref().map(|t| t.confidence));
                assert!(confidences.all(|c| c != Confidence::Confirmed));
            }
        }
    }
}

#[test]
fn every_file_of_criteria_is_built_in() {
    let folder = format!("{}/criteria", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut stems: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let mut ids: Vec<String> = built_in().into_iter().map(|source| source.id).collect();
    stems.sort();
    ids.sort();
    assert_eq!(stems, ids);
}
