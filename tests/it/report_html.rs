//! The report as an HTML file, from outside: it needs nothing but itself, it says what
//! the JSON says, and no text in it becomes markup.
#![allow(clippy::float_arithmetic, reason = "the contrast of colours is measured")]

use std::collections::BTreeSet;

use crate::markup::{Element, page};
use crate::office::Office;
use ntm::exact::Exact;
use serde_json::Value;

const MONTH: &str = "data/mong-cai/2022-05";
const COMMUNES: &str = "Kết quả từng xã";
const MATRIX: &str = "Ma trận xã và tiêu chí";

fn json(month: &str) -> Value {
    Office::project().json(&format!("score {month}"))
}

/// A number of the JSON as text.
fn written(number: &Value) -> String {
    number.as_number().unwrap_or_else(|| panic!("{number}")).to_string()
}

/// What a cell says to machines, after a look at what it says to people.
fn number(cell: &Element) -> String {
    let value = cell.get("data-value");
    assert!(value.parse::<f64>().is_ok(), "{value:?} in {:?}", cell.text());
    assert_eq!(cell.text(), value.replace('.', ","));
    value.to_owned()
}

/// Every command line whose page is looked at as a whole.
const PAGES: [&[&str]; 8] = [
    &[MONTH],
    &["data/mong-cai/2022-07"],
    &["data/mong-cai/2022-12"],
    &[MONTH, "--level", "nang-cao"],
    &[MONTH, "--commune", "Hải Xuân"],
    &[MONTH, "--public"],
    &[MONTH, "--lang", "en"],
    &["data/mong-cai/2022-07", "--public", "--lang", "en"],
];

#[test]
fn a_file_needs_nothing_but_itself() {
    for args in PAGES {
        let text = page(args);
        for reference in ["http:", "https:", "//", "url(", "@import", "src=", "<link", "<base"] {
            assert!(!text.contains(reference), "{reference} in {args:?}");
        }
        let page = crate::markup::read(&text);
        let all = page.all();
        for element in &all {
            let name = element.name.as_str();
            assert!(
                !["img", "iframe", "object", "embed", "image", "use"].contains(&name),
                "{name}"
            );
            for (attribute, value) in &element.attributes {
                assert!(!attribute.starts_with("on") && attribute != "style", "{attribute}");
                assert!(attribute != "href" || value.starts_with('#'), "{value}");
            }
        }
        let (scripts, styles) = (page.named("script").len(), page.named("style").len());
        assert_eq!((scripts, styles), (1, 1));
    }
}

#[test]
fn a_file_says_what_it_is() {
    for args in PAGES {
        let lang = if args.contains(&"en") { "en" } else { "vi" };
        let page = crate::markup::read(&page(args));
        assert_eq!((page.name.as_str(), page.get("lang")), ("html", lang));
        assert_eq!(page.named("title")[0].text(), page.named("h1")[0].text());
        let metas = page.named("meta");
        assert_eq!(metas[0].get("charset"), "utf-8");
        let policy = metas.iter().find(|meta| !meta.get("http-equiv").is_empty()).unwrap();
        assert!(policy.get("content").starts_with("default-src 'none'; style-src 'sha256-"));
        assert!(!policy.get("content").contains("unsafe"));
        assert!(metas.iter().any(|meta| meta.get("content").starts_with("width=device-width")));
    }
}

#[test]
fn ids_are_given_once_and_every_anchor_leads_somewhere() {
    for args in PAGES {
        let page = crate::markup::read(&page(args));
        let all = page.all();
        let given = all.iter().map(|element| element.get("id")).filter(|id| !id.is_empty());
        let given: Vec<&str> = given.collect();
        let ids: BTreeSet<&str> = given.iter().copied().collect();
        assert_eq!(ids.len(), given.len(), "an id twice");
        let anchors = all.iter().filter_map(|element| element.get("href").strip_prefix('#'));
        let labels =
            all.iter().flat_map(|element| element.get("aria-labelledby").split_whitespace());
        let wanted: Vec<&str> = anchors.chain(labels).collect();
        assert!(wanted.len() > 20);
        for id in wanted {
            assert!(ids.contains(id), "{id}");
        }
        // Each section stands in the contents, by its heading.
        let contents: Vec<String> = page.named("li").iter().map(|item| item.text()).collect();
        for heading in page.named("section").iter().map(|section| section.children()[0].text()) {
            assert!(contents.contains(&heading), "{heading}");
        }
    }
}

