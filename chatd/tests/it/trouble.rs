//! Servers that cannot be used: a wrong address, a wrong password, another protocol, silence. One clear message each, in
//! time, without a secret in it; and an engine's trouble keeps nothing but searching from going on.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::time::Duration;

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::types::{CheckStatus, CreateMessage, HealthStatus};
use futures::future::join_all;
use tokio::time::{Instant, timeout};

use crate::support::home::Home;
use crate::support::process::{Process, Settings, command, until};

/// No server is waited for longer at a start, on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(25);

/// Starts chatd with these settings, which it must refuse with this exit code and one message that says this.
pub async fn refused(data: &Path, settings: &Settings, code: i32, says: &str) {
    let (data, settings) = (data.to_owned(), settings.to_vec());
    let began = Instant::now();
    let output = tokio::task::spawn_blocking(move || command(&data, &settings).output().expect("chatd runs"));
    let output = timeout(2 * PATIENCE, output).await.expect("it ends").expect("no panic");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.contains(says), "`{says}` is not in: {said}");
    for never in ["hunter2", "panicked", "RUST_BACKTRACE", "stack backtrace"] {
        assert!(!said.contains(never), "`{never}` is in: {said}");
    }
    if code == 1 {
        assert_eq!(said.matches("\"ERROR\"").count() + said.matches("\"error\"}").count(), 1, "one message: {said}");
    }
    assert!(began.elapsed() < PATIENCE, "refused only after {:?}", began.elapsed());
}

/// A port that takes connections and never answers, as long as it is held.
fn silence() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("bound");
    (listener, address)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_or_a_queue_that_cannot_be_used_is_refused_in_time_and_by_its_name() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let ((_held, silent), (nobody, absent)) = (silence(), silence());
    drop(nobody);
    let [mysql, redis] = [home.store(), home.redis()].map(|url| {
        let (_, rest) = url.split_once("://").expect("a URL");
        rest.rsplit_once('@').map_or(rest, |(_, rest)| rest).split('/').next().expect("a host").to_owned()
    });
    let (store, queue) = ("CHATD_STORE_URL", "CHATD_QUEUE_URL");
    let cases = [
        (store, format!("mysql://chat:hunter2@{mysql}/chat"), 1, "refuses the user or its password"),
        (store, "mysql://chat:hunter2@no-such-host.invalid/chat".to_owned(), 1, "are host and port right"),
        (store, format!("mysql://chat:hunter2@{absent}/chat"), 1, "is the server running"),
        (store, format!("mysql://chat:hunter2@{silent}/chat"), 1, "no answer within 5 s"),
        (store, format!("mysql://chat:hunter2@{redis}/chat"), 1, "mysql://chat:***@"),
        (store, format!("redis://chat:hunter2@{redis}/chat"), 2, "the scheme \"redis\" is unknown here"),
        (queue, format!("redis://chat:hunter2@{redis}"), 1, "refuses the user or its password"),
        (queue, format!("redis://:hunter2@{redis}"), 1, "refuses the user or its password"),
        (queue, "redis://:hunter2@no-such-host.invalid".to_owned(), 1, "are host and port right"),
        (queue, format!("redis://:hunter2@{absent}"), 1, "is the server running"),
        (queue, format!("redis://:hunter2@{silent}"), 1, "no answer in time; are host and port right"),
        (queue, format!("redis+cluster://:hunter2@{silent},{absent}"), 1, "redis+cluster://:***@"),
        (queue, format!("redis+cluster://{redis}"), 1, "the server is no cluster"),
        (queue, format!("rediss://:hunter2@{redis}"), 1, "does the server speak TLS just where the URL says so?"),
        (queue, format!("rediss://:hunter2@{mysql}"), 1, "does not speak TLS there"),
        (queue, format!("redis://:hunter2@{mysql}"), 1, "does not speak Redis"),
        (queue, format!("mysql://chat:hunter2@{mysql}/chat"), 2, "the scheme \"mysql\" is unknown here"),
    ];
    let refusals = cases.into_iter().enumerate().map(|(nth, (setting, url, code, says))| {
        let data = folder.path().join(format!("{nth}"));
        let settings = home.settings_but(&[(setting, url)]);
        async move { refused(&data, &settings, code, says).await }
    });
    join_all(refusals).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_engine_that_hangs_or_is_away_keeps_only_the_index_waiting() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let ((_held, silent), (nobody, absent)) = (silence(), silence());
    drop(nobody);
    for (name, url) in [
        ("silent", format!("http://{silent}")),
        ("absent", format!("http://{absent}")),
        ("nowhere", "http://no-such-host.invalid:9200".to_owned()),
        ("not-tls", home.search().replace("http:", "https:")),
    ] {
        let settings = home.settings_but(&[("CHATD_SEARCH_URL", url)]);
        let data = folder.path().join(name);
        let chatd = Process::start(&data, &settings).await;
        let client = &chatd.client;
        let health = client.readyz().await.expect("ready");
        assert_eq!((health.status, health.checks["search"].status), (HealthStatus::Degraded, CheckStatus::Failed));
        let token = client.create_application(name).await.expect("created").body.token;
        let wait = WriteOptions { wait: Some(Duration::from_secs(5)), ..WriteOptions::default() };
        client.create_chat(&token, None, &wait).await.expect("accepted");
        let message = CreateMessage { content: "a word".into(), sender: None, sent_at: None };
        let created = client.create_message(&token, 1, &message, &wait).await.expect("accepted");
        assert_eq!(created.status, 201, "it is persisted");
        let found = client.search_chat(&token, 1, "word", &Paging::default()).await.expect("answers");
        assert!(found.degraded && found.body.len() == 1, "the store answers");
        chatd.terminate().await;
        let log = std::fs::read_to_string(data.with_extension("log")).expect("a log");
        assert!(log.contains("searches scan the store, and indexing waits, until it answers"), "{log}");
        assert!(!log.contains("panicked"), "{log}");
    }
    // With its address mended the index holds what waited, and each of them works on what another left.
    let chatd = Process::start(&folder.path().join("mended"), &home.settings()).await;
    for application in chatd.client.applications(&Paging::default()).await.expect("lists").body {
        until("it is found in the index", || async {
            let found = chatd.client.search_chat(&application.token, 1, "word", &Paging::default()).await;
            found.is_ok_and(|found| !found.degraded && found.body.len() == 1)
        })
        .await;
    }
    chatd.terminate().await;
}
