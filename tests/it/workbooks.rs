//! What a cell shows is what is read, in each format of workbooks, or it is refused; what
//! is no workbook is told for what it is.

use std::io::{Cursor, Write};

use crate::office::Office;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use serde_json::Value;

use crate::month::{MONTH, archive, errors, month, raw_book, save, values};

const FORMATS: [&str; 3] = ["xlsx", "xls", "ods"];

/// A month with one of the workbooks of tests/books.
fn with_book(name: &str) -> Office {
    let folder = month();
    let from = format!("{}/tests/books/{name}", env!("CARGO_MANIFEST_DIR"));
    let (_, ending) = name.rsplit_once('.').unwrap();
    std::fs::copy(from, folder.path().join(MONTH).join(format!("06727.{ending}"))).unwrap();
    folder
}

/// A month with a file of these bytes.
fn with_bytes(name: &str, bytes: &[u8]) -> Office {
    let folder = month();
    folder.write(format!("{MONTH}/{name}"), bytes);
    folder
}

/// A month with a workbook of one sheet that names indicator and value.
fn with_sheet(name: &str, fill: impl Fn(&mut Worksheet)) -> Office {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(name).unwrap();
    sheet.write(0, 0, "Chỉ tiêu").unwrap().write(0, 1, "Giá trị").unwrap();
    fill(sheet);
    save(&folder, "06727.xlsx", book);
    folder
}

fn repairs(folder: &Office) -> Vec<String> {
    let check = folder.json(&format!("check {MONTH}"));
    let tell = |r: &Value| format!("{} {}", r["kind"].as_str().unwrap(), r["count"]);
    check["repairs"].as_array().unwrap().iter().map(tell).collect()
}

#[test]
fn a_cell_is_read_as_it_is_shown_in_every_format() {
    for format in FORMATS {
        let folder = with_book(&format!("cells.{format}"));
        assert_eq!(
            values(&folder),
            [
                // Percent, also where it is rounded on the page.
                "2.1 98.5",
                "2.2 89.96",
                "2.3 99.6",
                "2.4 80.5",
                "3.1 0.3",
                "3.2 true",
                // A number that is shown as words.
                "4.1 true",
                "4.2 99",
                "5.1 75",
                "6.1 false",
                "9.1 0",
                // Shown in millions.
                "10.1 54.5",
                // Five in a hundred are no 0.05.
                "11.1 5",
                "15.3 18.2",
                "16.1 90",
                // With its unit behind it.
                "17.4 2.5",
                // The id is held as 17.1 and shown as 17.10.
                "17.10 100",
                "17.11 98.5",
                "19.1 true",
            ],
            "{format}"
        );
        assert_eq!(
            repairs(&folder),
            ["hidden-rows 1", "merged-cells 2", "percent-cells 5"],
            "{format}"
        );
        let score = folder.json(&format!("score {MONTH}"));
        let poor = &score["communes"][0]["results"][10]["indicators"][0];
        assert_eq!((&poor["id"], &poor["status"]), (&"11.1".into(), &"not_met".into()), "{format}");
    }
}

#[test]
fn a_cell_that_shows_something_else_is_refused_in_every_format() {
    for format in FORMATS {
        assert_eq!(
            errors(&with_book(&format!("refused.{format}"))),
            [
                // Nothing, a dash for zero, a fraction, a sign in front, a currency in front.
                "shown-otherwise D2",
                "shown-otherwise D3",
                "shown-otherwise D4",
                "shown-otherwise D5",
                "shown-otherwise D6",
                "shown-otherwise D7",
                // #N/A, a day, another unit, percent of what is no share.
                "not-a-number D8",
                "not-a-number D9",
                "not-a-number D10",
                "not-a-number D11",
            ],
            "{format}"
        );
    }
}

