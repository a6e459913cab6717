//! What a dossier is made of: files in memory, under names that are safe everywhere. What
//! was gathered and what is found in a dossier again give the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::receipt::{self, File, LeftOut as Faulty, Receipt, Role, SetFile};
use crate::fold::Fold;
use crate::intake::evidence::{self, Citation, CitedDocument, Folder, PathOwners, Proofs};
use crate::intake::{Content, Convention, Offices, Roster, Source, Submission, Voice};
use crate::law::{self, Level, Origin};
use crate::period::Period;
use crate::problem::{Problem, Stop};
use crate::render::is_forbidden;
use crate::review;
use crate::text::Lang;
use crate::workflow::session::{Faults, Question};
use crate::workflow::{FileNames, Session, offices};

/// How a dossier is made, beside the question that it answers.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub draft: bool,
    /// Whether the conditions of recognition are left out.
    pub figures_only: bool,
    pub decimal: Option<Convention>,
    pub lang: Lang,
    pub own_criteria: bool,
}

/// The files that a dossier may be made of, beside those of data.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub rosters: Vec<Source>,
    /// Whose letters the pages are.
    pub office: Option<Source>,
    /// The criteria, the user's own behind the built-in ones.
    pub sets: Vec<law::Source>,
    /// `None` where no folder of evidence was named.
    pub evidence: Option<EvidenceFiles>,
    pub names: FileNames,
}

/// Files of evidence, of which a dossier holds those that are cited.
#[derive(Clone, Debug, Default)]
pub struct EvidenceFiles {
    /// The folder's own name: it may be a commune's.
    pub own_name: Option<String>,
    /// The files by their paths in it.
    pub files: Vec<(String, Source)>,
}

/// What is asked of the files.
#[derive(Clone, Debug)]
pub struct Settings {
    pub period: Period,
    pub level: Level,
    /// Whose word is taken.
    pub voice: Voice,
    /// The code of the commune.
    pub commune: String,
    /// The decimal mark of every file.
    pub decimal: Option<Convention>,
    /// Whether faulty cells are taken as missing.
    pub lenient: bool,
    pub lang: Lang,
    /// Whether there was a folder of own criteria.
    pub own_criteria: bool,
    pub draft: bool,
    /// Whether the conditions of recognition are left out.
    pub figures_only: bool,
    /// The faulty files that speak of other communes alone.
    pub left_out: Vec<Faulty>,
}

impl Settings {
    /// Whether the dossier rests on what is said at a level: the title, those below it, and
    /// the conditions of recognition.
    pub fn rests_on(&self, level: Level) -> bool {
        match level {
            Level::Recognition => !self.figures_only,
            level => level <= self.level,
        }
    }
}

/// The indicators of what is said that a title rests on: of the conditions its own.
pub(super) fn asked(said: &Submission, title: Level) -> Vec<usize> {
    let all = said.law.indicators.iter().enumerate();
    let own = all.filter(|(_, law)| law.titles.is_empty() || law.titles.contains(&title));
    own.map(|(place, _)| place).collect()
}

/// What is cited for them.
fn cited(said: &Submission, title: Level) -> Vec<Citation<'_>> {
    let all = said.citations();
    let parts = asked(said, title).into_iter().flat_map(|place| said.law.indicators[place].parts());
    parts.map(|part| all[part]).collect()
}

/// A file that is read.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// Its path in the dossier.
    pub path: String,
    /// What it is.
    pub role: Role,
    /// The period that the name of its folder gives.
    pub period: Option<Period>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Everything a dossier is made of.
#[derive(Clone, Debug)]
pub struct DossierInputs {
    /// What is asked of the files.
    pub settings: Settings,
    /// Data and lists.
    pub inputs: Vec<InputFile>,
    /// Named by their paths in the dossier.
    pub sets: Vec<law::Source>,
    /// `None` where no folder of evidence was named.
    pub evidence: Option<Vec<(String, Vec<u8>)>>,
}

/// What inputs are, in the order in which they are gathered.
const ROLES: [Role; 3] = [Role::Roster, Role::Office, Role::Data];

