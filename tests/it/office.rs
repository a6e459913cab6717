//! The fixture of all tests: a folder that an office works in, and what the program says
//! when it is run there.
//!
//! ```ignore
//! let json = Office::sample().run("gaps 2022-12 --format json").json();
//! let office = Office::with(&[("communes.csv", ROSTER), ("2022-05/a.csv", ROWS)]);
//! let told = office.run("score 2022-05").assert_code(2).stderr();
//! ```
#![allow(dead_code, reason = "what one test needs may go with that test")]

use std::collections::{BTreeMap, HashMap};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use serde_json::Value;
use tempfile::TempDir;

/// The project's folder.
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The sample of nine communes, and that of a poor region.
pub(crate) const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/mong-cai");

/// A folder that an office works in.
#[derive(Debug)]
pub(crate) struct Office {
    folder: PathBuf,
    /// Its own, which goes with it; none where it is the project's and not written to.
    own: Option<TempDir>,
}

impl Office {
    /// An empty folder.
    pub(crate) fn empty() -> Office {
        let own = tempfile::tempdir().unwrap();
        Office { folder: own.path().to_owned(), own: Some(own) }
    }

    /// A folder with files, by their paths in it.
    pub(crate) fn with<P: AsRef<Path>, C: AsRef<[u8]>>(files: &[(P, C)]) -> Office {
        let office = Office::empty();
        for (path, content) in files {
            office.write(path, content);
        }
        office
    }

    /// An empty folder whose own name begins so.
    pub(crate) fn named(prefix: &str) -> Office {
        let own = tempfile::Builder::new().prefix(prefix).tempdir().unwrap();
        Office { folder: own.path().to_owned(), own: Some(own) }
    }

    /// The sample's folder itself, to be read.
    pub(crate) fn sample() -> Office {
        Office { folder: SAMPLE.into(), own: None }
    }

    /// The project's folder itself, to be read: paths are those of README.md.
    pub(crate) fn project() -> Office {
        Office { folder: ROOT.into(), own: None }
    }

    /// A copy of the sample, to be written to.
    pub(crate) fn sample_copy() -> Office {
        let office = Office::empty();
        office.copy_sample(&["communes.csv", "2022-05", "2022-06", "2022-07", "2022-12"]);
        office
    }

    /// Copies files and folders of the sample to the same place in this folder.
    pub(crate) fn copy_sample(&self, names: &[&str]) {
        for name in names {
            let from = Path::new(SAMPLE).join(name);
            if from.is_dir() {
                for (inside, bytes) in files_below(&from) {
                    self.write(format!("{name}/{inside}"), bytes);
                }
            } else {
                self.write(name, fs::read(from).unwrap());
            }
        }
    }

    /// A folder inside this one, to run in; it does not outlive this one.
    pub(crate) fn inside(&self, path: impl AsRef<Path>) -> Office {
        Office { folder: self.folder.join(path), own: None }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }

    /// The folder as a word of a command line.
    pub(crate) fn dir(&self) -> &str {
        self.folder.to_str().unwrap()
    }

    /// The path of a file in the folder.
    pub(crate) fn at(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.join(path)
    }

    /// Writes a file, and makes the folders that it lies in.
    #[track_caller]
    pub(crate) fn write(&self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        assert!(self.folder != Path::new(ROOT) && self.folder != Path::new(SAMPLE));
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Makes a folder, and those that it lies in.
    pub(crate) fn create_dir(&self, path: impl AsRef<Path>) {
        fs::create_dir_all(self.at(path)).unwrap();
    }

    /// Removes a file, or a folder with what is in it.
    #[track_caller]
    pub(crate) fn remove(&self, path: impl AsRef<Path>) {
        let path = self.at(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
    }

    #[track_caller]
    pub(crate) fn read(&self, path: impl AsRef<Path>) -> String {
        let path = self.at(path);
        fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    }

    #[track_caller]
    pub(crate) fn bytes(&self, path: impl AsRef<Path>) -> Vec<u8> {
        let path = self.at(path);
        fs::read(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    }

    /// Changes the text of a file.
    #[track_caller]
    pub(crate) fn edit(&self, path: impl AsRef<Path>, edit: impl FnOnce(&str) -> String) {
        let old = self.read(&path);
        let new = edit(&old);
        assert_ne!(new, old, "the edit changes nothing");
        self.write(path, new);
    }

    pub(crate) fn exists(&self, path: impl AsRef<Path>) -> bool {
        self.at(path).exists()
    }

    /// The names in a folder of it, sorted.
    pub(crate) fn names(&self, path: impl AsRef<Path>) -> Vec<String> {
        let entries = fs::read_dir(self.at(path)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// All files below it, by their paths in it.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.folder)
    }

    /// A run of the program still to be given more.
    pub(crate) fn command(&self, line: &str) -> Line {
        self.command_args(words(line))
    }

    pub(crate) fn command_args<W: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = W>) -> Line {
        let args = args.into_iter().map(|word| word.as_ref().to_owned()).collect();
        Line { folder: self.folder.clone(), args, env: Vec::new(), stdin: None }
    }

    /// Runs the program here with the words of a line. `'two words'` are one.
    pub(crate) fn run(&self, line: &str) -> Run {
        self.command(line).run()
    }

    /// Runs it with words that may hold anything.
    pub(crate) fn run_args<W: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = W>) -> Run {
        self.command_args(args).run()
    }

    /// The JSON of a line.
    #[track_caller]
    pub(crate) fn json(&self, line: &str) -> Value {
        self.command(line).arg("--format").arg("json").run().json()
    }

    #[track_caller]
    pub(crate) fn json_args<W: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = W>) -> Value {
        self.command_args(args).arg("--format").arg("json").run().json()
    }

    #[track_caller]
    pub(crate) fn page_args<W: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = W>) -> String {
        self.run_args(args).assert_code(0).stdout()
    }

