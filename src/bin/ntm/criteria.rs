//! `ntm criteria`: the sets, one set as it applies, and what is wrong with a file.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use ntm::law::{self, Case, Columns, ColumnsBy, Decision, Kind, Library, Resolved, Set};
use ntm::period::Period;
use ntm::problem::{self, Problem};
use ntm::render::output::{Output, PageFormat, WithJson, WithRows};
use ntm::render::terminal::Terminal;
use ntm::report::Tone;
use ntm::report::document::Document;
use ntm::text::{self, Text};
use ntm::{fold, render, report};

use crate::args::{CaseArgs, CriteriaCheckArgs, CriteriaListArgs, CriteriaShowArgs, CriteriaVerb};
use crate::file_names::FileNames;
use crate::input::Found;
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};
use crate::worklist::{self, Shown};
use crate::{confirm, input, lang, shell};

pub(crate) fn run(verb: CriteriaVerb, style: PageStyle) -> Result<Outcome, Stop> {
    match verb {
        CriteriaVerb::List(args) => list(&args, style),
        CriteriaVerb::Show(args) => show(args, style),
        CriteriaVerb::Check(args) => check(&args, style),
        CriteriaVerb::Confirm(args) => confirm::run(&args, style),
    }
}

/// The user's own criteria files, which no output may replace.
fn own_files(paths: &[PathBuf]) -> Result<Vec<Found>, Stop> {
    let files = paths.iter().map(|path| input::criteria_paths(path));
    let files = files.collect::<Result<Vec<_>, _>>()?.concat();
    Ok(files.into_iter().map(Found::named).collect())
}

fn list(args: &CriteriaListArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    targets.spare(&own_files(args.criteria.as_slice())?)?;
    let library = input::library(args.criteria.as_deref())?;
    targets.give(&Sets(&library), style)?;
    Ok(Outcome::Done)
}

/// Every set and layer.
struct Sets<'a>(&'a Library);

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

fn show(args: CriteriaShowArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    targets.spare(&own_files(args.criteria.as_slice())?)?;
    let library = input::library(args.criteria.as_deref())?;
    if let Some((set, layer)) = library.layer(&args.set).filter(|_| args.unconfirmed) {
        worklist::of_layer(args, (&library, set, layer), &targets, style)?;
        return Ok(Outcome::Done);
    }
    let set = find(&library, &args.set)?;
    let period = args.period.unwrap_or_else(|| last_period(set));
    refuse_not_in_force(&set.id, &set.decision, period)?;
    let case = case_of(args.case, set, &library)?;
    let law = set.resolve(period, &case);
    if args.unconfirmed {
        let own = shell::own_sets(args.criteria.as_deref());
        let shown = Shown { library: &library, period, case: &case, own };
        worklist::of_set(set, &law, &shown, &targets, style)?;
        return Ok(Outcome::Done);
    }
    targets.give(&Applying { law: &law, period, case: &case }, style)?;
    Ok(Outcome::Done)
}

/// A set as it applies to a case.
struct Applying<'a> {
    law: &'a Resolved,
    period: Period,
    case: &'a Case,
}

