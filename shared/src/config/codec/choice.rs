//! One of a few names.

use std::marker::PhantomData;

use super::{Codec, Place, Raw, Wrong, quoted};
use crate::config::problem::closest;

/// A value that has a name.
pub(in crate::config) trait Named: Copy + PartialEq + Send + Sync + 'static {
    /// All of them, in the order in which they are told.
    const ALL: &'static [(&'static str, Self)];

    /// Its name.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, value)| *value == self).map_or("", |(name, _)| name)
    }
}

/// One of the names of `T`.
pub(in crate::config) struct Choice<T>(PhantomData<fn() -> T>);

impl<T> Choice<T> {
    /// All of them are allowed.
    pub(in crate::config) fn any() -> Self {
        Self(PhantomData)
    }
}

impl<T: Named> Codec for Choice<T> {
    type Value = T;

    fn read(&self, raw: &Raw, _: &Place) -> Result<T, Wrong> {
        let text = raw.text()?;
        let name = text.trim();
        if let Some((_, value)) = T::ALL.iter().find(|(known, _)| *known == name) {
            return Ok(*value);
        }
        Err(Wrong(match closest(name, T::ALL.iter().map(|(known, _)| *known)) {
            Some(meant) => format!("{text:?} is unknown (did you mean {meant}?)"),
            None => format!("{text:?} is unknown"),
        }))
    }

    fn write(&self, value: &T) -> Option<String> {
        Some(quoted(value.name()))
    }

    fn form(&self) -> String {
        let names: Vec<&str> = T::ALL.iter().map(|(name, _)| *name).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => names.join(""),
        }
    }
}
