//! Every story on a node of a Galera cluster (`CHATD_TEST_GALERA_URLS`, which `make test-all` starts), and what only several
//! nodes can do: commit what another node has committed otherwise a moment before.

use std::sync::Arc;

use chat_shared::store::{Numbers as _, Store};
use futures::future::join_all;
use sqlx::mysql::MySqlConnectOptions;
use sqlx::{ConnectOptions as _, Executor as _};
use url::Url;

use super::super::bench::Bench;
use super::database::Database;
use super::sharing::{whole, write_the_same_chats};

/// The nodes; `None`, and said so, where there are none: `make test` starts none.
fn nodes() -> Option<Vec<Url>> {
    let Ok(urls) = std::env::var("CHATD_TEST_GALERA_URLS") else {
        eprintln!("left out: only make test-all starts a Galera cluster");
        return None;
    };
    Some(urls.split(',').map(|url| url.parse().expect("CHATD_TEST_GALERA_URLS holds what is no URL")).collect())
}

async fn a_bench() -> Option<Bench> {
    let database = Database::create_at(nodes()?.swap_remove(0)).await;
    Some(Bench::new(Box::new(database)).await)
}

every_story!(a_bench);

/// What the other nodes have committed is there on this one now, not a moment later.
async fn caught_up(node: &Url) {
    let mut db = MySqlConnectOptions::from_url(node).expect("a URL of a server").connect().await.expect("answers");
    db.execute("SET SESSION wsrep_sync_wait = 1; SELECT 1").await.expect("waited");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn processes_may_start_together_on_all_nodes_of_a_cluster() {
    let Some(nodes) = nodes() else { return };
    let database = Database::create_at(nodes[0].clone()).await;
    join_all(nodes.iter().map(caught_up)).await;
    let stores = join_all(nodes.iter().cycle().take(10).map(|node| database.store_through(node))).await;
    let mut identities = Vec::new();
    for store in stores {
        let store = store.map_err(|fault| fault.chain()).expect("opens");
        identities.push(store.recorded().await.expect("recorded").installation);
        store.close().await;
    }
    identities.dedup();
    assert_eq!(identities.len(), 1, "{identities:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn workers_on_all_nodes_that_write_the_same_chats_at_once_count_exactly() {
    let Some(nodes) = nodes() else { return };
    let database = Arc::new(Database::create_at(nodes[0].clone()).await);
    let bench = Bench::new(Box::new(Arc::clone(&database))).await;
    join_all(nodes.iter().map(caught_up)).await;
    let opened = join_all(nodes.iter().map(|node| database.store_through(node))).await;
    let stores = opened.into_iter().map(|store| Arc::new(store.expect("opens")) as Arc<dyn Store>);
    write_the_same_chats(&bench, &stores.collect::<Vec<_>>()).await;
    caught_up(&nodes[0]).await;
    whole(&bench).await;
}
