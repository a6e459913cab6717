//! An office with what the dossier of its commune needs, and the program run on it.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::disallowed_methods, reason = "tests read files and run the program")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");
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

pub fn ntm(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(arguments).current_dir(ROOT).env_remove("NTM_LANG").output().unwrap()
}

pub fn told(output: &Output) -> (i32, String) {
    let text = [output.stdout.clone(), output.stderr.clone()].concat();
    (output.status.code().unwrap(), String::from_utf8(text).unwrap())
}

pub fn json(path: &str) -> (i32, Value) {
    let output = ntm(&["verify", path, "--format", "json"]);
    let value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().unwrap(), value)
}

/// The sample with what its dossier needs.
pub struct Office {
    pub folder: TempDir,
}

impl Office {
    pub fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let office = Office { folder };
        let month = office.path("so-lieu/2022-12");
        fs::create_dir_all(&month).unwrap();
        fs::create_dir_all(office.path("tieu-chi")).unwrap();
        fs::create_dir_all(office.path("minh-chung/bao cao")).unwrap();
        let sample = Path::new(ROOT).join("data/mong-cai");
        fs::copy(sample.join("communes.csv"), office.path("so-lieu/communes.csv")).unwrap();
        for file in ["06739.csv", "06739-nang-cao.csv", "06727.csv"] {
            let text = fs::read_to_string(sample.join("2022-12").join(file)).unwrap();
            fs::write(Path::new(&month).join(file), text).unwrap();
        }
        office.edit("06739.csv", |text| format!("{text}{}", conditions("95")));
        for set in ["qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm", CONDITIONS] {
            office.confirm(set);
        }
        fs::write(office.path("minh-chung/bao cao/83-BC-UBND.pdf"), PAPER).unwrap();
        office
    }

    /// Confirms all that a set states, in the office's own copy.
    pub fn confirm(&self, set: &str) {
        let sets = self.path("tieu-chi");
        let by = ["--by", "Nguyễn Văn A", "--on", "2022-12-01", "--text", "bản giấy"];
        let line = [&["criteria", "confirm", set], by.as_slice(), &["-o", &sets]].concat();
        assert_eq!(told(&ntm(&line)).0, 0);
    }

    pub fn path(&self, inside: &str) -> String {
        self.folder.path().join(inside).to_str().unwrap().to_owned()
    }

    pub fn dossier(&self, to: &str, more: &[&str]) -> Output {
        let (data, sets, to) = (self.path("so-lieu/2022-12"), self.path("tieu-chi"), self.path(to));
        let own = ["dossier", &data, "--commune", "Quảng Nghĩa", "--criteria", &sets, "-o", &to];
        ntm(&[&own, more].concat())
    }

    /// Writes to a file of the month, in place of what `edit` is given.
    pub fn edit(&self, file: &str, edit: impl Fn(&str) -> String) {
        let path = self.path(&format!("so-lieu/2022-12/{file}"));
        let own = fs::read_to_string(&path).unwrap();
        let text = edit(&own);
        assert_ne!(text, own, "the edit changes nothing");
        fs::write(path, text).unwrap();
    }

    pub fn made(&self, to: &str) -> String {
        let (code, text) = told(&self.dossier(to, &[]));
        assert_eq!(code, 0, "{text}");
        self.path(to)
    }
}

/// All files below a folder, by their paths in it.
pub fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    fn walk(top: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                walk(top, &path, files);
            } else {
                let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    let mut all = BTreeMap::new();
    walk(Path::new(folder), Path::new(folder), &mut all);
    all
}

/// A receipt with the digest that its content has.
pub fn resealed(text: &str) -> Vec<u8> {
    let receipt = ntm::analysis::receipt::Receipt::read(text.as_bytes()).unwrap();
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
