//! A page of a list for operators.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct List<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The `after` of the next page; absent where this was the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> List<T> {
    /// A list that is whole.
    #[must_use]
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }

    /// A page: as many rows as were asked for mean that there may be more, after what `key` says of the last one.
    #[must_use]
    pub fn page(items: Vec<T>, limit: usize, key: impl FnOnce(&T) -> String) -> Self {
        let next = if items.len() < limit { None } else { items.last().map(key) };
        Self { items, next }
    }
}
