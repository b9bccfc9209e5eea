//! Dead letters: what can never be persisted, the tombstone in its place, and trying again.

use chat_shared::domain::{ChatState, MessageState, Sequence};
use chat_shared::queue::{Entry, Record};
use chat_shared::store::{DeadLetterFilter, MessageKey, NewDeadLetter, Window};

use super::bench::{Bench, at, dead, with_key};

fn all() -> DeadLetterFilter {
    DeadLetterFilter { limit: 100, resolved: true, ..DeadLetterFilter::default() }
}

pub async fn a_parked_creation_leaves_its_letter_and_a_tombstone(bench: Bench) {
    let app = bench.messages(1).await;
    let poison = with_key(bench.create_message(app, 1, 2, "poison"), [3; 32], 1, 0);
    let letter = dead(&poison, "why");
    let parked = bench.store.park(&letter).await.expect("parked");
    let found = bench.store.dead_letter(parked).await.expect("read").expect("there");
    assert_eq!((found.partition, found.entry_id, found.number), (poison.partition, poison.id, 2));
    assert_eq!((found.kind.as_str(), found.reason.as_str(), found.attempts), ("create_message", "why", 5));
    assert_eq!((found.first_at, found.last_at, found.resolved_at), (at(50), at(50), None));
    assert_eq!(Entry::decode(&found.record()).expect("decodes"), poison.entry);
    let tombstone = bench.message(app, 1, 2).await.expect("there");
    assert_eq!((tombstone.state, tombstone.content.as_str()), (MessageState::Dead, ""));
    assert_eq!((tombstone.create_version, tombstone.created_at), (poison.id, poison.entry.at));
    assert_eq!(bench.store.messages(app, 1, Window::default()).await.expect("read").len(), 2);
    assert_eq!(bench.messages_count(app, 1).await, 1);
    assert_eq!(bench.store.once(&[3; 32]).await.expect("read").expect("known").first, 2);
    assert_eq!(bench.store.evidence(Sequence::Messages(app, 1)).await.expect("evidence").max_row, 2);
    let recorded = bench.store.recorded().await.expect("recorded");
    assert_eq!(recorded.partitions[usize::from(poison.partition)].checkpoint, poison.id);
    bench.counts_are_exact().await;
}

pub async fn parking_an_entry_again_changes_nothing(bench: Bench) {
    let app = bench.chat().await;
    let letter = dead(&bench.create_message(app, 1, 1, "poison"), "first");
    let parked = bench.store.park(&letter).await.expect("parked");
    let again = NewDeadLetter { reason: "second".into(), attempts: 9, ..letter };
    assert_eq!(bench.store.park(&again).await.expect("parked"), parked);
    let letters = bench.store.dead_letters(&all()).await.expect("listed");
    assert_eq!((letters.len(), letters[0].reason.as_str(), letters[0].attempts), (1, "first", 5));
}

pub async fn a_tombstone_stands_only_where_no_row_is(bench: Bench) {
    let app = bench.messages(1).await;
    let before = bench.message(app, 1, 1).await;
    bench.store.park(&dead(&bench.create_message(app, 1, 1, "rival"), "number_conflict")).await.expect("parked");
    bench.store.park(&dead(&bench.update_message(app, 1, 1, "poison"), "why")).await.expect("parked");
    bench.store.park(&dead(&bench.update_message(app, 1, 7, "poison"), "why")).await.expect("parked");
    bench.store.park(&dead(&bench.create_chat(app, 1, Some("rival")), "number_conflict")).await.expect("parked");
    assert_eq!(bench.message(app, 1, 1).await, before);
    assert_eq!(bench.message(app, 1, 7).await, None);
    assert_eq!(bench.store.chat(app, 1).await.expect("read").expect("there").state, ChatState::Persisted);
    assert_eq!(bench.store.count_dead_letters().await.expect("counted"), 4);
    bench.counts_are_exact().await;
}

