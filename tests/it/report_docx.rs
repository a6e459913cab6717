//! The Word report, unpacked: the form of Nghị định 30/2020/NĐ-CP, the figures of the
//! score, and nothing that a text in a file could break.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate::docx::{Node, parts, sections};
use crate::office::{Office, SAMPLE};
use ntm::exact::Exact;
use ntm::intake::Office as Letterhead;
use ntm::period::Period;
use ntm::report::document::{Block, Chart, ChartKind, Document, Section, Series, ShownIn};
use ntm::report::{Cell, Column, Content, Room, Table, Tone};
use ntm::text::{Lang, Text};
use serde_json::Value;

/// The bytes of the report that the arguments ask for.
fn bytes(arguments: &[&str]) -> Vec<u8> {
    let out = Office::empty();
    let line = Office::project().command("report").args(arguments);
    line.arg("-o").arg(out.at("bao-cao.docx")).run().assert_code(0);
    out.bytes("bao-cao.docx")
}

fn report(arguments: &[&str]) -> BTreeMap<String, String> {
    parts(&bytes(arguments))
}

/// The parts of the sample's report, made once.
fn sample() -> &'static BTreeMap<String, String> {
    static PARTS: LazyLock<BTreeMap<String, String>> =
        LazyLock::new(|| report(&[&month("2022-05")]));
    &PARTS
}

fn sample_document() -> Node {
    Node::parse(&sample()["word/document.xml"])
}

fn month(name: &str) -> String {
    format!("{SAMPLE}/{name}")
}

fn document(arguments: &[&str]) -> Node {
    Node::parse(&report(arguments)["word/document.xml"])
}

/// A copy of the sample with other words in its `office.toml`.
fn with_office(office: &str) -> Office {
    let folder = Office::empty();
    folder.copy_sample(&["communes.csv", "agencies.csv", "2022-05"]);
    folder.write("office.toml", office);
    folder
}

fn month_of(folder: &Path) -> String {
    folder.join("2022-05").to_str().unwrap().to_owned()
}

const OFFICE: &str = "parent = \"UBND thành phố\"\nbody = \"Văn phòng Điều phối\"\nnumber = 5\n\
    symbol = \"BC-VPĐP\"\nplace = \"Móng Cái\"\ndate = 2022-02-05\n\
    authority = \"KT. Chánh Văn phòng\"\ntitle = \"Phó Chánh Văn phòng\"\n\
    signer = \"Người Ký\"\nrecipients = [\"- UBND thành phố;\", \"UBND các xã\", \"Lưu: VT, VPĐP.\"]\n";

/// Millimetres in twentieths of a point, and back within a rounding.
fn within(twips: u32, least: u32, most: u32) -> bool {
    (least * 1440 * 10 / 254..=most * 1440 * 10 / 254 + 1).contains(&twips)
}

#[test]
fn pages_are_a4_with_the_margins_of_the_decree() {
    let document = sample_document();
    let sections = sections(&document);
    assert!(sections.len() > 5);
    let mut lying = 0;
    for (place, (_, section)) in sections.iter().enumerate() {
        let size = section.child("w:pgSz").unwrap();
        let sides = (size.number("w:w"), size.number("w:h"));
        match size.get("w:orient") {
            "landscape" => {
                lying += 1;
                assert_eq!(sides, (16838, 11906));
                assert!(place > 0, "the letter itself stands upright");
            }
            _ => assert_eq!(sides, (11906, 16838)),
        }
        let margin = section.child("w:pgMar").unwrap();
        for (side, least, most) in
            [("w:top", 20, 25), ("w:bottom", 20, 25), ("w:left", 30, 35), ("w:right", 15, 20)]
        {
            assert!(within(margin.number(side), least, most), "{side}");
        }
        // Numbered from 1, each appendix by itself, not on the first page.
        assert_eq!(section.child("w:pgNumType").unwrap().get("w:start"), "1");
        assert!(section.child("w:titlePg").is_some());
        let headers = section.all("w:headerReference");
        assert_eq!(headers.len(), 1);
        assert_eq!(headers[0].get("w:type"), "default");
    }
    assert!(lying > 0);
}

