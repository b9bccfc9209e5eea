//! Operators' directives on the server.

use async_trait::async_trait;
use sqlx::mysql::MySqlRow;
use sqlx::{MySqlExecutor, Row as _};

use super::row::Decoded;
use super::{MysqlStore, fault};
use crate::fault::Outcome;
use crate::store::column::{PAUSE, directive_of, directive_parts};
use crate::store::{Bidding, Directive, Directives, Station};

#[async_trait]
impl Directives for MysqlStore {
    async fn directives(&self) -> Outcome<Vec<Directive>> {
        let rows = sqlx::query(ALL).fetch_all(&self.pool).await;
        let directives = rows.and_then(|rows| rows.iter().map(decode).collect::<Decoded<Vec<_>>>());
        Ok(directives.map_err(fault("list what operators have asked"))?.into_iter().flatten().collect())
    }

    async fn give_directive(&self, directive: &Directive) -> Outcome<()> {
        match directive.bidding {
            Bidding::Pause => give(&self.pool, KEEP, directive).await,
            Bidding::Claim { .. } => give(&self.pool, REPLACE, directive).await,
        }
    }

    async fn end_pause(&self, station: Station) -> Outcome<bool> {
        let ended = sqlx::query(END).bind(station.name()).bind(PAUSE).execute(&self.pool).await;
        ended.map(|done| done.rows_affected() > 0).map_err(fault("end a pause"))
    }
}

/// A handful of rows: two for each station at the most.
const ALL: &str = "SELECT station, kind, at, who, idle_ms FROM directives ORDER BY station, kind";

fn decode(row: &MySqlRow) -> Decoded<Option<Directive>> {
    Ok(directive_of(row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?, row.try_get(4)?))
}

const KEEP: &str = "INSERT INTO directives (station, kind, at, who, idle_ms) VALUES (?, ?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE station = VALUES(station)";

const REPLACE: &str = "INSERT INTO directives (station, kind, at, who, idle_ms) VALUES (?, ?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE at = VALUES(at), who = VALUES(who), idle_ms = VALUES(idle_ms)";

async fn give(db: impl MySqlExecutor<'_>, statement: &'static str, directive: &Directive) -> Outcome<()> {
    let (kind, idle_ms) = directive_parts(directive.bidding);
    let given = sqlx::query(statement)
        .bind(directive.station.name())
        .bind(kind)
        .bind(directive.at.as_millis())
        .bind(&directive.who)
        .bind(idle_ms)
        .execute(db)
        .await;
    given.map(|_| ()).map_err(fault("record what an operator has asked"))
}

const END: &str = "DELETE FROM directives WHERE station = ? AND kind = ?";
