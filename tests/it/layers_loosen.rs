//! No layer lowers what the central law asks for, and what a province laid down anew does
//! not live beside what it laid down before.

use crate::common::{codes, library_with, own_set};
use ntm::law::{CommuneProfile, Effect, Level, Library, ResolvedIndicator, Source, Value};
use ntm::law::{IndicatorId, Reason};
use ntm::period::Period;
use ntm::problem::Problem;

const HEAD: &str = "title = \"Bộ thử\"\nkind = \"base\"\nlevel = \"kieu-mau\"\n\
    columns_by = \"region\"\ncolumns = { A = \"Vùng A\", B = \"Vùng B\" }\n\
    [decision]\nnumber = \"1/QĐ\"\nissuer = \"TTg\"\ndate = 2022-01-01\nin_force = 2022-01-01\n\
    [defaults]\nconfidence = \"assumed\"\n\
    [[criterion]]\nno = 1\nname = \"Một\"\n";

/// A share of each kind: at least, at most, delegated; a grade, a count, parts, years.
const INDICATORS: &str = "[[criterion.indicator]]\nid = \"1.1\"\nname = \"Tỷ lệ\"\n\
    measure = \"share\"\ncounts = \"hộ\"\nwhole = true\n\
    at_least = { common = 70, A = 80, B = 60 }\n\
    [[criterion.indicator]]\nid = \"1.2\"\nname = \"Hộ nghèo\"\nmeasure = \"share\"\n\
    counts = \"hộ\"\nwhole = true\nat_most = 5\n\
    [[criterion.indicator]]\nid = \"1.3\"\nname = \"Giao cho tỉnh\"\nmeasure = \"share\"\n\
    counts = \"hộ\"\nwhole = true\ndelegated = true\n\
    [[criterion.indicator]]\nid = \"1.4\"\nname = \"Xếp loại\"\nmeasure = \"grade\"\n\
    grades = [\"trung bình\", \"khá\", \"tốt\"]\nat_least = \"khá\"\n\
    [[criterion.indicator]]\nid = \"1.5\"\nname = \"Số lớp\"\nmeasure = \"count\"\n\
    unit = \"lớp\"\nat_least = 3\n\
    [[criterion.indicator]]\nid = \"1.6\"\nname = \"Lao động\"\nmeasure = \"share\"\n\
    counts = \"người\"\nwhole = true\nparts = [\"nam\", \"nữ\"]\nat_least = 50\n\
    [[criterion.indicator]]\nid = \"1.7\"\nname = \"Theo năm\"\nmeasure = \"number\"\n\
    unit = \"triệu đồng\"\nat_least = 40\n[[criterion.indicator.year]]\nyear = 2024\nat_least = 48\n\
    [[criterion.indicator]]\nid = \"1.8\"\nname = \"Có chợ\"\nif_present = true\n";

fn base() -> Source {
    own_set("bo-thu", &format!("{HEAD}{INDICATORS}"))
}

/// A layer from a day on; of a province where one is named before its kind: `22 overlay`.
fn layer(id: &str, kind: &str, from: &str, rest: &str) -> Source {
    let (province, kind) = match kind.split_once(' ') {
        Some((province, kind)) => (format!("province = \"{province}\"\n"), kind),
        None => (String::new(), kind),
    };
    let (from, until) = from.split_once("..").unwrap_or((from, ""));
    let until = if until.is_empty() { String::new() } else { format!("until = {until}\n") };
    own_set(
        id,
        &format!(
            "title = \"Lớp {id}\"\nkind = \"{kind}\"\nbase = \"bo-thu\"\nlevel = \"kieu-mau\"\n\
             {province}[decision]\nnumber = \"{id}/QĐ\"\nissuer = \"X\"\ndate = 2022-01-01\n\
             in_force = {from}\n{until}[defaults]\nconfidence = \"assumed\"\n{rest}"
        ),
    )
}

