//! What the loader refuses, and what layers do: contract 2, rule by rule.

use crate::common::{codes, edited, library, library_with, own_set};
use ntm::exact::Exact;
use ntm::law::{
    CommuneProfile, Confidence, IndicatorId, Level, Library, Origin, ResolvedIndicator, Value,
};
use ntm::period::Period;
use ntm::problem::Problem;
use ntm::text::Lang;

const OVERLAY: &str = "qd-1246-2022-quang-ninh-ntm";
const BASE: &str = "qd-318-2022-ntm";

fn indicator(library: &Library, id: &str, period: &str, region: &str) -> ResolvedIndicator {
    let case = CommuneProfile {
        region: Some(region.into()),
        province: Some("22".into()),
        ..CommuneProfile::default()
    };
    let law = library.resolve(Level::Ntm, Period::parse(period).unwrap(), &case).unwrap();
    law.indicators[law.position(IndicatorId::parse(id).unwrap()).unwrap()].clone()
}

fn threshold(library: &Library, id: &str, period: &str, region: &str) -> Option<Value> {
    let indicator = indicator(library, id, period, region);
    indicator.require[0].threshold.as_ref().map(|t| t.value.clone())
}

fn number(text: &str) -> Option<Value> {
    Some(Value::Number(Exact::parse(text).unwrap()))
}

/// The overlay with more blocks at its end.
fn overlay_with(block: &str) -> Result<Library, Vec<Problem>> {
    library_with([edited(OVERLAY, |text| format!("{text}\n{block}\n"))])
}

/// The problems of the overlay with more blocks.
fn refused(block: &str) -> Vec<Problem> {
    overlay_with(block).expect_err(block)
}

#[test]
fn an_own_file_of_the_same_id_replaces_the_built_in_one() {
    let own = edited(OVERLAY, |text| text.replacen("at_least = 100", "at_least = 95", 1));
    let library = library_with([own]).unwrap();
    assert_eq!(threshold(&library, "2.1", "2022-05", "DBSH"), number("95"));
    let (_, layer) = library.layer(OVERLAY).unwrap();
    assert_eq!(layer.origin, Origin::File);
    assert_ne!(layer.sha256, crate::common::library().layer(OVERLAY).unwrap().1.sha256);
}

#[test]
fn the_law_is_as_in_force_on_the_last_day_of_the_month() {
    let own = edited(OVERLAY, |t| t.replace("in_force = 2022-05-11", "in_force = 2022-05-31"));
    assert!(threshold(&library_with([own]).unwrap(), "2.1", "2022-05", "DBSH").is_some());
    let own = edited(OVERLAY, |t| t.replace("in_force = 2022-05-11", "in_force = 2022-06-01"));
    assert!(threshold(&library_with([own]).unwrap(), "2.1", "2022-05", "DBSH").is_none());
}

#[test]
fn an_overlay_may_raise_but_not_lower() {
    let library = overlay_with("[[indicator]]\nid = \"9.2\"\nat_least = { DBSH = 95 }").unwrap();
    assert_eq!(threshold(&library, "9.2", "2022-06", "DBSH"), number("95"));
    assert_eq!(threshold(&library, "9.2", "2022-06", "BTB"), number("80"));
    for lax in [
        "[[indicator]]\nid = \"9.2\"\nat_least = { DBSH = 89.99 }",
        "[[indicator]]\nid = \"11.1\"\nat_most = { DBSH = 1.51 }",
        "[[indicator]]\nid = \"9.1\"\nat_most = 1",
        "[[indicator]]\nid = \"12.1\"\n[[indicator.part]]\npart = \"nữ\"\nat_least = { DBSH = 74 }",
        "[[indicator]]\nid = \"10.1\"\n[[indicator.year]]\nyear = 2024\nat_least = { DBSH = 58 }",
        "[[indicator]]\nid = \"10.1\"\nat_least = { DBSH = 56 }",
        "[[indicator]]\nid = \"4.2\"\nat_least = { TDMNPB = 94 }",
        "[[indicator]]\nid = \"4.2\"\nat_least = { DNB = 98 }",
    ] {
        let problems = refused(lax);
        assert_eq!(problems[0].code.as_str(), "laxer-than-base", "{lax}");
    }
    let own = edited("qd-1246-2022-quang-ninh-nang-cao", |text| {
        format!("{text}\n[[indicator]]\nid = \"5.5\"\nat_least = \"trung bình\"\n")
    });
    let problems = library_with([own]).unwrap_err();
    assert_eq!(problems[0].code.as_str(), "laxer-than-base");
}

