//! What layers may not do in silence, and what becomes of communes that no column
//! fits.

use crate::common::{codes, edited, library_with, own_set};
use ntm::law::{
    CommuneProfile, Confidence, IndicatorId, Level, Library, ResolvedIndicator, Source,
};
use ntm::period::Period;
use ntm::problem::Problem;

const OVERLAY: &str = "qd-1246-2022-quang-ninh-ntm";

const BASE: &str = "title = \"Bộ thử\"\nkind = \"base\"\nlevel = \"kieu-mau\"\ncolumns_by = \"group\"\n\
    columns = { \"1\" = \"Nhóm 1\", \"2\" = \"Nhóm 2\" }\n\
    [decision]\nnumber = \"1/QĐ\"\nissuer = \"TTg\"\ndate = 2022-01-01\nin_force = 2022-01-01\n\
    [[criterion]]\nno = 1\nname = \"Một\"\n\
    [[criterion.indicator]]\nid = \"1.1\"\nname = \"Tỷ lệ\"\nmeasure = \"share\"\ncounts = \"hộ\"\n\
    whole = true\nconfidence = \"assumed\"\nat_least = { common = 10, \"1\" = 90, \"2\" = 80 }\n\
    [[criterion.indicator]]\nid = \"1.2\"\nname = \"Không để xảy ra sự cố\"\nnegative = true\n\
    confidence = \"assumed\"\n";

fn base() -> Source {
    own_set("bo-thu", BASE)
}

/// A layer on the set of the tests.
fn layer(id: &str, kind: &str, from: &str, rest: &str) -> Source {
    let province = if kind == "overlay" { "province = \"22\"\n" } else { "" };
    own_set(
        id,
        &format!(
            "title = \"Lớp\"\nkind = \"{kind}\"\nbase = \"bo-thu\"\nlevel = \"kieu-mau\"\n{province}\
             [decision]\nnumber = \"{id}\"\nissuer = \"X\"\ndate = {from}\nin_force = {from}\n\
             [defaults]\nconfidence = \"assumed\"\n{rest}"
        ),
    )
}

fn resolve(library: &Library, case: &CommuneProfile, period: &str, id: &str) -> ResolvedIndicator {
    let period = Period::parse(period).unwrap();
    let level = if library.set("bo-thu").is_some() { Level::KieuMau } else { Level::Ntm };
    let law = library.resolve(level, period, case).unwrap();
    law.indicators[law.position(IndicatorId::parse(id).unwrap()).unwrap()].clone()
}

fn refused(own: impl IntoIterator<Item = Source>) -> Vec<Problem> {
    library_with(own).expect_err("these files are wrong")
}

#[test]
fn the_common_column_decides_no_communes_verdict() {
    let library = library_with([base()]).unwrap();
    let group = |group: Option<&str>| CommuneProfile {
        region: Some("DBSH".into()),
        group: group.map(Into::into),
        ..CommuneProfile::default()
    };
    let threshold = |case: &CommuneProfile| {
        resolve(&library, case, "2022-05", "1.1").require[0].threshold.clone()
    };
    assert!(threshold(&group(Some("1"))).is_some());
    assert_eq!(threshold(&group(None)), None);
    assert_eq!(threshold(&group(Some("7"))), None);
    assert!(
        threshold(&CommuneProfile::default()).is_some(),
        "for nobody in particular the common column"
    );
}

#[test]
fn a_redefinition_keeps_the_flags_that_it_does_not_lift() {
    let again = "[[indicator]]\nid = \"1.2\"\nmeasure = \"yes_no\"\n";
    let negative = |more: &str| {
        let amendment = layer("sd", "amendment", "2023-01-01", &format!("{again}{more}"));
        let library = library_with([base(), amendment]).unwrap();
        resolve(&library, &CommuneProfile::default(), "2023-05", "1.2").negative
    };
    assert!(negative(""));
    assert!(!negative("negative = false\n"));
}

#[test]
fn a_key_without_effect_is_refused_in_a_layer() {
    for (kind, block) in [
        ("amendment", "[[indicator]]\nid = \"1.1\"\nunit = \"%\"\n"),
        ("amendment", "[[indicator]]\nid = \"1.1\"\nnegative = true\n"),
        ("guidance", "[[indicator]]\nid = \"1.1\"\ndelegated = true\n"),
    ] {
        let problems = refused([base(), layer("lop", kind, "2023-01-01", block)]);
        assert_eq!(codes(&problems)[0].0, "unknown-key", "{block}");
    }
    let part = edited(OVERLAY, |text| {
        format!(
            "{text}\n[[indicator]]\nid = \"12.1\"\n[[indicator.part]]\npart = \"nữ\"\n\
             measure = \"count\"\nat_least = 80\n"
        )
    });
    assert!(codes(&refused([part])).iter().any(|(code, _)| *code == "unknown-key"));
}

#[test]
fn an_overlay_without_end_is_held_against_every_year() {
    let by_year = BASE.replace(
        "at_least = { common = 10, \"1\" = 90, \"2\" = 80 }",
        "at_least = 50\n[[criterion.indicator.year]]\nyear = 2024\nat_least = 90\n",
    );
    let lax =
        layer("tinh", "overlay", "2022-02-01", "[[indicator]]\nid = \"1.1\"\nat_least = 60\n");
    let problems = refused([own_set("bo-thu", &by_year), lax]);
    assert_eq!(codes(&problems)[0].0, "laxer-than-base");
}

