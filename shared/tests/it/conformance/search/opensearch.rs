//! Every story on OpenSearch 2.

use std::sync::Arc;

use super::bench::Home;
use super::engines::{OPENSEARCH, every_story_of_an_engine};

/// A fresh index.
pub async fn an_index() -> Option<Arc<dyn Home>> {
    Some(OPENSEARCH.home().await?)
}

every_story!(an_index, 6);
every_story_of_an_engine!(OPENSEARCH);
