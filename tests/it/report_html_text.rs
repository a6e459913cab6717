//! Text from files on an HTML report: it stays text, whatever it holds, and what is not
//! for the public is not on the notice board.

use std::collections::BTreeSet;
use std::path::Path;

use crate::markup::{Element, page};
use crate::office::Office;

const MONTH: &str = "data/mong-cai/2022-05";

/// A folder with a month of the sample, after an edit of every cell of some columns.
fn edited(edit: impl Fn(&str, &str, usize) -> String) -> Office {
    let folder = Office::empty();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/mong-cai");
    let copy = |from: &Path, to: &Path| {
        let mut rows = csv::Reader::from_path(from).unwrap();
        let mut out = csv::Writer::from_path(to).unwrap();
        let head = rows.headers().unwrap().clone();
        out.write_record(&head).unwrap();
        for (number, row) in rows.records().enumerate() {
            let row = row.unwrap();
            let cells = head.iter().zip(&row);
            out.write_record(cells.map(|(head, cell)| edit(head, cell, number))).unwrap();
        }
    };
    let month = folder.path().join("ten-thu-muc-rieng/2022-05");
    std::fs::create_dir_all(&month).unwrap();
    for list in ["communes.csv", "agencies.csv"] {
        copy(&sample.join(list), &folder.path().join(list));
    }
    for entry in std::fs::read_dir(sample.join("2022-05")).unwrap() {
        let from = entry.unwrap().path();
        let name = from.file_name().unwrap().to_str().unwrap().to_owned();
        copy(&from, &month.join(name.replace(".csv", " & '#1'.csv")));
    }
    folder
}

const HOSTILE: [&str; 14] = [
    "=cmd|'/c calc'!A1",
    "+1",
    "-1",
    "@SUM(A1:A9)",
    "\tmột\tcột",
    "hai\r\ndòng",
    "<script>alert(1)</script>",
    "</td></tr></table><img onerror=alert(1)>",
    "\"&'\" onmouseover=\"alert(1)",
    "]]> --> <!-- {{ 7 * 7 }} {% x %}",
    "a|b `c` [d](javascript:alert(1)) &lt;b&gt; &amp;amp;",
    "\u{1}\u{8}\u{b}\u{1b}[31m\u{7f}\u{85}\u{ffff}x",
    "\u{202e}ngược\u{2066} \u{200f}phải\u{200b} 👩‍🌾🏳️‍🌈",
    "",
];

/// A hostile text; one of five thousand letters, one without a blank among them.
fn hostile(number: usize) -> String {
    match number % 15 {
        13 => "minh chứng dài ".repeat(334),
        14 => "W".repeat(5000),
        place => HOSTILE[place].to_owned(),
    }
}

/// What is left of a text on a page: what cannot be seen is taken out on the way.
fn shown(text: &str) -> String {
    let unseen = [
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2066}'..='\u{2069}',
        '\u{fe0f}'..='\u{fe0f}',
    ];
    let seen = |c: &char| !unseen.iter().any(|range| range.contains(c));
    let plain = text.chars().filter(seen).map(|c| match c {
        '\u{ffff}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    });
    plain.collect()
}

/// A month with hostile text wherever a file holds words.
fn hostile_month() -> Office {
    edited(|column, cell, number| match column {
        "name" | "evidence" | "note" | "lead" | "support" | "district" => {
            let text = hostile(number);
            // Two communes of one name would be refused.
            if column == "name" { format!("{text} {number}") } else { text }
        }
        _ => cell.to_owned(),
    })
}

#[test]
fn hostile_text_stays_text() {
    let folder = hostile_month();
    let month = folder.path().join("ten-thu-muc-rieng/2022-05");
    let (month, own) = (month.to_str().unwrap(), page(&[MONTH]));
    let text = page(&[month]);
    let (page, own) = (crate::markup::read(&text), crate::markup::read(&own));
    let kinds = |page: &Element| -> BTreeSet<String> {
        page.all().iter().map(|element| element.name.clone()).collect()
    };
    assert_eq!(kinds(&page), kinds(&own), "no element that the sample has not");
    let script = |page: &Element| page.named("script")[0].text();
    assert_eq!(script(&page), script(&own));
    let policy = |page: &Element| page.named("meta")[1].get("content").to_owned();
    assert_eq!(policy(&page), policy(&own));
    let cells: BTreeSet<String> = page
        .all()
        .iter()
        .filter(|element| element.name == "td")
        .map(|cell| cell.text().trim().to_owned())
        .collect();
    for number in (0..15).filter(|number| !hostile(*number).is_empty()) {
        let wanted = shown(&hostile(number));
        let wanted = wanted.trim();
        assert!(cells.iter().any(|cell| cell == wanted), "{wanted:?} is not there as evidence");
    }
    assert!(text.contains("&#60;script&#62;alert(1)&#60;/script&#62;"));
}

#[test]
fn the_notice_board_gets_no_evidence_no_notes_and_no_paths() {
    let folder = edited(|column, cell, number| match column {
        "evidence" => format!("van-ban-rieng-{number}"),
        "note" => format!("ghi-chu-rieng: ông Nguyễn Văn Riêng {number}"),
        _ => cell.to_owned(),
    });
    let month = folder.path().join("ten-thu-muc-rieng/2022-05");
    let month = month.to_str().unwrap();
    let (office, public) = (page(&[month]), page(&[month, "--public"]));
    for private in ["van-ban-rieng", "ten-thu-muc-rieng", "Minh chứng"] {
        assert!(office.contains(private), "{private} is not looked for in vain");
        assert!(!public.contains(private), "{private}");
    }
    // Files are named from the roster's folder on: where that lies nobody learns.
    let root = folder.path().to_str().unwrap();
    assert!(!office.contains(root) && !public.contains(root));
    for private in ["ghi-chu-rieng", "Nguyễn Văn Riêng"] {
        assert!(!public.contains(private), "{private}");
    }
    // All else is the same.
    let [office, public] = [office, public].map(|text| crate::markup::read(&text));
    for table in ["Kết quả từng xã", "Ma trận xã và tiêu chí"] {
        let cells = |page: &Element| -> Vec<String> {
            page.table_named(table).concat().iter().map(|cell| cell.text()).collect()
        };
        assert_eq!(cells(&office), cells(&public));
    }
}
