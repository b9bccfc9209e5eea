//! The tree of commands and flags, with help that needs no manual. Values are judged by the configuration, so that all
//! problems are told at once.

use std::path::PathBuf;

use chat_shared::config::Flags;
use clap::{Args, Parser, Subcommand};

/// What stands below the help.
const AFTER: &str = "\
Without a command chatd serves. Without any setting it needs no other server: it keeps everything in SQLite files in the \
data folder.

Every setting can be given as a flag, as a CHATD_* variable or in the file that --config names, in this order of \
precedence; `chatd config example` prints them all with their meaning and defaults.

Exit codes:
  0  stopped cleanly
  1  failed
  2  wrong command line or configuration
  3  another process holds the data folder
  4  a deadline passed while stopping (what was accepted is safe)";

/// The back end of a chat product for many tenants: numbers at once, persisted and searchable soon after.
#[derive(Debug, Parser)]
#[command(name = "chatd", version, after_help = AFTER, max_term_width = 100)]
pub struct Cli {
    /// What is to be done.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What every command takes.
    #[command(flatten)]
    pub flags: CommonFlags,
}

/// The commands.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Serve until stopped (what chatd does without a command)
    ///
    /// SIGTERM or Ctrl-C stops in order: no new connections, running requests are answered, the batch in hand is
    /// finished. A second one stops at once; what was accepted is safe and is done after the next start.
    Serve,
    /// Bring the schemas of store, queue and search up to date, then end
    ///
    /// `chatd serve` does the same when it starts.
    Migrate,
    /// Check, show or explain the configuration
    Config {
        /// What is to be done with it.
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Print the OpenAPI document of the HTTP API
    Openapi,
    /// Ask the chatd of this configuration whether it is ready: exit code 0 or 1, and a line that says why
    Healthcheck,
    /// Print the version
    Version,
}

/// The commands about the configuration.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum ConfigCommand {
    /// Say everything that is wrong with it, and start nothing
    Check,
    /// Print the values in force as TOML, secrets masked
    Show {
        /// Say of each value where it came from
        #[arg(long)]
        origin: bool,
    },
    /// Print a file with all settings, their meaning and their defaults
    Example,
}

/// The flags that say how chatd is configured.
#[derive(Debug, Args)]
#[expect(clippy::doc_markdown, reason = "the comments are the help, which is read on terminals")]
pub struct CommonFlags {
    /// The configuration file [env: CHATD_CONFIG]
    #[arg(long, global = true, value_name = "FILE", help_heading = "Configuration")]
    pub config: Option<PathBuf>,
    /// The data folder [env: CHATD_DATA] [default: ~/.local/share/chatd]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Configuration")]
    pub data: Option<String>,
    /// Where to listen [env: CHATD_LISTEN] [default: 127.0.0.1:8000]; port 0 takes any free one
    #[arg(long, global = true, value_name = "ADDR", help_heading = "Configuration")]
    pub listen: Option<String>,
    /// Answer requests, persist and index, or both [env: CHATD_ROLE] [default: all]
    #[arg(long, global = true, value_name = "all|api|worker", help_heading = "Configuration")]
    pub role: Option<String>,
    /// The database: sqlite: or mysql://user@host/db [env: CHATD_STORE_URL, or CHATD_STORE_URL_FILE with a password]
    #[arg(long, global = true, value_name = "URL", help_heading = "Configuration")]
    pub store: Option<String>,
    /// Counters and log: sqlite:, redis://host or redis+cluster://host1,host2 [env: CHATD_QUEUE_URL, …_FILE]
    #[arg(long, global = true, value_name = "URL", help_heading = "Configuration")]
    pub queue: Option<String>,
    /// The search index: sqlite:, http(s)://host:9200 or none [env: CHATD_SEARCH_URL, …_FILE]
    #[arg(long, global = true, value_name = "URL", help_heading = "Configuration")]
    pub search: Option<String>,
    /// Allow what is dangerous: an open administration on an address that other machines reach
    #[arg(long, global = true, help_heading = "Configuration")]
    pub i_know: bool,
}

impl CommonFlags {
    /// The flags as the configuration takes them.
    #[must_use]
    pub fn to_config(&self) -> Flags {
        Flags {
            config: self.config.clone(),
            data: self.data.clone(),
            listen: self.listen.clone(),
            role: self.role.clone(),
            store: self.store.clone(),
            queue: self.queue.clone(),
            search: self.search.clone(),
            i_know: self.i_know,
        }
    }
}
