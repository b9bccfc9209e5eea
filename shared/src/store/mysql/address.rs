//! The URL of a server: read, checked, and shown without its password.

use sqlx::ConnectOptions as _;
use sqlx::mysql::MySqlConnectOptions;
use url::Url;

use crate::fault::{Fault, Kind, Outcome, Part};

/// Prepared statements that a connection keeps: its own few dozen, and those over many rows for each number of rows.
const STATEMENTS: usize = 256;

/// The options of a URL that say something.
const OPTIONS: [&str; 9] =
    ["ssl-mode", "sslmode", "ssl-ca", "sslca", "ssl-cert", "sslcert", "ssl-key", "sslkey", "socket"];

/// Where a server is and how it is connected to.
#[derive(Debug, Clone)]
pub struct Address {
    /// For connections.
    pub options: MySqlConnectOptions,
    /// The URL as it may be shown: no password, no options.
    pub shown: String,
    /// The database.
    pub database: String,
}

impl Address {
    /// Reads `mysql://user[:password]@host[:port]/database[?ssl-mode=…]`. Another scheme, no database, or an option that is
    /// not known is refused as [`Kind::Refused`].
    pub fn read(url: &str) -> Outcome<Self> {
        let refused = |why: String| Fault::new(Part::Store, Kind::Refused, why);
        // The text is not told: it may hold a password.
        let url = Url::parse(url).map_err(|cause| refused("be found: its address is no URL".into()).because(cause))?;
        if url.scheme() != "mysql" {
            let scheme = url.scheme();
            return Err(refused(format!(
                "be opened by \"{scheme}:\": MySQL and MariaDB are mysql://user@host/database"
            )));
        }
        let shown = shown(&url);
        let unknown =
            url.query_pairs().map(|(name, _)| name.into_owned()).find(|name| !OPTIONS.contains(&name.as_str()));
        if let Some(name) = unknown {
            return Err(refused(format!(
                "use {shown}: its URL has the unknown option {name:?}; TLS is ssl-mode and ssl-ca"
            )));
        }
        let options = MySqlConnectOptions::from_url(&url)
            .map_err(|cause| refused(format!("use {shown}: an option of its URL cannot be read")).because(cause))?;
        let Some(database) = options.get_database().filter(|database| !database.is_empty()).map(str::to_owned) else {
            return Err(refused(format!("use {shown}: the URL names no database")));
        };
        Ok(Self { options: tuned(options), shown, database })
    }
}

/// What every connection has, whatever the URL says: UTF-8, and a session that `connect` sets up.
fn tuned(options: MySqlConnectOptions) -> MySqlConnectOptions {
    options
        .charset("utf8mb4")
        .collation("utf8mb4_bin")
        .pipes_as_concat(false)
        .no_engine_substitution(false)
        .timezone(None)
        .statement_cache_capacity(STATEMENTS)
        // A statement over a thousand rows is no line of a log.
        .disable_statement_logging()
}

fn shown(url: &Url) -> String {
    let mut shown = url.clone();
    shown.set_query(None);
    if shown.password().is_some() && shown.set_password(Some("***")).is_err() {
        return "mysql://…".into();
    }
    shown.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(url: &str) -> String {
        let fault = Address::read(url).expect_err(url);
        assert_eq!(fault.kind, Kind::Refused);
        let said = fault.chain();
        assert!(!said.contains("hunter2"), "{said}");
        said
    }

    #[test]
    fn a_url_is_shown_without_its_password() {
        let address = Address::read("mysql://chat:hunter2@db:3307/chat?ssl-mode=REQUIRED").expect("valid");
        assert_eq!(address.shown, "mysql://chat:***@db:3307/chat");
        assert_eq!(address.database, "chat");
        assert_eq!(Address::read("mysql://chat@db/chat").expect("valid").shown, "mysql://chat@db/chat");
    }

    #[test]
    fn what_is_wrong_with_a_url_is_said_without_its_password() {
        assert!(refusal("postgres://chat:hunter2@db/chat").contains("mysql://user@host/database"));
        assert!(refusal("mysql://chat:hunter2@db").contains("names no database"));
        assert!(refusal("mysql://chat:hunter2@db/chat?ssl_mode=x").contains("ssl_mode"));
        assert!(refusal("mysql://chat:hunter2@db/chat?ssl-mode=perhaps").contains("cannot be read"));
        assert!(refusal("hunter2").contains("no URL"));
    }
}
