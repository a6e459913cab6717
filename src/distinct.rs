//! Lists in which each thing stands once, in the order of the first.

/// The items, each once.
pub(crate) fn distinct<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    items.into_iter().for_each(|item| push_once(&mut all, item));
    all
}

/// Adds an item that is not there yet.
pub(crate) fn push_once<T: PartialEq>(all: &mut Vec<T>, item: T) {
    if !all.contains(&item) {
        all.push(item);
    }
}
