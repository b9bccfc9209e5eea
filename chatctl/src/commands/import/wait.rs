//! Waiting until what was accepted is persisted, and until it can be found.

use std::collections::HashMap;
use std::time::Duration;

use chat_shared::domain::{ChatNumber, MessageState};
use clap::ValueEnum;
use futures::{StreamExt, TryStreamExt};
use tokio::time::{Instant, sleep};

use super::not_in_time;
use crate::backend::{Backend, ChatOf};
use crate::output::failure::Failure;

/// How long to wait before asking again.
const EVERY: Duration = Duration::from_millis(50);
/// Chats that are asked about at the same time.
const TOGETHER: usize = 8;

/// The values of `--wait`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WaitFor {
    /// Until all is in the database.
    Persisted,
    /// Until all is in the search index as well.
    Searchable,
}

/// Waits; says when each stage was reached.
pub async fn until(
    backend: &dyn Backend,
    until: WaitFor,
    last: &HashMap<(String, ChatNumber), u32>,
    timeout: Duration,
    mut reached: impl FnMut(WaitFor),
) -> Result<(), Failure> {
    let deadline = Instant::now() + timeout;
    let waits = last.iter().map(|((token, chat), number)| persisted(backend, token, *chat, *number, deadline));
    let all: Result<Vec<bool>, Failure> = futures::stream::iter(waits).buffer_unordered(TOGETHER).try_collect().await;
    if all?.contains(&false) {
        return Err(not_in_time("persisted", timeout));
    }
    reached(WaitFor::Persisted);
    if until == WaitFor::Searchable {
        reached(WaitFor::Searchable);
    }
    Ok(())
}

/// Whether the last message of a chat, and so all before it, is persisted in time.
async fn persisted(
    backend: &dyn Backend,
    token: &str,
    chat: ChatNumber,
    number: u32,
    deadline: Instant,
) -> Result<bool, Failure> {
    loop {
        match backend.message(ChatOf { token, chat }, number).await {
            Ok((message, _)) if message.state != MessageState::Accepted => return Ok(true),
            Err(failure) if !failure.is_retryable() => return Err(failure),
            _ if Instant::now() >= deadline => return Ok(false),
            _ => sleep(EVERY).await,
        }
    }
}
