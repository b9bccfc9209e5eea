//! Operations and the operator log on the server. Nodes and the search backlog have files of their own.

use async_trait::async_trait;
use serde_json::Value;
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{MySqlExecutor, Row as _};

use super::row::{self, Decoded};
use super::transaction::in_transaction;
use super::{MysqlStore, backlog, fault, nodes};
use crate::clock::Timestamp;
use crate::fault::Outcome;
use crate::store::column::{operation_state, operation_state_column};
use crate::store::{Backlog, Control, Node, Operation, OperationState, Operations, OperatorAct};

#[async_trait]
impl Operations for MysqlStore {
    async fn create_operation(&self, kind: &str, params: &Value, at: Timestamp) -> Outcome<Operation> {
        create(&self.pool, kind, params, at).await
    }

    async fn operation(&self, id: i64) -> Outcome<Option<Operation>> {
        one(&self.pool, id).await
    }

    async fn operations(&self, before: Option<i64>, limit: u32) -> Outcome<Vec<Operation>> {
        page(&self.pool, before.unwrap_or(i64::MAX), limit).await
    }

    async fn open_operations(&self) -> Outcome<Vec<Operation>> {
        open(&self.pool).await
    }

    async fn update_operation(&self, operation: &Operation) -> Outcome<bool> {
        update(&self.pool, operation).await
    }

    async fn control_operation(&self, id: i64, asked: Control) -> Outcome<bool> {
        in_transaction(&self.pool, move |db| Box::pin(control(db, id, asked))).await
    }

    async fn heartbeat(&self, node: &Node) -> Outcome<()> {
        nodes::heartbeat(&self.pool, node).await
    }

    async fn nodes(&self) -> Outcome<Vec<Node>> {
        nodes::all(&self.pool).await
    }

    async fn log_act(&self, act: &OperatorAct) -> Outcome<()> {
        log(&self.pool, act).await
    }

    async fn acts(&self, limit: u32) -> Outcome<Vec<OperatorAct>> {
        acts(&self.pool, limit).await
    }

    async fn add_backlog(&self, ranges: &[Backlog]) -> Outcome<()> {
        backlog::add(&self.pool, ranges).await
    }

    async fn backlog(&self, limit: u32) -> Outcome<Vec<Backlog>> {
        backlog::page(&self.pool, limit).await
    }

    async fn clear_backlog(&self, range: &Backlog) -> Outcome<()> {
        backlog::clear(&self.pool, range.generation).await
    }
}

const INSERT: &str = "INSERT INTO operations (kind, state, params, done, position, result, created_at, updated_at)
    VALUES (?, 'queued', ?, 0, 'null', 'null', ?, ?)";

async fn create(db: impl MySqlExecutor<'_>, kind: &str, params: &Value, at: Timestamp) -> Outcome<Operation> {
    let inserted = sqlx::query(INSERT)
        .bind(kind)
        .bind(params.to_string())
        .bind(at.as_millis())
        .bind(at.as_millis())
        .execute(db)
        .await
        .map_err(fault("create an operation"))?;
    Ok(Operation {
        id: i64::try_from(inserted.last_insert_id()).unwrap_or(i64::MAX),
        kind: kind.to_owned(),
        state: OperationState::Queued,
        params: params.clone(),
        done: 0,
        total: None,
        position: Value::Null,
        result: Value::Null,
        error: None,
        created_at: at,
        updated_at: at,
        finished_at: None,
        rate: None,
    })
}

pub const ONE: &str =
    "SELECT o.id, o.kind, o.state, o.params, o.done, o.total, o.position, o.result, o.error, o.created_at, o.updated_at,
        o.finished_at, CAST(COALESCE(c.paused, 0) AS SIGNED), c.rate
    FROM operations o LEFT JOIN operation_controls c ON c.operation_id = o.id
    WHERE o.id = ?";

async fn one(db: impl MySqlExecutor<'_>, id: i64) -> Outcome<Option<Operation>> {
    let row = sqlx::query(ONE).bind(id).fetch_optional(db).await;
    row.and_then(|row| row.as_ref().map(decode).transpose()).map_err(fault("read an operation"))
}

pub const PAGE: &str =
    "SELECT o.id, o.kind, o.state, o.params, o.done, o.total, o.position, o.result, o.error, o.created_at, o.updated_at,
        o.finished_at, CAST(COALESCE(c.paused, 0) AS SIGNED), c.rate
    FROM operations o LEFT JOIN operation_controls c ON c.operation_id = o.id
    WHERE o.id < ? ORDER BY o.id DESC LIMIT ?";

async fn page(db: impl MySqlExecutor<'_>, before: i64, limit: u32) -> Outcome<Vec<Operation>> {
    let rows = sqlx::query(PAGE).bind(before).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("list operations"))
}

