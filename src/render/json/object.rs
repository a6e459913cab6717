//! Objects whose fields are named where their values are made.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// An object, which can also stand as fields of another.
pub(super) trait Object: Serialize {
    /// Writes its fields.
    fn put_into<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error>;
}

/// What can stand in a field: whatever can be written, and these two.
pub(super) trait Field {
    /// Writes what stands under a key.
    fn put<S: SerializeStruct>(&self, key: &'static str, object: &mut S) -> Result<(), S::Error>;
}

/// A field that is left out where it has no value.
pub(super) struct Present<T>(pub(super) Option<T>);

/// The fields of another object, whatever the key.
pub(super) struct Fields<T>(pub(super) T);

impl<T: Serialize> Field for T {
    fn put<S: SerializeStruct>(&self, key: &'static str, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field(key, self)
    }
}

impl<T: Serialize> Field for Present<T> {
    fn put<S: SerializeStruct>(&self, key: &'static str, object: &mut S) -> Result<(), S::Error> {
        self.0.iter().try_for_each(|value| object.serialize_field(key, value))
    }
}

impl<T: Object> Field for Fields<T> {
    fn put<S: SerializeStruct>(&self, _: &'static str, object: &mut S) -> Result<(), S::Error> {
        self.0.put_into(object)
    }
}

/// A list whose items are made while they are written: all of a country's at once would be
/// too many to hold.
pub(super) struct Each<F>(pub(super) F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// An object without fields.
pub(super) struct Empty;

/// An object with one field more: its key, and what stands there.
pub(super) struct With<O, F>(pub(super) O, pub(super) &'static str, pub(super) F);

impl Object for Empty {
    fn put_into<S: SerializeStruct>(&self, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<O: Object, F: Field> Object for With<O, F> {
    fn put_into<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        self.0.put_into(object)?;
        self.2.put(self.1, object)
    }
}

impl Serialize for Empty {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_struct("", 0)?.end()
    }
}

impl<O: Object, F: Field> Serialize for With<O, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("", 1)?;
        self.put_into(&mut object)?;
        object.end()
    }
}

/// An [`Object`] of the fields named, in this order: `object! { no: one.no, name }`.
macro_rules! object {
    (@value $key:ident) => { $key };
    (@value $key:ident $value:expr) => { $value };
    ($($key:ident $(: $value:expr)?),* $(,)?) => {{
        use $crate::render::json::object::{Empty, With, object};
        let object = Empty;
        $(let object = With(object, stringify!($key), object!(@value $key $($value)?));)*
        object
    }};
}
pub(super) use object;
