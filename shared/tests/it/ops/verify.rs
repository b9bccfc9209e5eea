//! Verifying finds nothing in a healthy installation, and each planted fault where it is.

use chat_shared::api::types::admin::VerifyInvariant::{I1, I2, I3, I5, I6, I7};
use chat_shared::api::types::admin::VerifyParams;
use chat_shared::ops::{Ended, Plan};
use chat_shared::queue::EntryId;
use chat_shared::search::Document;
use serde_json::Value;

use super::{Bench, StopWhere, found};

#[tokio::test]
async fn a_healthy_installation_has_no_findings_and_everything_was_looked_at() {
    let (bench, _) = Bench::furnished().await;
    let report = bench.verify().await;
    assert!(report.ok, "{:?}", report.findings);
    let checked = report.checked;
    assert_eq!((checked.applications, checked.chats, checked.messages), (1, 2, 60));
    assert_eq!((checked.counters, checked.looked_up, checked.in_flight), (3, 59, 0));
}

#[tokio::test]
async fn an_empty_installation_has_no_findings() {
    let bench = Bench::new().await;
    bench.parts.search.mark_filled().await.expect("marked");
    assert!(bench.verify().await.ok);
}

#[tokio::test]
async fn a_counter_lowered_by_hand_and_one_lowered_with_its_check_value_are_found() {
    let (bench, app) = Bench::furnished().await;
    let key = format!("{app}:2");
    let bench = bench.damaged("queue.db", "UPDATE counters SET n = 29 WHERE owner LIKE '%:2'").await;
    let report = bench.verify().await;
    assert_eq!(found(&report), [(I3, key.as_str())], "{report:?}");
    let lowered = "UPDATE counters SET check_value = (n * 7919 + 104729) % 1000003 WHERE owner LIKE '%:2'";
    let bench = bench.damaged("queue.db", lowered).await;
    let report = bench.verify().await;
    assert_eq!(found(&report), [(I3, key.as_str())], "{report:?}");
    assert!(report.findings[0].what.contains("number 30 was given"), "{report:?}");
}

#[tokio::test]
async fn numbers_that_were_answered_and_are_nowhere_are_found_once_they_are_settled() {
    let (bench, app) = Bench::furnished().await;
    let raised = "UPDATE counters SET n = 33, check_value = (33 * 7919 + 104729) % 1000003 WHERE owner LIKE '%:1'";
    let bench = bench.damaged("queue.db", raised).await;
    bench.clock.advance(60_000);
    let report = bench.verify().await;
    assert_eq!(found(&report), [(I1, format!("{app}:1").as_str())], "{report:?}");
    assert!(report.findings[0].what.contains("3 answered and lost"), "{report:?}");
}

#[tokio::test]
async fn a_deleted_row_is_a_hole_a_wrong_count_and_a_document_too_many() {
    let (bench, app) = Bench::furnished().await;
    // The log would tell of the row too: it is empty after a while.
    bench.parts.queue.trim(std::time::Duration::ZERO).await.expect("trims");
    let bench = bench.damaged("chat.db", "DELETE FROM messages WHERE message_number = 3 AND chat_id = 1").await;
    let report = bench.verify().await;
    let key = format!("{app}:1");
    assert_eq!(found(&report), [(I5, key.as_str()), (I2, key.as_str()), (I6, "index")], "{report:?}");
    assert!(report.findings[1].what.starts_with("3 is neither"), "{report:?}");
}

#[tokio::test]
async fn a_row_that_the_log_still_knows_is_missed_by_its_entry_too() {
    let (bench, app) = Bench::furnished().await;
    let bench = bench.damaged("chat.db", "DELETE FROM messages WHERE message_number = 3 AND chat_id = 1").await;
    assert!(found(&bench.verify().await).contains(&(I1, format!("{app}:1:3").as_str())));
    let changed = "UPDATE messages SET message_content = 'other' WHERE message_number = 4 AND chat_id = 1";
    let bench = bench.damaged("chat.db", changed).await;
    let report = bench.verify().await;
    let place = format!("{app}:1:4");
    assert!(found(&report).contains(&(I1, place.as_str())), "not what was sent: {report:?}");
    assert!(found(&report).contains(&(I6, place.as_str())), "the index has what was sent: {report:?}");
}

