//! Where the user's own copies of built-in sets differ from those.

use super::{Cell, Table, Tone, at_least, unbroken, wide};
use crate::law::Altered;
use crate::text::{Text, altered as say};

/// A copy, by its set's id, and where it differs from the built-in set.
pub type AlteredCopy<'a> = (&'a str, &'a [Altered]);

/// A row for each place.
pub fn altered(copies: &[AlteredCopy]) -> Table {
    let rows = copies.iter().flat_map(|(set, altered)| {
        altered.iter().map(move |altered| {
            vec![
                Cell::same(set),
                Cell::words(place(altered)),
                Cell::words(altered.was.as_ref().map_or_else(say::not_there, Text::same)),
                match &altered.now {
                    Some(now) => Cell::same(now).tone(Tone::Doubt),
                    None => Cell::words(say::taken_out()).tone(Tone::Bad),
                },
            ]
        })
    });
    Table {
        caption: None,
        columns: vec![
            unbroken(say::set_of()),
            at_least(say::altered_place(), 16),
            wide(say::built_in_says()),
            wide(say::copy_says()),
        ],
        rows: rows.collect(),
    }
}

/// A line for a copy: how many places, and the first of them.
pub fn altered_line((set, altered): AlteredCopy) -> Text {
    const SHOWN: usize = 12;
    let places = altered.iter().take(SHOWN).map(|one| {
        let (was, now) = (one.was.as_deref(), one.now.as_deref());
        match (was, now) {
            (_, None) => say::is_taken_out(place(one)),
            (None, Some(_)) => say::is_added(place(one)),
            (Some(was), Some(now)) => say::is_altered(place(one), was, now),
        }
    });
    let mut places: Vec<Text> = places.collect();
    places.extend((altered.len() > SHOWN).then(|| say::more_places(altered.len() - SHOWN)));
    say::parts_from_built_in(set, altered.len(), Text::join(&places, "; "))
}

/// A place in words: an indicator has its criterion in its number.
fn place(altered: &Altered) -> Text {
    const LISTS: [&str; 2] = ["criterion", "indicator"];
    let place: Vec<&str> = altered.place.iter().map(String::as_str).collect();
    match place.as_slice() {
        [] => say::whole_file(),
        ["criterion", no] => say::criterion_no(no),
        ["criterion", _, "indicator", rest @ ..] | ["indicator", rest @ ..] => {
            Text::same(rest.join(" · "))
        }
        ["criterion", no, rest @ ..] => {
            Text::join(&[say::criterion_no(no), Text::same(rest.join(" · "))], " · ")
        }
        other => {
            let words: Vec<&str> = other.iter().copied().filter(|w| !LISTS.contains(w)).collect();
            Text::same(words.join(" · "))
        }
    }
}
