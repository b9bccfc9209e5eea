//! Lines gathered into batches. A window of lines is cut by position alone, and within it each chat's messages are put
//! together in order; so the same input always gives the same batches with the same keys, and what is sent twice is
//! accepted once. Pure.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::line::Line;

/// Lines in a window. Chats that are mixed within it still make large batches; part of the keys, so never to be changed.
pub const WINDOW_LINES: u64 = 8192;

/// A window ends early at so many bytes of lines: what it holds is held in memory.
pub const WINDOW_BYTES: usize = 16 * 1024 * 1024;

/// The most messages of a batch; the API takes no more.
const BATCH_MESSAGES: usize = 1000;

/// The most bytes of a batch's body: well below the 4 MiB that the API takes.
const BATCH_BYTES: usize = 3 * 1024 * 1024;

/// A chat as the input names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatName {
    /// The application's name.
    pub app: Arc<str>,
    /// The chat's title.
    pub title: Arc<str>,
}

/// Where a batch stands in the input.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Position {
    /// The window, from 0.
    pub window: u64,
    /// The chat, as a digest of its names.
    pub chat: String,
    /// Which of the chat's batches in this window, from 0.
    pub ordinal: u64,
}

/// Messages of one chat that are sent together.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The chat.
    pub chat: ChatName,
    /// Where it stands.
    pub position: Position,
    /// The request's body.
    pub body: Bytes,
    /// The line of each message, from 1.
    pub lines: Vec<u64>,
    /// The idempotency key: the same for the same messages at the same place.
    pub key: String,
}

/// The window being filled.
#[derive(Debug, Default)]
pub struct Window {
    number: u64,
    lines: u64,
    bytes: usize,
    chats: HashMap<ChatName, usize>,
    drafts: Vec<Vec<Draft>>,
    names: Vec<ChatName>,
}

#[derive(Debug, Default)]
struct Draft {
    body: Vec<u8>,
    lines: Vec<u64>,
}

impl Window {
    /// The window of this number, empty.
    pub fn numbered(number: u64) -> Self {
        Self { number, ..Self::default() }
    }

    /// Counts a line of so many bytes, whether or not it can be imported; true when the window ends with it.
    pub fn count(&mut self, bytes: usize) -> bool {
        self.lines += 1;
        self.bytes += bytes;
        self.lines >= WINDOW_LINES || self.bytes >= WINDOW_BYTES
    }