/// An overlay that leaves what is delegated open.
fn overlay(id: &str, from: &str, rest: &str) -> Source {
    let open = "[[indicator]]\nid = \"1.3\"\nopen = true\n";
    layer(id, "22 overlay", from, &format!("{open}{rest}"))
}

fn load(layers: impl IntoIterator<Item = Source>) -> Library {
    library_with([base()].into_iter().chain(layers)).unwrap_or_else(|problems| {
        panic!("{:?}", problems.iter().map(|p| p.message.clone()).collect::<Vec<_>>())
    })
}

fn refused(layers: impl IntoIterator<Item = Source>) -> Vec<Problem> {
    library_with([base()].into_iter().chain(layers)).expect_err("these layers are wrong")
}

fn case(region: &str, province: &str) -> CommuneProfile {
    let (region, province) = (Some(region.into()), Some(province.into()));
    CommuneProfile { region, province, ..CommuneProfile::default() }
}

fn resolved(
    library: &Library,
    period: &str,
    (region, province): (&str, &str),
    id: &str,
) -> ResolvedIndicator {
    let law = library
        .resolve(Level::KieuMau, Period::parse(period).unwrap(), &case(region, province))
        .unwrap();
    law.indicators[law.position(IndicatorId::parse(id).unwrap()).unwrap()].clone()
}

/// The threshold of the first part in region A of province 22; empty where none is set.
fn asked(library: &Library, period: &str, id: &str) -> String {
    asked_in(library, period, ("A", "22"), id)
}

fn asked_in(library: &Library, period: &str, place: (&str, &str), id: &str) -> String {
    let indicator = resolved(library, period, place, id);
    match indicator.require[0].threshold.as_ref().map(|threshold| threshold.value.clone()) {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Grade(place)) => indicator.grades[place].clone(),
        Some(Value::YesNo(_)) => "đạt".to_owned(),
        None => String::new(),
    }
}

/// One fault, of its code, with these words in it.
fn one_fault(problems: &[Problem], code: &str, words: &str) {
    assert_eq!(codes(problems).len(), 1, "{problems:#?}");
    assert_eq!(problems[0].code.as_str(), code);
    let message = problems[0].message.get(ntm::text::Lang::Vi);
    assert!(message.contains(words), "{message}");
}

#[test]
fn an_amendment_is_of_no_province() {
    let lower = "[[indicator]]\nid = \"1.1\"\nat_least = 10\n";
    let problems = refused([layer("sd", "22 amendment", "2022-06-01", lower)]);
    one_fault(&problems, "bad-value", "áp dụng cho cả nước");
    assert!(problems[0].place.line.is_some() && problems[0].place.position.is_some());
    assert!(problems[0].hint.get(ntm::text::Lang::Vi).contains("overlay"));
    // A base set is of none either: the key would change nothing, in silence.
    let text = format!("{HEAD}{INDICATORS}").replace("level =", "province = \"22\"\nlevel =");
    let problems = library_with([own_set("bo-thu", &text)]).unwrap_err();
    one_fault(&problems, "bad-value", "`base`");
}

