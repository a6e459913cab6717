//! The lines above the tables: what was lost, the council's means, how much changed.

use super::inputs::{DiffReport, Only};
use super::{doubts, tables};
use crate::analysis::diff::{Cause, CommuneChange, Kind};
use crate::exact::Exact;
use crate::report::communes::{MOST_NAMES, layers_named, sets_used};
use crate::report::{two, words};
use crate::text::{self as catalogue, Text, diff as text};

pub(super) fn title(diff_report: &DiffReport) -> Text {
    let (old, new) = (&diff_report.old, &diff_report.new);
    let voice = words::voice(new.voice);
    match diff_report.sets {
        None => text::diff_title(words::level(diff_report.level), old.period, new.period, voice),
        Some(_) => text::diff_sets_title(words::level(diff_report.level), new.period, voice),
    }
}

/// What was lost comes first; where the page is confined, that it is, for what was lost
/// elsewhere is not on it.
pub(super) fn lines(diff_report: &DiffReport) -> Vec<Text> {
    let mut lines: Vec<Text> = confined(diff_report).into_iter().collect();
    lines.extend(doubts::compared_of(diff_report));
    lines.push(lost(diff_report));
    let lost = criteria(diff_report, |commune| &commune.lost);
    lines.extend(lost.map(text::criteria_lost));
    // Means over all indicators would say nothing of what the page is about.
    if diff_report.only.is_none() || diff_report.comparison.communes.is_empty() {
        lines.push(means(diff_report));
    }
    lines.extend(left_out(diff_report));
    let gained = criteria(diff_report, |commune| &commune.gained);
    lines.extend(gained.map(text::criteria_gained));
    if !diff_report.comparison.communes.is_empty() {
        lines.push(counted(diff_report));
    }
    lines.extend(sets(diff_report));
    lines
}

/// What the page is confined to.
fn confined(diff_report: &DiffReport) -> Option<Text> {
    Some(text::only_about(match diff_report.only.as_ref()? {
        Only::Criterion(no) => text::about_criterion(no),
        Only::Indicators(ids) => {
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            text::about_indicators(ids.join(", "))
        }
    }))
}

/// The indicators lost, by commune.
fn lost(diff_report: &DiffReport) -> Text {
    let lost = || diff_report.comparison.changes().filter(|(_, change)| change.kind == Kind::Lost);
    let by_law = lost().filter(|(_, change)| change.cause != Cause::Data).count();
    let count = lost().count();
    if count == 0 {
        return text::nothing_lost();
    }
    let ids = |commune: &CommuneChange| {
        let lost = commune.changes.iter().filter(|change| change.kind == Kind::Lost);
        let id = |place: usize| commune.new_law.indicators[place].id.to_string();
        lost.map(|change| id(change.new.place)).collect::<Vec<String>>()
    };
    let (communes, items) = by_commune(diff_report, ids);
    let items = match by_law {
        0 => items,
        _ if diff_report.sets.is_some() => items,
        _ => Text::join(&[items, text::of_these_by_law(by_law)], "; "),
    };
    match diff_report.sets {
        None => text::warning_lost(count, communes, items),
        Some(_) => text::warning_lost_under(count, communes, items),
    }
}

/// Some criteria of each commune, by their numbers.
fn criteria(
    diff_report: &DiffReport,
    places: impl Fn(&CommuneChange) -> &Vec<usize>,
) -> Option<Text> {
    let numbers = |commune: &CommuneChange| {
        let no = |place: &usize| commune.new_law.criteria[*place].no.to_string();
        places(commune).iter().map(no).collect::<Vec<String>>()
    };
    let (communes, items) = by_commune(diff_report, numbers);
    (communes > 0).then_some(items)
}

/// How many communes have items, and the first of them with theirs.
fn by_commune(
    diff_report: &DiffReport,
    items: impl Fn(&CommuneChange) -> Vec<String>,
) -> (usize, Text) {
    let all = diff_report.comparison.communes.iter().filter_map(|commune| {
        let items = items(commune);
        let name = &diff_report.new.roster.communes[commune.new].name;
        (!items.is_empty()).then(|| catalogue::side_by_side(name, items.join(", ")))
    });
    let all: Vec<Text> = all.collect();
    let first = Text::join(&all[..all.len().min(MOST_NAMES)], "; ");
    match all.len().checked_sub(MOST_NAMES) {
        None | Some(0) => (all.len(), first),
        Some(more) => (all.len(), text::and_more(first, more)),
    }
}

