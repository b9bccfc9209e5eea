//! Deleting an application takes its name, and takes everything with it; and who works on all of that.

use crate::server::Own;
use crate::support::{code, stdout};

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
