//! Applications on the wire.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;

/// An application's name, for its creation and for its change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameBody<'a> {
    /// The name: more than white space.
    #[serde(borrow)]
    #[schema(min_length = 1, max_length = 255, pattern = r"^[^\u0000]*\S[^\u0000]*$", example = "Support desk")]
    pub name: Cow<'a, str>,
}

/// An application that was just created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApplicationCreated {
    /// Its token: whoever knows it is that tenant.
    #[schema(example = "6f1ed002ab5595859014ebf0951522d9")]
    pub token: String,
    /// Its name.
    pub name: String,
    /// Chats that exist and are not deleted.
    pub chats_count: u64,
}

/// An application in the list of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApplicationSummary {
    /// Its token.
    pub token: String,
    /// Its name.
    pub name: String,
    /// Chats that exist and are not deleted.
    pub chats_count: u64,
}

/// An application by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApplicationDetail {
    /// Its token.
    pub token: String,
    /// Its name.
    pub name: String,
    /// Chats that exist and are not deleted.
    pub chats_count: u64,
    /// When it was created.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}
