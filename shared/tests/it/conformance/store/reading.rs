//! What is read: pages, scans, lists over all tenants, counts; and reading while others write.

use std::sync::Arc;

use chat_shared::clock::Timestamp;
use chat_shared::domain::{AppId, Gap, Sequence, Token};
use chat_shared::store::Order::{Asc, Desc};
use chat_shared::store::{ApplicationTally, ChatTally, MessageKey, NewApplication, Recounted, Tenant, Window};

use super::bench::{Bench, at, numbers, window};

pub async fn an_application_is_found_by_its_token_and_by_its_id(bench: Bench) {
    let new = NewApplication { token: Token::new("a secret"), name: "näme".into(), at: at(3) };
    let created = bench.store.create_application(&new).await.expect("created");
    assert_eq!((created.name.as_str(), created.chats_count, created.created_at), ("näme", 0, at(3)));
    let found = bench.store.application_by_token(&Token::new("a secret").hash()).await.expect("read");
    assert_eq!(found, Some(Tenant { application: created.clone(), until: None }));
    assert_eq!(bench.store.application(created.id).await.expect("read"), Some(created));
    assert_eq!(bench.store.application_by_token(&Token::new("A secret").hash()).await.expect("read"), None);
    bench.store.create_application(&new).await.expect_err("the token is taken");
    bench.counts_are_exact().await;
}

pub async fn applications_are_listed_by_id_and_by_name(bench: Bench) {
    let mut ids = Vec::new();
    for (n, name) in ["x", "y", "x", "x"].into_iter().enumerate() {
        let new = NewApplication { token: Token::new(format!("{n}")), name: name.into(), at: at(0) };
        ids.push(bench.store.create_application(&new).await.expect("created").id);
    }
    let list = async |after, name, limit| {
        let page = bench.store.applications(after, name, limit).await.expect("listed");
        page.into_iter().map(|application| application.id).collect::<Vec<_>>()
    };
    assert_eq!(list(None, None, 3).await, ids[..3]);
    assert_eq!(list(Some(ids[2]), None, 3).await, ids[3..]);
    assert_eq!(list(None, Some("x"), 2).await, [ids[0], ids[2]]);
    assert_eq!(list(Some(ids[2]), Some("x"), 2).await, [ids[3]]);
    assert_eq!(list(None, Some("X"), 2).await, []);
}

pub async fn a_page_is_cut_by_its_window_and_stands_in_its_order(bench: Bench) {
    let app = bench.messages(9).await;
    let chats: Vec<_> = (2..=9).map(|number| bench.create_chat(app, number, None)).collect();
    bench.persist(&chats).await;
    let cases = [
        (window(None, None, 3, Asc), vec![1, 2, 3]),
        (window(None, None, 3, Desc), vec![9, 8, 7]),
        (window(Some(4), None, 3, Asc), vec![5, 6, 7]),
        (window(Some(4), None, 3, Desc), vec![9, 8, 7]),
        (window(None, Some(7), 3, Asc), vec![4, 5, 6]),
        (window(None, Some(7), 3, Desc), vec![6, 5, 4]),
        (window(Some(2), Some(8), 3, Asc), vec![3, 4, 5]),
        (window(Some(2), Some(8), 3, Desc), vec![7, 6, 5]),
        (window(Some(9), None, 3, Asc), vec![]),
        (window(None, Some(1), 3, Asc), vec![]),
        (window(Some(u32::MAX), Some(u32::MAX), 3, Asc), vec![]),
    ];
    for (window, expected) in cases {
        let page = bench.store.messages(app, 1, window).await.expect("read");
        assert_eq!(numbers(&page), expected, "messages, {window:?}");
        let page = bench.store.chats(app, window).await.expect("read");
        assert_eq!(page.iter().map(|chat| chat.number).collect::<Vec<_>>(), expected, "chats, {window:?}");
    }
    assert_eq!(bench.store.messages(app, 10, window(None, None, 3, Asc)).await.expect("read"), []);
}

