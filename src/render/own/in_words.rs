//! Reports in words, Markdown or plain text: they bear no mark and are recognized by how they
//! begin. Only of files that are no tables: a form of data may bear such a title too.

use std::io::{self, Read};

use crate::problem::{Code, Severity};
use crate::text::{self, Lang, Text, diff, explain, ladder, trend};

/// So much of a file shows how it begins.
const BEGINNING: u64 = 2048;
/// A title may be broken over so many lines.
const LINES: usize = 3;
/// Stands for what a title says of the case.
const GAP: &str = "\u{1}";
/// Titles with fewer letters of their own could be anybody's.
const LEAST: usize = 12;

/// Whether a file that is no table is a report that this program wrote.
pub fn is_report_in_words<F: Read>(file: &mut F) -> bool {
    begins_so(file).unwrap_or(false)
}

fn begins_so<F: Read>(file: &mut F) -> io::Result<bool> {
    let mut bytes = Vec::new();
    file.take(BEGINNING).read_to_end(&mut bytes)?;
    let beginning = String::from_utf8_lossy(&bytes);
    let beginning = beginning.trim_start_matches('\u{feff}');
    let mut lines = beginning.lines().take(LINES);
    let first = lines.clone().next().unwrap_or_default();
    if is_problem(first) {
        return Ok(true);
    }
    let title: Vec<&str> = lines.by_ref().flat_map(str::split_whitespace).collect();
    // Markdown writes a stroke before its signs.
    let title = title.join(" ").replace('\\', "");
    let title = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    Ok(titles().iter().any(|known| [Lang::Vi, Lang::En].iter().any(|l| fits(title, known.get(*l)))))
}

/// Whether a line is one of `check`: `FILE:LINE: error[code]: …`.
fn is_problem(line: &str) -> bool {
    let words = [Severity::Error, Severity::Warning].map(Severity::word);
    let words = words.iter().flat_map(|word| [word.get(Lang::Vi), word.get(Lang::En)]);
    words.into_iter().any(|word| {
        let behind = line.split_once(&format!(": {word}[")).map(|(_, behind)| behind);
        let code = behind.and_then(|behind| behind.split_once("]: ")).map(|(code, _)| code);
        code.is_some_and(|code| Code::ALL.iter().any(|known| known.as_str() == code))
    })
}

/// Whether a text begins with a title, whatever stands in its gaps.
fn fits(text: &str, title: &str) -> bool {
    let mut pieces = title.split(GAP);
    let letters: usize = pieces.clone().map(|piece| piece.trim().chars().count()).sum();
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first).filter(|_| letters >= LEAST) else {
        return false;
    };
    pieces.all(|piece| match rest.split_once(piece) {
        Some((_, behind)) => {
            rest = behind;
            true
        }
        None => false,
    })
}

/// The titles of the pages.
fn titles() -> Vec<Text> {
    vec![
        text::score_title(GAP, GAP, GAP),
        text::gaps_title(GAP, GAP, GAP),
        text::monthly_title(GAP, GAP),
        diff::diff_title(GAP, GAP, GAP, GAP),
        diff::diff_sets_title(GAP, GAP, GAP),
        explain::title(GAP, GAP, GAP, GAP, GAP),
        explain::title_of_several(GAP),
        trend::title(GAP, GAP, GAP),
        trend::commune_title(GAP, GAP, GAP, GAP, GAP),
        trend::indicator_title(GAP, GAP, GAP, GAP),
        ladder::ladder_title(GAP, GAP),
        text::self_form_title(GAP, GAP),
        text::verified_form_title(GAP, GAP),
        text::appraised_form_title(GAP, GAP),
        text::dossier::list_title(GAP, GAP),
        text::dossier::refused_title(GAP, GAP, GAP, GAP),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str) -> bool {
        is_report_in_words(&mut text.as_bytes())
    }

    #[test]
    fn pages_in_words_are_told_by_their_titles() {
        for text in [
            "# Kết quả thực hiện bộ tiêu chí xã nông thôn mới, kỳ 2022-05 (xã tự đánh giá)\n\nBộ",
            "Việc còn lại theo bộ tiêu chí xã nông thôn mới,\nkỳ 2022-05 (xã tự đánh giá)\n",
            "Results under the criteria for NTM, period 2022-05 (self-assessed)\n",
            "2022-05/a.csv:3: lỗi[not-a-number]: cột “value”\n",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "",
            "Kết quả thực hiện nhiệm vụ năm 2022\n",
            "Bắc Sơn, kỳ 2022-05 (x)\n",
            "a: lỗi[x]: y\n",
            "ghi chú: chưa có số liệu\n",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
