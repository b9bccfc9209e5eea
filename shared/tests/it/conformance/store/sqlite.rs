//! Every story on `chat.db`.

use std::sync::Arc;

use async_trait::async_trait;
use chat_shared::clock::ManualClock;
use chat_shared::store::Store;
use chat_shared::store::sqlite::SqliteStore;

use super::bench::{Bench, Home};

#[async_trait]
impl Home for tempfile::TempDir {
    async fn open(&self, clock: Arc<ManualClock>) -> Arc<dyn Store> {
        Arc::new(SqliteStore::open(&self.path().join("chat.db"), clock).await.expect("opens"))
    }
}

async fn a_bench() -> Bench {
    Bench::new(Box::new(tempfile::tempdir().expect("a folder"))).await
}

every_story!(a_bench);
