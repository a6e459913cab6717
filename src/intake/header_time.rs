//! Of when a column of values is, where its name says so: `Kết quả năm 2021`, `Giá trị
//! tháng 4`, `Kết quả thực hiện đến 31/5/2022`; and a sheet or a file: `2022-04`, `T4`.

use super::name_words::NameWords;
use crate::fold::{self, Fold};
use crate::period::Period;

/// The months that a name speaks of, from the first to the last that it mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    mentions: Vec<Mention>,
}

/// Months of a year, or of whichever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mention {
    year: Option<i16>,
    from: i8,
    to: i8,
}

impl When {
    /// What the name of a sheet or a file says. A day in it is the one on which it was sent,
    /// and a bare year that of a decision.
    pub(super) fn of_name(name: &str) -> Option<When> {
        let code = name.bytes().take_while(u8::is_ascii_digit).count();
        let name = if code == 5 { &name[code..] } else { name };
        let letters: Vec<char> = name.chars().collect();
        let digit = |place: Option<usize>| {
            place.and_then(|place| letters.get(place)).is_some_and(char::is_ascii_digit)
        };
        let spaced = letters.iter().enumerate().map(|(place, letter)| match letter {
            '-' if digit(place.checked_sub(1)) && digit(Some(place + 1)) => '-',
            '-' | '_' => ' ',
            letter => *letter,
        });
        let spaced: String = spaced.collect();
        let mut before = String::new();
        let mut words = Vec::new();
        for word in spaced.split_whitespace() {
            let numbers: Vec<&str> = word.split(['-', '.']).collect();
            let year = |number: &&str| number.len() == 4;
            let bare = numbers.iter().all(|n| n.bytes().all(|b| b.is_ascii_digit()));
            let skipped = bare && (numbers.len() > 2 || numbers.iter().all(year));
            let alone = numbers.len() == 1 && (spaced.trim() == word || is_before_year(&before));
            if !skipped || alone || matches!(before.as_str(), "den" | "het") {
                words.push(match numbers[..] {
                    // `04-22`: no month has a number above twelve.
                    [month, year] if bare && month.len() == 2 && is_short_year(year) => {
                        format!("{month}/20{year}")
                    }
                    _ => word.to_owned(),
                });
            }
            before = Fold::Accents.key(word);
        }
        When::parse(&words.join(" "))
    }

    /// What a line of a title says. A day in it is the one on which it was signed, unless the
    /// figures are said to be up to it; the years of a set are no time of figures.
    pub(super) fn of_title(title: &str) -> Option<When> {
        let words = NameWords::from_cell(title);
        let signed = words.has(&["ngày"]) && !words.has(&["đến ngày", "hết ngày", "đến hết ngày"]);
        let speaks = words.has(&["tháng", "quý", "kỳ", "kết quả", "báo cáo", "số liệu"]);
        let is_none = signed || !speaks || words.has(&["giai đoạn", "bộ tiêu chí năm"]);
        When::parse(title).filter(|_| !is_none)
    }

    /// What the words behind a column's name say; `None` where they speak of no time.
    pub(super) fn parse(words: &str) -> Option<When> {
        let spoken = spoken_words(words);
        // The day or year of a decision says nothing of the figures.
        if spoken.iter().any(|word| is_number_of_paper(word)) {
            return None;
        }
        let mut mentions: Vec<Mention> = Vec::new();
        let back = |place: usize, by| {
            place.checked_sub(by).map_or("", |before: usize| spoken[before].as_str())
        };
        // Where the month before, if any, was said.
        let mut last_month = None;
        for (place, word) in spoken.iter().enumerate() {
            let (earlier, before) = (back(place, 2), back(place, 1));
            let after = spoken.get(place + 1).map_or("", String::as_str);
            let said = mention((earlier, before), word, after)?;
            let follows = last_month.is_some_and(|month: usize| month + 1 == place);
            last_month = matches!(said, Said::Months(_)).then_some(place).or(last_month);
            match said {
                Said::Nothing => {}
                Said::Year(year)
                    if (before == "nam" || follows)
                        && mentions.iter().any(|m| m.year.is_none()) =>
                {
                    // `tháng 4 năm 2022`: of all before that do not say theirs.
                    let open = mentions.iter_mut().filter(|mention| mention.year.is_none());
                    open.for_each(|mention| mention.year = Some(year));
                }
                Said::Year(year) => mentions.push(Mention { year: Some(year), from: 1, to: 12 }),
                Said::Years(from, to) => {
                    let year = |year| Mention { year: Some(year), from: 1, to: 12 };
                    mentions.extend([year(from), year(to)]);
                }
                Said::Months(mention) => mentions.push(mention),
            }
        }
        // `từ tháng 1 đến tháng 5/2022`: the year that is said is that of all.
        let year = mentions.iter().find_map(|mention| mention.year);
        mentions.iter_mut().for_each(|mention| mention.year = mention.year.or(year));
        (!mentions.is_empty()).then_some(When { mentions })
    }