pub async fn a_message_whose_update_came_first_is_dead_when_its_creation_is_parked(bench: Bench) {
    let app = bench.chat().await;
    let creation = bench.create_message(app, 1, 1, "first");
    bench.persist(&[bench.update_message(app, 1, 1, "second")]).await;
    bench.store.park(&dead(&creation, "why")).await.expect("parked");
    let message = bench.message(app, 1, 1).await.expect("its number was answered");
    assert_eq!((message.state, message.content.as_str()), (MessageState::Dead, ""));
    assert_eq!(bench.persist(&[creation]).await.messages, 1);
    let message = bench.message(app, 1, 1).await.expect("there");
    assert_eq!((message.state, message.content.as_str()), (MessageState::Persisted, "second"));
    bench.counts_are_exact().await;
}

pub async fn a_retry_fills_the_tombstone_and_counts(bench: Bench) {
    let app = bench.chat().await;
    let creation = bench.create_message(app, 1, 1, "text");
    let parked = bench.store.park(&dead(&creation, "why")).await.expect("parked");
    assert_eq!(bench.persist(std::slice::from_ref(&creation)).await.messages, 1);
    bench.store.record_retry(parked, None, at(60)).await.expect("recorded");
    let message = bench.message(app, 1, 1).await.expect("there");
    assert_eq!((message.state, message.content.as_str()), (MessageState::Persisted, "text"));
    assert_eq!(bench.messages_count(app, 1).await, 1);
    let letter = bench.store.dead_letter(parked).await.expect("read").expect("there");
    assert_eq!((letter.resolved_at, letter.attempts), (Some(at(60)), 6));
    // Whoever still had it in hand parks it too late.
    bench.store.park(&dead(&creation, "why")).await.expect("parked");
    assert_eq!(bench.message(app, 1, 1).await, Some(message));
    bench.counts_are_exact().await;
}

pub async fn a_deleted_tombstone_is_not_filled(bench: Bench) {
    let app = bench.chat().await;
    let creation = bench.create_message(app, 1, 1, "text");
    bench.store.park(&dead(&creation, "why")).await.expect("parked");
    bench.persist(&[bench.delete_message(app, 1, 1)]).await;
    bench.persist(&[creation]).await;
    assert_eq!(bench.message(app, 1, 1).await.expect("there").state, MessageState::Deleted);
    bench.counts_are_exact().await;
}

pub async fn a_parked_chat_is_a_tombstone_until_it_is_used_or_tried_again(bench: Bench) {
    let app = bench.application().await;
    let (retried, used) = (bench.create_chat(app, 1, Some("one")), bench.create_chat(app, 2, Some("two")));
    for creation in [&retried, &used] {
        bench.store.park(&dead(creation, "why")).await.expect("parked");
    }
    let chat = bench.store.chat(app, 1).await.expect("read").expect("there");
    assert_eq!((chat.state, chat.title), (ChatState::Dead, None));
    assert_eq!(bench.chats_count(app).await, 0);
    bench.counts_are_exact().await;
    bench.persist(&[retried, bench.create_message(app, 2, 1, "text")]).await;
    let chat = bench.store.chat(app, 1).await.expect("read").expect("there");
    assert_eq!((chat.state, chat.title.as_deref()), (ChatState::Persisted, Some("one")));
    assert_eq!(bench.messages_count(app, 2).await, 1);
    assert_eq!(bench.chats_count(app).await, 2);
    bench.counts_are_exact().await;
}

pub async fn what_cannot_be_marked_or_read_is_a_letter_alone(bench: Bench) {
    let app = bench.chat().await;
    bench.store.park(&dead(&bench.create_message(app, 1, 0, "no such number"), "refused")).await.expect("parked");
    let record = Record { id: bench.create_chat(app, 9, None).id, partition: 3, number: 9, payload: "rubbish".into() };
    let letter = NewDeadLetter {
        record,
        kind: "undecodable".into(),
        reason: "rubbish".into(),
        attempts: 1,
        at: at(1),
        last_at: at(1),
    };
    let parked = bench.store.park(&letter).await.expect("parked");
    assert_eq!(bench.store.dead_letter(parked).await.expect("read").expect("there").payload, b"rubbish");
    let nobody = bench.create_message(chat_shared::domain::AppId(999), 1, 1, "nobody's");
    bench.store.park(&dead(&nobody, "why")).await.expect("parked");
    assert_eq!(bench.store.count_dead_letters().await.expect("counted"), 3);
    bench.counts_are_exact().await;
}

