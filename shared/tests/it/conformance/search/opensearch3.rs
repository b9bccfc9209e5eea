//! Every story on OpenSearch 3, which `make test-all` starts.

use std::sync::Arc;

use super::bench::Home;
use super::engines::{OPENSEARCH_3, every_story_of_an_engine};

/// A fresh index.
pub async fn an_index() -> Option<Arc<dyn Home>> {
    Some(OPENSEARCH_3.home().await?)
}

every_story!(an_index, 6);
every_story_of_an_engine!(OPENSEARCH_3);
