//! Many clients at once, with and without chatd being killed under them: numbers stay dense, none is given twice, and
//! everything that was answered is there.

use std::time::Duration;

use tokio::time::sleep;

use crate::support::afterwards::{settled, tenant, verified};
use crate::support::fleet::{CHATD, Fleet};
use crate::support::load::{Load, Wrote};
use crate::support::process::until;

const CHATS: u32 = 4;
const KILLS: u64 = 20;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_clients_in_four_chats_get_dense_numbers_and_each_is_stored_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let fleet = Fleet::embedded(dir.path()).await;
    let token = tenant(&fleet.client(), CHATS).await;
    let load = Load::begin(&fleet.clients(), &token, CHATS);
    until("two thousand answers", || async { load.answered() >= 2_000 }).await;
    must_be_stored(&fleet, &token, &load.end().await, None).await;
    fleet.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn chatd_killed_twenty_times_loses_doubles_and_skips_no_number() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut fleet = Fleet::embedded(dir.path()).await;
    let token = tenant(&fleet.client(), CHATS).await;
    let load = Load::begin(&fleet.clients(), &token, CHATS);
    for kill in 0..KILLS {
        let answered = load.answered();
        until("chatd answers again", || async { load.answered() > answered + 20 }).await;
        // Any moment between one commit and the next, the same in each run of the test.
        sleep(Duration::from_millis(kill * 37 % 200)).await;
        fleet.kill(CHATD);
        fleet.start(CHATD).await;
    }
    must_be_stored(&fleet, &token, &load.end().await, None).await;
}

/// Every answered number is stored once with its content, none was answered for two contents, in every chat the numbers
/// are 1, 2, 3 … (I1 to I3), no answer was a wrong one (I8, I9), and counters, rows and index agree (I4 to I7), of
/// the index for so many messages of each chat.
pub async fn must_be_stored(fleet: &Fleet, token: &str, wrote: &Wrote, samples: Option<u32>) {
    let client = fleet.client();
    settled(&client).await.expect("everything is persisted and indexed");
    let judgement = wrote.history.judge(&client, token).await;
    assert!(judgement.is_clean() && judgement.in_gaps == 0, "{judgement:?}");
    assert!(wrote.wrong.is_empty(), "{:?}", wrote.wrong);
    let looked_up = verified(&client, samples).await.expect("everything agrees");
    assert!(looked_up > 0, "nothing was looked up in the index");
}
