//! The one writer of `queue.db`: takes what callers ask for from a bounded channel, commits as much as has gathered in
//! one transaction, and only then answers. While one commit is under way the next one gathers: no timer is needed.

use std::collections::HashSet;
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use sqlx::sqlite::SqliteConnection;
use tokio::sync::{mpsc, oneshot};

use super::ledger::{Committed, Draft, Ledger, Written};
use super::{SharedState, sql};
use crate::clock::Clock;
use crate::domain::Sequence;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Accept, Accepted, Confirmation, EntryId, Epoch, Group, Seed, Seeded, Work};

/// The most requests of one transaction: about 10 ms of work, which bounds what one caller waits for the others.
const GROUP_COMMIT: usize = 512;

/// How many requests may wait for the writer before callers wait to ask.
pub const WAITING: usize = 2_048;

/// The most entries that one transaction trims: a few milliseconds, between which accepting goes on.
const TRIM_ENTRIES: u32 = 2_000;

type Reply<T> = oneshot::Sender<Outcome<T>>;

/// What callers ask of the writer.
pub enum Command {
    Accept(Box<Accept>, Reply<Accepted>),
    Open(Sequence, Epoch, Reply<()>),
    Seed(Seed, Reply<Seeded>),
    Distrust(Sequence, Reply<()>),
    Delivered(Group, EntryId, Reply<()>),
    Acknowledge(Group, Vec<EntryId>, Reply<()>),
    Suspect(Group, EntryId, Reply<u32>),
    Trim(EntryId, EntryId, Reply<u64>),
    Enter(Box<Confirmation>, Reply<()>),
}

pub struct Writer {
    connection: SqliteConnection,
    ledger: Ledger,
    shared: Arc<SharedState>,
    clock: Arc<dyn Clock>,
    unsure: bool,
}

impl Writer {
    pub fn new(connection: SqliteConnection, ledger: Ledger, shared: Arc<SharedState>, clock: Arc<dyn Clock>) -> Self {
        Self { connection, ledger, shared, clock, unsure: false }
    }

    /// Works until every sender is gone, then gives the connection back for closing.
    pub async fn run(mut self, mut commands: mpsc::Receiver<Command>) -> SqliteConnection {
        let mut batch = Vec::with_capacity(GROUP_COMMIT);
        while commands.recv_many(&mut batch, GROUP_COMMIT).await > 0 {
            self.group_commit(&mut batch).await;
        }
        self.connection
    }

    async fn group_commit(&mut self, batch: &mut Vec<Command>) {
        match self.transaction(batch).await {
            Ok((answers, committed, written)) => {
                self.ledger.commit(committed);
                self.shared.append(written.records);
                for (command, answer) in batch.drain(..).zip(answers) {
                    self.settle(command, answer);
                }
            }
            Err(cause) => {
                // Whatever was written is undone; a connection that cannot even do that has no transaction left.
                let _ = sqlx::query("ROLLBACK").execute(&mut self.connection).await;
                self.ledger.forget();
                self.unsure = true;
                let chain = cause.chain();
                for command in batch.drain(..) {
                    refuse(command, cause.kind, &chain);
                }
            }
        }
    }

    /// A COMMIT that failed may have happened all the same: what stands on the log and memory does not know is taken
    /// over before anything else is appended.
    async fn resync(&mut self) -> Outcome<()> {
        let newest = sql::newest(&mut self.connection).await?;
        if newest > self.ledger.last_id {
            let records = sql::range(&mut self.connection, self.ledger.last_id, newest, usize::MAX).await?;
            self.ledger.last_id = newest;
            self.shared.append(records);
        }
        self.unsure = false;
        Ok(())
    }

    async fn transaction(&mut self, batch: &[Command]) -> Outcome<(Vec<Answer>, Committed, Written)> {
        if self.unsure {
            self.resync().await?;
        }
        let db = &mut self.connection;
        sql::begin(db).await?;
        let mut draft = self.ledger.draft(self.clock.now(), self.shared.room());
        load(db, &self.ledger, &mut draft, batch).await?;
        let mut answers = Vec::with_capacity(batch.len());
        for command in batch {
            answers.push(decide(command, &mut draft));
        }
        let (written, committed) = draft.finish();
        sql::write(db, &written).await?;
        for (command, answer) in batch.iter().zip(&mut answers) {
            perform(db, command, answer).await?;
        }
        for group in Group::ALL {
            record_floor(db, &self.shared, group, batch).await?;
        }
        sql::commit(db).await?;
        Ok((answers, committed, written))
    }

    /// After the commit: memory follows the file, and the caller hears of it.
    fn settle(&mut self, command: Command, answer: Answer) {
        match (command, answer) {
            (Command::Accept(_, reply), Answer::Accepted(accepted)) => drop(reply.send(Ok(accepted))),
            (Command::Seed(_, reply), Answer::Seeded(seeded)) => drop(reply.send(Ok(seeded))),
            (Command::Suspect(_, _, reply), Answer::Times(times)) => drop(reply.send(Ok(times))),
            (Command::Trim(_, _, reply), Answer::Trimmed { through, entries, bytes }) => {
                self.shared.lock().trimmed(through, entries, bytes);
                let _ = reply.send(Ok(entries));
            }
            (Command::Acknowledge(group, ids, reply), _) => {
                self.shared.acknowledge(group, &ids, self.clock.now());
                let _ = reply.send(Ok(()));
            }
            (Command::Enter(confirmation, reply), _) => {
                self.enter(&confirmation);
                let _ = reply.send(Ok(()));
            }
            (Command::Open(_, _, reply) | Command::Distrust(_, reply) | Command::Delivered(_, _, reply), _) => {
                let _ = reply.send(Ok(()));
            }
            // `decide` and `perform` give each command its own kind of answer.
            (Command::Accept(..) | Command::Seed(..) | Command::Suspect(..) | Command::Trim(..), _) => {}
        }
    }

