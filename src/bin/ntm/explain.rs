//! `ntm check --explain`: what a code means and how it is mended. Needs no data.

use ntm::fold;
use ntm::problem::Problem;
use ntm::render::output::{PagesOnly, WithRows, formats};
use ntm::report::{self, Explained};
use ntm::text::explain;

use crate::args::OutputArgs;
use crate::lang;
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};

/// Stands for all codes.
pub(crate) const LIST: &str = "list";

pub(crate) fn run(
    asked: &str,
    args: &OutputArgs<WithRows>,
    style: PageStyle,
) -> Result<Outcome, Stop> {
    let targets = Targets::among(args, formats::<PagesOnly>())?;
    let page = match fold::find(asked, [(LIST, ())].into_iter()) {
        Some(()) => report::codes(),
        None => report::code(find(asked)?),
    };
    targets.give(&output::one_page(&page), style)?;
    Ok(Outcome::Done)
}

/// The code that is asked for, be it copied as messages write it: `error[bad-date]`.
fn find(asked: &str) -> Result<Explained, Stop> {
    let bare = asked.split_once('[').map_or(asked, |(_, code)| code);
    let bare = bare.split_once(']').map_or(bare, |(code, _)| code);
    let known = Explained::all().map(|code| (code.as_str(), code));
    fold::find(bare, known.clone()).ok_or_else(|| {
        let near = fold::nearest(bare, known.map(|(word, _)| word));
        let hint = match near.is_empty() {
            true => explain::see_list(),
            false => explain::did_you_mean_or_list(near.join(", ")),
        };
        Stop::usage(explain::unknown_code(asked), hint)
    })
}

/// Below problems: how to have one explained, with the code of the first.
pub(crate) fn pointer(problems: &[Problem]) -> String {
    let line = |problem: &Problem| explain::how_to_explain(problem.code.as_str());
    problems.first().map(line).map_or_else(String::new, |line| {
        let words = line.get(lang::current());
        format!("{words}\n")
    })
}