impl DossierInputs {
    /// The files that the result of a commune follows from, and what of the files of
    /// evidence is left out.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn gather(
        session: &Session,
        (commune, period): (usize, Period),
        faults: &Faults,
        options: Options,
        given: &Given,
    ) -> Result<(DossierInputs, LeftOut), Stop> {
        let mut files = session.files_of(commune, period);
        // What cannot be read may speak of the commune: whoever verifies must find it too.
        files.extend(faults.touching.iter().map(|fault| fault.place.file.as_str()));
        let left = faults.aside.iter().filter(|fault| !files.contains(fault.place.file.as_str()));
        let Question { level, voice, lenient } = session.question();
        let settings = Settings {
            period,
            level,
            voice,
            commune: session.roster().communes[commune].code.clone(),
            decimal: options.decimal,
            lenient,
            lang: options.lang,
            own_criteria: options.own_criteria,
            draft: options.draft,
            figures_only: options.figures_only,
            left_out: faulty(left),
        };
        let mut names = Names::default();
        let mut inputs = Vec::new();
        let data = session.sources().iter().filter(|s| files.contains(s.name.as_str()));
        let mut data: Vec<&Source> = data.collect();
        // The order in which files were named says nothing of the commune.
        data.sort_by_cached_key(|source| (given.names.in_documents(&source.name), &source.name));
        for (role, source) in given
            .rosters
            .iter()
            .map(|source| (Role::Roster, source))
            .chain(given.office.iter().map(|source| (Role::Office, source)))
            .chain(data.into_iter().map(|source| (Role::Data, source)))
        {
            inputs.push(kept(source, role, &mut names)?);
        }
        let (evidence, left_out) = match &given.evidence {
            Some(listed) => {
                let said = session.said_of(commune, period);
                let said = said.iter().filter(|said| settings.rests_on(said.level));
                let cited: Vec<Citation> =
                    said.flat_map(|said| cited(said, settings.level)).collect();
                let (cited, left_out) =
                    cited_files(listed, session, (commune, period), &evidence::cited(&cited));
                (Some(load(cited, &mut names)?), left_out)
            }
            None => (None, LeftOut::default()),
        };
        let sets = sets(given.sets.clone());
        Ok((DossierInputs { settings, inputs, sets, evidence }, left_out))
    }

    /// What a receipt says that a dossier is made of, as it is there now; `None` where an
    /// input or a set lacks or the receipt says something that this program does not know.
    pub fn from_receipt(
        receipt: &Receipt,
        files: &BTreeMap<String, Vec<u8>>,
    ) -> Option<DossierInputs> {
        let receipt::Options { decimal, lenient, lang, criteria, evidence, figures_only, left_out } =
            &receipt.options;
        let settings = Settings {
            period: Period::parse_iso(&receipt.period)?,
            level: Level::from_word(&receipt.level)?,
            voice: Voice::from_word(&receipt.source)?,
            commune: receipt.commune.code.clone(),
            decimal: match decimal {
                None => None,
                Some(word) => Some(Convention::from_word(word)?),
            },
            lenient: *lenient,
            lang: Lang::from_word(lang)?,
            own_criteria: *criteria,
            draft: receipt.draft,
            figures_only: *figures_only,
            left_out: left_out.clone(),
        };
        let input = |input: &receipt::Input| {
            // Not what the receipt says: its folder says it.
            let period = period_of(&input.path);
            let bytes = files.get(&input.path)?.clone();
            Some(InputFile { path: input.path.clone(), role: input.role, period, bytes })
        };
        let set = |set: &SetFile| {
            let origins = [Origin::BuiltIn, Origin::File];
            Some(law::Source {
                id: set.id.clone(),
                name: set.path.clone(),
                origin: origins.into_iter().find(|origin| origin.as_str() == set.origin)?,
                text: String::from_utf8(files.get(&set.path)?.clone()).ok()?,
            })
        };
        let file = |file: &File| Some((file.path.clone(), files.get(&file.path)?.clone()));
        let mut inputs = receipt.inputs.iter().map(input).collect::<Option<Vec<InputFile>>>()?;
        let mut sets = receipt.sets.iter().map(set).collect::<Option<Vec<law::Source>>>()?;
        // As they were gathered: a receipt that gives them otherwise is not ours.
        inputs.sort_by_key(|kept| ROLES.iter().position(|role| *role == kept.role));
        sets.sort_by(|one, other| one.id.cmp(&other.id));
        // No verdict follows from a file of evidence: what lacks is scored as lacking.
        let mut kept: Vec<(String, Vec<u8>)> = receipt.evidence.iter().filter_map(file).collect();
        kept.sort();
        Some(DossierInputs { settings, inputs, sets, evidence: evidence.then_some(kept) })
    }

    /// All its files.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let inputs = self.inputs.iter().map(|kept| (kept.path.as_str(), kept.bytes.as_slice()));
        let sets = self.sets.iter().map(|set| (set.name.as_str(), set.text.as_bytes()));
        let evidence = self.evidence.iter().flatten();
        let evidence = evidence.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        inputs.chain(sets).chain(evidence)
    }

    /// Whose letters the pages are.
    ///
    /// # Errors
    /// When the file that says so is faulty.
    pub fn office(&self) -> Result<Offices, Stop> {
        let Some(kept) = self.inputs.iter().find(|kept| kept.role == Role::Office) else {
            return Ok(Offices::default());
        };
        let text = String::from_utf8_lossy(&kept.bytes).into_owned();
        let (id, name) = ("office".to_owned(), kept.path.clone());
        offices(law::Source { id, name, origin: Origin::File, text })
    }

    /// The inputs of a role as sources.
    pub fn sources(&self, role: Role) -> Vec<Source> {
        let kept = self.inputs.iter().filter(|kept| kept.role == role);
        let source = |kept: &InputFile| Source {
            name: kept.path.clone(),
            folder_period: kept.period,
            content: Content::Bytes(kept.bytes.clone()),
        };
        kept.map(source).collect()
    }

    /// What the files of evidence prove of what was said; one without a byte nothing.
    pub fn proofs<'s>(&self, roster: &Roster, said: &'s [Submission]) -> Option<Proofs<'s>> {
        let files =
            self.evidence.as_ref()?.iter().filter(|(_, bytes)| !bytes.trim_ascii().is_empty());
        let folder = Folder::new(files.map(|(path, _)| path.clone()));
        let period = [self.settings.period];
        Some(Proofs::find(&folder, PathOwners::new(roster, &period), said))
    }
}