#[test]
fn the_page_number_stands_at_the_top_in_the_middle() {
    let parts = sample();
    let header = Node::parse(&parts["word/header1.xml"]);
    assert_eq!(header.all("w:instrText")[0].text.trim(), "PAGE");
    assert_eq!(header.all("w:jc")[0].get("w:val"), "center");
    assert!(!parts.keys().any(|name| name.contains("footer")));
}

#[test]
fn letters_are_times_new_roman_of_the_sizes_of_the_decree() {
    let parts = sample();
    let styles = Node::parse(&parts["word/styles.xml"]);
    let defaults = styles.all("w:docDefaults")[0];
    for slot in ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"] {
        assert_eq!(defaults.all("w:rFonts")[0].get(slot), "Times New Roman");
    }
    assert_eq!(defaults.all("w:lang")[0].get("w:val"), "vi-VN");
    assert_eq!(defaults.all("w:sz")[0].get("w:val"), "28");
    let document = Node::parse(&parts["word/document.xml"]);
    assert!(document.all("w:rFonts").is_empty());
    for run in document.all("w:r").iter().filter(|run| !run.words().is_empty()) {
        let size = run.all("w:sz")[0].number("w:val");
        assert!((22..=28).contains(&size), "{size}: {}", run.words());
    }
    for table in document.all("w:tbl").iter().filter(|table| is_drawn(table)) {
        assert!(table.all("w:r").iter().all(|run| run.all("w:sz")[0].get("w:val") == "22"));
    }
}

#[test]
fn the_body_is_justified_and_spaced() {
    let document = sample_document();
    let body: Vec<&Node> = sections(&document)[0].0.clone();
    let indented = |p: &&&Node| p.all("w:ind").iter().any(|ind| !ind.get("w:firstLine").is_empty());
    let paragraphs: Vec<&&Node> = body.iter().filter(indented).collect();
    assert!(paragraphs.len() > 5);
    for paragraph in paragraphs {
        let spacing = paragraph.all("w:spacing")[0];
        assert!(spacing.number("w:before") + spacing.number("w:after") >= 120);
        assert!((240..=360).contains(&spacing.number("w:line")));
        let first = paragraph.all("w:ind")[0].number("w:firstLine");
        assert!(within(first, 10, 13), "{first}");
        assert_eq!(paragraph.all("w:jc")[0].get("w:val"), "both");
    }
}

/// Whether a table has lines: those of the frame have none.
fn is_drawn(table: &Node) -> bool {
    table.all("w:tblBorders")[0].child("w:insideH").unwrap().get("w:val") == "single"
}

#[test]
fn tables_fit_the_page_and_repeat_their_heads() {
    for month in
        [&["2022-05"][..], &["2022-12", "--level", "nang-cao"], &["2022-07", "--lang", "en"]]
    {
        let path = self::month(month[0]);
        let document = document(&[&[path.as_str()], &month[1..]].concat());
        let mut drawn = 0;
        for (pieces, section) in sections(&document) {
            let (size, margin) =
                (section.child("w:pgSz").unwrap(), section.child("w:pgMar").unwrap());
            let room = size.number("w:w") - margin.number("w:left") - margin.number("w:right");
            for table in pieces.iter().filter(|piece| piece.name == "w:tbl") {
                let grid: Vec<u32> =
                    table.all("w:gridCol").iter().map(|col| col.number("w:w")).collect();
                assert_eq!(grid.iter().sum::<u32>(), room);
                let properties = table.child("w:tblPr").unwrap();
                let width = properties.child("w:tblW").unwrap();
                assert_eq!((width.get("w:type"), width.number("w:w")), ("dxa", room));
                assert_eq!(properties.child("w:tblLayout").unwrap().get("w:type"), "fixed");
                let rows = table.all("w:tr");
                for row in &rows {
                    let cells: Vec<u32> =
                        row.all("w:tcW").iter().map(|cell| cell.number("w:w")).collect();
                    assert_eq!(cells, grid);
                    assert_eq!(row.all("w:cantSplit").len(), 1);
                }
                let heads: Vec<usize> =
                    rows.iter().map(|row| row.all("w:tblHeader").len()).collect();
                let expected = usize::from(is_drawn(table));
                assert_eq!((heads[0], heads.iter().sum::<usize>()), (expected, expected));
                assert!(table.all("w:trHeight").is_empty());
                drawn += expected;
            }
        }
        assert!(drawn > 4, "{drawn}");
    }
}

