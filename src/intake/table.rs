//! Delimited text to rows, with the line each row begins on.

use csv::{ByteRecord, ReaderBuilder};

/// A row of cells.
pub(super) struct Row<'r> {
    /// The line it begins on, from 1.
    pub(super) line: u64,
    record: &'r ByteRecord,
}

impl<'r> Row<'r> {
    /// The cell at `place`, without surrounding blanks; empty where the row ends
    /// before it.
    pub(super) fn cell(&self, place: usize) -> &'r str {
        let bytes = self.record.get(place).unwrap_or_default();
        // The file was checked to be UTF-8, and delimiters are ASCII.
        crate::fold::trim(std::str::from_utf8(bytes).unwrap_or_default())
    }

    pub(super) fn len(&self) -> usize {
        self.record.len()
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &'r str> {
        let (row, len) = (Row { ..*self }, self.len());
        (0..len).map(move |place| row.cell(place))
    }

    fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

/// A row, or why there is none.
pub(super) enum Line<'r> {
    Row(Row<'r>),
    /// A quote is opened on this line and never rightly closed.
    OpenQuote(u64),
}

/// Calls `each` for every row that is not blank, in order.
pub(super) fn rows(text: &str, delimiter: u8, mut each: impl FnMut(Line)) {
    let data = text.as_bytes();
    let mut start = 0;
    let mut first_line = 1;
    // A row with a broken quote swallows those after it; reading goes on at the
    // line below it, so that their faults are told in the same run.
    while let Some((byte, line)) = rows_from(text, start, first_line, delimiter, &mut each) {
        each(Line::OpenQuote(line));
        match data[byte..].iter().position(|b| *b == b'\n') {
            Some(newline) => (start, first_line) = (byte + newline + 1, line + 1),
            None => break,
        }
    }
}

/// Reads rows from a byte on; returns place and line of a row whose quotes are
/// broken, if it meets one.
fn rows_from(
    text: &str,
    start: usize,
    first_line: u64,
    delimiter: u8,
    each: &mut impl FnMut(Line),
) -> Option<(usize, u64)> {
    let data = &text.as_bytes()[start..];
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(data);
    let mut record = ByteRecord::new();
    let (mut byte, mut line) = (0, first_line);
    // Reading from memory cannot fail, and `flexible` takes rows of any length.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        // The reader skips empty lines before a row without saying so.
        while matches!(data.get(byte), Some(b'\n' | b'\r')) {
            line += line_ends(data, byte..byte + 1);
            byte += 1;
        }
        let end = usize::try_from(reader.position().byte()).unwrap_or(data.len());
        let raw = &data[byte..end.max(byte)];
        if raw.contains(&b'"') && !quotes_are_sound(raw, delimiter) {
            return Some((start + byte, line));
        }
        let row = Row { line, record: &record };
        if !row.is_blank() {
            each(Line::Row(row));
        }
        line += line_ends(data, byte..end.max(byte));
        byte = end.max(byte);
    }
    None
}

/// How many lines end in these bytes: with LF, with CR LF (counted at the LF), or,
/// as old programs write, with CR alone.
fn line_ends(data: &[u8], bytes: std::ops::Range<usize>) -> u64 {
    let ends = |at: &usize| match data[*at] {
        b'\n' => true,
        b'\r' => data.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.filter(ends).count() as u64
}

/// Whether every quoted cell is closed and nothing follows its closing quote.
/// The `csv` crate reads on in both cases and would merge rows in silence.
fn quotes_are_sound(raw: &[u8], delimiter: u8) -> bool {
    let mut bytes = raw.iter().copied().peekable();
    let mut at_start = true;
    while let Some(byte) = bytes.next() {
        if !(at_start && byte == b'"') {
            at_start = byte == delimiter || byte == b'\n' || byte == b'\r';
            continue;
        }
        loop {
            match bytes.next() {
                None => return false,
                Some(b'"') if bytes.peek() == Some(&b'"') => {
                    bytes.next();
                }
                Some(b'"') => break,
                Some(_) => {}
            }
        }
        match bytes.peek() {
            Some(next) if *next != delimiter && !matches!(next, b'\n' | b'\r') => return false,
            _ => at_start = false,
        }
    }
    true
}

/// The delimiter under which most cells of the first row are known columns; the
/// most frequent one where that does not tell.
pub(super) fn delimiter(text: &str, known: impl Fn(&str) -> bool) -> u8 {
    let first = text.lines().find(|line| !crate::fold::trim(line).is_empty()).unwrap_or_default();
    let rank = |delimiter: u8| {
        let cells = first.split(char::from(delimiter));
        let hits = cells.clone().filter(|cell| known(cell.trim_matches('"'))).count();
        (hits, cells.count())
    };
    // On a tie the last of these.
    let candidates = [b'\t', b';', b','];
    candidates.into_iter().max_by_key(|d| rank(*d)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        rows(text, b',', |line| match line {
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
}
