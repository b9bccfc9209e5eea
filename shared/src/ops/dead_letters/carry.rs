//! Dead letters as lines of a file, and from there parked again: for a copy before they are dropped, or for an installation
//! that was restored without them.

use std::fmt::Write as _;

use futures::stream::{BoxStream, try_unfold};

use super::select::Selection;
use crate::api::types::admin::{
    DeadLetterLine, ImportDeadLetters, ImportOutcome, ImportedDeadLetter, List, ParkedEntry, SelectDeadLetters,
};
use crate::domain::{AppId, PARTITIONS};
use crate::fault::Outcome;
use crate::ops::{Asked, Installation, OpsError};
use crate::queue::{Entry, Record};
use crate::store::{DeadLetter, NewDeadLetter};

/// Dead letters read at a time: their entries are in memory.
const PAGE: u32 = 50;

/// Dead letters parked in one call.
const IMPORTED: usize = 1_000;

impl Installation {
    /// Dead letters as lines, in the order of their ids; the last line is the end.
    pub fn export_dead_letters(
        &self,
        asked: &SelectDeadLetters,
    ) -> Asked<BoxStream<'static, Outcome<Vec<DeadLetterLine>>>> {
        let (selection, now) = (Selection::of(asked)?, self.clock.now());
        let begun = (self.clone(), selection, Some(0), 0);
        Ok(Box::pin(try_unfold(begun, move |(parts, selection, after, written)| async move {
            let Some(after) = after else { return Ok(None) };
            let page = parts.store.dead_letters(&selection.page(after, PAGE)).await?;
            let meant = page.iter().filter(|letter| selection.takes(letter, now));
            let mut lines: Vec<_> = meant.map(|letter| DeadLetterLine::DeadLetter(parked(letter))).collect();
            let written = written + lines.len() as u64;
            let whole = page.len() == PAGE as usize;
            let next = page.last().map(|last| last.id).filter(|_| whole);
            if next.is_none() {
                lines.push(DeadLetterLine::End { dead_letters: written });
            }
            Ok(Some((lines, (parts, selection, next, written))))
        })))
    }

    /// Parks entries again. One that is a dead letter already is left alone, and one whose number was never given here is
    /// refused: its tombstone would stand above the counter.
    pub async fn import_dead_letters(&self, import: &ImportDeadLetters, who: &str) -> Asked<List<ImportedDeadLetter>> {
        if import.letters.len() > IMPORTED {
            let reason = format!("must be at most {IMPORTED} at a time");
            return Err(OpsError::Invalid { field: "letters", reason });
        }
        let mut imported = Vec::with_capacity(import.letters.len());
        for letter in &import.letters {
            imported.push(self.import(letter, import.dry_run).await?);
        }
        let count = imported.iter().filter(|one| one.outcome == ImportOutcome::Parked).count();
        if count > 0 {
            self.record(who, "dead_letter.import", format!("{count} dead letters"), "parked").await;
        }
        Ok(List::whole(imported))
    }

    async fn import(&self, letter: &ParkedEntry, dry_run: bool) -> Outcome<ImportedDeadLetter> {
        let told = |id, outcome, why| ImportedDeadLetter { entry_id: letter.entry_id, id, outcome, why };
        let refused = |why: String| told(None, ImportOutcome::Refused, Some(why));
        let record = match record(letter) {
            Ok(record) => record,
            Err(why) => return Ok(refused(why.to_owned())),
        };
        if let Some(id) = self.store.dead_letter_of(letter.partition, letter.entry_id).await? {
            return Ok(told(Some(id), ImportOutcome::Exists, None));
        }
        if let Ok(entry) = Entry::decode(&record)
            && let Some(why) = self.strange(&entry).await?
        {
            return Ok(refused(why));
        }
        if dry_run {
            return Ok(told(None, ImportOutcome::WouldPark, None));
        }
        Ok(told(Some(self.store.park(&unparked(letter, record)).await?), ImportOutcome::Parked, None))
    }

    /// Parks an entry of a backup as one of the application that is restored. Another entry may have its id here: then it
    /// goes on to the next one. Parked again it is left alone.
    pub(in crate::ops) async fn restore_dead_letter(&self, app: AppId, letter: &ParkedEntry) -> Asked<()> {
        let invalid = |reason: &str| OpsError::Invalid { field: "lines", reason: format!("of dead letters {reason}") };
        let carried = record(letter).map_err(invalid)?;
        let entry = Entry::decode(&carried).map_err(|_| invalid("must hold entries that can be read"))?;
        let entry = Entry { app, ..entry };
        let partition = entry.sequence().partition();
        let mut restored = Record { partition, payload: entry.encode(), ..carried };
        while let Some(other) = self.store.dead_letter_of(partition, restored.id).await? {
            if self.store.dead_letter(other).await?.is_some_and(|other| other.payload[..] == restored.payload[..]) {
                return Ok(());
            }
            restored.id = restored.id.plus(1);
        }
        self.store.park(&unparked(letter, restored)).await?;
        Ok(())
    }

    /// Why an entry cannot be of this installation; `None` where nothing speaks against it.
    async fn strange(&self, entry: &Entry) -> Outcome<Option<String>> {
        let sequence = entry.sequence();
        let evidence = self.store.evidence(sequence).await?;
        if !evidence.exists || evidence.deleted {
            return Ok(Some(format!("{sequence} is not there")));
        }
        let counted = self.queue.counter(sequence).await?.and_then(|counter| counter.n).unwrap_or(0);
        let given = counted.max(evidence.base());
        let number = entry.number;
        Ok((number > given).then(|| format!("number {number} of {sequence} was never given here")))
    }
}

/// A dead letter as it is carried.
pub(in crate::ops) fn parked(letter: &DeadLetter) -> ParkedEntry {
    let text = String::from_utf8(letter.payload.clone()).ok();
    ParkedEntry {
        entry_id: letter.entry_id,
        partition: letter.partition,
        number: letter.number,
        kind: letter.kind.clone(),
        reason: letter.reason.clone(),
        attempts: letter.attempts,
        first_at: letter.first_at,
        last_at: letter.last_at,
        payload_hex: text.is_none().then(|| hex(&letter.payload)),
        payload: text,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What is parked where a letter is carried to.
fn unparked(letter: &ParkedEntry, record: Record) -> NewDeadLetter {
    NewDeadLetter {
        record,
        kind: letter.kind.clone(),
        reason: letter.reason.clone(),
        attempts: letter.attempts,
        at: letter.first_at,
        last_at: letter.last_at,
    }
}

fn record(letter: &ParkedEntry) -> Result<Record, &'static str> {
    let payload = match (&letter.payload, &letter.payload_hex) {
        (Some(text), None) => text.clone().into_bytes(),
        (None, Some(digits)) => bytes(digits).ok_or("payload_hex is no row of hexadecimal digits")?,
        _ => return Err("it must have either payload or payload_hex"),
    };
    if letter.partition >= PARTITIONS {
        return Err("there is no such partition");
    }
    Ok(Record { id: letter.entry_id, partition: letter.partition, number: letter.number, payload: payload.into() })
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    let pairs = digits.chunks(2).map(|pair| match pair {
        [one, other] => Some(digit(*one)? << 4 | digit(*other)?),
        _ => None,
    });
    pairs.collect()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_are_read_back_from_their_digits(all in proptest::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(bytes(&hex(&all)), Some(all));
        }

        #[test]
        fn what_are_no_digits_is_refused(text in "[0-9a-f]{0,6}[g-z][0-9a-f]{0,6}") {
            prop_assert_eq!(bytes(&text), None);
        }
    }
}
