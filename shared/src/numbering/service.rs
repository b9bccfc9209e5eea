//! The service that requests are served by: creations and changes through the queue, with epochs, seeds and existence
//! seen to. One call of the queue per accepted creation; the store is asked only to seed.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::confirm::{Confirmed, confirm};
use super::drain::{self, Drained};
use super::seed::{Known, Policy, gap_holding, last_given};
use super::{ChatSeen, MessageSeen, NewMessage, Refusal, RequestContext, Sight};
use crate::clock::Clock;
use crate::domain::{AppId, Application, ChatNumber, MessageNumber, MessageState, PARTITIONS, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{
    Accept, Accepted, Change, Entry, EntryId, Epoch, Group, IfVersion, Job, Once, Queue, Receipt, Seed, Seeded, Work,
};
use crate::store::{MessageKey, NewApplication, PartitionRecord, Recorded, Store};

/// How long a read waits for what was numbered a moment ago to be persisted.
pub const READ_OWN_WAIT: Duration = Duration::from_millis(250);

/// How the numbering protocol is run.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The most entries that a partition's log may hold (`queue.capacity`).
    pub capacity: u32,
    /// `queue.on_loss = "reuse"`: numbers stay dense after a loss, at the risk of giving one twice.
    pub reuse: bool,
    /// Whether there is a search index, which has to be filled again after a loss.
    pub indexed: bool,
}

/// Creations, changes and existence.
pub struct Numbering {
    pub(super) queue: Arc<dyn Queue>,
    pub(super) store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    settings: Settings,
    capacity: AtomicU32,
    /// The number of the confirmation that the queue was told of last.
    confirmation: AtomicU64,
    epochs: RwLock<Vec<Known>>,
    confirming: Semaphore,
    /// Whether an operator has stopped accepting, as far as this process knows. What nobody can get round is that the queue
    /// is closed (N-PAUSE-CLOSED); this spares asking it.
    paused: AtomicBool,
}

/// What is known before a creation is sent (N-OPEN-EPOCH, N-OPEN-UNTRIMMED).
struct Before {
    epochs: Vec<Known>,
    horizon: Vec<EntryId>,
}

/// What a sequence's counter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Numbers up to this one were given.
    UpTo(u32),
    /// The sequence is closed: its owner is deleted.
    Closed,
    /// Its owner was never created.
    NoOwner,
}

impl Numbering {
    /// The service over a queue and a store. Nothing is accepted before [`Self::confirm`] has succeeded.
    pub fn new(queue: Arc<dyn Queue>, store: Arc<dyn Store>, clock: Arc<dyn Clock>, settings: Settings) -> Self {
        Self {
            queue,
            store,
            clock,
            settings,
            capacity: AtomicU32::new(settings.capacity),
            confirmation: AtomicU64::new(0),
            epochs: RwLock::new(vec![Known::default(); usize::from(PARTITIONS)]),
            confirming: Semaphore::new(1),
            paused: AtomicBool::new(false),
        }
    }

    /// Confirms the queue: at start, and whenever it answers that it may hold other data.
    pub async fn confirm(&self) -> Outcome<Confirmed> {
        let confirmed = confirm(&*self.store, &*self.queue, &*self.clock, self.settings).await?;
        // Nothing is accepted before the epochs are known here: by then the store has recorded the capacity under which
        // numbers are given (N-CAPACITY-RECORDED).
        self.capacity.store(confirmed.capacity, Ordering::Relaxed);
        self.confirmation.store(confirmed.number, Ordering::Relaxed);
        self.paused.store(confirmed.paused, Ordering::Relaxed);
        self.know(confirmed.epochs.clone());
        Ok(confirmed)
    }

    /// Tells what was read of operators' pauses a moment ago, so that requests need not ask the queue to be refused.
    pub fn heed(&self, paused: bool) {
        self.paused.store(paused, Ordering::Relaxed);
    }

    /// Refuses where an operator has stopped accepting: for what is written past the queue.
    pub fn must_accept(&self) -> Result<(), Refusal> {
        if self.paused.load(Ordering::Relaxed) { Err(Refusal::Paused) } else { Ok(()) }
    }

