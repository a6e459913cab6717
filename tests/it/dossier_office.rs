//! An office with what the dossier of its commune needs, and the program run on it.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::disallowed_methods, reason = "tests read files and run the program")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use serde_json::Value;

use crate::office::{Office, Run};

/// A small file of evidence that the commune cites.
pub const PAPER: &[u8] = b"%PDF-1.4 report 83";

/// The set of the conditions of recognition.
pub const CONDITIONS: &str = "qd-18-2022-cong-nhan";

/// Rows of the conditions of recognition, met where so many in a hundred are content.
pub fn conditions(rate: &str) -> String {
    let row = |id: &str, value: &str| {
        format!("06739,2022-12,cong-nhan,{id},,{value},,,BC 9{id}/BC-UBND,self,2022-12-20,\n")
    };
    [row("1.1", "đạt"), row("2.1", rate), row("3.1", "đạt")].concat()
}

/// Data without rows of them.
pub fn bare_of_conditions(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.contains(",cong-nhan,")).collect()
}

/// The sample with what its dossier needs.
pub struct DossierOffice {
    pub folder: Office,
}

/// The files of such an office, confirmed once and written anew for each test.
static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let office = DossierOffice { folder: Office::empty() };
    let sample = Office::sample();
    office.folder.write("so-lieu/communes.csv", sample.bytes("communes.csv"));
    for file in ["06739.csv", "06739-nang-cao.csv", "06727.csv"] {
        let text = sample.read(format!("2022-12/{file}"));
        office.folder.write(format!("so-lieu/2022-12/{file}"), text);
    }
    office.edit("06739.csv", |text| format!("{text}{}", conditions("95")));
    for set in ["qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm", CONDITIONS] {
        office.confirm(set);
    }
    office.folder.write("minh-chung/bao cao/83-BC-UBND.pdf", PAPER);
    office.folder.files()
});

impl DossierOffice {
    pub fn new() -> DossierOffice {
        let office = DossierOffice { folder: Office::empty() };
        for (path, bytes) in FILES.iter() {
            office.folder.write(path, bytes);
        }
        office
    }

    /// Confirms all that a set states, in the office's own copy.
    pub fn confirm(&self, set: &str) {
        let by = "--by 'Nguyễn Văn A' --on 2022-12-01 --text 'bản giấy' -o tieu-chi";
        self.folder.run(&format!("criteria confirm {set} {by}")).assert_code(0);
    }

    pub fn path(&self, inside: &str) -> String {
        self.folder.at(inside).to_str().unwrap().to_owned()
    }

    pub fn dossier(&self, to: &str, more: &[&str]) -> Run {
        let (data, sets, to) = (self.path("so-lieu/2022-12"), self.path("tieu-chi"), self.path(to));
        let own = ["dossier", &data, "--commune", "Quảng Nghĩa", "--criteria", &sets, "-o", &to];
        Office::project().run_args([&own, more].concat())
    }

    /// Writes to a file of the month, in place of what `edit` is given.
    pub fn edit(&self, file: &str, edit: impl Fn(&str) -> String) {
        self.folder.edit(format!("so-lieu/2022-12/{file}"), edit);
    }

    pub fn made(&self, to: &str) -> String {
        self.dossier(to, &[]).assert_code(0);
        self.path(to)
    }
}

/// Verifies a dossier: the code, and the document where there is one.
pub fn verify(path: &str) -> (i32, Value) {
    let run = Office::project().run_args(["verify", path, "--format", "json"]);
    let value = if run.bytes().is_empty() { Value::Null } else { run.json() };
    (run.code(), value)
}

/// A receipt with the digest that its content has.
pub fn resealed(text: &str) -> Vec<u8> {
    let receipt = ntm::analysis::receipt::Receipt::parse(text.as_bytes()).unwrap();
    receipt.sealed().1
}

pub fn entry(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

/// A file of a dossier as text.
pub fn text(folder: &str, file: &str) -> String {
    fs::read_to_string(format!("{folder}/{file}")).unwrap()
}

/// The receipt of a dossier.
pub fn receipt(folder: &str) -> Value {
    serde_json::from_str(&text(folder, "receipt.json")).unwrap()
}
