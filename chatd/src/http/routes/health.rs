//! `/livez`, `/readyz`, `/up` and `/version`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use chat_shared::api::types::{Check, CheckStatus, Health, HealthStatus, Version};
use chat_shared::fault::{Fault, Outcome};
use chat_shared::queue::ENTRY_VERSION;
use chat_shared::store::Station;
use http::StatusCode;
use tokio::time::{Instant, timeout};

use crate::http::answer;
use crate::http::state::AppState;

/// How long a dependency may take to answer before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(1);

/// The fill of the log from which readiness warns (protocol.md: 80 %).
const FULL_SOON: f64 = 0.8;

/// Whether the process lives
#[utoipa::path(get, path = "/livez", operation_id = "livez", tag = "health", responses((status = 200, body = Health)))]
pub async fn livez() -> Response {
    answer::json(StatusCode::OK, &Health { status: HealthStatus::Ok, checks: BTreeMap::new() })
}

/// Whether the process lives, under the name that other frameworks use
#[utoipa::path(get, path = "/up", operation_id = "up", tag = "health", responses((status = 200, body = Health)))]
pub async fn up() -> Response {
    livez().await
}

/// Whether the process should be sent requests, with the health of each dependency
///
/// Search may fail: searches are then answered from the store, and everything else goes on.
#[utoipa::path(
    get, path = "/readyz", operation_id = "readyz", tag = "health",
    responses(
        (status = 200, body = Health),
        (status = 503, body = Health, description = "Starting, stopping, or something that it needs does not answer"),
    )
)]
pub async fn readyz(State(state): State<AppState>) -> Response {
    let health = health(&state).await;
    let status = match health.status {
        HealthStatus::Ok | HealthStatus::Degraded => StatusCode::OK,
        HealthStatus::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    answer::json(status, &health)
}

/// Which chatd answers
#[utoipa::path(get, path = "/version", operation_id = "version", tag = "health", responses((status = 200, body = Version)))]
pub async fn version() -> Response {
    let version = Version {
        name: Cow::Borrowed("chatd"),
        version: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
        entry_version: ENTRY_VERSION,
    };
    answer::json(StatusCode::OK, &version)
}

async fn health(state: &AppState) -> Health {
    let (queue, store, search, log) = tokio::join!(
        check(state.queue.ping()),
        check(state.store.ping()),
        check(state.search.ping()),
        timeout(PATIENCE, state.queue.log()),
    );
    let fill = log.ok().and_then(Result::ok).map(|log| log.fill);
    let queue = if queue.status == CheckStatus::Ok { warned(queue, fill, state) } else { queue };
    let process = if state.gate.is_open() {
        Check { status: CheckStatus::Ok, detail: None, took_ms: 0 }
    } else {
        Check { status: CheckStatus::Failed, detail: Some("starting or stopping".to_owned()), took_ms: 0 }
    };
    let failed = |check: &Check| check.status == CheckStatus::Failed;
    let status = if [&process, &queue, &store].into_iter().any(failed) {
        HealthStatus::Unavailable
    } else if failed(&search) || queue.status == CheckStatus::Warning {
        HealthStatus::Degraded
    } else {
        HealthStatus::Ok
    };
    let named = [("process", process), ("queue", queue), ("search", search), ("store", store)];
    Health { status, checks: named.into_iter().map(|(name, check)| (Cow::Borrowed(name), check)).collect() }
}

/// The queue's check with what operators should not forget.
fn warned(queue: Check, fill: Option<f64>, state: &AppState) -> Check {
    let full = fill.filter(|fill| *fill >= FULL_SOON).map(|fill| format!("the log is {:.0} % full", fill * 100.0));
    let paused = Station::ALL.into_iter().filter(|station| state.bidden.is_paused(*station));
    let warnings: Vec<String> =
        full.into_iter().chain(paused.map(|station| format!("{} is paused", station.name()))).collect();
    if warnings.is_empty() {
        return queue;
    }
    Check { status: CheckStatus::Warning, detail: Some(warnings.join("; ")), ..queue }
}

async fn check(ping: impl Future<Output = Outcome<()>>) -> Check {
    let began = Instant::now();
    let answered = timeout(PATIENCE, ping).await;
    let took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let detail = match answered {
        Ok(Ok(())) => return Check { status: CheckStatus::Ok, detail: None, took_ms },
        // The cause may name addresses: it is for the log.
        Ok(Err(fault)) => failed(&fault),
        Err(_) => "does not answer in time".to_owned(),
    };
    Check { status: CheckStatus::Failed, detail: Some(detail), took_ms }
}

fn failed(fault: &Fault) -> String {
    tracing::warn!(error = fault.chain(), "a health check failed");
    "does not answer".to_owned()
}
