//! `ntm gaps`: what is still to be done, and by whom.

use std::io::{self, Write};

use super::{Judged, Session, select};
use crate::analysis::gaps::{Gaps, Wanted};
use crate::fold::{self, Fold};
use crate::intake::Agencies;
use crate::law::Resolved;
use crate::period::Period;
use crate::problem::Stop;
use crate::render;
use crate::render::output::{Output, PageFormat, WithRows};
use crate::report::document::Document;
use crate::report::{self, GapsBy, GapsView, Scoring};
use crate::text::{self, Text};

/// Which work is listed, and in what order.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Communes by name or code; none for all.
    pub communes: Vec<String>,
    /// Criteria by number; none for all.
    pub criteria: Vec<u16>,
    /// Agencies by name; none for all.
    pub agencies: Vec<String>,
    /// Only what can be done at once.
    pub do_now: bool,
    /// Only what costs nothing.
    pub no_funding: bool,
    /// Only what costs money.
    pub needs_funding: bool,
    /// What a table is about.
    pub by: Option<GapsBy>,
    /// The easiest first.
    pub easy_first: bool,
}

impl Options {
    /// What is asked for, as the law and the lists of a month have it.
    ///
    /// # Errors
    /// When a name or number is unknown.
    pub fn wanted(
        &self,
        session: &Session,
        (period, common): (Period, &Resolved),
        agencies: &Agencies,
    ) -> Result<Wanted, Stop> {
        Ok(Wanted {
            communes: select::communes(&self.communes, session.roster(), period)?,
            criteria: select::criteria(&self.criteria, common)?,
            agencies: named(&self.agencies, agencies, common)?,
            money: match (self.do_now || self.no_funding, self.needs_funding) {
                (true, _) => Some(false),
                (false, true) => Some(true),
                (false, false) => None,
            },
            now: self.do_now,
        })
    }
}

/// The list of work.
pub struct Work<'a> {
    scoring: Scoring<'a>,
    gaps: Gaps<'a>,
    view: GapsView,
}

impl<'a> Work<'a> {
    /// The work that is wanted, of what was judged of all communes: what nobody meets is
    /// seen only so.
    ///
    /// # Errors
    /// When none of the communes that are named has reported.
    pub fn new(
        session: &'a Session,
        judged: &'a Judged,
        agencies: &'a Agencies,
        (options, wanted): (&Options, &Wanted),
    ) -> Result<Work<'a>, Stop> {
        has_reported(&wanted.communes, judged, session)?;
        let scoring = judged.scoring(session);
        let mut gaps = Gaps::new(scoring.submissions, agencies);
        gaps.keep(wanted);
        if options.easy_first {
            gaps.easy_first();
        }
        let view = GapsView {
            by: options.by,
            in_order: options.easy_first,
            only: only(options, wanted, session),
            partial: wanted.is_partial(),
            example: agencies.built_in,
        };
        Ok(Work { scoring, gaps, view })
    }
}

impl Output for Work<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::gaps(&self.scoring, &self.gaps, &self.view);
        Document::of_pages(None, Some(self.scoring.period), [(text::sheet_work(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::gaps(&self.scoring, &self.gaps, self.view.example, out),
            WithRows::Csv => render::csv::gaps(&self.scoring, &self.gaps, out),
        }
    }
}

/// Of communes that have not reported nothing can be listed.
fn has_reported(communes: &[usize], judged: &Judged, session: &Session) -> Result<(), Stop> {
    let reported = |place: &usize| judged.tallies.iter().any(|tally| tally.commune == *place);
    match communes.first().filter(|_| !communes.iter().any(reported)) {
        Some(place) => {
            let name = &session.roster().communes[*place].name;
            let message = text::has_not_reported(name, judged.period);
            Err(Stop::usage(message, text::see_who_reported()))
        }
        None => Ok(()),
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

/// What is left out, for the page to say.
fn only(options: &Options, wanted: &Wanted, session: &Session) -> Vec<Text> {
    let names = wanted.communes.iter().map(|place| session.roster().communes[*place].name.as_str());
    let names: Vec<&str> = names.collect();
    let numbers: Vec<String> = options.criteria.iter().map(ToString::to_string).collect();
    let said = [
        (!names.is_empty()).then(|| text::only_communes(names.join(", "))),
        (!numbers.is_empty()).then(|| text::only_criteria(numbers.join(", "))),
        (!wanted.agencies.is_empty()).then(|| text::only_agencies(wanted.agencies.join(", "))),
        options.do_now.then(text::only_now),
        (options.no_funding && !options.do_now).then(text::only_free),
        options.needs_funding.then(text::only_paid),
    ];
    said.into_iter().flatten().collect()
}
