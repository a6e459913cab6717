//! Cells of workbooks whose letters are struck out or raised: joined they would say
//! something else than what people see.

use crate::month::{MONTH, archive, errors, month, raw_book, save, values};
use crate::office::Office;
use rust_xlsxwriter::{Format, FormatScript, Workbook, Worksheet};

const HEAD: [&str; 3] = ["TT", "Nội dung", "Kết quả"];

fn sheet(book: &mut Workbook) -> &mut Worksheet {
    let sheet = book.add_worksheet().set_name("NTM").unwrap();
    for (column, name) in (0..).zip(HEAD) {
        sheet.write(0, column, name).unwrap();
    }
    sheet
}

#[test]
fn runs_that_are_struck_out_or_raised_behind_digits_are_refused() {
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let raised = Format::new().set_font_script(FormatScript::Superscript);
    let lowered = Format::new().set_font_script(FormatScript::Subscript);
    let folder = month();
    let mut book = Workbook::new();
    let own = sheet(&mut book);
    for (line, id) in (1..).zip(["1.1", "4.2", "10.1", "2.1", "1.2", "8.1"]) {
        own.write(line, 0, id).unwrap();
    }
    own.write_rich_string(1, 2, &[(&struck, "chưa "), (&plain, "đạt")]).unwrap();
    own.write_rich_string(2, 2, &[(&plain, "9"), (&raised, "9")]).unwrap();
    own.write_rich_string(3, 2, &[(&plain, "41"), (&lowered, "2")]).unwrap();
    // What nobody crossed out is read, whatever its colours.
    own.write_rich_string(4, 2, &[(&Format::new().set_bold(), "9"), (&plain, "5")]).unwrap();
    // A cell that is struck out as a whole.
    own.write_with_format(5, 2, "đạt", &struck).unwrap();
    own.write(6, 2, "đạt").unwrap();
    save(&folder, "06727.xlsx", book);
    assert_eq!(
        errors(&folder),
        ["C2", "C3", "C4", "C6"].map(|cell| format!("shown-otherwise {cell}"))
    );
}

#[test]
fn old_workbooks_have_such_runs_too() {
    let folder = month();
    let book = format!("{}/tests/books/struck-out.xls", env!("CARGO_MANIFEST_DIR"));
    std::fs::copy(book, folder.at(MONTH).join("06727.xls")).unwrap();
    assert_eq!(errors(&folder), ["C2", "C3", "C4"].map(|cell| format!("shown-otherwise {cell}")));
}

#[test]
fn a_zero_that_the_sheet_does_not_show_is_none() {
    for name in ["no-zeros.xls", "no-zeros.ods"] {
        let folder = month();
        let book = format!("{}/tests/books/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::copy(book, folder.at(MONTH).join(name.replace("no-zeros", "06727"))).unwrap();
        assert_eq!(errors(&folder), ["shown-otherwise C2", "shown-otherwise C3"], "{name}");
    }
    let folder = month();
    let mut book = Workbook::new();
    for (name, ids, hidden) in [("NTM", ["11.1", "2.1"], true), ("Thêm", ["2.2", "2.3"], false)] {
        let own = book.add_worksheet().set_name(name).unwrap().set_hidden_zeroes(hidden);
        own.write(0, 0, "TT").unwrap().write(0, 1, "Kết quả").unwrap();
        for (line, (id, value)) in (1..).zip(ids.into_iter().zip([0.0, 99.5])) {
            own.write(line, 0, id).unwrap().write(line, 1, value).unwrap();
        }
    }
    save(&folder, "06727.xlsx", book);
    // The other sheet shows its own.
    assert_eq!(errors(&folder), ["shown-otherwise B2"]);
}

#[test]
fn a_raised_digit_of_a_unit_is_no_mark_of_a_note() {
    let (plain, raised) = (Format::new(), Format::new().set_font_script(FormatScript::Superscript));
    let folder = month();
    let mut book = Workbook::new();
    let own = sheet(&mut book);
    own.write(1, 0, "10.1").unwrap();
    own.write_rich_string(1, 1, &[(&plain, "Diện tích (m"), (&raised, "2"), (&plain, ")")])
        .unwrap();
    own.write(1, 2, "54,5").unwrap();
    save(&folder, "06727.xlsx", book);
    assert_eq!(errors(&folder), [""; 0]);
    assert_eq!(values(&folder), ["10.1 54.5"]);
}

#[test]
fn runs_within_the_cell_itself_are_seen_too() {
    let text = |cell: &str, text: &str| {
        format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let head: String =
        ["A1", "B1"].into_iter().zip(["TT", "Kết quả"]).map(|(c, t)| text(c, t)).collect();
    let cell = |run: &str| {
        format!(
            r#"<c r="B2" t="inlineStr"><is><r><t>9</t></r><r><rPr>{run}</rPr><t>9</t></r></is></c>"#
        )
    };
    let read = |run: &str| -> Office {
        let id = text("A2", "4.2");
        let sheet = format!(
            r#"<sheetData><row r="1">{head}</row><row r="2">{id}{}</row></sheetData>"#,
            cell(run)
        );
        let folder = month();
        folder.write(format!("{MONTH}/06727.xlsx"), raw_book(&sheet, ""));
        folder
    };
    for run in [r#"<vertAlign val="superscript"/>"#, "<strike/>"] {
        assert_eq!(errors(&read(run)), ["shown-otherwise B2"], "{run}");
    }
    for run in [r#"<vertAlign val="baseline"/>"#, r#"<strike val="0"/>"#, "<b/>"] {
        let folder = read(run);
        assert_eq!(errors(&folder), [""; 0], "{run}");
        assert_eq!(values(&folder), ["4.2 99"], "{run}");
    }
}

#[test]
fn spans_of_opendocument_are_seen_too() {
    const NAMES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#;
    let styles = [
        ("S", r#"style:text-line-through-style="solid""#),
        ("R", r#"style:text-position="super 58%""#),
        ("N", r#"style:text-line-through-style="none""#),
    ];
    let styles: String = styles
        .iter()
        .map(|(name, says)| {
            format!(
                r#"<style:style style:name="{name}"><style:text-properties {says}/></style:style>"#
            )
        })
        .collect();
    let cell = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| cell(text)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let span = |style: &str, text: &str| {
        format!(r#"<text:span text:style-name="{style}">{text}</text:span>"#)
    };
    let rows = [
        row(&["TT", "Kết quả"]),
        row(&["1.1", &format!("{}đạt", span("S", "chưa "))]),
        row(&["4.2", &format!("9{}", span("R", "9"))]),
        row(&["2.1", &format!("9{}", span("N", "5"))]),
    ];
    let content = format!(
        r#"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="NTM">{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        rows.concat()
    );
    let folder = month();
    let book = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ]);
    folder.write(format!("{MONTH}/06727.ods"), book);
    assert_eq!(errors(&folder), ["shown-otherwise B2", "shown-otherwise B3"]);
}
