//! Finding messages: candidates from the index, each checked against the store as it is now; or, where the index
//! fails, a bounded scan of the store with the same fold. Knows no adapter, and nothing of pages or of HTTP.
//!
//! A call does a bounded share of the work and says how far it came. Whoever goes on from there sees every match exactly
//! once, whether the index or the scan answers, even if that changes in between.

use std::collections::HashSet;
use std::time::Duration;

use tokio::time::{Instant, timeout};

use super::fold::{contains, fold, highlights};
use super::{Found, Query, Scope, Search};
use crate::domain::{ChatNumber, Message, MessageNumber, MessageState};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::store::{MessageKey, Order, Store, Window};

/// How long the index may think before the store is scanned instead.
const INDEX_PATIENCE: Duration = Duration::from_secs(2);

/// Candidates asked for at a time: about as many as matches are wanted, as most indexes err seldom.
const CANDIDATES: std::ops::RangeInclusive<usize> = 50..=500;

/// How long one call goes on asking the index. Each of its answers is short by itself; a text that matches rarely takes
/// many, and its searcher is better off with a page and a way to go on.
const INDEX_TIME: Duration = Duration::from_millis(200);

/// Messages read at a time in a scan; a content may have 64 KiB.
const SCAN_ROWS: u32 = 200;

/// The most messages read in one call's scan.
const SCANNED: usize = 5_000;

/// The most bytes of content read in one call's scan.
const SCANNED_BYTES: usize = 8 << 20;

/// A place in the order of an application's messages.
pub type Place = (ChatNumber, MessageNumber);

/// What to find.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Where. Descending order needs a chat.
    pub scope: Scope,
    /// The text, as the user wrote it.
    pub text: &'a str,
    /// Only what stands after this place, in the direction of the search.
    pub after: Option<Place>,
    /// Only what stands before this place, in the direction of the search.
    pub until: Option<Place>,
    /// From the greatest number downward.
    pub descending: bool,
    /// The most matches.
    pub limit: usize,
}

/// A message that contains the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The message.
    pub message: Message,
    /// Where the text stands in its content, in Unicode scalar values, end exclusive.
    pub highlights: Vec<std::ops::Range<usize>>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matches {
    /// The matches, in the direction of the search.
    pub found: Vec<Match>,
    /// Where to go on from (as `after`); `None` where everything was seen.
    pub more_after: Option<Place>,
    /// Whether the index failed and the store was scanned in its place.
    pub degraded: bool,
}

/// Why nothing was found out.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// The text folds to nothing: it holds only what the search does not see.
    #[error("the text holds nothing that can be searched for")]
    NothingToFind,
    /// The store failed.
    #[error("the store could not be searched")]
    Store(#[from] Fault),
}

/// Finds messages that contain a text.
pub async fn find(store: &dyn Store, search: &dyn Search, ask: &Ask<'_>) -> Result<Matches, FindError> {
    let folded = fold(ask.text);
    if folded.is_empty() {
        return Err(FindError::NothingToFind);
    }
    let mut finding = Finding { store, ask, folded: &folded, at: ask.after, matches: Matches::default() };
    match finding.through_index(search).await {
        Ok(()) => {}
        Err(fault) if fault.part == Part::Search => {
            tracing::warn!(error = fault.chain(), "the search engine failed; the store is scanned instead");
            finding.matches.degraded = true;
            finding.through_scan().await?;
        }
        Err(fault) => return Err(fault.into()),
    }
    Ok(finding.matches)
}

struct Finding<'a> {
    store: &'a dyn Store,
    ask: &'a Ask<'a>,
    folded: &'a str,
    /// Everything up to here was seen.
    at: Option<Place>,
    matches: Matches,
}