/// The files of faults with how many each has, by the files' own names.
pub(super) fn faulty<'p>(faults: impl Iterator<Item = &'p Problem>) -> Vec<Faulty> {
    let mut files: Vec<(&str, usize)> = Vec::new();
    for fault in faults {
        let path = fault.place.file.as_str();
        match files.iter_mut().find(|(known, _)| *known == path) {
            Some((_, count)) => *count += 1,
            None => files.push((path, 1)),
        }
    }
    let name = |path: &str| path.rsplit(std::path::is_separator).next().unwrap_or(path).to_owned();
    files.into_iter().map(|(path, faults)| Faulty { file: name(path), faults }).collect()
}

/// The period in the name of the folder of an input.
fn period_of(path: &str) -> Option<Period> {
    let mut parts = path.split('/').skip(1);
    let folder = parts.next().filter(|_| parts.next().is_some())?;
    Period::parse_iso(folder)
}

/// A file as it was read, in the folder of its month.
fn kept(source: &Source, role: Role, names: &mut Names) -> Result<InputFile, Stop> {
    let bytes = source.whole().map_err(|why| unreadable(&source.name, &why))?.into_owned();
    let name = source.name.rsplit(std::path::is_separator).next().unwrap_or_default();
    // Standard input has no name.
    let name = if source.name == "-" { unnamed(&bytes) } else { name };
    let period = source.folder_period.filter(|_| role == Role::Data);
    let path = match period {
        Some(period) => names.free(&format!("inputs/{period}"), name),
        None => names.free("inputs", name),
    };
    Ok(InputFile { path, role, period, bytes })
}

/// A name for what came without one, so that it opens in what it was made with.
fn unnamed(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'P', b'K', ..] => {
            let sheet = bytes.windows(ODS.len()).take(100).any(|part| part == ODS);
            if sheet { "so-lieu.ods" } else { "so-lieu.xlsx" }
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "so-lieu.xls",
        _ => "so-lieu.csv",
    }
}

/// What an ODS file says of itself near its start.
const ODS: &[u8] = b"opendocument.spreadsheet";

fn unreadable(name: &str, why: &std::io::Error) -> Stop {
    Stop::problems(vec![Problem::unreadable(name, why)])
}

