//! Each public module, type and function of the library says what it is. Fields and variants
//! may go without: the lint `missing_docs` would ask for all of them.

use std::path::Path;

use crate::architecture::rust_files;

const KEYWORDS: [&str; 8] = ["mod", "struct", "enum", "trait", "type", "fn", "const", "static"];

/// The keyword and name of the item that a line declares, where the item is public.
fn public_item(line: &str) -> Option<(&str, &str)> {
    let mut words = line.trim_start().strip_prefix("pub ")?.split_whitespace().peekable();
    words.next_if(|word| matches!(*word, "async" | "unsafe"));
    if line.contains(" const fn ") {
        words.next();
    }
    let keyword = words.next().filter(|word| KEYWORDS.contains(word))?;
    let name = words.next()?.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    // A macro documents what it names.
    (!name.is_empty()).then_some((keyword, name))
}

/// The public items of a file without docs, by their lines; how many there are.
/// A module in a file of its own is documented there.
fn undocumented(text: &str) -> (usize, Vec<(usize, String)>) {
    let (mut count, mut found, mut documented) = (0, Vec::new(), false);
    for (index, line) in text.lines().enumerate() {
        let start = line.trim_start();
        if start.starts_with("#[cfg(test)]") {
            break;
        }
        if start.starts_with("///") {
            documented = true;
        } else if !start.starts_with("#[") {
            if let Some((keyword, name)) = public_item(line) {
                let elsewhere = keyword == "mod" && line.ends_with(';');
                count += 1;
                if !documented && !elsewhere {
                    found.push((index + 1, format!("{keyword} {name}")));
                }
            }
            documented = false;
        }
    }
    (count, found)
}

#[test]
fn public_items_are_documented() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let (mut count, mut missing) = (0, Vec::new());
    for file in &files {
        let text = std::fs::read_to_string(file).unwrap();
        let name = file.strip_prefix(&src).unwrap().display();
        if !text.starts_with("//!") {
            missing.push(format!("{name}: the module"));
        }
        let (items, without) = undocumented(&text);
        count += items;
        missing.extend(without.into_iter().map(|(line, item)| format!("{name}:{line}: {item}")));
    }
    assert!(count > 500, "only {count} public items were found");
    assert!(missing.is_empty(), "no docs:\n{}", missing.join("\n"));
}

#[test]
fn an_item_without_docs_is_found() {
    let text = "//! M.\npub mod a;\n/// B.\n#[derive(Debug)]\npub struct B {\n    pub c: u8,\n}\n\
                impl B {\n    pub fn d() {}\n    fn e() {}\n}\npub(crate) fn f() {}\n\
                pub const fn g() {}\npub enum H { I }\n";
    let (count, found) = undocumented(text);
    assert_eq!(count, 5);
    let right = [(9, "fn d"), (13, "fn g"), (14, "enum H")];
    assert_eq!(found, right.map(|(line, item)| (line, item.to_owned())));
}