pub async fn letters_are_listed_and_filtered(bench: Bench) {
    let app = bench.chat().await;
    let mut ids = Vec::new();
    for number in 1..=3 {
        ids.push(bench.store.park(&dead(&bench.create_message(app, 1, number, "x"), "why")).await.expect("parked"));
    }
    ids.push(bench.store.park(&dead(&bench.update_chat(app, 1, "x"), "why")).await.expect("parked"));
    bench.store.record_retry(ids[1], None, at(60)).await.expect("recorded");
    bench.store.record_retry(ids[0], Some("again"), at(61)).await.expect("recorded");
    let list = async |filter: DeadLetterFilter| {
        let letters = bench.store.dead_letters(&filter).await.expect("listed");
        letters.into_iter().map(|letter| letter.id).collect::<Vec<_>>()
    };
    assert_eq!(list(all()).await, ids);
    assert_eq!(list(DeadLetterFilter { resolved: false, ..all() }).await, [ids[0], ids[2], ids[3]]);
    assert_eq!(list(DeadLetterFilter { after: ids[0], limit: 2, ..all() }).await, ids[1..3]);
    assert_eq!(list(DeadLetterFilter { kind: Some("update_chat".into()), ..all() }).await, ids[3..]);
    assert_eq!(bench.store.count_dead_letters().await.expect("counted"), 3);
    let tried = bench.store.dead_letter(ids[0]).await.expect("read").expect("there");
    assert_eq!((tried.reason.as_str(), tried.attempts, tried.last_at), ("again", 6, at(61)));
    assert_eq!((tried.first_at, tried.resolved_at), (at(50), None));
    assert_eq!(bench.store.dead_letter(9_999).await.expect("read"), None);
}

pub async fn nothing_is_buried_in_a_deleted_chat(bench: Bench) {
    let app = bench.chat().await;
    bench.persist(&[bench.delete_chat(app, 1)]).await;
    bench.store.park(&dead(&bench.create_message(app, 1, 1, "x"), "why")).await.expect("parked");
    let key = MessageKey { app, chat: 1, number: 1 };
    assert_eq!(bench.store.messages_by_key(&[key]).await.expect("read"), []);
    assert_eq!(bench.store.tally_chats(Some(app), None, 9).await.expect("counted")[0].rows, 0);
}

pub async fn an_edited_letter_has_the_new_payload_and_keeps_the_first_one(bench: Bench) {
    let app = bench.chat().await;
    let letter = dead(&bench.create_message(app, 1, 1, "first"), "refused");
    let id = bench.store.park(&letter).await.expect("parked");
    let first = letter.record.payload.to_vec();
    assert_eq!(
        bench.store.dead_letter_of(letter.record.partition, letter.record.id).await.expect("looked up"),
        Some(id)
    );
    assert_eq!(bench.store.original_of_dead_letter(id).await.expect("read"), None);
    assert!(!bench.store.edit_dead_letter(id, b"another", b"second").await.expect("answers"), "it is another");
    assert!(bench.store.edit_dead_letter(id, &first, b"second").await.expect("answers"));
    assert!(bench.store.edit_dead_letter(id, b"second", b"third").await.expect("answers"));
    assert_eq!(bench.store.dead_letter(id).await.expect("read").expect("is there").payload, b"third");
    assert_eq!(bench.store.original_of_dead_letter(id).await.expect("read"), Some(first));
    bench.store.record_retry(id, None, at(60)).await.expect("resolved");
    assert!(!bench.store.edit_dead_letter(id, b"third", b"fourth").await.expect("answers"), "it is resolved");
}
