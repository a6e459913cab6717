//! No file of the library, and none of the binary, uses one that uses it, by whatever way: types stand below, what
//! works on them above. Re-exports count as what they stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::architecture::rust_files;

type Module = Vec<String>;

/// Code without comments and tests, each tree of names as its paths: `a::{b, c}` as `a::b, a::c`.
fn plain(text: &str) -> String {
    let text = text
        .split("#[cfg(test)]\nmod ")
        .next()
        .unwrap()
        .replace("(in crate::", "(")
        .replace("(in super::", "(");
    let code = text.lines().map(|line| line.split("//").next().unwrap());
    let mut code = code.collect::<Vec<_>>().join("\n");
    while let Some(open) = code.rfind("::{") {
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        let start = code[..open].trim_end_matches(word).len();
        let end = open + code[open..].find('}').unwrap();
        let names = code[open + 3..end].split(',').map(str::trim).filter(|name| !name.is_empty());
        let paths = names.map(|name| format!("{}::{name}", &code[start..open]));
        code = format!(
            "{}{}{}",
            &code[..start],
            paths.collect::<Vec<_>>().join(", "),
            &code[end + 1..]
        );
    }
    code
}

/// The paths that a module writes from the root on; whether each is imported, and handed on.
fn paths(own: &Module, code: &str, known: &BTreeMap<Module, String>) -> Vec<(Module, bool, bool)> {
    let child = |name: &str| known.contains_key(&[&own[..], &[name.to_owned()]].concat());
    let mut all = Vec::new();
    for statement in code.split(';').map(str::trim) {
        let (public, used) = (statement.starts_with("pub"), statement.contains("use "));
        let words = statement.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
        for path in words.filter(|word| word.contains("::")) {
            let names: Vec<&str> = path.split("::").filter(|name| *name != "self").collect();
            let ups = names.iter().take_while(|name| **name == "super").count();
            let base = match path.split("::").next().unwrap() {
                "crate" => &[],
                "super" | "self" => &own[..own.len() - ups],
                name if child(name) => &own[..],
                _ => continue,
            };
            let names = names[ups..].iter().filter(|name| **name != "crate");
            let path = base.iter().cloned().chain(names.map(|name| (*name).to_owned()));
            all.push((path.collect(), used, used && public));
        }
    }
    all
}

/// The module in which what a path names stands.
fn home(
    path: &[String],
    known: &BTreeMap<Module, String>,
    names: &BTreeMap<Module, Module>,
) -> Module {
    let inner = (0..=path.len()).rev().find(|end| known.contains_key(&path[..*end])).unwrap_or(0);
    match path.get(..=inner).and_then(|name| names.get(name)) {
        Some(other) if *other != path[..=inner] => home(other, known, names),
        _ => path[..inner].to_vec(),
    }
}

/// The files below a folder that use each other in circles; `least`: so many uses there are
/// at the least, or they are not found.
fn circles(src: &Path, least: usize) -> Vec<String> {
    let mut files = Vec::new();
    rust_files(src, &mut files);
    let module = |file: &Path| -> Module {
        let inner = file.strip_prefix(src).unwrap().with_extension("");
        inner.iter().map(|name| name.to_str().unwrap().to_owned()).collect()
    };
    // The binary is a program of its own, and what its main file uses is not used by others.
    let files = files.iter().map(|file| (module(file), file));
    let files = files.filter(|(own, _)| own[0] != "bin" && own[0] != "main");
    let read =
        |(own, file)| (own, plain(&std::fs::read_to_string::<&std::path::PathBuf>(file).unwrap()));
    let known: BTreeMap<Module, String> = files.map(read).collect();
    let written: BTreeMap<_, _> =
        known.iter().map(|(own, code)| (own, paths(own, code, &known))).collect();
    let imports = written.iter().flat_map(|(own, paths)| {
        let used = paths.iter().filter(|(_, used, _)| *used);
        used.map(move |(path, ..)| ([&own[..], &path[path.len() - 1..]].concat(), path.clone()))
    });
    let names: BTreeMap<Module, Module> = imports.collect();
    let mut reach: BTreeMap<&Module, BTreeSet<Module>> = BTreeMap::new();
    for (own, paths) in &written {
        let handed_on = |path: &Module, public: bool| public && path.starts_with(own);
        let used = paths.iter().filter(|(path, _, public)| !handed_on(path, *public));
        let homes = used.map(|(path, ..)| home(path, &known, &names));
        reach.insert(own, homes.filter(|home| home != *own && !home.is_empty()).collect());
    }
    assert!(reach.values().map(BTreeSet::len).sum::<usize>() > least, "uses are not found");
    let circle = |from: &Module| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(module) = next.pop() {
            next.extend(reach[module].iter().filter(|used| seen.insert(*used)));
        }
        seen.contains(from)
    };
    known.keys().filter(|own| circle(own)).map(|own| own.join("/")).collect()
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert_eq!(circles(&src, 1000), [""; 0]);
    assert_eq!(circles(&src.join("bin/ntm"), 100), [""; 0]);
}
