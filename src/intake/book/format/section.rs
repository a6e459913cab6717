//! One section of a number format.

use super::super::number;
use super::super::shown::{Figure, Shown};

/// A section: what it is for, and what it writes in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub(super) condition: Option<Condition>,
    pub(super) parts: Vec<Part>,
}

/// `[>=90]`.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    sign: String,
    bound: f64,
}

/// What a section writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The number with its digits: `#,##0.00`.
    Digits(Digits),
    /// The number as it is.
    General,
    /// Words as they are.
    Words(String),
    /// The sign of percent, which makes it a hundredfold.
    Percent,
    /// Powers of ten.
    Exponent,
    /// A piece of a date or a time.
    Date,
    /// The text of the cell.
    Text,
    /// What nobody knows.
    Unknown,
}

/// How digits are placed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Digits {
    /// At least so many before the mark.
    whole: usize,
    /// At most so many behind it.
    decimals: usize,
    /// So many of those are left out where they are zero.
    optional: usize,
    /// How often it is divided by a thousand.
    thousands: usize,
}

/// The sections of a format; none where it leaves everything as it is.
pub(super) fn split(code: &str) -> Vec<Section> {
    if code.is_empty() || code.eq_ignore_ascii_case("general") {
        return Vec::new();
    }
    let mut sections = vec![Section::default()];
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == ';' {
            sections.push(Section::default());
            continue;
        }
        let Some(section) = sections.last_mut() else { break };
        match letter {
            '"' => section.words(&letters.by_ref().take_while(|c| *c != '"').collect::<String>()),
            '\\' | '!' => section.words(&letters.next().map(String::from).unwrap_or_default()),
            // Room as wide as a letter, or filled with it.
            '_' => {
                letters.next();
                section.words(" ");
            }
            '*' => {
                letters.next();
            }
            '[' => section.bracket(&letters.by_ref().take_while(|c| *c != ']').collect::<String>()),
            '%' => section.parts.push(Part::Percent),
            '@' => section.parts.push(Part::Text),
            '0' | '#' | '?' | '.' | ',' => section.digit(letter),
            'E' | 'e' if matches!(letters.peek(), Some('+' | '-')) => {
                letters.next();
                while letters.next_if(|c| matches!(c, '0' | '#' | '?')).is_some() {}
                section.parts.push(Part::Exponent);
            }
            'G' | 'g' if is_general(&letters.clone().collect::<String>()) => {
                letters.nth("eneral".len() - 1);
                section.parts.push(Part::General);
            }
            '/' => section.slash(),
            'd' | 'm' | 'y' | 'h' | 's' | 'b' | 'D' | 'M' | 'Y' | 'H' | 'S' | 'B' | 'a' | 'A'
            | 'e' | 'E' | 'g' | 'G' => {
                section.parts.push(Part::Date);
                // The second half of AM/PM.
                while letters.next_if(|c| matches!(c, 'p' | 'P')).is_some() {}
            }
            other => section.words(&other.to_string()),
        }
    }
    sections
}

fn is_general(rest: &str) -> bool {
    rest.get(.."eneral".len()).is_some_and(|rest| rest.eq_ignore_ascii_case("eneral"))
}

impl Section {
    fn words(&mut self, more: &str) {
        match self.parts.last_mut() {
            Some(Part::Words(words)) => words.push_str(more),
            _ => self.parts.push(Part::Words(more.to_owned())),
        }
    }

    /// A colour, a condition, a currency, a time that goes on beyond a day.
    fn bracket(&mut self, inner: &str) {
        let sign = inner.trim_end_matches(|c: char| !matches!(c, '<' | '>' | '='));
        let elapsed = |c: char| matches!(c, 'h' | 'm' | 's' | 'H' | 'M' | 'S');
        if let Some(currency) = inner.strip_prefix('$') {
            let symbol = currency.split('-').next().unwrap_or_default();
            if !symbol.is_empty() {
                self.words(symbol);
            }
        } else if !sign.is_empty() {
            match inner[sign.len()..].trim().parse() {
                Ok(bound) => self.condition = Some(Condition { sign: sign.to_owned(), bound }),
                Err(_) => self.parts.push(Part::Unknown),
            }
        } else if !inner.is_empty() && inner.chars().all(elapsed) {
            self.parts.push(Part::Date);
        }
        // Colours and the digits of other scripts change no number.
    }

    fn digit(&mut self, letter: char) {
        let dated = self.parts.contains(&Part::Date);
        match (self.parts.last_mut(), letter) {
            // Seconds have decimals, dates have dots.
            _ if dated => {}
            (Some(Part::Digits(digits)), letter) => digits.take(letter),
            // A mark with no digit before it is one of the words.
            (_, ',') => self.words(","),
            (_, letter) => {
                let mut digits = Digits::default();
                digits.take(letter);
                self.parts.push(Part::Digits(digits));
            }
        }
    }

    /// Between digits the bar of a fraction, between pieces of a date a word.
    fn slash(&mut self) {
        let fraction = self.parts.iter().any(|part| matches!(part, Part::Digits(_)));
        if fraction { self.parts.push(Part::Unknown) } else { self.words("/") }
    }

