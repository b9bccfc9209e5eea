//! `/api-docs/` and the committed OpenAPI document.

use chat_shared::api::codes::Code;
use http::StatusCode;
use serde_json::Value;

use crate::support::server::{Recipe, with_server};

/// Where the document is committed, from the workspace's root.
const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/openapi.json");

#[test]
fn the_committed_openapi_document_is_fresh() {
    let made = chatd::app::openapi().expect("a document") + "\n";
    let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
    if made != committed && std::env::var_os("CHATD_TEST_UPDATE").is_some() {
        std::fs::write(COMMITTED, &made).expect("written");
    } else {
        assert!(made == committed, "docs/openapi.json is stale: run this test with CHATD_TEST_UPDATE=1");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_and_its_browser_are_served_from_the_binary() {
    with_server(async |server| {
        let document: Value = server.client.openapi().await.expect("is JSON");
        assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
        let page = server.get("/api-docs/").await;
        assert_eq!(page.status, StatusCode::OK);
        let page = String::from_utf8(page.body.to_vec()).expect("text");
        assert!(page.contains("swagger-ui") && !page.contains("http://") && !page.contains("https://"), "{page}");
        for asset in page.split('"').filter_map(|part| part.strip_prefix("./")) {
            assert_eq!(server.get(&format!("/api-docs/{asset}")).await.status, StatusCode::OK, "{asset}");
        }
        let redirect = server.get("/api-docs").await;
        assert_eq!((redirect.status.is_redirection(), redirect.header("location")), (true, Some("/api-docs/")));
        server.get("/api-docs/no-such-file").await.problem(Code::RouteNotFound);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_served_document_has_the_configured_limits() {
    let recipe = Recipe::new().config(|config| {
        config.limits.content_bytes = 123;
        config.limits.batch_messages = 7;
    });
    recipe
        .run(async |server| {
            let document = server.client.openapi().await.expect("is JSON");
            let schemas = &document["components"]["schemas"];
            assert_eq!(schemas["CreateMessage"]["properties"]["content"]["maxLength"], 123);
            assert_eq!(schemas["CreateMessages"]["properties"]["messages"]["maxItems"], 7);
            assert!(document["info"]["description"].as_str().is_some_and(|text| text.contains("123 bytes")));
        })
        .await;
}
