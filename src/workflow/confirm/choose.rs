//! Which thresholds of a file are meant, and the figure that is to stand there.

use std::collections::BTreeSet;

use super::attestation::{Attestation, ids};
use crate::exact::Exact;
use crate::fold;
use crate::intake;
use crate::law::{
    Clause, ClauseKind, Confidence, Draft, IndicatorId, Measure, SetFile, Spot, Stated,
};
use crate::problem::Stop;
use crate::text::{self, Text};

/// What is to be confirmed.
pub(super) struct Chosen {
    /// The places among all that the file states.
    pub(super) places: BTreeSet<usize>,
    /// The clauses, by their places among all of the file.
    pub(super) clauses: BTreeSet<usize>,
    /// Meant too, but confirmed before.
    pub(super) before: Vec<String>,
    figure: Option<String>,
}

impl Chosen {
    /// The figure to be written, as TOML.
    pub(super) fn figure(&self) -> Option<&str> {
        self.figure.as_deref()
    }
}

pub(super) fn choose(
    attestation: &Attestation,
    file: &SetFile,
    (stated, clauses): (&[Stated], &[Clause]),
    draft: &Draft,
) -> Result<Chosen, Stop> {
    let Named { indicators, kinds } = named(attestation, file, stated, clauses)?;
    let column = column(attestation, file)?;
    if let (true, Some(_)) = (indicators.len() != 1 || !kinds.is_empty(), &attestation.value) {
        let message = text::confirm::one_indicator_for_value();
        return Err(Stop::usage(message, text::confirm::name_one_indicator()));
    }
    let all = indicators.is_empty() && kinds.is_empty();
    let places = if all {
        in_column(attestation, stated, column)?
    } else {
        let mut places = BTreeSet::new();
        let mut stops = Vec::new();
        for id in &indicators {
            match of_indicator(attestation, (*id, column), file, stated, draft) {
                Ok(found) => places.extend(found),
                Err(stop) => stops.push(stop),
            }
        }
        Stop::all(stops)?;
        places
    };
    if let Some(value) = &attestation.value {
        let figure = Some(figure(attestation, value, &places, file, stated, draft)?);
        return Ok(Chosen { places, clauses: BTreeSet::new(), before: Vec::new(), figure });
    }
    let is_open = |place: &usize| stated[*place].confidence != Confidence::Confirmed;
    let (open, done): (BTreeSet<usize>, BTreeSet<usize>) = places.into_iter().partition(is_open);
    // What nobody named was not to be confirmed anew.
    let mut before = if all { Vec::new() } else { ids(stated, done.into_iter()) };
    let now = ids(stated, open.iter().copied());
    before.retain(|id| !now.contains(id));
    let meant = clauses.iter().enumerate().filter(|(_, clause)| {
        // Of a column only the rules that send communes to it.
        let of_column = || column.is_none() || clause.column.is_some_and(|own| Some(own) == column);
        if all { of_column() } else { kinds.contains(&clause.kind) }
    });
    let is_open = |(_, clause): &(usize, &Clause)| clause.confidence != Confidence::Confirmed;
    let (open_clauses, done): (Vec<_>, Vec<_>) = meant.partition(is_open);
    if !all {
        let mut kinds: Vec<ClauseKind> = done.iter().map(|(_, clause)| clause.kind).collect();
        kinds.dedup();
        kinds.retain(|kind| open_clauses.iter().all(|(_, clause)| clause.kind != *kind));
        before.extend(kinds.iter().map(|kind| kind.word().to_owned()));
    }
    let clauses = open_clauses.into_iter().map(|(place, _)| place).collect();
    Ok(Chosen { places: open, clauses, before, figure: None })
}

/// What is named.
#[derive(Default)]
struct Named {
    indicators: BTreeSet<IndicatorId>,
    kinds: BTreeSet<ClauseKind>,
}