    /// Adds the message of line `number`.
    pub fn add(&mut self, number: u64, line: &Line<'_>) -> serde_json::Result<()> {
        let place = self.place_of(&line.app, &line.chat);
        let drafts = &mut self.drafts[place];
        if drafts.last().is_none_or(|draft| draft.lines.len() >= BATCH_MESSAGES || draft.body.len() >= BATCH_BYTES) {
            drafts.push(Draft { body: br#"{"messages":["#.to_vec(), lines: Vec::new() });
        }
        let Some(draft) = drafts.last_mut() else { return Ok(()) };
        if !draft.lines.is_empty() {
            draft.body.push(b',');
        }
        serde_json::to_writer(&mut draft.body, &line.message)?;
        draft.lines.push(number);
        Ok(())
    }

    /// The batches, each chat's in their order, and the window that follows.
    pub fn close(&mut self) -> Vec<Batch> {
        let closed = std::mem::replace(self, Self::numbered(self.number + 1));
        let (number, names) = (closed.number, closed.names);
        let chats = names.into_iter().zip(closed.drafts);
        chats.flat_map(|(chat, drafts)| batches_of(number, &chat, drafts)).collect()
    }

    fn place_of(&mut self, app: &str, title: &str) -> usize {
        // Lines of one chat mostly follow each other: the last one's name is compared before a key is made.
        if let Some(last) = self.names.last()
            && *last.app == *app
            && *last.title == *title
        {
            return self.names.len() - 1;
        }
        let name = ChatName { app: app.into(), title: title.into() };
        *self.chats.entry(name.clone()).or_insert_with(|| {
            self.names.push(name);
            self.drafts.push(Vec::new());
            self.names.len() - 1
        })
    }
}

fn batches_of(window: u64, chat: &ChatName, drafts: Vec<Draft>) -> Vec<Batch> {
    let digest = digest(&[b"chatctl import chat", chat.app.as_bytes(), chat.title.as_bytes()]);
    let numbered = (0u64..).zip(drafts);
    let batch = |(ordinal, mut draft): (u64, Draft)| {
        draft.body.extend_from_slice(b"]}");
        let place = format!("{window} {ordinal}");
        let key = digest_key(&[b"chatctl import batch", digest.as_bytes(), place.as_bytes(), &draft.body]);
        let position = Position { window, chat: digest.clone(), ordinal };
        Batch { chat: chat.clone(), position, body: draft.body.into(), lines: draft.lines, key }
    };
    numbered.map(batch).collect()
}

/// The idempotency key of a chat: the same application and title give the same chat.
pub fn chat_key(token: &str, title: &str) -> String {
    digest_key(&[b"chatctl chat", token.as_bytes(), title.as_bytes()])
}

fn digest_key(parts: &[&[u8]]) -> String {
    format!("chatctl-{}", digest(parts))
}

/// 128 bits in hexadecimal over parts that cannot run into each other.
fn digest(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hex(&hasher.finalize()[..16])
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use chat_shared::domain::Limits;
    use proptest::prelude::*;

    use super::super::line::parse;
    use super::*;

    fn add(window: &mut Window, number: u64, app: &str, chat: &str, content: &str) {
        let line = serde_json::json!({"app": app, "chat": chat, "content": content}).to_string();
        window.add(number, &parse(line.as_bytes(), &Limits::default()).expect("a line")).expect("serialises");
    }

    fn contents(batch: &Batch) -> Vec<String> {
        let body: serde_json::Value = serde_json::from_slice(&batch.body).expect("JSON");
        let messages = body["messages"].as_array().expect("a list");
        messages.iter().map(|message| message["content"].as_str().expect("text").to_owned()).collect()
    }

    #[test]
    fn chats_that_are_mixed_make_one_batch_each_in_their_own_order() {
        let mut window = Window::default();
        for (number, chat) in (1u64..).zip(["a", "b", "a", "b", "a"]) {
            add(&mut window, number, "app", chat, &format!("{chat}{number}"));
        }
        let batches = window.close();
        assert_eq!(batches.iter().map(contents).collect::<Vec<_>>(), [vec!["a1", "a3", "a5"], vec!["b2", "b4"]]);
        assert_eq!(batches[0].lines, [1, 3, 5]);
    }

    #[test]
    fn a_batch_has_at_most_a_thousand_messages() {
        let mut window = Window::default();
        for number in 1..=2001 {
            add(&mut window, number, "app", "chat", "x");
        }
        assert_eq!(window.close().iter().map(|batch| batch.lines.len()).collect::<Vec<_>>(), [1000, 1000, 1]);
    }

    #[test]
    fn the_same_line_at_another_place_has_another_key() {
        let mut window = Window::default();
        add(&mut window, 1, "app", "chat", "x");
        let first = window.close();
        add(&mut window, 2, "app", "chat", "x");
        let second = window.close();
        assert_ne!(first[0].key, second[0].key);
        assert_eq!((first[0].position.window, second[0].position.window), (0, 1));
    }

    #[test]
    fn names_do_not_run_into_each_other() {
        assert_ne!(chat_key("ab", "c"), chat_key("a", "bc"));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_turned_round_and_the_keys_are_the_same_each_time(chats in prop::collection::vec(0u8..4, 0..300)) {
            let gather = || {
                let mut window = Window::default();
                for (number, chat) in (1u64..).zip(&chats) {
                    add(&mut window, number, "app", &chat.to_string(), &number.to_string());
                }
                window.close()
            };
            let (once, again) = (gather(), gather());
            prop_assert!(once.iter().map(|batch| &batch.key).eq(again.iter().map(|batch| &batch.key)));
            for chat in 0u8..4 {
                let sent: Vec<u64> = once.iter().filter(|batch| *batch.chat.title == *chat.to_string()).flat_map(|batch| batch.lines.clone()).collect();
                let meant: Vec<u64> = (1u64..).zip(&chats).filter(|(_, of)| **of == chat).map(|(number, _)| number).collect();
                prop_assert_eq!(sent, meant);
            }
        }
    }
}
