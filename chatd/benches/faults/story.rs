//! One fault: an installation, a load, what is done to it in the middle, and the judgement afterwards.

use std::fmt;
use std::time::Duration;

use futures::future::BoxFuture;
use tokio::time::{Instant, sleep};

use crate::afterwards::{settled, tenant, verified};
use crate::history::Judgement;
use crate::installation::Installation;
use crate::load::{CLIENTS, Load, Wrote};

/// Chats that clients write into.
const CHATS: u32 = 20;

/// How long clients write before the fault, so that everything is under way.
const BEFORE: Duration = Duration::from_secs(5);

/// How long they go on after it.
const AFTER: Duration = Duration::from_secs(5);

/// How long they write at least.
const AT_LEAST: Duration = Duration::from_secs(20);

/// Messages of each chat that are looked up in the index: that of an engine takes milliseconds each.
const LOOKED_UP: u32 = 100;

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
    let token = tenant(&installation.fleet.client(), CHATS).await;
    let begun = Instant::now();
    let load = Load::begin(&installation.fleet.clients(), &token, CHATS);
    sleep(BEFORE).await;
    (story.strike)(&mut installation).await;
    let answered = load.answered();
    sleep(AFTER.max(AT_LEAST.saturating_sub(begun.elapsed()))).await;
    let goes_on = load.answered() > answered;
    let wrote = load.end().await;
    let wrote_for = begun.elapsed();

    let client = installation.fleet.client();
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
    faults.extend(verified(&client, Some(LOOKED_UP)).await.err());
    installation.fleet.stop().await;
    Told { name: story.name, wrote_for, wrote, judgement, faults }
}
