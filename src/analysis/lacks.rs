//! What stands against handing a result in: what is not met, what rests on a threshold
//! that nobody has confirmed, what nothing proves. Of the titles below, which this one
//! presupposes, and of the conditions of recognition as much is asked as of the title.

use jiff::civil::Date;

use super::explain::{Chain, Explained};
use super::ladder::{Condition, Step};
use crate::intake::Observation;
use crate::intake::evidence::{self, CitedDocument, Proofs};
use crate::law::{Level, Library, Resolved, Set, ToConfirm};
use crate::period;
use crate::score::{PartScore, Status};

/// Everything that stands against it, each in the order of the law.
#[derive(Clone, Debug, Default)]
pub struct Lacks {
    /// Indicators that are not met, without value or without threshold, by their places.
    pub verdicts: Vec<(usize, Status)>,
    /// Indicators that are met and do not name what is to be named, such as the field in
    /// which a commune stands out: their places, and what that is.
    pub unnamed: Vec<(usize, String)>,
    /// Conditions of recognition that are not met, without value or without threshold.
    pub conditions: Vec<Condition>,
    /// Thresholds that are not confirmed, and factors of those that are multiples; of the
    /// titles below and the conditions too. Also of indicators that do not apply: that
    /// they need not is read with the threshold.
    pub thresholds: Vec<ToConfirm>,
    /// The rule that sent the commune to its column, and the sets that must be met first,
    /// where they are not confirmed.
    pub clauses: Vec<ToConfirm>,
    /// Values that nothing proves: indicator and part, by their places.
    pub evidence: Vec<(usize, usize)>,
    /// The same of the titles below and of the conditions: the numbers of their indicators.
    pub evidence_beside: Vec<(Level, Vec<String>)>,
    /// Faults of the data that were taken as missing: of what is not asked for as well.
    pub faults: usize,
    /// Documents that no longer were valid when the period ended.
    pub expired: Vec<Expired>,
    /// Documents that are cited and have no file, with what they prove.
    pub files: Vec<FileLacking>,
    /// Cells of evidence whose documents cannot be told apart, with what they prove.
    pub unclear: Vec<(String, Vec<IndicatorRef>)>,
    /// The titles below, which this one presupposes, whose criteria are not met.
    pub below: Vec<Below>,
}

/// A title below whose criteria are not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// The title.
    pub level: Level,
    /// What is open there, in the order of the law; `None` where nothing was reported.
    pub open: Option<Vec<String>>,
}

/// An indicator of a title, or a condition of recognition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorRef {
    /// The title.
    pub level: Level,
    /// Its number.
    pub id: String,
}

/// A document that is cited and has no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLacking {
    /// As written.
    pub name: String,
    /// Its day by the row, where its own words give none.
    pub day: Option<Date>,
    /// What it proves.
    pub proves: Vec<IndicatorRef>,
}

impl FileLacking {
    /// The document.
    pub fn document(&self) -> CitedDocument<'_> {
        CitedDocument { name: &self.name, day: self.day }
    }
}

/// A document that proves nothing any more, as its rows write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expired {
    /// The document; of several that a row cites each, for the row gives one date.
    pub document: String,
    /// Until when it was valid.
    pub until: String,
    /// What it should prove.
    pub proves: Vec<IndicatorRef>,
}

/// What a result is compared with.
#[derive(Clone, Copy, Debug)]
pub struct LacksInputs<'a> {
    /// The result.
    pub title: &'a Explained<'a>,
    /// The titles below and the conditions of recognition that are asked for, as far as
    /// the commune tells of them.
    pub beside: &'a [Explained<'a>],
    /// The ladder of the commune, with the conditions that are asked for.
    pub steps: &'a [Step],
    /// The conditions of recognition, where they are asked for.
    pub conditions: Option<&'a Resolved>,
    /// The sets.
    pub library: &'a Library,
    /// What the files of evidence prove, where they are at hand.
    pub proofs: Option<&'a Proofs<'a>>,
    /// How many faults were taken as missing.
    pub faults: usize,
}

