//! How a client is made: addresses, keys, timeouts, and TLS only where it is spoken.

use std::sync::Arc;
use std::time::Duration;

use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue};
use reqwest::Url;
use url::Host;

use super::error::{ClientError, Invalid};
use super::{Client, Inner};
use crate::api::headers::X_OPERATOR;

/// How long a connection may take to be made: a server that is there answers a handshake far sooner.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a request may take unless told otherwise: the server's own deadline and time for its answer to come.
const TIMEOUT: Duration = Duration::from_secs(15);

/// A client in the making.
#[derive(Debug, Clone)]
#[must_use]
pub struct ClientBuilder {
    base: String,
    admin_key: Option<String>,
    operator: Option<String>,
    connect_timeout: Duration,
    timeout: Duration,
    user_agent: String,
}

impl ClientBuilder {
    pub(super) fn new(base: &str) -> Self {
        Self {
            base: base.to_owned(),
            admin_key: None,
            operator: None,
            connect_timeout: CONNECT_TIMEOUT,
            timeout: TIMEOUT,
            user_agent: concat!("chat-shared/", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }

    /// The admin key, sent with every request.
    pub fn admin_key(mut self, key: impl Into<String>) -> Self {
        self.admin_key = Some(key.into());
        self
    }

    /// Who administers, for the operator log: 1 to 128 visible ASCII characters, for instance `ann@desk`.
    pub fn operator(mut self, name: impl Into<String>) -> Self {
        self.operator = Some(name.into());
        self
    }

    /// How long a connection may take to be made.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a request may take from its first byte to the last of its answer. A `wait` is added to it; a stream has
    /// this long for each of its pieces.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// What the client calls itself.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// Makes the client. No connection is made yet.
    pub fn build(self) -> Result<Client, ClientError> {
        let base = parse_base(&self.base)?;
        let authorization = self.admin_key.as_deref().map(bearer).transpose()?;
        let operator = self.operator.as_deref().map(operator).transpose()?;
        let builder = reqwest::Client::builder()
            .default_headers(operator.into_iter().collect())
            .connect_timeout(self.connect_timeout)
            .user_agent(self.user_agent)
            .gzip(!is_this_machine(&base))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .tcp_nodelay(true)
            .http1_only();
        let http = match base.scheme() {
            "https" => with_tls(builder),
            _ => without_tls(builder)?,
        };
        let http = http.build().map_err(|source| ClientError::Invalid(Invalid::Transport(source)))?;
        Ok(Client { inner: Arc::new(Inner { http, base, authorization, timeout: self.timeout }) })
    }
}

fn parse_base(text: &str) -> Result<Url, ClientError> {
    let invalid = || ClientError::Invalid(Invalid::Base);
    let mut base = Url::parse(text).map_err(|_| invalid())?;
    if !matches!(base.scheme(), "http" | "https") || base.query().is_some() || base.fragment().is_some() {
        return Err(invalid());
    }
    base.path_segments_mut().map_err(|()| invalid())?.pop_if_empty();
    Ok(base)
}

/// Whether chatd is on this machine: then answers come as they are, since to compress one takes several times as long as
/// everything else about it.
fn is_this_machine(base: &Url) -> bool {
    match base.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn operator(name: &str) -> Result<(HeaderName, HeaderValue), ClientError> {
    let invalid = |_| ClientError::Invalid(Invalid::Header(X_OPERATOR));
    Ok((X_OPERATOR, HeaderValue::try_from(name).map_err(invalid)?))
}

fn bearer(key: &str) -> Result<HeaderValue, ClientError> {
    let mut value = HeaderValue::try_from(format!("Bearer {key}"))
        .map_err(|_| ClientError::Invalid(Invalid::Header(AUTHORIZATION)))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The process's own provider where it has one, else ring; certificates as the machine trusts them.
fn with_tls(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    // Err means that another provider was installed before, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    builder
}

/// A TLS side that trusts nobody and is never used: the default one would read the machine's certificates.
fn without_tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, ClientError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|source| ClientError::Invalid(Invalid::Tls(source)))?
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    Ok(builder.tls_backend_preconfigured(config))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_no_http_are_refused() {
        for base in ["", "127.0.0.1:8000", "ftp://host", "mailto:a@b", "http://host/?q=1", "http://host/#x"] {
            assert!(matches!(Client::builder(base).build(), Err(ClientError::Invalid(Invalid::Base))), "{base}");
        }
    }

    #[test]
    fn a_path_in_the_address_is_kept_as_a_prefix() {
        let client = Client::builder("http://host:1/chat/").build().expect("builds");
        assert_eq!(client.url(&["applications"]).expect("builds").as_str(), "http://host:1/chat/applications");
        let client = Client::builder("http://host:1").build().expect("builds");
        assert_eq!(client.url(&["applications"]).expect("builds").as_str(), "http://host:1/applications");
    }

    #[test]
    fn a_key_with_a_line_break_is_refused() {
        assert!(Client::builder("http://h").admin_key("a\nb").build().is_err());
    }
}
