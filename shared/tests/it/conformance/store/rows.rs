//! What entries become: creations, updates, deletions, in whatever order they come, and what is refused.

use chat_shared::domain::{AppId, ChatState, MessageState, Sequence};
use chat_shared::fault::Kind;
use chat_shared::queue::{EntryId, Job};
use chat_shared::store::{Conflict, Logged, Persisted};

use super::bench::{Bench, at};

pub async fn a_created_message_is_read_as_it_was_sent(bench: Bench) {
    let app = bench.chat().await;
    let job = Job::CreateMessage { content: "héllo\u{2}".into(), sender: Some("ann".into()), sent_at: Some(at(-7)) };
    let entry = bench.entry(app, Some(1), 1, job);
    let persisted = bench.persist(std::slice::from_ref(&entry)).await;
    assert_eq!(persisted, Persisted { messages: 1, conflicts: vec![] });
    let message = bench.message(app, 1, 1).await.expect("there");
    assert_eq!((message.app, message.chat, message.number), (app, 1, 1));
    assert_eq!((message.content.as_str(), message.sender.as_deref()), ("héllo\u{2}", Some("ann")));
    assert_eq!((message.create_version, message.version), (entry.id, entry.id));
    assert_eq!((message.sent_at, message.created_at), (Some(at(-7)), entry.entry.at));
    assert_eq!((message.state, message.updated_at), (MessageState::Persisted, entry.entry.at));
    assert_eq!(bench.message(app, 1, 2).await, None);
}

pub async fn an_entry_that_comes_again_changes_nothing(bench: Bench) {
    let app = bench.chat().await;
    let batch = [bench.create_message(app, 1, 1, "a"), bench.create_message(app, 1, 2, "b")];
    assert_eq!(bench.persist(&batch).await.messages, 2);
    let before = bench.message(app, 1, 1).await;
    assert_eq!(bench.persist(&batch).await, Persisted::default());
    let twice = [batch[1].clone(), batch[1].clone(), batch[0].clone()];
    assert_eq!(bench.persist(&twice).await, Persisted::default());
    assert_eq!(bench.message(app, 1, 1).await, before);
    assert_eq!(bench.messages_count(app, 1).await, 2);
    bench.counts_are_exact().await;
}

pub async fn an_empty_batch_is_persisted(bench: Bench) {
    assert_eq!(bench.persist(&[]).await, Persisted::default());
}

pub async fn updates_win_by_version_not_by_arrival(bench: Bench) {
    let app = bench.messages(1).await;
    let older = bench.update_message(app, 1, 1, "older");
    let newer = bench.update_message(app, 1, 1, "newer");
    bench.persist(std::slice::from_ref(&newer)).await;
    bench.persist(&[older]).await;
    let message = bench.message(app, 1, 1).await.expect("there");
    assert_eq!((message.content.as_str(), message.version, message.updated_at), ("newer", newer.id, newer.entry.at));
    assert_eq!(bench.messages_count(app, 1).await, 1);
}

pub async fn a_message_whose_update_came_first_does_not_exist_until_its_creation_comes(bench: Bench) {
    let app = bench.chat().await;
    let creation = bench.create_message(app, 1, 5, "first");
    let update = bench.update_message(app, 1, 5, "second");
    bench.persist(std::slice::from_ref(&update)).await;
    assert_eq!(bench.message(app, 1, 5).await, None);
    assert_eq!(bench.store.messages(app, 1, chat_shared::store::Window::default()).await.expect("read"), []);
    assert_eq!(bench.messages_count(app, 1).await, 0);
    let evidence = bench.store.evidence(Sequence::Messages(app, 1)).await.expect("evidence");
    assert_eq!(evidence.max_row, 5, "its number was given");
    assert_eq!(bench.persist(std::slice::from_ref(&creation)).await.messages, 1);
    let message = bench.message(app, 1, 5).await.expect("there");
    assert_eq!((message.content.as_str(), message.created_at), ("second", creation.entry.at));
    assert_eq!((message.create_version, message.version), (creation.id, update.id));
    bench.counts_are_exact().await;
}

