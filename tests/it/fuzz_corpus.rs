//! The files that the fuzzer begins with, and those that it found, as ordinary tests.

#[path = "../../fuzz/fuzz_targets/check.rs"]
mod check;

use std::thread;

#[test]
fn every_file_of_the_corpus_is_read_and_scored() {
    let folder = format!("{}/fuzz/corpus/intake", env!("CARGO_MANIFEST_DIR"));
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 30, "{} files", paths.len());
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        // A thread of that name: a panic tells which file it is.
        let thread = thread::Builder::new().name(path.display().to_string());
        let run = thread.spawn(move || check::intake(&bytes)).unwrap();
        assert!(run.join().is_ok(), "{}", path.display());
    }
}
