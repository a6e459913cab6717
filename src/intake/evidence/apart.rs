//! The documents of a cell of evidence, told apart by what stands between them.

use std::ops::Range;

use crate::fold::Fold;

/// Words with which a document begins, folded.
const WORDS: [&str; 32] = [
    "ban do",
    "bang ke",
    "bang tong hop",
    "bao cao",
    "bien ban",
    "chi thi",
    "chuong trinh",
    "cong van",
    "danh sach",
    "de an",
    "giay chung nhan",
    "giay moi",
    "giay phep",
    "giay xac nhan",
    "ho so",
    "hop dong",
    "huong dan",
    "huong uoc",
    "ke hoach",
    "nghi dinh",
    "nghi quyet",
    "phieu",
    "phu luc",
    "phuong an",
    "quy che",
    "quy uoc",
    "quyet dinh",
    "thong bao",
    "thong tu",
    "to khai",
    "to trinh",
    "van ban",
];

/// The most words of one of them.
const LONGEST: usize = 3;

/// An accent may be a character of its own.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The same in short, which stand before a number; `số` too.
const SHORT: [&str; 24] = [
    "bb", "bc", "bk", "ct", "ctr", "cv", "da", "ds", "gcn", "gm", "gp", "gxn", "hd", "kh", "kl",
    "nd", "nq", "pa", "qc", "qd", "tb", "tt", "ttr", "vb",
];

/// A number by which a document is known, with the word before it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    /// From the word on.
    from: usize,
    /// The digits.
    digits: Range<usize>,
}

/// What may stand between two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    /// `,` or `và`: where each side has a number.
    Listing,
    /// `&`, `+`, `/` between blanks.
    Blanks,
    /// `&`, `+` without them, as in `NN&PTNT`: where a document is at each side.
    Tight,
    /// A full stop before a document.
    Stop,
}

/// The documents of a cell as they are told apart.
pub(super) fn documents(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '\n', '\r', '|']).flat_map(told_apart)
}

/// Whether a document of a cell may be several.
pub fn is_unclear(cell: &str) -> bool {
    documents(cell).any(is_several)
}

/// A cell as it would tell apart what may be several documents.
pub fn apart(cell: &str) -> String {
    let pieces = documents(cell).flat_map(|document| {
        let mut starts: Vec<usize> = if is_several(document) {
            marks(document).iter().map(|mark| mark.from).skip(1).collect()
        } else {
            Vec::new()
        };
        let worded = separators(document).into_iter().map(|(_, at)| at.end);
        if is_several(document) {
            starts.extend(worded.filter(|at| begins(&document[*at..])));
        }
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().copied().chain([document.len()]);
        let from = std::iter::once(0).chain(starts.iter().copied());
        from.zip(ends).map(|(from, to)| trimmed(&document[from..to])).collect::<Vec<_>>()
    });
    pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("; ")
}

fn trimmed(piece: &str) -> &str {
    let stroke = |c: char| c.is_whitespace() || ",&+-–/.".contains(c);
    let piece = piece.trim_matches(stroke);
    piece.strip_suffix(" và").map_or(piece, |rest| rest.trim_end_matches(stroke))
}

/// The documents of a piece without marks that always part.
fn told_apart(piece: &str) -> Vec<&str> {
    let between = separators(piece);
    let (mut found, mut start) = (Vec::new(), 0);
    for (place, (kind, at)) in between.iter().enumerate() {
        let next = between.get(place + 1).map_or(piece.len(), |(_, next)| next.start);
        let (left, right) = (&piece[start..at.start], &piece[at.end..next]);
        if parts(*kind, left, right) {
            found.push(left);
            start = at.end;
        }
    }
    found.push(&piece[start..]);
    found
}

/// Whether what stands between two texts parts documents.
fn parts(kind: Between, left: &str, right: &str) -> bool {
    if left.trim().is_empty() || right.trim().is_empty() {
        return false;
    }
    let is_document = |text: &str| has_number(text) || begins(text);
    match kind {
        Between::Listing => has_number(left) && has_number(right),
        Between::Tight => is_document(left) && is_document(right),
        Between::Stop => true,
        Between::Blanks => {
            // `12 / BC-UBND` is a number, `Sở NN & PTNT` an office.
            let first = right.split_whitespace().next().unwrap_or_default();
            let short = first.chars().count() > 1 && !first.chars().any(char::is_lowercase);
            is_document(right) || !short || right.bytes().any(|byte| byte.is_ascii_digit())
        }
    }
}

