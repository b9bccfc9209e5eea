//! Accepting: one call of the accept script, and what its answer means.

use redis::{Cmd, Value};

use super::reply::{self, Failure};
use super::scripts::Script;
use super::{Shared, evalsha, ids};
use crate::domain::{Partition, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Accept, Accepted, EntryId, Epoch, Receipt, Seed, Seeded, Work};

impl Shared {
    /// One round trip. A server that does not know the script holds perhaps other data (N-NO-BLIND-LOAD).
    pub(super) async fn accept(&self, request: Accept) -> Outcome<Accepted> {
        let partition = request.sequence.partition();
        let Some(script) = self.accept_script() else { return Ok(Accepted::Epoch) };
        if self.room.is_over() && !is_a_question(&request.work) {
            return Ok(Accepted::Full(self.room.retry_after()));
        }
        let known = self.known(partition);
        let cmd = self.accept_cmd(&script, &request);
        match self.nodes.call(partition, &cmd).await {
            // Nothing is changed by asking: it is no matter whether it was done.
            Err(Failure::Lost(cause, over)) if !is_a_question(&request.work) => {
                self.find_out(&request, &cmd, known, over, cause).await
            }
            answer => self.understand(&request, answer),
        }
    }

    /// What the script's answer means.
    pub(super) fn understand(&self, request: &Accept, answer: Result<Value, Failure>) -> Outcome<Accepted> {
        let partition = request.sequence.partition();
        let answer = match answer {
            Ok(answer) => answer,
            Err(failure) => match failure.code() {
                "NOSCRIPT" => return Ok(Accepted::Epoch),
                // Memory is full: nothing was appended, and what workers and the janitor do makes room.
                "OOM" => return Ok(Accepted::Full(self.room.retry_after())),
                _ => return Err(reply::fault("accept")(failure)),
            },
        };
        let items = reply::list(&answer);
        let accepted = match (items.first().and_then(reply::text), items.get(1), items.get(2)) {
            (Some("DONE"), Some(first), Some(id)) => {
                let receipt = done(partition, count_of(&request.work), first, id);
                receipt.inspect(|receipt| self.appended(partition, receipt.last_id)).map(Accepted::Done)
            }
            (Some("KNOWN"), Some(stored), _) => {
                let mut stored = reply::text(stored).unwrap_or_default().split(' ');
                let (first, count, id) = (stored.next(), stored.next(), stored.next());
                replayed(partition, first, count, id).map(Accepted::Done)
            }
            (Some("CHANGED"), Some(id), _) => version(id, partition).map(Accepted::Changed),
            (Some("SEED"), Some(id), _) => Some(Accepted::Seed(reply::id_of(id, partition)?)),
            (Some("EPOCH"), ..) => Some(Accepted::Epoch),
            (Some("CLOSED"), ..) => Some(Accepted::Closed),
            (Some("FULL"), ..) => Some(Accepted::Full(self.room.retry_after())),
            (Some("GONE"), ..) => Some(Accepted::Gone),
            (Some("CONFLICT"), ..) => Some(Accepted::KeyConflict),
            _ => None,
        };
        accepted.ok_or_else(|| reply::strange("accept"))
    }

    /// EVALSHA of the accept script for a request.
    fn accept_cmd(&self, script: &Script, request: &Accept) -> Cmd {
        let partition = request.sequence.partition();
        let keys = self.keys.of(partition);
        let counter = self.keys.counter(request.sequence);
        let (what, beside) = match (&request.work, &request.once) {
            (Work::Create(_), Some(once)) => ("create", self.keys.once(partition, &once.key)),
            // Without a client's key none is looked at: the declared one is the counter again.
            (Work::Create(_), None) => ("create", counter.clone()),
            (Work::Change(_), _) => ("change", self.keys.changes(request.sequence)),
        };
        let named: [&str; 6] = [&keys.epoch, &keys.log, &counter, &keys.done, &beside, &keys.once_counts];
        let mut cmd = evalsha(script, if request.once.is_some() { &named } else { &named[..5] });
        cmd.arg(what).arg(request.epoch).arg(self.bounds.capacity).arg(request.sequence.to_string());
        match &request.work {
            Work::Create(payloads) => {
                match &request.once {
                    Some(once) => cmd.arg(once.body.as_slice()),
                    None => cmd.arg(""),
                };
                for payload in payloads {
                    cmd.arg(payload.as_ref());
                }
            }
            Work::Change(change) => {
                cmd.arg(change.number).arg(change.payload.as_ref());
                match change.if_version {
                    Some(condition) => {
                        cmd.arg(version_text(condition.expected, partition)).arg(version_text(condition.row, partition))
                    }
                    None => cmd.arg("").arg(""),
                };
                cmd.arg(if change.closes { "1" } else { "" });
            }
        }
        cmd
    }

