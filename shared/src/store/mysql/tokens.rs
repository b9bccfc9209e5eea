//! Tokens of applications in the server as they are replaced: the one that counts stands with its application, those before
//! it are kept by their hashes until their time.

use sqlx::mysql::MySqlConnection;

use super::applications;
use super::fault::fault;
use crate::clock::Timestamp;
use crate::domain::{AppId, Token};
use crate::fault::Outcome;

/// None that was retired earlier works longer than the newest of them.
pub const SHORTEN: &str = "UPDATE retired_tokens SET expires_at = LEAST(expires_at, ?) WHERE application_id = ?";

const RETIRE: &str = "INSERT INTO retired_tokens (token_hash, application_id, expires_at)
    SELECT token_hash, id, ? FROM applications WHERE id = ? AND deleted_at IS NULL";

pub const REPLACE: &str = "UPDATE applications SET token = ?, token_hash = ? WHERE id = ? AND deleted_at IS NULL";

/// What is past its time is found no more, and need not be kept.
pub const PRUNE: &str = "DELETE FROM retired_tokens WHERE application_id = ? AND expires_at <= ?";

/// Another token for an application; false where there is none.
pub async fn replace(
    db: &mut MySqlConnection,
    id: AppId,
    new: Token,
    until: Timestamp,
    now: Timestamp,
) -> Outcome<bool> {
    // Two that replace it at the same time would both retire the same one.
    if !applications::hold(db, id).await? {
        return Ok(false);
    }
    let shortened = sqlx::query(SHORTEN).bind(until.as_millis()).bind(id.0).execute(&mut *db).await;
    shortened.map_err(fault("shorten the time of earlier tokens"))?;
    let retired = sqlx::query(RETIRE).bind(until.as_millis()).bind(id.0).execute(&mut *db).await;
    retired.map_err(fault("retire a token"))?;
    set(db, id, &new).await?;
    let pruned = sqlx::query(PRUNE).bind(id.0).bind(now.as_millis()).execute(db).await;
    pruned.map(|_| true).map_err(fault("remove tokens past their time"))
}

/// Sets the token that counts.
pub async fn set(db: &mut MySqlConnection, id: AppId, token: &Token) -> Outcome<()> {
    let replaced =
        sqlx::query(REPLACE).bind(token.reveal().as_bytes()).bind(token.hash().as_slice()).bind(id.0).execute(db).await;
    replaced.map(|_| ()).map_err(fault("give an application another token"))
}
