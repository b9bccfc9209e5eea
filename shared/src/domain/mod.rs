//! Applications, chats, messages and their rules: pure values and checks, no I/O, no SQL, no HTTP.

mod limits;
mod model;
mod numbers;
mod token;

pub use limits::{Limits, Violation};
pub use model::{Application, Chat, ChatState, Gap, Message, MessageState};
pub use numbers::{AppId, ChatNumber, MAX_NUMBER, MessageNumber, PARTITIONS, Partition, Sequence};
pub use token::{Digest, Token, digest};
