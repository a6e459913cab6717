//! The receipt of what was made.

use std::collections::BTreeSet;

use super::inputs::DossierInputs;
use crate::analysis::explain::Explained;
use crate::analysis::ladder::Step;
use crate::analysis::receipt::{
    Below, Commune, Contradictions, Counts, File, Input as InputFile, Lacking, Options, Receipt,
    Recognition, SCHEMA, SetFile, Tool, Verdicts,
};
use crate::law::{Resolved, sha256};
use crate::problem::{Code, Problem};
use crate::report::Scoring;
use crate::report::dossier::Assessment;

/// The conditions of recognition, as the title's step has them.
fn recognition(of: &Assessment) -> Option<Recognition> {
    let level = of.explained.submission.level;
    let step = of.steps.iter().find(|step| step.level == level)?;
    let verdicts = step.conditions.as_ref()?.iter();
    let verdicts = verdicts.map(|one| (one.id.clone(), one.status.as_str().to_owned()));
    let (law, _) = of.recognition?;
    Some(Recognition {
        set: law.set.clone(),
        eligible: step.eligible(),
        verdicts: Verdicts(verdicts.collect()),
    })
}

fn below(step: &Step) -> Below {
    Below {
        level: step.level.as_str().to_owned(),
        set: step.card.as_ref().map(|card| card.tally.law.set.clone()),
        achieved: step.achieved(),
        open: step.open_ids().unwrap_or_default(),
    }
}

fn contradictions(found: &[Problem]) -> Contradictions {
    let of = |code| found.iter().filter(|problem| problem.code == code).count();
    Contradictions { levels: of(Code::ContradictsLowerLevel), parts: of(Code::PartContradiction) }
}

/// The sets that the verdicts rest on: those of the result, of the titles below, and the
/// conditions of recognition.
pub(super) fn used_sets<'a>(
    explained: &'a Explained,
    steps: &'a [Step],
    conditions: Option<&'a Resolved>,
) -> BTreeSet<&'a str> {
    let level = explained.submission.level;
    let below = steps.iter().filter(|step| step.level < level);
    let below = below.filter_map(|step| Some(&*step.card.as_ref()?.tally.law));
    let laws = std::iter::once(&*explained.card.tally.law).chain(below).chain(conditions);
    laws.flat_map(|law| &law.layers).map(|layer| layer.id.as_str()).collect()
}

/// How it was made.
fn options(gathered: &DossierInputs) -> Options {
    let settings = &gathered.settings;
    Options {
        decimal: settings.decimal.map(|decimal| decimal.to_string()),
        lenient: settings.lenient,
        lang: settings.lang.to_string(),
        criteria: settings.own_criteria,
        evidence: gathered.evidence.is_some(),
        figures_only: settings.figures_only,
        left_out: settings.left_out.clone(),
    }
}

/// The receipt, still without its digest. `files`: what was made.
pub(super) fn receipt(
    gathered: &DossierInputs,
    (of, scoring): (&Assessment, &Scoring),
    files: &[(String, Vec<u8>)],
) -> Receipt {
    let Assessment { explained, lacks, .. } = of;
    let (settings, tally) = (&gathered.settings, &explained.card.tally);
    let used = used_sets(explained, of.steps, of.recognition.map(|(law, _)| law));
    let inputs = gathered.inputs.iter().map(|kept| InputFile {
        path: kept.path.clone(),
        role: kept.role,
        period: kept.period.map(|period| period.to_string()),
        size: kept.bytes.len() as u64,
        sha256: sha256(&kept.bytes),
    });
    let sets = gathered.sets.iter().map(|set| SetFile {
        path: set.name.clone(),
        id: set.id.clone(),
        origin: set.origin.as_str().to_owned(),
        used: used.contains(set.id.as_str()),
        size: set.text.len() as u64,
        sha256: set.sha256(),
    });
    let counts = tally.counts();
    let verdicts = tally.law.indicators.iter().zip(&tally.statuses);
    let verdicts = verdicts.map(|(i, status)| (i.id.to_string(), status.as_str().to_owned()));
    let level = explained.submission.level;
    let titles_below = of.steps.iter().filter(|step| step.level < level);
    let file = |(path, bytes): &(String, Vec<u8>)| File::from_bytes(path, bytes);
    Receipt {
        schema: SCHEMA.to_owned(),
        tool: Tool::this(),
        period: settings.period.to_string(),
        level: settings.level.as_str().to_owned(),
        source: settings.voice.as_str().to_owned(),
        commune: Commune {
            code: explained.commune.code.clone(),
            name: explained.commune.name.clone(),
        },
        draft: settings.draft,
        options: options(gathered),
        inputs: inputs.collect(),
        sets: sets.collect(),
        evidence: gathered.evidence.iter().flatten().map(file).collect(),
        outputs: files.iter().map(file).collect(),
        achieved: tally.achieved(),
        counts: Counts {
            met: counts.met,
            not_met: counts.not_met,
            missing: counts.missing,
            undetermined: counts.undetermined,
            not_applicable: counts.not_applicable,
            total: tally.law.indicators.len(),
        },
        thresholds: scoring.summary.thresholds,
        lacking: Lacking {
            verdicts: lacks.verdicts.len() + lacks.unnamed.len(),
            thresholds: lacks.thresholds.len() + lacks.clauses.len(),
            evidence: lacks.unproved(),
            expired: lacks.expired.len(),
            files: lacks.files.len(),
            below: lacks.below.len(),
            faults: lacks.faults,
            conditions: lacks.conditions.len(),
            unclear: lacks.unclear.len(),
        },
        contradictions: contradictions(of.contradictions),
        below: titles_below.map(below).collect(),
        recognition: recognition(of),
        verdicts: Verdicts(verdicts.collect()),
        sha256: String::new(),
    }
}
