//! A report as a letter: what it says in the letter itself, and what goes with it as
//! appendices.

use docx_rs::DocumentChild;

use super::annex::{Annex, label, orientation};
use super::frame::{self, paragraph, table};
use super::page::{Orientation, Part};
use super::roman::roman;
use super::style::{Look, body, capitalised, gap, heading, sentence, size, toned};
use super::table::draw;
use crate::intake::Office;
use crate::report::document::{Block, Document, Grid, Section};
use crate::text::{self, Lang, Text};

/// A table of more rows than this goes with the letter as an appendix.
const LONGEST: usize = 30;
/// A table with no more than this between it and the signature stays with it at its end.
const AFTER_TABLE: usize = 1;
/// So many appendices are named in the letter; more are counted.
const MOST_NAMED: usize = 20;

/// The letter and its appendices.
pub(super) fn parts(document: &Document, office: &Office, lang: Lang) -> Vec<Part> {
    let writer = Writer { document, office, lang };
    let (letter, annexes) = writer.letter();
    let goes_with = writer.goes_with();
    let count = annexes.len();
    let mut parts = vec![letter];
    for (place, annex) in annexes.iter().enumerate() {
        parts.push(annex.part(&label(place, count), &goes_with, lang));
    }
    parts
}

struct Writer<'a> {
    document: &'a Document,
    office: &'a Office,
    lang: Lang,
}

/// What the letter itself says, piece by piece.
enum Said<'a> {
    Heading(String),
    Line(Look, String),
    Table(&'a Grid),
    /// That more is in an appendix, by its place.
    See(usize),
}

impl<'a> Writer<'a> {
    fn letter(&self) -> (Part, Vec<Annex<'a>>) {
        let mut pages = self.document.pages();
        let mut annexes = Vec::new();
        let mut said = self.opening();
        if let Some(first) = pages.next() {
            said.extend(self.section(first, &mut annexes));
        }
        annexes.extend(pages.filter_map(|section| Annex::from_section(section, self.lang)));
        said.extend(self.names_of(&annexes));
        for piece in &mut said {
            self.refer(piece, annexes.len());
        }
        self.end(&mut said);
        let (kind, subject) = self.title();
        let tables = said.iter().filter_map(|piece| match piece {
            Said::Table(grid) => Some(*grid),
            _ => None,
        });
        // A letter stands upright; what is not one lies where its table does.
        let orientation = match kind {
            Some(_) => Orientation::Portrait,
            None => orientation(tables, self.lang),
        };
        let room = orientation.text();
        let mut content = vec![frame::head(self.office, self.document.period, room)];
        content.extend(frame::title(kind.as_ref(), &subject, room));
        let count = said.len();
        for (place, piece) in said.into_iter().enumerate() {
            content.extend(self.drawn(piece, room, count - place - 1 <= AFTER_TABLE));
        }
        if let Some(DocumentChild::Paragraph(last)) = content.last_mut() {
            // A signature is never alone on a page.
            last.property.keep_next = Some(true);
        }
        content.push(paragraph(gap().keep_next(true)));
        content.push(frame::end(self.office, room));
        (Part { orientation, content }, annexes)
    }

    /// What kind of letter it is, and what it is about.
    fn title(&self) -> (Option<Text>, String) {
        let title = self.document.title.get(Lang::Vi);
        let kind = text::letter_kind();
        let about = title.strip_prefix(kind.get(Lang::Vi)).map(str::trim_start);
        match (about, self.lang) {
            (Some(about), Lang::Vi) => (Some(text::letter_report()), capitalised(about)),
            (about, lang) => {
                let kind = about.map(|_| text::letter_report());
                (kind, self.document.title.get(lang).to_owned())
            }
        }
    }

    /// What the appendices go with, as the decree has it of a report.
    fn goes_with(&self) -> Text {
        if self.is_report() {
            frame::goes_with(self.office, self.document.period)
        } else {
            // The frame is Vietnamese in every language.
            text::paper_goes_with(self.document.title.get(Lang::Vi))
        }
    }

    /// Whether it is a report, and not a table or list of its own.
    fn is_report(&self) -> bool {
        self.title().0.is_some()
    }