/// What a row says, cell by cell.
fn cells(row: &Node) -> Vec<String> {
    row.all("w:tc").iter().map(|cell| cell.words()).collect()
}

/// A number as a Vietnamese page shows it.
fn vi(number: &Value) -> String {
    number.to_string().replace('.', ",")
}

#[test]
fn the_communes_have_the_figures_of_the_score() {
    for (month, level) in [("2022-05", "ntm"), ("2022-07", "ntm"), ("2022-12", "nang-cao")] {
        let score = Office::sample().json(&format!("score {month} --level {level}"));
        let path = self::month(month);
        let document = document(&[&path, "--level", level]);
        let letter = &sections(&document)[0].0;
        let tables: Vec<&&Node> =
            letter.iter().filter(|piece| piece.name == "w:tbl" && is_drawn(piece)).collect();
        let rows = tables[1].all("w:tr");
        let communes = score["communes"].as_array().unwrap();
        assert_eq!(rows.len(), communes.len() + 2, "a head and the means");
        for (row, commune) in rows[1..].iter().zip(communes) {
            let (criteria, indicators) = (&commune["criteria"], &commune["indicators"]);
            let expected = [
                commune["name"].as_str().unwrap().to_owned(),
                vi(&criteria["met"]),
                vi(&criteria["percent"]),
                vi(&indicators["met"]),
                vi(&indicators["percent"]),
                vi(&indicators["not_met"]),
                vi(&indicators["missing"]),
                vi(&indicators["undetermined"]),
                vi(&commune["progress"]),
            ];
            assert_eq!(cells(row)[..9], expected);
        }
        let (means, summary) = (cells(rows.last().unwrap()), &score["summary"]);
        let expected = ["criteria_met_mean", "indicators_met_mean", "progress_mean"];
        assert_eq!([1, 3, 8].map(|n| means[n].clone()), expected.map(|key| vi(&summary[key])));
    }
}

/// Where `words` begin in the text, which must have them once at least.
fn place(text: &str, words: &str) -> usize {
    text.find(words).unwrap_or_else(|| panic!("{words}"))
}

#[test]
fn head_body_signature_and_appendices_follow_each_other() {
    let folder = with_office(OFFICE);
    let document = document(&[&month_of(folder.path())]);
    let text = document.words();
    let order = [
        "UBND THÀNH PHỐ",
        "VĂN PHÒNG ĐIỀU PHỐI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-VPĐP",
        "Móng Cái, ngày 05 tháng 02 năm 2022",
        "BÁO CÁO",
        "Kết quả thực hiện bộ tiêu chí",
        "I. Tổng hợp",
        "1. 9/9 xã có số liệu; bình quân đạt 13/19 tiêu chí, 42,33/57 chỉ tiêu.",
        "II. Số xã theo số tiêu chí đạt",
        "III. Kết quả từng xã",
        "Kèm theo Báo cáo này có 16 phụ lục: Phụ lục I. Ma trận",
        "Nguồn số liệu và căn cứ./.",
        "Nơi nhận:",
        "- UBND thành phố;",
        "- UBND các xã;",
        "- Lưu: VT, VPĐP.",
        "KT. CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
        "Người Ký",
        "MA TRẬN XÃ VÀ TIÊU CHÍ",
        "(Kèm theo Báo cáo số 05/BC-VPĐP ngày 05 tháng 02 năm 2022 của Văn phòng Điều phối)",
        "CHỈ TIÊU CHƯA XÃ NÀO ĐẠT",
        "VIỆC CÒN LẠI THEO CƠ QUAN CHỦ TRÌ",
        "XÃ BẮC SƠN",
        "NGUỒN SỐ LIỆU VÀ CĂN CỨ",
    ];
    let places: Vec<usize> = order.iter().map(|words| place(&text, words)).collect();
    assert!(places.is_sorted(), "{:?}", order.iter().zip(&places).collect::<Vec<_>>());
    assert_eq!(text.matches("./.").count(), 1);
    assert_eq!(text.matches("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").count(), 1);
}

