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
pub async fn send(target: &Target, run: Run) -> Result<Tally, Failure> {
    let failed = || Failure::new(Kind::Failed, "set the histogram up");
    // One thread polls all connections, in turn: a RefCell is never borrowed over an await.
    let tickets = std::cell::RefCell::new(Tickets { next: 0, run });
    let tally = std::cell::RefCell::new(Tally::new().ok_or_else(failed)?);
    let clients = (0..run.clients).map(|_| client(target, run, &tickets, &tally));
    futures::future::try_join_all(clients).await?;
    let mut tally = tally.into_inner();
    late(&mut tickets.into_inner(), &mut tally);
    Ok(tally)
}

/// What was due before the end and never sent has waited until now, at least.
fn late(tickets: &mut Tickets, tally: &mut Tally) {
    if let Pace::Open { .. } = tickets.run.pace {
        let now = Instant::now();
        while let Some((due, _)) = tickets.take() {
            tally.unsent(now.duration_since(due));
        }
    }
}

async fn client(
    target: &Target,
    run: Run,
    tickets: &std::cell::RefCell<Tickets>,
    tally: &std::cell::RefCell<Tally>,
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
        let outcome = timeout(REQUEST_TIMEOUT, sent.post(target, number)).await;
        let latency = due.elapsed();
        match outcome {
            Ok(Ok(None)) => tally.borrow_mut().done(latency),
            Ok(Ok(Some(code))) => tally.borrow_mut().failed(&code, latency),
            Ok(Err(_)) => {
                tally.borrow_mut().failed("connection_lost", latency);
                connection = None;
            }
            Err(_) => {
                tally.borrow_mut().failed("timeout", latency);
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
    /// Posts message `number`; the code of the problem where it was refused.
    async fn post(&mut self, target: &Target, number: u64) -> hyper::Result<Option<String>> {
        self.sender.ready().await?;
        let response = self.sender.send_request(request(target, number)).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        Ok(if status == StatusCode::CREATED { None } else { Some(code(status, &body)) })
    }
}

fn request(target: &Target, number: u64) -> Request<Full<Bytes>> {
    let turn = |count: usize| usize::try_from(number % count.max(1) as u64).unwrap_or(0);
    let body = target.bodies[turn(target.bodies.len())].clone();
    let mut request = Request::new(Full::new(body));
    *request.method_mut() = Method::POST;
    let (app, chat) = (&target.app, number % u64::from(target.chats.max(1)) + 1);
    // Made of a token and a number, it is a path.
    *request.uri_mut() = Uri::try_from(format!("/applications/{app}/chats/{chat}/messages")).unwrap_or_default();
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

    #[test]
    fn what_was_never_sent_counts_with_the_time_that_it_waited() {
        let mut tickets = tickets(Pace::Open { rate: 1_000 });
        let mut tally = Tally::new().expect("good bounds");
        tickets.run.start -= Duration::from_secs(1);
        tickets.run.end = tickets.run.start + Duration::from_millis(10);
        late(&mut tickets, &mut tally);
        assert!(tally.percentile_ms(50.0) > 900.0);
        assert_eq!(tally.done, 0);
    }
}
