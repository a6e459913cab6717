//! Scores Vietnamese communes against the criteria of the *nông thôn mới*
//! programme.
//!
//! ```text
//! problem ← law ← intake ← score ← analysis ← report ← render ← workflow ← bin
//! ```
//!
//! Each module uses only those to its left: [`law`] holds the criteria sets as
//! data, [`intake`] reads files into observations, [`score`] judges them and
//! [`review`] looks for what is worth a look besides, [`analysis`] says what follows
//! from the verdicts, [`report`] says what a page or a form says, [`render`] turns it
//! into bytes, [`workflow`] is what a verb does from end to end. All of them rest on
//! [`text`] (every word for people), [`exact`] (numbers), [`period`] and [`fold`] (words
//! compared). Only the binary knows paths, the terminal and the environment.

pub mod analysis;
mod distinct;
pub mod exact;
pub mod fold;
mod formula;
pub mod intake;
pub mod law;
mod named;
pub mod period;
pub mod problem;
pub mod render;
pub mod report;
pub mod review;
pub mod score;
pub mod text;
mod visible;
pub mod workflow;
