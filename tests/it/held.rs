//! A confirmation holds all that was read: whatever of it is changed afterwards voids it,
//! in a base set and in a layer, by region and by year.

use std::path::Path;

use crate::common::{edited, library_with, own_set};
use crate::office::Office;
use ntm::law::{CommuneProfile, Confidence, IndicatorId, Library, Set};
use ntm::period::Period;
use ntm::text::Lang;

const NTM: &str = "qd-318-2022-ntm";
const NANG_CAO: &str = "qd-318-2022-nang-cao";
const OVERLAY: &str = "qd-1246-2022-quang-ninh-ntm";

/// The built-in set, or the one in a folder, with everything that is asked for confirmed.
fn confirmed(folder: &Office, arguments: &[&str]) -> String {
    let dir = folder.dir();
    let who = ["--by", "A", "--on", "2022-06-15", "--text", "Công báo", "-o", dir];
    Office::project().run_args([&["criteria", "confirm"], arguments, &who].concat()).assert_code(0);
    folder.read(format!("{}.toml", arguments[0]))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn set<'l>(library: &'l Library, id: &str) -> &'l Set {
    library.set(id).or_else(|| Some(library.layer(id)?.0)).unwrap()
}

/// How sure the parts of an indicator are.
fn sure(library: &Library, id: &str, (indicator, region, period): Asked) -> Vec<Confidence> {
    let case = CommuneProfile {
        region: Some(region.into()),
        province: Some("22".into()),
        ..CommuneProfile::default()
    };
    let law = set(library, id).resolve(Period::parse(period).unwrap(), &case);
    let place = law.position(IndicatorId::parse(indicator).unwrap()).unwrap();
    let parts = law.indicators[place].require.iter();
    parts.map(|part| part.threshold.as_ref().unwrap().confidence).collect()
}

type Asked<'a> = (&'a str, &'a str, &'a str);

/// What is warned of, in Vietnamese, with the hint.
fn warnings(library: &Library) -> Vec<String> {
    let told = |p: &ntm::problem::Problem| {
        assert_eq!(p.code.as_str(), "void-confirmation");
        format!("{} | {}", p.message.get(Lang::Vi), p.hint.get(Lang::Vi))
    };
    library.warnings.iter().map(told).collect()
}

/// The block of an indicator after an edit of it alone.
fn of_indicator(text: &str, id: &str, from: &str, to: &str) -> String {
    let start = text.find(&format!("id = \"{id}\"\n")).unwrap();
    let end = text[start..].find("indicator]]").map_or(text.len(), |end| start + end);
    let block = &text[start..end];
    assert!(block.contains(from), "{id}: {from}: {block}");
    format!("{}{}{}", &text[..start], block.replacen(from, to, 1), &text[end..])
}

