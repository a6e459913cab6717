//! CSV as Excel under Vietnamese settings opens it by a double click.

use std::io::{self, Write};

use crate::exact::Exact;

/// The columns whose numbers may have decimals; with `old_` and `new_` before them too.
/// Others, such as `17.10`, are never numbers.
const NUMBERS: [&str; 23] = [
    "progress",
    "progress_mean",
    "criteria_percent",
    "indicators_percent",
    "criteria_met_mean",
    "indicators_met_mean",
    "criteria_met",
    "indicators_met",
    "attainment",
    "value",
    "numerator",
    "denominator",
    "threshold",
    "gap",
    "shortfall",
    "left",
    "right",
    "left_exact",
    "right_exact",
    "needed",
    "needed_to",
    "margin",
    "margin_to",
];

/// Writes machines' CSV anew: semicolons, a decimal comma, and a mark that says UTF-8.
pub fn excel_vi(machine: &[u8], out: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(machine);
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(out);
    let mut numeric: Vec<bool> = Vec::new();
    for (number, row) in rows.records().enumerate() {
        let row = row?;
        if number == 0 {
            numeric = row.iter().map(is_numeric).collect();
            writer.write_record(&row)?;
            continue;
        }
        let cells = row
            .iter()
            .zip(&numeric)
            .map(|(cell, numeric)| if *numeric { with_comma(cell) } else { cell.to_owned() });
        writer.write_record(cells)?;
    }
    writer.flush()
}

fn is_numeric(head: &str) -> bool {
    let bare = head.strip_prefix("old_").or(head.strip_prefix("new_")).unwrap_or(head);
    NUMBERS.contains(&bare)
}

/// The numbers of a cell, of which several parts have one each.
fn with_comma(cell: &str) -> String {
    let number = |word: &str| match Exact::parse(word) {
        Some(_) => word.replacen('.', ",", 1),
        None => word.to_owned(),
    };
    cell.split(';').map(number).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_comma_and_numbers_of_indicators_a_point() {
        let machine = "indicator,value,evidence\n17.10,76.61;75.92,\"BC 1.2, 3\"\n2.1,true,\n";
        let mut bytes = Vec::new();
        excel_vi(machine.as_bytes(), &mut bytes).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}indicator;value;evidence\n17.10;\"76,61; 75,92\";BC 1.2, 3\n2.1;true;\n"
        );
    }
}
