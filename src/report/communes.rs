//! The monthly overview: a line per commune and the office's line of means.

use super::{Cell, Heard, Page, Scoring, Table, Tone, column, numeric, two, unbroken, words};
use crate::intake::Voice;
use crate::law::{LayerUse, Origin};
use crate::score::{Tally, percent};
use crate::text::{self, Text};

/// So many names are listed before "and so many more".
pub(super) const MOST_NAMES: usize = 30;

/// The overview of all communes that have reported.
pub fn communes(scoring: &Scoring) -> Page {
    let mut notes = vec![(Tone::Strong, means(scoring))];
    notes.extend(unmet(scoring));
    notes.extend(missing(scoring));
    notes.extend(unfilled(scoring));
    notes.extend(not_reported(scoring));
    notes.extend(heard(scoring).map(|told| (Tone::Doubt, told)));
    notes.extend(caveats(scoring));
    Page { title: title(scoring), lead: lead(scoring), tables: vec![table(scoring)], notes }
}

/// Period, level and voice.
pub(super) fn title(scoring: &Scoring) -> Text {
    let (level, voice) = (words::level(scoring.level), words::voice(scoring.voice));
    text::score_title(level, scoring.period, voice)
}

/// The sets that were used.
pub(super) fn lead(scoring: &Scoring) -> Vec<Text> {
    vec![sets_used(&scoring.summary.layers)]
}

/// A line that names the layers, and those that are the user's own.
pub(super) fn sets_used(layers: &[LayerUse]) -> Text {
    text::sets_used(layers_named(layers))
}

/// The layers in the order in which they are laid.
pub(super) fn layers_named(layers: &[LayerUse]) -> Text {
    let layers = layers.iter().map(|layer| match layer.origin {
        Origin::BuiltIn => Text::same(&layer.id),
        Origin::File => text::from_file(&layer.id),
    });
    let layers: Vec<Text> = layers.collect();
    Text::join(&layers, " + ")
}

fn table(scoring: &Scoring) -> Table {
    Table {
        caption: None,
        columns: vec![
            unbroken(text::commune()),
            numeric(text::criteria_met()),
            numeric(text::percent_sign()),
            numeric(text::indicators_met()),
            numeric(text::percent_sign()),
            numeric(text::progress()),
            column(text::result()),
        ],
        rows: scoring.tallies.iter().map(|tally| row(scoring, tally)).collect(),
    }
}

fn row(scoring: &Scoring, tally: &Tally) -> Vec<Cell> {
    let (criteria, criteria_total) = (tally.criteria_met(), tally.law.criteria.len());
    let (indicators, indicators_total) = (tally.counts().met, tally.law.indicators.len());
    vec![
        Cell::same(&scoring.commune_of(tally).name),
        Cell::words(text::out_of(criteria, criteria_total)),
        Cell::number(percent(criteria, criteria_total), 2),
        Cell::words(text::out_of(indicators, indicators_total)),
        Cell::number(percent(indicators, indicators_total), 2),
        Cell::number(tally.progress.clone(), 2),
        verdict(tally),
    ]
}

/// `đủ` or `chưa đủ`; never that a title is reached, which only the conditions of
/// recognition can say.
pub(super) fn verdict(tally: &Tally) -> Cell {
    if tally.achieved() {
        Cell::words(text::complete()).tone(Tone::Good)
    } else {
        Cell::words(text::incomplete()).tone(Tone::Bad)
    }
}

/// The office's line: `9/9 xã có số liệu; bình quân đạt 13/19 tiêu chí, …`.
pub(super) fn means(scoring: &Scoring) -> Text {
    let summary = scoring.summary;
    let taking_part = summary.communes + scoring.not_reported.len();
    match summary.means.criteria_met_mean.as_ref().zip(summary.means.indicators_met_mean.as_ref()) {
        None => text::nobody_reported(taking_part),
        Some((criteria, indicators)) => text::means(
            summary.communes,
            taking_part,
            two(criteria),
            scoring.common.criteria.len(),
            two(indicators),
            scoring.common.indicators.len(),
        ),
    }
}

/// How many are complete, and what nobody meets.
pub(super) fn unmet(scoring: &Scoring) -> Vec<(Tone, Text)> {
    let (summary, law) = (scoring.summary, scoring.common);
    let mut notes = Vec::new();
    if summary.achieved > 0 {
        let total = law.criteria.len();
        notes.push((Tone::Good, text::how_many_complete(summary.achieved, total)));
    }
    if !summary.unmet_criteria.is_empty() {
        let criteria = summary.unmet_criteria.iter().map(|place| &law.criteria[*place]);
        let names: Vec<String> = criteria.map(|c| format!("{} {}", c.no, c.name)).collect();
        notes.push((Tone::Bad, text::unmet_criteria(names.join("; "))));
    }
    if !summary.unmet_indicators.is_empty() {
        let indicators = summary.unmet_indicators.iter().map(|place| &law.indicators[*place]);
        let ids: Vec<String> = indicators.map(|i| i.id.to_string()).collect();
        notes.push((Tone::Bad, text::unmet_indicators(ids.join(", "))));
    }
    notes
}

