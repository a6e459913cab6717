//! Number formats: what a sheet shows of the number that a cell holds.
//!
//! Where a format rounds, the number stays as exact as it is held: a share of 99,6 that is
//! shown as 100 is not 100. What a format scales is scaled; what it hides or puts into
//! other words is told apart.

mod section;

use section::{Part, Section};

use super::number;
use super::shown::{Figure, Shown};

/// A format, by its sections.
#[derive(Clone, Debug, Default)]
pub(super) struct Format {
    sections: Vec<Section>,
}

impl Format {
    /// Reads a format as spreadsheets write it: `#,##0.0;[Red]-0`.
    pub(super) fn parse(code: &str) -> Format {
        Format { sections: section::split(code) }
    }

    /// Whether it leaves everything as it is.
    pub(super) fn is_plain(&self) -> bool {
        self.sections.is_empty()
    }

    /// What is shown of a number.
    pub(super) fn show(&self, number: f64) -> Shown {
        let Some((section, place)) = self.section(number) else {
            let plain = number::decimal(number);
            // Where no section is for it, signs alone are shown.
            return if self.sections.is_empty() {
                Shown::Number(Figure { exact: plain.clone(), shown: plain })
            } else {
                Shown::Unsure
            };
        };
        // The section of what is below zero does not write the sign by itself.
        section.show(number, place > 0 && number < 0.0)
    }

    /// What is shown of a text; `None` where it is shown as it is.
    pub(super) fn show_text(&self, text: &str) -> Option<Shown> {
        let last = self.sections.last()?;
        let own = self.sections.len() == 4 || last.parts.contains(&Part::Text);
        if !own || last.parts == [Part::Text] {
            return None;
        }
        let words = last.parts.iter().map(|part| match part {
            Part::Text => text,
            Part::Words(words) => words,
            _ => "",
        });
        let words: String = words.collect();
        let words = words.trim();
        Some(match words.is_empty() {
            true if text.trim().is_empty() => return None,
            true => Shown::Unsure,
            false => Shown::Words(words.to_owned()),
        })
    }

    /// The section for a number, and which one it is.
    fn section(&self, number: f64) -> Option<(&Section, usize)> {
        let of_numbers = self.sections.len() - usize::from(self.has_text_section());
        let sections = &self.sections[..of_numbers.min(3)];
        let conditional = sections.iter().take(2).any(|section| section.condition.is_some());
        let place = match (conditional, sections.len()) {
            (_, 0) => return None,
            (true, _) => {
                let fits = |section: &Section| section.fits(number);
                sections.iter().position(fits)?
            }
            (false, 1) => 0,
            (false, 2) => usize::from(number < 0.0),
            (false, _) if number < 0.0 => 1,
            (false, _) if number == 0.0 => 2,
            (false, _) => 0,
        };
        let section = &sections[place];
        // A section with a condition writes the sign of what it is given.
        Some((section, if conditional { 0 } else { place }))
    }

