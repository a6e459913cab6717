//! A dossier of the sample's commune that meets everything, made once, and changed in
//! folders of its own.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use crate::office::{Office, files_below};
use ntm::analysis::receipt::Receipt;
use serde_json::Value;

/// The files of a dossier by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A dossier to hand in, with every threshold confirmed in a copy of the sets; its files
/// of evidence are the documents' own names.
pub static MADE: LazyLock<Files> = LazyLock::new(|| files_below(make("ho-so").at("ho-so")));
/// The same as an archive.
pub static ZIP: LazyLock<Vec<u8>> = LazyLock::new(|| make("ho-so.zip").bytes("ho-so.zip"));

/// An office with its papers, and the dossier of them under a name.
fn make(name: &str) -> Office {
    let office = Office::empty();
    let sample = Office::sample();
    for file in ["communes.csv", "2022-12/06739-nang-cao.csv"] {
        office.write(format!("so/{file}"), sample.bytes(file));
    }
    let mut data = sample.read("2022-12/06739.csv");
    for (id, value) in [("1.1", "đạt"), ("2.1", "95"), ("3.1", "đạt")] {
        let cited = format!("BC 9{id}/BC-UBND");
        data += &format!("06739,2022-12,cong-nhan,{id},,{value},,,{cited},self,2022-12-20,\n");
    }
    office.write("so/2022-12/06739.csv", &data);
    for row in data.lines().skip(1) {
        let document = row.split(',').nth(8).unwrap();
        let number = document.split(" ngày ").next().unwrap().replace(['/', ' '], "-");
        office.write(format!("giay/{number}.pdf"), document);
    }
    for set in ["qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm", "qd-18-2022-cong-nhan"] {
        let by = "--by 'Nguyễn Văn A' --on 2022-12-01 --text 'bản giấy' -o bo";
        office.run(&format!("criteria confirm {set} {by}")).assert_code(0);
    }
    let line = "dossier so/2022-12 --commune 06739 --criteria bo --evidence giay";
    office.run(&format!("{line} -o {name}")).assert_code(0);
    office
}

/// A copy of the dossier in a folder of its own.
pub struct Copy(pub Office);

impl Copy {
    pub fn new() -> Copy {
        let office = Office::empty();
        for (path, bytes) in MADE.iter() {
            office.write(format!("ho-so/{path}"), bytes);
        }
        Copy(office)
    }

    pub fn at(&self, inside: &str) -> std::path::PathBuf {
        self.0.at("ho-so").join(inside)
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.at(file)).unwrap()
    }

    /// Changes the first place of a text file where something stands.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let own = self.text(file);
        let text = own.replacen(from, to, 1);
        assert_ne!(text, own, "{from} is not in {file}");
        fs::write(self.at(file), text).unwrap();
    }

    /// Gives the receipt the digest that its content has, as who forges it would.
    pub fn reseal(&self) {
        let receipt = Receipt::parse(self.text("receipt.json").as_bytes()).unwrap();
        fs::write(self.at("receipt.json"), receipt.sealed().1).unwrap();
    }

    /// Changes what the receipt says, and seals it.
    pub fn rewrite(&self, change: impl Fn(&mut Receipt)) {
        let mut receipt = Receipt::parse(self.text("receipt.json").as_bytes()).unwrap();
        change(&mut receipt);
        fs::write(self.at("receipt.json"), receipt.sealed().1).unwrap();
    }

    /// Puts the digests of files as they are now into the receipt, and seals it.
    pub fn forge(&self, files: &[&str]) {
        let mut receipt = Receipt::parse(self.text("receipt.json").as_bytes()).unwrap();
        let now = |path: &str| {
            let bytes = fs::read(self.at(path)).unwrap();
            (bytes.len() as u64, ntm::law::sha256(&bytes))
        };
        for file in receipt.inputs.iter_mut().filter(|file| files.contains(&&*file.path)) {
            (file.size, file.sha256) = now(&file.path);
        }
        for file in receipt.sets.iter_mut().filter(|file| files.contains(&&*file.path)) {
            (file.size, file.sha256) = now(&file.path);
        }
        for file in receipt.outputs.iter_mut().filter(|file| files.contains(&&*file.path)) {
            (file.size, file.sha256) = now(&file.path);
        }
        fs::write(self.at("receipt.json"), receipt.sealed().1).unwrap();
    }

    /// Takes a file away, and out of the receipt.
    pub fn leave_out(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap();
        let mut receipt = Receipt::parse(self.text("receipt.json").as_bytes()).unwrap();
        receipt.outputs.retain(|file| file.path != path);
        receipt.sets.retain(|file| file.path != path);
        fs::write(self.at("receipt.json"), receipt.sealed().1).unwrap();
    }

    /// What verifying it gives: code and document.
    pub fn verify(&self) -> (i32, Value) {
        verify(&self.0, "ho-so")
    }

    /// The page of it, with more words on the line.
    pub fn page(&self, more: &str) -> String {
        let run = self.0.run(&format!("verify ho-so {more}"));
        assert!(run.stderr().is_empty(), "{}", run.stderr());
        run.stdout()
    }
}

/// Verifies a path in an office: the code, and the document, which there always is.
pub fn verify(office: &Office, path: &str) -> (i32, Value) {
    let run = office.run(&format!("verify {path} --format json"));
    let value = run.json();
    assert_eq!(value["schema"], "ntm.verify.v1");
    assert_eq!(value["same"], run.code() == 0, "{value}");
    (run.code(), value)
}

/// The differences as `what path to`.
pub fn told(value: &Value) -> Vec<String> {
    let list = value["differences"].as_array().unwrap().iter();
    let word = |d: &Value, key: &str| d[key].as_str().map(|word| format!(" {word}"));
    let tell = |d: &Value| {
        let rest = ["path", "to"].map(|key| word(d, key).unwrap_or_default()).concat();
        format!("{}{rest}", d["what"].as_str().unwrap())
    };
    list.map(tell).collect()
}

/// An archive of entries: a name that ends in `/` is a folder.
pub fn pack(entries: &[(&str, &[u8])], link: Option<&str>) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in entries {
        match name.strip_suffix('/') {
            Some(folder) => writer.add_directory(folder, options).unwrap(),
            None => {
                writer.start_file(*name, options).unwrap();
                writer.write_all(bytes).unwrap();
            }
        }
    }
    if let Some(link) = link {
        writer.add_symlink(link, "/etc/passwd", options).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
