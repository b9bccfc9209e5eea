//! What chatd's own server costs beside `axum::serve`: the same router, clients and machine, in turns, so that what
//! changes on the machine meanwhile meets both. Prints requests a second of each and the ratio.
//!
//! `cargo bench -p chatd --bench serve`

#![expect(clippy::expect_used, reason = "a benchmark ends at the first surprise")]

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use chat_shared::config::Config;
use chatd::http::serve::{Bounds, listen, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

const CONNECTIONS: usize = 64;
const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 8;
const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: bench\r\n\r\n";

#[tokio::main]
async fn main() {
    let router = Router::new().route("/", get(async || "a hundred bytes are about as long as this line, and what is answered to a request is seldom shorter"));
    let bounds = Bounds::of(&Config::with_data("unused"));
    let theirs = start(|listener| {
        let router = router.clone();
        async move { axum::serve(listener, router).await.expect("axum serves") }
    });
    let ours = start(|listener| {
        let router = router.clone();
        async move { serve(listener, router, bounds, CancellationToken::new()).await.expect("chatd serves") }
    });
    let (mut at_theirs, mut at_ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        at_theirs.push(round(theirs).await);
        at_ours.push(round(ours).await);
    }
    let (theirs, ours) = (median(&mut at_theirs), median(&mut at_ours));
    println!("axum::serve {theirs:>9.0} requests/s   {at_theirs:.0?}");
    println!("chatd       {ours:>9.0} requests/s   {at_ours:.0?}");
    println!("ratio       {:>9.3}", ours / theirs);
}

/// Starts a server on a free port.
fn start<F>(server: impl FnOnce(tokio::net::TcpListener) -> F) -> SocketAddr
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(server(listener));
    address
}

/// Requests a second that `CONNECTIONS` clients get answered, each asking again once it is answered.
async fn round(address: SocketAddr) -> f64 {
    let answered = Arc::new(AtomicU64::new(0));
    let mut clients = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let answered = Arc::clone(&answered);
        clients.spawn(client(address, answered));
    }
    // Every connection is open and warm before the count begins.
    sleep(ROUND / 10).await;
    let (before, begun) = (answered.load(Ordering::Relaxed), Instant::now());
    sleep(ROUND).await;
    let (count, took) = (answered.load(Ordering::Relaxed) - before, begun.elapsed());
    clients.shutdown().await;
    f64::from(u32::try_from(count).expect("fewer than four thousand million")) / took.as_secs_f64()
}

async fn client(address: SocketAddr, answered: Arc<AtomicU64>) {
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream.set_nodelay(true).expect("set");
    // All answers are as long as the first.
    stream.write_all(REQUEST).await.expect("sent");
    let mut first = vec![0; 4096];
    let length = stream.read(&mut first).await.expect("answered");
    let mut answer = vec![0; length];
    loop {
        stream.write_all(REQUEST).await.expect("sent");
        stream.read_exact(&mut answer).await.expect("answered");
        answered.fetch_add(1, Ordering::Relaxed);
    }
}

fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
