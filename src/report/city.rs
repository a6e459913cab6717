//! What a city must reach over all its communes, as a page.

use super::ladder::{names, rest, title};
use super::{Cell, LadderReport, Page, Table, Tone, at_least, unbroken, wide, words};
use crate::analysis::city::{City, Count, Verdict};
use crate::law::{CityCondition, CitySet, Confidence};
use crate::text::{self, Text, ladder as say};

/// The page of the cities: a table each.
pub fn city(ladder_report: &LadderReport, set: &CitySet, cities: &[City]) -> Page {
    let several = cities.len() > 1;
    let tables = cities.iter().map(|city| table(ladder_report, city, several)).collect();
    let open = set.conditions.iter().filter(|c| c.confidence != Confidence::Confirmed).count();
    let mut notes = vec![(Tone::Faint, say::city_counts())];
    let unmet = cities.iter().flat_map(|city| &city.verdicts);
    let unmet = unmet.filter_map(|verdict| verdict.count.as_ref()).filter(|count| !count.met());
    notes.extend(rest(unmet.flat_map(|count| [count.nearly.as_slice(), &count.lacking])));
    if open > 0 {
        notes.push((Tone::Doubt, say::city_not_confirmed(open, set.conditions.len())));
    }
    if ladder_report.lenient {
        notes.push((Tone::Bad, text::lenient_note(ladder_report.faults)));
    }
    let mut lead: Vec<Text> = cities.iter().map(|city| in_all(city, several)).collect();
    lead.push(text::sets_used(&set.id));
    Page {
        title: say::city_title(ladder_report.period, words::voice(ladder_report.voice), &set.title),
        lead,
        tables,
        notes,
    }
}

fn in_all(city: &City, several: bool) -> Text {
    let counted = || city.verdicts.iter().filter_map(|verdict| verdict.count.as_ref());
    let met = counted().filter(|count| count.met()).count();
    let by_hand = || city.verdicts.iter().filter(|verdict| verdict.count.is_none());
    let answered = by_hand().filter(|verdict| verdict.met() == Some(true)).count();
    let by_hand = text::out_of(answered, by_hand().count());
    let said = say::city_in_all(text::out_of(met, counted().count()), by_hand);
    match city.district.filter(|_| several) {
        Some(district) => text::labelled(say::district(district), said),
        None => said,
    }
}

fn table(ladder_report: &LadderReport, city: &City, several: bool) -> Table {
    let rows = city.verdicts.iter().map(|verdict| row(ladder_report, city, verdict));
    let caption = city.district.filter(|_| several).map(say::district);
    Table {
        caption,
        columns: vec![
            unbroken(text::number_short()),
            wide(say::condition()),
            at_least(text::result(), 12),
            at_least(text::what_is_lacking(), 20),
        ],
        rows: rows.collect(),
    }
}

fn row(ladder_report: &LadderReport, city: &City, verdict: &Verdict) -> Vec<Cell> {
    let condition = verdict.condition;
    let name = [
        Text::same(&condition.name),
        text::in_brackets(Text::join(
            &[Text::same(&condition.basis), words::confidence(condition.confidence)],
            "; ",
        )),
    ];
    let mut row = vec![Cell::same(condition.no), Cell::lines(name)];
    match &verdict.count {
        None => row.extend(found_by_hand(verdict)),
        Some(count) => {
            let (words, tone) = if count.met() {
                (say::city_met(), Tone::Good)
            } else {
                (text::not_met(), Tone::Bad)
            };
            let of = text::out_of(count.there.len(), city.communes);
            row.push(Cell::lines([words, text::so_many_communes(of)]).tone(tone));
            row.push(Cell::lines(lacking(ladder_report, condition, count)));
        }
    }
    row
}

/// What the office found, as its word and not the program's.
fn found_by_hand(verdict: &Verdict) -> [Cell; 2] {
    let Some(answer) = verdict.answer else {
        return [Cell::words(say::by_hand()).tone(Tone::Doubt), Cell::words(say::check_by_hand())];
    };
    let (words, tone) =
        if answer.met { (text::met(), Tone::Good) } else { (text::not_met(), Tone::Bad) };
    let proof = match &answer.evidence {
        Some(evidence) => say::proved_by(evidence),
        None => text::no_evidence(),
    };
    [Cell::lines([words, text::in_brackets(say::by_hand())]).tone(tone), Cell::words(proof)]
}

fn lacking(ladder_report: &LadderReport, condition: &CityCondition, count: &Count) -> Vec<Text> {
    let mut lines = Vec::new();
    if !count.unchecked.is_empty() {
        lines.push(say::held_unchecked(names(ladder_report, &count.unchecked)));
    }
    if count.met() {
        return lines;
    }
    lines.push(say::communes_needed(count.needed));
    if !count.nearly.is_empty() {
        let level = condition.share.as_ref().map(|(level, _)| title(*level)).unwrap_or_default();
        lines.push(say::criteria_met_by(level, names(ladder_report, &count.nearly)));
    }
    if !count.lacking.is_empty() {
        lines.push(say::criteria_lacking(names(ladder_report, &count.lacking)));
    }
    lines
}
