//! `ntm.ladder.city.v1`.

use std::io::{self, Write};

use super::head::head_of_levels;
use super::object::{Fields, Object, object};
use super::{Number, SIX};
use crate::analysis::city::{self, Verdict};
use crate::law::CitySet;
use crate::report::LadderReport;

/// Writes the verdicts on cities as one line of JSON.
pub fn city(
    ladder_report: &LadderReport,
    set: &CitySet,
    cities: &[city::City],
    out: &mut dyn Write,
) -> io::Result<()> {
    let cities = cities.iter().map(|city| {
        let conditions = city.verdicts.iter().map(|verdict| condition(ladder_report, verdict));
        object! {
            district: city.district,
            communes: city.communes,
            conditions: conditions.collect::<Vec<_>>(),
        }
    });
    let set = object! { id: &set.id, title: &set.title, origin: set.origin, sha256: &set.sha256 };
    super::document(
        out,
        &object! {
            head: Fields(head_of_levels("ntm.ladder.city.v1", ladder_report)),
            set,
            cities: cities.collect::<Vec<_>>(),
        },
    )
}

fn condition(ladder_report: &LadderReport, verdict: &Verdict) -> impl Object {
    let (of, count) = (verdict.condition, verdict.count.as_ref());
    let codes = |places: Option<&Vec<usize>>| -> Vec<&String> {
        let code = |place: &usize| &ladder_report.roster.communes[*place].code;
        places.into_iter().flatten().map(code).collect()
    };
    object! {
        no: of.no,
        name: &of.name,
        basis: &of.basis,
        confidence: of.confidence,
        by_hand: of.share.is_none(),
        level: of.share.as_ref().map(|(level, _)| *level),
        at_least: of.share.as_ref().map(|(_, share)| Number(share, SIX)),
        met: verdict.met(),
        evidence: verdict.answer.and_then(|answer| answer.evidence.as_ref()),
        needed: count.map(|count| count.needed),
        there: codes(count.map(|count| &count.there)),
        criteria_met: codes(count.map(|count| &count.nearly)),
        lacking: codes(count.map(|count| &count.lacking)),
    }
}
