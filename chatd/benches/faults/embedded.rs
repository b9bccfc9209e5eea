//! Faults of an installation that is one chatd on its data folder.

use std::time::Duration;

use futures::FutureExt as _;
use tokio::time::sleep;

use crate::fleet::CHATD;
use crate::installation::Installation;
use crate::story::Story;

/// How often chatd is killed in one story.
const KILLS: u64 = 20;

pub fn stories() -> Vec<Story> {
    vec![
        Story {
            name: "embedded: chatd killed 20 times",
            on: || Installation::embedded().boxed(),
            strike: |at| killed_again_and_again(at).boxed(),
            forgets: false,
            flawless: false,
            outage: Duration::from_secs(5),
        },
        Story {
            name: "embedded: chatd stopped in order and started again, 5 times",
            on: || Installation::embedded().boxed(),
            strike: |at| restarted(at).boxed(),
            forgets: false,
            flawless: false,
            outage: Duration::from_secs(10),
        },
        Story {
            name: "embedded: the queue's file lost",
            on: || Installation::embedded().boxed(),
            strike: |at| lost(at, "queue.db").boxed(),
            forgets: true,
            flawless: false,
            outage: Duration::from_secs(10),
        },
        Story {
            name: "embedded: the index's file lost",
            on: || Installation::embedded().boxed(),
            strike: |at| lost(at, "search.db").boxed(),
            forgets: false,
            flawless: false,
            outage: Duration::from_secs(10),
        },
        Story {
            name: "embedded: the disk full for 5 s",
            on: || Installation::embedded().boxed(),
            strike: |at| disk_full(at).boxed(),
            forgets: false,
            flawless: false,
            outage: Duration::from_secs(10),
        },
    ]
}

async fn killed_again_and_again(at: &mut Installation) {
    for kill in 0..KILLS {
        // Any moment between one commit and the next, the same in each run.
        sleep(Duration::from_millis(200 + kill * 37 % 200)).await;
        at.fleet.kill(CHATD);
        at.fleet.start(CHATD).await;
    }
}

async fn restarted(at: &mut Installation) {
    for _ in 0..5 {
        at.fleet.terminate(CHATD).await;
        at.fleet.start(CHATD).await;
        sleep(Duration::from_secs(1)).await;
    }
}

/// No file may become larger than the largest one is, and little is missing for that.
async fn disk_full(at: &mut Installation) {
    at.fleet.kill(CHATD);
    let size = |name: &str| std::fs::metadata(at.data(CHATD).join(name)).map_or(0, |file| file.len());
    let largest = ["chat.db", "chat.db-wal", "queue.db", "queue.db-wal"].map(size).into_iter().max().unwrap_or(0);
    let blocks = u32::try_from(largest / 512 + 64).expect("a small file");
    at.fleet.room = Some(blocks);
    at.fleet.start(CHATD).await;
    sleep(Duration::from_secs(5)).await;
    at.fleet.kill(CHATD);
    at.fleet.room = None;
    at.fleet.start(CHATD).await;
}

/// A file is removed with its journal while chatd is dead.
async fn lost(at: &mut Installation, file: &str) {
    at.fleet.kill(CHATD);
    for name in [file.to_owned(), format!("{file}-wal"), format!("{file}-shm")] {
        // What was checkpointed has no journal.
        let _ = std::fs::remove_file(at.data(CHATD).join(name));
    }
    at.fleet.start(CHATD).await;
}
