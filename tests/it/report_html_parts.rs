//! What an HTML report is drawn from, made by hand: pictures of figures, and hostile
//! text in every place that takes a text.

use crate::markup::Element;
use ntm::exact::Exact;
use ntm::period::Period;
use ntm::render::html;
use ntm::report::document::{
    Block, Chart, ChartKind, Document, FooterCell, Grid, Section, Series, ShownIn,
};
use ntm::report::{Cell, Column, Content, Room, Table, Tone};
use ntm::text::{Lang, Text};

fn text(words: &str) -> Text {
    Text::same(words)
}

fn exact(number: &str) -> Option<Exact> {
    (number != "-").then(|| Exact::parse(number).unwrap())
}

/// A report of one section, in which every name is this text.
fn named(name: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: text(name),
        mark: None,
        lead: vec![text(name)],
        period: Period::parse("2022-12"),
        wide: false,
        sections: vec![Section {
            heading: text(name),
            sheet: text(name),
            shown_in: ShownIn::Everywhere,
            blocks,
        }],
    }
}

fn drawn(document: &Document) -> Element {
    crate::markup::read(&html::document(document, Lang::Vi).unwrap())
}

/// A chart of series, each figures with `-` where there is none.
fn chart(kind: ChartKind, labels: &[&str], series: &[(&str, &[&str])], most: &str) -> Element {
    let one = |(name, values): &(&str, &[&str])| Series {
        name: text(name),
        values: values.iter().map(|value| exact(value)).collect(),
    };
    let chart = Chart {
        title: text("Theo tháng"),
        kind,
        labels: labels.iter().map(|label| text(label)).collect(),
        series: series.iter().map(one).collect(),
        most: exact(most),
    };
    drawn(&named("Mục", vec![Block::Chart(chart)]))
}

/// The picture itself, without its key.
fn picture(page: &Element) -> &Element {
    page.all().into_iter().find(|element| element.is("chart")).unwrap()
}

/// The elements of a class in the picture.
fn of_class<'p>(page: &'p Element, name: &str, class: &str) -> Vec<&'p Element> {
    picture(page).named(name).into_iter().filter(|element| element.is(class)).collect()
}

const MONTHS: [&str; 5] = ["01/2022", "02/2022", "03/2022", "04/2022", "05/2022"];

#[test]
fn a_line_is_broken_where_there_is_no_figure() {
    let page = chart(
        ChartKind::Lines,
        &MONTHS,
        &[("Đạt", &["10", "12.5", "-", "19", "0"]), ("Chưa", &["-", "-", "3", "-", "-"])],
        "19",
    );
    let lines: Vec<[&str; 4]> = of_class(&page, "line", "s0")
        .iter()
        .map(|line| ["x1", "y1", "x2", "y2"].map(|place| line.get(place)))
        .collect();
    // From 8 to 95 percent of the width; 222 points from nothing at 240 to 19 at 18:
    // 10/19 of 222 is 116.84, 12.5/19 of it 146.05.
    assert_eq!(lines, [["8%", "123.16", "29.75%", "93.95"], ["73.25%", "18", "95%", "240"]]);
    let points = |class| -> Vec<String> {
        of_class(&page, "path", class).iter().map(|point| point.text()).collect()
    };
    let said =
        ["Đạt: 10 (01/2022)", "Đạt: 12,5 (02/2022)", "Đạt: 19 (04/2022)", "Đạt: 0 (05/2022)"];
    assert_eq!(points("s0"), said);
    // A figure alone is a point, and no line.
    assert_eq!(points("s1"), ["Chưa: 3 (03/2022)"]);
    assert!(of_class(&page, "line", "s1").is_empty());
    let keys: Vec<String> =
        page.all().iter().filter(|e| e.is("legend")).map(|e| e.text()).collect();
    assert!(keys[0].contains("Đạt: 0 (05/2022)") && keys[0].contains("Chưa: 3 (03/2022)"));
}

#[test]
fn a_picture_says_its_figures() {
    for kind in [ChartKind::Lines, ChartKind::Bars] {
        let page = chart(kind, &MONTHS[..3], &[("Đạt", &["10", "-", "1234.5"])], "-");
        let picture = picture(&page);
        assert_eq!(picture.get("role"), "img");
        let named: Vec<String> = picture
            .get("aria-labelledby")
            .split(' ')
            .map(|id| page.by_id(id).unwrap().text())
            .collect();
        let figures = "Đạt: 01/2022: 10; 02/2022: chưa có số liệu; 03/2022: 1.234,5.";
        assert_eq!(named, ["Theo tháng", figures]);
    }
}

#[test]
fn an_axis_begins_at_nothing_and_ends_at_the_most() {
    let words = |most: &str| -> Vec<String> {
        let page = chart(ChartKind::Lines, &["1", "2"], &[("a", &["3", "12"])], most);
        of_class(&page, "text", "faint").iter().map(|tick| tick.text()).collect()
    };
    assert_eq!(words("19"), ["0", "5", "10", "15", "19"]);
    // Where nothing bounds it, it ends at a round figure above.
    assert_eq!(words("-"), ["0", "5", "10", "15", "20"]);
}

