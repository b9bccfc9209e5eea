//! chatctl from outside: the real binary, its streams and its exit codes.

mod completions;
mod frame;
mod help;
mod leaves;
mod support;
