//! What the store knows of numbers: evidence, gaps, keys, checkpoints, and the record of the queue.

use std::sync::Arc;
use std::time::Duration;

use chat_shared::domain::{AppId, Gap, PARTITIONS, Sequence};
use chat_shared::fault::Kind;
use chat_shared::queue::{Confirmation, EntryId};
use chat_shared::store::{Evidence, Recorded, StoredOnce};

use super::bench::{Bench, at, with_key};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

fn gap(sequence: Sequence, from: u32, to: u32, epoch: u32) -> Gap {
    Gap { sequence, from, to, epoch, at: at(7) }
}

/// Records an epoch of all partitions, as a confirmation after a loss does.
async fn enter_epoch(bench: &Bench, epoch: u32) {
    let mut lock = bench.store.lock_confirmation().await.expect("locked");
    let recorded = lock.recorded().await.expect("recorded");
    lock.record(&confirmation(&recorded, recorded.confirmation + 1, epoch, 100)).await.expect("recorded");
}

/// Publishes a gap, and gives the one that stands.
async fn publish(bench: &Bench, gap: Gap) -> Option<Gap> {
    bench.store.publish_gap(gap, "lost").await.expect("answers")
}

pub async fn evidence_tells_of_rows_gaps_and_owners(bench: Bench) {
    let nobody = Sequence::Chats(AppId(999));
    assert_eq!(bench.store.evidence(nobody).await.expect("evidence"), Evidence::default());
    let app = bench.messages(3).await;
    let (chats, messages, absent) = (Sequence::Chats(app), Sequence::Messages(app, 1), Sequence::Messages(app, 2));
    let known = Evidence { exists: true, ..Evidence::default() };
    assert_eq!(bench.store.evidence(chats).await.expect("evidence"), Evidence { max_row: 1, ..known });
    assert_eq!(bench.store.evidence(messages).await.expect("evidence"), Evidence { max_row: 3, ..known });
    assert_eq!(bench.store.evidence(absent).await.expect("evidence"), Evidence::default());
    enter_epoch(&bench, 2).await;
    for gap in [gap(messages, 1, 13, 2), gap(chats, 1, 11, 2), gap(absent, 1, 10, 2)] {
        assert_eq!(publish(&bench, gap).await, Some(gap));
    }
    let evidence = bench.store.evidence(messages).await.expect("evidence");
    assert_eq!(evidence, Evidence { max_row: 3, max_gap: 13, gap_epoch: 2, ..known });
    assert_eq!(evidence.base(), 13);
    assert_eq!(bench.store.evidence(chats).await.expect("evidence").base(), 11);
    let evidence = bench.store.evidence(absent).await.expect("evidence");
    assert_eq!(evidence, Evidence { max_gap: 10, gap_epoch: 2, ..Evidence::default() });
}

pub async fn a_sequence_has_one_gap_an_epoch_and_the_first_one_stands(bench: Bench) {
    let app = bench.chat().await;
    let sequence = Sequence::Messages(app, 1);
    enter_epoch(&bench, 2).await;
    let first = gap(sequence, 5, 9, 2);
    assert_eq!(publish(&bench, first).await, Some(first));
    assert_eq!(publish(&bench, gap(sequence, 1, 99, 2)).await, Some(first));
    let of_chats = gap(Sequence::Chats(app), 2, 3, 2);
    assert_eq!(publish(&bench, of_chats).await, Some(of_chats));
    enter_epoch(&bench, 3).await;
    let next = gap(sequence, 1, 20, 3);
    assert_eq!(publish(&bench, next).await, Some(next));
    assert_eq!(bench.store.gaps(sequence).await.expect("read"), [next, first]);
    assert_eq!(bench.store.gaps(Sequence::Chats(app)).await.expect("read"), [of_chats]);
    assert_eq!(bench.store.gaps(Sequence::Messages(app, 2)).await.expect("read"), []);
    enter_epoch(&bench, 4).await;
    let upside_down = bench.store.publish_gap(gap(sequence, 9, 5, 4), "no gap").await.expect_err("refused");
    assert_eq!(upside_down.kind, Kind::Refused);
}