/// Central or of a province, guidance lowers nothing of the central law.
#[test]
fn guidance_and_overlays_loosen_in_no_way() {
    for (id, lax, strict) in [
        ("1.1", "at_least = { A = 79 }", "at_least = { A = 80, B = 61 }"),
        ("1.1", "at_least = { B = 59.99 }", "at_least = 80"),
        ("1.1", "at_least = { common = 69 }", "at_least = { common = 70 }"),
        ("1.2", "at_most = 5.01", "at_most = 4"),
        ("1.4", "at_least = \"trung bình\"", "at_least = \"tốt\""),
        ("1.5", "at_least = 2", "at_least = 3"),
        (
            "1.6",
            "[[indicator.part]]\npart = \"nữ\"\nat_least = 49",
            "parts = [\"nữ\"]\nat_least = 51",
        ),
        ("1.7", "[[indicator.year]]\nyear = 2024\nat_least = 47", "at_least = 48"),
        ("1.7", "at_least = 47", "[[indicator.year]]\nyear = 2025\nat_least = 41"),
        ("1.7", "[[indicator.year]]\nyear = 2031\nat_least = 39", "at_least = 50"),
    ] {
        for kind in ["guidance", "22 guidance", "22 overlay"] {
            let block = |words: &str| {
                let open = if kind == "22 overlay" {
                    "[[indicator]]\nid = \"1.3\"\nopen = true\n"
                } else {
                    ""
                };
                layer(
                    "lop",
                    kind,
                    "2022-06-01",
                    &format!("{open}[[indicator]]\nid = \"{id}\"\n{words}\n"),
                )
            };
            let problems = refused([block(lax)]);
            assert_eq!(codes(&problems).len(), 1, "{kind} {id} {lax}: {problems:#?}");
            assert_eq!(codes(&problems)[0].0, "laxer-than-base", "{kind} {id} {lax}");
            load([block(strict)]);
        }
    }
}

/// Nor by asking for something else.
#[test]
fn nor_do_they_measure_otherwise() {
    for (id, words, code) in [
        ("1.1", "at_most = 90", "bad-value"),
        ("1.1", "measure = \"count\"\nunit = \"hộ\"\nat_least = 1", "unknown-key"),
        ("1.7", "unit = \"nghìn đồng\"\nat_least = 50", "unknown-key"),
        ("1.6", "[[indicator.part]]\npart = \"chung\"\nat_least = 90", "unknown-part"),
        ("1.1", "undetermined = true", "unknown-key"),
        (
            "1.1",
            "at_least_of = { set = \"bo-thu\", indicator = \"1.7\", factor = 0.1 }",
            "unknown-key",
        ),
    ] {
        let block = format!("[[indicator]]\nid = \"{id}\"\n{words}\n");
        let problems = refused([layer("lop", "guidance", "2022-06-01", &block)]);
        assert_eq!(codes(&problems)[0].0, code, "{id} {words}: {problems:#?}");
    }
}

#[test]
fn guidance_of_a_province_does_not_loosen_its_overlay() {
    let decided = overlay("qd", "2022-03-01", "[[indicator]]\nid = \"1.1\"\nat_least = 95\n");
    let explained = |share: u8| {
        layer(
            "hd",
            "22 guidance",
            "2022-06-01",
            &format!("[[indicator]]\nid = \"1.1\"\nat_least = {share}\n"),
        )
    };
    one_fault(&refused([decided.clone(), explained(90)]), "laxer-than-base", "hướng dẫn lỏng hơn");
    let library = load([decided, explained(96)]);
    assert_eq!(asked(&library, "2022-05", "1.1"), "95");
    assert_eq!(asked(&library, "2022-06", "1.1"), "96");
}

/// What the country is asked for later, but less than the province asks, lowers nothing
/// in the province, and another province is not measured by it.
#[test]
fn later_central_guidance_leaves_a_stricter_province_as_it_is() {
    let decided = overlay("qd", "2022-03-01", "[[indicator]]\nid = \"1.1\"\nat_least = 95\n");
    let central =
        layer("hd", "guidance", "2023-01-01", "[[indicator]]\nid = \"1.1\"\nat_least = 85\n");
    let library = load([decided.clone(), central]);
    assert_eq!(asked(&library, "2023-05", "1.1"), "95");
    assert_eq!(asked_in(&library, "2023-05", ("A", "14"), "1.1"), "85");
    assert_eq!(asked_in(&library, "2022-05", ("A", "14"), "1.1"), "80");
    // Where it asks for more, the province's older decision is laxer than the law.
    let stricter =
        layer("hd", "guidance", "2023-01-01", "[[indicator]]\nid = \"1.1\"\nat_least = 97\n");
    one_fault(&refused([decided, stricter]), "laxer-than-base", "A >= 97 (2023-01-01)");
}

