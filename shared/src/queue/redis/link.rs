//! One multiplexed connection to one server, made when it is needed and made anew after it broke. Sends what it is given
//! once: whether to send again is for those to decide who know what it does.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, Cmd, ConnectionInfo, Pipeline, RedisError, Value};
use tokio::time::{Instant, sleep};

use super::reply::{Failure, Over};

/// How long making a connection may take, TLS and authentication included.
const CONNECT_WAIT: Duration = Duration::from_secs(3);

/// The longest pause between two tries to connect.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// A connection that is there now.
#[derive(Clone)]
pub struct Live {
    connection: MultiplexedConnection,
    over: Over,
}

/// One server's connection.
pub struct Link {
    client: Client,
    server: Arc<str>,
    name: &'static str,
    wait: Duration,
    live: Mutex<Option<Live>>,
    /// Held while connecting: when the next try may be made, and after how many that failed.
    connecting: tokio::sync::Mutex<(Option<Instant>, u32)>,
}

impl Link {
    /// A connection that servers list as `name`. Answers are waited for as long as `wait`.
    pub fn new(to: ConnectionInfo, name: &'static str, wait: Duration) -> Result<Self, RedisError> {
        let server = to.addr().to_string().into();
        let client = Client::open(to)?;
        Ok(Self { client, server, name, wait, live: Mutex::default(), connecting: tokio::sync::Mutex::default() })
    }

    /// Sends a command and waits for its answer.
    pub async fn call(&self, cmd: &Cmd) -> Result<Value, Failure> {
        let mut live = self.live().await.map_err(Failure::NotSent)?;
        let answer = live.connection.send_packed_command(cmd).await.and_then(Value::extract_error);
        answer.map_err(|error| self.failed(error, &live))
    }

    /// Sends commands in one go; each has an answer of its own.
    pub async fn call_all(&self, cmds: &Pipeline) -> Result<Vec<Result<Value, Failure>>, Failure> {
        let mut live = self.live().await.map_err(Failure::NotSent)?;
        let answers = live.connection.send_packed_commands(cmds, 0, cmds.len()).await;
        let answers = answers.map_err(|error| self.failed(error, &live))?;
        Ok(answers
            .into_iter()
            .map(|value| value.extract_error().map_err(|error| Failure::of(error, &live.over)))
            .collect())
    }

    /// Ends a connection over which something was sent whose answer did not come: what is still on its way then is never
    /// run (N-RETRY-KILL).
    pub async fn end(&self, id: i64) -> Result<(), Failure> {
        self.forget(id);
        let answer = self.call(redis::cmd("CLIENT").arg("KILL").arg("ID").arg(id)).await;
        answer.map(|_| ())
    }

    /// A connection of its own, which is never made anew: for a confirmation (N-CONFIRM-CONNECTION).
    pub async fn separate(&self) -> Result<MultiplexedConnection, RedisError> {
        self.connect().await
    }

    /// Lets go of the connection.
    pub fn close(&self) {
        *self.known() = None;
    }

    fn failed(&self, error: RedisError, live: &Live) -> Failure {
        // One that only took too long still works for others.
        if !error.is_timeout() && error.is_unrecoverable_error() {
            self.forget(live.over.id);
        }
        Failure::of(error, &live.over)
    }

    fn forget(&self, id: i64) {
        let mut known = self.known();
        if known.as_ref().is_some_and(|live| live.over.id == id) {
            *known = None;
        }
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Option<Live>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn live(&self) -> Result<Live, RedisError> {
        if let Some(live) = self.known().clone() {
            return Ok(live);
        }
        let mut tries = self.connecting.lock().await;
        if let Some(live) = self.known().clone() {
            return Ok(live);
        }
        if let (Some(at), _) = *tries {
            tokio::time::sleep_until(at).await;
        }
        match self.make().await {
            Ok(live) => {
                *tries = (None, 0);
                *self.known() = Some(live.clone());
                Ok(live)
            }
            Err(error) => {
                *tries = (Some(Instant::now() + pause(tries.1)), tries.1.saturating_add(1));
                Err(error)
            }
        }
    }

    async fn make(&self) -> Result<Live, RedisError> {
        let mut connection = self.connect().await?;
        let id: i64 = redis::cmd("CLIENT").arg("ID").query_async(&mut connection).await?;
        redis::cmd("CLIENT").arg("SETNAME").arg(self.name).query_async::<()>(&mut connection).await?;
        Ok(Live { connection, over: Over { server: Arc::clone(&self.server), id } })
    }

    async fn connect(&self) -> Result<MultiplexedConnection, RedisError> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(CONNECT_WAIT))
            .set_response_timeout(Some(self.wait));
        self.client.get_multiplexed_async_connection_with_config(&config).await
    }
}

/// Full jitter between nothing and a bound that doubles with each try, from 20 ms on.
fn pause(tries: u32) -> Duration {
    jitter(Duration::from_millis(20).saturating_mul(1 << tries.min(10)).min(LONGEST_PAUSE))
}

/// Some time between nothing and `bound`, so that many who wait do not come back together.
pub fn jitter(bound: Duration) -> Duration {
    let mut random = [0; 2];
    // Without randomness the pause is as long as it may be.
    let share = getrandom::fill(&mut random).map_or(u16::MAX, |()| u16::from_le_bytes(random));
    bound.mul_f64(f64::from(share) / f64::from(u16::MAX))
}

/// Waits for some time up to `bound`.
pub async fn rest(bound: Duration) {
    sleep(jitter(bound)).await;
}
