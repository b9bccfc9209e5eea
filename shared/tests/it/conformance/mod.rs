//! One suite a port. Each is a list of stories over the port's trait; an adapter's module gives them a fresh adapter.

mod queue;
pub mod search;
mod store;
