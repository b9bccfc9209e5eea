//! The statements of `queue.db`, one function each.

use std::collections::HashMap;

use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{QueryBuilder, Row, Sqlite, SqliteExecutor};

use super::ledger::{Answered, Draft, ENTRY_OVERHEAD, Stored, Written};
use crate::domain::{AppId, PARTITIONS, Partition, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Confirmation, Counter, EntryId, Epoch, Group, KeyHash, Look, Receipt, Record};
use crate::sqlite;

/// Rows of a multi-row statement. There is one for each smaller number too, and all of them stay prepared: a statement
/// more costs a group commit more than the memory (about 15 KiB each) is worth.
const ROWS: usize = 64;

fn fault(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |cause| sqlite::fault(Part::Queue, doing, cause)
}

pub async fn begin(db: &mut SqliteConnection) -> Outcome<()> {
    sqlx::query("BEGIN IMMEDIATE").execute(db).await.map_err(fault("begin a transaction"))?;
    Ok(())
}

pub async fn commit(db: &mut SqliteConnection) -> Outcome<()> {
    sqlx::query("COMMIT").execute(db).await.map_err(fault("commit a transaction"))?;
    Ok(())
}

pub async fn load_counters(db: &mut SqliteConnection, draft: &mut Draft<'_>, sequences: &[Sequence]) -> Outcome<()> {
    if sequences.is_empty() {
        return Ok(());
    }
    let owners: Vec<String> = sequences.iter().map(Sequence::to_string).collect();
    let rows = sqlx::query(
        "SELECT owner, n, epoch, check_value, seed, closed FROM counters
         WHERE owner IN (SELECT value FROM json_each(?))",
    )
    .bind(serde_json::json!(owners).to_string())
    .fetch_all(db)
    .await
    .map_err(fault("read counters"))?;
    for sequence in sequences {
        draft.load_counter(*sequence, None);
    }
    for row in rows {
        let (sequence, stored) = stored(&row)?;
        draft.load_counter(sequence, Some(stored));
    }
    Ok(())
}

pub async fn load_keys(db: &mut SqliteConnection, draft: &mut Draft<'_>, keys: &[KeyHash]) -> Outcome<()> {
    for keys in keys.chunks(ROWS) {
        let mut query = QueryBuilder::<Sqlite>::new("SELECT id, key, body, first, count FROM once WHERE key IN (");
        let mut list = query.separated(", ");
        for key in keys {
            list.push_bind(key.as_slice());
        }
        query.push(")");
        for row in query.build().fetch_all(&mut *db).await.map_err(fault("read idempotency keys"))? {
            let (key, answered) = answered(&row)?;
            draft.load_key(key, Some(answered));
        }
    }
    Ok(())
}

pub async fn load_changes(db: &mut SqliteConnection, draft: &mut Draft<'_>, places: &[(Sequence, u32)]) -> Outcome<()> {
    for (sequence, number) in places {
        let id: Option<i64> = sqlx::query_scalar("SELECT id FROM changes WHERE owner = ? AND number = ?")
            .bind(sequence.to_string())
            .bind(number)
            .fetch_optional(&mut *db)
            .await
            .map_err(fault("read the last change"))?;
        if let Some(id) = id {
            draft.load_change(*sequence, *number, EntryId::from_column(id));
        }
    }
    Ok(())
}

pub async fn write(db: &mut SqliteConnection, written: &Written) -> Outcome<()> {
    append(db, &written.records).await?;
    set_counters(db, &written.counters).await?;
    remember_keys(db, &written.keys).await?;
    remember_changes(db, &written.changes).await
}

async fn append(db: &mut SqliteConnection, records: &[Record]) -> Outcome<()> {
    for rows in records.chunks(ROWS) {
        let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO log (id, partition, number, payload) ");
        query.push_values(rows, |mut row, record| {
            row.push_bind(record.id.to_column())
                .push_bind(record.partition)
                .push_bind(record.number)
                .push_bind(record.payload.as_ref());
        });
        query.build().execute(&mut *db).await.map_err(fault("append to the log"))?;
    }
    Ok(())
}

