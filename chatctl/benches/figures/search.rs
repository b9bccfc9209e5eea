//! Searching a chat of 100,000 messages, by texts that are really in it, and by some that are not.

use std::time::{Duration, Instant};

use chat_shared::api::client::{Client, Paging, WriteOptions};
use chat_shared::api::types::{CreateMessage, CreateMessages};

use super::process::Chatd;
use super::report::{Report, percentile};
use super::texts;

const MESSAGES: usize = 100_000;

/// Characters of a text that is searched for, and how often.
const LENGTHS: [usize; 6] = [1, 2, 3, 5, 10, 30];
const TIMES: usize = 150;

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let chatd = Chatd::start(&folder.path().join("data"), &[]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let contents = texts::contents();
    runtime.block_on(async {
        let base = format!("http://{}", chatd.address);
        let client = Client::builder(&base).admin_key(chatd.admin_key()).build().expect("a client");
        let token = furnish(&client, &contents).await;
        for length in LENGTHS {
            let (mut took, mut found) = (Vec::new(), 0);
            for text in pieces(&contents, length) {
                let begun = Instant::now();
                let page = client.search_chat(&token, 1, &text, &Paging::default()).await.expect("answers");
                took.push(begun.elapsed().as_secs_f64() * 1_000.0);
                found += usize::from(!page.body.is_empty());
            }
            assert!(found > 0, "nothing was found");
            let (median, late) = (percentile(&mut took, 0.5), percentile(&mut took, 0.99));
            let what = format!("search for {length} characters in a chat of 100,000: p50 / p99");
            let target = if length < 3 { "" } else { "p99 < 20 ms" };
            report.figure(what, format!("{median:.1} / {late:.1} ms"), target);
        }
    });
}

async fn furnish(client: &Client, contents: &[String]) -> String {
    let token = client.create_application("bench").await.expect("created").body.token;
    let wait = WriteOptions { wait: Some(Duration::from_secs(9)), ..WriteOptions::default() };
    client.create_chat(&token, None, &wait).await.expect("created");
    let all: Vec<&str> = texts::many(contents, MESSAGES).collect();
    for batch in all.chunks(1_000) {
        let messages = CreateMessages { messages: batch.iter().copied().map(message).collect() };
        client.create_messages(&token, 1, &messages, &wait).await.expect("accepted");
    }
    let begun = Instant::now();
    while client.queues().await.expect("answers").queues.iter().any(|queue| queue.depth > 0) {
        assert!(begun.elapsed() < Duration::from_mins(1), "the index does not keep up");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    token
}

fn message(content: &str) -> CreateMessage<'_> {
    CreateMessage { content: content.into(), sender: None, sent_at: None }
}

/// Pieces of this many characters, each from another message; every tenth is turned round, so that it is seldom there.
fn pieces(contents: &[String], length: usize) -> Vec<String> {
    let step = (contents.len() / TIMES).max(1);
    let cut = |content: &String| {
        let characters: Vec<char> = content.chars().collect();
        let from = characters.len().saturating_sub(length) / 2;
        characters.get(from..from + length).map(|piece| piece.iter().collect::<String>())
    };
    let usable = |piece: &String| piece.chars().any(char::is_alphanumeric);
    let found = contents.iter().step_by(step).chain(contents).filter_map(cut).filter(usable).take(TIMES);
    found.enumerate().map(|(at, text)| if at % 10 == 0 { text.chars().rev().collect() } else { text }).collect()
}
