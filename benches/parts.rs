//! How long the parts of a score take: `cargo bench`. The whole is measured by
//! `benches/ratios.sh`.
#![allow(dead_code, reason = "the generator is shared with an example")]

#[path = "../examples/national/month.rs"]
mod month;

use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use month::{HEADER, PERIOD};
use ntm::intake::{self, Content, Intake, Options, Roster, Source};
use ntm::law::{Columns, CommuneProfile, Level, Library, built_in};
use ntm::period::Period;
use ntm::render;
use ntm::report::Scoring;
use ntm::score::{Tally, summarise, tally};

const COMMUNES: u64 = 500;

fn main() {
    divan::main();
}

struct Data {
    library: Library,
    roster: Roster,
    roster_file: Vec<Source>,
    files: Vec<Source>,
    bytes: usize,
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    let library = library();
    let month = month::month(COMMUNES);
    let rows: Vec<&str> = month.communes.iter().map(|(_, rows)| rows.as_str()).collect();
    let text = format!("{HEADER}{}", rows.concat());
    let roster_file = vec![source("communes", &month.roster)];
    let (roster, problems) = Roster::parse_files(&roster_file, &columns(&library));
    assert!(problems.is_empty());
    let (bytes, files) = (text.len(), vec![source("ca-nuoc", &text)]);
    Data { library, roster, roster_file, files, bytes }
});

fn source(stem: &str, text: &str) -> Source {
    let content = Content::Bytes(text.as_bytes().to_vec());
    Source { name: format!("{stem}.csv"), folder_period: Some(period()), content }
}

fn period() -> Period {
    Period::parse(PERIOD).expect("a period")
}

fn library() -> Library {
    Library::load(built_in()).expect("the built-in sets are right")
}

fn columns(library: &Library) -> Vec<&Columns> {
    library.sets.iter().map(|set| &set.columns).collect()
}

fn read() -> Intake {
    let data = &*DATA;
    let read = intake::read_files(&data.files, &data.roster, &data.library, Options::default());
    assert!(read.findings.is_empty());
    read
}

#[divan::bench]
fn load_criteria() -> Library {
    library()
}

#[divan::bench]
fn read_roster(bencher: Bencher) {
    let data = &*DATA;
    let columns = columns(&data.library);
    bencher
        .counter(ItemsCount::new(COMMUNES))
        .bench(|| Roster::parse_files(&data.roster_file, &columns));
}

#[divan::bench]
fn read_data(bencher: Bencher) {
    bencher.counter(BytesCount::new(DATA.bytes)).bench(read);
}

#[divan::bench]
fn judge(bencher: Bencher) {
    let read = read();
    let judge = || read.submissions.iter().map(tally).collect::<Vec<Tally>>();
    bencher.counter(ItemsCount::new(COMMUNES)).bench(judge);
}

#[divan::bench(args = ["csv", "json"])]
fn write(bencher: Bencher, form: &str) {
    let read = read();
    let tallies: Vec<Tally> = read.submissions.iter().map(tally).collect();
    let common = DATA.library.resolve(Level::Ntm, period(), &CommuneProfile::default());
    let common = common.expect("a set is in force");
    let scoring = Scoring {
        period: period(),
        level: Level::Ntm,
        voice: intake::Voice::Own,
        lenient: false,
        faults: 0,
        roster: &DATA.roster,
        common: &common,
        tallies: &tallies,
        submissions: &read.submissions,
        not_reported: &[],
        heard: &[],
        misread: 0,
        summary: &summarise(&tallies, &read.submissions, &common),
    };
    bencher.counter(ItemsCount::new(COMMUNES)).bench(|| {
        let mut out = Vec::new();
        match form {
            "csv" => render::csv::communes(&scoring, &mut out),
            _ => render::json::score(&scoring, render::json::Detail::Indicators, &mut out),
        }
        .expect("memory can be written to");
        out
    });
}
