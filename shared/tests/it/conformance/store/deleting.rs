//! What is deleted: chats, applications, and how their rows go.

use chat_shared::domain::{MessageState, Sequence};
use chat_shared::queue::Job;
use chat_shared::store::{MessageKey, Persisted, Purged, Window};

use super::bench::{Bench, at, with_key};

pub async fn a_deleted_chat_is_final(bench: Bench) {
    let app = bench.messages(3).await;
    bench.persist(&[bench.create_message(app, 2, 1, "another chat's")]).await;
    let deletion = bench.delete_chat(app, 1);
    bench.persist(std::slice::from_ref(&deletion)).await;
    let chat = bench.store.chat(app, 1).await.expect("read").expect("a tombstone");
    assert_eq!((chat.deleted_at, chat.messages_count), (Some(deletion.entry.at), 0));
    assert_eq!(bench.chats_count(app).await, 1);
    let late = [bench.create_message(app, 1, 4, "late"), bench.update_message(app, 1, 1, "late"), deletion];
    assert_eq!(bench.persist(&late).await, Persisted::default());
    assert_eq!(bench.message(app, 1, 1).await, None);
    assert_eq!(bench.message(app, 1, 4).await, None);
    assert_eq!(bench.store.messages(app, 1, Window::default()).await.expect("read"), []);
    let key = MessageKey { app, chat: 1, number: 1 };
    assert_eq!(bench.store.messages_by_key(&[key]).await.expect("read"), []);
    assert_eq!(bench.store.scan_messages(None, None, None, 10).await.expect("read").len(), 1);
    assert_eq!(bench.store.messages_numbered(1, None, 10).await.expect("read").len(), 1);
    assert_eq!(bench.store.chats(app, Window::default()).await.expect("read").len(), 1);
    let evidence = bench.store.evidence(Sequence::Messages(app, 1)).await.expect("evidence");
    assert!(evidence.exists && evidence.deleted);
    bench.counts_are_exact().await;
}

pub async fn a_chat_deleted_before_anything_else_of_it_came_stays_deleted(bench: Bench) {
    let app = bench.application().await;
    let creation = bench.create_chat(app, 1, Some("late"));
    let message = bench.create_message(app, 1, 1, "late");
    bench.persist(&[bench.delete_chat(app, 1)]).await;
    bench.persist(&[message, creation.clone()]).await;
    let chat = bench.store.chat(app, 1).await.expect("read").expect("a tombstone");
    assert_eq!((chat.created_at, chat.messages_count), (creation.entry.at, 0));
    assert!(chat.deleted_at.is_some());
    assert_eq!(bench.chats_count(app).await, 0);
    bench.counts_are_exact().await;
}

pub async fn a_deleted_application_is_found_by_nothing(bench: Bench) {
    let app = bench.messages(3).await;
    let other = bench.messages(1).await;
    let token = bench.store.application(app).await.expect("read").expect("there").token;
    assert!(bench.store.delete_application(app, at(500)).await.expect("deleted"));
    assert!(!bench.store.delete_application(app, at(501)).await.expect("deleted"));
    assert_eq!(bench.store.application(app).await.expect("read"), None);
    assert_eq!(bench.store.application_by_token(&token.hash()).await.expect("read"), None);
    let listed = bench.store.applications(None, None, 10).await.expect("listed");
    assert_eq!(listed.iter().map(|application| application.id).collect::<Vec<_>>(), [other]);
    assert_eq!(bench.store.chats(app, Window::default()).await.expect("read"), []);
    assert_eq!(bench.message(app, 1, 1).await, None);
    assert_eq!(bench.store.messages(app, 1, Window::default()).await.expect("read"), []);
    assert_eq!(bench.store.all_chats(None, None, 10).await.expect("read").len(), 1);
    assert_eq!(bench.store.scan_messages(None, None, None, 10).await.expect("read").len(), 1);
    let chat = bench.store.chat(app, 1).await.expect("read").expect("a tombstone");
    assert_eq!(chat.deleted_at, Some(at(500)));
    assert!(bench.store.evidence(Sequence::Chats(app)).await.expect("evidence").deleted);
    assert!(bench.store.evidence(Sequence::Messages(app, 1)).await.expect("evidence").deleted);
    bench.counts_are_exact().await;
}

pub async fn the_deletion_of_an_application_on_the_log_marks_it_too(bench: Bench) {
    let app = bench.messages(2).await;
    let batch = [
        bench.create_message(app, 1, 3, "just before"),
        bench.entry(app, None, 0, Job::DeleteApplication),
        bench.create_message(app, 1, 4, "just after"),
    ];
    bench.persist(&batch).await;
    assert_eq!(bench.store.application(app).await.expect("read"), None);
    assert_eq!(bench.persist(&batch).await, Persisted::default());
    bench.counts_are_exact().await;
}

pub async fn purging_removes_what_is_deleted_in_bounded_steps(bench: Bench) {
    let app = bench.messages(25).await;
    let gone = bench.messages(25).await;
    bench.persist(&[bench.create_message(gone, 2, 1, "b"), bench.create_message(app, 2, 1, "stays")]).await;
    bench.persist(&[bench.delete_chat(app, 1)]).await;
    bench.store.delete_application(gone, at(500)).await.expect("deleted");
    let mut sum = Purged::default();
    for step in 0.. {
        assert!(step < 100, "purging never ends");
        let purged = bench.store.purge(at(0), 10).await.expect("purged");
        assert!(purged.messages + purged.chats <= 10, "{purged:?}");
        if purged == Purged::default() {
            break;
        }
        sum.messages += purged.messages;
        sum.chats += purged.chats;
    }
    assert_eq!((sum.messages, sum.chats), (51, 2));
    assert!(bench.store.chat(app, 1).await.expect("read").expect("a tombstone").deleted_at.is_some());
    assert_eq!(bench.store.chat(gone, 1).await.expect("read"), None);
    assert_eq!(bench.message(app, 2, 1).await.expect("there").state, MessageState::Persisted);
    // What comes late for it is done without effect all the same.
    let late = [bench.create_message(app, 1, 26, "late"), bench.create_message(gone, 1, 26, "late")];
    assert_eq!(bench.persist(&late).await, Persisted::default());
    bench.counts_are_exact().await;
}

pub async fn purging_forgets_old_keys(bench: Bench) {
    let app = bench.chat().await;
    let old = with_key(bench.create_message(app, 1, 1, "a"), [1; 32], 1, 0);
    let new = with_key(bench.create_message(app, 1, 2, "b"), [2; 32], 1, 0);
    bench.persist(&[old, new.clone()]).await;
    assert_eq!(bench.store.purge(new.entry.at, 10).await.expect("purged").keys, 1);
    assert_eq!(bench.store.once(&[1; 32]).await.expect("read"), None);
    assert!(bench.store.once(&[2; 32]).await.expect("read").is_some());
}
