//! What is typed into cells, and what spreadsheets make of them.

use super::Right::{Error, OneError, Same, Warning};
use super::{Dice, Kind, Right, Table, line, text};

type Made = Option<(Vec<u8>, Right)>;

pub(crate) const KINDS: &[Kind] = &[
    ("marks-around-cells", |t, d| {
        let (before, behind) = d.of(&[
            ("\u{200e}", ""),
            ("\u{202a}", "\u{202c}"),
            ("\u{2066}", "\u{2069}"),
            ("\u{ad}", ""),
            ("\u{200b}", "\u{feff}"),
            ("\u{a0}", "\u{a0}"),
            (" ", "  "),
            ("", "\u{200f}"),
        ]);
        each_cell(t, |_, cell| format!("{before}{cell}{behind}"))
    }),
    ("soft-hyphens", |t, _| {
        each_cell(t, |_, cell| {
            let half = cell.char_indices().nth(cell.chars().count() / 2).map_or(0, |(n, _)| n);
            format!("{}\u{ad}{}", &cell[..half], &cell[half..])
        })
    }),
    ("formula-texts", |t, d| {
        let (own, twice, all) = (t.delimiter, d.below(2) == 1, d.below(2) == 1);
        let place = t.place("indicator");
        let form = |n: usize, cell: &String| match (all || n == place, twice) {
            (true, true) => format!("\"=\"\"{cell}\"\"\""),
            (true, false) => format!("=\"{cell}\""),
            _ => line(std::slice::from_ref(cell), own),
        };
        let row = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().enumerate().map(|(n, c)| form(n, c)).collect();
            cells.join(&own.to_string())
        };
        let lines: Vec<String> =
            std::iter::once(t.line(&t.header)).chain(t.rows.iter().map(row)).collect();
        Some((text(&lines).into_bytes(), Same))
    }),
    ("apostrophes", |t, _| {
        let place = t.place("indicator");
        each_cell(t, |n, cell| if n == place { format!("'{cell}") } else { cell.to_owned() })
    }),
    ("wide-digits", |t, _| {
        let places = ["value", "numerator", "denominator"].map(|name| t.place(name));
        let wide = |c: char| c.to_digit(10).map_or(c, |n| char::from_u32(0xff10 + n).unwrap());
        each_cell(t, |n, cell| {
            if places.contains(&n) { cell.chars().map(wide).collect() } else { cell.to_owned() }
        })
    }),
    ("text-full-of-signs", |t, d| {
        let words = [
            "mã xã;chỉ tiêu;giá trị",
            "commune,indicator,value,note",
            "kỳ\tchỉ tiêu\tkết quả",
            "\"đạt\", \"chưa đạt\"",
            "sep=;",
            "ghi chú",
            "xem \"BC 5\" ",
            "a\nb\nc",
            "dòng 1\r\nMinh chứng; nguồn",
        ];
        let place = t.place("evidence");
        let mut table = t.clone();
        for row in &mut table.rows {
            row[place] = d.of(&words).to_owned();
        }
        Some((table.text().into_bytes(), Same))
    }),
    ("wording-behind-id", |t, d| {
        let words = d.of(&[" Tỷ lệ đường xã", ". Có quy hoạch", " Số nhà: 2 nhà trở lên", "."]);
        let place = t.place("indicator");
        each_cell(t, |n, cell| if n == place { format!("{cell}{words}") } else { cell.to_owned() })
    }),
    ("id-and-value-in-one-cell", |t, d| {
        let (id, value) = (t.place("indicator"), t.place("value"));
        let rows: Vec<usize> =
            (0..t.rows.len()).filter(|n| !t.rows[*n][value].is_empty()).collect();
        let mut table = t.clone();
        let row = &mut table.rows[d.of(&rows)];
        let value = std::mem::take(&mut row[value]);
        row[id] = format!("{}{}{value}", row[id], d.of(&["\t", " ", "   "]));
        Some((table.text().into_bytes(), Error))
    }),
    ("id-garbled", |t, d| {
        let (id, value) = (t.place("indicator"), t.place("value"));
        let rows: Vec<usize> =
            (0..t.rows.len()).filter(|n| !t.rows[*n][value].is_empty()).collect();
        let mut table = t.clone();
        let row = d.of(&rows);
        table.rows[row][id] = d.of(&["", "l.l", "III.VI", "-", "một", "19.x"]).to_owned();
        // At the end, where a signature stands, and among the others.
        if d.below(2) == 1 {
            let row = table.rows.remove(row);
            table.rows.push(row);
        }
        Some((table.text().into_bytes(), Error))
    }),
    ("cell-misspelt", |t, d| {
        let names: Vec<&str> = ["commune", "period", "level", "source"]
            .into_iter()
            .filter(|name| t.has(name))
            .collect();
        if names.is_empty() {
            return None;
        }
        let mut table = t.clone();
        let row = d.below(t.rows.len());
        let place = t.place(d.of(&names));
        table.rows[row][place].push('q');
        Some((table.text().into_bytes(), OneError))
    }),
    ("bare-decimal-comma", bare_decimal_comma),
    ("bare-decimal-commas-alone", |t, d| {
        // Rows without their empty cells at the end, no number with a decimal mark.
        if t.delimiter != ',' {
            return None;
        }
        let number = format!("{},{}", 40 + d.below(50), 1 + d.below(9));
        let text = format!("indicator,value,evidence\n1.1,đạt,QĐ\n3.1,{number}\n3.2,đạt\n");
        Some((text.into_bytes(), Warning("split-number")))
    }),
];

fn each_cell(t: &Table, change: impl Fn(usize, &str) -> String) -> Made {
    let mut table = t.clone();
    for row in &mut table.rows {
        *row = row.iter().enumerate().map(|(n, cell)| change(n, cell)).collect();
    }
    Some((table.text().into_bytes(), Same))
}

/// A number with a decimal comma that is not quoted, between commas.
fn bare_decimal_comma(t: &Table, d: &mut Dice) -> Made {
    if t.delimiter != ',' {
        return None;
    }
    let places = ["value", "numerator", "denominator"].map(|name| t.place(name));
    let decimal = |row: &Vec<String>| places.iter().any(|place| row[*place].contains('.'));
    let rows: Vec<usize> = (0..t.rows.len()).filter(|n| decimal(&t.rows[*n])).collect();
    let mut lines = t.lines();
    // Empty cells behind every row are a program's habit, and no room for a comma.
    let behind = ",".repeat(d.below(3));
    lines[1..].iter_mut().for_each(|line| line.push_str(&behind));
    let row = d.of(&rows);
    let mut cells = t.rows[row].clone();
    places.iter().for_each(|place| cells[*place] = cells[*place].replace('.', ","));
    if d.below(2) == 1 {
        cells[t.place("evidence")].clear();
    }
    lines[row + 1] = cells.join(",") + &behind;
    Some((text(&lines).into_bytes(), Error))
}
