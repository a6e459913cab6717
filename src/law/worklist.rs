//! What of a resolved set nobody has confirmed, and where each thing is stated.

use super::history::{History, Step};
use super::resolve::Resolved;
use super::set::Set;
use super::source::Origin;
use super::stated::{SetFile, Stated};
use super::{
    ClauseKind, ColumnRule, CommuneProfile, Confidence, Effect, IndicatorId, IndicatorTerms,
    Reference, Requirement, Requires, ResolvedIndicator, Threshold, Value,
};
use crate::period::Period;

/// Something that verdicts rest on and that is to be read in the decision.
#[derive(Clone, Debug)]
pub struct ToConfirm {
    pub what: What,
    /// The base set that it is of.
    pub set: String,
    /// That set, or the layer on it, that states it or leaves it open.
    pub stated_by: String,
    /// Built in or a file.
    pub origin: Origin,
    /// The file as messages name it.
    pub file: String,
}

/// What is to be confirmed.
#[derive(Clone, Debug)]
pub enum What {
    /// A threshold; `None` where nothing is set.
    Threshold(Figure),
    /// The factor of another set's threshold.
    Factor(Figure, Reference),
    /// A rule that sends some communes to the column with this key.
    Rule(ColumnRule, String),
    /// A set that must be met first.
    Requires(Requires),
}

/// A figure of one part of an indicator.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Number and name of its criterion.
    pub criterion: (u16, String),
    /// The indicator, as it applies.
    pub indicator: ResolvedIndicator,
    /// The place of its part.
    pub part: usize,
    /// The key of the column; `None` where it is of all columns.
    pub column: Option<String>,
    /// The year it is of; `None` where it is of every year.
    pub year: Option<i16>,
    /// Whether its file states each figure of the indicator for all columns alike: read
    /// once, it is confirmed for all.
    pub alike: bool,
}

impl Figure {
    /// What the part must reach.
    pub fn requirement(&self) -> &Requirement {
        &self.indicator.require[self.part]
    }
}

impl ToConfirm {
    /// What names it to the command that confirms.
    pub fn word(&self) -> String {
        match &self.what {
            What::Threshold(figure) | What::Factor(figure, _) => figure.indicator.id.to_string(),
            What::Rule(..) => ClauseKind::ColumnRule.word().to_owned(),
            What::Requires(_) => ClauseKind::Requires.word().to_owned(),
        }
    }

    /// How sure it is; `None` where nothing is set.
    pub fn confidence(&self) -> Option<Confidence> {
        match &self.what {
            What::Threshold(figure) => {
                figure.requirement().threshold.as_ref().map(|threshold| threshold.confidence)
            }
            What::Factor(_, reference) => Some(reference.confidence),
            What::Rule(rule, _) => Some(rule.confidence),
            What::Requires(requires) => Some(requires.confidence),
        }
    }

    /// Whether both are the same thing at the same place in the same file.
    pub fn is(&self, other: &ToConfirm) -> bool {
        let place = |entry: &ToConfirm| match &entry.what {
            What::Threshold(figure) | What::Factor(figure, _) => {
                let part = figure.requirement().part.clone();
                (part, figure.column.clone(), figure.year)
            }
            What::Rule(_, column) => (String::new(), Some(column.clone()), None),
            What::Requires(required) => (required.set.clone(), None, None),
        };
        (&self.stated_by, self.word(), place(self))
            == (&other.stated_by, other.word(), place(other))
    }

    /// The figure that it is of.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.what {
            What::Threshold(figure) | What::Factor(figure, _) => Some(figure),
            What::Rule(..) | What::Requires(_) => None,
        }
    }
}

/// One command that confirms several things of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The set or layer.
    pub set: String,
    /// What is named, each once.
    pub words: Vec<String>,
    /// The column, where only its figures are meant.
    pub region: Option<String>,
    /// The year, where only its figures are meant.
    pub year: Option<i16>,
}

impl Command {
    /// The commands that confirm all of a list that is set, in its order.
    pub fn all<'t>(list: impl IntoIterator<Item = &'t ToConfirm>) -> Vec<Command> {
        let mut commands: Vec<Command> = Vec::new();
        for entry in list.into_iter().filter(|entry| entry.confidence().is_some()) {
            let (region, year) = match &entry.what {
                What::Threshold(figure) => {
                    (figure.column.clone().filter(|_| !figure.alike), figure.year)
                }
                // Of all regions and years.
                _ => (None, None),
            };
            let set = entry.stated_by.clone();
            let same = |c: &&mut Command| c.set == set && c.region == region && c.year == year;
            let word = entry.word();
            match commands.iter_mut().find(same) {
                Some(command) if command.words.contains(&word) => {}
                Some(command) => command.words.push(word),
                None => commands.push(Command { set, words: vec![word], region, year }),
            }
        }
        commands
    }
}

