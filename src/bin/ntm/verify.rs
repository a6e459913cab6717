//! `ntm verify`: a dossier held against its receipt, and scored again from what is in it.

use std::io::Write;
use std::path::Path;

use ntm::analysis::receipt::{Receipt, Unreadable};
use ntm::analysis::verification::{self, Difference, Verification};
use ntm::law::{self, Origin};
use ntm::render::terminal::Terminal;
use ntm::text::dossier as say;
use ntm::{render, report};

use crate::args::{Format, VerifyArgs};
use crate::dossier::kit::Kit;
use crate::dossier::made::{self, Made};
use crate::dossier::package::{self, Package};
use crate::outcome::{Outcome, Stop};
use crate::output::{self, PageStyle, Targets};

/// The forms of a verification.
const FORMS: [Format; 3] = [Format::Table, Format::Json, Format::Markdown];

pub(crate) fn run(args: &VerifyArgs, style: PageStyle) -> Result<Outcome, Stop> {
    let targets = Targets::new(&args.output, &FORMS)?;
    let package = Package::open(&args.receipt)?;
    let receipt = match Receipt::read(&package.receipt) {
        Ok(receipt) => receipt,
        // It stands where a receipt stands: what it was is lost, and that is a difference.
        Err(Unreadable::NotAReceipt) if is_receipts_place(&args.receipt) => {
            let message = say::damaged_receipt(args.receipt.display());
            output::complain(&output::usage_line(&message, &say::ask_for_the_dossier()));
            return Ok(Outcome::Failed);
        }
        Err(why) => return Err(unreadable(&why, &args.receipt)),
    };
    let verified = verify(receipt, &package);
    let page = || [report::verification(&verified)];
    let form = |format, terminal: Terminal, out: &mut dyn Write| match format {
        Format::Json => write!(out, "{}", render::json::verification(&verified)),
        Format::Markdown => output::markdown(&page(), terminal, out),
        _ => output::draw(&page(), terminal, out),
    };
    targets.write(&form, style)?;
    Ok(if verified.is_same() { Outcome::Done } else { Outcome::Failed })
}

/// Whether a path is a dossier, or the receipt in it.
fn is_receipts_place(path: &Path) -> bool {
    let is = |name: &str| path.file_name().is_some_and(|file| file == name);
    path.is_dir() || is("receipt.json") || path.extension().is_some_and(|ending| ending == "zip")
}

fn unreadable(why: &Unreadable, path: &Path) -> Stop {
    match why {
        Unreadable::NotAReceipt => package::not_a_receipt(path),
        Unreadable::Newer(schema) => Stop::usage(say::newer_receipt(schema), say::newer_program()),
        Unreadable::Path(name) => {
            Stop::usage(say::unsafe_path(name.escape_default()), say::do_not_open())
        }
    }
}

fn verify(receipt: Receipt, package: &Package) -> Verification {
    let mut differences = verification::receipt(&receipt, &package.receipt);
    differences.extend(verification::files(&receipt, &package.found()));
    if differences.is_empty() && package.is_repacked() {
        differences.push(Difference::Repacked);
    }
    let (mut verdicts, mut parts) = (Vec::new(), Vec::new());
    let kit = Kit::of(&receipt, &package.files);
    match kit.map(|kit| made::make(&kit)) {
        Some(Ok(made)) => {
            verdicts = verification::verdicts(&receipt, &made.receipt);
            let score = |made: &Made| made.files.iter().find(|(path, _)| path == SCORE).cloned();
            if let (Some(was), Some((_, now))) = (package.files.get(SCORE), score(&made)) {
                parts = verification::parts(was, &now);
            }
            again(&receipt, &made, &mut differences);
        }
        Some(Err(stop)) => {
            // Why, by the names of the files in the dossier.
            output::tell(&Err(stop));
            differences.push(Difference::NoResult);
        }
        None => differences.push(Difference::NoResult),
    }
    let other_sets = other_sets(&receipt);
    Verification { receipt, differences, verdicts, parts, other_sets }
}

/// The file of the score.
const SCORE: &str = "score.json";

/// What the inputs give now, held against the receipt. Where inputs differ the pages do
/// too, which says nothing more; those of another version are not comparable.
fn again(receipt: &Receipt, made: &Made, differences: &mut Vec<Difference>) {
    if differences.iter().any(Difference::is_of_source) {
        return;
    }
    let fields = verification::fields(receipt, &made.receipt);
    if !receipt.draft && made.refusal.is_some() {
        differences.push(Difference::Field("draft".to_owned()));
    }
    differences.extend(fields);
    if differences.iter().any(|d| matches!(d, Difference::Version { .. })) {
        return;
    }
    let given = |path: &str| made.receipt.outputs.iter().find(|file| file.path == path);
    for output in &receipt.outputs {
        if given(&output.path) != Some(output) {
            differences.push(Difference::NotGiven(output.path.clone()));
        }
    }
}

/// The built-in sets that are not those of this program.
fn other_sets(receipt: &Receipt) -> Vec<String> {
    let own = law::built_in();
    let built_in = receipt.sets.iter().filter(|set| set.origin == Origin::BuiltIn.as_str());
    let other = built_in.filter(|set| {
        let same = |own: &law::Source| own.id == set.id && own.sha256() == set.sha256;
        !own.iter().any(same)
    });
    other.map(|set| set.id.clone()).collect()
}
