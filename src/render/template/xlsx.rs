//! A form as a workbook: a guide, a sheet a level, and who answers for what.

use std::io;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ExcelDateTime, Formula, IgnoreError,
    ProtectionOptions, Workbook, Worksheet, XlsxError, utility::row_col_to_cell,
};

use super::super::archive::of_unix;
use super::super::workbook::{A4, in_binary, properties, safe};
use super::formula::Cells;
use super::{exactly, style, validation};
use crate::intake::Agency;
use crate::law::Measure;
use crate::report::template::{
    self, ColumnKind, Form, FormColumn, FormEntry, FormRow, FormSheet, sheet_name, word,
};
use crate::score::Status;
use crate::text::{self, Lang};

/// Page and number of pages.
const FOOTER: &str = "&C&P/&N";
/// How wide the guide is, in characters.
const GUIDE: u16 = 95;

/// The workbook's bytes. `lang`: of the guide and of what surrounds the tables.
///
/// # Errors
/// When something does not fit into a workbook.
pub fn workbook(form: &Form, lang: Lang) -> io::Result<Vec<u8>> {
    write(form, lang).map_err(io::Error::other)
}

fn write(form: &Form, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = format!("{} {}", form.commune.code, form.period);
    book.set_properties(&properties(&title, Some(form.period))?);
    guide(form, book.add_worksheet(), lang)?;
    for sheet in &form.sheets {
        let page = book.add_worksheet().set_name(word(&sheet_name(sheet.law.level)))?;
        table(form, sheet, page, lang)?;
    }
    let listed = form.sheets.iter().zip(form.agencies.into_iter().cycle());
    let own: Vec<&Agency> = listed.flat_map(|(sheet, list)| list.rows_of(&sheet.law)).collect();
    if !own.is_empty() {
        agencies(&own, book.add_worksheet())?;
    }
    Ok(of_unix(book.save_to_buffer()?))
}

fn guide(form: &Form, page: &mut Worksheet, lang: Lang) -> Result<(), XlsxError> {
    page.set_name(word(&text::sheet_guide()))?;
    page.set_column_width(0, GUIDE)?;
    for (row, line) in (0..).zip(template::guide(form.period)) {
        let look = if row == 0 { style::title() } else { style::paragraph() };
        page.write_string_with_format(row, 0, line.get(lang), &look)?;
        page.set_row_height(row, style::height([(line.get(lang), GUIDE)].into_iter()))?;
    }
    page.protect().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(FOOTER);
    Ok(())
}

fn table(
    form: &Form,
    sheet: &FormSheet,
    page: &mut Worksheet,
    lang: Lang,
) -> Result<(), XlsxError> {
    // What comes to nothing is empty, never zero, for programs that do not compute too.
    page.set_formula_result_default("");
    let mut at = 0;
    for line in sheet.lead(form) {
        let look = if at == 0 { style::title() } else { style::line() };
        page.write_string_with_format(at, 0, safe(line.get(lang), lang), &look)?;
        at += 1;
    }
    let head = at + 1;
    let heads = FormColumn::ALL.map(FormColumn::head);
    let widths = FormColumn::ALL.map(style::width);
    page.set_row_height(head, style::height(heads.iter().map(word).zip(widths)))?;
    for (place, column) in (0..).zip(FormColumn::ALL) {
        page.set_column_width(place, style::width(column))?;
        page.write_string_with_format(
            head,
            place,
            word(&column.head()),
            &style::head(column.kind()),
        )?;
    }
    let mut last = head;
    for row in sheet.rows() {
        last += 1;
        let entries = FormColumn::ALL.map(|column| row.entry(column, form, sheet));
        let texts = entries.iter().map(|entry| match entry {
            FormEntry::Words(words) => words.as_str(),
            FormEntry::Empty | FormEntry::Number(_) | FormEntry::Day(_) => "",
        });
        page.set_row_height(last, style::height(texts.zip(widths)))?;
        for (place, (column, entry)) in (0..).zip(FormColumn::ALL.into_iter().zip(&entries)) {
            let mut cell = Cell { page: &mut *page, at: (last, place), column, row: &row };
            cell.write(entry, lang)?;
        }
    }
    mark_failing(page, head + 1, last)?;
    lay_out(page, head, last)
}

/// Where something is missing it stands out, in grey too.
fn mark_failing(page: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    let column = place_of(FormColumn::Verdict);
    for words in [template::verdict(Status::NotMet), word(&text::look_again()).to_owned()] {
        let rule = ConditionalFormatCellRule::EqualTo(words);
        let mark = ConditionalFormatCell::new().set_rule(rule).set_format(style::failing());
        page.add_conditional_format(first, column, last, column, &mark)?;
    }
    Ok(())
}

