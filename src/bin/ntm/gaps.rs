//! `ntm gaps`: what is still to be done, and by whom.

use std::io::{self, Write};

use ntm::analysis::gaps::{Gaps, Wanted};
use ntm::fold::{self, Fold};
use ntm::intake::{Agencies, nobody_leads};
use ntm::law::Resolved;
use ntm::render;
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::report::document::Document;
use ntm::report::{self, GapsBy, GapsView, Scoring};
use ntm::text::{self, Text};

use crate::args::{GapsArgs, WorkBy};
use crate::judged::{How, Judged, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::{agencies, chosen, office};

pub(crate) fn run(args: &GapsArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    let mut read = Read::open(&args.data, &args.judge, &targets, How::default())?;
    targets.spare(&agencies::files(&read.input.rosters))?;
    let period = read.one_period()?;
    let common = read.common(period)?;
    let agencies = agencies::own_or_example(&read.input.rosters, read.library())?;
    let wanted = Wanted {
        communes: chosen::find(&args.commune, read.roster(), period)?,
        criteria: chosen::criteria(&args.criterion, &common)?,
        agencies: named(&args.agency, &agencies, &common)?,
        money: match (args.do_now || args.no_funding, args.needs_funding) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        },
        now: args.do_now,
    };
    read.refuse_faults()?;
    tell_unassigned(&agencies, &common, &read);
    // Of all communes, whichever are shown: what nobody meets is seen only so.
    let judged = read.judge(period, common, &[]);
    has_reported(&wanted.communes, &judged, &read)?;
    let scoring = judged.scoring(&read);
    let mut gaps = Gaps::new(scoring.submissions, &agencies);
    gaps.keep(&wanted);
    if args.sort.is_some() {
        gaps.easy_first();
    }
    let view = GapsView {
        by: args.by.map(by),
        in_order: args.sort.is_some(),
        only: only(args, &wanted, &read),
        partial: wanted.is_partial(),
        example: agencies.built_in,
    };
    let targets = office::sign(targets, &read.input.rosters)?;
    targets.give(&Work { scoring: &scoring, gaps: &gaps, view: &view }, style)?;
    Ok(Outcome::Done)
}

/// The list of work.
struct Work<'a> {
    scoring: &'a Scoring<'a>,
    gaps: &'a Gaps<'a>,
    view: &'a GapsView,
}

impl Output for Work<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::gaps(self.scoring, self.gaps, self.view);
        Document::of_pages(None, Some(self.scoring.period), [(text::sheet_work(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::gaps(self.scoring, self.gaps, self.view.example, out),
            WithRows::Csv => render::csv::gaps(self.scoring, self.gaps, out),
        }
    }
}

/// Of communes that have not reported nothing can be listed.
fn has_reported(communes: &[usize], judged: &Judged, read: &Read) -> Result<(), Stop> {
    let reported = |place: &usize| judged.tallies.iter().any(|tally| tally.commune == *place);
    match communes.first().filter(|_| !communes.iter().any(reported)) {
        Some(place) => {
            let name = &read.roster().communes[*place].name;
            let message = text::has_not_reported(name, judged.period);
            Err(Stop::usage(message, text::see_who_reported()))
        }
        None => Ok(()),
    }
}

fn by(by: WorkBy) -> GapsBy {
    match by {
        WorkBy::Agency => GapsBy::Agency,
        WorkBy::Commune => GapsBy::Commune,
        WorkBy::Criterion => GapsBy::Criterion,
    }
}

/// The agencies that are asked for, as the list writes them.
fn named(asked: &[String], agencies: &Agencies, law: &Resolved) -> Result<Vec<String>, Stop> {
    let names = agencies.names(law);
    let find = |name: &String| {
        let known = names.iter().map(|name| (*name, *name));
        fold::find(name, known).map(str::to_owned).ok_or_else(|| {
            let mut near = fold::nearest(name, names.iter().copied());
            // Who gives a part of a name means one of those that have it.
            let part = Fold::Accents.key(name);
            let with = names.iter().filter(|known| Fold::Accents.key(known).contains(&part));
            near.extend(with.filter(|known| !near.contains(known)).collect::<Vec<_>>());
            let hint = text::near_or(&near, text::agencies_are(names.join("; ")));
            Stop::usage(text::no_such_agency(name), hint)
        })
    };
    asked.iter().map(find).collect()
}

/// The example is told of on the page; of the office's own list every hole is told.
fn tell_unassigned(agencies: &Agencies, law: &Resolved, read: &Read) {
    let file = agencies::files(&read.input.rosters).into_iter().next();
    let Some(file) = file.filter(|_| !agencies.built_in) else {
        return;
    };
    let told = nobody_leads(&file.path.display().to_string(), law, &agencies.unassigned(law));
    output::complain(&output::problem_lines(told.as_slice()));
}

/// What is left out, for the page to say.
fn only(args: &GapsArgs, wanted: &Wanted, read: &Read) -> Vec<Text> {
    let names = wanted.communes.iter().map(|place| read.roster().communes[*place].name.as_str());
    let names: Vec<&str> = names.collect();
    let numbers: Vec<String> = args.criterion.iter().map(ToString::to_string).collect();
    let said = [
        (!names.is_empty()).then(|| text::only_communes(names.join(", "))),
        (!numbers.is_empty()).then(|| text::only_criteria(numbers.join(", "))),
        (!wanted.agencies.is_empty()).then(|| text::only_agencies(wanted.agencies.join(", "))),
        args.do_now.then(text::only_now),
        (args.no_funding && !args.do_now).then(text::only_free),
        args.needs_funding.then(text::only_paid),
    ];
    said.into_iter().flatten().collect()
}
