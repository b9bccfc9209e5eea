//! Processes' signs of life on the server.

use sqlx::mysql::MySqlRow;
use sqlx::{MySqlExecutor, Row as _};

use super::fault;
use super::row::{self, Decoded};
use crate::fault::Outcome;
use crate::store::Node;

const HEARTBEAT: &str = "INSERT INTO nodes
        (id, role, pid, version, entry_version, started_at, heartbeat_at, search_generation)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE role = VALUES(role), pid = VALUES(pid), version = VALUES(version),
        entry_version = VALUES(entry_version), started_at = VALUES(started_at), heartbeat_at = VALUES(heartbeat_at),
        search_generation = VALUES(search_generation)";

pub async fn heartbeat(db: impl MySqlExecutor<'_>, node: &Node) -> Outcome<()> {
    let written = sqlx::query(HEARTBEAT)
        .bind(&node.id)
        .bind(&node.role)
        .bind(node.pid)
        .bind(&node.version)
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

pub async fn all(db: impl MySqlExecutor<'_>) -> Outcome<Vec<Node>> {
    let rows = sqlx::query(ALL).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("list nodes"))
}

fn decode(row: &MySqlRow) -> Decoded<Node> {
    Ok(Node {
        id: row.try_get(0)?,
        role: row.try_get(1)?,
        pid: row.try_get(2)?,
        version: row.try_get(3)?,
        entry_version: row.try_get(4)?,
        started_at: row::time(row.try_get(5)?),
        heartbeat_at: row::time(row.try_get(6)?),
        search_generation: row.try_get(7)?,
    })
}