/// The line under the motto is as long as the motto: drawn, not underlined.
#[test]
fn lines_are_drawn() {
    let document = sample_document();
    assert!(document.all("w:u").is_empty());
    let head = document.all("w:tbl")[0];
    let cells = head.all("w:tc");
    let room = cells[1].all("w:tcW")[0].number("w:w");
    let line = cells[1].all("w:p")[2];
    assert_eq!(line.all("w:pBdr")[0].all("w:top")[0].get("w:val"), "single");
    let side = line.all("w:ind")[0].number("w:left");
    // The motto in bold 13 by the font's own widths.
    let motto = 12241 * 13 * 20 / 1000;
    assert!((room - 2 * side).abs_diff(motto) < 20);
    assert_eq!(cells[0].all("w:pBdr").len(), 1);
}

#[test]
fn without_an_office_nothing_is_invented() {
    let folder = with_office("");
    folder.remove("office.toml");
    let path = folder.path().join("a.docx");
    let told = folder.run("report 2022-05 -o a.docx").assert_code(0).stderr();
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("office.toml"));
    let document = Node::parse(&parts(&fs::read(path).unwrap())["word/document.xml"]);
    let text = document.words();
    for words in ["Số: ………/BC-…………", "ngày …… tháng …… năm 2022", "- Lưu: VT."]
    {
        place(&text, words);
    }
    // Other forms need no office.
    folder.run("report 2022-05 --format markdown").assert_silent();
}

#[test]
fn a_notice_board_names_no_officer() {
    let folder = with_office(OFFICE);
    let text = document(&[&month_of(folder.path()), "--public"]).words();
    assert!(!text.contains("Người Ký") && text.contains("PHÓ CHÁNH VĂN PHÒNG"));
}

#[test]
fn in_english_the_frame_stays() {
    let text = document(&[&month("2022-05"), "--lang", "en"]).words();
    for words in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BÁO CÁO",
        "Report on the criteria",
        "42.33/57 indicators",
        "Nơi nhận:",
        "Phụ lục II",
    ] {
        place(&text, words);
    }
}

#[test]
fn a_long_table_of_a_letter_is_its_appendix() {
    let document = document(&[&month("2022-05"), "--commune", "Hải Xuân"]);
    let sections = sections(&document);
    assert_eq!(sections.len(), 4);
    let letter: String = sections[0].0.iter().map(|piece| piece.words()).collect();
    place(&letter, "Chi tiết tại Phụ lục I kèm theo.");
    let annex: String = sections[1].0.iter().map(|piece| piece.words()).collect();
    place(&annex, "XÃ HẢI XUÂN");
    assert!(sections[1].0.iter().any(|piece| piece.all("w:tr").len() > 57));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let arguments = [&month("2022-05")[..]];
    let first = bytes(&arguments);
    assert_eq!(first, bytes(&arguments));
    assert_eq!(first, bytes(&[arguments[0], "--threads", "1"]));
    let parts = parts(&first);
    let dates: Vec<Node> =
        ["docProps/core.xml"].iter().map(|name| Node::parse(&parts[*name])).collect();
    for name in ["dcterms:created", "dcterms:modified"] {
        assert_eq!(dates[0].all(name)[0].text, "2022-05-31T00:00:00Z");
    }
    for (name, text) in &parts {
        assert!(!text.contains("paraId=") && !text.contains("rsid"), "{name}");
    }
    // Made by many threads, each file is as made alone.
    let folder = Office::empty();
    let each = folder.path().join("xa");
    let line = ["report", arguments[0], "--each", "-o", each.to_str().unwrap()];
    Office::project().run_args(line).assert_code(0);
    for code in ["06727", "06757"] {
        let alone = bytes(&[arguments[0], "--commune", code]);
        assert_eq!(fs::read(each.join(format!("{code}.docx"))).unwrap(), alone, "{code}");
    }
}

const HOSTILE: &str = "=cmd|'/c calc'!A1 +1 -1 @SUM <script>alert(1)</script> \"&' ]]> | \u{1}\u{b}\t\u{202e}x\u{202c} 😀";

