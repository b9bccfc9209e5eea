//! Every story on the oldest Elasticsearch that is served.

use std::sync::Arc;

use super::bench::Home;
use super::engines::{ELASTICSEARCH, every_story_of_an_engine};

/// A fresh index.
pub async fn an_index() -> Option<Arc<dyn Home>> {
    Some(ELASTICSEARCH.home().await?)
}

every_story!(an_index, 6);
every_story_of_an_engine!(ELASTICSEARCH);
