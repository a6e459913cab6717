//! The verdicts on cities as CSV.

use std::io::{self, Write};

use super::rows::Rows;
use crate::analysis::city::City;
use crate::report::LadderReport;

/// A row per city and condition.
///
/// # Errors
/// When `out` cannot be written to.
pub fn city(ladder_report: &LadderReport, cities: &[City], out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.write([
        "district",
        "period",
        "source",
        "no",
        "name",
        "level",
        "at_least",
        "met",
        "communes",
        "there",
        "needed",
        "criteria_met",
        "lacking",
        "confidence",
        "basis",
        "evidence",
    ])?;
    let period = ladder_report.period.to_string();
    let codes = |places: &[usize]| {
        let codes = places.iter().map(|place| ladder_report.roster.communes[*place].code.as_str());
        codes.collect::<Vec<_>>().join(";")
    };
    for city in cities {
        for verdict in &city.verdicts {
            let (of, count) = (verdict.condition, verdict.count.as_ref());
            let share = of.share.as_ref();
            rows.write([
                city.district.unwrap_or_default(),
                &period,
                ladder_report.voice.as_str(),
                &of.no.to_string(),
                &of.name,
                share.map_or("", |(level, _)| level.as_str()),
                &share.map(|(_, share)| share.to_string()).unwrap_or_default(),
                verdict.met().map_or("", |met| if met { "true" } else { "false" }),
                &city.communes.to_string(),
                &count.map(|count| codes(&count.there)).unwrap_or_default(),
                &count.map(|count| count.needed.to_string()).unwrap_or_default(),
                &count.map(|count| codes(&count.nearly)).unwrap_or_default(),
                &count.map(|count| codes(&count.lacking)).unwrap_or_default(),
                of.confidence.as_str(),
                &of.basis,
                verdict.answer.and_then(|answer| answer.evidence.as_deref()).unwrap_or_default(),
            ])?;
        }
    }
    rows.flush()
}
