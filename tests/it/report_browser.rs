//! The HTML report in a browser: on a phone, on a screen and on paper. Where no browser
//! is installed, nothing is looked at, and that is said.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::browser::{BROWSER, Browser, FLAGS, Size, installed};
use crate::office::Office;
use serde_json::{Value, json};

/// The report that a command line writes.
fn report(args: &[&str]) -> (Office, PathBuf) {
    let folder = Office::empty();
    let file = folder.path().join("bao-cao.html");
    Office::project().command("report").args(args).arg("-o").arg(&file).run().assert_code(0);
    (folder, file)
}

/// A month whose evidence and names have neither blank nor end.
fn wide_month() -> Office {
    let folder = Office::empty();
    let long = "W".repeat(3000);
    let name = "Nghĩa".repeat(40);
    let roster =
        format!("code,name,province,region\n06727,{name},22,DBSH\n06730,Hải Đông,22,DBSH\n");
    folder.write("communes.csv", roster);
    let rows = format!(
        "commune,indicator,value,evidence\n06727,1.1,đạt,{long}\n06727,1.2,chưa đạt,<b>{long}\n06730,1.1,đạt,x\n"
    );
    folder.write("2022-05/a.csv", rows);
    folder
}

/// How wide the page is, and how wide what is shown of it.
fn width(browser: &Browser) -> (u64, u64) {
    let widths = browser
        .run("const page = document.documentElement; return [page.scrollWidth, page.clientWidth]");
    (widths[0].as_u64().unwrap(), widths[1].as_u64().unwrap())
}

fn fits(browser: &Browser, file: &Path, most: u64) {
    browser.go_to(file);
    let (page, shown) = width(browser);
    assert!(page <= shown && shown <= most && shown > most - 40, "{page} in {shown}");
    assert_eq!(browser.told(), [""; 0], "something on the console");
    // The style was let in, and the script.
    let seen = browser.run(
        "return [getComputedStyle(document.querySelector('.map td.bad')).backgroundColor, \
         document.querySelectorAll('thead button').length > 20]",
    );
    assert_eq!(seen, json!(["rgb(239, 170, 163)", true]));
}

#[test]
fn no_page_moves_sideways_on_phone_or_screen() {
    if !installed() {
        return;
    }
    let wide = wide_month();
    let wide = wide.path().join("2022-05");
    let months = [
        vec!["data/mong-cai/2022-05"],
        vec!["data/mong-cai/2022-07", "--lang", "en", "--public"],
        vec!["data/mong-cai/2022-05", "--level", "nang-cao"],
        vec![wide.to_str().unwrap()],
    ];
    for (size, most) in [(Size::Phone, 360), (Size::Screen, 1366)] {
        let browser = Browser::open(size);
        for args in &months {
            let (_folder, file) = report(args);
            fits(&browser, &file, most);
        }
    }
}

