//! Every story on `queue.db`.

use super::bench::{BOUNDS, Home};
use chat_shared::clock::SystemClock;
use chat_shared::queue::Queue;
use chat_shared::queue::sqlite::SqliteQueue;
use std::sync::Arc;

#[async_trait::async_trait]
impl Home for tempfile::TempDir {
    async fn open(&self) -> Arc<dyn Queue> {
        let path = self.path().join("queue.db");
        Arc::new(SqliteQueue::open(&path, BOUNDS, Arc::new(SystemClock)).await.expect("opens"))
    }

    /// The folder goes with its owner.
    async fn clean(&self) {}
}

async fn a_folder() -> Option<Arc<dyn Home>> {
    Some(Arc::new(tempfile::tempdir().expect("a folder")))
}

every_story!(a_folder);
