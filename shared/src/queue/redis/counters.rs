//! Counters as operators see them. Keys have no order of their own: a page is what SCAN finds, sorted, and the rest
//! thrown away, so that memory is bounded by the page and time by the number of keys.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use futures::stream::{BoxStream, try_unfold};
use redis::Value;
use tokio::time::{Instant, timeout_at};

use super::reply::{self, Failure};
use super::{Shared, nodes};
use crate::domain::{AppId, Sequence};
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{Counter, check_value};

/// Keys that one step of a scan looks at.
const STEP: usize = 1_000;

/// Where a scan begins, and what it ends with.
const FIRST: &str = "0";

/// Steps of a scan for one page of a walk.
const STEPS: usize = 20;

/// Counters that a walk reads at a time: its memory is theirs, and 16 bytes for each that is still to come.
const WALKED_AT_A_TIME: usize = 10_000;

/// How long a scan may take.
const SCAN_WAIT: Duration = Duration::from_secs(30);

impl Shared {
    /// Counters, in the order asked for.
    pub(super) async fn read_counters(&self, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>> {
        let ask = |sequence: &Sequence| {
            let mut cmd = redis::cmd("HMGET");
            cmd.arg(self.keys.counter(*sequence)).arg("n").arg("epoch").arg("check").arg("closed");
            (sequence.partition(), cmd)
        };
        let cmds: Vec<_> = sequences.iter().map(ask).collect();
        self.nodes.call_each(&cmds).await.into_iter().map(counter).collect()
    }

    /// A page of counters after `after`.
    pub(super) async fn list_counters(
        &self,
        app: Option<AppId>,
        after: Option<Sequence>,
        limit: usize,
    ) -> Outcome<Vec<(Sequence, Counter)>> {
        let deadline = Instant::now() + SCAN_WAIT;
        let mut page = BTreeSet::new();
        let wanted = |sequence: &Sequence| {
            app.is_none_or(|app| sequence.app() == app)
                && after.is_none_or(|after| in_order(*sequence) > in_order(after))
        };
        for node in &self.nodes.topology().nodes {
            let scan = self.scan(node, |sequence| {
                if wanted(&sequence) {
                    page.insert(in_order(sequence));
                }
                while page.len() > limit {
                    page.pop_last();
                }
            });
            let late = |cause| {
                let doing = "list counters within 30 seconds; name an application's chat with counter get";
                Fault::new(Part::Queue, Kind::Unavailable, doing).because(cause)
            };
            timeout_at(deadline, scan).await.map_err(late)??;
        }
        let sequences: Vec<Sequence> = page.into_iter().map(out_of_order).collect();
        let counters = self.read_counters(&sequences).await?;
        Ok(sequences.into_iter().zip(counters).filter_map(|(sequence, counter)| Some((sequence, counter?))).collect())
    }

    /// All counters in order: their keys by one scan, then what they hold page by page.
    pub(super) fn walk_counters(
        self: Arc<Self>,
        app: Option<AppId>,
    ) -> BoxStream<'static, Outcome<Vec<(Sequence, Counter)>>> {
        let topology = self.nodes.topology();
        let begin = Walk { shared: self, topology, app, keys: Vec::new(), at: Some((0, FIRST.to_owned())) };
        Box::pin(try_unfold(begin, |mut walk| async move {
            let page = walk.next().await?;
            Ok(page.map(|page| (page, walk)))
        }))
    }

    async fn scan(&self, node: &nodes::Node, mut found: impl FnMut(Sequence)) -> Outcome<()> {
        let mut cursor = FIRST.to_owned();
        loop {
            cursor = self.scan_on(node, &cursor, &mut found).await?;
            if cursor == FIRST {
                return Ok(());
            }
        }
    }

