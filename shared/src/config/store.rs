//! `[store]`: the database that keeps applications, chats and messages.

use std::fmt;
use std::path::{Path, PathBuf};

use super::codec::{Count, Endpoint, ServerUrl, UrlOf, Wrong};
use super::setting::{Secrecy, Setting, at};

/// `[store]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    /// Where it is.
    pub url: StoreUrl,
    /// The most connections to it.
    pub connections: u32,
}

impl Default for Store {
    fn default() -> Self {
        Self { url: StoreUrl::Sqlite(None), connections: 8 }
    }
}

/// Where the store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreUrl {
    /// The embedded one, in this file or in `chat.db` of the data folder.
    Sqlite(Option<PathBuf>),
    /// A MySQL or MariaDB server.
    Mysql(ServerUrl),
}

impl StoreUrl {
    /// The file of the embedded store in the data folder `data`; `None` for a server.
    #[must_use]
    pub fn file(&self, data: &Path) -> Option<PathBuf> {
        match self {
            Self::Sqlite(file) => Some(file.clone().unwrap_or_else(|| data.join("chat.db"))),
            Self::Mysql(_) => None,
        }
    }
}

impl fmt::Display for StoreUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(None) => f.write_str("sqlite:"),
            Self::Sqlite(Some(file)) => write!(f, "sqlite:{}", file.display()),
            Self::Mysql(url) => url.fmt(f),
        }
    }
}

impl Endpoint for StoreUrl {
    const SCHEMES: &'static [&'static str] = &["sqlite", "mysql"];
    const FORM: &'static str = "sqlite:, sqlite:FILE or mysql://user@host/database";

    fn embedded(file: Option<PathBuf>) -> Self {
        Self::Sqlite(file)
    }

    fn server(scheme: &str, url: &str) -> Option<Result<Self, Wrong>> {
        (scheme == "mysql").then(|| mysql(url))
    }

    fn masked(&self) -> String {
        self.to_string()
    }
}

fn mysql(text: &str) -> Result<StoreUrl, Wrong> {
    let server = ServerUrl::one(text)?;
    let url = url::Url::parse(text).map_err(|error| Wrong(error.to_string()))?;
    if url.username().is_empty() {
        return Err(Wrong("the URL names no user".into()));
    }
    let database = url.path().trim_start_matches('/');
    if database.is_empty() || database.contains('/') {
        return Err(Wrong("the URL names no database".into()));
    }
    Ok(StoreUrl::Mysql(server))
}

pub(super) fn settings() -> Vec<Setting> {
    vec![
        Setting::new(
            "store.url",
            at!(store.url),
            UrlOf::any(),
            "The database. \"sqlite:\" is chat.db in the data folder; mysql:// is a MySQL or MariaDB server.",
        )
        .flag("store")
        .secret(Secrecy::MayHold),
        Setting::new(
            "store.connections",
            at!(store.connections),
            Count::between(1, 1000),
            "The most connections to it, for reading and writing together.",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::codec::{Codec, Place, Raw};
    use super::*;

    fn read(text: &str) -> Result<StoreUrl, Wrong> {
        UrlOf::any().read(&Raw::Text(text.into()), &Place { base: "/work".into(), home: None })
    }

    #[test]
    fn the_embedded_store_is_in_the_data_folder_unless_it_names_a_file() {
        let file = |text: &str| read(text).expect(text).file(Path::new("/data"));
        assert_eq!(file("sqlite:"), Some("/data/chat.db".into()));
        assert_eq!(file("sqlite://"), Some("/data/chat.db".into()));
        assert_eq!(file("sqlite:other.db"), Some("/work/other.db".into()));
        assert_eq!(file("sqlite:///srv/chat.db"), Some("/srv/chat.db".into()));
        assert_eq!(file("mysql://chat@db/chat"), None);
    }

    #[test]
    fn what_is_wrong_with_a_store_is_said_without_its_password() {
        let says = |text: &str, part: &str| {
            let Wrong(what) = read(text).expect_err(text);
            assert!(what.contains(part) && !what.contains("hunter2"), "{what}");
        };
        says("sqlite::memory:", "would lose");
        says("mysql://chat:hunter2@db", "names no database");
        says("mysql://db/chat", "names no user");
        says("mysq://chat:hunter2@db/chat", "did you mean mysql?");
        says("postgres://chat:hunter2@db/chat", "\"postgres\" is unknown");
        says("hunter2", "this is no URL");
        says("hunter2 :x", "this is no URL");
    }
}
