//! Stores, queues and indices of any kind beside each other: what works does so from accepting to finding, and what cannot
//! work with several processes is refused at the start.

use std::time::Duration;

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::types::CreateMessage;

use crate::support::afterwards::{settled, verified};
use crate::support::home::Home;
use crate::support::process::{Process, Settings, until};
use crate::trouble::refused;

const STORE: &str = "CHATD_STORE_URL";
const QUEUE: &str = "CHATD_QUEUE_URL";
const SEARCH: &str = "CHATD_SEARCH_URL";

/// `setting` embedded.
fn embedded(setting: &'static str) -> (&'static str, String) {
    (setting, "sqlite:".to_owned())
}

/// What of three parts is not on a server, in every combination but those of all and of none.
fn mixes() -> Vec<Vec<(&'static str, String)>> {
    let none = (SEARCH, "none".to_owned());
    vec![
        vec![embedded(QUEUE)],
        vec![embedded(QUEUE), embedded(SEARCH)],
        vec![embedded(QUEUE), none.clone()],
        vec![embedded(STORE)],
        vec![embedded(STORE), embedded(SEARCH)],
        vec![embedded(STORE), none.clone()],
        vec![embedded(STORE), embedded(QUEUE)],
        vec![embedded(SEARCH)],
        vec![none],
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn any_store_works_with_any_queue_and_any_index_over_a_restart() {
    for mix in mixes() {
        let Some(home) = Home::create().await else { return };
        let folder = tempfile::tempdir().expect("a folder");
        let (data, settings) = (folder.path().join("data"), home.settings_but(&mix));
        let first = Process::start(&data, &settings).await;
        let token = first.client.create_application("mixed").await.expect("created").body.token;
        first.client.create_chat(&token, None, &WriteOptions::default()).await.expect("accepted");
        post(&first, &token, 1).await;
        // Without a chance to finish anything: what was answered is still there.
        first.kill();
        let second = Process::start(&data, &settings).await;
        post(&second, &token, 2).await;
        settled(&second.client).await.expect("persisted and indexed");
        let indexed = !mix.contains(&(SEARCH, "none".to_owned()));
        until("both are found", || async {
            let found = second.client.search_chat(&token, 1, "message", &Paging::default()).await.expect("answers");
            found.body.len() == 2 && found.degraded != indexed
        })
        .await;
        verified(&second.client, None).await.unwrap_or_else(|found| panic!("{mix:?}: {found}"));
        second.terminate().await;
    }
}

async fn post(chatd: &Process, token: &str, number: u32) {
    let message = CreateMessage { content: format!("message {number}").into(), sender: None, sent_at: None };
    let wait = WriteOptions { wait: Some(Duration::from_secs(5)), ..WriteOptions::default() };
    let created = chatd.client.create_message(token, 1, &message, &wait).await.expect("accepted");
    assert_eq!(created.body.message_number, number);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_of_the_work_beside_something_embedded_is_refused() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    for role in ["api", "worker"] {
        for (setting, name) in [(STORE, "store.url"), (QUEUE, "queue.url"), (SEARCH, "search.url")] {
            let settings = home.settings_but(&[embedded(setting), ("CHATD_ROLE", role.to_owned())]);
            let says = format!("{name} is embedded, and belongs to one process");
            refused(&folder.path().join("data"), &settings, 2, &says).await;
        }
    }
    // Everything is on servers: this is how several are meant to be.
    let settings: &Settings = &home.settings_but(&[("CHATD_ROLE", "api".to_owned())]);
    Process::start(&folder.path().join("data"), settings).await.terminate().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_embedded_stores_cannot_share_a_queue() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let settings = home.settings_but(&[embedded(STORE), (SEARCH, "none".to_owned())]);
    let first = Process::start(&folder.path().join("first"), &settings).await;
    refused(&folder.path().join("second"), &settings, 1, "belongs to installation").await;
    first.terminate().await;
}
