//! Searching in a chat and over an application.

use std::sync::Arc;

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::FoundMessage;
use chat_shared::search::off::SearchOff;
use serde_json::json;

use crate::support::server::{Recipe, Server, with_server};

fn numbers(found: &[FoundMessage]) -> Vec<u32> {
    found.iter().map(|one| one.message.message_number).collect()
}

async fn posted(server: &Server) -> String {
    let token = server.tenant_with_chat().await;
    server.post(&token, &["Crème brûlée", "100 % sure*", "a Brulee, a BRÛLÉE", "nothing", "brule"]).await;
    server.settled().await;
    token
}

#[tokio::test(flavor = "multi_thread")]
async fn any_part_of_a_message_is_found_with_its_places_in_characters() {
    with_server(async |server| {
        let token = posted(server).await;
        let path = format!("/applications/{token}/chats/1/messages?content=BRULEE");
        let found = server.get(&path).await;
        assert_eq!(found.header("search-degraded"), None);
        let rows = found.json();
        assert_eq!(rows[0]["highlights"], json!([{ "start": 6, "end": 12 }]));
        assert_eq!(rows[1]["highlights"], json!([{ "start": 2, "end": 8 }, { "start": 12, "end": 18 }]));
        assert_eq!((rows.as_array().map(Vec::len), rows[0].get("chat_number")), (Some(2), None));
        for (text, expected) in
            [("e b", vec![1]), ("%", vec![2]), ("*", vec![2]), ("e", vec![1, 2, 3, 5]), ("zz", vec![])]
        {
            let found = server.client.search_chat(&token, 1, text, &Paging::default()).await.expect("answers");
            assert_eq!(numbers(&found.body), expected, "{text}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn following_the_links_shows_every_match_once_in_either_order() {
    with_server(async |server| {
        let token = posted(server).await;
        let pages = async |paging: Paging| {
            let fetch = async |paging: Paging| server.client.search_chat(&token, 1, "e", &paging).await;
            server.pages(paging, fetch).await.concat()
        };
        assert_eq!(numbers(&pages(Paging::default().limit(1)).await), [1, 2, 3, 5]);
        assert_eq!(numbers(&pages(Paging::default().limit(2).descending()).await), [5, 3, 2, 1]);
        assert_eq!(numbers(&pages(Paging::default().limit(1).after(1).before(5)).await), [2, 3]);
        let below = server.client.search_chat(&token, 1, "e", &Paging::default().before(5).limit(2)).await;
        let below = below.expect("answers");
        assert_eq!(numbers(&below.body), [2, 3]);
        let earlier = server.client.search_chat(&token, 1, "e", &below.prev.expect("earlier ones")).await;
        assert_eq!(numbers(&earlier.expect("answers").body), [1]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_is_searched_in_the_order_of_chats_and_numbers() {
    with_server(async |server| {
        let token = posted(server).await;
        for chat in 2..=3 {
            server.client.create_chat(&token, None, &WriteOptions::default()).await.expect("created");
            server.post_to(&token, chat, "brulee again").await.expect("created");
        }
        let stranger = server.tenant_with_chat().await;
        server.post(&stranger, &["brulee of others"]).await;
        server.settled().await;
        let fetch = async |paging: Paging| server.client.search_application(&token, "brule", &paging).await;
        let pages = server.pages(Paging::default().limit(2), fetch).await;
        let places: Vec<_> =
            pages.concat().iter().map(|one| (one.chat_number.expect("told"), one.message.message_number)).collect();
        assert_eq!(places, [(1, 1), (1, 3), (1, 5), (2, 1), (3, 1)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn deleted_messages_are_not_found_and_changed_ones_as_they_are_now() {
    with_server(async |server| {
        let token = posted(server).await;
        server.client.delete_message(&token, 1, 1, &WriteOptions::default()).await.expect("accepted");
        server
            .client
            .update_message(&token, 1, 3, "quite another text", &WriteOptions::default())
            .await
            .expect("accepted");
        server.settled().await;
        let found = server.client.search_chat(&token, 1, "brulee", &Paging::default()).await.expect("answers");
        assert_eq!(numbers(&found.body), Vec::<u32>::new());
        let found = server.client.search_chat(&token, 1, "another", &Paging::default()).await.expect("answers");
        assert_eq!(numbers(&found.body), [3]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_engine_the_store_answers_and_says_so() {
    Recipe::new()
        .replace(|needs| needs.search = Arc::new(SearchOff))
        .run(async |server| {
            let token = posted(server).await;
            let search = async |paging: Paging| server.client.search_chat(&token, 1, "brulee", &paging).await;
            let found = search(Paging::default()).await.expect("answers");
            assert_eq!((numbers(&found.body), found.degraded), (vec![1, 3], true));
            let pages = server.pages(Paging::default().limit(1).descending(), search).await;
            assert_eq!(numbers(&pages.concat()), [3, 1]);
            let whole = server.client.search_application(&token, "brulee", &Paging::default()).await.expect("answers");
            assert_eq!((numbers(&whole.body), whole.degraded), (vec![1, 3], true));
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_that_cannot_be_searched_for_are_refused() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let long = "x".repeat(1_025);
        for base in [format!("/applications/{token}/chats/1/messages"), format!("/applications/{token}/messages")] {
            for (text, code) in [("", "blank"), ("%CC%81", "blank"), ("a%00b", "nul_character"), (&*long, "too_long")] {
                let problem = server.get(&format!("{base}?content={text}")).await.problem(Code::ValidationFailed);
                assert_eq!((&*problem.errors[0].field, &*problem.errors[0].code), ("content", code), "{text}");
            }
            server.get(&format!("{base}?content=%FF")).await.problem(Code::MalformedRequest);
        }
        let missing = server.get(&format!("/applications/{token}/messages")).await.problem(Code::ValidationFailed);
        assert_eq!(missing.errors[0].code, "missing");
        server.get(&format!("/applications/{token}/chats/2/messages?content=a")).await.problem(Code::ChatNotFound);
    })
    .await;
}
