//! Every story on one Redis server; and what only a server's queue counts beside its log: clients' keys.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::queue::{Accept, Accepted, Group, Once, Queue};

use super::bench::{self, BOUNDS, CAPACITY, CHAT, Home, acknowledge, create, read};
use super::server::{connect, keys, named_by, prefixed};

async fn a_prefix() -> Option<Arc<dyn Home>> {
    named_by("CHATD_TEST_REDIS_URL")
}

every_story!(a_prefix);

/// Bytes that a key counts for.
const KEY: u64 = 250;

fn keyed(nth: u32) -> Accept {
    let mut key = [0; 32];
    key[..4].copy_from_slice(&nth.to_le_bytes());
    Accept { once: Some(Once { key, body: [2; 32], count: 1, index: 0 }), ..create(CHAT, 1) }
}

/// As both workers do, and the janitor.
async fn work_off(queue: &dyn Queue) {
    for group in [Group::Persist, Group::Index] {
        let taken = read(queue, group, 1_000).await;
        acknowledge(queue, group, &taken).await;
    }
    queue.trim(Duration::ZERO).await.expect("trims");
}

async fn bytes(queue: &dyn Queue) -> u64 {
    queue.log().await.expect("measures").bytes
}

#[tokio::test]
async fn clients_keys_count_for_the_bytes_of_the_queue_until_nothing_more_is_accepted() {
    let Some(home) = prefixed("CHATD_TEST_REDIS_URL") else { return };
    let story = |bench: bench::Bench| async move {
        let queue = bench.queue;
        let most = u32::try_from(BOUNDS.max_bytes / KEY).expect("few");
        let mut given = 0;
        // A known one, the second, is no further one.
        queue.accept(keyed(given)).await.expect("answers");
        while let Accepted::Done(_) = queue.accept(keyed(given)).await.expect("answers") {
            given += 1;
            assert!(given < 2 * most, "nothing bounds them");
            if given % (CAPACITY / 2) == 0 {
                work_off(&*queue).await;
                bytes(&*queue).await;
            }
        }
        assert!(given > most - CAPACITY, "only {given} were taken");
        work_off(&*queue).await;
        assert_eq!(bytes(&*queue).await, u64::from(given) * KEY, "nothing else is left");
    };
    bench::run(Some(Arc::new(home)), story).await;
}

#[tokio::test]
async fn clients_keys_of_another_day_count_no_more() {
    let Some(home) = prefixed("CHATD_TEST_REDIS_URL") else { return };
    let (url, pattern) = (home.url.clone(), format!("{}:*:once-counts", home.prefix));
    let story = |bench: bench::Bench| async move {
        let queue = bench.queue;
        let mut server = connect(&url).await;
        queue.accept(keyed(0)).await.expect("answers");
        work_off(&*queue).await;
        let [counts] = &keys(&mut server, &pattern).await[..] else { panic!("one partition has keys") };
        let this_hour: u64 =
            redis::cmd("HKEYS").arg(counts).query_async::<Vec<u64>>(&mut server).await.expect("hours")[0];
        for (hour, count) in [(this_hour - 26, 70), (this_hour - 23, 5)] {
            let () = redis::cmd("HSET").arg(counts).arg(hour).arg(count).query_async(&mut server).await.expect("set");
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
        assert_eq!(bytes(&*queue).await, 6 * KEY);
        // What comes first in an hour forgets what is past.
        let () = redis::cmd("HDEL").arg(counts).arg(this_hour).query_async(&mut server).await.expect("removed");
        queue.accept(keyed(1)).await.expect("answers");
        let hours: Vec<u64> = redis::cmd("HKEYS").arg(counts).query_async(&mut server).await.expect("hours");
        assert!(hours.iter().all(|hour| *hour >= this_hour - 23) && hours.len() == 2, "{hours:?}");
    };
    bench::run(Some(Arc::new(home)), story).await;
}
