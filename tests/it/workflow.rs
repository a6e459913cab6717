//! The workflow as a library: values in, values out, no process and no file.

use ntm::analysis::verify::{Difference, RECEIPT, Verification};
use ntm::intake::archive::ArchiveEntry;
use ntm::intake::{Content, Options, RosterFile, Source, Voice};
use ntm::law::{self, Confidence, Level, Library, Origin};
use ntm::period::{Period, parse_date};
use ntm::text::Lang;
use ntm::workflow::confirm::{Attestation, Confirmed, confirm, refuse_blank};
use ntm::workflow::dossier::{self, DossierInputs, Given, SCOPE};
use ntm::workflow::session::{Input, Question};
use ntm::workflow::verify::{Package, verify};
use ntm::workflow::{Session, select};

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
const ROWS: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n\
    06727,ntm,2.1,,,20,20,BC 1\n06727,ntm,12.1,nam,,19,20,\n";

fn source(name: &str, text: &str, folder_period: Option<Period>) -> Source {
    let content = Content::Bytes(text.as_bytes().to_vec());
    Source { name: name.to_owned(), folder_period, content }
}

fn today() -> jiff::civil::Date {
    parse_date("2023-01-31").unwrap()
}

/// Every file of a draft about the commune, by its path.
fn dossier() -> Vec<(String, Vec<u8>)> {
    let period = Period::parse_iso("2022-12");
    let roster = source("communes.csv", ROSTER, None);
    let library = Library::load_on(law::built_in(), today()).unwrap();
    let rows = vec![source("2022-12/06727.csv", ROWS, period)];
    let input = Input::new(library, &[RosterFile::from(roster.clone())], rows, Options::default());
    let question = Question { level: Level::Ntm, voice: Voice::Own, lenient: false };
    let session = Session::new(input, question, SCOPE, None).unwrap();
    let period = session.one_period().unwrap();
    let commune = select::commune("Bắc Sơn", session.roster(), period).unwrap();
    let faults = session.faults_for(commune, period);
    assert!(session.refuse_touching(&faults).unwrap().problems.is_empty());
    let options = dossier::Options {
        draft: true,
        figures_only: false,
        decimal: None,
        lang: Lang::Vi,
        own_criteria: false,
    };
    let given = Given { rosters: vec![roster], sets: law::built_in(), ..Given::default() };
    let (inputs, left_out) =
        DossierInputs::gather(&session, (commune, period), &faults, options, &given).unwrap();
    assert_eq!(left_out.uncited, 0);
    let made = dossier::make(&inputs, None, today()).unwrap();
    assert_eq!(made.receipt.commune.code, "06727");
    assert!(made.refusal.is_some(), "most indicators have no value");
    made.files_with(&inputs).map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

fn verified(files: Vec<(String, Vec<u8>)>) -> Verification {
    let entries =
        files.into_iter().map(|(path, bytes)| (path, ArchiveEntry::File(bytes))).collect();
    verify(Package::of_folder(entries).unwrap(), "ho-so".to_owned(), None, today())
}

#[test]
fn a_dossier_is_made_and_verified_in_memory() {
    let files = dossier();
    for path in [RECEIPT, "inputs/communes.csv", "inputs/2022-12/06727.csv", "score.json"] {
        assert!(files.iter().any(|(own, _)| own == path), "{path}");
    }
    let whole = verified(files.clone());
    assert!(whole.is_same(), "{:?}", whole.differences);
    assert!(whole.verdicts.is_empty());

    // 20 of 20 becomes 10 of 20: one byte, and the verdict is another.
    let mut changed = files;
    let (_, rows) = changed.iter_mut().find(|(path, _)| path.ends_with("/06727.csv")).unwrap();
    let at = rows.windows(5).position(|part| part == b"20,20").unwrap();
    rows[at] = b'1';
    let other = verified(changed);
    assert!(!other.is_same());
    let of_rows = |difference: &Difference| matches!(difference, Difference::Changed(_, path) if path.ends_with("/06727.csv"));
    assert!(other.differences.iter().any(of_rows), "{:?}", other.differences);
    assert_eq!(other.verdicts.len(), 1);
    assert_eq!(other.verdicts[0].indicator, "2.1");
    assert_eq!(other.verdicts[0].now.as_deref(), Some("not_met"));
}

#[test]
fn a_dossier_without_its_receipt_is_one_still() {
    let mut files = dossier();
    files.retain(|(path, _)| path != RECEIPT);
    assert!(!verified(files).is_same());
    let other = vec![("a.txt".to_owned(), ArchiveEntry::File(Vec::new()))];
    assert!(Package::of_folder(other).is_none());
}

fn attestation(on: &str) -> Attestation {
    Attestation {
        set: "qd-318-2022-ntm".to_owned(),
        indicators: vec!["1.1".to_owned()],
        by: "Nguyễn Văn A".to_owned(),
        on: parse_date(on).unwrap(),
        text: "QĐ 318/QĐ-TTg, phụ lục".to_owned(),
        value: None,
        region: None,
        year: None,
        part: None,
    }
}

#[test]
fn a_threshold_is_confirmed_in_a_text() {
    let built_in = law::built_in();
    let target = "tieu-chi/qd-318-2022-ntm.toml";
    let attestation = attestation("2022-06-01");
    refuse_blank(&attestation).unwrap();
    let Confirmed::Edited(edited) = confirm(&built_in, &attestation, target, today()).unwrap()
    else {
        panic!("1.1 is confirmed already");
    };
    assert_eq!(edited.before, None, "the file is not there yet");
    assert!(edited.text.contains("Nguyễn Văn A"));
    let confirmed = |sources: Vec<law::Source>| {
        let library = Library::load_on(sources, today()).unwrap();
        let stated = library.file("qd-318-2022-ntm").unwrap().stated();
        stated.iter().filter(|one| one.confidence == Confidence::Confirmed).count()
    };
    let before = confirmed(built_in.clone());
    let own = law::Source {
        id: "qd-318-2022-ntm".to_owned(),
        name: target.to_owned(),
        origin: Origin::File,
        text: edited.text,
    };
    let mut sources = built_in;
    sources.retain(|source| source.id != own.id);
    sources.push(own);
    assert!(confirmed(sources.clone()) > before);

    // Once more there is nothing left to do.
    let again = confirm(&sources, &attestation, target, today()).unwrap();
    assert!(matches!(again, Confirmed::Nothing(_)), "{again:?}");
}

#[test]
fn what_cannot_have_been_read_is_not_confirmed() {
    for on in ["2021-01-01", "2030-01-01"] {
        let refused = confirm(&law::built_in(), &attestation(on), "x.toml", today());
        assert!(refused.is_err(), "{on}");
    }
    let blank = Attestation { by: " ".to_owned(), ..attestation("2022-06-01") };
    assert!(refuse_blank(&blank).is_err());
}