pub async fn the_greatest_numbers_are_stored_and_read(bench: Bench) {
    let app = bench.application().await;
    let max = u32::MAX;
    bench.persist(&[bench.create_chat(app, max, None), bench.create_message(app, max, max, "last")]).await;
    assert_eq!(bench.message(app, max, max).await.expect("there").content, "last");
    let all = Window::default();
    assert_eq!(numbers(&bench.store.messages(app, max, all).await.expect("read")), [max]);
    assert_eq!(bench.store.messages(app, max, window(Some(max), None, 1, Asc)).await.expect("read"), []);
    assert_eq!(
        numbers(&bench.store.messages(app, max, window(Some(max - 1), None, 1, Asc)).await.expect("read")),
        [max]
    );
}

pub async fn messages_are_read_by_key_in_the_order_of_the_keys(bench: Bench) {
    let app = bench.messages(5).await;
    let other = bench.messages(2).await;
    bench.persist(&[bench.delete_message(app, 1, 2)]).await;
    let key = |app, chat, number| MessageKey { app, chat, number };
    let keys = [key(other, 1, 2), key(app, 1, 5), key(app, 1, 99), key(app, 2, 1), key(app, 1, 2), key(other, 1, 1)];
    let messages = bench.store.messages_by_key(&keys).await.expect("read");
    let found: Vec<_> = messages.iter().map(|message| key(message.app, message.chat, message.number)).collect();
    assert_eq!(found, [keys[0], keys[1], keys[4], keys[5]]);
    assert_eq!(bench.store.messages_by_key(&[]).await.expect("read"), []);
}

pub async fn a_scan_meets_every_message_once_in_the_order_of_keys(bench: Bench) {
    let mut expected = Vec::new();
    let mut batch = Vec::new();
    let mut apps = Vec::new();
    for _ in 0..3 {
        let app = bench.application().await;
        apps.push(app);
        for chat in [1, 2, 4] {
            for number in 1..=chat + 1 {
                expected.push(MessageKey { app, chat, number });
                batch.push(bench.create_message(app, chat, number, "text"));
            }
        }
        batch.push(bench.create_chat(app, 3, Some("empty")));
    }
    batch.reverse();
    bench.persist(&batch).await;
    let chosen = |app: Option<AppId>, chat: Option<u32>| {
        let of =
            move |key: &&MessageKey| app.is_none_or(|app| key.app == app) && chat.is_none_or(|chat| key.chat == chat);
        expected.iter().filter(of).copied().collect::<Vec<_>>()
    };
    for (app, chat) in [(None, None), (Some(apps[1]), None), (Some(apps[1]), Some(4)), (Some(apps[2]), Some(3))] {
        for limit in [1, 2, 3, 100] {
            assert_eq!(scan(&bench, app, chat, limit).await, chosen(app, chat), "{app:?} {chat:?} by {limit}");
        }
    }
    let after = Some(MessageKey { app: apps[2], chat: 1, number: 1 });
    assert_eq!(bench.store.scan_messages(Some(apps[1]), None, after, 9).await.expect("read"), []);
    let before = Some(MessageKey { app: apps[0], chat: 9, number: 9 });
    assert_eq!(bench.store.scan_messages(Some(apps[1]), Some(1), before, 9).await.expect("read").len(), 2);
}

pub async fn a_scan_meets_what_does_not_count_in_its_place(bench: Bench) {
    let app = bench.application().await;
    let mut expected = Vec::new();
    for chat in 1..=4 {
        let created: Vec<_> = (1..=7).map(|number| bench.create_message(app, chat, number, "text")).collect();
        bench.persist(&created).await;
        // One of seven is left, and an update waits for a message that was never created.
        let deleted: Vec<_> = (2..=7).map(|number| bench.delete_message(app, chat, number)).collect();
        bench.persist(&deleted).await;
        bench.persist(&[bench.update_message(app, chat, 8, "too early")]).await;
        expected.extend((1..=7).map(|number| MessageKey { app, chat, number }));
    }
    for limit in [1, 2, 3, 5, 8, 20, 100] {
        assert_eq!(scan(&bench, Some(app), None, limit).await, expected, "by {limit}");
        assert_eq!(scan(&bench, None, None, limit).await, expected, "by {limit}");
    }
}

