//! `/livez`, `/readyz`, `/up` and `/version`.

use chat_shared::api::types::HealthStatus;
use http::StatusCode;
use serde_json::json;

use crate::support::server::with_server;

#[tokio::test(flavor = "multi_thread")]
async fn health_names_each_dependency_and_the_process() {
    with_server(async |server| {
        assert_eq!(server.get("/livez").await.json(), json!({ "status": "ok" }));
        assert_eq!(server.get("/up").await.json(), json!({ "status": "ok" }));
        let ready = server.get("/readyz").await;
        assert_eq!(ready.status, StatusCode::OK);
        let checks = ready.json()["checks"].as_object().expect("checks").clone();
        assert_eq!(checks.keys().collect::<Vec<_>>(), ["process", "queue", "search", "store"]);
        assert!(checks.values().all(|check| check["status"] == "ok"), "{checks:?}");
        assert_eq!(server.client.version().await.expect("answers").name, "chatd");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_wants_no_requests_is_not_ready_but_lives() {
    with_server(async |server| {
        server.gate.close();
        let ready = server.get("/readyz").await;
        assert_eq!((ready.status, &ready.json()["status"]), (StatusCode::SERVICE_UNAVAILABLE, &json!("unavailable")));
        assert_eq!(server.client.readyz().await.expect("is a report").status, HealthStatus::Unavailable);
        assert_eq!(server.get("/livez").await.status, StatusCode::OK);
    })
    .await;
}