impl Output for Applying<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let page = report::criteria(self.law, self.period);
        Document::of_pages(None, Some(self.period), [(text::sheet_criteria(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithRows::Json => {
                write!(out, "{}", render::json::criteria(self.law, self.period, self.case))
            }
            WithRows::Csv => render::csv::criteria(self.law, out),
        }
    }
}

pub(crate) fn refuse_not_in_force(
    id: &str,
    decision: &Decision,
    period: Period,
) -> Result<(), Stop> {
    if decision.is_in_force(period.last_day()) {
        return Ok(());
    }
    let until = decision.until.map(|day| day.to_string()).unwrap_or_default();
    let message = text::set_not_in_force(id, period, decision.in_force, until);
    Err(Stop::usage(message, text::see_sets()))
}

/// The case asked for, in the words of the set: `dbsh` is DBSH. What the set itself does
/// not go by is taken as well, for a set that it refers to may.
pub(crate) fn case_of(args: CaseArgs, set: &Set, library: &Library) -> Result<Case, Stop> {
    let mut case = Case::from(args);
    let asked = [(ColumnsBy::Region, &mut case.region), (ColumnsBy::Group, &mut case.group)];
    for (by, key) in asked {
        let Some(key) = key else { continue };
        let columns = || columns_by(by, set, library);
        let found = columns().into_iter().find_map(|columns| {
            columns.find(key).filter(|column| *column > 0).map(|column| columns.key(column))
        });
        match found {
            Some(found) => *key = found.into(),
            None => {
                let known: Vec<&str> = distinct(columns().into_iter().flat_map(Columns::keys));
                return Err(Stop::usage(text::no_column(&*key), text::one_of(known.join(", "))));
            }
        }
    }
    refuse_unknown_classes(&case, library)?;
    look_at_province(&case, set, library)?;
    Ok(case)
}

/// A province is named by its code: a name, or a slip, would leave out its decision in
/// silence. Of a province without one that is told, where
/// something is left to it.
fn look_at_province(case: &Case, set: &Set, library: &Library) -> Result<(), Stop> {
    let Some(province) = &case.province else {
        return Ok(());
    };
    let layers = || library.sets.iter().flat_map(|set| &set.layers);
    if !law::is_province(province) {
        let known = layers().filter_map(|layer| {
            Some(format!("{} ({})", layer.province.as_deref()?, layer.decision.issuer))
        });
        let known: BTreeSet<String> = known.collect();
        let known = known.into_iter().collect::<Vec<_>>().join(", ");
        return Err(Stop::usage(text::no_province(province), text::provinces_with_law(known)));
    }
    let mut indicators = set.criteria.iter().flat_map(|criterion| &criterion.indicators);
    let delegates = indicators.any(|indicator| indicator.delegated);
    if delegates && !set.layers.iter().any(|layer| layer.province.as_deref() == Some(&**province)) {
        let told = text::no_overlay_of(province, &set.id);
        output::complain(&format!("ntm: {}\n", told.get(lang::current())));
    }
    Ok(())
}

/// The columns that an attribute of communes may name: those of the set itself where it
/// goes by it, else those of all sets that do.
fn columns_by<'l>(by: ColumnsBy, set: &'l Set, library: &'l Library) -> Vec<&'l Columns> {
    if set.columns.by == by {
        return vec![&set.columns];
    }
    let all = library.sets.iter().map(|set| &set.columns);
    all.filter(|columns| columns.by == by).collect()
}

/// A class that no rule of any set goes by would change nothing, in silence.
fn refuse_unknown_classes(case: &Case, library: &Library) -> Result<(), Stop> {
    let all = || library.sets.iter().map(|set| &set.columns);
    let unknown = |class: &Option<Arc<str>>, knows: fn(&Columns, &str) -> bool| {
        class.clone().filter(|class| !all().any(|columns| knows(columns, class)))
    };
    let rules = || all().flat_map(|columns| &columns.rules);
    let class = unknown(&case.class, Columns::knows_class)
        .map(|class| (class, distinct(rules().flat_map(|rule| words(&rule.classes)))));
    let district = unknown(&case.district_class, Columns::knows_district_class)
        .map(|class| (class, distinct(rules().flat_map(|rule| words(&rule.district_classes)))));
    match class.or(district) {
        Some((class, known)) => {
            let hint = text::one_of(known.join(", "));
            Err(Stop::usage(text::class_without_rule(class), hint))
        }
        None => Ok(()),
    }
}

fn words(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(String::as_str)
}

/// Each once, in the order of the first.
fn distinct<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut seen = BTreeSet::new();
    words.filter(|word| seen.insert(*word)).collect()
}

/// The last month in which a set is in force; where no end is set, the month in
/// which its newest layer begins.
fn last_period(set: &Set) -> Period {
    let begun = set.layers.iter().map(|layer| layer.decision.in_force);
    let newest = begun.chain([set.decision.in_force]).max();
    let day = set.decision.until.or(newest).unwrap_or(set.decision.in_force);
    let period = Period::of(day);
    // The law of a month is that of its last day.
    match set.decision.is_in_force(period.last_day()) {
        true => period,
        false => period.before(),
    }
}