#[test]
fn bars_are_as_long_as_their_figures() {
    let labels = ["Hải Sơn", "Bắc Sơn", "Hải Đông"];
    let page = chart(ChartKind::Bars, &labels, &[("Đạt", &["19", "-", "0"])], "19");
    let bars: Vec<&str> =
        of_class(&page, "rect", "s0").iter().map(|bar| bar.get("width")).collect();
    // A full bar goes from 26 to 86 percent; where there is no figure there is no bar.
    assert_eq!(bars, ["60%", "0%"]);
    let figures: Vec<String> =
        of_class(&page, "text", "figure").iter().map(|figure| figure.text()).collect();
    assert_eq!(figures, ["19", "0"]);
    assert_eq!(of_class(&page, "text", "faint")[0].text(), "chưa có số liệu");
    // Long names stand above their bars.
    let page = chart(ChartKind::Bars, &["Xã có tên rất dài"], &[("Đạt", &["19"])], "19");
    assert_eq!(of_class(&page, "rect", "s0")[0].get("x"), "0%");
}

#[test]
fn figures_beyond_the_axis_do_not_leave_the_picture() {
    for kind in [ChartKind::Lines, ChartKind::Bars] {
        let page = chart(kind, &["1", "2", "3"], &[("a", &["-5", "500", "7"])], "10");
        for element in picture(&page).all() {
            for place in ["x", "x1", "x2", "width"] {
                let share = element.get(place).strip_suffix('%').map_or("0", |share| share);
                let share = exact(share).unwrap();
                assert!(share >= Exact::ZERO && share <= Exact::from(100), "{element:?}");
            }
        }
        assert!(picture(&page).named("desc")[0].text().contains("1: −5; 2: 500"));
    }
}

#[test]
fn nothing_to_show_is_no_picture() {
    let page = chart(ChartKind::Lines, &[], &[], "19");
    assert!(page.named("figure").is_empty());
    let page = chart(ChartKind::Lines, &["05/2022"], &[("a", &["-"])], "-");
    assert!(of_class(&page, "path", "s0").is_empty());
    assert!(picture(&page).named("desc")[0].text().contains("chưa có số liệu"));
}

#[test]
fn many_months_keep_labels_that_fit() {
    let months: Vec<String> = (1..=30).map(|month| format!("T{month}")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    let values = vec!["1"; 30];
    let page = chart(ChartKind::Lines, &months, &[("a", &values)], "2");
    let all = of_class(&page, "text", "middle");
    let wide = of_class(&page, "text", "wide");
    assert!(all.len() <= 13 && all.len() - wide.len() <= 5, "{} {}", all.len(), wide.len());
    assert_eq!(all[0].text(), "T1");
}

const HOSTILE: &str = "<script>alert(1)</script>\"&'\u{1}\u{202e}]]><img src=x onerror=y>\n{{ x }}";
/// What is left of it.
const SHOWN: &str = "<script>alert(1)</script>\"&' ]]><img src=x onerror=y> {{ x }}";

#[test]
fn hostile_text_in_every_place_stays_text() {
    let hostile = || text(HOSTILE);
    let cell = |content| Cell { content, tone: Tone::Bad };
    let column = |room| Column { head: hostile(), numeric: false, room };
    let table = Table {
        caption: Some(hostile()),
        columns: vec![column(Room::Unbroken), column(Room::Tight)],
        rows: vec![
            vec![cell(Content::Words(hostile())), cell(Content::Lines(vec![hostile(), hostile()]))],
            vec![Cell::default(), cell(Content::Words(hostile()))],
        ],
    };
    let foot = FooterCell { cell: cell(Content::Words(hostile())), total: None };
    let grid = |heat| Grid { table: table.clone(), heat, foot: vec![foot.clone(), foot.clone()] };
    let chart = |kind| Chart {
        title: hostile(),
        kind,
        labels: vec![hostile(), hostile()],
        series: vec![Series { name: hostile(), values: vec![Some(Exact::from(1)), None] }; 2],
        most: None,
    };
    let blocks = vec![
        Block::Line(Tone::Plain, hostile()),
        Block::Grid(grid(false)),
        Block::Grid(grid(true)),
        Block::Chart(chart(ChartKind::Bars)),
        Block::Chart(chart(ChartKind::Lines)),
    ];
    let page = drawn(&named(HOSTILE, blocks));
    assert_eq!(page.named("script").len(), 1);
    assert!(page.named("img").is_empty());
    for name in ["title", "h1", "h2", "h3", "p", "th", "td", "li", "figcaption"] {
        let said = page.named(name).iter().any(|element| element.text().contains(SHOWN));
        assert!(said, "{name}");
    }
    for element in page.all() {
        assert!(!element.attributes.keys().any(|name| name.starts_with("on")), "{element:?}");
    }
    assert!(!page.text().contains('\u{202e}'));
}

#[test]
fn a_section_of_a_workbook_is_not_on_the_page() {
    let mut document = named("Mục", Vec::new());
    let mut list = document.sections[0].clone();
    (list.heading, list.shown_in) = (text("Danh sách"), ShownIn::Workbook);
    document.sections.push(list);
    let page = drawn(&document);
    assert_eq!(page.named("section").len(), 1);
    assert!(!page.text().contains("Danh sách"));
}