    /// Whether a period lies in it.
    pub(super) fn holds(&self, period: Period) -> bool {
        let month = |year: Option<i16>, month: i8| {
            i32::from(year.unwrap_or(period.year())) * 12 + i32::from(month)
        };
        let own = month(Some(period.year()), period.month());
        let from = self.mentions.iter().map(|m| month(m.year, m.from)).min();
        let to = self.mentions.iter().map(|m| month(m.year, m.to)).max();
        from.is_none_or(|from| from <= own) && to.is_none_or(|to| own <= to)
    }
}

/// The month that a whole name is: `Tháng 5/2022`, `T5`, `05/2022`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) year: Option<i16>,
    pub(super) month: i8,
}

impl Month {
    /// Reads a name that says a month and nothing else; a day of a sheet that begins a month
    /// stands for it.
    pub(super) fn read(name: &str) -> Option<Month> {
        let words = name.split(|c: char| c.is_whitespace() || ",:()".contains(c));
        let words: Vec<String> = words.map(|word| Fold::Accents.key(word)).collect();
        let words: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        let (digits, named, rest) = match words[..] {
            ["thang" | "t" | "t.", digits, ref rest @ ..] => (digits, true, rest),
            [word, ref rest @ ..] => match behind_month(word) {
                Some(digits) => (digits, true, rest),
                None => (word, false, rest),
            },
            [] => return None,
        };
        let numbers: Option<Vec<i16>> =
            digits.split(['/', '-', '.']).map(|number| number.parse().ok()).collect();
        let (month, year) = match (&numbers?[..], rest) {
            ([month, year], []) if is_year(*year) => (*month, Some(*year)),
            ([year, month], []) if is_year(*year) => (*month, Some(*year)),
            ([year, month, 1], []) if is_year(*year) && digits.len() == 10 => (*month, Some(*year)),
            ([month], []) if named => (*month, None),
            ([month], ["nam", year] | ["/" | "-" | "nam", year]) if named => {
                (*month, Some(year.parse().ok().filter(|year| is_year(*year))?))
            }
            _ => return None,
        };
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        Some(Month { year, month })
    }

    /// The period, where the year is known.
    pub(super) fn period(self) -> Option<Period> {
        Period::parse(&format!("{:04}-{:02}", self.year?, self.month))
    }

    /// The one year that a text speaks of.
    pub(super) fn year_in(text: &str) -> Option<i16> {
        let numbers = text.split(|c: char| !c.is_ascii_digit());
        let numbers = numbers.filter(|number| number.len() == 4).filter_map(|n| n.parse().ok());
        let mut years = numbers.filter(|year| is_year(*year));
        years.next().filter(|_| years.next().is_none())
    }
}

/// Whether a year that stands behind a word belongs to it: `năm 2022`, `Apr 2022`.
fn is_before_year(word: &str) -> bool {
    word == "nam" || english_month(word).is_some()
}

fn is_short_year(digits: &str) -> bool {
    digits.len() == 2 && digits.starts_with('2')
}

/// A month in English, by its first letters at least.
fn english_month(word: &str) -> Option<i8> {
    const MONTHS: &str = "january february march april may june july august september october \
                          november december";
    let is = |month: &str| word.len() >= 3 && month.starts_with(word);
    i8::try_from(MONTHS.split(' ').position(is)? + 1).ok()
}

/// A number of months or of a month in words. In a text with accents `sau` is no `sáu`, and
/// `từ` no `tư`. `năm` is five and a year.
fn number_in_words(word: &str, has_accents: bool) -> Option<i8> {
    const WORDS: [&str; 12] =
        ["một", "hai", "ba", "tư", "", "sáu", "bảy", "tám", "chín", "mười", "", "chạp"];
    let step = if has_accents { Fold::Case } else { Fold::Accents };
    let key = step.key(word);
    let place = WORDS.iter().position(|known| !known.is_empty() && step.key(known) == key);
    i8::try_from(place? + 1).ok()
}

