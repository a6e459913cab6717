//! For whom and when the law is looked up, and by what the column is chosen.

use std::sync::Arc;

use super::terms::{ColumnRule, ColumnsBy};
use crate::period::Period;

/// What the law looks at of a commune. Thousands of communes share the same words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommuneProfile {
    /// Its region, as the roster gives it.
    pub region: Option<Arc<str>>,
    /// Its province's code.
    pub province: Option<Arc<str>>,
    /// Its class: đbkk, atk.
    pub class: Option<Arc<str>>,
    /// Its district's class: nghèo, thoát nghèo.
    pub district_class: Option<Arc<str>>,
    /// Its group, for sets that go by group.
    pub group: Option<Arc<str>>,
}

/// When and for whom a threshold is looked up.
#[derive(Clone, Copy)]
pub(super) struct LookupKey<'c> {
    pub(super) period: Period,
    pub(super) case: &'c CommuneProfile,
    /// The column of the set; `None` where the commune has none.
    pub(super) column: Option<usize>,
}

/// What the column of an annex is chosen by.
#[derive(Clone, Copy, Debug)]
pub enum ColumnChoice<'s> {
    /// Nobody in particular is asked for.
    Common,
    /// The commune's own region or group.
    Own(ColumnsBy),
    /// A rule that sends the commune to another column than its own.
    Rule(&'s ColumnRule),
}
