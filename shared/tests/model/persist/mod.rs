//! What the models of accepting have in common: a log with its group `persist`, workers that write rows from it, the
//! rows and gaps of one chat, and what was answered.
//!
//! It knows nothing of counters, seeds and keys.

mod answered;
mod chat;
mod log;
mod workers;

pub use self::answered::Answered;
pub use self::chat::{Chat, Gap};
pub use self::log::Log;
pub use self::workers::{Work, Worker, Workers};
