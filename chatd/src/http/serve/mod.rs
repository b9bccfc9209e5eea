//! The HTTP server: accepts connections and answers on them with a router, bounded in number, size and time, and drained
//! in order at a stop. Knows nothing of what is answered.
//!
//! Beside `axum::serve` it bounds slow and idle clients, heads and connections, and it drains as proxies need it: the
//! listener closes, answers say `Connection: close`, and idle connections stay open for a moment, since a proxy may be
//! just sending a request on one.

mod patience;
mod told;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use chat_shared::config::Config;
use http::header::{CONNECTION, HeaderValue};
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tower::Service as _;

use patience::{Patience, Patient, Phases};
use told::Told;

/// How many connections the kernel keeps for us while we are busy accepting.
const BACKLOG: u32 = 4096;

/// How long accepting pauses when the system has no descriptor or memory left for a connection.
const ACCEPT_PAUSE: Duration = Duration::from_millis(500);

/// hyper's buffer of a connection is never smaller: larger answers leave in pieces of this.
const BUFFER: usize = 64 * 1024;

/// What bounds the clients.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The most connections at a time.
    pub connections: usize,
    /// The most bytes of a request's head.
    pub header_limit: usize,
    /// How patient the server is with them.
    pub patience: Patience,
    /// How long idle connections stay open once the listener is closed.
    pub linger: Duration,
}

impl Bounds {
    /// The bounds that a configuration sets.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self {
            connections: config.http.connections,
            header_limit: config.http.header_limit,
            patience: Patience {
                head: config.http.header_timeout,
                idle: config.http.idle_timeout,
                write: config.http.write_timeout,
            },
            linger: config.shutdown.linger,
        }
    }
}

/// Opens the listener. Before anything slow, so that an address that is taken is told at once.
///
/// # Errors
///
/// With what to do about it, where the address cannot be had.
pub fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() };
    let open = || {
        let socket = socket?;
        // Else a restart would wait for the connections of the process before.
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)
    };
    open().map_err(|error: std::io::Error| {
        let hint = match error.kind() {
            std::io::ErrorKind::AddrInUse => "something listens there already; choose another with --listen",
            std::io::ErrorKind::AddrNotAvailable => "this machine has no such address; choose another with --listen",
            std::io::ErrorKind::PermissionDenied => "ports below 1024 need a privilege; choose another with --listen",
            _ => "choose another with --listen",
        };
        anyhow::Error::new(error).context(format!("cannot listen on {address}: {hint}"))
    })
}

/// Answers on `listener` with `router` until `stop`, then drains: returns once every connection is closed. Dropping it
/// cuts all of them.
///
/// # Errors
///
/// Where the listener is no longer one.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let address = listener.local_addr().context("cannot serve: the listener has no address")?;
    let draining = CancellationToken::new();
    let server = Arc::new(Server {
        // Routes are made from handlers once here instead of at every request.
        router: router.with_state(()),
        http: http(&bounds),
        patience: bounds.patience,
        stop: stop.clone(),
        draining: draining.clone(),
    });
    let permits = Arc::new(Semaphore::new(bounds.connections));
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            biased;
            () = stop.cancelled() => break,
            Some(ended) = connections.join_next() => report(ended),
            (stream, permit) = accept(&listener, &permits) => {
                connections.spawn(server.clone().answer(stream, permit));
            }
        }
    }
    drop(listener);
    tracing::info!(%address, connections = connections.len(), "the listener is closed; requests are finished");
    {
        let mut lingered = pin!(sleep(bounds.linger));
        while !connections.is_empty() {
            tokio::select! {
                () = &mut lingered => break,
                Some(ended) = connections.join_next() => report(ended),
            }
        }
    }
    draining.cancel();
    while let Some(ended) = connections.join_next().await {
        report(ended);
    }
    Ok(())
}

fn http(bounds: &Bounds) -> http1::Builder {
    let mut http = http1::Builder::new();
    // Timeouts are [`Patient`]'s: hyper's own touches the timer wheel at every request.
    http.header_read_timeout(None);
    http.max_header_size(bounds.header_limit);
    http.max_buf_size(bounds.header_limit.max(BUFFER));
    http
}

/// The next connection with its permit.
async fn accept(listener: &TcpListener, permits: &Arc<Semaphore>) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed; without a permit the connection would only go uncounted.
    let permit = permits.clone().acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, permit),
            Err(error) if is_of_the_client(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted; trying again");
                sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}

/// Whether a connection was gone before it was accepted.
fn is_of_the_client(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

fn report(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a connection's task failed");
    }
}

/// Counts a connection while it is open, however it ends.
struct Open(metrics::Gauge);

impl Open {
    fn new() -> Self {
        let open = metrics::gauge!("chatd_http_connections");
        open.increment(1.0);
        Self(open)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.decrement(1.0);
    }
}

/// What all connections share.
struct Server {
    router: Router,
    http: http1::Builder,
    patience: Patience,
    /// Answers say `Connection: close` from here on.
    stop: CancellationToken,
    /// Idle connections are closed from here on.
    draining: CancellationToken,
}

impl Server {
    async fn answer(self: Arc<Self>, stream: TcpStream, permit: Option<OwnedSemaphorePermit>) {
        let _permit = permit;
        let _open = Open::new();
        // Without it small answers would wait for the acknowledgement of the one before. Fails on a dead socket only.
        let _ = stream.set_nodelay(true);
        let phases = Arc::new(Phases::default());
        let io = TokioIo::new(Patient::new(stream, phases.clone(), self.patience));
        let mut connection = pin!(self.http.serve_connection(io, self.service(phases)));
        let ended = tokio::select! {
            biased;
            ended = connection.as_mut() => ended,
            () = self.draining.cancelled() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(error = &error as &dyn std::error::Error, "a connection ended early");
        }
    }

    fn service(
        &self,
        phases: Arc<Phases>,
    ) -> impl Service<Request<Incoming>, Response = Response<Told>, Error = Infallible, Future: Send> + use<> {
        let (router, stop) = (self.router.clone(), self.stop.clone());
        service_fn(move |request| {
            phases.request_came();
            let (answer, phases, stop) = (router.clone().call(request), phases.clone(), stop.clone());
            async move {
                let mut answer = answer.await?.map(|body| Told::new(body, phases));
                if stop.is_cancelled() {
                    answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
                }
                Ok(answer)
            }
        })
    }
}

#[cfg(test)]
mod tests;
