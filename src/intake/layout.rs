//! How files are laid out, found out once for all that are laid out alike.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use super::header::{self, Header};
use super::table::{self, Row};

/// How a file is laid out.
#[derive(Clone)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    pub(super) header: Arc<Header>,
    /// The line of the header.
    pub(super) line: u64,
}

/// The headers met so far: the files of an office bear the same, which is read once.
#[derive(Default)]
pub(super) struct Layouts {
    delimiters: Known<Vec<u8>, u8>,
    headers: Known<(u8, String), Arc<Header>>,
}

impl Layouts {
    /// The delimiter of a file that begins with these bytes.
    pub(super) fn delimiter(&self, bytes: &[u8]) -> u8 {
        let line = table::first_line(bytes);
        if let Some(known) = self.delimiters.get(line) {
            return known;
        }
        let delimiter = table::delimiter(bytes, header::is_known);
        // Below a title, other lines tell.
        if table::is_header(line, header::is_known) {
            self.delimiters.put(line.to_owned(), delimiter);
        }
        delimiter
    }

    pub(super) fn header(&self, row: &Row, delimiter: u8) -> Arc<Header> {
        let read = || Arc::new(Header::read(row));
        match row.as_written() {
            Some(written) => {
                let key = (delimiter, written.to_owned());
                self.headers.get(&key).unwrap_or_else(|| {
                    let header = read();
                    self.headers.put(key, Arc::clone(&header));
                    header
                })
            }
            None => read(),
        }
    }
}

/// What was found out before.
struct Known<K, V>(Mutex<HashMap<K, V>>);

impl<K, V> Default for Known<K, V> {
    fn default() -> Known<K, V> {
        Known(Mutex::default())
    }
}

impl<K: Hash + Eq, V: Clone> Known<K, V> {
    /// Many different ones are a sign that few come again.
    const MOST: usize = 100;

    fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: K, value: V) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < Known::<K, V>::MOST {
            known.insert(key, value);
        }
    }
}
