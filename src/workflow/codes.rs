//! `ntm check --explain`: what a code means and how it is mended. Needs no data.

use crate::fold;
use crate::problem::{Problem, Stop};
use crate::report::{self, ExplainedCode, Page};
use crate::text::{Text, codes};

/// Stands for all codes.
pub const LIST: &str = "list";

/// The page of a code, or of all of them.
///
/// # Errors
/// When there is no such code.
pub fn page(asked: &str) -> Result<Page, Stop> {
    match fold::find(asked, [(LIST, ())].into_iter()) {
        Some(()) => Ok(report::codes()),
        None => Ok(report::code(find(asked)?)),
    }
}

/// The code that is asked for, be it copied as messages write it: `error[bad-date]`.
fn find(asked: &str) -> Result<ExplainedCode, Stop> {
    let bare = asked.split_once('[').map_or(asked, |(_, code)| code);
    let bare = bare.split_once(']').map_or(bare, |(code, _)| code);
    let known = ExplainedCode::all().map(|code| (code.as_str(), code));
    fold::find(bare, known.clone()).ok_or_else(|| {
        let near = fold::nearest(bare, known.map(|(word, _)| word));
        let hint = if near.is_empty() {
            codes::see_list()
        } else {
            codes::did_you_mean_or_list(near.join(", "))
        };
        Stop::usage(codes::unknown_code(asked), hint)
    })
}

/// Below problems: how to have one explained, with the code of the first.
pub(super) fn pointer(problems: &[Problem]) -> Option<Text> {
    problems.first().map(|problem| codes::how_to_explain(problem.code.as_str()))
}
