//! Sets that speak of other sets: thresholds that are a multiple of another's, sets that
//! presuppose others.

use crate::common::{codes, library, library_with, own_set};
use ntm::exact::Exact;
use ntm::law::{
    CommuneProfile, Confidence, CriteriaFileKind, IndicatorId, Level, Library, ResolvedIndicator,
    Value,
};
use ntm::period::Period;

/// A set with one indicator whose threshold is `rest`.
fn set(measure: &str, rest: &str) -> String {
    format!(
        "title = \"Bộ thử\"\nkind = \"base\"\nlevel = \"kieu-mau\"\ncolumns_by = \"region\"\n\
         columns = {{ TDMNPB = \"a\", DBSH = \"b\", BTB = \"c\", DHNTB = \"d\", TN = \"e\", \
         DNB = \"f\", DBSCL = \"g\" }}\n\
         [decision]\nnumber = \"1/QĐ\"\nissuer = \"TTg\"\ndate = 2022-04-01\n\
         in_force = 2022-04-01\n[defaults]\nconfidence = \"unconfirmed\"\n\
         [[criterion]]\nno = 1\nname = \"Một\"\n[[criterion.indicator]]\nid = \"1.1\"\n\
         name = \"Chỉ tiêu\"\n{measure}{rest}\n"
    )
}

const INCOME: &str = "measure = \"number\"\nunit = \"triệu đồng/người/năm\"\n";
const SHARE: &str = "measure = \"share\"\ncounts = \"km\"\nwhole = false\n";

fn factor(set: &str, indicator: &str, factor: &str) -> String {
    format!("at_least_of = {{ set = \"{set}\", indicator = \"{indicator}\", factor = {factor} }}")
}

fn resolve(library: &Library, period: &str, region: &str, province: &str) -> ResolvedIndicator {
    let case = CommuneProfile {
        region: Some(region.into()),
        province: Some(province.into()),
        ..CommuneProfile::default()
    };
    let law = library.resolve(Level::KieuMau, Period::parse(period).unwrap(), &case).unwrap();
    law.indicators[law.position(IndicatorId::parse("1.1").unwrap()).unwrap()].clone()
}

fn asked(indicator: &ResolvedIndicator) -> Option<Exact> {
    match &indicator.require[0].threshold.as_ref()?.value {
        Value::Number(number) => Some(number.clone()),
        other => panic!("{other:?}"),
    }
}

/// Of every year and region that the facts have, without asking the program's own sets.
#[test]
fn a_multiple_is_of_the_other_threshold_of_the_same_year_and_region() {
    let text = set(INCOME, &factor("qd-318-2022-nang-cao", "10.1", "1.1"));
    let library = library_with([own_set("bo-thu", &text)]).unwrap();
    let mut rows = csv::Reader::from_path("tests/facts/income.csv").unwrap();
    let heads = rows.headers().unwrap().clone();
    let mut seen = 0;
    for row in rows.records().map(Result::unwrap).filter(|row| &row[0] == "nang-cao") {
        for column in 3..10 {
            // In tenths: no fraction of the facts' whole numbers is lost.
            let tenths = 11 * row[column].parse::<i128>().unwrap();
            let region = &heads[column];
            let found = resolve(&library, &format!("{}-12", &row[1]), region, "22");
            assert_eq!(asked(&found), Exact::decimal(tenths, 1), "{} {region}", &row[1]);
            seen += 1;
        }
    }
    assert_eq!(seen, 28);
}

#[test]
fn it_is_as_sure_as_the_weaker_of_both_and_names_both_sources() {
    let text = set(INCOME, &factor("qd-318-2022-nang-cao", "10.1", "1.1"));
    let library = library_with([own_set("bo-thu", &text)]).unwrap();
    let found = resolve(&library, "2022-12", "DBSH", "22");
    let threshold = found.require[0].threshold.clone().unwrap();
    assert_eq!(threshold.confidence, Confidence::Assumed);
    assert_eq!(threshold.basis, "1/QĐ, 1.1; 1.1 × 318/QĐ-TTg, Phụ lục II, 10.1");
    let case = CommuneProfile { region: Some("DBSH".into()), ..CommuneProfile::default() };
    let law = library.resolve(Level::KieuMau, Period::parse("2022-12").unwrap(), &case).unwrap();
    let layers: Vec<&str> = law.layers.iter().map(|layer| layer.id.as_str()).collect();
    assert_eq!(layers, ["bo-thu", "qd-318-2022-nang-cao"]);
    // A confirmation of the factor does not confirm what it is a multiple of.
    let own = "confirmed = { value = 1.1, op = \">=\", unit = \"triệu đồng/người/năm\", id = \"1.1\", \
        indicator = \"Chỉ tiêu\", of = \"qd-318-2022-nang-cao 10.1\", by = \"A\", on = 2022-05-02, \
        text = \"1/QĐ\" }\n";
    let library = library_with([own_set(
        "bo-thu",
        &text.replace("at_least_of", &format!("{own}at_least_of")),
    )]);
    let found = resolve(&library.unwrap(), "2022-12", "DBSH", "22");
    assert_eq!(found.require[0].threshold.clone().unwrap().confidence, Confidence::Assumed);
}

