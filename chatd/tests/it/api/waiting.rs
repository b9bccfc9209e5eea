//! `Prefer: wait=N` on writes.

use std::time::Duration;

use chat_shared::api::client::WriteOptions;
use chat_shared::api::types::{CreateMessage, WriteState};

use crate::support::server::{Recipe, with_server};

const PATIENT: WriteOptions<'static> =
    WriteOptions { wait: Some(Duration::from_secs(5)), idempotency_key: None, if_match: None, request_id: None };

fn message() -> CreateMessage<'static> {
    CreateMessage { content: "hello".into(), sender: None, sent_at: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_is_waited_for_is_persisted_when_it_is_answered() {
    with_server(async |server| {
        let token = server.tenant().await;
        let chat = server.client.create_chat(&token, None, &PATIENT).await.expect("created");
        assert_eq!((chat.status, chat.body.state), (201, WriteState::Persisted));
        assert_eq!(chat.preference_applied(), Some("wait=5"));
        let created = server.client.create_message(&token, 1, &message(), &PATIENT).await.expect("created");
        assert_eq!((created.status, created.body.state), (201, WriteState::Persisted));
        let changed = server.client.update_message(&token, 1, 1, "changed", &PATIENT).await.expect("changed");
        assert_eq!((changed.status, changed.body.state), (200, Some(WriteState::Persisted)));
        let shown = server.client.message(&token, 1, 1).await.expect("is there");
        assert_eq!(shown.body.message_content.as_deref(), Some("changed"));
        let renamed = server.client.update_application(&token, "new", &PATIENT).await.expect("changed");
        assert_eq!(
            (renamed.status, server.client.application(&token).await.expect("is there").name),
            (200, "new".into())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_in_vain_is_answered_with_what_is_known() {
    Recipe::new()
        .without_workers()
        .run(async |server| {
            let token = server.tenant_with_chat().await;
            let options = WriteOptions { wait: Some(Duration::ZERO), ..WriteOptions::default() };
            let created = server.client.create_message(&token, 1, &message(), &options).await.expect("accepted");
            assert_eq!(
                (created.status, created.body.state, created.body.message_number),
                (202, WriteState::Accepted, 1)
            );
            assert_eq!(created.preference_applied(), Some("wait=0"));
            assert!(created.location().is_some());
            let changed = server.client.update_message(&token, 1, 1, "x", &options).await.expect("accepted");
            assert_eq!((changed.status, changed.body.state), (202, Some(WriteState::Accepted)));
            let plain = server.client.update_message(&token, 1, 1, "y", &WriteOptions::default()).await;
            assert_eq!(plain.expect("accepted").body.state, None);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_ends_before_the_requests_deadline() {
    Recipe::new()
        .without_workers()
        .config(|config| config.http.deadline = Duration::from_millis(700))
        .run(async |server| {
            let token = server.tenant_with_chat().await;
            let options = WriteOptions { wait: Some(Duration::from_mins(1)), ..WriteOptions::default() };
            let created = server.client.create_message(&token, 1, &message(), &options).await.expect("accepted");
            assert_eq!((created.status, created.preference_applied()), (202, Some("wait=1")));
        })
        .await;
}