async fn set_counters(db: &mut SqliteConnection, counters: &[(Sequence, Stored)]) -> Outcome<()> {
    for rows in counters.chunks(ROWS) {
        let mut query =
            QueryBuilder::<Sqlite>::new("INSERT INTO counters (owner, n, epoch, check_value, seed, closed) ");
        query.push_values(rows, |mut row, (sequence, stored)| {
            row.push_bind(sequence.to_string())
                .push_bind(stored.n)
                .push_bind(stored.epoch)
                .push_bind(stored.check)
                .push_bind(stored.seed.to_column())
                .push_bind(stored.closed);
        });
        query.push(
            " ON CONFLICT (owner) DO UPDATE SET n = excluded.n, epoch = excluded.epoch,
              check_value = excluded.check_value, seed = excluded.seed, closed = excluded.closed",
        );
        query.build().execute(&mut *db).await.map_err(fault("set counters"))?;
    }
    Ok(())
}

async fn remember_keys(db: &mut SqliteConnection, keys: &[(KeyHash, Answered)]) -> Outcome<()> {
    for rows in keys.chunks(ROWS) {
        let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO once (id, key, body, first, count) ");
        query.push_values(rows, |mut row, (key, answered)| {
            row.push_bind(answered.receipt.last_id.to_column())
                .push_bind(key.as_slice())
                .push_bind(answered.body.as_slice())
                .push_bind(answered.receipt.first)
                .push_bind(answered.receipt.count);
        });
        query.build().execute(&mut *db).await.map_err(fault("remember idempotency keys"))?;
    }
    Ok(())
}

async fn remember_changes(db: &mut SqliteConnection, changes: &[(Sequence, u32, EntryId)]) -> Outcome<()> {
    for (sequence, number, id) in changes {
        sqlx::query(
            "INSERT INTO changes (id, owner, number) VALUES (?, ?, ?)
             ON CONFLICT (owner, number) DO UPDATE SET id = excluded.id",
        )
        .bind(id.to_column())
        .bind(sequence.to_string())
        .bind(number)
        .execute(&mut *db)
        .await
        .map_err(fault("remember a change"))?;
    }
    Ok(())
}

pub async fn set_delivered(db: &mut SqliteConnection, group: Group, through: EntryId) -> Outcome<()> {
    sqlx::query("UPDATE groups SET delivered = max(delivered, ?) WHERE name = ?")
        .bind(through.to_column())
        .bind(group.name())
        .execute(db)
        .await
        .map_err(fault("record what was delivered"))?;
    Ok(())
}

pub async fn set_acked(db: &mut SqliteConnection, group: Group, floor: EntryId) -> Outcome<()> {
    sqlx::query("UPDATE groups SET acked = max(acked, ?) WHERE name = ?")
        .bind(floor.to_column())
        .bind(group.name())
        .execute(db)
        .await
        .map_err(fault("record what was acknowledged"))?;
    Ok(())
}

pub async fn suspect(db: &mut SqliteConnection, group: Group, id: EntryId) -> Outcome<u32> {
    sqlx::query_scalar(
        "INSERT INTO deliveries (name, id, times, suspect) VALUES (?, ?, 0, 1)
         ON CONFLICT (name, id) DO UPDATE SET suspect = suspect + 1 RETURNING suspect",
    )
    .bind(group.name())
    .bind(id.to_column())
    .fetch_one(db)
    .await
    .map_err(fault("record that an entry is worked on alone"))
}