/// The criteria files, of two of one id the later, by their paths in the dossier.
fn sets(sources: Vec<law::Source>) -> Vec<law::Source> {
    let mut sets: BTreeMap<String, law::Source> = BTreeMap::new();
    for source in sources {
        sets.insert(source.id.clone(), source);
    }
    let mut names = Names::default();
    let named = sets.into_values().map(|set| {
        let name = names.free("criteria", &format!("{}.toml", set.id));
        law::Source { name, ..set }
    });
    named.collect()
}

/// A file of evidence by its path in the dossier's folder of them.
type Paper<'f> = (String, &'f Source);

/// What of the files of evidence goes into no dossier.
#[derive(Default)]
pub struct LeftOut {
    /// How many the commune does not cite.
    pub uncited: usize,
    /// Those that could be several documents', of which the commune cites one.
    pub ambiguous: Vec<Problem>,
}

/// The files that prove a document that is cited, and what is left out. All that was read
/// says whose a file may be; the paths in the dossier keep what their folders say.
fn cited_files<'f>(
    listed: &'f EvidenceFiles,
    session: &Session,
    (commune, period): (usize, Period),
    cited: &[CitedDocument],
) -> (Vec<Paper<'f>>, LeftOut) {
    let periods = [period];
    let mut whose = PathOwners::new(session.roster(), &periods);
    let above = listed.own_name.as_deref().filter(|name| whose.is_named(name)).map(safe);
    let path = |inside: &str| {
        let parts = inside.split('/').map(safe);
        above.iter().cloned().chain(parts).collect::<Vec<String>>().join("/")
    };
    let papers: Vec<Paper> =
        listed.files.iter().map(|(inside, file)| (path(inside), file)).collect();
    let folder = Folder::new(papers.iter().map(|(path, _)| path.clone()));
    let proofs = Proofs::find(&folder, whose.clone(), session.submissions());
    // Where the dossier is all there is, no other commune's document is known: what stands
    // against a file because of one must not be forgotten there.
    let own = cited.iter().map(|document| (commune, *document));
    let alone = Proofs::new(&folder, Some(whose), own);
    let mut held = BTreeSet::new();
    let mut contested = BTreeSet::new();
    for document in cited {
        let proving = proofs.files_of(commune, *document);
        let seeming = alone.files_of(commune, *document);
        contested.extend(seeming.into_iter().filter(|file| !proving.contains(file)));
        held.extend(proving);
    }
    held.retain(|file| !contested.contains(file));
    let ambiguous = review::ambiguous(&proofs, session.roster(), Some(commune), "");
    let all = papers.len();
    let kept: Vec<Paper> =
        papers.iter().filter(|(path, _)| held.contains(path.as_str())).cloned().collect();
    let uncited = all - kept.len() - ambiguous.len();
    (kept, LeftOut { uncited, ambiguous })
}

fn load(files: Vec<Paper>, names: &mut Names) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let load = |(inside, file): Paper| {
        let bytes = file.whole().map_err(|why| unreadable(&file.name, &why))?.into_owned();
        let (folder, name) = inside.rsplit_once('/').unwrap_or(("", &inside));
        let folder = if folder.is_empty() { String::new() } else { format!("/{folder}") };
        Ok((names.free(&format!("evidence{folder}"), name), bytes))
    };
    let mut loaded = files.into_iter().map(load).collect::<Result<Vec<_>, Stop>>()?;
    loaded.sort();
    Ok(loaded)
}

/// Names in a dossier that are given away already, as a system without case sees them.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    /// A path in a folder for a name; in a numbered folder of it where the name is taken.
    /// The name itself stays, for it may say whose file it is.
    fn free(&mut self, folder: &str, name: &str) -> String {
        let name = safe(name);
        let first = format!("{folder}/{name}");
        let numbered = (2..).map(|number| format!("{folder}/{number}/{name}"));
        let mut paths = std::iter::once(first.clone()).chain(numbered);
        let taken = &mut self.0;
        let key = |path: &str| Fold::Accents.key(path).to_lowercase();
        paths.find(|path| taken.insert(key(path))).unwrap_or(first)
    }
}

/// A name without what any system forbids, or what hides its ending.
fn safe(name: &str) -> String {
    let name = name.replace(is_forbidden, "-");
    match name.trim_end_matches(['.', ' ']) {
        "" => "-".to_owned(),
        name => name.to_owned(),
    }
}
