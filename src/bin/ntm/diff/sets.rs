//! The same data under two sets.

use ntm::analysis::change::{self, Choice, Pairs, Under};
use ntm::fold;
use ntm::law::{Layer, Library, Resolved, Set};
use ntm::report::{Changing, Scoring, SetNamed};
use ntm::text::{self, change as words};

use super::{confine, only, sides, write};
use crate::args::DiffArgs;
use crate::chosen;
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{PageStyle, Targets};

pub(super) fn run(
    args: &DiffArgs,
    sets: &str,
    targets: &Targets,
    style: PageStyle,
) -> Result<Outcome, Stop> {
    let [path] = args.data.paths.as_slice() else {
        let count = args.data.paths.len();
        return Err(Stop::usage(words::one_path_wanted(count), words::example_of_diff()));
    };
    let mut read = Read::open(&args.data, &args.judge, targets, How::default())?;
    let library = read.library().clone();
    let (ready, [old, new]) = Stop::both(sides::ready(&read, args, path), named(&library, sets))?;
    let (period, common) = ready;
    let (old_choice, new_choice) = (old.beside(&new), new.beside(&old));
    let resolve = |choice: &Choice| choice.resolve(period, &ntm::law::Case::default());
    refuse_strangers(&common, &[(&old, resolve(&old_choice)), (&new, resolve(&new_choice))])?;
    let chosen = chosen::find(&args.commune, read.roster(), period)?;
    let judged = read.judge(period, common, &chosen);
    let roster = read.roster();
    let old_under = Under::new(&old_choice, period, roster, &judged.submissions);
    let new_under = Under::new(&new_choice, period, roster, &judged.submissions);
    let only = only(args, [(&new_under.common, period), (&old_under.common, period)])?;
    let mut comparison = change::sets(&judged.submissions, &old_under, &new_under);
    confine(&mut comparison, only.as_ref());
    let scoring = judged.scoring(&read);
    let changing = Changing {
        level: args.judge.level,
        old: under(&scoring, &old_under),
        new: under(&scoring, &new_under),
        sets: Some([old.named(), new.named()]),
        comparison: &comparison,
        only,
    };
    write(args, &changing, targets, style)
}

/// The same scoring by another law.
fn under<'a>(scoring: &Scoring<'a>, under: &'a Under) -> Scoring<'a> {
    Scoring {
        level: under.common.level,
        common: &under.common,
        tallies: &under.tallies,
        summary: &under.summary,
        ..scoring.clone()
    }
}

/// A base set, or a layer with the one that it changes.
#[derive(Clone, Copy)]
struct Named<'l> {
    set: &'l Set,
    layer: Option<&'l Layer>,
}

impl<'l> Named<'l> {
    fn id(&self) -> &'l str {
        self.layer.map_or(&self.set.id, |layer| &layer.id)
    }

    fn named(&self) -> SetNamed<'l> {
        SetNamed {
            id: self.id(),
            decision: self.layer.map_or(&self.set.decision, |layer| &layer.decision),
            province: self.layer.and_then(|layer| layer.province.as_deref()),
        }
    }

    /// What is judged by on this side: its own layer is laid, the other side's is not.
    fn beside(&self, other: &Named<'l>) -> Choice<'l> {
        let id = |named: &Named<'l>| named.layer.map(|layer| layer.id.as_str());
        Choice { set: self.set, with: id(self), without: id(other) }
    }
}

/// The two sets named with `--sets`; all that is wrong with them is told.
fn named<'l>(library: &'l Library, sets: &str) -> Result<[Named<'l>; 2], Stop> {
    let ids: Vec<&str> = sets.split(',').map(fold::trim).filter(|id| !id.is_empty()).collect();
    let [one, other] = ids[..] else {
        return Err(Stop::usage(words::two_sets_wanted(ids.len()), words::name_two_sets()));
    };
    if one == other {
        return Err(Stop::usage(words::same_set_twice(one), words::name_two_sets()));
    }
    let (one, other) = Stop::both(find(library, one), find(library, other))?;
    Ok([one, other])
}

fn find<'l>(library: &'l Library, id: &str) -> Result<Named<'l>, Stop> {
    let base = library.set(id).map(|set| Named { set, layer: None });
    let layer = || library.layer(id).map(|(set, layer)| Named { set, layer: Some(layer) });
    base.or_else(layer).ok_or_else(|| {
        let sets = library.sets.iter();
        let ids = sets.flat_map(|set| {
            std::iter::once(set.id.as_str()).chain(set.layers.iter().map(|layer| layer.id.as_str()))
        });
        let near = fold::nearest(id, ids);
        Stop::usage(text::no_set(id), text::near_or(&near, text::see_sets()))
    })
}

/// Refuses sets that measure nothing of what the data says.
fn refuse_strangers(common: &Resolved, named: &[(&Named, Resolved); 2]) -> Result<(), Stop> {
    let of_level = |(named, _): &(&Named, Resolved)| named.set.level == common.level;
    let mut wrong = Vec::new();
    for (named, law) in named {
        let pairs = Pairs::new(common, law);
        if pairs.indicators.iter().all(Option::is_none) {
            let message = words::nothing_in_common(named.id(), common.level);
            wrong.push(Stop::usage(message, words::data_of_level(named.set.level)));
        }
    }
    if wrong.is_empty() && !named.iter().any(of_level) {
        let (first, _) = &named[0];
        let message = words::no_set_of_data(common.level);
        wrong.push(Stop::usage(message, words::data_of_level(first.set.level)));
    }
    Stop::all(wrong)
}