pub const OPEN: &str =
    "SELECT o.id, o.kind, o.state, o.params, o.done, o.total, o.position, o.result, o.error, o.created_at, o.updated_at,
        o.finished_at, CAST(COALESCE(c.paused, 0) AS SIGNED), c.rate
    FROM operations o LEFT JOIN operation_controls c ON c.operation_id = o.id
    WHERE o.state IN ('queued', 'running') ORDER BY o.id";

async fn open(db: impl MySqlExecutor<'_>) -> Outcome<Vec<Operation>> {
    let rows = sqlx::query(OPEN).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("list open operations"))
}

pub const UPDATE: &str = "UPDATE operations SET state = ?, done = ?, total = ?, position = ?, result = ?, error = ?,
        updated_at = ?, finished_at = ?
    WHERE id = ? AND state IN ('queued', 'running')";

async fn update(db: impl MySqlExecutor<'_>, operation: &Operation) -> Outcome<bool> {
    let updated = sqlx::query(UPDATE)
        .bind(operation_state_column(operation.state))
        .bind(row::count_column(operation.done))
        .bind(operation.total.map(row::count_column))
        .bind(operation.position.to_string())
        .bind(operation.result.to_string())
        .bind(operation.error.as_deref())
        .bind(operation.updated_at.as_millis())
        .bind(operation.finished_at.map(Timestamp::as_millis))
        .bind(operation.id)
        .execute(db)
        .await
        .map_err(fault("record an operation's progress"))?;
    Ok(updated.rows_affected() > 0)
}

const IS_OPEN: &str = "SELECT id FROM operations WHERE id = ? AND state IN ('queued', 'running') FOR UPDATE";

const CONTROL: &str = "INSERT INTO operation_controls (operation_id, paused, rate) VALUES (?, COALESCE(?, 0), ?)
    ON DUPLICATE KEY UPDATE
    paused = COALESCE(?, paused), rate = COALESCE(?, rate)";

async fn control(db: &mut MySqlConnection, id: i64, asked: Control) -> Outcome<bool> {
    let open: Option<i64> =
        sqlx::query_scalar(IS_OPEN).bind(id).fetch_optional(&mut *db).await.map_err(fault("find an open operation"))?;
    if open.is_none() {
        return Ok(false);
    }
    let (paused, rate) = (asked.paused.map(i64::from), asked.rate.map(i64::from));
    let query = sqlx::query(CONTROL).bind(id).bind(paused).bind(rate).bind(paused).bind(rate);
    query.execute(db).await.map(|_| true).map_err(fault("record what an operation is to do"))
}

fn decode(row: &MySqlRow) -> Decoded<Operation> {
    let json = |place: usize| -> Decoded<Value> {
        serde_json::from_str(row.try_get(place)?).map_err(|cause| sqlx::Error::Decode(cause.into()))
    };
    Ok(Operation {
        id: row.try_get(0)?,
        kind: row.try_get(1)?,
        state: operation_state(row.try_get(2)?, row.try_get::<i64, _>(12)? != 0),
        params: json(3)?,
        done: row::count(row.try_get(4)?),
        total: row.try_get::<Option<i64>, _>(5)?.map(row::count),
        position: json(6)?,
        result: json(7)?,
        error: row.try_get(8)?,
        created_at: row::time(row.try_get(9)?),
        updated_at: row::time(row.try_get(10)?),
        finished_at: row.try_get::<Option<i64>, _>(11)?.map(row::time),
        rate: row.try_get::<Option<i64>, _>(13)?.map(row::number),
    })
}

const LOG: &str = "INSERT INTO operator_log (at, who, what, target, result) VALUES (?, ?, ?, ?, ?)";

async fn log(db: impl MySqlExecutor<'_>, act: &OperatorAct) -> Outcome<()> {
    let logged = sqlx::query(LOG)
        .bind(act.at.as_millis())
        .bind(&act.who)
        .bind(&act.what)
        .bind(&act.target)
        .bind(&act.result)
        .execute(db)
        .await;
    logged.map(|_| ()).map_err(fault("log an operator's act"))
}

/// Bounded by its limit: the log's own order is the answer's.
const ACTS: &str = "SELECT at, who, what, target, result FROM operator_log ORDER BY id DESC LIMIT ?";

async fn acts(db: impl MySqlExecutor<'_>, limit: u32) -> Outcome<Vec<OperatorAct>> {
    let decode = |row: &MySqlRow| -> Decoded<OperatorAct> {
        Ok(OperatorAct {
            at: row::time(row.try_get(0)?),
            who: row.try_get(1)?,
            what: row.try_get(2)?,
            target: row.try_get(3)?,
            result: row.try_get(4)?,
        })
    };
    let rows = sqlx::query(ACTS).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("read the operator log"))
}
