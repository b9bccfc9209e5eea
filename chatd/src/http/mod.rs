//! The HTTP side of chatd: the server and what it answers.

mod admin_key;
mod answer;
mod edge;
mod error;
mod extract;
mod gate;
mod ids;
mod meter;
mod openapi;
mod router;
mod routes;
pub mod serve;
mod state;
mod tenants;

pub use admin_key::AdminAccess;
pub use gate::Gate;
pub use router::{document, router};
pub use routes::metrics::metrics;
pub use state::{AppState, HttpSettings, Needs};
