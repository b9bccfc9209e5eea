//! The routes, one file a resource. A handler reads as a story: what it takes from the request, the port it asks, the
//! answer.

pub mod admin;
pub mod applications;
pub mod chats;
pub mod docs;
pub mod everything;
pub mod export;
pub mod health;
pub mod messages;
pub mod metrics;
pub mod search;
mod settle;
