//! `[search]`: the search index.

use std::fmt;
use std::path::{Path, PathBuf};

use super::auth::Secret;
use super::codec::{ApiKey, Count, Endpoint, File, Prefix, ServerUrl, UrlOf, Wrong};
use super::setting::{Secrecy, Setting, at};

/// `[search]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Where it is.
    pub url: SearchUrl,
    /// The API key of the engine.
    pub api_key: Option<Secret>,
    /// Certificates that are trusted beside the well-known ones.
    pub ca_file: Option<PathBuf>,
    /// What the names of the index and its aliases begin with on an engine; may be empty.
    pub prefix: String,
    /// Shards of a generation that is made on an engine.
    pub shards: u32,
}

impl Default for Search {
    fn default() -> Self {
        Self { url: SearchUrl::Sqlite(None), api_key: None, ca_file: None, prefix: String::new(), shards: 1 }
    }
}

/// Where the search index is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchUrl {
    /// The embedded one, in this file or in `search.db` of the data folder.
    Sqlite(Option<PathBuf>),
    /// Elasticsearch or OpenSearch, by the addresses of its nodes; never none.
    Engine(Vec<ServerUrl>),
    /// None: nothing is indexed, and searching is refused.
    Off,
}

impl SearchUrl {
    /// The file of the embedded index in the data folder `data`; `None` for anything else.
    #[must_use]
    pub fn file(&self, data: &Path) -> Option<PathBuf> {
        match self {
            Self::Sqlite(file) => Some(file.clone().unwrap_or_else(|| data.join("search.db"))),
            Self::Engine(_) | Self::Off => None,
        }
    }
}

impl fmt::Display for SearchUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(None) => f.write_str("sqlite:"),
            Self::Sqlite(Some(file)) => write!(f, "sqlite:{}", file.display()),
            Self::Off => f.write_str("none"),
            Self::Engine(nodes) => {
                let nodes: Vec<String> = nodes.iter().map(ToString::to_string).collect();
                f.write_str(&nodes.join(","))
            }
        }
    }
}

impl Endpoint for SearchUrl {
    const SCHEMES: &'static [&'static str] = &["sqlite", "http", "https", "none"];
    const FORM: &'static str = "sqlite:, sqlite:FILE, http(s)://host:9200 (several with commas between them) or none";

    fn embedded(file: Option<PathBuf>) -> Self {
        Self::Sqlite(file)
    }

    fn server(scheme: &str, url: &str) -> Option<Result<Self, Wrong>> {
        match scheme {
            "none" => {
                Some(if url == "none" { Ok(Self::Off) } else { Err(Wrong("none takes nothing after it".into())) })
            }
            "http" | "https" => Some(nodes(url).map(Self::Engine)),
            _ => None,
        }
    }

    fn masked(&self) -> String {
        self.to_string()
    }
}

fn nodes(text: &str) -> Result<Vec<ServerUrl>, Wrong> {
    text.split(',')
        .map(str::trim)
        .map(|node| {
            if !node.starts_with("http://") && !node.starts_with("https://") {
                return Err(Wrong("each of several nodes needs its own http:// or https://".into()));
            }
            ServerUrl::one(node)
        })
        .collect()
}

pub(super) fn settings() -> Vec<Setting> {
    vec![
        Setting::new(
            "search.url",
            at!(search.url),
            UrlOf::any(),
            "The search index. \"sqlite:\" is search.db in the data folder; http:// and https:// are the nodes of \
             Elasticsearch or OpenSearch; \"none\" does without searching.",
        )
        .flag("search")
        .secret(Secrecy::MayHold),
        Setting::new(
            "search.api_key",
            at!(search.api_key),
            ApiKey,
            "The API key for Elasticsearch or OpenSearch, as the engine encoded it, instead of a user and a password in \
             search.url.",
        )
        .secret(Secrecy::Whole),
        Setting::new(
            "search.ca_file",
            at!(search.ca_file),
            File,
            "A file of certificates in PEM that the nodes' certificates may be signed with, beside the well-known \
             authorities. Those that only this machine knows must stand here too.",
        ),
        Setting::new(
            "search.prefix",
            at!(search.prefix),
            Prefix { max: 64 },
            "What the names of the index and its aliases begin with on an engine, so that several installations can \
             share it: with \"eu-\" the index is eu-messages-v1. Another prefix is another index, which is filled from the \
             store.",
        ),
        Setting::new(
            "search.shards",
            at!(search.shards),
            Count::between(1, 1_024),
            "The shards of an index that is made on an engine: about one for each 30 GB of it, and one for each node that \
             should share the work. It takes effect with the next reindexing.",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::codec::{Codec, Place, Raw};
    use super::*;

    fn read(text: &str) -> Result<SearchUrl, Wrong> {
        UrlOf::any().read(&Raw::Text(text.into()), &Place::default())
    }

    #[test]
    fn every_kind_of_search_is_known() {
        assert_eq!(read("sqlite:"), Ok(SearchUrl::Sqlite(None)));
        assert_eq!(read("none"), Ok(SearchUrl::Off));
        let Ok(SearchUrl::Engine(nodes)) = read("http://a:9200, https://me:pw@b:9200/es") else { panic!("two nodes") };
        assert_eq!(nodes[1].to_string(), "https://me:***@b:9200/es");
    }

    #[test]
    fn what_is_wrong_with_a_search_is_said() {
        for wrong in ["none:x", "http://a,b", "http://", "http://a:70000", "elastic", "ftp://a"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