async fn scan(bench: &Bench, app: Option<AppId>, chat: Option<u32>, limit: u32) -> Vec<MessageKey> {
    let mut keys: Vec<MessageKey> = Vec::new();
    loop {
        let page = bench.store.scan_messages(app, chat, keys.last().copied(), limit).await.expect("read");
        assert!(page.len() <= limit as usize);
        if page.is_empty() {
            return keys;
        }
        keys.extend(page.iter().map(|message| MessageKey {
            app: message.app,
            chat: message.chat,
            number: message.number,
        }));
    }
}

pub async fn chats_and_messages_of_a_number_are_listed_over_all_tenants(bench: Bench) {
    let mut apps = Vec::new();
    for _ in 0..4 {
        let app = bench.application().await;
        for chat in 1..=3 {
            bench.persist(&[bench.create_message(app, chat, 2, "text"), bench.create_message(app, chat, 3, "x")]).await;
        }
        apps.push(app);
    }
    let chats = async |after, number, limit| {
        let page = bench.store.all_chats(after, number, limit).await.expect("read");
        page.into_iter().map(|chat| (chat.app, chat.number)).collect::<Vec<_>>()
    };
    assert_eq!(chats(None, None, 4).await, [(apps[0], 1), (apps[0], 2), (apps[0], 3), (apps[1], 1)]);
    assert_eq!(chats(Some((apps[2], 3)), None, 9).await, [(apps[3], 1), (apps[3], 2), (apps[3], 3)]);
    assert_eq!(chats(None, Some(2), 2).await, [(apps[0], 2), (apps[1], 2)]);
    assert_eq!(chats(Some((apps[1], 2)), Some(2), 9).await, [(apps[2], 2), (apps[3], 2)]);
    assert_eq!(chats(Some((apps[2], 1)), Some(2), 9).await, [(apps[2], 2), (apps[3], 2)]);
    assert_eq!(chats(None, Some(9), 9).await, []);

    let messages = async |number, after, limit| {
        let page = bench.store.messages_numbered(number, after, limit).await.expect("read");
        page.into_iter().map(|message| (message.app, message.chat, message.number)).collect::<Vec<_>>()
    };
    let key = |app, chat, number| Some(MessageKey { app, chat, number });
    assert_eq!(messages(2, None, 4).await, [(apps[0], 1, 2), (apps[0], 2, 2), (apps[0], 3, 2), (apps[1], 1, 2)]);
    assert_eq!(messages(2, key(apps[3], 2, 2), 9).await, [(apps[3], 3, 2)]);
    assert_eq!(messages(2, key(apps[3], 2, 1), 9).await, [(apps[3], 2, 2), (apps[3], 3, 2)]);
    assert_eq!(messages(1, None, 9).await, []);
}

pub async fn a_number_that_many_chats_have_is_listed_all_the_same(bench: Bench) {
    let app = bench.application().await;
    let other = bench.application().await;
    for chats in (1..=2_100).collect::<Vec<_>>().chunks(1_000) {
        let batch: Vec<_> = chats.iter().rev().map(|chat| bench.create_message(app, *chat, 1, "text")).collect();
        bench.persist(&batch).await;
    }
    bench.persist(&[bench.create_message(other, 5, 1, "text")]).await;
    let after = MessageKey { app, chat: 2_098, number: 1 };
    let page = bench.store.messages_numbered(1, Some(after), 9).await.expect("read");
    let found: Vec<_> = page.iter().map(|message| (message.app, message.chat)).collect();
    assert_eq!(found, [(app, 2_099), (app, 2_100), (other, 5)]);
}

