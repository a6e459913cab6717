//! Tables of indicators in documents of Word are read as those of workbooks are.

use std::io::{Cursor, Write};

use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow, VMergeType};
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::month::{MONTH, month, values};
use crate::office::Office;

/// A document with this body, as other writers of documents write it.
fn document(body: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let text = format!("<w:document xmlns:w=\"{MAIN}\"><w:body>{body}</w:body></w:document>");
    for (name, text) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", &text)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn paragraph(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

/// A cell of one line.
fn cell(text: &str) -> String {
    format!("<w:tc>{}</w:tc>", paragraph(&run(text)))
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// A table of plain cells: a row a line, cells parted by `|`.
fn rows(table: &str) -> String {
    let row = |line: &str| row(&line.split('|').map(|text| cell(text.trim())).collect::<Vec<_>>());
    table.lines().map(row).collect()
}

fn table(rows: &str) -> String {
    format!("<w:tbl><w:tblPr/>{rows}</w:tbl>")
}

const HEADER: &str = "TT|Chỉ tiêu|Kết quả|Ghi chú";

/// A month with a document.
fn with(body: &str) -> Office {
    let office = month();
    office.write(format!("{MONTH}/06727.docx"), document(body));
    office
}

/// A month with a document that holds a table of these rows below the usual header.
fn with_rows(xml: &str) -> Office {
    with(&table(&(rows(HEADER) + xml)))
}

/// What a check tells but for what is missing: code, line and the word for the table.
fn told(office: &Office) -> Vec<String> {
    let check = office.run(&format!("check {MONTH} --format json")).json();
    let of_reading = |p: &&Value| {
        !["missing-evidence", "missing-indicator"].contains(&p["code"].as_str().unwrap())
    };
    let problems = check["problems"].as_array().unwrap().iter().filter(of_reading);
    let tell = |p: &Value| format!("{} {} {}", p["code"].as_str().unwrap(), p["sheet"], p["line"]);
    problems.map(tell).filter(|told| !told.starts_with("not-reported")).collect()
}

fn repairs(office: &Office) -> Vec<String> {
    let check = office.run(&format!("check {MONTH} --format json")).json();
    let told = |r: &Value| format!("{} {}", r["kind"].as_str().unwrap(), r["count"]);
    check["repairs"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn the_first_fitting_table_is_read_and_the_others_are_counted() {
    let motto = table(&rows("UBND XÃ BẮC SƠN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    let data = table(&rows(&format!("{HEADER}\n1.1|Có quy hoạch|đạt|\n2.2|Tỷ lệ đường|83,5%|x")));
    let sign = table(&rows("NGƯỜI LẬP BIỂU|TM. ỦY BAN NHÂN DÂN"));
    let text = paragraph(&run("Ủy ban nhân dân xã báo cáo: 1.1 đạt"));
    let office = with(&[motto, text, data, sign].concat());
    assert_eq!(values(&office), ["1.1 true", "2.2 83.5"]);
    assert_eq!(told(&office), [""; 0]);
    assert_eq!(repairs(&office), ["other-tables 2"]);
}

#[test]
fn a_document_that_the_usual_library_writes_is_read() {
    let cell = |text: &str| {
        TableCell::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text(text)))
    };
    let line = |cells: [&str; 3]| TableRow::new(cells.map(cell).to_vec());
    let merged = |text: &str, merge| {
        TableRow::new(vec![
            cell(text).vertical_merge(merge),
            cell(if merge == VMergeType::Restart {
                "1.1. Có quy hoạch"
            } else {
                "1.2. Ban hành"
            }),
            cell("đạt"),
        ])
    };
    let table = Table::new(vec![
        line(["TT", "Nội dung tiêu chí", "Kết quả"]),
        TableRow::new(vec![cell("I. QUY HOẠCH").grid_span(3)]),
        merged("1", VMergeType::Restart),
        merged("", VMergeType::Continue),
        line(["2", "2.2. Tỷ lệ đường", "83,5"]),
    ]);
    let mut bytes = Cursor::new(Vec::new());
    Docx::new().add_table(table).build().pack(&mut bytes).unwrap();
    let office = month();
    office.write(format!("{MONTH}/06727.docx"), bytes.into_inner());
    assert_eq!(values(&office), ["1.1 true", "1.2 true", "2.2 83.5"]);
    assert_eq!(told(&office), [""; 0]);
}

#[test]
fn a_fault_names_the_table_and_its_row() {
    let motto = table(&rows("UBND XÃ BẮC SƠN|CỘNG HÒA"));
    let data = table(&rows(&format!("PHỤ LỤC|||\n{HEADER}\n1.1|Có|đạt|\n2.2|Tỷ lệ|98,x|")));
    let office = with(&[motto, data].concat());
    assert_eq!(told(&office), ["not-a-number \"table:2\" 4"]);
    let output = office.run(&format!("score {MONTH}")).assert_code(2);
    assert!(output.stderr().contains("06727.docx, bảng 2, dòng 4: lỗi[not-a-number]"));
    let output = office.run(&format!("score {MONTH} --lang en"));
    assert!(output.stderr().contains("06727.docx, table 2, row 4: error[not-a-number]"));
}

#[test]
fn a_document_without_a_fitting_table_is_named_and_by_name_refused() {
    let office = month();
    office.write(format!("{MONTH}/06727.csv"), "indicator,value\n1.1,đạt\n");
    let people = table(&rows("STT|Họ và tên|Chức vụ\n1|Nguyễn Văn A|Chủ tịch"));
    let work = table(&rows("STT|Nội dung|Kết quả\n1|Họp giao ban|Đã họp\n2|Tuyên truyền|Tốt"));
    let other = people + &work;
    office.write(format!("{MONTH}/giay-moi.docx"), document(&other));
    office.write(format!("{MONTH}/hong.docx"), "PK");
    office.write(format!("{MONTH}/~$06727.docx"), "x");
    let output = office.run(&format!("score {MONTH} --format json")).assert_code(0);
    let named = "[passed-over]: văn bản Word không được đọc";
    assert!(output.stderr().contains(named), "{}", output.stderr());
    assert!(output.stderr().contains("(2: giay-moi.docx, hong.docx)"), "{}", output.stderr());
    let named = format!("score {MONTH}/giay-moi.docx");
    let output = office.run(&named).assert_code(2);
    assert!(output.stderr().contains("lỗi[unreadable-file]"), "{}", output.stderr());
    assert!(output.stderr().contains("không có bảng nào"), "{}", output.stderr());
}

#[test]
fn a_table_of_verdicts_under_an_unknown_name_is_refused_as_a_sheet_is() {
    let office = with(&table(&rows("TT|Chỉ tiêu|Tình hình\n1.1|Có quy hoạch|đạt")));
    assert_eq!(told(&office)[0], "missing-column \"table:1\" 1");
    // Figures of something else are numbered too.
    let other = table(&rows("STT|Chỉ tiêu|Kế hoạch\n1.1|Trồng trọt|54,5\n1.2|Chăn nuôi|30"));
    let office = with(&other);
    let output = office.run(&format!("score {MONTH}")).assert_code(2);
    assert!(output.stderr().contains("passed-over"), "{}", output.stderr());
}

#[test]
fn another_table_that_may_hold_data_is_named() {
    let data = table(&rows(&format!("{HEADER}\n1.1|Có quy hoạch|đạt|")));
    let more = table(&rows(&format!("{HEADER}\n1.2|Ban hành|đạt|")));
    let goes_on = table(&rows("2.1|Tỷ lệ|100|\n2.2|Tỷ lệ đường|83,5|"));
    let office = with(&[data, more, goes_on].concat());
    assert_eq!(values(&office), ["1.1 true"]);
    let told = told(&office);
    assert_eq!(told, ["passed-over \"table:2\" null", "passed-over \"table:3\" null"]);
}

#[test]
fn merged_cells_keep_the_columns() {
    let span = |text: &str, columns: u8| {
        let inner = paragraph(&run(text));
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{columns}\"/></w:tcPr>{inner}</w:tc>")
    };
    let heading = row(&[span("I. Hạ tầng", 4)]);
    let wide = row(&[cell("1.1"), span("Có quy hoạch", 1), cell("đạt"), cell("")]);
    // A row that begins in the second column.
    let indented = format!(
        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr>",
        cell("1.2 Ban hành quy định"),
        cell("chưa đạt")
    );
    let header = rows("TT|Nội dung|Kết quả|Ghi chú");
    let body = [
        header,
        heading,
        row(&[cell("1"), cell("1.1 Có quy hoạch"), cell("đạt"), cell("")]),
        indented,
    ];
    let office = with(&table(&body.concat()));
    assert_eq!(values(&office), ["1.1 true", "1.2 false"]);
    let office = with_rows(&wide);
    assert_eq!(values(&office), ["1.1 true"]);
}

#[test]
fn a_value_merged_over_rows_is_refused() {
    let merged = |text: &str, begins: bool| {
        let merge = if begins { " w:val=\"restart\"" } else { "" };
        format!("<w:tc><w:tcPr><w:vMerge{merge}/></w:tcPr>{}</w:tc>", paragraph(&run(text)))
    };
    let first = row(&[cell("1.1"), cell("Có quy hoạch"), merged("đạt", true), cell("")]);
    let second = row(&[cell("1.2"), cell("Ban hành"), merged("", false), cell("")]);
    let office = with_rows(&(first + &second));
    assert_eq!(told(&office), ["not-a-value \"table:1\" 2"]);
}

/// The value that a cell with this in its paragraph gives to 2.2, or what is told of it.
fn value_of(inner: &str) -> String {
    let value = format!("<w:tc>{}</w:tc>", paragraph(inner));
    let office = with_rows(&row(&[cell("2.2"), cell("Tỷ lệ đường"), value, cell("")]));
    match told(&office).as_slice() {
        [] => values(&office).concat(),
        told => told.concat(),
    }
}

#[test]
fn what_a_cell_shows_is_its_text() {
    for (inner, expected) in [
        (run("83,5"), "2.2 83.5"),
        // Words are cut into runs as the writer pleases.
        (run("8") + &run("3,") + &run("5 %"), "2.2 83.5"),
        (run("83,5") + "<w:r><w:br/></w:r>", "2.2 83.5"),
        (format!("<w:ins w:id=\"1\">{}</w:ins>", run("83,5")), "2.2 83.5"),
        (
            format!("<w:del w:id=\"1\"><w:r><w:delText>7</w:delText></w:r></w:del>{}", run("83,5")),
            "2.2 83.5",
        ),
        (format!("<w:moveFrom w:id=\"1\">{}</w:moveFrom>{}", run("7"), run("83,5")), "2.2 83.5"),
        (
            format!(
                "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                run("83,5")
            ),
            "2.2 83.5",
        ),
        (format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r>{}", run("83,5")), "2.2 83.5"),
        (
            "<w:r><w:rPr><w:rPrChange w:id=\"1\"><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>83,5</w:t></w:r>".to_string(),
            "2.2 83.5",
        ),
        (format!("<w:r><w:instrText>SUM(A1)</w:instrText></w:r>{}", run("83,5")), "2.2 83.5"),
        (
            format!("<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r>{}", run("83,5")),
            "shown-otherwise \"table:1\" 2",
        ),
        (
            format!(
                "{}<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>",
                run("83")
            ),
            "shown-otherwise \"table:1\" 2",
        ),
        // Nothing of a fraction drawn one above the other is joined.
        (
            "<m:oMath xmlns:m=\"m\"><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>13</m:t></m:r></m:den></m:f></m:oMath>".to_string(),
            "shown-otherwise \"table:1\" 2",
        ),
    ] {
        assert_eq!(value_of(&inner), expected, "{inner}");
    }
}

#[test]
fn paragraphs_stand_on_lines_and_inner_tables_apart() {
    let two = format!("<w:tc>{}{}</w:tc>", paragraph(&run("2.2.")), paragraph(&run("Tỷ lệ đường")));
    let inner = table(&rows("7|8"));
    let value = format!("<w:tc>{}{inner}{}</w:tc>", paragraph(&run("83,5")), paragraph(""));
    let office = with(&table(&(rows("Nội dung|Kết quả") + &row(&[two, value]))));
    assert_eq!(values(&office), ["2.2 83.5"]);
    assert_eq!(repairs(&office), ["other-tables 1"]);
    // A table that stands in a frame is a table like others.
    let data = table(&rows(&format!("{HEADER}\n1.1|Có quy hoạch|đạt|")));
    let office = with(&table(&row(&[format!("<w:tc>{data}{}</w:tc>", paragraph(""))])));
    assert_eq!(values(&office), ["1.1 true"]);
}

#[test]
fn deleted_rows_and_hints_of_fields_are_no_data() {
    let gone = format!(
        "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{}</w:tr>",
        [cell("1.1"), cell("Có"), cell("chưa đạt"), cell("")].concat()
    );
    let field = format!(
        "<w:tc><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p></w:tc>",
        run("Chọn một mục.")
    );
    let kept = row(&[cell("1.1"), cell("Có"), cell("đạt"), cell("")]);
    let open = row(&[cell("1.2"), cell("Ban hành"), field, cell("")]);
    let office = with_rows(&[gone, kept, open].concat());
    assert_eq!(values(&office), ["1.1 true"]);
    assert_eq!(told(&office), [""; 0]);
}

#[test]
fn signs_of_a_font_of_signs_are_what_they_show() {
    let symbol = |code: &str| {
        format!(
            "<w:tc><w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"{code}\"/></w:r></w:p></w:tc>"
        )
    };
    let lettered = "<w:tc><w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>ü</w:t></w:r></w:p></w:tc>";
    let yes = row(&[cell("1.1"), cell("Có"), symbol("F0FC"), cell("")]);
    let also = row(&[cell("1.2"), cell("Ban hành"), lettered.to_owned(), cell("")]);
    let office = with_rows(&(yes.clone() + &also));
    assert_eq!(values(&office), ["1.1 true", "1.2 true"]);
    let office = with_rows(&(yes + &row(&[cell("1.2"), cell("Ban"), symbol("F04A"), cell("")])));
    assert_eq!(told(&office), ["not-a-value \"table:1\" 3"]);
}

#[test]
fn a_title_above_a_table_says_what_its_rows_are_of() {
    let data = table(&rows(&format!("{HEADER}\n1.1|Có quy hoạch|đạt|\n2.2|Tỷ lệ|83,5%|x")));
    for (title, expected) in [
        ("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO", "bad-level"),
        ("UBND XÃ HẢI ĐÔNG", "unknown-commune"),
        ("KẾT QUẢ THÁNG 4 NĂM 2022", "bad-period"),
    ] {
        let office = with(&(paragraph(&run(title)) + &data));
        let told = told(&office);
        assert_eq!(told.len(), 1, "{title}: {told:?}");
        assert_eq!(told[0].split(' ').next(), Some(expected), "{title}");
        office.run(&format!("score {MONTH}")).assert_code(2);
    }
    // What is said in sentences, long before or below, is none of the table's title.
    let report = [
        "So với tháng 4/2022, xã đã tăng một tiêu chí.",
        "UBND XÃ BẮC SƠN",
        "Kết quả tháng 5 năm 2022",
    ];
    let before: String = report.iter().map(|line| paragraph(&run(line))).collect();
    let office = with(&(before + &data + &paragraph(&run("Phương hướng tháng 6/2022"))));
    assert_eq!(told(&office), [""; 0]);
    assert_eq!(values(&office), ["1.1 true", "2.2 83.5"]);
}

#[test]
fn a_document_made_to_harm_ends_in_time() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    let many = format!("<w:tr>{}</w:tr>", "<w:tc/>".repeat(300));
    let spans = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr></w:tc></w:tr>";
    for body in [deep, table(&many), table(spans), "<w:tbl><w:tr>".to_owned()] {
        let office = with(&body);
        let output = office.run(&format!("score {MONTH}/06727.docx")).assert_code(2);
        assert!(output.stderr().contains("unreadable-file"), "{}", output.stderr());
    }
}

#[test]
fn letters_of_the_program_itself_are_passed_over() {
    let office = month();
    office.copy_sample(&["2022-05"]);
    office.run("report 2022-05 -o bao-cao.docx").assert_code(0);
    let bytes = std::fs::read(office.at("bao-cao.docx")).unwrap();
    office.write("2022-05/bao-cao.docx", bytes);
    let check = office.run("check 2022-05 --format json").json();
    let own = |p: &&Value| p["file"].as_str().unwrap().ends_with("bao-cao.docx");
    let told: Vec<&str> = check["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(own)
        .map(|p| p["code"].as_str().unwrap())
        .collect();
    assert_eq!(told, ["own-output"]);
}