    fn enter(&mut self, confirmation: &Confirmation) {
        let mut floor = self.ledger.last_id;
        for (known, (epoch, above)) in self.ledger.epochs.iter_mut().zip(&confirmation.partitions) {
            *known = Some(*epoch);
            floor = floor.max(*above);
        }
        self.ledger.last_id = floor;
        self.ledger.closed = confirmation.closed;
        self.shared.closed.store(confirmation.closed, Ordering::Relaxed);
        self.shared.reserve(floor);
    }
}

/// What a command came to, before the commit.
enum Answer {
    Accepted(Accepted),
    Seeded(Seeded),
    Times(u32),
    Trimmed { through: EntryId, entries: u64, bytes: u64 },
    Nothing,
}

/// Reads what the draft needs and memory does not hold: at most one query a table.
async fn load(db: &mut SqliteConnection, ledger: &Ledger, draft: &mut Draft<'_>, batch: &[Command]) -> Outcome<()> {
    let mut sequences = Vec::new();
    let mut keys = Vec::new();
    let mut changes = Vec::new();
    for command in batch {
        match command {
            Command::Accept(request, _) => {
                sequences.push(request.sequence);
                keys.extend(request.once.iter().map(|once| once.key));
                if let Work::Change(change) = &request.work
                    && change.if_version.is_some()
                {
                    changes.push((request.sequence, change.number));
                }
            }
            Command::Open(sequence, ..) | Command::Distrust(sequence, ..) => sequences.push(*sequence),
            Command::Seed(seed, _) => sequences.push(seed.sequence),
            _ => {}
        }
    }
    sequences.retain(|sequence| !ledger.knows(sequence));
    sequences.sort_unstable();
    sequences.dedup();
    sql::load_counters(db, draft, &sequences).await?;
    sql::load_keys(db, draft, &keys).await?;
    sql::load_changes(db, draft, &changes).await
}

fn decide(command: &Command, draft: &mut Draft<'_>) -> Answer {
    match command {
        Command::Accept(request, _) => Answer::Accepted(draft.accept(request)),
        Command::Seed(seed, _) => Answer::Seeded(draft.seed(seed)),
        Command::Open(sequence, epoch, _) => {
            draft.open(*sequence, *epoch);
            Answer::Nothing
        }
        Command::Distrust(sequence, _) => {
            draft.distrust(*sequence);
            Answer::Nothing
        }
        _ => Answer::Nothing,
    }
}

/// What commands write beside the draft.
async fn perform(db: &mut SqliteConnection, command: &Command, answer: &mut Answer) -> Outcome<()> {
    match command {
        Command::Delivered(group, through, _) => sql::set_delivered(db, *group, *through).await?,
        Command::Suspect(group, id, _) => *answer = Answer::Times(sql::suspect(db, *group, *id).await?),
        Command::Trim(below, keys_below, _) => {
            let (through, entries, bytes) = sql::trim(db, *below, TRIM_ENTRIES).await?;
            sql::prune(db, *keys_below, TRIM_ENTRIES).await?;
            *answer = Answer::Trimmed { through, entries, bytes };
        }
        Command::Enter(confirmation, _) => sql::enter(db, confirmation).await?,
        Command::Accept(..)
        | Command::Open(..)
        | Command::Seed(..)
        | Command::Distrust(..)
        | Command::Acknowledge(..) => {}
    }
    Ok(())
}

/// Everything that a batch acknowledges moves the group's floor once.
async fn record_floor(db: &mut SqliteConnection, shared: &SharedState, group: Group, batch: &[Command]) -> Outcome<()> {
    let ids: HashSet<EntryId> = batch
        .iter()
        .filter_map(|command| match command {
            Command::Acknowledge(of, ids, _) if *of == group => Some(ids),
            _ => None,
        })
        .flatten()
        .copied()
        .collect();
    if ids.is_empty() {
        return Ok(());
    }
    let floor = {
        let groups = shared.lock();
        groups.group(group).floor_after(&ids, groups.last_id)
    };
    sql::set_acked(db, group, floor).await
}

fn refuse(command: Command, kind: Kind, chain: &str) {
    let fault = || -> Fault {
        let cause: Box<dyn Error + Send + Sync> = chain.to_owned().into();
        Fault::new(Part::Queue, kind, "commit to queue.db").because(cause)
    };
    match command {
        Command::Accept(_, reply) => drop(reply.send(Err(fault()))),
        Command::Seed(_, reply) => drop(reply.send(Err(fault()))),
        Command::Suspect(_, _, reply) => drop(reply.send(Err(fault()))),
        Command::Trim(_, _, reply) => drop(reply.send(Err(fault()))),
        Command::Open(_, _, reply)
        | Command::Distrust(_, reply)
        | Command::Delivered(_, _, reply)
        | Command::Acknowledge(_, _, reply)
        | Command::Enter(_, reply) => drop(reply.send(Err(fault()))),
    }
}
