//! Deleting an application takes its name, and takes everything with it; and who works on all of that.

use crate::server::Own;
use crate::support::{code, stdout, until};

#[test]
fn an_application_is_deleted_with_its_name_alone_and_everything_goes_with_it() {
    let own = Own::new();
    let (doomed, spared) = (own.app("doomed"), own.app("spared"));
    own.post(&doomed, &["the lost sheep"]);
    own.post(&spared, &["the found sheep"]);
    own.settle();
    let asked = own.failure(&["app", "delete", "doomed", "--yes"]);
    assert_eq!(asked["exit"], 10, "--yes is not enough: {asked}");
    assert!(asked["message"].as_str().is_some_and(|message| message.contains("1 chats and 1 messages")), "{asked}");
    assert!(asked["hint"].as_str().is_some_and(|hint| hint.contains("--confirm=doomed")), "{asked}");
    assert_eq!(own.failure(&["app", "delete", "doomed", "--confirm=spared"])["exit"], 11);
    assert_eq!(own.item(&["app", "delete", "doomed", "--dry-run"])["dry_run"], true);
    assert_eq!(own.items(&["app", "ls"]).len(), 2);
    let deleted = own.item(&["app", "delete", "doomed", "--confirm=doomed"]);
    assert_eq!((&deleted["target"], &deleted["change"]), (&doomed.as_str().into(), &"deleted".into()));
    for args in [&["app", "get", &doomed][..], &["msg", "ls", &doomed, "1"], &["msg", "search", &doomed, "sheep"]] {
        assert_eq!(own.failure(args)["exit"], 5, "{args:?}");
    }
    own.settle();
    assert_eq!(own.items(&["msg", "search", &spared, "sheep"]).len(), 1);
    own.text(&["verify", "--all"], 0);
    own.text(&["counter", "diff", "--exit-code"], 0);
}

#[test]
fn the_processes_of_the_installation_are_listed_by_their_heartbeats() {
    let own = Own::new();
    let [worker] = &own.items(&["worker", "ls"])[..] else { panic!("one process") };
    assert_eq!((&worker["role"], &worker["state"]), (&"all".into(), &"up".into()));
    assert_eq!(worker["pid"], std::process::id());
    let id = worker["id"].as_str().expect("an id");
    assert_eq!(own.item(&["worker", "get", id])["started_at"], worker["started_at"]);
    assert_eq!(own.failure(&["worker", "get", "nobody"])["exit"], 5);
    let named = own.run(&["worker", "ls", "-o", "name"]);
    assert_eq!((code(&named), stdout(&named)), (0, format!("{id}\n")));
}

#[test]
fn a_token_is_replaced_with_consent_and_the_old_one_works_for_the_grace_alone() {
    let own = Own::new();
    let old = own.app("rotated");
    assert_eq!(own.failure(&["app", "rotate-token", "rotated"])["exit"], 10, "it asks first");
    let untouched = own.item(&["app", "rotate-token", "rotated", "--dry-run"]);
    assert_eq!((&untouched["dry_run"], &untouched["token"]), (&true.into(), &serde_json::Value::Null));
    let rotated = own.item(&["app", "rotate-token", "rotated", "--yes"]);
    let new = rotated["token"].as_str().expect("a token");
    assert_ne!(new, old);
    assert!(rotated["old_token_until"].as_str().is_some_and(|until| until.starts_with("20")), "{rotated}");
    own.post(new, &["by the new one"]);
    own.post(&old, &["by the old one"]);
    assert_eq!(own.item(&["app", "get", &old])["token"], old, "whoever has the old one is not told the new one");
    let newest = own.item(&["app", "rotate-token", new, "--grace", "0s", "--yes"]);
    for ended in [&old, new] {
        let failure = until("it is found no more", || {
            let output = own.run(&["msg", "ls", ended, "1", "-o", "json"]);
            (code(&output) != 0).then(|| crate::support::error(&output))
        });
        assert_eq!((&failure["exit"], &failure["code"]), (&5.into(), &"application_not_found".into()), "{failure}");
    }
    assert_eq!(own.item(&["app", "stats", newest["token"].as_str().expect("a token")])["messages_count"], 2);
    assert_eq!(code(&own.run(&["app", "rotate-token", "rotated", "--grace", "31d", "--yes"])), 2);
}

#[test]
fn a_chat_is_counted_with_what_is_gone_of_it() {
    let own = Own::new();
    let app = own.app("counted");
    let empty = own.item(&["chat", "stats", &app, "1"]);
    assert_eq!((&empty["messages_count"], &empty["last_number"]), (&0.into(), &serde_json::Value::Null), "{empty}");
    own.post(&app, &["one", "two", "three"]);
    own.item(&["msg", "delete", &app, "1", "2", "--yes", "--wait", "10s"]);
    let stats = own.item(&["chat", "stats", &app, "1"]);
    assert_eq!((&stats["title"], &stats["messages_count"]), (&"first".into(), &2.into()), "{stats}");
    assert_eq!((&stats["last_number"], &stats["numbers_without_message"]), (&3.into(), &1.into()), "{stats}");
    assert!(stats["first_at"].as_str() < stats["last_at"].as_str(), "{stats}");
    assert_eq!(own.failure(&["chat", "stats", &app, "7"])["exit"], 5);
}