    /// Brings an operator's pause about: has the queue closed, recorded as drained once everything is done with, and
    /// confirmed again when its server is another one by then. To be called every moment while accepting is stopped.
    pub async fn keep_paused(&self) -> Outcome<()> {
        // Whoever is confirming sees to it.
        let Ok(_permit) = self.confirming.try_acquire() else { return Ok(()) };
        match drain::look(&*self.store, &*self.queue).await? {
            Drained::Otherwise => self.confirm().await.map(|_| ()),
            Drained::Yes | Drained::NotYet => Ok(()),
        }
    }

    /// Creates an application; it starts to number its chats at 1 without asking the store.
    pub async fn create_application(&self, new: &NewApplication) -> Result<Application, Refusal> {
        self.must_accept()?;
        let before = self.before();
        let application = self.store.create_application(new).await?;
        self.open_own(Sequence::Chats(application.id), &before).await;
        Ok(application)
    }

    /// Numbers a new chat.
    pub async fn create_chat(
        &self,
        app: AppId,
        title: Option<String>,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        let payloads = vec![(Job::CreateChat { title }, once(ctx, 1, 0))];
        let before = self.before();
        let receipt = self.create(Sequence::Chats(app), None, payloads, ctx).await.map_err(of_application)?;
        // A key's old answer tells of a chat that others may have written into since (N-OPEN-OWN).
        if !receipt.replayed {
            self.open_own(Sequence::Messages(app, receipt.first), &before).await;
        }
        Ok(receipt)
    }

    /// Numbers new messages, consecutively and in this order, all or none. 1 to 1,000.
    pub async fn create_messages(
        &self,
        app: AppId,
        chat: ChatNumber,
        messages: Vec<NewMessage>,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        let count = u32::try_from(messages.len()).unwrap_or(u32::MAX);
        let payloads = (0..).zip(messages).map(|(index, NewMessage { content, sender, sent_at })| {
            (Job::CreateMessage { content, sender, sent_at }, once(ctx, count, index))
        });
        self.create(Sequence::Messages(app, chat), Some(chat), payloads.collect(), ctx).await
    }

    /// Accepts another name.
    pub async fn update_application(&self, app: AppId, name: String, ctx: &RequestContext) -> Result<Receipt, Refusal> {
        self.change(Sequence::Chats(app), 0, Job::UpdateApplication { name }, None, ctx).await.map_err(of_application)
    }

    /// Accepts the clean-up after an application that the store has marked deleted already.
    pub async fn delete_application(&self, app: AppId, ctx: &RequestContext) -> Result<Receipt, Refusal> {
        self.change(Sequence::Chats(app), 0, Job::DeleteApplication, None, ctx).await.map_err(of_application)
    }

    /// Accepts another title.
    pub async fn update_chat(
        &self,
        app: AppId,
        chat: ChatNumber,
        title: String,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        self.must_have_chat(app, chat, ctx.wait).await?;
        self.change(Sequence::Messages(app, chat), 0, Job::UpdateChat { title }, None, ctx).await
    }

    /// Accepts the deletion of a chat: from now on it answers that it is gone.
    pub async fn delete_chat(&self, app: AppId, chat: ChatNumber, ctx: &RequestContext) -> Result<Receipt, Refusal> {
        self.must_have_chat(app, chat, ctx.wait).await?;
        self.change(Sequence::Messages(app, chat), 0, Job::DeleteChat, None, ctx).await
    }

    /// Accepts another content.
    pub async fn update_message(
        &self,
        app: AppId,
        chat: ChatNumber,
        number: MessageNumber,
        content: String,
        if_match: Option<EntryId>,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        self.change_message(app, chat, number, Job::UpdateMessage { content }, if_match, ctx).await
    }

    /// Accepts the deletion of a message.
    pub async fn delete_message(
        &self,
        app: AppId,
        chat: ChatNumber,
        number: MessageNumber,
        if_match: Option<EntryId>,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        self.change_message(app, chat, number, Job::DeleteMessage, if_match, ctx).await
    }

    /// Waits until what a receipt names is persisted (or parked as a dead letter); false where it was not in time.
    pub async fn persisted(&self, sequence: Sequence, id: EntryId, wait: Duration) -> Outcome<bool> {
        self.queue.settled(Group::Persist, sequence.partition(), id, wait).await
    }

