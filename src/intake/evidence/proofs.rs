//! Which files prove which documents of which communes. Everything is found by its words,
//! so that the files of a country are not held against all its documents.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::name::{DocumentWords, FileNameWords, Fit};
use super::whose::{Owner, PathOwners};
use super::{CitedDocument, Folder, cited};
use crate::intake::Submission;

/// A document of a commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct CommuneDocument {
    commune: usize,
    paper: usize,
}

/// The documents of one number that a name fits best, one text after the other.
#[derive(Clone, Debug)]
struct BestFits {
    cited: Vec<CommuneDocument>,
    /// Whether all are one document.
    one: bool,
    /// How many texts they are.
    papers: usize,
}

/// A file that could be several documents'.
#[derive(Clone, Debug)]
pub struct Unclear<'p> {
    /// Its path.
    pub file: &'p str,
    /// The first of the documents, with the communes that cite them.
    pub papers: CitingCommunes<'p>,
    /// How many more there are.
    pub more: usize,
}

/// Documents with the communes that cite them.
pub type CitingCommunes<'p> = Vec<(CitedDocument<'p>, Vec<usize>)>;

/// What the files of a folder prove.
#[derive(Clone, Debug, Default)]
pub struct Proofs<'d> {
    files: Vec<String>,
    /// The documents, each once, and their places.
    papers: Vec<CitedDocument<'d>>,
    places: HashMap<CitedDocument<'d>, usize>,
    held: HashMap<CommuneDocument, Vec<usize>>,
    /// The files that could be several documents', with these.
    ambiguous: BTreeMap<usize, Arc<BestFits>>,
    /// The files of each commune by their paths.
    owners: BTreeMap<usize, Vec<usize>>,
    proving: BTreeSet<usize>,
}

impl<'d> Proofs<'d> {
    /// What the files of a folder prove of what was said.
    pub fn find(folder: &Folder, whose: PathOwners, said: &'d [Submission]) -> Proofs<'d> {
        let of = |said: &'d Submission| {
            let documents = cited(&said.citations());
            documents.into_iter().map(|document| (said.commune, document))
        };
        Proofs::new(folder, Some(whose), said.iter().flat_map(of))
    }

    /// The same of documents by communes. Without `whose` no path says whose it is.
    pub fn new(
        folder: &Folder,
        mut whose: Option<PathOwners>,
        cited: impl IntoIterator<Item = (usize, CitedDocument<'d>)>,
    ) -> Proofs<'d> {
        let mut proofs = Proofs::default();
        let known = KnownDocuments::index_all(&mut proofs, cited);
        let names: Vec<FileNameWords> = folder.files().map(FileNameWords::from_path).collect();
        let mut named = known.named(&names);
        let mut seen = FitCache::new();
        for (file, (path, name)) in folder.files().zip(&names).enumerate() {
            let owner = whose.as_mut().map(|whose| whose.owner_of(path)).unwrap_or_default();
            let named = named.remove(&file).unwrap_or_default();
            let named = known.written(&named, owner.communes.as_deref());
            let mut groups = known.fits(name, &owner, &mut seen);
            if !named.is_empty() {
                groups = groups.iter().filter_map(|group| known.meant(group, &named)).collect();
            }
            groups.extend(one_by_one(named).into_iter().map(|cited| known.group(cited)));
            proofs.files.push(path.to_owned());
            proofs.owners.extend(owner.communes.map(|communes| (file, communes)));
            proofs.add(file, &groups);
        }
        proofs
    }

    fn add(&mut self, file: usize, groups: &[Arc<BestFits>]) {
        // A file of which one number is not clear is not taken for the other either.
        if let Some(group) = groups.iter().find(|group| !group.one) {
            self.ambiguous.insert(file, Arc::clone(group));
            return;
        }
        for cited in groups.iter().flat_map(|group| &group.cited) {
            let files = self.held.entry(*cited).or_default();
            if files.last() != Some(&file) {
                files.push(file);
            }
            self.proving.insert(file);
        }
    }

