//! Delimited text to rows, with the line each row begins on.
//!
//! Of the reading of quotes one thing differs from most readers: a quote that is
//! opened and not rightly closed is told, instead of merging rows in silence.

mod row;

use std::ops::Range;

use memchr::{memchr, memrchr};

pub(super) use self::row::{CellKind, Row, Span};

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
        let (read, cells_of) = match splitter.plain_row(at) {
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
        let ended = matches!(splitter.bytes[end - 1], b'\n' | b'\r');
        let (cells, unquoted) = (&*splitter.cells, splitter.quoted);
        let row = Row { line, text: cells_of, cells, unquoted, ended, kinds: &[] };
        if !row.is_blank() {
            each(Line::Row(row));
        }
        line += if splitter.quoted { line_ends(&splitter.bytes[start..end]) } else { 1 };
        at = end;
    }
}

/// Where the last row ends that is whole; 0 where none is. The row after it may go
/// on beyond `bytes`.
pub(super) fn last_row_end(bytes: &[u8], delimiter: u8) -> usize {
    if memchr(b'"', bytes).is_none() {
        return before_half_end(bytes);
    }
    let mut splitter = Splitter::new(bytes, delimiter);
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

/// Where the last line ends, whatever quotes say; 0 where none does. The last byte may
/// be half of a CR LF.
pub(super) fn before_half_end(bytes: &[u8]) -> usize {
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
            } else if *byte == b'"' && self.opens(start, place) {
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
            at = match self.opening(at) {
                Some(quote) => self.quoted_cell(quote, &mut take)?,
                None => {
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

    /// Whether the quote at `place` opens a cell that begins at `start`.
    fn opens(&self, start: usize, place: usize) -> bool {
        place == start || self.opening(start) == Some(place)
    }

    /// The quote that opens the cell at `at`: its first byte, or one behind blanks where
    /// it is rightly closed on the same line.
    fn opening(&self, at: usize) -> Option<usize> {
        let quote = self.behind_blanks(at);
        let is_quote = self.bytes.get(quote) == Some(&b'"');
        (is_quote && (quote == at || self.closes_on_line(quote))).then_some(quote)
    }

    /// The first place from `at` on that is no blank.
    fn behind_blanks(&self, at: usize) -> usize {
        let blank = |byte: &&u8| **byte != self.delimiter && matches!(byte, b' ' | b'\t');
        at + self.bytes[at..].iter().take_while(blank).count()
    }

    /// Whether the cell that the quote opens ends with a quote on its line.
    fn closes_on_line(&self, quote: usize) -> bool {
        let mut from = quote + 1;
        while let Some(place) = memchr::memchr3(b'"', b'\n', b'\r', &self.bytes[from..]) {
            let place = from + place;
            if self.bytes[place] != b'"' {
                return false;
            }
            if self.bytes.get(place + 1) != Some(&b'"') {
                return self.ends_cell(place + 1);
            }
            from = place + 2;
        }
        false
    }

    /// Whether nothing but blanks stands before the next delimiter or line end.
    fn ends_cell(&self, at: usize) -> bool {
        let next = self.bytes.get(self.behind_blanks(at));
        next.is_none_or(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
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
            if self.bytes.get(quote + 1) == Some(&b'"') {
                // Two stand for one.
                take(from..quote + 1);
                from = quote + 2;
                continue;
            }
            if !self.ends_cell(quote + 1) {
                return Err(Broken::Continued);
            }
            take(from..quote);
            return Ok(self.behind_blanks(quote + 1));
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

/// No table has more columns.
pub(super) const MOST_CELLS: usize = 256;

/// So many lines at the top of a file may be its title.
pub(super) const TITLE: usize = 40;

/// A cell without quotes and the blanks around them.
pub(super) fn bare(cell: &str) -> &str {
    crate::fold::trim(cell).trim_matches('"')
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
    fn blanks_around_quotes_are_no_part_of_the_cell() {
        assert_eq!(read("1, \"a,b\" ,2\n\"c\"\t, \"d\"\" \"\n"), ["1:1|a,b|2", "2:c|d\""]);
        assert_eq!(read("1, \"a\" b,2\n \"c\n3\"\n"), ["1:1|\"a\" b|2", "2:\"c", "3:3\""]);
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
            if cell.contains([',', '\n', '\r']) || cell.starts_with('"') {
                format!("\"{}\"{behind}", cell.replace('"', "\"\""))
            } else {
                format!("{cell}{behind}")
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
                    let length = last_row_end(&text.as_bytes()[at..end], b',');
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