/// The words of a text without accents; numbers of months among them as `#6`.
fn spoken_words(text: &str) -> Vec<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",;:()".contains(c))
        .filter(|word| !fold::trim(word).is_empty())
        .collect();
    let plain: Vec<String> = words.iter().map(|word| Fold::Accents.key(word)).collect();
    let is = |place: Option<usize>, known: &[&str]| {
        place.and_then(|place| plain.get(place)).is_some_and(|word| known.contains(&word.as_str()))
    };
    let spoken = words.iter().enumerate().map(|(place, word)| {
        let beside =
            is(place.checked_sub(1), &["thang", "muoi"]) || is(Some(place + 1), &["thang"]);
        let number = beside.then(|| number_in_words(word, !text.is_ascii())).flatten();
        number.map_or_else(|| plain[place].clone(), |number| format!("#{number}"))
    });
    spoken.filter(|word| !word.is_empty()).collect()
}

/// The month or the months that stand in words beside `tháng`: `tháng tư`, `sáu tháng`; and
/// those of English, before their year.
fn in_words(before: &str, word: &str, after: &str) -> Option<Mention> {
    let month = |month| Mention { year: None, from: month, to: month };
    let before_year = is_short_year(after) || after.parse().is_ok_and(is_year);
    let number = || word.strip_prefix('#').and_then(|number| number.parse().ok());
    match (before, word, after) {
        (_, "#3" | "#6" | "#9", "thang") => Some(Mention { from: 1, ..month(number()?) }),
        ("thang", "#10", "#1") => Some(month(11)),
        ("thang", "#10", "#2") => Some(month(12)),
        ("thang", ..) => number().map(month),
        _ => english_month(word).filter(|_| before_year).map(month),
    }
}

/// The digits of `t5` and `thang5/2022`.
fn behind_month(word: &str) -> Option<&str> {
    let digits = word.strip_prefix("thang").or_else(|| word.strip_prefix('t'))?;
    let digits = digits.strip_prefix('.').unwrap_or(digits);
    digits.starts_with(|c: char| c.is_ascii_digit()).then_some(digits)
}

fn is_year(number: i16) -> bool {
    (1990..2100).contains(&number)
}

enum Said {
    Nothing,
    Year(i16),
    Years(i16, i16),
    Months(Mention),
}

/// Whether a word is a paper's number: `318/qd-ttg`.
fn is_number_of_paper(word: &str) -> bool {
    let Some((number, symbol)) = word.split_once('/') else { return false };
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    digits && symbol.contains(char::is_alphabetic)
}

/// What a word says of time between its neighbours, all without accents. `None` for digits
/// that are no time that can be.
fn mention((earlier, before): (&str, &str), word: &str, after: &str) -> Option<Said> {
    let nothing = Some(Said::Nothing);
    if let Some(rest) = quarter_of(before, word) {
        return Some(rest);
    }
    if word == "dau" || word == "cuoi" {
        // `6 tháng đầu năm` is read with its number.
        let alone = after == "nam" && before != "thang";
        let month = if word == "dau" { 1 } else { 12 };
        return if alone {
            Some(Said::Months(Mention { year: None, from: month, to: month }))
        } else {
            nothing
        };
    }
    if let Some(mention) = in_words(before, word, after) {
        return Some(Said::Months(mention));
    }
    let bare = behind_month(word);
    let named = bare.is_some() || before == "thang";
    let is_of_whole_year = before == "nam" && matches!(earlier, "het" | "ca");
    let digits = bare.unwrap_or(word).trim_end_matches('.');
    let numbers: Option<Vec<i16>> =
        digits.split(['/', '-', '.']).map(|number| number.parse().ok()).collect();
    let Some(numbers) = numbers else { return nothing };
    let months = |year, month: i16| match i8::try_from(month) {
        Ok(month @ 1..=12) => Said::Months(Mention { year, from: month, to: month }),
        _ => Said::Nothing,
    };
    Some(match numbers[..] {
        [_, month, year] if is_year(year) => months(Some(year), month),
        [month, year @ 20..30] if named => months(Some(2000 + year), month),
        [year, month, _] if is_year(year) => months(Some(year), month),
        [from, to] if is_year(from) && is_year(to) => Said::Years(from, to),
        [month, year] if is_year(year) => months(Some(year), month),
        [year, month] if is_year(year) => months(Some(year), month),
        [_, month] if matches!(before, "ngay" | "den" | "tu") => months(None, month),
        // The whole year is over with its last month.
        [year] if is_year(year) && is_of_whole_year => {
            Said::Months(Mention { year: Some(year), from: 12, to: 12 })
        }
        [year] if is_year(year) => Said::Year(year),
        [count] if after == "thang" => match i8::try_from(count) {
            Ok(count @ 1..=12) => Said::Months(Mention { year: None, from: 1, to: count }),
            _ => Said::Nothing,
        },
        [month] if named => months(None, month),
        _ => Said::Nothing,
    })
}