#[test]
fn tables_can_be_heard_and_moved_in_their_own_frame() {
    let page = crate::markup::read(&page(&[MONTH]));
    let (tables, frames) = (page.named("table"), page.all());
    let frames: Vec<_> = frames.iter().filter(|element| element.is("scroll")).collect();
    assert_eq!(tables.len(), frames.len());
    for frame in frames {
        assert_eq!((frame.get("role"), frame.get("tabindex")), ("region", "0"));
        assert!(!page.by_id(frame.get("aria-labelledby")).unwrap().text().is_empty());
        let table = frame.children()[0];
        let rows = table.named("tr");
        let width = rows[0].children().len();
        assert!(rows[0].children().iter().all(|head| head.get("scope") == "col"));
        for row in &rows[1..] {
            let cells = row.children();
            assert_eq!(cells.len(), width);
            // Each row has its name, or goes on with the row above.
            let scope = cells[0].get("scope");
            match (row.is("heading"), row.is("more")) {
                (true, _) => assert_eq!(scope, "rowgroup"),
                (_, true) => assert_eq!((scope, cells[0].text().as_str()), ("", "")),
                _ => assert_eq!(scope, "row"),
            }
        }
    }
}

#[test]
fn the_table_of_communes_is_what_score_says() {
    for month in [MONTH, "data/mong-cai/2022-07"] {
        let (page, score) = (crate::markup::read(&page(&[month])), json(month));
        let rows = page.table_named(COMMUNES);
        let communes = score["communes"].as_array().unwrap();
        assert_eq!(rows.len(), communes.len() + 2, "a head and the means");
        for (row, commune) in rows[1..].iter().zip(communes) {
            let (criteria, indicators) = (&commune["criteria"], &commune["indicators"]);
            assert_eq!(row[0].text(), commune["name"].as_str().unwrap());
            let said: Vec<String> = row[1..9].iter().map(|cell| number(cell)).collect();
            let wanted = [
                &criteria["met"],
                &criteria["percent"],
                &indicators["met"],
                &indicators["percent"],
                &indicators["not_met"],
                &indicators["missing"],
                &indicators["undetermined"],
                &commune["progress"],
            ];
            assert_eq!(said, wanted.map(written));
        }
        let (foot, summary) = (rows.last().unwrap(), &score["summary"]);
        let means = [1, 3, 8].map(|place: usize| number(foot[place]));
        let wanted = ["criteria_met_mean", "indicators_met_mean", "progress_mean"];
        assert_eq!(means, wanted.map(|mean| written(&summary[mean])));
    }
}

#[test]
fn the_matrix_is_what_score_says() {
    for month in [MONTH, "data/mong-cai/2022-12"] {
        let (page, score) = (crate::markup::read(&page(&[month])), json(month));
        let rows = page.table_named(MATRIX);
        let communes = score["communes"].as_array().unwrap();
        assert_eq!(rows.len(), communes.len() + 2);
        let mut signs = BTreeSet::new();
        let mut met = [0; 19];
        for (row, commune) in rows[1..].iter().zip(communes) {
            let results = commune["results"].as_array().unwrap();
            assert_eq!(
                (row[0].text().as_str(), row.len()),
                (commune["name"].as_str().unwrap(), 20)
            );
            for (place, (cell, criterion)) in row[1..].iter().zip(results).enumerate() {
                assert_eq!(rows[0][place + 1].text(), written(&criterion["no"]));
                let (sign, word, tone) = sign_of(criterion);
                assert_eq!((cell.text().as_str(), cell.is(tone)), (sign, true));
                let spoken = cell.children()[0];
                assert_eq!((spoken.get("role"), spoken.get("aria-label")), ("img", word));
                met[place] += usize::from(criterion["met"].as_bool().unwrap());
                signs.insert(sign);
            }
        }
        let foot = rows.last().unwrap();
        let counted: Vec<String> = foot[1..].iter().map(|cell| number(cell)).collect();
        assert_eq!(counted, met.iter().map(usize::to_string).collect::<Vec<_>>());
        assert!(signs.contains("✓") && signs.contains("✗"));
    }
}

