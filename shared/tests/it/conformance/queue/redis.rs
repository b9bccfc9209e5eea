//! Every story on one Redis server.

use std::sync::Arc;

use super::bench::Home;
use super::server::named_by;

async fn a_prefix() -> Option<Arc<dyn Home>> {
    named_by("CHATD_TEST_REDIS_URL")
}

every_story!(a_prefix);
