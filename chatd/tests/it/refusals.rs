//! A chatd whose store, queue or search cannot be used: it says once what is wrong and what to do, shows no secret, and
//! ends in time; without its search engine it goes on.

use std::net::TcpListener;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::task::spawn_blocking;
use tokio::time::Instant;

use crate::support::process::{Process, command};
use crate::support::servers;

/// What stands in every address and in no message.
const PASSWORD: &str = "hunter2";

/// How long a chatd may try.
const START_DEADLINE: Duration = Duration::from_secs(20);

/// A part that cannot be used.
struct Refusal<'a> {
    /// Which one, as its setting's variable.
    part: &'static str,
    url: &'a str,
    /// The exit code.
    exit: i32,
    /// What must be said.
    says: &'a [&'a str],
}

/// A listener that never answers: the kernel accepts for it.
fn hangs() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("listens");
    let address = listener.local_addr().expect("bound").to_string();
    (listener, address)
}

/// An address that nobody listens on.
fn nobody() -> String {
    let (listener, address) = hangs();
    drop(listener);
    address
}

fn host(url: &str) -> &str {
    url.rsplit(['/', '@']).next().unwrap_or(url)
}

fn must_be_refused(refusal: &Refusal<'_>) {
    let Refusal { part, url, exit, says } = *refusal;
    let deadline = format!("{}s", START_DEADLINE.as_secs());
    let mut settings = vec![(part, url.to_owned()), ("CHATD_START_DEADLINE", deadline)];
    if part == "CHATD_STORE_URL" {
        settings.push(("CHATD_SEARCH_URL", "none".into()));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let begun = Instant::now();
    let output = command(&folder.path().join("data"), &settings).output().expect("chatd runs");
    let took = begun.elapsed();
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(exit), "{url}: {told}");
    assert!(took < START_DEADLINE, "{url}: {took:?}");
    for part in says {
        assert!(told.contains(part), "{url} lacks {part:?}: {told}");
    }
    let complaints = told.lines().filter(|line| line.contains("\"ERROR\"") || line.starts_with("chatd: "));
    assert_eq!(complaints.count(), 1, "{url}: {told}");
    for never in [PASSWORD, "panicked", "backtrace", "RUST_"] {
        assert!(!told.contains(never), "{url} shows {never:?}: {told}");
    }
}

#[test]
fn an_address_that_makes_no_sense_is_refused_as_a_wrong_configuration() {
    for (part, url, says) in [
        ("CHATD_STORE_URL", "postgres://me:hunter2@h/chat", "mysql://user@host/database"),
        ("CHATD_STORE_URL", "mysql://me:hunter2@h", "names no database"),
        ("CHATD_QUEUE_URL", "amqp://me:hunter2@h", "redis+cluster://host1,host2"),
        ("CHATD_QUEUE_URL", "redis://me:hunter2@h:99999", "port"),
        ("CHATD_SEARCH_URL", "ftp://me:hunter2@h", "http(s)://host:9200"),
        ("CHATD_SEARCH_URL", "http://me:hunter2@a,b", "each of several nodes"),
    ] {
        must_be_refused(&Refusal { part, url, exit: 2, says: &[part, says] });
    }
}

#[test]
fn a_server_that_is_not_there_is_told_with_its_address() {
    let nobody = nobody();
    for host in [&*nobody, "no-such-host.invalid"] {
        let says = [host, "is the server running, and are host and port right?"];
        let store = format!("mysql://me:hunter2@{host}/chat");
        must_be_refused(&Refusal { part: "CHATD_STORE_URL", url: &store, exit: 1, says: &says });
        for scheme in ["redis", "redis+cluster"] {
            let queue = format!("{scheme}://me:hunter2@{host}");
            must_be_refused(&Refusal { part: "CHATD_QUEUE_URL", url: &queue, exit: 1, says: &says });
        }
    }
}

#[test]
fn a_server_that_hangs_is_given_up_within_the_deadline_of_the_start() {
    let (_listener, address) = hangs();
    let says = [&*address, "are host and port right"];
    let store = format!("mysql://me:hunter2@{address}/chat");
    must_be_refused(&Refusal { part: "CHATD_STORE_URL", url: &store, exit: 1, says: &says });
    for scheme in ["redis", "redis+cluster"] {
        let queue = format!("{scheme}://me:hunter2@{address}");
        must_be_refused(&Refusal { part: "CHATD_QUEUE_URL", url: &queue, exit: 1, says: &says });
    }
}

#[test]
fn a_wrong_password_is_told_as_one() {
    let Some(mysql) = servers::url("CHATD_TEST_MYSQL_URL", "MySQL or MariaDB server") else { return };
    let Some(redis) = servers::url("CHATD_TEST_REDIS_URL", "Redis server") else { return };
    let says = ["refuses the user or its password"];
    let store = format!("mysql://nobody-of-this-name:hunter2@{}/chat", host(&mysql));
    must_be_refused(&Refusal { part: "CHATD_STORE_URL", url: &store, exit: 1, says: &says });
    let queue = format!("redis://nobody-of-this-name:hunter2@{}", host(&redis));
    must_be_refused(&Refusal { part: "CHATD_QUEUE_URL", url: &queue, exit: 1, says: &says });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_engine_that_refuses_the_password_is_told_as_one() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let url = format!("http://me:hunter2@{}", listener.local_addr().expect("bound"));
    let engine = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4_096]).await;
            let _ =
                stream.write_all(b"HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n").await;
        }
    });
    let refused = spawn_blocking(move || {
        must_be_refused(&Refusal { part: "CHATD_SEARCH_URL", url: &url, exit: 1, says: &["search.url", "password"] });
    });
    refused.await.expect("it is refused");
    engine.abort();
}

#[test]
fn a_server_of_another_kind_is_told_as_one() {
    let Some(mysql) = servers::url("CHATD_TEST_MYSQL_URL", "MySQL or MariaDB server") else { return };
    let Some(search) = servers::url("CHATD_TEST_SEARCH_URL", "OpenSearch server") else { return };
    for other in [host(&mysql), host(&search)] {
        let queue = format!("redis://me:hunter2@{other}");
        let says = [other, "does not speak Redis; is the port right"];
        must_be_refused(&Refusal { part: "CHATD_QUEUE_URL", url: &queue, exit: 1, says: &says });
    }
}

/// Accepting and persisting need no search engine.
#[tokio::test(flavor = "multi_thread")]
async fn without_its_search_engine_chatd_starts_and_says_so() {
    let (_listener, hanging) = hangs();
    for address in [nobody(), "no-such-host.invalid".to_owned(), hanging] {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let settings = [("CHATD_SEARCH_URL", format!("http://me:hunter2@{address}"))];
        let begun = Instant::now();
        let process = Process::start(&data, &settings).await;
        assert!(begun.elapsed() < START_DEADLINE, "{address}: {:?}", begun.elapsed());
        process.client.create_application("without").await.expect("created");
        process.terminate().await;
        let log = std::fs::read_to_string(data.with_extension("log")).expect("a log");
        let said = "could not be reached at the start; it is looked for again";
        assert!(log.lines().any(|line| line.contains(said) && line.contains(&address)), "{log}");
        assert!(!log.contains(PASSWORD), "{log}");
    }
}