#[test]
fn whatever_of_a_base_set_is_changed_is_confirmed_no_more() {
    let folder = Office::empty();
    for (set, edits) in [
        (
            NTM,
            &[
                // Direction, figure, unit, name, number.
                (
                    "17.4",
                    "at_least = 2",
                    "at_most = 2",
                    "`op` đã xác nhận là \">=\", nay ghi \"<=\"",
                ),
                ("17.4", "at_least = 2", "at_least = 3", "`value` đã xác nhận là 2, nay ghi 3"),
                (
                    "17.4",
                    "unit = \"m2/người\"",
                    "unit = \"ha\"",
                    "`unit` đã xác nhận là \"m2/người\", nay ghi \"ha\"",
                ),
                (
                    "17.4",
                    "name = \"Đất",
                    "name = \"đất",
                    "`indicator` đã xác nhận là \"Đất cây xanh",
                ),
                // What is counted, whether it may not apply, how an answer is read.
                (
                    "9.2",
                    "counts = \"hộ\"",
                    "counts = \"nhà\"",
                    "`counts` đã xác nhận là \"hộ\", nay ghi \"nhà\"",
                ),
                ("9.2", "id", "if_present = true\nid", "thiếu khóa if_present"),
                ("9.2", "id", "negative = true\nid", "thiếu khóa negative"),
                ("17.3", "negative = true", "", "`negative` đã xác nhận là true, nay không còn"),
                // Parts: one taken out, one renamed.
                (
                    "12.1",
                    "parts = [\"nam\", \"nữ\"]",
                    "parts = [\"nam\"]",
                    "`parts` đã xác nhận là [\"nam\", \"nữ\"], nay ghi [\"nam\"]",
                ),
                // By region and by year.
                ("9.2", "DBSH = 90", "DBSH = 91", "`value (DBSH)` đã xác nhận là 90, nay ghi 91"),
                ("10.1", "year = 2025", "year = 2026", "`year` đã xác nhận là 2025, nay ghi 2026"),
                // The kind of value.
                (
                    "9.2",
                    "measure = \"share\"",
                    "unit = \"%\"\nmeasure = \"number\"",
                    "`counts` đã xác nhận là \"hộ\", nay không còn",
                ),
            ][..],
        ),
        (
            NANG_CAO,
            &[
                (
                    "5.5",
                    "\"trung bình\", \"khá\", \"tốt\"",
                    "\"khá\", \"trung bình\", \"tốt\"",
                    "`grades` đã xác nhận là",
                ),
                (
                    "5.1",
                    "part = \"mức 1\"",
                    "part = \"mức một\"",
                    "`part` đã xác nhận là \"mức 1\", nay ghi \"mức một\"",
                ),
            ],
        ),
    ] {
        let text = confirmed(&folder, &[set]);
        let library = library_with([own_set(set, &text)]).unwrap();
        assert_eq!(warnings(&library), Vec::<String>::new());
        for (id, from, to, told) in edits {
            let mut changed = of_indicator(&text, id, from, to);
            if to.contains("2026") {
                // A year in which the set is in force.
                changed = changed.replace("until = 2025-12-31", "until = 2026-12-31");
            }
            let library = library_with([own_set(set, &changed)]).unwrap();
            let warned = warnings(&library);
            assert!(warned.iter().any(|w| w.contains(told)), "{id} {to}: {warned:#?}");
            let hint = format!("ntm criteria confirm {set} {id}");
            assert!(warned.iter().all(|w| w.contains(&hint)), "{id} {to}: {warned:#?}");
            let period = "2022-12";
            if !to.contains("2026") {
                let sure = sure(&library, set, (id, "DBSH", period));
                assert!(sure.iter().any(|c| *c != Confidence::Confirmed), "{id} {to}");
            }
        }
    }
}

#[test]
fn only_the_region_the_year_and_the_part_that_are_changed_are_void() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[NTM]);
    let sure_of =
        |text: &str, asked| sure(&library_with([own_set(NTM, text)]).unwrap(), NTM, asked);
    let region = of_indicator(&text, "9.2", "DBSH = 90", "DBSH = 91");
    let all = Confidence::Confirmed;
    assert_eq!(sure_of(&region, ("9.2", "DBSH", "2022-12")), [Confidence::Assumed]);
    assert_eq!(sure_of(&region, ("9.2", "BTB", "2022-12")), [all]);
    let year = of_indicator(&text, "10.1", "DBSH = 53", "DBSH = 54");
    assert_eq!(sure_of(&year, ("10.1", "DBSH", "2022-12")), [Confidence::Unconfirmed]);
    assert_eq!(sure_of(&year, ("10.1", "DBSH", "2023-12")), [all]);
    let part = of_indicator(&text, "17.1", "DBSH = 55", "DBSH = 56");
    assert_eq!(sure_of(&part, ("17.1", "DBSH", "2022-12")), [all, Confidence::Assumed]);
    assert_eq!(sure_of(&part, ("17.1", "BTB", "2022-12")), [all, all]);
    // A part that swaps its name with the other takes nothing with it.
    let swapped = text
        .replacen("part = \"chung\"\n    at", "part = \"x\"\n    at", 1)
        .replacen("part = \"tập trung\"\n    at", "part = \"chung\"\n    at", 1)
        .replacen("part = \"x\"\n    at", "part = \"tập trung\"\n    at", 1);
    assert_ne!(swapped, text);
    let sure = sure_of(&swapped, ("17.1", "DBSH", "2022-12"));
    assert_eq!(sure, [Confidence::Assumed, Confidence::Assumed]);
}

/// Two indicators that change numbers take the rows of data of each other.
#[test]
fn a_number_given_to_another_indicator_is_void() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[NTM]);
    let swapped = text
        .replacen("  id = \"8.1\"\n", "  id = \"8.x\"\n", 1)
        .replacen("  id = \"8.2\"\n", "  id = \"8.1\"\n", 1)
        .replacen("  id = \"8.x\"\n", "  id = \"8.2\"\n", 1);
    let library = library_with([own_set(NTM, &swapped)]).unwrap();
    let warned = warnings(&library);
    assert_eq!(warned.len(), 2, "{warned:?}");
    assert!(warned[0].contains("`id` đã xác nhận là \"8.1\", nay ghi \"8.2\""), "{warned:?}");
}

