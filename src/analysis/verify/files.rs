//! The files of a dossier against those of its receipt.

use std::collections::{BTreeMap, BTreeSet};

use super::super::receipt::{Group, Receipt};
use super::Difference;
use crate::intake::archive::Oddity;

/// A file as it was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// How many bytes it has.
    pub size: u64,
    /// Their SHA-256.
    pub sha256: String,
}

/// What was found in a dossier beyond its receipt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The files by their paths.
    pub files: BTreeMap<String, Held>,
    /// What is no file that can be read.
    pub odd: Vec<(String, Oddity)>,
    pub folders: BTreeSet<String>,
}

/// What of the files differs from what the receipt says of them.
pub fn files(receipt: &Receipt, found: &Found) -> Vec<Difference> {
    let misnamed = receipt.misnamed();
    let known: BTreeMap<&str, (Group, Held)> = receipt
        .files()
        .filter(|(_, path, _, _)| !misnamed.contains_key(path))
        .map(|(group, path, size, sha256)| {
            (path, (group, Held { size, sha256: sha256.to_owned() }))
        })
        .collect();
    let right = |path: &str, held: &Held| known.get(path).is_some_and(|(_, own)| own == held);
    // What lies where it does not belong, by its content.
    let mut astray: BTreeMap<&Held, BTreeSet<&str>> = BTreeMap::new();
    for (path, held) in found.files.iter().filter(|(path, held)| !right(path, held)) {
        astray.entry(held).or_default().insert(path);
    }
    let (mut differences, mut told) = (Vec::new(), BTreeSet::new());
    for (group, path, _, _) in receipt.files() {
        let Some((_, own)) = known.get(path) else {
            continue;
        };
        let there = found.files.get(path);
        if there == Some(own) {
            continue;
        }
        let mut odd = found.odd.iter().filter(|(_, why)| *why != Oddity::Twice);
        let oddity = odd.find(|(name, _)| name == path).map(|(_, why)| *why);
        let oddity = oddity.or(found.folders.contains(path).then_some(Oddity::Folder));
        // What changed places with another file of the receipt was moved, not changed.
        let swapped = there.is_some_and(|held| known.values().any(|(_, own)| own == held));
        let places = astray.get_mut(own).filter(|_| there.is_none() || swapped);
        let to = places.and_then(|places| {
            if swapped {
                places.iter().find(|place| known.contains_key(*place)).copied()
            } else {
                places.first().copied()
            }
        });
        let path = path.to_owned();
        differences.push(match (oddity, to, there) {
            (Some(oddity), _, None) => Difference::Odd(Some(group), path, oddity),
            (_, Some(to), _) => {
                astray.entry(own).or_default().remove(to);
                told.insert(to);
                Difference::Moved(group, path, to.to_owned())
            }
            (_, None, Some(_)) => Difference::Changed(group, path),
            (None, None, None) => Difference::Missing(group, path),
        });
    }
    let known: BTreeSet<&str> = known.into_keys().collect();
    let is_new = |path: &str| !known.contains(path) && !told.contains(path);
    let added = found.files.keys().filter(|path| is_new(path));
    differences.extend(added.map(|path| Difference::Added(path.clone())));
    // What is there twice may be what the receipt says the one time.
    let is_told = |path: &str, why: Oddity| known.contains(path) && why != Oddity::Twice;
    let odd = found.odd.iter().filter(|(path, why)| !is_told(path, *why));
    differences.extend(odd.map(|(path, why)| Difference::Odd(None, path.clone(), *why)));
    differences.extend(empty(found, &known).map(Difference::AddedFolder));
    differences
}

/// The folders that hold nothing and that no file of the receipt lies in; of those that
/// lie in each other the first.
fn empty<'a>(found: &'a Found, known: &BTreeSet<&str>) -> impl Iterator<Item = String> + 'a {
    let odd = found.odd.iter().map(|(path, _)| path.as_str());
    let all = found.files.keys().map(String::as_str).chain(odd).chain(known.iter().copied());
    let mut used: BTreeSet<String> = BTreeSet::new();
    for path in all {
        used.insert(path.to_owned());
        let ends = path.match_indices('/').map(|(end, _)| path[..end].to_owned());
        used.extend(ends);
    }
    let folders = found.folders.iter().filter(move |folder| {
        let above = folder.rsplit_once('/').map(|(above, _)| above);
        !used.contains(*folder) && above.is_none_or(|above| used.contains(above))
    });
    folders.cloned()
}
