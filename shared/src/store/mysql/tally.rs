//! Counting the rows of chats on the server, each row looked up: exact, and dear where chats are many.

use sqlx::mysql::{MySqlPool, MySqlRow};
use sqlx::{MySqlExecutor, Row as _};

use super::fault::fault;
use super::row::{self, Decoded};
use crate::domain::{AppId, ChatNumber};
use crate::fault::Outcome;
use crate::store::{ApplicationTally, ChatTally};

/// Counts the rows of the chats after a place, of all applications or of one.
pub async fn page(
    db: impl MySqlExecutor<'_>,
    app: Option<AppId>,
    after: (AppId, ChatNumber),
    limit: u32,
) -> Outcome<Vec<ChatTally>> {
    let query = match app {
        Some(app) if after.0 > app => return Ok(Vec::new()),
        Some(app) => sqlx::query(OF_APPLICATION).bind(app.0).bind(if after.0 == app { after.1 } else { 0 }),
        None => sqlx::query(ALL).bind(after.0.0).bind(after.0.0).bind(after.1),
    };
    let rows = query.bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(tally).collect()).map_err(fault("count the messages of chats"))
}

/// A page of chats, which is chosen first so that only its messages are read.
macro_rules! tally {
    ($chats:literal) => {
        concat!(
            "SELECT p.application_id, p.chat_number, p.deleted, p.messages_count,
                CAST(COALESCE(SUM(m.create_version IS NOT NULL AND m.state = 0), 0) AS SIGNED), COUNT(m.create_version),
                CAST(COALESCE(MAX(m.message_number), 0) AS SIGNED),
                CAST(GREATEST((SELECT COALESCE(MAX(g.to_number), 0) FROM gaps g
                        WHERE g.application_id = p.application_id AND g.chat_number = p.chat_number),
                    (SELECT COALESCE(MAX(u.to_number), 0) FROM given_up u
                        WHERE u.application_id = p.application_id AND u.chat_number = p.chat_number)) AS SIGNED)
            FROM (SELECT c.id, c.application_id, c.chat_number, c.messages_count,
                    COALESCE(c.deleted_at, a.deleted_at) IS NOT NULL AS deleted
                FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
                STRAIGHT_JOIN applications a ON a.id = c.application_id
                WHERE ",
            $chats,
            " LIMIT ?) p
            LEFT JOIN messages m ON m.chat_id = p.id
            GROUP BY p.id, p.application_id, p.chat_number, p.deleted, p.messages_count
            ORDER BY p.application_id, p.chat_number"
        )
    };
}

const ALL: &str = tally!(
    "(c.application_id > ? OR (c.application_id = ? AND c.chat_number > ?)) ORDER BY c.application_id, c.chat_number"
);

const OF_APPLICATION: &str = tally!("c.application_id = ? AND c.chat_number > ? ORDER BY c.chat_number");

fn tally(row: &MySqlRow) -> Decoded<ChatTally> {
    Ok(ChatTally {
        app: AppId(row.try_get(0)?),
        chat: row.try_get(1)?,
        deleted: row.try_get(2)?,
        stored_count: row::count(row.try_get(3)?),
        live: row::count(row.try_get(4)?),
        rows: row::count(row.try_get(5)?),
        max: row::number(row.try_get(6)?),
        gap_end: row::number(row.try_get(7)?),
    })
}

const APPLICATION: &str = "SELECT
        CAST(COALESCE((SELECT chats_count FROM applications WHERE id = ?), 0) AS SIGNED),
        (SELECT COUNT(*) FROM chats WHERE application_id = ? AND deleted_at IS NULL AND state = 0)";

/// An application's count of chats as it is stored, and as its rows count.
pub async fn application(db: impl MySqlExecutor<'_>, app: AppId) -> Outcome<(u64, u64)> {
    let row = sqlx::query(APPLICATION).bind(app.0).bind(app.0).fetch_one(db).await;
    row.and_then(|row| Ok((row::count(row.try_get(0)?), row::count(row.try_get(1)?))))
        .map_err(fault("count an application's chats"))
}

/// Of an application with so many chats each is not looked up by the index of all applications' chats: by itself it is
/// counted as the server finds best, for instance by reading the table through, in a fifth of the time.
const MANY_CHATS: u32 = 20_000;

const APPLICATIONS: &str = "SELECT a.id, CAST(a.chats_count AS SIGNED),
        CASE WHEN a.chats_count < ? THEN (SELECT COUNT(*) FROM chats c
            WHERE c.application_id = a.id AND c.deleted_at IS NULL AND c.state = 0) END,
        CAST(COALESCE((SELECT MAX(c.chat_number) FROM chats c WHERE c.application_id = a.id), 0) AS SIGNED),
        CAST(GREATEST(
            COALESCE((SELECT MAX(g.to_number) FROM gaps g WHERE g.application_id = a.id AND g.chat_number = 0), 0),
            COALESCE((SELECT MAX(u.to_number) FROM given_up u WHERE u.application_id = a.id AND u.chat_number = 0), 0)
        ) AS SIGNED)
    FROM applications a WHERE a.id > ? AND a.deleted_at IS NULL ORDER BY a.id LIMIT ?";

/// Counts the chats of the applications after one.
pub async fn applications(pool: &MySqlPool, after: AppId, limit: u32) -> Outcome<Vec<ApplicationTally>> {
    let decode = |row: &MySqlRow| -> Decoded<(ApplicationTally, bool)> {
        let live: Option<i64> = row.try_get(2)?;
        let tally = ApplicationTally {
            app: AppId(row.try_get(0)?),
            stored_count: row::count(row.try_get(1)?),
            live: row::count(live.unwrap_or(0)),
            max: row::number(row.try_get(3)?),
            gap_end: row::number(row.try_get(4)?),
        };
        Ok((tally, live.is_some()))
    };
    let rows = sqlx::query(APPLICATIONS).bind(MANY_CHATS).bind(after.0).bind(limit).fetch_all(pool).await;
    let read: Decoded<Vec<_>> = rows.and_then(|rows| rows.iter().map(decode).collect());
    let mut tallies = Vec::new();
    for (mut tally, is_counted) in read.map_err(fault("count the chats of applications"))? {
        if !is_counted {
            (tally.stored_count, tally.live) = application(pool, tally.app).await?;
        }
        tallies.push(tally);
    }
    Ok(tallies)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use sqlx::{Connection as _, Executor as _};

    use super::*;
    use crate::clock::SystemClock;
    use crate::store::mysql::MysqlStore;
    use crate::store::mysql::trial::{fill, on_a_database};

    async fn count_each_way(url: url::Url) {
        let store = MysqlStore::open(url.as_str(), 2, Arc::new(SystemClock)).await.expect("opens");
        let mut db = sqlx::MySqlConnection::connect(url.as_str()).await.expect("the server answers");
        fill(&mut db).await;
        db.execute("UPDATE chats SET deleted_at = 1 WHERE id % 17 = 0").await.expect("changed");
        let expected = applications(&store.pool, AppId(0), 1_000).await.expect("counted");
        assert!(expected.len() > 1 && expected.iter().all(|tally| tally.live > 0 && tally.live < MANY_CHATS.into()));
        sqlx::query("UPDATE applications SET chats_count = ? WHERE id % 2 = 0")
            .bind(MANY_CHATS)
            .execute(&mut db)
            .await
            .expect("changed");
        let counted = applications(&store.pool, AppId(0), 1_000).await.expect("counted");
        let without_stored = |tally: &ApplicationTally| ApplicationTally { stored_count: 0, ..tally.clone() };
        assert!(counted.iter().any(|tally| tally.stored_count == u64::from(MANY_CHATS)));
        assert_eq!(
            counted.iter().map(without_stored).collect::<Vec<_>>(),
            expected.iter().map(without_stored).collect::<Vec<_>>()
        );
    }

    #[tokio::test]
    async fn an_application_with_many_chats_is_counted_as_one_with_few() {
        on_a_database("counts applications on a MySQL or MariaDB server", count_each_way).await;
    }
}
