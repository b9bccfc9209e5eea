//! What is to be thought of an installation's status. Pure.

use std::fmt::Write as _;
use std::time::Duration;

use chat_shared::api::types::admin::{CounterSums, QueueStatus, StationState, StationStatus, Status};

use super::Thresholds;
use crate::output::exit::Verdict;

/// A check that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// What was checked.
    pub name: &'static str,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub words: String,
    /// What it rests on.
    pub figures: Vec<Figure>,
}

/// A figure for graphs.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// `snake_case`, unique among all checks.
    pub name: String,
    /// Its value.
    pub value: f64,
    /// `s` for seconds, `B` for bytes, nothing for a count.
    pub unit: &'static str,
    /// From when on it is doubtful.
    pub warn: Option<f64>,
    /// From when on it is bad.
    pub crit: Option<f64>,
}

impl Check {
    /// A check without figures.
    pub fn of(name: &'static str, verdict: Verdict, words: impl Into<String>) -> Self {
        Self { name, verdict, words: words.into(), figures: Vec::new() }
    }
}

impl Figure {
    /// A count without thresholds.
    pub fn count(name: impl Into<String>, value: u64) -> Self {
        Self { name: name.into(), value: number(value), unit: "", warn: None, crit: None }
    }

    fn verdict(&self) -> Verdict {
        let reached = |bound: Option<f64>| bound.is_some_and(|bound| self.value >= bound);
        if reached(self.crit) {
            Verdict::Critical
        } else if reached(self.warn) {
            Verdict::Warning
        } else {
            Verdict::Ok
        }
    }
}

fn number(value: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "figures of graphs")]
    let number = value as f64;
    number
}

fn seconds(ms: u64) -> f64 {
    number(ms) / 1000.0
}

/// The worst of the figures' verdicts and of what was found beside them.
fn worst(figures: &[Figure], beside: Verdict) -> Verdict {
    figures.iter().map(Figure::verdict).fold(beside, Verdict::max)
}

/// All checks that the status is enough for.
pub fn of_status(status: &Status, took: Duration, bounds: &Thresholds) -> Vec<Check> {
    vec![
        api(status, took, bounds),
        redis(status),
        mysql(status),
        search(status),
        queue(status, bounds),
        dlq(status, bounds),
        index(status, bounds),
    ]
}

fn fault<'a>(status: &'a Status, part: &str) -> Option<&'a str> {
    status.faults.iter().find(|fault| fault.part == part).map(|fault| fault.reason.as_str())
}

fn api(status: &Status, took: Duration, bounds: &Thresholds) -> Check {
    if status.uptime_ms.is_none() {
        return signs_of_life(status);
    }
    let figure = Figure {
        value: took.as_secs_f64(),
        unit: "s",
        warn: bounds.api_warn.map(|took| took.as_secs_f64()),
        crit: bounds.api_crit.map(|took| took.as_secs_f64()),
        ..Figure::count("api_answer", 0)
    };
    let words = format!("chatd {} answers in {} ms", status.version, took.as_millis());
    Check { verdict: figure.verdict(), figures: vec![figure], ..Check::of("api", Verdict::Ok, words) }
}

/// Whether any chatd lives, where none was asked: each gives the store a sign of life every few seconds.
fn signs_of_life(status: &Status) -> Check {
    let alive = status.workers.iter().filter(|worker| worker.alive).count() as u64;
    let (verdict, found) = match (fault(status, "store"), alive) {
        (Some(_), _) => (Verdict::Unknown, "the store does not tell who lives".to_owned()),
        (None, 0) => (Verdict::Critical, "no chatd has given a sign of life lately".to_owned()),
        (None, alive) => (Verdict::Ok, format!("{alive} chatd give signs of life")),
    };
    let figures = vec![Figure::count("processes_alive", alive)];
    Check { figures, ..Check::of("api", verdict, format!("not asked: {found}")) }
}

/// Whatever keeps the log and the counters. What a crash of it may cost was chosen by whoever set it up: it is said, and
/// is no alarm.
fn redis(status: &Status) -> Check {
    if let Some(reason) = fault(status, "queue") {
        return Check::of("redis", Verdict::Critical, reason);
    }
    let Some(log) = &status.log else { return Check::of("redis", Verdict::Unknown, "nothing is known of it") };
    let mut words = format!("{} entries on the log", log.entries);
    if status.queue_durable == Some(false) {
        words.push_str(", not durable: a crash may lose what was accepted last");
    }
    let mut figures = vec![
        Figure::count("log_entries", log.entries),
        Figure { unit: "B", ..Figure::count("log_size", log.size_bytes) },
    ];
    figures.extend(status.epoch.map(|epoch| Figure::count("queue_epoch", epoch.into())));
    Check { figures, ..Check::of("redis", Verdict::Ok, words) }
}

