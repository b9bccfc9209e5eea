//! Entries of the log, decoded as far as this version can. Looking takes nothing from any group.

use std::fmt::Write as _;
use std::time::Duration;

use super::{Asked, DEFAULT_LIMIT, Installation, MAX_LIMIT, OpsError, Thing, limit};
use crate::api::types::admin::{
    EntriesQuery, EntryBody, EntryDetail, EntryProgress, EntryStanding, List, LogEntry, RawPayload,
};
use crate::domain::PARTITIONS;
use crate::fault::Outcome;
use crate::queue::{DecodeError, Entry, EntryId, Group, Look, Record};

/// Pending entries looked through for one that is asked for: more than workers take at a time.
const PENDING_LOOKED_THROUGH: usize = 20_000;

impl Installation {
    /// Entries of the log in the order of their ids, each decoded or as its bytes.
    pub async fn entries(&self, query: &EntriesQuery) -> Asked<List<LogEntry>> {
        let limit = limit(query.limit, DEFAULT_LIMIT, MAX_LIMIT)? as usize;
        if query.partition.is_some_and(|partition| partition >= PARTITIONS) {
            return Err(OpsError::Invalid { field: "partition", reason: format!("must be below {PARTITIONS}") });
        }
        let look =
            Look { after: query.after.unwrap_or_default(), newest: query.newest, partition: query.partition, limit };
        let mut items: Vec<_> = self.queue.look(look).await?.iter().map(log_entry).collect();
        if query.newest {
            // Whichever way they were taken, they are read from the oldest to the newest.
            items.sort_by_key(|entry| entry.id);
            return Ok(List::whole(items));
        }
        Ok(List::page(items, limit, |last| last.id.to_string()))
    }

    /// One entry, where it is still on the log, with how far it is in each queue.
    pub async fn entry(&self, id: EntryId) -> Asked<EntryDetail> {
        let record = self.queue.entry(id).await?.ok_or(OpsError::NotFound(Thing::Entry))?;
        let mut progress = Vec::with_capacity(Group::ALL.len());
        for queue in Group::ALL {
            progress.push(self.progress(queue, &record).await?);
        }
        Ok(EntryDetail { entry: log_entry(&record), progress })
    }

    /// How far an entry that is on the log is in a queue.
    pub(super) async fn progress(&self, queue: Group, record: &Record) -> Outcome<EntryProgress> {
        let held = self.queue.pending(queue, Duration::ZERO, PENDING_LOOKED_THROUGH).await?;
        if let Some(held) = held.into_iter().find(|held| held.id == record.id && held.partition == record.partition) {
            let (consumer, deliveries) = (Some(held.consumer), Some(held.deliveries));
            let delivered_at = Some(held.delivered_at);
            return Ok(EntryProgress { queue, standing: EntryStanding::Pending, delivered_at, consumer, deliveries });
        }
        let done = self.queue.settled(queue, record.partition, record.id, Duration::ZERO).await?;
        let partitions = if done { Vec::new() } else { self.queue.group_partitions(queue).await? };
        let delivered = partitions.iter().find(|(partition, _)| *partition == record.partition);
        // Delivered and not pending: acknowledged, though something before it is not.
        let done = done || delivered.is_some_and(|(_, status)| status.last_delivered >= record.id);
        let standing = if done { EntryStanding::Acknowledged } else { EntryStanding::Waiting };
        Ok(EntryProgress { queue, standing, delivered_at: None, consumer: None, deliveries: None })
    }
}

fn log_entry(record: &Record) -> LogEntry {
    let decoded = Entry::decode(record);
    let kind = match &decoded {
        Ok(entry) => entry.job.kind(),
        Err(DecodeError::Newer(_)) => "newer",
        Err(DecodeError::Undecodable(_)) => "undecodable",
    };
    let kind = kind.to_owned();
    let (entry, raw) = body(record, decoded);
    LogEntry {
        id: record.id,
        partition: record.partition,
        at: record.id.at(),
        number: record.number,
        kind,
        size_bytes: record.payload.len() as u64,
        entry,
        raw,
    }
}

/// What a record says, or its bytes.
pub(super) fn body(record: &Record, decoded: Result<Entry, DecodeError>) -> (Option<EntryBody>, Option<RawPayload>) {
    match decoded {
        Ok(entry) => (Some(entry_body(entry)), None),
        Err(cause) => (None, Some(raw(&record.payload, &cause))),
    }
}

fn entry_body(entry: Entry) -> EntryBody {
    EntryBody {
        key: entry.sequence().to_string(),
        application_id: entry.app.0,
        chat_number: entry.chat,
        accepted_at: entry.at,
        request_id: entry.request_id,
        idempotent: entry.once.is_some(),
        job: entry.job,
    }
}

fn raw(payload: &[u8], cause: &DecodeError) -> RawPayload {
    let payload_hex = payload.iter().fold(String::with_capacity(payload.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    let payload_text = std::str::from_utf8(payload).ok().map(str::to_owned);
    RawPayload { note: cause.to_string(), payload_hex, payload_text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::domain::AppId;
    use crate::queue::Job;

    #[test]
    fn an_entry_is_shown_decoded_and_rubbish_as_bytes_and_text() {
        let job = Job::CreateMessage { content: "hé".into(), sender: None, sent_at: None };
        let entry = Entry {
            app: AppId(7),
            chat: Some(3),
            number: 5,
            job,
            at: Timestamp::from_millis(1),
            request_id: "r".into(),
            once: None,
        };
        let id = EntryId::new(1_717_000_000_000, 3);
        let record = Record { id, partition: 9, number: 5, payload: entry.encode() };
        let shown = serde_json::to_value(log_entry(&record)).expect("serialises");
        assert_eq!(shown["kind"], "create_message");
        assert_eq!(shown["entry"]["key"], "7:3");
        assert_eq!(shown["entry"]["job"]["content"], "hé");
        assert!(shown.get("raw").is_none());
        let back: LogEntry = serde_json::from_value(shown).expect("reads back");
        assert_eq!(back, log_entry(&record));

        let rubbish = log_entry(&Record { payload: vec![0xff, b'a'].into(), ..record.clone() });
        assert_eq!((rubbish.kind.as_str(), rubbish.entry), ("undecodable", None));
        let raw = rubbish.raw.expect("bytes");
        assert_eq!((raw.payload_hex.as_str(), raw.payload_text), ("ff61", None));

        let newer = log_entry(&Record { payload: br#"{"v":99}"#.to_vec().into(), ..record });
        assert_eq!(newer.kind, "newer");
        assert_eq!(newer.raw.expect("bytes").payload_text.as_deref(), Some(r#"{"v":99}"#));
    }
}
