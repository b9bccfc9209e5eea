//! Every bad input has its status and its code, and spends no number.

use bytes::Bytes;
use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::codes::Code;
use http::{Method, StatusCode};
use serde_json::json;

use crate::support::server::{Server, with_server};

const JSON: (&str, &str) = ("content-type", "application/json");

/// A bad request for a new message: what is wrong with it, its headers and body, and how it is refused: the code, and for
/// fields `field:code`.
struct Bad {
    why: &'static str,
    headers: Vec<(&'static str, &'static str)>,
    body: Bytes,
    code: Code,
    field: &'static str,
}

fn bad(why: &'static str, body: impl Into<Bytes>, code: Code, field: &'static str) -> Bad {
    Bad { why, headers: vec![JSON], body: body.into(), code, field }
}

fn bad_messages() -> Vec<Bad> {
    use Code::{BodyTooLarge, MalformedJson, UnsupportedMediaType, ValidationFailed};
    let content = |length: usize| json!({ "content": "x".repeat(length) }).to_string();
    let nested = format!(r#"{{"content":{}1{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let with = |headers: &[(&'static str, &'static str)], why, code| Bad {
        why,
        headers: headers.to_vec(),
        body: Bytes::from_static(br#"{"content":"a"}"#),
        code,
        field: "",
    };
    vec![
        bad("empty", "", MalformedJson, ""),
        bad("white space", " \n", MalformedJson, ""),
        bad("truncated", r#"{"content":"a"#, MalformedJson, ""),
        bad("two values", r#"{"content":"a"}{}"#, MalformedJson, ""),
        bad("no JSON", "content=a", MalformedJson, ""),
        bad("nested deeply", nested, ValidationFailed, "content:wrong_type"),
        bad("nested deeply, without an end", "[".repeat(10_000), MalformedJson, ""),
        bad("invalid UTF-8", &b"{\"content\":\"\xc3\x28\"}"[..], MalformedJson, ""),
        bad("an overlong form", &b"{\"content\":\"\xc0\x80\"}"[..], MalformedJson, ""),
        bad("a lone surrogate", r#"{"content":"\ud83e"}"#, MalformedJson, ""),
        bad("an array", r#"["a"]"#, ValidationFailed, "body:wrong_type"),
        bad("a string", r#""a""#, ValidationFailed, "body:wrong_type"),
        bad("null", "null", ValidationFailed, "body:wrong_type"),
        bad("no content", "{}", ValidationFailed, "content:missing"),
        bad("a number", r#"{"content":1}"#, ValidationFailed, "content:wrong_type"),
        bad("a null", r#"{"content":null}"#, ValidationFailed, "content:wrong_type"),
        bad("a list", r#"{"content":["a"]}"#, ValidationFailed, "content:wrong_type"),
        bad("an unknown field", r#"{"content":"a","colour":"red"}"#, ValidationFailed, "colour:unknown"),
        bad("a read-only field", r#"{"content":"a","message_number":9}"#, ValidationFailed, "message_number:read_only"),
        bad("both names", r#"{"content":"a","message_content":"b"}"#, ValidationFailed, "content:duplicate"),
        bad("nothing", r#"{"content":""}"#, ValidationFailed, "content:blank"),
        bad("blank", r#"{"content":" \t\n\u3000"}"#, ValidationFailed, "content:blank"),
        bad("U+0000", r#"{"content":"a\u0000b"}"#, ValidationFailed, "content:nul_character"),
        bad("one byte too long", content(64 * 1024 + 1), ValidationFailed, "content:too_long"),
        bad("a blank sender", r#"{"content":"a","sender":" "}"#, ValidationFailed, "sender:blank"),
        bad("a sender of no text", r#"{"content":"a","sender":{}}"#, ValidationFailed, "sender:wrong_type"),
        bad("no time", r#"{"content":"a","sent_at":"yesterday"}"#, ValidationFailed, "sent_at:malformed"),
        bad("a time of no text", r#"{"content":"a","sent_at":1}"#, ValidationFailed, "sent_at:wrong_type"),
        bad("a body too large", content(512 * 1024), BodyTooLarge, ""),
        with(&[], "no type", UnsupportedMediaType),
        with(&[("content-type", "text/plain")], "plain text", UnsupportedMediaType),
        with(&[("content-type", "application/x-www-form-urlencoded")], "a form", UnsupportedMediaType),
        with(&[("content-type", "multipart/form-data; boundary=x")], "an upload", UnsupportedMediaType),
        with(&[JSON, ("content-encoding", "gzip")], "compressed", UnsupportedMediaType),
    ]
}

async fn refused(server: &Server, method: Method, path: &str, bad: &Bad) {
    let answer = server.send(method, path, &bad.headers, bad.body.clone()).await;
    let problem = answer.problem(bad.code);
    let fields: Vec<_> = problem.errors.iter().map(|error| format!("{}:{}", error.field, error.code)).collect();
    assert_eq!(fields.join(" "), bad.field, "{}", bad.why);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_message_is_refused_precisely_and_the_next_good_one_gets_the_next_number() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let path = format!("/applications/{token}/chats/1/messages");
        for (bad, next) in bad_messages().iter().zip(1..) {
            refused(server, Method::POST, &path, bad).await;
            assert_eq!(server.post_to(&token, 1, "good").await.expect("created"), next, "after {}", bad.why);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_content_of_exactly_the_limit_is_taken() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        // Escaped, the same content takes six times the bytes on the wire.
        for content in ["x".repeat(64 * 1024), "\u{1}".repeat(64 * 1024)] {
            server.post_to(&token, 1, &content).await.expect("created");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_names_and_titles_are_refused_and_spend_no_number() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let long = "x".repeat(256);
        let key = format!("Bearer {}", crate::support::server::ADMIN_KEY);
        for (value, code) in [
            (json!(""), "blank"),
            (json!("  "), "blank"),
            (json!(long), "too_long"),
            (json!("a\u{0}"), "nul_character"),
            (json!(5), "wrong_type"),
            (json!(["a"]), "wrong_type"),
        ] {
            let title = json!({ "title": value }).to_string();
            let name = json!({ "name": value }).to_string();
            let chats = format!("/applications/{token}/chats");
            for (method, path, body, field) in [
                (Method::POST, chats.clone(), &title, "title"),
                (Method::PUT, format!("{chats}/1"), &title, "title"),
                (Method::PUT, format!("/applications/{token}"), &name, "name"),
                (Method::POST, "/applications".to_owned(), &name, "name"),
            ] {
                let headers = [JSON, ("authorization", key.as_str())];
                let problem = server.send(method, &path, &headers, body.clone()).await.problem(Code::ValidationFailed);
                assert_eq!((&*problem.errors[0].field, &*problem.errors[0].code), (field, code), "{path} {body}");
            }
        }
        let missing = server.send_json(Method::PUT, &format!("/applications/{token}/chats/1"), "{}").await;
        assert_eq!(missing.problem(Code::ValidationFailed).errors[0].code, "missing");
        let next = server.client.create_chat(&token, Some(&"é".repeat(255)), &WriteOptions::default()).await;
        assert_eq!(next.expect("created").body.chat_number, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_in_paths_that_are_none_are_not_found() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &["one"]).await;
        let wrong =
            ["0", "00", "01", "-1", "+1", "1.0", "1e0", "0x1", "x", "%20", "%FF", "4294967296", "18446744073709551617"];
        for number in wrong {
            let chat = format!("/applications/{token}/chats/{number}");
            let message = format!("/applications/{token}/chats/1/messages/{number}");
            server.get(&chat).await.problem(Code::ChatNotFound);
            server.get(&format!("{chat}/messages")).await.problem(Code::ChatNotFound);
            server
                .send_json(Method::POST, &format!("{chat}/messages"), r#"{"content":"a"}"#)
                .await
                .problem(Code::ChatNotFound);
            server.send(Method::DELETE, &chat, &[], "").await.problem(Code::ChatNotFound);
            server.get(&message).await.problem(Code::MessageNotFound);
            server.send_json(Method::PUT, &message, r#"{"content":"a"}"#).await.problem(Code::MessageNotFound);
            server.send(Method::DELETE, &message, &[], "").await.problem(Code::MessageNotFound);
        }
        for never in ["2", "4294967295"] {
            server.get(&format!("/applications/{token}/chats/{never}")).await.problem(Code::ChatNotFound);
            server.get(&format!("/applications/{token}/chats/1/messages/{never}")).await.problem(Code::MessageNotFound);
        }
        let late = server.post_to(&token, 2, "to nobody").await.expect_err("there is no such chat");
        assert_eq!(late.code(), Some(Code::ChatNotFound));
        assert_eq!(server.post_to(&token, 1, "two").await.expect("created"), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_and_cursors_out_of_range_and_unknown_parameters_are_refused() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let key = format!("Bearer {}", crate::support::server::ADMIN_KEY);
        let app = format!("/applications/{token}");
        for (path, field) in [
            (format!("{app}/chats?limit=0"), "limit:out_of_range"),
            (format!("{app}/chats?limit=201"), "limit:out_of_range"),
            (format!("{app}/chats?limit=-1"), "limit:malformed"),
            (format!("{app}/chats?limit=ten"), "limit:malformed"),
            (format!("{app}/chats?limit=1.5"), "limit:malformed"),
            (format!("{app}/chats?limit="), "limit:malformed"),
            (format!("{app}/chats?limit=99999999999999999999"), "limit:out_of_range"),
            (format!("{app}/chats?after=4294967296"), "after:out_of_range"),
            (format!("{app}/chats?before=0"), "before:out_of_range"),
            (format!("{app}/chats?order=random"), "order:malformed"),
            (format!("{app}/chats?page=2"), "page:unknown"),
            (format!("{app}/chats?content=a"), "content:unknown"),
            (format!("{app}/chats?limit=1&limit=2"), "limit:duplicate"),
            (format!("{app}/chats/1/messages?after=x"), "after:malformed"),
            (format!("{app}/messages?content=a&cursor=rubbish"), "cursor:malformed"),
            (format!("{app}/messages?content=a&cursor=a-1"), "cursor:malformed"),
            ("/applications?cursor=-1".to_owned(), "cursor:malformed"),
            ("/chats?number=0".to_owned(), "number:out_of_range"),
            ("/messages?number=4294967296".to_owned(), "number:out_of_range"),
            ("/messages?cursor=a-ffffffffffffffff-1-1".to_owned(), "cursor:malformed"),
            ("/admin/export?chat=1".to_owned(), "application:missing"),
        ] {
            let answer = server.send(Method::GET, &path, &[("authorization", &key)], "").await;
            let problem = answer.problem(Code::ValidationFailed);
            assert_eq!(format!("{}:{}", problem.errors[0].field, problem.errors[0].code), field, "{path}");
        }
        let all = server.get(&format!("{app}/chats?limit=0&after=x&nonsense")).await.problem(Code::ValidationFailed);
        assert_eq!(all.errors.len(), 3, "all of it at once: {all:?}");
        server.get(&format!("{app}/chats?limit=%FF")).await.problem(Code::MalformedRequest);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_made_of_operators_and_wildcards_are_searched_for_as_they_are() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        server.post(&token, &[r#"NEAR("a" b*) OR -c AND ^d:e {f} \g %h_ 'i'"#]).await;
        server.settled().await;
        for (text, hits) in
            [("*", 1), ("\"a\" B*", 1), ("NOT", 0), ("a OR b", 0), ("%", 1), ("_", 1), ("\\", 1), ("^d:e", 1), ("'", 1)]
        {
            let found = server.client.search_chat(&token, 1, text, &Paging::default()).await.expect("answers");
            assert_eq!(found.body.len(), hits, "{text}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_refused_shows_what_is_inside() {
    with_server(async |server| {
        let token = server.tenant_with_chat().await;
        let path = format!("/applications/{token}/chats/1/messages");
        for bad in bad_messages() {
            let answer = server.send(Method::POST, &path, &bad.headers, bad.body).await;
            let text = String::from_utf8_lossy(&answer.body).to_lowercase();
            assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
            for inside in ["select ", "insert ", "sqlite", "panicked", ".rs:", &token] {
                assert!(!text.contains(inside), "{inside}: {text}");
            }
        }
    })
    .await;
}