impl Finding<'_> {
    async fn through_index(&mut self, search: &dyn Search) -> Outcome<()> {
        let began = Instant::now();
        loop {
            let found = self.candidates(search).await?;
            let within: Vec<Place> = found.places.iter().copied().filter(|place| self.within(*place)).collect();
            let resume = found.resume.filter(|resume| within.len() == found.places.len() && self.within(*resume));
            let messages = self.store.messages_by_key(&self.keys(&within)).await?;
            if self.check(messages, within.last().copied(), resume.is_some()) || resume.is_none() {
                return Ok(());
            }
            self.at = resume;
            if began.elapsed() >= INDEX_TIME {
                self.matches.more_after = self.at;
                return Ok(());
            }
        }
    }

    async fn candidates(&self, search: &dyn Search) -> Outcome<Found> {
        let wanted = self.ask.limit.saturating_add(1).clamp(*CANDIDATES.start(), *CANDIDATES.end());
        let query = Query {
            scope: self.ask.scope,
            text: self.folded,
            after: self.at,
            descending: self.ask.descending,
            limit: u32::try_from(wanted).unwrap_or(u32::MAX),
        };
        let late = |cause| Err(Fault::new(Part::Search, Kind::Unavailable, "answer in time").because(cause));
        timeout(INDEX_PATIENCE, search.find(&query)).await.unwrap_or_else(late)
    }

    /// Keeps what matches until there is enough; then it says where to go on, unless that was the last of all.
    fn check(&mut self, messages: Vec<Message>, last: Option<Place>, more: bool) -> bool {
        for message in messages {
            let place = (message.chat, message.number);
            if !self.keep(message) {
                continue;
            }
            if self.matches.found.len() >= self.ask.limit {
                self.matches.more_after = (more || last != Some(place)).then_some(place);
                return true;
            }
        }
        false
    }

    fn keep(&mut self, message: Message) -> bool {
        let alive = matches!(message.state, MessageState::Accepted | MessageState::Persisted);
        let keep = alive && contains(&message.content, self.folded);
        if keep {
            let highlights = highlights(&message.content, self.folded);
            self.matches.found.push(Match { message, highlights });
        }
        keep
    }

    async fn through_scan(&mut self) -> Outcome<()> {
        let (mut rows, mut bytes) = (0, 0);
        loop {
            let messages = self.next_rows().await?;
            let more = messages.len() >= SCAN_ROWS as usize;
            let Some(last) = messages.last().map(|message| (message.chat, message.number)) else { return Ok(()) };
            let beyond = !self.within(last);
            rows += messages.len();
            bytes += messages.iter().map(|message| message.content.len()).sum::<usize>();
            let within = messages.into_iter().filter(|message| self.within((message.chat, message.number))).collect();
            if self.check(within, Some(last), more && !beyond) || !more || beyond {
                return Ok(());
            }
            self.at = Some(last);
            if rows >= SCANNED || bytes >= SCANNED_BYTES {
                self.matches.more_after = self.at;
                return Ok(());
            }
        }
    }

    async fn next_rows(&self) -> Outcome<Vec<Message>> {
        let Scope { app, chat } = self.ask.scope;
        if let Some(chat) = chat {
            let at = self.at.map(|(_, number)| number);
            let order = if self.ask.descending { Order::Desc } else { Order::Asc };
            let (after, before) = if self.ask.descending { (None, at) } else { (at, None) };
            return self.store.messages(app, chat, Window { after, before, limit: SCAN_ROWS, order }).await;
        }
        let after = self.at.map(|(chat, number)| MessageKey { app, chat, number });
        self.store.scan_messages(Some(app), None, after, SCAN_ROWS).await
    }

    fn within(&self, place: Place) -> bool {
        match self.ask.until {
            None => true,
            Some(until) if self.ask.descending => place > until,
            Some(until) => place < until,
        }
    }

    fn keys(&self, places: &[Place]) -> Vec<MessageKey> {
        let app = self.ask.scope.app;
        // An index may answer a place twice while generations change.
        let mut seen = HashSet::with_capacity(places.len());
        let unseen = places.iter().filter(|place| seen.insert(**place));
        unseen.map(|&(chat, number)| MessageKey { app, chat, number }).collect()
    }
}
