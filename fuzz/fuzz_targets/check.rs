//! What must hold of every file, whatever its bytes: shared by the fuzzer and by
//! `tests/it/fuzz_corpus.rs`.

use std::sync::LazyLock;

use ntm::exact::Exact;
use ntm::intake::{self, Content, Intake, Options, Roster, Source};
use ntm::law::{self, Library};
use ntm::period::Period;
use ntm::text::Lang;
use ntm::{render, score};

/// Two communes bear one name, and two are judged by another region's column.
const ROSTER: &str = "code,name,province,region,class,district_class\n\
    06727,Bắc Sơn,22,DBSH,,\n\
    06730,Hải Đông,22,DBSH,,\n\
    99001,Bình An,99,TDMNPB,,\n\
    99002,Bình An,99,DHNTB,đbkk,nghèo\n";

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::load(law::built_in()).expect("the built-in sets are right"));

static COMMUNES: LazyLock<Roster> = LazyLock::new(|| {
    let columns: Vec<_> = LIBRARY.sets.iter().map(|set| &set.columns).collect();
    let (roster, problems) =
        Roster::parse_files(&[source("communes", ROSTER.as_bytes())], &columns);
    assert!(problems.is_empty(), "{problems:?}");
    roster
});

fn source(stem: &str, bytes: &[u8]) -> Source {
    Source {
        name: format!("2022-05/{stem}.csv"),
        folder_period: Period::parse("2022-05"),
        content: Content::Bytes(bytes.to_vec()),
    }
}

/// Reads bytes as `2022-05/06727.csv` and scores what they give.
pub(crate) fn intake(bytes: &[u8]) {
    let files = [source("06727", bytes)];
    let read = intake::read_files(&files, &COMMUNES, &LIBRARY, Options::default());
    assert_eq!(read.files, 1);
    // One more: what is behind the last line end.
    let lines = line_ends(bytes) + 1;
    assert!(read.rows as u64 <= lines, "{} rows in {lines} lines", read.rows);
    told_rightly(&read, lines);
    for submission in &read.submissions {
        scored_rightly(submission);
    }
}

/// Every finding has its place in the file and can be told to people and machines.
fn told_rightly(read: &Intake, lines: u64) {
    for finding in &read.findings {
        let problem = &finding.problem;
        let inside = problem.place.line.is_none_or(|line| (1..=lines).contains(&line));
        assert!(inside, "line {:?} of {lines}: {problem:?}", problem.place.line);
        for lang in [Lang::Vi, Lang::En] {
            assert!(!problem.message.get(lang).is_empty(), "{problem:?}");
            render::problems::problem(problem, lang);
        }
    }
    let problems: Vec<_> = read.findings.iter().map(|finding| finding.problem.clone()).collect();
    render::json::check(read.files, read.rows, &problems, &read.repairs);
}

/// The tally and the full scorecard of a submission say the same, within the set.
fn scored_rightly(submission: &intake::Submission) {
    let (tally, card) = (score::tally(submission), score::score(submission));
    let counts = tally.counts();
    let all = counts.met + counts.not_met + counts.missing + counts.undetermined;
    assert_eq!(all, submission.law.indicators.len());
    assert!(tally.criteria_met() <= submission.law.criteria.len());
    assert_eq!((&tally.statuses, &tally.progress), (&card.tally.statuses, &card.tally.progress));
    let possible = |amount: &Exact, most: Exact| !amount.is_negative() && *amount <= most;
    assert!(possible(&tally.progress, Exact::HUNDRED));
    assert!(card.indicators.iter().all(|i| possible(&i.attainment, Exact::from(1_usize))));
}

/// How many lines end, with LF, CR LF or CR alone. Of UTF-16 it may be more.
fn line_ends(bytes: &[u8]) -> u64 {
    let ends = |(place, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(place + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(|end| ends(*end)).count() as u64
}
