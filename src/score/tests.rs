//! Tables: values, thresholds and what follows from them.

use super::*;
use crate::intake::Ratio;
use crate::law::{Confidence, Counts, IndicatorId, IndicatorTerms, Measure, Threshold};

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

fn requirement(op: Op, threshold: Option<Value>, whole: Option<bool>) -> Requirement {
    let basis = "1/QĐ, 1.1".to_owned();
    Requirement {
        part: String::new(),
        measure: Measure::Share,
        unit: "%".to_owned(),
        op,
        counts: whole.map(|whole| Counts { what: "hộ".to_owned(), whole }),
        plausible: None,
        threshold: threshold.map(|value| Threshold {
            value,
            confidence: Confidence::Assumed,
            basis: basis.clone(),
            readings: Vec::new(),
        }),
        basis,
    }
}

fn number(text: &str) -> Option<Value> {
    Some(Value::Number(exact(text)))
}

fn seen(value: Option<Value>) -> Observation {
    value.map_or(Observation::Nothing, Observation::Value)
}

fn ratio(numerator: &str, denominator: &str) -> Observation {
    Observation::Ratio(Ratio { numerator: exact(numerator), denominator: exact(denominator) })
}

/// Scores a share as value or `numerator/denominator` against `op threshold`.
fn share(cell: &str, condition: &str, whole: bool) -> (Requirement, PartScore) {
    let (op, threshold) = match condition.split_once(' ').unwrap() {
        (">=", t) => (Op::AtLeast, t),
        (_, t) => (Op::AtMost, t),
    };
    let observation = match cell.split_once('/') {
        Some((numerator, denominator)) => ratio(numerator, denominator),
        None => seen(number(cell)),
    };
    let requirement = requirement(op, number(threshold), Some(whole));
    let score = part(&requirement, observation, &[]);
    (requirement, score)
}

#[test]
fn comparisons_are_exact_at_the_border() {
    for (cell, condition, met) in [
        ("80", ">= 80", true),
        ("79.999999", ">= 80", false),
        ("80/100", ">= 80", true),
        ("799/1000", ">= 80", false),
        ("1/3", ">= 33.333333", true),
        ("1/3", ">= 33.333334", false),
        ("1/3", "<= 33.333333", false),
        ("1/3", "<= 33.333334", true),
        ("0", "<= 0", true),
        ("0/10", "<= 0", true),
        ("1/1000000", "<= 0", false),
        ("0", ">= 0", true),
        ("2/3", ">= 66.666666666666666666666666", true),
        ("2/3", ">= 66.666666666666666666666667", false),
    ] {
        assert_eq!(share(cell, condition, true).1.met, met, "{cell} {condition}");
    }
}

#[test]
fn attainment_gap_and_shortfall_follow_the_contract() {
    // cell, condition, whole; attainment, gap, shortfall
    for (cell, condition, whole, attainment, gap, shortfall) in [
        ("19/20", ">= 100", false, "0.95", "5", Some("1")),
        ("18.8/22.4", ">= 90", false, "0.93254", "6.071429", Some("1.36")),
        ("250/360", ">= 70", true, "0.992063", "0.555556", Some("2")),
        ("60", ">= 80", true, "0.75", "20", None),
        ("8/517", "<= 1.5", true, "0.969375", "0.047389", Some("1")),
        ("3/10", "<= 0", true, "0", "30", Some("3")),
        ("2.55/10", "<= 20", false, "0.784314", "5.5", Some("0.55")),
        ("80", ">= 80", true, "1", "0", None),
        ("9/10", ">= 90", true, "1", "0", None),
        ("0/10", ">= 90", true, "0", "90", Some("9")),
    ] {
        let (law, score) = share(cell, condition, whole);
        let told = format!("{cell} {condition}");
        assert_eq!(score.attainment.to_string(), attainment, "{told}");
        assert_eq!(score.gap(&law).unwrap().to_string(), gap, "{told}");
        assert_eq!(
            score.shortfall(&law).map(|s| s.amount.to_string()).as_deref(),
            shortfall,
            "{told}"
        );
    }
}

