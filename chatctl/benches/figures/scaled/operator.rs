//! What operators wait for at an installation on servers, and what leaves it for a file.

use std::time::Instant;

use chat_shared::domain::{AppId, Sequence};

use super::accept::application;
use super::counters;
use super::servers::Servers;
use super::site::Site;
use crate::looks::{self, CHATS, LETTERS, OF_CHAT, Way};
use crate::process::Chatd;
use crate::report::Report;

pub fn measure(report: &mut Report) {
    let servers = Servers::up(&["mariadb", "redis"]);
    servers.fresh_redis("everysec");
    let site = Site::new(&servers, "redis");
    let chatd = site.start("all");
    let app = application(&servers, &site, &chatd);
    let begun = Instant::now();
    fill(&servers, &site.name, app.0);
    let mut redis = servers.redis();
    counters::set_of_chats(&mut redis, &site.name, app.0, CHATS, OF_CHAT);
    counters::set(&mut redis, &site.name, [Sequence::Chats(app.0)], CHATS);
    servers.settle();
    eprintln!("  {CHATS} chats of {OF_CHAT} messages in {:.0} s", begun.elapsed().as_secs_f64());
    let ways = [Way::api(&chatd), site.direct()];
    looks::put_on_the_log(&chatd, &app.1);
    looks::first_lines(report, "on servers", &ways, &app.1);
    looks::counters(report, "on servers", &ways, &chatd);
    looks::beside_posting(report, "on servers", &chatd, &app.1);
    let begun = Instant::now();
    chatd.chatctl(&["export", &app.1, "--out", site.file("export.ndjson").to_str().expect("text")]);
    let rate = f64::from(CHATS * OF_CHAT) / begun.elapsed().as_secs_f64();
    report.figure("on servers: export to a file", format!("{rate:.0} messages/s"), "≥ 100,000/s");
    // They are findings of their own.
    servers.on_database(&site.name, &["DELETE FROM dead_letters"]);
    verify(report, &chatd);
}

/// The whole truth of what is there, in the time that a million messages would take.
fn verify(report: &mut Report, chatd: &Chatd) {
    let begun = Instant::now();
    chatd.chatctl(&["verify"]);
    let took = begun.elapsed().as_secs_f64();
    let all = format!("{took:.1} s for {}, in {CHATS} chats", CHATS * OF_CHAT);
    report.figure("on servers: verify", all, "< 60 s for 1,000,000");
}

/// Chats with messages and dead letters, as rows of the database's own sequences.
fn fill(servers: &Servers, database: &str, app: AppId) {
    let app = app.0;
    let messages = CHATS * OF_CHAT;
    let base = 1_700_000_000_000_u64;
    let version = base << 20;
    servers.on_database(
        database,
        &[
            &format!(
                "INSERT INTO chats (id, application_id, chat_number, title, messages_count, create_version, version, state,
                    created_at, updated_at)
                 SELECT seq, {app}, seq, NULL, {OF_CHAT}, {version} + seq, 0, 0, {base}, {base} FROM seq_1_to_{CHATS}"
            ),
            &format!(
                "INSERT INTO messages (chat_id, message_number, message_content, sender, sent_at, create_version, version,
                    state, created_at, updated_at)
                 SELECT (seq - 1) DIV {OF_CHAT} + 1, (seq - 1) MOD {OF_CHAT} + 1, CONCAT(SHA2(seq, 256), ' is what it says'),
                    'somebody', NULL, {version} + seq, {version} + seq, 0, {base}, {base} FROM seq_1_to_{messages}"
            ),
            &format!("UPDATE applications SET chats_count = {CHATS} WHERE id = {app}"),
            &format!("UPDATE partitions SET messages = messages + {messages} WHERE `partition` = 0"),
            &format!(
                "INSERT INTO dead_letters (`partition`, entry_id, number, kind, payload, reason, attempts, first_at, last_at)
                 SELECT 0, seq, seq, 'create_message', '', 'made for a measurement', 1, 0, 0 FROM seq_1_to_{LETTERS}"
            ),
            "ANALYZE TABLE chats, messages, dead_letters",
        ],
    );
}
