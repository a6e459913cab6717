//! Whose a file of evidence is by its path: a folder that is a commune's code or name, a
//! name that begins with either, or one that holds it behind other words.

use std::collections::HashMap;

use super::super::names::{commune_of_names, starts_with_short_code};
use super::super::roster::{Roster, Unknown, is_short_code};
use super::words::apart;
use crate::fold::Fold;
use crate::period::Period;

/// The most words of a commune's name, with its kind: `thị trấn Nông trường Mộc Châu`.
const MOST_WORDS: usize = 8;

/// The communes that paths are of.
#[derive(Clone, Debug)]
pub struct PathOwners<'r> {
    roster: &'r Roster,
    periods: &'r [Period],
    /// What the names of folders mean, each looked for once.
    known: HashMap<String, Option<Vec<usize>>>,
    /// The name of the folder that holds all of them.
    above: Option<String>,
}

/// Whom a path names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Owner {
    /// The communes, several where they share a name, none where they no longer exist;
    /// `None` where the path names nobody.
    pub(super) communes: Option<Vec<usize>>,
    /// The same without what the name begins with, which may be a document's number.
    pub(super) but_front: Option<Vec<usize>>,
}

impl<'r> PathOwners<'r> {
    /// By the communes of a roster that take part in periods.
    pub fn new(roster: &'r Roster, periods: &'r [Period]) -> PathOwners<'r> {
        PathOwners { roster, periods, known: HashMap::new(), above: None }
    }

    /// The same of a folder with a name, which may be a commune's too.
    pub fn below(self, above: Option<String>) -> PathOwners<'r> {
        PathOwners { above, ..self }
    }

    /// Whether a folder of this name is a commune's.
    pub fn is_named(&mut self, folder: &str) -> bool {
        self.folder(folder).is_some()
    }

    /// Whom a path names: the name of the file says it before its folder, a folder before
    /// the one that it lies in.
    pub(super) fn owner_of(&mut self, path: &str) -> Owner {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let above = self.above.take();
        let all = folders.rsplit('/').chain(above.as_deref());
        let of_folders = all.filter(|name| !name.is_empty()).find_map(|name| self.folder(name));
        self.above = above;
        let code: String = name.chars().take_while(char::is_ascii_digit).collect();
        let own = if code.len() == 5 { self.roster.of_code(&code) } else { &[] };
        let but_front = of_folders.or_else(|| self.inside(name));
        let communes = match own {
            [] => self.in_front(name).or_else(|| but_front.clone()),
            own => Some(own.to_vec()),
        };
        Owner { communes, but_front }
    }

    /// The commune whose name a file's name begins with, the longest deciding.
    fn in_front(&mut self, name: &str) -> Option<Vec<usize>> {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let next = stem.chars().skip(1).chain(Some(' '));
        let ends =
            stem.char_indices().zip(next).filter(|((_, c), next)| !apart(*c) && apart(*next));
        let ends: Vec<usize> =
            ends.map(|((at, c), _)| at + c.len_utf8()).take(MOST_WORDS).collect();
        ends.into_iter().rev().find_map(|end| self.folder(&stem[..end]))
    }

    /// The communes whose codes or names stand behind other words of a file's name: all of
    /// them, for it may be theirs together. Names of one word are words of any kind.
    fn inside(&mut self, name: &str) -> Option<Vec<usize>> {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let words = word_spans(stem);
        let (mut all, mut at) = (Vec::new(), 1);
        while at < words.len() {
            let word = &stem[words[at].0..words[at].1];
            let code = word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
            let coded = if code { self.roster.of_code(word) } else { &[] };
            all.extend_from_slice(coded);
            let most = words.len().min(at + MOST_WORDS);
            let named = (at + 2..=most).rev().find_map(|end| {
                let text = &stem[words[at].0..words[end - 1].1];
                Some((end, self.folder(text).filter(|_| !names_place(stem, &words[..at]))?))
            });
            match named {
                Some((end, communes)) => {
                    all.extend(communes);
                    at = end;
                }
                None => at += 1,
            }
        }
        all.sort_unstable();
        all.dedup();
        (!all.is_empty()).then_some(all)
    }

    fn folder(&mut self, name: &str) -> Option<Vec<usize>> {
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let found = self.look(name);
        self.known.insert(name.to_owned(), found.clone());
        found
    }

    fn look(&self, name: &str) -> Option<Vec<usize>> {
        // `2022` and `2022 quý 1` are years and no codes that lost their zero.
        if starts_with_short_code(name) || is_short_code(name) {
            return None;
        }
        let mut communes: Option<Vec<usize>> = None;
        for period in self.periods {
            let found = match commune_of_names(std::iter::once(name), self.roster, *period) {
                Ok(commune) => vec![commune],
                Err(Unknown::Shared(places)) => {
                    let codes = places.iter().map(|place| &self.roster.communes[*place].code);
                    codes.flat_map(|code| self.roster.of_code(code)).copied().collect()
                }
                Err(Unknown::NotTakingPart) => Vec::new(),
                Err(Unknown::NotThere) => continue,
            };
            communes.get_or_insert_default().extend(found);
        }
        communes
    }
}

/// Where the words of a name begin and end.
fn word_spans(stem: &str) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (at, c) in stem.char_indices() {
        match (apart(c), open) {
            (true, _) => open = false,
            (false, true) => {
                spans.last_mut().into_iter().for_each(|span| span.1 = at + c.len_utf8());
            }
            (false, false) => {
                open = true;
                spans.push((at, at + c.len_utf8()));
            }
        }
    }
    spans
}

/// Whether the words before a name say that it is a province's, a district's or a village's.
fn names_place(stem: &str, before: &[(usize, usize)]) -> bool {
    const KINDS: [&str; 8] = ["tinh", "huyen", "pho", "tp", "quan", "thon", "ban", "duong"];
    let word = |place: usize| {
        let place = before.len().checked_sub(place)?;
        Some(Fold::Accents.key(&stem[before[place].0..before[place].1]))
    };
    let last = word(1).unwrap_or_default();
    KINDS.contains(&&*last) || last == "xa" && word(2).is_some_and(|word| word == "thi")
}