pub async fn a_deleted_message_is_a_tombstone_whatever_else_comes(bench: Bench) {
    let app = bench.messages(2).await;
    let deletion = bench.delete_message(app, 1, 1);
    let later = bench.update_message(app, 1, 1, "later");
    bench.persist(std::slice::from_ref(&deletion)).await;
    bench.persist(&[later, deletion.clone()]).await;
    let message = bench.message(app, 1, 1).await.expect("there");
    assert_eq!((message.state, message.content.as_str()), (MessageState::Deleted, ""));
    assert_eq!(message.updated_at, deletion.entry.at);
    assert_eq!(bench.messages_count(app, 1).await, 1);
    bench.counts_are_exact().await;
}

pub async fn a_deletion_that_came_first_leaves_a_tombstone_when_the_creation_comes(bench: Bench) {
    let app = bench.chat().await;
    let creation = bench.create_message(app, 1, 1, "gone");
    bench.persist(&[bench.delete_message(app, 1, 1)]).await;
    assert_eq!(bench.message(app, 1, 1).await, None);
    bench.persist(&[creation]).await;
    let message = bench.message(app, 1, 1).await.expect("there");
    assert_eq!((message.state, message.content.as_str()), (MessageState::Deleted, ""));
    assert_eq!(bench.messages_count(app, 1).await, 0);
}

pub async fn a_number_that_another_entry_holds_is_a_conflict_and_the_rest_is_persisted(bench: Bench) {
    let app = bench.messages(1).await;
    let holder = bench.message(app, 1, 1).await.expect("there");
    let rival = bench.create_message(app, 1, 1, "rival");
    let other = bench.create_message(app, 1, 2, "other");
    let persisted = bench.persist(&[rival.clone(), other]).await;
    let conflicts = vec![Conflict { id: rival.id, holder: holder.create_version }];
    assert_eq!(persisted, Persisted { messages: 1, conflicts });
    assert_eq!(bench.message(app, 1, 1).await, Some(holder));
    let rival = bench.create_chat(app, 1, Some("rival"));
    assert_eq!(bench.persist(std::slice::from_ref(&rival)).await.conflicts[0].id, rival.id);
    assert_eq!(bench.store.chat(app, 1).await.expect("read").expect("there").title.as_deref(), Some("one"));
    bench.counts_are_exact().await;
}

pub async fn a_chat_that_its_first_message_made_is_filled_by_its_creation(bench: Bench) {
    let app = bench.application().await;
    let creation = bench.create_chat(app, 3, Some("three"));
    bench.persist(&[bench.create_message(app, 3, 1, "early")]).await;
    let stub = bench.store.chat(app, 3).await.expect("read").expect("there");
    assert_eq!((stub.state, stub.title, stub.messages_count), (ChatState::Accepted, None, 1));
    assert_eq!(bench.chats_count(app).await, 1);
    bench.persist(std::slice::from_ref(&creation)).await;
    let chat = bench.store.chat(app, 3).await.expect("read").expect("there");
    assert_eq!((chat.state, chat.title.as_deref(), chat.messages_count), (ChatState::Persisted, Some("three"), 1));
    assert_eq!((chat.created_at, chat.updated_at, chat.version), (creation.entry.at, creation.entry.at, EntryId::ZERO));
    bench.counts_are_exact().await;
}

pub async fn a_title_wins_by_version_whenever_the_creation_comes(bench: Bench) {
    let app = bench.application().await;
    let creation = bench.create_chat(app, 1, Some("created"));
    let older = bench.update_chat(app, 1, "older");
    let newer = bench.update_chat(app, 1, "newer");
    for entry in [newer.clone(), creation.clone(), older] {
        bench.persist(&[entry]).await;
    }
    let chat = bench.store.chat(app, 1).await.expect("read").expect("there");
    assert_eq!((chat.title.as_deref(), chat.version), (Some("newer"), newer.id));
    assert_eq!((chat.created_at, chat.updated_at), (creation.entry.at, newer.entry.at));
}

