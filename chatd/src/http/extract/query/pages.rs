//! The pages of lists and searches.

use axum::extract::FromRequestParts;
use chat_shared::api::codes::FieldCode;
use chat_shared::api::cursor;
use chat_shared::domain::{ChatNumber, MAX_NUMBER};
use chat_shared::store::{Order, Window};
use http::Uri;
use http::request::Parts;
use utoipa::IntoParams;

use super::raw::Raw;
use crate::http::error::ApiError;
use crate::http::state::AppState;

/// Rows of a page unless said.
pub const DEFAULT_LIMIT: u32 = 50;

/// The most rows of a page.
pub const MAX_LIMIT: u32 = 200;

/// A page of a list by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct NumberPage {
    /// Only numbers above this one.
    pub after: Option<u32>,
    /// Only numbers below this one. Without `after`: the `limit` ones just below it.
    #[param(minimum = 1)]
    pub before: Option<u32>,
    /// The most rows.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    pub limit: u32,
    /// The order of the answer; ascending unless said.
    #[param(inline, value_type = Option<Order>)]
    pub order: Order,
}

impl NumberPage {
    const NAMES: [&str; 4] = ["after", "before", "limit", "order"];

    fn of(raw: &mut Raw) -> Self {
        let order = match raw.text("order") {
            None | Some("asc") => Order::Asc,
            Some("desc") => Order::Desc,
            Some(_) => {
                raw.refuse("order", FieldCode::Malformed, "must be asc or desc");
                Order::Asc
            }
        };
        Self {
            after: raw.number("after", 0, MAX_NUMBER),
            before: raw.number("before", 1, MAX_NUMBER),
            limit: limit(raw),
            order,
        }
    }

    /// The page itself.
    #[must_use]
    pub fn page(&self) -> Window {
        Window { after: self.after, before: self.before, limit: self.limit, order: self.order }
    }
}

/// A page of a chat's messages, or of those that contain a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessagesPage {
    /// The page.
    pub page: NumberPage,
    /// The text.
    pub content: Option<String>,
}

/// The text of a search, as a parameter.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "read by nobody but the OpenAPI document")]
pub struct QueryText {
    /// Only messages that contain this text: anywhere, ignoring case and diacritics.
    #[param(min_length = 1, max_length = 1024)]
    content: Option<String>,
}

/// A page of a search over all chats of an application.
#[derive(Debug, Clone, PartialEq, Eq, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchPage {
    /// The text to be found: anywhere in a message, ignoring case and diacritics.
    #[param(min_length = 1, max_length = 1024)]
    pub content: String,
    /// Where to go on, from a `Link`.
    #[param(value_type = Option<String>)]
    pub cursor: Option<[u64; 2]>,
    /// The most rows.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    pub limit: u32,
}

/// A page of the list of applications.
#[derive(Debug, Clone, PartialEq, Eq, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ApplicationsPage {
    /// Only applications of exactly this name.
    pub name: Option<String>,
    /// Where to go on, from a `Link`.
    #[param(value_type = Option<String>)]
    pub cursor: Option<[u64; 1]>,
    /// The most rows.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    pub limit: u32,
}

/// A page of a list over all tenants.
#[derive(Debug, Clone, PartialEq, Eq, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AllPage {
    /// Only rows of exactly this number.
    #[param(minimum = 1)]
    pub number: Option<u32>,
    /// Where to go on, from a `Link`.
    #[param(value_type = Option<String>)]
    pub cursor: Option<[u64; 3]>,
    /// The most rows.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    pub limit: u32,
}

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    /// Only this application, by its token.
    pub application: Option<String>,
    /// Only this chat of it.
    #[param(value_type = Option<u32>, minimum = 1)]
    pub chat: Option<ChatNumber>,
}

macro_rules! read_from_query {
    ($($page:ty: $known:expr, $raw:ident => $value:expr;)*) => {
        $(impl FromRequestParts<AppState> for $page {
            type Rejection = ApiError;

            async fn from_request_parts(parts: &mut Parts, _state: &AppState) -> Result<Self, ApiError> {
                Self::read(&parts.uri)
            }
        }

        impl $page {
            /// The page that the query of `uri` names.
            pub fn read(uri: &Uri) -> Result<Self, ApiError> {
                let mut raw = Raw::of(uri, &$known)?;
                let $raw = &mut raw;
                let value = $value;
                raw.unless_refused(value)
            }
        })*
    };
}

read_from_query! {
    NumberPage: Self::NAMES, raw => Self::of(raw);
    MessagesPage: ["after", "before", "limit", "order", "content"], raw => {
        Self { page: NumberPage::of(raw), content: raw.text("content").map(str::to_owned) }
    };
    SearchPage: ["content", "cursor", "limit"], raw => {
        if raw.text("content").is_none() {
            raw.refuse("content", FieldCode::Missing, "is required");
        }
        let content = raw.text("content").unwrap_or_default().to_owned();
        Self { content, cursor: position(raw), limit: limit(raw) }
    };
    ApplicationsPage: ["name", "cursor", "limit"], raw => {
        Self { name: raw.text("name").map(str::to_owned), cursor: position(raw), limit: limit(raw) }
    };
    AllPage: ["number", "cursor", "limit"], raw => {
        Self { number: raw.number("number", 1, MAX_NUMBER), cursor: position(raw), limit: limit(raw) }
    };
    ExportQuery: ["application", "chat"], raw => {
        let application = raw.text("application").map(str::to_owned);
        let chat = raw.number("chat", 1, MAX_NUMBER);
        if chat.is_some() && application.is_none() {
            raw.refuse("application", FieldCode::Missing, "is required where `chat` is given");
        }
        Self { application, chat }
    };
}

fn limit(raw: &mut Raw) -> u32 {
    raw.number("limit", 1, MAX_LIMIT).unwrap_or(DEFAULT_LIMIT)
}

fn position<const N: usize>(raw: &mut Raw) -> Option<[u64; N]> {
    let cursor = raw.text("cursor")?;
    let position = cursor::decode(cursor);
    if position.is_none() {
        raw.refuse("cursor", FieldCode::Malformed, "is no cursor of this list");
    }
    position
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> NumberPage {
        NumberPage::read(&format!("/x?{query}").parse().expect("a URI")).expect("reads")
    }

    #[test]
    fn bounds_are_checked() {
        for query in
            ["limit=0", "limit=201", "limit=x", "after=-1", "before=0", "after=4294967296", "order=up", "page=2"]
        {
            assert!(NumberPage::read(&format!("/x?{query}").parse().expect("a URI")).is_err(), "{query}");
        }
        assert_eq!(page("").limit, DEFAULT_LIMIT);
        assert!(AllPage::read(&"/x?cursor=zzz".parse().expect("a URI")).is_err());
        assert!(ExportQuery::read(&"/x?chat=1".parse().expect("a URI")).is_err());
    }
}
