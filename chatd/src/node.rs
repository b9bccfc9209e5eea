//! This process among all of the installation: its name, and whether it may be there beside others.

use std::sync::Arc;

use chat_shared::clock::Clock;
use chat_shared::config::{Config, Role};
use chat_shared::domain::digest;
use chat_shared::queue::ENTRY_VERSION;
use chat_shared::store::{Node, Store};

/// A node that gave no sign of life for so long is gone: six times the janitor's interval.
const GONE_MS: u64 = 30_000;

/// An installation that one process must have to itself has another.
#[derive(Debug, thiserror::Error)]
#[error(
    "{setting} is embedded, so this chatd must be the only one on its store, and {other} was alive {seconds} s ago; stop \
     it, wait {} s after it died, or give {setting} a server", GONE_MS / 1_000
)]
pub struct NotAlone {
    setting: &'static str,
    other: String,
    seconds: u64,
}

/// This process, as the others see it.
#[must_use]
pub fn this(config: &Config, clock: &dyn Clock) -> Node {
    let now = clock.now();
    Node {
        id: id(config),
        role: role(config.role).to_owned(),
        pid: std::process::id(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        entry_version: ENTRY_VERSION,
        started_at: now,
        heartbeat_at: now,
        search_generation: 0,
    }
}

/// The same after a restart, and another one for every data folder of every host.
fn id(config: &Config) -> String {
    let made = || {
        let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
        let folder: Vec<String> = digest(config.data.as_os_str().as_encoded_bytes())
            .iter()
            .take(4)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("{host}-{}", folder.concat())
    };
    config.worker.node.clone().unwrap_or_else(made)
}

fn role(role: Role) -> &'static str {
    match role {
        Role::All => "all",
        Role::Api => "api",
        Role::Worker => "worker",
    }
}

/// Sees that this process is the only one, where it must be: an embedded queue beside a store that others reach would number
/// what they number too, and an embedded index would hold what this process alone has indexed. Its first sign of life is
/// given under the store's lock, so that of two that start together one is refused.
///
/// # Errors
///
/// [`NotAlone`] where another one is alive, else what the store says.
pub async fn must_be_alone(config: &Config, store: &Arc<dyn Store>, this: &Node) -> anyhow::Result<()> {
    let Some(setting) = needs_to_be_alone(config) else { return Ok(()) };
    let lock = store.lock_confirmation().await?;
    let others = store.nodes().await?;
    let age = |node: &Node| this.heartbeat_at.millis_since(node.heartbeat_at);
    if let Some(other) = others.iter().find(|node| node.id != this.id && age(node) < GONE_MS) {
        return Err(NotAlone { setting, other: other.id.clone(), seconds: age(other) / 1_000 }.into());
    }
    store.heartbeat(this).await?;
    drop(lock);
    Ok(())
}

/// The setting that is embedded where another process could reach the rest. With the store embedded nobody can: it is in
/// the data folder, which is held.
fn needs_to_be_alone(config: &Config) -> Option<&'static str> {
    let store_is_reached = config.store.url.file(&config.data).is_none();
    let embedded = [
        ("queue.url", config.queue.url.file(&config.data).is_some()),
        ("search.url", config.search.url.file(&config.data).is_some()),
    ];
    embedded.into_iter().find(|(_, embedded)| *embedded && store_is_reached).map(|(setting, _)| setting)
}

#[cfg(test)]
mod tests {
    use chat_shared::clock::SystemClock;
    use chat_shared::config::{Environment, Flags, load};
    use chat_shared::store::sqlite::SqliteStore;

    use super::*;

    fn config(store: &str, queue: &str, search: &str) -> Config {
        let flags = Flags {
            data: Some("/a".into()),
            store: Some(store.into()),
            queue: Some(queue.into()),
            search: Some(search.into()),
            ..Flags::default()
        };
        load(&Environment::of_process(), &flags).expect("valid").config
    }

    #[test]
    fn a_node_keeps_its_name_and_shares_it_with_no_other_folder() {
        let name = |data: &str| id(&Config::with_data(data));
        assert_eq!(name("/a"), name("/a"));
        assert_ne!(name("/a"), name("/b"));
        let mut config = Config::with_data("/a");
        config.worker.node = Some("chat-1".into());
        assert_eq!(id(&config), "chat-1");
    }

    #[test]
    fn what_is_embedded_beside_a_store_that_others_reach_needs_to_be_alone() {
        let (mysql, redis, engine) = ("mysql://u@h/d", "redis://h", "http://h:9200");
        assert_eq!(needs_to_be_alone(&config("sqlite:", "sqlite:", "sqlite:")), None);
        assert_eq!(needs_to_be_alone(&config(mysql, redis, engine)), None);
        assert_eq!(needs_to_be_alone(&config(mysql, redis, "none")), None);
        assert_eq!(needs_to_be_alone(&config(mysql, "sqlite:", engine)), Some("queue.url"));
        assert_eq!(needs_to_be_alone(&config(mysql, redis, "sqlite:")), Some("search.url"));
    }

    #[tokio::test]
    async fn the_second_of_two_that_must_be_alone_is_refused_until_the_first_is_gone() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = SqliteStore::open(&folder.path().join("chat.db"), Arc::new(SystemClock)).await.expect("opens");
        let store: Arc<dyn Store> = Arc::new(store);
        let config = config("mysql://u@h/d", "sqlite:", "none");
        let node = |id: &str| Node { id: id.into(), ..this(&config, &SystemClock) };
        let (first, second) = (node("first"), node("second"));
        must_be_alone(&config, &store, &first).await.expect("nobody else is there");
        must_be_alone(&config, &store, &first).await.expect("it may come back");
        let refused = must_be_alone(&config, &store, &second).await.expect_err("the first is alive");
        assert!(refused.is::<NotAlone>() && refused.to_string().contains("first was alive 0 s ago"), "{refused}");
        let later = chat_shared::clock::Timestamp::from_millis(second.heartbeat_at.as_millis() + 60_000);
        let second = Node { heartbeat_at: later, ..second };
        must_be_alone(&config, &store, &second).await.expect("the first is gone");
    }
}
