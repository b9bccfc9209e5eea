//! Every story on a Redis cluster.

use std::sync::Arc;

use super::bench::Home;
use super::server::named_by;

async fn a_prefix() -> Option<Arc<dyn Home>> {
    named_by("CHATD_TEST_REDIS_CLUSTER_URL")
}

every_story!(a_prefix);
