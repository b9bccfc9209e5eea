//! `/chats` and `/messages`: every tenant's.

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;

use crate::support::server::with_server;

#[tokio::test(flavor = "multi_thread")]
async fn every_tenants_chats_and_messages_are_listed_paged_and_filtered_by_number() {
    with_server(async |server| {
        let (one, other) = (server.tenant_with_chat().await, server.tenant_with_chat().await);
        server.client.create_chat(&one, Some("second"), &WriteOptions::default()).await.expect("created");
        server.post(&one, &["a", "b"]).await;
        server.post(&other, &["c", "d"]).await;
        server.settled().await;
        let chats = async |paging: Paging| {
            let pages = server.pages(paging, async |paging| server.client.all_chats(&paging).await).await;
            pages.concat().into_iter().map(|chat| (chat.token, chat.chat_number)).collect::<Vec<_>>()
        };
        let all = [(one.clone(), 1), (one.clone(), 2), (other.clone(), 1)];
        assert_eq!(chats(Paging::default().limit(1)).await, all);
        assert_eq!(chats(Paging::default().limit(1).number(1)).await, [all[0].clone(), all[2].clone()]);
        let messages = async |paging: Paging| {
            let pages = server.pages(paging, async |paging| server.client.all_messages(&paging).await).await;
            let rows = pages.concat().into_iter();
            rows.map(|row| row.message.message_content.expect("kept")).collect::<Vec<_>>()
        };
        assert_eq!(messages(Paging::default().limit(3)).await, ["a", "b", "c", "d"]);
        assert_eq!(messages(Paging::default().limit(1).number(2)).await, ["b", "d"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_admin_key_opens_what_is_not_one_tenants() {
    with_server(async |server| {
        for path in ["/chats", "/messages", "/applications", "/admin/export"] {
            server.get(path).await.problem(Code::Unauthorized);
        }
    })
    .await;
}
