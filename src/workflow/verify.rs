//! `ntm verify`: a dossier compared with its receipt, and scored again from what is in it.

mod package;

use std::io::{self, Write};

use jiff::civil::Date;

pub use self::package::Package;
use super::dossier::{self, Dossier, DossierInputs};
use crate::analysis::receipt::{Receipt, Tool};
use crate::analysis::verify::{
    self, Difference, EXPLAINED, Explained, RECEIPT, Reason, Verification,
};
use crate::law::{self, Origin};
use crate::problem::{Location, Problem, Stop};
use crate::render::output::{Output, PageFormat, WithJson};
use crate::report::document::Document;
use crate::text::{Text, verify as say};
use crate::{render, report};

/// What came of it.
pub struct Verified<'a>(pub &'a Verification);

impl Output for Verified<'_> {
    type Machine = WithJson;

    fn document(&self, _: PageFormat, _: u16) -> Document {
        Document::of_page(report::verify(self.0))
    }

    fn machine(&self, format: WithJson, out: &mut dyn Write) -> io::Result<()> {
        match format {
            WithJson::Json => write!(out, "{}", render::json::verify(self.0)),
        }
    }
}

/// Compares a dossier with its receipt, and scores what is in it again. `path`: its name;
/// `expected`: the digest that the receipt is to have; `today`: nothing is confirmed later.
pub fn verify(
    package: Package,
    path: String,
    expected: Option<String>,
    today: Date,
) -> Verification {
    let mut verified = Verification { path, expected, ..Verification::default() };
    compare_all(package, &mut verified, today);
    verified
}

fn compare_all(mut package: Package, verified: &mut Verification, today: Date) {
    if package.broken {
        verified.differences.push(Difference::ArchiveDamaged);
        return;
    }
    let receipt = match verify::parse_receipt(package.receipt.as_deref()) {
        Ok(receipt) => receipt,
        Err(why) => {
            // What stands in its place says more than that it is not there.
            let replaced = package.odd.iter().any(|(path, _)| path == RECEIPT);
            verified.differences.extend((!replaced).then_some(why));
            let odd = package.odd.into_iter();
            verified.differences.extend(odd.map(|(path, why)| Difference::Odd(None, path, why)));
            return;
        }
    };
    let bytes = package.receipt.as_deref().unwrap_or_default();
    let expected = verified.expected.as_deref();
    let mut differences = verify::receipt(&receipt, bytes, expected);
    differences.extend(verify::files(&receipt, &package.found()));
    if differences.is_empty() && package.is_repacked() {
        differences.push(Difference::Repacked);
    }
    let other_sets = other_sets(&receipt);
    if receipt.tool == Tool::this() {
        differences.extend(other_sets.iter().cloned().map(Difference::OtherSet));
    } else {
        verified.other_sets = other_sets;
    }
    restore(&mut package, &differences);
    again(&receipt, &package, today, (&mut differences, verified));
    verified.differences = differences;
    verified.receipt = Some(receipt);
}

/// Puts files that were only moved back, so that what they say is scored.
fn restore(package: &mut Package, differences: &[Difference]) {
    for difference in differences {
        let Difference::Moved(_, from, to) = difference else {
            continue;
        };
        if let (false, Some(bytes)) = (package.files.contains_key(from), package.files.get(to)) {
            package.files.insert(from.clone(), bytes.clone());
        }
    }
}

/// Scores what is kept once more.
fn again(
    receipt: &Receipt,
    package: &Package,
    today: Date,
    (differences, verified): (&mut Vec<Difference>, &mut Verification),
) {
    let inputs = DossierInputs::from_receipt(receipt, &package.files);
    let made = match inputs.map(|inputs| dossier::make(&inputs, None, today)) {
        Some(Ok(made)) => made,
        Some(Err(stop)) => {
            reasons(stop, &mut verified.reasons);
            return differences.push(Difference::NoResult);
        }
        None => {
            if !differences.iter().any(Difference::is_of_source) {
                verified.reasons.push(reason(say::unknown_question()));
            }
            return differences.push(Difference::NoResult);
        }
    };
    verified.verdicts = verify::verdicts(receipt, &made.receipt);
    let explained = made.files.iter().find(|(path, _)| path == EXPLAINED);
    let now = explained.map(|(_, bytes)| Explained::from_json(bytes)).unwrap_or_default();
    verified.parts = verify::parts(receipt, &package.files, &now);
    verified.proves = verify::proves(receipt, &now);
    // A draft says of itself that it is none to hand in.
    verified.not_final =
        made.refusal.is_some().then(|| made.receipt.lacking.clone()).filter(|_| !receipt.draft);
    compare(receipt, &made, differences);
}

/// Why there is no result, by the names of the files in the dossier.
fn reasons(stop: Stop, all: &mut Vec<Reason>) {
    match stop {
        Stop::Usage { message, .. } => all.push(reason(message)),
        Stop::Problems { problems, .. } => {
            let errors = problems.into_iter().filter(Problem::is_error);
            all.extend(errors.map(|problem| Reason {
                code: Some(problem.code),
                place: problem.place,
                message: problem.message,
            }));
        }
        Stop::Several(stops) => stops.into_iter().for_each(|stop| reasons(stop, all)),
    }
}

fn reason(message: Text) -> Reason {
    Reason { code: None, place: Location::default(), message }
}

/// What the inputs give now, held against the receipt. Where inputs differ the pages do
/// too, which says nothing more; those of another version are not comparable.
fn compare(receipt: &Receipt, made: &Dossier, differences: &mut Vec<Difference>) {
    if differences.iter().any(Difference::is_of_source) {
        return;
    }
    if !receipt.draft && made.refusal.is_some() {
        differences.push(Difference::NotFinal(made.receipt.lacking.clone()));
    }
    differences.extend(verify::fields(receipt, &made.receipt));
    if differences.iter().any(|d| matches!(d, Difference::Version { .. })) {
        return;
    }
    let given = |path: &str| made.receipt.outputs.iter().find(|file| file.path == path);
    for output in &receipt.outputs {
        if given(&output.path) != Some(output) {
            differences.push(Difference::NotGiven(output.path.clone()));
        }
    }
    let kept = |path: &str| receipt.outputs.iter().any(|file| file.path == path);
    let left_out = made.receipt.outputs.iter().filter(|file| !kept(&file.path));
    differences.extend(left_out.map(|file| Difference::NotGiven(file.path.clone())));
    // All the same and yet not the same list: in another order.
    let told = |d: &Difference| matches!(d, Difference::NotGiven(_));
    if !differences.iter().any(told) && receipt.outputs != made.receipt.outputs {
        differences.push(Difference::Field("outputs".to_owned()));
    }
}

/// The built-in sets that are not those of this program, or that were left out.
fn other_sets(receipt: &Receipt) -> Vec<String> {
    let own = law::built_in();
    let built_in = receipt.sets.iter().filter(|set| set.origin == Origin::BuiltIn.as_str());
    let other = built_in.filter(|set| {
        let same = |own: &law::Source| own.id == set.id && own.sha256() == set.sha256;
        !own.iter().any(same)
    });
    let left_out = own.iter().filter(|own| !receipt.sets.iter().any(|set| set.id == own.id));
    other.map(|set| set.id.clone()).chain(left_out.map(|own| own.id.clone())).collect()
}
