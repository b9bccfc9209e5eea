//! What becomes of a request whose answer was lost: its connection is ended, so that it is not run later; then it is
//! looked for on the log; then it is sent a second time, where it is known not to be there.

use redis::{Cmd, RedisError, Value};

use super::accept::{count_of, unknown};
use super::reply::{self, Failure, Over};
use super::{Shared, ids};
use crate::domain::{PARTITIONS, Partition};
use crate::fault::Outcome;
use crate::queue::{Accept, Accepted, EntryId, Receipt, Record, Work};

/// How many entries are looked through, in steps.
const STEPS: usize = 10;
const STEP: usize = 1_000;

/// Where the first attempt was found.
enum Found {
    /// On the log.
    Here(Receipt),
    /// Nowhere, and it would have been seen.
    Nowhere,
    /// Nowhere, which tells nothing.
    Unsure,
}

impl Shared {
    /// `known` is the last id that was known before the request was sent (N-RETRY-KNOWN). The second attempt carries the
    /// first's epoch and script (N-RETRY-EPOCH).
    pub(super) async fn find_out(
        &self,
        request: &Accept,
        cmd: &Cmd,
        known: EntryId,
        over: Over,
        cause: RedisError,
    ) -> Outcome<Accepted> {
        let partition = request.sequence.partition();
        // N-RETRY-KILL.
        if self.nodes.end(&over).await.is_err() {
            return Err(unknown(cause));
        }
        // N-RETRY-LOOK.
        match self.look_for(request, partition, known).await {
            Ok(Found::Here(receipt)) => return Ok(Accepted::Done(receipt)),
            Ok(Found::Nowhere) => {}
            Ok(Found::Unsure) | Err(_) => return Err(unknown(cause)),
        }
        let answer = self.nodes.call(partition, cmd).await;
        match self.understand(request, answer) {
            Ok(Accepted::Epoch | Accepted::Closed | Accepted::Seed(_)) | Err(_) => Err(unknown(cause)),
            Ok(decided) => Ok(decided),
        }
    }

    async fn look_for(&self, request: &Accept, partition: Partition, known: EntryId) -> Outcome<Found> {
        let mut after = known;
        for _ in 0..STEPS {
            let records = self.after(partition, after, STEP).await?;
            if let Some(receipt) = receipt_in(&records, &request.work) {
                return Ok(Found::Here(receipt));
            }
            match records.last() {
                // A batch may lie over the end of a step.
                Some(last) if records.len() == STEP => after = overlap(&records, &request.work).unwrap_or(last.id),
                _ => return self.conclude(partition, known).await,
            }
        }
        Ok(Found::Unsure)
    }

    /// Not to find it tells only something where nothing that came after `known` was trimmed (N-RETRY-TRIMMED).
    async fn conclude(&self, partition: Partition, known: EntryId) -> Outcome<Found> {
        let keys = self.keys.of(partition);
        let mut trimmed = redis::cmd("HGET");
        trimmed.arg(&keys.done).arg("trimmed");
        let mut info = redis::cmd("XINFO");
        info.arg("STREAM").arg(&keys.log);
        let mut answers = self.nodes.call_each(&[(partition, trimmed), (partition, info)]).await.into_iter();
        let (Some(Ok(trimmed)), Some(Ok(info))) = (answers.next(), answers.next()) else { return Ok(Found::Unsure) };
        let whole = reply::count(reply::field(&info, "entries-added")) == reply::count(reply::field(&info, "length"));
        let below = reply::text(&trimmed).and_then(|id| ids::from_stream(id, partition));
        // What was trimmed lies below that id: at the most everything up to `known`, where it is the next one.
        let untouched = whole || below.is_some_and(|below| below <= known.plus(u64::from(PARTITIONS)));
        Ok(if untouched { Found::Nowhere } else { Found::Unsure })
    }

    async fn after(&self, partition: Partition, after: EntryId, count: usize) -> Outcome<Vec<Record>> {
        let mut cmd = redis::cmd("XRANGE");
        let start = format!("({}", ids::at_most(after, partition));
        cmd.arg(&self.keys.of(partition).log).arg(start).arg("+").arg("COUNT").arg(count);
        let answer: Result<Value, Failure> = self.nodes.call(partition, &cmd).await;
        reply::records(&answer.map_err(reply::fault("look for a request"))?, partition)
    }
}

/// The receipt of a request that stands among these. Its entries are its own by their payloads, which carry the
/// request's id and its moment.
fn receipt_in(records: &[Record], work: &Work) -> Option<Receipt> {
    let own = |record: &Record| match work {
        Work::Create(payloads) => payloads.first() == Some(&record.payload),
        Work::Change(change) => change.payload == record.payload && change.number == record.number,
    };
    let count = count_of(work);
    let place = records.iter().position(own)?;
    let last = records.get(place + usize::try_from(count).ok()? - 1)?;
    let first = records.get(place)?.number;
    Some(Receipt { first, count, last_id: last.id, replayed: false })
}

/// The id before the first entry of a batch whose end is in the next step.
fn overlap(records: &[Record], work: &Work) -> Option<EntryId> {
    let Work::Create(payloads) = work else { return None };
    let place = records.iter().position(|record| payloads.first() == Some(&record.payload))?;
    records.get(place.checked_sub(1)?).map(|record| record.id)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    fn record(count: u64, number: u32, payload: &'static str) -> Record {
        Record { id: EntryId::new(1, count), partition: 0, number, payload: Bytes::from_static(payload.as_bytes()) }
    }

    #[test]
    fn a_request_is_found_by_what_it_brought() {
        let records = [record(1, 4, "other"), record(2, 5, "a"), record(3, 6, "b")];
        let batch = Work::Create(vec![Bytes::from_static(b"a"), Bytes::from_static(b"b")]);
        let receipt = receipt_in(&records, &batch).expect("is there");
        assert_eq!((receipt.first, receipt.count, receipt.last_id), (5, 2, records[2].id));
        assert_eq!(receipt_in(&records, &Work::Create(vec![Bytes::from_static(b"c")])), None);
    }

    #[test]
    fn a_batch_whose_end_is_not_read_yet_is_read_on_from_its_beginning() {
        let records = [record(1, 4, "other"), record(2, 5, "a")];
        let batch = Work::Create(vec![Bytes::from_static(b"a"), Bytes::from_static(b"b")]);
        assert_eq!(receipt_in(&records, &batch), None);
        assert_eq!(overlap(&records, &batch), Some(records[0].id));
    }
}
