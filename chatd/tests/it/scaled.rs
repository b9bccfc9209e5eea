//! Several processes of one installation on real servers: two for requests and two for work behind nginx, and whoever else
//! comes to the same database. The servers are the run's; nothing is done to them.

use std::path::PathBuf;
use std::time::Duration;

use chat_shared::api::client::{Client, Paging, WriteOptions};
use futures::future::join_all;
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use crate::crash::must_be_stored;
use crate::support::afterwards::tenant;
use crate::support::fleet::{Fleet, NODES};
use crate::support::home::Home;
use crate::support::load::Load;
use crate::support::nginx::installed;
use crate::support::process::{Process, command, until};

const CHATS: u32 = 4;
const KILLS: u64 = 20;

/// Messages of each chat that are looked up in the index: one by one, over HTTP.
const SAMPLES: Option<u32> = Some(50);

/// The longest time without any answer while one of each two processes stands, on a machine that is busy with other tests.
const OUTAGE: Duration = Duration::from_secs(15);

/// How long a deletion through one process may go unnoticed by another, with what a busy machine adds to it.
const NOTICED_WITHIN: Duration = Duration::from_secs(10);

/// A scaled installation with everything of its own. Its processes end before its home is removed.
struct Scaled {
    fleet: Fleet,
    home: Home,
    _folder: TempDir,
}

impl Scaled {
    /// A running one; `None` where tests with servers are left out.
    async fn start() -> Option<Self> {
        let (home, nginx): (Home, PathBuf) = (Home::create().await?, installed()?);
        let folder = tempfile::tempdir().expect("a folder");
        let fleet = Fleet::scaled(folder.path(), &nginx, &home.settings()).await;
        Some(Self { fleet, home, _folder: folder })
    }

