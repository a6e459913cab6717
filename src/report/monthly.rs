//! The monthly report: one value from which every form of it is drawn.

mod communes;
mod course;
mod inputs;
mod lists;
mod open;
mod source;
mod summary;

use self::inputs::everywhere;
pub use self::inputs::{InputFile, MonthlyReport};
use super::document::{Block, Document, Section, ShownIn};
use super::{Cell, Table, Tone, column, matrix, unbroken, words};
use crate::period::Period;
use crate::text::{self, Text};

/// Of so many communes each has a section; of more, a report of its own.
const MOST_COMMUNES: usize = 200;

/// The report.
pub fn monthly(report: &MonthlyReport) -> Document {
    let scoring = report.scoring;
    let (level, period) = (words::level(scoring.level), scoring.period);
    let title = match report.only {
        Some(result) => {
            let name = &scoring.commune_of(&scoring.tallies[result]).name;
            text::monthly_of_commune(name, level, month(period))
        }
        None => text::monthly_title(level, month(period)),
    };
    let results = |result: &usize| report.only.is_none_or(|only| only == *result);
    let asked: Vec<usize> = (0..scoring.tallies.len()).filter(results).collect();
    let communes: Vec<Section> = if asked.len() <= MOST_COMMUNES {
        asked.into_iter().map(|result| communes::section(report, result)).collect()
    } else {
        vec![communes::too_many(asked.len())]
    };
    let mut sections = match report.only {
        Some(_) => Vec::new(),
        None => {
            let list = |list: fn(&MonthlyReport) -> Section| report.workbook.then(|| list(report));
            let first =
                [summary::section(report), matrix_section(report), criteria_section(report)];
            let mut sections = Vec::from(first);
            sections.extend(list(lists::indicators));
            sections.extend([open::nobody(report), open::by_agency(report)]);
            sections.extend(list(lists::open));
            sections.push(course::changes(report));
            sections
        }
    };
    sections.extend(communes);
    sections.extend([source::thresholds(report), source::section(report)]);
    let lead = vec![text::whose_word(words::voice(scoring.voice))];
    Document { title, mark: None, lead, period: Some(period), wide: false, sections }
}

/// A month as official texts write it: the first two with a zero before.
fn month(period: Period) -> Text {
    let month = match period.month() {
        early @ ..3 => format!("0{early}"),
        month => month.to_string(),
    };
    text::in_month(month, period.year())
}

fn matrix_section(report: &MonthlyReport) -> Section {
    let grid = matrix::grid(report.scoring);
    let blocks = vec![Block::Grid(grid), (Tone::Plain, text::legend()).into()];
    everywhere(text::section_matrix(), text::sheet_matrix(), blocks)
}

/// What the numbers at the head of the matrix stand for.
fn criteria_section(report: &MonthlyReport) -> Section {
    let criteria = &report.scoring.common.criteria;
    let names = criteria.iter().map(|c| vec![Cell::same(c.no), Cell::same(&c.name)]);
    let names = Table {
        caption: None,
        columns: vec![unbroken(text::number_short()), column(text::criterion())],
        rows: names.collect(),
    };
    let heading = text::criteria_names();
    Section {
        sheet: heading.clone(),
        heading,
        shown_in: ShownIn::Pages,
        blocks: vec![names.into()],
    }
}
