//! chatctl from outside: the real binary, its streams and its exit codes.

mod chat;
mod completions;
mod frame;
mod help;
mod leaves;
mod server;
mod support;
mod tail;
