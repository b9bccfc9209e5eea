//! What is given to reach an engine, checked and taken apart: nodes without their passwords, and the credentials.

use std::path::PathBuf;

use elasticsearch::auth::Credentials;
use elasticsearch::cert::{Certificate, CertificateValidation};
use percent_encoding::percent_decode_str;
use url::Url;

use crate::config::{Search, SearchUrl, Secret};

/// How to reach an engine, and what its index is called.
#[derive(Debug, Clone)]
pub struct Options {
    /// The nodes, each `http(s)://[user:password@]host[:port][/path]`; never none.
    pub nodes: Vec<Secret>,
    /// The API key, as the engine gave it encoded.
    pub api_key: Option<Secret>,
    /// A file of certificates in PEM that are trusted beside the well-known ones.
    pub ca_file: Option<PathBuf>,
    /// What the names of the index and its aliases begin with.
    pub prefix: String,
    /// Shards of a generation that is made.
    pub shards: u32,
}

/// What is wrong with the options. Tells no password.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// A node's address.
    #[error("one of the addresses in search.url is no http:// or https:// URL with a host")]
    Address,
    /// Two nodes, two users.
    #[error(
        "the nodes in search.url have different users or passwords: give the same for each, or only with the first"
    )]
    SeveralUsers,
    /// Two ways to log in.
    #[error("search.url holds a user and search.api_key is given too: one of them only")]
    UserAndKey,
    /// A key that no header carries.
    #[error("search.api_key holds a character that a header cannot carry: give it as the engine encoded it")]
    Key,
    /// A file that is missing or unreadable.
    #[error("search.ca_file {file} cannot be read")]
    CaFile {
        /// The file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// A file without certificates.
    #[error("search.ca_file {file} holds no certificates in PEM")]
    Certificates {
        /// The file.
        file: String,
    },
    /// What the client says.
    #[error("the client of the search engine could not be made: {0}")]
    Client(String),
}

impl Options {
    /// The options of a configuration; `None` where it names no engine.
    #[must_use]
    pub fn of(search: &Search) -> Option<Self> {
        let SearchUrl::Engine(nodes) = &search.url else { return None };
        Some(Self {
            nodes: nodes.iter().map(|node| Secret::new(node.reveal())).collect(),
            api_key: search.api_key.clone(),
            ca_file: search.ca_file.clone(),
            prefix: search.prefix.clone(),
            shards: search.shards,
        })
    }

    /// The nodes' addresses without users and passwords.
    pub(super) fn addresses(&self) -> Result<Vec<Url>, Wrong> {
        self.nodes.iter().map(|node| bare(node.reveal()).map(|(url, _)| url)).collect()
    }

    /// Who logs in, the same at every node.
    pub(super) fn credentials(&self) -> Result<Option<Credentials>, Wrong> {
        let mut user: Option<(String, String)> = None;
        for node in &self.nodes {
            let (_, given) = bare(node.reveal())?;
            match (&user, given) {
                (Some(known), Some(given)) if *known != given => return Err(Wrong::SeveralUsers),
                (None, given) => user = given,
                _ => {}
            }
        }
        match (user, &self.api_key) {
            (Some(_), Some(_)) => Err(Wrong::UserAndKey),
            (Some((name, password)), None) => Ok(Some(Credentials::Basic(name, password))),
            (None, Some(key)) if key.reveal().bytes().all(|byte| byte.is_ascii_graphic()) => {
                Ok(Some(Credentials::EncodedApiKey(key.reveal().to_owned())))
            }
            (None, Some(_)) => Err(Wrong::Key),
            (None, None) => Ok(None),
        }
    }

    /// What certificates are trusted.
    pub(super) fn validation(&self) -> Result<CertificateValidation, Wrong> {
        let Some(path) = &self.ca_file else { return Ok(CertificateValidation::Default) };
        let file = path.display().to_string();
        let pem = std::fs::read(path).map_err(|source| Wrong::CaFile { file: file.clone(), source })?;
        match Certificate::from_pem(&pem) {
            Ok(chain) => Ok(CertificateValidation::Full(chain)),
            Err(_) => Err(Wrong::Certificates { file }),
        }
    }
}

/// A node's address, and the user and password that stood in it, decoded.
fn bare(node: &str) -> Result<(Url, Option<(String, String)>), Wrong> {
    let mut url = Url::parse(node).map_err(|_| Wrong::Address)?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return Err(Wrong::Address);
    }
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let user =
        (!url.username().is_empty()).then(|| (decoded(url.username()), decoded(url.password().unwrap_or_default())));
    url.set_username("").map_err(|()| Wrong::Address)?;
    url.set_password(None).map_err(|()| Wrong::Address)?;
    Ok((url, user))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(nodes: &[&str]) -> Options {
        let nodes = nodes.iter().copied().map(Secret::new).collect();
        Options { nodes, api_key: None, ca_file: None, prefix: String::new(), shards: 1 }
    }

    #[test]
    fn users_and_passwords_are_taken_out_of_addresses_and_decoded() {
        let options = options(&["https://me:p%40ss%3A@a:9200/es", "http://b:9201"]);
        let addresses: Vec<String> = options.addresses().expect("valid").iter().map(ToString::to_string).collect();
        assert_eq!(addresses, ["https://a:9200/es", "http://b:9201/"]);
        let Ok(Some(Credentials::Basic(name, password))) = options.credentials() else { panic!("a user") };
        assert_eq!((name.as_str(), password.as_str()), ("me", "p@ss:"));
    }

    #[test]
    fn what_is_wrong_is_said_without_a_password() {
        let key = |nodes: &[&str], key: &str| Options { api_key: Some(Secret::new(key)), ..options(nodes) };
        for (options, part) in [
            (options(&["http://me:hunter2@a", "http://you:hunter3@b"]), "different users"),
            (key(&["http://me:hunter2@a"], "aHVudGVyMg=="), "one of them only"),
            (key(&["http://a"], "hunter2\n"), "a header cannot carry"),
            (options(&["hunter2"]), "no http://"),
        ] {
            let told = options.credentials().expect_err(part).to_string();
            assert!(told.contains(part) && !told.contains("hunter"), "{told}");
        }
    }

    #[test]
    fn a_file_of_certificates_must_be_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = Options { ca_file: Some(folder.path().join("missing")), ..options(&["https://a"]) };
        assert!(matches!(missing.validation(), Err(Wrong::CaFile { .. })));
        let file = folder.path().join("ca.pem");
        std::fs::write(&file, "no certificate").expect("written");
        let empty = Options { ca_file: Some(file), ..options(&["https://a"]) };
        assert!(matches!(empty.validation(), Err(Wrong::Certificates { .. })));
    }
}
