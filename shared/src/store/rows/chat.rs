//! The rules for a chat's row. Knows nothing of its messages but how many count.
//!
//! A chat's creation stands on another partition's log than everything in the chat, so any of it may come first: it makes
//! a *stub*, which the creation fills. `version` is that of updates only, for the same reason.

use super::Taken;
use crate::clock::Timestamp;
use crate::queue::EntryId;

/// A chat's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatRow {
    /// Its title.
    pub title: Option<String>,
    /// Messages that count.
    pub messages_count: u64,
    /// The entry that created it; `None` in a stub.
    pub create_version: Option<EntryId>,
    /// The entry that updated it last; 0 as created.
    pub version: EntryId,
    /// Whether it is only a tombstone of a creation that was parked.
    pub dead: bool,
    /// When it was accepted; in a stub the earliest time of what is known of it.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Whether anything is to be written.
    pub changed: bool,
}

impl ChatRow {
    /// A stub, made at `at`.
    #[must_use]
    pub fn stub(at: Timestamp) -> Self {
        Self {
            title: None,
            messages_count: 0,
            create_version: None,
            version: EntryId::ZERO,
            dead: false,
            created_at: at,
            updated_at: at,
            deleted_at: None,
            changed: true,
        }
    }

    /// A tombstone of a creation that was parked, for where there is no row.
    #[must_use]
    pub fn tombstone(id: EntryId, at: Timestamp) -> Self {
        Self { create_version: Some(id), dead: true, ..Self::stub(at) }
    }

    /// Whether it counts: it is neither deleted nor a tombstone. A stub counts: something of the chat was accepted, so it
    /// exists.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.deleted_at.is_none() && !self.dead
    }

    /// Something of the chat was accepted at `at`: the chat exists, even where its creation was parked.
    pub fn touch(&mut self, at: Timestamp) {
        if self.dead {
            *self = Self::stub(at);
        } else if self.create_version.is_none() && at < self.created_at {
            self.changed = true;
            self.created_at = at;
            self.settle_times();
        }
    }

    /// The creation: fills a stub or a tombstone; the title only where no update came first (R-CHAT-TITLE), the time always
    /// (R-CHAT-CREATED). A row of another creation stays as it is (R-CREATE-VERSION). False where it had been done before.
    pub fn create(&mut self, id: EntryId, at: Timestamp, title: Option<String>) -> Result<bool, Taken> {
        match self.create_version {
            Some(holder) if !self.dead => {
                return if holder == id { Ok(false) } else { Err(Taken { holder }) };
            }
            _ => {}
        }
        self.changed = true;
        self.dead = false;
        self.create_version = Some(id);
        self.created_at = at;
        if self.version == EntryId::ZERO {
            self.title = title;
        }
        self.settle_times();
        Ok(true)
    }

    /// Another title: wins by version (R-LAST-WRITER).
    pub fn update(&mut self, id: EntryId, at: Timestamp, title: String) {
        self.touch(at);
        if self.version < id {
            self.changed = true;
            self.version = id;
            self.title = Some(title);
            if self.deleted_at.is_none() {
                self.updated_at = at;
            }
        }
    }

    /// The deletion: final; nothing in it counts any more. Of several the earliest time stays.
    pub fn delete(&mut self, at: Timestamp) {
        self.touch(at);
        if self.deleted_at.is_none_or(|deleted_at| at < deleted_at) {
            self.changed = true;
            self.deleted_at = Some(at);
            self.updated_at = at;
            self.messages_count = 0;
        }
    }

    /// Without an update or a deletion, a chat was changed last when it was created.
    fn settle_times(&mut self) {
        if self.version == EntryId::ZERO && self.deleted_at.is_none() {
            self.updated_at = self.created_at;
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

    fn created() -> ChatRow {
        let mut row = ChatRow::stub(at(1));
        assert_eq!(row.create(id(1), at(1), Some("a".into())), Ok(true));
        row
    }

    #[test]
    fn a_stub_is_filled_by_its_creation() {
        let mut row = ChatRow::stub(at(9));
        row.touch(at(7));
        assert_eq!(row.create(id(1), at(1), Some("a".into())), Ok(true));
        assert_eq!(row, created());
        assert_eq!(row.create(id(1), at(1), None), Ok(false));
        assert_eq!(row.create(id(2), at(2), None), Err(Taken { holder: id(1) }));
    }

    #[test]
    fn an_update_that_came_first_keeps_its_title() {
        let mut row = ChatRow::stub(at(5));
        row.update(id(5), at(5), "b".into());
        assert_eq!(row.create(id(1), at(1), Some("a".into())), Ok(true));
        let mut other = created();
        other.update(id(5), at(5), "b".into());
        assert_eq!(row, other);
    }

    #[test]
    fn a_deleted_chat_stays_deleted_and_its_stub_is_filled_all_the_same() {
        let mut row = ChatRow::stub(at(5));
        row.delete(at(5));
        row.delete(at(6));
        assert_eq!(row.create(id(1), at(1), Some("a".into())), Ok(true));
        let mut other = created();
        other.delete(at(6));
        other.delete(at(5));
        assert_eq!(row, other);
        assert!(!row.counts());
    }

    #[test]
    fn a_tombstone_whose_chat_is_in_use_is_a_stub() {
        let mut row = ChatRow::tombstone(id(1), at(1));
        assert!(!row.counts());
        row.touch(at(3));
        assert_eq!(row, ChatRow::stub(at(3)));
        let mut retried = ChatRow::tombstone(id(1), at(1));
        assert_eq!(retried.create(id(1), at(1), Some("a".into())), Ok(true));
        assert_eq!(retried, created());
    }
}
