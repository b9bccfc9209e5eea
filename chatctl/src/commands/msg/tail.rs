//! `chatctl msg tail`: the last messages of a chat, then those that follow. Read-only: it asks, it does not subscribe.
//! Numbers have no holes but published gaps, so the last one shown says exactly where to go on: after a restart of chatd by
//! itself, after an interruption by `--since`.

use std::time::Duration;

use chat_shared::api::types::Message;
use tokio::time::{Instant, sleep};

use super::TailArgs;
use super::read::last;
use crate::backend::{Ask, Backend, ChatOf};
use crate::commands::follow::{refuse_what_needs_an_end, while_read};
use crate::commands::named::application;
use crate::output::List;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::runtime::ComeBack;
use crate::session::Session;

/// How long to wait before asking again: what a person takes for "at once".
const EVERY: Duration = Duration::from_millis(400);
/// Several workers may persist out of order: a missing number is waited for this long before it is asked for by itself.
const HOLE_PATIENCE: Duration = Duration::from_secs(3);
/// The most rows of one request; the API gives no more.
const MOST_ROWS: u32 = 200;

/// Prints the last messages, and with `--follow` those that come.
pub async fn tail(backend: &dyn Backend, session: &mut Session, args: &TailArgs, come_back: &ComeBack) -> Outcome {
    if args.follow {
        refuse_what_needs_an_end(session, "follow the messages")?;
        return while_read(print_from(backend, session, args, come_back)).await;
    }
    print_from(backend, session, args, come_back).await
}

async fn print_from(backend: &dyn Backend, session: &mut Session, args: &TailArgs, come_back: &ComeBack) -> Outcome {
    let app = application(backend, &args.chat.app).await?;
    let of = ChatOf { token: &app.token, chat: args.chat.chat };
    let mut follower = Follower { backend, of, named: &args.chat.app, come_back, place: Place::after(0) };
    let mut list = session.printer.list("msg.tail")?;
    if let Some(since) = args.since {
        follower.place = Place::after(since);
    } else {
        // One more than asked for: where nothing is to be shown, it still says where to go on from.
        let mut messages = last(backend, of, Ask::default(), args.last.max(1)).await?;
        let newest = messages.last().map_or(0, |message| message.message_number);
        messages.drain(..messages.len().saturating_sub(args.last as usize));
        // From before the first of them, so that what is missing between them is waited for when they are followed.
        follower.place = Place::after(messages.first().map_or(newest, |message| message.message_number - 1));
        if !args.follow {
            for message in &messages {
                list.push(message)?;
            }
            list.finish()?;
            return Ok(Done::All);
        }
    }
    if args.follow { follower.follow(list).await } else { follower.show_what_is_there(list).await }
}

/// One tail.
struct Follower<'a> {
    backend: &'a dyn Backend,
    of: ChatOf<'a>,
    /// The application as the line named it.
    named: &'a str,
    come_back: &'a ComeBack,
    place: Place,
}

impl Follower<'_> {
    /// Everything after the place that is stored, in order; no hole is waited for.
    async fn show_what_is_there(mut self, mut list: List<'_, Message>) -> Outcome {
        loop {
            let messages = self.after_place().await?;
            let Some(last) = messages.last() else { break };
            self.place = Place::after(last.message_number);
            for message in &messages {
                list.push(message)?;
            }
        }
        list.finish()?;
        Ok(Done::All)
    }

    /// The same, and whatever follows. chatd may be away meanwhile.
    async fn follow(mut self, mut list: List<'_, Message>) -> Outcome {
        let mut away = false;
        loop {
            // What was printed is seen before the place says so: an interruption comes only where something is awaited.
            list.pause()?;
            self.come_back.by(self.how_to_go_on());
            let fresh = match self.fresh().await {
                Ok(fresh) => fresh,
                Err(failure) if failure.is_retryable() => {
                    if !std::mem::replace(&mut away, true) {
                        list.say(&format!("waiting for chatd: {failure}"));
                    }
                    sleep(EVERY).await;
                    continue;
                }
                Err(failure) => return Err(failure.hint(self.how_to_go_on())),
            };
            away = false;
            for message in &fresh {
                list.push(message)?;
            }
            if fresh.is_empty() {
                sleep(EVERY).await;
            }
        }
    }

    /// What can be shown next.
    async fn fresh(&mut self) -> Result<Vec<Message>, Failure> {
        let messages = self.after_place().await?;
        let next = messages.first().map(|message| message.message_number);
        let fresh = self.place.take(messages, Instant::now());
        if let (true, Some(next)) = (fresh.is_empty() && self.place.is_over_patience(Instant::now()), next)
            && self.is_gap_before(next).await?
        {
            self.place = Place::after(next - 1);
        }
        Ok(fresh)
    }

    /// Whether the numbers missing before `next` lie in a gap. What is not persisted yet can only stand above a gap, never
    /// below it: a gap takes in every number without a row that was given before it was published.
    async fn is_gap_before(&self, next: u32) -> Result<bool, Failure> {
        match self.backend.message(self.of, next - 1).await {
            Ok(_) => Ok(false),
            Err(failure) if failure.kind == Kind::NotFound && failure.code == "message_gone" => Ok(true),
            Err(failure) => Err(failure),
        }
    }

    async fn after_place(&self) -> Result<Vec<Message>, Failure> {
        let ask = Ask { after: Some(self.place.shown), limit: MOST_ROWS, ..Ask::default() };
        Ok(self.backend.messages(self.of, &ask).await?.items)
    }

    fn how_to_go_on(&self) -> String {
        // A name that a shell would take apart is told as the token that it stands for.
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        let named = if self.named.bytes().all(plain) { self.named } else { self.of.token };
        format!("go on with: chatctl msg tail {named} {} -f --since {}", self.of.chat, self.place.shown)
    }
}

/// How far a tail is.
struct Place {
    /// The greatest number that was shown or lies in a gap: nothing up to it will come.
    shown: u32,
    /// Since when the number after it has been missing below greater ones.
    hole_since: Option<Instant>,
}

impl Place {
    fn after(shown: u32) -> Self {
        Self { shown, hole_since: None }
    }

    /// Whether the number after [`Self::shown`] has been missing for so long that it may never come.
    fn is_over_patience(&self, now: Instant) -> bool {
        self.hole_since.is_some_and(|since| now.duration_since(since) >= HOLE_PATIENCE)
    }

    /// What of `messages`, which are the ones after [`Self::shown`], can be shown: all up to the first hole.
    fn take(&mut self, messages: Vec<Message>, now: Instant) -> Vec<Message> {
        let mut fresh = Vec::new();
        for message in messages {
            if message.message_number != self.shown + 1 {
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
    fn a_number_that_does_not_come_is_asked_for_after_a_while_and_nothing_is_shown_before() {
        let (mut place, now) = (Place::after(4), Instant::now());
        assert!(place.take(messages(&[7, 8]), now).is_empty());
        assert!(!place.is_over_patience(now + Duration::from_secs(1)));
        assert!(place.take(messages(&[7, 8]), now + HOLE_PATIENCE).is_empty());
        assert!(place.is_over_patience(now + HOLE_PATIENCE));
        assert_eq!(place.shown, 4);
    }
}
