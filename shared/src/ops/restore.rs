//! Restoring an application from the lines of a backup: the same numbers, times, senders and tombstones, by the row rules
//! that every entry goes through. Each step may be repeated.
//!
//! Until it is finished the application has a token that only this backup tells: nobody can post between numbers that are
//! still to come. Counters are not set: each is seeded at its first use from the rows, exactly, since nothing of the new
//! application was ever on this queue. Only where the queue was lost before, rows alone do not say so: a gap of this epoch
//! does, or, where there is no number yet, a counter that is opened at 0.

use std::collections::BTreeMap;
use std::time::Duration;

use super::{Asked, Installation, OpsError, Thing, new_token};
use crate::api::types::{BackupApplication, BackupChat, BackupLine, BackupMessage, BackupNumbers, BeginRestore};
use crate::clock::Timestamp;
use crate::domain::{AppId, Application, ChatNumber, ChatState, Gap, MessageState, Sequence, Token, digest};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{EntryId, Epoch};
use crate::store::rows::{ApplicationStep, ChatStep, MessageStep, Step, What};
use crate::store::{Backlog, NewApplication};

/// What the token of an application begins with that is being restored.
const RESTORING: &str = "restoring-";

/// The most lines of one step.
const MOST_LINES: usize = 1_000;

/// What comes later must win over what is restored: versions of another installation's clock are cut to this long ago.
const MARGIN: Duration = Duration::from_hours(1);

/// How often a gap is published anew where the queue was confirmed meanwhile.
const ATTEMPTS: u32 = 5;

/// Why a restored gap is there, as operators read it.
const REASON: &str = "restored from a backup";

/// What is known of the queue before a step, of each partition.
struct Before {
    epochs: Vec<Epoch>,
    horizon: Vec<EntryId>,
}

impl Installation {
    /// Begins to restore an application, or takes up what was begun. Under its own token it must not exist; under another
    /// name it gets another token.
    pub async fn begin_restore(&self, begin: &BeginRestore, who: &str) -> Asked<Token> {
        let BackupApplication { token, name, created_at, .. } = &begin.application;
        if begin.name.is_none() && self.store.application_by_token(&Token::new(token.as_str()).hash()).await?.is_some()
        {
            return Err(OpsError::ApplicationExists);
        }
        let name = begin.name.as_ref().unwrap_or(name);
        let restoring = restoring(&format!("{}\n{token}\n{name}", begin.source));
        if self.store.application_by_token(&restoring.hash()).await?.is_none() {
            let new = NewApplication { token: restoring.clone(), name: name.clone(), at: *created_at };
            let made = self.store.create_application(&new).await?;
            self.record(who, "application.restore", format!("application {}", made.id), "begun").await;
        }
        Ok(restoring)
    }

    /// Restores some chats, messages and dead letters.
    pub async fn restore_lines(&self, app: AppId, restore: &Token, lines: Vec<BackupLine>) -> Asked<()> {
        must_be_restoring(restore)?;
        if lines.len() > MOST_LINES {
            return Err(OpsError::Invalid { field: "lines", reason: format!("must be at most {MOST_LINES}") });
        }
        let before = self.before(restore).await?;
        let newest = self.newest_version();
        let (mut steps, mut numbers, mut ranges) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut letters = Vec::new();
        for line in lines {
            match line {
                BackupLine::Chat(chat) => {
                    numbers.push((Sequence::Messages(app, chat.chat), chat.numbers));
                    chat_steps(app, newest, chat, &mut steps);
                }
                BackupLine::Message(message) => {
                    widen(&mut ranges, message.chat, message.number);
                    message_steps(app, newest, message, &mut steps);
                }
                BackupLine::DeadLetter(letter) => letters.push(letter),
                BackupLine::Application(_) | BackupLine::End { .. } => {
                    let reason = "must be chats, messages and dead letters".to_owned();
                    return Err(OpsError::Invalid { field: "lines", reason });
                }
            }
        }
        self.store.restore(steps).await?;
        for (sequence, numbers) in numbers {
            self.restore_numbers(sequence, numbers, &before).await?;
        }
        for letter in &letters {
            self.restore_dead_letter(app, letter).await?;
        }
        // An engine that is away sees them later; where there is none, nobody would ever work them off.
        if self.search.status().await.is_ok_and(|status| status.engine == "none") {
            return Ok(());
        }
        let unseen = ranges.into_iter().map(|(chat, (from, to))| Backlog { app, chat, from, to, generation: 0 });
        Ok(self.store.add_backlog(&unseen.collect::<Vec<_>>()).await?)
    }