/// What is needed, on pages and for machines, never leads anywhere but to a pass.
#[test]
fn a_shortfall_is_rounded_up_and_suffices() {
    for (cell, condition, whole, shortfall) in [
        // 18,8 of 22,9678 km at 90% lack 1,87102.
        ("18.8/22.9678", ">= 90", false, Some("1.87102")),
        ("1/3", ">= 33.3333334", false, Some("0.000001")),
        ("2/3", "<= 66.6666666", false, Some("0.000001")),
        ("11.1/12.3333333333333", ">= 100", false, Some("1.233334")),
        // No numerator passes.
        ("9/10", ">= 110", true, None),
        ("9/10", ">= 110", false, None),
    ] {
        let (law, score) = share(cell, condition, whole);
        let amount = score.shortfall(&law).map(|shortfall| shortfall.amount.in_full());
        assert_eq!(amount.as_deref(), shortfall, "{cell} {condition}");
    }
}

proptest::proptest! {
    #[test]
    fn an_amount_applied_passes_and_less_does_not(
        below in 1_i128..10_000_000,
        share_of in 0_i128..=1000,
        threshold in 0_i128..=1_000_000,
        decimals in 0_usize..=7,
        (whole, at_most) in proptest::prelude::any::<(bool, bool)>(),
    ) {
        let decimals = if whole { 0 } else { decimals };
        let denominator = Exact::decimal(below, decimals).unwrap();
        let numerator = Exact::decimal(below * share_of / 1000, decimals).unwrap();
        let op = if at_most { Op::AtMost } else { Op::AtLeast };
        let threshold = Value::Number(Exact::decimal(threshold, 4).unwrap());
        let requirement = requirement(op, Some(threshold), Some(whole));
        let judge = |numerator: Exact| {
            let ratio = Ratio { numerator, denominator: denominator.clone() };
            part(&requirement, Observation::Ratio(ratio), &[])
        };
        let score = judge(numerator.clone());
        let shortfall = score.shortfall(&requirement);
        proptest::prop_assert_eq!(shortfall.is_some(), !score.met);
        if let Some(Shortfall { amount, .. }) = shortfall {
            let moved = |by: &Exact| if at_most { &numerator - by } else { &numerator + by };
            let there = moved(&amount);
            // Six decimals of a number with more may lead past the end: pages never do.
            let fits = there >= Exact::ZERO && there <= denominator;
            proptest::prop_assert!(judge(there).met && (fits || decimals > 6));
            let unit = if whole { Exact::ONE } else { Exact::decimal(1, 6).unwrap() };
            proptest::prop_assert!(!judge(moved(&(&amount - &unit))).met);
            // What a page says of it passes too.
            let page = moved(&need_on_page(&score, &requirement));
            proptest::prop_assert!(page >= Exact::ZERO && page <= denominator && judge(page).met);
        }
    }

    #[test]
    fn a_need_of_a_plain_number_applied_passes(
        value in 0_i128..100_000_000,
        threshold in 0_i128..100_000_000,
        (count, at_most) in proptest::prelude::any::<(bool, bool)>(),
    ) {
        let op = if at_most { Op::AtMost } else { Op::AtLeast };
        let threshold = Value::Number(Exact::decimal(threshold, 5).unwrap());
        let measure = if count { Measure::Count } else { Measure::Number };
        let requirement = Requirement { measure, ..requirement(op, Some(threshold), None) };
        let value = Exact::decimal(value, if count { 0 } else { 5 }).unwrap();
        let judge = |value| part(&requirement, Observation::Value(Value::Number(value)), &[]);
        let score = judge(value.clone());
        proptest::prop_assert_eq!(score.need(&requirement).is_some(), !score.met);
        if !score.met {
            let page = need_on_page(&score, &requirement);
            proptest::prop_assert!(!page.is_zero() && (!count || page.is_whole()));
            let there = if at_most { &value - &page } else { &value + &page };
            proptest::prop_assert!(judge(there).met);
        }
    }
}

/// What a page says is needed.
fn need_on_page(score: &PartScore, requirement: &Requirement) -> Exact {
    use crate::text::{Figure, Lang, Words};
    let need = score.need(requirement).unwrap();
    let page = Figure::rounded_up(&need.amount, need.room.as_ref()).words(Lang::En);
    exact(&page.replace(',', ""))
}