    /// What the counter says, seeded where it must be.
    pub(super) async fn given_seeded(&self, sequence: Sequence, wait: Duration) -> Result<Given, Refusal> {
        let known = self.queue.counter(sequence).await?;
        match known {
            Some(counter) if counter.closed => return Ok(Given::Closed),
            // N-SEED-CHECK, N-COUNTER-EPOCH.
            Some(counter) if counter.check_ok && counter.epoch == self.known(sequence).epoch => {
                return Ok(counter.n.map_or(Given::NoOwner, Given::UpTo));
            }
            _ => {}
        }
        // Nothing is appended: this only has the counter looked at, and seeded.
        match self.accept(sequence, &Work::Create(Vec::new()), None, Instant::now() + wait).await {
            Ok(receipt) => Ok(Given::UpTo(receipt.first - 1)),
            Err(Refusal::ChatGone) => Ok(Given::Closed),
            Err(Refusal::NoSuchChat) => Ok(Given::NoOwner),
            Err(refusal) => Err(refusal),
        }
    }

    async fn create(
        &self,
        sequence: Sequence,
        chat: Option<ChatNumber>,
        jobs: Vec<(Job, Option<Once>)>,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        let once = jobs.first().and_then(|(_, once)| *once);
        let at = self.clock.now();
        let payloads = jobs.into_iter().map(|(job, once)| {
            Entry { app: sequence.app(), chat, number: 0, job, at, request_id: ctx.request_id.clone(), once }.encode()
        });
        let work = Work::Create(payloads.collect());
        self.accept(sequence, &work, once, Instant::now() + ctx.wait).await
    }

    async fn change(
        &self,
        sequence: Sequence,
        number: u32,
        job: Job,
        if_version: Option<IfVersion>,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        let closes = matches!(job, Job::DeleteChat | Job::DeleteApplication);
        let entry = Entry {
            app: sequence.app(),
            chat: sequence.chat(),
            number,
            job,
            at: self.clock.now(),
            request_id: ctx.request_id.clone(),
            once: None,
        };
        let work = Work::Change(Change { number, payload: entry.encode(), if_version, closes });
        self.accept(sequence, &work, None, Instant::now() + ctx.wait).await
    }

    async fn change_message(
        &self,
        app: AppId,
        chat: ChatNumber,
        number: MessageNumber,
        job: Job,
        if_match: Option<EntryId>,
        ctx: &RequestContext,
    ) -> Result<Receipt, Refusal> {
        let row = match self.see_message(MessageKey { app, chat, number }, ctx.wait).await? {
            MessageSeen::Here(message) => match message.state {
                MessageState::Accepted | MessageState::Persisted => Some(message.version),
                MessageState::Deleted | MessageState::Dead => return Err(Refusal::MessageGone),
            },
            MessageSeen::NotYet { .. } => None,
            MessageSeen::ChatDeleted => return Err(Refusal::ChatGone),
            MessageSeen::InGap(_) => return Err(Refusal::MessageGone),
            MessageSeen::NoChat => return Err(Refusal::NoSuchChat),
            MessageSeen::Absent => return Err(Refusal::NoSuchMessage),
        };
        let if_version = match (if_match, row) {
            (Some(expected), Some(row)) => Some(IfVersion { expected, row }),
            // Its version is too far down the backlog to be compared.
            (Some(_), None) => return Err(Refusal::SeedTimeout),
            (None, _) => None,
        };
        self.change(Sequence::Messages(app, chat), number, job, if_version, ctx).await
    }

    async fn must_have_chat(&self, app: AppId, chat: ChatNumber, wait: Duration) -> Result<(), Refusal> {
        match self.see_chat(app, chat, wait).await? {
            ChatSeen::Here(_) | ChatSeen::NotYet { .. } => Ok(()),
            ChatSeen::Deleted | ChatSeen::InGap(_) => Err(Refusal::ChatGone),
            ChatSeen::Absent => Err(Refusal::NoSuchChat),
        }
    }

    /// Starts the sequence of what this process has just created at 0, so that its first number need not ask the store
    /// (N-OPEN-OWN); where this fails, it will. `before` is what was known of epochs before the creation was sent: in a
    /// later one, numbers that others were given since may be lost (N-OPEN-EPOCH).
    async fn open_own(&self, sequence: Sequence, before: &Before) {
        let partition = usize::from(sequence.partition());
        let epoch = before.epochs.get(partition).copied().unwrap_or_default().epoch;
        let after = before.horizon.get(partition).copied().unwrap_or_default();
        if let Err(cause) = self.queue.open(sequence, epoch, after).await {
            tracing::debug!(error = &cause as &dyn std::error::Error, %sequence, "a new counter was not opened");
        }
    }

