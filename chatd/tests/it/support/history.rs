//! Every request and answer of a story, and what must be true of them afterwards.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use chat_shared::api::client::{Client, Paging};

/// What was answered: which number of which chat went to which content.
#[derive(Debug, Default)]
pub struct History(Mutex<Vec<(u32, u32, String)>>);

impl History {
    /// Notes an answer.
    pub fn note(&self, chat: u32, number: u32, content: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((chat, number, content));
    }

    /// How many answers there were.
    pub fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Every answered number is stored once with its content, none was answered for two contents, and in every chat the
    /// numbers are 1, 2, 3 … (I1, I2, I3).
    pub async fn must_be_stored(&self, client: &Client, token: &str) {
        let answered = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut expected: HashMap<(u32, u32), String> = HashMap::new();
        for (chat, number, content) in answered {
            let earlier = expected.insert((chat, number), content.clone());
            assert_eq!(earlier, None, "number {number} of chat {chat} was answered twice, then for {content:?}");
        }
        let mut stored: BTreeMap<u32, Vec<(u32, Option<String>)>> = BTreeMap::new();
        let chats: std::collections::BTreeSet<u32> = expected.keys().map(|(chat, _)| *chat).collect();
        for chat in chats {
            stored.insert(chat, all_messages(client, token, chat).await);
        }
        for (chat, messages) in &stored {
            let numbers: Vec<u32> = messages.iter().map(|(number, _)| *number).collect();
            let dense: Vec<u32> = (1..).take(numbers.len()).collect();
            assert_eq!(numbers, dense, "chat {chat} has holes");
        }
        for ((chat, number), content) in expected {
            let found = stored[&chat].iter().find(|(at, _)| *at == number);
            assert_eq!(found.and_then(|(_, text)| text.as_deref()), Some(&*content), "chat {chat}, number {number}");
        }
    }
}

/// All messages of a chat, page after page.
pub async fn all_messages(client: &Client, token: &str, chat: u32) -> Vec<(u32, Option<String>)> {
    let mut messages = Vec::new();
    loop {
        let after = messages.last().map_or(0, |(number, _)| *number);
        let page = client.messages(token, chat, &Paging::default().after(after).limit(200)).await.expect("a page");
        if page.body.is_empty() {
            return messages;
        }
        messages.extend(page.body.into_iter().map(|message| (message.message_number, message.message_content)));
    }
}
