//! What chatctl does without chatd: the same looks, the changes that are safe, and what is left to chatd, leaf by leaf of
//! the command tree, on a data folder and on servers.

pub mod both_ways;
mod changes;
mod reaching;

/// How a leaf of the command tree is gone about without chatd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It looks, and shows the same both ways: what stands after its words, each a line of its own.
    Looks(&'static [&'static str]),
    /// It changes something in what the parts hold: `changes` does it.
    Changes,
    /// chatd alone does it; a line that it refuses.
    Accepts(&'static str),
    /// chatd's workers do it; a line that it refuses where none is alive.
    Works(&'static str),
    /// It asks nobody, or a file of its own says how it asks.
    Elsewhere,
}

/// How each leaf is gone about: a new one must be given its place here.
pub fn way(leaf: &str) -> Way {
    use Way::{Accepts, Changes, Elsewhere, Looks, Works};
    match leaf {
        "app ls" | "job ls" => Looks(&["", "--limit 1"]),
        "app get" => Looks(&["APP", "OLD", "nobody"]),
        "app stats" | "export" => Looks(&["APP"]),
        "chat ls" => Looks(&["APP", "APP --limit 1"]),
        "chat get" | "chat stats" => Looks(&["APP 1", "APP 99"]),
        "msg ls" => Looks(&["APP 1", "APP 1 --limit 2", "APP 1 --last 2", "APP 9"]),
        "msg get" => Looks(&["APP 1 1", "APP 1 2", "APP 1 99", "APP 9 1"]),
        "msg search" => Looks(&["APP 1 o", "APP 1 t --limit 1", "APP one"]),
        "msg tail" => Looks(&["APP 1"]),
        "queue ls" => Looks(&["", "-o wide"]),
        "queue get" => Looks(&["persist", "index"]),
        "queue tail" => Looks(&["persist", "index --last 2"]),
        "queue peek" => Looks(&["persist ENTRY", "index 1-1"]),
        "queue pending" => Looks(&["persist", "index --idle 1m"]),
        "queue wait" => Looks(&["persist --lag-below 1000"]),
        "worker ls" | "counter ls" | "counter plan" | "index status" | "dlq errors" => Looks(&[""]),
        "worker get" => Looks(&["WORKER", "nobody"]),
        "dlq ls" => Looks(&["", "--query reason~nothing", "--resolved"]),
        "dlq get" => Looks(&["LETTER", "9999"]),
        "counter get" | "counter explain" => Looks(&["COUNTER", "9999"]),
        "counter diff" => Looks(&["", "--app APP", "--only drift --exit-code"]),
        "job get" | "job watch" | "job wait" => Looks(&["JOB", "9999"]),
        "backup" => Looks(&["APP --out FILE"]),
        "dlq export" => Looks(&["--out FILE"]),
        // Who was asked is another matter for `api` and `all`.
        "check" => Looks(&["redis", "mysql", "queue", "search", "dlq", "counters", "index"]),
        "trace msg" => Looks(&["APP 1 1", "APP 1 2", "APP 1 3", "APP 1 99", "APP 9 1"]),
        "app create" | "app rotate-token" | "queue pause" | "queue resume" | "dlq retry" | "dlq drop" | "dlq edit"
        | "dlq import" | "counter apply" | "counter reconcile" | "index swap" | "index rollback" | "index prune"
        | "job pause" | "job resume" | "job throttle" | "job cancel" => Changes,
        "app rename" => Accepts("APP name"),
        "app delete" => Accepts("APP --confirm=accepting"),
        "chat create" => Accepts("APP"),
        "chat rename" => Accepts("APP 1 title"),
        "msg post" => Accepts("APP 1 text"),
        "msg edit" => Accepts("APP 1 1 text"),
        "msg delete" => Accepts("APP 1 1 --yes"),
        "import" | "restore" => Accepts("/nonexistent"),
        "bench post" | "bench search" | "bench mixed" => Accepts(""),
        "verify" | "index reindex" | "index verify" => Works(""),
        "queue claim" => Works("index --idle 1m"),
        // `doctor` and `top` say who was asked, and how it is by now: `doctors.rs` asks them past a chatd that is down.
        "doctor" | "top" | "tui" | "config path" | "config show" | "context add" | "context ls" | "context rm"
        | "context show" | "context test" | "context use" | "errors ls" | "errors explain" | "schema ls"
        | "schema show" | "completion" | "man" | "version" => Elsewhere,
        unknown => panic!("say here how `chatctl {unknown}` is gone about without chatd"),
    }
}

/// Every leaf with how it is gone about.
fn leaves() -> Vec<(String, Way)> {
    let names = crate::leaves::all_leaves().into_iter().map(|words| words.join(" "));
    names.map(|name| (name.clone(), way(&name))).collect()
}

/// A chatd that finds a new index fills it by a job of its own, beside which no other of that kind is begun.
fn until_no_job_is_left(server: &crate::server::Server) {
    let ended = |state: &serde_json::Value| state != "queued" && state != "running";
    crate::support::until("chatd has filled its index", || {
        server.items(&["job", "ls"]).iter().all(|job| ended(&job["state"])).then_some(())
    });
}

/// The words of a line.
fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}