#[test]
fn no_text_breaks_the_file() {
    let hostile = HOSTILE.replace('"', "\"\"");
    let long = "W".repeat(5000);
    let folder = with_office("");
    folder
        .write("communes.csv", format!("code,name,province,region\n06727,\"{hostile}\",22,DBSH\n"));
    folder.write(
        "agencies.csv",
        format!("level,id,lead,support\nntm,1,\"{hostile}\",\"{hostile}\"\n"),
    );
    folder.remove("2022-05");
    folder.create_dir("2022-05");
    folder.write("2022-05/06727.csv", format!(
            "commune,indicator,value,evidence,note\n06727,1.1,không đạt,\"{hostile}\",\"{hostile}\"\n\
             06727,1.2,đạt,{long},a\n"
        ));
    let escaped = "\\u0000\\u0001\\u000B\\u202E <w:p/> & \\\" ' ]]> \\n😀 ";
    let mut office = String::new();
    for key in ["parent", "body", "number", "symbol", "place", "authority", "title", "signer"] {
        office += &format!("{key} = \"{escaped}{key}{}\"\n", "R".repeat(300));
    }
    office += &format!("recipients = [\"{escaped}\", \"Lưu: {escaped}\"]\n");
    folder.write("office.toml", office);

    let parts = report(&[&month_of(folder.path())]);
    for (_, text) in parts.iter().filter(|(name, _)| name.ends_with(".xml")) {
        Node::parse(text);
    }
    let document = Node::parse(&parts["word/document.xml"]);
    let text = document.words();
    for words in [
        "=cmd|'/c calc'!A1 +1 -1 @SUM <script>alert(1)</script> \"&' ]]> |",
        &long,
        "<w:p/> & \" ' ]]>",
    ] {
        place(&text, words);
    }
    for c in ['\u{202e}', '\u{1}', '\u{0}', '\u{b}', '\n', '\t'] {
        assert!(!text.contains(c), "{c:?}");
    }
    let core = Node::parse(&parts["docProps/core.xml"]);
    assert!(core.all("dc:creator")[0].text.contains("<w:p/> & \" ' ]]>"));
    for table in document.all("w:tbl") {
        let grid: u32 = table.all("w:gridCol").iter().map(|col| col.number("w:w")).sum();
        assert_eq!(grid, table.all("w:tblW")[0].number("w:w"));
    }
}

#[test]
fn every_fault_of_the_office_is_told_with_its_place() {
    let folder = with_office(
        "\u{feff}parent = 7\r\nbdy = \"a\"\r\ndate = \"5/6/2022\"\r\nrecipients = [\"a\", 1]\r\n\
         place = “Móng Cái”\r\nsigner = \"B\"\r\n",
    );
    let told = folder.run("report 2022-05 -o a.docx").assert_code(2).stderr();
    assert!(!folder.exists("a.docx"));
    for place in ["1:10", "2:1", "3:8", "4:14", "5:9"] {
        assert!(told.contains(&format!("office.toml:{place}: lỗi[bad-office]")), "{place}\n{told}");
    }
    assert!(told.contains("body"), "the nearest key: {told}");
    folder.run("check --explain bad-office").assert_code(0);
    folder.write("office.toml", b"place = \"M\xf3ng\"");
    let output = folder.run("report 2022-05 -o a.docx").assert_code(2);
    assert!(output.stderr().contains("lỗi[bad-encoding]"));
}

#[test]
fn empty_keys_stay_open_and_the_file_is_never_overwritten() {
    let template = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/init/office.toml"));
    let folder = with_office(&template.unwrap());
    let own = folder.path().join("office.toml");
    let before = fs::read(&own).unwrap();
    let month = month_of(folder.path());
    folder.run("report 2022-05 --format docx -o office.toml").assert_code(2);
    assert_eq!(fs::read(&own).unwrap(), before);
    let text = document(&[&month]).words();
    place(&text, "Số: ………/BC-…………");
}

