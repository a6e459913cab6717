//! `ntm criteria`: the sets, one set as it applies, and what is wrong with a file.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use ntm::law::{self, Case, Columns, ColumnsBy, Decision, Kind, Library, Set};
use ntm::period::Period;
use ntm::problem::{self, Problem};
use ntm::render::terminal::Terminal;
use ntm::report::Page;
use ntm::{fold, render, report, text};

use crate::args::{
    CaseArgs, CriteriaCheckArgs, CriteriaListArgs, CriteriaShowArgs, CriteriaVerb, Format,
};
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

/// The forms of a page.
const PAGES: [Format; 3] = [Format::Table, Format::Json, Format::Markdown];

pub(crate) fn page(
    page: &Page,
    format: Format,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    let pages = std::slice::from_ref(page);
    match format {
        Format::Markdown => output::markdown(pages, terminal, out),
        _ => output::draw(pages, terminal, out),
    }
}

fn list(args: &CriteriaListArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output, &PAGES)?;
    targets.spare(&own_files(args.criteria.as_slice())?)?;
    let library = input::library(args.criteria.as_deref())?;
    let form = |format, terminal, out: &mut dyn Write| match format {
        Format::Json => write!(out, "{}", render::json::sets(&library)),
        _ => page(&report::sets(&library), format, terminal, out),
    };
    targets.write(&form, style)?;
    Ok(Outcome::Done)
}

fn show(args: CriteriaShowArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let forms: &[Format] = if args.unconfirmed { &worklist::FORMS } else { &PAGES };
    let targets = Targets::new(&args.output, forms)?;
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
    let form = |format, terminal, out: &mut dyn Write| match format {
        Format::Json => write!(out, "{}", render::json::criteria(&law, period, &case)),
        _ => page(&report::criteria(&law, period), format, terminal, out),
    };
    targets.write(&form, style)?;
    Ok(Outcome::Done)
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
    Ok(case)
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
    let targets = Targets::new(&args.output, &[Format::Table, Format::Json])?;
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
    let form = |format, _, out: &mut dyn Write| match format {
        Format::Json => {
            let problems = names.problems(&problems);
            write!(out, "{}", render::json::check(files, 0, &problems, &[]))
        }
        _ => {
            let count = text::checked_criteria(files, errors, problem::warnings(&problems));
            writeln!(out, "{}{}", output::problem_lines(&problems), count.get(lang::current()))?;
            copies.iter().try_for_each(|(set, altered)| {
                writeln!(out, "{}", report::altered_line((set, altered)).get(lang::current()))
            })
        }
    };
    targets.write(&form, style)?;
    Ok(if errors > 0 { Outcome::Failed } else { Outcome::Done })
}
