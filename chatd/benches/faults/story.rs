//! One fault: an installation, a load, what is done to it in the middle, and the judgement afterwards.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chat_shared::api::client::{Client, ClientError, WriteOptions};
use chat_shared::api::types::admin::{OperationsQuery, StartOperation, VerifyParams, VerifyReport};
use futures::future::BoxFuture;
use tokio::time::{Instant, sleep};

use crate::history::Judgement;
use crate::installation::Installation;
use crate::load::{CHATS, CLIENTS, Load, Wrote};

/// How long clients write before the fault, so that everything is under way.
const BEFORE: Duration = Duration::from_secs(5);

/// How long they go on after it.
const AFTER: Duration = Duration::from_secs(5);

/// How long they write at least.
const AT_LEAST: Duration = Duration::from_secs(20);

/// Messages of each chat that are looked up in the index: that of an engine takes milliseconds each.
const LOOKED_UP: u32 = 100;

/// How long the workers may take afterwards until nothing is left to do (I7).
const SETTLED_WITHIN: Duration = Duration::from_mins(2);

/// A fault and what it strikes.
pub struct Story {
    /// Its name, as the table shows it.
    pub name: &'static str,
    /// Makes what it strikes.
    pub on: fn() -> BoxFuture<'static, Installation>,
    /// Causes it, and ends it where chatd cannot.
    pub strike: for<'a> fn(&'a mut Installation) -> BoxFuture<'a, ()>,
    /// Whether the queue itself forgets answered numbers: they may lie in published gaps then.
    pub forgets: bool,
    /// Whether no request may fail at all, not even with an answer that says to try again.
    pub flawless: bool,
    /// The longest time without any answer that is promised.
    pub outage: Duration,
}

/// What came of a story.
pub struct Told {
    name: &'static str,
    wrote_for: Duration,
    wrote: Wrote,
    judgement: Judgement,
    /// What else is wrong, in words.
    faults: Vec<String>,
}

impl Told {
    /// Whether every promise was kept.
    pub fn is_good(&self) -> bool {
        self.judgement.is_clean() && self.faults.is_empty()
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Judgement { lost, in_gaps, doubled, holes } = &self.judgement;
        let answered = self.wrote.history.len();
        write!(
            f,
            "| {} | {CLIENTS} clients, {CHATS} chats, {:.0} s | {answered} | {} | {in_gaps} | {} | {:.1} s | ",
            self.name,
            self.wrote_for.as_secs_f64(),
            lost.len(),
            doubled.len(),
            self.wrote.longest_outage.as_secs_f64()
        )?;
        if self.is_good() {
            return f.write_str("good |");
        }
        let findings = [("lost", lost), ("doubled", doubled), ("hole", holes), ("wrong", &self.faults)];
        let first = |(what, lines): (&str, &Vec<String>)| Some(format!("{what} {}", lines.first()?));
        let shown: Vec<String> = findings.into_iter().filter_map(first).collect();
        write!(f, "BAD: {} |", shown.join("; ").replace('|', "/"))
    }
}

/// Runs a story.
pub async fn tell(story: &Story) -> Told {
    let mut installation = (story.on)().await;
    let client = installation.client();
    let token = tenant(&client).await;
    let contents = Arc::new(contents());
    let begun = Instant::now();
    let load = Load::begin(&installation.clients(), &token, &contents);
    sleep(BEFORE).await;
    (story.strike)(&mut installation).await;
    let answered = load.answered();
    sleep(AFTER.max(AT_LEAST.saturating_sub(begun.elapsed()))).await;
    let goes_on = load.answered() > answered;
    let wrote = load.end().await;
    let wrote_for = begun.elapsed();

    let client = installation.client();
    let mut faults: Vec<String> = wrote.wrong.iter().map(|(what, times)| format!("{times} times: {what}")).collect();
    if !goes_on {
        faults.push("nothing was answered after the fault".into());
    }
    if wrote.longest_outage > story.outage {
        faults.push(format!("an outage longer than {:?}", story.outage));
    }
    if story.flawless && wrote.failed > 0 {
        faults.push(format!("{} requests failed", wrote.failed));
    }
    faults.extend(settled(&client).await.err());
    let judgement = wrote.history.judge(&client, &token).await;
    if judgement.in_gaps > 0 && !story.forgets {
        faults.push(format!("{} answered numbers lie in gaps", judgement.in_gaps));
    }
    faults.extend(verified(&client).await.err());
    installation.stop().await;
    Told { name: story.name, wrote_for, wrote, judgement, faults }
}

async fn tenant(client: &Client) -> String {
    let token = client.create_application("faults").await.expect("an application").body.token;
    for _ in 0..CHATS {
        client.create_chat(&token, None, &WriteOptions::default()).await.expect("a chat");
    }
    token
}

/// Waits until nothing is on the log that is not persisted and indexed, and no operation is under way (I7).
async fn settled(client: &Client) -> Result<(), String> {
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

/// What `chatctl verify` asks for: every counter and row, and of each chat so many messages in the index, against each
/// other (I1 to I7).
async fn verified(client: &Client) -> Result<(), String> {
    let params = VerifyParams { samples: Some(LOOKED_UP), ..VerifyParams::default() };
    let words = |cause: ClientError| format!("cannot verify: {cause}");
    let id = client.start_operation(&StartOperation::verify(&params)).await.map_err(words)?.id;
    let deadline = Instant::now() + SETTLED_WITHIN;
    loop {
        let operation = client.operation(id).await.map_err(words)?;
        if operation.state.is_final() {
            let report: Option<VerifyReport> = serde_json::from_value(operation.result.clone()).ok();
            return match report {
                Some(report) if report.ok => Ok(()),
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

/// Real messages: the project's sample.
fn contents() -> Vec<String> {
    let sample = include_str!("../../../samples/irc-sample.ndjson");
    let content = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).expect("a message");
        line["content"].as_str().expect("text").to_owned()
    };
    sample.lines().map(content).collect()
}
