//! A month of a whole country: a roster, and data of all regions with all kinds of
//! values. The seed is fixed, so that two machines measure the same bytes. The values
//! are random and mean nothing.

use std::fmt::Write as _;

use ntm::law::{
    CommuneProfile, Level, Library, Measure, Requirement, Resolved, ResolvedIndicator, built_in,
};
use ntm::period::Period;

pub(crate) const PERIOD: &str = "2022-06";
const REGIONS: [&str; 7] = ["TDMNPB", "DBSH", "BTB", "DHNTB", "TN", "DNB", "DBSCL"];
pub(crate) const HEADER: &str = "commune,indicator,part,value,numerator,denominator,evidence\n";

/// A small generator of pseudo-random numbers (splitmix64), enough to vary values.
struct Dice(u64);

impl Dice {
    /// A number below `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

/// A roster and the rows of each of its communes.
pub(crate) struct Month {
    pub(crate) roster: String,
    /// The code of each commune, and its rows.
    pub(crate) communes: Vec<(String, String)>,
}

/// A month of so many communes.
pub(crate) fn month(count: u64) -> Month {
    let mut dice = Dice(318);
    let mut roster = "code,name,province,region,class,district_class\n".to_owned();
    let mut communes = Vec::new();
    let law = law();
    for number in 0..count {
        let code = format!("{:05}", 1 + number);
        let region = REGIONS[dice.below(7) as usize];
        let province = if number % 50 == 0 { 22 } else { 30 + dice.below(60) };
        let (class, district) = match dice.below(8) {
            0 => ("đbkk", "nghèo"),
            1 => ("atk", "thoát nghèo"),
            _ => ("", ""),
        };
        let _ = writeln!(roster, "{code},Xã mẫu {number},{province},{region},{class},{district}");
        let rows = commune(&law, &code, &mut dice);
        communes.push((code, rows));
    }
    Month { roster, communes }
}

fn law() -> Resolved {
    let library = Library::load(built_in()).expect("the built-in sets are right");
    let period = Period::parse(PERIOD).expect("a period");
    library.resolve(Level::Ntm, period, &CommuneProfile::default()).expect("a set is in force")
}

fn commune(law: &Resolved, code: &str, dice: &mut Dice) -> String {
    let mut rows = String::new();
    for indicator in &law.indicators {
        for requirement in &indicator.require {
            // Some values are missing, as in life.
            if dice.below(200) > 0 {
                let cells = cells(indicator, requirement, dice);
                let part = &requirement.part;
                let _ =
                    writeln!(rows, "{code},{},{part},{cells},BC {}", indicator.id, dice.below(90));
            }
        }
    }
    rows
}

/// Value, numerator and denominator.
fn cells(indicator: &ResolvedIndicator, requirement: &Requirement, dice: &mut Dice) -> String {
    let high = 1000 - dice.below(30) * dice.below(12);
    match requirement.measure {
        Measure::YesNo if indicator.if_present && dice.below(4) == 0 => {
            "không áp dụng,,".to_owned()
        }
        Measure::YesNo if dice.below(10) > 0 => "đạt,,".to_owned(),
        Measure::YesNo => "chưa đạt,,".to_owned(),
        Measure::Share if requirement.op.as_str() == "<=" => {
            format!(",{},{}", dice.below(40), 300 + dice.below(900))
        }
        Measure::Share if dice.below(3) == 0 => format!("{}.{},,", high / 10, high % 10),
        Measure::Share if requirement.counts.as_ref().is_some_and(|counts| !counts.whole) => {
            format!(",{}.{},100.0", high / 10, high % 10)
        }
        Measure::Share => format!(",{},{}", high * 2, 2000),
        Measure::Number => format!("{}.{},,", 30 + dice.below(40), dice.below(10)),
        Measure::Count => format!("{},,", dice.below(40) / 36),
        Measure::Grade => format!("{},,", indicator.grades[indicator.grades.len() - 1]),
    }
}
