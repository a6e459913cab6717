//! The names that the header of a table may give its columns.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::column::Column::{
    self, AsOf, Claim, Commune, Denominator, Evidence, EvidenceDate, Indicator, Level, Note,
    Numerator, Part, Period, Source, ValidUntil, Value,
};
use crate::fold::{self, Fold, Table};

/// What a header cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A column that is read.
    Read(Column, Role),
    /// The text of the criteria or indicators: not read, unless the ids stand in it.
    Words,
    /// A column of the offices' forms that is not read.
    Unread,
}
use Meaning::{Read, Unread, Words};

/// A commune's code and name may stand in a column each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Only,
    Either,
    Code,
    Name,
}
use Role::{Code, Either, Name, Only};

/// A name of a column as a header may write it, and what it means.
const NAMES: &[(&str, Meaning)] = &[
    ("commune", Read(Commune, Either)),
    ("mã xã", Read(Commune, Code)),
    ("xã", Read(Commune, Name)),
    ("tên xã", Read(Commune, Name)),
    ("period", Read(Period, Only)),
    ("kỳ", Read(Period, Only)),
    ("kỳ báo cáo", Read(Period, Only)),
    ("tháng", Read(Period, Only)),
    ("level", Read(Level, Only)),
    ("cấp độ", Read(Level, Only)),
    ("indicator", Read(Indicator, Only)),
    ("mã chỉ tiêu", Read(Indicator, Only)),
    ("chỉ tiêu", Read(Indicator, Only)),
    ("mã", Read(Indicator, Only)),
    ("tt", Read(Indicator, Only)),
    ("stt", Read(Indicator, Only)),
    ("part", Read(Part, Only)),
    ("phần", Read(Part, Only)),
    ("value", Read(Value, Only)),
    ("giá trị", Read(Value, Only)),
    ("kết quả", Read(Value, Only)),
    ("kết quả thực hiện", Read(Value, Only)),
    ("numerator", Read(Numerator, Only)),
    ("tử số", Read(Numerator, Only)),
    ("denominator", Read(Denominator, Only)),
    ("mẫu số", Read(Denominator, Only)),
    ("evidence", Read(Evidence, Only)),
    ("minh chứng", Read(Evidence, Only)),
    ("văn bản", Read(Evidence, Only)),
    ("source", Read(Source, Only)),
    ("nguồn đánh giá", Read(Source, Only)),
    ("as_of", Read(AsOf, Only)),
    ("thời điểm số liệu", Read(AsOf, Only)),
    ("evidence_date", Read(EvidenceDate, Only)),
    ("ngày văn bản", Read(EvidenceDate, Only)),
    ("valid_until", Read(ValidUntil, Only)),
    ("hiệu lực đến", Read(ValidUntil, Only)),
    ("note", Read(Note, Only)),
    ("ghi chú", Read(Note, Only)),
    ("claim", Read(Claim, Only)),
    ("tự chấm", Read(Claim, Only)),
    ("xã tự chấm", Read(Claim, Only)),
    ("kết quả tự chấm", Read(Claim, Only)),
    ("tự đánh giá", Read(Claim, Only)),
    ("xã tự đánh giá", Read(Claim, Only)),
    ("kết quả tự đánh giá", Read(Claim, Only)),
    ("kết quả tự đánh giá của xã", Read(Claim, Only)),
    ("tiêu chí", Words),
    ("tên tiêu chí", Words),
    ("nội dung tiêu chí", Words),
    ("tên chỉ tiêu", Words),
    ("nội dung chỉ tiêu", Words),
    ("nội dung", Words),
    ("yêu cầu", Unread),
    ("mức đạt chuẩn", Unread),
    ("tiêu chuẩn đạt chuẩn", Unread),
    ("tiêu chuẩn", Unread),
    ("mức phải đạt", Unread),
    ("mức cần đạt", Unread),
    ("mức yêu cầu", Unread),
    ("mức quy định", Unread),
    ("chỉ tiêu phải đạt", Unread),
    ("chỉ tiêu cần đạt", Unread),
    ("chỉ tiêu quy định", Unread),
    ("yêu cầu phải đạt", Unread),
    ("yêu cầu cần đạt", Unread),
    ("yêu cầu đạt chuẩn", Unread),
    ("đơn vị tính", Unread),
    ("đvt", Unread),
    ("đếm", Unread),
    ("tỷ lệ tự tính", Unread),
];

