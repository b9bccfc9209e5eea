//! Sends batches: several at a time, those of one chat one after the other, each until it is accepted. Keeps the
//! journal; knows nothing of files.

use std::collections::{HashMap, HashSet, VecDeque};

use chat_shared::queue::EntryId;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use tokio::sync::mpsc;

use super::input::Part;
use super::patience::Patience;
use super::places::Places;
use super::state::{End, State};
use super::window::{Batch, ChatName};
use crate::backend::{Backend, BatchAccepted, ChatOf};
use crate::output::failure::Failure;
use crate::output::progress::Progress;

/// Batches that were read and wait for their turn; no more is read until some are sent.
const WAITING: usize = 64;

/// What a run did.
#[derive(Debug, Default)]
pub struct Sent {
    /// Messages accepted now.
    pub messages: u64,
    /// Messages that chatd had accepted from an earlier run, by their keys.
    pub replayed: u64,
    /// Messages that the state file knows as accepted.
    pub known: u64,
    /// The last entry that was accepted.
    pub last: EntryId,
    /// The chats that something was sent to.
    pub chats: HashSet<ChatName>,
    /// How far the input goes, where it was read whole.
    pub end: Option<End>,
    /// Bytes of the input that were read.
    pub bytes: u64,
}

/// Sends what is read.
pub struct Sender<'a> {
    pub backend: &'a dyn Backend,
    pub places: &'a Places<'a>,
    pub patience: Patience,
    pub progress: &'a Progress,
    pub clients: usize,
    /// The size of the input, where that is known.
    pub size: Option<u64>,
}

/// A batch that was accepted.
struct Accepted {
    batch: Batch,
    token: String,
    answer: BatchAccepted,
}

impl Sender<'_> {
    /// Sends everything but what the journal knows; `known` messages were imported by an earlier run. After a failure what is under way is waited for, so that the journal knows of it.
    pub async fn run(
        &self,
        parts: &mut mpsc::Receiver<Part>,
        state: &mut State,
        known: u64,
    ) -> (Sent, Result<(), Failure>) {
        let mut sent = Sent { known, ..Sent::default() };
        let mut lanes = Lanes::default();
        let mut under_way = FuturesUnordered::new();
        let (mut reading, mut outcome) = (true, Ok(()));
        loop {
            while outcome.is_ok()
                && under_way.len() < self.clients
                && let Some(batch) = lanes.next()
            {
                under_way.push(self.send(batch));
            }
            let wants_more = reading && outcome.is_ok() && lanes.waiting < WAITING;
            tokio::select! {
                Some((chat, done)) = under_way.next(), if !under_way.is_empty() => {
                    lanes.free(&chat);
                    let noted = done.and_then(|accepted| self.note(accepted, &mut sent, state));
                    outcome = outcome.and(noted);
                }
                part = parts.recv(), if wants_more => {
                    let taken = self.take(part, &mut reading, &mut lanes, &mut sent, state);
                    outcome = outcome.and(taken);
                }
                else => return (sent, outcome.and(lanes.failed.map_or(Ok(()), Err))),
            }
        }
    }

    /// Takes a part of the input in; a failure to read lets what was read before go on.
    fn take(
        &self,
        part: Option<Part>,
        reading: &mut bool,
        lanes: &mut Lanes,
        sent: &mut Sent,
        state: &State,
    ) -> Result<(), Failure> {
        match part {
            Some(Part::Window { batches, bytes }) => {
                sent.bytes = bytes;
                for batch in batches {
                    if state.has(&batch)? {
                        sent.known += batch.lines.len() as u64;
                    } else {
                        lanes.add(batch);
                    }
                }
                self.estimate(sent, lanes);
            }
            Some(Part::End(end)) => (sent.end, *reading) = (Some(end), false),
            Some(Part::Failed(failure)) => {
                *reading = false;
                lanes.failed = Some(failure);
            }
            None => *reading = false,
        }
        Ok(())
    }

    /// How many messages there will be, from how much of the input gave how many.
    fn estimate(&self, sent: &Sent, lanes: &Lanes) {
        let read = sent.messages + sent.replayed + sent.known + lanes.messages;
        if let Some(size) = self.size.filter(|_| sent.bytes > 0) {
            let total = u128::from(read) * u128::from(size) / u128::from(sent.bytes);
            self.progress.estimate(u64::try_from(total).unwrap_or(u64::MAX).max(read));
        }
        self.progress.set(sent.messages + sent.replayed + sent.known);
    }

    async fn send(&self, batch: Batch) -> (ChatName, Result<Accepted, Failure>) {
        let chat = batch.chat.clone();
        (chat, self.try_send(batch).await)
    }

    async fn try_send(&self, batch: Batch) -> Result<Accepted, Failure> {
        let place = self.places.app(&batch.chat.app).await?;
        let chat = self.places.chat(&place, &batch.chat).await?;
        let of = ChatOf { token: &place.token, chat };
        let attempt = || self.backend.post_batch(of, batch.body.clone(), &batch.key);
        let answer = self.patience.keep_trying(attempt).await.map_err(|failure| of_lines(failure, &batch))?;
        Ok(Accepted { token: place.token.clone(), answer, batch })
    }

    fn note(&self, accepted: Accepted, sent: &mut Sent, state: &mut State) -> Result<(), Failure> {
        let count = accepted.batch.lines.len() as u64;
        if accepted.answer.replayed {
            sent.replayed += count;
        } else {
            sent.messages += count;
        }
        state.app(&accepted.batch.chat.app, &accepted.token)?;
        state.batch(&accepted.batch)?;
        sent.last = sent.last.max(accepted.answer.job_id);
        sent.chats.insert(accepted.batch.chat);
        self.progress.set(sent.messages + sent.replayed + sent.known);
        Ok(())
    }
}

/// The failure of a batch names its lines.
fn of_lines(failure: Failure, batch: &Batch) -> Failure {
    let (first, last) = (batch.lines.first().copied().unwrap_or(0), batch.lines.last().copied().unwrap_or(0));
    failure.while_doing(format!("import {} messages of lines {first} to {last}", batch.lines.len()))
}

/// Batches that wait, in one lane a chat: those of a chat go one after the other.
#[derive(Default)]
struct Lanes {
    lanes: HashMap<ChatName, Lane>,
    ready: VecDeque<ChatName>,
    waiting: usize,
    messages: u64,
    failed: Option<Failure>,
}

#[derive(Default)]
struct Lane {
    batches: VecDeque<Batch>,
    busy: bool,
}

impl Lanes {
    fn add(&mut self, batch: Batch) {
        let chat = batch.chat.clone();
        self.waiting += 1;
        self.messages += batch.lines.len() as u64;
        let lane = self.lanes.entry(chat.clone()).or_default();
        lane.batches.push_back(batch);
        if !lane.busy && lane.batches.len() == 1 {
            self.ready.push_back(chat);
        }
    }

    /// The next batch of a chat that has none under way.
    fn next(&mut self) -> Option<Batch> {
        let chat = self.ready.pop_front()?;
        let lane = self.lanes.get_mut(&chat)?;
        let batch = lane.batches.pop_front()?;
        lane.busy = true;
        self.waiting -= 1;
        self.messages -= batch.lines.len() as u64;
        Some(batch)
    }

    fn free(&mut self, chat: &ChatName) {
        let Some(lane) = self.lanes.get_mut(chat) else { return };
        lane.busy = false;
        if lane.batches.is_empty() {
            self.lanes.remove(chat);
        } else {
            self.ready.push_back(chat.clone());
        }
    }
}
