//! Which set is asked for, and for whom.

use std::sync::Arc;

use crate::distinct::distinct;
use crate::law::{Columns, ColumnsBy, CommuneProfile, Decision, Library, Set};
use crate::period::Period;
use crate::problem::Stop;
use crate::text;

/// Which set is shown, and for whom.
#[derive(Clone, Debug)]
pub struct Options {
    /// The id of the set, or of a layer.
    pub set: String,
    /// The month; none for the last in which it is in force.
    pub period: Option<Period>,
    /// What is looked at of a commune.
    pub case: CommuneProfile,
    /// The folder of the user's own sets, as a command names it.
    pub own_sets: Option<String>,
}

pub(in crate::workflow) fn refuse_not_in_force(
    id: &str,
    decision: &Decision,
    period: Period,
) -> Result<(), Stop> {
    if decision.is_in_force(period.last_day()) {
        return Ok(());
    }
    let until = decision.until.map(|day| day.to_string()).unwrap_or_default();
    let message = text::set_not_in_force(id, period, decision.in_force, until);
    Err(Stop::usage(message, text::see_sets()))
}

/// The case asked for, in the words of the set: `dbsh` is DBSH. What the set itself does
/// not go by is taken as well, for a set that it refers to may.
pub(in crate::workflow) fn case_of(
    mut case: CommuneProfile,
    set: &Set,
    library: &Library,
) -> Result<CommuneProfile, Stop> {
    let asked = [(ColumnsBy::Region, &mut case.region), (ColumnsBy::Group, &mut case.group)];
    for (by, key) in asked {
        let Some(key) = key else { continue };
        let columns = || columns_by(by, set, library);
        let found = columns().into_iter().find_map(|columns| {
            columns.find(key).filter(|column| *column > 0).map(|column| columns.key(column))
        });
        match found {
            Some(found) => *key = found.into(),
            None => {
                let known: Vec<&str> = distinct(columns().into_iter().flat_map(Columns::keys));
                return Err(Stop::usage(text::no_column(&*key), text::one_of(known.join(", "))));
            }
        }
    }
    refuse_unknown_classes(&case, library)?;
    Ok(case)
}

/// The columns that an attribute of communes may name: those of the set itself where it
/// goes by it, else those of all sets that do.
fn columns_by<'l>(by: ColumnsBy, set: &'l Set, library: &'l Library) -> Vec<&'l Columns> {
    if set.columns.by == by {
        return vec![&set.columns];
    }
    let all = library.sets.iter().map(|set| &set.columns);
    all.filter(|columns| columns.by == by).collect()
}

/// A class that no rule of any set goes by would change nothing, in silence.
fn refuse_unknown_classes(case: &CommuneProfile, library: &Library) -> Result<(), Stop> {
    let all = || library.sets.iter().map(|set| &set.columns);
    let unknown = |class: &Option<Arc<str>>, knows: fn(&Columns, &str) -> bool| {
        class.clone().filter(|class| !all().any(|columns| knows(columns, class)))
    };
    let rules = || all().flat_map(|columns| &columns.rules);
    let class = unknown(&case.class, Columns::knows_class)
        .map(|class| (class, distinct(rules().flat_map(|rule| words(&rule.classes)))));
    let district = unknown(&case.district_class, Columns::knows_district_class)
        .map(|class| (class, distinct(rules().flat_map(|rule| words(&rule.district_classes)))));
    match class.or(district) {
        Some((class, known)) => {
            let hint = text::one_of(known.join(", "));
            Err(Stop::usage(text::class_without_rule(class), hint))
        }
        None => Ok(()),
    }
}

fn words(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(String::as_str)
}