/// Behind a known word: it is of another time, or of a plan.
const OTHERWISE: [&str; 11] = [
    "trước",
    "cùng kỳ",
    "cũ",
    "kế hoạch",
    "mục tiêu",
    "phấn đấu",
    "cần đạt",
    "phải đạt",
    "dự kiến",
    "ước",
    "còn thiếu",
];

/// Behind a known word: it is somebody's verdict.
const VERDICTS: [&str; 4] = ["đánh giá", "chấm", "thẩm tra", "thẩm định"];

fn table() -> &'static Table<Meaning> {
    static TABLE: LazyLock<Table<Meaning>> = LazyLock::new(|| Table::new(NAMES));
    &TABLE
}

/// What a whole header cell means.
pub(super) fn find(cell: &str) -> Option<Meaning> {
    table().find(cell)
}

/// What a header cell means by its beginning: a known word of two syllables or more with
/// others behind it, the longest deciding.
pub(super) fn find_beginning(cell: &str) -> Option<Meaning> {
    let cell: String = cell.nfc().collect();
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let ends: Vec<usize> = syllable_ends(&cell).take(LONGEST).skip(1).collect();
    ends.into_iter().rev().find_map(|end| {
        let (name, rest) = cell.split_at(end);
        let meaning = table().find(name)?;
        goes_on(meaning, rest).then_some(meaning)
    })
}

/// Where each syllable ends: any mark may part a name from what stands behind it, a blank as
/// well as a bracket, a stroke, a dash or a colon.
fn syllable_ends(cell: &str) -> impl Iterator<Item = usize> {
    let followed = |at: usize| cell[at..].starts_with(char::is_alphanumeric);
    let ends = cell.char_indices().filter(|(_, c)| c.is_alphanumeric());
    ends.map(|(at, c)| at + c.len_utf8()).filter(move |end| !followed(*end))
}

/// The most syllables of a name.
const LONGEST: usize = 6;

/// Whether the words behind a name leave it what it is.
fn goes_on(meaning: Meaning, rest: &str) -> bool {
    let key = Fold::Case.key(rest);
    let holds = |words: &[&str]| words.iter().any(|word| key.contains(&Fold::Case.key(word)));
    match meaning {
        // A level or a period that is verified or appraised is the one that the row is of.
        Read(Commune | Period | Level | Source, _) => !holds(&OTHERWISE),
        Read(..) => !holds(&OTHERWISE) && !holds(&VERDICTS),
        Words | Unread => true,
    }
}

/// Whether a header cell names a column.
pub(super) fn is_known(cell: &str) -> bool {
    column(cell).is_some()
}

/// The column that a header cell names.
pub(super) fn column(cell: &str) -> Option<Column> {
    match find(cell)? {
        Read(column, _) => Some(column),
        Words | Unread => None,
    }
}

/// Whether a header cell names the text of the indicators.
pub(super) fn holds_words(cell: &str) -> bool {
    find(cell) == Some(Words)
}

/// The names of columns and what they mean.
pub(super) fn names() -> impl Iterator<Item = (&'static str, Column)> {
    NAMES.iter().filter_map(|(name, _)| Some((*name, column(name)?)))
}

/// The canonical names nearest to a header cell.
pub(super) fn nearest(cell: &str) -> Vec<&'static str> {
    fold::nearest(cell, names().map(|(name, _)| name))
}
