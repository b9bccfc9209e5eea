//! What must hold between several settings. A rule is only asked where all of its settings could be read.

use std::path::PathBuf;

use super::auth::Admin;
use super::problem::Problem;
use super::queue::OnLoss;
use super::{Config, Origins, Role};

/// What a rule finds: the key whose origin is blamed first, what is wrong, and the advice.
type Finding = (&'static str, String, String);

struct Rule {
    /// The settings that it is about.
    keys: &'static [&'static str],
    find: fn(&Config) -> Option<Finding>,
}

/// What refuses the configuration.
const REFUSED: &[Rule] = &[
    Rule { keys: &["worker.claim_idle", "worker.batch_deadline"], find: claims_too_early },
    Rule { keys: &["shutdown.linger", "shutdown.deadline"], find: lingers_too_long },
    Rule { keys: &["http.body_limit", "limits.content_bytes"], find: body_below_content },
    Rule { keys: &["http.batch_body_limit", "http.body_limit"], find: batch_below_body },
    Rule { keys: &["queue.capacity", "limits.batch_messages"], find: capacity_below_batch },
    Rule { keys: &["store.url", "queue.url", "search.url", "data"], find: same_file },
    Rule { keys: &["role", "store.url", "queue.url", "search.url"], find: split_without_servers },
];

/// What is only warned of.
const DOUBTFUL: &[Rule] = &[
    Rule { keys: &["queue.on_loss"], find: reuses_numbers },
    Rule { keys: &["auth.admin", "auth.admin_key"], find: key_of_an_open_door },
];

/// What refuses the configuration; `failed` are the keys whose values could not be read.
pub(super) fn refused(config: &Config, origins: &Origins, i_know: bool, failed: &[&str]) -> Vec<Problem> {
    let mut problems = apply(REFUSED, config, origins, failed);
    let open = Rule { keys: &["auth.admin", "http.listen"], find: open_to_others };
    if !i_know {
        problems.extend(apply(&[open], config, origins, failed));
    }
    problems
}

/// What is only warned of.
pub(super) fn doubtful(config: &Config, origins: &Origins) -> Vec<Problem> {
    apply(DOUBTFUL, config, origins, &[])
}

fn apply(rules: &[Rule], config: &Config, origins: &Origins, failed: &[&str]) -> Vec<Problem> {
    let asked = rules.iter().filter(|rule| !rule.keys.iter().any(|key| failed.contains(key)));
    asked
        .filter_map(|rule| {
            let (blamed, what, advice) = (rule.find)(config)?;
            // The one that somebody wrote is where the mistake can be mended.
            let written = [blamed].into_iter().chain(rule.keys.iter().copied()).find(|key| origins.is_given(key));
            Some(Problem::new(origins.of(written.unwrap_or(blamed)), what, advice))
        })
        .collect()
}

fn claims_too_early(config: &Config) -> Option<Finding> {
    let worker = &config.worker;
    (worker.claim_idle <= worker.batch_deadline).then(|| {
        let what = format!(
            "worker.claim_idle ({:?}) is not longer than worker.batch_deadline ({:?}): living workers would be robbed",
            worker.claim_idle, worker.batch_deadline
        );
        ("worker.claim_idle", what, "make it at least twice as long".into())
    })
}

fn lingers_too_long(config: &Config) -> Option<Finding> {
    let shutdown = &config.shutdown;
    (shutdown.linger >= shutdown.deadline).then(|| {
        let what = format!(
            "shutdown.linger ({:?}) leaves nothing of shutdown.deadline ({:?})",
            shutdown.linger, shutdown.deadline
        );
        ("shutdown.linger", what, "make it shorter than the deadline".into())
    })
}

fn body_below_content(config: &Config) -> Option<Finding> {
    // The JSON round a content: names, a sender, a time.
    let least = config.limits.content_bytes + 1024;
    (config.http.body_limit < least).then(|| {
        let what =
            format!("http.body_limit has no room for a content of limits.content_bytes ({least} bytes are needed)");
        ("http.body_limit", what, "raise the one or lower the other".into())
    })
}

fn batch_below_body(config: &Config) -> Option<Finding> {
    (config.http.batch_body_limit < config.http.body_limit).then(|| {
        let what = "http.batch_body_limit is less than http.body_limit".to_owned();
        ("http.batch_body_limit", what, "make it at least as large".into())
    })
}

fn capacity_below_batch(config: &Config) -> Option<Finding> {
    let batch = config.limits.batch_messages;
    (usize::try_from(config.queue.capacity).is_ok_and(|capacity| capacity < batch)).then(|| {
        let what = format!("queue.capacity has no room for a batch of limits.batch_messages ({batch})");
        ("queue.capacity", what, "raise the one or lower the other".into())
    })
}

fn same_file(config: &Config) -> Option<Finding> {
    let data = &config.data;
    let files: [(&str, Option<PathBuf>); 3] = [
        ("store.url", config.store.url.file(data)),
        ("queue.url", config.queue.url.file(data)),
        ("search.url", config.search.url.file(data)),
    ];
    files.iter().enumerate().find_map(|(place, (key, file))| {
        let (other, _) = files.iter().take(place).find(|(_, earlier)| file.is_some() && earlier == file)?;
        Some((*key, format!("{key} and {other} are the same file"), "give each its own".into()))
    })
}

fn open_to_others(config: &Config) -> Option<Finding> {
    let reachable = !config.http.listen.ip().is_loopback();
    (config.auth.admin == Admin::Open && reachable).then(|| {
        let what = format!(
            "auth.admin is open and http.listen ({}) is reached by other machines: anybody there could read and delete \
             everything",
            config.http.listen
        );
        ("auth.admin", what, "set it to key, listen on 127.0.0.1, or say --i-know".into())
    })
}

fn reuses_numbers(config: &Config) -> Option<Finding> {
    (config.queue.on_loss == OnLoss::Reuse).then(|| {
        let what = "after a loss of the queue a number may be answered for two contents".to_owned();
        ("queue.on_loss", what, "keep gap unless dense numbers matter more".into())
    })
}

fn split_without_servers(config: &Config) -> Option<Finding> {
    let data = &config.data;
    let parts = [
        ("store.url", config.store.url.file(data)),
        ("queue.url", config.queue.url.file(data)),
        ("search.url", config.search.url.file(data)),
    ];
    let (embedded, _) = parts.into_iter().find(|(_, file)| config.role != Role::All && file.is_some())?;
    let what = format!("{embedded} is embedded, and belongs to one process: nobody could do the other role's work");
    Some(("role", what, "use --role all, or servers for all three".into()))
}

fn key_of_an_open_door(config: &Config) -> Option<Finding> {
    (config.auth.admin == Admin::Open && config.auth.admin_key.is_some()).then(|| {
        let what = "an admin key is given, and nobody is asked for it".to_owned();
        ("auth.admin", what, "set auth.admin to key, or remove the key".into())
    })
}