pub async fn what_is_given_up_stands_beside_the_gap_of_its_epoch(bench: Bench) {
    let app = bench.messages(3).await;
    let (sequence, chats) = (Sequence::Messages(app, 1), Sequence::Chats(app));
    assert!(bench.store.give_up(&[gap(sequence, 4, 4, 1), gap(sequence, 6, 7, 1)]).await.expect("answers"));
    let evidence = bench.store.evidence(sequence).await.expect("evidence");
    assert_eq!((evidence.base(), evidence.gap_epoch), (7, 0), "no seeding has published anything");
    let tally = bench.store.tally_chats(Some(app), None, 1).await.expect("counted");
    assert_eq!(tally[0].gap_end, 7);
    enter_epoch(&bench, 2).await;
    let seeded = gap(sequence, 1, 20, 2);
    assert_eq!(publish(&bench, seeded).await, Some(seeded));
    for to in [22, 25, 23] {
        assert!(bench.store.give_up(&[gap(sequence, 21, to, 2)]).await.expect("answers"));
    }
    assert!(!bench.store.give_up(&[gap(sequence, 26, 30, 1)]).await.expect("answers"), "that epoch is over");
    assert!(bench.store.give_up(&[gap(chats, 2, 3, 2)]).await.expect("answers"));
    let gaps = bench.store.gaps(sequence).await.expect("read");
    let all = [seeded, gap(sequence, 4, 4, 1), gap(sequence, 6, 7, 1), gap(sequence, 21, 25, 2)];
    assert_eq!(gaps, all);
    assert_eq!(bench.store.gaps(chats).await.expect("read"), [gap(chats, 2, 3, 2)]);
    assert_eq!(bench.store.tally_applications(None, 1).await.expect("counted")[0].gap_end, 3);
    let upside_down = bench.store.give_up(&[gap(sequence, 31, 30, 2)]).await.expect_err("refused");
    assert_eq!(upside_down.kind, Kind::Refused);
}

pub async fn a_gap_of_an_epoch_that_is_over_is_not_published(bench: Bench) {
    let app = bench.chat().await;
    let sequence = Sequence::Messages(app, 1);
    enter_epoch(&bench, 3).await;
    let standing = gap(sequence, 1, 20, 3);
    assert_eq!(publish(&bench, standing).await, Some(standing));
    // Who began to seed before the second loss would say of numbers that are given by now that they are gone.
    assert_eq!(publish(&bench, gap(sequence, 1, 40, 2)).await, None);
    assert_eq!(publish(&bench, gap(sequence, 1, 40, 4)).await, None);
    assert_eq!(bench.store.gaps(sequence).await.expect("read"), [standing]);
}

pub async fn a_key_is_known_with_the_rows_that_it_brought_and_for_a_day(bench: Bench) {
    let app = bench.chat().await;
    let batch: Vec<_> =
        (0..3).map(|index| with_key(bench.create_message(app, 1, 7 + index, "text"), [4; 32], 3, index)).collect();
    assert_eq!(bench.store.once(&[4; 32]).await.expect("read"), None);
    // In two pieces, the last one first: the answer is the same.
    bench.persist(&batch[2..]).await;
    bench.persist(&batch[..2]).await;
    let expected = StoredOnce { first: 7, count: 3, entry_id: batch[2].id, body: [9; 32] };
    assert_eq!(bench.store.once(&[4; 32]).await.expect("read"), Some(expected));
    bench.clock.advance(DAY_MS);
    assert!(bench.store.once(&[4; 32]).await.expect("read").is_some());
    bench.clock.advance(1_000);
    assert_eq!(bench.store.once(&[4; 32]).await.expect("read"), None);
}

pub async fn a_key_used_again_after_its_day_names_the_new_answer(bench: Bench) {
    let app = bench.chat().await;
    let old = with_key(bench.create_message(app, 1, 1, "a"), [4; 32], 1, 0);
    let new = with_key(bench.create_message(app, 1, 2, "b"), [4; 32], 1, 0);
    bench.persist(std::slice::from_ref(&new)).await;
    bench.persist(&[old]).await;
    assert_eq!(bench.store.once(&[4; 32]).await.expect("read").expect("known").first, 2);
}

pub async fn a_checkpoint_is_the_greatest_id_that_was_committed(bench: Bench) {
    let app = bench.chat().await;
    let batch = [bench.create_message(app, 1, 1, "a"), bench.create_message(app, 1, 2, "b")];
    let checkpoint = async || {
        let recorded = bench.store.recorded().await.expect("recorded");
        recorded.partitions[usize::from(batch[0].partition)].checkpoint
    };
    bench.persist(&batch[1..]).await;
    assert_eq!(checkpoint().await, batch[1].id);
    bench.persist(&batch[..1]).await;
    assert_eq!(checkpoint().await, batch[1].id);
}

