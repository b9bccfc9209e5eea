//! Applications in `chat.db`.

use async_trait::async_trait;
use sqlx::SqliteExecutor;
use sqlx::sqlite::SqliteConnection;

use super::{SqliteStore, fault, row, tokens};
use crate::clock::Timestamp;
use crate::domain::{AppId, Application, Digest, Token};
use crate::fault::Outcome;
use crate::queue::EntryId;
use crate::store::{Applications, NewApplication, Tenant};

#[async_trait]
impl Applications for SqliteStore {
    async fn create_application(&self, new: &NewApplication) -> Outcome<Application> {
        let new = new.clone();
        self.writer.transaction(|db| Box::pin(create(db, new))).await
    }

    async fn application_by_token(&self, hash: &Digest) -> Outcome<Option<Tenant>> {
        by_token(&self.readers, hash, self.clock.now()).await
    }

    async fn application(&self, id: AppId) -> Outcome<Option<Application>> {
        by_id(&self.readers, id).await
    }

    async fn applications(&self, after: Option<AppId>, name: Option<&str>, limit: u32) -> Outcome<Vec<Application>> {
        let after = after.map_or(0, |id| id.0);
        match name {
            Some(name) => named(&self.readers, name, after, limit).await,
            None => page(&self.readers, after, limit).await,
        }
    }

    async fn replace_token(&self, id: AppId, new: &Token, until: Timestamp) -> Outcome<bool> {
        let (new, now) = (new.clone(), self.clock.now());
        self.writer.transaction(move |db| Box::pin(tokens::replace(db, id, new, until, now))).await
    }

    async fn delete_application(&self, id: AppId, at: Timestamp) -> Outcome<bool> {
        self.writer.transaction(move |db| Box::pin(delete(db, id, at))).await
    }
}

pub const INSERT: &str = "INSERT INTO applications
    (token_hash, token, name, chats_count, version, created_at, updated_at) VALUES (?, ?, ?, 0, 0, ?, ?)";

const COUNT_ONE_MORE: &str = "UPDATE totals SET applications = applications + 1 WHERE id = 1";

async fn create(db: &mut SqliteConnection, new: NewApplication) -> Outcome<Application> {
    let inserted = sqlx::query(INSERT)
        .bind(new.token.hash().as_slice())
        .bind(new.token.reveal())
        .bind(&new.name)
        .bind(new.at.as_millis())
        .bind(new.at.as_millis())
        .execute(&mut *db)
        .await
        .map_err(fault("insert an application"))?;
    sqlx::query(COUNT_ONE_MORE).execute(db).await.map_err(fault("count applications"))?;
    Ok(Application {
        id: AppId(inserted.last_insert_rowid()),
        token: new.token,
        name: new.name,
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

async fn by_token(db: impl SqliteExecutor<'_>, hash: &Digest, now: Timestamp) -> Outcome<Option<Tenant>> {
    let hashes = (0..3).fold(sqlx::query(BY_TOKEN), |query, _| query.bind(hash.as_slice()));
    let row = hashes.bind(now.as_millis()).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::tenant).transpose()).map_err(fault("find an application by its token"))
}

pub const BY_ID: &str = "SELECT id, token, name, chats_count, version, created_at, updated_at
    FROM applications WHERE id = ? AND deleted_at IS NULL";

async fn by_id(db: impl SqliteExecutor<'_>, id: AppId) -> Outcome<Option<Application>> {
    let row = sqlx::query(BY_ID).bind(id.0).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(row::application).transpose()).map_err(fault("read an application"))
}

pub const PAGE: &str = "SELECT id, token, name, chats_count, version, created_at, updated_at
    FROM applications WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?";

async fn page(db: impl SqliteExecutor<'_>, after: i64, limit: u32) -> Outcome<Vec<Application>> {
    let rows = sqlx::query(PAGE).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::application).collect()).map_err(fault("list applications"))
}

pub const NAMED: &str = "SELECT id, token, name, chats_count, version, created_at, updated_at
    FROM applications WHERE name = ? AND id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?";

async fn named(db: impl SqliteExecutor<'_>, name: &str, after: i64, limit: u32) -> Outcome<Vec<Application>> {
    let rows = sqlx::query(NAMED).bind(name).bind(after).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(row::application).collect()).map_err(fault("list applications of a name"))
}

/// Its token is given up with it: a backup that is restored later needs it.
pub const MARK_DELETED: &str = "UPDATE applications SET deleted_at = ?, updated_at = ?, token = ?, token_hash = ?
    WHERE id = ? AND deleted_at IS NULL";

/// Counts what the application held out of the totals. Reads the counts of all its chats: once in its life.
pub const COUNT_OUT: &str = "UPDATE totals SET applications = applications - 1,
    chats = chats - (SELECT chats_count FROM applications WHERE id = ?),
    messages = messages - (SELECT COALESCE(SUM(messages_count), 0) FROM chats WHERE application_id = ?)
    WHERE id = 1";

const PURGE_LATER: &str = "INSERT INTO purges (application_id, chat_id) VALUES (?, 0) ON CONFLICT DO NOTHING";

/// Marks an application and, by it, everything that it holds. False where there is none.
pub async fn delete(db: &mut SqliteConnection, id: AppId, at: Timestamp) -> Outcome<bool> {
    let gone = Token::of_deleted(id);
    let marked = sqlx::query(MARK_DELETED)
        .bind(at.as_millis())
        .bind(at.as_millis())
        .bind(gone.reveal())
        .bind(gone.hash().as_slice())
        .bind(id.0)
        .execute(&mut *db)
        .await
        .map_err(fault("mark an application deleted"))?;
    if marked.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(COUNT_OUT).bind(id.0).bind(id.0).execute(&mut *db).await.map_err(fault("count an application out"))?;
    sqlx::query(PURGE_LATER).bind(id.0).execute(db).await.map_err(fault("note what is to be purged"))?;
    Ok(true)
}

pub const RENAME: &str = "UPDATE applications SET name = ?, version = ?, updated_at = ?
    WHERE id = ? AND version < ? AND deleted_at IS NULL";

/// Another name: wins by version (R-LAST-WRITER).
pub async fn rename(db: &mut SqliteConnection, id: AppId, name: &str, version: EntryId, at: Timestamp) -> Outcome<()> {
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