/// The indicators and clauses named; everything that is wrong with any is told.
fn named(
    attestation: &Attestation,
    file: &SetFile,
    stated: &[Stated],
    clauses: &[Clause],
) -> Result<Named, Stop> {
    let known: BTreeSet<IndicatorId> = file.set.ids().collect();
    let kinds = ClauseKind::ALL.map(|kind| (kind.word(), kind));
    // As the file writes it too.
    let keys = ClauseKind::ALL.map(|kind| (kind.as_str(), kind));
    let words = known.iter().map(ToString::to_string);
    let words: Vec<String> =
        words.chain(kinds.iter().map(|(word, _)| (*word).to_owned())).collect();
    let (mut found, mut stops) = (Named::default(), Vec::new());
    for name in &attestation.indicators {
        if let Some(kind) = fold::find(fold::trim(name), kinds.into_iter().chain(keys)) {
            stops.extend(clause_stops(attestation, file, clauses, kind));
            found.kinds.insert(kind);
            continue;
        }
        let id = intake::parse_indicator(fold::trim(name)).filter(|id| known.contains(id));
        match id {
            Some(id) if stated.iter().any(|stated| stated.indicator == id) => {
                found.indicators.insert(id);
            }
            Some(id) if file.taken_away().contains(&id) => {
                let message = text::confirm::not_stated_here(id, &attestation.set);
                stops.push(Stop::usage(message, text::confirm::write_new_figure(id)));
            }
            Some(id) => {
                let message = text::confirm::not_stated_here(id, &attestation.set);
                let place = stated_where(file, id);
                stops.push(Stop::usage(message, text::confirm::confirm_there(place)));
            }
            None => {
                let near = fold::nearest(name, words.iter().map(String::as_str));
                let hint = text::near_or(&near, text::write_indicator_id());
                let quoted = text::explain::quoted(name);
                let message = text::explain::unknown_indicators(quoted, &file.set.id);
                stops.push(Stop::usage(message, hint));
            }
        }
    }
    Stop::all(stops)?;
    Ok(found)
}

/// Why a clause that is named cannot be confirmed.
fn clause_stops(
    attestation: &Attestation,
    file: &SetFile,
    clauses: &[Clause],
    kind: ClauseKind,
) -> Vec<Stop> {
    let word = kind.word();
    if clauses.iter().all(|clause| clause.kind != kind) {
        let message = text::confirm::no_such_clause(&attestation.set, kind.as_str());
        let hint = if file.is_layer() {
            text::confirm::see_clauses(&file.set.id)
        } else {
            text::confirm::leave_out_word(word)
        };
        return vec![Stop::usage(message, hint)];
    }
    let given = [
        ("--value", attestation.value.is_some()),
        ("--region", attestation.region.is_some()),
        ("--year", attestation.year.is_some()),
        ("--part", attestation.part.is_some()),
    ];
    let given = given.into_iter().filter(|(_, given)| *given);
    let stop = |(option, _)| {
        let message = text::confirm::clause_is_one(word, option);
        Stop::usage(message, text::confirm::leave_out_of_clause(option, word))
    };
    given.map(stop).collect()
}

/// Which files state an indicator that this one does not.
fn stated_where(file: &SetFile, id: IndicatorId) -> Text {
    match file.set.stating(id).as_slice() {
        [] => text::confirm::stated_by_none(id),
        files => text::confirm::stated_by(id, files.join(", ")),
    }
}

fn column(attestation: &Attestation, file: &SetFile) -> Result<Option<usize>, Stop> {
    let Some(key) = &attestation.region else {
        return Ok(None);
    };
    let columns = file.columns();
    let found = columns.find(key);
    found.map(Some).ok_or_else(|| {
        let known: Vec<&str> = (0..columns.count()).map(|column| columns.key(column)).collect();
        Stop::usage(text::no_column(key), text::one_of(known.join(", ")))
    })
}

/// All thresholds of the file, or all of a column.
fn in_column(
    attestation: &Attestation,
    stated: &[Stated],
    column: Option<usize>,
) -> Result<BTreeSet<usize>, Stop> {
    let places: BTreeSet<usize> =
        meant(stated, |stated| column.is_none_or(|column| is_of(stated, column))).collect();
    match (places.is_empty(), &attestation.region) {
        (true, Some(region)) => {
            Err(Stop::usage(text::confirm::none_in_region(region), text::see_sets()))
        }
        _ => Ok(places),
    }
}

