//! `ntm ladder`: which title each commune may ask for, and what it lacks.

use std::io::{self, Write};

use super::{Session, select};
use crate::analysis::city::{Answer, City, cities};
use crate::analysis::ladder::{Ladder, Source, to_quote};
use crate::intake::{Quote, Submission};
use crate::law::{CitySet, CommuneProfile, CriteriaFileKind, Level};
use crate::period::Period;
use crate::problem::Stop;
use crate::render;
use crate::render::output::{Output, PageFormat, WithRows};
use crate::report::document::Document;
use crate::report::{self, LadderReport, LawUsed};
use crate::score::{self, Tally, summarise};
use crate::text;

/// Refuses to choose communes where the city or rural district is asked about.
///
/// # Errors
/// When both are given.
pub fn refuse_communes(
    over_all: Option<CriteriaFileKind>,
    communes: &[String],
) -> Result<(), Stop> {
    if over_all.is_some() && !communes.is_empty() {
        let (message, hint) = (text::ladder::city_of_all(), text::ladder::city_or_commune());
        return Err(Stop::usage(message, hint));
    }
    Ok(())
}

/// Whose ladders are asked for.
#[derive(Debug)]
pub struct Asked {
    period: Period,
    named: Vec<usize>,
}

impl Asked {
    /// Finds the communes that are named; none stands for all.
    ///
    /// # Errors
    /// When the data is not of one period, no set of the lowest title is in force, or a
    /// commune is unknown.
    pub fn new(session: &Session, communes: &[String]) -> Result<Asked, Stop> {
        let period = session.one_period()?;
        // Without a set of the lowest title there is no ladder.
        session.common(period)?;
        let named = select::communes(communes, session.roster(), period)?;
        Ok(Asked { period, named })
    }

    /// What is said at all levels, and the law of each.
    pub fn read(self, session: &mut Session) -> Said {
        let submissions = session.all_levels(self.period);
        let laws = laws(session, self.period, &submissions);
        let quotes = session.quote(self.period, &to_quote(&submissions));
        Said { asked: self, submissions, laws, quotes }
    }
}

/// What is said at all levels, and the law of each.
pub struct Said {
    asked: Asked,
    submissions: Vec<Submission>,
    laws: Vec<LawUsed>,
    quotes: Vec<Quote>,
}

/// The ladder of each commune.
pub struct Rungs<'a> {
    session: &'a Session,
    said: &'a Said,
    ladders: Vec<Ladder<'a>>,
}

impl<'a> Rungs<'a> {
    /// The ladders of those asked for that take part.
    pub fn new(session: &'a Session, said: &'a Said) -> Rungs<'a> {
        let Asked { period, named } = &said.asked;
        let taking_part = session.roster().communes.iter().enumerate();
        let taking_part = taking_part.filter(|(place, commune)| {
            commune.takes_part(*period) && (named.is_empty() || named.contains(place))
        });
        let communes: Vec<usize> = taking_part.map(|(place, _)| place).collect();
        let source = Source {
            library: session.library(),
            roster: session.roster(),
            period: *period,
            submissions: &said.submissions,
            quotes: &said.quotes,
        };
        Rungs { session, said, ladders: source.ladders(&communes) }
    }

    fn ladder_report(&self) -> LadderReport<'_> {
        let question = self.session.question();
        LadderReport {
            period: self.said.asked.period,
            voice: question.voice,
            lenient: question.lenient,
            faults: self.session.faults(),
            roster: self.session.roster(),
            ladders: &self.ladders,
            laws: &self.said.laws,
            chosen: !self.said.asked.named.is_empty(),
        }
    }

    /// The conditions of the city or rural district over all communes; `answers`: those that
    /// no data gives.
    ///
    /// # Errors
    /// When no set of them is in force, or an answer is to nothing that is asked.
    pub fn over_all<'s>(
        &'s self,
        kind: CriteriaFileKind,
        answers: &'s [Answer],
    ) -> Result<OverAll<'s>, Stop> {
        let period = self.said.asked.period;
        let Some(set) = self.session.library().city_in_force(kind, period.last_day()) else {
            let message = match kind {
                CriteriaFileKind::District => text::ladder::no_district_set(period),
                _ => text::ladder::no_city_set(period),
            };
            return Err(Stop::usage(message, text::see_sets()));
        };
        by_hand(answers, set)?;
        let cities = cities(&self.ladders, self.session.roster(), set, answers);
        if cities.len() > 1 && !answers.is_empty() {
            let (message, hint) =
                (text::ladder::by_hand_of_one_city(), text::ladder::run_by_city());
            return Err(Stop::usage(message, hint));
        }
        Ok(OverAll { ladder_report: self.ladder_report(), set, cities })
    }
}

impl Output for Rungs<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::ladder(&self.ladder_report());
        Document::of_pages(None, Some(self.said.asked.period), [(text::sheet_ladder(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::ladder(&self.ladder_report(), out),
            WithRows::Csv => render::csv::ladder(&self.ladder_report(), out),
        }
    }
}

/// The conditions of cities.
pub struct OverAll<'a> {
    ladder_report: LadderReport<'a>,
    set: &'a CitySet,
    cities: Vec<City<'a>>,
}

impl Output for OverAll<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::city(&self.ladder_report, self.set, &self.cities);
        Document::of_pages(None, Some(self.ladder_report.period), [(text::sheet_city(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::city(&self.ladder_report, self.set, &self.cities, out),
            WithRows::Csv => render::csv::city(&self.ladder_report, &self.cities, out),
        }
    }
}

/// Refuses answers to what is counted, or to nothing, and two of one condition.
fn by_hand(answers: &[Answer], set: &CitySet) -> Result<(), Stop> {
    let asked = || set.conditions.iter().filter(|condition| condition.share.is_none());
    for (place, Answer { no, .. }) in answers.iter().enumerate() {
        if !asked().any(|condition| condition.no == *no) {
            let numbers: Vec<String> = asked().map(|condition| condition.no.to_string()).collect();
            let hint = text::ladder::by_hand_are(numbers.join(", "));
            return Err(Stop::usage(text::ladder::not_by_hand(no), hint));
        }
        if answers[..place].iter().any(|other| other.no == *no) {
            return Err(Stop::usage(text::ladder::by_hand_twice(no), text::keep_one()));
        }
    }
    Ok(())
}

/// What each level is judged by; one without a set in force is left out.
fn laws(session: &Session, period: Period, submissions: &[Submission]) -> Vec<LawUsed> {
    let mut laws = Vec::new();
    for level in Level::ALL {
        let Ok(common) = session.library().resolve(level, period, &CommuneProfile::default())
        else {
            continue;
        };
        let of_level: Vec<Submission> =
            submissions.iter().filter(|s| s.level == level).cloned().collect();
        let tallies: Vec<Tally> = of_level.iter().map(score::tally).collect();
        let summary = summarise(&tallies, &of_level, &common);
        laws.push(LawUsed {
            level,
            criteria: common.criteria.len(),
            indicators: common.indicators.len(),
            thresholds: summary.thresholds,
            layers: summary.layers,
            cautions: summary.cautions,
        });
    }
    laws
}
