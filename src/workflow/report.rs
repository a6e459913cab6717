//! `ntm report`: the report of a month, and of what came before it.

use std::sync::Arc;

use super::{Judged, Session, trend};
use crate::analysis::diff::{self, Comparison, Side};
use crate::analysis::gaps::Gaps;
use crate::analysis::trend::Trend;
use crate::intake::{Agencies, Voice};
use crate::law::Resolved;
use crate::period::Period;
use crate::problem::Stop;
use crate::report::document::Document;
use crate::report::trend::TrendReport;
use crate::report::{self, DiffReport, InputFile, MonthlyReport, Scoring, monthly};
use crate::score::{self, Scorecard};
use crate::text::{self, Text};

/// Earlier months, read and judged.
pub struct Earlier {
    session: Session,
    /// In order; at least one.
    months: Vec<Judged>,
    /// Whether communes have the places in the roster that they have now.
    same_roster: bool,
}

/// A month that says nothing at the level, and whether there was a law that it could meet.
#[derive(Clone, Copy, Debug)]
pub struct NotReported {
    /// The month.
    pub period: Period,
    /// Whether there was one.
    pub has_law: bool,
}

impl Earlier {
    /// Judges earlier months. They never keep a report from being made: why there is nothing
    /// to compare with is for the report to say. `not_reported` takes the months that say
    /// nothing. `same_roster`: whether it is the roster of the month that is reported on.
    ///
    /// # Errors
    /// When none of them can be judged.
    pub fn judge(
        mut session: Session,
        same_roster: bool,
        not_reported: &mut Vec<NotReported>,
    ) -> Result<Earlier, Text> {
        if session.faults() > 0 && !session.question().lenient {
            return Err(text::earlier_faulty(session.faults()));
        }
        let periods = session.periods().map_err(|_| text::earlier_unreadable())?.to_vec();
        let mut months = Vec::new();
        for period in periods {
            // Before the set was in force nothing could be met.
            let Ok(common) = session.common(period) else {
                not_reported.push(NotReported { period, has_law: false });
                continue;
            };
            let month = session.judge(period, common, &[]);
            if month.tallies.is_empty() {
                not_reported.push(NotReported { period, has_law: true });
            } else {
                months.push(month);
            }
        }
        if months.is_empty() {
            Err(text::no_earlier_month())
        } else {
            Ok(Earlier { session, months, same_roster })
        }
    }

    /// The last of them.
    pub fn last(&self) -> Option<Period> {
        self.months.last().map(|month| month.period)
    }
}

/// What a report is made of.
pub struct Sources<'a> {
    /// The division of work.
    pub agencies: &'a Agencies,
    /// The earlier months, or why there is nothing to compare with.
    pub earlier: &'a Result<Earlier, Text>,
    /// The months since the last of them which are not compared with, and why.
    pub skipped: &'a [Text],
    /// The files that were read.
    pub inputs: &'a [InputFile],
    /// Whether it goes to the notice board.
    pub public: bool,
    /// Whether a workbook is among its forms.
    pub workbook: bool,
}

/// The report of a month.
pub struct MonthReport<'a> {
    scoring: Scoring<'a>,
    gaps: Gaps<'a>,
    sources: Sources<'a>,
    course: Result<Course<'a>, &'a Text>,
}

/// What the earlier months say beside the one that is reported on.
struct Course<'a> {
    /// With it as the last one.
    months: Vec<Scoring<'a>>,
    comparison: Comparison,
    /// The months side by side, without looking ahead; `None` where in another roster
    /// communes have other places.
    trend: Option<Trend>,
}