/// Whether a figure is of a column; a factor is of all.
fn is_of(stated: &Stated, column: usize) -> bool {
    stated.factor || stated.column == column
}

fn meant(stated: &[Stated], is: impl Fn(&Stated) -> bool) -> impl Iterator<Item = usize> {
    let all = stated.iter().enumerate().filter(move |(_, stated)| is(stated));
    all.map(|(place, _)| place)
}

/// The thresholds of one indicator that the options leave.
fn of_indicator(
    attestation: &Attestation,
    (id, column): (IndicatorId, Option<usize>),
    file: &SetFile,
    stated: &[Stated],
    draft: &Draft,
) -> Result<BTreeSet<usize>, Stop> {
    let mut places: BTreeSet<usize> = meant(stated, |stated| stated.indicator == id).collect();
    let mut keep = |is: &dyn Fn(&Stated) -> bool, refusal: Text, choices: BTreeSet<String>| {
        places.retain(|place| is(&stated[*place]));
        if places.is_empty() {
            Err(Stop::usage(
                refusal,
                if choices.is_empty() {
                    text::confirm::none_of_its_own()
                } else {
                    text::one_of(choices.into_iter().collect::<Vec<_>>().join(", "))
                },
            ))
        } else {
            Ok(())
        }
    };
    let own: Vec<&Stated> = stated.iter().filter(|stated| stated.indicator == id).collect();
    if let Some(part) = &attestation.part {
        let parts: BTreeSet<String> =
            own.iter().map(|s| s.part.clone()).filter(|part| !part.is_empty()).collect();
        let found = fold::find(part, parts.iter().map(|part| (part.as_str(), part)));
        let refusal = text::confirm::no_such_part(id, part);
        keep(&|stated| Some(&stated.part) == found, refusal, parts.clone())?;
    }
    if let Some(year) = attestation.year {
        let years = own.iter().filter_map(|s| s.year).map(|year| year.to_string()).collect();
        keep(&|s| s.year == Some(year), text::confirm::no_such_year(id, year), years)?;
    }
    if let Some(column) = column {
        let key = |s: &&Stated| file.columns().key(s.column).to_owned();
        let refusal = text::confirm::no_such_region(id, file.columns().key(column));
        keep(&|s| is_of(s, column), refusal, own.iter().map(key).collect())?;
    }
    refuse_shared(attestation, id, &places, stated, draft)?;
    Ok(places)
}

/// A part cannot be confirmed by itself where one figure stands for several.
fn refuse_shared(
    attestation: &Attestation,
    id: IndicatorId,
    places: &BTreeSet<usize>,
    stated: &[Stated],
    draft: &Draft,
) -> Result<(), Stop> {
    let spots: BTreeSet<&Spot> = places.iter().map(|place| draft.spot(*place)).collect();
    let parts: BTreeSet<&str> = places.iter().map(|place| stated[*place].part.as_str()).collect();
    let others = meant(stated, |stated| !parts.contains(stated.part.as_str()));
    let shared = others.into_iter().any(|place| spots.contains(draft.spot(place)));
    if shared && attestation.part.is_some() {
        let hint = text::confirm::leave_out_option("--part");
        Err(Stop::usage(text::confirm::one_for_all_parts(id), hint))
    } else {
        Ok(())
    }
}

