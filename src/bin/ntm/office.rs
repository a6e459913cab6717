//! Whose letter a report is: `office.toml` beside the roster.

use std::path::{Path, PathBuf};

use ntm::intake::{Office, Offices, Voice};
use ntm::law;
use ntm::text;
use ntm::workflow::offices;

use crate::criteria_files;
use crate::found::Found;
use crate::outcome::Stop;
use crate::output;
use crate::targets::Targets;

/// The files beside rosters, whether or not they are there.
fn paths(rosters: &[PathBuf]) -> impl Iterator<Item = PathBuf> {
    rosters.iter().map(|roster| roster.with_file_name("office.toml"))
}

/// The file beside rosters, where there is one.
pub(crate) fn beside(rosters: &[PathBuf]) -> Option<PathBuf> {
    paths(rosters).find(|path| path.is_file())
}

/// The files beside rosters, as files that are read.
pub(crate) fn files(rosters: &[PathBuf]) -> Vec<Found> {
    paths(rosters).filter(|path| path.is_file()).map(Found::named).collect()
}

/// The office of the rosters. Where no file tells of it that is said, and all of it stays
/// open.
pub(crate) fn find(rosters: &[PathBuf], public: bool) -> Result<Office, Stop> {
    let Some(path) = beside(rosters) else {
        for path in paths(rosters).take(1) {
            let told = text::no_office(path.display());
            output::note(&told);
        }
        return Ok(Office::default());
    };
    let office = offices(file(&path)?)?.own;
    Ok(if public { office.without_names() } else { office })
}

/// Letters among the targets are those of the office of the rosters.
pub(crate) fn sign(targets: Targets, rosters: &[PathBuf]) -> Result<Targets, Stop> {
    if !targets.has_letter() {
        return Ok(targets);
    }
    let office = find(rosters, false)?;
    Ok(targets.signed_by(office))
}

/// The office of the papers of a voice about a commune, and where nothing says whose they
/// are, that.
pub(crate) fn of_voice(
    rosters: &[PathBuf],
    public: bool,
    (voice, commune): (Voice, &str),
) -> Result<Office, Stop> {
    let offices = match beside(rosters) {
        Some(path) => offices(file(&path)?)?,
        None if voice == Voice::Verified => return find(rosters, public),
        None => Offices::default(),
    };
    tell_open(rosters, &offices, voice);
    let office = offices.office_of(voice, commune);
    Ok(if public { office.without_names() } else { office })
}

/// Says which table of which file would name whose the papers of a voice are.
pub(crate) fn tell_open(rosters: &[PathBuf], offices: &Offices, voice: Voice) {
    if offices.tells_of(voice) || (voice == Voice::Verified && *offices != Offices::default()) {
        return;
    }
    for path in beside(rosters).into_iter().chain(paths(rosters)).take(1) {
        let told = text::no_office_of(voice.as_str(), path.display());
        output::note(&told);
    }
}

/// A file as it came.
pub(crate) fn file(path: &Path) -> Result<law::Source, Stop> {
    criteria_files::toml_file(path).map_err(|problem| Stop::problems(vec![*problem]))
}