#[test]
fn one_value_for_all_columns_is_held_against_every_column() {
    let problems = refused("[[indicator]]\nid = \"9.2\"\nat_least = 85");
    // One value, one fault: laxer in DBSH and DNB, which ask for 90.
    assert_eq!(problems.len(), 1, "{problems:?}");
    let message = problems[0].message.get(Lang::En);
    assert!(message.contains("DBSH >= 90") && message.contains("DNB >= 90"), "{message}");
    assert!(!message.contains("TDMNPB"), "{message}");
}

#[test]
fn a_layer_leaves_nothing_delegated_open_without_saying_so() {
    let without = |text: &str| text.split("# Tỷ lệ đường trục").next().unwrap().to_owned();
    let problems = library_with([edited(OVERLAY, without)]).unwrap_err();
    assert_eq!(codes(&problems)[0].0, "delegated-open");
    let said =
        |text: &str| format!("{}\n[[indicator]]\nid = \"2.4\"\nopen = true\n", without(text));
    let library = library_with([edited(OVERLAY, said)]).unwrap();
    assert_eq!(threshold(&library, "2.4", "2022-06", "DBSH"), None);
    let partly = |text: &str| {
        format!("{}\n[[indicator]]\nid = \"2.4\"\nat_least = {{ DBSH = 80 }}\n", without(text))
    };
    let problems = library_with([edited(OVERLAY, partly)]).unwrap_err();
    assert_eq!(codes(&problems)[0].0, "delegated-open");
}

#[test]
fn an_overlay_may_allow_not_applicable_on_its_own_basis() {
    let library = overlay_with("[[indicator]]\nid = \"7.1\"\nif_present = true").unwrap();
    assert!(indicator(&library, "7.1", "2022-06", "DBSH").if_present);
    assert!(!indicator(&library, "7.1", "2022-04", "DBSH").if_present);
}

#[test]
fn guidance_is_a_layer_that_need_not_speak_of_the_delegated() {
    let guidance = own_set(
        "hd-1-2022-bo",
        "title = \"Hướng dẫn\"\nkind = \"guidance\"\nbase = \"qd-318-2022-ntm\"\nlevel = \"ntm\"\n\
         [decision]\nnumber = \"1/HD\"\nissuer = \"Bộ\"\ndate = 2022-06-01\nin_force = 2022-06-01\n\
         [[indicator]]\nid = \"7.1\"\nif_present = true\n",
    );
    let library = library_with([guidance]).unwrap();
    assert!(indicator(&library, "7.1", "2022-06", "DBSH").if_present);
    assert_eq!(threshold(&library, "2.1", "2022-06", "DBSH"), number("100"));
}

#[test]
fn an_older_overlay_does_not_outlive_an_amendment_that_leaves_the_value_open() {
    let raise = "[[indicator]]\nid = \"17.1\"\n[[indicator.part]]\npart = \"chung\"\n\
                 at_least = { DBSH = 70 }\n";
    let library = overlay_with(raise).unwrap();
    assert_eq!(threshold(&library, "17.1", "2024-02", "DBSH"), number("70"));
    assert_eq!(threshold(&library, "17.1", "2024-03", "DBSH"), None);
    let redefined = "[[indicator]]\nid = \"15.4\"\nat_least = 75\n";
    let library = overlay_with(redefined).unwrap();
    assert_eq!(threshold(&library, "15.4", "2024-02", "DBSH"), number("75"));
    assert_eq!(threshold(&library, "15.4", "2024-03", "DBSH"), Some(Value::YesNo(true)));
}

#[test]
fn a_later_amendment_that_asks_for_more_refuses_the_overlay() {
    let amendment = own_set(
        "qd-9-2023-ntm",
        "title = \"Sửa đổi\"\nkind = \"amendment\"\nbase = \"qd-318-2022-ntm\"\nlevel = \"ntm\"\n\
         [decision]\nnumber = \"9/QĐ\"\nissuer = \"TTg\"\ndate = 2023-01-01\nin_force = 2023-01-01\n\
         [defaults]\nconfidence = \"assumed\"\n[[indicator]]\nid = \"9.2\"\nat_least = 97\n",
    );
    let raise = edited(OVERLAY, |t| {
        format!("{t}\n[[indicator]]\nid = \"9.2\"\nat_least = {{ DBSH = 95 }}\n")
    });
    let problems = library_with([amendment.clone(), raise]).unwrap_err();
    assert_eq!(codes(&problems)[0].0, "laxer-than-base");
    assert!(problems[0].message.get(Lang::Vi).contains("2023-01-01"));
    let library = library_with([amendment]).unwrap();
    assert_eq!(threshold(&library, "9.2", "2022-12", "DBSH"), number("90"));
    assert_eq!(threshold(&library, "9.2", "2023-01", "DBSH"), number("97"));
}

