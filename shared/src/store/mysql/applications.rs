//! Applications on the server.

use async_trait::async_trait;
use sqlx::MySqlExecutor;
use sqlx::mysql::MySqlConnection;

use super::fault::fault;
use super::transaction::in_transaction;
use super::{MysqlStore, row, tokens};
use crate::clock::Timestamp;
use crate::domain::{AppId, Application, Digest, Sequence, Token};
use crate::fault::Outcome;
use crate::queue::EntryId;
use crate::store::{Applications, NewApplication, Tenant};

#[async_trait]
impl Applications for MysqlStore {
    async fn create_application(&self, new: &NewApplication) -> Outcome<Application> {
        create(&self.pool, new).await
    }

    async fn application_by_token(&self, hash: &Digest) -> Outcome<Option<Tenant>> {
        by_token(&self.pool, hash, self.clock.now()).await
    }

    async fn application(&self, id: AppId) -> Outcome<Option<Application>> {
        by_id(&self.pool, id).await
    }

    async fn applications(&self, after: Option<AppId>, name: Option<&str>, limit: u32) -> Outcome<Vec<Application>> {
        let after = after.map_or(0, |id| id.0);
        match name {
            Some(name) => named(&self.pool, name, after, limit).await,
            None => page(&self.pool, after, limit).await,
        }
    }

    async fn replace_token(&self, id: AppId, new: &Token, until: Timestamp) -> Outcome<bool> {
        let (new, now) = (new.clone(), self.clock.now());
        in_transaction(&self.pool, move |db| Box::pin(tokens::replace(db, id, new.clone(), until, now))).await
    }

    async fn delete_application(&self, id: AppId, at: Timestamp) -> Outcome<bool> {
        in_transaction(&self.pool, move |db| Box::pin(delete(db, id, at))).await
    }
}

pub const INSERT: &str = "INSERT INTO applications
    (token_hash, token, name, chats_count, version, created_at, updated_at) VALUES (?, ?, ?, 0, 0, ?, ?)";

async fn create(db: impl MySqlExecutor<'_>, new: &NewApplication) -> Outcome<Application> {
    let inserted = sqlx::query(INSERT)
        .bind(new.token.hash().as_slice())
        .bind(new.token.reveal().as_bytes())
        .bind(&new.name)
        .bind(new.at.as_millis())
        .bind(new.at.as_millis())
        .execute(db)
        .await
        .map_err(fault("insert an application"))?;
    Ok(Application {
        id: AppId(i64::try_from(inserted.last_insert_id()).unwrap_or(i64::MAX)),
        token: new.token.clone(),
        name: new.name.clone(),
        chats_count: 0,
        version: EntryId::ZERO,
        created_at: new.at,
        updated_at: new.at,
    })
}

/// A token that is nobody's, one that is past its time and one of a deleted application are looked for alike.
pub const BY_TOKEN: &str = "SELECT id, token, name, chats_count, version, created_at, updated_at,
        (SELECT expires_at FROM retired_tokens WHERE token_hash = ?)
    FROM applications
    WHERE id = COALESCE((SELECT id FROM applications WHERE token_hash = ?),
            (SELECT application_id FROM retired_tokens WHERE token_hash = ? AND expires_at > ?))
        AND deleted_at IS NULL";

async fn by_token(db: impl MySqlExecutor<'_>, hash: &Digest, now: Timestamp) -> Outcome<Option<Tenant>> {
    let hashes = (0..3).fold(sqlx::query(BY_TOKEN), |query, _| query.bind(hash.as_slice()));
    let row = hashes.bind(now.as_millis()).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::tenant).transpose()).map_err(fault("find an application by its token"))
}

pub const BY_ID: &str = "SELECT id, token, name, chats_count, version, created_at, updated_at
    FROM applications WHERE id = ? AND deleted_at IS NULL";

async fn by_id(db: impl MySqlExecutor<'_>, id: AppId) -> Outcome<Option<Application>> {
    let row = sqlx::query(BY_ID).bind(id.0).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::application).transpose()).map_err(fault("read an application"))
}