fn mysql(status: &Status) -> Check {
    match (fault(status, "store"), &status.totals) {
        (Some(reason), _) => Check::of("mysql", Verdict::Critical, reason),
        (None, None) => Check::of("mysql", Verdict::Unknown, "nothing is known of it"),
        (None, Some(totals)) => {
            let words =
                format!("{} applications, {} chats, {} messages", totals.applications, totals.chats, totals.messages);
            let figures = vec![
                Figure::count("applications", totals.applications),
                Figure::count("chats", totals.chats),
                Figure::count("messages", totals.messages),
            ];
            Check { figures, ..Check::of("mysql", Verdict::Ok, words) }
        }
    }
}

fn queue(status: &Status, bounds: &Thresholds) -> Check {
    if let Some(reason) = fault(status, "queue") {
        return Check::of("queue", Verdict::Critical, reason);
    }
    let Some(log) = &status.log else { return Check::of("queue", Verdict::Unknown, "nothing is known of it") };
    let fill = Figure {
        value: log.fill,
        warn: Some(bounds.fill_warn),
        crit: Some(bounds.fill_crit),
        ..Figure::count("log_fill", 0)
    };
    let mut figures = vec![fill];
    let mut words = Vec::new();
    for queue in &status.queues {
        figures.extend(of_queue(queue, bounds));
        words.push(format!("{} lag {} pending {}", queue.queue.name(), queue.lag, queue.pending));
    }
    let waiting = status.queues.iter().any(|queue| queue.depth > 0);
    let alive = status.workers.iter().filter(|worker| worker.alive && worker.role != "api").count();
    let beside = match (alive, waiting) {
        (0, true) => Verdict::Critical,
        (0, false) => Verdict::Warning,
        _ => Verdict::Ok,
    };
    let stopped = status.stations.iter().filter(|station| station.state != StationState::Running);
    let stopped: Vec<String> = stopped.map(paused).collect();
    let beside = if stopped.is_empty() { beside } else { beside.max(Verdict::Warning) };
    words.extend(stopped);
    words.push(format!("{alive} workers"));
    figures.push(Figure::count("workers", alive as u64));
    let verdict = worst(&figures, beside);
    Check { figures, ..Check::of("queue", verdict, words.join(", ")) }
}

/// That a station is stopped, and by whom.
fn paused(station: &StationStatus) -> String {
    format!("{} {} by {}", station.station.name(), station.state.name(), station.who.as_deref().unwrap_or("somebody"))
}

fn of_queue(queue: &QueueStatus, bounds: &Thresholds) -> [Figure; 3] {
    let name = queue.queue.name();
    [
        Figure {
            warn: bounds.lag_warn.map(number),
            crit: bounds.lag_crit.map(number),
            ..Figure::count(format!("{name}_lag"), queue.lag)
        },
        Figure::count(format!("{name}_pending"), queue.pending),
        Figure {
            value: seconds(queue.oldest_age_ms.unwrap_or(0)),
            unit: "s",
            warn: bounds.age_warn.map(|age| age.as_secs_f64()),
            crit: bounds.age_crit.map(|age| age.as_secs_f64()),
            ..Figure::count(format!("{name}_oldest_age"), 0)
        },
    ]
}

fn search(status: &Status) -> Check {
    match (fault(status, "search"), &status.search) {
        (Some(reason), _) => Check::of("search", Verdict::Critical, reason),
        (None, None) => Check::of("search", Verdict::Ok, "no search engine is configured"),
        (None, Some(search)) => {
            let words = format!("{}, generation {}, {} documents", search.engine, search.generation, search.documents);
            let figures = vec![
                Figure::count("search_documents", search.documents),
                Figure { unit: "B", ..Figure::count("search_size", search.size_bytes) },
            ];
            Check { figures, ..Check::of("search", Verdict::Ok, words) }
        }
    }
}

