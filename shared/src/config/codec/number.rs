//! Whole numbers within bounds.

use std::marker::PhantomData;

use super::{Codec, Place, Raw, Wrong};

/// A whole number from `min` to `max`, kept as a `T`.
pub(in crate::config) struct Count<T> {
    min: u64,
    max: u64,
    kept: PhantomData<fn() -> T>,
}

impl<T> Count<T> {
    /// From `min` to `max`, both allowed.
    pub(in crate::config) fn between(min: u64, max: u64) -> Self {
        Self { min, max, kept: PhantomData }
    }
}

impl<T: TryFrom<u64> + Copy + std::fmt::Display> Codec for Count<T> {
    type Value = T;

    fn read(&self, raw: &Raw, _: &Place) -> Result<T, Wrong> {
        let number = match raw {
            Raw::Integer(n) => u64::try_from(*n).map_err(|_| Wrong(format!("{n} is out of range")))?,
            Raw::Text(text) => text.trim().parse().map_err(|_| Wrong(format!("{text:?} is no whole number")))?,
            Raw::String(text) => return Err(Wrong(format!("{text:?} is a text, not a number"))),
            Raw::Other(kind) => return Err(Wrong(format!("this is a TOML {kind}"))),
        };
        in_range(number, self.min, self.max).ok_or_else(|| Wrong(format!("{number} is out of range")))
    }

    fn write(&self, value: &T) -> Option<String> {
        Some(value.to_string())
    }

    fn form(&self) -> String {
        format!("a whole number from {} to {}", self.min, self.max)
    }
}

/// `number` as a `T` where it is within the bounds.
pub(super) fn in_range<T: TryFrom<u64>>(number: u64, min: u64, max: u64) -> Option<T> {
    if (min..=max).contains(&number) { T::try_from(number).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_from_both_worlds_within_its_bounds_only() {
        let codec = Count::<u32>::between(1, 10);
        let read = |raw: Raw| codec.read(&raw, &Place::default());
        assert_eq!(read(Raw::Integer(10)), Ok(10));
        assert_eq!(read(Raw::Text("1".into())), Ok(1));
        assert_eq!(read(Raw::Integer(0)), Err(Wrong("0 is out of range".into())));
        assert_eq!(read(Raw::Integer(-1)), Err(Wrong("-1 is out of range".into())));
        assert_eq!(read(Raw::String("1".into())), Err(Wrong("\"1\" is a text, not a number".into())));
        assert!(read(Raw::Text("1.5".into())).is_err());
        assert!(read(Raw::Other("array")).is_err());
    }
}
