//! `ntm criteria`: the sets, one set as it applies, and what is wrong with a file.

pub(super) mod asked;

use std::collections::BTreeSet;
use std::io::{self, Write};

use jiff::civil::Date;

pub use self::asked::Options;
use self::asked::{case_of, refuse_not_in_force};
use super::FileNames;
use super::names::kind_of;
use super::worklist::Worklist;
use crate::fold;
use crate::law::{self, CommuneProfile, Library, Resolved, Set, Source};
use crate::period::Period;
use crate::problem::{self, Problem, Stop};
use crate::render;
use crate::render::output::{Output, PageFormat, WithJson, WithRows};
use crate::render::terminal::Terminal;
use crate::report::document::Document;
use crate::report::{self, Tone};
use crate::text::{self, Text};

/// Every set and layer.
pub struct Sets<'a>(pub &'a Library);

impl Output for Sets<'_> {
    type Machine = WithJson;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        Document::of_pages(None, None, [(text::sheet_criteria(), report::sets(self.0))])
    }

    fn machine(&self, format: WithJson, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithJson::Json => write!(out, "{}", render::json::sets(self.0)),
        }
    }
}

impl Options {
    /// The set as it applies.
    ///
    /// # Errors
    /// When there is no such set, it is not in force, or the case is none of its.
    pub fn applying(self, library: &Library) -> Result<Applying, Stop> {
        let set = find(library, &self.set)?;
        let period = self.period.unwrap_or_else(|| last_period(set));
        refuse_not_in_force(&set.id, &set.decision, period)?;
        let case = case_of(self.case, set, library)?;
        Ok(Applying { law: set.resolve(period, &case), period, case })
    }

    /// A province is named by its code: a name, or a slip, would leave out its decision in
    /// silence. Of a province without one that is said, where something is left to it.
    ///
    /// # Errors
    /// When it is no code.
    pub fn without_law_of_province(&self, library: &Library) -> Result<Option<Text>, Stop> {
        let Some(province) = &self.case.province else {
            return Ok(None);
        };
        if !law::is_province(province) {
            let layers = library.sets.iter().flat_map(|set| &set.layers);
            let known = layers.filter_map(|layer| {
                Some(format!("{} ({})", layer.province.as_deref()?, layer.decision.issuer))
            });
            let known = known.collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>();
            let hint = text::provinces_with_law(known.join(", "));
            return Err(Stop::usage(text::no_province(province), hint));
        }
        let of_layer = || library.layer(&self.set).map(|(set, _)| set);
        let Some(set) = library.set(&self.set).or_else(of_layer) else {
            return Ok(None);
        };
        let mut indicators = set.criteria.iter().flat_map(|criterion| &criterion.indicators);
        let delegates = indicators.any(|indicator| indicator.delegated);
        let mut layers = set.layers.iter();
        let decided = layers.any(|layer| layer.province.as_deref() == Some(&**province));
        Ok((delegates && !decided).then(|| text::no_overlay_of(province, &set.id)))
    }

    /// What of the set, or of the layer itself, nobody has confirmed.
    ///
    /// # Errors
    /// As of [`Options::applying`].
    pub fn unconfirmed(self, library: &Library) -> Result<Worklist<'_>, Stop> {
        if let Some((set, layer)) = library.layer(&self.set) {
            return Worklist::of_layer(self, library, (set, layer));
        }
        let (set, own_sets) = (find(library, &self.set)?, self.own_sets.clone());
        let Applying { law, period, case } = self.applying(library)?;
        Ok(Worklist::of_set(library, (set, law), (period, case), own_sets.as_deref()))
    }
}

/// A set as it applies to a case.
pub struct Applying {
    law: Resolved,
    period: Period,
    case: CommuneProfile,
}

