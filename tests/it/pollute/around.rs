//! Headers, titles and what stands below the table.

use super::Right::{Error, OneError, Same, SameOrError};
use super::{Kind, Table, line, text};

pub(crate) const KINDS: &[Kind] = &[
    ("header-in-other-letters", |t, d| {
        let mut lines = t.lines();
        lines[0] = match d.below(3) {
            0 => lines[0].to_uppercase(),
            1 => lines[0].replace("chỉ tiêu", "CHI TIEU").replace("kết quả", "Ket qua"),
            _ => lines[0].replace(t.delimiter, &format!(" {}", t.delimiter)),
        };
        Some((text(&lines).into_bytes(), Same))
    }),
    ("column-misspelt", |t, d| {
        let (right, wrong) = d.of(&[
            ("commune", "comune"),
            ("commune", "communne"),
            ("period", "peroid"),
            ("period", "perid"),
            ("level", "levle"),
            ("level", "leve"),
            ("source", "scource"),
            ("source", "sorce"),
        ]);
        let place = t.header.iter().position(|name| name == right)?;
        let mut table = t.clone();
        table.header[place] = wrong.to_owned();
        Some((table.text().into_bytes(), OneError))
    }),
    ("header-joined", |t, _| {
        let lines = t.lines();
        let joined = format!("{}{}\n", lines[0], lines[1]) + &text(&lines[2..]);
        Some((joined.into_bytes(), OneError))
    }),
    ("header-with-a-cell-more", |t, d| {
        let mut table = t.clone();
        let place = d.below(t.header.len() + 1);
        table.header.insert(place, d.of(&["", "x", "đơn vị", "ghi thêm"]).to_owned());
        Some((table.text().into_bytes(), SameOrError))
    }),
    ("header-with-a-cell-more-at-the-front", |t, d| {
        let mut table = t.clone();
        // In front of what every row gives, each row is shifted: that is one fault.
        table.header.insert(d.below(1 + t.place("indicator")), "x".to_owned());
        Some((table.text().into_bytes(), OneError))
    }),
    ("header-with-a-cell-less", |t, d| {
        let mut table = t.clone();
        let name = table.header.remove(d.below(t.header.len()));
        // Without one of the columns that every table has, that is told.
        let _ = name;
        Some((table.text().into_bytes(), SameOrError))
    }),
    ("title", |t, d| {
        let titles = [
            "UBND XÃ BẮC SƠN",
            "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN",
            "Tháng 5 năm 2022",
            "Kỳ báo cáo: 5/2022",
            "(Kèm theo Báo cáo số 12/BC-UBND ngày 16/5/2022)",
            "Đơn vị tính: %",
            "",
        ];
        let mut lines: Vec<String> = (0..1 + d.below(4)).map(|_| title(t, d.of(&titles))).collect();
        lines.extend(t.lines());
        Some((text(&lines).into_bytes(), Same))
    }),
    ("data-above-the-header", |t, d| {
        let mut lines = t.lines();
        let header = lines.remove(0);
        lines.insert(1 + d.below(6), header);
        if d.below(2) == 1 {
            lines.insert(0, title(t, "BIỂU TỔNG HỢP"));
        }
        Some((text(&lines).into_bytes(), Error))
    }),
    ("data-above-under-another-delimiter", |t, d| {
        let mut lines = t.lines();
        let rows = 1 + d.below(4);
        let other = t.other(d);
        let moved: Vec<String> = t.rows[..rows].iter().map(|row| line(row, other)).collect();
        lines.drain(1..=rows);
        lines.splice(0..0, moved);
        Some((text(&lines).into_bytes(), Error))
    }),
    ("header-twice-above", |t, _| {
        let mut lines = t.lines();
        let mut header = t.header.clone();
        // As it was before a column was renamed.
        let place = t.place("value");
        header[place] = "kq".to_owned();
        lines.insert(0, t.line(&header));
        Some((text(&lines).into_bytes(), Error))
    }),
    ("signature", |t, d| {
        let signatures = [
            "NGƯỜI LẬP BIỂU",
            "Bắc Sơn, ngày 31 tháng 5 năm 2022",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Nguyễn Văn A",
            "Ngày 31/5/2022",
            "Nơi nhận: như trên; lưu VT",
            "(Ký, ghi rõ họ tên)",
        ];
        let mut lines = t.lines();
        lines.push(t.delimiter.to_string().repeat(t.header.len() - 1));
        for _ in 0..1 + d.below(4) {
            let words = d.of(&signatures).to_owned();
            let mut row = vec![String::new(); t.header.len()];
            row[d.below(t.header.len())] = words;
            lines.push(t.line(&row));
        }
        if d.below(2) == 1 {
            lines.push("Móng Cái".to_owned());
        }
        Some((text(&lines).into_bytes(), Same))
    }),
    ("value-below-without-id", |t, d| {
        let mut row = vec![String::new(); t.header.len()];
        row[t.place("value")] =
            d.of(&["khá", "đạt", "98", "x", "chưa đạt", "12,5", "1"]).to_owned();
        row[t.place("evidence")] = "BC 3".to_owned();
        row[t.place("indicator")] = d.of(&["", "l.l", "III.VI"]).to_owned();
        let text = t.text() + &t.line(&row) + d.of(&["\n", ""]);
        Some((text.into_bytes(), Error))
    }),
    ("second-table-below", |t, d| {
        let other = t.other(d);
        let mut second = t.clone();
        if t.has("commune") {
            let commune = d.of(&["06730", "Hải Đông", "06733"]);
            second.rows.iter_mut().for_each(|row| row[0] = commune.to_owned());
        }
        let mut text = t.text() + d.of(&["", "\n", "\n\n"]);
        let header = d.below(2) == 1;
        let lines = std::iter::once(&second.header).filter(|_| header).chain(&second.rows);
        lines.for_each(|row| text += &(line(row, other) + "\n"));
        Some((text.into_bytes(), Error))
    }),
    ("code-below-without-id", |t, d| {
        let mut row = vec![String::new(); t.header.len()];
        row[0] = d.of(&["06727", "06730"]).to_owned();
        row[t.header.len() - 1] = "ghi thêm".to_owned();
        let text = t.text() + &t.line(&row) + "\n";
        Some((text.into_bytes(), Error))
    }),
];

/// A line of title, alone or with the table's empty cells.
fn title(t: &Table, words: &str) -> String {
    let mut row = vec![String::new(); t.header.len()];
    row[0] = words.to_owned();
    t.line(&row)
}
