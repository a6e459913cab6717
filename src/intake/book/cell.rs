//! A cell of a sheet, as it is held and as it is shown.

use calamine::ExcelDateTime;

use super::format::Format;
use super::mark::without_mark;
use super::number;
use super::shown::{Figure, Shown};
use crate::intake::table::CellKind;

/// A cell as it is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetCell {
    pub(super) text: String,
    /// A number as it is shown, where that differs.
    pub(super) shown: Option<String>,
    pub(super) kind: CellKind,
    pub(super) origin: CellOrigin,
}

/// Where the content of a cell comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellOrigin {
    /// Somebody wrote it there.
    #[default]
    Typed,
    /// A formula, whose stored result is zero or nothing.
    Zero,
    /// A formula with another result.
    Computed,
}

impl SheetCell {
    pub(super) fn text(text: impl Into<String>) -> SheetCell {
        SheetCell { text: text.into(), ..SheetCell::default() }
    }

    /// A text under a format.
    pub(super) fn of_text(text: &str, format: &Format) -> SheetCell {
        let (text, doubtful) = without_mark(text);
        if doubtful {
            return SheetCell::text(text).struck();
        }
        match format.show_text(text) {
            None => SheetCell::text(text),
            Some(Shown::Words(words)) => SheetCell::text(words),
            Some(_) => SheetCell::unsure(text),
        }
    }

    /// A number under a format. `day`: the number as a day.
    pub(super) fn of_number(
        number: f64,
        format: &Format,
        day: impl FnOnce() -> String,
    ) -> SheetCell {
        match format.show(number) {
            Shown::Number(figure) => SheetCell::figure(figure, CellKind::Number),
            Shown::Percent(figure) => SheetCell::figure(figure, CellKind::Percent),
            Shown::Day => SheetCell::day(day()),
            Shown::Words(words) => SheetCell::text(words),
            Shown::Unsure => SheetCell::unsure(number::decimal(number)),
        }
    }

    pub(super) fn figure(figure: Figure, kind: CellKind) -> SheetCell {
        let Figure { exact, shown } = figure;
        let shown = (shown != exact).then_some(shown);
        SheetCell { text: exact, shown, kind, ..SheetCell::default() }
    }

    /// A day as ISO writes it; a time of midnight says nothing.
    pub(super) fn day(text: impl Into<String>) -> SheetCell {
        let mut text: String = text.into();
        if let Some((day, time)) = text.split_once(['T', ' ']) {
            let midnight = time.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'));
            let day = day.len();
            if midnight { text.truncate(day) } else { text.replace_range(day..=day, " ") }
        }
        SheetCell { text, kind: CellKind::Day, ..SheetCell::default() }
    }

    /// What is held, where something else is shown.
    pub(super) fn unsure(held: impl Into<String>) -> SheetCell {
        SheetCell { text: held.into(), kind: CellKind::Unsure, ..SheetCell::default() }
    }

    /// The same with words that are struck out, or digits above or below the line; nothing
    /// stays nothing.
    pub(super) fn struck(self) -> SheetCell {
        let kind = if self.text.is_empty() { self.kind } else { CellKind::Struck };
        SheetCell { kind, ..self }
    }

    pub(super) fn not_computed() -> SheetCell {
        SheetCell { kind: CellKind::NotComputed, origin: CellOrigin::Zero, ..SheetCell::default() }
    }

    /// As the result of a formula.
    pub(super) fn computed(self, zero: bool) -> SheetCell {
        SheetCell { origin: if zero { CellOrigin::Zero } else { CellOrigin::Computed }, ..self }
    }

    /// Whether a sheet would be the same without it.
    pub(super) fn is_nothing(&self) -> bool {
        self.text.is_empty() && self.kind == CellKind::Text && self.origin == CellOrigin::Typed
    }
}

/// A day, with its time where it has one.
pub(super) fn iso(day: &ExcelDateTime) -> String {
    let (year, month, date, hour, minute, second, _) = day.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{date:02}"),
        _ => format!("{year:04}-{month:02}-{date:02} {hour:02}:{minute:02}:{second:02}"),
    }
}