#[test]
fn a_province_is_measured_by_the_central_law_alone() {
    let block = |share: u8| format!("[[indicator]]\nid = \"1.1\"\nat_least = {share}\n");
    let (old, new) =
        (overlay("qd1", "2022-03-01", &block(95)), overlay("qd2", "2023-01-01", &block(90)));
    let other = layer(
        "qd3",
        "14 overlay",
        "2022-02-01",
        &format!("[[indicator]]\nid = \"1.3\"\nopen = true\n{}", block(99)),
    );
    let library = load([old, new, other]);
    for (period, share) in [("2022-02", "80"), ("2022-12", "95"), ("2023-01", "90")] {
        assert_eq!(asked(&library, period, "1.1"), share, "{period}");
    }
    assert_eq!(asked_in(&library, "2023-01", ("A", "14"), "1.1"), "99");
}

/// The newer overlay stands in the place of the whole older one: what it does not speak of
/// is the central law again, and its end brings nothing back.
#[test]
fn a_newer_overlay_replaces_the_older_one_and_says_so() {
    let old = overlay(
        "qd1",
        "2022-03-01",
        "[[indicator]]\nid = \"1.1\"\nat_least = 95\n\
        [[indicator]]\nid = \"1.5\"\nat_least = 7\n",
    );
    let new =
        overlay("qd2", "2023-01-01..2023-12-31", "[[indicator]]\nid = \"1.1\"\nat_least = 85\n");
    let library = load([old, new]);
    for (period, share, classes) in
        [("2022-12", "95", "7"), ("2023-06", "85", "3"), ("2024-06", "80", "3")]
    {
        assert_eq!(asked(&library, period, "1.1"), share, "{period}");
        assert_eq!(asked(&library, period, "1.5"), classes, "{period}");
    }
    let told: Vec<_> =
        library.warnings.iter().map(|w| (w.code.as_str(), w.place.file.as_str())).collect();
    assert_eq!(told, [("replaced-layer", "tieu-chi/qd1.toml")]);
    let set = library.set("bo-thu").unwrap();
    let period = Period::parse("2023-06").unwrap();
    let law = set.resolve(period, &case("A", "22"));
    assert_eq!(law.layers.iter().map(|l| l.id.as_str()).collect::<Vec<_>>(), ["bo-thu", "qd2"]);
    let replaced = &law.replaced[0];
    assert_eq!(
        (&*replaced.id, &*replaced.by, replaced.since.to_string().as_str()),
        ("qd1", "qd2", "2023-01-01")
    );
    assert!(set.resolve(Period::parse("2022-12").unwrap(), &case("A", "22")).replaced.is_empty());
    let history =
        set.history(IndicatorId::parse("1.5").unwrap(), period, &case("A", "22")).unwrap();
    assert_eq!(history.steps.len(), 1);
    assert_eq!(history.aside[0].reasons, [Reason::Replaced]);
    assert_eq!(history.aside[0].by.as_ref().unwrap().id, "qd2");
}

/// An older overlay need not keep up with the law once a newer one stands in its place.
#[test]
fn a_replaced_overlay_is_measured_until_it_is_replaced() {
    let block = |share: u8| format!("[[indicator]]\nid = \"1.1\"\nat_least = {share}\n");
    let raised = layer("sd", "amendment", "2023-01-01", &block(90));
    let (old, new) =
        (overlay("qd1", "2022-03-01", &block(85)), overlay("qd2", "2023-01-15", &block(92)));
    let problems = refused([old.clone(), raised.clone()]);
    one_fault(&problems, "laxer-than-base", "A >= 90 (2023-01-01)");
    let library = load([old, raised, new]);
    assert_eq!(asked(&library, "2022-12", "1.1"), "85");
    assert_eq!(asked(&library, "2023-01", "1.1"), "92");
}

