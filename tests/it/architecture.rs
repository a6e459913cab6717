//! The order of the modules: each uses only those before it. ARCHITECTURE.md shows it.

use std::path::{Path, PathBuf};

/// Each module may use those before it.
const ORDER: [&str; 17] = [
    "exact", "distinct", "fold", "named", "visible", "formula", "period", "text", "problem", "law",
    "intake", "score", "review", "analysis", "report", "render", "workflow",
];

pub(crate) fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn each_module_uses_only_those_before_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let rank = |name: &str| ORDER.iter().position(|module| *module == name);
    let (mut uses, mut wrong) = (0, Vec::new());
    for file in &files {
        let inner = file.strip_prefix(&src).unwrap();
        let module = inner.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = module.trim_end_matches(".rs");
        if module == "bin" || module == "lib" {
            continue;
        }
        let own = rank(module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        let text = std::fs::read_to_string(file).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let name = used.split(|c: char| !c.is_alphanumeric() && c != '_').next();
                if let Some(used) = name.and_then(rank) {
                    uses += 1;
                    if used > own {
                        wrong.push(format!("{}: {}", inner.display(), line.trim()));
                    }
                }
            }
        }
    }
    assert!(uses > 500, "only {uses} uses were found");
    assert!(wrong.is_empty(), "these run up the order:\n{}", wrong.join("\n"));
}

#[test]
fn the_map_shows_the_same_order() {
    let map = include_str!("../../ARCHITECTURE.md");
    let line = map
        .lines()
        .find(|line| line.starts_with("exact, distinct, fold, named, visible, formula, period ←"))
        .unwrap();
    let names: Vec<&str> = line.split([',', '←']).map(str::trim).collect();
    assert_eq!(names.split_last().unwrap(), (&"bin", &ORDER[..]));
}
