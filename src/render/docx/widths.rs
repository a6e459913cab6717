//! How wide the columns of a table are, together as wide as the text: each as its longest
//! word needs, and the rest where it saves the most lines.

use super::lines::lines;
use super::measure::{longest_word, width};
use crate::report::{Column, Room, Table};
use crate::text::Lang;

/// The room at both sides of a cell's words, in twentieths of a point.
pub(super) const SIDE: usize = 50;
/// Both sides with the border.
const BESIDE: usize = 2 * SIDE + 30;
/// No single word takes more than this; a longer one is broken.
const LONGEST_WORD: usize = 2300;
/// A column of official names has at least this.
const WIDE: usize = 2300;
/// What is given to a column at a time.
const STEPS: [usize; 5] = [60, 120, 240, 480, 960];

/// So many rows of a long table are looked at: the others are much like them.
const LOOKED_AT: usize = 400;
/// So often room is moved between columns at most.
const MOST_MOVES: usize = 40;

/// A table as it is measured: of each column, how wide the lines of its cells are, its
/// head first.
pub(super) struct Measured {
    columns: Vec<Vec<Vec<usize>>>,
    /// So that no word is broken, nor what is to stay on one line, and heads are low.
    pleasant: Vec<usize>,
    /// So that no word is broken.
    least: Vec<usize>,
    /// Whether a column holds signs, which need no more.
    signs: Vec<bool>,
}

impl Measured {
    pub(super) fn new(table: &Table, size: usize, lang: Lang) -> Measured {
        let (mut columns, mut pleasant, mut least) = (Vec::new(), Vec::new(), Vec::new());
        for (place, column) in table.columns.iter().enumerate() {
            let head = column.head.get(lang);
            let mut cells = vec![vec![width(head, size, true)]];
            let mut word = longest_word(head, size, true);
            let mut line = 0;
            for cell in table.rows.iter().filter_map(|row| row.get(place)) {
                let lines = lines(cell, lang);
                let widths = lines.iter().map(|line| width(line, size, true));
                let widths: Vec<usize> = widths.collect();
                let words = lines.iter().map(|line| longest_word(line, size, true));
                word = words.max().unwrap_or(0).max(word);
                line = widths.iter().copied().max().unwrap_or(0).max(line);
                cells.push(widths);
            }
            // A head takes three lines at most, if it can.
            let asked = word.max(cells[0][0] * 2 / 5).max(asked(column, size));
            pleasant.push(self::pleasant(column, asked, line));
            least.push(word.min(LONGEST_WORD) + BESIDE);
            columns.push(cells);
        }
        let signs: Vec<bool> = table.columns.iter().map(|c| c.room == Room::Tight).collect();
        // Columns of signs are all as wide as the widest of them.
        for widths in [&mut pleasant, &mut least] {
            let widest = widths.iter().zip(&signs).filter(|(_, sign)| **sign);
            let widest = widest.map(|(width, _)| *width).max().unwrap_or(0);
            let of_signs = widths.iter_mut().zip(&signs).filter(|(_, sign)| **sign);
            of_signs.for_each(|(width, _)| *width = widest);
        }
        Measured { columns, pleasant, least, signs }
    }

    /// Whether the table fits into `room` as it is best read.
    pub(super) fn fits(&self, room: usize) -> bool {
        self.pleasant.iter().sum::<usize>() <= room
    }

    /// The widths, which add up to `room`.
    pub(super) fn widths(&self, room: usize) -> Vec<usize> {
        let least = if self.fits(room) { &self.pleasant } else { &self.least };
        let taken: usize = least.iter().sum();
        let mut widths = least.clone();
        if taken > room {
            // Less than is needed: everyone gets less.
            widths = widths.iter().map(|width| width * room / taken).collect();
        } else {
            self.save_lines(&mut widths, room - taken);
            self.move_room(&mut widths, least);
            let given: usize = widths.iter().sum::<usize>().max(1);
            widths = widths.iter().map(|width| width * room / given).collect();
        }
        let given: usize = widths.iter().sum();
        // What the divisions left over.
        if let Some(widest) = widths.iter_mut().max() {
            *widest += room.saturating_sub(given);
        }
        widths
    }

    /// About how many lines the table takes.
    pub(super) fn height(&self, widths: &[usize]) -> usize {
        self.heights(widths).iter().filter_map(|row| row.iter().max()).sum()
    }

    /// About how many lines a row takes; the head is row 0.
    pub(super) fn row_height(&self, row: usize, widths: &[usize]) -> usize {
        let cells = self
            .columns
            .iter()
            .zip(widths)
            .filter_map(|(column, width)| column.get(row).map(|lines| wrapped(lines, *width)));
        cells.max().unwrap_or(1)
    }

    /// The lines of each cell, row by row, of the rows that are looked at.
    fn heights(&self, widths: &[usize]) -> Vec<Vec<usize>> {
        let rows = self.columns.iter().map(Vec::len).max().unwrap_or(0).min(LOOKED_AT);
        let cell = |row: usize, (column, width): (&Vec<Vec<usize>>, &usize)| {
            column.get(row).map_or(1, |lines| wrapped(lines, *width))
        };
        let row = |row| self.columns.iter().zip(widths).map(|pair| cell(row, pair)).collect();
        (0..rows).map(row).collect()
    }

