//! What queues and entries of the log look like: the columns of each.

use chat_shared::api::types::admin::{
    EntryBody, EntryDetail, EntryProgress, Log, LogEntry, PendingEntry, QueuePartition, QueueStatus, RawPayload,
};
use chat_shared::queue::Group;

use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::{any_object, inside};

/// A queue with the log that it reads.
pub struct Queue {
    pub status: QueueStatus,
    pub log: Log,
}

impl Record for Queue {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("queue", Holds::Word, |queue: &Self| queue.status.queue.name().into()),
            Column::new("depth", Holds::Number, |queue| queue.status.depth.into()),
            Column::new("lag", Holds::Number, |queue| queue.status.lag.into()),
            Column::new("pending", Holds::Number, |queue| queue.status.pending.into()),
            Column::new("oldest_age_ms", Holds::Millis, |queue: &Self| queue.status.oldest_age_ms.into()).or_null(),
            Column::new("state", Holds::State, |queue: &Self| queue.status.state.name().into()),
            Column::new("oldest_at", Holds::Time, |queue: &Self| queue.status.oldest_at.into()).or_null().asked(),
            Column::new("last_delivered", Holds::Word, |queue: &Self| {
                queue.status.last_delivered.map(|id| id.to_string()).into()
            })
            .or_null()
            .asked(),
            Column::new("log_entries", Holds::Number, |queue: &Self| queue.log.entries.into()).asked(),
            Column::new("log_size_bytes", Holds::Bytes, |queue: &Self| queue.log.size_bytes.into()).asked(),
            Column::new("log_fill", Holds::Fraction, |queue: &Self| queue.log.fill.into()).asked(),
            Column::new("partitions", Holds::Text, |queue: &Self| Value::json(&queue.status.partitions))
                .inside(inside::<Vec<QueuePartition>>)
                .asked(),
        ]
    }

    fn name(&self) -> String {
        self.status.queue.name().to_owned()
    }
}

/// A queue in one partition.
pub struct Part {
    pub queue: Group,
    pub status: QueuePartition,
}

impl Record for Part {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("queue", Holds::Word, |part: &Self| part.queue.name().into()),
            Column::new("partition", Holds::Number, |part| part.status.partition.into()),
            Column::new("depth", Holds::Number, |part| part.status.depth.into()),
            Column::new("lag", Holds::Number, |part| part.status.lag.into()),
            Column::new("pending", Holds::Number, |part| part.status.pending.into()),
            Column::new("oldest_age_ms", Holds::Millis, |part: &Self| part.status.oldest_age_ms.into()).or_null(),
            Column::new("last_delivered", Holds::Word, |part: &Self| {
                part.status.last_delivered.map(|id| id.to_string()).into()
            })
            .or_null(),
        ]
    }

    fn name(&self) -> String {
        format!("{} {}", self.queue.name(), self.status.partition)
    }
}

/// An entry as a queue sees it.
pub struct Seen {
    pub entry: LogEntry,
    pub delivered: bool,
}

impl Record for Seen {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Word, |seen: &Self| seen.entry.id.to_string().into()),
            Column::new("at", Holds::Time, |seen| seen.entry.at.into()),
            Column::new("standing", Holds::Word, |seen| if seen.delivered { "delivered" } else { "waiting" }.into()),
            Column::new("kind", Holds::Word, |seen| (&seen.entry.kind).into()),
            Column::new("key", Holds::Word, |seen: &Self| {
                seen.entry.entry.as_ref().map(|entry| entry.key.clone()).into()
            })
            .or_null(),
            Column::new("number", Holds::Number, |seen| seen.entry.number.into()),
            Column::new("partition", Holds::Number, |seen: &Self| seen.entry.partition.into()).wide(),
            Column::new("size_bytes", Holds::Bytes, |seen: &Self| seen.entry.size_bytes.into()).wide(),
            Column::new("request_id", Holds::Word, |seen: &Self| {
                seen.entry.entry.as_ref().map(|entry| entry.request_id.clone()).into()
            })
            .or_null()
            .wide(),
            Column::new("job", Holds::Text, |seen: &Self| match (&seen.entry.entry, &seen.entry.raw) {
                (Some(entry), _) => Value::json(&entry.job),
                (None, raw) => Value::json(raw),
            })
            .or_null()
            .inside(any_object),
        ]
    }

    fn name(&self) -> String {
        self.entry.id.to_string()
    }
}

impl Record for EntryDetail {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Word, |one: &Self| one.entry.id.to_string().into()),
            Column::new("at", Holds::Time, |one| one.entry.at.into()),
            Column::new("partition", Holds::Number, |one| one.entry.partition.into()),
            Column::new("kind", Holds::Word, |one| (&one.entry.kind).into()),
            Column::new("number", Holds::Number, |one| one.entry.number.into()),
            Column::new("size_bytes", Holds::Bytes, |one| one.entry.size_bytes.into()),
            Column::new("progress", Holds::Text, |one: &Self| Value::json(&one.progress))
                .inside(inside::<Vec<EntryProgress>>),
            Column::new("entry", Holds::Text, |one: &Self| match &one.entry.entry {
                Some(entry) => Value::json(entry),
                None => Value::Null,
            })
            .or_null()
            .inside(inside::<EntryBody>),
            Column::new("raw", Holds::Text, |one: &Self| match &one.entry.raw {
                Some(raw) => Value::json(raw),
                None => Value::Null,
            })
            .or_null()
            .inside(inside::<RawPayload>),
        ]
    }

    fn name(&self) -> String {
        self.entry.id.to_string()
    }
}

impl Record for PendingEntry {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("id", Holds::Word, |held: &Self| held.id.to_string().into()),
            Column::new("partition", Holds::Number, |held| held.partition.into()),
            Column::new("consumer", Holds::Word, |held| (&held.consumer).into()),
            Column::new("deliveries", Holds::Number, |held| held.deliveries.into()),
            Column::new("idle_ms", Holds::Millis, |held| held.idle_ms.into()),
            Column::new("delivered_at", Holds::Time, |held: &Self| held.delivered_at.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.id.to_string()
    }
}
