//! Tables with a column of results for each commune, or for each month: each such column is
//! read as if it stood alone beside the columns that all share.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::column::Column;
use super::context::Context;
use super::header::Header;
use super::header_marks;
use super::header_names::{self, HeadName, Meaning, Role};
use super::header_rows::Heads;
use super::header_time::Month;
use super::layout::{Fault, Layout, Why};
use super::otherwise::{self, Otherwise};
use super::roster::{Roster, Unknown};
use super::table::MOST_CELLS;
use super::{commune_name, near_names};
use crate::period::Period;

/// Which commune or month a column is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Of {
    commune: Option<HeadName>,
    month: Option<(HeadName, Month)>,
}

/// A column of a commune or month.
#[derive(Clone, Debug)]
struct OfOne {
    place: usize,
    of: Of,
    /// What stands over its commune or month, and what below it.
    above: Vec<HeadName>,
    below: Vec<HeadName>,
}

/// Lays out a table by its header. Without a context only months are known, no communes.
pub(super) fn lay_out(heads: &Heads, line: u64, context: Option<&Context>) -> Layout {
    let laid_out = |header: Header, across: Vec<Header>, faults| Layout {
        header: Arc::new(header),
        across: across.into_iter().map(Arc::new).collect(),
        height: heads.height().max(1),
        line,
        faults,
        ..Layout::default()
    };
    let plain = || laid_out(Header::from_heads(heads, &BTreeSet::new()), Vec::new(), Vec::new());
    if heads.columns.len() > MOST_CELLS {
        return plain();
    }
    let roster = context.map(|context| context.roster);
    let columns = heads.columns.iter().enumerate();
    let mut columns: Vec<OfOne> =
        columns.filter_map(|(place, names)| OfOne::read(place, names, roster)).collect();
    let apart = columns.iter().map(|column| column.place).collect();
    let mut shared = Header::from_heads(heads, &apart);
    if !(Table { columns: &columns, shared: &shared, roster }).is_across() {
        return plain();
    }
    if let Some(fault) = besides(&columns, &shared) {
        return laid_out(shared.refused(), Vec::new(), vec![fault]);
    }
    for place in unknown_beside(&columns, &shared, heads, roster) {
        shared.leave_out_unknown(place);
        columns.extend(OfOne::unknown(place, &heads.columns[place]));
    }
    columns.sort_by_key(|column| column.place);
    let (across, faults) = groups(&columns, &shared, heads, context);
    laid_out(shared, across, faults)
}

/// A column of the usual kind beside those of communes or months: the table can be read in
/// two ways.
fn besides(columns: &[OfOne], shared: &Header) -> Option<Fault> {
    let values = [Column::Value, Column::Numerator, Column::Denominator];
    let of_communes = columns.iter().any(|column| column.of.commune.is_some());
    let of_months = columns.iter().any(|column| column.of.month.is_some());
    let facts = [(Column::Commune, of_communes), (Column::Period, of_months)];
    let facts = facts.into_iter().filter(|(_, is)| *is).map(|(column, _)| column);
    let column = values.into_iter().chain(facts).find(|column| shared.has(*column))?;
    Some(columns[0].fault(Why::Besides(column, shared.written(column).to_owned())))
}

/// The headers of the communes or months, and what is wrong with their columns.
fn groups(
    columns: &[OfOne],
    shared: &Header,
    heads: &Heads,
    context: Option<&Context>,
) -> (Vec<Header>, Vec<Fault>) {
    let (mut groups, mut faults): (Vec<Group>, Vec<Fault>) = (Vec::new(), Vec::new());
    for column in columns {
        match Group::from_column(column, shared, context) {
            Err(why) => faults.push(column.fault(why)),
            Ok(group) => group.add_to(&mut groups, column, heads, &mut faults),
        }
    }
    // What stands there twice is taken from neither.
    let is_twice = |group: &Group| {
        let first =
            |fault: &Fault| matches!(&fault.why, Why::Twice(_, first) if *first == group.written);
        faults.iter().any(first)
    };
    groups.retain(|group| !is_twice(group));
    let without = groups.iter().filter(|group| !group.header.has(Column::Value));
    let without: Vec<Fault> = without.map(|group| group.first.fault(Why::NoValue)).collect();
    groups.retain(|group| group.header.has(Column::Value));
    faults.extend(without);
    let mut headers: Vec<Header> = groups.into_iter().map(|group| group.header).collect();
    let results: Vec<usize> = headers.iter().flat_map(Header::own_results).collect();
    headers.iter_mut().for_each(|header| header.set_others(&results));
    (headers, faults)
}

/// The columns that name a commune or month, and the others.
struct Table<'t> {
    columns: &'t [OfOne],
    shared: &'t Header,
    roster: Option<&'t Roster>,
}

