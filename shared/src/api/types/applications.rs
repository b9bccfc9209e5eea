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

/// What the replacing of a token asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RotateToken {
    /// How long the old token works still, in seconds; 0 ends it at once.
    #[serde(default = "usual_grace")]
    #[schema(default = 86_400, maximum = 2_592_000)]
    pub grace_seconds: u32,
}

impl RotateToken {
    /// The grace where nothing is said: a day.
    pub const USUAL: u32 = 86_400;
    /// The longest grace: thirty days.
    pub const LONGEST: u32 = 30 * 86_400;
}

impl Default for RotateToken {
    fn default() -> Self {
        Self { grace_seconds: Self::USUAL }
    }
}

fn usual_grace() -> u32 {
    RotateToken::USUAL
}

/// A token that was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenRotated {
    /// The new token; it works at once.
    #[schema(example = "6f1ed002ab5595859014ebf0951522d9")]
    pub token: String,
    /// The application's name.
    pub name: String,
    /// Until when the old token works.
    #[schema(value_type = String, format = DateTime)]
    pub old_token_until: Timestamp,
}
