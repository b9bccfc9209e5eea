//! The rows model: creates, updates, deletes, dead letters and retries, in every order and any number of times.
//!
//! It knows nothing of queues and workers: what they can do to a row is write an accepted entry again, late or never.

mod chat;
mod message;
mod tests;

pub use self::tests::{CHAT_LEFT_OUT, MESSAGE_LEFT_OUT};
