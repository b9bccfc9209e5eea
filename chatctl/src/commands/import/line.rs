//! One line of an import: what it must be, and why it is refused. Pure.

use std::borrow::Cow;
use std::fmt;

use chat_shared::api::types::CreateMessage;
use chat_shared::clock::Timestamp;
use chat_shared::domain::Limits;
use serde::Deserialize;

/// A line that can be imported.
#[derive(Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The application's name.
    pub app: Cow<'a, str>,
    /// The chat's title.
    pub chat: Cow<'a, str>,
    /// What is posted.
    pub message: CreateMessage<'a>,
}

/// Why a line cannot be imported. `Display` completes "line 7: ".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine(String);

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The line's fields; one more than these would be lost, so it is refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<'a> {
    #[serde(borrow)]
    app: Cow<'a, str>,
    #[serde(borrow)]
    chat: Cow<'a, str>,
    #[serde(borrow, default)]
    sender: Option<Text<'a>>,
    #[serde(borrow, default)]
    sent_at: Option<Text<'a>>,
    #[serde(borrow)]
    content: Cow<'a, str>,
}

/// Borrows from the line where it can, which `Option<Cow<str>>` by itself does not.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// Understands a line (without its line break).
pub fn parse<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Line<'a>, BadLine> {
    let fields: Fields<'a> = serde_json::from_slice(bytes).map_err(|error| match std::str::from_utf8(bytes) {
        Ok(_) => BadLine(of_json(&error)),
        Err(error) => BadLine(format!("it is not UTF-8 from byte {} on", error.valid_up_to() + 1)),
    })?;
    check("app", limits.name(&fields.app))?;
    check("chat", limits.name(&fields.chat))?;
    check("content", limits.content(&fields.content))?;
    if let Some(Text(sender)) = &fields.sender {
        check("sender", limits.sender(sender))?;
    }
    let sent_at: Option<Timestamp> = match &fields.sent_at {
        Some(Text(text)) => Some(text.parse().map_err(|error| BadLine(format!("`sent_at` is {error}")))?),
        None => None,
    };
    let message = CreateMessage { content: fields.content, sender: fields.sender.map(|Text(text)| text), sent_at };
    Ok(Line { app: fields.app, chat: fields.chat, message })
}

fn check(field: &str, outcome: Result<(), chat_shared::domain::Violation>) -> Result<(), BadLine> {
    outcome.map_err(|violation| BadLine(format!("`{field}` {violation}")))
}

/// The parser's words without its line number, which is always 1 here.
fn of_json(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let bare = text.rsplit_once(" at line ").map_or(text.as_str(), |(bare, _)| bare);
    format!("{bare} (column {})", error.column())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(line: &str) -> String {
        parse(line.as_bytes(), &Limits::default()).expect_err(line).to_string()
    }

    #[test]
    fn a_line_without_escapes_is_borrowed() {
        let text = br#"{"app":"a","chat":"c","sender":"me","sent_at":"2004-11-15T12:18:00Z","content":"hello"}"#;
        let line = parse(text, &Limits::default()).expect("a line");
        assert!(matches!(&line.message.content, Cow::Borrowed("hello")));
        assert!(matches!(&line.message.sender, Some(Cow::Borrowed("me"))));
        assert_eq!(line.message.sent_at.map(|at| at.to_string()).as_deref(), Some("2004-11-15T12:18:00.000Z"));
    }

    #[test]
    fn sender_and_moment_may_be_left_out_or_null() {
        for line in [
            r#"{"app":"a","chat":"c","content":"x"}"#,
            r#"{"app":"a","chat":"c","content":"x","sender":null,"sent_at":null}"#,
        ] {
            assert_eq!(parse(line.as_bytes(), &Limits::default()).expect("a line").message.sender, None);
        }
    }

    #[test]
    fn whatever_chatd_would_refuse_or_lose_is_a_bad_line() {
        assert_eq!(
            refused(r#"{"app":"a","chat":"c","content":"a\u0000b"}"#),
            "`content` must not hold the character U+0000"
        );
        assert_eq!(refused(r#"{"app":"a","chat":"c","content":" \n"}"#), "`content` must hold more than white space");
        assert_eq!(refused(r#"{"app":"","chat":"c","content":"x"}"#), "`app` must hold more than white space");
        assert!(
            refused(r#"{"app":"a","chat":"c","content":"x","sent_at":"soon"}"#).starts_with("`sent_at` is not a date")
        );
        assert!(refused(r#"{"app":"a","chat":"c"}"#).starts_with("missing field `content`"));
        assert!(refused(r#"{"app":"a","chat":"c","content":"x","sentat":"1"}"#).starts_with("unknown field `sentat`"));
        assert!(refused(r#"{"app":"a","chat":3,"content":"x"}"#).starts_with("invalid type: integer `3`"));
        assert!(refused("not json").starts_with("expected ident"));
        assert!(refused("").starts_with("EOF while parsing"));
        let long = format!(r#"{{"app":"a","chat":"c","content":"{}"}}"#, "x".repeat(65_537));
        assert_eq!(refused(&long), "`content` is 65537 bytes long; at most 65536 are allowed");
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_a_bad_line() {
        assert!(parse(b"{\"app\":\"a\",\"chat\":\"c\",\"content\":\"\xff\"}", &Limits::default()).is_err());
    }
}
