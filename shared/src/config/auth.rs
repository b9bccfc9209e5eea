//! `[auth]`: who may administer the installation.

use std::fmt;

use super::codec::{AdminKey, Choice, Named};
use super::setting::{Secrecy, Setting, at};

/// `[auth]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Auth {
    /// Whether administration needs the key.
    pub admin: Admin,
    /// The admin key that was given; `None`: the one in the data folder, made at the first start.
    pub admin_key: Option<Secret>,
}

impl Default for Auth {
    fn default() -> Self {
        Self { admin: Admin::Key, admin_key: None }
    }
}

/// Whether administration needs the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admin {
    /// It does.
    Key,
    /// Anybody who reaches chatd may do anything.
    Open,
}

impl Named for Admin {
    const ALL: &'static [(&'static str, Self)] = &[("key", Self::Key), ("open", Self::Open)];
}

/// A text that is never shown: `Debug` says `***`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps `text`.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text. For comparing and sending, never for logs.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

pub(super) fn settings() -> Vec<Setting> {
    vec![
        Setting::new(
            "auth.admin",
            at!(auth.admin),
            Choice::any(),
            "Whether administration (creating and listing applications, /chats, /messages, /admin, /metrics) needs \
             the admin key. open: anybody who reaches chatd may do anything; refused on an address that other machines \
             reach, unless --i-know is given.",
        ),
        Setting::new(
            "auth.admin_key",
            at!(auth.admin_key),
            AdminKey,
            "The file that holds the admin key. Without it the key is admin.key in the data folder, made at the first \
             start. The key itself may stand in the environment variable CHATD_ADMIN_KEY, never in this file.",
        )
        .env("CHATD_ADMIN_KEY")
        .secret(Secrecy::Whole),
    ]
}
