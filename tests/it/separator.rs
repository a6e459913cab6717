//! Each file decides for itself by what it is split: what is read is the same for any
//! number of threads and any order of files, whatever notes and evidence hold.

use crate::common::{ROSTER, read_as, source, told};
use ntm::intake::{Content, Options, Source};
use ntm::period::Period;
use proptest::prelude::*;

/// A file of a commune. Its texts may hold anything.
fn file(number: usize, commune: &str, delimiter: char, texts: &[String]) -> Source {
    // Headers that begin alike, and one that is split by nothing it names.
    let header = ["commune", "indicator", "value", "evidence", "note"];
    let quoted = |cell: &str| {
        if cell.contains([delimiter, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    let line = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        cells.join(&delimiter.to_string()) + "\n"
    };
    let mut text = line(&["Biểu", "", "", "", ""]) + &line(&header);
    let rows = ["1.1", "1.2", "3.2", "4.1", "18.1"].iter().zip(texts.iter().cycle());
    for (id, words) in rows {
        text += &line(&[commune, id, "đạt", words, words]);
    }
    Source { name: format!("{number}.csv"), ..source("", &text) }
}

fn words() -> impl Strategy<Value = String> {
    let words = [
        "a",
        ";",
        ",",
        "\t",
        "\"",
        "\n",
        " ",
        "mã xã",
        "chỉ tiêu",
        "giá trị",
        "indicator;value",
        "commune,indicator,value",
        "kỳ\tkết quả",
        "đạt",
        "2,1",
        "sep=;",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..8).prop_map(|w| w.concat())
}

/// All that was read and told, for files in the order of their names.
fn bytes(files: &[Source], threads: usize) -> Vec<String> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let options = Options { period: Period::parse("2022-05"), ..Options::default() };
    let read = pool.install(|| read_as(ROSTER, files, options));
    let mut all: Vec<String> = read
        .submissions
        .iter()
        .map(|s| format!("{} {:?} {:?}", s.commune, &*s.observations(), s.evidence()))
        .collect();
    let errors = read
        .findings
        .iter()
        .filter(|f| f.problem.is_error())
        .map(|finding| format!("{} {:?}", finding.problem.place.file, finding.problem));
    all.extend(errors);
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_and_the_number_of_threads_do_not_matter(
        texts in prop::collection::vec(prop::collection::vec(words(), 1..5), 3..=3),
        delimiters in prop::collection::vec(prop::sample::select(vec![',', ';', '\t']), 3..=3),
        turn in 0..3usize,
    ) {
        let communes = ["06727", "06730", "99001"];
        let mut files: Vec<Source> = (0..3)
            .map(|n| file(n, communes[n], delimiters[n], &texts[n]))
            .collect();
        let once = bytes(&files, 1);
        prop_assert_eq!(once.len(), 3, "{:?}", once);
        for file in &files {
            let alone = bytes(std::slice::from_ref(file), 1);
            prop_assert!(alone.iter().all(|line| once.contains(line)), "{:?}", alone);
        }
        files.rotate_left(turn);
        files.swap(0, 1);
        prop_assert_eq!(&once, &bytes(&files, 1));
        prop_assert_eq!(&once, &bytes(&files, 4));
    }
}

#[test]
fn files_whose_first_lines_are_alike_are_split_each_by_its_own_header() {
    // The first line names two columns under either delimiter.
    let first = "chỉ tiêu,giá trị;chỉ tiêu;giá trị\n";
    let one = source("06727", &format!("{first}mã xã,chỉ tiêu,giá trị\n06727,1.1,đạt\n"));
    let other = source("06730", &format!("{first}mã xã;chỉ tiêu;giá trị\n06730;1.1;chưa đạt\n"));
    let options = Options { period: Period::parse("2022-05"), ..Options::default() };
    let both = |files: &[Source]| {
        let read = read_as(ROSTER, files, options);
        let mut told = told(&read);
        told.sort();
        (told, read.submissions.len())
    };
    assert_eq!(both(&[one.clone(), other.clone()]), both(&[other, one]));
}

#[test]
fn a_line_that_is_no_row_is_told_and_the_rows_below_it_are_read() {
    let long = "x".repeat(3 << 20);
    let text = format!("indicator,value\n1.1,đạt\n1.2,{long}\r\n3.2,đạt\n4.1,\"{long}\"\n18.1,đạt");
    let options = Options { period: Period::parse("2022-05"), ..Options::default() };
    let read = read_as(ROSTER, &[source("06727", &text)], options);
    assert_eq!(told(&read), ["3 unreadable-row -", "5 unreadable-row -"]);
    let seen = |id| crate::common::seen(&read.submissions[0], id, "");
    assert_eq!(
        ["1.1", "1.2", "3.2", "4.1", "18.1"].map(seen),
        ["true", "missing", "true", "missing", "true"]
    );
    // A file that is one line, and one that is one row of cells.
    for text in [long, ",".repeat(3 << 20), format!("{}\n1.1,đạt\n", "a,".repeat(1 << 18))] {
        let content = Content::Bytes(text.into_bytes());
        let file = Source { content, ..source("06727", "") };
        assert_eq!(told(&read_as(ROSTER, &[file], options)), ["1 unreadable-row -"]);
    }
}

#[test]
fn an_open_quote_before_a_long_text_is_one_fault() {
    let lines = "một dòng của lời văn, có dấu phẩy\n".repeat(3000);
    let text = format!("indicator,value,note\n1.1,đạt,\"{lines}3.2,đạt,\n4.1,đạt,\n");
    let options = Options { period: Period::parse("2022-05"), ..Options::default() };
    let read = read_as(ROSTER, &[source("06727", &text)], options);
    assert_eq!(told(&read), ["2 unreadable-row -"]);
    assert_eq!(crate::common::seen(&read.submissions[0], "3.2", ""), "true");
}
