//! URLs of the parts of an installation: which adapter, and where. A wrong one is never told whole, since it may hold
//! a password.

use std::fmt;
use std::marker::PhantomData;
use std::path::PathBuf;

use super::{Codec, Place, Raw, Wrong, quoted};
use crate::config::problem::closest;

/// What the URL of one part may be.
pub(in crate::config) trait Endpoint: Clone + Send + Sync + 'static {
    /// The schemes, for suggestions.
    const SCHEMES: &'static [&'static str];
    /// What may be given, after "give".
    const FORM: &'static str;

    /// The embedded adapter with this file, or with the one of the data folder.
    fn embedded(file: Option<PathBuf>) -> Self;

    /// The server that `url` names; `None` where the scheme is not of this part.
    fn server(scheme: &str, url: &str) -> Option<Result<Self, Wrong>>;

    /// As it may be shown.
    fn masked(&self) -> String;
}

/// A URL of the part `T`.
pub(in crate::config) struct UrlOf<T>(PhantomData<fn() -> T>);

impl<T> UrlOf<T> {
    /// Any of its schemes.
    pub(in crate::config) fn any() -> Self {
        Self(PhantomData)
    }
}

impl<T: Endpoint> Codec for UrlOf<T> {
    type Value = T;

    fn read(&self, raw: &Raw, place: &Place) -> Result<T, Wrong> {
        let text = raw.text()?.trim();
        let scheme = text.split(':').next().unwrap_or_default().to_ascii_lowercase();
        if scheme == "sqlite" {
            return sqlite_file(text, place).map(T::embedded);
        }
        T::server(&scheme, text).unwrap_or_else(|| Err(Wrong(unknown_scheme::<T>(text, &scheme))))
    }

    fn write(&self, value: &T) -> Option<String> {
        Some(quoted(&value.masked()))
    }

    fn form(&self) -> String {
        T::FORM.into()
    }
}

fn unknown_scheme<T: Endpoint>(text: &str, scheme: &str) -> String {
    // Without a colon the text may be anything, a password too.
    if !text.contains(':') || !scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)) {
        return "this is no URL".into();
    }
    match closest(scheme, T::SCHEMES.iter().copied()) {
        Some(meant) => format!("the scheme {scheme:?} is unknown here (did you mean {meant}?)"),
        None => format!("the scheme {scheme:?} is unknown here"),
    }
}

/// The file of `sqlite:`, `sqlite:PATH` or `sqlite://PATH`.
fn sqlite_file(text: &str, place: &Place) -> Result<Option<PathBuf>, Wrong> {
    let path = text.split_once(':').map_or("", |(_, path)| path);
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.starts_with(":memory:") || path.contains("mode=memory") {
        return Err(Wrong("a database in memory would lose what was accepted".into()));
    }
    if path.contains(['?', '#', '\0']) {
        return Err(Wrong("a sqlite: URL takes a path only".into()));
    }
    Ok(if path.is_empty() { None } else { Some(place.resolve(path)) })
}

/// The URL of a server, or of several. `Debug` and `Display` hide the password.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerUrl {
    whole: String,
    masked: String,
}

impl ServerUrl {
    /// Checks a URL with one host.
    pub(in crate::config) fn one(text: &str) -> Result<Self, Wrong> {
        let mut url = url::Url::parse(text).map_err(|error| Wrong(error.to_string()))?;
        if url.host_str().is_none_or(str::is_empty) {
            return Err(Wrong("the URL names no host".into()));
        }
        if url.port() == Some(0) {
            return Err(Wrong("port 0 is no port of a server".into()));
        }
        if url.fragment().is_some() {
            return Err(Wrong("a URL of a server has no part after \"#\" (in a password write %23)".into()));
        }
        if url.password().is_some() && url.set_password(Some("***")).is_err() {
            return Err(Wrong("the URL cannot have a password".into()));
        }
        Ok(Self { whole: text.to_owned(), masked: url.to_string() })
    }

    /// Checks `scheme://[user[:password]@]host1[:port],host2[:port]…`.
    pub(in crate::config) fn several_hosts(text: &str) -> Result<Self, Wrong> {
        let no_host = || Wrong("the URL names no host".into());
        let (scheme, rest) = text.split_once("://").ok_or_else(no_host)?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at(end);
        if !tail.trim_matches('/').is_empty() {
            return Err(Wrong("a cluster has no database number and no options after its hosts".into()));
        }
        let (user, hosts) = authority.rsplit_once('@').map_or(("", authority), |(user, hosts)| (user, hosts));
        for host in hosts.split(',') {
            Self::one(&format!("redis://{}", host.trim()))?;
        }
        let shown = match user.split_once(':') {
            Some((name, _)) => format!("{name}:***@"),
            None if user.is_empty() => String::new(),
            None => format!("{user}@"),
        };
        Ok(Self { whole: text.to_owned(), masked: format!("{scheme}://{shown}{hosts}") })
    }

    /// The whole URL, password included. For the adapter, never for logs.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.whole
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked)
    }
}

impl fmt::Debug for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ServerUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_hidden_in_every_form() {
        let one = ServerUrl::one("mysql://chat:hunter2@db:3306/chat").expect("valid");
        assert_eq!(one.to_string(), "mysql://chat:***@db:3306/chat");
        assert!(!format!("{one:?}").contains("hunter2"));
        let several = ServerUrl::several_hosts("redis+cluster://:hunter2@a:7000,b").expect("valid");
        assert_eq!(several.to_string(), "redis+cluster://:***@a:7000,b");
        assert_eq!(several.reveal(), "redis+cluster://:hunter2@a:7000,b");
    }

    #[test]
    fn hosts_and_ports_are_checked() {
        for wrong in
            ["mysql://", "mysql://db:99999/chat", "mysql://db:0/chat", "mysql:chat", "http://a b/", "http://a#x"]
        {
            assert!(ServerUrl::one(wrong).is_err(), "{wrong}");
        }
        for wrong in ["redis+cluster://", "redis+cluster://a,,b", "redis+cluster://a:1,b:x", "redis+cluster://a/1"] {
            assert!(ServerUrl::several_hosts(wrong).is_err(), "{wrong}");
        }
    }
}