    /// The files that prove a document of a commune.
    pub fn files_of(&self, commune: usize, document: CitedDocument) -> Vec<&str> {
        let cited =
            self.places.get(&document).map(|paper| CommuneDocument { commune, paper: *paper });
        let files = cited.and_then(|cited| self.held.get(&cited)).into_iter().flatten();
        files.map(|file| self.files[*file].as_str()).collect()
    }

    /// The files that prove nothing as they could be several documents', with the first
    /// `most` of these; where a commune is given those that could be its own, which stand
    /// first.
    pub fn ambiguous(&self, commune: Option<usize>, most: usize) -> Vec<Unclear<'_>> {
        let own = |cited: &&CommuneDocument| commune.is_none_or(|commune| cited.commune == commune);
        let asked = self.ambiguous.iter().filter(|(_, group)| group.cited.iter().any(|c| own(&c)));
        let tell = |(file, group): (&usize, &Arc<BestFits>)| {
            let first: Vec<usize> = match commune {
                Some(_) => group.cited.iter().filter(own).map(|cited| cited.paper).collect(),
                None => Vec::new(),
            };
            let papers = self.first(group, first, most);
            let more = group.papers - papers.len();
            Unclear { file: &self.files[*file], papers, more }
        };
        asked.map(tell).collect()
    }

    /// The first documents of a group, `papers` before the others.
    fn first(&self, group: &BestFits, papers: Vec<usize>, most: usize) -> CitingCommunes<'_> {
        let mut papers = papers;
        for cited in &group.cited {
            if papers.len() >= most {
                break;
            }
            if !papers.contains(&cited.paper) {
                papers.push(cited.paper);
            }
        }
        papers.truncate(most);
        let who = |paper: usize| {
            let from = group.cited.partition_point(|cited| cited.paper < paper);
            let of_it = group.cited[from..].iter().take_while(|cited| cited.paper == paper);
            of_it.map(|cited| cited.commune).collect()
        };
        papers.into_iter().map(|paper| (self.papers[paper], who(paper))).collect()
    }

    /// The files in the folder's order: whether the name of each is that of a document that
    /// is cited, and the communes whose it is by its path.
    pub fn files(&self) -> impl Iterator<Item = (&str, bool, Option<&[usize]>)> {
        self.files.iter().enumerate().map(|(file, path)| {
            let owners = self.owners.get(&file).map(Vec::as_slice);
            let seems = self.proving.contains(&file) || self.ambiguous.contains_key(&file);
            (path.as_str(), seems, owners)
        })
    }
}

/// What names that nobody owns and that say the same have been found to fit: many files of
/// a country do.
type FitCache = HashMap<(String, Vec<Date>, Vec<i16>), Option<Arc<BestFits>>>;

/// The documents that have a number.
#[derive(Default)]
struct NumberedDocuments {
    all: Vec<CommuneDocument>,
    of_commune: HashMap<usize, Vec<CommuneDocument>>,
}

/// The documents by their words.
struct KnownDocuments {
    papers: Vec<DocumentWords>,
    communes: Vec<BTreeSet<usize>>,
    numbers: HashMap<String, NumberedDocuments>,
    /// How many words numbers have that begin with a word.
    lengths: HashMap<String, BTreeSet<usize>>,
}

/// Documents that write a file's name: of one commune each means it.
fn one_by_one(named: Vec<CommuneDocument>) -> Vec<Vec<CommuneDocument>> {
    let whose: BTreeSet<usize> = named.iter().map(|cited| cited.commune).collect();
    match whose.len() {
        0 => Vec::new(),
        1 => named.into_iter().map(|cited| vec![cited]).collect(),
        _ => vec![named],
    }
}

/// Words as a key.
fn key(words: &[String]) -> String {
    words.join("/")
}