impl Lacks {
    /// What stands against a result.
    pub fn find(case: LacksInputs) -> Lacks {
        let LacksInputs { title, steps, .. } = case;
        let level = title.submission.level;
        let own = steps.iter().find(|step| step.level == level);
        let asked = own.and_then(|step| step.conditions.as_ref()).into_iter().flatten();
        let open = asked.clone().filter(|condition| !condition.status.counts_as_met());
        let mut lacks = Lacks {
            below: below(steps, level),
            unnamed: unnamed(steps, level),
            conditions: open.cloned().collect(),
            faults: case.faults,
            ..Lacks::default()
        };
        let law = &title.card.tally.law;
        lacks.rests_on(title.set, law, title, &|_| true);
        for step in steps.iter().filter(|step| step.level < level) {
            let law = step.card.as_ref().map(|card| &card.tally.law);
            let set = law.and_then(|law| Some((case.library.set(&law.set)?, law)));
            if let Some((set, law)) = set {
                lacks.rests_on(set, law, title, &|_| true);
            }
        }
        let set = case.conditions.and_then(|law| Some((case.library.set(&law.set)?, law)));
        if let Some((set, law)) = set {
            // Conditions of other titles are nothing to this one.
            let ids: Vec<&str> = asked.map(|condition| condition.id.as_str()).collect();
            lacks.rests_on(set, law, title, &|id| ids.contains(&id));
        }
        for chain in &title.chains {
            let status = title.card.indicators[chain.indicator].status;
            if !status.counts_as_met() {
                lacks.verdicts.push((chain.indicator, status));
            }
        }
        lacks.evidence = bare(title);
        for beside in case.beside {
            let law = &beside.card.tally.law.indicators;
            let mut ids: Vec<String> =
                bare(beside).iter().map(|(place, _)| law[*place].id.to_string()).collect();
            ids.dedup();
            lacks.evidence_beside.extend((!ids.is_empty()).then_some((law_level(beside), ids)));
        }
        for explained in std::iter::once(title).chain(case.beside) {
            for chain in &explained.chains {
                lacks.papers(explained, chain, case.proofs);
            }
        }
        lacks
    }

    /// What of a set was used and is not confirmed, each once.
    fn rests_on(
        &mut self,
        set: &Set,
        law: &Resolved,
        explained: &Explained,
        asked: &dyn Fn(&str) -> bool,
    ) {
        let (case, period) = (&explained.commune.case, explained.submission.period);
        let figures = set.to_confirm(law, period, case).into_iter();
        // Without a threshold there is no verdict either: that is reported as such.
        let figures = figures.filter(|entry| entry.confidence().is_some() && asked(&entry.word()));
        for (list, entries) in [
            (&mut self.thresholds, figures.collect()),
            (&mut self.clauses, set.clauses_to_confirm(Some(case))),
        ] {
            for entry in entries {
                if !list.iter().any(|known| known.is(&entry)) {
                    list.push(entry);
                }
            }
        }
    }

    /// The documents of an indicator: those that have expired, that have no file, and what
    /// cannot be told to be one document or several.
    fn papers(&mut self, explained: &Explained, chain: &Chain, proofs: Option<&Proofs>) {
        let law = &explained.card.tally.law.indicators[chain.indicator];
        let of = || IndicatorRef { level: law_level(explained), id: law.id.to_string() };
        let all = explained.submission.evidence();
        let cited = &all[law.parts()];
        for cell in cited.iter().flatten().filter(|cell| evidence::is_unclear(cell)) {
            add(&mut self.unclear, cell, of());
        }
        let last = explained.submission.period.last_day();
        for row in chain.rows.iter().filter(|row| row.proves()) {
            let until = row.cell("valid_until");
            let passed = until.and_then(period::parse_date).is_some_and(|date| date < last);
            let Some(until) = until.filter(|_| passed) else {
                continue;
            };
            for document in evidence::documents(&[row.cell("evidence")]) {
                self.expire(document, until, of());
            }
        }
        let Some(proofs) = proofs else {
            return;
        };
        let citations = explained.submission.citations();
        for document in evidence::cited(&citations[law.parts()]) {
            if proofs.files_of(explained.submission.commune, document).is_empty() {
                self.miss_file(document, of());
            }
        }
    }

