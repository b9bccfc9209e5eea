//! Ids for requests that bring none: a process's random beginning and a count, so that no two requests of any two
//! processes share one.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};

/// Gives ids.
pub struct RequestIds {
    prefix: String,
    next: AtomicU64,
}

impl RequestIds {
    /// Ids that no other process gives.
    #[must_use]
    pub fn new() -> Self {
        let mut random = [0; 8];
        if getrandom::fill(&mut random).is_err() {
            // No source of randomness: the moment and the process are as good as it gets.
            let now = jiff::Timestamp::now().as_nanosecond() ^ (i128::from(std::process::id()) << 64);
            random.copy_from_slice(&now.to_le_bytes()[..8]);
        }
        let mut prefix = String::with_capacity(17);
        for byte in random {
            // Writing to a String cannot fail.
            let _ = write!(prefix, "{byte:02x}");
        }
        prefix.push('-');
        Self { prefix, next: AtomicU64::new(1) }
    }

    /// The next one.
    pub fn next(&self) -> String {
        let mut id = String::with_capacity(self.prefix.len() + 16);
        id.push_str(&self.prefix);
        // Writing to a String cannot fail.
        let _ = write!(id, "{:x}", self.next.fetch_add(1, Ordering::Relaxed));
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_ids_are_alike() {
        let (one, other) = (RequestIds::new(), RequestIds::new());
        let ids = [one.next(), one.next(), other.next()];
        assert!(ids[0] != ids[1] && ids[0] != ids[2] && ids[1] != ids[2], "{ids:?}");
        assert!(ids[0].bytes().all(|byte| byte.is_ascii_graphic()));
    }
}