    /// Gives `spare` to the columns where it saves the most lines.
    fn save_lines(&self, widths: &mut [usize], mut spare: usize) {
        let mut heights = self.heights(widths);
        while let Some((place, step)) = self.best_step(widths, &heights, spare) {
            widths[place] += step;
            spare -= step;
            for (row, lines) in heights.iter_mut().zip(&self.columns[place]) {
                row[place] = wrapped(lines, widths[place]);
            }
        }
    }

    /// Moves room from column to column as long as that saves lines.
    fn move_room(&self, widths: &mut [usize], least: &[usize]) {
        let mut height = self.height(widths);
        for _ in 0..MOST_MOVES {
            let Some((moved, lower)) = self.best_move(widths, least, height) else {
                return;
            };
            widths.copy_from_slice(&moved);
            height = lower;
        }
    }

    fn best_move(
        &self,
        widths: &[usize],
        least: &[usize],
        height: usize,
    ) -> Option<(Vec<usize>, usize)> {
        let open = |place: &usize| !self.signs[*place];
        let mut best: Option<(Vec<usize>, usize)> = None;
        for from in (0..widths.len()).filter(open) {
            let spare = widths[from] - least[from];
            for to in (0..widths.len()).filter(open).filter(|to| *to != from) {
                for step in STEPS.into_iter().filter(|step| *step <= spare) {
                    let mut moved = widths.to_vec();
                    moved[from] -= step;
                    moved[to] += step;
                    let lower = self.height(&moved);
                    if lower < best.as_ref().map_or(height, |(_, before)| *before) {
                        best = Some((moved, lower));
                    }
                }
            }
        }
        best
    }

    /// The column and the step that save the most lines for what they take.
    fn best_step(
        &self,
        widths: &[usize],
        heights: &[Vec<usize>],
        spare: usize,
    ) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize, usize)> = None;
        for place in (0..widths.len()).filter(|place| !self.signs[*place]) {
            for step in STEPS.into_iter().filter(|step| *step <= spare) {
                let saved = self.saved(place, widths[place] + step, heights);
                let better = best.is_none_or(|(_, than, before)| saved * than > before * step);
                if saved > 0 && better {
                    best = Some((place, step, saved));
                }
            }
        }
        best.map(|(place, step, _)| (place, step))
    }

    /// How many lines are saved where a column gets `width`.
    fn saved(&self, place: usize, width: usize, heights: &[Vec<usize>]) -> usize {
        let rows = heights.iter().zip(&self.columns[place]);
        rows.map(|(row, lines)| {
            let now = row.iter().max().copied().unwrap_or(1);
            if row[place] < now {
                return 0;
            }
            let others = row.iter().enumerate().filter(|(other, _)| *other != place);
            let others = others.map(|(_, lines)| *lines).max().unwrap_or(1);
            now - wrapped(lines, width).max(others).min(now)
        })
        .sum()
    }
}

/// The room for so many characters, where a column needs it.
fn asked(column: &Column, size: usize) -> usize {
    match column.room {
        Room::AtLeast(characters) => usize::from(characters) * width("n", size, false),
        _ => 0,
    }
}

fn pleasant(column: &Column, word: usize, line: usize) -> usize {
    let width = match column.room {
        Room::Unbroken => line.max(word),
        Room::Wide => word.max(WIDE),
        Room::Any | Room::AtLeast(_) | Room::Tight => word,
    };
    width.min(LONGEST_WORD) + BESIDE
}

/// About how many lines words take in a column: words that do not fit leave some of a
/// line empty.
fn wrapped(lines: &[usize], room: usize) -> usize {
    let room = room.saturating_sub(BESIDE).max(1);
    let of_line = |line: &usize| match *line {
        line if line <= room => 1,
        line => (line * 110).div_ceil(room * 100),
    };
    lines.iter().map(of_line).sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Content};
    use crate::text::Text;

    fn table(columns: &[(&str, Room)], rows: &[&[&str]]) -> Table {
        let column = |(head, room): &(&str, Room)| Column {
            head: Text::same(head),
            numeric: false,
            room: *room,
        };
        let cell =
            |words: &&str| Cell { content: Content::Words(Text::same(words)), ..Cell::default() };
        let row = |row: &&[&str]| row.iter().map(cell).collect();
        Table {
            caption: None,
            columns: columns.iter().map(column).collect(),
            rows: rows.iter().map(row).collect(),
        }
    }

    #[test]
    fn columns_fill_the_page_whatever_they_hold() {
        let long = "x".repeat(5000);
        let words = "tỷ lệ ".repeat(200);
        for rows in [&["1", "a", "b"], &[long.as_str(), &words, ""], &["", "", ""]] {
            let heads = [("Mã", Room::Unbroken), ("Chỉ tiêu", Room::Wide), ("", Room::Any)];
            let measured = Measured::new(&table(&heads, &[rows]), 22, Lang::Vi);
            for room in [1000, 9354, 14286] {
                assert_eq!(measured.widths(room).iter().sum::<usize>(), room);
            }
        }
    }

    #[test]
    fn what_is_long_gets_the_room() {
        let words = "đường thôn được cứng hóa ".repeat(8);
        let heads = [("a", Room::Any), ("b", Room::Any)];
        let measured = Measured::new(&table(&heads, &[&["1", &words]]), 22, Lang::Vi);
        let widths = measured.widths(9354);
        assert!(widths[1] > 4 * widths[0], "{widths:?}");
    }
}
