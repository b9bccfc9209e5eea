//! What is to be thought of what was gathered: the verdicts of `check`, each with what to do about it, and what only a
//! longer look tells. Pure.

use chat_shared::api::types::admin::{Operation, PendingEntry, StationState, StationStatus, Status, Worker};
use chat_shared::queue::Group;
use chat_shared::store::OperationState;

use super::gather::{Gathered, Local};
use super::{Finding, Severity};
use crate::commands::check::Thresholds;
use crate::commands::check::judge::{self, Check};
use crate::output::exit::Verdict;
use crate::output::failure::Kind;
use crate::output::human::duration;

/// Delivered so often, an entry is one that workers cannot get done with.
const DELIVERIES: u32 = 3;

/// What a worker holds for so long is stuck: workers take over from each other in half that time.
const STUCK_MS: u64 = 60_000;

/// `persist` is behind when its oldest entry is so old, `index` when it is twelve times as old: what reliability asks for.
const BEHIND_MS: u64 = 30_000;

/// A disk with less than this free is nearly full: a log of a GiB, and as much for the files that it is written into. Of
/// small disks, a twentieth.
const LEAST_FREE_BYTES: u64 = 2 << 30;
const LEAST_FREE_SHARE: u64 = 20;

/// All findings, the worst first.
pub fn of(gathered: &Gathered) -> Vec<Finding> {
    let mut findings = Vec::new();
    match (&gathered.status, &gathered.unanswered) {
        (Some(status), _) => of_status(status, gathered, &mut findings),
        (None, Some(failure)) => {
            let mend = match failure.kind {
                Kind::Timeout => "# look whether chatd hangs: its log, its processor time; `--direct` asks past it",
                _ => "# start chatd; its log says why it ended",
            };
            findings.push(finding(Severity::Critical, "api", failure.to_string(), Some(mend)));
        }
        (None, None) => {}
    }
    let refused = gathered.refused.iter();
    findings.extend(refused.map(|(what, why)| finding(Severity::Warning, "api", format!("{what}: {why}"), None)));
    local(&gathered.local, gathered.status.as_ref(), &mut findings);
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    findings
}

fn finding(severity: Severity, area: &'static str, found: impl Into<String>, mend: Option<&str>) -> Finding {
    Finding { severity, area, found: found.into(), mend: mend.map(str::to_owned) }
}

fn of_status(status: &Status, gathered: &Gathered, findings: &mut Vec<Finding>) {
    let mut checks = judge::of_status(status, gathered.took(), &Thresholds::default());
    checks.extend(gathered.counters.as_ref().map(|(first, sums)| judge::counters(first.as_deref(), *sums)));
    findings.extend(checks.iter().map(|check| checked(check, status, gathered)));
    behind(status, findings);
    workers(&status.workers, findings);
    queue_server(status, findings);
    for (queue, held) in &gathered.pending {
        findings.extend(stuck(*queue, held));
    }
    search(status, findings);
    findings.extend(gathered.operations.iter().filter(|job| job.state == OperationState::Failed).take(3).map(failed));
}

/// A check with what to do about it.
fn checked(check: &Check, status: &Status, gathered: &Gathered) -> Finding {
    let severity = match check.verdict {
        Verdict::Ok => Severity::Ok,
        Verdict::Warning | Verdict::Unknown => Severity::Warning,
        Verdict::Critical => Severity::Critical,
    };
    let mend = (severity > Severity::Note).then(|| mend(check.name, status, gathered)).flatten();
    Finding { severity, area: check.name, found: check.words.clone(), mend }
}

/// What to do where a check is not well.
fn mend(check: &str, status: &Status, gathered: &Gathered) -> Option<String> {
    let line = match check {
        // Asked past chatd, or it would not have answered.
        "api" => "# start chatd; its log says why it ended",
        "redis" => {
            "# bring Redis back (embedded: free the disk of queue.db); chatd goes on by itself, and `chatctl check \
                    redis` tells"
        }
        "mysql" => {
            "# bring the database back (embedded: free the disk of chat.db); chatd goes on by itself, and \
                    `chatctl check mysql` tells"
        }
        "search" => {
            "# bring the search engine back; accepting and persisting go on, and the index catches up by itself"
        }
        "queue" if !status.workers.iter().any(|worker| worker.alive && worker.role != "api") => {
            "# start a chatd that works: role `all` or `worker`"
        }
        "queue" if status.stations.iter().any(is_stopped) => {
            let stopped = status.stations.iter().filter(|station| is_stopped(station));
            let lines: Vec<_> =
                stopped.map(|station| format!("chatctl queue resume {}", station.station.name())).collect();
            return Some(lines.join("; "));
        }
        "queue" => "chatctl queue pending persist",
        "dlq" => "chatctl dlq errors",
        "counters" => return counters(gathered),
        "index" if status.search.as_ref().is_some_and(|search| search.needs_filling) => match &status.search {
            Some(search) if search.operation_id.is_some() => {
                return search.operation_id.map(|id| format!("chatctl job watch {id}"));
            }
            _ => "chatctl index reindex",
        },
        "index" => "chatctl queue wait index --empty",
        _ => return None,
    };
    Some(line.to_owned())
}

/// Whether operators have stopped it.
fn is_stopped(station: &StationStatus) -> bool {
    station.state != StationState::Running
}

/// What is critical or stale is mended at once; what is ahead was answered and lost, and is only looked at.
fn counters(gathered: &Gathered) -> Option<String> {
    let (_, sums) = gathered.counters.as_ref()?;
    let line = if sums.critical > 0 || sums.stale > 0 {
        "chatctl counter reconcile"
    } else {
        "chatctl counter diff --only drift"
    };
    Some(line.to_owned())
}