/// Protection, and how it is printed: what is in the lines above needs no column there.
fn lay_out(page: &mut Worksheet, head: u32, last: u32) -> Result<(), XlsxError> {
    let locked = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    };
    page.protect_with_options(&locked);
    page.set_freeze_panes(head + 1, place_of(FormColumn::Name))?;
    let value = place_of(FormColumn::Value);
    page.set_selection(head + 1, value, head + 1, value)?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(FOOTER);
    page.set_margins(0.3, 0.3, 0.4, 0.6, 0.2, 0.3);
    page.set_repeat_rows(head, head)?;
    page.set_print_area(0, 0, last, place_of(FormColumn::Note))?;
    let width = place_of(FormColumn::Level);
    page.ignore_error_range(head, 0, last, width, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn place_of(column: FormColumn) -> u16 {
    (0..).zip(FormColumn::ALL).find(|(_, other)| *other == column).map_or(0, |(place, _)| place)
}

/// A cell being written.
struct Cell<'p> {
    page: &'p mut Worksheet,
    at: (u32, u16),
    column: FormColumn,
    row: &'p FormRow<'p>,
}

impl Cell<'_> {
    fn write(&mut self, entry: &FormEntry, lang: Lang) -> Result<(), XlsxError> {
        let (row, column) = self.at;
        match self.column.kind() {
            ColumnKind::Computed => self.compute(entry),
            ColumnKind::Given => self.put(entry, &style::given(self.column)),
            ColumnKind::Open if !self.row.is_open(self.column) => self.put(entry, &style::barred()),
            ColumnKind::Open => {
                self.put(entry, &style::open(self.column, self.whole()))?;
                let cell = row_col_to_cell(row, column);
                if let Some(rule) = validation::rule_for(self.row, self.column, &cell, lang)? {
                    self.page.add_data_validation(row, column, row, column, &rule)?;
                }
                Ok(())
            }
        }
    }

    /// Whether it takes whole numbers only; `None` where it takes none.
    fn whole(&self) -> Option<bool> {
        let requirement = self.row.requirement;
        match (self.column, requirement.measure) {
            (FormColumn::Numerator | FormColumn::Denominator, _) => {
                Some(requirement.counts.as_ref().is_some_and(|counts| counts.whole))
            }
            (_, measure) => measure.is_numeric().then(|| measure.is_whole()),
        }
    }

    fn put(&mut self, entry: &FormEntry, look: &rust_xlsxwriter::Format) -> Result<(), XlsxError> {
        let (row, column) = self.at;
        let page = &mut *self.page;
        match entry {
            FormEntry::Empty => page.write_blank(row, column, look)?,
            FormEntry::Words(words) => {
                page.write_string_with_format(row, column, safe(words, Lang::Vi), look)?
            }
            FormEntry::Day(day) => {
                let [month, of_month] = [day.month(), day.day()].map(i8::unsigned_abs);
                match ExcelDateTime::from_ymd(day.year().unsigned_abs(), month, of_month) {
                    Ok(date) => page.write_datetime_with_format(row, column, date, look)?,
                    // Before the first day that a workbook knows.
                    Err(_) => page.write_string_with_format(row, column, day.to_string(), look)?,
                }
            }
            FormEntry::Number(number) => match in_binary(&exactly(number)) {
                Some(binary) => page.write_number_with_format(row, column, binary, look)?,
                None => page.write_string_with_format(row, column, exactly(number), look)?,
            },
        };
        Ok(())
    }

    /// A formula with what it comes to now, for programs that do not compute.
    fn compute(&mut self, entry: &FormEntry) -> Result<(), XlsxError> {
        let (row, column) = self.at;
        if self.column == FormColumn::Share && self.row.requirement.measure != Measure::Share {
            return self.put(&FormEntry::Empty, &style::barred());
        }
        let cell = |column| row_col_to_cell(row, place_of(column));
        let cells = Cells {
            value: cell(FormColumn::Value),
            numerator: cell(FormColumn::Numerator),
            denominator: cell(FormColumn::Denominator),
        };
        let formula = match self.column {
            FormColumn::Share => cells.share(),
            _ => cells.verdict(self.row),
        };
        let result = match entry {
            FormEntry::Empty => String::new(),
            FormEntry::Words(words) => words.clone(),
            FormEntry::Number(number) => number.to_string(),
            FormEntry::Day(day) => day.to_string(),
        };
        let formula = Formula::new(formula).set_result(result);
        let look = style::computed(self.column);
        self.page.write_formula_with_format(row, column, formula, &look)?;
        Ok(())
    }
}

fn agencies(agencies: &[&Agency], page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(word(&text::sheet_agencies()))?;
    let heads =
        [text::head_level(), text::head_agency_id(), text::head_lead(), text::head_support()];
    for (place, (head, width)) in (0..).zip(heads.iter().zip([11_u16, 12, 42, 42])) {
        page.set_column_width(place, width)?;
        page.write_string_with_format(0, place, word(head), &style::head(ColumnKind::Given))?;
    }
    for (row, agency) in (1..).zip(agencies) {
        let level = sheet_name(agency.level);
        let subject = agency.subject.to_string();
        let name = |name: &Option<String>| name.clone().unwrap_or_default();
        let cells = [word(&level), &subject, &name(&agency.lead), &name(&agency.support)];
        for (place, cell) in (0..).zip(cells) {
            let cell = safe(cell, Lang::Vi);
            page.write_string_with_format(row, place, cell, &style::given(FormColumn::Name))?;
        }
    }
    page.protect().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(FOOTER);
    page.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}
