//! `ntm.ladder.city.v1`.

use std::io::{self, Write};

use serde::Serialize;

use super::head::Head;
use super::{Number, SIX};
use crate::analysis::city::{self, Verdict};
use crate::law::CitySet;
use crate::report::LadderReport;

#[derive(Serialize)]
struct CityDocument<'a> {
    #[serde(flatten)]
    head: Head,
    set: SetEntry<'a>,
    cities: Vec<CityEntry<'a>>,
}

#[derive(Serialize)]
struct SetEntry<'a> {
    id: &'a str,
    title: &'a str,
    origin: &'static str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct CityEntry<'a> {
    district: Option<&'a str>,
    communes: usize,
    conditions: Vec<ConditionEntry<'a>>,
}

#[derive(Serialize)]
struct ConditionEntry<'a> {
    no: u16,
    name: &'a str,
    basis: &'a str,
    confidence: &'static str,
    by_hand: bool,
    level: Option<&'static str>,
    at_least: Option<Number<'a>>,
    met: Option<bool>,
    evidence: Option<&'a str>,
    needed: Option<usize>,
    there: Vec<&'a str>,
    criteria_met: Vec<&'a str>,
    lacking: Vec<&'a str>,
}

/// Writes the verdicts on cities as one line of JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn city(
    ladder_report: &LadderReport,
    set: &CitySet,
    cities: &[city::City],
    out: &mut dyn Write,
) -> io::Result<()> {
    let cities = cities.iter().map(|city| CityEntry {
        district: city.district,
        communes: city.communes,
        conditions: city.verdicts.iter().map(|verdict| condition(ladder_report, verdict)).collect(),
    });
    let (id, title, sha256) = (&set.id, &set.title, &set.sha256);
    let document = CityDocument {
        head: Head::of_levels("ntm.ladder.city.v1", ladder_report),
        set: SetEntry { id, title, origin: set.origin.as_str(), sha256 },
        cities: cities.collect(),
    };
    super::write(out, &document)?;
    out.write_all(b"\n")
}

fn condition<'a>(ladder_report: &LadderReport<'a>, verdict: &'a Verdict) -> ConditionEntry<'a> {
    let (of, count) = (verdict.condition, verdict.count.as_ref());
    let codes = |places: Option<&Vec<usize>>| {
        let code = |place: &usize| ladder_report.roster.communes[*place].code.as_str();
        places.into_iter().flatten().map(code).collect()
    };
    ConditionEntry {
        no: of.no,
        name: &of.name,
        basis: &of.basis,
        confidence: of.confidence.as_str(),
        by_hand: of.share.is_none(),
        level: of.share.as_ref().map(|(level, _)| level.as_str()),
        at_least: of.share.as_ref().map(|(_, share)| Number(share, SIX)),
        met: verdict.met(),
        evidence: verdict.answer.and_then(|answer| answer.evidence.as_deref()),
        needed: count.map(|count| count.needed),
        there: codes(count.map(|count| &count.there)),
        criteria_met: codes(count.map(|count| &count.nearly)),
        lacking: codes(count.map(|count| &count.lacking)),
    }
}