impl Set {
    /// Every threshold of `law` that is not confirmed or not set, and the factors of
    /// those that are multiples: what [`Set::resolve`] gave for the same period and case.
    pub fn to_confirm(
        &self,
        law: &Resolved,
        period: Period,
        case: &CommuneProfile,
    ) -> Vec<ToConfirm> {
        let mut list = Vec::new();
        for indicator in &law.indicators {
            if !indicator.is_confirmed() {
                self.of_indicator(indicator, period, case, &mut list);
            }
        }
        list
    }

    fn of_indicator(
        &self,
        indicator: &ResolvedIndicator,
        period: Period,
        case: &CommuneProfile,
        list: &mut Vec<ToConfirm>,
    ) {
        let Some(history) = self.history(indicator.id, period, case) else { return };
        let open = indicator.require.iter().enumerate().filter(|(_, r)| !is_confirmed(r));
        for (part, requirement) in open {
            let step = stating(&history, &requirement.part);
            let of_year = step.place(&requirement.part).is_some_and(|place| step.of_year[place]);
            let figure = Figure {
                criterion: self.heading(indicator.id),
                indicator: indicator.clone(),
                part,
                column: history.column.map(str::to_owned),
                year: of_year.then_some(history.year),
                alike: self.file(&step.of.id).is_some_and(|file| file.alike(indicator.id)),
            };
            let entry = |what| ToConfirm {
                what,
                set: self.id.clone(),
                stated_by: step.of.id.clone(),
                origin: step.of.origin,
                file: step.of.file.clone(),
            };
            let Some((reference, other)) = self.multiple_of((indicator.id, part), period, case)
            else {
                list.push(entry(What::Threshold(figure)));
                continue;
            };
            if reference.confidence != Confidence::Confirmed {
                let figure = Figure { year: None, column: None, ..figure };
                list.push(entry(What::Factor(figure, reference.clone())));
            }
            let referred = other.one(reference.indicator, period, case);
            if let Some(referred) = referred.filter(|referred| !referred.is_confirmed()) {
                other.of_indicator(&referred, period, case, list);
            }
        }
    }

    /// What the threshold of a part is a multiple of, where none is set.
    fn multiple_of(
        &self,
        (id, part): (IndicatorId, usize),
        period: Period,
        case: &CommuneProfile,
    ) -> Option<(Reference, &Set)> {
        let thresholds = self.laid_for(id, period, case)?.parts.into_iter().nth(part)?.thresholds;
        let own = thresholds.get(period.year(), self.column(case)?).is_some();
        let reference = thresholds.of.filter(|_| !own)?;
        let other = self.referred.iter().find(|set| set.id == reference.set)?;
        Some((reference, other))
    }

    /// Number and name of an indicator's criterion.
    fn heading(&self, indicator: IndicatorId) -> (u16, String) {
        let no = indicator.criterion;
        let criterion = self.criteria.iter().find(|criterion| criterion.no == no);
        (no, criterion.map(|criterion| criterion.name.clone()).unwrap_or_default())
    }

    /// Its column rules and what it requires, as far as they are not confirmed; also of
    /// the sets that its thresholds refer to. `case`: the rules only where the commune or
    /// its district is of a class: whether one sends it to another column or leaves it in
    /// its own, the rule was used.
    pub fn clauses_to_confirm(&self, case: Option<&CommuneProfile>) -> Vec<ToConfirm> {
        let entry = |what| ToConfirm {
            what,
            set: self.id.clone(),
            stated_by: self.id.clone(),
            origin: self.origin,
            file: self.file.clone(),
        };
        let of_a_class =
            |case: &CommuneProfile| case.class.is_some() || case.district_class.is_some();
        let ruled = case.is_none_or(of_a_class);
        let open = |confidence: Confidence| confidence != Confidence::Confirmed;
        let rules = self.columns.rules.iter().filter(|r| ruled && open(r.confidence));
        let rule =
            |rule: &ColumnRule| What::Rule(rule.clone(), self.columns.key(rule.column).to_owned());
        let requires = self.requires.iter().filter(|r| open(r.confidence)).cloned();
        let own = rules.map(rule).chain(requires.map(What::Requires)).map(entry);
        let referred = self.referred.iter().flat_map(|set| {
            let rules = |entry: &ToConfirm| matches!(entry.what, What::Rule(..));
            set.clauses_to_confirm(case).into_iter().filter(rules)
        });
        own.chain(referred).collect()
    }
}