/// Removes at most `limit` entries with ids below `below`: the last id removed, how many, how many bytes.
pub async fn trim(db: &mut SqliteConnection, below: EntryId, limit: u32) -> Outcome<(EntryId, u64, u64)> {
    let (through, entries, bytes): (i64, i64, i64) = sqlx::query_as(
        "SELECT coalesce(max(id), 0), count(*), coalesce(sum(length(payload)), 0)
         FROM (SELECT id, payload FROM log WHERE id < ? ORDER BY id LIMIT ?)",
    )
    .bind(below.to_column())
    .bind(limit)
    .fetch_one(&mut *db)
    .await
    .map_err(fault("look for entries to trim"))?;
    if entries > 0 {
        // The log may be empty afterwards: its last id must not be found below what was committed of it (N-CHECKPOINT).
        set_meta_max(db, "last_id", EntryId::from_column(through)).await?;
        sqlx::query("DELETE FROM log WHERE id <= ?")
            .bind(through)
            .execute(&mut *db)
            .await
            .map_err(fault("trim the log"))?;
    }
    let entries = u64::try_from(entries).unwrap_or(0);
    Ok((EntryId::from_column(through), entries, u64::try_from(bytes).unwrap_or(0) + entries * ENTRY_OVERHEAD))
}

/// Removes what is remembered of requests whose last entry has an id below `below`.
pub async fn prune(db: &mut SqliteConnection, below: EntryId, limit: u32) -> Outcome<()> {
    for statement in [
        "DELETE FROM once WHERE id IN (SELECT id FROM once WHERE id < ?1 ORDER BY id LIMIT ?2)",
        "DELETE FROM changes WHERE id IN (SELECT id FROM changes WHERE id < ?1 ORDER BY id LIMIT ?2)",
        // A counter that waited a day for its seed was asked for by somebody who guessed a chat's number.
        "DELETE FROM counters WHERE n IS NULL AND closed = 0 AND seed < ?1",
        "DELETE FROM deliveries WHERE id < (SELECT acked FROM groups WHERE groups.name = deliveries.name) OR id < ?1",
    ] {
        sqlx::query(statement)
            .bind(below.to_column())
            .bind(limit)
            .execute(&mut *db)
            .await
            .map_err(fault("forget old idempotency keys"))?;
    }
    Ok(())
}

/// Epochs and the floor of all ids, in the caller's one transaction (N-JUMP-WITH-KEY). The log stays (N-KEEP-LOG).
pub async fn enter(db: &mut SqliteConnection, confirmation: &Confirmation) -> Outcome<()> {
    let mut floor = EntryId::ZERO;
    for (partition, (epoch, above)) in (0i64..).zip(&confirmation.partitions) {
        floor = floor.max(*above);
        sqlx::query(
            "INSERT INTO partitions (partition, epoch) VALUES (?, ?)
             ON CONFLICT (partition) DO UPDATE SET epoch = excluded.epoch",
        )
        .bind(partition)
        .bind(epoch)
        .execute(&mut *db)
        .await
        .map_err(fault("set the epochs"))?;
    }
    set_meta_max(db, "last_id", floor).await?;
    set_meta(db, "installation", &confirmation.installation).await?;
    set_meta(db, "confirmation", &confirmation.number.to_string()).await
}

