//! Trying again, or dropping, many dead letters: long work that goes from one to the next in the order of their ids, few of
//! them in memory at a time.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::select::Selection;
use crate::api::types::admin::{RetryDeadLettersParams, SelectDeadLetters};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::ops::Installation;
use crate::ops::watch::{Ended, Mark, Pacer, Watch};
use crate::store::DeadLetter;

/// Dead letters read at a time: their entries are in memory.
const PAGE: u32 = 50;

/// What is done with each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ops) enum Doing {
    /// Its entry is persisted late.
    Retry,
    /// Nothing more is to be done about it.
    Drop,
}

/// What going through dead letters came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetriedDeadLetters {
    /// How many were tried, or dropped.
    pub tried: u64,
    /// How many of them are resolved now.
    pub resolved: u64,
    /// How many failed again.
    pub failed: u64,
}

/// Where it goes on.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Position {
    after: i64,
    so_far: RetriedDeadLetters,
}

impl Installation {
    /// Goes through dead letters, all that are open or those that are meant, from a position on.
    pub(in crate::ops) async fn go_through_dead_letters(
        &self,
        doing: Doing,
        params: &RetryDeadLettersParams,
        position: &Value,
        watch: &mut dyn Watch,
    ) -> Outcome<Ended<RetriedDeadLetters>> {
        let asked = SelectDeadLetters { kind: params.kind.clone(), query: params.query.clone(), resolved: false };
        let refused = |error| Fault::new(Part::Store, Kind::Refused, "understand which dead letters").because(error);
        let selection = Selection::of(&asked).map_err(refused)?;
        let mut at = Position::deserialize(position).unwrap_or_default();
        let mut pacer = Pacer::new(watch.rate(params.rate));
        let open = self.store.count_dead_letters().await?;
        let total = selection.is_all().then_some(open + at.so_far.resolved);
        let step = if doing == Doing::Retry { "retry" } else { "drop" };
        loop {
            let limit = pacer.piece(PAGE);
            let letters = self.store.dead_letters(&selection.page(at.after, limit)).await?;
            let (now, before) = (self.clock.now(), at.so_far.tried);
            for letter in &letters {
                at.after = letter.id;
                if selection.takes(letter, now) {
                    let well = self.do_to(doing, letter).await?;
                    at.so_far.tried += 1;
                    *(if well { &mut at.so_far.resolved } else { &mut at.so_far.failed }) += 1;
                }
            }
            let position = serde_json::to_value(&at).unwrap_or_default();
            if !watch.goes_on(Mark { step, done: at.so_far.tried, total, position }).await? {
                return Ok(Ended::Stopped);
            }
            if letters.len() < limit as usize {
                return Ok(Ended::Done(at.so_far));
            }
            pacer.keep_to(watch.rate(params.rate));
            pacer.done(usize::try_from(at.so_far.tried - before).unwrap_or(usize::MAX)).await;
        }
    }

    /// Whether it is resolved now.
    async fn do_to(&self, doing: Doing, letter: &DeadLetter) -> Outcome<bool> {
        match doing {
            Doing::Retry => Ok(self.retry(letter).await?.is_none()),
            Doing::Drop => self.store.record_retry(letter.id, None, self.clock.now()).await.map(|()| true),
        }
    }
}
