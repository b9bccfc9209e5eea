//! How entries become rows on the server: the rows that a batch is about are locked and read, the row rules applied, and
//! what changed is written, in one transaction. The rules themselves are in `store::rows`.
//!
//! Locks are taken of applications first, then of chats, each in the order of their keys, so that batches wait for each
//! other instead of undoing each other. A batch that only brings messages shares its applications with others; as soon as
//! the count of an application's chats would move, the batch begins again and has them for itself.

mod beside;
mod chats;
mod messages;
mod purge;

use async_trait::async_trait;
use sqlx::mysql::MySqlConnection;

use super::transaction::{Patience, in_transaction, once};
use super::{MysqlStore, applications, dead_letters};
use crate::clock::Timestamp;
use crate::fault::{Kind, Outcome};
use crate::store::rows::{ApplicationStep, Living, Step, Steps, What, gather, moved};
use crate::store::{Ingest, Logged, NewDeadLetter, Persisted, Purged};

/// How a batch holds its applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// With others: none of them changes.
    Shared,
    /// Alone.
    Alone,
}

/// What came of a batch.
enum Attempt<T> {
    Done(T),
    /// Nothing was written: it must hold its applications alone.
    HoldAlone,
}

#[async_trait]
impl Ingest for MysqlStore {
    async fn persist(&self, batch: &[Logged]) -> Outcome<Persisted> {
        let mut patience = Patience::default();
        let mut hold = Hold::Shared;
        loop {
            let steps = Steps::of(batch)?;
            if steps.steps.iter().any(|step| !matches!(step.what, What::Message(..))) {
                hold = Hold::Alone;
            }
            match once(&self.pool, move |db| Box::pin(persist(db, steps, hold))).await {
                Ok(Attempt::Done(persisted)) => return Ok(persisted),
                Ok(Attempt::HoldAlone) => hold = Hold::Alone,
                Err(failure) if patience.bears(&failure).await => {}
                Err(failure) => return Err(failure),
            }
        }
    }

    async fn restore(&self, steps: Vec<Step>) -> Outcome<()> {
        let steps = Steps::restored(steps);
        // Held alone it is done at once.
        in_transaction(&self.pool, move |db| Box::pin(persist(db, steps.clone(), Hold::Alone))).await.map(|_| ())
    }

    async fn park(&self, dead: &NewDeadLetter) -> Outcome<i64> {
        let letter = dead.clone();
        let parked = in_transaction(&self.pool, move |db| Box::pin(park(db, letter.clone()))).await;
        match parked {
            // Its place cannot even be marked (a number that there cannot be): the letter alone tells of it.
            Err(refused) if refused.kind == Kind::Refused => {
                let letter = dead.clone();
                in_transaction(&self.pool, move |db| Box::pin(park_alone(db, letter.clone()))).await
            }
            parked => parked,
        }
    }

    async fn purge(&self, keys_before: Timestamp, limit: u32) -> Outcome<Purged> {
        in_transaction(&self.pool, move |db| Box::pin(purge::purge(db, keys_before, limit))).await
    }
}

async fn persist(db: &mut MySqlConnection, batch: Steps, hold: Hold) -> Outcome<Attempt<Persisted>> {
    let Steps { steps, keys, checkpoints } = batch;
    let apps = steps.iter().map(|step| step.app).chain(keys.values().map(|(app, ..)| *app)).collect();
    let mut living = beside::hold_living(db, apps, hold).await?;
    let steps = change_applications(db, steps, &mut living).await?;
    let mut persisted = Persisted::default();

    let mut work = gather(steps, &living);
    chats::hold(db, &mut work).await?;
    for chat in &mut work {
        chat.apply_to_chat(&mut persisted);
    }
    if hold == Hold::Shared && (chats::any_new(&work) || !moved(&work).chats.is_empty()) {
        return Ok(Attempt::HoldAlone);
    }
    chats::insert_new(db, &mut work).await?;
    messages::find_tops(db, &mut work).await?;
    let mut stored = messages::load(db, &work).await?;
    let changes: Vec<_> =
        work.iter_mut().flat_map(|chat| chat.apply_to_messages(&mut stored, &mut persisted)).collect();

    let moved = moved(&work);
    chats::save(db, work).await?;
    messages::save(db, &changes).await?;
    beside::count_chats(db, &moved).await?;
    beside::remember_keys(db, keys, &living).await?;
    beside::settle(db, checkpoints, moved.messages).await?;
    Ok(Attempt::Done(persisted))
}

/// Does what concerns applications, and gives back the rest. Who is deleted lives no more.
async fn change_applications(db: &mut MySqlConnection, steps: Vec<Step>, living: &mut Living) -> Outcome<Vec<Step>> {
    let mut rest = Vec::with_capacity(steps.len());
    for step in steps {
        match step.what {
            What::Application(ApplicationStep::Rename(name)) => {
                applications::rename(db, step.app, &name, step.id, step.at).await?;
            }
            What::Application(ApplicationStep::Delete) => {
                applications::delete(db, step.app, step.at).await?;
                living.remove(&step.app);
            }
            What::Chat(..) | What::Message(..) => rest.push(step),
        }
    }
    Ok(rest)
}

async fn park(db: &mut MySqlConnection, dead: NewDeadLetter) -> Outcome<i64> {
    // Held alone it is done at once.
    persist(db, Steps::burial_of(&dead), Hold::Alone).await?;
    dead_letters::insert(db, &dead).await
}

async fn park_alone(db: &mut MySqlConnection, dead: NewDeadLetter) -> Outcome<i64> {
    dead_letters::insert(db, &dead).await
}

/// What a batch and a purge wait for, for tests of how it is executed.
#[cfg(test)]
pub fn statements() -> Vec<(&'static str, &'static str)> {
    vec![
        ("sharing a batch's applications", beside::SHARE),
        ("holding a batch's applications", beside::HOLD),
        ("counting chats", beside::COUNT_CHATS),
        ("checkpoints", beside::SETTLE),
        ("a batch's chats", chats::HOLD),
        ("ids of new chats", chats::IDS),
        ("the greatest messages", messages::TOPS),
        ("a batch's messages", messages::LOAD),
        ("what is to be purged next", purge::NEXT),
        ("purging a chat", purge::MESSAGES_OF_CHAT),
        ("what of an application is to be purged", purge::MESSAGES_OF_APPLICATION),
        ("purging an application's messages", purge::REMOVE),
        ("purging an application's chats", purge::CHATS_OF_APPLICATION),
        ("pruning keys", purge::KEYS),
    ]
}
