//! The load itself: connections of bare HTTP/1.1, so that the generator takes as little as it can of the machine that it
//! shares with the server. Closed: each connection sends when it was answered. Open: requests are due at a fixed rate,
//! and a latency counts from when its request was due, so that a slow server cannot hide its own delays.

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderValue, Method, Request, StatusCode, Uri};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until, timeout};

use super::tally::Tally;
use crate::output::failure::{Failure, Kind};

/// How long one request may take before it counts as failed.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// The open loop's clock ticks so: what is due within a tick is due at its beginning.
const TICK: Duration = Duration::from_millis(1);

/// Where to post to, and what.
pub struct Target {
    /// The server.
    pub address: SocketAddr,
    /// What `Host` says.
    pub host: HeaderValue,
    /// The admin key, where there is one; posting does not need it.
    pub authorization: Option<HeaderValue>,
    /// The application's token.
    pub app: String,
    /// Its chats 1 to so many, in turn.
    pub chats: u32,
    /// The requests' bodies, in turn.
    pub bodies: Vec<Bytes>,
    /// What is searched for, in turn, as a query holds it.
    pub queries: Vec<String>,
    /// Of a hundred requests so many are searches.
    pub searches: u32,
}

impl Target {
    /// Whether request `number` is a search; they are spread evenly.
    fn searches(&self, number: u64) -> bool {
        let share = u64::from(self.searches);
        (number % 100) * share % 100 < share
    }
}

/// What was counted, of posts and of searches.
pub struct Counted {
    /// Of posts.
    pub posted: Tally,
    /// Of searches.
    pub searched: Tally,
}

impl Counted {
    /// Nothing yet. `None` never happens with these bounds.
    pub fn new() -> Option<Self> {
        Some(Self { posted: Tally::new()?, searched: Tally::new()? })
    }

    fn of(&mut self, searches: bool) -> &mut Tally {
        if searches { &mut self.searched } else { &mut self.posted }
    }
}

/// When requests are sent.
#[derive(Debug, Clone, Copy)]
pub enum Pace {
    /// As soon as the connection's last one was answered.
    Closed,
    /// So many a second, whether or not earlier ones were answered.
    Open {
        /// Requests a second.
        rate: u32,
    },
}

/// One run.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Connections.
    pub clients: u32,
    /// The pace.
    pub pace: Pace,
    /// When it begins.
    pub start: Instant,
    /// When no more requests are sent.
    pub end: Instant,
}

#[derive(Deserialize)]
struct Problem {
    code: String,
}

/// Requests that are due, one ticket each.
struct Tickets {
    next: u64,
    run: Run,
}

impl Tickets {
    /// When the next request is due, and its number; `None` after the end.
    fn take(&mut self) -> Option<(Instant, u64)> {
        let number = self.next;
        let due = match self.run.pace {
            Pace::Closed => Instant::now(),
            Pace::Open { rate } => {
                let exact = Duration::from_secs(1).mul_f64(number_of(number) / f64::from(rate));
                let ticks = exact.as_nanos() / TICK.as_nanos();
                self.run.start + TICK * u32::try_from(ticks).unwrap_or(u32::MAX)
            }
        };
        if due >= self.run.end {
            return None;
        }
        self.next += 1;
        Some((due, number))
    }
}

fn number_of(count: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "no run sends 2^53 requests")]
    let number = count as f64;
    number
}

/// Sends the load and counts.
pub async fn send(target: &Target, run: Run) -> Result<Counted, Failure> {
    let failed = || Failure::new(Kind::Failed, "set the histogram up");
    // One thread polls all connections, in turn: a RefCell is never borrowed over an await.
    let tickets = std::cell::RefCell::new(Tickets { next: 0, run });
    let tally = std::cell::RefCell::new(Counted::new().ok_or_else(failed)?);
    let clients = (0..run.clients).map(|_| client(target, run, &tickets, &tally));
    futures::future::try_join_all(clients).await?;
    let mut tally = tally.into_inner();
    late(target, &mut tickets.into_inner(), &mut tally);
    Ok(tally)
}

/// What was due before the end and never sent has waited until now, at least.
fn late(target: &Target, tickets: &mut Tickets, counted: &mut Counted) {
    if let Pace::Open { .. } = tickets.run.pace {
        let now = Instant::now();
        while let Some((due, number)) = tickets.take() {
            counted.of(target.searches(number)).unsent(now.duration_since(due));
        }
    }
}

async fn client(
    target: &Target,
    run: Run,
    tickets: &std::cell::RefCell<Tickets>,
    counted: &std::cell::RefCell<Counted>,
) -> Result<(), Failure> {
    sleep_until(run.start).await;
    let mut connection = None;
    loop {
        // After the end of the run an open loop's late tickets are not sent any more.
        let taken = if Instant::now() < run.end { tickets.borrow_mut().take() } else { None };
        let Some((due, number)) = taken else { return Ok(()) };
        if Instant::now() < due {
            sleep_until(due).await;
        }
        let sent = match &mut connection {
            Some(sender) => sender,
            none => none.insert(connect(target).await?),
        };
        let outcome = timeout(REQUEST_TIMEOUT, sent.ask(target, number)).await;
        let latency = due.elapsed();
        let mut counted = counted.borrow_mut();
        let tally = counted.of(target.searches(number));
        match outcome {
            Ok(Ok(None)) => tally.done(latency),
            Ok(Ok(Some(code))) => tally.failed(&code, latency),
            Ok(Err(_)) => {
                tally.failed("connection_lost", latency);
                connection = None;
            }
            Err(_) => {
                tally.failed("timeout", latency);
                connection = None;
            }
        }
    }
}