/// A quarter: `quý II`, `quý 2/2022`.
fn quarter_of(before: &str, word: &str) -> Option<Said> {
    if before != "quy" {
        return None;
    }
    let (number, year) = word.split_once(['/', '-']).unwrap_or((word, ""));
    const NUMBERS: [(&str, &str); 4] = [("i", "1"), ("ii", "2"), ("iii", "3"), ("iv", "4")];
    let place = NUMBERS.iter().position(|(roman, digit)| number == *roman || number == *digit)?;
    let from = i8::try_from(3 * place + 1).ok()?;
    Some(Said::Months(Mention { year: year.parse().ok(), from, to: from + 2 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_the_months_that_it_speaks_of() {
        let may = Period::parse("2022-05").unwrap();
        for words in [
            "năm 2022",
            "2022",
            "tháng 5",
            "tháng 05/2022",
            "T5/2022",
            "tháng 5 năm 2022",
            "5/2022",
            "đến 31/5/2022 của xã",
            "đến ngày 31/5",
            "quý II",
            "quý II/2022",
            "quý 2 năm 2022",
            "6 tháng đầu năm 2022",
            "sáu tháng đầu năm 2022",
            "May 2022",
            "tháng 5 2022",
            "giai đoạn 2021-2025",
            "từ 01/01/2022 đến 31/5/2022",
            "từ tháng 1 đến tháng 5/2022",
        ] {
            assert!(When::parse(words).unwrap().holds(may), "{words}");
        }
        for words in [
            "năm 2021",
            "tháng tư",
            "tháng mười hai năm 2021",
            "ba tháng đầu năm",
            "hết năm 2022",
            "Kết quả sau tháng 4/2022",
            "cả năm 2022",
            "Apr 2022",
            "tháng 4",
            "tháng 4 năm 2022",
            "T4/2022",
            "tháng 5/2021",
            "quý I",
            "đến 30/4/2022",
            "đầu năm",
            "cuối năm",
            "giai đoạn 2016-2020",
            "3 tháng đầu năm 2022",
        ] {
            assert!(!When::parse(words).unwrap().holds(may), "{words}");
        }
        for words in [
            "của xã",
            "theo Quyết định 318/QĐ-TTg ngày 08/3/2022",
            "quy định",
            "(%)",
            "",
            "Kết quả trong tháng sau khi rà soát",
            "các xã trong tháng từ đầu vụ",
        ] {
            assert_eq!(When::parse(words), None, "{words}");
        }
    }

    #[test]
    fn a_whole_name_may_be_a_month() {
        for name in [
            "Tháng 5/2022",
            "THÁNG 05/2022",
            "thang 5 nam 2022",
            "T5/2022",
            "T.5/2022",
            "05/2022",
            "2022-05",
            "5-2022",
            "2022-05-01",
            "Tháng 5 năm 2022",
        ] {
            let month = Month::read(name).and_then(Month::period);
            assert_eq!(month, Period::parse("2022-05"), "{name}");
        }
        for name in ["Tháng 5", "T5", "tháng 05"] {
            assert_eq!(Month::read(name), Some(Month { year: None, month: 5 }), "{name}");
        }
        for name in
            ["5", "Tháng", "tháng 13/2022", "2022-05-31", "Quý 2/2022", "TT", "06727", "2.1"]
        {
            assert_eq!(Month::read(name), None, "{name}");
        }
        assert_eq!(Month::year_in("Kết quả năm 2022"), Some(2022));
        assert_eq!(Month::year_in("2021-2022"), None);
    }

    #[test]
    fn a_sheet_or_a_file_may_be_named_after_a_month() {
        let may = Period::parse("2022-05").unwrap();
        let of_april = "2022-04 06727-2022-04 T4 06727_thang_4 05-2021 T04.22 04-22 thang4 2021";
        let more = ["Tháng 4", "Quý I", "Apr 2022", "Apr-2022", "Tháng tư", "đến 30.4.2022"];
        for name in of_april.split(' ').chain(more) {
            assert!(!When::of_name(name).unwrap().holds(may), "{name}");
        }
        let of_may = "2022-05 06727-2022-05 T5 T05.22 05-22 thang5 2022 May-2022";
        let more = ["Bắc Sơn tháng 5", "năm 2022", "Quý II-2022", "đến 31.5.2022"];
        for name in of_may.split(' ').chain(more) {
            assert!(When::of_name(name).unwrap().holds(may), "{name}");
        }
        for name in [
            "06727",
            "NTM",
            "Bắc Sơn",
            "06727-nộp 02-06-2022",
            "2022-06-02",
            "QĐ 318-2021",
            "Sheet1",
            "NTM 2016-2020",
            "06727 (2)",
        ] {
            assert_eq!(When::of_name(name), None, "{name}");
        }
    }
}