fn index(status: &Status, bounds: &Thresholds) -> Check {
    let Some(search) = &status.search else {
        return match fault(status, "search") {
            Some(_) => Check::of("index", Verdict::Unknown, "nothing is known of the index"),
            None => Check::of("index", Verdict::Ok, "no search engine is configured"),
        };
    };
    let lag = status.queues.iter().find(|queue| queue.queue.name() == "index");
    let mut figures = vec![Figure::count("index_backlog", search.backlog.messages)];
    figures.extend(lag.map(|queue| Figure {
        warn: bounds.lag_warn.map(number),
        crit: bounds.lag_crit.map(number),
        ..Figure::count("index_behind", queue.depth)
    }));
    let (beside, mut words) = match (search.needs_filling, search.backlog.ranges) {
        (true, _) => (Verdict::Critical, "the index was never filled: chatctl index reindex".to_owned()),
        (false, 0) => (Verdict::Ok, "it has seen everything".to_owned()),
        (false, ranges) => (Verdict::Warning, format!("{ranges} ranges were left out and are being caught up with")),
    };
    if let Some(id) = search.operation_id {
        // Writing to a String cannot fail.
        let _ = write!(words, ", job {id} is reindexing");
    }
    let verdict = worst(&figures, beside);
    Check { figures, ..Check::of("index", verdict, words) }
}

fn dlq(status: &Status, bounds: &Thresholds) -> Check {
    let Some(count) = status.dead_letters else {
        return Check::of("dlq", Verdict::Unknown, "nothing is known of dead letters");
    };
    let figure = Figure {
        warn: Some(number(bounds.dlq_warn)),
        crit: bounds.dlq_crit.map(number),
        ..Figure::count("dead_letters", count)
    };
    let verdict = figure.verdict();
    Check { figures: vec![figure], ..Check::of("dlq", verdict, format!("{count} dead letters")) }
}

/// What a comparison of all counters came to, and the first one that is critical.
pub fn counters(first: Option<&str>, sums: CounterSums) -> Check {
    let doubtful = sums.drift.saturating_sub(sums.critical);
    let verdict = match (sums.critical, doubtful) {
        (1.., _) => Verdict::Critical,
        (0, 1..) => Verdict::Warning,
        (0, 0) => Verdict::Ok,
    };
    let named = first.map_or_else(String::new, |key| format!(", the first {key}"));
    let words = format!("{} counters, {} critical{named}, {doubtful} doubtful", sums.looked, sums.critical);
    let figures = vec![
        Figure::count("counters", sums.looked),
        Figure::count("counters_critical", sums.critical),
        Figure::count("counters_doubtful", doubtful),
    ];
    Check { figures, ..Check::of("counters", verdict, words) }
}

