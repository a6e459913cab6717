//! A dossier of the sample's commune that meets everything, made once, and changed in
//! folders of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

use ntm::analysis::receipt::Receipt;
use serde_json::Value;
use tempfile::TempDir;

/// The files of a dossier by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A dossier to hand in, with every threshold confirmed in a copy of the sets; its files
/// of evidence are the documents' own names.
pub static MADE: LazyLock<Files> = LazyLock::new(|| files_of(make("ho-so").path().join("ho-so")));
/// The same as an archive.
pub static ZIP: LazyLock<Vec<u8>> =
    LazyLock::new(|| fs::read(make("ho-so.zip").path().join("ho-so.zip")).unwrap());

/// Runs the program in a folder.
pub fn ntm_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(arguments).current_dir(folder).env_remove("NTM_LANG").output().unwrap()
}

fn make(name: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sample = format!("{}/data/mong-cai", env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(folder.path().join("so/2022-12")).unwrap();
    fs::create_dir(folder.path().join("giay")).unwrap();
    for file in ["communes.csv", "2022-12/06739.csv", "2022-12/06739-nang-cao.csv"] {
        fs::copy(format!("{sample}/{file}"), folder.path().join("so").join(file)).unwrap();
    }
    let path = folder.path().join("so/2022-12/06739.csv");
    let mut data = fs::read_to_string(&path).unwrap();
    for (id, value) in [("1.1", "đạt"), ("2.1", "95"), ("3.1", "đạt")] {
        let cited = format!("BC 9{id}/BC-UBND");
        data += &format!("06739,2022-12,cong-nhan,{id},,{value},,,{cited},self,2022-12-20,\n");
    }
    fs::write(path, &data).unwrap();
    for row in data.lines().skip(1) {
        let document = row.split(',').nth(8).unwrap();
        let number = document.split(" ngày ").next().unwrap().replace(['/', ' '], "-");
        fs::write(folder.path().join(format!("giay/{number}.pdf")), document).unwrap();
    }
    for set in ["qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm", "qd-18-2022-cong-nhan"] {
        let by = ["--by", "Nguyễn Văn A", "--on", "2022-12-01", "--text", "bản giấy", "-o", "bo"];
        let output = ntm_in(folder.path(), &[&["criteria", "confirm", set][..], &by].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let output = ntm_in(
        folder.path(),
        &[
            "dossier",
            "so/2022-12",
            "--commune",
            "06739",
            "--criteria",
            "bo",
            "--evidence",
            "giay",
            "-o",
            name,
        ],
    );
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    folder
}

/// All files below a folder, by their paths in it.
pub fn files_of(folder: impl AsRef<Path>) -> Files {
    fn walk(top: &Path, folder: &Path, files: &mut Files) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(top, &path, files);
            } else {
                let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    let mut files = Files::new();
    walk(folder.as_ref(), folder.as_ref(), &mut files);
    files
}

/// A copy of the dossier in a folder of its own.
pub struct Copy(pub TempDir);

impl Copy {
    pub fn new() -> Copy {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in MADE.iter() {
            let target = folder.path().join("ho-so").join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, bytes).unwrap();
        }
        Copy(folder)
    }

    pub fn at(&self, inside: &str) -> std::path::PathBuf {
        self.0.path().join("ho-so").join(inside)
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
        let receipt = Receipt::read(self.text("receipt.json").as_bytes()).unwrap();
        fs::write(self.at("receipt.json"), receipt.sealed().1).unwrap();
    }

    /// Changes what the receipt says, and seals it.
    pub fn rewrite(&self, change: impl Fn(&mut Receipt)) {
        let mut receipt = Receipt::read(self.text("receipt.json").as_bytes()).unwrap();
        change(&mut receipt);
        fs::write(self.at("receipt.json"), receipt.sealed().1).unwrap();
    }

    /// Puts the digests of files as they are now into the receipt, and seals it.
    pub fn forge(&self, files: &[&str]) {
        let mut receipt = Receipt::read(self.text("receipt.json").as_bytes()).unwrap();
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
        let mut receipt = Receipt::read(self.text("receipt.json").as_bytes()).unwrap();
        receipt.outputs.retain(|file| file.path != path);
        receipt.sets.retain(|file| file.path != path);
        fs::write(self.at("receipt.json"), receipt.sealed().1).unwrap();
    }

    /// What verifying it gives: code and document.
    pub fn verify(&self) -> (i32, Value) {
        verify(self.0.path(), "ho-so")
    }

    /// The page of it.
    pub fn page(&self, more: &[&str]) -> String {
        let output = ntm_in(self.0.path(), &[&["verify", "ho-so"][..], more].concat());
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// Verifies a path in a folder: the code, and the document, which there always is.
pub fn verify(folder: &Path, path: &str) -> (i32, Value) {
    let output = ntm_in(folder, &["verify", path, "--format", "json"]);
    let told = String::from_utf8_lossy(&output.stderr);
    let value: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|why| panic!("{why}: {told}"));
    assert_eq!(value["schema"], "ntm.verify.v1");
    let code = output.status.code().unwrap();
    assert_eq!(value["same"], code == 0, "{value}");
    (code, value)
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