pub async fn tallies_count_what_is_there(bench: Bench) {
    let app = bench.messages(4).await;
    bench.persist(&[bench.delete_message(app, 1, 2), bench.update_message(app, 1, 9, "not created")]).await;
    bench
        .persist(&[bench.create_chat(app, 2, None), bench.create_message(app, 3, 1, "x"), bench.delete_chat(app, 3)])
        .await;
    let tallies = bench.store.tally_chats(Some(app), None, 10).await.expect("counted");
    let tally = |chat, deleted, stored_count, live, rows, max| ChatTally {
        app,
        chat,
        deleted,
        stored_count,
        live,
        rows,
        max,
        gap_end: 0,
    };
    assert_eq!(tallies[..2], [tally(1, false, 3, 3, 4, 9), tally(2, false, 0, 0, 0, 0)]);
    assert!(tallies[2].deleted);
    assert_eq!(bench.store.tally_chats(None, Some((app, 1)), 1).await.expect("counted"), tallies[1..2]);
    assert_eq!(bench.store.tally_chats(Some(app), Some((app, 3)), 1).await.expect("counted"), []);
    assert_eq!(bench.store.tally_application(app).await.expect("counted"), (2, 2));
    let gap = |sequence| Gap { sequence, from: 10, to: 12, epoch: 1, at: at(7) };
    for sequence in [Sequence::Chats(app), Sequence::Messages(app, 2)] {
        bench.store.publish_gap(gap(sequence), "story").await.expect("published").expect("stands");
    }
    let second = bench.store.tally_chats(Some(app), Some((app, 1)), 1).await.expect("counted");
    assert_eq!((second[0].chat, second[0].gap_end), (2, 12));
    let walked = bench.walk(None).await;
    assert_eq!(walked[..2], [tallies[0], second[0]]);
    assert_eq!(bench.walk(Some(app)).await, walked);
    let tallied = bench.store.tally_applications(None, 9).await.expect("counted");
    assert_eq!(tallied, [ApplicationTally { app, stored_count: 2, live: 2, max: 3, gap_end: 12 }]);
    assert_eq!(bench.store.tally_applications(Some(app), 9).await.expect("counted"), []);
}

pub async fn counting_again_sets_what_the_rows_say_unless_the_count_is_another_than_was_seen(bench: Bench) {
    let app = bench.messages(4).await;
    bench.persist(&[bench.delete_message(app, 1, 2), bench.create_chat(app, 2, None)]).await;
    let recount = |sequence, seen| {
        let store = Arc::clone(&bench.store);
        async move { store.recount(sequence, seen).await.expect("counts") }
    };
    assert_eq!(recount(Sequence::Messages(app, 1), 3).await, Recounted::Set(3));
    assert_eq!(recount(Sequence::Messages(app, 1), 4).await, Recounted::Changed(3));
    assert_eq!(recount(Sequence::Chats(app), 2).await, Recounted::Set(2));
    assert_eq!(recount(Sequence::Chats(app), 1).await, Recounted::Changed(2));
    assert_eq!(recount(Sequence::Messages(app, 9), 0).await, Recounted::Gone);
    assert_eq!(bench.store.chat(app, 1).await.expect("read").expect("is there").messages_count, 3);
}

pub async fn readers_see_whole_batches_while_a_writer_writes(bench: Bench) {
    let app = bench.chat().await;
    let bench = Arc::new(bench);
    let reader = |bench: Arc<Bench>| async move {
        let mut seen = 0;
        while seen < 2_000 {
            let page = bench.store.messages(app, 1, window(None, None, 1, Desc)).await.expect("read");
            let last = page.first().map_or(0, |message| message.number);
            assert!(last >= seen && last % 100 == 0, "{last} after {seen}");
            seen = last;
        }
    };
    let readers: Vec<_> = (0..2).map(|_| tokio::spawn(reader(Arc::clone(&bench)))).collect();
    for batch in (1..=2_000).collect::<Vec<_>>().chunks(100) {
        let batch: Vec<_> = batch.iter().map(|number| bench.create_message(app, 1, *number, "text")).collect();
        bench.persist(&batch).await;
    }
    for reader in readers {
        tokio::time::timeout(std::time::Duration::from_secs(30), reader).await.expect("in time").expect("no panic");
    }
}

pub async fn what_is_stored_is_there_after_closing_and_opening(mut bench: Bench) {
    let app = bench.messages(3).await;
    let before = bench.message(app, 1, 3).await;
    let installation = bench.store.recorded().await.expect("recorded").installation;
    bench.reopen().await;
    assert_eq!(bench.message(app, 1, 3).await, before);
    assert_eq!(bench.store.recorded().await.expect("recorded").installation, installation);
    bench.persist(&[bench.create_message(app, 1, 4, "later")]).await;
    bench.counts_are_exact().await;
    bench.store.ping().await.expect("answers");
    bench.store.close().await;
    let closed = bench.store.delete_application(app, Timestamp::default()).await.expect_err("closed");
    assert!(closed.is_transient());
    bench.store.application(app).await.expect_err("closed");
}
