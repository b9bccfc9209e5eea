//! One accepted job on the log, and its versioned, additive encoding: JSON, so that operators can read it, with field
//! names short enough for a log of millions. The number stands beside the payload, since the queue gives it.

use std::borrow::Cow;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::{KeyHash, Record};
use crate::clock::Timestamp;
use crate::domain::{AppId, ChatNumber, Digest, Sequence};

/// The encoding that this binary writes, and the newest that it reads. Additions that old readers may ignore keep it.
pub const ENTRY_VERSION: u32 = 1;

/// One accepted job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The application.
    pub app: AppId,
    /// The chat; `None` for what concerns the application or creates a chat.
    pub chat: Option<ChatNumber>,
    /// The number given to, or held by, what it is about; 0 where that is the chat or the application of `chat`/`app`.
    pub number: u32,
    /// What to do.
    pub job: Job,
    /// When it was accepted.
    pub at: Timestamp,
    /// The request that brought it.
    pub request_id: String,
    /// The client's idempotency key.
    pub once: Option<Once>,
}

/// What an entry does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// A new chat.
    CreateChat {
        /// Its title.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    /// A new message.
    CreateMessage {
        /// Its content.
        content: String,
        /// Who sent it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sender: Option<String>,
        /// When the client says it was sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sent_at: Option<Timestamp>,
    },
    /// Another name.
    UpdateApplication {
        /// The name.
        name: String,
    },
    /// Another title.
    UpdateChat {
        /// The title.
        title: String,
    },
    /// Another content.
    UpdateMessage {
        /// The content.
        content: String,
    },
    /// A message becomes a tombstone.
    DeleteMessage,
    /// A chat is closed and its messages go.
    DeleteChat,
    /// An application's chats and messages go; the application itself is gone when this is accepted.
    DeleteApplication,
}

impl Job {
    /// The kind as it is written.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CreateChat { .. } => "create_chat",
            Self::CreateMessage { .. } => "create_message",
            Self::UpdateApplication { .. } => "update_application",
            Self::UpdateChat { .. } => "update_chat",
            Self::UpdateMessage { .. } => "update_message",
            Self::DeleteMessage => "delete_message",
            Self::DeleteChat => "delete_chat",
            Self::DeleteApplication => "delete_application",
        }
    }
}

/// A client's idempotency key with what it was used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Once {
    /// Scope and key.
    pub key: KeyHash,
    /// The request's body.
    pub body: Digest,
    /// How many numbers the request was given (a batch's entries all carry the key of the first).
    pub count: u32,
    /// The place of this entry within the batch, from 0.
    pub index: u32,
}

/// Why bytes of the log are no entry.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// Written by a newer chatd: stays pending until one that reads it comes.
    #[error("the entry has encoding {0}; this binary reads up to {ENTRY_VERSION}")]
    Newer(u32),
    /// No entry at all: a dead letter.
    #[error("the entry's bytes are not an entry")]
    Undecodable(#[source] serde_json::Error),
}

#[derive(Serialize, Deserialize)]
struct Wire<'a> {
    v: u32,
    app: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chat: Option<u32>,
    at: i64,
    #[serde(borrow)]
    req: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    once: Option<WireOnce>,
    job: Cow<'a, Job>,
}

#[derive(Serialize, Deserialize)]
struct WireOnce {
    #[serde(with = "hex")]
    key: KeyHash,
    #[serde(with = "hex")]
    body: Digest,
    count: u32,
    index: u32,
}

#[derive(Deserialize)]
struct WireVersion {
    v: u32,
}

impl Entry {
    /// The sequence whose log the entry stands on.
    #[must_use]
    pub fn sequence(&self) -> Sequence {
        self.chat.map_or(Sequence::Chats(self.app), |chat| Sequence::Messages(self.app, chat))
    }

    /// The payload: everything but the number.
    #[must_use]
    pub fn encode(&self) -> Bytes {
        let wire = Wire {
            v: ENTRY_VERSION,
            app: self.app.0,
            chat: self.chat,
            at: self.at.as_millis(),
            req: Cow::Borrowed(&self.request_id),
            once: self.once.map(|once| WireOnce {
                key: once.key,
                body: once.body,
                count: once.count,
                index: once.index,
            }),
            job: Cow::Borrowed(&self.job),
        };
        // A struct of strings and numbers always has a JSON form; an empty payload would be parked as undecodable.
        serde_json::to_vec(&wire).unwrap_or_default().into()
    }

