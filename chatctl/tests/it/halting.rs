//! Pausing, draining, claiming and waiting, as operators and their scripts do.

use crate::server::Server;
use crate::support::{code, error, until};

/// A chatd of this test's own: pauses are everybody's.
fn own() -> (tempfile::TempDir, Server, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(&folder.path().join("data"));
    let app = server.app("halting");
    server.post(&app, &["one"]);
    (folder, server, app)
}

#[test]
fn accepting_is_stopped_with_consent_drained_and_resumed() {
    let (_folder, server, app) = own();
    let unasked = server.run(&["queue", "pause", "accept", "-o", "json"]);
    assert_eq!(code(&unasked), 10);
    let would = server.item(&["queue", "pause", "accept", "--dry-run"]);
    assert_eq!((&would["state"], &would["dry_run"]), (&"draining".into(), &true.into()));
    let paused = server.item(&["queue", "pause", "accept", "--yes", "--wait", "30s"]);
    assert_eq!((&paused["station"], &paused["state"]), (&"accept".into(), &"drained".into()));
    let refused = server.run(&["msg", "post", &app, "1", "two", "-o", "json"]);
    assert_eq!((code(&refused), &error(&refused)["code"]), (7, &"accepting_paused".into()));
    let listed = server.json(&["queue", "ls"]);
    let warning = listed["warnings"][0].as_str().expect("a warning");
    assert!(warning.contains("accepting is stopped by") && warning.contains("(drained)"), "{warning}");
    let checked = server.run(&["check", "queue"]);
    assert_eq!(code(&checked), 1, "a warning: {checked:?}");
    assert_eq!(server.item(&["queue", "resume", "accept"])["state"], "running");
    until("it accepts again", || (code(&server.run(&["msg", "post", &app, "1", "two"])) == 0).then_some(()));
}

#[test]
fn a_queue_is_paused_waited_for_and_resumed() {
    let (_folder, server, app) = own();
    server.item(&["queue", "wait", "index", "--empty"]);
    server.item(&["queue", "pause", "index"]);
    // Workers hear of it a moment later: until then the index takes what is posted.
    until("nothing is indexed", || {
        server.post(&app, &["more"]);
        let late = server.run(&["queue", "wait", "index", "--empty", "--timeout", "3s", "-o", "json"]);
        (code(&late) == 8).then_some(())
    });
    assert_eq!(server.item(&["queue", "get", "index"])["state"], "paused");
    server.item(&["queue", "wait", "index", "--lag-below", "1000"]);
    assert_eq!(code(&server.run(&["queue", "wait", "index"])), 2, "until what?");
    assert_eq!(code(&server.run(&["queue", "pause", "index", "--wait", "1s"])), 2, "only accepting drains");
    server.item(&["queue", "resume", "index"]);
    server.item(&["queue", "wait", "index", "--empty"]);
}

#[test]
fn a_claim_says_how_much_is_idle() {
    let (_folder, server, _app) = own();
    let asked = server.item(&["queue", "claim", "persist", "--idle", "2s"]);
    assert_eq!(
        (&asked["queue"], &asked["idle_ms"], &asked["idle_entries"]),
        (&"persist".into(), &2_000.into(), &0.into())
    );
    let soon = server.run(&["queue", "claim", "persist", "--idle", "10ms", "-o", "json"]);
    assert_eq!(error(&soon)["code"], "validation_failed");
}
