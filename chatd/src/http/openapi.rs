//! The OpenAPI document: what `utoipa` gathers from the routes, with what only the running process knows (its limits)
//! and what stands in one table anyhow (the codes of errors).

use std::fmt::Write as _;

use chat_shared::api::codes::{Code, FieldCode};
use chat_shared::api::problem::{MEDIA_TYPE, Problem};
use chat_shared::domain::Limits;
use utoipa::openapi::schema::Schema;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{Modify, OpenApi as _};

use super::state::HttpSettings;

/// What the routes do not say by themselves.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "chatd",
        description = "The back end of a chat product for many tenants: numbers at once, persisted and searchable soon after.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    components(schemas(Problem)),
    modifiers(&AdminKey),
    tags(
        (name = "applications", description = "Tenants: a token and a name"),
        (name = "chats", description = "Chats of an application, numbered from 1"),
        (name = "messages", description = "Messages of a chat, numbered from 1, and the search in them"),
        (name = "everything", description = "Every tenant's, for whoever administers"),
        (name = "operators", description = "Queues, counters, dead letters, operations and the search index"),
        (name = "health", description = "Whether chatd is well, and which one it is"),
    ),
)]
struct Base;

struct AdminKey;

impl Modify for AdminKey {
    fn modify(&self, openapi: &mut OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("The installation's admin key; applications' tokens are in the path."));
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("admin", SecurityScheme::Http(scheme.build()));
    }
}

/// The document before the routes are added.
#[must_use]
pub fn base() -> OpenApi {
    Base::openapi()
}

/// The finished document, as JSON.
#[must_use]
pub fn finished(mut document: OpenApi, limits: &Limits, settings: &HttpSettings) -> Vec<u8> {
    let description = document.info.description.take().unwrap_or_default();
    document.info.description = Some(format!("{description}\n\n{}\n{}", limits_told(limits, settings), codes_told()));
    refusals(&mut document);
    let lengths = [
        ("NameBody", "name", limits.name_chars),
        ("CreateChat", "title", limits.name_chars),
        ("UpdateChat", "title", limits.name_chars),
        ("CreateMessage", "content", limits.content_bytes),
        ("CreateMessage", "sender", limits.sender_chars),
        ("UpdateMessage", "content", limits.content_bytes),
        ("CreateMessages", "messages", limits.batch_messages),
    ];
    for (schema, property, limit) in lengths {
        bound(&mut document, schema, property, limit);
    }
    // A document of strings, numbers and maps always has a JSON form.
    let text = serde_json::to_string_pretty(&document).unwrap_or_default();
    // The format registry writes `uint32`; `utoipa` writes `u-int32`.
    text.replace(r#""format": "u-int"#, r#""format": "uint"#).into_bytes()
}

/// Adds to each operation what is the same for all: how it is refused, and what its answers are in a word.
fn refusals(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for operation in operations.into_iter().flatten() {
            let responses = &mut operation.responses.responses;
            // The paths that say whether chatd is well refuse nothing.
            if path.starts_with("/applications") || operation.security.is_some() {
                responses.entry("4XX".to_owned()).or_insert_with(|| problem("Refused: see the table of errors"));
                responses.entry("5XX".to_owned()).or_insert_with(|| problem("Failed: see the table of errors"));
            }
            for (status, response) in responses {
                if let RefOr::T(response) = response
                    && response.description.is_empty()
                {
                    in_a_word(status).clone_into(&mut response.description);
                }
            }
        }
    }
}

fn problem(description: &str) -> RefOr<Response> {
    let body = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(description).content(MEDIA_TYPE, body).build().into()
}

fn in_a_word(status: &str) -> &'static str {
    match status {
        "200" => "Done",
        "201" => "Created",
        "202" => "Accepted: it will be persisted",
        _ => "Answered",
    }
}

/// Sets how long a property may be.
fn bound(document: &mut OpenApi, schema: &str, property: &str, limit: usize) {
    let schemas = document.components.as_mut().map(|components| &mut components.schemas);
    let Some(RefOr::T(Schema::Object(object))) = schemas.and_then(|schemas| schemas.get_mut(schema)) else { return };
    match object.properties.get_mut(property) {
        Some(RefOr::T(Schema::Object(text))) => text.max_length = Some(limit),
        Some(RefOr::T(Schema::Array(list))) => list.max_items = Some(limit),
        _ => {}
    }
}

fn limits_told(limits: &Limits, settings: &HttpSettings) -> String {
    let mut text = String::from("## Limits\n\n| what | at most |\n|---|---|\n");
    let rows = [
        ("a message's content, as UTF-8", limits.content_bytes, "bytes"),
        ("a name or a title", limits.name_chars, "characters"),
        ("a sender", limits.sender_chars, "characters"),
        ("a text that is searched for", limits.query_chars, "characters"),
        ("the messages of a batch", limits.batch_messages, "messages"),
        ("a body", settings.body_limit, "bytes"),
        ("the body of a batch", settings.batch_body_limit, "bytes"),
    ];
    for (what, limit, unit) in rows {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| {what} | {limit} {unit} |");
    }
    let _ = writeln!(text, "| the time that a request takes | {} s |", settings.deadline.as_secs_f64());
    text
}

fn codes_told() -> String {
    let mut text = String::from(
        "## Errors\n\nEvery error is a problem document (RFC 9457) with a stable `code`. Those that are retryable may \
         succeed later without anybody changing the request.\n\n| code | status | retryable | meaning | what to do \
         |\n|---|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let row = code.row();
        let retryable = if row.retryable { "yes" } else { "no" };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| `{}` | {} | {retryable} | {} | {} |", row.name, row.status, row.meaning, row.remedy);
    }
    text.push_str("\nWhat is wrong with a field, in `errors[]`:\n\n| code | meaning |\n|---|---|\n");
    for code in FieldCode::ALL {
        let _ = writeln!(text, "| `{}` | {} |", code.name(), code.meaning());
    }
    text
}
