//! A Word file unpacked: its parts, and their elements.
#![allow(unreachable_pub, reason = "a module of tests")]

use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element of a part.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
    pub children: Vec<Node>,
}

impl Node {
    pub fn of(start: &BytesStart) -> Node {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let value = quick_xml::escape::unescape(attribute.value.as_ref()).unwrap();
            (attribute.key.0.to_owned(), value.into_owned())
        });
        let name = start.name().0.to_owned();
        Node { name, attributes: attributes.collect(), ..Node::default() }
    }

    pub fn parse(xml: &str) -> Node {
        assert!(xml.chars().all(|c| !c.is_control()), "a control character");
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Node::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(start) => open.push(Node::of(&start)),
                Event::Empty(empty) => open.last_mut().unwrap().children.push(Node::of(&empty)),
                Event::End(_) => {
                    let node = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(node);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
                Event::GeneralRef(name) => {
                    let raw = format!("&{};", &*name);
                    let text = quick_xml::escape::unescape(&raw).unwrap().into_owned();
                    open.last_mut().unwrap().text.push_str(&text);
                }
                _ => {}
            }
        }
        assert_eq!(open.len(), 1);
        open.remove(0)
    }

    /// All elements of a name, in the order of the document.
    pub fn all<'n>(&'n self, name: &str) -> Vec<&'n Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub fn number(&self, name: &str) -> u32 {
        self.get(name).parse().unwrap()
    }

    pub fn words(&self) -> String {
        self.all("w:t").iter().map(|text| text.text.as_str()).collect()
    }
}

/// The parts of a file.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let written = file.last_modified().unwrap();
        assert_eq!((written.year(), written.month(), written.day()), (1980, 1, 1));
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(file.name().unwrap().into_owned(), text);
    }
    parts
}

/// The pieces of the body: paragraphs and tables, with the sections that they are in.
pub fn sections(document: &Node) -> Vec<(Vec<&Node>, &Node)> {
    let body = &document.all("w:body")[0].children;
    let (mut sections, mut pieces) = (Vec::new(), Vec::new());
    for piece in body {
        match piece.name.as_str() {
            "w:sectPr" => sections.push((std::mem::take(&mut pieces), piece)),
            _ => {
                pieces.push(piece);
                if let Some(end) = piece.child("w:pPr").and_then(|p| p.child("w:sectPr")) {
                    sections.push((std::mem::take(&mut pieces), end));
                }
            }
        }
    }
    assert!(pieces.is_empty());
    sections
}
