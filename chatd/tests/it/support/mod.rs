//! What the stories of this binary have in common.

pub mod afterwards;
pub mod authority;
pub mod binary;
pub mod fleet;
pub mod history;
pub mod home;
pub mod load;
pub mod meddler;
pub mod nginx;
pub mod own_servers;
pub mod process;
pub mod server;
#[path = "../../../../shared/tests/it/servers.rs"]
pub mod servers;
