//! How the thresholds of an indicator came about, in words.

use super::view::{ExplainView, of_part};
use crate::law::{
    Aside, ColumnChoice, ColumnsBy, CriteriaFileKind, Decision, Effect, FileHead, History, Reason,
    Requirement, Step,
};
use crate::report::{commune, words};
use crate::text::{self, Text, explain as say};

/// The threshold that applies, the layers that gave it, those that do not apply, and by
/// which day and column.
pub(super) fn lines(view: &ExplainView) -> Vec<Text> {
    let history = &view.chain.history;
    let mut lines = in_force_now(view);
    let steps = history.steps.iter().enumerate();
    lines.extend(steps.map(|(place, step)| layer(view, place, step)));
    lines.extend(history.aside.iter().map(|layer| aside(layer, history)));
    lines.push(say::chosen(history.day, history.year, chosen(view)));
    lines.extend(view.law.note.as_ref().map(say::note));
    lines
}

/// What applies; where parts differ in their thresholds only, the legal source once.
fn in_force_now(view: &ExplainView) -> Vec<Text> {
    let parts = &view.law.require;
    let source = |requirement: &Requirement| {
        let sure = requirement.threshold.as_ref().map(words::confidence_and_readings);
        sure.map(|sure| (requirement.basis.clone(), sure))
    };
    let each = view.same_or_each(|_, requirement| applies(view, requirement));
    let first = parts.first().and_then(source);
    match first
        .filter(|_| each.len() > 1 && parts.windows(2).all(|p| source(&p[0]) == source(&p[1])))
    {
        Some((basis, sure)) => {
            let required = view.by_part(|_, part| Some(commune::threshold(view.law, part)));
            let required = Text::join(&required, "; ");
            vec![say::in_force(required, basis, sure)]
        }
        None => each,
    }
}

fn applies(view: &ExplainView, requirement: &Requirement) -> Text {
    match &requirement.threshold {
        Some(threshold) => {
            let required = commune::threshold(view.law, requirement);
            say::in_force(required, &requirement.basis, words::confidence_and_readings(threshold))
        }
        None => say::no_threshold(&requirement.basis),
    }
}

fn layer(view: &ExplainView, place: usize, step: &Step) -> Text {
    let history = &view.chain.history;
    let gives = |part: &str| history.given_by(part).is_some_and(|by| by.of.id == step.of.id);
    let said = view.same_or_each(|_, requirement| effect_on(history, step, &requirement.part));
    let mut said = Text::join(&said, "; ");
    if step.allows_absence {
        said = say::and_allows(said);
    }
    if view.law.require.iter().any(|requirement| gives(&requirement.part)) {
        said = say::gives_it(said);
    }
    let FileHead { id, origin, decision, .. } = step.of;
    let (kind, origin) = (layer_kind(step.of), words::origin(*origin));
    say::layer(place + 1, &decision.number, kind, id, origin, in_force(decision), said)
}

/// What a layer makes of the threshold of a part.
fn effect_on(history: &History, step: &Step, part: &str) -> Text {
    let Some((place, effect)) = step.place(part).zip(step.effect(part)) else {
        return say::no_such_part();
    };
    match effect {
        Effect::Sets => {
            let required = commune::threshold(&step.indicator, &step.indicator.require[place]);
            if step.of_year[place] { say::of_year(required, history.year) } else { required }
        }
        Effect::Opens if step.of.kind != CriteriaFileKind::Base => say::taken_away(),
        Effect::Opens if step.indicator.delegated => say::left_to_province(),
        Effect::Opens => say::not_known(),
        Effect::Rests => say::rests(),
        Effect::SetAside => say::set_aside(step.newer.unwrap_or_default()),
        Effect::Untouched => say::untouched(),
    }
}

fn aside(layer: &Aside, history: &History) -> Text {
    let FileHead { id, decision, province, .. } = layer.of;
    let reasons = layer.reasons.iter().map(|reason| match (reason, decision.until) {
        (Reason::NotYet, _) => say::not_yet(decision.in_force),
        (Reason::NoLonger, Some(until)) => say::no_longer(history.day, until),
        (Reason::NoLonger, None) => Text::default(),
        (Reason::Elsewhere, _) => say::elsewhere(province.as_deref().unwrap_or_default()),
        (Reason::Replaced, _) => match &layer.by {
            Some(newer) => text::replaced_since(&newer.id, newer.decision.in_force),
            None => Text::default(),
        },
    });
    let reasons: Vec<Text> = reasons.collect();
    say::aside(&decision.number, layer_kind(layer.of), id, Text::join(&reasons, ", "))
}

fn layer_kind(of: &FileHead) -> Text {
    words::layer_kind(of.kind, of.province.as_deref())
}

fn in_force(decision: &Decision) -> Text {
    match decision.until {
        Some(until) => text::from_to(decision.in_force, until),
        None => text::from_on(decision.in_force),
    }
}

/// The column and what it was chosen by.
fn chosen(view: &ExplainView) -> Text {
    let (history, case) = (&view.chain.history, &view.explained.commune.case);
    let own = |by: ColumnsBy| match by {
        ColumnsBy::Region => (say::region(), case.region.as_deref()),
        ColumnsBy::Group => (say::group(), case.group.as_deref()),
    };
    match (history.column, history.choice) {
        (None, _) => say::no_column(),
        (Some(_), ColumnChoice::Common) => say::common_column(),
        (Some(column), ColumnChoice::Own(by)) => {
            let (what, word) = own(by);
            say::own_column(column, what, word.unwrap_or_default())
        }
        (Some(column), ColumnChoice::Rule(rule)) => {
            let word =
                |word: &Option<std::sync::Arc<str>>| word.as_deref().unwrap_or_default().to_owned();
            let (class, district) = (word(&case.class), word(&case.district_class));
            let confidence = words::confidence(rule.confidence);
            say::ruled_column(column, class, district, word(&case.region), &rule.basis, confidence)
        }
    }
}

/// The decision that leaves a part without threshold, in words that say who must act.
pub(super) fn opened(view: &ExplainView, part: &str) -> Text {
    let history = &view.chain.history;
    if history.column.is_none() {
        return say::needs_column();
    }
    match history.opened_by(part) {
        Some(step) if step.of.kind == CriteriaFileKind::Base && step.indicator.delegated => {
            say::needs_province(&step.of.decision.number)
        }
        Some(step) => say::needs_centre(&step.of.decision.number),
        None => of_part(part, text::undetermined()),
    }
}
