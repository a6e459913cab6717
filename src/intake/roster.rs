//! The roster of communes: `communes.csv`.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::commune_name::{self, NamedUnit, UnitKind};
use super::months::Months;
use super::repair::Repair;
use crate::fold::{self, Fold};
use crate::formula::guarded;
use crate::law::{CommuneProfile, Level};
use crate::period::Period;
use crate::text::{self, Text};

/// A commune (xã) as the roster has it.
#[derive(Clone, Debug)]
pub struct Commune {
    /// Its five-digit code, as text.
    pub code: String,
    /// Its name, as the roster writes it.
    pub name: String,
    /// What the law looks at.
    pub case: CommuneProfile,
    /// Its district.
    pub district: Option<String>,
    /// The title it holds.
    pub title: Option<Level>,
    /// The set under which it holds the title.
    pub title_set: Option<String>,
    /// When the title was granted.
    pub title_date: Option<Date>,
    /// The first day on which it exists.
    pub valid_from: Option<Date>,
    /// The last day on which it exists.
    pub valid_to: Option<Date>,
    /// The months in which it is on the roster; `None` for all.
    pub months: Option<Months>,
}

impl Commune {
    /// Whether it exists on the period's last day and is on the roster of that month.
    pub fn takes_part(&self, period: Period) -> bool {
        let day = period.last_day();
        let exists = self.valid_from.is_none_or(|from| from <= day)
            && self.valid_to.is_none_or(|to| day <= to);
        exists && self.months.as_ref().is_none_or(|months| months.hold(period))
    }

    /// What names that mean the same share, however they are written: with `xã` or
    /// without, with the tone on either vowel, in whichever case.
    pub fn name_key(&self) -> String {
        let named = commune_name::kind_of(&self.name);
        let bare = named.filter(|named| named.kind == UnitKind::Commune).map(|named| named.name);
        commune_name::key(Fold::Case, bare.unwrap_or(&self.name))
    }

    /// Whether two entries are of one commune. A code that is free again may be given to
    /// another, under another name; under its old one a commune's row was changed.
    pub fn is_same(&self, other: &Commune) -> bool {
        let alike = || self.exists_with(other) || self.name_key() == other.name_key();
        self.code == other.code && alike()
    }

    /// Whether both exist on some day, on the roster of one month.
    pub fn overlaps(&self, other: &Commune) -> bool {
        let months = self.months.as_ref().zip(other.months.as_ref());
        months.is_none_or(|(one, other)| one.meet(other)) && self.exists_with(other)
    }

    /// Whether both exist on some day.
    fn exists_with(&self, other: &Commune) -> bool {
        let ends_before = |a: &Commune, b: &Commune| {
            a.valid_to.zip(b.valid_from).is_some_and(|(to, from)| to < from)
        };
        !ends_before(self, other) && !ends_before(other, self)
    }
}

/// All communes, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// The communes.
    pub communes: Vec<Commune>,
    /// Whether some commune could not be read, so that nothing can be said of
    /// those that are not there.
    pub incomplete: bool,
    /// What was set right in its files.
    pub repairs: Vec<Repair>,
    by_code: HashMap<Code, Bearers>,
    names: OnceLock<CommuneNames>,
}

/// The five digits of a code.
type Code = [u8; 5];

/// The places of the communes that bear a code, nearly always one.
#[derive(Clone, Debug)]
enum Bearers {
    One(usize),
    Several(Vec<usize>),
}

/// The places of communes by their names; made when the first one is looked for, as
/// most files give codes.
#[derive(Clone, Debug, Default)]
struct CommuneNames {
    /// As the roster writes them, at each step of folding.
    whole: [HashMap<String, Vec<usize>>; 3],
    /// Of those that it writes with their kind, without it.
    bare: [HashMap<String, Vec<usize>>; 3],
    /// The kind that each is written with.
    kinds: HashMap<usize, UnitKind>,
}

/// Why a cell names no commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// No commune has this code or name.
    NotThere,
    /// It does not exist in the period.
    NotTakingPart,
    /// Several communes bear the name; their places.
    Shared(Vec<usize>),
}

impl Roster {
    pub(super) fn add(&mut self, commune: Commune) {
        let place = self.communes.len();
        if let Ok(code) = Code::try_from(commune.code.as_bytes()) {
            let bearers = self.by_code.entry(code);
            let add = |bearers: &mut Bearers| match bearers {
                Bearers::One(first) => *bearers = Bearers::Several(vec![*first, place]),
                Bearers::Several(all) => all.push(place),
            };
            bearers.and_modify(add).or_insert(Bearers::One(place));
        }
        self.names = OnceLock::new();
        self.communes.push(commune);
    }

