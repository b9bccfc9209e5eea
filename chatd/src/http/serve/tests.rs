//! The server over real sockets: what it answers, what it refuses, and how it drains.

use axum::body::{Body, Bytes};
use axum::routing::get;
use futures::stream;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::*;

const SOON: Duration = Duration::from_secs(10);

fn bounds() -> Bounds {
    let patience = Patience { head: SOON, idle: SOON, write: SOON };
    Bounds { connections: 100, header_limit: 8 * 1024, patience, linger: Duration::ZERO }
}

/// A running server.
struct Running {
    address: SocketAddr,
    stop: CancellationToken,
    task: JoinHandle<anyhow::Result<()>>,
    /// Says that `/slow` was asked.
    asked: mpsc::Receiver<()>,
    /// Lets one `/slow` be answered.
    release: mpsc::Sender<()>,
}

fn start(bounds: Bounds) -> Running {
    let (said, asked) = mpsc::channel(1);
    let (release, released) = mpsc::channel(1);
    let released = Arc::new(tokio::sync::Mutex::new(released));
    let slow = async move || {
        said.send(()).await.expect("the test waits");
        released.lock().await.recv().await;
        "slow"
    };
    // As an export whose rows come slowly.
    let long = async || {
        let piece = |number: u32| async move {
            sleep(Duration::from_millis(100)).await;
            (number < 5).then_some((Ok::<_, Infallible>(Bytes::from_static(b"piece")), number + 1))
        };
        Body::from_stream(stream::unfold(0, piece))
    };
    let router = Router::new().route("/", get(async || "hello")).route("/slow", get(slow)).route("/long", get(long));
    let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
    let address = listener.local_addr().expect("an address");
    let stop = CancellationToken::new();
    let task = tokio::spawn(serve(listener, router, bounds, stop.clone()));
    Running { address, stop, task, asked, release }
}

async fn connect(address: SocketAddr) -> TcpStream {
    timeout(SOON, TcpStream::connect(address)).await.expect("in time").expect("connected")
}

async fn ask(stream: &mut TcpStream, path: &str) {
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).await.expect("sent");
}

/// Reads one answer: its head and its body.
async fn answer(stream: &mut TcpStream) -> (String, String) {
    let mut text = Vec::new();
    let head_end = loop {
        text.push(timeout(SOON, stream.read_u8()).await.expect("in time").expect("a byte"));
        if text.ends_with(b"\r\n\r\n") {
            break String::from_utf8_lossy(&text).to_lowercase();
        }
    };
    let length = head_end.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    timeout(SOON, stream.read_exact(&mut body)).await.expect("in time").expect("a body");
    (head_end, String::from_utf8_lossy(&body).into_owned())
}

/// Whether the server closes the connection without a further byte.
async fn is_closed(stream: &mut TcpStream) -> bool {
    matches!(timeout(SOON, stream.read(&mut [0; 1])).await.expect("in time"), Ok(0) | Err(_))
}

async fn ended(running: Running) {
    timeout(SOON, running.task).await.expect("in time").expect("no panic").expect("no error");
}

#[tokio::test]
async fn several_requests_are_answered_on_one_connection() {
    let running = start(bounds());
    let mut client = connect(running.address).await;
    for _ in 0..3 {
        ask(&mut client, "/").await;
        let (head, body) = answer(&mut client).await;
        assert!(head.starts_with("http/1.1 200") && !head.contains("connection: close"), "{head}");
        assert_eq!(body, "hello");
    }
}

#[tokio::test]
async fn an_address_that_is_taken_is_told_with_what_to_do() {
    let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
    let error = listen(listener.local_addr().expect("an address")).expect_err("taken");
    assert!(
        format!("{error:#}").contains("something listens there already; choose another with --listen"),
        "{error:#}"
    );
}