impl KnownDocuments {
    fn index_all<'d>(
        proofs: &mut Proofs<'d>,
        cited: impl IntoIterator<Item = (usize, CitedDocument<'d>)>,
    ) -> KnownDocuments {
        let (papers, communes): (Vec<DocumentWords>, Vec<BTreeSet<usize>>) = Default::default();
        let (numbers, lengths) = (HashMap::new(), HashMap::new());
        let mut known = KnownDocuments { papers, communes, numbers, lengths };
        for (commune, document) in cited {
            let paper = match proofs.places.get(&document) {
                Some(paper) => *paper,
                None => {
                    known.papers.push(DocumentWords::from_document(document));
                    known.communes.push(BTreeSet::new());
                    proofs.papers.push(document);
                    proofs.places.insert(document, known.papers.len() - 1);
                    known.papers.len() - 1
                }
            };
            if known.communes[paper].insert(commune) {
                known.index(CommuneDocument { commune, paper });
            }
        }
        known
    }

    fn index(&mut self, cited: CommuneDocument) {
        let number = &self.papers[cited.paper].number;
        let Some(first) = number.first() else {
            return;
        };
        self.lengths.entry(first.clone()).or_default().insert(number.len());
        let numbered = self.numbers.entry(key(number)).or_default();
        numbered.all.push(cited);
        numbered.of_commune.entry(cited.commune).or_default().push(cited);
    }

    /// The files whose own names documents write, with these.
    fn named(&self, names: &[FileNameWords]) -> HashMap<usize, Vec<usize>> {
        let mut wholes: HashMap<String, Vec<usize>> = HashMap::new();
        let mut lengths: HashMap<&str, BTreeSet<usize>> = HashMap::new();
        for (file, name) in names.iter().enumerate() {
            if let Some(whole @ [first, ..]) = name.whole.as_deref() {
                wholes.entry(key(whole)).or_default().push(file);
                lengths.entry(first).or_default().insert(whole.len());
            }
        }
        let mut named: HashMap<usize, Vec<usize>> = HashMap::new();
        for (paper, DocumentWords { words, .. }) in self.papers.iter().enumerate() {
            for (at, first) in words.iter().enumerate() {
                for length in lengths.get(first.as_str()).into_iter().flatten() {
                    let window = words.get(at..at + length).map(key);
                    let files = window.and_then(|window| wholes.get(&window));
                    for file in files.into_iter().flatten() {
                        named.entry(*file).or_default().push(paper);
                    }
                }
            }
        }
        named
    }

    /// Documents that write a file's name, as far as the file can be their commune's.
    fn written(&self, papers: &[usize], owners: Option<&[usize]>) -> Vec<CommuneDocument> {
        let cited = papers.iter().flat_map(|paper| {
            let communes = self.communes[*paper].iter();
            communes.map(|commune| CommuneDocument { commune: *commune, paper: *paper })
        });
        let may =
            |cited: &CommuneDocument| owners.is_none_or(|owners| owners.contains(&cited.commune));
        let cited: BTreeSet<CommuneDocument> = cited.filter(may).collect();
        cited.into_iter().collect()
    }

    /// What is left of a group where documents write the file's own name: whoever does
    /// means it, so that it is no other commune's.
    fn meant(&self, group: &BestFits, named: &[CommuneDocument]) -> Option<Arc<BestFits>> {
        let meant = |cited: &&CommuneDocument| named.contains(cited);
        let own =
            |cited: &&CommuneDocument| named.iter().any(|named| named.commune == cited.commune);
        let kept: Vec<CommuneDocument> = if group.cited.iter().any(|cited| meant(&cited)) {
            group.cited.iter().filter(meant).copied().collect()
        } else {
            group.cited.iter().filter(own).copied().collect()
        };
        (!kept.is_empty()).then(|| self.group(kept))
    }