impl Table<'_> {
    /// Whether it has a column of results for each of several, or for one where there is no
    /// other.
    fn is_across(&self) -> bool {
        let communes = || self.columns.iter().filter_map(|column| column.of.commune.as_ref());
        let known = |name: &&HeadName| self.roster.is_some_and(|roster| roster.knows(&name.text));
        let others = || self.shared.has(Column::Value);
        let of_communes = match (communes().filter(known).count(), communes().count()) {
            (0, all) => all > 1 && !others(),
            (1, 1) => !others() && !self.shared.has(Column::Commune),
            _ => true,
        };
        let months = self.columns.iter().filter(|column| column.of.month.is_some()).count();
        of_communes || months > 0 && !others() && !self.shared.has(Column::Period)
    }
}

impl OfOne {
    /// Where the names over a column say a commune or month, and not what it holds.
    fn read(place: usize, names: &[HeadName], roster: Option<&Roster>) -> Option<OfOne> {
        let mut of = Of::default();
        let (mut first, mut last) = (names.len(), 0);
        for (level, name) in names.iter().enumerate() {
            if header_names::find(&name.text).is_some() {
                continue;
            }
            let month = Month::read(&name.text);
            let commune = roster.is_some_and(|roster| roster.knows(&name.text))
                || is_like_a_commune(&name.text);
            match (month, &of) {
                (Some(month), Of { month: None, .. }) => of.month = Some((name.clone(), month)),
                (None, Of { commune: None, .. }) if commune => of.commune = Some(name.clone()),
                _ => continue,
            }
            (first, last) = (first.min(level), level);
        }
        if of == Of::default() {
            return None;
        }
        let (above, below) = (names[..first].to_vec(), names[last + 1..].to_vec());
        if let Some((_, month)) = &mut of.month {
            let over = header_names::joined(&above);
            month.year = month.year.or_else(|| Month::year_in(&over));
        }
        Some(OfOne { place, of, above, below })
    }

    /// A column beside those of communes whose name is none.
    fn unknown(place: usize, names: &[HeadName]) -> Option<OfOne> {
        let (lowest, above) = names.split_last()?;
        let of = Of { commune: Some(lowest.clone()), month: None };
        Some(OfOne { place, of, above: above.to_vec(), below: Vec::new() })
    }

    fn name(&self) -> &HeadName {
        let month = self.of.month.as_ref().map(|(name, _)| name);
        match (&self.of.commune, month) {
            (Some(commune), _) => commune,
            (None, Some(month)) => month,
            (None, None) => unreachable!("a column is of a commune or a month"),
        }
    }

    /// Its name without what stands over all of them.
    fn own_names(&self) -> Vec<HeadName> {
        let month = self.of.month.as_ref().map(|(name, _)| name);
        self.of.commune.iter().chain(month).chain(&self.below).cloned().collect()
    }

    fn written(&self) -> String {
        let below = self.below.len();
        let names = self.own_names();
        header_names::written(&names[..names.len() - below])
    }

    fn fault(&self, why: Why) -> Fault {
        Fault { line: self.name().line, place: self.place, written: self.written(), why }
    }

    /// What the column holds of its commune or month.
    fn meaning(&self) -> Option<Meaning> {
        let above = header_names::joined(&self.above);
        if !self.below.is_empty() {
            let whole = header_names::find_whole(&self.below);
            let beginning = || Some(header_names::find_beginning_of(&self.below)?.meaning);
            return whole.or_else(beginning).filter(|_| !otherwise::is_no_result(&above));
        }
        if self.above.is_empty() {
            return Some(Meaning::Read(Column::Value, Role::Only));
        }
        let known = header_names::find_whole(&self.above)
            .or_else(|| Some(header_names::find_beginning_of(&self.above)?.meaning));
        match known {
            Some(Meaning::Read(Column::Claim | Column::Evidence | Column::Note, _)) => known,
            Some(Meaning::Unread) => known,
            _ if otherwise::is_no_result(&above) => Some(Meaning::Otherwise(Otherwise::NotReached)),
            _ => Some(Meaning::Read(Column::Value, Role::Only)),
        }
    }
}

/// Whether a name is one of a commune by its kind, or a code.
fn is_like_a_commune(name: &str) -> bool {
    let code = name.len() == 5 && name.bytes().all(|b| b.is_ascii_digit());
    let kind = commune_name::is_with_kind(name) || commune_name::kind_of(name).is_some();
    let known = || header_names::find_beginning(name).is_some();
    code || kind && !known() && near_names::nearly(name).is_none() && !speaks(name)
}