/// `open` says that nothing is fixed: what was fixed before does not live on.
#[test]
fn a_later_open_reopens() {
    let fixed = |id: &str, from: &str, words: &str| {
        layer(id, "22 overlay", from, &format!("[[indicator]]\nid = \"1.3\"\n{words}\n"))
    };
    let old = fixed("qd1", "2022-03-01", "at_least = 60");
    let library = load([old.clone(), fixed("qd2", "2023-01-01", "open = true")]);
    assert_eq!(asked(&library, "2022-12", "1.3"), "60");
    assert_eq!(asked(&library, "2023-01", "1.3"), "");
    // Guidance replaces nothing, and opens again all the same.
    let guidance = |kind: &str, words: &str| {
        layer("hd", kind, "2023-01-01", &format!("[[indicator]]\nid = \"1.3\"\n{words}\n"))
    };
    let library = load([old.clone(), guidance("22 guidance", "open = true")]);
    assert_eq!(asked(&library, "2022-12", "1.3"), "60");
    assert_eq!(asked(&library, "2023-01", "1.3"), "");
    let set = library.set("bo-thu").unwrap();
    let period = Period::parse("2023-01").unwrap();
    let history =
        set.history(IndicatorId::parse("1.3").unwrap(), period, &case("A", "22")).unwrap();
    assert_eq!(
        history.steps.iter().map(|step| step.effects[0]).collect::<Vec<_>>(),
        [Effect::Opens, Effect::Sets, Effect::Opens]
    );
    assert_eq!(history.opened_by("").unwrap().of.id, "hd");
    // For one region.
    let library = load([old, guidance("22 guidance", "open = true\nat_least = { A = 65 }")]);
    assert_eq!(asked_in(&library, "2023-01", ("A", "22"), "1.3"), "65");
    assert_eq!(asked_in(&library, "2023-01", ("B", "22"), "1.3"), "");
    // What is newer than `open` stands.
    let amended =
        layer("sd", "amendment", "2024-01-01", "[[indicator]]\nid = \"1.3\"\nat_least = 50\n");
    let library = load([fixed("qd2", "2023-01-01", "open = true"), amended]);
    assert_eq!(asked(&library, "2023-12", "1.3"), "");
    assert_eq!(asked(&library, "2024-01", "1.3"), "50");
}

/// Central guidance that ends, and an amendment that ends: the law comes back, and with it
/// what it asks for.
#[test]
fn a_layer_is_measured_after_the_end_of_another_too() {
    let eased = layer(
        "sd",
        "amendment",
        "2023-01-01..2023-12-31",
        "[[indicator]]\nid = \"1.1\"\nat_least = 60\n",
    );
    let lax = |until: &str| {
        overlay("qd", &format!("2023-03-01{until}"), "[[indicator]]\nid = \"1.1\"\nat_least = 70\n")
    };
    one_fault(&refused([eased.clone(), lax("")]), "laxer-than-base", "A >= 80 (2024-01-01)");
    let library = load([eased, lax("..2023-12-31")]);
    assert_eq!(asked(&library, "2023-06", "1.1"), "70");
    assert_eq!(asked(&library, "2024-01", "1.1"), "80");
}

/// A stricter value that a coming amendment takes back before its year binds nobody.
#[test]
fn a_year_counts_only_while_its_law_does() {
    let eased =
        layer("sd", "amendment", "2023-06-01", "[[indicator]]\nid = \"1.7\"\nat_least = 41\n");
    let library =
        load([eased, overlay("qd", "2022-03-01", "[[indicator]]\nid = \"1.7\"\nat_least = 42\n")]);
    assert_eq!(asked(&library, "2024-06", "1.7"), "42");
}