    /// Takes all communes out.
    pub(super) fn take_all(&mut self) -> Vec<Commune> {
        (self.by_code, self.names) = (HashMap::new(), OnceLock::new());
        std::mem::take(&mut self.communes)
    }

    /// Calls `each` with the names of all communes.
    pub(super) fn each_name(&self, each: &mut dyn FnMut(&str)) {
        self.communes.iter().for_each(|commune| each(&commune.name));
    }

    /// The places of those that bear a code, at any time.
    pub(super) fn of_code(&self, code: &str) -> &[usize] {
        let bearers = Code::try_from(code.as_bytes()).ok().and_then(|code| self.by_code.get(&code));
        match bearers {
            Some(Bearers::One(place)) => std::slice::from_ref(place),
            Some(Bearers::Several(places)) => places,
            None => &[],
        }
    }

    /// Whether a text is the code or the name of some commune, at any time. A few digits are
    /// none, unless they are a code without its zero.
    pub(super) fn knows(&self, text: &str) -> bool {
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return text.len() > 3 && !self.of_code(&format!("{text:0>5}")).is_empty();
        }
        self.names().find(text, |_| true).is_some()
    }

    fn names(&self) -> &CommuneNames {
        self.names.get_or_init(|| CommuneNames::new(&self.communes))
    }

    /// The roster as a file of its own.
    pub fn to_csv(&self) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let word = |word: &Option<String>| word.clone().unwrap_or_default();
        let shared = |word: &Option<Arc<str>>| word.as_deref().unwrap_or_default().to_owned();
        let mut rows = csv::Writer::from_writer(Vec::new());
        // Memory takes everything.
        let _ = rows.write_record([
            "code",
            "name",
            "province",
            "region",
            "district",
            "class",
            "district_class",
            "group",
            "title",
            "title_set",
            "title_date",
            "valid_from",
            "valid_to",
        ]);
        for commune in &self.communes {
            let cells = [
                commune.code.clone(),
                commune.name.clone(),
                shared(&commune.case.province),
                shared(&commune.case.region),
                word(&commune.district),
                shared(&commune.case.class),
                shared(&commune.case.district_class),
                shared(&commune.case.group),
                commune.title.map(|level| level.as_str().to_owned()).unwrap_or_default(),
                word(&commune.title_set),
                day(commune.title_date),
                day(commune.valid_from),
                day(commune.valid_to),
            ];
            let _ = rows.write_record(cells.map(|cell| guarded(&cell).into_owned()));
        }
        String::from_utf8(rows.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    /// The commune that a code or name means in a period.
    ///
    /// # Errors
    /// When it means none, or several.
    pub fn find(&self, text: &str, period: Period) -> Result<usize, Unknown> {
        if is_short_code(text) {
            return self.find_short(text, period);
        }
        // A code that is there twice is the roster's fault and told as such.
        let bearers = self.of_code(text);
        let takes_part = |place: usize| self.communes[place].takes_part(period);
        if let Some(first) = bearers.iter().find(|place| takes_part(**place)) {
            return Ok(*first);
        }
        match self.names().find(text, takes_part) {
            Some(places) => self.only_one(&places, period),
            None if !bearers.is_empty() => Err(Unknown::NotTakingPart),
            None => Err(Unknown::NotThere),
        }
    }

    /// What a few digits mean: a code from which Excel took the zero that it begins with,
    /// for it holds it for a number, or the name of a ward.
    fn find_short(&self, digits: &str, period: Period) -> Result<usize, Unknown> {
        let code = self.of_code(&format!("{digits:0>5}"));
        let takes_part = |place: usize| self.communes[place].takes_part(period);
        let mut places = self.names().find(digits, takes_part).unwrap_or_default();
        places.extend(code);
        if places.is_empty() { Err(Unknown::NotThere) } else { self.only_one(&places, period) }
    }

    /// The one of several that takes part in a period.
    fn only_one(&self, places: &[usize], period: Period) -> Result<usize, Unknown> {
        let there = places.iter().filter(|place| self.communes[**place].takes_part(period));
        let mut there: Vec<usize> = there.copied().collect();
        there.sort_unstable();
        there.dedup();
        match there[..] {
            [] => Err(Unknown::NotTakingPart),
            [one] => Ok(one),
            _ => Err(Unknown::Shared(there)),
        }
    }

    /// The codes of communes, for people: the first few, and how many more there are.
    pub fn codes_of(&self, places: &[usize]) -> Text {
        /// So many codes are named: a name may be borne by thousands.
        const MOST: usize = 10;
        let named = places.iter().take(MOST).map(|place| &*self.communes[*place].code);
        let named = named.collect::<Vec<_>>().join(", ");
        match places.len() - places.len().min(MOST) {
            0 => Text::same(named),
            more => text::codes_and_more(named, more),
        }
    }

    /// Whether a text means the commune at `place`: as its code, or as its name by
    /// the first step at which it is any commune's.
    pub fn is_named(&self, place: usize, text: &str, period: Period) -> bool {
        match self.find(text, period) {
            Ok(found) => found == place,
            // A name that several bear fits each of them.
            Err(Unknown::Shared(places)) => {
                let code = &self.communes[place].code;
                places.iter().any(|place| self.communes[*place].code == *code)
            }
            Err(_) => false,
        }
    }

    /// Codes or names like `text`, for hints. Looks at every commune.
    pub fn nearest(&self, text: &str) -> Vec<String> {
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let of = |c: &Commune| {
            if digits { c.code.clone() } else { c.name.clone() }
        };
        let known: BTreeSet<String> = self.communes.iter().map(of).collect();
        let near = fold::nearest(text, known.iter().map(String::as_str));
        near.into_iter().map(str::to_owned).collect()
    }
}

