//! The application, chat and message that a path names. A token that is none answers as one that is foreign; a number
//! that is none answers as one that was never given.

use std::borrow::Cow;

use axum::extract::{FromRequestParts, MatchedPath};
use chat_shared::domain::{AppId, ChatNumber, MessageNumber, Sequence, Token};
use chat_shared::ops;
use chat_shared::store::MessageKey;
use http::Uri;
use http::request::Parts;
use percent_encoding::percent_decode_str;

use crate::http::error::ApiError;
use crate::http::state::AppState;

/// The application that the path's token is.
#[derive(Debug, Clone)]
pub struct InApplication {
    /// Its id.
    pub app: AppId,
    /// Its token.
    pub token: Token,
    /// The request's path and query.
    pub uri: Uri,
}

/// The chat that the path names; whether it exists is not known yet.
#[derive(Debug, Clone)]
pub struct InChat {
    /// Its application.
    pub app: AppId,
    /// The application's token.
    pub token: Token,
    /// Its number.
    pub chat: ChatNumber,
    /// The request's path and query.
    pub uri: Uri,
}

/// The message that the path names; whether it exists is not known yet.
#[derive(Debug, Clone)]
pub struct OfMessage {
    /// Its chat.
    pub chat: InChat,
    /// Its number.
    pub number: MessageNumber,
}

impl InChat {
    /// What the chat's messages are counted in.
    #[must_use]
    pub fn sequence(&self) -> Sequence {
        Sequence::Messages(self.app, self.chat)
    }
}

impl OfMessage {
    /// The message's key.
    #[must_use]
    pub fn key(&self) -> MessageKey {
        MessageKey { app: self.chat.app, chat: self.chat.chat, number: self.number }
    }
}

impl FromRequestParts<AppState> for InApplication {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let params = Params::of(parts);
        let (app, token) = params.application(state).await?;
        Ok(Self { app, token, uri: parts.uri.clone() })
    }
}

impl FromRequestParts<AppState> for InChat {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let params = Params::of(parts);
        let (app, token) = params.application(state).await?;
        let chat = params.number("chat_number").ok_or_else(no_chat)?;
        Ok(Self { app, token, chat, uri: parts.uri.clone() })
    }
}

impl FromRequestParts<AppState> for OfMessage {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let chat = InChat::from_request_parts(parts, state).await?;
        let number = Params::of(parts).number("message_number").ok_or_else(no_message)?;
        Ok(Self { chat, number })
    }
}

/// No application has this token: one text, whatever was wrong with it.
pub fn no_application() -> ApiError {
    ops::no_application().into()
}

/// The chat was never created.
fn no_chat() -> ApiError {
    ops::no_chat().into()
}

/// The message was never created.
fn no_message() -> ApiError {
    ops::no_message().into()
}

/// The path beside the route that it was matched with. Parameters are taken out one by one: where one is no text, the
/// others still are.
struct Params<'a> {
    route: &'a str,
    path: &'a str,
}

impl<'a> Params<'a> {
    fn of(parts: &'a Parts) -> Self {
        let route = parts.extensions.get().map_or("", MatchedPath::as_str);
        Self { route, path: parts.uri.path() }
    }

    fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let names = self.route.split('/').map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let (_, value) = names.zip(self.path.split('/')).find(|(there, _)| *there == Some(name))?;
        percent_decode_str(value).decode_utf8().ok()
    }

    async fn application(&self, state: &AppState) -> Result<(AppId, Token), ApiError> {
        let token = Token::new(self.get("token").unwrap_or_default());
        let app = state.tenants.resolve(&token).await?.ok_or_else(no_application)?;
        Ok((app, token))
    }

    fn number(&self, name: &str) -> Option<u32> {
        number(&self.get(name)?)
    }
}

/// 1 … 2^32 − 1 in plain decimal digits.
fn number(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_decimals_from_one() {
        assert_eq!((number("1"), number("4294967295")), (Some(1), Some(u32::MAX)));
        for text in ["", "0", "01", "+1", "-1", "1.0", "1e3", " 1", "4294967296", "٣", "x"] {
            assert_eq!(number(text), None, "{text:?}");
        }
    }
}
