//! Operators' directives in `chat.db`.

use async_trait::async_trait;
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnection, SqliteRow};

use super::row::Decoded;
use super::{SqliteStore, fault};
use crate::fault::Outcome;
use crate::store::column::{PAUSE, directive_of, directive_parts};
use crate::store::{Bidding, Directive, Directives, Station};

#[async_trait]
impl Directives for SqliteStore {
    async fn directives(&self) -> Outcome<Vec<Directive>> {
        let rows = sqlx::query(ALL).fetch_all(&self.readers).await;
        let directives = rows.and_then(|rows| rows.iter().map(decode).collect::<Decoded<Vec<_>>>());
        Ok(directives.map_err(fault("list what operators have asked"))?.into_iter().flatten().collect())
    }

    async fn give_directive(&self, directive: &Directive) -> Outcome<()> {
        let directive = directive.clone();
        self.writer.transaction(|db| Box::pin(give(db, directive))).await
    }

    async fn end_pause(&self, station: Station) -> Outcome<bool> {
        self.writer.transaction(move |db| Box::pin(end(db, station))).await
    }
}

/// A handful of rows: two for each station at the most.
const ALL: &str = "SELECT station, kind, at, who, idle_ms FROM directives ORDER BY station, kind";

fn decode(row: &SqliteRow) -> Decoded<Option<Directive>> {
    Ok(directive_of(row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?, row.try_get(4)?))
}

const KEEP: &str = "INSERT INTO directives (station, kind, at, who, idle_ms) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (station, kind) DO NOTHING";

const REPLACE: &str = "INSERT INTO directives (station, kind, at, who, idle_ms) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (station, kind) DO UPDATE SET at = excluded.at, who = excluded.who, idle_ms = excluded.idle_ms";

async fn give(db: &mut SqliteConnection, directive: Directive) -> Outcome<()> {
    let statement = match directive.bidding {
        Bidding::Pause => KEEP,
        Bidding::Claim { .. } => REPLACE,
    };
    let (kind, idle_ms) = directive_parts(directive.bidding);
    let given = sqlx::query(statement)
        .bind(directive.station.name())
        .bind(kind)
        .bind(directive.at.as_millis())
        .bind(directive.who)
        .bind(idle_ms)
        .execute(db)
        .await;
    given.map(|_| ()).map_err(fault("record what an operator has asked"))
}

const END: &str = "DELETE FROM directives WHERE station = ? AND kind = ?";

async fn end(db: &mut SqliteConnection, station: Station) -> Outcome<bool> {
    let ended = sqlx::query(END).bind(station.name()).bind(PAUSE).execute(db).await;
    ended.map(|done| done.rows_affected() > 0).map_err(fault("end a pause"))
}
