//! Every answer of a story, and what must be true of them afterwards.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use chat_shared::api::client::{Client, Paging};

/// What was answered: which number of which chat went to which content.
#[derive(Debug, Default)]
pub struct History(Mutex<Vec<(u32, u32, String)>>);

/// What a history came to, held against what is stored. Each finding is a line for eyes.
#[derive(Debug, Default)]
pub struct Judgement {
    /// Answers whose message is neither stored with its content nor inside a published gap (I1).
    pub lost: Vec<String>,
    /// Answers whose message is gone and whose number lies in a published gap: lost by the queue, and said so.
    pub in_gaps: usize,
    /// Numbers that were answered for two contents (I3).
    pub doubled: Vec<String>,
    /// Numbers below the greatest one, of those looked at, that are neither stored nor inside a published gap (I2).
    pub holes: Vec<String>,
}

impl Judgement {
    /// Whether nothing was lost, doubled or left out; what lies in gaps was said to be lost.
    pub fn is_clean(&self) -> bool {
        self.lost.is_empty() && self.doubled.is_empty() && self.holes.is_empty()
    }
}

impl History {
    /// Notes an answer.
    pub fn note(&self, chat: u32, number: u32, content: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((chat, number, content));
    }

    /// How many answers there were.
    pub fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Holds every answer against what is stored now.
    pub async fn judge(&self, client: &Client, token: &str) -> Judgement {
        let answered = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut judgement = Judgement::default();
        let mut expected: HashMap<(u32, u32), String> = HashMap::new();
        for (chat, number, content) in answered {
            if let Some(earlier) = expected.insert((chat, number), content.clone()) {
                judgement.doubled.push(format!("{chat}/{number}: for {earlier:?} and for {content:?}"));
            }
        }
        let chats: BTreeSet<u32> = expected.keys().map(|(chat, _)| *chat).collect();
        for chat in chats {
            let stored: BTreeMap<u32, Option<String>> = all_messages(client, token, chat).await.into_iter().collect();
            for number in missing(&stored) {
                if !expected.contains_key(&(chat, number)) && !is_in_a_gap(client, token, chat, number).await {
                    judgement.holes.push(format!("{chat}/{number}"));
                }
            }
            for ((_, number), content) in expected.iter().filter(|((of, _), _)| *of == chat) {
                match stored.get(number) {
                    Some(found) if found.as_deref() == Some(content) => {}
                    Some(found) => judgement.lost.push(format!("{chat}/{number}: {found:?} instead of {content:?}")),
                    None if is_in_a_gap(client, token, chat, *number).await => judgement.in_gaps += 1,
                    None => judgement.lost.push(format!("{chat}/{number}: {content:?}")),
                }
            }
        }
        judgement
    }
}

/// Numbers between stored ones that are not stored: of each run its ends and some between them. A gap may be of 200,000
/// numbers, and `verify` looks at them all.
fn missing(stored: &BTreeMap<u32, Option<String>>) -> Vec<u32> {
    const LOOKED_AT: u32 = 50;
    let mut missing = Vec::new();
    let mut next = 1;
    for number in stored.keys() {
        let step = usize::try_from((number - next) / LOOKED_AT + 1).unwrap_or(usize::MAX);
        missing.extend((next..*number).step_by(step));
        missing.extend((next < *number).then_some(number - 1));
        next = number + 1;
    }
    missing
}

/// A number inside a published gap, and one of a message that is deleted or dead, is gone; no other is.
async fn is_in_a_gap(client: &Client, token: &str, chat: u32, number: u32) -> bool {
    client.message(token, chat, number).await.is_err_and(|cause| cause.status() == Some(410))
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
