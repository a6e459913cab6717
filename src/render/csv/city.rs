//! The verdicts on cities as CSV.

use std::io::{self, Write};

use super::{list, shown, table};
use crate::analysis::city::{City, Count, Verdict};
use crate::report::LadderReport;

type Row<'a> = (&'a LadderReport<'a>, &'a City<'a>, &'a Verdict<'a>);

const COLUMNS: &[(&str, fn(&Row) -> String)] = &[
    ("district", |(_, city, _)| shown(city.district)),
    ("period", |(report, ..)| report.period.to_string()),
    ("source", |(report, ..)| report.voice.to_string()),
    ("no", |(.., verdict)| verdict.condition.no.to_string()),
    ("name", |(.., verdict)| verdict.condition.name.clone()),
    ("level", |(.., verdict)| shown(verdict.condition.share.as_ref().map(|(level, _)| level))),
    ("at_least", |(.., verdict)| shown(verdict.condition.share.as_ref().map(|(_, share)| share))),
    ("met", |(.., verdict)| shown(verdict.met())),
    ("communes", |(_, city, _)| city.communes.to_string()),
    ("there", |row| codes(row, |count| &count.there)),
    ("needed", |(.., verdict)| shown(verdict.count.as_ref().map(|count| count.needed))),
    ("criteria_met", |row| codes(row, |count| &count.nearly)),
    ("lacking", |row| codes(row, |count| &count.lacking)),
    ("confidence", |(.., verdict)| verdict.condition.confidence.to_string()),
    ("basis", |(.., verdict)| verdict.condition.basis.clone()),
    ("evidence", |(.., verdict)| shown(verdict.answer.and_then(|a| a.evidence.as_ref()))),
];

/// A row per city and condition.
pub fn city(ladder_report: &LadderReport, cities: &[City], out: &mut dyn Write) -> io::Result<()> {
    let rows = cities
        .iter()
        .flat_map(|city| city.verdicts.iter().map(move |verdict| (ladder_report, city, verdict)));
    table(COLUMNS, rows, out)
}

fn codes((report, _, verdict): &Row, of: fn(&Count) -> &Vec<usize>) -> String {
    let communes = verdict.count.iter().flat_map(of);
    let codes = communes.map(|place| report.roster.communes[*place].code.as_str());
    list(codes)
}