    async fn stop(self) {
        self.fleet.stop().await;
        drop(self.home);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_clients_of_four_processes_get_dense_numbers_and_each_is_stored_once() {
    let Some(scaled) = Scaled::start().await else { return };
    let fleet = &scaled.fleet;
    let token = tenant(&fleet.client(), CHATS).await;
    let load = Load::begin(&fleet.clients(), &token, CHATS);
    until("two thousand answers", || async { load.answered() >= 2_000 }).await;
    let wrote = load.end().await;
    assert_eq!(wrote.failed, 0, "nothing was broken");
    must_be_stored(fleet, &token, &wrote, SAMPLES).await;
    scaled.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_killed_twenty_times_in_turn_lose_double_and_skip_no_number() {
    let Some(mut scaled) = Scaled::start().await else { return };
    let fleet = &mut scaled.fleet;
    let token = tenant(&fleet.client(), CHATS).await;
    let load = Load::begin(&fleet.clients(), &token, CHATS);
    for (kill, name) in (0..KILLS).zip(NODES.into_iter().cycle()) {
        let answered = load.answered();
        until("clients are answered", || async { load.answered() > answered + 20 }).await;
        // Any moment between one commit and the next, the same in each run of the test.
        sleep(Duration::from_millis(kill * 37 % 200)).await;
        fleet.kill(name);
        fleet.start(name).await;
    }
    let wrote = load.end().await;
    assert!(wrote.longest_outage < OUTAGE, "nobody was answered for {:?}", wrote.longest_outage);
    must_be_stored(fleet, &token, &wrote, SAMPLES).await;
    scaled.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rolling_restart_under_load_loses_nothing_and_answers_nothing_wrong() {
    let Some(mut scaled) = Scaled::start().await else { return };
    let fleet = &mut scaled.fleet;
    let token = tenant(&fleet.client(), CHATS).await;
    let load = Load::begin(&fleet.clients(), &token, CHATS);
    let (stop, stopping) = watch::channel(false);
    let reader = reader(fleet.client(), token.clone(), stopping);
    for name in NODES {
        let answered = load.answered();
        fleet.terminate(name).await;
        until("the others answer", || async { load.answered() > answered + 100 }).await;
        fleet.start(name).await;
        if name.starts_with("api") {
            // Else nobody is left when the next one stops.
            let returned = fleet.process(name).client.clone();
            until("nginx uses it again", || async { messages_asked_for(&returned).await > 0 }).await;
        }
    }
    let wrote = load.end().await;
    stop.send_replace(true);
    assert!(reader.await.expect("no read failed") > 0, "nothing was read");
    // That none fails at all is seen by `make faults`, which has the machine for itself.
    assert!(wrote.wrong.is_empty() && wrote.failed < 200, "{} failed, {:?}", wrote.failed, wrote.wrong);
    must_be_stored(fleet, &token, &wrote, SAMPLES).await;
    scaled.stop().await;
}

/// Reads without pause, and gives the number of answers; fails at the first failure that is not to be tried again.
fn reader(client: Client, token: String, stopping: watch::Receiver<bool>) -> JoinHandle<u32> {
    tokio::spawn(async move {
        let mut read = 0;
        while !*stopping.borrow() {
            match client.messages(&token, 1, &Paging::default()).await {
                Ok(_) => read += 1,
                Err(cause) => assert!(cause.retryable(), "{cause:?}"),
            }
        }
        read
    })
}

/// How many requests for messages a process has answered since it began.
async fn messages_asked_for(client: &Client) -> u64 {
    let metrics = client.metrics().await.expect("answers");
    let requests =
        metrics.lines().filter(|line| line.starts_with("chatd_http_requests_total{") && line.contains("/messages"));
    requests.filter_map(|line| line.rsplit(' ').next()?.parse::<u64>().ok()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_of_one_process_is_known_to_the_other_at_once_and_soon_forgotten() {
    let Some(scaled) = Scaled::start().await else { return };
    let [one, other] = ["api-1", "api-2"].map(|name| scaled.fleet.process(name).client.clone());
    for (one, other) in [(&one, &other), (&other, &one)] {
        let token = one.create_application("shared").await.expect("created").body.token;
        let first = other.create_chat(&token, None, &WriteOptions::default()).await.expect("known at once");
        assert_eq!(first.body.chat_number, 1);
        let second = one.create_chat(&token, None, &WriteOptions::default()).await.expect("created");
        assert_eq!(second.body.chat_number, 2, "numbers are the installation's, not a process's");

        one.delete_application(&token, &WriteOptions::default()).await.expect("deleted");
        let refused = one.application(&token).await.expect_err("unknown at once where it was deleted");
        assert_eq!(refused.status(), Some(404));
        let deleted = Instant::now();
        until("it is unknown", || async { other.application(&token).await.is_err_and(|e| e.status() == Some(404)) })
            .await;
        assert!(deleted.elapsed() < NOTICED_WITHIN, "noticed after {:?}", deleted.elapsed());
        let refused = other.create_chat(&token, None, &WriteOptions::default()).await.expect_err("unknown for writers");
        assert_eq!(refused.status(), Some(404));
    }
    scaled.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_processes_that_start_together_on_an_empty_database_all_become_ready() {
    let Some(home) = Home::create().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let settings = home.settings();
    let folders: Vec<PathBuf> = (0..10).map(|number| folder.path().join(format!("chatd-{number}"))).collect();
    let processes = join_all(folders.iter().map(|data| Process::start(data, &settings))).await;
    let token = tenant(&processes[0].client, 1).await;
    for (number, process) in (1..).zip(&processes) {
        let message = chat_shared::api::types::CreateMessage { content: "hello".into(), sender: None, sent_at: None };
        let created = process.client.create_message(&token, 1, &message, &WriteOptions::default()).await;
        assert_eq!(created.expect("created").body.message_number, number);
    }
    join_all(processes.into_iter().map(Process::terminate)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embedded_queue_or_index_beside_a_store_that_others_reach_refuses_the_second_process() {
    for (embedded, setting) in [("CHATD_QUEUE_URL", "queue.url"), ("CHATD_SEARCH_URL", "search.url")] {
        let Some(home) = Home::create().await else { return };
        let folder = tempfile::tempdir().expect("a folder");
        let settings = home.settings_but(&[(embedded, "sqlite:".to_owned())]);
        let named = [&settings[..], &[("CHATD_WORKER_NODE", "the-first".to_owned())]].concat();
        let first = Process::start(&folder.path().join("first"), &named).await;
        let refused = command(&folder.path().join("second"), &settings).output().expect("chatd runs");
        let told = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(3), "{told}");
        assert!(told.contains(&format!("{setting} is embedded")) && told.contains("the-first was alive"), "{told}");
        first.terminate().await;
    }
}
