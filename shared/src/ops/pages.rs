//! How many messages, or dead letters, are read from the store at a time: many of the usual ones, few of the largest, so
//! that memory is bounded whatever they hold.

use crate::domain::Message;

/// The first page.
const FIRST: u32 = 1_000;

/// The largest page: more of it gains nothing.
const MOST: u32 = 5_000;

/// The smallest page: 64 messages of the largest size are 4 MiB.
const LEAST: u32 = 64;

/// Bytes of content that a page should hold at most.
const BYTES: usize = 2 << 20;

/// The size of the next page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages(u32);

impl Default for Pages {
    fn default() -> Self {
        Self(FIRST)
    }
}

impl Pages {
    /// For what is read in whole while somebody waits for other things: a small page first.
    pub fn from_small() -> Self {
        Self(LEAST)
    }

    /// The most rows of the next page.
    pub fn limit(self) -> u32 {
        self.0
    }

    /// Learns from a page.
    pub fn took(&mut self, page: &[Message]) {
        self.learn(page.iter().map(|message| message.content.len()).sum());
    }

    /// Learns from the bytes of a page.
    pub fn learn(&mut self, bytes: usize) {
        self.0 = match bytes {
            bytes if bytes > BYTES => (self.0 / 4).max(LEAST),
            bytes if bytes < BYTES / 4 => (self.0 * 2).min(MOST),
            _ => self.0,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_grow_with_small_messages_and_shrink_with_large_ones() {
        let mut pages = Pages::default();
        for _ in 0..5 {
            pages.learn(100_000);
        }
        assert_eq!(pages.limit(), MOST);
        for _ in 0..5 {
            pages.learn(64 << 20);
        }
        assert_eq!(pages.limit(), LEAST);
    }
}
