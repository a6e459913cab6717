//! What the verbs do, from what was read to what they give: one file a verb, named as the
//! user names it. Files come in as values, or as [`Source`](crate::intake::Source)s that are
//! opened in their turn; results and warnings go out as values. Nothing here prints.

pub mod check;
pub mod codes;
pub mod confirm;
pub mod criteria;
pub mod diff;
pub mod dossier;
pub mod explain;
mod file_names;
pub mod fix;
pub mod gaps;
pub mod ladder;
mod names;
mod office;
pub mod report;
pub mod score;
pub mod select;
pub mod session;
pub mod template;
pub mod trend;
pub mod verify;
pub mod worklist;

pub use file_names::FileNames;
pub use office::offices;
pub use session::{Judged, Session};
