//! The frame that the decree gives a letter: its head, its title, who gets and who signs
//! it, and the heads of its appendices. It is Vietnamese in every language.

use docx_rs::{AlignmentType, DocumentChild, Paragraph, Table, TableCell, TableRow, VAlignType};

use super::measure::width;
use super::page::TEXT;
use super::style::{Look, drawn, line, line_below, size};
use super::table::{beside, cell};
use crate::intake::Office;
use crate::period::Period;
use crate::text::{self, Lang, Text};

/// The head: who writes at the left, the state at the right.
const HEAD: [usize; 2] = [3954, TEXT - 3954];
/// The end: who gets it at the left, who signs at the right.
const END: [usize; 2] = [4354, TEXT - 4354];
/// Room for a signature, in twentieths of a point.
const SIGNATURE: u32 = 1500;

pub(super) fn paragraph(paragraph: Paragraph) -> DocumentChild {
    DocumentChild::Paragraph(Box::new(paragraph))
}

pub(super) fn table(table: Table) -> DocumentChild {
    DocumentChild::Table(Box::new(table))
}

/// The frame is the same in every language.
fn framed(text: &Text) -> &str {
    text.get(Lang::Vi)
}

fn filled(cell: TableCell, paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

fn middle(text: &str, look: Look) -> Paragraph {
    line(text, look, AlignmentType::Center)
}

/// What is said, or dots to write on.
fn or_dots(said: Option<&String>) -> String {
    said.cloned().unwrap_or_else(|| framed(&text::letter_long_dots()).to_owned())
}

/// The length of a line under words: two fifths of theirs, between a third and a half.
fn under(words: &str, look: Look, room: usize) -> Paragraph {
    drawn(room, width(words, look.size, look.bold).min(room) * 2 / 5)
}

/// Two columns of an upright page on one so wide.
fn on(columns: [usize; 2], room: usize) -> [usize; 2] {
    let left = columns[0] * room / TEXT;
    [left, room - left]
}

/// The head of a letter, in room so wide.
pub(super) fn head(office: &Office, period: Option<Period>, room: usize) -> DocumentChild {
    let columns = on(HEAD, room);
    let (own, state) = (cell(columns[0]), cell(columns[1]));
    let names = TableRow::new(vec![
        filled(own, issuer(office, columns[0])),
        filled(state, nation(columns[1])),
    ]);
    let number =
        line_below(framed(&numbered(office)), Look::plain(size::HEAD), AlignmentType::Center, 120);
    let place = text::letter_place_and_date(
        office.place.clone().unwrap_or_else(|| framed(&text::letter_body_open()).to_owned()),
        date(office, period),
    );
    let place = line_below(framed(&place), Look::italic(size::HEAD), AlignmentType::Center, 120);
    let below =
        TableRow::new(vec![filled(cell(columns[0]), [number]), filled(cell(columns[1]), [place])]);
    table(beside(vec![names.cant_split(), below.cant_split()], columns.to_vec()))
}

fn issuer(office: &Office, column: usize) -> Vec<Paragraph> {
    let parent = or_dots(office.parent.as_ref()).to_uppercase();
    let body = or_dots(office.body.as_ref()).to_uppercase();
    let (plain, bold) = (Look::plain(size::NATION), Look::bold(size::NATION));
    // Not to the very edge, where the state's words begin.
    let room = column - column / 20;
    let mut lines: Vec<Paragraph> =
        evenly(&parent, plain, room).iter().map(|line| middle(line, plain)).collect();
    let names = evenly(&body, bold, room);
    lines.extend(names.iter().map(|line| middle(line, bold)));
    lines.extend(names.last().map(|last| under(last, bold, column)));
    lines
}

/// Words on as few lines as `room` wants: broken at a comma, or else about equally long.
fn evenly(words: &str, look: Look, room: usize) -> Vec<String> {
    let count = broken(words, look, room).len().max(1);
    if count == 2
        && let Some((first, last)) = words.rsplit_once(", ")
    {
        let lines = vec![format!("{first},"), last.to_owned()];
        if lines.iter().all(|line| width(line, look.size, look.bold) <= room) {
            return lines;
        }
    }
    let even = width(words, look.size, look.bold) / count;
    let rooms = (even..room).step_by(100);
    let lines = rooms.map(|room| broken(words, look, room)).find(|lines| lines.len() <= count);
    lines.unwrap_or_else(|| broken(words, look, room))
}

/// Words on lines no longer than `room`, where no word is.
fn broken(words: &str, look: Look, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), look.size, look.bold) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn nation(column: usize) -> [Paragraph; 3] {
    let motto = text::tieu_ngu();
    let length = width(framed(&motto), size::HEAD, true);
    [
        middle(framed(&text::quoc_hieu()), Look::bold(size::NATION)),
        middle(framed(&motto), Look::bold(size::HEAD)),
        drawn(column, length),
    ]
}

