//! Applications' tokens: made at random, and replaced where one has become known to others.

use std::time::Duration;

use super::{Asked, Installation, OpsError, Thing};
use crate::api::types::RotateToken;
use crate::clock::Timestamp;
use crate::domain::{AppId, Application, Token};
use crate::fault::{Fault, Kind, Outcome, Part};

/// A token that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The application as it is now.
    pub application: Application,
    /// The token that it had.
    pub old: Token,
    /// Until when that one works still.
    pub until: Timestamp,
}

/// A token of 128 random bits.
pub fn new_token() -> Outcome<Token> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)
        .map_err(|cause| Fault::new(Part::Store, Kind::Unavailable, "make a token").because(cause))?;
    Ok(Token::from_random(random))
}

impl Installation {
    /// Gives an application another token, which works at once; the one that it had works for `grace` more.
    pub async fn replace_token(&self, app: AppId, grace: Duration, who: &str) -> Asked<Replaced> {
        if grace.as_secs() > RotateToken::LONGEST.into() {
            let reason = format!("must be at most {}", RotateToken::LONGEST);
            return Err(OpsError::Invalid { field: "grace_seconds", reason });
        }
        let missing = || OpsError::NotFound(Thing::Application);
        let application = self.store.application(app).await?.ok_or_else(missing)?;
        let until = self.clock.now().plus(grace);
        let new = new_token()?;
        if !self.store.replace_token(app, &new, until).await? {
            return Err(missing());
        }
        let result = format!("another token; the old one works until {until}");
        self.record(who, "application.rotate_token", format!("application {app}"), result).await;
        let old = application.token.clone();
        Ok(Replaced { application: Application { token: new, ..application }, old, until })
    }
}
