//! What routes take from requests, checked: paths, bodies, queries, headers. Each refuses with the code that api.md's
//! table has for it, before anything is numbered.

mod admin;
mod body;
mod operators;
mod path;
mod query;
mod write;

pub use admin::Admin;
pub use body::{BatchBody, JsonBody};
pub use operators::{LetterId, Named, OperationId, Who};
pub use path::{InApplication, InChat, OfMessage, no_application};
pub use query::{AllPage, ApplicationsPage, Asked, ExportQuery, MessagesPage, NumberPage, QueryText, SearchPage};
pub use write::{IfMatch, Preconditions, Write};
