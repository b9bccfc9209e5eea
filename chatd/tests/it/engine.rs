//! A search engine that is busy, silent, or refuses one document: whatever it does, accepting and persisting go on, searches
//! are answered from the store, and the index is complete again by itself but for what was refused.

use std::time::Duration;

use chat_shared::api::client::{Client, Paging, WriteOptions};
use chat_shared::api::types::CreateMessage;
use chat_shared::api::types::admin::DeadLettersQuery;
use tempfile::TempDir;

use crate::support::afterwards::{settled, verified};
use crate::support::home::Home;
use crate::support::meddler::{Meddler, Mood};
use crate::support::process::{Process, until};

/// A chatd behind whose engine somebody meddles.
struct Meddled {
    chatd: Process,
    meddler: Meddler,
    token: String,
    _home: Home,
    _folder: TempDir,
}

impl Meddled {
    async fn start() -> Option<Self> {
        let home = Home::create().await?;
        let folder = tempfile::tempdir().expect("a folder");
        let meddler = Meddler::before(&home.search()).await;
        let settings = home.settings_but(&[("CHATD_SEARCH_URL", meddler.url.clone())]);
        let chatd = Process::start(&folder.path().join("data"), &settings).await;
        let token = chatd.client.create_application("meddled").await.expect("created").body.token;
        chatd.client.create_chat(&token, None, &WriteOptions::default()).await.expect("accepted");
        settled(&chatd.client).await.expect("settles");
        Some(Self { chatd, meddler, token, _home: home, _folder: folder })
    }

    /// Posts a message, which is persisted at once whatever the engine does.
    async fn post(&self, content: &str) -> u32 {
        let message = CreateMessage { content: content.into(), sender: None, sent_at: None };
        let wait = WriteOptions { wait: Some(Duration::from_secs(5)), ..WriteOptions::default() };
        let created = self.chatd.client.create_message(&self.token, 1, &message, &wait).await.expect("accepted");
        assert_eq!(created.status, 201, "it is persisted");
        created.body.message_number
    }

    /// The numbers that a text is found in, and whether the store has answered in the engine's place.
    async fn find(&self, text: &str) -> (Vec<u32>, bool) {
        let found = self.chatd.client.search_chat(&self.token, 1, text, &Paging::default()).await.expect("answers");
        (found.body.iter().map(|one| one.message.message_number).collect(), found.degraded)
    }

    async fn is_found_in(&self, text: &str, numbers: &[u32]) {
        until("the index answers with it", || async { self.find(text).await == (numbers.to_vec(), false) }).await;
    }

    async fn stop(self) {
        no_dead_letters(&self.chatd.client).await;
        self.chatd.terminate().await;
    }
}

async fn no_dead_letters(client: &Client) {
    assert!(client.dead_letters(&DeadLettersQuery::default()).await.expect("lists").items.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn while_an_engine_is_busy_or_silent_the_store_answers_and_the_index_catches_up_by_itself() {
    for mood in [Mood::Busy, Mood::Silent] {
        let Some(meddled) = Meddled::start().await else { return };
        meddled.post("a word").await;
        meddled.is_found_in("word", &[1]).await;
        meddled.meddler.feel(mood.clone());
        meddled.post("another word").await;
        meddled.post("a third word").await;
        let (found, degraded) = meddled.find("word").await;
        assert_eq!((found, degraded), (vec![1, 2, 3], true), "{mood:?}");
        meddled.meddler.feel(Mood::Straight);
        settled(&meddled.chatd.client).await.expect("everything is indexed");
        meddled.is_found_in("word", &[1, 2, 3]).await;
        verified(&meddled.chatd.client, None).await.expect("everything agrees");
        meddled.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_bulk_one_document_is_refused_and_the_others_are_indexed() {
    let Some(meddled) = Meddled::start().await else { return };
    meddled.meddler.feel(Mood::Busy);
    for number in 1..=9 {
        assert_eq!(meddled.post("a word").await, number);
    }
    // Together in one bulk now, for none of them went through.
    meddled.meddler.feel(Mood::Refusing(":1:5".into()));
    settled(&meddled.chatd.client).await.expect("the refused one holds nothing up");
    meddled.is_found_in("word", &[1, 2, 3, 4, 6, 7, 8, 9]).await;
    meddled.meddler.feel(Mood::Straight);
    let told = verified(&meddled.chatd.client, None).await.expect_err("one is missing in the index");
    assert!(told.contains("1:1:5"), "{told}");
    meddled.stop().await;
}
