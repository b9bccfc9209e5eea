//! The names of keys. What stands in braces is what Redis Cluster hashes, so that all keys of a partition lie together.

use std::fmt::Write as _;

use crate::domain::{PARTITIONS, Partition, Sequence};
use crate::queue::KeyHash;

/// The keys of an installation's queue.
#[derive(Debug)]
pub struct Keys {
    prefix: String,
    partitions: Vec<PartitionKeys>,
}

/// What every call of a partition names.
#[derive(Debug)]
pub struct PartitionKeys {
    /// The partition's epoch.
    pub epoch: String,
    /// The log.
    pub log: String,
    /// How far the log is done with: where the walk over it stands, and up to where it was trimmed.
    pub done: String,
    /// How often work on an entry alone was begun.
    pub suspects: String,
    /// How many clients' keys are remembered, by the hour that they came in.
    pub once_counts: String,
    base: String,
}

impl Keys {
    /// The keys below `prefix`.
    pub fn new(prefix: &str) -> Self {
        let partitions = (0..PARTITIONS).map(|partition| PartitionKeys::new(prefix, partition)).collect();
        Self { prefix: prefix.to_owned(), partitions }
    }

    /// The keys of a partition. `partition` is below [`PARTITIONS`].
    pub fn of(&self, partition: Partition) -> &PartitionKeys {
        // The port's promise keeps the index in bounds; any other would be the last partition, not a panic.
        &self.partitions[usize::from(partition.min(PARTITIONS - 1))]
    }

    /// Whose data it is.
    pub fn installation(&self) -> String {
        format!("{}:installation", self.prefix)
    }

    /// The last confirmation that the data was entered with.
    pub fn confirmation(&self) -> String {
        format!("{}:confirmation", self.prefix)
    }

    /// A sequence's counter.
    pub fn counter(&self, sequence: Sequence) -> String {
        format!("{}:n:{sequence}", self.of(sequence.partition()).base)
    }

    /// A client's idempotency key.
    pub fn once(&self, partition: Partition, key: &KeyHash) -> String {
        let mut name = format!("{}:once:", self.of(partition).base);
        for byte in key {
            // Writing to a String cannot fail.
            let _ = write!(name, "{byte:02x}");
        }
        name
    }

    /// The last changes of a sequence's members.
    pub fn changes(&self, sequence: Sequence) -> String {
        format!("{}:v:{sequence}", self.of(sequence.partition()).base)
    }

    /// What SCAN is to match for counters. The prefix holds no characters that a pattern gives a meaning.
    pub fn every_counter(&self) -> String {
        format!("{}:{{*}}:n:*", self.prefix)
    }

    /// The sequence of a counter's key.
    pub fn sequence(&self, key: &str) -> Option<Sequence> {
        let rest = key.strip_prefix(&self.prefix)?.strip_prefix(":{")?;
        let (partition, owner) = rest.split_once("}:n:")?;
        let sequence: Sequence = owner.parse().ok()?;
        (partition.parse() == Ok(sequence.partition())).then_some(sequence)
    }
}

impl PartitionKeys {
    fn new(prefix: &str, partition: Partition) -> Self {
        let base = format!("{prefix}:{{{partition}}}");
        Self {
            epoch: format!("{base}:epoch"),
            log: format!("{base}:log"),
            done: format!("{base}:done"),
            suspects: format!("{base}:suspects"),
            once_counts: format!("{base}:once-counts"),
            base,
        }
    }
}

/// The slot of a partition in a cluster: that of what stands in its keys' braces.
pub fn slot(partition: Partition) -> u16 {
    slot_of(partition.to_string().as_bytes())
}

/// The slot of a key without braces.
pub fn slot_of(key: &[u8]) -> u16 {
    static CRC: crc::Crc<u16> = crc::Crc::<u16>::new(&crc::CRC_16_XMODEM);
    CRC.checksum(key) % 16_384
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AppId;

    #[test]
    fn keys_are_named_as_operators_know_them() {
        let keys = Keys::new("chat");
        let sequence = Sequence::Messages(AppId(7), 3);
        let partition = sequence.partition();
        assert_eq!(keys.of(partition).log, format!("chat:{{{partition}}}:log"));
        assert_eq!(keys.counter(sequence), format!("chat:{{{partition}}}:n:7:3"));
        assert_eq!(keys.installation(), "chat:installation");
        assert!(keys.once(1, &[0xab; 32]).starts_with("chat:{1}:once:abab"));
    }

    #[test]
    fn a_counters_key_tells_its_sequence_and_foreign_keys_tell_none() {
        let keys = Keys::new("chat");
        for sequence in [Sequence::Chats(AppId(1)), Sequence::Messages(AppId(7), 3)] {
            assert_eq!(keys.sequence(&keys.counter(sequence)), Some(sequence));
        }
        for foreign in ["chat:{1}:n:", "chat:{99}:n:7:3", "other:{1}:n:7", "chat:{1}:once:7"] {
            assert_eq!(keys.sequence(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn slots_are_those_of_redis_cluster() {
        // CLUSTER KEYSLOT {5}
        assert_eq!(slot(5), 9_974);
    }
}
