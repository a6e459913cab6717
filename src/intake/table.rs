//! Delimited text to rows, with the line each row begins on.
//!
//! Of the reading of quotes one thing differs from most readers: a quote that is
//! opened and not rightly closed is told, instead of merging rows in silence.

use std::ops::Range;

use memchr::{memchr, memrchr};

use super::book::CellKind;

/// A row of cells.
pub(super) struct Row<'r> {
    /// The line it begins on, from 1.
    pub(super) line: u64,
    text: &'r str,
    cells: &'r [Span],
    unquoted: bool,
    /// How a sheet holds its cells; empty for text.
    kinds: &'r [CellKind],
}

/// Where a cell begins and ends.
pub(super) type Span = (usize, usize);

impl<'r> Row<'r> {
    /// A row of a sheet.
    pub(super) fn of_sheet(
        line: u64,
        text: &'r str,
        cells: &'r [Span],
        kinds: &'r [CellKind],
    ) -> Row<'r> {
        Row { line, text, cells, unquoted: true, kinds }
    }

    /// How a sheet holds the cell at `place`; in a text file everything is text.
    pub(super) fn kind(&self, place: usize) -> CellKind {
        self.kinds.get(place).copied().unwrap_or_default()
    }

    /// The cell at `place`, without surrounding blanks; empty where the row ends
    /// before it.
    pub(super) fn cell(&self, place: usize) -> &'r str {
        let cell = self.cells.get(place).map(|(start, end)| &self.text[*start..*end]);
        crate::fold::trim(cell.unwrap_or_default())
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &'r str> {
        let (row, len) = (Row { ..*self }, self.len());
        (0..len).map(move |place| row.cell(place))
    }

    /// The row as written; `None` where quotes were taken off.
    pub(super) fn as_written(&self) -> Option<&'r str> {
        let (start, end) = (self.cells.first()?.0, self.cells.last()?.1);
        (!self.unquoted).then(|| &self.text[start..end])
    }

    /// Where the cell at `place` stands in the row as written.
    pub(super) fn span(&self, place: usize) -> Option<Range<usize>> {
        let (start, end) = *self.cells.get(place)?;
        let first = self.cells.first()?.0;
        Some(start - first..end - first)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

/// A row, or why there is none.
pub(super) enum Line<'r> {
    Row(Row<'r>),
    /// A quote is opened on this line and never rightly closed.
    OpenQuote(u64),
}

/// Calls `each` for every row that is not blank, in order; the first begins on
/// `line`.
pub(super) fn rows(text: &str, line: u64, delimiter: u8, mut each: impl FnMut(Line)) {
    let mut splitter = Splitter::new(text.as_bytes(), delimiter);
    let mut unquoted = String::new();
    let (mut at, mut line) = (0, line);
    while at < text.len() {
        let start = at;
        let (read, text) = match splitter.plain_row(at) {
            Some(end) => (Ok(end), text),
            None => {
                unquoted.clear();
                let read = splitter.quoted_row(at, |range| unquoted.push_str(&text[range]));
                (read, unquoted.as_str())
            }
        };
        let Ok(end) = read else {
            each(Line::OpenQuote(line));
            // It swallows the rows after it; reading goes on at the line below it, so
            // that their faults are told in the same run.
            (at, line) = (splitter.next_line(start), line + 1);
            continue;
        };
        let row = Row { line, text, cells: &splitter.cells, unquoted: splitter.quoted, kinds: &[] };
        if !row.is_blank() {
            each(Line::Row(row));
        }
        line += if splitter.quoted { line_ends(&splitter.bytes[start..end]) } else { 1 };
        at = end;
    }
}

/// Where the last row ends that is whole; 0 where none is. The row after it may go
/// on beyond `bytes`.
pub(super) fn last_row_end(bytes: &[u8], delimiter: impl FnOnce() -> u8) -> usize {
    if memchr(b'"', bytes).is_none() {
        return before_half_end(bytes);
    }
    let mut splitter = Splitter::new(bytes, delimiter());
    let mut at = 0;
    while at < bytes.len() {
        let read = splitter.plain_row(at).map_or_else(|| splitter.quoted_row(at, |_| {}), Ok);
        let end = match read {
            Ok(end) => end,
            Err(Broken::Unclosed) => break,
            Err(Broken::Continued) => splitter.next_line(at),
        };
        let half = end == bytes.len() && bytes.ends_with(b"\r");
        if half || !matches!(bytes[end - 1], b'\n' | b'\r') {
            break;
        }
        at = end;
    }
    at
}

/// Where the last line ends, whatever quotes say; the end where none does.
pub(super) fn last_line_end(bytes: &[u8]) -> usize {
    match before_half_end(bytes) {
        0 => bytes.len(),
        end => end,
    }
}

/// Where the last line ends; 0 where none does. The last byte may be half of a CR LF.
fn before_half_end(bytes: &[u8]) -> usize {
    let cut = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    let end = memrchr(b'\n', cut).or_else(|| memrchr(b'\r', cut));
    end.map_or(0, |place| place + 1)
}

/// What is wrong with a quote.
enum Broken {
    /// It is not closed.
    Unclosed,
    /// Text follows where it is closed.
    Continued,
}

/// Finds the cells of one row after the other.
struct Splitter<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    cells: Vec<Span>,
    /// Whether a cell of the row begins with a quote.
    quoted: bool,
}

