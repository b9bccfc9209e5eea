//! `chatd serve`: begins, says that it is ready, waits for the end, and ends.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use chat_shared::config::{Config, Environment, Loaded};

use super::runtime;
use rustix::fs::Mode;
use rustix::process::umask;

use crate::app::{self, Running};
use crate::banner::{Facts, banner};
use crate::lifecycle::{Exit, Lifecycle, Stage, obey_signals};
use crate::telemetry;

/// How long blocking calls may take to return when everything else has ended.
const THREADS_END_WITHIN: Duration = Duration::from_secs(1);

/// Serves until stopped.
///
/// # Errors
///
/// Where it could not begin to log or to run; everything later is logged and in the exit code.
pub(super) fn serve(loaded: Loaded, environment: &Environment) -> anyhow::Result<Exit> {
    let Loaded { config, warnings, .. } = loaded;
    let _logging = telemetry::init(&config.log, environment)?;
    // Databases hold every tenant's messages: nobody else on this machine reads them, wherever they are.
    umask(Mode::RWXG | Mode::RWXO);
    for warning in &warnings {
        tracing::warn!("{warning}");
    }
    let runtime = runtime()?;
    let exit = runtime.block_on(live(config, environment));
    runtime.shutdown_timeout(THREADS_END_WITHIN);
    Ok(exit.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn std::error::Error, "chatd failed");
        super::exit_of(&error)
    }))
}

async fn live(config: Config, environment: &Environment) -> anyhow::Result<Exit> {
    let lifecycle = Lifecycle::new();
    tokio::select! {
        biased;
        never = obey_signals(&lifecycle) => match never? {},
        exit = begin_and_end(config, environment, &lifecycle) => exit,
    }
}

async fn begin_and_end(config: Config, environment: &Environment, lifecycle: &Lifecycle) -> anyhow::Result<Exit> {
    let deadline = config.shutdown.deadline;
    // Boxed: opening the parts is a large future, and lives only until they are open.
    let start = Box::pin(app::start(config, lifecycle));
    match lifecycle.stopping(Stage::Requests).run_until_cancelled_owned(start).await {
        Some(Ok(running)) => {
            welcome(&running, environment);
            Ok(lifecycle.run(deadline, running.close()).await)
        }
        Some(Err(error)) => {
            lifecycle.give_up().await;
            Err(error)
        }
        None => {
            tracing::info!("chatd was stopped while it started");
            lifecycle.give_up().await;
            Ok(if lifecycle.failure().is_some() { Exit::Failed } else { Exit::Clean })
        }
    }
}

/// Says on a terminal where everything is.
fn welcome(running: &Running, environment: &Environment) {
    if io::stdout().is_terminal() {
        let facts = Facts {
            address: running.address,
            data: running.data(),
            data_is_default: environment.default_data_dir().as_deref() == Some(running.data()),
            access: &running.access,
        };
        let text = banner(&facts, telemetry::wants_colour(environment));
        // A terminal that went away needs no banner.
        let _ = io::stdout().write_all(text.as_bytes());
    }
}