/// Whether words behind `xã` say what the commune does, and are no name of it.
fn speaks(name: &str) -> bool {
    let capital = name.split_whitespace().last().and_then(|word| word.chars().next());
    !capital.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// The columns beside those of communes that name none, and nothing else that is known.
fn unknown_beside(
    columns: &[OfOne],
    shared: &Header,
    heads: &Heads,
    roster: Option<&Roster>,
) -> Vec<usize> {
    let of_communes = || columns.iter().filter(|column| column.of.commune.is_some());
    let Some((first, mut last)) =
        of_communes().map(|c| c.place).min().zip(of_communes().map(|c| c.place).max())
    else {
        return Vec::new();
    };
    let over = |place: usize| heads.columns[place].split_last().map(|(_, above)| above);
    let mut beside = Vec::new();
    for (place, _) in shared.others() {
        let Some(name) = heads.columns[place].last().map(|name| name.text.as_str()) else {
            continue;
        };
        if otherwise::is_of_several(name) {
            continue;
        }
        let among = first < place && place <= last + 1;
        let under_same = || {
            let above = over(place).filter(|above| !above.is_empty());
            above.is_some_and(|above| of_communes().any(|column| column.above == above))
        };
        let near = || roster.is_some_and(|roster| !roster.nearest(name).is_empty());
        if among || under_same() || near() {
            last = last.max(place);
            beside.push(place);
        }
    }
    beside
}

/// The columns of one commune or month.
struct Group {
    /// Its first column.
    first: OfOne,
    /// The commune by its place in the roster, where that is known, else by its name.
    commune: Option<Result<usize, String>>,
    period: Option<Period>,
    written: String,
    header: Header,
}

impl Group {
    fn from_column(
        column: &OfOne,
        shared: &Header,
        context: Option<&Context>,
    ) -> Result<Group, Why> {
        let period = match &column.of.month {
            None => None,
            Some((_, month)) => Some(month.period().ok_or(Why::NoYear)?),
        };
        if let (Some(period), Some(due)) = (period, context.map(|context| context.due))
            && due.only
            && context.is_some_and(|context| context.options.period.is_none())
            && let Some(expected) = due.expected.filter(|expected| *expected != period)
        {
            return Err(Why::OtherMonth(expected));
        }
        let name = column.of.commune.as_ref().map(|name| name.text.clone());
        let roster = context.map(|context| context.roster);
        let expected = period.or_else(|| context?.due.expected);
        let commune = match (&name, roster, expected) {
            (Some(name), Some(roster), Some(expected)) => match roster.find(name, expected) {
                Ok(index) => Some(Ok(index)),
                Err(_) if roster.incomplete => Some(Err(name.clone())),
                // Each row says of which period it is.
                Err(Unknown::NotTakingPart) if shared.has(Column::Period) => {
                    Some(Err(name.clone()))
                }
                Err(why) => return Err(Why::NoCommune(why, Some(expected))),
            },
            (Some(name), Some(roster), None) if !roster.incomplete && !roster.knows(name) => {
                return Err(Why::NoCommune(Unknown::NotThere, None));
            }
            (Some(name), ..) => Some(Err(name.clone())),
            (None, ..) => None,
        };
        let written = column.written();
        let header = shared.of_one(name, period, &written);
        Ok(Group { first: column.clone(), commune, period, written, header })
    }

    /// Adds the column to the group that it is of, or begins one.
    fn add_to(
        self,
        groups: &mut Vec<Group>,
        column: &OfOne,
        heads: &Heads,
        faults: &mut Vec<Fault>,
    ) {
        let same = |group: &Group| group.commune == self.commune && group.period == self.period;
        let index = match groups.iter().position(same) {
            Some(index) => index,
            None => {
                groups.push(self);
                groups.len() - 1
            }
        };
        let group = &mut groups[index];
        let twice = |group: &Group| {
            let of = if column.of.commune.is_some() { Column::Commune } else { Column::Period };
            column.fault(Why::Twice(of, group.written.clone()))
        };
        let pairs = header_marks::pairs(heads, &BTreeSet::new());
        let pair = pairs.into_iter().find(|(yes, no)| [*yes, *no].contains(&column.place));
        let mut column = column.clone();
        if let Some((yes, no)) = pair {
            // Of the two columns of marks the first is both.
            if column.place != yes.min(no) {
                return;
            }
            column.below.pop();
        }
        let meaning = column.meaning();
        let Some(meaning @ Meaning::Read(read, _)) = meaning else {
            if matches!(meaning, None | Some(Meaning::Otherwise(_))) {
                let written = header_names::written(&heads.columns[column.place]);
                faults.push(Fault { written, ..column.fault(Why::NotRead) });
            }
            return;
        };
        if group.header.has_own(read) {
            faults.push(twice(group));
            return;
        }
        let names = column.own_names();
        match pair {
            Some(pair) => group.header.take_own_marks(heads, pair, &names, meaning),
            None => group.header.take_own(column.place, &names, meaning),
        }
    }
}