pub async fn a_name_wins_by_version(bench: Bench) {
    let app = bench.application().await;
    let older = bench.entry(app, None, 0, Job::UpdateApplication { name: "older".into() });
    let newer = bench.entry(app, None, 0, Job::UpdateApplication { name: "newer".into() });
    bench.persist(std::slice::from_ref(&newer)).await;
    bench.persist(&[older]).await;
    let application = bench.store.application(app).await.expect("read").expect("there");
    assert_eq!((application.name.as_str(), application.version), ("newer", newer.id));
    assert_eq!(application.updated_at, newer.entry.at);
}

pub async fn entries_of_an_application_that_there_is_not_are_done_without_effect(bench: Bench) {
    let nobody = AppId(12_345);
    let message = bench.create_message(nobody, 1, 1, "lost");
    let batch = [
        bench.create_chat(nobody, 1, None),
        message.clone(),
        bench.entry(nobody, None, 0, Job::UpdateApplication { name: "x".into() }),
        bench.entry(nobody, None, 0, Job::DeleteApplication),
    ];
    assert_eq!(bench.persist(&batch).await, Persisted::default());
    assert_eq!(bench.store.chat(nobody, 1).await.expect("read"), None);
    let recorded = bench.store.recorded().await.expect("recorded");
    assert_eq!(
        recorded.partitions[usize::from(message.partition)].checkpoint,
        message.id,
        "they are done all the same"
    );
    bench.counts_are_exact().await;
}

pub async fn a_refused_value_fails_its_batch_whole_and_is_named_as_refused(bench: Bench) {
    let app = bench.messages(1).await;
    let poison = [
        bench.create_message(app, 1, 0, "no such number"),
        bench.create_message(app, 1, 2, &"x".repeat(16_777_216)),
        bench.update_message(app, 1, 1, &"x".repeat(16_777_216)),
        bench.create_chat(app, 0, None),
        bench.entry(app, None, 2, Job::CreateMessage { content: "whose?".into(), sender: None, sent_at: None }),
        Logged { partition: 64, ..bench.create_message(app, 1, 2, "no such partition") },
    ];
    for poison in poison {
        let id = poison.id;
        let good = bench.create_message(app, 1, 3, "good");
        let refused = bench.store.persist(&[good, poison]).await.expect_err("refused");
        assert_eq!(refused.kind, Kind::Refused, "{id}: {}", refused.chain());
        assert_eq!(bench.message(app, 1, 3).await, None);
    }
    assert_eq!(bench.messages_count(app, 1).await, 1);
    bench.persist(&[bench.create_message(app, 1, 2, &"x".repeat(1_000_000))]).await;
    bench.counts_are_exact().await;
}

pub async fn a_batch_over_many_chats_and_applications_is_counted_exactly(bench: Bench) {
    let mut batch = Vec::new();
    for _ in 0..3 {
        let app = bench.application().await;
        for chat in 1..=20 {
            batch.push(bench.create_chat(app, chat, None));
            batch.extend((1..=12).map(|number| bench.create_message(app, chat, number, "text")));
            batch.push(bench.delete_message(app, chat, chat % 12 + 1));
        }
    }
    // A spread that is neither sorted nor alike for the halves.
    batch.sort_by_key(|entry| (entry.id.to_column() % 1_009) * 7_919 % 1_009);
    let (first, second) = batch.split_at(batch.len() / 3);
    bench.persist(second).await;
    bench.counts_are_exact().await;
    bench.persist(first).await;
    bench.persist(second).await;
    bench.counts_are_exact().await;
    let totals = bench.store.totals().await.expect("totals");
    assert_eq!((totals.applications, totals.chats, totals.messages), (3, 60, 60 * 11));
}
