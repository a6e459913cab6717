//! Laws that hold for any data: improving a value never loses an indicator, a
//! value at its threshold passes, order of rows and files does not matter.

use crate::common::{ROSTER, cards, library, sample, source};
use ntm::intake::{self, Options, Roster, Source};
use ntm::law::{
    CommuneProfile, Level, Library, Measure, Op, Requirement, ResolvedIndicator, Value,
};
use ntm::period::Period;
use ntm::score::{Scorecard, Status, score};
use proptest::prelude::*;

const HEADER: &str = "commune,period,level,indicator,part,value,numerator,denominator\n";

/// What one part has: a share as ratio or value, a number, a grade, yes or no.
#[derive(Clone, Debug)]
struct Given {
    /// How much of it, 0 to 1000.
    amount: u32,
    as_ratio: bool,
    absent: bool,
}

fn given() -> impl Strategy<Value = Given> {
    (0..=1000u32, any::<bool>(), prop::bool::weighted(0.1))
        .prop_map(|(amount, as_ratio, absent)| Given { amount, as_ratio, absent })
}

/// The row of one part; `step` more or less of it, in the direction that improves.
fn row(indicator: &ResolvedIndicator, require: &Requirement, given: &Given, step: u32) -> String {
    let amount = match require.op {
        Op::AtMost => given.amount.saturating_sub(step),
        _ => (given.amount + step).min(1000),
    };
    let (value, numerator, denominator) = match require.measure {
        Measure::YesNo if amount >= 500 => ("đạt".to_owned(), String::new(), String::new()),
        Measure::YesNo => ("chưa đạt".to_owned(), String::new(), String::new()),
        Measure::Grade => {
            let last = indicator.grades.len() - 1;
            let grade = &indicator.grades[(amount as usize * last) / 1000];
            (grade.clone(), String::new(), String::new())
        }
        Measure::Share if given.as_ratio => (String::new(), amount.to_string(), "1000".to_owned()),
        Measure::Share => {
            (format!("{}.{}", amount / 10, amount % 10), String::new(), String::new())
        }
        // Never so little that it is implausible.
        Measure::Number => {
            (format!("{}.{}", 1 + amount / 10, amount % 10), String::new(), String::new())
        }
        Measure::Count => ((amount / 200).to_string(), String::new(), String::new()),
    };
    let (id, part) = (indicator.id, &require.part);
    format!("06727,2022-05,{{level}},{id},{part},{value},{numerator},{denominator}\n")
}

/// A file with a row for every part that is not absent.
fn file(level: Level, given: &[Given], improved: Option<(usize, u32)>) -> Vec<String> {
    let library = library();
    let case = CommuneProfile {
        region: Some("DBSH".into()),
        province: Some("22".into()),
        ..CommuneProfile::default()
    };
    let law = library.resolve(level, Period::parse("2022-05").unwrap(), &case).unwrap();
    let parts = law.indicators.iter().flat_map(|i| i.require.iter().map(move |r| (i, r)));
    let rows = parts.zip(given.iter().cycle()).enumerate().filter(|(_, (_, g))| !g.absent);
    let step = |number: usize| improved.filter(|(n, _)| *n == number).map_or(0, |(_, step)| step);
    let rows = rows.map(|(n, ((indicator, require), g))| row(indicator, require, g, step(n)));
    rows.map(|row| row.replace("{level}", level.as_str())).collect()
}

fn text(rows: &[String]) -> String {
    format!("{HEADER}{}", rows.concat())
}

fn statuses(cards: &[Scorecard]) -> Vec<(usize, Vec<Status>)> {
    let of = |card: &Scorecard| card.indicators.iter().map(|i| i.status).collect();
    cards.iter().map(|card| (card.tally.commune, of(card))).collect()
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Level::Ntm), Just(Level::NangCao)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn improving_a_value_never_loses_an_indicator(
        level in level(),
        given in prop::collection::vec(given(), 80),
        place in 0..80usize,
        step in 1..1000u32,
    ) {
        let library = library();
        let score = |improved| {
            cards(&library, &[source("a", &text(&file(level, &given, improved)))]).remove(0)
        };
        let (before, after) = (score(None), score(Some((place, step))));
        let tallies = (&before.tally, &after.tally);
        prop_assert!(tallies.0.criteria_met() <= tallies.1.criteria_met());
        prop_assert!(tallies.0.progress <= tallies.1.progress);
        for (before, after) in before.indicators.iter().zip(&after.indicators) {
            prop_assert!(!before.status.counts_as_met() || after.status.counts_as_met());
            prop_assert!(before.attainment <= after.attainment);
        }
    }

    #[test]
    fn order_and_splitting_of_rows_and_files_do_not_matter(
        given in prop::collection::vec(given(), 80),
        seed in any::<u64>(),
        pieces in 1..4usize,
    ) {
        let library = library();
        let rows = file(Level::Ntm, &given, None);
        let whole = cards(&library, &[source("a", &text(&rows))]);
        let mut shuffled = rows;
        // A fixed shuffle: the seed is the case.
        shuffled.sort_by_key(|row| row.bytes().fold(seed, |hash, b| {
            (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
        }));
        let size = shuffled.len().div_ceil(pieces).max(1);
        let chunks = shuffled.chunks(size).enumerate();
        let files: Vec<Source> =
            chunks.map(|(n, rows)| source(&format!("{n}"), &text(rows))).collect();
        prop_assert_eq!(statuses(&whole), statuses(&cards(&library, &files)));
    }
}