/// Nâng cao 2.1 is delegated: without the province's value there is no threshold, and a
/// multiple of none is none.
#[test]
fn a_multiple_of_what_is_undetermined_is_undetermined() {
    let text = set(SHARE, &factor("qd-318-2022-nang-cao", "2.2", "0.5"));
    let library = library_with([own_set("bo-thu", &text)]).unwrap();
    assert_eq!(asked(&resolve(&library, "2022-12", "DBSH", "01")), None);
    assert_eq!(asked(&resolve(&library, "2022-12", "DBSH", "22")), Exact::parse("45"));
    // Before the province's decision was in force there was none either.
    assert_eq!(asked(&resolve(&library, "2022-04", "DBSH", "22")), None);
    // The other set has ended: its threshold does not live on.
    assert_eq!(asked(&resolve(&library, "2026-01", "DBSH", "22")), None);
    // A later amendment that takes the threshold away takes the multiple away too.
    let away = "title = \"S\"\nkind = \"amendment\"\nbase = \"qd-318-2022-nang-cao\"\n\
        level = \"nang-cao\"\n[decision]\nnumber = \"2/QĐ\"\nissuer = \"TTg\"\n\
        date = 2023-01-01\nin_force = 2023-01-01\n[[indicator]]\nid = \"2.2\"\nundetermined = true\n";
    let library = library_with([own_set("bo-thu", &text), own_set("sua", away)]).unwrap();
    assert_eq!(asked(&resolve(&library, "2022-12", "DBSH", "22")), Exact::parse("45"));
    assert_eq!(asked(&resolve(&library, "2023-01", "DBSH", "22")), None);
}

/// Communes of two provinces do not share a multiple, though the set has no layer.
#[test]
fn signatures_tell_what_is_referred_to_apart() {
    let text = set(SHARE, &factor("qd-318-2022-nang-cao", "2.2", "0.5"));
    let library = library_with([own_set("bo-thu", &text)]).unwrap();
    let of = |province: &str| {
        let case = CommuneProfile {
            region: Some("DBSH".into()),
            province: Some(province.into()),
            ..CommuneProfile::default()
        };
        library.set("bo-thu").unwrap().signature(Period::parse("2022-12").unwrap(), &case)
    };
    assert_ne!(of("22"), of("01"));
    assert_eq!(of("01"), of("02"));
}

/// Sets of one level are not in force from the same day.
fn day_of(own: &str) -> &'static str {
    match own {
        "a" => "2022-04-01",
        "b" => "2022-04-02",
        _ => "2022-04-03",
    }
}

#[test]
fn circles_are_refused_however_long() {
    let one = |own: &str, other: &str| {
        let needs = format!("[[requires]]\nset = \"{other}\"\nbasis = \"1/QĐ\"\n[[criterion]]");
        let text = set(INCOME, "at_least = 5").replacen("[[criterion]]", &needs, 1);
        own_set(own, &text.replace("2022-04-01", day_of(own)))
    };
    let alone = set(INCOME, "at_least = 5").replace("2022-04-01", day_of("b"));
    let alone = own_set("b", &alone);
    assert!(library_with([one("a", "b"), alone]).is_ok());
    let told = codes(&library_with([one("a", "b"), one("b", "c"), one("c", "a")]).unwrap_err());
    assert_eq!(told.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["circular-set"; 3]);
    // One way by a requirement, the other by a factor.
    let back = set(INCOME, &factor("a", "1.1", "2")).replace("2022-04-01", day_of("b"));
    let back = own_set("b", &back);
    let told = codes(&library_with([one("a", "b"), back]).unwrap_err());
    assert_eq!(told.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["circular-set"; 2]);
    let set = library_with([one("a", "qd-318-2022-nang-cao")]).unwrap();
    assert_eq!(set.set("a").unwrap().requires[0].set, "qd-318-2022-nang-cao");
}