    fn miss_file(&mut self, CitedDocument { name, day }: CitedDocument, of: IndicatorRef) {
        let same = |other: &&mut FileLacking| other.name == name && other.day == day;
        match self.files.iter_mut().find(same) {
            Some(known) if known.proves.contains(&of) => {}
            Some(known) => known.proves.push(of),
            None => {
                self.files.push(FileLacking { name: name.to_owned(), day, proves: vec![of] });
            }
        }
    }

    fn expire(&mut self, document: &str, until: &str, of: IndicatorRef) {
        let same = |other: &&mut Expired| other.document == document && other.until == until;
        match self.expired.iter_mut().find(same) {
            Some(known) if known.proves.contains(&of) => {}
            Some(known) => known.proves.push(of),
            None => self.expired.push(Expired {
                document: document.to_owned(),
                until: until.to_owned(),
                proves: vec![of],
            }),
        }
    }

    /// How many values have no evidence, of the titles below and the conditions too.
    pub fn unproved(&self) -> usize {
        let beside: usize = self.evidence_beside.iter().map(|(_, ids)| ids.len()).sum();
        self.evidence.len() + beside
    }

    /// Whether nothing stands against it.
    pub fn is_empty(&self) -> bool {
        let Lacks { verdicts, unnamed, conditions, thresholds, clauses, below, faults, .. } = self;
        let Lacks { evidence, evidence_beside, expired, files, unclear, .. } = self;
        let papers = evidence.is_empty() && evidence_beside.is_empty();
        let papers = papers && expired.is_empty() && files.is_empty() && unclear.is_empty();
        let law = thresholds.is_empty() && clauses.is_empty();
        let results = verdicts.is_empty() && unnamed.is_empty() && below.is_empty();
        results && conditions.is_empty() && law && papers && *faults == 0
    }
}

/// The level that something was judged by.
fn law_level(explained: &Explained) -> Level {
    explained.submission.level
}

fn add(list: &mut Vec<(String, Vec<IndicatorRef>)>, text: &str, of: IndicatorRef) {
    match list.iter_mut().find(|(known, _)| known == text) {
        Some((_, all)) if all.contains(&of) => {}
        Some((_, all)) => all.push(of),
        None => list.push((text.to_owned(), vec![of])),
    }
}

/// The values that nothing proves: indicator and part, by their places.
fn bare(explained: &Explained) -> Vec<(usize, usize)> {
    let documents = explained.submission.evidence();
    let law = &explained.card.tally.law;
    let places = explained.chains.iter().map(|chain| chain.indicator);
    let bare = places.flat_map(|place| {
        let cited = &documents[law.indicators[place].parts()];
        let parts = explained.card.parts(place).iter().zip(cited).enumerate();
        let bare = parts.filter(|(_, (part, document))| is_bare(part, **document));
        bare.map(|(part, _)| (place, part)).collect::<Vec<_>>()
    });
    bare.collect()
}

/// Whether a part has a value that nothing proves.
fn is_bare(part: &PartScore, document: Option<&str>) -> bool {
    let valued = matches!(part.observation, Observation::Value(_) | Observation::Ratio(_));
    valued && evidence::documents(&[document]).is_empty()
}

/// What is met at a level and does not name what is to be named.
fn unnamed(steps: &[Step], level: Level) -> Vec<(usize, String)> {
    let named = steps.iter().filter(|step| step.level == level).flat_map(|step| &step.named);
    let unnamed = named.filter(|named| named.status == Status::Met && named.name.is_none());
    unnamed.map(|named| (named.indicator, named.what.clone())).collect()
}

/// What is open at the titles below a level.
fn below(steps: &[Step], level: Level) -> Vec<Below> {
    let lacking = steps.iter().find(|step| step.level == level).map(|step| &step.lacking);
    let of_title = |title: &Level| {
        let step = steps.iter().find(|step| step.level == *title);
        let open = step.and_then(Step::open_ids);
        Below { level: *title, open }
    };
    lacking.into_iter().flatten().map(of_title).collect()
}