pub const PAGE: &str = "SELECT id, token, name, chats_count, version, created_at, updated_at
    FROM applications WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?";

async fn page(db: impl MySqlExecutor<'_>, after: i64, limit: u32) -> Outcome<Vec<Application>> {
    let rows = sqlx::query(PAGE).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::application).collect()).map_err(fault("list applications"))
}

/// Byte by byte too: the collation does not count spaces at the end.
pub const NAMED: &str = "SELECT id, token, name, chats_count, version, created_at, updated_at
    FROM applications FORCE INDEX (idx_application_name)
    WHERE name = ? AND CAST(name AS BINARY) = CAST(? AS BINARY) AND id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?";

async fn named(db: impl MySqlExecutor<'_>, name: &str, after: i64, limit: u32) -> Outcome<Vec<Application>> {
    let rows = sqlx::query(NAMED).bind(name).bind(name).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::application).collect()).map_err(fault("list applications of a name"))
}

pub const HOLD: &str = "SELECT id FROM applications WHERE id = ? AND deleted_at IS NULL FOR UPDATE";

/// Locks an application; false where there is none.
pub async fn hold(db: &mut MySqlConnection, id: AppId) -> Outcome<bool> {
    let held = sqlx::query(HOLD).bind(id.0).fetch_optional(db).await;
    held.map(|row| row.is_some()).map_err(fault("lock an application"))
}

/// Its token is given up with it: a backup that is restored later needs it.
pub const MARK_DELETED: &str =
    "UPDATE applications SET deleted_at = ?, updated_at = ?, token = ?, token_hash = ? WHERE id = ?";

/// Reads the counts of all its chats: once in its life. Under the application's lock nobody moves them.
pub const MESSAGES: &str =
    "SELECT CAST(COALESCE(SUM(messages_count), 0) AS SIGNED) FROM chats WHERE application_id = ?";

pub const COUNT_OUT: &str = "UPDATE partitions SET messages = messages - ? WHERE `partition` = ?";

const PURGE_LATER: &str =
    "INSERT INTO purges (application_id, chat_id) VALUES (?, 0) ON DUPLICATE KEY UPDATE chat_id = chat_id";

/// Marks an application and, by it, everything that it holds. False where there is none.
pub async fn delete(db: &mut MySqlConnection, id: AppId, at: Timestamp) -> Outcome<bool> {
    if !hold(db, id).await? {
        return Ok(false);
    }
    let gone = Token::of_deleted(id);
    let marked = sqlx::query(MARK_DELETED)
        .bind(at.as_millis())
        .bind(at.as_millis())
        .bind(gone.reveal().as_bytes())
        .bind(gone.hash().as_slice())
        .bind(id.0)
        .execute(&mut *db)
        .await;
    marked.map_err(fault("mark an application deleted"))?;
    let messages: Result<i64, _> = sqlx::query_scalar(MESSAGES).bind(id.0).fetch_one(&mut *db).await;
    let counting = sqlx::query(COUNT_OUT)
        .bind(messages.map_err(fault("count an application's messages"))?)
        .bind(Sequence::Chats(id).partition());
    counting.execute(&mut *db).await.map_err(fault("count an application out"))?;
    sqlx::query(PURGE_LATER).bind(id.0).execute(db).await.map_err(fault("note what is to be purged"))?;
    Ok(true)
}

pub const RENAME: &str = "UPDATE applications SET name = ?, version = ?, updated_at = ?
    WHERE id = ? AND version < ? AND deleted_at IS NULL";

/// Another name: wins by version (R-LAST-WRITER).
pub async fn rename(db: &mut MySqlConnection, id: AppId, name: &str, version: EntryId, at: Timestamp) -> Outcome<()> {
    sqlx::query(RENAME)
        .bind(name)
        .bind(version.to_column())
        .bind(at.as_millis())
        .bind(id.0)
        .bind(version.to_column())
        .execute(db)
        .await
        .map_err(fault("rename an application"))?;
    Ok(())
}