impl<'t> Splitter<'t> {
    fn new(bytes: &'t [u8], delimiter: u8) -> Splitter<'t> {
        Splitter { bytes, delimiter, cells: Vec::new(), quoted: false }
    }

    /// The cells of the row at `at`; returns where the next one begins. `None` where
    /// a cell begins with a quote.
    fn plain_row(&mut self, at: usize) -> Option<usize> {
        self.cells.clear();
        self.quoted = false;
        let mut start = at;
        for (place, byte) in (at..).zip(&self.bytes[at..]) {
            if *byte == self.delimiter {
                self.cells.push((start, place));
                start = place + 1;
            } else if matches!(byte, b'\n' | b'\r') {
                self.cells.push((start, place));
                return Some(self.behind(place));
            } else if *byte == b'"' && place == start {
                return None;
            }
        }
        self.cells.push((start, self.bytes.len()));
        Some(self.bytes.len())
    }

    /// The cells of the row at `at` once its quotes are taken off: `take` is given
    /// the bytes that stay, in order. Returns where the next row begins.
    fn quoted_row(
        &mut self,
        mut at: usize,
        mut take: impl FnMut(Range<usize>),
    ) -> Result<usize, Broken> {
        self.cells.clear();
        self.quoted = true;
        let mut taken = 0;
        let mut take = |range: Range<usize>| {
            taken += range.len();
            take(range);
            taken
        };
        loop {
            let start = take(at..at);
            at = match self.bytes.get(at) {
                Some(b'"') => self.quoted_cell(at, &mut take)?,
                _ => {
                    let ends = |b: &u8| *b == self.delimiter || matches!(b, b'\n' | b'\r');
                    let end = self.bytes[at..].iter().position(ends);
                    let end = end.map_or(self.bytes.len(), |length| at + length);
                    take(at..end);
                    end
                }
            };
            self.cells.push((start, take(at..at)));
            match self.bytes.get(at) {
                None => return Ok(at),
                Some(byte) if *byte == self.delimiter => at += 1,
                Some(_) => return Ok(self.behind(at)),
            }
        }
    }

    /// Takes the quotes off a cell; returns the place of the delimiter or line end
    /// behind it.
    fn quoted_cell(
        &self,
        at: usize,
        take: &mut impl FnMut(Range<usize>) -> usize,
    ) -> Result<usize, Broken> {
        let mut from = at + 1;
        loop {
            let quote = memchr(b'"', &self.bytes[from..]).ok_or(Broken::Unclosed)? + from;
            match self.bytes.get(quote + 1) {
                Some(b'"') => {
                    // Two stand for one.
                    take(from..quote + 1);
                    from = quote + 2;
                    continue;
                }
                Some(b'\n' | b'\r') | None => {}
                Some(byte) if *byte == self.delimiter => {}
                Some(_) => return Err(Broken::Continued),
            }
            take(from..quote);
            return Ok(quote + 1);
        }
    }

    /// The place behind the line end at `place`.
    fn behind(&self, place: usize) -> usize {
        match &self.bytes[place..] {
            [b'\r', b'\n', ..] => place + 2,
            _ => place + 1,
        }
    }

    /// The line below the one at `at`, where a row cannot be read.
    fn next_line(&self, at: usize) -> usize {
        let end = memchr::memchr2(b'\n', b'\r', &self.bytes[at..]);
        end.map_or(self.bytes.len(), |end| self.behind(at + end))
    }
}

/// How many lines end in these bytes: with LF, with CR LF, or, as old programs
/// write, with CR alone.
pub(super) fn line_ends(bytes: &[u8]) -> u64 {
    let newlines = memchr::memchr_iter(b'\n', bytes).count();
    let returns = memchr::memchr_iter(b'\r', bytes);
    let alone = returns.filter(|place| bytes.get(place + 1) != Some(&b'\n')).count();
    (newlines + alone) as u64
}

/// The first line that is not blank.
pub(super) fn first_line(bytes: &[u8]) -> &[u8] {
    let blank = bytes.iter().take_while(|b| b.is_ascii_whitespace()).count();
    // A tab may be the delimiter behind an empty first cell.
    let start = memrchr(b'\n', &bytes[..blank]).map_or(0, |newline| newline + 1);
    let line = &bytes[start..];
    &line[..memchr(b'\n', line).unwrap_or(line.len())]
}

/// So many lines at the top of a file may be its title.
pub(super) const TITLE: usize = 40;

/// The delimiter that a `sep=` line names, or under which most cells of one of the first
/// lines are known columns; the most frequent one where that does not tell.
pub(super) fn delimiter(bytes: &[u8], known: impl Fn(&str) -> bool) -> u8 {
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, ..] = first_line(bytes) {
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

const CANDIDATES: [u8; 3] = [b'\t', b';', b','];

/// How many cells of a line are known, and how many there are.
fn rank(line: &[u8], delimiter: u8, known: impl Fn(&str) -> bool) -> (usize, usize) {
    let line = String::from_utf8_lossy(line);
    let cells = line.split(char::from(delimiter));
    let hits = cells.clone().filter(|cell| known(cell.trim_matches('"'))).count();
    (hits, cells.count())
}

/// Whether a line looks like a header under some delimiter.
pub(super) fn is_header(line: &[u8], known: impl Fn(&str) -> bool) -> bool {
    CANDIDATES.iter().any(|delimiter| rank(line, *delimiter, &known).0 >= 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        rows(text, 1, b',', |line| match line {
            Line::Row(row) => {
                let cells: Vec<&str> = row.cells().collect();
                lines.push(format!("{}:{}", row.line, cells.join("|")));
            }
            Line::OpenQuote(line) => lines.push(format!("{line}:open")),
        });
        lines
    }

    #[test]
    fn lines_are_counted_over_blank_rows_and_quoted_breaks() {
        let text = "a,b\r\n\r\n,\r\n1,\"x\ny\"\n\n3, 4 \n";
        assert_eq!(read(text), ["1:a|b", "4:1|x\ny", "7:3|4"]);
        assert_eq!(read("a\rb\r\rc\r\nd"), ["1:a", "2:b", "4:c", "5:d"]);
    }

    #[test]
    fn a_broken_quote_is_told_and_reading_goes_on() {
        assert_eq!(read("a\n\"b\nc\n"), ["1:a", "2:open", "3:c"]);
        assert_eq!(read("1,\"b\n2,\"c\"\n3,d"), ["1:open", "2:2|c", "3:3|d"]);
        assert_eq!(read("5\" ống,b\n\"say \"\"no\"\"\",c"), ["1:5\" ống|b", "2:say \"no\"|c"]);
    }

    /// Files of few letters, so that every meeting of quotes and line ends comes up.
    fn letters(most: usize) -> impl Strategy<Value = String> {
        let letters = prop::sample::select(vec!["a", ",", "\"", "\n", "\r", "\r\n"]);
        prop::collection::vec(letters, 0..most).prop_map(|letters| letters.concat())
    }

    /// Cells of them, quoted where they must be, and what follows each.
    fn cells() -> impl Strategy<Value = String> {
        let behind = prop::sample::select(vec![",", "\n", "\r", "\r\n"]);
        let cell = (letters(5), behind).prop_map(|(cell, behind)| {
            match cell.contains([',', '\n', '\r']) || cell.starts_with('"') {
                true => format!("\"{}\"{behind}", cell.replace('"', "\"\"")),
                false => format!("{cell}{behind}"),
            }
        });
        prop::collection::vec(cell, 0..12).prop_map(|cells| cells.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

        #[test]
        fn rows_are_those_of_the_csv_crate_where_no_quote_is_broken(text in cells()) {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let trimmed = |record: csv::StringRecord| {
                record.iter().map(crate::fold::trim).collect::<Vec<_>>().join("|")
            };
            let theirs: Vec<String> = reader.records().map(|r| trimmed(r.unwrap())).collect();
            let told = theirs.iter().filter(|row| row.chars().any(|c| c != '|'));
            let ours = read(&text);
            let rows: Vec<&str> = ours.iter().map(|row| row.split_once(':').unwrap().1).collect();
            prop_assert_eq!(rows, told.collect::<Vec<_>>());
        }

        #[test]
        fn rows_cut_into_pieces_are_the_rows_of_the_whole(text in letters(24), size in 1..12usize) {
            let (mut pieces, mut line, mut at) = (Vec::new(), 1, 0);
            while at < text.len() {
                // As much more as a whole row needs.
                let mut ends = (at + size..text.len()).filter(|end| text.is_char_boundary(*end));
                let cut = ends.find_map(|end| {
                    let length = last_row_end(&text.as_bytes()[at..end], || b',');
                    (length > 0).then_some(at + length)
                });
                let end = cut.unwrap_or(text.len());
                let piece = &text[at..end];
                rows(piece, line, b',', |row| match row {
                    Line::Row(row) => {
                        pieces.push(format!("{}:{}", row.line, row.cells().collect::<Vec<_>>().join("|")));
                    }
                    Line::OpenQuote(line) => pieces.push(format!("{line}:open")),
                });
                line += line_ends(piece.as_bytes());
                at = end;
            }
            prop_assert_eq!(pieces, read(&text));
        }
    }
}
