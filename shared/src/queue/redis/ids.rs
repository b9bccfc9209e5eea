//! Ids of the port and of a Redis stream. A stream counts `ms-seq` for itself, so that two partitions give the same ids;
//! the port's ids are given once in the whole queue. So the partition stands in the low bits of the port's count:
//! `ms-seq` of partition `p` is the port's `ms-(seq × 64 + p)`, which keeps the order within the partition.

use crate::clock::Timestamp;
use crate::domain::{PARTITIONS, Partition};
use crate::queue::EntryId;

/// Bits of the count in the port's ids.
const COUNT_BITS: u32 = 20;

/// How many partitions, as a factor.
const SPREAD: u64 = PARTITIONS as u64;

/// Past this the count of a millisecond does not fit the port's ids; the accept script sees to it that none comes so far.
const SEQ_END: u64 = (1 << COUNT_BITS) / SPREAD;

/// Milliseconds end here.
const MS_END: u64 = 1 << (63 - COUNT_BITS);

/// The port's id of `ms-seq` in a partition; `None` where it is no id that chatd's log can have.
pub fn from_stream(text: &str, partition: Partition) -> Option<EntryId> {
    let (ms, seq) = text.split_once('-')?;
    let (ms, seq): (u64, u64) = (ms.parse().ok()?, seq.parse().ok()?);
    if (ms, seq) == (0, 0) {
        return Some(EntryId::ZERO);
    }
    (ms < MS_END && seq < SEQ_END).then(|| EntryId::new(ms, seq * SPREAD + u64::from(partition)))
}

/// The stream's id of a port's id, where it is one of this partition.
pub fn to_stream(id: EntryId, partition: Partition) -> Option<String> {
    let (ms, count) = parts(id);
    (id == EntryId::ZERO || count % SPREAD == u64::from(partition)).then(|| format!("{ms}-{}", count / SPREAD))
}

/// The greatest id that the partition's stream can have at or below a port's id.
pub fn at_most(id: EntryId, partition: Partition) -> String {
    let (ms, count) = parts(id);
    match count.checked_sub(u64::from(partition)) {
        Some(count) => format!("{ms}-{}", count / SPREAD),
        None if ms > 0 => format!("{}-{}", ms - 1, SEQ_END - 1),
        None => "0-0".to_owned(),
    }
}

/// A stream's id whose successors all are above a port's id.
pub fn floor_of(id: EntryId) -> String {
    let (ms, count) = parts(id);
    format!("{ms}-{}", count / SPREAD)
}

/// The partition that a port's id is of.
pub fn partition_of(id: EntryId) -> Partition {
    Partition::try_from(parts(id).1 % SPREAD).unwrap_or(0)
}

/// When the entry of a stream's id was appended.
pub fn moment_of(text: &str) -> Option<Timestamp> {
    from_stream(text, 0).map(EntryId::at)
}

fn parts(id: EntryId) -> (u64, u64) {
    let raw = u64::try_from(id.to_column()).unwrap_or(0);
    (raw >> COUNT_BITS, raw & ((1 << COUNT_BITS) - 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_streams_id_is_read_back_and_tells_its_partition(ms in 1u64..MS_END, seq in 0u64..SEQ_END, p in 0u16..PARTITIONS) {
            let text = format!("{ms}-{seq}");
            let id = from_stream(&text, p).expect("fits");
            prop_assert_eq!(to_stream(id, p), Some(text.clone()));
            prop_assert_eq!(at_most(id, p), text);
            prop_assert_eq!(partition_of(id), p);
        }

        #[test]
        fn bounds_lie_on_their_side(raw in 1i64.., p in 0u16..PARTITIONS) {
            let id = EntryId::from_column(raw);
            let below = from_stream(&at_most(id, p), p).expect("fits");
            prop_assert!(below <= id);
            let floor = floor_of(id);
            let (ms, seq) = floor.split_once('-').expect("an id");
            let next = from_stream(&format!("{ms}-{}", seq.parse::<u64>().expect("a number") + 1), p);
            prop_assert!(next.is_none_or(|next| next > id));
        }

        #[test]
        fn ids_of_one_partition_keep_their_order(a in (1u64..99, 0u64..SEQ_END), b in (1u64..99, 0u64..SEQ_END), p in 0u16..PARTITIONS) {
            let id = |(ms, seq)| from_stream(&format!("{ms}-{seq}"), p).expect("fits");
            prop_assert_eq!(a.cmp(&b), id(a).cmp(&id(b)));
        }
    }

    #[test]
    fn the_beginning_is_the_same_everywhere_and_foreign_ids_are_none() {
        assert_eq!(from_stream("0-0", 5), Some(EntryId::ZERO));
        assert_eq!(to_stream(EntryId::ZERO, 5).as_deref(), Some("0-0"));
        for foreign in ["", "1", "18446744073709551615-0", "1-16384", "a-b"] {
            assert_eq!(from_stream(foreign, 0), None, "{foreign}");
        }
    }
}
