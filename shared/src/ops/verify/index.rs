//! The search index alone against the store: as many documents as messages that a search can find, and some of them
//! looked up, spread over all.

use super::Verification;
use crate::domain::MessageState;
use crate::fault::Outcome;
use crate::queue::Group;
use crate::search::Document;
use crate::store::MessageKey;

impl Verification<'_> {
    /// I6 alone; false where the watcher stopped it.
    pub(super) async fn index_alone(&mut self, samples: u32) -> Outcome<bool> {
        self.arrived(Group::Index).await?;
        self.backlog().await?;
        let before = self.stand().await?;
        if !self.scan(samples).await? {
            return Ok(false);
        }
        let documents = self.documents().await?;
        if self.unmoved_since(&before).await? {
            self.compare_documents(documents);
        }
        Ok(true)
    }

    /// Streams every message: those that can be found are counted, and so many of them looked up.
    async fn scan(&mut self, samples: u32) -> Outcome<bool> {
        let total = self.total.unwrap_or(0);
        let stride = total.div_ceil(u64::from(samples.max(1))).max(1);
        let (mut after, mut seen) = (None, 0u64);
        loop {
            self.pacer.keep_to(self.watch.rate(self.params.rate));
            let limit = self.pacer.piece(self.pages.limit());
            let page = self.parts.store.scan_messages(None, None, after, limit).await?;
            self.pages.took(&page);
            for message in &page {
                let findable = Document::of(message).is_findable();
                self.findable += u64::from(findable);
                if findable && message.state == MessageState::Persisted {
                    if samples > 0 && seen.is_multiple_of(stride) {
                        self.look_up(message).await?;
                    }
                    seen += 1;
                }
            }
            self.findings.checked.messages += page.len() as u64;
            after = page.last().map(|last| MessageKey { app: last.app, chat: last.chat, number: last.number });
            if !self.goes_on("messages").await? {
                return Ok(false);
            }
            if page.len() < limit as usize {
                return Ok(true);
            }
            self.pacer.done(page.len()).await;
        }
    }
}