#[tokio::test]
async fn wrong_counts_are_found() {
    let (bench, app) = Bench::furnished().await;
    let bench = bench.damaged("chat.db", "UPDATE chats SET messages_count = 31 WHERE chat_number = 2").await;
    let bench = bench.damaged("chat.db", "UPDATE applications SET chats_count = 5").await;
    let report = bench.verify().await;
    let (chat, app) = (format!("{app}:2"), app.to_string());
    assert_eq!(found(&report), [(I5, chat.as_str()), (I5, app.as_str()), (I5, "totals")], "{report:?}");
}

#[tokio::test]
async fn a_missing_document_is_found_by_its_message_and_an_orphan_by_the_number_of_documents() {
    let (bench, app) = Bench::furnished().await;
    let blank = Document { app, chat: 2, number: 9, version: EntryId::MAX, edited: true, text: None };
    bench.parts.search.index(std::slice::from_ref(&blank)).await.expect("indexed");
    let report = bench.verify().await;
    assert_eq!(found(&report), [(I6, format!("{app}:2:9").as_str()), (I6, "index")], "{report:?}");

    let (bench, app) = Bench::furnished().await;
    let orphan = Document { text: Some("orphan".into()), app, number: 44, ..blank };
    bench.parts.search.index(&[orphan]).await.expect("indexed");
    let report = bench.verify().await;
    assert_eq!(found(&report), [(I6, "index")], "{report:?}");
    assert!(report.findings[0].what.contains("1 documents that no message"), "{report:?}");
}

#[tokio::test]
async fn a_chat_of_its_own_can_be_verified() {
    let (bench, app) = Bench::furnished().await;
    let bench = bench.damaged("chat.db", "UPDATE chats SET messages_count = 31 WHERE chat_number = 2").await;
    let of = |chat| VerifyParams { application_id: Some(app.0), chat_number: Some(chat), ..VerifyParams::default() };
    let (first, second) = (bench.verify_as(of(1)).await, bench.verify_as(of(2)).await);
    assert_eq!((first.ok, first.checked.chats, first.checked.messages), (true, 1, 30));
    assert_eq!(found(&second), [(I5, format!("{app}:2").as_str())]);
}

#[tokio::test]
async fn an_index_that_was_never_filled_is_a_finding() {
    let bench = Bench::new().await;
    assert_eq!(found(&bench.verify().await), [(I6, "index")]);
}

#[tokio::test]
async fn a_message_in_a_gap_is_no_hole_and_verifying_stops_where_it_is_told_to() {
    let (bench, app) = Bench::furnished().await;
    let gap = "INSERT INTO gaps (application_id, chat_number, from_number, to_number, epoch, reason, at)
        VALUES (1, 1, 3, 4, 1, 'a test', 0)";
    let bench = bench.damaged("chat.db", gap).await;
    let bench = bench.damaged("chat.db", "DELETE FROM messages WHERE message_number = 3 AND chat_id = 1").await;
    assert!(!found(&bench.verify().await).iter().any(|(invariant, _)| *invariant == I2), "app {app}");
    let plan = Plan::Verify(VerifyParams::default());
    let mut first_chat = StopWhere(|_: &_| true, Vec::new());
    let ended = bench.parts.carry_out(&plan, &Value::Null, &mut first_chat).await.expect("answers");
    assert_eq!(ended, Ended::Stopped);
    let told: Vec<_> = first_chat.1.iter().map(|mark| (mark.step, mark.done, mark.total)).collect();
    assert_eq!(told, [("chats", 29, Some(59))]);
}

#[tokio::test]
async fn dead_letters_are_listed() {
    let (bench, _) = Bench::furnished().await;
    let letter = super::dead_letters::park(&bench).await;
    let report = bench.verify().await;
    assert_eq!(found(&report), [(I7, format!("dead letter {letter}").as_str())], "{report:?}");
}