    /// The chat that its creator has just made starts at 0, where the script finds that nothing of it can have been
    /// numbered (N-OPEN-EPOCH, N-OPEN-ABSENT, N-OPEN-UNLOGGED, N-OPEN-UNTRIMMED). Where it does not, the first use asks
    /// the store: no answer is waited for to be sure.
    pub(super) async fn open_counter(&self, sequence: Sequence, epoch: Epoch, after: EntryId) -> Outcome<()> {
        let Some(script) = self.accept_script() else { return Ok(()) };
        let mut cmd = self.counter_cmd(&script, sequence, "open", epoch);
        cmd.arg(ids::at_most(after, sequence.partition()));
        match self.nodes.call(sequence.partition(), &cmd).await {
            Err(failure) if failure.code() == "NOSCRIPT" => Ok(()),
            answer => answer.map(|_| ()).map_err(reply::fault("open a counter")),
        }
    }

    /// Sets n where the script finds the epoch and the mark of the seed (N-SEED-EPOCH, N-SEED-MARK).
    pub(super) async fn seed(&self, seed: Seed) -> Outcome<Seeded> {
        let Some(script) = self.accept_script() else { return Ok(Seeded::Epoch) };
        let mut cmd = self.counter_cmd(&script, seed.sequence, "seed", seed.epoch);
        cmd.arg(version_text(seed.last, seed.sequence.partition())).arg(seed.n).arg(if seed.closed { "1" } else { "" });
        let answer = match self.nodes.call(seed.sequence.partition(), &cmd).await {
            Err(failure) if failure.code() == "NOSCRIPT" => return Ok(Seeded::Epoch),
            answer => answer.map_err(reply::fault("seed a counter"))?,
        };
        match reply::list(&answer).first().and_then(reply::text) {
            Some("SET") => Ok(Seeded::Set),
            Some("KEPT") => Ok(Seeded::Kept),
            Some("MOVED") => Ok(Seeded::Moved),
            Some("EPOCH") => Ok(Seeded::Epoch),
            _ => Err(reply::strange("seed a counter")),
        }
    }

    fn counter_cmd(&self, script: &Script, sequence: Sequence, what: &str, epoch: Epoch) -> Cmd {
        let keys = self.keys.of(sequence.partition());
        let counter = self.keys.counter(sequence);
        let mut cmd = evalsha(script, &[&keys.epoch, &keys.log, &counter, &keys.done, &counter]);
        cmd.arg(what).arg(epoch).arg(self.bounds.capacity).arg(sequence.to_string());
        cmd
    }

    pub(super) async fn distrust(&self, sequence: Sequence) -> Outcome<()> {
        let script = &self.scripts.distrust;
        let cmd = evalsha(script, &[&self.keys.of(sequence.partition()).log, &self.keys.counter(sequence)]);
        let answer = self.nodes.run(script, sequence.partition(), cmd).await;
        answer.map(|_| ()).map_err(reply::fault("make a counter unsure"))
    }
}

/// A creation of nothing: only the counter is looked at.
fn is_a_question(work: &Work) -> bool {
    matches!(work, Work::Create(payloads) if payloads.is_empty())
}

/// How many numbers a request is given.
pub fn count_of(work: &Work) -> u32 {
    match work {
        Work::Create(payloads) => u32::try_from(payloads.len()).unwrap_or(u32::MAX),
        Work::Change(_) => 1,
    }
}

fn done(partition: Partition, count: u32, first: &Value, id: &Value) -> Option<Receipt> {
    let last_id = ids::from_stream(reply::text(id)?, partition)?;
    Some(Receipt { first: u32::try_from(reply::int(first)?).ok()?, count, last_id, replayed: false })
}

fn replayed(partition: Partition, first: Option<&str>, count: Option<&str>, id: Option<&str>) -> Option<Receipt> {
    let last_id = ids::from_stream(id?, partition)?;
    Some(Receipt { first: first?.parse().ok()?, count: count?.parse().ok()?, last_id, replayed: true })
}

/// A version as the script compares it: the stream's id, or what no id of this stream is like.
fn version_text(id: EntryId, partition: Partition) -> String {
    ids::to_stream(id, partition).unwrap_or_else(|| format!("!{id}"))
}

fn version(value: &Value, partition: Partition) -> Option<EntryId> {
    let text = reply::text(value)?;
    match text.strip_prefix('!') {
        Some(foreign) => foreign.parse().ok(),
        None => ids::from_stream(text, partition),
    }
}

/// What is said of a request whose outcome stays unknown.
pub fn unknown(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Fault {
    Fault::new(Part::Queue, Kind::Unknown, "tell whether it has accepted a request whose answer was lost")
        .because(cause)
}
