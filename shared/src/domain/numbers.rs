//! Identities: which application, which chat, which message, and which sequence gives their numbers.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How many partitions an installation has. Fixed at birth and stored in the store; another count is refused at start.
pub const PARTITIONS: u16 = 64;

/// The greatest number that a chat or a message can have.
pub const MAX_NUMBER: u32 = u32::MAX;

/// The store's own id of an application. Never leaves the installation; clients know tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AppId(pub i64);

impl fmt::Display for AppId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A chat's number within its application, from 1.
pub type ChatNumber = u32;

/// A message's number within its chat, from 1.
pub type MessageNumber = u32;

/// The unit of ordering and spreading, below [`PARTITIONS`].
pub type Partition = u16;

/// What numbers are counted in: the chats of an application, or the messages of a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sequence {
    /// Chat numbers of an application.
    Chats(AppId),
    /// Message numbers of a chat.
    Messages(AppId, ChatNumber),
}

impl Sequence {
    /// The application.
    #[must_use]
    pub fn app(self) -> AppId {
        match self {
            Self::Chats(app) | Self::Messages(app, _) => app,
        }
    }

    /// The chat, where it is a sequence of messages.
    #[must_use]
    pub fn chat(self) -> Option<ChatNumber> {
        match self {
            Self::Chats(_) => None,
            Self::Messages(_, chat) => Some(chat),
        }
    }

    /// The partition that holds the sequence's counter and its entries: CRC-16/XMODEM (the one that Redis uses for its
    /// slots) of the owner, the same for every adapter.
    #[must_use]
    pub fn partition(self) -> Partition {
        static CRC: crc::Crc<u16> = crc::Crc::<u16>::new(&crc::CRC_16_XMODEM);
        let mut sum = Sum(CRC.digest());
        // Writing into a sum cannot fail.
        let _ = write!(sum, "{self}");
        sum.0.finalize() % PARTITIONS
    }
}

/// Takes text into a checksum, which is asked for several times a request: without a place for the text.
struct Sum(crc::Digest<'static, u16>);

impl fmt::Write for Sum {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

/// The owner as it is written everywhere: `12`, or `12:3` for the messages of chat 3.
impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chats(app) => write!(f, "{app}"),
            Self::Messages(app, chat) => write!(f, "{app}:{chat}"),
        }
    }
}

impl FromStr for Sequence {
    type Err = InvalidSequence;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (app, chat) = match text.split_once(':') {
            Some((app, chat)) => (app, Some(chat.parse().ok().filter(|n| *n > 0).ok_or(InvalidSequence)?)),
            None => (text, None),
        };
        let app = AppId(app.parse().ok().filter(|id| *id > 0).ok_or(InvalidSequence)?);
        Ok(chat.map_or(Self::Chats(app), |chat| Self::Messages(app, chat)))
    }
}

/// The text names no sequence.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a counter's key: write the application's id, or id:chat, for instance 12 or 12:3")]
pub struct InvalidSequence;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_owner_is_read_back_as_it_was_written(app in 1i64.., chat in proptest::option::of(1u32..)) {
            let sequence = chat.map_or(Sequence::Chats(AppId(app)), |chat| Sequence::Messages(AppId(app), chat));
            prop_assert_eq!(sequence.to_string().parse(), Ok(sequence));
            prop_assert!(sequence.partition() < PARTITIONS);
        }
    }

    #[test]
    fn what_names_no_sequence_is_refused() {
        for text in ["", "0", "-1", "1:", "1:0", "1:2:3", "a", "1:4294967296"] {
            assert_eq!(text.parse::<Sequence>(), Err(InvalidSequence), "{text}");
        }
    }

    #[test]
    fn the_partition_is_that_of_redis_cluster_modulo_sixty_four() {
        // CRC16 of "123456789" is 0x31C3 in the Redis Cluster specification.
        assert_eq!(Sequence::Chats(AppId(123_456_789)).partition(), 0x31C3 % 64);
    }
}