impl SetFile<'_> {
    /// The thresholds that a layer itself states and nobody has confirmed, of every column
    /// and year or of those asked for. A figure of all columns is one.
    pub fn to_confirm(&self, column: Option<usize>, year: Option<i16>) -> Vec<ToConfirm> {
        let stated = self.stated();
        let alike = |one: &Stated, other: &Stated| {
            (one.indicator, &one.part, one.year, &one.value, one.confidence)
                == (other.indicator, &other.part, other.year, &other.value, other.confidence)
        };
        let of_all = |one: &Stated| {
            let columns = stated.iter().filter(|other| alike(one, other)).count();
            columns == self.columns().count()
        };
        let asked = |one: &&Stated| {
            let of_column = match column {
                Some(column) => one.column == column,
                None => !of_all(one) || one.column == 0,
            };
            let of_year = year.is_none() || one.year.is_none() || one.year == year;
            one.confidence != Confidence::Confirmed && of_column && of_year
        };
        let cited = self.head();
        let entry = |one: &Stated| ToConfirm {
            what: What::Threshold(Figure {
                criterion: self.set.heading(one.indicator),
                indicator: one.resolved(),
                part: 0,
                column: (!of_all(one)).then(|| self.columns().key(one.column).to_owned()),
                year: one.year,
                alike: self.alike(one.indicator),
            }),
            set: self.set.id.clone(),
            stated_by: cited.id.clone(),
            origin: cited.origin,
            file: cited.file.clone(),
        };
        stated.iter().filter(asked).map(entry).collect()
    }
}

impl SetFile<'_> {
    /// Whether each figure that it states of an indicator is the same for all columns.
    fn alike(&self, id: IndicatorId) -> bool {
        let stated = self.stated_of(id);
        let same = |one: &Stated, other: &Stated| {
            (&one.part, one.year, &one.value) == (&other.part, other.year, &other.value)
        };
        let mut figures = stated.iter().filter(|one| !one.factor);
        figures.all(|one| {
            stated.iter().filter(|other| same(one, other)).count() == self.columns().count()
        })
    }
}

impl Stated {
    /// The indicator with nothing but this threshold.
    pub(crate) fn resolved(&self) -> ResolvedIndicator {
        let threshold = Threshold {
            value: self.value.clone(),
            confidence: self.confidence,
            basis: self.basis.clone(),
            readings: Vec::new(),
        };
        let requirement = Requirement {
            part: self.part.clone(),
            measure: self.measure,
            unit: self.unit.clone(),
            op: self.meaning.op,
            counts: None,
            plausible: None,
            threshold: Some(threshold),
            basis: self.basis.clone(),
        };
        let terms = IndicatorTerms {
            id: self.indicator,
            name: self.meaning.name.clone(),
            unit: self.unit.clone(),
            measure: self.measure,
            grades: self.grades.clone(),
            if_present: self.meaning.if_present,
            delegated: false,
            negative: self.meaning.negative,
            same_as: None,
            redefined: false,
            titles: self.meaning.titles.clone(),
            named: self.meaning.named.clone(),
            note: None,
        };
        let require = vec![requirement];
        ResolvedIndicator { terms, require, first_part: 0, check_part: None, within: None }
    }
}

impl ResolvedIndicator {
    /// Whether the thresholds of all its parts are set and confirmed.
    pub fn is_confirmed(&self) -> bool {
        self.require.iter().all(is_confirmed)
    }
}

fn is_confirmed(requirement: &Requirement) -> bool {
    requirement.threshold.as_ref().is_some_and(|t| t.confidence == Confidence::Confirmed)
}

/// What states the threshold of a part, or leaves it open: at the least the base set. Of
/// one that a later layer leaves as it is or excuses from, that layer where it is the one
/// to read.
fn stating<'h, 's>(history: &'h History<'s>, part: &str) -> &'h Step<'s> {
    let step = history.given_by(part).or_else(|| history.opened_by(part));
    let step = step.unwrap_or(&history.steps[0]);
    let threshold = |step: &Step| step.indicator.require[step.place(part)?].threshold.clone();
    let leaves = |later: &&Step| {
        let effect = later.effect(part);
        effect == Some(Effect::Rests) || (effect == Some(Effect::Untouched) && later.allows_absence)
    };
    match (threshold(step), history.steps.iter().rev().find(leaves)) {
        (Some(given), Some(later))
            if given.confidence == Confidence::Confirmed
                || matches!(given.value, Value::YesNo(_)) =>
        {
            later
        }
        _ => step,
    }
}

impl Resolved {
    /// The same with some of its indicators only, and the criteria that have any.
    pub fn only(&self, keep: impl Fn(usize, &ResolvedIndicator) -> bool) -> Resolved {
        let mut indicators: Vec<ResolvedIndicator> = Vec::new();
        let mut criteria = Vec::new();
        for heading in &self.criteria {
            let start = indicators.len();
            for place in heading.indicators.clone().filter(|p| keep(*p, &self.indicators[*p])) {
                let first_part = indicators.last().map_or(0, |before| before.parts().end);
                indicators.push(ResolvedIndicator { first_part, ..self.indicators[place].clone() });
            }
            if start < indicators.len() {
                let indicators = start..indicators.len();
                criteria.push(super::Heading { indicators, ..heading.clone() });
            }
        }
        Resolved { criteria, indicators, ..self.clone() }
    }
}
