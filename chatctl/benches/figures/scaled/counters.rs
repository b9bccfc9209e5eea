//! Counters as the accept script leaves them, put into Redis by the ten thousand.

use std::time::Instant;

use chat_shared::domain::{AppId, Sequence};
use redis::Connection;

/// Counters that go in one pipeline.
const AT_A_TIME: u32 = 10_000;

/// Sets the counters of so many chats of an application to `n`.
pub fn set_of_chats(redis: &mut Connection, prefix: &str, app: AppId, chats: u32, n: u32) {
    let begun = Instant::now();
    for from in (1..=chats).step_by(AT_A_TIME as usize) {
        let sequences = (from..from + AT_A_TIME).map(|chat| Sequence::Messages(app, chat));
        set(redis, prefix, sequences, n);
    }
    eprintln!("  {chats} counters set in {:.0} s", begun.elapsed().as_secs_f64());
}

/// Sets these counters to `n`.
pub fn set(redis: &mut Connection, prefix: &str, sequences: impl IntoIterator<Item = Sequence>, n: u32) {
    let epoch: u32 = redis::cmd("GET").arg(format!("{prefix}:{{0}}:epoch")).query(redis).expect("an epoch");
    let check = (u64::from(n) * 7919 + 104_729) % 1_000_003;
    let mut pipeline = redis::pipe();
    for sequence in sequences {
        let key = format!("{prefix}:{{{}}}:n:{sequence}", sequence.partition());
        pipeline.cmd("HSET").arg(key).arg("n").arg(n).arg("epoch").arg(epoch).arg("check").arg(check).ignore();
    }
    let () = pipeline.query(redis).expect("counters");
}
