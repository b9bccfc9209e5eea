//! What the stories of this binary have in common.

pub mod process;
