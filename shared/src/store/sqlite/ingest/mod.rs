//! How entries become rows of `chat.db`: the rows that a batch is about are read, the row rules applied, and what changed
//! is written, in one transaction of the one writer. The rules themselves are in `store::rows`.

mod beside;
mod chats;
mod messages;
mod purge;

use async_trait::async_trait;
use sqlx::sqlite::SqliteConnection;

use super::{SqliteStore, applications, dead_letters};
use crate::clock::Timestamp;
use crate::fault::{Kind, Outcome};
use crate::store::rows::{ApplicationStep, Step, Steps, What, gather, moved};
use crate::store::{Ingest, Logged, NewDeadLetter, Persisted, Purged};

#[async_trait]
impl Ingest for SqliteStore {
    async fn persist(&self, batch: &[Logged]) -> Outcome<Persisted> {
        let steps = Steps::of(batch)?;
        self.writer.transaction(|db| Box::pin(persist(db, steps))).await
    }

    async fn restore(&self, steps: Vec<Step>) -> Outcome<()> {
        let steps = Steps::restored(steps);
        self.writer.transaction(|db| Box::pin(persist(db, steps))).await.map(|_| ())
    }

    async fn park(&self, dead: &NewDeadLetter) -> Outcome<i64> {
        let (letter, burial) = (dead.clone(), Steps::burial_of(dead));
        match self.writer.transaction(|db| Box::pin(park(db, letter, burial))).await {
            // Its place cannot even be marked (a number that there cannot be): the letter alone tells of it.
            Err(refused) if refused.kind == Kind::Refused => {
                let letter = dead.clone();
                self.writer.transaction(|db| Box::pin(park(db, letter, Steps::default()))).await
            }
            parked => parked,
        }
    }

    async fn purge(&self, keys_before: Timestamp, limit: u32) -> Outcome<Purged> {
        self.writer.transaction(move |db| Box::pin(purge::purge(db, keys_before, limit))).await
    }
}

async fn persist(db: &mut SqliteConnection, batch: Steps) -> Outcome<Persisted> {
    let Steps { steps, keys, checkpoints } = batch;
    let steps = change_applications(db, steps).await?;
    let apps = steps.iter().map(|step| step.app).chain(keys.values().map(|(app, ..)| *app)).collect();
    let living = beside::living(db, apps).await?;
    let mut persisted = Persisted::default();

    let mut work = gather(steps, &living);
    chats::load(db, &mut work).await?;
    for chat in &mut work {
        chat.apply_to_chat(&mut persisted);
    }
    chats::give_ids(db, &mut work).await?;
    let mut stored = messages::load(db, &work).await?;
    let changes = work.iter_mut().flat_map(|chat| chat.apply_to_messages(&mut stored, &mut persisted)).collect();

    let moved = moved(&work);
    chats::save(db, work).await?;
    messages::save(db, changes).await?;
    beside::count(db, moved).await?;
    beside::remember_keys(db, keys, &living).await?;
    beside::raise_checkpoints(db, checkpoints).await?;
    Ok(persisted)
}

/// Does what concerns applications, and gives back the rest.
async fn change_applications(db: &mut SqliteConnection, steps: Vec<Step>) -> Outcome<Vec<Step>> {
    let mut rest = Vec::with_capacity(steps.len());
    for step in steps {
        match step.what {
            What::Application(ApplicationStep::Rename(name)) => {
                applications::rename(db, step.app, &name, step.id, step.at).await?;
            }
            What::Application(ApplicationStep::Delete) => {
                applications::delete(db, step.app, step.at).await?;
            }
            What::Chat(..) | What::Message(..) => rest.push(step),
        }
    }
    Ok(rest)
}

async fn park(db: &mut SqliteConnection, dead: NewDeadLetter, burial: Steps) -> Outcome<i64> {
    persist(db, burial).await?;
    dead_letters::insert(db, &dead).await
}

/// What a batch and a purge wait for, for tests of how it is executed.
#[cfg(test)]
pub fn statements() -> Vec<(&'static str, &'static str)> {
    vec![
        ("a batch's applications", beside::LIVING),
        ("counting chats", beside::COUNT_CHATS.for_one_row()),
        ("checkpoints", beside::RAISE_CHECKPOINTS.for_one_row()),
        ("a batch's chats", chats::LOAD),
        ("the greatest chat's id", chats::GREATEST_ID),
        ("updating chats", chats::UPDATE.for_one_row()),
        ("a batch's messages", messages::LOAD),
        ("updating messages", messages::UPDATE.for_one_row()),
        ("what is to be purged next", purge::NEXT),
        ("purging a chat", purge::MESSAGES_OF_CHAT),
        ("purging an application's messages", purge::MESSAGES_OF_APPLICATION),
        ("purging an application's chats", purge::CHATS_OF_APPLICATION),
        ("pruning keys", purge::KEYS),
    ]
}
