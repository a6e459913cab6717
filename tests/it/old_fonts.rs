//! Text from before Unicode, or read in a wrong code page, is refused by the name of what it
//! is, and never read as something else; ordinary text with signs is not taken for it.

use std::fmt::Write;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use rust_xlsxwriter::Workbook;

use crate::month::{MONTH, month, save};
use crate::office::{Office, Run};

/// Letters in TCVN3 and in VNI, each beside what it stands for; written down from the fonts.
const TCVN3: &str = "àµả¶ã·á¸ạ¹ă¨ằ»ẳ¼ẵ½ắ¾ặÆâ©ầÇẩÈẫÉấÊậËđ®èÌẻÎẽÏéÐẹÑêªềÒểÓễÔếÕệÖì×ỉØĩÜíÝịÞòßỏáõâóãọäô«ồåổæỗçốèộéơ¬ờêởëỡìớíợîùïủñũòúóụôư\u{ad}ừõửöữ÷ứøựùỳúỷûỹüýýỵþĂ¡Â¢Ê£Ô¤Ơ¥Ư¦Đ§";
const VNI: &str = "à=aø ả=aû ã=aõ á=aù ạ=aï ă=aê ằ=aè ẳ=aú ẵ=aü ắ=aé ặ=aë â=aâ ầ=aà ẩ=aå ẫ=aã ấ=aá ậ=aä đ=ñ è=eø ẻ=eû ẽ=eõ é=eù ẹ=eï ê=eâ ề=eà ể=eå ễ=eã ế=eá ệ=eä ì=ì ỉ=æ ĩ=ó í=í ị=ò ò=oø ỏ=oû õ=oõ ó=où ọ=oï ô=oâ ồ=oà ổ=oå ỗ=oã ố=oá ộ=oä ơ=ô ờ=ôø ở=ôû ỡ=ôõ ớ=ôù ợ=ôï ù=uø ủ=uû ũ=uõ ú=uù ụ=uï ư=ö ừ=öø ử=öû ữ=öõ ứ=öù ự=öï ỳ=yø ỷ=yû ỹ=yõ ý=yù ỵ=î";

/// A text as the font of TCVN3 has it, shown in another font.
fn tcvn3(text: &str) -> String {
    let letters: Vec<char> = TCVN3.chars().collect();
    let own = |c: char| letters.chunks(2).find(|pair| pair[0] == c).map(|pair| pair[1]);
    let one = |c: char| own(c).or_else(|| own(c.to_lowercase().next()?)).unwrap_or(c);
    text.chars().map(one).collect()
}

/// The same of VNI.
fn vni(text: &str) -> String {
    let one = |c: char| {
        let lower: String = c.to_lowercase().collect();
        let found = VNI.split(' ').find_map(|pair| pair.strip_prefix(&format!("{lower}=")));
        match found {
            Some(written) if lower != c.to_string() => written.to_uppercase(),
            Some(written) => written.to_owned(),
            None => c.to_string(),
        }
    };
    text.chars().map(one).collect()
}

/// UTF-8 read as windows-1252, as programs do that know no other; what has no place there
/// stays the same byte.
fn misread(text: &str) -> String {
    WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

/// The same in the console of the United States.
fn in_console(bytes: &[u8]) -> String {
    const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    let sign = |byte: u8| match byte {
        0..0x80 => char::from(byte),
        _ => UPPER.chars().nth(usize::from(byte - 0x80)).unwrap(),
    };
    bytes.iter().map(|byte| sign(*byte)).collect()
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

const TABLE: &str =
    "Chỉ tiêu;Giá trị;Minh chứng\n1.1;Chưa đạt;Báo cáo của xã\n3.2;Đạt;\n2.2;83,5;\n";

/// What is told of a file, which is refused once and as a whole.
fn refused(office: &Office) -> Run {
    let run = office.run(&format!("check {MONTH} --format json"));
    let errors = run.errors();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0]["code"], "bad-encoding", "{errors:?}");
    office.run(&format!("score {MONTH}")).assert_code(2)
}

fn with(content: impl AsRef<[u8]>) -> Office {
    let office = month();
    office.write(format!("{MONTH}/06727.csv"), content);
    office
}

fn with_book(table: &str) -> Office {
    let office = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in (0..).zip(table.lines()) {
        for (column, cell) in (0..).zip(row.split(';')) {
            sheet.write(line, column, cell).unwrap();
        }
    }
    save(&office, "06727.xlsx", book);
    office
}