/// `Số: 15/BC-VPĐP`; one digit gets a zero before it.
fn numbered(office: &Office) -> Text {
    let symbol = office.symbol.clone();
    let symbol = symbol.unwrap_or_else(|| framed(&text::letter_symbol_open()).to_owned());
    let number = match office.number.as_deref() {
        None => framed(&text::letter_dots()).to_owned(),
        Some(one) if one.len() == 1 && one.bytes().all(|b| b.is_ascii_digit()) => {
            format!("0{one}")
        }
        Some(number) => number.to_owned(),
    };
    text::letter_number(number, symbol)
}

/// The day of the letter: days below ten and the months 1 and 2 with a zero before them.
/// A day that is not known stays open.
fn date(office: &Office, period: Option<Period>) -> Text {
    let open = text::letter_day_open();
    match office.date {
        None => {
            let year = period.map_or(open.clone(), |period| Text::same(period.year()));
            text::letter_date(&open, &open, year)
        }
        Some(date) => {
            let month = match date.month() {
                month @ 1..=2 => format!("0{month}"),
                month => month.to_string(),
            };
            text::letter_date(format!("{:02}", date.day()), month, date.year())
        }
    }
}

/// The title: `BÁO CÁO` and what it is about, with a short line below. A document that
/// is no report bears its title alone.
pub(super) fn title(kind: Option<&Text>, subject: &str, room: usize) -> Vec<DocumentChild> {
    let look = Look::bold(size::BODY);
    let center = AlignmentType::Center;
    let mut lines = Vec::new();
    lines.extend(kind.map(|kind| line_below(framed(kind), look, center, 320)));
    let above = if kind.is_some() { 0 } else { 320 };
    let words = evenly(subject, look, room - room / 10);
    for (place, words) in words.iter().enumerate() {
        lines.push(line_below(words, look, center, if place == 0 { above } else { 0 }));
    }
    lines.extend(words.last().map(|last| under(last, look, room)));
    lines.into_iter().map(|line| paragraph(line.keep_next(true))).collect()
}

/// Who gets the letter, and who signs it.
pub(super) fn end(office: &Office, room: usize) -> DocumentChild {
    let columns = on(END, room);
    let left = filled(cell(columns[0]), recipients(office));
    let right = filled(cell(columns[1]), signature(office));
    let row = TableRow::new(vec![
        left.vertical_align(VAlignType::Top),
        right.vertical_align(VAlignType::Top),
    ]);
    table(beside(vec![row.cant_split()], columns.to_vec()))
}

fn recipients(office: &Office) -> Vec<Paragraph> {
    let look = Look { bold: true, italic: true, size: size::NATION };
    let mut lines = vec![line(framed(&text::letter_recipients()), look, AlignmentType::Left)];
    let bare = |name: &String| {
        let name = name.trim().trim_start_matches(['-', '–']);
        name.trim_end_matches([';', '.']).trim().to_owned()
    };
    let (archive, named): (Vec<String>, Vec<String>) =
        office.recipients.iter().map(bare).partition(|name| {
            name.to_lowercase().starts_with(&framed(&text::letter_archive_word()).to_lowercase())
        });
    let named = match named.as_slice() {
        [] => vec![framed(&text::letter_long_dots()).to_owned()],
        names => names.to_vec(),
    };
    let archive = archive.first().cloned();
    let archive = archive.unwrap_or_else(|| framed(&text::letter_archived()).to_owned());
    let all = named.iter().map(text::letter_recipient).chain([text::letter_archive(archive)]);
    let small = Look::plain(size::SMALL);
    lines.extend(all.map(|words| line(framed(&words), small, AlignmentType::Left)));
    lines
}

fn signature(office: &Office) -> Vec<Paragraph> {
    let look = Look::bold(size::BODY);
    let mut lines = Vec::new();
    lines.extend(office.authority.as_ref().map(|words| middle(&words.to_uppercase(), look)));
    lines.push(middle(&or_dots(office.title.as_ref()).to_uppercase(), look));
    let (name, look) = match &office.signer {
        Some(name) => (name.clone(), look),
        None => (or_dots(None), Look::plain(size::BODY)),
    };
    lines.push(line_below(&name, look, AlignmentType::Center, SIGNATURE));
    lines
}

/// What the appendices of a report go with: its number, day and body.
pub(super) fn goes_with(office: &Office, period: Option<Period>) -> Text {
    let number = numbered(office);
    let number = framed(&number).split_once(' ').map_or("", |(_, number)| number).to_owned();
    let body = office.body.clone();
    let body = body.unwrap_or_else(|| framed(&text::letter_body_open()).to_owned());
    text::letter_goes_with(number, date(office, period), body)
}

/// The head of an appendix.
pub(super) fn annex(label: &str, name: &str, goes_with: &Text) -> Vec<DocumentChild> {
    let bold = Look::bold(size::BODY);
    let lines = [
        middle(label, bold).outline_lvl(0),
        middle(&name.to_uppercase(), bold),
        middle(framed(goes_with), Look::italic(size::HEAD)),
    ];
    lines.into_iter().map(|line| paragraph(line.keep_next(true))).collect()
}