pub async fn set_meta(db: &mut SqliteConnection, key: &str, value: &str) -> Outcome<()> {
    sqlx::query("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(key)
        .bind(value)
        .execute(db)
        .await
        .map_err(fault("record the state of the queue"))?;
    Ok(())
}

async fn set_meta_max(db: &mut SqliteConnection, key: &str, id: EntryId) -> Outcome<()> {
    let known = meta(&mut *db, key).await?.and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
    set_meta(db, key, &known.max(id.to_column()).to_string()).await
}

pub async fn meta(db: impl SqliteExecutor<'_>, key: &str) -> Outcome<Option<String>> {
    sqlx::query_scalar("SELECT value FROM meta WHERE key = ?")
        .bind(key)
        .fetch_optional(db)
        .await
        .map_err(fault("read the state of the queue"))
}

pub async fn epochs(db: impl SqliteExecutor<'_>) -> Outcome<[Option<Epoch>; PARTITIONS as usize]> {
    let rows: Vec<(u16, Epoch)> = sqlx::query_as("SELECT partition, epoch FROM partitions")
        .fetch_all(db)
        .await
        .map_err(fault("read the epochs"))?;
    let mut epochs = [None; PARTITIONS as usize];
    for (partition, epoch) in rows {
        if let Some(place) = epochs.get_mut(usize::from(partition)) {
            *place = Some(epoch);
        }
    }
    Ok(epochs)
}

/// The greatest id on the log.
pub async fn newest(db: impl SqliteExecutor<'_>) -> Outcome<EntryId> {
    let id: i64 = sqlx::query_scalar("SELECT coalesce(max(id), 0) FROM log")
        .fetch_one(db)
        .await
        .map_err(fault("read the log's last id"))?;
    Ok(EntryId::from_column(id))
}

/// A group's acknowledged floor and delivered mark, made at 0 where it is missing, never at the log's end
/// (W-GROUP-AT-ZERO).
pub async fn group(db: &mut SqliteConnection, group: Group) -> Outcome<(EntryId, EntryId)> {
    sqlx::query("INSERT OR IGNORE INTO groups (name, acked, delivered) VALUES (?, 0, 0)")
        .bind(group.name())
        .execute(&mut *db)
        .await
        .map_err(fault("make a group"))?;
    group_marks(db, group).await
}

/// A group's acknowledged floor and delivered mark; 0 where it is missing.
pub async fn group_marks(db: impl SqliteExecutor<'_>, group: Group) -> Outcome<(EntryId, EntryId)> {
    let marks: Option<(i64, i64)> = sqlx::query_as("SELECT acked, delivered FROM groups WHERE name = ?")
        .bind(group.name())
        .fetch_optional(db)
        .await
        .map_err(fault("read a group"))?;
    let (acked, delivered) = marks.unwrap_or_default();
    Ok((EntryId::from_column(acked), EntryId::from_column(delivered)))
}

/// Counts one delivery more for what was in somebody's hands when the process ended, and gives all such counts.
pub async fn redeliver(
    db: &mut SqliteConnection,
    group: Group,
    acked: EntryId,
    delivered: EntryId,
) -> Outcome<HashMap<EntryId, u32>> {
    sqlx::query(
        "INSERT INTO deliveries (name, id, times, suspect) SELECT ?, id, 1, 0 FROM log WHERE id > ? AND id <= ?
         ON CONFLICT (name, id) DO UPDATE SET times = times + 1",
    )
    .bind(group.name())
    .bind(acked.to_column())
    .bind(delivered.to_column())
    .execute(&mut *db)
    .await
    .map_err(fault("count deliveries"))?;
    deliveries(db, group, acked).await
}

/// How often entries after `acked` were delivered before the last start, where they were.
pub async fn deliveries(db: impl SqliteExecutor<'_>, group: Group, acked: EntryId) -> Outcome<HashMap<EntryId, u32>> {
    let rows: Vec<(i64, u32)> = sqlx::query_as("SELECT id, times FROM deliveries WHERE name = ? AND id > ?")
        .bind(group.name())
        .bind(acked.to_column())
        .fetch_all(db)
        .await
        .map_err(fault("read deliveries"))?;
    Ok(rows.into_iter().map(|(id, times)| (EntryId::from_column(id), times)).collect())
}

/// How many entries there are after `after`.
pub async fn count_after(db: impl SqliteExecutor<'_>, after: EntryId) -> Outcome<u64> {
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM log WHERE id > ?")
        .bind(after.to_column())
        .fetch_one(db)
        .await
        .map_err(fault("count the log"))?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// How many entries each partition has after `after`, up to and with `to`.
pub async fn count_partitions(
    db: impl SqliteExecutor<'_>,
    after: EntryId,
    to: EntryId,
) -> Outcome<Vec<(Partition, u32)>> {
    sqlx::query_as("SELECT partition, count(*) FROM log WHERE id > ? AND id <= ? GROUP BY partition ORDER BY partition")
        .bind(after.to_column())
        .bind(to.to_column())
        .fetch_all(db)
        .await
        .map_err(fault("count the log's partitions"))
}

/// Entries and bytes of the whole log.
pub async fn size(db: impl SqliteExecutor<'_>) -> Outcome<(u64, u64)> {
    let (entries, bytes): (i64, i64) = sqlx::query_as("SELECT count(*), coalesce(sum(length(payload)), 0) FROM log")
        .fetch_one(db)
        .await
        .map_err(fault("measure the log"))?;
    let entries = u64::try_from(entries).unwrap_or(0);
    Ok((entries, u64::try_from(bytes).unwrap_or(0) + entries * ENTRY_OVERHEAD))
}

/// Entries after `after`, up to and with `to`, at most `limit`.
pub async fn range(db: impl SqliteExecutor<'_>, after: EntryId, to: EntryId, limit: usize) -> Outcome<Vec<Record>> {
    let rows =
        sqlx::query("SELECT id, partition, number, payload FROM log WHERE id > ? AND id <= ? ORDER BY id LIMIT ?")
            .bind(after.to_column())
            .bind(to.to_column())
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(db)
            .await
            .map_err(fault("read the log"))?;
    rows.iter().map(record).collect()
}

/// Entries as an operator looks at them.
pub async fn look(db: impl SqliteExecutor<'_>, at: Look) -> Outcome<Vec<Record>> {
    let direction = if at.newest { "DESC" } else { "ASC" };
    let mut query = QueryBuilder::<Sqlite>::new("SELECT id, partition, number, payload FROM log WHERE id > ");
    query.push_bind(at.after.to_column());
    if let Some(partition) = at.partition {
        query.push(" AND partition = ").push_bind(partition);
    }
    query.push(" ORDER BY id ").push(direction).push(" LIMIT ").push_bind(i64::try_from(at.limit).unwrap_or(1_000));
    let rows = query.build().fetch_all(db).await.map_err(fault("look at the log"))?;
    let mut records = rows.iter().map(record).collect::<Outcome<Vec<_>>>()?;
    if at.newest {
        records.reverse();
    }
    Ok(records)
}

/// Entries of these ids.
pub async fn by_id(db: impl SqliteExecutor<'_>, ids: &[EntryId]) -> Outcome<Vec<Record>> {
    let ids: Vec<i64> = ids.iter().map(|id| id.to_column()).collect();
    let rows = sqlx::query(
        "SELECT id, partition, number, payload FROM log WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
    )
    .bind(serde_json::json!(ids).to_string())
    .fetch_all(db)
    .await
    .map_err(fault("read entries"))?;
    rows.iter().map(record).collect()
}

/// The newest entries of a partition after `after`, newest first.
pub async fn newest_of(
    db: impl SqliteExecutor<'_>,
    partition: Partition,
    after: EntryId,
    limit: usize,
) -> Outcome<Vec<Record>> {
    let rows = sqlx::query(
        "SELECT id, partition, number, payload FROM log WHERE id > ? AND partition = ? ORDER BY id DESC LIMIT ?",
    )
    .bind(after.to_column())
    .bind(partition)
    .bind(i64::try_from(limit).unwrap_or(i64::MAX))
    .fetch_all(db)
    .await
    .map_err(fault("read a partition's entries"))?;
    rows.iter().map(record).collect()
}

/// The counters of these sequences, in their order.
pub async fn counters(db: impl SqliteExecutor<'_>, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>> {
    let owners: Vec<String> = sequences.iter().map(Sequence::to_string).collect();
    let rows = sqlx::query(
        "SELECT owner, n, epoch, check_value, seed, closed FROM counters WHERE owner IN (SELECT value FROM json_each(?))",
    )
    .bind(serde_json::json!(owners).to_string())
    .fetch_all(db)
    .await
    .map_err(fault("read counters"))?;
    let held: HashMap<Sequence, Stored> = rows.iter().map(stored).collect::<Outcome<_>>()?;
    Ok(sequences.iter().map(|sequence| held.get(sequence).map(Stored::as_counter)).collect())
}

/// Counters in the order of their sequences: by application, its chats' counter first, then by chat. They come as one text:
/// a row by itself costs a switch between SQLite's thread and the reader's.
pub async fn counters_after(
    db: impl SqliteExecutor<'_>,
    app: Option<AppId>,
    after: Option<Sequence>,
    limit: usize,
) -> Outcome<Vec<(Sequence, Counter)>> {
    let (after_app, after_chat) = after.map_or((0, -1), |after| (after.app().0, after.chat().map_or(0, i64::from)));
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT json_group_array(json_array(owner, n, epoch, check_value, seed, closed))
         FROM (SELECT owner, n, epoch, check_value, seed, closed FROM counters",
    );
    match app {
        Some(app) => {
            let after_chat = if after_app < app.0 { -1 } else { after_chat };
            query.push(" WHERE application = ").push_bind(app.0).push(" AND chat > ").push_bind(after_chat);
            query.push(" AND application >= ").push_bind(after_app);
        }
        None => {
            query
                .push(" WHERE (application, chat) > (")
                .push_bind(after_app)
                .push(", ")
                .push_bind(after_chat)
                .push(")");
        }
    }
    query.push(" ORDER BY application, chat LIMIT ").push_bind(i64::try_from(limit).unwrap_or(i64::MAX)).push(")");
    let text: String = query.build_query_scalar().fetch_one(db).await.map_err(fault("list counters"))?;
    let rows: Vec<Listed<'_>> =
        serde_json::from_str(&text).map_err(|cause| fault("list counters")(sqlx::Error::Decode(cause.into())))?;
    let counter = |(owner, n, epoch, check, seed, closed): Listed<'_>| {
        let stored = Stored { n, epoch, check, seed: EntryId::from_column(seed), closed: closed != 0 };
        Ok((sequence(owner)?, stored.as_counter()))
    };
    let mut counters = rows.into_iter().map(counter).collect::<Outcome<Vec<_>>>()?;
    // An aggregate promises no order.
    counters.sort_unstable_by_key(|(sequence, _)| (sequence.app(), sequence.chat().unwrap_or(0)));
    Ok(counters)
}

/// A counter's row: owner, n, epoch, check value, seed, whether it is closed.
type Listed<'a> = (&'a str, Option<u32>, Epoch, u32, i64, i64);