/// The sign of a criterion, by the statuses of its indicators; how it is heard; its tone.
fn sign_of(criterion: &Value) -> (&'static str, &'static str, &'static str) {
    let indicators = criterion["indicators"].as_array().unwrap();
    let any = |status: &str| indicators.iter().any(|indicator| indicator["status"] == status);
    if criterion["met"] == true {
        return ("✓", "đạt", "good");
    }
    if any("not_met") {
        ("✗", "chưa đạt", "bad")
    } else {
        ("?", "chưa có số liệu hoặc chưa có mức quy định", "doubt")
    }
}

#[test]
fn bars_are_as_long_as_score_says() {
    let (page, score) = (crate::markup::read(&page(&[MONTH])), json(MONTH));
    for commune in score["communes"].as_array().unwrap() {
        let name = commune["name"].as_str().unwrap();
        let rows = page.table_named(&format!("Xã {name}"));
        let results = commune["results"].as_array().unwrap().iter();
        let indicators = results.flat_map(|criterion| criterion["indicators"].as_array().unwrap());
        for indicator in indicators {
            // Of an indicator JSON gives the least of its parts.
            let first = rows.iter().position(|row| row[0].text() == indicator["id"]).unwrap();
            let parts = indicator["parts"].as_array().unwrap().len();
            let ways = rows[first..first + parts].iter().map(|row| {
                let (cell, bar) = (row[5], row[5].named("rect")[0]);
                assert_eq!(bar.get("width"), format!("{}%", cell.get("data-value")));
                assert_eq!(cell.text(), format!("{}%", cell.get("data-value").replace('.', ",")));
                Exact::parse(cell.get("data-value")).unwrap()
            });
            let attainment = Exact::parse(&written(&indicator["attainment"])).unwrap();
            let percent = &attainment * &Exact::from(100);
            let applies = indicator["status"] != "not_applicable";
            let least = ways.min().unwrap();
            assert!(!applies || least == percent.to_decimals(2), "{name} {}", indicator["id"]);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(page(&[MONTH]), page(&[MONTH]));
}

/// The relative luminance of a colour, as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |place: usize| {
        let value = u8::from_str_radix(&colour[place..place + 2], 16).unwrap();
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colours of the style sheet, by name.
fn colours(page: &Element) -> std::collections::BTreeMap<String, String> {
    let style = page.named("style")[0].text();
    let root = style.split_once(":root {").unwrap().1.split_once('}').unwrap().0.to_owned();
    let pairs = root.split(';').filter_map(|line| line.split_once(':'));
    pairs.map(|(name, colour)| (name.trim().to_owned(), colour.trim().to_owned())).collect()
}

#[test]
fn letters_and_lines_stand_out() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    let page = crate::markup::read(&page(&[MONTH]));
    let colours = colours(&page);
    let (mut letters, mut lines) = (0, 0);
    for (name, ink) in &colours {
        if let Some(kind) = name.strip_suffix("-ink") {
            let ratio = contrast(ink, &colours[&format!("{kind}-paper")]);
            assert!(ratio >= 4.5, "{name}: {ratio}");
            letters += 1;
        }
        if name.ends_with("-line") {
            for paper in ["--page-paper", "--track"] {
                let ratio = contrast(ink, &colours[paper]);
                assert!(ratio >= 3.0, "{name} on {paper}: {ratio}");
            }
            lines += 1;
        }
    }
    assert_eq!((letters, lines), (12, 7));
    // Headings of groups, sums and figures beside a bar stand on other grounds.
    for (ink, paper) in [
        ("--bad-ink", "--strong-paper"),
        ("--good-ink", "--strong-paper"),
        ("--doubt-ink", "--strong-paper"),
        ("--page-ink", "--track"),
    ] {
        assert!(contrast(&colours[ink], &colours[paper]) >= 4.5, "{ink} on {paper}");
    }
    // Printed in grey, met and not met are still two.
    let grey = |name: &str| luminance(&colours[name]);
    assert!(grey("--map-good-paper") > grey("--map-bad-paper") + 0.25);
    // No colour is written elsewhere.
    let style = page.named("style")[0].text();
    assert_eq!(style.matches('#').count(), colours.values().filter(|c| c.starts_with('#')).count());
}
