//! The law as data: criteria sets, their layers, and what applies where and when.
//!
//! A [`Library`] is built from TOML files and is always valid: every fault of a
//! file is found on load. [`Library::resolve`] answers what a commune must reach
//! in a period. This module knows no file system.

mod altered;
mod apply;
mod base;
mod block;
mod built_in;
mod city;
mod clause;
mod confirm;
mod conflicts;
mod frame;
mod head;
mod history;
mod in_force;
mod indicator;
mod layer;
mod library;
mod limits;
mod link;
mod lookup;
mod meaning;
mod patch;
mod plausible;
mod ranges;
mod raw;
mod reading;
mod reference;
mod resolve;
mod set;
mod source;
mod stated;
mod terms;
mod threshold;
mod thresholds;
mod withdrawal;
mod worklist;

pub use altered::{Altered, altered, altered_copies, altered_law};
pub(crate) use block::as_date;
pub use built_in::built_in;
pub use city::{CityCondition, CitySet};
pub use clause::{Clause, ClauseKind};
pub use confirm::{Confirmation, Draft, Spot};
pub use head::{CriteriaFileKind, FileHead, is_province};
pub use history::{Aside, History, Reason, Step};
pub use indicator::{Criterion, Indicator, IndicatorTerms, Part};
pub use library::Library;
pub use lookup::{ColumnChoice, CommuneProfile};
pub use meaning::Meaning;
pub use patch::Effect;
pub use plausible::{Likelihood, Plausible};
pub use reading::Reading;
pub use reference::{Reference, Requires};
pub use resolve::{
    Heading, LayerUse, NoSet, Replaced, Requirement, Resolved, ResolvedIndicator, Signature,
};
pub use set::{Layer, Set};
pub(crate) use source::Faults;
pub use source::{Origin, Source, sha256};
pub use stated::{SetFile, Stated};
pub use terms::{
    COMMON, Caution, CheckPart, ColumnRule, Columns, ColumnsBy, Confidence, Counts, Decision,
    Domain, IndicatorId, Level, Measure, Op, PartWithin, Value,
};
pub use threshold::Threshold;
pub use thresholds::Thresholds;
pub use withdrawal::Withdrawal;
pub use worklist::{Command, Figure, ToConfirm, What};