    /// Asks the queue until it has accepted or refused, seeing to epochs and seeds in between. A client's key is looked up
    /// after the epoch was read that the request then carries (N-KEYS-EPOCH-FIRST), again after each change of it
    /// (N-KEYS-AGAIN).
    async fn accept(
        &self,
        sequence: Sequence,
        work: &Work,
        once: Option<Once>,
        deadline: Instant,
    ) -> Result<Receipt, Refusal> {
        let asks = matches!(work, Work::Create(payloads) if payloads.is_empty());
        loop {
            if !asks {
                self.must_accept()?;
            }
            let known = self.known(sequence);
            let epoch = known.epoch;
            if let Some(once) = once.filter(|_| epoch > 1)
                && let Some(receipt) = self.answered_before_a_loss(&once).await?
            {
                return Ok(receipt);
            }
            let request = Accept { sequence, epoch, work: work.clone(), once };
            match self.queue.accept(request).await? {
                Accepted::Done(receipt) => return Ok(receipt),
                Accepted::KeyConflict => return Err(Refusal::KeyConflict),
                Accepted::Full(retry_after) => return Err(Refusal::Full { retry_after }),
                Accepted::Gone => return Err(Refusal::ChatGone),
                Accepted::Changed(current) => return Err(Refusal::Changed { current }),
                Accepted::Epoch => self.learn_epoch(sequence, epoch).await?,
                Accepted::Closed => self.learn_pause().await?,
                Accepted::Seed(last) => self.seed(sequence, known, last, deadline).await?,
            }
            if Instant::now() >= deadline {
                return Err(Refusal::SeedTimeout);
            }
        }
    }

    /// After a loss the queue has forgotten clients' keys; the store has those of what was persisted (N-KEYS-IN-STORE).
    async fn answered_before_a_loss(&self, once: &Once) -> Result<Option<Receipt>, Refusal> {
        let Some(stored) = self.store.once(&once.key).await? else { return Ok(None) };
        // N-KEYS-BODY.
        if stored.body != once.body {
            return Err(Refusal::KeyConflict);
        }
        Ok(Some(Receipt { first: stored.first, count: stored.count, last_id: stored.entry_id, replayed: true }))
    }

    async fn seed(&self, sequence: Sequence, known: Known, last: EntryId, deadline: Instant) -> Result<(), Refusal> {
        let epoch = known.epoch;
        // N-SEED-WAIT: an entry that is logged and not persisted would be a number that the store does not know.
        let wait = deadline.saturating_duration_since(Instant::now());
        if !self.queue.settled(Group::Persist, sequence.partition(), last, wait).await? {
            return Err(Refusal::SeedTimeout);
        }
        let evidence = self.store.evidence(sequence).await?;
        if !evidence.exists && !Box::pin(self.owner_was_numbered(sequence, deadline)).await? {
            return Err(Refusal::NoSuchChat);
        }
        let policy = Policy { capacity: self.capacity.load(Ordering::Relaxed), reuse: self.settings.reuse };
        let Some(n) = last_given(&*self.store, &*self.clock, policy, sequence, known, &evidence).await? else {
            return Ok(self.learn_epoch(sequence, epoch).await?);
        };
        match self.queue.seed(Seed { sequence, epoch, last, n, closed: evidence.deleted }).await? {
            Seeded::Set | Seeded::Kept | Seeded::Moved => Ok(()),
            Seeded::Epoch => Ok(self.learn_epoch(sequence, epoch).await?),
        }
    }

    /// A chat may be numbered and not be persisted yet: its application's counter knows.
    async fn owner_was_numbered(&self, sequence: Sequence, deadline: Instant) -> Result<bool, Refusal> {
        let Sequence::Messages(app, chat) = sequence else { return Ok(false) };
        let wait = deadline.saturating_duration_since(Instant::now());
        match self.given_seeded(Sequence::Chats(app), wait).await? {
            Given::UpTo(n) if chat <= n => Ok(gap_holding(&*self.store, Sequence::Chats(app), chat).await?.is_none()),
            _ => Ok(false),
        }
    }

