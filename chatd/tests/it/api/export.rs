//! `/admin/export`.

use chat_shared::api::client::{ExportScope, WriteOptions};
use chat_shared::api::codes::Code;
use chat_shared::api::types::ExportLine;
use chat_shared::domain::MessageState;

use crate::support::server::{Server, with_server};

/// The lines of an export, each in a few words.
async fn told(server: &Server, scope: &ExportScope<'_>, tokens: &[&str]) -> Vec<String> {
    let of = |token: &str| tokens.iter().position(|known| *known == token).expect("a known token");
    let mut export = server.client.export(scope).await.expect("begins");
    let mut lines = Vec::new();
    while let Some(line) = export.next().await.expect("goes on") {
        lines.push(match line {
            ExportLine::Application(app) => format!("application {}", of(&app.token)),
            ExportLine::Chat(chat) => format!("chat {}:{}", of(&chat.token), chat.chat_number),
            ExportLine::Message(one) => {
                let content = one.message.message_content.unwrap_or_else(|| {
                    assert_eq!(one.message.state, MessageState::Deleted);
                    "gone".to_owned()
                });
                format!("message {}:{}:{} {content}", of(&one.token), one.chat_number, one.message.message_number)
            }
            ExportLine::End { applications, chats, messages } => format!("end {applications} {chats} {messages}"),
        });
    }
    lines
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_exported_in_order_or_one_application_or_one_chat_of_it() {
    with_server(async |server| {
        let (one, other) = (server.tenant_with_chat().await, server.tenant_with_chat().await);
        server.client.create_chat(&one, None, &WriteOptions::default()).await.expect("created");
        server.post(&one, &["a", "b"]).await;
        server.post_to(&one, 2, "c").await.expect("created");
        server.post(&other, &["d"]).await;
        server.client.delete_message(&one, 1, 1, &WriteOptions::default()).await.expect("accepted");
        server.settled().await;
        let tokens = [&*one, &*other];
        let first =
            ["application 0", "chat 0:1", "message 0:1:1 gone", "message 0:1:2 b", "chat 0:2", "message 0:2:1 c"];
        let second = ["application 1", "chat 1:1", "message 1:1:1 d"];
        let whole = told(server, &ExportScope::default(), &tokens).await;
        assert_eq!(whole, [&first[..], &second, &["end 2 3 4"]].concat());
        let application = ExportScope { application: Some(&other), chat: None };
        assert_eq!(told(server, &application, &tokens).await, [&second[..], &["end 1 1 1"]].concat());
        let chat = ExportScope { application: Some(&one), chat: Some(2) };
        assert_eq!(told(server, &chat, &tokens).await, ["application 0", "chat 0:2", "message 0:2:1 c", "end 1 1 1"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_cannot_be_exported() {
    with_server(async |server| {
        let token = server.tenant().await;
        let code = async |scope: ExportScope<'_>| server.client.export(&scope).await.expect_err("is refused").code();
        let unknown = ExportScope { application: Some("x"), chat: None };
        assert_eq!(code(unknown).await, Some(Code::ApplicationNotFound));
        assert_eq!(code(ExportScope { application: Some(&token), chat: Some(1) }).await, Some(Code::ChatNotFound));
        assert_eq!(code(ExportScope { application: None, chat: Some(1) }).await, Some(Code::ValidationFailed));
    })
    .await;
}