#[test]
fn a_layer_holds_what_it_states_and_what_applies_on_its_first_day() {
    let folder = Office::empty();
    let own = format!(
        "{}\n[[indicator]]\nid = \"9.2\"\nat_least = {{ DBSH = 92 }}\n\n[[indicator]]\nid = \
         \"10.1\"\n[[indicator.year]]\nyear = 2023\nat_least = {{ DBSH = 60 }}\n",
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("criteria/{OVERLAY}.toml")))
    );
    folder.write(format!("{OVERLAY}.toml"), own);
    let text = confirmed(&folder, &[OVERLAY]);
    let with = |base: Option<(&str, &str, &str)>, layer: Option<(&str, &str, &str)>| {
        let change = |text: &str, edit: Option<(&str, &str, &str)>| match edit {
            Some((id, from, to)) => of_indicator(text, id, from, to),
            None => text.to_owned(),
        };
        let base = base.map(|_| edited(NTM, |text| change(text, base)));
        library_with(base.into_iter().chain([own_set(OVERLAY, &change(&text, layer))])).unwrap()
    };
    assert_eq!(warnings(&with(None, None)), Vec::<String>::new());
    // In the layer itself.
    for (id, from, to, asked, told) in [
        (
            "2.1",
            "at_least = 100",
            "at_least = 98",
            "2022-12",
            "`value` đã xác nhận là 100, nay ghi 98",
        ),
        ("2.1", "id", "if_present = true\nid", "2022-12", "thiếu khóa if_present"),
        (
            "9.2",
            "DBSH = 92",
            "DBSH = 93",
            "2022-12",
            "`value (DBSH)` đã xác nhận là 92, nay ghi 93",
        ),
        (
            "10.1",
            "year = 2023",
            "year = 2022",
            "2022-12",
            "`year` đã xác nhận là 2023, nay ghi 2022",
        ),
    ] {
        let library = with(None, Some((id, from, to)));
        let warned = warnings(&library);
        assert!(warned.len() == 1 && warned[0].contains(told), "{id} {to}: {warned:?}");
        assert_eq!(sure(&library, OVERLAY, (id, "DBSH", asked)), [Confidence::Assumed]);
    }
    // A figure moved to another indicator, which asks for as much.
    let swapped = text.replacen("id = \"2.2\"\n", "id = \"2.x\"\n", 1);
    let swapped = swapped.replacen("id = \"2.3\"\n", "id = \"2.2\"\n", 1).replacen("2.x", "2.3", 1);
    let warned = warnings(&library_with([own_set(OVERLAY, &swapped)]).unwrap());
    assert_eq!(warned.len(), 2, "{warned:?}");
    assert!(warned[0].contains("`id` đã xác nhận là \"2.2\", nay ghi \"2.3\""), "{warned:?}");
    // And in the base set below it.
    for (id, from, to, told) in [
        ("2.1", "name = \"Tỷ lệ", "name = \"Số", "`indicator` đã xác nhận là \"Tỷ lệ"),
        ("2.1", "counts = \"km\"", "counts = \"tuyến\"", "`counts` đã xác nhận là \"km\""),
        ("9.2", "id", "if_present = true\nid", "thiếu khóa if_present"),
    ] {
        let library = with(Some((id, from, to)), None);
        let warned = warnings(&library);
        assert!(warned.len() == 1 && warned[0].contains(told), "{id} {to}: {warned:?}");
        assert!(warned[0].contains(&format!("ntm criteria confirm {OVERLAY} {id}")));
        assert_eq!(sure(&library, OVERLAY, (id, "DBSH", "2022-12")), [Confidence::Assumed]);
    }
    // Whole numbers are judged as any others.
    let same = with(Some(("9.2", "whole = true", "whole = false")), None);
    assert_eq!(warnings(&same), Vec::<String>::new());
}

#[test]
fn wording_is_the_same_in_any_form_of_its_letters_and_blanks_and_in_no_other() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[NTM]);
    let name = "Đất cây xanh sử dụng công cộng tại điểm dân cư nông thôn";
    // Decomposed letters, a run of blanks, one that does not break.
    let letters: String = unicode_normalization::UnicodeNormalization::nfd(name).collect();
    assert_ne!(letters, name);
    let blanks = letters.replacen(' ', "  ", 1).replacen(" sử", "\u{a0}sử", 1);
    for (same, void) in [(blanks, 0), (name.replace("tại", "Tại"), 1), (name.replace(' ', ""), 1)]
    {
        let changed =
            of_indicator(&text, "17.4", &format!("name = \"{name}"), &format!("name = \"{same}"));
        let library = library_with([own_set(NTM, &changed)]).unwrap();
        assert_eq!(warnings(&library).len(), void, "{same}");
    }
}