/// The figure as TOML, once it is clear which one it replaces.
fn figure(
    attestation: &Attestation,
    value: &str,
    places: &BTreeSet<usize>,
    file: &SetFile,
    stated: &[Stated],
    draft: &Draft,
) -> Result<String, Stop> {
    let mut seen: BTreeSet<&Spot> = BTreeSet::new();
    let figures: Vec<usize> =
        places.iter().copied().filter(|place| seen.insert(draft.spot(*place))).collect();
    let firsts: Vec<&Stated> = figures.iter().map(|place| &stated[*place]).collect();
    let Some(first) = firsts.first() else {
        return Err(Stop::usage(
            text::confirm::one_indicator_for_value(),
            text::see_help("ntm criteria confirm"),
        ));
    };
    let id = first.indicator;
    if first.measure == Measure::YesNo && firsts.len() == 1 {
        let message = text::confirm::yes_no_without_value(id);
        return Err(Stop::usage(message, text::confirm::leave_out_value()));
    }
    if firsts.iter().any(|other| (&other.value, other.measure) != (&first.value, first.measure)) {
        return Err(which(&figures, file, stated, draft));
    }
    if attestation.region.is_some() && seen.iter().any(|spot| spot.column.is_none()) {
        let hint = text::confirm::leave_out_option("--region");
        return Err(Stop::usage(text::confirm::one_for_all_regions(id), hint));
    }
    literal(first, value)
}

/// Several figures could be meant.
fn which(places: &[usize], file: &SetFile, stated: &[Stated], draft: &Draft) -> Stop {
    let of = |choice: &dyn Fn(usize) -> Option<String>| {
        let mut seen: Vec<String> = Vec::new();
        for word in places.iter().filter_map(|place| choice(*place)) {
            if !seen.contains(&word) {
                seen.push(word);
            }
        }
        seen
    };
    let region = |place: usize| {
        draft.spot(place).column.as_ref()?;
        Some(file.columns().key(stated[place].column).to_owned())
    };
    let choices = [
        ("--part", of(&|place| draft.part(place).map(str::to_owned))),
        ("--year", of(&|place| stated[place].year.map(|year| year.to_string()))),
        ("--region", of(&region)),
    ];
    let choices = choices.into_iter().filter(|(_, words)| words.len() > 1);
    let choices = choices.map(|(option, words)| format!("{option} {}", words.join(" | ")));
    let choices = choices.collect::<Vec<_>>().join("; ");
    let id = places.first().map(|place| stated[*place].indicator.to_string()).unwrap_or_default();
    let message = text::confirm::which_figure(id, places.len());
    Stop::usage(message, text::confirm::choose_figure(choices))
}

/// Part, year and region of a figure.
pub(super) fn case(place: usize, file: &SetFile, stated: &[Stated], draft: &Draft) -> Text {
    let part = draft.part(place).map(text::confirm::part);
    let year = stated[place].year.map(text::confirm::year);
    let region = draft.spot(place).column.as_ref();
    let region = region.map(|_| Text::same(file.columns().key(stated[place].column)));
    let words: Vec<Text> = [part, year, region].into_iter().flatten().collect();
    if words.is_empty() {
        Text::default()
    } else {
        text::confirm::in_case(Text::join(&words, ", "))
    }
}

/// The value asked for, as TOML, where it can be a threshold of the measure.
fn literal(of: &Stated, value: &str) -> Result<String, Stop> {
    let value = fold::trim(value);
    let refuse = |allowed: Text, hint: Text| {
        let message = text::confirm::value_not_possible(value, of.indicator, allowed);
        Err(Stop::usage(message, hint))
    };
    if of.factor {
        let factor = Exact::parse(value).filter(|n| !n.is_negative() && !n.is_zero());
        let message = text::confirm::not_a_factor(value, of.indicator);
        let hint = text::confirm::write_factor(of.meaning.of.as_deref().unwrap_or_default());
        return factor.map(|f| f.to_string()).ok_or_else(|| Stop::usage(message, hint));
    }
    if of.measure == Measure::Grade {
        let grades = of.grades.iter().map(|grade| (grade.as_str(), grade));
        return match fold::find(value, grades) {
            Some(grade) => Ok(format!("{grade:?}")),
            None => {
                let allowed = text::one_of(of.grades.join(", "));
                refuse(allowed.clone(), allowed)
            }
        };
    }
    let domain = of.measure.domain();
    match Exact::parse(value).filter(|number| domain.holds(number)) {
        Some(number) => Ok(number.to_string()),
        None => refuse(domain.allowed(&of.grades), text::confirm::write_with_point()),
    }
}