/// The order of the schema, which a strict reader wants.
#[test]
fn properties_stand_in_the_order_of_the_format() {
    let document = sample_document();
    let order =
        ["w:keepNext", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr"];
    for properties in document.all("w:pPr") {
        let places: Vec<usize> = properties
            .children
            .iter()
            .map(|child| order.iter().position(|name| *name == child.name).expect(&child.name))
            .collect();
        assert!(places.is_sorted(), "{:?}", properties.children);
    }
    for section in document.all("w:sectPr") {
        let names: Vec<&str> = section.children.iter().map(|child| child.name.as_str()).collect();
        let expected =
            ["w:headerReference", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg"];
        assert_eq!(names, expected);
    }
}

/// A document made by hand: `lines` and tables of so many rows.
fn by_hand(title: &str, lines: &[&str], tables: &[usize]) -> Document {
    let line = |line: &&str| Block::Line(Tone::Plain, Text::same(line));
    let table = |rows: &usize| {
        let cell = || Cell { content: Content::Words(Text::same("ô")), tone: Tone::Plain };
        let column = Column { head: Text::same("cột"), numeric: false, room: Room::Any };
        let caption = Some(Text::same(format_args!("bảng {rows} dòng")));
        let rows = (0..*rows).map(|_| vec![cell()]).collect();
        Block::from(Table { caption, columns: vec![column], rows })
    };
    let half = Exact::parse("0.5").unwrap();
    let chart = Block::Chart(Chart {
        title: Text::same("biểu đồ"),
        kind: ChartKind::Lines,
        labels: ["a", "b", "c"].map(Text::same).to_vec(),
        series: vec![Series {
            name: Text::same("s"),
            values: vec![Some(half.clone()), None, Some(half)],
        }],
        most: None,
    });
    let blocks = lines.iter().map(line).chain(tables.iter().map(table)).chain([chart]);
    let heading = Text::same("Phần một");
    Document {
        title: Text::same(title),
        mark: None,
        lead: Vec::new(),
        period: Period::parse("2022-05"),
        wide: false,
        sections: vec![Section {
            sheet: heading.clone(),
            heading,
            shown_in: ShownIn::Everywhere,
            blocks: blocks.collect(),
        }],
    }
}

fn written(document: &Document) -> String {
    let bytes = ntm::render::docx::document(document, &Letterhead::default(), Lang::Vi).unwrap();
    Node::parse(&parts(&bytes)["word/document.xml"]).words()
}

#[test]
fn any_titled_document_gets_the_frame() {
    let text = written(&by_hand("Biểu tự đánh giá", &["một", "hai"], &[]));
    place(&text, "Biểu tự đánh giá");
    place(&text, "1. một.2. hai./.");
    assert!(!text.contains("BÁO CÁO") && !text.contains("Phụ lục"));

    let text = written(&by_hand("Báo cáo quý", &["một"], &[3]));
    place(&text, "BÁO CÁOQuý");
    place(&text, "I. Phần mộtmột.II. Bảng 3 dòngCộtôôô./.");

    // What is no report is its table, however long.
    let text = written(&by_hand("Biểu tự đánh giá", &["một"], &[100]));
    assert_eq!(text.matches("ôô").count(), 50);
    assert!(!text.contains("Phụ lục"));
}

#[test]
fn appendices_are_named_as_they_are_numbered() {
    let text = written(&by_hand("Báo cáo", &["một"], &[100]));
    place(&text, "Chi tiết tại Phụ lục kèm theo.");
    place(&text, "Kèm theo Báo cáo này có Phụ lục: bảng 100 dòng./.");
    let text = written(&by_hand("Báo cáo", &["một"], &[100, 2, 50]));
    for words in ["Chi tiết tại Phụ lục I kèm theo.", "Chi tiết tại Phụ lục II kèm theo."]
    {
        place(&text, words);
    }
    place(&text, "Phụ lục I. bảng 100 dòng; Phụ lục II. bảng 50 dòng./.");
    // The cells, and the letters of other words that are the same.
    assert_eq!(text.matches("ôô").count(), 50 + 1 + 25);
}

#[test]
fn an_empty_document_is_a_letter_all_the_same() {
    let empty = Document { sections: Vec::new(), ..by_hand("", &[], &[]) };
    place(&written(&empty), "./.");
}
