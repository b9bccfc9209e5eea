//! The HTTP side of chatd: the server and what it answers.

pub mod serve;