impl<'a> MonthReport<'a> {
    /// The report of what was judged.
    pub fn new(session: &'a Session, judged: &'a Judged, sources: Sources<'a>) -> MonthReport<'a> {
        let scoring = judged.scoring(session);
        let gaps = Gaps::new(scoring.submissions, sources.agencies);
        let course = sources.earlier.as_ref().map(|earlier| course(earlier, session, &scoring));
        MonthReport { scoring, gaps, sources, course }
    }

    /// The communes that have reported, by their codes.
    pub fn codes(&self) -> Vec<&str> {
        let code = |tally| self.scoring.commune_of(tally).code.as_str();
        self.scoring.tallies.iter().map(code).collect()
    }

    /// The results of communes, by place.
    ///
    /// # Errors
    /// When one of them has not reported.
    pub fn results(&self, communes: &[usize]) -> Result<Vec<usize>, Stop> {
        asked(communes, &self.scoring)
    }

    /// The document: of all, or of one result alone.
    pub fn document(&self, only: Option<usize>) -> Document {
        let report = |change, months| {
            monthly(&MonthlyReport {
                scoring: &self.scoring,
                gaps: &self.gaps,
                example: self.sources.agencies.built_in,
                change,
                skipped: self.sources.skipped,
                months,
                inputs: self.sources.inputs,
                public: self.sources.public,
                workbook: self.sources.workbook,
                only,
            })
        };
        let Course { months, comparison, trend } = match &self.course {
            Ok(course) => course,
            Err(why) => return report(Err(why), None),
        };
        let diff_report = DiffReport {
            level: self.scoring.level,
            // Before the month itself there is at least one.
            old: months[months.len() - 2].clone(),
            new: self.scoring.clone(),
            sets: None,
            comparison,
            only: None,
        };
        let trend_report = trend.as_ref().map(|trend| TrendReport { months, trend });
        report(Ok(&diff_report), trend_report.as_ref())
    }
}

fn course<'a>(earlier: &'a Earlier, session: &Session, last: &Scoring<'a>) -> Course<'a> {
    let before = earlier.months.iter().map(|month| month.scoring(&earlier.session));
    let months: Vec<Scoring> = before.chain([last.clone()]).collect();
    let comparison = diff::periods(side(&months[months.len() - 2]), side(last));
    let trend = earlier.same_roster.then(|| trend::series(session, &months, &[], last.period));
    Course { months, comparison, trend }
}

/// The results as a side of a comparison.
pub(super) fn side<'a>(scoring: &Scoring<'a>) -> Side<'a> {
    Side {
        roster: scoring.roster,
        tallies: scoring.tallies,
        submissions: scoring.submissions,
        not_reported: scoring.not_reported,
    }
}

/// The table of a voice about one commune.
///
/// # Errors
/// When several communes are chosen, or the one has not reported.
pub fn voices(
    session: &mut Session,
    voice: Voice,
    (period, common): (Period, Resolved),
    chosen: &[usize],
) -> Result<Document, Stop> {
    let [commune] = *chosen else {
        return Err(Stop::usage(text::form_wants_commune(), text::form_example()));
    };
    let said = voice.with_earlier().iter().map(|voice| {
        let judged = session.judge_voice(*voice, period, common.clone(), chosen);
        judged.submissions.first().map(score::score)
    });
    let cards: Vec<Option<Scorecard>> = said.collect();
    let own = cards.iter().flatten().next().map(|card| Arc::clone(&card.tally.law));
    let commune = &session.roster().communes[commune];
    let Some(law) = own else {
        let message = text::has_not_reported(&commune.name, period);
        return Err(Stop::usage(message, text::see_who_reported()));
    };
    Ok(report::voices(voice, commune, period, &law, &cards))
}

/// The results of the communes asked for, by place; one that has not reported has none.
fn asked(chosen: &[usize], scoring: &Scoring) -> Result<Vec<usize>, Stop> {
    let find = |commune: &usize| {
        let place = scoring.tallies.iter().position(|tally| tally.commune == *commune);
        place.ok_or_else(|| {
            let name = &scoring.roster.communes[*commune].name;
            let message = text::has_not_reported(name, scoring.period);
            Stop::usage(message, text::see_who_reported())
        })
    };
    chosen.iter().map(find).collect()
}