/// Whether a document may be several: it has several numbers, or a word for a document
/// after a comma or an "and". What stands in brackets is but mentioned.
fn is_several(document: &str) -> bool {
    let marks = marks(document);
    let mut numbers: Vec<&str> = marks.iter().map(|mark| &document[mark.digits.clone()]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    // `12, 13/BC-UBND` has two, of which one says what it is.
    let shared = |at: &Range<usize>| {
        let left = document[..at.start].split_whitespace().next_back().unwrap_or_default();
        let digits = !left.is_empty() && left.bytes().all(|byte| byte.is_ascii_digit());
        let right = document[at.end..].trim_start();
        digits && right.starts_with(|c: char| c.is_ascii_digit()) && has_number(right)
    };
    let between = separators(document);
    let listed = between.iter().any(|(_, at)| shared(at) || begins(&document[at.end..]));
    numbers.len() > 1 || listed
}

/// What stands between documents, outside of brackets, in order.
fn separators(text: &str) -> Vec<(Between, Range<usize>)> {
    let mut found = Vec::new();
    for (at, c) in outside(text) {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        let blanks =
            before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
        let one = at..at + c.len_utf8();
        match c {
            ',' => found.push((Between::Listing, one)),
            '&' | '+' if blanks => found.push((Between::Blanks, one)),
            '&' | '+' => found.push((Between::Tight, one)),
            '/' if blanks => found.push((Between::Blanks, one)),
            '.' if begins(after) => found.push((Between::Stop, one)),
            'v' if text[at..].starts_with("và ") && before.ends_with(' ') => {
                found.push((Between::Listing, at..at + "và ".len()));
            }
            _ => {}
        }
    }
    found
}

/// The characters that do not stand in brackets.
fn outside(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut depth = 0_usize;
    text.char_indices().filter(move |(_, c)| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// Whether a text begins with a word for a document, in short only before a number.
fn begins(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "-–•*".contains(c));
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_accent(c)).take(LONGEST);
    let words: Vec<String> = words.map(|word| Fold::Accents.key(word)).collect();
    let whole = |known: &&str| {
        let known: Vec<&str> = known.split(' ').collect();
        words.get(..known.len()).is_some_and(|words| words == known)
    };
    WORDS.iter().any(whole)
        || marks(text).first().is_some_and(|mark| mark.from == 0 && mark.digits.start > 0)
}

fn has_number(text: &str) -> bool {
    numbers(text).next().is_some()
}

/// Numbers such as `12/BC-UBND`, `18/2022/QĐ-TTg`, `392-TB/ĐU`: the place of their digits.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut past = 0;
    digits(text).filter(move |range| {
        if range.start < past {
            return false;
        }
        let rest = &text[range.end..];
        let rest = rest.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest);
        let year = |rest: &str| {
            let digits = rest.get(1..5).filter(|_| rest.starts_with('/'))?;
            let year = digits.bytes().all(|byte| byte.is_ascii_digit());
            rest.get(5..).filter(|rest| year && rest.starts_with('/')).map(str::len)
        };
        let of_year = year(rest);
        let rest = of_year.map_or(rest, |left| &rest[rest.len() - left..]);
        past = text.len() - rest.len();
        let letter = |rest: &str| rest.starts_with(char::is_alphabetic);
        match (rest.strip_prefix('/'), rest.strip_prefix('-')) {
            (Some(rest), _) => letter(rest),
            (_, Some(rest)) => {
                let word = rest.find(|c: char| !c.is_alphabetic()).map(|end| rest.split_at(end));
                let slash = |(word, rest): (&str, &str)| {
                    !word.is_empty() && rest.strip_prefix('/').is_some_and(letter)
                };
                word.is_some_and(slash)
            }
            _ => false,
        }
    })
}

/// Runs of digits outside of brackets, also with a point in them: `12.1`.
fn digits(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in outside(text).filter(|(_, c)| c.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run)
                if run.end == at || (run.end + 1 == at && text[run.end..].starts_with('.')) =>
            {
                run.end = at + 1;
            }
            _ => runs.push(at..at + 1),
        }
    }
    runs.into_iter()
}

/// The numbers of a text, and digits after a word for a document in short; a year after
/// one is none: `KH 2022`.
fn marks(text: &str) -> Vec<Mark> {
    let numbers: Vec<Range<usize>> = numbers(text).collect();
    let mark = |digits: Range<usize>| {
        let before = &text[..digits.start];
        let from = word_before(before);
        let short = from.filter(|from| is_short(&text[*from..digits.start]));
        let number = numbers.contains(&digits);
        let figure = &text[digits.clone()];
        let year = digits.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
        let inside = before.ends_with(['/', '-', '.']);
        let counts = number || (short.is_some() && !year && !inside);
        counts.then(|| Mark { from: short.unwrap_or(digits.start), digits })
    };
    digits(text).filter_map(mark).collect()
}