/// A set of the user's own comes before a built-in one of its level, whatever their dates.
#[test]
fn an_own_set_comes_before_a_built_in_one() {
    let text = set(INCOME, "at_least = 5")
        .replace("level = \"kieu-mau\"", "level = \"nang-cao\"")
        .replace("2022-04-01", "2022-01-01");
    let library = library_with([own_set("bo-thu", &text)]).unwrap();
    let day = Period::parse("2022-12").unwrap().last_day();
    assert_eq!(library.in_force(Level::NangCao, day).unwrap().id, "bo-thu");
}

/// What the facts call reported, recalled or assumed is shipped as no more than that.
#[test]
fn the_built_in_sets_of_recognition_hold_what_the_facts_say_and_confirm_nothing() {
    let library = library();
    let period = Period::parse("2022-12").unwrap();
    let case = CommuneProfile { region: Some("DBSH".into()), ..CommuneProfile::default() };
    let of = |level| library.resolve(level, period, &case).unwrap();
    let asked = |level: Level, id: &str| {
        let law = of(level);
        let id = IndicatorId::parse(id).unwrap();
        let threshold = law.indicators[law.position(id).unwrap()].require[0].threshold.clone()?;
        assert_ne!(threshold.confidence, Confidence::Confirmed);
        Some((threshold.value, threshold.confidence))
    };
    let number = |text: &str| Value::Number(Exact::parse(text).unwrap());
    let (assumed, unconfirmed) = (Confidence::Assumed, Confidence::Unconfirmed);
    for (level, id, value, confidence) in [
        (Level::KieuMau, "2.1", number("68.2"), assumed),
        (Level::KieuMau, "3.1", number("1"), unconfirmed),
        (Level::KieuMau, "4.1", Value::YesNo(true), unconfirmed),
        (Level::Recognition, "1.1", Value::YesNo(true), unconfirmed),
        (Level::Recognition, "2.1", number("90"), assumed),
        (Level::Recognition, "2.2", number("95"), assumed),
        (Level::Recognition, "3.1", Value::YesNo(true), unconfirmed),
    ] {
        assert_eq!(asked(level, id), Some((value, confidence)), "{level} {id}");
    }
    // No rate is known for kiểu mẫu.
    assert_eq!(asked(Level::Recognition, "2.3"), None);
    let july = Period::parse("2022-07").unwrap();
    assert!(library.resolve(Level::Recognition, july, &case).is_err());
    let rule = library.set("qd-18-2022-cong-nhan").unwrap().withdrawal.clone().unwrap();
    assert_eq!((rule.from, rule.always_from), (Exact::from(30), Exact::from(50)));
    assert_eq!(rule.confidence, unconfirmed);
    // Every name of the rule is that of a criterion, or of none of these two annexes.
    let weighs = |level| {
        let law = of(level);
        law.criteria.iter().filter(|c| rule.criteria.contains(&c.name)).map(|c| c.no).collect()
    };
    let (ntm, nang_cao): (Vec<u16>, Vec<u16>) = (weighs(Level::Ntm), weighs(Level::NangCao));
    assert_eq!((ntm, nang_cao), (vec![10, 17, 19], vec![10, 17, 18, 19]));
    let city = library.city_in_force(CriteriaFileKind::City, period.last_day()).unwrap();
    let shares: Vec<_> = city.conditions.iter().map(|c| c.share.clone()).collect();
    let share = |level, percent: usize| Some((level, Exact::from(percent)));
    assert_eq!(shares, [share(Level::Ntm, 100), share(Level::NangCao, 10), None, None]);
    assert!(city.conditions.iter().all(|c| c.confidence == unconfirmed));
    // A rural district has the satisfaction in each commune and its own criteria besides.
    let district = library.city_in_force(CriteriaFileKind::District, period.last_day()).unwrap();
    let shares: Vec<_> = district.conditions.iter().map(|c| c.share.clone()).collect();
    let asked = [share(Level::Ntm, 100), share(Level::NangCao, 10)];
    assert_eq!((&shares[..2], shares.len()), (&asked[..], 6));
    assert!(shares[2..].iter().all(Option::is_none));
    assert!(district.conditions.iter().all(|c| c.confidence == unconfirmed));
}