#[test]
fn both_fonts_are_named_in_bytes_in_utf8_and_in_workbooks() {
    type Encode = fn(&str) -> String;
    let fonts: [(Encode, [&str; 2]); 2] = [
        (tcvn3, ["phông TCVN3 (ABC)", "bảng mã nguồn TCVN3 (ABC)"]),
        (vni, ["phông VNI", "bảng mã nguồn VNI Windows"]),
    ];
    for (write, named) in fonts {
        for table in [TABLE, &TABLE.to_uppercase(), "indicator;value\n1.1;chưa đạt\n3.2;đạt\n"]
        {
            let written = write(table);
            let bytes = latin(&written);
            let saved_as_1258 = WINDOWS_1258.decode_without_bom_handling(&bytes).0;
            for office in [
                with(&bytes),
                with(&written),
                with(format!("\u{feff}{written}")),
                with(&*saved_as_1258),
                with_book(&written),
            ] {
                let told = refused(&office).stderr();
                for words in named.iter().chain(&["Ctrl+Shift+F6"]) {
                    assert!(told.contains(words), "{told}");
                }
            }
        }
    }
}

#[test]
fn one_word_in_a_table_of_english_names_is_enough() {
    for (written, named) in [(tcvn3("đạt"), "TCVN3"), (vni("đạt"), "VNI")] {
        let told = refused(&with(latin(&format!("indicator,value\n1.1,{written}\n")))).stderr();
        assert!(told.contains(named) && told.contains("là “đạt”"), "{told}");
    }
}

#[test]
fn names_of_the_roster_are_evidence() {
    let table = |name: &str| format!("commune,indicator,value\n{name},2.2,83.5\n");
    // A word that no list of words holds.
    let office = month();
    office.write("communes.csv", "code,name,province,region\n06727,Đẵm Kỗng,22,DBSH\n");
    for write in [tcvn3, vni] {
        office.write(format!("{MONTH}/a.csv"), table(&write("Đẵm Kỗng")));
        refused(&office);
    }
}

#[test]
fn letters_that_a_code_page_spoiled_are_told_as_such() {
    for written in [misread(TABLE), in_console(TABLE.as_bytes()), in_console(&latin(&tcvn3(TABLE)))]
    {
        for office in [with(&written), with_book(&written)] {
            let told = refused(&office).stderr();
            assert!(told.contains("đọc sai bảng mã"), "{told}");
            assert!(told.contains("65001"), "{told}");
        }
    }
}

#[test]
fn a_document_in_an_old_font_is_refused() {
    use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};
    let cell = |text: &str| {
        TableCell::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text(text)))
    };
    let lines = TABLE
        .lines()
        .map(|line| TableRow::new(line.split(';').map(|text| cell(&tcvn3(text))).collect()));
    let mut bytes = std::io::Cursor::new(Vec::new());
    Docx::new().add_table(Table::new(lines.collect())).build().pack(&mut bytes).unwrap();
    let office = month();
    office.write(format!("{MONTH}/06727.docx"), bytes.into_inner());
    assert!(refused(&office).stderr().contains("TCVN3"));
}

#[test]
fn ordinary_text_with_signs_is_not_taken_for_a_font() {
    let mut table = "indicator,value,evidence,note\n".to_owned();
    let notes = [
        "bụi 5 µm; 30 °C; ± 2%",
        "§ 3 ¶ 2 · 54 m² × 3 m³ ÷ 2",
        "«Xã chuẩn» ® © ™ ¹ ² ³ ½ ¼",
        "Müller, señor, naïve, café, São, Ñandú, Curaçao",
        "kW·h, N·m, x·y, 5·6",
        "… – — “Đạt” ‘chưa’ • ₫ €",
    ];
    let ids = ["1.1", "1.2", "3.1", "3.2", "8.1", "8.2"];
    for (id, note) in ids.iter().zip(notes) {
        writeln!(table, "{id},đạt,BC 1,\"{note}\"").unwrap();
    }
    let office = with(&table);
    let check = office.run(&format!("check {MONTH} --format json"));
    assert!(check.errors().iter().all(|e| e["code"] != "bad-encoding"), "{:?}", check.errors());
    // What Windows programs of this country save is read.
    let (bytes, ..) = WINDOWS_1252.encode("indicator;value;note\n2.2;83,5;São Tomé, 5 µm ± 2 °C\n");
    let check = with(bytes).run(&format!("check {MONTH} --format json"));
    assert!(
        check
            .errors()
            .iter()
            .all(|e| e["code"] != "bad-encoding"
                || !e["message"].as_str().unwrap().contains("phông"))
    );
}

#[test]
fn a_roster_in_an_old_font_is_refused() {
    let rosters = [
        "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n",
        "mã xã;tên xã;mã tỉnh;vùng\n06727;Bắc Sơn;22;DBSH\n",
    ];
    for roster in rosters {
        for (written, named) in [
            (latin(&tcvn3(roster)), "TCVN3"),
            (tcvn3(roster).into_bytes(), "TCVN3"),
            (latin(&vni(roster)), "VNI"),
            (vni(roster).into_bytes(), "VNI"),
            (misread(roster).into_bytes(), "bảng mã"),
        ] {
            let office = with("indicator,value\n1.1,đạt\n");
            office.write("communes.csv", written);
            let told = office.run(&format!("score {MONTH}")).assert_code(2).stderr();
            assert_eq!(told.matches("communes.csv").count(), 1, "{told}");
            assert!(told.contains("lỗi[bad-encoding]") && told.contains(named), "{told}");
        }
    }
}