#[test]
fn a_confirmation_holds_for_the_value_it_confirms_only() {
    let confirm = |value: &str| {
        overlay_with(&format!(
            "[[indicator]]\nid = \"9.2\"\nat_least = {{ DBSH = 95 }}\nconfirmed = {{ value = {value}, \
             op = \">=\", unit = \"%\", id = \"9.2\", counts = \"hộ\", \
             indicator = \"Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố\", by = \"Nguyễn Văn A\", on = 2022-06-15, text = \"bản giấy\" }}"
        ))
        .unwrap()
    };
    let confidence = |library: &Library| {
        let indicator = indicator(library, "9.2", "2022-06", "DBSH");
        indicator.require[0].threshold.as_ref().unwrap().confidence
    };
    let library = confirm("95");
    assert_eq!(confidence(&library), Confidence::Confirmed);
    assert!(library.warnings.is_empty());
    let library = confirm("96");
    assert_eq!(confidence(&library), Confidence::Assumed);
    assert_eq!(codes(&library.warnings)[0].0, "void-confirmation");
}

#[test]
fn confirmed_cannot_be_claimed_without_who_when_and_what() {
    let problems = refused(
        "[[indicator]]\nid = \"9.2\"\nat_least = { DBSH = 95 }\nconfidence = \"confirmed\"",
    );
    assert_eq!(codes(&problems)[0].0, "bad-value");
    let problems = refused(
        "[[indicator]]\nid = \"9.2\"\nat_least = { DBSH = 95 }\nconfirmed = { value = 95 }",
    );
    let missing: Vec<&str> = problems.iter().map(|p| p.code.as_str()).collect();
    assert_eq!(missing, ["missing-key"; 3]);
}

#[test]
fn each_fault_of_a_base_set_is_refused_at_its_place() {
    let parts: Vec<String> = (0..201).map(|number| format!("\"{number}\"")).collect();
    for (from, to, code) in [
        ("measure = \"share\"", "measure = \"shares\"", "bad-value"),
        ("name = \"Quy hoạch\"", "nam = \"Quy hoạch\"", "missing-key"),
        ("counts = \"ha\"\n", "", "missing-key"),
        ("unit = \"nhà\"\n", "", "missing-unit"),
        ("issuer = \"Thủ tướng Chính phủ\"\n", "", "missing-basis"),
        ("at_most = 0", "at_most = nan", "bad-value"),
        ("at_most = 0", "at_most = inf", "bad-value"),
        ("at_most = 0", "at_most = -1", "bad-value"),
        ("at_most = 0", "at_most = 0.5", "bad-value"),
        ("at_most = 0", "at_most = 1e3", "bad-value"),
        ("at_most = 0", "at_most = 0\n  at_least = 0", "two-values"),
        ("at_least = 80", "at_least = 180", "bad-value"),
        ("at_least = 80", "", "missing-key"),
        ("common = 98, TDMNPB = 95, ", "common = 98, ", "missing-key"),
        ("common = 98, TDMNPB = 95,", "common = 98, TDMNPB = 95, XYZ = 1,", "unknown-key"),
        ("year = 2023", "year = 2022", "two-values"),
        ("id = \"1.2\"", "id = \"1.1\"", "two-values"),
        ("id = \"1.2\"", "id = \"2.9\"", "bad-value"),
        ("id = \"1.2\"", "id = \"1,2\"", "bad-value"),
        ("kind = \"base\"", "kind = \"bse\"", "bad-value"),
        ("until = 2025-12-31", "until = 2021-12-31", "bad-value"),
        ("title = ", "title == ", "bad-toml"),
        ("at_most = 0", &format!("at_most = 0\n  parts = [{}]", parts.join(", ")), "bad-value"),
    ] {
        let own = edited(BASE, |text| text.replacen(from, to, 1));
        let line =
            own.text.lines().position(|l| !to.is_empty() && l.contains(to)).map(|l| l as u64 + 1);
        let problems = library_with([own]).expect_err(to);
        let own: Vec<_> =
            problems.iter().filter(|p| p.place.file.starts_with("tieu-chi")).collect();
        assert!(own.iter().any(|p| p.code.as_str() == code), "{from} → {to}: {own:#?}");
        assert!(own.iter().all(|p| p.place.line.is_some() && p.place.position.is_some()));
        assert!(own.iter().all(|p| p.excerpt.is_some()));
        if code == "bad-value" && line.is_some() {
            assert!(own.iter().any(|p| p.place.line == line), "{to}: {line:?} {own:#?}");
        }
    }
}

