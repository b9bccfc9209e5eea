//! `chatd healthcheck`: asks a running chatd whether it is ready, for container engines that have no HTTP client.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use bytes::Bytes;
use chat_shared::config::Config;
use http::header::HOST;
use http::{Request, StatusCode};
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::data_dir::{reachable, whereabouts};

/// Container engines wait longer than this by default, so the reason is told before they give up.
const WITHIN: Duration = Duration::from_secs(4);

/// The most of an unready answer that is told.
const TOLD: usize = 4096;

/// Whether the chatd of this configuration is ready: a line that says so, or the reason why it is not.
///
/// # Errors
///
/// Where it is not ready, or does not answer in time.
pub async fn check(config: &Config) -> anyhow::Result<String> {
    let address = address(config)?;
    let asked = timeout(WITHIN, ready(address)).await;
    asked
        .unwrap_or_else(|_| Err(anyhow::anyhow!("no answer within {WITHIN:?}")))
        .with_context(|| format!("http://{address} is not ready"))?;
    Ok(format!("http://{address} is ready"))
}

/// Where the chatd of this configuration listens; one that took any free port says so in its data folder.
fn address(config: &Config) -> anyhow::Result<SocketAddr> {
    if config.http.listen.port() != 0 {
        return Ok(reachable(config.http.listen));
    }
    let told = whereabouts(&config.data);
    Ok(told.with_context(|| format!("no chatd runs on the data folder {}", config.data.display()))?.address)
}

async fn ready(address: SocketAddr) -> anyhow::Result<()> {
    let stream = TcpStream::connect(address).await.context("cannot connect")?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.context("cannot speak HTTP")?;
    let request = Request::get("/readyz").header(HOST, address.to_string()).body(Empty::<Bytes>::new())?;
    let answer = async {
        let answer = sender.send_request(request).await.context("no answer")?;
        if answer.status() == StatusCode::OK {
            return Ok(());
        }
        let status = answer.status();
        let told = Limited::new(answer.into_body(), TOLD).collect().await;
        let told = told.map(|body| String::from_utf8_lossy(&body.to_bytes()).into_owned()).unwrap_or_default();
        Err(anyhow::anyhow!("{status} {}", told.trim()))
    };
    // The connection moves only while it is polled, and is done with when the answer is.
    tokio::select! {
        answer = answer => answer,
        ended = connection => ended.context("the connection broke").and_then(|()| Err(anyhow::anyhow!("no answer"))),
    }
}