/// Who has missing values: they are not met, but may only not be reported yet.
fn missing(scoring: &Scoring) -> Option<(Tone, Text)> {
    let lacking = scoring.tallies.iter().filter(|tally| tally.counts().missing > 0);
    let words = lacking.map(|tally| {
        let name = &scoring.commune_of(tally).name;
        format!("{name} {}", tally.counts().missing)
    });
    let words: Vec<String> = words.collect();
    let listed = words[..words.len().min(MOST_NAMES)].join(", ");
    match words.len() {
        0 => None,
        count if count <= MOST_NAMES => Some((Tone::Doubt, text::values_missing(listed))),
        count => {
            let more = count - MOST_NAMES;
            Some((Tone::Doubt, text::values_missing_and_more(listed, more)))
        }
    }
}

/// Who handed in a form that nobody filled in: counted as reported, with nothing in it.
pub(super) fn unfilled(scoring: &Scoring) -> Option<(Tone, Text)> {
    let names = names_unfilled(scoring);
    let shown = names[..names.len().min(MOST_NAMES)].join(", ");
    let note = match names.len() {
        0 => return None,
        count if count <= MOST_NAMES => text::unfilled(count, shown),
        count => text::unfilled_and_more(count, shown, count - MOST_NAMES),
    };
    Some((Tone::Bad, note))
}

/// Their names.
pub(super) fn names_unfilled<'a>(scoring: &Scoring<'a>) -> Vec<&'a str> {
    let empty = scoring.submissions.iter().filter(|submission| submission.empty_rows().is_some());
    empty.map(|submission| scoring.roster.communes[submission.commune].name.as_str()).collect()
}

pub(super) fn not_reported(scoring: &Scoring) -> Option<(Tone, Text)> {
    let all = scoring.not_reported;
    let name = |place: &usize| scoring.roster.communes[*place].name.as_str();
    let names: Vec<&str> = all.iter().take(MOST_NAMES).map(name).collect();
    let names = names.join(", ");
    let note = match all.len() {
        0 => return None,
        count if count <= MOST_NAMES => text::not_reported(count, names),
        count => text::not_reported_and_more(count, names, count - MOST_NAMES),
    };
    Some((Tone::Doubt, note))
}

/// Who has rows of other voices alone, and whose.
pub fn heard(scoring: &Scoring) -> Option<Text> {
    let all = scoring.heard;
    let of_all = common_voice(all);
    let named = |heard: &Heard| {
        let commune = &scoring.roster.communes[heard.commune];
        let voices: Vec<Text> = heard.voices.iter().map(|voice| words::voice(*voice)).collect();
        match of_all {
            Some(_) => text::with_brackets(&commune.name, &commune.code),
            None => text::commune_heard(&commune.name, &commune.code, Text::join(&voices, ", ")),
        }
    };
    let mut names: Vec<Text> = all.iter().take(MOST_NAMES).map(named).collect();
    if all.len() > MOST_NAMES {
        names.push(Text::same("…"));
    }
    let names = Text::join(&names, "; ");
    let spoken = |voice: &Voice| all.iter().any(|heard| heard.voices.contains(voice));
    let options = Voice::ALL.into_iter().filter(spoken);
    let options: Vec<String> = options.map(|voice| format!("--source {voice}")).collect();
    let (wanted, options) = (words::voice(scoring.voice), options.join(", "));
    let note = || match of_all {
        Some(voice) => {
            text::heard_by_one_other(all.len(), names, wanted, words::voice(voice), options)
        }
        None => text::heard_by_others(all.len(), names, wanted, options),
    };
    (!all.is_empty()).then(note)
}

/// The one voice that speaks of all of them.
fn common_voice(all: &[Heard]) -> Option<Voice> {
    let [voice] = all.first()?.voices[..] else {
        return None;
    };
    all.iter().all(|heard| heard.voices == [voice]).then_some(voice)
}

/// What keeps the result from being final: thresholds that nobody has confirmed,
/// faults that were passed over, what the sets say of themselves.
pub(super) fn caveats(scoring: &Scoring) -> Vec<(Tone, Text)> {
    let counts = scoring.summary.thresholds;
    let mut notes = Vec::new();
    if scoring.lenient {
        notes.push((Tone::Bad, text::lenient_note(scoring.faults)));
    }
    if scoring.misread > 0 {
        notes.push((Tone::Bad, text::misread_note(scoring.misread)));
    }
    let (u, a, n) = (counts.unconfirmed, counts.assumed, counts.undetermined);
    if u + a + n > 0 {
        let total = scoring.common.indicators.len();
        notes.push((Tone::Doubt, text::not_confirmed(u + a + n, total, u, a, n)));
    }
    for caution in &scoring.summary.cautions {
        notes.push((Tone::Doubt, text::caution(caution)));
    }
    notes
}
