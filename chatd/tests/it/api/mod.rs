//! The HTTP API, route by route, as its tree is; and what holds across all of it.

mod applications;
mod bad_input;
mod batch;
mod chats;
mod docs;
mod edge;
mod everything;
mod export;
mod health;
mod idempotency;
mod isolation;
mod messages;
mod operators;
mod search;
mod waiting;
