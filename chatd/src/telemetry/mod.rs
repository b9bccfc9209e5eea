//! What chatd says of itself: log lines on standard error, metrics in Prometheus' format. Installed once a process.

mod buffer;
mod json;
mod prometheus;

use std::io::{IsTerminal as _, Stderr};

use anyhow::Context as _;
use chat_shared::clock::{Clock as _, SystemClock};
use chat_shared::config::{Environment, Log, LogFormat};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use buffer::Buffer;
use json::JsonLines;
pub use prometheus::{Metrics, UPKEEP_EVERY};

/// The target of the one line that every request leaves.
pub const ACCESS: &str = "chatd::access";

/// How the lines on standard error are to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Json,
    Pretty { colour: bool },
}

/// Writes what still waits when it goes.
#[must_use = "lines that gather are lost at the end without it"]
pub struct Logging(Option<Buffer<Stderr>>);

impl Drop for Logging {
    fn drop(&mut self) {
        if let Some(lines) = &self.0 {
            lines.flush();
        }
    }
}

/// Begins to log.
///
/// # Errors
///
/// Where something logs already.
pub fn init(log: &Log, environment: &Environment) -> anyhow::Result<Logging> {
    let levels: Targets = log.level.parse().with_context(|| format!("cannot log at the level {:?}", log.level))?;
    let registry = tracing_subscriber::registry();
    let mut logging = Logging(None);
    let installed = match look(log.format, std::io::stderr().is_terminal(), environment) {
        Look::Json => {
            let lines = Buffer::start(std::io::stderr()).context("cannot log")?;
            logging.0 = Some(lines.clone());
            registry.with(JsonLines::new(lines, SystemClock).with_filter(levels)).try_init()
        }
        Look::Pretty { colour } => {
            let lines = tracing_subscriber::fmt::layer()
                .with_writer(std::io::stderr)
                .with_timer(Now)
                .with_ansi(colour)
                // A closed standard error must not end the process, which a message about it there would.
                .log_internal_errors(false);
            registry.with(lines.with_filter(levels)).try_init()
        }
    };
    installed.context("cannot log")?;
    // A panic is a line of the log like any other, so that programs can read it.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(panic = panic.payload_as_str(), place, "something panicked");
    }));
    Ok(logging)
}

fn look(format: LogFormat, terminal: bool, environment: &Environment) -> Look {
    let pretty = match format {
        LogFormat::Pretty => true,
        LogFormat::Json => false,
        LogFormat::Auto => terminal,
    };
    if pretty { Look::Pretty { colour: terminal && wants_colour(environment) } } else { Look::Json }
}

/// Whether a terminal may be coloured (no-color.org).
#[must_use]
pub fn wants_colour(environment: &Environment) -> bool {
    environment.var("NO_COLOR").is_none() && environment.var("TERM") != Some("dumb")
}

/// The time as the API writes it.
struct Now;

impl FormatTime for Now {
    fn format_time(&self, writer: &mut Writer<'_>) -> std::fmt::Result {
        write!(writer, "{}", SystemClock.now())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io;
    use std::path::Path;
    use std::sync::Arc;

    use chat_shared::config::Files;

    use super::*;

    struct NoFiles;

    impl Files for NoFiles {
        fn read(&self, _: &Path) -> io::Result<String> {
            Err(io::ErrorKind::NotFound.into())
        }
    }

    fn with(vars: &[(&str, &str)]) -> Environment {
        let vars: BTreeMap<String, String> =
            vars.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        Environment { vars, current_dir: "/".into(), files: Arc::new(NoFiles) }
    }

    #[test]
    fn lines_are_pretty_on_a_terminal_and_json_elsewhere_unless_told_otherwise() {
        let plain = with(&[]);
        assert_eq!(look(LogFormat::Auto, true, &plain), Look::Pretty { colour: true });
        assert_eq!(look(LogFormat::Auto, false, &plain), Look::Json);
        assert_eq!(look(LogFormat::Json, true, &plain), Look::Json);
        assert_eq!(look(LogFormat::Pretty, false, &plain), Look::Pretty { colour: false });
    }

    #[test]
    fn colours_follow_no_color_and_dumb_terminals() {
        for vars in [[("NO_COLOR", "1")], [("TERM", "dumb")]] {
            assert_eq!(look(LogFormat::Auto, true, &with(&vars)), Look::Pretty { colour: false });
        }
        assert!(wants_colour(&with(&[("NO_COLOR", ""), ("TERM", "xterm")])));
    }

    #[test]
    fn every_level_that_the_configuration_takes_is_taken_here() {
        for level in ["info", "WARN,chatd::http=trace", "off", "info,chatd=debug,chat_shared=error"] {
            assert!(level.parse::<Targets>().is_ok(), "{level}");
        }
    }
}