    /// Who reports what, where the title says so.
    fn opening(&self) -> Vec<Said<'a>> {
        let kind = text::letter_kind();
        let title = self.document.title.get(Lang::Vi);
        let what = title.strip_prefix(kind.get(Lang::Vi)).filter(|_| self.lang == Lang::Vi);
        let opens = what.zip(self.office.body.as_ref());
        let opens = opens.map(|(what, body)| text::letter_opening(body, what.trim_start()));
        let plain = Look::plain(size::BODY);
        let opens = opens.map(|words| Said::Line(plain, words.get(self.lang).to_owned()));
        let lead = self.document.lead.iter();
        let lead = lead.map(|line| Said::Line(plain, sentence(line.get(self.lang))));
        opens.into_iter().chain(lead).collect()
    }

    /// A section in the letter itself: its lines numbered, a heading for each table with
    /// a caption; what is long goes to the appendices.
    fn section(&self, section: &'a Section, annexes: &mut Vec<Annex<'a>>) -> Vec<Said<'a>> {
        let lines = section.blocks.iter().filter(|block| matches!(block, Block::Line(..))).count();
        let captions = section.blocks.iter().filter(|block| match block {
            Block::Grid(grid) => grid.table.caption.is_some() && !grid.table.rows.is_empty(),
            _ => false,
        });
        let (mut headings, mut numbered) = (1, 0);
        let heading = section.heading.get(self.lang);
        let mut said = match captions.count() {
            _ if heading.is_empty() => {
                headings = 0;
                Vec::new()
            }
            // The only one needs no number.
            0 => vec![Said::Heading(heading.to_owned())],
            _ => vec![Said::Heading(self.numbered(1, heading))],
        };
        // What is no report is its table.
        let longest = if self.is_report() { LONGEST } else { usize::MAX };
        for block in &section.blocks {
            match block {
                Block::Line(tone, words) => {
                    numbered += 1;
                    let words = sentence(words.get(self.lang));
                    let words = if lines > 1 { format!("{numbered}. {words}") } else { words };
                    said.push(Said::Line(toned(*tone), words));
                }
                Block::Grid(grid) if grid.table.rows.is_empty() => {}
                Block::Grid(grid) => {
                    if let Some(caption) = &grid.table.caption {
                        headings += 1;
                        said.push(Said::Heading(
                            self.numbered(headings, &capitalised(caption.get(self.lang))),
                        ));
                    }
                    if grid.table.rows.len() <= longest {
                        said.push(Said::Table(grid));
                        continue;
                    }
                    let name = grid.table.caption.as_ref().unwrap_or(&section.heading);
                    annexes.push(Annex { name: name.get(self.lang), blocks: vec![block] });
                    said.push(Said::See(annexes.len() - 1));
                }
                // Some table has its figures.
                Block::Chart(_) => {}
            }
        }
        said
    }

    /// Names the appendix that a piece speaks of, now that it is known how many there are.
    fn refer(&self, piece: &mut Said, count: usize) {
        if let Said::See(place) = *piece {
            let words = text::letter_see_annex(label(place, count));
            *piece = Said::Line(Look::plain(size::BODY), sentence(words.get(self.lang)));
        }
    }

    fn numbered(&self, number: usize, words: &str) -> String {
        text::letter_numbered(roman(number), words).get(self.lang).to_owned()
    }

    /// What goes with the letter, which the letter must say.
    fn names_of(&self, annexes: &[Annex]) -> Option<Said<'a>> {
        let (count, last) = (annexes.len(), roman(annexes.len()));
        let named = annexes.iter().enumerate();
        let names = named.map(|(place, annex)| format!("{}. {}", label(place, count), annex.name));
        let named = names.collect::<Vec<_>>().join("; ");
        let words = match (annexes, self.is_report()) {
            ([], _) => return None,
            ([one], true) => text::letter_one_annex(one.name),
            ([one], false) => text::paper_one_annex(one.name),
            (many, true) if many.len() <= MOST_NAMED => text::letter_annexes(count, named),
            (many, false) if many.len() <= MOST_NAMED => text::paper_annexes(named),
            (_, true) => text::letter_many_annexes(count, last),
            (_, false) => text::paper_many_annexes(count, last),
        };
        Some(Said::Line(Look::plain(size::BODY), words.get(self.lang).to_owned()))
    }

    /// `./.` right behind the last word.
    fn end(&self, said: &mut Vec<Said>) {
        let end = |words: &str| text::letter_end(words).get(self.lang).to_owned();
        match said.last_mut() {
            Some(Said::Line(_, words)) => *words = end(words.trim_end_matches('.')),
            _ => said.push(Said::Line(Look::plain(size::BODY), end(""))),
        }
    }

    /// `signed`: whether the signature is near below, and no table ends on another page.
    fn drawn(&self, said: Said, room: usize, signed: bool) -> Vec<DocumentChild> {
        match said {
            Said::See(_) => Vec::new(),
            Said::Heading(words) => vec![paragraph(heading(&words, 0))],
            Said::Line(look, words) => vec![paragraph(body(&words, look))],
            Said::Table(grid) => {
                let drawn = draw(grid, room, signed, self.lang);
                let below = gap().keep_next(signed);
                vec![paragraph(gap().keep_next(true)), table(drawn), paragraph(below)]
            }
        }
    }
}