/// A connection, and the task that moves its bytes; ended with it.
struct Connection {
    sender: SendRequest<Full<Bytes>>,
    driver: tokio::task::JoinHandle<()>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

async fn connect(target: &Target) -> Result<Connection, Failure> {
    let failed = |why: String| Failure::new(Kind::Unavailable, "connect to chatd").because(why);
    let stream = TcpStream::connect(target.address).await.map_err(|error| failed(error.to_string()))?;
    stream.set_nodelay(true).map_err(|error| failed(error.to_string()))?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(|error| failed(error.to_string()))?;
    let driver = tokio::spawn(async move {
        // How it ended is seen by whoever waits for an answer.
        let _ = connection.await;
    });
    Ok(Connection { sender, driver })
}

impl Connection {
    /// Sends request `number`; the code of the problem where it was refused.
    async fn ask(&mut self, target: &Target, number: u64) -> hyper::Result<Option<String>> {
        self.sender.ready().await?;
        let response = self.sender.send_request(request(target, number)).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        Ok(if matches!(status, StatusCode::CREATED | StatusCode::OK) { None } else { Some(code(status, &body)) })
    }
}

fn request(target: &Target, number: u64) -> Request<Full<Bytes>> {
    let turn = |count: usize| usize::try_from(number % count.max(1) as u64).unwrap_or(0);
    let app = &target.app;
    let (method, path, body) = if target.searches(number) {
        let query = &target.queries[turn(target.queries.len())];
        (Method::GET, format!("/applications/{app}/messages?content={query}"), Bytes::new())
    } else {
        let chat = number % u64::from(target.chats.max(1)) + 1;
        let body = target.bodies[turn(target.bodies.len())].clone();
        (Method::POST, format!("/applications/{app}/chats/{chat}/messages"), body)
    };
    let mut request = Request::new(Full::new(body));
    *request.method_mut() = method;
    // Made of a token, a number and what is encoded, it is a path.
    *request.uri_mut() = Uri::try_from(path).unwrap_or_default();
    request.headers_mut().insert(HOST, target.host.clone());
    request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(authorization) = &target.authorization {
        request.headers_mut().insert(AUTHORIZATION, authorization.clone());
    }
    request
}

fn code(status: StatusCode, body: &[u8]) -> String {
    serde_json::from_slice::<Problem>(body).map_or_else(|_| format!("http_{}", status.as_u16()), |problem| problem.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tickets(pace: Pace) -> Tickets {
        let start = Instant::now();
        Tickets { next: 0, run: Run { clients: 1, pace, start, end: start + Duration::from_millis(10) } }
    }

    #[test]
    fn an_open_loop_is_due_at_its_rate_whatever_was_answered() {
        let mut tickets = tickets(Pace::Open { rate: 2_000 });
        let start = tickets.run.start;
        let due: Vec<u128> =
            std::iter::from_fn(|| tickets.take()).map(|(due, _)| due.duration_since(start).as_millis()).collect();
        assert_eq!(due.len(), 20);
        assert_eq!((due[0], due[1], due[2], due[19]), (0, 0, 1, 9));
    }

    fn target(searches: u32) -> Target {
        Target {
            address: ([127, 0, 0, 1], 1).into(),
            host: HeaderValue::from_static("h"),
            authorization: None,
            app: "t".to_owned(),
            chats: 2,
            bodies: vec![Bytes::from_static(b"{}")],
            queries: vec!["caf%C3%A9".to_owned()],
            searches,
        }
    }

    #[test]
    fn searches_are_as_many_of_a_hundred_as_were_asked_for_and_spread_evenly() {
        for share in [0, 1, 10, 33, 50, 99, 100] {
            let target = target(share);
            let searches = (0..1_000).filter(|number| target.searches(*number)).count();
            assert_eq!(searches, share as usize * 10, "{share}");
        }
        let (post, search) = (request(&target(0), 3), request(&target(100), 3));
        assert_eq!((post.method(), post.uri().path()), (&Method::POST, "/applications/t/chats/2/messages"));
        assert_eq!(search.method(), Method::GET);
        assert_eq!(
            search.uri().path_and_query().map(http::uri::PathAndQuery::as_str),
            Some("/applications/t/messages?content=caf%C3%A9")
        );
    }

    #[test]
    fn what_was_never_sent_counts_with_the_time_that_it_waited() {
        let mut tickets = tickets(Pace::Open { rate: 1_000 });
        let mut counted = Counted::new().expect("good bounds");
        tickets.run.start -= Duration::from_secs(1);
        tickets.run.end = tickets.run.start + Duration::from_millis(10);
        late(&target(0), &mut tickets, &mut counted);
        assert!(counted.posted.percentile_ms(50.0) > 900.0);
        assert_eq!((counted.posted.done, counted.searched.longest_ms()), (0, 0.0));
    }
}
