//! Changes to a text that leave every other byte as it is.

use std::ops::Range;

use toml_edit::{Item, Value};

use super::written::{Found, tables};

/// Changes that are made all at once.
pub(super) struct Splice<'t> {
    text: &'t str,
    changes: Vec<(Range<usize>, String)>,
}

impl<'t> Splice<'t> {
    pub(super) fn new(text: &'t str) -> Splice<'t> {
        Splice { text, changes: Vec::new() }
    }

    /// Puts `new` where something stands.
    pub(super) fn replace(&mut self, place: Range<usize>, new: String) {
        self.changes.push((place, new));
    }

    /// Gives `key` of a table one entry, or a list of several.
    pub(super) fn set(
        &mut self,
        Found { table, inline: braces }: Found,
        key: &str,
        entries: &[String],
    ) -> Option<()> {
        let inline = |item: &&Item| item.as_value().is_some_and(|value| !is_dotted(value));
        if let Some(there) = table.get(key).filter(inline) {
            let span = there.span()?;
            let (indent, end) = (self.indent(span.start), self.line_end(span.end).1);
            self.replace(span, list(entries, indent, end));
            return Some(());
        }
        if let Some(there) = table.get(key) {
            self.remove_lines(there)?;
        }
        let of_key =
            |keys: &[&toml_edit::Key]| keys.first().is_some_and(|first| first.get() == key);
        let values = table.get_values();
        let own = values.iter().filter(|(keys, _)| !of_key(keys));
        let last =
            own.filter_map(|(keys, value)| Some((value.span()?.end, keys.first()?.span()?.start)));
        let (last, first) = last.max()?;
        let indent = self.indent(first);
        let (end, ending) = self.line_end(last);
        let entry = format!("{key} = {}", list(entries, indent, ending));
        // A table on one line has its keys after commas.
        let (at, entry) = match (braces, self.text[..end].ends_with('\n')) {
            (true, _) => (last, format!(", {entry}")),
            (false, true) => (end, format!("{indent}{entry}{ending}")),
            (false, false) => (end, format!("{ending}{indent}{entry}")),
        };
        self.replace(at..at, entry);
        Some(())
    }

    /// Takes out the lines of a table under a heading, of a list of such, or of dotted keys.
    fn remove_lines(&mut self, item: &Item) -> Option<()> {
        let headed = match item.as_table_like() {
            Some(one) => vec![one],
            None => tables(item),
        };
        let heads = match item {
            Item::Table(table) => vec![table.span()],
            Item::ArrayOfTables(list) => list.iter().map(toml_edit::Table::span).collect(),
            _ => Vec::new(),
        };
        let mut spans: Vec<Range<usize>> = heads.into_iter().flatten().collect();
        for table in headed {
            for (keys, value) in table.get_values() {
                spans.push(keys.first()?.span()?.start..value.span()?.end);
            }
        }
        for span in spans {
            let (start, end) = (self.line_start(span.start), self.line_end(span.end).0);
            self.replace(start..end, String::new());
        }
        Some(())
    }

    fn line_start(&self, place: usize) -> usize {
        self.text[..place].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The blanks before the first word of a line.
    fn indent(&self, place: usize) -> &'t str {
        let line = &self.text[self.line_start(place)..place];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// Where the next line begins, and how lines end here.
    fn line_end(&self, place: usize) -> (usize, &'static str) {
        let rest = &self.text[place..];
        let (end, windows) = match rest.find('\n') {
            Some(newline) => (place + newline + 1, rest[..newline].ends_with('\r')),
            None => (self.text.len(), self.text.contains("\r\n")),
        };
        (end, if windows { "\r\n" } else { "\n" })
    }

    /// The text with all changes.
    pub(super) fn finish(mut self) -> String {
        self.changes.sort_by_key(|(place, _)| (place.start, place.end));
        let (mut text, mut from) = (String::new(), 0);
        for (place, new) in self.changes {
            // Lines that two things stand on are taken out once.
            text.push_str(self.text.get(from..place.start).unwrap_or_default());
            text.push_str(&new);
            from = from.max(place.end);
        }
        text.push_str(&self.text[from..]);
        text
    }
}

/// Whether a value is a table that stands for keys such as `confirmed.by`.
pub(super) fn is_dotted(value: &Value) -> bool {
    value.as_inline_table().is_some_and(toml_edit::InlineTable::is_dotted)
}

/// One entry as it is, several each on a line.
fn list(entries: &[String], indent: &str, ending: &str) -> String {
    match entries {
        [one] => one.clone(),
        several => {
            let lines: Vec<String> =
                several.iter().map(|entry| format!("{indent}  {entry},{ending}")).collect();
            format!("[{ending}{}{indent}]", lines.concat())
        }
    }
}
