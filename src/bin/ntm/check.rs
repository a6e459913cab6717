//! `ntm check`: what is wrong with data and roster, without scoring.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ntm::intake::{Finding, Intake};
use ntm::period::Period;
use ntm::problem::Problem;
use ntm::render::output::{PagesOnly, formats};
use ntm::report::document::Document;
use ntm::text::folder as say;
use ntm::workflow::check::{Evidence, Options, check};
use ntm::workflow::codes;
use ntm::workflow::session::Input;

use crate::args::CheckArgs;
use crate::found::{Found, folder_period};
use crate::input::Files;
use crate::outcome::{Outcome, Stop};
use crate::output::PageStyle;
use crate::taken::DataFolder;
use crate::targets::Targets;
use crate::{beside, evidence, fix, folder, input, paths};

pub(crate) fn run(args: &CheckArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    if let Some(asked) = &args.explain {
        let targets = Targets::among(&args.output, formats::<PagesOnly>())?;
        targets.give(&Document::of_page(codes::page(asked)?), style)?;
        return Ok(Outcome::Done);
    }
    let fix = args.fix.then(|| fix::folder(&args.output.output)).transpose()?;
    let targets = match fix {
        Some(_) => Targets::none(),
        None => Targets::new(&args.output)?,
    };
    let (mut input, mut files) = input::open_what_is_there(&args.data, &targets)?;
    let read = input::read(&mut input, true);
    let before = MonthsBefore { files: &files, asked: args.data.period };
    let sources = input::sources(before.data());
    let earlier = (!sources.is_empty()).then(|| input.read_others(&sources));
    let skipped = before.skipped(&input);
    input.passed.extend(skipped);
    let unread = earlier.as_ref().map(|earlier| before.unread(earlier));
    input.passed.extend(unread.into_iter().flatten());
    let evidence = args.evidence.as_deref();
    let evidence = evidence.map(|folder| listed(folder, &targets, &mut files)).transpose()?;
    let name = |folder: &DataFolder| (folder.path.display().to_string(), folder.period);
    let options = Options {
        level: args.level,
        voice: args.source,
        earlier,
        folders: files.folders.iter().map(name).collect(),
        whole_folder: args.data.paths.iter().any(|path| path.is_dir()),
        evidence,
    };
    let checked = check(&input, read, options, files.names)?;
    targets.give(&checked, style)?;
    if let Some(folder) = fix {
        fix::write(&checked.clean_copies(&input)?, &input, folder)?;
    }
    Ok(if checked.errors() > 0 { Outcome::Failed } else { Outcome::Done })
}

/// A folder of evidence, none of which a target may replace.
fn listed(folder: &Path, targets: &Targets, files: &mut Files) -> Result<Evidence, Stop> {
    let listed = evidence::listed(folder)?;
    targets.keep_out_of(folder)?;
    let inside = listed.files.iter().map(|(_, path)| Found::named(path.clone()));
    targets.spare(&inside.collect::<Vec<_>>())?;
    files.names.add_folder(folder, &paths::real);
    let (name, doubts) = (folder.display().to_string(), listed.doubts());
    let paths = listed.files.into_iter().map(|(inside, _)| inside).chain(listed.links);
    Ok(Evidence { name, own_name: listed.name, paths: paths.collect(), doubts })
}

/// The months before the folders named, which nobody asked for: what is wrong there is
/// nobody's concern here.
struct MonthsBefore<'a> {
    files: &'a Files,
    /// The period that alone is asked for.
    asked: Option<Period>,
}

impl MonthsBefore<'_> {
    /// Their data, where they lie beside the folders and were not named.
    fn data(&self) -> Vec<Found> {
        let data = |(path, period)| folder::month_before(path, period);
        self.not_named().filter_map(data).flatten().collect()
    }

    /// Those that are there and cannot be read, be it that they are named otherwise.
    fn skipped(&self, input: &Input) -> Vec<Problem> {
        let told = self.not_named().filter_map(|(path, period)| {
            let above = above(path)?;
            let there = !beside::is_absent(&above, period.before());
            there.then(|| beside::skipped(&above, period.before()))?
        });
        // What lies beside all months that were named is told already.
        let known =
            |problem: &Problem| input.passed.iter().any(|p| p.place.file == problem.place.file);
        told.map(|skipped| skipped.problem()).filter(|problem| !known(problem)).collect()
    }

    /// Their files that cannot be read, of which nothing is compared.
    fn unread(&self, earlier: &Intake) -> Vec<Problem> {
        let of_file = |finding: &&Finding| {
            let place = &finding.problem.place;
            finding.problem.is_error() && (place.line.is_none() || finding.is_of_header())
        };
        let mut unread: BTreeMap<Option<Period>, BTreeSet<String>> = BTreeMap::new();
        for finding in earlier.findings.iter().filter(of_file) {
            let path = Path::new(&finding.problem.place.file);
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            unread.entry(path.parent().and_then(folder_period)).or_default().insert(name);
        }
        let told = self.not_named().filter_map(|(path, period)| {
            let files = unread.get(&Some(period.before()))?;
            let files = files.iter().cloned().collect::<Vec<_>>().join(", ");
            let (why, hint) = (say::files_unread(files), say::check_that_month());
            Some(beside::Skipped::new(&above(path)?, period.before(), (why, hint)).problem())
        });
        told.collect()
    }

    /// The folders of months whose month before was not named too.
    fn not_named(&self) -> impl Iterator<Item = (&Path, Period)> {
        let folders = &self.files.folders;
        let named: BTreeSet<Period> = folders.iter().filter_map(|f| f.period).collect();
        let asked = folders.iter().filter_map(|f| Some((f.path.as_path(), f.period?)));
        let asked = asked.filter(move |(_, period)| !named.contains(&period.before()));
        asked.filter(|(_, period)| self.asked.is_none_or(|asked| asked == *period))
    }
}

/// The folder in which one lies, as typed where that says it.
fn above(path: &Path) -> Option<PathBuf> {
    let typed = path.parent().filter(|above| !above.as_os_str().is_empty());
    typed.map(Path::to_owned).or_else(|| paths::as_named(path).parent().map(Path::to_owned))
}
