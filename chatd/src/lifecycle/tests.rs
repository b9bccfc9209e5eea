//! How a life ends: in order, at its deadline, at once, and by a task that dies.

use std::sync::atomic::AtomicUsize;

use super::*;

const SOON: Duration = Duration::from_secs(5);

/// A task that does what it is asked.
async fn obedient(stop: CancellationToken) -> anyhow::Result<()> {
    stop.cancelled().await;
    Ok(())
}

#[tokio::test]
async fn a_stop_that_finishes_everything_is_clean() {
    let life = Lifecycle::new();
    life.spawn(Stage::Requests, "requests", obedient);
    life.spawn(Stage::Work, "work", obedient);
    life.spawn_finite(Stage::Work, "short", async |_| Ok(()));
    life.stop();
    assert!(life.is_stopping());
    assert_eq!(life.run(SOON, std::future::ready(())).await, Exit::Clean);
}

#[tokio::test]
async fn work_is_stopped_only_when_the_requests_are_answered_and_ports_are_closed_last() {
    let life = Lifecycle::new();
    let order = Arc::new(AtomicUsize::new(0));
    let step = |expected: usize| {
        let order = order.clone();
        move || assert_eq!(order.fetch_add(1, Ordering::SeqCst), expected)
    };
    let (first, second, third) = (step(0), step(1), step(2));
    life.spawn(Stage::Work, "work", async move |stop: CancellationToken| {
        stop.cancelled().await;
        second();
        Ok(())
    });
    life.spawn(Stage::Requests, "requests", async move |stop: CancellationToken| {
        stop.cancelled().await;
        tokio::task::yield_now().await;
        first();
        Ok(())
    });
    life.stop();
    assert_eq!(life.run(SOON, async { third() }).await, Exit::Clean);
    assert_eq!(order.load(Ordering::SeqCst), 3);
}

#[tokio::test(start_paused = true)]
async fn a_task_that_does_not_end_is_cut_at_the_deadline() {
    let life = Lifecycle::new();
    life.spawn(Stage::Work, "deaf", async |_| std::future::pending().await);
    life.stop();
    let begun = Instant::now();
    assert_eq!(life.run(SOON, std::future::ready(())).await, Exit::Cut);
    assert_eq!(begun.elapsed(), SOON);
    assert!(lock(&life.0.alive).is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_hard_stop_does_not_wait() {
    let life = Lifecycle::new();
    life.spawn(Stage::Requests, "deaf", async |_| std::future::pending().await);
    let begun = Instant::now();
    life.stop();
    life.stop_now();
    assert_eq!(life.run(SOON, std::future::pending()).await, Exit::Cut);
    assert_eq!(begun.elapsed(), Duration::ZERO);
}

#[tokio::test]
async fn a_task_that_dies_unasked_brings_the_process_down() {
    for (ending, says) in [("ends", "ended unasked"), ("fails", "no luck"), ("panics", "it panicked: ouch")] {
        let life = Lifecycle::new();
        life.spawn(Stage::Requests, "requests", obedient);
        life.spawn(Stage::Work, "mortal", async move |_| match ending {
            "ends" => Ok(()),
            "fails" => Err(anyhow::anyhow!("no luck")),
            _ => panic!("ouch"),
        });
        assert_eq!(life.run(SOON, std::future::ready(())).await, Exit::Failed);
        let failure = life.failure().expect("a failure");
        assert!(failure.starts_with("mortal: ") && failure.contains(says), "{failure}");
    }
}

#[tokio::test]
async fn a_start_that_failed_leaves_no_task_behind() {
    let life = Lifecycle::new();
    life.spawn(Stage::Work, "deaf", async |_| std::future::pending().await);
    life.give_up().await;
    assert!(lock(&life.0.alive).is_empty());
}