impl Output for Applying {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::criteria(&self.law, self.period);
        Document::of_pages(None, Some(self.period), [(text::sheet_criteria(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => {
                write!(out, "{}", render::json::criteria(&self.law, self.period, &self.case))
            }
            WithRows::Csv => render::csv::criteria(&self.law, out),
        }
    }
}

/// The last month in which a set is in force; where no end is set, the month in
/// which its newest layer begins.
fn last_period(set: &Set) -> Period {
    let begun = set.layers.iter().map(|layer| layer.decision.in_force);
    let newest = begun.chain([set.decision.in_force]).max();
    let day = set.decision.until.or(newest).unwrap_or(set.decision.in_force);
    let period = Period::containing(day);
    // The law of a month is that of its last day.
    if set.decision.is_in_force(period.last_day()) { period } else { period.before() }
}

/// The base set with this id. A layer is not shown by itself.
fn find<'l>(library: &'l Library, id: &str) -> Result<&'l Set, Stop> {
    if let Some(set) = library.set(id) {
        return Ok(set);
    }
    if let Some((set, layer)) = library.layer(id) {
        let province = layer.province.as_deref().map(|code| format!(" --province {code}"));
        let period = Period::containing(layer.decision.in_force);
        let message = text::is_a_layer(id, &set.id);
        let hint = text::show_with_layer(&set.id, period, province.unwrap_or_default());
        return Err(Stop::usage(message, hint));
    }
    if let Some(city) = library.cities.iter().find(|city| city.id == id) {
        let kind = kind_of(city);
        // The options bear the names of the kinds.
        let hint = text::see_city(city.kind.as_str());
        return Err(Stop::usage(text::is_of_a_city(id, kind), hint));
    }
    let ids = library.sets.iter().map(|set| set.id.as_str());
    let near = fold::nearest(id, ids.clone());
    let hint = text::near_or(&near, text::one_of(ids.collect::<Vec<_>>().join(", ")));
    Err(Stop::usage(text::no_set(id), hint))
}

/// What is wrong with criteria files.
pub struct Checked {
    files: usize,
    problems: Vec<Problem>,
    /// How many problems there are, in words.
    count: Text,
    /// Where the user's copies differ from the built-in sets.
    altered: Vec<Text>,
    /// What files are called in documents.
    names: FileNames,
}

impl Checked {
    /// Checks files together with the built-in sets, which they may change, as of `today`.
    pub fn new(own: Vec<Source>, names: FileNames, today: Date) -> Checked {
        let built_in = law::built_in();
        let files = if own.is_empty() { built_in.len() } else { own.len() };
        let mut copies = law::altered_copies(&own);
        // That a set of one's own is not built in needs no word here.
        copies.retain(|(id, _)| built_in.iter().any(|set| set.id == *id));
        let sources = built_in.into_iter().chain(own).collect();
        let problems: Vec<Problem> = match Library::load_on(sources, today) {
            Ok(library) => library.warnings,
            Err(problems) => problems,
        };
        let (errors, warnings) = (problem::errors(&problems), problem::warnings(&problems));
        let count = text::checked_criteria(files, errors, warnings);
        let altered = copies.iter().map(|(set, altered)| report::altered_line((set, altered)));
        let altered = altered.collect();
        Checked { files, problems, count, altered, names }
    }

    /// How many faults there are.
    pub fn errors(&self) -> usize {
        problem::errors(&self.problems)
    }
}

impl Output for Checked {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let mut page = report::problems(&self.names.problems(&self.problems), self.count.clone());
        page.notes.extend(self.altered.iter().map(|line| (Tone::Plain, line.clone())));
        Document::of_pages(None, None, [(text::sheet_problems(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        let problems = self.names.typed(&self.problems);
        match format {
            WithRows::Json => write!(out, "{}", render::json::check(self.files, 0, &problems, &[])),
            WithRows::Csv => render::csv::problems(&problems, out),
        }
    }

    fn terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let lang = terminal.lang;
        let problems = render::problems::grouped(&self.problems, lang);
        writeln!(out, "{problems}{}", self.count.get(lang))?;
        self.altered.iter().try_for_each(|line| writeln!(out, "{}", line.get(lang)))
    }
}