#[tokio::test]
async fn a_stop_closes_the_listener_and_finishes_what_is_being_answered() {
    let mut running = start(bounds());
    let mut client = connect(running.address).await;
    ask(&mut client, "/slow").await;
    running.asked.recv().await.expect("asked");
    running.stop.cancel();
    // The listener is closed once connecting is refused.
    let refused = async {
        while TcpStream::connect(running.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    timeout(SOON, refused).await.expect("refused in time");
    running.release.send(()).await.expect("released");
    let (head, body) = answer(&mut client).await;
    assert!(head.contains("connection: close"), "{head}");
    assert_eq!(body, "slow");
    assert!(is_closed(&mut client).await);
    ended(running).await;
}

#[tokio::test]
async fn an_idle_connection_is_still_answered_while_the_server_lingers() {
    let running = start(Bounds { linger: SOON, ..bounds() });
    let mut client = connect(running.address).await;
    ask(&mut client, "/").await;
    answer(&mut client).await;
    running.stop.cancel();
    ask(&mut client, "/").await;
    let (head, body) = answer(&mut client).await;
    assert!(head.contains("connection: close"), "{head}");
    assert_eq!(body, "hello");
    ended(running).await;
}

#[tokio::test]
async fn idle_connections_are_closed_once_the_server_has_lingered() {
    let running = start(bounds());
    let mut client = connect(running.address).await;
    ask(&mut client, "/").await;
    answer(&mut client).await;
    running.stop.cancel();
    assert!(is_closed(&mut client).await);
    ended(running).await;
}

#[tokio::test]
async fn dropping_the_server_cuts_its_connections() {
    let mut running = start(bounds());
    let mut client = connect(running.address).await;
    ask(&mut client, "/slow").await;
    running.asked.recv().await.expect("asked");
    running.task.abort();
    assert!(is_closed(&mut client).await);
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let running = start(bounds());
    for head in [
        format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "y".repeat(9 * 1024)),
        format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}", "y".repeat(BUFFER)),
    ] {
        let mut client = connect(running.address).await;
        client.write_all(head.as_bytes()).await.expect("sent");
        let (head, _) = answer(&mut client).await;
        assert!(head.starts_with("http/1.1 431"), "{head}");
    }
}

#[tokio::test]
async fn a_client_that_does_not_finish_its_head_is_cut_off() {
    let patience = Patience { head: Duration::from_millis(50), ..bounds().patience };
    let running = start(Bounds { patience, ..bounds() });
    let mut client = connect(running.address).await;
    client.write_all(b"GET / HTTP/1.1\r\nHo").await.expect("sent");
    assert!(is_closed(&mut client).await);
}

#[tokio::test]
async fn a_connection_that_is_idle_after_an_answer_that_took_a_while_is_closed() {
    let patience = Patience { idle: Duration::from_millis(50), ..bounds().patience };
    let mut running = start(Bounds { patience, ..bounds() });
    let mut client = connect(running.address).await;
    ask(&mut client, "/slow").await;
    running.asked.recv().await.expect("asked");
    sleep(Duration::from_millis(200)).await;
    running.release.send(()).await.expect("released");
    assert_eq!(answer(&mut client).await.1, "slow");
    assert!(is_closed(&mut client).await);
}

#[tokio::test]
async fn an_answer_may_take_longer_than_a_client_may_be_idle() {
    let patience = Patience { idle: Duration::from_millis(50), ..bounds().patience };
    let running = start(Bounds { patience, ..bounds() });
    let mut client = connect(running.address).await;
    ask(&mut client, "/long").await;
    let mut told = String::new();
    // The connection is idle only once the answer is whole, and then not for long.
    timeout(SOON, client.read_to_string(&mut told)).await.expect("in time").expect("no reset");
    assert!(told.matches("piece").count() == 5 && told.ends_with("\r\n0\r\n\r\n"), "{told}");
}

#[tokio::test]
async fn a_connection_beyond_the_limit_waits_until_another_closes() {
    let running = start(Bounds { connections: 1, ..bounds() });
    let mut first = connect(running.address).await;
    ask(&mut first, "/").await;
    answer(&mut first).await;
    let mut second = connect(running.address).await;
    ask(&mut second, "/").await;
    let early = timeout(Duration::from_millis(100), second.read_u8()).await;
    assert!(early.is_err(), "answered beyond the limit");
    drop(first);
    assert_eq!(answer(&mut second).await.1, "hello");
}
