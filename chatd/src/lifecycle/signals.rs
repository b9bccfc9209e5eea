//! Signals as stops. Knows no task.

use std::convert::Infallible;

use anyhow::Context as _;
use tokio::signal::unix::{SignalKind, signal};

use super::Lifecycle;

/// Turns signals into stops, for ever: the first SIGTERM or SIGINT stops in order, the second at once.
///
/// # Errors
///
/// Where the signals cannot be listened to.
pub async fn obey_signals(lifecycle: &Lifecycle) -> anyhow::Result<Infallible> {
    let listen = |kind, name: &str| signal(kind).with_context(|| format!("cannot listen to {name}"));
    let mut terminate = listen(SignalKind::terminate(), "SIGTERM")?;
    let mut interrupt = listen(SignalKind::interrupt(), "SIGINT")?;
    loop {
        let signal = tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
        };
        if lifecycle.is_stopping() {
            tracing::warn!(signal, "chatd stops at once");
            lifecycle.stop_now();
        } else {
            tracing::info!(signal, "chatd stops; a second signal stops it at once");
            lifecycle.stop();
        }
    }
}
