//! `ntm ladder`: which title each commune may ask for, and what it lacks.

use std::io::{self, Write};

use ntm::analysis::city::{Answer, City, cities};
use ntm::analysis::ladder::{Source, to_quote};
use ntm::intake::Submission;
use ntm::law::{Case, CitySet, Kind, Level, Library};
use ntm::period::Period;
use ntm::render;
use ntm::render::output::{Output, PageFormat, WithRows};
use ntm::report::document::Document;
use ntm::report::{self, Climbing, LawUsed};
use ntm::score::{self, Tally, summarise};
use ntm::text;

use crate::args::{JudgeArgs, LadderArgs};
use crate::judged::{How, Read};
use crate::outcome::{Outcome, Stop};
use crate::output::{PageStyle, Targets};
use crate::{chosen, office};

pub(crate) fn run(args: &LadderArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    let over_all = match (args.city, args.district) {
        (true, _) => Some(Kind::City),
        (_, true) => Some(Kind::District),
        _ => None,
    };
    if over_all.is_some() && !args.commune.is_empty() {
        let (message, hint) = (text::ladder::city_of_all(), text::ladder::city_or_commune());
        return Err(Stop::usage(message, hint));
    }
    let judge = JudgeArgs { level: Level::Ntm, source: args.source, lenient: args.lenient };
    let how = How { levels: true, places: true, ..How::default() };
    let mut read = Read::open(&args.data, &judge, &targets, how)?;
    let period = read.one_period()?;
    // Without a set of the lowest title there is no ladder.
    read.common(period)?;
    let named = chosen::find(&args.commune, read.roster(), period)?;
    read.refuse_faults()?;
    let submissions = read.all_levels(period);
    let laws = laws(&read, period, &submissions);
    let quotes = read.quote(period, &to_quote(&submissions));
    let taking_part = read.roster().communes.iter().enumerate();
    let taking_part = taking_part.filter(|(place, commune)| {
        commune.takes_part(period) && (named.is_empty() || named.contains(place))
    });
    let communes: Vec<usize> = taking_part.map(|(place, _)| place).collect();
    let source = Source {
        library: read.library(),
        roster: read.roster(),
        period,
        submissions: &submissions,
        quotes: &quotes,
    };
    let ladders = source.ladders(&communes);
    let climbing = Climbing {
        period,
        voice: args.source,
        lenient: args.lenient,
        faults: read.faults(),
        roster: read.roster(),
        ladders: &ladders,
        laws: &laws,
        chosen: !named.is_empty(),
    };
    let targets = office::sign(targets, &read.input.rosters)?;
    if let Some(kind) = over_all {
        return city(&climbing, (read.library(), kind), &args.by_hand, &targets, style);
    }
    targets.give(&Rungs(&climbing), style)?;
    Ok(Outcome::Done)
}

/// The ladder of each commune.
struct Rungs<'a>(&'a Climbing<'a>);

impl Output for Rungs<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::ladder(self.0);
        Document::of_pages(None, Some(self.0.period), [(text::sheet_ladder(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::ladder(self.0, out),
            WithRows::Csv => render::csv::ladder(self.0, out),
        }
    }
}

/// The conditions of the city or rural district over all communes.
fn city(
    climbing: &Climbing,
    (library, kind): (&Library, Kind),
    answers: &[Answer],
    targets: &Targets,
    style: PageStyle,
) -> Result<Outcome, Stop> {
    let period = climbing.period;
    let Some(set) = library.city_in_force(kind, period.last_day()) else {
        let message = match kind {
            Kind::District => text::ladder::no_district_set(period),
            _ => text::ladder::no_city_set(period),
        };
        return Err(Stop::usage(message, text::see_sets()));
    };
    by_hand(answers, set)?;
    let cities = cities(climbing.ladders, climbing.roster, set, answers);
    if cities.len() > 1 && !answers.is_empty() {
        let (message, hint) = (text::ladder::by_hand_of_one_city(), text::ladder::run_by_city());
        return Err(Stop::usage(message, hint));
    }
    targets.give(&OverAll { climbing, set, cities: &cities }, style)?;
    Ok(Outcome::Done)
}

/// The conditions of cities.
struct OverAll<'a> {
    climbing: &'a Climbing<'a>,
    set: &'a CitySet,
    cities: &'a [City<'a>],
}

impl Output for OverAll<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::city(self.climbing, self.set, self.cities);
        Document::of_pages(None, Some(self.climbing.period), [(text::sheet_city(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => render::json::city(self.climbing, self.set, self.cities, out),
            WithRows::Csv => render::csv::city(self.climbing, self.cities, out),
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
fn laws(read: &Read, period: Period, submissions: &[Submission]) -> Vec<LawUsed> {
    let mut laws = Vec::new();
    for level in Level::ALL {
        let Ok(common) = read.library().resolve(level, period, &Case::default()) else {
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