    fn has_text_section(&self) -> bool {
        self.sections.len() > 1
            && self.sections.last().is_some_and(|last| last.parts.contains(&Part::Text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: f64, code: &str) -> String {
        match Format::parse(code).show(number) {
            Shown::Number(figure) => format!("{} {}", figure.exact, figure.shown),
            Shown::Percent(figure) => format!("% {} {}", figure.exact, figure.shown),
            Shown::Day => "day".into(),
            Shown::Words(words) => format!("\"{words}\""),
            Shown::Unsure => "?".into(),
        }
    }

    #[test]
    fn numbers_keep_what_a_format_rounds_and_take_what_it_scales() {
        for (number, code, expected) in [
            (98.5, "General", "98.5 98.5"),
            (98.5, "", "98.5 98.5"),
            (99.6, "0", "99.6 100"),
            (17.1, "0.00", "17.1 17.10"),
            (6727.0, "00000", "6727 06727"),
            (1_234_567.891, "#,##0.00", "1234567.891 1234567.89"),
            (0.05, "0%", "% 5% 5%"),
            (0.8996, "0%", "% 89.96% 90%"),
            (0.8996, "0.00\\ %", "% 89.96% 89.96%"),
            (0.5, "#,##0.0%;[Red]-0%", "% 50% 50.0%"),
            // A sign that is only drawn makes no hundredfold, however many decimals.
            (0.985, "0\"%\"", "0.985% 1%"),
            (0.99, "0.00\\%", "0.99% 0.99%"),
            (0.99, "0.0000\"%\"", "0.99% 0.9900%"),
            (0.5, "0.00\" %\"", "0.5% 0.50%"),
            (1234.5, "#,##0.00\\ \\%", "1234.5% 1234.50%"),
            (38_500_000.0, "0.0,,", "38.5 38.5"),
            (38_500_000.0, "#,##0,", "38500 38500"),
            (12.8, "0.0\" km\"", "12.8 km 12.8 km"),
            (12.8, "0.0\\ \\k\\m", "12.8 km 12.8 km"),
            (38.5, "#,##0.0\\ \"₫\"", "38.5 ₫ 38.5 ₫"),
            (38.5, "#,##0.0\\ [$₫-42A]", "38.5 ₫ 38.5 ₫"),
            (38.5, "0.00E+00", "38.5 38.5"),
            (-5.0, "0.0", "-5 -5.0"),
            // What leaves out a zero shows nothing of it.
            (0.0, "#,###", "?"),
            (0.0, "#", "?"),
            (0.3, "#", "?"),
            (0.0, "#.##", "?"),
            (0.0, "#%", "?"),
            (0.0, "#.0", "0 0.0"),
            (0.0, "#,##0", "0 0"),
            (0.0, "General", "0 0"),
            (1200.0, "#,###", "1200 1200"),
            (-5.0, "0;0", "-5 -5"),
            (-5.0, "#,##0_);(#,##0)", "-5 -5"),
            (12.0, "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "12 12"),
            (95.0, "[>=90]0;[<90]\"thấp\"", "95 95"),
            (12.5, "@", "12.5 12.5"),
            (95.0, "[Red][>=90]0.0;0", "95 95.0"),
            (7.0, "General\" hộ\"", "7 hộ 7 hộ"),
        ] {
            assert_eq!(shown(number, code), expected, "{number} {code}");
        }
    }

    #[test]
    fn what_is_not_shown_as_a_number_is_none() {
        for (number, code, expected) in [
            (5.0, ";;;", "?"),
            (5.0, ";;", "?"),
            (1.0, "\"đạt\";\"chưa đạt\"", "\"đạt\""),
            (0.0, "\"đạt\";;\"không\"", "\"không\""),
            (-1.0, "\"đạt\";\"chưa đạt\"", "\"chưa đạt\""),
            (1.0, "[=1]\"đạt\";[=0]\"chưa đạt\"", "\"đạt\""),
            (0.0, "[=1]\"đạt\";[=0]\"chưa đạt\"", "\"chưa đạt\""),
            (2.0, "[=1]\"đạt\";[=0]\"chưa đạt\"", "?"),
            (95.0, "[>=90]\"cao\";[<90]0", "\"cao\""),
            // A zero shown as a dash is nothing to a reader, and a number to the sheet.
            (0.0, "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "?"),
            (0.5, "# ?/?", "?"),
            (0.5, "0%%", "?"),
            (38.5, "\"~\"0", "?"),
            (38.5, "[$₫-42A]#,##0.0", "?"),
            (1_234.0, "0\".\"000", "?"),
            (44_712.0, "dd/mm/yyyy", "day"),
            (0.5, "[h]:mm", "day"),
            (44_712.0, "[$-42A]d\\ \"tháng\"\\ m", "day"),
            (1.0, "\"TRUE\";\"TRUE\";\"FALSE\"", "\"TRUE\""),
        ] {
            assert_eq!(shown(number, code), expected, "{number} {code}");
        }
    }

    #[test]
    fn a_text_is_shown_as_its_section_says() {
        let text = |code: &str| Format::parse(code).show_text("đạt");
        assert_eq!(text("General"), None);
        assert_eq!(text("@"), None);
        assert_eq!(text("0;-0;0;@"), None);
        assert_eq!(text("0.00"), None);
        assert_eq!(text(";;;"), Some(Shown::Unsure));
        assert_eq!(text("@\" rồi\""), Some(Shown::Words("đạt rồi".into())));
        assert_eq!(text("0;0;0;\"chưa\""), Some(Shown::Words("chưa".into())));
    }
}