#[test]
fn an_overlay_is_held_against_guidance_for_the_whole_country() {
    let guidance =
        layer("hd", "guidance", "2022-02-01", "[[indicator]]\nid = \"1.1\"\nat_least = 95\n");
    let lax =
        layer("tinh", "overlay", "2022-03-01", "[[indicator]]\nid = \"1.1\"\nat_least = 92\n");
    assert_eq!(codes(&refused([base(), guidance, lax]))[0].0, "laxer-than-base");
}

#[test]
fn a_delegated_value_of_one_year_leaves_the_others_open() {
    let delegated = BASE
        .replace("at_least = { common = 10, \"1\" = 90, \"2\" = 80 }", "delegated = true")
        .replace("in_force = 2022-01-01", "in_force = 2022-01-01\nuntil = 2025-12-31");
    let one_year = "[[indicator]]\nid = \"1.1\"\n[[indicator.year]]\nyear = 2022\nat_least = 80\n";
    let problems =
        refused([own_set("bo-thu", &delegated), layer("tinh", "overlay", "2022-02-01", one_year)]);
    assert_eq!(codes(&problems)[0].0, "delegated-open");
}

#[test]
fn open_beside_a_value_or_for_what_is_not_delegated_is_refused() {
    let with = |block: &str| edited(OVERLAY, |text| format!("{text}{block}"));
    assert_eq!(codes(&refused([with("open = true\n")]))[0].0, "two-values");
    let not_delegated = with("\n[[indicator]]\nid = \"9.2\"\nopen = true\n");
    assert_eq!(codes(&refused([not_delegated]))[0].0, "two-values");
}

#[test]
fn the_clash_of_two_layers_does_not_depend_on_their_names() {
    let block = "[[indicator]]\nid = \"1.1\"\nat_least = 95\n";
    for (national, provincial) in [("aa", "zz"), ("zz", "aa")] {
        let problems = refused([
            base(),
            layer(national, "guidance", "2022-03-01", block),
            layer(provincial, "overlay", "2022-03-01", block),
        ]);
        assert_eq!(codes(&problems)[0].0, "two-values", "{national} {provincial}");
    }
}

#[test]
fn two_files_of_one_id_are_refused() {
    let other = Source { name: "khac/bo-thu.toml".to_owned(), ..base() };
    assert_eq!(codes(&refused([base(), other]))[0].0, "two-values");
}

#[test]
fn confidence_is_taken_from_part_then_indicator_then_defaults() {
    let with = |rest: &str| {
        let own = edited("qd-318-2022-ntm", |text| {
            let old = "  parts = [\"nam\", \"nữ\"]\n  at_least = { common = 70";
            assert!(text.contains(old));
            text.replacen(old, &format!("{rest}  at_least = {{ common = 70"), 1)
        });
        library_with([own])
    };
    let parts = "  confidence = \"unconfirmed\"\n  part = [{ part = \"nam\" }, { part = \"nữ\", confidence = \"assumed\" }]\n";
    // The indicator states `assumed` already: only one of the two lines may stay.
    let problems = with(parts).unwrap_err();
    assert_eq!(codes(&problems)[0].0, "bad-toml");
    let parts = "  part = [{ part = \"nam\", confidence = \"unconfirmed\" }, { part = \"nữ\" }]\n";
    let library = with(parts).unwrap();
    let case = CommuneProfile { region: Some("DBSH".into()), ..CommuneProfile::default() };
    let indicator = resolve(&library, &case, "2022-05", "12.1");
    let confidence = |place: usize| indicator.require[place].threshold.as_ref().unwrap().confidence;
    assert_eq!((confidence(0), confidence(1)), (Confidence::Unconfirmed, Confidence::Assumed));
}

#[test]
fn a_confidence_or_confirmation_of_an_unknown_column_is_refused() {
    for line in [
        "confidence_of = { XYZ = \"assumed\" }",
        "confirmed = { value = { XYZ = 100 }, by = \"A\", on = 2022-06-15, text = \"B\" }",
    ] {
        let own = edited(OVERLAY, |text| {
            text.replacen("at_least = 100", &format!("at_least = 100\n{line}"), 1)
        });
        assert_eq!(codes(&refused([own]))[0].0, "unknown-key", "{line}");
    }
}

#[test]
fn a_province_is_a_code_not_a_name() {
    let own =
        edited(OVERLAY, |text| text.replace("province = \"22\"", "province = \"Quảng Ninh\""));
    assert_eq!(codes(&refused([own]))[0].0, "bad-value");
}

#[test]
fn a_grade_that_is_laxer_is_told_with_the_grade_that_is_asked_for() {
    let lax = edited("qd-1246-2022-quang-ninh-nang-cao", |text| {
        format!("{text}\n[[indicator]]\nid = \"3.6\"\nat_least = \"trung bình\"\n")
    });
    let problems = refused([lax]);
    assert_eq!(codes(&problems)[0].0, "laxer-than-base");
    let message = problems[0].message.get(ntm::text::Lang::Vi);
    assert!(message.contains("DBSH >= khá (2022-05-11)"), "{message}");
}
