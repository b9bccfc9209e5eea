//! Query strings: which page, which text. Unknown parameters, repeated ones and values out of range are refused, all of
//! them at once; nothing is guessed.

mod operators;
mod pages;
mod raw;

pub use operators::Asked;
pub use pages::{AllPage, ApplicationsPage, ExportQuery, MessagesPage, NumberPage, QueryText, SearchPage};
