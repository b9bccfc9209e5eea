//! What entries become: creations, updates, deletions, in whatever order they come.

use chat_shared::domain::MessageState;
use chat_shared::queue::Job;
use chat_shared::store::Persisted;

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
