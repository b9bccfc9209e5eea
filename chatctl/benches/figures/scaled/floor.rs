//! The floor of accepting: an axum handler that takes JSON, has one script append and count (INCR and XADD), and answers
//! with JSON. It knows no loss, no keys, no bounds and no tenants.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::serve::ListenerExt as _;
use axum::{Json, Router};
use chat_shared::api::types::ApplicationDetail;
use chat_shared::clock::{Clock as _, SystemClock};
use http::StatusCode;
use redis::AsyncConnectionConfig;
use redis::aio::MultiplexedConnection;
use serde::{Deserialize, Serialize};

/// An application's token, as the load generator is given it.
pub const TOKEN: &str = "0123456789abcdef0123456789abcdef";

const SCRIPT: &str = "local n = redis.call('INCR', KEYS[1])
    return {n, redis.call('XADD', KEYS[2], '*', 'n', n, 'd', ARGV[1])}";

/// Longer than the longest pause of a server that syncs its file.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Clone)]
struct Floor {
    connection: MultiplexedConnection,
    sha: Arc<str>,
}

#[derive(Deserialize)]
struct Message {
    content: String,
}

#[derive(Serialize)]
struct Created {
    message_number: u32,
    message: &'static str,
    job_id: String,
}

/// Runs `measure` against the floor's address, before the Redis server at `redis`.
pub fn serving<T>(redis: &str, measure: impl FnOnce(&str) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let address = runtime.block_on(start(redis));
    measure(&address)
}

async fn start(redis: &str) -> String {
    let client = redis::Client::open(redis).expect("a URL");
    let config = AsyncConnectionConfig::new().set_response_timeout(Some(PATIENCE));
    let mut connection = client.get_multiplexed_async_connection_with_config(&config).await.expect("connects");
    let mut load = redis::cmd("SCRIPT");
    let sha: String = load.arg("LOAD").arg(SCRIPT).query_async(&mut connection).await.expect("loads");
    let router = Router::new()
        .route("/applications/{token}", get(application))
        .route("/applications/{token}/chats/{chat}/messages", post(create))
        .with_state(Floor { connection, sha: sha.into() });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    let listener = listener.tap_io(|connection| connection.set_nodelay(true).expect("a connection"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// What the load generator looks for before it begins.
async fn application(Path(token): Path<String>) -> Json<ApplicationDetail> {
    let now = SystemClock.now();
    Json(ApplicationDetail { token, name: "floor".into(), chats_count: 0, created_at: now, updated_at: now })
}

async fn create(
    State(Floor { mut connection, sha }): State<Floor>,
    Path((token, chat)): Path<(String, u32)>,
    Json(message): Json<Message>,
) -> (StatusCode, Json<Created>) {
    let (message_number, job_id): (u32, String) = redis::cmd("EVALSHA")
        .arg(&*sha)
        .arg(2)
        .arg(format!("floor:n:{token}:{chat}"))
        .arg(format!("floor:log:{chat}"))
        .arg(&message.content)
        .query_async(&mut connection)
        .await
        .expect("appended and counted");
    (StatusCode::CREATED, Json(Created { message_number, message: "The message is created", job_id }))
}
