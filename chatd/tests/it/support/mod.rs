//! What the stories of this binary have in common.

pub mod binary;
pub mod history;
pub mod nginx;
pub mod process;
pub mod server;
