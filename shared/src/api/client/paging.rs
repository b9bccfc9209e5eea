//! Pages of lists: what to ask for, and the next and previous ones as the server's `Link` header names them (RFC 8288).

use http::header::LINK;
use http::{HeaderMap, HeaderValue};
use reqwest::Url;

use super::Answer;
use crate::api::headers::SEARCH_DEGRADED;

/// Which page of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Paging {
    asked: Vec<(&'static str, String)>,
    link: Option<String>,
}

impl Paging {
    /// At most this many rows, 1 to 200; 50 unless said.
    pub fn limit(self, limit: u32) -> Self {
        self.with("limit", limit.to_string())
    }

    /// Only numbers above this one.
    pub fn after(self, number: u32) -> Self {
        self.with("after", number.to_string())
    }

    /// Only numbers below this one.
    pub fn before(self, number: u32) -> Self {
        self.with("before", number.to_string())
    }

    /// From the greatest number downward.
    pub fn descending(self) -> Self {
        self.with("order", "desc".to_owned())
    }

    /// Only rows of exactly this number; for the lists over all tenants.
    pub fn number(self, number: u32) -> Self {
        self.with("number", number.to_string())
    }

    /// On from an opaque cursor.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.with("cursor", cursor.into())
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.asked.push((name, value));
        self
    }

    /// The cursor of a page that a `Link` named, for callers that keep it.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// The page that a kept [`Self::link`] names.
    pub fn from_link(link: impl Into<String>) -> Self {
        Self { asked: Vec::new(), link: Some(link.into()) }
    }

    /// Writes the page into `url`, beside what the request asks for anyhow. A link holds that already.
    pub(super) fn write_to(&self, url: &mut Url, always: &[(&str, &str)]) {
        if let Some(link) = &self.link {
            url.set_query(Some(link));
        } else if !self.asked.is_empty() || !always.is_empty() {
            let mut pairs = url.query_pairs_mut();
            pairs.extend_pairs(always);
            pairs.extend_pairs(self.asked.iter().map(|(name, value)| (name, value)));
        }
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The body.
    pub body: T,
    /// The page after it.
    pub next: Option<Paging>,
    /// The page before it.
    pub prev: Option<Paging>,
    /// Whether a search was answered without the engine.
    pub degraded: bool,
}

impl<T> From<Answer<T>> for Page<T> {
    fn from(answer: Answer<T>) -> Self {
        let degraded = answer.headers.get(SEARCH_DEGRADED).is_some_and(|value| value == "true");
        Self { next: link(&answer.headers, "next"), prev: link(&answer.headers, "prev"), degraded, body: answer.body }
    }
}

/// The query of the link with this relation. Only the query is taken: the path is the one that was asked, behind
/// whatever prefix a proxy may have put before it, and the admin key goes to no other host.
fn link(headers: &HeaderMap, rel: &str) -> Option<Paging> {
    headers.get_all(LINK).iter().filter_map(|value| HeaderValue::to_str(value).ok()).find_map(|value| {
        value.split('<').skip(1).find_map(|one| {
            let (target, params) = one.split_once('>')?;
            let named = params
                .split([';', ','])
                .any(|param| param.trim().strip_prefix("rel=").is_some_and(|value| value.trim_matches('"') == rel));
            let (_, query) = target.split_once('?')?;
            named.then(|| Paging::from_link(query))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(LINK, HeaderValue::from_static(value))])
    }

    #[test]
    fn links_are_found_by_their_relation() {
        let both = headers(r#"</a/chats?after=5&limit=5>; rel="next", </a/chats?before=1>; rel="prev""#);
        assert_eq!(link(&both, "next"), Some(Paging::from_link("after=5&limit=5")));
        assert_eq!(link(&both, "prev"), Some(Paging::from_link("before=1")));
        assert_eq!(link(&headers(r#"<?cursor=x>; rel="prev""#), "next"), None);
        assert_eq!(link(&headers("rubbish"), "next"), None);
    }

    #[test]
    fn a_link_replaces_what_was_asked() {
        let mut url = Url::parse("http://h/x").expect("a URL");
        Paging::default().limit(3).write_to(&mut url, &[("content", "a&b")]);
        assert_eq!(url.query(), Some("content=a%26b&limit=3"));
        Paging::from_link("content=a%26b&after=4").write_to(&mut url, &[("content", "a&b")]);
        assert_eq!(url.query(), Some("content=a%26b&after=4"));
    }
}