fn behind(status: &Status, findings: &mut Vec<Finding>) {
    for queue in status.queues.iter().filter(|queue| queue.state == StationState::Running) {
        let old = queue.oldest_age_ms.unwrap_or(0);
        let most = if queue.queue == Group::Persist { BEHIND_MS } else { BEHIND_MS * 12 };
        if old < most {
            continue;
        }
        let name = queue.queue.name();
        let found = format!(
            "the oldest of {} entries that {name} has not done waits for {}",
            queue.depth,
            duration(i64::try_from(old).unwrap_or(i64::MAX))
        );
        findings.push(finding(Severity::Warning, "queue", found, Some(&format!("chatctl queue pending {name}"))));
    }
}

fn workers(workers: &[Worker], findings: &mut Vec<Finding>) {
    let alive = || workers.iter().filter(|worker| worker.alive);
    let newest = alive().map(|worker| worker.entry_version).max();
    for old in alive().filter(|worker| Some(worker.entry_version) < newest) {
        let found =
            format!("{} reads entries up to version {} only, and others write newer ones", old.id, old.entry_version);
        let mend =
            format!("# replace {} by version {}", old.id, alive().map(|one| one.version.as_str()).max().unwrap_or(""));
        findings.push(finding(Severity::Warning, "workers", found, Some(&mend)));
    }
    let mut versions: Vec<&str> = alive().map(|worker| worker.version.as_str()).collect();
    versions.sort_unstable();
    versions.dedup();
    if versions.len() > 1 {
        let found = format!("processes of several versions run beside each other: {}", versions.join(", "));
        findings.push(finding(Severity::Note, "workers", found, Some("# finish the upgrade, or take it back")));
    }
    let generations: std::collections::BTreeSet<i64> = alive().map(|worker| worker.search_generation).collect();
    if generations.len() > 1 {
        let found = format!("processes write to different generations of the index: {generations:?}");
        findings.push(finding(Severity::Note, "workers", found, Some("chatctl worker ls -o wide")));
    }
}

/// What the server of the queue may lose was chosen, and is to be known.
fn queue_server(status: &Status, findings: &mut Vec<Finding>) {
    if status.queue_durable == Some(false) {
        let found = "a crash of the queue's server may lose what was accepted in its last second";
        let mend = "# set appendonly yes and appendfsync always, or live with published gaps";
        findings.push(finding(Severity::Note, "redis", found, Some(mend)));
    }
    if let Some(epoch @ 2..) = status.epoch {
        let found =
            format!("the queue has been lost or replaced before: epoch {epoch}; numbers may have published gaps");
        findings.push(finding(Severity::Note, "redis", found, None));
    }
}

/// Entries that workers do not get done with.
fn stuck(queue: Group, held: &[PendingEntry]) -> Vec<Finding> {
    let name = queue.name();
    let mut findings = Vec::new();
    let idle: Vec<&PendingEntry> = held.iter().filter(|entry| entry.idle_ms >= STUCK_MS).collect();
    if let Some(first) = idle.first() {
        let found = format!(
            "{} holds {} entries of {name} without a sign of life, the first {}",
            first.consumer,
            idle.len(),
            first.id
        );
        let mend = format!("chatctl queue claim {name} --idle 1m");
        findings.push(finding(Severity::Warning, "queue", found, Some(&mend)));
    }
    if let Some(again) = held.iter().filter(|entry| entry.deliveries >= DELIVERIES).max_by_key(|entry| entry.deliveries)
    {
        let found = format!("entry {} was delivered {} times and never done", again.id, again.deliveries);
        let mend = format!("chatctl queue peek {name} {}", again.id);
        findings.push(finding(Severity::Warning, "queue", found, Some(&mend)));
    }
    findings
}

fn search(status: &Status, findings: &mut Vec<Finding>) {
    let Some(search) = &status.search else { return };
    if let (Some(generation), None) = (search.building, search.operation_id) {
        let found = format!("generation {generation} of the index was built and does not answer");
        findings.push(finding(Severity::Note, "index", found, Some("chatctl index swap")));
    }
    if let Some(generation) = search.previous {
        let found = format!("generation {generation} of the index is kept for a rollback, and written to");
        findings.push(finding(Severity::Note, "index", found, Some("chatctl index prune")));
    }
}

fn failed(job: &Operation) -> Finding {
    let why = job.error.as_deref().unwrap_or("it does not say why");
    let found = format!("job {} ({}) failed: {why}", job.id, job.kind);
    finding(Severity::Note, "jobs", found, Some(&format!("chatctl job get {}", job.id)))
}

fn local(local: &Local, status: Option<&Status>, findings: &mut Vec<Finding>) {
    if let Some((path, Some(mode))) = &local.key_file {
        let found = format!("{path} holds the admin key and has mode {mode:04o}: others may read it");
        findings.push(finding(Severity::Warning, "local", found, Some(&format!("# chmod 600 {path}"))));
    }
    if let Some((free, all)) = local.disk
        && free < (all / LEAST_FREE_SHARE).min(LEAST_FREE_BYTES)
    {
        let found =
            format!("the disk of the data folder is nearly full: {} MiB of {} MiB are free", free >> 20, all >> 20);
        let mend = "# make room: at zero nothing is accepted, and chatd goes on by itself once there is some";
        findings.push(finding(
            if free == 0 { Severity::Critical } else { Severity::Warning },
            "local",
            found,
            Some(mend),
        ));
    }
    if let Some(status) = status.filter(|status| status.version != local.chatctl) {
        let found = format!("chatctl {} talks to chatd {}", local.chatctl, status.version);
        findings.push(finding(Severity::Note, "local", found, Some("# use the chatctl of chatd's version")));
    }
}
