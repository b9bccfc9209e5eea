//! chatctl from outside: the real binary, its streams and its exit codes.

#![expect(clippy::expect_used, clippy::panic, reason = "a test ends at the first surprise")]

mod apps;
mod backups;
mod bad_files;
mod bad_input;
mod bench;
mod chat;
mod checks;
mod completions;
mod contexts;
mod counters;
mod dead_letters;
mod direct;
mod doctors;
mod formats;
mod frame;
mod gate;
mod halting;
mod help;
#[path = "../../../chatd/tests/it/support/home.rs"]
#[expect(dead_code, reason = "chatd's own tests need more of it")]
mod home;
mod import;
mod jobs;
mod leaves;
mod marks;
mod place;
mod queues;
mod readme;
mod rehearsals;
mod runbook;
mod schemas;
mod server;
#[path = "../../../shared/tests/it/servers.rs"]
mod servers;
mod shells;
mod strangers;
mod support;
mod tail;
mod terminal;
mod tmux;
mod tui;
mod tui_acts;
