//! Who answers for what, as the office lists it in `agencies.csv`.

use crate::law::Level;

/// Who answers for a criterion or an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// The level of the set.
    pub level: Level,
    /// The number of a criterion or an indicator.
    pub id: String,
    /// Who leads.
    pub lead: String,
    /// Who supports.
    pub support: String,
}

/// The columns that are read.
const COLUMNS: [&str; 4] = ["level", "id", "lead", "support"];

impl Agency {
    /// Reads a list of them.
    ///
    /// # Errors
    /// The line, from 1, that cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Vec<Agency>, u64> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let delimiter = [b';', b'\t'].into_iter().find(|mark| head.contains(mark));
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(delimiter.unwrap_or(b','))
            .trim(csv::Trim::All)
            .from_reader(bytes);
        let heads = rows.headers().map_err(|_| 1_u64)?.clone();
        let place = |name: &str| heads.iter().position(|head| head.eq_ignore_ascii_case(name));
        let places = COLUMNS.map(place);
        let [Some(level), Some(id), Some(lead), Some(support)] = places else {
            return Err(1);
        };
        let line = |place: Option<&csv::Position>| place.map_or(1, csv::Position::line);
        let agencies = rows.records().map(|row| {
            let row = row.map_err(|why| line(why.position()))?;
            let cell = |place: usize| row[place].to_owned();
            let level = Level::parse(&row[level]).ok_or_else(|| line(row.position()))?;
            Ok(Agency { level, id: cell(id), lead: cell(lead), support: cell(support) })
        });
        agencies.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_any_order() {
        let text = "\u{feff}id;level;lead;needs_funding;support\n17.10;nang-cao;A;yes;B\n";
        let [agency] = &Agency::read(text.as_bytes()).unwrap()[..] else {
            panic!("one row");
        };
        assert_eq!((agency.level, agency.id.as_str()), (Level::NangCao, "17.10"));
        assert_eq!((agency.lead.as_str(), agency.support.as_str()), ("A", "B"));
    }

    #[test]
    fn a_fault_has_its_line() {
        assert_eq!(Agency::read(b"level,id,lead\n"), Err(1));
        assert_eq!(Agency::read(b"level,id,lead,support\nntm,1,A,B\nxa,2,A,B\n"), Err(3));
        assert_eq!(Agency::read(b"level,id,lead,support\nntm,1,A\n"), Err(2));
    }
}