#[test]
fn one_without_the_keys_is_void_and_told_what_it_lacks() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[NTM, "9.2", "17.4"]);
    let entry = "confirmed = { value = 2, by = \"B\", on = 2022-05-02, text = \"X\" }";
    let start = text.find("confirmed = { value = 2, op").unwrap();
    let end = start + text[start..].find('\n').unwrap();
    let old = format!("{}{entry}{}", &text[..start], &text[end..]);
    let library = library_with([own_set(NTM, &old)]).unwrap();
    let warned = warnings(&library);
    let told = "thiếu khóa op, unit, id, indicator,";
    assert!(warned.len() == 1 && warned[0].contains(told), "{warned:?}");
    assert!(warned[0].contains("lệnh này ghi đủ các khóa"), "{warned:?}");
    assert_eq!(sure(&library, NTM, ("17.4", "DBSH", "2022-12")), [Confidence::Unconfirmed]);
    // Confirmed anew it is replaced; the other stays as it is.
    folder.write(format!("{NTM}.toml"), &old);
    assert_eq!(confirmed(&folder, &[NTM, "17.4"]), text);
}

#[test]
fn others_stay_byte_for_byte_beside_one_that_is_replaced() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[NTM, "9.2", "--region", "DBSH"]);
    let written = text.lines().find(|line| line.contains("confirmed = ")).unwrap().trim();
    // By hand, in a layout of its own.
    let own = written.trim_start_matches("confirmed = ");
    let own = own.replace("{ DBSH = 90 }", "{BTB=80}").replace(", op", ",op");
    let void = "{ value = { DBSH = 89 }, by = \"B\", on = 2022-05-02, text = \"X\" }";
    let list = format!("confirmed = [ {own}, {void} ]");
    let old = text.replacen(written, &list, 1);
    folder.write(format!("{NTM}.toml"), &old);
    let now = confirmed(&folder, &[NTM, "9.2", "--region", "DBSH"]);
    let entry = written.trim_start_matches("confirmed = ");
    let expected = format!("confirmed = [\n    {own},\n    {entry},\n  ]");
    assert_eq!(now, text.replacen(written, &expected, 1));
    // An old figure for all regions is gone once all are confirmed anew.
    let old = text.replacen(
        written,
        "confirmed = { value = 90, by = \"B\", on = 2022-05-02, text = \"X\" }",
        1,
    );
    folder.write(format!("{NTM}.toml"), &old);
    confirmed(&folder, &[NTM, "9.2", "--region", "DBSH"]);
    assert!(confirmed(&folder, &[NTM, "9.2"]).matches("by = \"B\"").next().is_none());
}

#[test]
fn check_and_score_tell_it_and_count_it_as_not_confirmed() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[OVERLAY]);
    let ntm = |line: &[&str]| -> serde_json::Value {
        Office::project().json_args([line, &["--criteria", folder.dir()]].concat())
    };
    let confirmed = || {
        ntm(&["score", "data/mong-cai/2022-12"])["criteria_set"]["thresholds"]["confirmed"].clone()
    };
    assert_eq!(confirmed(), 4);
    let changed = of_indicator(&text, "2.4", "indicator = \"Tỷ lệ", "indicator = \"Số");
    folder.write(format!("{OVERLAY}.toml"), changed);
    assert_eq!(confirmed(), 3);
    for line in [["criteria", "check"], ["check", "data/mong-cai/2022-12"]] {
        let told = ntm(&line);
        let void: Vec<_> = told["problems"].as_array().unwrap().iter().collect();
        let void: Vec<_> = void.into_iter().filter(|p| p["code"] == "void-confirmation").collect();
        assert_eq!(void.len(), 1, "{line:?}");
        assert!(void[0]["message"].as_str().unwrap().contains("`indicator`"), "{line:?}");
        assert_eq!(void[0]["severity"], "warning");
    }
}

