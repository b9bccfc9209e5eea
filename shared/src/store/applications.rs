//! Applications in the store.

use async_trait::async_trait;

use crate::clock::Timestamp;
use crate::domain::{AppId, Application, Digest, Token};
use crate::fault::Outcome;

/// An application to be created.
#[derive(Debug, Clone)]
pub struct NewApplication {
    /// Its token.
    pub token: Token,
    /// Its name.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    /// The application.
    pub application: Application,
    /// Until when the token is found; `None` for the one that the application has now.
    pub until: Option<Timestamp>,
}

/// The part of the port about applications. Deleted ones are not found by anything here.
#[async_trait]
pub trait Applications: Send + Sync {
    /// Creates one; committed when this returns.
    async fn create_application(&self, new: &NewApplication) -> Outcome<Application>;

    /// By the SHA-256 of its token, or of one that it had before and that is not past its time.
    async fn application_by_token(&self, hash: &Digest) -> Outcome<Option<Tenant>>;

    /// By the store's id.
    async fn application(&self, id: AppId) -> Outcome<Option<Application>>;

    /// In the order of ids, those after `after`; at most `limit`. With `name`, only those of exactly this name.
    async fn applications(&self, after: Option<AppId>, name: Option<&str>, limit: u32) -> Outcome<Vec<Application>>;

    /// Gives it another token. The one that it had is found until `until`, and none that it had before that any longer.
    /// False where the application was not there. Committed when this returns.
    async fn replace_token(&self, id: AppId, new: &Token, until: Timestamp) -> Outcome<bool>;

    /// Marks it deleted: its token is found no more, and may be another's. False where it was not there. Rows go by [`super::Ingest::purge`].
    async fn delete_application(&self, id: AppId, at: Timestamp) -> Outcome<bool>;
}
