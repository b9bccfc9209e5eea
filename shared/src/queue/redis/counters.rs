//! Counters as operators see them. Keys have no order of their own: whoever must see all of them has SCAN find them first.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::stream::{BoxStream, try_unfold};
use redis::Value;

use super::{Shared, evalsha, nodes, reply};
use crate::domain::{AppId, Partition, Sequence};
use crate::fault::Outcome;
use crate::queue::{Counter, check_value};

/// Keys that one step of a scan looks at.
const STEP: usize = 1_000;

/// Where a scan begins, and what it ends with.
const FIRST: &str = "0";

/// Steps of a scan for one page of a walk.
const STEPS: usize = 20;

/// Counters that a walk reads at a time: its memory is theirs, and 16 bytes for each that is still to come.
const WALKED_AT_A_TIME: usize = 10_000;

impl Shared {
    /// Counters, in the order asked for: those of a partition by one call.
    pub(super) async fn read_counters(&self, sequences: &[Sequence]) -> Outcome<Vec<Option<Counter>>> {
        let mut of_partition: BTreeMap<Partition, Vec<usize>> = BTreeMap::new();
        for (place, sequence) in sequences.iter().enumerate() {
            of_partition.entry(sequence.partition()).or_default().push(place);
        }
        let script = &self.scripts.counters;
        let ask = |(partition, places): (&Partition, &Vec<usize>)| {
            let keys: Vec<String> = places.iter().map(|place| self.keys.counter(sequences[*place])).collect();
            (*partition, evalsha(script, &keys))
        };
        let calls: Vec<_> = of_partition.iter().map(ask).collect();
        let answers = self.nodes.run_each(script, &calls).await;
        let mut counters = vec![None; sequences.len()];
        for (places, answer) in of_partition.into_values().zip(answers) {
            let answer = answer.map_err(reply::fault("read counters"))?;
            let (held, rest) = reply::list(&answer).as_chunks();
            if held.len() != places.len() || !rest.is_empty() {
                return Err(reply::strange("read counters"));
            }
            for (place, held) in places.into_iter().zip(held) {
                counters[place] = counter(held);
            }
        }
        Ok(counters)
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

    /// A step of a scan: where the next one begins, [`FIRST`] after the last one.
    async fn scan_on(&self, node: &nodes::Node, cursor: &str, found: impl FnMut(Sequence)) -> Outcome<String> {
        let mut cmd = redis::cmd("SCAN");
        cmd.arg(cursor).arg("MATCH").arg(self.keys.every_counter()).arg("COUNT").arg(STEP);
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

/// A counter by its fields; `None` where it has none of them.
fn counter(fields: &[Value; 4]) -> Option<Counter> {
    if fields.iter().all(|field| *field == Value::Nil) {
        return None;
    }
    let [n, epoch, check, closed] =
        fields.each_ref().map(|field| reply::int(field).and_then(|int| u32::try_from(int).ok()));
    let check_ok = n.is_some_and(|n| check == Some(check_value(n)));
    Some(Counter { n, epoch: epoch.unwrap_or(0), check_ok, closed: closed == Some(1) })
}