/// Where the word before a place begins; before `số` the one before that.
fn word_before(before: &str) -> Option<usize> {
    let start = |text: &str| {
        let text = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.' || c == ':');
        let from = text
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        (from < text.len()).then_some(from)
    };
    let from = start(before)?;
    match Fold::Accents.key(before[from..].trim()).as_str() {
        "so" => start(&before[..from]).filter(|at| is_short(&before[*at..from])).or(Some(from)),
        _ => Some(from),
    }
}

/// Whether a word stands for a document before its number: short and not small, or `số`.
fn is_short(word: &str) -> bool {
    let words: Vec<String> =
        word.split(|c: char| !c.is_alphabetic()).map(|word| Fold::Accents.key(word)).collect();
    let mut words = words.iter().filter(|word| !word.is_empty());
    let large = word.trim_start().starts_with(char::is_uppercase);
    match words.next().map(String::as_str) {
        Some("so") => true,
        Some(first) => large && SHORT.contains(&first),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cell: &str) -> Vec<&str> {
        documents(cell).map(str::trim).filter(|piece| !piece.is_empty()).collect()
    }

    #[test]
    fn documents_are_told_apart() {
        let two = ["BC 12/BC-UBND", "QĐ 45/QĐ-UBND"];
        for between in [
            "; ", ";", " & ", "&", " + ", "+", " / ", " | ", "|", ". ", ".", "\n", "\r\n", ", ",
            " và ",
        ] {
            assert_eq!(told(&two.join(between)), two, "{between:?}");
        }
        let dated = "BC 12/BC-UBND ngày 16.5.2022. Quyết định 45/QĐ-UBND";
        assert_eq!(told(dated), ["BC 12/BC-UBND ngày 16.5.2022", "Quyết định 45/QĐ-UBND"]);
        assert_eq!(
            told("Biên bản họp thôn + Ảnh công trình"),
            ["Biên bản họp thôn", "Ảnh công trình"]
        );
        assert_eq!(told("TB 392-TB/ĐU. BC 9/BC-UBND"), ["TB 392-TB/ĐU", "BC 9/BC-UBND"]);
        assert_eq!(told("1/BC & 2/QĐ & 3/KH / 4/TB"), ["1/BC", "2/QĐ", "3/KH", "4/TB"]);
    }

    #[test]
    fn one_document_stays_one() {
        for cell in [
            "BC 12/BC-UBND ngày 16/5/2022",
            "QĐ 12/QĐ-NN&PTNT",
            "Báo cáo 12/BC-SNN của Sở NN & PTNT",
            "QĐ 18/2022/QĐ-TTg ngày 2/8/2022",
            "BC 12 / BC-UBND",
            "BC 93.1/BC-UBND ngày 16.5.2022",
            "TB 392-TB/ĐU ngày 23/12/2021",
            "BC 12/BC-UBND (theo QĐ 45/QĐ-UBND, KH 7/KH-UBND)",
            "QĐ 45/QĐ-UBND phê duyệt KH 2022",
            "Báo cáo số 12/BC-UBND, 16.5.2022",
            "Biên bản nghiệm thu, xem anh-cong.jpg",
            "Giấy chứng nhận 12345",
            "12/BC-UBND ngày 16 tháng 5 năm 2022",
            "Quyết định phê duyệt giai đoạn 2021 - 2025",
        ] {
            assert_eq!(told(cell), [cell]);
            assert!(!is_unclear(cell), "{cell}");
        }
    }

    #[test]
    fn what_cannot_be_told_apart_is_known() {
        for (cell, written) in [
            ("BC 12/BC-UBND QĐ 45/QĐ-UBND", "BC 12/BC-UBND; QĐ 45/QĐ-UBND"),
            ("BC 12/BC-UBND - QĐ 45/QĐ-UBND", "BC 12/BC-UBND; QĐ 45/QĐ-UBND"),
            ("BC 12, 13/BC-UBND", "BC 12; 13/BC-UBND"),
            ("12, 13/BC-UBND", ""),
            ("BC số 12/BC-UBND, QĐ số 45", "BC số 12/BC-UBND; QĐ số 45"),
            ("BC 12/BC-UBND, biên bản nghiệm thu", "BC 12/BC-UBND; biên bản nghiệm thu"),
            ("Hồ sơ thiết kế và biên bản nghiệm thu", "Hồ sơ thiết kế; biên bản nghiệm thu"),
        ] {
            assert!(is_unclear(cell), "{cell}");
            if !written.is_empty() {
                assert_eq!(apart(cell), written);
                assert!(!is_unclear(written), "{written}");
            }
        }
        assert!(!is_unclear("BC 12/BC-UBND; QĐ 45/QĐ-UBND & KH 7/KH-UBND"));
    }
}