#[test]
fn each_fault_of_a_layer_is_refused() {
    for (block, code) in [
        ("[[indicator]]\nid = \"99.1\"\nat_least = 5", "unknown-indicator"),
        ("[[indicator]]\nid = \"2.1\"\nat_least = 100", "two-values"),
        ("[[indicator]]\nid = \"9.2\"\nat_most = 99", "bad-value"),
        ("[[indicator]]\nid = \"9.2\"\nname = \"Khác\"", "unknown-key"),
        ("[[indicator]]\nid = \"9.2\"\nundetermined = true", "unknown-key"),
        ("[[indicator]]\nid = \"9.2\"\nnamed = \"lĩnh vực\"", "unknown-key"),
        (
            "[[indicator]]\nid = \"12.1\"\n[[indicator.part]]\npart = \"trẻ\"\nat_least = 90",
            "unknown-part",
        ),
        ("[[indicator]]\nid = \"9.2\"\nat_leest = 99", "unknown-key"),
        ("[[indicator]]\nid = \"1.1\"\nat_least = 99", "bad-value"),
    ] {
        let problems = refused(block);
        assert_eq!(problems.len(), 1, "{block}: {problems:#?}");
        assert_eq!(problems[0].code.as_str(), code, "{block}");
    }
    let own = edited(OVERLAY, |t| t.replace("base = \"qd-318-2022-ntm\"", "base = \"qd-318-ntm\""));
    let problems = library_with([own]).unwrap_err();
    assert_eq!(codes(&problems)[0].0, "unknown-set");
    assert!(problems[0].hint.get(Lang::Vi).contains("qd-318-2022-ntm"));
    let own = edited(OVERLAY, |t| t.replace("level = \"ntm\"", "level = \"nang-cao\""));
    assert_eq!(codes(&library_with([own]).unwrap_err())[0].0, "bad-value");
    let own = edited(OVERLAY, |t| t.replace("province = \"22\"", ""));
    assert_eq!(codes(&library_with([own]).unwrap_err())[0].0, "missing-key");
}

#[test]
fn every_fault_of_a_file_is_told_in_one_run() {
    let own = edited(OVERLAY, |text| {
        text.replacen("at_least = 100", "at_least = 100\nthresold = 5", 1)
            .replacen("at_least = 90", "at_least = nan", 1)
            .replace("number = \"1246/QĐ-UBND\"", "")
            + "\n[[indicator]]\nid = \"99.1\"\n"
    });
    let problems = library_with([own]).unwrap_err();
    let found: Vec<&str> = problems.iter().map(|p| p.code.as_str()).collect();
    for code in ["unknown-key", "bad-value", "missing-basis", "unknown-indicator"] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
}

#[test]
fn two_layers_of_one_day_may_not_set_the_same_value() {
    let rival = own_set(
        "qd-2-2022-quang-ninh-ntm",
        "title = \"Khác\"\nkind = \"guidance\"\nbase = \"qd-318-2022-ntm\"\nlevel = \"ntm\"\n\
         province = \"22\"\n\
         [decision]\nnumber = \"2/QĐ\"\nissuer = \"UBND\"\ndate = 2022-05-11\nin_force = 2022-05-11\n\
         [defaults]\nconfidence = \"assumed\"\n[[indicator]]\nid = \"2.1\"\nat_least = 90\n",
    );
    assert_eq!(codes(&library_with([rival]).unwrap_err())[0].0, "two-values");
}

#[test]
fn no_set_is_in_force_outside_its_dates() {
    let library = library();
    for (level, period) in [
        (Level::Ntm, "2022-02"),
        (Level::Ntm, "2026-01"),
        (Level::KieuMau, "2022-02"),
        (Level::Recognition, "2022-07"),
    ] {
        let period = Period::parse(period).unwrap();
        assert!(library.resolve(level, period, &CommuneProfile::default()).is_err());
    }
    let last = Period::parse("2025-12").unwrap();
    assert!(library.resolve(Level::Ntm, last, &CommuneProfile::default()).is_ok());
}
