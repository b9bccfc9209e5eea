//! Health and version on the wire.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether the process, or what it needs, is well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HealthStatus {
    /// All is well.
    Ok,
    /// It answers, but something that it can do without for a while is not well.
    Degraded,
    /// It should not be sent requests.
    Unavailable,
}

/// The health of the process and of each dependency by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// The whole.
    pub status: HealthStatus,
    /// Each dependency.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub checks: BTreeMap<Cow<'static, str>, Check>,
}

/// How one dependency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckStatus {
    /// Well.
    Ok,
    /// Near a limit.
    Warning,
    /// Does not answer.
    Failed,
}

/// One dependency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Check {
    /// How it is.
    pub status: CheckStatus,
    /// What is not well with it, without addresses or secrets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// How long it took to answer.
    pub took_ms: u64,
}

/// Which chatd answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Version {
    /// `chatd`.
    pub name: Cow<'static, str>,
    /// Its version.
    #[schema(example = "0.1.0")]
    pub version: Cow<'static, str>,
    /// The newest encoding of entries that it reads and writes.
    pub entry_version: u32,
}