    /// The queue's epoch is another than `believed`: takes the store's, or confirms where that is the same.
    async fn learn_epoch(&self, sequence: Sequence, believed: Epoch) -> Outcome<()> {
        // One at a time: whoever comes later finds it done.
        let _permit = self.confirming.acquire().await.map_err(|cause| {
            Fault::new(Part::Queue, Kind::Unavailable, "be confirmed: the process is closing").because(cause)
        })?;
        if self.known(sequence).epoch != believed {
            return Ok(());
        }
        let recorded = self.store.recorded().await?;
        let stored = recorded.partitions.get(usize::from(sequence.partition())).map(|known| known.epoch);
        let other_epoch = stored.is_some_and(|stored| stored != believed && stored > 0);
        // Another process has confirmed the queue since: what it found is taken over, not found again.
        if believed > 0 && (other_epoch || self.is_behind(&recorded)) {
            return self.take_over(&recorded).await;
        }
        self.confirm().await.map(|_| ())
    }

    /// The queue is closed: by a pause that this process has not heard of, or by one that was taken back, and then it is
    /// confirmed, which opens it. To be called when a pause is found to be over, too.
    pub async fn learn_pause(&self) -> Outcome<()> {
        let _permit = self.confirming.acquire().await.map_err(|cause| {
            Fault::new(Part::Queue, Kind::Unavailable, "be opened: the process is closing").because(cause)
        })?;
        let recorded = self.store.recorded().await?;
        self.heed(recorded.paused);
        // Another process may have opened it since.
        let closed = !recorded.paused && self.queue.examine().await?.closed;
        if closed && !self.is_behind(&recorded) {
            return self.confirm().await.map(|_| ());
        }
        if self.is_behind(&recorded) { self.take_over(&recorded).await } else { Ok(()) }
    }

    /// Takes over a confirmation that another process has made, where there is one: a process that accepts nothing would
    /// hear of it from nobody. To be called every second (N-TAKEOVER-MET).
    pub async fn look_around(&self) -> Outcome<()> {
        let recorded = self.store.recorded().await?;
        // What comes after a confirmation of one's own is known already.
        let Ok(_permit) = self.confirming.try_acquire() else { return Ok(()) };
        if self.is_behind(&recorded) { self.take_over(&recorded).await } else { Ok(()) }
    }

    fn is_behind(&self, recorded: &Recorded) -> bool {
        recorded.confirmation > self.confirmation.load(Ordering::Relaxed)
    }

    async fn take_over(&self, recorded: &Recorded) -> Outcome<()> {
        let known = |partition: &PartitionRecord| Known { epoch: partition.epoch, loss: partition.loss };
        let known: Vec<Known> = recorded.partitions.iter().map(known).collect();
        let epochs: Vec<Epoch> = known.iter().map(|known| known.epoch).collect();
        self.queue.follow(recorded.confirmation, &epochs).await?;
        // N-CAPACITY-KEPT: numbers may have been given under a capacity that another process asked for.
        let widest = recorded.partitions.iter().map(|known| known.capacity).max().unwrap_or(0);
        self.capacity.fetch_max(widest, Ordering::Relaxed);
        self.confirmation.store(recorded.confirmation, Ordering::Relaxed);
        self.know(known);
        Ok(())
    }

    fn before(&self) -> Before {
        let epochs = self.epochs.read().unwrap_or_else(PoisonError::into_inner).clone();
        Before { epochs, horizon: self.queue.horizon() }
    }

    fn known(&self, sequence: Sequence) -> Known {
        let epochs = self.epochs.read().unwrap_or_else(PoisonError::into_inner);
        epochs.get(usize::from(sequence.partition())).copied().unwrap_or_default()
    }

    fn know(&self, epochs: Vec<Known>) {
        *self.epochs.write().unwrap_or_else(PoisonError::into_inner) = epochs;
    }
}

fn once(ctx: &RequestContext, count: u32, index: u32) -> Option<Once> {
    ctx.once.map(|(key, body)| Once { key, body, count, index })
}

/// What the counter of an application's chats says by refusing: that the application is gone, not a chat of it.
fn of_application(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::ChatGone | Refusal::NoSuchChat => Refusal::NoSuchApplication,
        other => other,
    }
}
