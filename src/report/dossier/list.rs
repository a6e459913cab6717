//! The evidence of a commune: its documents, and what proves each indicator.

use super::super::commune::name_cells;
use super::super::document::{self, Block, Document, Section};
use super::super::{Cell, Table, Tone, at_least, column, unbroken, wide, words};
use super::lacking::listed_ids;
use crate::analysis::explain::{Chain, Explained, Written};
use crate::analysis::lacks::IndicatorRef;
use crate::distinct::push_once;
use crate::intake::RowStatus;
use crate::intake::evidence::{self, Proofs, documents};
use crate::period;
use crate::problem::{Location, SheetLocation};
use crate::text::{self, Text, dossier as say};

/// The list of evidence, of the title and of what it rests on beside its own indicators.
/// `proofs`: what its files prove, where they are at hand; `bare`: how many values nothing
/// proves.
pub fn evidence(
    title: &Explained,
    beside: &[Explained],
    proofs: Option<&Proofs>,
    bare: usize,
) -> Document {
    let (commune, submission) = (title.commune, title.submission);
    let all: Vec<&Explained> = std::iter::once(title).chain(beside).collect();
    let by_document = by_document(title, &all, proofs);
    let mut lead = vec![
        text::form_period(Text::month(submission.period), &commune.code),
        say::list_lead(by_document.rows.len(), bare),
    ];
    lead.extend(proofs.is_none().then(say::no_folder));
    let section = |heading: Text, sheet: Text, table: Table| Section {
        heading,
        sheet,
        shown_in: document::ShownIn::Everywhere,
        blocks: vec![Block::from(table)],
    };
    let mut sections = vec![
        section(say::by_document(), say::sheet_documents(), by_document),
        section(say::by_indicator(), say::sheet_indicators(), by_indicator(title)),
    ];
    sections.extend(beside.iter().map(|beside| {
        let level = words::level(beside.submission.level);
        section(say::by_indicator_of(&level), level, by_indicator(beside))
    }));
    Document {
        title: say::list_title(&commune.name, words::level(submission.level)),
        mark: None,
        lead,
        period: Some(submission.period),
        wide: false,
        sections,
    }
}

/// A document with all that rows say of it.
struct ListedDocument<'a> {
    name: &'a str,
    dates: Vec<&'a str>,
    /// With the days that rows give it.
    cited: Vec<evidence::CitedDocument<'a>>,
    valid: Vec<&'a str>,
    proves: Vec<IndicatorRef>,
}

/// Every document that is cited, in the order of the law.
fn papers<'a>(all: &[&'a Explained]) -> Vec<ListedDocument<'a>> {
    let mut papers: Vec<ListedDocument> = Vec::new();
    let chains = all.iter().flat_map(|of| of.chains.iter().map(move |chain| (*of, chain)));
    for (explained, chain) in chains {
        let id = explained.card.tally.law.indicators[chain.indicator].id.to_string();
        let of = IndicatorRef { level: explained.submission.level, id };
        for row in chain.rows.iter().filter(|row| row.row.fate != RowStatus::Passed) {
            for name in documents(&[row.cell("evidence")]) {
                let known = papers.iter().position(|paper| paper.name == name);
                let place = known.unwrap_or_else(|| {
                    let (dates, cited) = (Vec::new(), Vec::new());
                    let (valid, proves) = (Vec::new(), Vec::new());
                    papers.push(ListedDocument { name, dates, cited, valid, proves });
                    papers.len() - 1
                });
                let paper = &mut papers[place];
                let day = row.cell("evidence_date").and_then(period::parse_date);
                let document = evidence::CitedDocument::new(name, day);
                push_once(&mut paper.cited, document);
                add(&mut paper.dates, row.cell("evidence_date").or_else(|| own_date(name)));
                add(&mut paper.valid, row.cell("valid_until"));
                push_once(&mut paper.proves, of.clone());
            }
        }
    }
    papers
}