    /// What a line prints, which must be done.
    #[track_caller]
    pub(crate) fn page(&self, line: &str) -> String {
        self.run(line).assert_code(0).stdout()
    }
}

/// All files below a folder, by their paths in it with `/`.
pub(crate) fn files_below(folder: impl AsRef<Path>) -> BTreeMap<String, Vec<u8>> {
    fn walk(top: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
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
    let mut files = BTreeMap::new();
    walk(folder.as_ref(), folder.as_ref(), &mut files);
    files
}

/// The words of a command line: apart by blanks, but for those between `'` or `"`.
pub(crate) fn words(line: &str) -> Vec<String> {
    let (mut words, mut open): (Vec<String>, Option<char>) = (Vec::new(), None);
    let mut begun = false;
    for c in line.chars() {
        if open.is_none() && c.is_whitespace() {
            begun = false;
            continue;
        }
        if !begun {
            words.push(String::new());
            begun = true;
        }
        match open {
            Some(quote) if c == quote => open = None,
            None if c == '\'' || c == '"' => open = Some(c),
            _ => words.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(open, None, "a quote is not closed: {line}");
    words
}

/// Runs by their folder and words.
type Runs = HashMap<Vec<OsString>, Arc<OnceLock<Run>>>;

/// A command line that is to be run in a folder.
pub(crate) struct Line {
    folder: PathBuf,
    args: Vec<OsString>,
    env: Vec<(String, String)>,
    stdin: Option<Vec<u8>>,
}

impl Line {
    pub(crate) fn arg(mut self, word: impl AsRef<OsStr>) -> Line {
        self.args.push(word.as_ref().to_owned());
        self
    }

    pub(crate) fn args<W: AsRef<OsStr>>(mut self, words: impl IntoIterator<Item = W>) -> Line {
        self.args.extend(words.into_iter().map(|word| word.as_ref().to_owned()));
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Line {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Line {
        self.stdin = Some(bytes.into());
        self
    }

    /// The command itself, for a test that needs signals, a terminal, or a long-lived child.
    pub(crate) fn std(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
        command.args(&self.args).current_dir(&self.folder);
        Line::clean(&mut command);
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Nothing that a machine sets changes what a test sees.
    fn clean(command: &mut Command) {
        for name in ["NTM_LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
    }

    /// Runs another program with its arguments and the program after them.
    pub(crate) fn through(&self, program: &str, args: &[&str]) -> Run {
        let own = self.std();
        let mut command = Command::new(program);
        command.args(args).arg(own.get_program()).current_dir(&self.folder);
        Line::clean(&mut command);
        Run { line: program.to_owned(), output: command.output().unwrap() }
    }

    /// Runs it, or gives what it gave before where nothing that it reads can have changed.
    pub(crate) fn run(self) -> Run {
        if !self.reads_the_project_alone() {
            return self.run_anew();
        }
        static BEFORE: LazyLock<Mutex<Runs>> = LazyLock::new(Mutex::default);
        let key = std::iter::once(self.folder.clone().into()).chain(self.args.iter().cloned());
        let entry = BEFORE.lock().unwrap().entry(key.collect()).or_default().clone();
        entry.get_or_init(|| self.run_anew()).clone()
    }

    /// Nothing is given but words, no word names a path outside the project or one to write.
    fn reads_the_project_alone(&self) -> bool {
        let project = self.folder == Path::new(ROOT) || self.folder == Path::new(SAMPLE);
        let bound = |word: &OsString| {
            let word = word.to_string_lossy();
            Path::new(&*word).is_absolute() || word.starts_with("-o") || word.starts_with("--out")
        };
        project && self.env.is_empty() && self.stdin.is_none() && !self.args.iter().any(bound)
    }

    /// Runs it whatever was run before: for a test that two runs give the same.
    pub(crate) fn run_anew(self) -> Run {
        let mut command = self.std();
        let output = match &self.stdin {
            None => command.output().unwrap(),
            Some(bytes) => {
                command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
                let mut child = command.spawn().unwrap();
                let mut stdin = child.stdin.take().unwrap();
                std::thread::scope(|scope| {
                    // A run that stops early does not read its input.
                    scope.spawn(move || stdin.write_all(bytes));
                    child.wait_with_output().unwrap()
                })
            }
        };
        let words = self.args.iter().map(|word| word.to_string_lossy());
        Run { line: words.collect::<Vec<_>>().join(" "), output }
    }
}

/// What a run gave.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    line: String,
    output: Output,
}

impl Run {
    /// The exit code.
    #[track_caller]
    pub(crate) fn code(&self) -> i32 {
        self.output.status.code().unwrap_or_else(|| panic!("stopped by a signal: {}", self.line))
    }

    /// Both streams are shown where it is another.
    #[track_caller]
    pub(crate) fn assert_code(self, code: i32) -> Run {
        assert_eq!(self.code(), code, "ntm {}\n{}", self.line, self.both());
        self
    }

    /// Done, and nothing on standard error.
    #[track_caller]
    pub(crate) fn assert_silent(self) -> Run {
        let run = self.assert_code(0);
        assert!(run.output.stderr.is_empty(), "ntm {}\n{}", run.line, run.stderr());
        run
    }

    /// Refused: code 2, nothing on standard output; what is said.
    #[track_caller]
    pub(crate) fn refusal(self) -> String {
        let run = self.assert_code(2);
        assert!(run.output.stdout.is_empty(), "ntm {}\n{}", run.line, run.stdout());
        run.stderr()
    }

    pub(crate) fn succeeded(&self) -> bool {
        self.output.status.success()
    }

    /// Standard output as it is.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.output.stdout
    }

    #[track_caller]
    pub(crate) fn stdout(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    #[track_caller]
    pub(crate) fn stderr(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    /// Standard output, and standard error after it.
    #[track_caller]
    pub(crate) fn both(&self) -> String {
        self.stdout() + &self.stderr()
    }

    /// The exit code, and what both streams say.
    #[track_caller]
    pub(crate) fn code_and_text(&self) -> (i32, String) {
        (self.code(), self.both())
    }

    /// Standard output as one line with single blanks.
    #[track_caller]
    pub(crate) fn words(&self) -> String {
        one_line(&self.stdout())
    }

    /// The document on standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.output.stdout)
            .unwrap_or_else(|why| panic!("ntm {}: {why}\n{}", self.line, self.both()))
    }

    /// The documents on standard output, one a line.
    #[track_caller]
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        self.stdout().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The rows of the CSV on standard output, by column.
    #[track_caller]
    pub(crate) fn csv(&self) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(self.output.stdout.as_slice());
        reader.deserialize().map(Result::unwrap).collect()
    }

    /// The problems of a `check --format json`.
    #[track_caller]
    pub(crate) fn problems(&self) -> Vec<Value> {
        let Value::Array(problems) = self.json()["problems"].take() else {
            panic!("ntm {}: no problems", self.line)
        };
        problems
    }

    /// Those of a code.
    #[track_caller]
    pub(crate) fn problems_of(&self, code: &str) -> Vec<Value> {
        self.problems().into_iter().filter(|problem| problem["code"] == code).collect()
    }

    /// Those that are errors.
    #[track_caller]
    pub(crate) fn errors(&self) -> Vec<Value> {
        self.problems().into_iter().filter(|problem| problem["severity"] == "error").collect()
    }
}

/// A text without line breaks, with single blanks.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Compares a text with `tests/expected/NAME`, and shows where they differ.
/// `UPDATE_EXPECTED=1` writes the file anew, to be read before it is committed.
#[track_caller]
pub(crate) fn assert_expected(name: &str, text: &str) {
    let path = Path::new(ROOT).join("tests/expected").join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected != text {
        let mut lines = String::new();
        snapbox::report::write_diff(
            &mut lines,
            &snapbox::Data::text(expected),
            &snapbox::Data::text(text),
            Some(&path.display()),
            Some(&"what is said now"),
            snapbox::report::Palette::plain(),
        )
        .unwrap();
        panic!("{lines}");
    }
}