fn confirmation(recorded: &Recorded, number: u64, epoch: u32, capacity: u32) -> Confirmation {
    Confirmation {
        installation: recorded.installation.clone(),
        number,
        server: format!("server-{number}"),
        durable: true,
        partitions: vec![(epoch, EntryId::ZERO); usize::from(PARTITIONS)],
        capacity,
        loss: false,
        closed: false,
        drained: false,
    }
}

pub async fn a_new_installation_has_an_identity_and_no_confirmation(bench: Bench) {
    let recorded = bench.store.recorded().await.expect("recorded");
    assert!(recorded.installation.len() >= 16, "{recorded:?}");
    assert_eq!((recorded.confirmation, recorded.server, recorded.durable, recorded.drained), (0, None, false, false));
    assert_eq!(recorded.partitions.len(), usize::from(PARTITIONS));
    assert!(recorded.partitions.iter().all(|partition| partition.epoch == 1 && partition.checkpoint == EntryId::ZERO));
}

pub async fn epochs_capacities_and_confirmations_never_go_down(mut bench: Bench) {
    let recorded = bench.store.recorded().await.expect("recorded");
    let mut lock = bench.store.lock_confirmation().await.expect("locked");
    assert_eq!(lock.recorded().await.expect("recorded"), recorded);
    lock.record(&confirmation(&recorded, 5, 3, 100)).await.expect("recorded");
    lock.record(&confirmation(&recorded, 4, 2, 50)).await.expect("recorded");
    drop(lock);
    bench.reopen().await;
    let recorded = bench.store.recorded().await.expect("recorded");
    assert_eq!((recorded.confirmation, recorded.durable), (5, true));
    assert_eq!(recorded.server.as_deref(), Some("server-4"));
    assert!(recorded.partitions.iter().all(|partition| (partition.epoch, partition.capacity) == (3, 100)));
}

pub async fn a_confirmation_of_something_else_is_refused(bench: Bench) {
    let recorded = bench.store.recorded().await.expect("recorded");
    let mut lock = bench.store.lock_confirmation().await.expect("locked");
    let foreign = Confirmation { installation: "another".into(), ..confirmation(&recorded, 1, 1, 1) };
    assert_eq!(lock.record(&foreign).await.expect_err("refused").kind, Kind::Corrupt);
    let narrow = Confirmation { partitions: vec![(1, EntryId::ZERO); 8], ..confirmation(&recorded, 1, 1, 1) };
    assert_eq!(lock.record(&narrow).await.expect_err("refused").kind, Kind::Corrupt);
    assert_eq!(lock.recorded().await.expect("recorded"), recorded);
}

pub async fn a_drained_queue_is_recorded_until_a_confirmation_uses_it_up(bench: Bench) {
    let mut lock = bench.store.lock_confirmation().await.expect("locked");
    lock.record_drained().await.expect("recorded");
    let recorded = lock.recorded().await.expect("recorded");
    assert!(recorded.drained);
    let kept = Confirmation { drained: true, ..confirmation(&recorded, 1, 1, 1) };
    lock.record(&kept).await.expect("recorded");
    assert!(lock.recorded().await.expect("recorded").drained);
    lock.record(&confirmation(&recorded, 2, 1, 1)).await.expect("recorded");
    assert!(!lock.recorded().await.expect("recorded").drained);
}

pub async fn an_epoch_that_began_with_a_loss_is_told_from_one_that_did_not(bench: Bench) {
    let recorded = bench.store.recorded().await.expect("recorded");
    assert!(recorded.partitions.iter().all(|partition| partition.loss == 1));
    let mut lock = bench.store.lock_confirmation().await.expect("locked");
    let lost = Confirmation { loss: true, ..confirmation(&recorded, 1, 2, 1) };
    lock.record(&lost).await.expect("recorded");
    lock.record(&confirmation(&recorded, 2, 3, 1)).await.expect("recorded");
    let recorded = lock.recorded().await.expect("recorded");
    assert!(recorded.partitions.iter().all(|partition| (partition.epoch, partition.loss) == (3, 2)));
}

pub async fn only_one_holds_the_confirmation_lock(bench: Bench) {
    let store = Arc::clone(&bench.store);
    let held = store.lock_confirmation().await.expect("locked");
    let mut waiting = tokio::spawn(async move { store.lock_confirmation().await.map(|_| ()) });
    let early = tokio::time::timeout(Duration::from_millis(100), &mut waiting).await;
    assert!(early.is_err(), "the lock was given twice");
    // Readers and other writers do not wait for it.
    bench.chat().await;
    drop(held);
    let given = tokio::time::timeout(Duration::from_secs(10), waiting).await.expect("in time");
    given.expect("no panic").expect("locked");
}