/// Names near to the unknown ones of a file, looked for once each and not without
/// end: a wrong file may hold thousands of unknown names.
#[derive(Default)]
pub(super) struct Suggestions {
    known: HashMap<String, Vec<String>>,
}

impl Suggestions {
    const MOST: usize = 20;

    pub(super) fn near(&mut self, cell: &str, roster: &Roster) -> Vec<String> {
        if self.known.len() >= Suggestions::MOST && !self.known.contains_key(cell) {
            return Vec::new();
        }
        self.known.entry(cell.to_owned()).or_insert_with(|| roster.nearest(cell)).clone()
    }
}

impl CommuneNames {
    fn new(communes: &[Commune]) -> CommuneNames {
        let mut names = CommuneNames::default();
        for (place, commune) in communes.iter().enumerate() {
            let kind = commune_name::kind_of(&commune.name);
            names.kinds.extend(kind.map(|named| (place, named.kind)));
            for (number, step) in Fold::STEPS.into_iter().enumerate() {
                let whole = commune_name::key(step, &commune.name);
                names.whole[number].entry(whole).or_default().push(place);
                if let Some(named) = kind {
                    let bare = commune_name::key(step, named.name);
                    names.bare[number].entry(bare).or_default().push(place);
                }
            }
        }
        names
    }

    /// The places of those that bear a name, at any time; `None` where nobody does.
    fn find(&self, text: &str, takes_part: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
        // Whoever bears it to the letter, before those that it fits without their kind.
        let to_the_letter = self.whole[0].get(&commune_name::key(Fold::Exact, text));
        let there = to_the_letter.into_iter().flatten().filter(|place| takes_part(**place));
        if let [one] = there.collect::<Vec<_>>()[..] {
            return Some(vec![*one]);
        }
        let kind = commune_name::kind_of(text);
        let steps = || Fold::STEPS.into_iter().enumerate();
        let mut found = steps().map(|(number, step)| {
            let (whole, bare) = (&self.whole[number], &self.bare[number]);
            let key = commune_name::key(step, text);
            let whole = [whole, bare].into_iter().filter_map(|names| names.get(&key)).flatten();
            let mut places: Vec<usize> = whole.copied().collect();
            places.extend(kind.into_iter().flat_map(|named| self.of_kind(named, number, step)));
            places
        });
        // The first step at which anybody bears the name decides.
        let found = found.find(|places| !places.is_empty());
        found.or_else(|| {
            let named = commune_name::loose_kind_of(text)?;
            let mut found = steps().map(|(number, step)| self.of_kind(named, number, step));
            found.find(|places| !places.is_empty())
        })
    }

    /// Those that bear a name and are not known to be of another kind.
    fn of_kind(&self, named: NamedUnit, number: usize, step: Fold) -> Vec<usize> {
        let key = commune_name::key(step, named.name);
        let names = [&self.whole[number], &self.bare[number]];
        let places = names.into_iter().filter_map(|names| names.get(&key)).flatten();
        let fits = |place: &&usize| self.kinds.get(place).is_none_or(|kind| *kind == named.kind);
        places.filter(fits).copied().collect()
    }
}

/// Whether a text is a code from which a spreadsheet may have taken the zero that it
/// begins with.
pub(super) fn is_short_code(text: &str) -> bool {
    (1..5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}