#[cfg(test)]
mod tests {
    use chat_shared::api::types::admin::{Log, PartFault, SearchBacklog, SearchStatus, StoreTotals};
    use chat_shared::clock::Timestamp;
    use chat_shared::queue::Group;
    use chat_shared::store::Station;
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        thresholds: Thresholds,
    }

    fn bounds(line: &str) -> Thresholds {
        Line::parse_from(["check"].into_iter().chain(line.split_whitespace())).thresholds
    }

    fn healthy() -> Status {
        let queue = |queue| QueueStatus {
            queue,
            state: StationState::Running,
            depth: 0,
            lag: 0,
            pending: 0,
            oldest_at: None,
            oldest_age_ms: None,
            last_delivered: None,
            partitions: Vec::new(),
        };
        Status {
            at: Timestamp::from_millis(0),
            version: "0.1.0".to_owned(),
            entry_version: 1,
            uptime_ms: Some(1_000),
            installation: None,
            queue_server: None,
            queue_durable: None,
            epoch: None,
            totals: Some(StoreTotals { applications: 1, chats: 2, messages: 3 }),
            log: Some(Log { entries: 0, size_bytes: 0, fill: 0.0 }),
            queues: vec![queue(Group::Persist), queue(Group::Index)],
            dead_letters: Some(0),
            search: Some(SearchStatus {
                engine: "sqlite".to_owned(),
                generation: 1,
                building: None,
                previous: None,
                documents: 3,
                size_bytes: 10,
                needs_filling: false,
                backlog: SearchBacklog::default(),
                operation_id: None,
            }),
            stations: Vec::new(),
            workers: Vec::new(),
            operations: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn verdicts(status: &Status, line: &str) -> Vec<(&'static str, Verdict)> {
        let checks = of_status(status, Duration::from_millis(1), &bounds(line));
        checks.iter().filter(|check| check.verdict != Verdict::Ok).map(|check| (check.name, check.verdict)).collect()
    }

    #[test]
    fn without_workers_the_queue_is_doubtful_and_with_entries_waiting_critical() {
        assert_eq!(verdicts(&healthy(), ""), [("queue", Verdict::Warning)]);
        let mut status = healthy();
        status.queues[0].depth = 1;
        assert_eq!(verdicts(&status, ""), [("queue", Verdict::Critical)]);
    }

    #[test]
    fn where_no_chatd_was_asked_its_signs_of_life_tell_whether_any_lives() {
        let mut status = healthy();
        status.uptime_ms = None;
        assert_eq!(verdicts(&status, ""), [("api", Verdict::Critical), ("queue", Verdict::Warning)]);
        status.faults.push(PartFault { part: "store".to_owned(), reason: "the store could not be asked".to_owned() });
        assert!(verdicts(&status, "").contains(&("api", Verdict::Unknown)));
    }

    #[test]
    fn what_an_operator_has_stopped_is_doubtful_and_named_with_who_stopped_it() {
        let mut status = healthy();
        status.queues[0].depth = 1;
        assert_eq!(verdicts(&status, ""), [("queue", Verdict::Critical)]);
        status.queues[0].depth = 0;
        let (station, who) = (Station::Accept, Some("ann".to_owned()));
        status.stations = vec![StationStatus { station, state: StationState::Drained, since: None, who }];
        let checks = of_status(&status, Duration::from_millis(1), &bounds(""));
        let queue = checks.iter().find(|check| check.name == "queue").expect("checked");
        assert_eq!(queue.verdict, Verdict::Warning);
        assert!(queue.words.contains("accept drained by ann"), "{}", queue.words);
    }

    #[test]
    fn a_part_that_does_not_answer_is_critical_with_its_reason() {
        let mut status = healthy();
        status.faults.push(PartFault { part: "search".to_owned(), reason: "the search could not be asked".to_owned() });
        status.search = None;
        let found = verdicts(&status, "");
        assert!(
            found.contains(&("search", Verdict::Critical)) && found.contains(&("index", Verdict::Unknown)),
            "{found:?}"
        );
    }

    #[test]
    fn thresholds_are_the_operators() {
        let mut status = healthy();
        status.queues[1].lag = 500;
        status.dead_letters = Some(3);
        assert!(!verdicts(&status, "").contains(&("queue", Verdict::Critical)));
        assert!(verdicts(&status, "--lag-crit 500").contains(&("queue", Verdict::Critical)));
        assert!(verdicts(&status, "").contains(&("dlq", Verdict::Warning)));
        assert!(verdicts(&status, "--dlq-crit 3").contains(&("dlq", Verdict::Critical)));
    }

    #[test]
    fn a_queue_that_does_not_answer_is_critical_by_its_server_and_by_what_waits_on_it() {
        let mut status = healthy();
        status.faults.push(PartFault { part: "queue".to_owned(), reason: "the queue could not be asked".to_owned() });
        (status.log, status.queues) = (None, Vec::new());
        assert_eq!(verdicts(&status, ""), [("redis", Verdict::Critical), ("queue", Verdict::Critical)]);
        let mut status = healthy();
        status.queue_durable = Some(false);
        let checks = of_status(&status, Duration::from_millis(1), &bounds(""));
        let redis = checks.iter().find(|check| check.name == "redis").expect("checked");
        assert!(redis.verdict == Verdict::Ok && redis.words.contains("not durable"), "{}", redis.words);
    }

    #[test]
    fn counters_that_could_give_a_number_twice_are_worse_than_those_in_doubt() {
        let sums = |drift, critical| CounterSums { looked: 9, drift, critical, ..CounterSums::default() };
        assert_eq!(counters(None, sums(0, 0)).verdict, Verdict::Ok);
        assert_eq!(counters(None, sums(2, 0)).verdict, Verdict::Warning);
        let worst = counters(Some("1:2"), sums(3, 1));
        assert_eq!(
            (worst.verdict, worst.words.as_str()),
            (Verdict::Critical, "9 counters, 1 critical, the first 1:2, 2 doubtful")
        );
    }

    #[test]
    fn an_index_that_was_never_filled_is_critical() {
        let mut status = healthy();
        if let Some(search) = &mut status.search {
            search.needs_filling = true;
        }
        assert!(verdicts(&status, "").contains(&("index", Verdict::Critical)));
    }
}