    /// Ends a restoring: the application has its own token, or with another name a new one.
    pub async fn finish_restore(
        &self,
        app: AppId,
        restore: &Token,
        backup: &BackupApplication,
        renamed: Option<&str>,
        who: &str,
    ) -> Asked<Application> {
        must_be_restoring(restore)?;
        let missing = || OpsError::NotFound(Thing::Application);
        let before = self.before(restore).await?;
        let name = renamed.unwrap_or(&backup.name);
        if backup.updated_at != backup.created_at {
            let id = backup.version.min(self.newest_version()).max(EntryId::ZERO.plus(1));
            let what = What::Application(ApplicationStep::Rename(name.to_owned()));
            self.store.restore(vec![Step { app, id, at: backup.updated_at, what }]).await?;
        }
        self.restore_numbers(Sequence::Chats(app), backup.numbers, &before).await?;
        let token = match renamed {
            Some(_) => new_token()?,
            None => Token::new(backup.token.as_str()),
        };
        if self.store.application_by_token(&token.hash()).await?.is_some() {
            return Err(OpsError::ApplicationExists);
        }
        if !self.store.replace_token(app, &token, self.clock.now()).await? {
            return Err(missing());
        }
        self.record(who, "application.restore", format!("application {app}"), "finished").await;
        self.store.application(app).await?.ok_or_else(missing)
    }

    /// What is known while nobody can have posted into the application: it is asked of the store that its token is still
    /// the one of its restoring, after the rest was read.
    async fn before(&self, restore: &Token) -> Asked<Before> {
        let horizon = self.queue.horizon();
        let recorded = self.store.recorded().await?;
        let epochs = recorded.partitions.iter().map(|known| known.epoch).collect();
        let restoring = self.store.application_by_token(&restore.hash()).await?;
        restoring.map(|_| Before { epochs, horizon }).ok_or(OpsError::NotFound(Thing::Application))
    }

    /// Publishes a sequence's gaps as one of this installation's epoch. Where the queue was lost before, this also says
    /// that the sequence begins where its rows end: a number that has a row is what the row says (N-ROW-WINS).
    ///
    /// One without any number has nothing that a gap could hold: its counter is opened at 0, as by who has just created it,
    /// under what was known before anybody else could use it (N-OPEN-OWN, N-OPEN-EPOCH). Where the queue does not, as after
    /// the next loss, the first number leaves a gap like that of any chat.
    async fn restore_numbers(&self, sequence: Sequence, numbers: BackupNumbers, before: &Before) -> Outcome<()> {
        for _ in 0..ATTEMPTS {
            let recorded = self.store.recorded().await?;
            let epoch = recorded.partitions.get(usize::from(sequence.partition())).map_or(0, |known| known.epoch);
            let (from, to, at) = match numbers.gap {
                Some(gap) => (gap.from, gap.to, gap.at),
                None if epoch <= 1 => return Ok(()),
                None if numbers.last == 0 => return self.open(sequence, before).await,
                None => (numbers.last, numbers.last, self.clock.now()),
            };
            if self.store.publish_gap(Gap { sequence, from, to, epoch, at }, REASON).await?.is_some() {
                return Ok(());
            }
        }
        Err(Fault::new(Part::Store, Kind::Unavailable, "publish a gap: the queue is being confirmed"))
    }

    async fn open(&self, sequence: Sequence, before: &Before) -> Outcome<()> {
        let partition = usize::from(sequence.partition());
        let epoch = before.epochs.get(partition).copied().unwrap_or_default();
        let after = before.horizon.get(partition).copied().unwrap_or_default();
        self.queue.open(sequence, epoch, after).await
    }