fn sequence(owner: &str) -> Outcome<Sequence> {
    owner.parse().map_err(|cause| {
        Fault::new(Part::Queue, Kind::Corrupt, format!("read the counter of {owner:?}")).because(cause)
    })
}

fn stored(row: &SqliteRow) -> Outcome<(Sequence, Stored)> {
    let read = || -> Result<_, sqlx::Error> {
        Ok((
            row.try_get::<String, _>("owner")?,
            Stored {
                n: row.try_get("n")?,
                epoch: row.try_get("epoch")?,
                check: row.try_get("check_value")?,
                seed: EntryId::from_column(row.try_get("seed")?),
                closed: row.try_get("closed")?,
            },
        ))
    };
    let (owner, stored) = read().map_err(fault("read a counter's row"))?;
    Ok((sequence(&owner)?, stored))
}

fn answered(row: &SqliteRow) -> Outcome<(KeyHash, Answered)> {
    let read = || -> Result<_, sqlx::Error> {
        Ok((
            row.try_get::<Vec<u8>, _>("key")?,
            row.try_get::<Vec<u8>, _>("body")?,
            Receipt {
                first: row.try_get("first")?,
                count: row.try_get("count")?,
                last_id: EntryId::from_column(row.try_get("id")?),
                replayed: false,
            },
        ))
    };
    let (key, body, receipt) = read().map_err(fault("read an idempotency key's row"))?;
    let digest = |bytes: Vec<u8>| {
        <[u8; 32]>::try_from(bytes)
            .map_err(|_| Fault::new(Part::Queue, Kind::Corrupt, "read a digest of an idempotency key"))
    };
    Ok((digest(key)?, Answered { body: digest(body)?, receipt }))
}

fn record(row: &SqliteRow) -> Outcome<Record> {
    let read = || -> Result<_, sqlx::Error> {
        Ok(Record {
            id: EntryId::from_column(row.try_get("id")?),
            partition: row.try_get("partition")?,
            number: row.try_get("number")?,
            payload: row.try_get::<Vec<u8>, _>("payload")?.into(),
        })
    };
    read().map_err(fault("read an entry's row"))
}