/// The council's line.
fn means(diff_report: &DiffReport) -> Text {
    let comparison = diff_report.comparison;
    let (old, new) = (&comparison.old, &comparison.new);
    let moved = |old: &Option<Exact>, new: &Option<Exact>| {
        old.as_ref().zip(new.as_ref()).map(|(old, new)| (two(old), two(new)))
    };
    let criteria = moved(&old.criteria_met_mean, &new.criteria_met_mean);
    let indicators = moved(&old.indicators_met_mean, &new.indicators_met_mean);
    let progress = moved(&old.progress_mean, &new.progress_mean);
    let (Some(criteria), Some(indicators), Some(progress)) = (criteria, indicators, progress)
    else {
        return text::no_commune_compared();
    };
    let criteria = text::moved(criteria.0, criteria.1);
    let indicators = text::moved(indicators.0, indicators.1);
    let progress = text::moved(catalogue::percent(progress.0), catalogue::percent(progress.1));
    let communes = comparison.communes.len();
    match diff_report.sets {
        None => text::means_moved(criteria, indicators, progress, communes),
        Some(_) => text::means_moved_under(criteria, indicators, progress, communes),
    }
}

/// Who has a result on one side only, and so is in no mean.
fn left_out(diff_report: &DiffReport) -> Option<Text> {
    let comparison = diff_report.comparison;
    let old = comparison.only_old.iter().map(|absent| (&diff_report.old, absent.place));
    let new = comparison.only_new.iter().map(|absent| (&diff_report.new, absent.place));
    let names: Vec<Text> = old
        .chain(new)
        .map(|(side, place)| {
            let name = &side.roster.communes[place].name;
            Text::same(format_args!("{name} ({})", side.period))
        })
        .collect();
    let first = Text::join(&names[..names.len().min(MOST_NAMES)], ", ");
    let say = |names: Text| match diff_report.only {
        None => text::left_out(names),
        Some(_) => text::not_compared(names),
    };
    match names.len().checked_sub(MOST_NAMES) {
        _ if names.is_empty() => None,
        None | Some(0) => Some(say(first)),
        Some(more) => Some(say(text::and_more(first, more))),
    }
}

fn counted(diff_report: &DiffReport) -> Text {
    let comparison = diff_report.comparison;
    let count =
        |kind: Kind| comparison.communes.iter().map(|commune| commune.count(kind)).sum::<usize>();
    let changed: usize = Kind::ALL.into_iter().map(count).sum();
    let compared = comparison.compared_indicators();
    if changed == 0 {
        return text::nothing_changed();
    }
    let counted = text::counted(
        count(Kind::NewlyMet),
        count(Kind::Lost),
        count(Kind::Closer),
        count(Kind::Further),
        count(Kind::NewlyReported),
        count(Kind::NewlyMissing),
    );
    // What is rare is listed where there is any.
    let rare =
        [Kind::JudgedNow, Kind::UndeterminedNow, Kind::Remeasured, Kind::Applicability].into_iter();
    let rare = rare.filter(|kind| count(*kind) > 0);
    let rare = rare.map(|kind| catalogue::side_by_side(tables::word(kind), count(kind)));
    let unchanged = text::unchanged(compared - changed);
    let all: Vec<Text> = std::iter::once(counted).chain(rare).chain([unchanged]).collect();
    Text::join(&all, "; ")
}

/// The sets of both sides, in one line where they are the same.
fn sets(diff_report: &DiffReport) -> Vec<Text> {
    let (old, new) = (&diff_report.old.summary.layers, &diff_report.new.summary.layers);
    if diff_report.sets.is_none() && old == new {
        return vec![sets_used(new)];
    }
    if diff_report.sets.is_some() {
        return vec![text::sides_layers(layers_named(old), layers_named(new))];
    }
    [(true, old), (false, new)]
        .map(|(of_old, layers)| diff_report.of_side(of_old, &sets_used(layers)))
        .into()
}
