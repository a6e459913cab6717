//! The sample's files, polluted as offices, spreadsheets and the post do it: whatever was
//! done to one, it gives the same values, or an error; and what is merely another way to
//! write a table is read.
//!
//! A small selection runs here; `NTM_POLLUTE=all cargo test --release --test it polluted::` runs
//! every case. The same cases come up in each run.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ntm::intake::{Content, Intake, Options, Source, Submission};
use ntm::score::tally;

use crate::pollute::{Case, Right, Table};

fn roster() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/mong-cai/communes.csv");
    std::fs::read_to_string(path).unwrap()
}

fn read(name: &str, bytes: &[u8]) -> Intake {
    let content = Content::Bytes(bytes.to_vec());
    let file =
        crate::common::in_folder("2022-05", Source { content, ..crate::common::source(name, "") });
    crate::common::read_as(&roster(), &[file], Options::default())
}

/// Every value and verdict that was read.
fn values(read: &Intake) -> String {
    let mut all = String::new();
    let mut submissions: Vec<&Submission> = read.submissions.iter().collect();
    submissions.sort_by_key(|s| (s.commune, s.level, s.voice));
    for submission in submissions {
        let (tally, values) = (tally(submission), submission.observations());
        let who = (submission.commune, submission.period, submission.level, submission.voice);
        let _ = writeln!(all, "{who:?} {:?} {:?}", tally.statuses, &*values);
    }
    all
}

/// What is wrong with how a case was read; `None` where it is right.
fn wrong(case: &Case, clean: &str) -> Option<String> {
    let read = read(case.file, &case.bytes);
    let told = crate::common::told(&read);
    let errors = read.findings.iter().filter(|finding| finding.problem.is_error()).count();
    let same = values(&read) == clean;
    let warned = |code: &str| told.iter().any(|problem| problem.contains(code));
    let right = match case.right {
        Right::Same => errors == 0 && same,
        Right::Error => errors > 0,
        Right::OneError => errors == 1,
        Right::SameOrError => errors > 0 || same,
        Right::Warning(code) => errors > 0 || warned(code),
    };
    let told = &told[..told.len().min(8)];
    (!right).then(|| format!("{:?}: {errors} errors, same: {same}, told: {told:?}", case.right))
}

#[test]
fn no_pollution_changes_a_value_unsaid_and_no_clean_form_is_refused() {
    let whole = std::env::var_os("NTM_POLLUTE").is_some_and(|wanted| wanted == "all");
    let mut clean: BTreeMap<&str, String> = BTreeMap::new();
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut cases = 0;
    for table in Table::all() {
        let text = table.text();
        let plain = read(table.file, text.as_bytes());
        assert!(plain.findings.is_empty(), "{}: {:?}", table.name, crate::common::told(&plain));
        clean.insert(table.name, values(&plain));
        for case in crate::pollute::cases(&table, if whole { 40 } else { 2 }) {
            cases += 1;
            if let Some(wrong) = wrong(&case, &clean[table.name]) {
                if let Some(folder) = std::env::var_os("NTM_POLLUTE_KEEP") {
                    let name = format!("{}-{}-{}.csv", table.name, case.kind, case.number);
                    std::fs::write(std::path::Path::new(&folder).join(name), &case.bytes).unwrap();
                }
                let told = format!("{} {}: {wrong}", table.name, case.number);
                faults.entry(case.kind.to_owned()).or_default().push(told);
            }
        }
    }
    let mut told = String::new();
    for (kind, faults) in &faults {
        let _ = writeln!(told, "{kind}: {}", faults.len());
        faults.iter().take(3).for_each(|fault| {
            let _ = writeln!(told, "    {fault}");
        });
    }
    assert!(faults.is_empty(), "of {cases} cases\n{told}");
    assert!(cases > if whole { 3000 } else { 200 }, "{cases}");
}
