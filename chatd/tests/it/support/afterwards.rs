//! What frames a load: the tenant it is written for, and what must hold once it has ended.

use std::time::Duration;

use chat_shared::api::client::{Client, ClientError, WriteOptions};
use chat_shared::api::types::admin::{OperationsQuery, StartOperation, VerifyParams, VerifyReport};
use tokio::time::{Instant, sleep};

/// How long the workers may take afterwards until nothing is left to do (I7).
const SETTLED_WITHIN: Duration = Duration::from_mins(2);

/// A new application with this many chats: its token.
pub async fn tenant(client: &Client, chats: u32) -> String {
    let token = client.create_application("load").await.expect("an application").body.token;
    for _ in 0..chats {
        client.create_chat(&token, None, &WriteOptions::default()).await.expect("a chat");
    }
    token
}

/// Waits until nothing is on the log that is not persisted and indexed, and no operation is under way (I7).
pub async fn settled(client: &Client) -> Result<(), String> {
    let deadline = Instant::now() + SETTLED_WITHIN;
    loop {
        match left_to_do(client).await {
            Ok(0) => return Ok(()),
            _ if Instant::now() < deadline => sleep(Duration::from_millis(100)).await,
            Ok(left) => return Err(format!("{left} entries and operations are left undone after {SETTLED_WITHIN:?}")),
            Err(cause) => return Err(format!("the queues cannot be looked at: {cause}")),
        }
    }
}

async fn left_to_do(client: &Client) -> Result<u64, ClientError> {
    let entries: u64 = client.queues().await?.queues.iter().map(|queue| queue.depth).sum();
    let operations = client.operations(&OperationsQuery::default()).await?;
    let open = operations.items.iter().filter(|operation| !operation.state.is_final()).count();
    Ok(entries + open as u64)
}

/// What `chatctl verify` asks for: every counter and row against each other, and of each chat so many messages against the
/// index, all of them where it is `None` (I1 to I7). Gives the number of messages
/// that were looked up in the index.
pub async fn verified(client: &Client, samples: Option<u32>) -> Result<u64, String> {
    let params = VerifyParams { samples, ..VerifyParams::default() };
    let words = |cause: ClientError| format!("cannot verify: {cause}");
    let id = client.start_operation(&StartOperation::verify(&params)).await.map_err(words)?.id;
    let deadline = Instant::now() + SETTLED_WITHIN;
    loop {
        let operation = client.operation(id).await.map_err(words)?;
        if operation.state.is_final() {
            let report: Option<VerifyReport> = serde_json::from_value(operation.result.clone()).ok();
            return match report {
                Some(report) if report.ok => Ok(report.checked.looked_up),
                Some(report) => Err(format!("verify found {}, first {:?}", report.found, report.findings.first())),
                None => Err(format!("verify ended so: {:?}", operation.error)),
            };
        }
        if Instant::now() > deadline {
            return Err("verify does not end".into());
        }
        sleep(Duration::from_millis(100)).await;
    }
}
