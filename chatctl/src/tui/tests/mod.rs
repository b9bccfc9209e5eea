//! The screens from outside: what each looks like, what keys do, and that what is written of them is true.

mod documents;
mod keys;
mod lines;
mod sample;
mod screens;
mod walk;

#[expect(dead_code, reason = "it serves the tests of the whole program too")]
#[path = "../../../tests/it/tmux.rs"]
mod tmux;

mod panic;