    /// The entry that a record of the log holds.
    pub fn decode(record: &Record) -> Result<Self, DecodeError> {
        let wire: Wire<'_> = match serde_json::from_slice(&record.payload) {
            Ok(wire) => wire,
            Err(cause) => return Err(not_readable(&record.payload, cause)),
        };
        if wire.v > ENTRY_VERSION {
            return Err(DecodeError::Newer(wire.v));
        }
        Ok(Self {
            app: AppId(wire.app),
            chat: wire.chat,
            number: record.number,
            job: wire.job.into_owned(),
            at: Timestamp::from_millis(wire.at),
            request_id: wire.req.into_owned(),
            once: wire.once.map(|once| Once { key: once.key, body: once.body, count: once.count, index: once.index }),
        })
    }
}

fn not_readable(payload: &[u8], cause: serde_json::Error) -> DecodeError {
    match serde_json::from_slice::<WireVersion>(payload) {
        Ok(WireVersion { v }) if v > ENTRY_VERSION => DecodeError::Newer(v),
        _ => DecodeError::Undecodable(cause),
    }
}

/// Digests as lower-case hexadecimal text.
mod hex {
    use std::fmt::Write as _;

    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::domain::Digest;

    pub fn serialize<S: Serializer>(digest: &Digest, serializer: S) -> Result<S::Ok, S::Error> {
        let text = digest.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        serializer.serialize_str(&text)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Digest, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let mut digest = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(D::Error::custom("a digest has 64 hexadecimal digits"));
        }
        for (byte, place) in digest.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[place..place + 2], 16).map_err(D::Error::custom)?;
        }
        Ok(digest)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::queue::EntryId;

    fn record(number: u32, payload: impl Into<Bytes>) -> Record {
        Record { id: EntryId::new(1, 0), partition: 0, number, payload: payload.into() }
    }

    fn jobs() -> impl Strategy<Value = Job> {
        let at = proptest::option::of((0i64..4_000_000_000_000).prop_map(Timestamp::from_millis));
        prop_oneof![
            proptest::option::of(any::<String>()).prop_map(|title| Job::CreateChat { title }),
            (any::<String>(), proptest::option::of(any::<String>()), at)
                .prop_map(|(content, sender, sent_at)| Job::CreateMessage { content, sender, sent_at }),
            any::<String>().prop_map(|content| Job::UpdateMessage { content }),
            any::<String>().prop_map(|title| Job::UpdateChat { title }),
            any::<String>().prop_map(|name| Job::UpdateApplication { name }),
            Just(Job::DeleteMessage),
            Just(Job::DeleteChat),
            Just(Job::DeleteApplication),
        ]
    }

    proptest! {
        #[test]
        fn an_entry_is_decoded_as_it_was_encoded(
            job in jobs(), app in 1i64.., chat in proptest::option::of(1u32..), number: u32,
            key in proptest::option::of((any::<[u8; 32]>(), any::<[u8; 32]>())),
        ) {
            let once = key.map(|(key, body)| Once { key, body, count: 3, index: 1 });
            let entry = Entry { app: AppId(app), chat, number, job, at: Timestamp::from_millis(5), request_id: "r".into(), once };
            prop_assert_eq!(Entry::decode(&record(number, entry.encode())).expect("decodes"), entry);
        }

        #[test]
        fn rubbish_is_refused_without_a_panic(bytes: Vec<u8>) {
            prop_assert!(Entry::decode(&record(1, bytes)).is_err());
        }
    }

    #[test]
    fn unknown_fields_are_ignored_and_newer_encodings_are_named() {
        let known = br#"{"v":1,"app":1,"at":0,"req":"r","job":{"kind":"delete_chat"},"later":true}"#;
        assert!(Entry::decode(&record(1, known.as_slice())).is_ok());
        let newer = br#"{"v":2,"what":"else"}"#;
        assert!(matches!(Entry::decode(&record(1, newer.as_slice())), Err(DecodeError::Newer(2))));
    }
}