    /// A step of a scan: where the next one begins, [`FIRST`] after the last one.
    async fn scan_on(&self, node: &nodes::Node, cursor: &str, found: impl FnMut(Sequence)) -> Outcome<String> {
        let mut cmd = redis::cmd("SCAN");
        cmd.arg(cursor).arg("MATCH").arg(self.keys.every_counter()).arg("COUNT").arg(STEP).arg("TYPE").arg("hash");
        let answer = node.link.call(&cmd).await.map_err(reply::fault("list counters"))?;
        let [next, keys] = reply::list(&answer) else { return Err(reply::strange("list counters")) };
        let sequences = reply::list(keys).iter().filter_map(|key| self.keys.sequence(reply::text(key)?));
        sequences.for_each(found);
        Ok(reply::text(next).unwrap_or(FIRST).to_owned())
    }
}

/// A walk over all counters.
struct Walk {
    shared: Arc<Shared>,
    /// The nodes, as they were when it began.
    topology: Arc<nodes::Topology>,
    /// The application, where it is only one.
    app: Option<AppId>,
    /// The keys that were found and are to be read, when all are there the last one first: pages are taken from the end.
    keys: Vec<(i64, u32)>,
    /// The node whose keys are looked through, and from where on; `None` once all were.
    at: Option<(usize, String)>,
}

impl Walk {
    /// The next page, an empty one while keys are looked for; `None` after the last one.
    async fn next(&mut self) -> Outcome<Option<Vec<(Sequence, Counter)>>> {
        if let Some((node, cursor)) = self.at.take() {
            self.look_on(node, cursor).await?;
            return Ok(Some(Vec::new()));
        }
        if self.keys.is_empty() {
            return Ok(None);
        }
        let page = self.keys.split_off(self.keys.len().saturating_sub(WALKED_AT_A_TIME));
        let sequences: Vec<Sequence> = page.into_iter().rev().map(out_of_order).collect();
        let counters = self.shared.read_counters(&sequences).await?;
        let held = sequences.into_iter().zip(counters);
        Ok(Some(held.filter_map(|(sequence, counter)| Some((sequence, counter?))).collect()))
    }

    /// Looks through some more keys. SCAN may give one twice.
    async fn look_on(&mut self, place: usize, mut cursor: String) -> Outcome<()> {
        let Some(node) = self.topology.nodes.get(place) else {
            self.keys.sort_unstable_by(|one, other| other.cmp(one));
            self.keys.dedup();
            return Ok(());
        };
        let app = self.app;
        let wanted = |sequence: &Sequence| app.is_none_or(|app| sequence.app() == app);
        for _ in 0..STEPS {
            let keys = &mut self.keys;
            let found = |sequence| keys.extend(Some(sequence).filter(wanted).map(in_order));
            cursor = self.shared.scan_on(node, &cursor, found).await?;
            if cursor == FIRST {
                self.at = Some((place + 1, cursor));
                return Ok(());
            }
        }
        self.at = Some((place, cursor));
        Ok(())
    }
}

/// By application, its own counter first, then by chat.
fn in_order(sequence: Sequence) -> (i64, u32) {
    (sequence.app().0, sequence.chat().unwrap_or(0))
}

fn out_of_order((app, chat): (i64, u32)) -> Sequence {
    if chat == 0 { Sequence::Chats(AppId(app)) } else { Sequence::Messages(AppId(app), chat) }
}

fn counter(answer: Result<Value, Failure>) -> Outcome<Option<Counter>> {
    let unsure = Counter { n: None, epoch: 0, check_ok: false, closed: false };
    let answer = match answer {
        // Made into something else by hand: the script will take it for absent.
        Err(failure) if failure.code() == "WRONGTYPE" => return Ok(Some(unsure)),
        answer => answer.map_err(reply::fault("read a counter"))?,
    };
    let [n, epoch, check, closed] = reply::list(&answer) else { return Err(reply::strange("read a counter")) };
    if [n, epoch, check, closed].iter().all(|field| **field == Value::Nil) {
        return Ok(None);
    }
    let number = |value: &Value| reply::int(value).and_then(|int| u32::try_from(int).ok());
    let n = number(n);
    let check_ok = n.is_some_and(|n| number(check) == Some(check_value(n)));
    Ok(Some(Counter { n, epoch: number(epoch).unwrap_or(0), check_ok, closed: reply::text(closed) == Some("1") }))
}