/// The first cells of a table's rows that are shown.
fn names(browser: &Browser, table: &str) -> Vec<String> {
    let script = format!(
        "return Array.from(document.querySelectorAll('{table} tbody tr'))\
         .filter(function (row) {{ return !row.hidden }}).map(function (row) {{ return row.cells[0].textContent }})"
    );
    let names = browser.run(&script);
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

const COMMUNES: &str = "[aria-labelledby=s1t6-head]";
const ENTER: char = '\u{e007}';

#[test]
fn tables_are_sorted_and_filtered_from_the_keyboard() {
    if !installed() {
        return;
    }
    let (_folder, file) = report(&["data/mong-cai/2022-05"]);
    let browser = Browser::open(Size::Screen);
    browser.go_to(&file);
    let roster = names(&browser, COMMUNES);
    assert_eq!((roster.len(), roster[0].as_str()), (9, "Hải Sơn"));
    // The mean progress: 95,76 is most, 76,93 least; as texts they would stand otherwise
    // beside 100 only, so the count of indicators not met is taken too: 9, 10, 11, …
    let focus = |column: usize| {
        browser.run(&format!(
            "document.querySelector('{COMMUNES} th:nth-child({column}) button').focus()"
        ));
    };
    let state = |column: usize| -> Value {
        browser.run(&format!(
            "return document.querySelector('{COMMUNES} th:nth-child({column})').getAttribute('aria-sort')"
        ))
    };
    focus(6);
    browser.press(ENTER);
    assert_eq!(state(6), "ascending");
    let rising = names(&browser, COMMUNES);
    assert_eq!(rising[..3], ["Hải Xuân", "Bắc Sơn", "Quảng Nghĩa"]);
    browser.press(ENTER);
    assert_eq!(state(6), "descending");
    // Equal ones keep their order, that of the roster.
    assert_eq!(names(&browser, COMMUNES)[..3], ["Hải Sơn", "Vĩnh Trung", "Vĩnh Thực"]);
    browser.press(ENTER);
    assert_eq!((state(6), names(&browser, COMMUNES)), (Value::Null, roster));

    // A commune's table: typed without accents; headings stay with what is found.
    let commune = "[aria-labelledby=s7-head]";
    browser.run("document.querySelector('#s7 input').focus()");
    for letter in "nuoc sach".chars() {
        browser.press(letter);
    }
    let found = names(&browser, commune);
    assert_eq!(found, ["17.", "17.1", ""]);
    assert_eq!(
        browser.run("return document.querySelector('#s7 output').textContent"),
        "“nuoc sach”: 1/57"
    );
    assert_eq!(browser.told(), [""; 0]);
}

#[test]
fn on_paper_a_commune_has_its_own_page_and_nothing_is_for_the_screen_only() {
    if !installed() {
        return;
    }
    let (_folder, file) = report(&["data/mong-cai/2022-05"]);
    let browser = Browser::open(Size::Screen);
    browser.go_to(&file);
    browser.as_on_paper();
    let of = |select: &str, property: &str| -> Vec<String> {
        let seen = browser.run(&format!(
            "return Array.from(document.querySelectorAll('{select}'))\
             .map(function (one) {{ return getComputedStyle(one).{property} }})"
        ));
        seen.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let headings = browser.run(
        "return Array.from(document.querySelectorAll('section')).filter(function (section) { \
         return getComputedStyle(section).breakBefore === 'page' })\
         .map(function (section) { return section.children[0].textContent })",
    );
    let headings: Vec<&str> =
        headings.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(headings.len(), 9 + 1, "nine communes, and what follows them: {headings:?}");
    assert!(headings[..9].iter().all(|heading| heading.starts_with("Xã ")), "{headings:?}");
    let all = |select, property, wanted: &str| {
        let seen = of(select, property);
        assert!(!seen.is_empty() && seen.iter().all(|one| one == wanted), "{select}: {seen:?}");
    };
    all("thead", "display", "table-header-group");
    all("tr", "breakInside", "avoid");
    all("h2, h3", "breakAfter", "avoid");
    all(".scroll", "overflowX", "visible");
    all("nav, .up, .filter label", "display", "none");
    all("thead button", "display", "contents");
}

#[test]
fn paper_is_a4() {
    if !installed() {
        return;
    }
    let (folder, file) = report(&["data/mong-cai/2022-05"]);
    let (pdf, profile) = (folder.path().join("a.pdf"), folder.path().join("profile"));
    let mut command = Command::new(BROWSER);
    command.args(FLAGS).arg(format!("--user-data-dir={}", profile.display()));
    command.arg(format!("--print-to-pdf={}", pdf.display()));
    command.arg(format!("file://{}", file.display()));
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success());
    let bytes = std::fs::read(&pdf).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    // A4 is 595 by 842 points.
    let sizes: Vec<&str> =
        text.split("/MediaBox [").skip(1).filter_map(|rest| rest.split(']').next()).collect();
    assert!(sizes.len() > 9 * 2, "{} pages", sizes.len());
    assert!(sizes.iter().all(|size| size.starts_with("0 0 594.9") && size.contains(" 841.9")));
}
