//! Sets of which it is not known which applies, years in which nothing applies, and the
//! line that is at fault.

use ntm::problem::Problem;

use crate::common::{codes, edited, library_with, own_set};
use crate::office::{Office, Run};

fn base(id: &str) -> ntm::law::Source {
    let own = edited("qd-318-2022-ntm", |text| text.replacen("318/QĐ-TTg", "319/QĐ-TTg", 1));
    ntm::law::Source { id: id.to_owned(), name: format!("tieu-chi/{id}.toml"), ..own }
}

#[test]
fn two_base_sets_of_one_level_from_one_day_are_refused() {
    let problems = library_with([base("mot"), base("hai")]).unwrap_err();
    let [one] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(one.code.as_str(), "two-values");
    let told = format!("{} {}", one.place.file, one.message.get(ntm::text::Lang::Vi));
    assert!(told.contains("tieu-chi/mot.toml") && told.contains("tieu-chi/hai.toml"), "{told}");
    // One's own goes before a built-in one.
    assert!(library_with([base("mot")]).is_ok());
    // From another day both may be there.
    let mut later = base("hai");
    later.text = later.text.replacen("in_force = 2022-03-08", "in_force = 2022-04-08", 1);
    assert!(library_with([base("mot"), later]).is_ok(), "{:?}", library_with([base("mot")]));
}

/// An overlay of 99 over 318, with years of an indicator.
fn overlay(years: &str) -> Result<(), Vec<Problem>> {
    let text = edited("qd-1246-2022-quang-ninh-ntm", |text| {
        let text = text.replace("province = \"22\"", "province = \"99\"");
        format!(
            "{text}\n[[indicator]]\nid = \"9.2\"\nbasis = \"9.2\"\nconfidence = \"assumed\"\n{years}"
        )
    });
    library_with([own_set("tinh", &text.text)]).map(drop)
}

#[test]
fn a_year_outside_the_time_in_force_is_refused() {
    let year = |year: &str| {
        overlay(&format!("at_least = 95\n[[indicator.year]]\nyear = {year}\nat_least = 96\n"))
    };
    assert_eq!(year("2024"), Ok(()));
    // A decision that begins within its first year, or was ended early, names its years.
    let both = |one: &str, other: &str| {
        let other = format!("[[indicator.year]]\nyear = {other}\nat_least = 96\n");
        overlay(&format!("[[indicator.year]]\nyear = {one}\nat_least = 96\n{other}"))
    };
    assert_eq!((both("2021", "2022"), both("2025", "2026")), (Ok(()), Ok(())));
    assert!(both("2024", "2026").is_err());
    for wrong in ["20244", "224", "2021", "2031", "-2024"] {
        let problems = year(wrong).unwrap_err();
        assert_eq!(codes(&problems).len(), 1, "{wrong}: {problems:?}");
        let told = problems[0].message.get(ntm::text::Lang::Vi);
        assert!(problems[0].code.as_str() == "bad-value" && told.contains(wrong), "{told}");
    }
}

#[test]
fn only_the_laxer_year_is_at_fault() {
    let years = "at_least = 95\n[[indicator.year]]\nyear = 2024\nat_least = 70\n";
    let problems = overlay(years).unwrap_err();
    let [one] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(one.code.as_str(), "laxer-than-base");
    assert_eq!(one.excerpt.as_ref().unwrap().line, "at_least = 70");
    // And of all years the value for all.
    let years = "at_least = 70\n[[indicator.year]]\nyear = 2024\nat_least = 95\n";
    let problems = overlay(years).unwrap_err();
    let [one] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(one.excerpt.as_ref().unwrap().line, "at_least = 70");
}

fn show(province: &str) -> Run {
    let case = format!("--region DBSH --province '{province}'");
    let set = "criteria show qd-318-2022-ntm --period 2022-12";
    Office::project().run(&format!("{set} {case} --format json"))
}

#[test]
fn a_province_is_named_by_its_code() {
    for wrong in ["022", "Quảng Ninh", "2", "", "QN"] {
        let refused = show(wrong).assert_code(2);
        assert!(refused.bytes().is_empty());
        let told = refused.stderr();
        assert!(told.contains("22 (UBND tỉnh Quảng Ninh)"), "{told}");
    }
    assert_eq!(show("22").assert_code(0).stderr(), "");
    let told = show("24").assert_code(0).stderr();
    assert!(told.contains("không có quy định riêng của tỉnh 24"), "{told}");
}