    /// The documents whose numbers a name has, number by number: of each those that it
    /// fits best.
    fn fits(&self, name: &FileNameWords, owner: &Owner, seen: &mut FitCache) -> Vec<Arc<BestFits>> {
        let mut groups: Vec<(usize, usize, Arc<BestFits>)> = Vec::new();
        for (at, first) in name.stem.iter().enumerate() {
            // Where the code is the number it says nothing of the commune.
            let owners = if at == 0 { &owner.but_front } else { &owner.communes };
            for length in self.lengths.get(first).into_iter().flatten() {
                let number = name.stem.get(at..at + length).map(key);
                let number = number.filter(|number| self.numbers.contains_key(number));
                let group = number.and_then(|number| match owners {
                    Some(owners) => self.own(name, &number, owners),
                    None => self.anybody_s(name, number, seen),
                });
                groups.extend(group.map(|group| (at, at + length, group)));
            }
        }
        // `12/QĐ` is not meant where `12/QĐ-UBND` is.
        let inside = |(from, to): (usize, usize)| {
            groups.iter().any(|(a, b, _)| *a <= from && to <= *b && (*a, *b) != (from, to))
        };
        let whole = groups.iter().filter(|(from, to, _)| !inside((*from, *to)));
        whole.map(|(_, _, group)| Arc::clone(group)).collect()
    }

    /// Of the documents with a number those of some communes that a name fits best.
    fn own(&self, name: &FileNameWords, number: &str, owners: &[usize]) -> Option<Arc<BestFits>> {
        let of_commune = &self.numbers.get(number)?.of_commune;
        let own = owners.iter().filter_map(|commune| of_commune.get(commune)).flatten();
        self.best(name, own)
    }

    /// The same of all communes.
    fn anybody_s(
        &self,
        name: &FileNameWords,
        number: String,
        seen: &mut FitCache,
    ) -> Option<Arc<BestFits>> {
        let says = (number, name.dates.clone(), name.years.clone());
        if let Some(known) = seen.get(&says) {
            return known.clone();
        }
        let found = self.best(name, self.numbers.get(&says.0)?.all.iter());
        seen.insert(says, found.clone());
        found
    }

    /// Those that a name fits best, and what the same communes cite without a date.
    fn best<'c>(
        &self,
        name: &FileNameWords,
        cited: impl Iterator<Item = &'c CommuneDocument>,
    ) -> Option<Arc<BestFits>> {
        let fit = |cited: &CommuneDocument| Some((name.fit(&self.papers[cited.paper])?, *cited));
        let fits: Vec<(Fit, CommuneDocument)> = cited.filter_map(fit).collect();
        let best = fits.iter().map(|(fit, _)| *fit).max()?;
        let whose: BTreeSet<usize> =
            fits.iter().filter(|(fit, _)| *fit == best).map(|(_, cited)| cited.commune).collect();
        let same = |cited: &CommuneDocument| {
            self.papers[cited.paper].years.is_empty() && whose.contains(&cited.commune)
        };
        let kept = fits.iter().filter(|(fit, cited)| *fit == best || same(cited));
        Some(self.group(kept.map(|(_, cited)| *cited).collect()))
    }

    fn group(&self, mut cited: Vec<CommuneDocument>) -> Arc<BestFits> {
        cited.sort_by_key(|cited| (cited.paper, cited.commune));
        let papers: BTreeSet<usize> = cited.iter().map(|cited| cited.paper).collect();
        Arc::new(BestFits { one: self.is_one(&cited), papers: papers.len(), cited })
    }

    /// Whether all are one document: of one date; or one commune's, of which nothing says
    /// that they are several.
    fn is_one(&self, group: &[CommuneDocument]) -> bool {
        let paper = |cited: &CommuneDocument| &self.papers[cited.paper];
        let dates: BTreeSet<Date> = group.iter().filter_map(|cited| paper(cited).date).collect();
        let dated: BTreeSet<usize> =
            group.iter().filter(|c| paper(c).date.is_some()).map(|c| c.commune).collect();
        let undated = group.iter().filter(|cited| paper(cited).date.is_none());
        let others: BTreeSet<usize> = undated.clone().map(|cited| cited.commune).collect();
        let years: BTreeSet<&[i16]> = group
            .iter()
            .map(|cited| paper(cited).years.as_slice())
            .filter(|years| !years.is_empty())
            .collect();
        match (dates.len(), others.len()) {
            (1, 0) => true,
            (1, _) => others.is_subset(&dated) && years.len() <= 1,
            (0, 1) => years.len() <= 1,
            _ => false,
        }
    }
}
