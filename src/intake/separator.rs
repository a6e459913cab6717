//! Which delimiter splits a file, and rows that another one splits.

use super::column::Column;
use super::header;
use super::table::{self, MOST_CELLS, TITLE, bare};

/// What may part the cells of a text.
pub(super) const CANDIDATES: [u8; 3] = [b'\t', b';', b','];

/// The delimiter that a `sep=` line names, or under which the header is one: the first
/// line that names indicator and value, or the one that names most columns.
pub(super) fn of_file(bytes: &[u8]) -> u8 {
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, ..] = table::first_line(bytes) {
        return *delimiter;
    }
    let lines = bytes.split(|b| matches!(b, b'\n' | b'\r')).filter(|line| !line.is_empty());
    let mut best = (Rank::default(), b',');
    for line in lines.take(TITLE) {
        let line = String::from_utf8_lossy(line);
        for delimiter in CANDIDATES {
            let rank = Rank::from_line(&line, delimiter);
            // Of one line that under which it has most cells.
            let more = (rank.complete, rank.named) > (best.0.complete, best.0.named);
            if more || (best.0.named == 0 && rank.cells > best.0.cells) {
                best = (rank, delimiter);
            }
        }
        // So many columns make a header.
        if best.0.complete || best.0.named > 2 {
            break;
        }
    }
    best.1
}

/// How much a line looks like a header.
#[derive(Clone, Copy, Default)]
struct Rank {
    /// Whether it names what every table must have.
    complete: bool,
    named: usize,
    cells: usize,
}

impl Rank {
    fn from_line(line: &str, delimiter: u8) -> Rank {
        let mut rank = Rank::default();
        let (mut indicator, mut value) = (false, false);
        for cell in line.split(char::from(delimiter)).take(MOST_CELLS) {
            let column = header::column(bare(cell));
            indicator |= column == Some(Column::Indicator);
            value |= column == Some(Column::Value);
            rank.named += usize::from(column.is_some());
            rank.cells += 1;
        }
        Rank { complete: indicator && value, ..rank }
    }
}

/// The delimiter of a list of communes or agencies: the one that a `sep=` line names, or under which most cells of one of the first
/// lines are known columns; the most frequent one where that does not tell.
pub(super) fn of_list(bytes: &[u8], known: impl Fn(&str) -> bool) -> u8 {
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, ..] = table::first_line(bytes) {
        return *delimiter;
    }
    let lines = bytes.split(|b| matches!(b, b'\n' | b'\r')).filter(|line| !line.is_empty());
    let mut best: Option<((usize, usize), u8)> = None;
    for line in lines.take(TITLE) {
        let ranked = CANDIDATES.map(|delimiter| (rank(line, delimiter, &known), delimiter));
        // On a tie the last of the candidates, and the first line.
        let of_line = ranked.into_iter().max_by_key(|(rank, _)| *rank);
        if of_line.map(|((hits, _), _)| hits) > best.map(|((hits, _), _)| hits) {
            best = of_line;
        }
        // So many columns make a header.
        if best.is_some_and(|((hits, _), _)| hits > 2) {
            break;
        }
    }
    best.map_or(b',', |(_, delimiter)| delimiter)
}

/// How many cells of a line are known, and how many there are.
fn rank(line: &[u8], delimiter: u8, known: impl Fn(&str) -> bool) -> (usize, usize) {
    let line = String::from_utf8_lossy(line);
    let cells = line.split(char::from(delimiter)).take(MOST_CELLS);
    let hits = cells.clone().filter(|cell| known(bare(cell))).count();
    (hits, cells.count())
}

/// How a delimiter is called in a message.
pub(super) fn sign(delimiter: u8) -> &'static str {
    match delimiter {
        b'\t' => "Tab",
        b';' => ";",
        b',' => ",",
        b'|' => "|",
        b' ' => "␣",
        _ => "?",
    }
}

/// A line split at each delimiter but its own, at `|` and at blanks: at those beside each
/// other, where there are such, and at each.
pub(super) fn otherwise(line: &str, own: u8) -> impl Iterator<Item = (u8, Vec<&str>)> {
    let others = CANDIDATES.into_iter().chain([b'|']);
    // Most lines hold none of them.
    let others = others.filter(move |other| *other != own && line.as_bytes().contains(other));
    let signs = others.map(move |other| (other, cells(line.split(char::from(other)))));
    let blanks = [cells(line.split("  ")), cells(line.split_whitespace())];
    let all = signs.chain(blanks.map(|cells| (b' ', cells)));
    all.filter(|(_, cells)| cells.len() > 1)
}

fn cells<'l>(cells: impl Iterator<Item = &'l str>) -> Vec<&'l str> {
    cells.take(MOST_CELLS).map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides_whatever_stands_around_it() {
        for (text, delimiter) in [
            ("chỉ tiêu,giá trị\n1.1,mã;tháng;xã;nguồn đánh giá;kết quả\n", b','),
            ("UBND, thành phố, tỉnh\nchỉ tiêu;giá trị\n1.1;a,b,c\n", b';'),
            ("mã xã\tchỉ tiêu\tkết quả\n", b'\t'),
            ("sep=;\nindicator,value\n", b';'),
            ("indicator, \"value\"\n", b','),
            ("a;b;c\n1;2;3\n", b';'),
            ("", b','),
        ] {
            assert_eq!(of_file(text.as_bytes()), delimiter, "{text}");
        }
    }
}