#[test]
fn yes_no_and_grades_have_no_gap() {
    let grades = ["trung bình", "khá", "tốt"].map(str::to_owned);
    let yes = requirement(Op::Equals, Some(Value::YesNo(true)), None);
    let khá = requirement(Op::AtLeast, Some(Value::Grade(1)), None);
    for (requirement, value, met, attainment) in [
        (&yes, Value::YesNo(true), true, "1"),
        (&yes, Value::YesNo(false), false, "0"),
        (&khá, Value::Grade(0), false, "0.5"),
        (&khá, Value::Grade(1), true, "1"),
        (&khá, Value::Grade(2), true, "1"),
    ] {
        let score = part(requirement, seen(Some(value)), &grades);
        assert_eq!(score.met, met);
        assert_eq!(score.attainment.to_string(), attainment);
        assert_eq!((score.gap(requirement), score.shortfall(requirement)), (None, None));
    }
}

#[test]
fn without_value_or_threshold_nothing_is_met_and_nothing_computed() {
    for (threshold, value) in [(number("80"), None), (None, number("95")), (None, None)] {
        let requirement = requirement(Op::AtLeast, threshold, Some(true));
        let score = part(&requirement, seen(value), &[]);
        assert!(!score.met);
        assert_eq!(score.attainment, Exact::ZERO);
        assert_eq!((score.gap(&requirement), score.shortfall(&requirement)), (None, None));
    }
}

/// An indicator with a part for each threshold, and what was seen of each.
fn status(thresholds: &[Option<&str>], values: &[Option<Observation>]) -> (Status, String) {
    let require = thresholds.iter().map(|t| requirement(Op::AtLeast, t.and_then(number), None));
    let terms = IndicatorTerms {
        id: IndicatorId { criterion: 1, number: 1 },
        name: String::new(),
        unit: "%".to_owned(),
        measure: Measure::Share,
        grades: Vec::new(),
        if_present: true,
        delegated: false,
        negative: false,
        same_as: None,
        named: None,
        redefined: false,
        titles: Vec::new(),
        note: None,
    };
    let require = require.collect();
    let indicator =
        ResolvedIndicator { terms, require, first_part: 0, check_part: None, within: None };
    let pairs = indicator.require.iter().zip(values.to_vec());
    let parts = pairs.map(|(law, seen)| part(law, seen.unwrap_or_default(), &[]));
    let score = judge(&indicator, &parts.collect::<Vec<_>>());
    (score.status, score.attainment.to_string())
}

#[test]
fn the_first_status_that_holds_decides() {
    let value = |text: &str| Some(seen(number(text)));
    let none = || Some(seen(None));
    let kad = || Some(Observation::NotApplicable);
    let both = [Some("70"), Some("70")];
    for (thresholds, values, expected, attainment) in [
        (both, [value("70"), value("71")], Status::Met, "1"),
        (both, [value("70"), value("35")], Status::NotMet, "0.5"),
        (both, [value("35"), None], Status::NotMet, "0"),
        (both, [value("70"), None], Status::Missing, "0"),
        (both, [value("70"), none()], Status::Missing, "0"),
        (both, [None, None], Status::Missing, "0"),
        ([Some("70"), None], [value("70"), value("99")], Status::Undetermined, "0"),
        ([Some("70"), None], [value("69"), value("99")], Status::NotMet, "0"),
        ([Some("70"), None], [None, None], Status::Undetermined, "0"),
        ([None, None], [value("70"), value("99")], Status::Undetermined, "0"),
        (both, [kad(), kad()], Status::NotApplicable, "1"),
        ([None, None], [kad(), kad()], Status::NotApplicable, "1"),
        (both, [kad(), value("70")], Status::Met, "1"),
        (both, [kad(), value("35")], Status::NotMet, "0.5"),
    ] {
        let told = format!("{thresholds:?} {values:?}");
        assert_eq!(status(&thresholds, &values), (expected, attainment.to_owned()), "{told}");
    }
}
