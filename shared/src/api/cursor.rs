//! Opaque cursors: the position of the last row that was seen, in a form that clients have no reason to look into. They
//! hold nothing secret and grant nothing: whoever forges one only begins elsewhere in what they may see anyhow.

use std::fmt::Write as _;

/// The form's version, so that a later one can tell old cursors apart.
const VERSION: char = 'a';

/// The cursor of a position.
#[must_use]
pub fn encode<const N: usize>(position: [u64; N]) -> String {
    let mut text = String::from(VERSION);
    for part in position {
        // Writing to a String cannot fail.
        let _ = write!(text, "-{part:x}");
    }
    text
}

/// The position of a cursor, where it is one of this list's.
#[must_use]
pub fn decode<const N: usize>(cursor: &str) -> Option<[u64; N]> {
    let mut parts = cursor.strip_prefix(VERSION)?.strip_prefix('-')?.split('-');
    let mut position = [0; N];
    for part in &mut position {
        *part = u64::from_str_radix(parts.next()?, 16).ok().filter(|value| i64::try_from(*value).is_ok())?;
    }
    parts.next().is_none().then_some(position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_read_back_and_rubbish_is_refused() {
        let position = [7, u64::from(u32::MAX), 0];
        assert_eq!(decode(&encode(position)), Some(position));
        for cursor in ["", "a", "a-", "a-1-2", "a-1-2-3-4", "b-1-2-3", "a-1-2-x", "a-1-2-ffffffffffffffff"] {
            assert_eq!(decode::<3>(cursor), None, "{cursor}");
        }
    }
}
