//! A page read as strictly as XML is: a tag that is not closed, an attribute without
//! quotes, or a sign that is not escaped makes it fail.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::disallowed_methods, reason = "tests read files and run the program")]

use std::collections::BTreeMap;

use crate::office::Office;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// The report that words write, in the project's folder.
pub fn page(words: &[&str]) -> String {
    let out = Office::empty();
    let target = out.at("bao-cao.html");
    let line = Office::project().command("report").args(words).arg("-o").arg(&target);
    line.run().assert_code(0);
    out.read("bao-cao.html")
}

/// An element with what is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub inside: Vec<Node>,
}

/// What is in an element.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// The root of a page.
pub fn read(page: &str) -> Element {
    assert!(page.starts_with("<!DOCTYPE html>\n"), "{}", &page[..40]);
    let strange = page.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(strange, None);
    let mut reader = quick_xml::Reader::from_str(page);
    let mut open = vec![Element::default()];
    loop {
        let add = match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(element(&start));
                continue;
            }
            Event::Empty(empty) => Node::Element(element(&empty)),
            Event::End(_) => Node::Element(open.pop().unwrap()),
            Event::Text(text) => Node::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()),
            Event::GeneralRef(sign) => {
                let sign = sign.resolve_char_ref().unwrap().expect("a number, not a name");
                Node::Text(sign.to_string())
            }
            Event::DocType(_) => continue,
            Event::Eof => break,
            other => panic!("{other:?}"),
        };
        open.last_mut().unwrap().inside.push(add);
    }
    let [outermost] = <[Element; 1]>::try_from(open).expect("every element is closed");
    let mut roots = outermost.inside.into_iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(text) => {
            assert_eq!(text.trim(), "");
            None
        }
    });
    let root = roots.next().unwrap();
    assert!(roots.next().is_none());
    root
}

fn element(start: &BytesStart) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let name = attribute.key.as_ref().to_owned();
        (name, attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned())
    });
    let attributes: Vec<(String, String)> = attributes.collect();
    let count = attributes.len();
    let attributes: BTreeMap<String, String> = attributes.into_iter().collect();
    assert_eq!(attributes.len(), count, "an attribute twice");
    Element { name: start.name().as_ref().to_owned(), attributes, inside: Vec::new() }
}

impl Element {
    /// The elements in it, at any depth, in order; itself first.
    pub fn all(&self) -> Vec<&Element> {
        let inside = self.children().into_iter().flat_map(Element::all);
        std::iter::once(self).chain(inside).collect()
    }

    /// Those of this name.
    pub fn named<'e>(&'e self, name: &str) -> Vec<&'e Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// Those directly in it.
    pub fn children(&self) -> Vec<&Element> {
        let elements = self.inside.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        elements.collect()
    }

    /// Its text.
    pub fn text(&self) -> String {
        let parts = self.inside.iter().map(|node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        });
        parts.collect()
    }

    /// An attribute; empty where it has none.
    pub fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    /// Whether it is of this class.
    pub fn is(&self, class: &str) -> bool {
        self.get("class").split(' ').any(|word| word == class)
    }

    /// The element with this id.
    pub fn by_id<'e>(&'e self, id: &str) -> Option<&'e Element> {
        self.all().into_iter().find(|element| element.get("id") == id)
    }

    /// The table under this heading, with its rows of cells; the head first.
    pub fn table_named(&self, heading: &str) -> Vec<Vec<&Element>> {
        let headings = self.all().into_iter().filter(|element| {
            matches!(element.name.as_str(), "h2" | "h3") && element.text() == heading
        });
        let ids: Vec<&str> = headings.map(|heading| heading.get("id")).collect();
        let tables = self.named("table");
        let mut of_it =
            tables.into_iter().filter(|table| ids.contains(&table.get("aria-labelledby")));
        let table = of_it.next().unwrap_or_else(|| panic!("no table {heading}"));
        table.named("tr").into_iter().map(Element::children).collect()
    }
}