fn by_document(explained: &Explained, all: &[&Explained], proofs: Option<&Proofs>) -> Table {
    let papers = papers(all);
    let mut columns = vec![
        wide(say::document()),
        column(say::document_date()),
        column(say::valid_until()),
        at_least(say::proves(), 16),
    ];
    columns.extend(proofs.map(|_| column(text::problem_file())));
    let row = |paper: &ListedDocument| {
        let lines = |texts: &[&str]| Cell::lines(texts.iter().map(Text::same));
        let valid = paper.valid.iter().map(|date| validity(explained, date));
        let mut row = vec![
            Cell::same(paper.name),
            lines(&paper.dates),
            Cell::lines(valid),
            Cell::words(listed_ids(&paper.proves, explained.submission.level)),
        ];
        let commune = explained.submission.commune;
        let files = proofs.map(|proofs| files(paper, commune, proofs));
        row.extend(files.map(|files| match files.as_slice() {
            [] => Cell::words(say::no_file()).tone(Tone::Doubt),
            files => Cell::lines(files.iter().map(Text::same)),
        }));
        row
    };
    Table { caption: None, columns, rows: papers.iter().map(row).collect() }
}

/// The files that prove a document of a commune, by whatever day a row gives it.
fn files<'p>(paper: &ListedDocument, commune: usize, proofs: &'p Proofs) -> Vec<&'p str> {
    let all = paper.cited.iter().flat_map(|document| proofs.files_of(commune, *document));
    let mut files: Vec<&str> = all.collect();
    files.sort_unstable();
    files.dedup();
    files
}

fn by_indicator(explained: &Explained) -> Table {
    let columns = vec![
        unbroken(text::number_short()),
        wide(text::indicator()),
        at_least(say::document(), 20),
        column(say::document_date()),
        column(say::valid_until()),
        at_least(say::written_at(), 16),
    ];
    let rows = explained.chains.iter().flat_map(|chain| indicator(explained, chain));
    Table { caption: None, columns, rows: rows.collect() }
}

/// A row a part, with the row of data that speaks of it.
fn indicator(explained: &Explained, chain: &Chain) -> Vec<Vec<Cell>> {
    let law = &explained.card.tally.law.indicators[chain.indicator];
    let row = |part: usize| {
        let [id, name] = name_cells(law, part);
        let mut written = chain.rows.iter();
        let written = written.find(|w| w.is_of(part) && w.row.fate != RowStatus::Passed);
        let text = |column| written.and_then(|row| row.cell(column));
        let cited = match text("evidence") {
            Some(document) => Cell::same(document),
            None => Cell::words(say::no_evidence()).tone(Tone::Doubt),
        };
        let date = |text: Option<&str>| text.map(Cell::same).unwrap_or_default();
        let valid = text("valid_until").map(|date| Cell::words(validity(explained, date)));
        let place = written.map(place).map(Cell::words).unwrap_or_default();
        let dated = text("evidence_date").or_else(|| own_date(text("evidence")?));
        vec![id, name, cited, date(dated), valid.unwrap_or_default(), place]
    };
    (0..law.require.len()).map(row).collect()
}

/// The date that a document's own words give: `BC 12/BC-UBND ngày 16/5/2022`.
fn own_date(document: &str) -> Option<&str> {
    let (_, after) = document.rsplit_once("ngày ")?;
    let date = after.split_whitespace().next()?;
    period::parse_date(date).map(|_| date)
}

/// A date of validity, and that it has passed.
fn validity(explained: &Explained, written: &str) -> Text {
    let last = explained.submission.period.last_day();
    match period::parse_date(written) {
        Some(date) if date < last => say::expired(written),
        _ => Text::same(written),
    }
}

fn add<'a>(texts: &mut Vec<&'a str>, text: Option<&'a str>) {
    texts.extend(text.filter(|text| !texts.contains(text)));
}

fn place(written: &Written) -> Text {
    let sheet = written.row.place.sheet.clone();
    let cell = written.address().map(str::to_owned);
    let sheet = sheet.map(|sheet| SheetLocation { cell: cell.or(sheet.cell), name: sheet.name });
    Location { sheet, ..written.row.place.clone() }.words()
}