/// What a layer set of parts that are there no more is of nothing else.
#[test]
fn thresholds_do_not_wander_to_other_parts() {
    let parted = layer(
        "sd",
        "amendment",
        "2023-01-01..2023-12-31",
        "[[indicator]]\nid = \"1.5\"\n\
        measure = \"count\"\nunit = \"lớp\"\n[[indicator.part]]\npart = \"xã\"\nat_least = 2\n\
        [[indicator.part]]\npart = \"thôn\"\nat_least = 1\n",
    );
    let raised = overlay(
        "qd",
        "2023-03-01",
        "[[indicator]]\nid = \"1.5\"\n[[indicator.part]]\n\
        part = \"xã\"\nat_least = 9\n",
    );
    let library = load([parted, raised]);
    let parts = |period: &str| {
        let law = resolved(&library, period, ("A", "22"), "1.5");
        law.require.iter().map(|part| part.part.clone()).collect::<Vec<_>>()
    };
    assert_eq!(parts("2023-06"), ["xã", "thôn"]);
    assert_eq!(asked(&library, "2023-06", "1.5"), "9");
    assert_eq!(parts("2024-06"), [""]);
    assert_eq!(asked(&library, "2024-06", "1.5"), "3");
}

/// An amendment that defines an indicator anew sets aside guidance as it does overlays.
#[test]
fn older_guidance_does_not_outlive_a_new_definition() {
    let guidance =
        layer("hd", "guidance", "2022-03-01", "[[indicator]]\nid = \"1.1\"\nat_least = 95\n");
    let open = layer(
        "sd",
        "amendment",
        "2023-01-01",
        "[[indicator]]\nid = \"1.1\"\nundetermined = true\n",
    );
    // It asks for less than the guidance did, of what the guidance is no longer about.
    let filled =
        layer("hd2", "guidance", "2023-02-01", "[[indicator]]\nid = \"1.1\"\nat_least = 50\n");
    let library = load([guidance, open, filled]);
    for (period, share) in [("2022-12", "95"), ("2023-01", ""), ("2023-02", "50")] {
        assert_eq!(asked(&library, period, "1.1"), share, "{period}");
    }
}

/// Leave not to have something can be taken back, and then no province gives it again.
#[test]
fn an_excuse_that_was_taken_back_is_not_given_again() {
    let excused =
        |library: &Library, period: &str| resolved(library, period, ("A", "22"), "1.8").if_present;
    let taken =
        layer("sd", "amendment", "2023-01-01", "[[indicator]]\nid = \"1.8\"\nif_present = false\n");
    let library = load([taken.clone()]);
    assert!(excused(&library, "2022-12") && !excused(&library, "2023-01"));
    let given = overlay("qd", "2022-03-01", "[[indicator]]\nid = \"1.8\"\nif_present = true\n");
    one_fault(&refused([taken, given]), "laxer-than-base", "`sd`");
    let given = overlay("qd", "2022-03-01", "[[indicator]]\nid = \"1.5\"\nif_present = true\n");
    assert!(resolved(&load([given]), "2022-05", ("A", "22"), "1.5").if_present);
}

/// The order of files is no part of the law.
#[test]
fn layers_are_laid_alike_in_whatever_order_they_come() {
    let block = |share: u8| format!("[[indicator]]\nid = \"1.1\"\nat_least = {share}\n");
    let mut all = vec![
        overlay("qd1", "2022-03-01", &block(95)),
        overlay("qd2", "2023-01-01", &block(90)),
        layer("hd", "guidance", "2022-06-01..2023-12-31", &block(85)),
        layer("hd2", "22 guidance", "2023-06-01", &block(91)),
        layer("sd", "amendment", "2024-01-01", &block(88)),
        base(),
    ];
    let law = |all: &[Source]| {
        let library = library_with(all.to_vec()).unwrap();
        ["2022-05", "2022-07", "2023-02", "2023-07", "2024-02"].map(|p| asked(&library, p, "1.1"))
    };
    let first = law(&all);
    assert_eq!(first, ["95", "95", "90", "91", "91"]);
    for _ in 0..all.len() {
        all.rotate_left(1);
        assert_eq!(law(&all), first);
    }
    all.reverse();
    assert_eq!(law(&all), first);
}
