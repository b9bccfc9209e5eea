//! `chatctl msg tail`: the last messages of a chat, then those that follow. Read-only: it asks, it does not subscribe.

use std::time::Duration;

use chat_shared::api::types::Message;
use tokio::time::{Instant, sleep};

use super::read::last;
use crate::backend::{Ask, Backend, ChatOf};
use crate::commands::follow::{refuse_what_needs_an_end, while_read};
use crate::commands::named::{ChatArg, application};
use crate::output::exit::{Done, Outcome};
use crate::session::Session;

/// How long to wait before asking again: what a person takes for "at once".
const EVERY: Duration = Duration::from_millis(400);
/// Several workers may persist out of order: a missing number is waited for this long before it is taken for a gap.
const HOLE_PATIENCE: Duration = Duration::from_secs(3);
/// The most rows of one request; the API gives no more.
const MOST_ROWS: u32 = 200;

/// Prints the last messages, and with `follow` those that come.
pub async fn tail(backend: &dyn Backend, session: &mut Session, chat: ChatArg, follow: bool, count: u32) -> Outcome {
    if follow {
        refuse_what_needs_an_end(session, "follow the messages")?;
        return while_read(print_from(backend, session, chat, follow, count)).await;
    }
    print_from(backend, session, chat, follow, count).await
}

async fn print_from(backend: &dyn Backend, session: &mut Session, chat: ChatArg, follow: bool, count: u32) -> Outcome {
    let app = application(backend, &chat.app).await?;
    let of = ChatOf { token: &app.token, chat: chat.chat };
    // One more than asked for: where nothing is to be shown, it still says where to go on from.
    let mut messages = last(backend, of, Ask::default(), count.max(1)).await?;
    let mut place = Place::after(messages.last().map_or(0, |message| message.message_number));
    messages.drain(..messages.len().saturating_sub(count as usize));
    let mut list = session.printer.list("msg.tail")?;
    for message in &messages {
        list.push(message)?;
    }
    if !follow {
        list.finish()?;
        return Ok(Done::All);
    }
    loop {
        list.pause()?;
        let ask = Ask { after: Some(place.shown), limit: MOST_ROWS, ..Ask::default() };
        let batch = backend.messages(of, &ask).await?;
        let fresh = place.take(batch.items, Instant::now());
        for message in &fresh {
            list.push(message)?;
        }
        if fresh.is_empty() {
            sleep(EVERY).await;
        }
    }
}

/// How far a tail is.
struct Place {
    /// The greatest number that was shown or given up.
    shown: u32,
    /// Since when the number after it has been missing below greater ones.
    hole_since: Option<Instant>,
}

impl Place {
    fn after(shown: u32) -> Self {
        Self { shown, hole_since: None }
    }

    /// What of `messages`, which are the ones after [`Self::shown`], can be shown: all up to the first hole, and all
    /// where the hole has been there too long.
    fn take(&mut self, messages: Vec<Message>, now: Instant) -> Vec<Message> {
        let patience_over = self.hole_since.is_some_and(|since| now.duration_since(since) >= HOLE_PATIENCE);
        let mut fresh = Vec::new();
        for message in messages {
            if message.message_number != self.shown + 1 && !(patience_over && fresh.is_empty()) {
                self.hole_since = if fresh.is_empty() { self.hole_since.or(Some(now)) } else { Some(now) };
                return fresh;
            }
            self.shown = message.message_number;
            fresh.push(message);
        }
        if !fresh.is_empty() {
            self.hole_since = None;
        }
        fresh
    }
}

#[cfg(test)]
mod tests {
    use chat_shared::clock::Timestamp;
    use chat_shared::domain::MessageState;

    use super::*;

    fn messages(numbers: &[u32]) -> Vec<Message> {
        let message = |number: &u32| Message {
            message_number: *number,
            message_content: Some("text".to_owned()),
            sender: None,
            sent_at: None,
            state: MessageState::Persisted,
            created_at: Timestamp::from_millis(0),
            updated_at: Timestamp::from_millis(0),
        };
        numbers.iter().map(message).collect()
    }

    fn numbers(messages: &[Message]) -> Vec<u32> {
        messages.iter().map(|message| message.message_number).collect()
    }

    #[test]
    fn what_follows_without_a_hole_is_shown_at_once() {
        let mut place = Place::after(4);
        assert_eq!(numbers(&place.take(messages(&[5, 6]), Instant::now())), [5, 6]);
        assert_eq!(place.shown, 6);
    }

    #[test]
    fn a_number_that_comes_late_is_waited_for_and_shown_in_its_place() {
        let (mut place, now) = (Place::after(4), Instant::now());
        assert_eq!(numbers(&place.take(messages(&[5, 7]), now)), [5]);
        assert!(place.take(messages(&[7]), now + Duration::from_secs(1)).is_empty());
        assert_eq!(numbers(&place.take(messages(&[6, 7]), now + Duration::from_secs(2))), [6, 7]);
    }

    #[test]
    fn a_number_that_never_comes_is_given_up() {
        let (mut place, now) = (Place::after(4), Instant::now());
        assert!(place.take(messages(&[7, 8]), now).is_empty());
        assert_eq!(numbers(&place.take(messages(&[7, 8]), now + HOLE_PATIENCE)), [7, 8]);
        assert_eq!(place.shown, 8);
    }
}
