//! The id of an entry: a moment and a count within it, as a Redis stream gives it, packed into one number so that it
//! is a version in every store.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::clock::Timestamp;

/// Bits of the count within a millisecond: a million entries a millisecond, and milliseconds until the year 2248.
const COUNT_BITS: u32 = 20;

/// An entry's id. Grows within a partition, over epochs too; 0 stands before every entry. Written `ms-count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EntryId(u64);

impl EntryId {
    /// Before every entry.
    pub const ZERO: Self = Self(0);
    /// After every entry.
    pub const MAX: Self = Self(i64::MAX as u64);

    /// The id of the `count`-th entry (from 0) of the millisecond `ms`. Both are cut to their bits.
    #[must_use]
    pub fn new(ms: u64, count: u64) -> Self {
        Self(((ms << COUNT_BITS) | (count & ((1 << COUNT_BITS) - 1))) & Self::MAX.0)
    }

    /// The least id that an entry appended at `at` can have.
    #[must_use]
    pub fn first_at(at: Timestamp) -> Self {
        Self::new(u64::try_from(at.as_millis()).unwrap_or(0), 0)
    }

    /// The id from a store's signed column; negative ones count as 0.
    #[must_use]
    pub fn from_column(value: i64) -> Self {
        Self(u64::try_from(value).unwrap_or(0))
    }

    /// The id as a store's signed column holds it.
    #[must_use]
    pub fn to_column(self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MAX)
    }

    /// The next id of an entry appended at `at`: above this one even if the clock went back.
    #[must_use]
    pub fn next(self, at: Timestamp) -> Self {
        Self((self.0 + 1).max(Self::first_at(at).0))
    }

    /// The id `count` places later.
    #[must_use]
    pub fn plus(self, count: u64) -> Self {
        Self(self.0.saturating_add(count).min(Self::MAX.0))
    }

    /// The id `ms` milliseconds later.
    #[must_use]
    pub fn plus_millis(self, ms: u64) -> Self {
        self.plus(ms << COUNT_BITS)
    }

    /// When the entry was appended, by the queue's clock.
    #[must_use]
    pub fn at(self) -> Timestamp {
        Timestamp::from_millis(i64::try_from(self.0 >> COUNT_BITS).unwrap_or(i64::MAX))
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0 >> COUNT_BITS, self.0 & ((1 << COUNT_BITS) - 1))
    }
}

impl FromStr for EntryId {
    type Err = InvalidEntryId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (ms, count) = text.split_once('-').ok_or(InvalidEntryId)?;
        let ms: u64 = ms.parse().map_err(|_| InvalidEntryId)?;
        let count: u64 = count.parse().map_err(|_| InvalidEntryId)?;
        if count >> COUNT_BITS != 0 || ms >> (63 - COUNT_BITS) != 0 {
            return Err(InvalidEntryId);
        }
        Ok(Self::new(ms, count))
    }
}

/// The text is no entry's id.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an entry's id: they look like 1717000000000-3")]
pub struct InvalidEntryId;

impl Serialize for EntryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EntryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_id_survives_text_and_column(ms in 0u64..1 << 43, count in 0u64..1 << 20) {
            let id = EntryId::new(ms, count);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(EntryId::from_column(id.to_column()), id);
        }

        #[test]
        fn the_next_id_is_above_whatever_the_clock_says(ms in 0u64..1 << 42, count in 0u64..1 << 20, now in 0i64..1 << 42) {
            let id = EntryId::new(ms, count);
            let now = Timestamp::from_millis(now);
            prop_assert!(id.next(now) > id);
            prop_assert!(id.next(now) >= EntryId::first_at(now));
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "1", "-", "1-", "1-1048576", "99999999999999999-0", "a-b"] {
            assert_eq!(text.parse::<EntryId>(), Err(InvalidEntryId), "{text}");
        }
    }
}
