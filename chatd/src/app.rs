//! Puts a chatd together: configuration in, running parts out. The adapters are `parts`' to name.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use chat_shared::clock::{Clock, SystemClock};
use chat_shared::config::{Admin, Config};
use tokio::time::timeout;
use utoipa_axum::router::OpenApiRouter;

use crate::banner::Access;
use crate::data_dir::{Announcement, DataDir, reachable};
use crate::descriptors;
use crate::http::serve::{Bounds, listen, serve};
use crate::http::{AdminAccess, AppState, Gate, HttpSettings, Needs, document, metrics, router};
use crate::lifecycle::{Lifecycle, Stage};
use crate::parts::{Parts, migrate as migrate_parts};
use crate::telemetry::Metrics;

/// A chatd that answers.
pub struct Running {
    /// The address to connect to from this machine.
    pub address: SocketAddr,
    /// Who may administer.
    pub access: Access,
    parts: Parts,
    announcement: Announcement,
    data: DataDir,
}

impl Running {
    /// The data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Closes what outlives the tasks, the hold on the data folder last: the step of a stop after all stages.
    pub async fn close(self) {
        drop(self.announcement);
        self.parts.close().await;
        drop(self.data);
    }
}

/// Starts everything that the configuration asks for, as tasks of `lifecycle`.
///
/// # Errors
///
/// With what to do about it. Tasks that were begun are the lifecycle's to end.
pub async fn start(config: Config, lifecycle: &Lifecycle) -> anyhow::Result<Running> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let data = DataDir::open(&config.data)?;
    let (access, admin) = access(&config, &data)?;
    // Before anything slow: an address that is taken is told at once.
    let listener = listen(config.http.listen)?;
    let listening = listener.local_addr().context("the listener has no address")?;
    let metrics = Metrics::install()?;
    lifecycle.spawn(Stage::Work, "metrics", |stop| metrics.clone().keep_small(stop));

    let opened = timeout(config.start.deadline, Parts::open(&config, Arc::clone(&clock))).await;
    let parts =
        opened.with_context(|| format!("not started within start.deadline ({:?})", config.start.deadline))??;
    parts.spawn_lookout(&config, lifecycle);
    if config.role.works() {
        parts.spawn_workers(&config, lifecycle);
    }

    let mut bounds = Bounds::of(&config);
    bounds.connections = descriptors::connections(bounds.connections);
    let router = routes(&config, &parts, admin, gate(lifecycle), metrics);
    lifecycle.spawn(Stage::Requests, "http", |stop| serve(listener, router, bounds, stop));
    let announcement = data.announce(listening, clock.now())?;
    tracing::info!(address = %listening, data = %data.path().display(), "chatd is ready");
    Ok(Running { address: reachable(listening), access, parts, announcement, data })
}

/// Who may administer; makes the key at the first start where none is given.
fn access(config: &Config, data: &DataDir) -> anyhow::Result<(Access, AdminAccess)> {
    if config.auth.admin == Admin::Open {
        return Ok((Access::Open, AdminAccess::Open));
    }
    if let Some(key) = &config.auth.admin_key {
        return Ok((Access::KeyGiven, AdminAccess::key(key.reveal())));
    }
    let made = data.admin_key()?;
    Ok((Access::KeyIn(made.path), AdminAccess::key(made.key.reveal())))
}

/// Open as long as the process is not asked to stop.
fn gate(lifecycle: &Lifecycle) -> Gate {
    let gate = Gate::opened();
    let closing = gate.clone();
    lifecycle.spawn(Stage::Requests, "gate", |stop| async move {
        stop.cancelled().await;
        closing.close();
        Ok(())
    });
    gate
}

fn routes(config: &Config, parts: &Parts, admin: AdminAccess, gate: Gate, metrics_handle: Metrics) -> Router {
    let state = AppState::new(needs(config, parts, admin, gate));
    router(state, metrics(move || metrics_handle.render()))
}

/// What the HTTP side is given of the configuration and the parts.
#[must_use]
pub fn needs(config: &Config, parts: &Parts, admin: AdminAccess, gate: Gate) -> Needs {
    Needs {
        store: Arc::clone(&parts.store),
        queue: Arc::clone(&parts.queue),
        search: Arc::clone(&parts.search),
        numbering: Arc::clone(&parts.numbering),
        bidden: parts.bidden.clone(),
        clock: Arc::clone(&parts.clock),
        limits: config.limits,
        settings: HttpSettings {
            deadline: config.http.deadline,
            body_limit: config.http.body_limit,
            batch_body_limit: config.http.batch_body_limit,
        },
        admin,
        gate,
    }
}

/// Brings the schemas of store, queue and search up to date, while no other process holds the data folder. Returns a
/// line that says so.
///
/// # Errors
///
/// Where one of them cannot be opened, or is newer than this build.
pub async fn migrate(config: &Config) -> anyhow::Result<String> {
    let data = DataDir::open(&config.data)?;
    migrate_parts(config).await?;
    Ok(format!("the schemas of {} are up to date", data.path().display()))
}

/// The OpenAPI document of what is served.
///
/// # Errors
///
/// Where it is no text.
pub fn openapi() -> anyhow::Result<String> {
    String::from_utf8(document(OpenApiRouter::new())).context("the OpenAPI document is no text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_queue_server_that_is_not_there_is_named_without_its_password() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = Config::with_data(folder.path());
        config.http.listen.set_port(0);
        let flags =
            chat_shared::config::Flags { queue: Some("redis://:hunter2@127.0.0.1:1".into()), ..Default::default() };
        let environment = chat_shared::config::Environment::of_process();
        config.queue = chat_shared::config::load(&environment, &flags).expect("valid").config.queue;
        let lifecycle = Lifecycle::new();
        let error = start(config, &lifecycle).await.err().expect("nothing listens there");
        lifecycle.give_up().await;
        let told = format!("{error:#}");
        assert!(told.contains("queue.url") && !told.contains("hunter2"), "{told}");
    }
}