    /// No restored version is above it: entries of this installation come after it.
    fn newest_version(&self) -> EntryId {
        let before = i64::try_from(MARGIN.as_millis()).unwrap_or(i64::MAX);
        EntryId::first_at(Timestamp::from_millis(self.clock.now().as_millis().saturating_sub(before)))
    }
}

/// The token of an application while it is restored: the same for the same backup, and known to nobody without it.
fn restoring(source: &str) -> Token {
    use std::fmt::Write as _;
    let text = digest(source.as_bytes()).iter().fold(RESTORING.to_owned(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    Token::new(text)
}

fn must_be_restoring(token: &Token) -> Asked<()> {
    if token.reveal().starts_with(RESTORING) { Ok(()) } else { Err(OpsError::NotFound(Thing::Application)) }
}

fn widen(ranges: &mut BTreeMap<ChatNumber, (u32, u32)>, chat: ChatNumber, number: u32) {
    let range = ranges.entry(chat).or_insert((number, number));
    *range = (range.0.min(number), range.1.max(number));
}

/// The versions of a creation and of the newest change after it: in their order, and none too new.
fn versions(newest: EntryId, created: EntryId, changed: EntryId) -> (EntryId, EntryId) {
    let created = created.min(newest).max(EntryId::ZERO.plus(1));
    (created, changed.min(newest).max(created.plus(1)))
}

fn chat_steps(app: AppId, newest: EntryId, chat: BackupChat, steps: &mut Vec<Step>) {
    let (created, changed) = versions(newest, EntryId::first_at(chat.created_at), chat.version);
    let step = |id, at, step| Step { app, id, at, what: What::Chat(chat.chat, step) };
    if chat.state == ChatState::Dead {
        steps.push(step(created, chat.created_at, ChatStep::Bury));
        return;
    }
    steps.push(step(created, chat.created_at, ChatStep::Create { title: chat.title.clone() }));
    if let (true, Some(title)) = (chat.version > EntryId::ZERO, chat.title) {
        steps.push(step(changed, chat.updated_at, ChatStep::Update { title }));
    }
    if let Some(at) = chat.deleted_at {
        steps.push(step(changed, at, ChatStep::Delete));
    }
}

fn message_steps(app: AppId, newest: EntryId, message: BackupMessage, steps: &mut Vec<Step>) {
    let (created, changed) = versions(newest, message.create_version, message.version);
    let place = (message.chat, message.number);
    let step = |id, at, step| Step { app, id, at, what: What::Message(place.0, place.1, step) };
    if message.state == MessageState::Dead {
        steps.push(step(created, message.created_at, MessageStep::Bury));
        return;
    }
    let BackupMessage { content, sender, sent_at, .. } = message;
    let creation = MessageStep::Create { content: content.clone(), sender, sent_at };
    steps.push(step(created, message.created_at, creation));
    if message.state == MessageState::Deleted {
        steps.push(step(changed, message.updated_at, MessageStep::Delete));
    } else if message.version > message.create_version {
        steps.push(step(changed, message.updated_at, MessageStep::Update { content }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_keep_their_order_and_stay_below_what_comes_later() {
        let id = |n| EntryId::ZERO.plus(n);
        assert_eq!(versions(id(100), id(5), id(9)), (id(5), id(9)));
        assert_eq!(versions(id(100), id(5), id(5)), (id(5), id(6)));
        assert_eq!(versions(id(100), id(500), id(900)), (id(100), id(101)));
        assert_eq!(versions(id(100), EntryId::ZERO, EntryId::ZERO), (id(1), id(2)));
    }

    #[test]
    fn the_token_of_a_restoring_is_of_its_backup() {
        assert_eq!(restoring("a"), restoring("a"));
        assert_ne!(restoring("a"), restoring("b"));
        assert!(must_be_restoring(&restoring("a")).is_ok());
        assert!(must_be_restoring(&Token::from_random([7; 16])).is_err());
    }
}