/// The base set with this id. A layer is not shown by itself.
fn find<'l>(library: &'l Library, id: &str) -> Result<&'l Set, Stop> {
    if let Some(set) = library.set(id) {
        return Ok(set);
    }
    if let Some((set, layer)) = library.layer(id) {
        let province = layer.province.as_deref().map(|code| format!(" --province {code}"));
        let period = Period::of(layer.decision.in_force);
        let message = text::is_a_layer(id, &set.id);
        let hint = text::show_with_layer(&set.id, period, province.unwrap_or_default());
        return Err(Stop::usage(message, hint));
    }
    if let Some(city) = library.cities.iter().find(|city| city.id == id) {
        let kind = match city.kind {
            Kind::District => text::district_set(),
            _ => text::city_set(),
        };
        // The options bear the names of the kinds.
        let hint = text::see_city(city.kind.as_str());
        return Err(Stop::usage(text::is_of_a_city(id, kind), hint));
    }
    let ids = library.sets.iter().map(|set| set.id.as_str());
    let near = fold::nearest(id, ids.clone());
    let hint = text::near_or(&near, text::one_of(ids.collect::<Vec<_>>().join(", ")));
    Err(Stop::usage(text::no_set(id), hint))
}

/// Checks files together with the built-in sets, which they may change.
fn check(args: &CriteriaCheckArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output)?;
    targets.spare(&own_files(&[args.paths.as_slice(), args.criteria.as_slice()].concat())?)?;
    let (mut own, mut names) = (Vec::new(), FileNames::default());
    for path in args.paths.iter().chain(&args.criteria) {
        names.add_bare(input::criteria_paths(path)?.iter().map(PathBuf::as_path));
        own.extend(input::criteria_files(path)?);
    }
    let built_in = law::built_in();
    let files = if own.is_empty() { built_in.len() } else { own.len() };
    let mut copies = law::altered_copies(&own);
    // That a set of one's own is not built in needs no word here.
    copies.retain(|(id, _)| built_in.iter().any(|set| set.id == *id));
    let sources = built_in.into_iter().chain(own).collect();
    let problems: Vec<Problem> = match Library::load_on(sources, input::today()) {
        Ok(library) => library.warnings,
        Err(problems) => problems,
    };
    let errors = problem::errors(&problems);
    let count = text::checked_criteria(files, errors, problem::warnings(&problems));
    let altered = copies.iter().map(|(set, altered)| report::altered_line((set, altered)));
    let altered = altered.collect();
    targets.give(&Checked { files, problems: &problems, count, altered, names: &names }, style)?;
    Ok(if errors > 0 { Outcome::Failed } else { Outcome::Done })
}

/// What is wrong with criteria files.
struct Checked<'a> {
    files: usize,
    problems: &'a [Problem],
    /// How many problems there are, in words.
    count: Text,
    /// Where the user's copies differ from the built-in sets.
    altered: Vec<Text>,
    /// What files are called in documents.
    names: &'a FileNames,
}

impl Output for Checked<'_> {
    type Machine = WithRows;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        let mut page = report::problems(&self.names.problems(self.problems), self.count.clone());
        page.notes.extend(self.altered.iter().map(|line| (Tone::Plain, line.clone())));
        Document::of_pages(None, None, [(text::sheet_problems(), page)])
    }

    fn machine(&self, format: WithRows, out: &mut dyn Write) -> io::Result<()> {
        let problems = self.names.typed(self.problems);
        match format {
            WithRows::Json => write!(out, "{}", render::json::check(self.files, 0, &problems, &[])),
            WithRows::Csv => render::csv::problems(&problems, out),
        }
    }

    fn terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let lang = terminal.lang;
        writeln!(out, "{}{}", output::problem_lines(self.problems), self.count.get(lang))?;
        self.altered.iter().try_for_each(|line| writeln!(out, "{}", line.get(lang)))
    }
}