    /// Whether it is for a number; one without a condition is for all that is left.
    pub(super) fn fits(&self, number: f64) -> bool {
        let Some(Condition { sign, bound }) = &self.condition else {
            return true;
        };
        match sign.as_str() {
            "<" => number < *bound,
            "<=" => number <= *bound,
            ">" => number > *bound,
            ">=" => number >= *bound,
            "=" => number == *bound,
            "<>" => number != *bound,
            _ => false,
        }
    }

    /// What it shows of a number; `unsigned`: the sign is left to its words.
    pub(super) fn show(&self, number: f64, unsigned: bool) -> Shown {
        if self.parts.contains(&Part::Unknown) {
            return Shown::Unsure;
        }
        if self.parts.contains(&Part::Date) {
            return Shown::Day;
        }
        let is_number = |part: &Part| matches!(part, Part::Digits(_) | Part::General | Part::Text);
        let words = |parts: &[Part]| -> String {
            let words = parts.iter().map(|part| match part {
                Part::Words(words) => words.as_str(),
                _ => "",
            });
            words.collect()
        };
        let mut places = (0..self.parts.len()).filter(|place| is_number(&self.parts[*place]));
        let (first, second) = (places.next(), places.next());
        let Some(place) = first else {
            let words = words(&self.parts);
            let nothing = matches!(words.trim(), "" | "-" | "–" | "—");
            // A dash for zero is nothing to a reader, and a number to the sheet.
            return if nothing || self.parts.contains(&Part::Percent) {
                Shown::Unsure
            } else {
                Shown::Words(words.trim().to_owned())
            };
        };
        let percents = self.parts.iter().filter(|part| **part == Part::Percent).count();
        let (head, tail) = (words(&self.parts[..place]), words(&self.parts[place + 1..]));
        // Brackets and signs of what is below zero.
        let (head, tail) = if unsigned {
            let bare = |c: char| matches!(c, '(' | ')' | '-' | ' ' | '\u{a0}');
            (head.trim_matches(bare).to_owned(), tail.trim_matches(bare).to_owned())
        } else {
            (head.trim().to_owned(), tail.trim().to_owned())
        };
        if second.is_some() || percents > 1 || !head.is_empty() {
            return Shown::Unsure;
        }
        let digits = match &self.parts[place] {
            Part::Digits(digits) if self.parts.contains(&Part::Exponent) => {
                Digits { thousands: digits.thousands, ..Digits::plain() }
            }
            Part::Digits(digits) => digits.clone(),
            _ => Digits::plain(),
        };
        self.figure(number, &digits, percents == 1, &tail)
    }

    fn figure(&self, number: f64, digits: &Digits, percent: bool, tail: &str) -> Shown {
        let by = if percent { 2 } else { 0 };
        let by = by - 3 * i32::try_from(digits.thousands).unwrap_or_default();
        let exact = number::shifted(number, by);
        let shown = digits.place(&exact);
        // `#` leaves out a zero: the cell looks empty.
        if digits.leave_out_zero() && !shown.contains(|c| matches!(c, '1'..='9')) {
            return Shown::Unsure;
        }
        let tail = match tail {
            "" if percent => "%".to_owned(),
            "" => String::new(),
            // A sign that is only drawn makes no hundredfold: 98.5 is 98.5%.
            "%" if !percent => "%".to_owned(),
            tail if percent => format!("% {tail}"),
            tail => format!(" {tail}"),
        };
        let figure = Figure { exact: format!("{exact}{tail}"), shown: format!("{shown}{tail}") };
        if percent { Shown::Percent(figure) } else { Shown::Number(figure) }
    }
}

impl Digits {
    /// As many as there are.
    fn plain() -> Digits {
        Digits { decimals: usize::MAX, optional: usize::MAX, ..Digits::default() }
    }

    /// Whether nothing is shown of zero.
    fn leave_out_zero(&self) -> bool {
        let plain = self.decimals == usize::MAX;
        !plain && self.whole == 0 && self.decimals.saturating_sub(1) <= self.optional
    }

    /// One more letter of the format. Before the mark has no decimals been met.
    fn take(&mut self, letter: char) {
        // A comma between digits sets off groups; behind them it divides.
        match letter {
            ',' => self.thousands += 1,
            '.' if self.decimals == 0 => self.decimals = 1,
            '.' => {}
            letter => {
                self.thousands = 0;
                let optional = usize::from(letter != '0');
                if self.decimals > 0 {
                    self.decimals += 1;
                    self.optional = if optional > 0 { self.optional + 1 } else { 0 };
                } else {
                    self.whole += 1 - optional;
                }
            }
        }
    }

    /// A number in plain decimals with its digits placed.
    fn place(&self, exact: &str) -> String {
        let (sign, bare) = match exact.strip_prefix('-') {
            Some(bare) => ("-", bare),
            None => ("", exact),
        };
        // The mark was counted too.
        let decimals = match self.decimals {
            usize::MAX => usize::MAX,
            decimals => decimals.saturating_sub(1),
        };
        let rounded = number::rounded(bare, decimals);
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let most = if decimals == usize::MAX { fraction.len() } else { decimals };
        let fraction = format!("{fraction:0<most$}");
        let least = most.saturating_sub(self.optional);
        let kept = fraction.trim_end_matches('0').len().max(least);
        let fraction = &fraction[..kept];
        let width = self.whole;
        let mark = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole:0>width$}{mark}{fraction}")
    }
}
