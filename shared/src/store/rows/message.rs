//! The rules for a message's row. Knows neither the message's number nor its chat.

use super::Taken;
use crate::clock::Timestamp;
use crate::queue::EntryId;

/// What a row says of its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageStatus {
    /// Stored as it was sent or edited.
    Stored,
    /// Deleted, whatever else comes.
    Deleted,
    /// Parked; a retry may still store it.
    Dead,
}

/// A message's row, and what of it is to be written.
///
/// Texts are not read back: `None` in [`Self::content`], [`Self::sender`] and [`Self::sent_at`] leaves what is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRow {
    /// The entry that created the message; `None` while only changes of it have come: it does not exist yet.
    pub create_version: Option<EntryId>,
    /// The entry that changed it last; 0 where only a tombstone stands for its creation.
    pub version: EntryId,
    /// What it says of its message.
    pub status: MessageStatus,
    /// When it was accepted.
    pub created_at: Option<Timestamp>,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// A content to be written.
    pub content: Option<String>,
    /// A sender to be written.
    pub sender: Option<String>,
    /// A client's time to be written.
    pub sent_at: Option<Timestamp>,
    /// Whether anything is to be written.
    pub changed: bool,
}

impl Default for MessageRow {
    /// What stands where there is no row yet.
    fn default() -> Self {
        Self {
            create_version: None,
            version: EntryId::ZERO,
            status: MessageStatus::Stored,
            created_at: None,
            updated_at: Timestamp::default(),
            content: None,
            sender: None,
            sent_at: None,
            changed: false,
        }
    }
}

impl MessageRow {
    /// Whether it counts: it exists and is no tombstone (R-COUNT-ROWS).
    #[must_use]
    pub fn counts(&self) -> bool {
        self.create_version.is_some() && self.status == MessageStatus::Stored
    }

    /// A creation: fills what an earlier change left open (R-CREATE-FILLS), and a `dead` tombstone (R-DEAD-RETRY); content
    /// only where it is newer than the row (R-CREATE-OLDER). A row of another creation stays as it is (R-CREATE-VERSION).
    /// True where it took effect, false where it had been done before.
    pub fn create(
        &mut self,
        id: EntryId,
        at: Timestamp,
        content: String,
        sender: Option<String>,
        sent_at: Option<Timestamp>,
    ) -> Result<bool, Taken> {
        match self.create_version {
            Some(holder) if self.status != MessageStatus::Dead => {
                return if holder == id { Ok(false) } else { Err(Taken { holder }) };
            }
            _ => {}
        }
        self.changed = true;
        self.create_version = Some(id);
        self.created_at = Some(at);
        self.sender = sender;
        self.sent_at = sent_at;
        if self.status == MessageStatus::Dead {
            self.status = MessageStatus::Stored;
        }
        if self.version < id {
            self.version = id;
            self.write(at, content);
        }
        Ok(true)
    }

    /// Another content: wins by version (R-LAST-WRITER). Where no row is, it makes one without a creation (R-UPDATE-FIRST).
    pub fn update(&mut self, id: EntryId, at: Timestamp, content: String) {
        // Compared first, assigned after that (R-VERSION-LAST).
        if self.version < id {
            self.changed = true;
            self.version = id;
            self.write(at, content);
        }
    }

    /// A deletion: final (R-DELETE-FINAL), whatever the version (R-DELETE-ANY-VERSION), also where it comes before the
    /// creation (R-DELETE-FIRST). Of several the earliest time stays.
    pub fn delete(&mut self, id: EntryId, at: Timestamp) {
        let earliest = match self.status {
            MessageStatus::Deleted => self.updated_at.min(at),
            MessageStatus::Stored | MessageStatus::Dead => at,
        };
        let version = self.version.max(id);
        if self.status == MessageStatus::Deleted && (self.updated_at, self.version) == (earliest, version) {
            return;
        }
        if self.status != MessageStatus::Deleted {
            self.status = MessageStatus::Deleted;
            self.content = Some(String::new());
        }
        self.changed = true;
        self.version = version;
        self.updated_at = earliest;
    }

    /// The creation can never succeed: a tombstone, where no creation has left a row (R-DEAD-ONLY-EMPTY). One that only
    /// changes have made gets its `create_version` (R-DEAD-OVER-STUB).
    pub fn bury(&mut self, id: EntryId, at: Timestamp) {
        if self.create_version.is_some() {
            return;
        }
        self.changed = true;
        self.create_version = Some(id);
        self.created_at = Some(at);
        if self.status == MessageStatus::Stored {
            self.status = MessageStatus::Dead;
        }
        if self.version == EntryId::ZERO {
            self.updated_at = at;
        }
    }

    /// What is deleted takes no content any more (R-DELETE-FINAL).
    fn write(&mut self, at: Timestamp, content: String) {
        if self.status != MessageStatus::Deleted {
            self.content = Some(content);
            self.updated_at = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u64) -> EntryId {
        EntryId::new(n, 0)
    }

    fn at(n: i64) -> Timestamp {
        Timestamp::from_millis(n)
    }

    fn created(n: u64) -> MessageRow {
        let mut row = MessageRow::default();
        assert_eq!(row.create(id(n), at(1), "a".into(), Some("s".into()), None), Ok(true));
        row
    }

    #[test]
    fn a_creation_that_comes_again_changes_nothing() {
        let mut row = created(1);
        row.changed = false;
        assert_eq!(row.create(id(1), at(1), "a".into(), None, None), Ok(false));
        assert!(!row.changed);
    }

    #[test]
    fn another_creation_leaves_the_row_and_names_its_holder() {
        let mut row = created(1);
        let before = row.clone();
        assert_eq!(row.create(id(2), at(2), "b".into(), None, None), Err(Taken { holder: id(1) }));
        assert_eq!(row, before);
    }

    #[test]
    fn an_update_that_came_first_keeps_its_content() {
        let mut row = MessageRow::default();
        row.update(id(2), at(2), "b".into());
        assert!(!row.counts());
        assert_eq!(row.create(id(1), at(1), "a".into(), Some("s".into()), None), Ok(true));
        let mut other = created(1);
        other.update(id(2), at(2), "b".into());
        assert_eq!(row, other);
        assert!(row.counts());
    }

    #[test]
    fn a_deletion_is_final_whichever_comes_first() {
        let mut row = created(1);
        row.delete(id(2), at(2));
        row.update(id(3), at(3), "c".into());
        let mut other = MessageRow::default();
        other.update(id(3), at(3), "c".into());
        other.delete(id(2), at(2));
        assert_eq!(other.create(id(1), at(1), "a".into(), Some("s".into()), None), Ok(true));
        assert_eq!(row, other);
        assert_eq!(row.content.as_deref(), Some(""));
        assert!(!row.counts());
    }

    #[test]
    fn a_tombstone_is_filled_by_a_retry_under_whatever_updates_came_meanwhile() {
        let mut row = MessageRow::default();
        row.bury(id(1), at(1));
        row.update(id(2), at(2), "b".into());
        assert_eq!(row.status, MessageStatus::Dead);
        assert_eq!(row.create(id(1), at(1), "a".into(), None, None), Ok(true));
        assert_eq!(row.content.as_deref(), Some("b"));
        assert!(row.counts());
    }

    #[test]
    fn only_an_empty_place_is_buried() {
        let mut row = created(1);
        row.bury(id(2), at(2));
        assert!(row.counts());
        let mut gone = MessageRow::default();
        gone.delete(id(2), at(2));
        gone.bury(id(1), at(1));
        assert_eq!((gone.status, gone.create_version), (MessageStatus::Deleted, Some(id(1))));
    }
}
