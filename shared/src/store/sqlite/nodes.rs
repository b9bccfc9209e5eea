//! Processes' signs of life in `chat.db`.

use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Row as _, SqliteExecutor};

use super::fault;
use super::row::{self, Decoded};
use crate::fault::Outcome;
use crate::store::Node;

const HEARTBEAT: &str = "INSERT INTO nodes
        (id, role, pid, version, entry_version, started_at, heartbeat_at, search_generation)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET role = excluded.role, pid = excluded.pid, version = excluded.version,
        entry_version = excluded.entry_version, started_at = excluded.started_at,
        heartbeat_at = excluded.heartbeat_at, search_generation = excluded.search_generation";

pub async fn heartbeat(db: &mut SqliteConnection, node: Node) -> Outcome<()> {
    let written = sqlx::query(HEARTBEAT)
        .bind(node.id)
        .bind(node.role)
        .bind(node.pid)
        .bind(node.version)
        .bind(node.entry_version)
        .bind(node.started_at.as_millis())
        .bind(node.heartbeat_at.as_millis())
        .bind(node.search_generation)
        .execute(db)
        .await;
    written.map(|_| ()).map_err(fault("record a heartbeat"))
}

/// A handful of rows: the processes of one installation.
const ALL: &str = "SELECT id, role, pid, version, entry_version, started_at, heartbeat_at, search_generation
    FROM nodes ORDER BY id";

pub async fn all(db: impl SqliteExecutor<'_>) -> Outcome<Vec<Node>> {
    let rows = sqlx::query(ALL).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("list nodes"))
}

fn decode(row: &SqliteRow) -> Decoded<Node> {
    Ok(Node {
        id: row.try_get(0)?,
        role: row.try_get(1)?,
        pid: row::number(row.try_get(2)?),
        version: row.try_get(3)?,
        entry_version: row::number(row.try_get(4)?),
        started_at: row::time(row.try_get(5)?),
        heartbeat_at: row::time(row.try_get(6)?),
        search_generation: row.try_get(7)?,
    })
}
