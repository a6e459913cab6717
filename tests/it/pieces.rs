//! A file of many pieces is read as if it were one: lines, faults, the convention of
//! its numbers, and what only shows between rows far apart.

use std::fmt::Write as _;

use crate::common::{read_as, source, told};
use ntm::intake::{Intake, Options, Source};
use ntm::period::Period;
use ntm::score::tally;

const HEADER: &str = "commune,indicator,part,value,numerator,denominator,evidence,note\n";
const COMMUNES: usize = 1500;

fn roster() -> String {
    let mut roster = "code,name,province,region\n".to_owned();
    for number in 0..COMMUNES {
        let _ = writeln!(roster, "{:05},Xã {number},99,DBSH", 10_000 + number);
    }
    roster
}

/// Rows of every commune, some of them with quotes, breaks and doubled quotes: well
/// over a megabyte, so several pieces. A row is a line but for the quoted one.
fn rows() -> Vec<String> {
    let mut rows = Vec::new();
    for number in 0..COMMUNES {
        let code = 10_000 + number;
        let share = number % 100;
        rows.push(format!("{code},1.1,,đạt,,,BC {number},\n"));
        rows.push(format!("{code},2.1,,\"{share},5\",,,\"BC \"\"{number}\"\", mục 2\",\n"));
        rows.push(format!("{code},13.2,,đạt,,,BC,\"{}\"\n", "ghi chú dài ".repeat(50)));
        rows.push(format!("{code},17.1,chung,,{share},100,,\"hai\r\ndòng\"\n"));
        rows.push(format!("{code},17.1,tập trung,,{share},100,,\n"));
    }
    rows
}

fn read(text: &str) -> Intake {
    read_files(&[source("ca-nuoc", text)])
}

fn read_files(files: &[Source]) -> Intake {
    let options = Options { period: Period::parse("2022-05"), ..Options::default() };
    read_as(&roster(), files, options)
}

/// What every commune reached, with its evidence.
fn results(read: &Intake) -> Vec<String> {
    let of = |submission: &ntm::intake::Submission| {
        let (tally, evidence) = (tally(submission), submission.evidence());
        format!("{} {:?} {} {evidence:?}", tally.commune, tally.statuses, tally.progress)
    };
    read.submissions.iter().map(of).collect()
}

#[test]
fn one_large_file_gives_what_many_small_ones_give() {
    let rows = rows();
    let text = format!("{HEADER}{}", rows.concat());
    assert!(text.len() > 1 << 20);
    let whole = read(&text);
    assert!(whole.findings.is_empty(), "{:?}", told(&whole));
    let files = rows.chunks(50).enumerate();
    let small: Vec<Source> = files
        .map(|(n, rows)| source(&format!("{n}"), &format!("{HEADER}{}", rows.concat())))
        .collect();
    let small = read_files(&small);
    assert_eq!(whole.rows, small.rows);
    assert_eq!(results(&whole).len(), COMMUNES);
    assert_eq!(results(&whole), results(&small));
}

#[test]
fn faults_far_apart_are_told_with_their_lines_on_any_number_of_threads() {
    let mut rows = rows();
    let last = rows.len() - 1;
    // In the first, a middle and the last piece; the repeated row doubles the first.
    rows[3] = "10000,99.9,,đạt,,,,\n".to_owned();
    rows[last / 2] = "10000,18.3,,\"mở không đóng,,,,\n".to_owned();
    rows[last] = rows[0].clone();
    let text = format!("{HEADER}{}", rows.concat());
    let line_of = |row: usize| 2 + rows[..row].concat().matches('\n').count();
    let expected = [
        format!("{} unknown-indicator indicator", line_of(3)),
        format!("{} unreadable-row -", line_of(last / 2)),
        format!("{} duplicate-value -", line_of(last)),
    ];
    for threads in [1, 2, 7] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let read = pool.install(|| read(&text));
        assert_eq!(told(&read), expected, "{threads} threads");
        let message = read.findings[2].problem.message.get(ntm::text::Lang::En).to_owned();
        assert!(message.ends_with("is already given in ca-nuoc.csv, line 2"), "{message}");
    }
}

#[test]
fn the_last_piece_settles_the_numbers_of_the_first() {
    let filler = format!("10001,1.1,,đạt,,,,{}\n", "x".repeat(400));
    let fillers: String =
        (2..1400).map(|n| filler.replacen("10001", &(10_000 + n).to_string(), 1)).collect();
    let first = "10000,10.1,,\"1,234\",,,,\n";
    let text = |last: &str| format!("{HEADER}{first}{fillers}{last}");
    assert!(text("").len() > 1 << 19);
    assert_eq!(told(&read(&text(""))), ["2 ambiguous-number value"]);
    let comma = read(&text("10001,2.1,,\"98,5\",,,,\n"));
    assert!(told(&comma).is_empty());
    let dot = read(&text("10001,2.1,,98.5,,,,\n"));
    assert!(told(&dot).is_empty());
    let value = |read: &Intake| crate::common::seen(&read.submissions[0], "10.1", "");
    assert_eq!([value(&comma), value(&dot)], ["1.234", "1234"]);
}

#[test]
fn letters_lost_in_the_last_piece_refuse_the_file() {
    let text = format!("{HEADER}{}10000,9.1,,đ?t,,,,\n", rows().concat());
    let read = read(&text);
    assert_eq!(told(&read), ["0 bad-encoding -"]);
    assert!(read.submissions.is_empty());
    let mut bytes = text.clone().into_bytes();
    let end = bytes.len() - 4;
    bytes[end] = 0xff;
    let content = ntm::intake::Content::Bytes(bytes);
    let file = Source { content, ..source("ca-nuoc", "") };
    // One wrong byte in a file that is in UTF-8 has a line.
    let line = text.lines().count();
    assert_eq!(told(&read_files(&[file])), [format!("{line} bad-encoding -")]);
}

#[test]
fn a_file_that_breaks_off_is_unreadable_as_a_whole() {
    use std::io::{Error, ErrorKind, Read};
    struct Breaking(usize);
    impl Read for Breaking {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let row = b"10000,1.1,,x,,,,\n";
            let text = if self.0 == 0 { HEADER.as_bytes() } else { row };
            self.0 += 1;
            if self.0 > 30_000 {
                return Err(Error::from(ErrorKind::PermissionDenied));
            }
            buffer[..text.len()].copy_from_slice(text);
            Ok(text.len())
        }
    }
    let open: std::sync::Arc<ntm::intake::Opener> =
        std::sync::Arc::new(|_| Ok(Box::new(std::io::BufReader::new(Breaking(0)))));
    let file = Source { content: ntm::intake::Content::Open(open), ..source("ca-nuoc", "") };
    let read = read_files(&[file]);
    assert_eq!(told(&read), ["0 unreadable-file -"]);
    assert_eq!((read.files, read.rows, read.submissions.len()), (0, 0, 0));
}