/// Nobody has read a decision before it was issued; a figure that was taken away is told.
#[test]
fn what_cannot_be_or_is_gone_is_void() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[OVERLAY]);
    let early = text.replace("on = 2022-06-15", "on = 2022-05-10");
    let problems = library_with([own_set(OVERLAY, &early)]).unwrap_err();
    assert_eq!(problems.len(), 4, "{problems:?}");
    let told = problems[0].message.get(Lang::Vi);
    assert!(told.contains("2022-05-10 sớm hơn ngày ban hành 1246/QĐ-UBND"), "{told}");
    assert!(problems.iter().all(|p| p.code.as_str() == "impossible-confirmation"));
    assert!(problems[0].place.line.is_some() && problems[0].place.position.is_some());
    // Of the day itself it may be.
    let same_day = text.replace("on = 2022-06-15", "on = 2022-05-11");
    assert_eq!(warnings(&library_with([own_set(OVERLAY, &same_day)]).unwrap()), [""; 0]);
    // A figure that went, of a base set: the confirmation says what there was.
    let folder = Office::empty();
    let text = confirmed(&folder, &[NTM, "3.1"]);
    let gone = text.replacen("  at_least = 80\n", "  undetermined = true\n", 1);
    let library = library_with([own_set(NTM, &gone)]).unwrap();
    let told = warnings(&library);
    assert!(told.len() == 1 && told[0].contains("đã xác nhận là 80, nay không còn"), "{told:?}");
}

#[test]
fn read_in_one_decision_it_confirms_nothing_of_another() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[NTM]);
    let asked = ("9.2", "DBSH", "2022-12");
    let whole = library_with([own_set(NTM, &text)]).unwrap();
    assert_eq!(sure(&whole, NTM, asked), [Confidence::Confirmed]);
    assert!(warnings(&whole).is_empty());
    let decision = &set(&whole, NTM).decision;
    let (number, date) = (&decision.number, decision.date.to_string());
    let annex = decision.annex.as_deref().unwrap();
    let later = decision.date.tomorrow().unwrap().to_string();
    for (from, to) in [
        (format!("number = \"{number}\""), "number = \"319/QĐ-TTg\"".to_owned()),
        (format!("annex = \"{annex}\""), "annex = \"Phụ lục IX\"".to_owned()),
        (format!("annex = \"{annex}\"\n"), String::new()),
        (format!("date = {date}"), format!("date = {later}")),
    ] {
        let changed = text.replacen(&from, &to, 1);
        assert_ne!(changed, text, "{from}");
        let library = library_with([own_set(NTM, &changed)]).unwrap();
        assert_ne!(sure(&library, NTM, asked), [Confidence::Confirmed], "{to}");
        // Every figure and every rule of the file, each with the reason.
        let warned = warnings(&library);
        assert_eq!(warned.len(), text.matches("confirmed = {").count(), "{to}");
        assert!(warned.iter().all(|told| told.contains("`decision` đã xác nhận là")), "{warned:?}");
    }
    // A basis of its own that an indicator gets afterwards.
    let own = "id = \"9.2\"\nbasis = \"319/QĐ-TTg\"";
    let library = library_with([own_set(NTM, &text.replacen("id = \"9.2\"", own, 1))]).unwrap();
    assert_ne!(sure(&library, NTM, asked), [Confidence::Confirmed]);
    // Confirmed before the decision was held: there is nothing to compare.
    let held = format!("decision = \"{}\", ", decision.cited());
    let bare = |line: &str| match line.replace(&held, "") {
        bare if bare == line => bare,
        bare => match bare.split_once(", basis = \"") {
            Some((before, rest)) => format!("{before}, {}", rest.split_once("\", ").unwrap().1),
            None => bare,
        },
    };
    let old: String = text.split_inclusive('\n').map(bare).collect();
    assert!(old != text && !old.contains(", basis = "));
    let library = library_with([own_set(NTM, &old)]).unwrap();
    assert_eq!(sure(&library, NTM, asked), [Confidence::Confirmed]);
    assert!(warnings(&library).is_empty(), "{:?}", warnings(&library));
}

#[test]
fn of_a_layer_it_is_the_layer_s_own_decision() {
    let folder = Office::empty();
    let text = confirmed(&folder, &[OVERLAY]);
    let whole = library_with([own_set(OVERLAY, &text)]).unwrap();
    let number = &whole.layer(OVERLAY).unwrap().1.decision.number;
    let changed = text.replacen(&format!("number = \"{number}\""), "number = \"7/QĐ-UBND\"", 1);
    assert_ne!(changed, text);
    let library = library_with([own_set(OVERLAY, &changed)]).unwrap();
    assert!(warnings(&whole).is_empty());
    assert_eq!(warnings(&library).len(), text.matches("confirmed = {").count());
}