/// An OpenDocument workbook of one sheet with these cells, each a row.
fn open_document(cells: &[(&str, &str, &str)]) -> Vec<u8> {
    let row = |(id, held, shown): &(&str, &str, &str)| {
        format!(
            r#"<table:table-row><table:table-cell office:value-type="string"><text:p>{id}</text:p></table:table-cell><table:table-cell {held}><text:p>{shown}</text:p></table:table-cell></table:table-row>"#
        )
    };
    let text = r#"office:value-type="string""#;
    let rows: String =
        std::iter::once(&("Chỉ tiêu", text, "Giá trị")).chain(cells).map(row).collect();
    let names = ["office", "table", "text"];
    let names = names
        .map(|name| format!(r#" xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0""#));
    let content = format!(
        r#"<office:document-content{}><office:body><office:spreadsheet><table:table table:name="NTM">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        names.concat()
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", &content)])
}

#[test]
fn a_sign_of_percent_that_is_only_drawn_makes_no_hundredfold_in_any_format() {
    let drawn = [
        ("4.2", 0.99, "0.00\"%\"", "0,99%"),
        ("9.2", 92.5, "0.0000\\%", "92.5000%"),
        ("11.1", 0.9, "0\"%\"", "1%"),
        ("15.3", 0.5, "0.00\" %\"", "0.50 %"),
        ("17.11", 20.0, "0.000\"%\"", "20,000%"),
    ];
    let right = ["4.2 0.99", "9.2 92.5", "11.1 0.9", "15.3 0.5", "17.11 20"];
    let sheet = with_sheet("NTM", |sheet| {
        for (row, (id, held, format, _)) in (1..).zip(drawn) {
            let format = Format::new().set_num_format(format);
            sheet.write(row, 0, id).unwrap().write_with_format(row, 1, held, &format).unwrap();
        }
    });
    assert_eq!(values(&sheet), right);
    let held =
        drawn.map(|(_, held, ..)| format!(r#"office:value-type="float" office:value="{held}""#));
    let cells: Vec<(&str, &str, &str)> = drawn
        .iter()
        .zip(&held)
        .map(|((id, _, _, shown), held)| (*id, held.as_str(), *shown))
        .collect();
    let document = with_bytes("06727.ods", &open_document(&cells));
    assert_eq!((errors(&document), values(&document)), (vec![], right.map(String::from).to_vec()));
    // What the number and the text beside it cannot both be is refused.
    let held = r#"office:value-type="float" office:value="0.004""#;
    let document = with_bytes("06727.ods", &open_document(&[("4.2", held, "0%")]));
    assert_eq!(errors(&document), ["shown-otherwise B2"]);
}

#[test]
fn merged_cells_mean_the_same_in_every_format() {
    for format in FORMATS {
        let folder = with_book(&format!("merged.{format}"));
        // A value over two rows; a numerator over its denominator.
        assert_eq!(errors(&folder), ["not-a-value D4", "not-a-value E6"], "{format}");
        let score = folder.json(&format!("score {MONTH} --lenient"));
        let results = score["communes"][0]["results"].as_array().unwrap();
        let indicators = results.iter().flat_map(|c| c["indicators"].as_array().unwrap());
        let given = indicators.filter(|i| i["status"] != "missing" || !i["evidence"].is_null());
        let tell = |i: &Value| {
            let value = &i["parts"][0]["value"];
            format!("{} {value} {}", i["id"].as_str().unwrap(), i["evidence"])
        };
        // The commune goes down its column, the evidence and its note over a block.
        let told: Vec<String> = given.map(tell).collect();
        let expected =
            [r#"2.1 95 "BC 1""#, r#"2.2 95 "BC 1""#, r#"2.3 null "BC 1""#, "17.2 90 null"];
        assert_eq!(told, expected, "{format}");
    }
}

#[test]
fn what_lies_below_a_merged_cell_is_not_read() {
    let rows = r#"<sheetData><row r="1"><c r="A1" t="str"><v>Chỉ tiêu</v></c><c r="B1" t="str"><v>Giá trị</v></c><c r="C1" t="str"><v>Minh chứng</v></c></row>
        <row r="2"><c r="A2" t="str"><v>2.1</v></c><c r="B2"><v>90</v></c><c r="C2" t="str"><v>BC 1</v></c></row>
        <row r="3"><c r="A3" t="str"><v>2.2</v></c><c r="B3"><v>80</v></c><c r="C3" t="str"><v>BC 2</v></c></row></sheetData>
        <mergeCells><mergeCell ref="C2:C3"/></mergeCells>"#;
    let folder = with_bytes("06727.xlsx", &raw_book(rows, ""));
    let score = folder.json(&format!("score {MONTH}"));
    let indicators = &score["communes"][0]["results"][1]["indicators"];
    assert_eq!((&indicators[1]["id"], &indicators[1]["evidence"]), (&"2.2".into(), &"BC 1".into()));
}

#[test]
fn a_heading_and_a_signature_may_be_merged_across_the_values() {
    let plain = Format::new();
    let folder = with_sheet("NTM", |sheet| {
        sheet.write(0, 2, "Minh chứng").unwrap();
        sheet.merge_range(1, 0, 1, 2, "GIAO THÔNG", &plain).unwrap();
        sheet.write(2, 0, "2.1").unwrap().write(2, 1, 100).unwrap();
        sheet.merge_range(4, 1, 6, 2, "TM. ỦY BAN NHÂN DÂN", &plain).unwrap();
    });
    assert!(!errors(&folder).iter().any(|error| error.starts_with("not-a-value")));
}

#[test]
fn formulas_that_nobody_computed_are_neither_zero_nor_missing() {
    for format in FORMATS {
        let folder = with_book(&format!("uncomputed.{format}"));
        assert_eq!(errors(&folder), ["not-computed B2", "not-computed B3"], "{format}");
        let lenient = folder.json(&format!("score {MONTH} --lenient"));
        assert_eq!((&lenient["lenient"], &lenient["faults"]), (&true.into(), &2.into()));
        assert_eq!(lenient["communes"][0]["indicators"]["missing"], 56, "{format}");
    }
}

#[test]
fn results_of_zero_alone_are_none_where_the_workbook_is_to_be_computed() {
    // The writer stores zero as the result of each formula, and asks for it.
    let formulas = |results: [Option<&'static str>; 2]| {
        with_sheet("NTM", move |sheet| {
            for (row, (id, result)) in (1..).zip(["9.1", "10.1"].into_iter().zip(results)) {
                let formula = Formula::new("=2-2");
                let formula = result.map_or(formula.clone(), |result| formula.set_result(result));
                sheet.write(row, 0, id).unwrap().write_formula(row, 1, formula).unwrap();
            }
            // In a column that is not read nothing is asked for.
            sheet.write(0, 2, "Tỷ lệ tự tính").unwrap();
            sheet.write_formula(1, 2, Formula::new("=1+1")).unwrap();
        })
    };
    assert_eq!(errors(&formulas([None, None])), ["not-computed B2", "not-computed B3"]);
    // Who knows one result knows the others.
    assert_eq!(values(&formulas([Some("0"), Some("54.5")])), ["9.1 0", "10.1 54.5"]);
    let unread = with_sheet("NTM", |sheet| {
        sheet.write(1, 0, "9.1").unwrap().write(1, 1, 0).unwrap();
        sheet.write(0, 2, "Tỷ lệ tự tính").unwrap();
        sheet.write_formula(1, 2, Formula::new("=1+1")).unwrap();
    });
    assert_eq!(values(&unread), ["9.1 0"]);
}

/// A sheet with one formula.
fn formula(cell: &str) -> String {
    format!(
        r#"<sheetData><row r="1"><c r="A1" t="str"><v>Chỉ tiêu</v></c><c r="B1" t="str"><v>Giá trị</v></c></row>
        <row r="2"><c r="A2" t="str"><v>9.1</v></c>{cell}</row></sheetData>"#
    )
}

#[test]
fn a_computed_zero_is_zero_and_a_computed_nothing_is_missing() {
    let zero = formula(r#"<c r="B2"><f>2-2</f><v>0</v></c>"#);
    for (workbook, right) in [
        ("", true),
        (r#"<calcPr calcId="191029"/>"#, true),
        (r#"<calcPr calcId="191029" fullCalcOnLoad="0"/>"#, true),
        (r#"<calcPr fullCalcOnLoad="1"/>"#, false),
        (r#"<calcPr calcId="191029" fullCalcOnLoad="true"/>"#, false),
    ] {
        let folder = with_bytes("06727.xlsx", &raw_book(&zero, workbook));
        if right {
            assert_eq!(values(&folder), ["9.1 0"], "{workbook}");
        } else {
            assert_eq!(errors(&folder), ["not-computed B2"], "{workbook}");
        }
    }
    let nothing = formula(r#"<c r="B2" t="str"><f>IF(TRUE,"","x")</f><v></v></c>"#);
    let folder = with_bytes("06727.xlsx", &raw_book(&nothing, ""));
    assert_eq!((errors(&folder).len(), values(&folder).len()), (0, 0));
    for cell in [r#"<c r="B2"><f>1+1</f></c>"#, r#"<c r="B2"><f>1+1</f><v></v></c>"#] {
        let folder = with_bytes("06727.xlsx", &raw_book(&formula(cell), ""));
        assert_eq!(errors(&folder), ["not-computed B2"], "{cell}");
    }
}

#[test]
fn the_dimension_of_a_sheet_is_only_a_hint() {
    for dimension in [
        r#"<dimension ref="A0:AZ48943"/>"#,
        r#"<dimension ref="A0"></dimension>"#,
        r#"<dimension ref="Z9:A1"/>"#,
        r#"<dimension ref="nothing"/>"#,
        r#"<dimension ref=""/>"#,
        r#"<dimension/>"#,
        r#"<dimension ref="A1:ZZZZZZZ99999999999"/>"#,
        r#"<dimension ref="A1"/>"#,
        "",
    ] {
        let sheet = dimension.to_owned() + &formula(r#"<c r="B2"><v>3</v></c>"#);
        assert_eq!(
            values(&with_bytes("06727.xlsx", &raw_book(&sheet, ""))),
            ["9.1 3"],
            "{dimension}"
        );
    }
}

#[test]
fn days_in_text_are_read() {
    for day in ["2022-05-16", "2022-05-16T00:00:00", "2022-05-16T00:00:00.000Z"] {
        let sheet = format!(
            r#"<sheetData><row r="1"><c r="A1" t="str"><v>Chỉ tiêu</v></c><c r="B1" t="str"><v>Giá trị</v></c><c r="C1" t="str"><v>Ngày văn bản</v></c><c r="D1" t="str"><v>Kỳ</v></c></row>
            <row r="2"><c r="A2" t="str"><v>9.1</v></c><c r="B2"><v>3</v></c><c r="C2" t="d"><v>{day}</v></c><c r="D2" t="d"><v>2022-05-01</v></c></row></sheetData>"#
        );
        let folder = with_bytes("06727.xlsx", &raw_book(&sheet, ""));
        assert_eq!(errors(&folder), [""; 0], "{day}");
        assert_eq!(values(&folder), ["9.1 3"], "{day}");
    }
}

#[test]
fn a_sheet_of_the_form_that_holds_a_table_is_read() {
    for name in ["Hướng dẫn", "Cơ quan", "huong dan"] {
        let folder = with_sheet(name, |sheet| {
            sheet.write(1, 0, "2.1").unwrap().write(1, 1, 95).unwrap();
        });
        assert_eq!(values(&folder), ["2.1 95"], "{name}");
    }
    // Beside the table of another sheet, too.
    let folder = month();
    let mut book = Workbook::new();
    for (name, id) in [("NTM", "2.1"), ("Hướng dẫn", "2.2")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, "Chỉ tiêu").unwrap().write(0, 1, "Giá trị").unwrap();
        sheet.write(1, 0, id).unwrap().write(1, 1, 95).unwrap();
    }
    let hidden = book.add_worksheet().set_name("Ẩn").unwrap().set_hidden(true);
    hidden.write(0, 0, "Chỉ tiêu").unwrap().write(0, 1, "Giá trị").unwrap();
    hidden.write(1, 0, "2.3").unwrap().write(1, 1, 95).unwrap();
    let hidden = book.add_worksheet().set_name("Ẩn hẳn").unwrap().set_very_hidden(true);
    hidden.write(0, 0, "nháp").unwrap();
    let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Column);
    chart.add_series().set_values("NTM!$B$2:$B$2");
    book.add_chartsheet().set_name("Biểu đồ").unwrap().insert_chart(0, 0, &chart).unwrap();
    save(&folder, "06727.xlsx", book);
    assert_eq!(values(&folder), ["2.1 95", "2.2 95", "2.3 95"]);
    assert_eq!(repairs(&folder), ["hidden-sheets 2", "other-sheets 1"]);
}

#[test]
fn rows_of_a_sheet_that_names_another_commune_than_its_file_count_for_nobody() {
    for columns in [
        &["Chỉ tiêu", "Giá trị"][..],
        &["Chỉ tiêu", "Giá trị", "Mã xã"],
        &["Chỉ tiêu", "Giá trị", "Kỳ"],
    ] {
        let folder = month();
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("06724").unwrap();
        for (column, name) in (0..).zip(columns) {
            sheet.write(0, column, *name).unwrap();
        }
        for (row, id) in [(1, "1.1"), (2, "1.2")] {
            sheet.write(row, 0, id).unwrap().write(row, 1, "đạt").unwrap();
            if columns.contains(&"Kỳ") {
                sheet.write(row, 2, "5/2022").unwrap();
            }
        }
        save(&folder, "06739.xlsx", book);
        assert_eq!(errors(&folder), ["unknown-commune -"], "{columns:?}");
        let lenient = folder.json(&format!("score {MONTH} --lenient"));
        assert_eq!((&lenient["faults"], &lenient["communes"]), (&1.into(), &Value::Array(vec![])));
        // Without a folder of the month, too.
        if columns.contains(&"Kỳ") {
            let from = folder.path().join(MONTH).join("06739.xlsx");
            std::fs::rename(from, folder.path().join("06739.xlsx")).unwrap();
            let lenient = folder.json("score 06739.xlsx --lenient");
            assert_eq!(lenient["communes"], Value::Array(vec![]));
        }
    }
}

/// A month with a workbook of a sheet with one row of data, and another of these rows.
fn with_second_sheet(name: &str, rows: &[&[&str]]) -> Office {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("06727").unwrap();
    sheet.write(0, 0, "Chỉ tiêu").unwrap().write(0, 1, "Giá trị").unwrap();
    sheet.write(1, 0, "1.1").unwrap().write(1, 1, "đạt").unwrap();
    let sheet = book.add_worksheet().set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, *cell).unwrap(),
            };
        }
    }
    save(&folder, "06727.xlsx", book);
    folder
}

#[test]
fn a_sheet_without_header_that_may_hold_data_is_told() {
    for (name, rows, cell) in [
        ("Tiếp theo", [&["1.2", "chưa đạt", "BC"][..], &["2.1", "95", "BC"]], "A1"),
        ("Tiếp", [&["Mã số", "Số liệu"][..], &["1.2", "chưa đạt"]], "A2"),
        ("Tiếp", [&["STT chỉ tiêu", "KQ năm 2022"][..], &["4.2", "99"]], "A2"),
        (
            "Tiếp",
            [&["1", "Giao thông", "2.1", "Tỷ lệ", "95%"][..], &["", "", "2.2", "", "90"]],
            "C1",
        ),
        ("Tiếp", [&["Ngày", "Số"][..], &["2.1 98,5"]], "A2"),
        ("Tiếp", [&["đạt", "1.2"][..], &["BC", "BC"]], "B1"),
        ("Tiếp", [&["Chi tiêuu", "Giá trịị"][..], &["Quy hoạch", "tốt"]], "A1"),
        // Nearly all of a commune's sheet.
        ("06730", [&["Quy hoạch", "x"][..], &["Giao thông", "95"]], "B1"),
        ("Hải Đông", [&["Quy hoạch", "đạt"][..], &["Giao thông", ""]], "B1"),
        ("Hướng dẫn", [&["1.2", "chưa đạt"][..], &["2.1", "95"]], "A1"),
    ] {
        let folder = with_second_sheet(name, &rows);
        // A row of data where the names of the columns should stand is one as in a CSV.
        let data_first = cell.ends_with('1') && !rows[0][0].starts_with("Chi");
        let code = if data_first { "unreadable-row" } else { "missing-column" };
        assert_eq!(errors(&folder), [format!("{code} {cell}")], "{name} {rows:?}");
        assert_eq!(repairs(&folder), [""; 0], "{name} {rows:?}");
        let told = folder.run(&format!("score {MONTH} --lang en")).assert_code(2);
        let told = told.stderr();
        assert!(told.contains(&format!("sheet “{name}”")), "{told}");
        let lenient = folder.json(&format!("score {MONTH} --lenient"));
        assert_eq!((&lenient["lenient"], &lenient["faults"]), (&true.into(), &1.into()));
        assert_eq!(lenient["communes"][0]["indicators"]["met"], 1, "{name} {rows:?}");
    }
}

#[test]
fn a_sheet_of_notes_or_of_something_else_is_passed_over() {
    for (name, rows) in [
        ("Ghi chú", [&["nháp"][..], &["1.1 cần bổ sung văn bản"]]),
        ("Dân số", [&["Thôn", "Số hộ"][..], &["Thôn 1", "120"]]),
        ("Diện tích", [&["Số", "Thôn", "ha"][..], &["1", "Thôn 1", "2.1"]]),
        ("Diện tích", [&["2.1", "3.77", "0.5"][..], &["2.45", "1.1", "8.35"]]),
        ("06730", [&["chưa gửi báo cáo"][..], &[]]),
        ("Liên hệ", [&["Họ tên", "Ghi chú"][..], &["Nguyễn Văn A", "cán bộ xã"]]),
        ("Mục lục", [&["1.1", "Quy hoạch"][..], &["2.1", "Giao thông"]]),
    ] {
        let folder = with_second_sheet(name, &rows);
        assert_eq!(errors(&folder), [""; 0], "{name} {rows:?}");
        assert_eq!(repairs(&folder), ["other-sheets 1"], "{name} {rows:?}");
        assert_eq!(values(&folder), ["1.1 true"], "{name} {rows:?}");
    }
}

/// A compound file, as old office programs write, with one empty stream.
fn compound(stream: &str, content: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(stream).unwrap().write_all(content).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn what_is_no_workbook_is_told_for_what_it_is() {
    let book = |name: &str| {
        std::fs::read(format!("{}/tests/books/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    let page = "<html><body><table><tr><td>Chỉ tiêu</td></tr></table></body></html>";
    let wide: Vec<u8> =
        format!("\u{feff}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    // A workbook whose records are enciphered.
    let pass: Vec<u8> = [[0x09, 0x08, 4, 0, 0, 6, 5, 0], [0x2f, 0, 4, 0, 0, 0, 1, 2]].concat();
    let open_document = |kind: &str, manifest: &str| {
        let kind = format!("application/vnd.oasis.opendocument.{kind}");
        archive(&[("mimetype", &kind), ("content.xml", ""), ("META-INF/manifest.xml", manifest)])
    };
    let cut = |name: &str| book(name)[..3000].to_vec();
    for (name, bytes, told) in [
        ("06727.xls", page.as_bytes().to_vec(), "web page"),
        ("06727.xls", wide, "web page"),
        ("06727.csv", format!("<!DOCTYPE html>\n{page}").into_bytes(), "web page"),
        ("06727.xls", b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n".to_vec(), "web page"),
        (
            "06727.xls",
            b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".to_vec(),
            "XML Spreadsheet 2003",
        ),
        ("06727.xlsx", b"[{\"indicator\": \"1.1\", \"value\": true}]".to_vec(), "JSON"),
        ("06727.xlsx", b"<?xml version=\"1.0\"?><rows/>".to_vec(), "XML"),
        ("06727.xlsx", compound("/EncryptedPackage", b"x"), "password"),
        ("06727.xls", compound("/Workbook", &pass), "password"),
        ("06727.ods", open_document("spreadsheet", "<manifest:encryption-data/>"), "password"),
        ("06727.ods", open_document("text", ""), "OpenDocument"),
        (
            "06727.xlsx",
            archive(&[("[Content_Types].xml", ""), ("_rels/.rels", ""), ("xl/workbook.bin", "")]),
            ".xlsb",
        ),
        (
            "06727.xlsx",
            archive(&[("[Content_Types].xml", ""), ("word/document.xml", "")]),
            "document of Word",
        ),
        ("06727.xls", compound("/WordDocument", b"x"), "document of Word"),
        ("06727.xls", compound("/Other", b"x"), "another program"),
        ("06727.xlsx", archive(&[("06727.csv", "indicator,value\n1.1,x\n")]), "archive"),
        ("06727.xlsx", b"Rar!\x1a\x07\x01\x00".to_vec(), "archive"),
        ("06727.xlsx", cut("cells.xlsx"), "breaks off"),
        ("06727.ods", cut("cells.ods"), "breaks off"),
        ("06727.xls", cut("cells.xls"), "breaks off"),
        ("06727.xlsx", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "picture"),
        ("06727.xlsx", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "picture"),
        ("06727.xlsx", b"%PDF-1.7\n".to_vec(), "PDF"),
    ] {
        let folder = with_bytes(name, &bytes);
        let check = folder.json(&format!("check {MONTH}"));
        let problem = &check["problems"][0];
        let message = folder.run(&format!("check {MONTH} --lang en")).stdout();
        assert_eq!((&problem["code"], &check["errors"]), (&"unreadable-file".into(), &1.into()));
        assert!(message.contains(told), "{name} {told}: {message}");
        assert!(!problem["hint"].as_str().unwrap().is_empty(), "{told}");
    }
    // What is neither is one fault, too.
    let noise: Vec<u8> =
        (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let long = "x".repeat(2 << 20);
    for junk in
        [b"junk".as_slice(), b"junk\n\nmore, of it\n", &noise, b"\x01\x02junk", long.as_bytes()]
    {
        for name in ["06727.xlsx", "06727.XLS", "06727.ods", "06727.xlsm"] {
            let folder = with_bytes(name, junk);
            let check = folder.json(&format!("check {MONTH}"));
            let problems = check["problems"].as_array().unwrap().iter();
            let own = problems.filter(|p| p["file"].as_str().unwrap().ends_with(name));
            let codes: Vec<&str> = own.map(|p| p["code"].as_str().unwrap()).collect();
            assert_eq!(codes, ["unreadable-file"], "{name} {:?}", &junk[..4]);
        }
    }
    // Text with rows of a table, though badly headed, is told of as such.
    let folder = with_bytes("06727.xls", "2.1;95,5\n2.2;90\n".as_bytes());
    assert!(!errors(&folder).iter().any(|told| told.contains("unreadable-file")));
    // A table in text is one under every name.
    for name in ["06727.xls", "06727.xlsx", "06727.ods"] {
        let folder = with_bytes(name, "Chỉ tiêu;Giá trị\n2.1;95,5\n".as_bytes());
        assert_eq!(values(&folder), ["2.1 95.5"], "{name}");
    }
}

#[test]
fn a_large_workbook_that_is_not_compressed_is_read() {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (line, (id, value)) in (0..).zip([("TT", "Kết quả"), ("1.1", "đạt")]) {
        sheet.write(line, 0, id).unwrap().write(line, 1, value).unwrap();
    }
    let sheet = book.add_worksheet();
    for line in 3..30_000 {
        sheet.write(line, 7, f64::from(line)).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut stored = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let options = options.compression_method(zip::CompressionMethod::Stored);
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).unwrap();
        stored.start_file(entry.name().unwrap().into_owned(), options).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut entry, &mut text).unwrap();
        // Without a line end the whole is one line too long to be a row.
        stored.write_all(text.replace(['\r', '\n'], " ").as_bytes()).unwrap();
    }
    let bytes = stored.finish().unwrap().into_inner();
    folder.write(format!("{MONTH}/06727.xlsx"), bytes);
    assert_eq!(values(&folder), ["1.1 true"]);
}
