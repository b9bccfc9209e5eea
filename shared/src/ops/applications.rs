//! Making an application beside chatd. It starts to number its chats as any sequence does whose counter is absent: from
//! what the store has, at its first use.

use super::{Asked, Installation, OpsError, new_token};
use crate::api::problem::FieldError;
use crate::api::types::ApplicationCreated;
use crate::domain::Limits;
use crate::numbering::Refusal;
use crate::store::NewApplication;

impl Installation {
    /// Creates an application, unless an operator has stopped accepting.
    pub async fn create_application(&self, name: &str, limits: &Limits, who: &str) -> Asked<ApplicationCreated> {
        limits
            .name(name)
            .map_err(|violation| OpsError::Field(FieldError::new("name", violation, violation.to_string())))?;
        if self.store.recorded().await?.paused {
            return Err(Refusal::Paused.into());
        }
        let new = NewApplication { token: new_token()?, name: name.to_owned(), at: self.clock.now() };
        let application = self.store.create_application(&new).await?;
        self.record(who, "application.create", format!("application {}", application.id.0), "created").await;
        let token = application.token.reveal().to_owned();
        Ok(ApplicationCreated { token, name: application.name, chats_count: application.chats_count })
    }
}