/// The cells that give exactly the threshold.
fn at_threshold(indicator: &ResolvedIndicator, require: &Requirement) -> String {
    match &require.threshold.as_ref().unwrap().value {
        Value::YesNo(_) => "đạt".to_owned(),
        Value::Number(number) => number.rounded(6),
        Value::Grade(place) => indicator.grades[*place].clone(),
    }
}

#[test]
fn a_value_at_its_threshold_passes_in_every_region_and_year() {
    let library = library();
    for level in [Level::Ntm, Level::NangCao] {
        for region in ["TDMNPB", "DBSH", "BTB", "DHNTB", "TN", "DNB", "DBSCL"] {
            for year in 2022..=2025 {
                let month = format!("{year}-06");
                let roster = format!("{ROSTER}11111,Mẫu,22,{region}\n");
                let case = CommuneProfile {
                    region: Some(region.into()),
                    province: Some("22".into()),
                    ..CommuneProfile::default()
                };
                let law = library.resolve(level, Period::parse(&month).unwrap(), &case).unwrap();
                let mut data = "commune,period,level,indicator,part,value\n".to_owned();
                for indicator in &law.indicators {
                    for r in indicator.require.iter().filter(|r| r.threshold.is_some()) {
                        let value = at_threshold(indicator, r);
                        let (id, part) = (indicator.id, &r.part);
                        data += &format!("11111,{month},{level},{id},{part},{value}\n");
                    }
                }
                let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
                let (roster, _) = Roster::parse_files(&[source("communes", &roster)], &columns);
                let read = intake::read_files(
                    &[source("a", &data)],
                    &roster,
                    &library,
                    Options::default(),
                );
                assert!(read.findings.is_empty(), "{:?}", read.findings);
                let card = score(&read.submissions[0]);
                for (law, indicator) in law.indicators.iter().zip(&card.indicators) {
                    let open = law.require.iter().any(|r| r.threshold.is_none());
                    let expected = if open { Status::Undetermined } else { Status::Met };
                    assert_eq!(indicator.status, expected, "{} {region} {month}", law.id);
                }
            }
        }
    }
}

#[test]
fn the_sample_scores_the_same_in_any_order_of_files() {
    let library: Library = library();
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let roster = std::fs::read_to_string(format!(
        "{}/data/mong-cai/communes.csv",
        env!("CARGO_MANIFEST_DIR")
    ));
    let (roster, _) = Roster::parse_files(&[source("communes", &roster.unwrap())], &columns);
    let score_all = |files: &[Source]| {
        let read = intake::read_files(files, &roster, &library, Options::default());
        assert!(read.findings.is_empty());
        statuses(&read.submissions.iter().map(score).collect::<Vec<_>>())
    };
    let (forward, mut backward) = (sample(), sample());
    backward.reverse();
    assert_eq!(score_all(&forward), score_all(&backward));
}

#[test]
fn any_number_of_threads_gives_the_same_findings_and_scores() {
    let library = library();
    let mut files = sample();
    files.extend((0..40).map(|number| {
        let rows = format!("0672{},1.1,,đạt,,\n06727,{number}.1,,đạt,,\n", number % 10);
        source(
            &format!("faulty-{number}"),
            &format!("{}{rows}", HEADER.replace("period,level,", "")),
        )
    }));
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let (roster, _) = Roster::parse_files(&[source("communes", ROSTER)], &columns);
    let options = Options { period: Period::parse("2022-05"), ..Options::default() };
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let read = intake::read_files(&files, &roster, &library, options);
            let told: Vec<String> =
                read.findings.iter().map(|f| format!("{:?}", f.problem)).collect();
            (told, statuses(&read.submissions.iter().map(score).collect::<Vec<_>>()))
        })
    };
    let one = run(1);
    assert!(one.0.len() > 40 && !one.1.is_empty());
    for threads in [2, 3, 8] {
        assert_eq!(run(threads), one, "{threads} threads");
    }
}
