//! What can be looked at: the eight views and what one drills into from them. Values only; how each is drawn, asked for
//! and acted on stands in `screens` and `perform`.

use std::fmt;

use chat_shared::domain::{ChatNumber, MessageNumber};
use chat_shared::queue::Group;
use clap::ValueEnum;

pub use crate::commands::named::App;

/// The views that have a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, ValueEnum)]
pub enum Root {
    /// Health, graphs, alerts.
    #[default]
    Pulse,
    /// Applications, their chats, their messages.
    Apps,
    /// The queues and what is on the log.
    Queues,
    /// What could never be persisted.
    #[value(name = "dlq", alias = "dead-letters")]
    DeadLetters,
    /// The counters that give numbers.
    Counters,
    /// The search index.
    Index,
    /// Long work that runs in chatd.
    Jobs,
    /// The processes of the installation.
    Workers,
}

impl Root {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Pulse,
        Self::Apps,
        Self::Queues,
        Self::DeadLetters,
        Self::Counters,
        Self::Index,
        Self::Jobs,
        Self::Workers,
    ];

    /// Its name in crumbs and in the palette.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Pulse => "Pulse",
            Self::Apps => "Apps",
            Self::Queues => "Queues",
            Self::DeadLetters => "Dead letters",
            Self::Counters => "Counters",
            Self::Index => "Index",
            Self::Jobs => "Jobs",
            Self::Workers => "Workers",
        }
    }

    /// Its place among [`Self::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|root| *root == self).unwrap_or(0)
    }

    /// What it shows first.
    #[must_use]
    pub fn view(self) -> View {
        match self {
            Self::Pulse => View::Pulse,
            Self::Apps => View::Apps,
            Self::Queues => View::Queues,
            Self::DeadLetters => View::DeadLetters,
            Self::Counters => View::Counters { app: None },
            Self::Index => View::Index,
            Self::Jobs => View::Jobs,
            Self::Workers => View::Workers,
        }
    }
}

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum View {
    /// Health, graphs, alerts.
    Pulse,
    /// Applications.
    Apps,
    /// One application, whole.
    AppDetail { app: App },
    /// What an application holds.
    AppStats { app: App },
    /// Chats of an application.
    Chats { app: App },
    /// One chat, whole.
    ChatDetail { app: App, chat: ChatNumber },
    /// What a chat holds.
    ChatStats { app: App, chat: ChatNumber },
    /// Messages of a chat, newest first.
    Messages { app: App, chat: ChatNumber },
    /// Messages that contain a text, of one chat or of all.
    Found { app: App, chat: Option<ChatNumber>, text: String },
    /// One message, whole.
    Message { app: App, chat: ChatNumber, number: MessageNumber },
    /// Where one message is, and the steps of its way.
    Trace { app: App, chat: ChatNumber, number: MessageNumber },
    /// The queues.
    Queues,
    /// One queue, by partition too.
    Queue { queue: Group },
    /// The newest entries of the log, as a queue sees them.
    Entries { queue: Group },
    /// What a queue's workers hold.
    Pending { queue: Group },
    /// One entry, whole.
    Entry { queue: Group, id: String },
    /// Dead letters that are not resolved.
    DeadLetters,
    /// Dead letters that a query takes.
    Letters { query: String },
    /// Dead letters by what went wrong.
    Errors,
    /// One dead letter, whole.
    DeadLetter { id: i64 },
    /// Counters with their verdicts; of one application, or of all.
    Counters { app: Option<String> },
    /// One counter with its evidence.
    Counter { key: String },
    /// The verdict on a counter, fact by fact.
    Explain { key: String },
    /// What is to be done about counters; of one application, or of all.
    Plan { app: Option<String> },
    /// The search index.
    Index,
    /// Jobs, newest first.
    Jobs,
    /// One job.
    Job { id: i64 },
    /// What a job that verifies has found.
    Findings { job: i64 },
    /// What is wrong, and what to do about it.
    Doctor,
    /// The processes.
    Workers,
    /// One process.
    Worker { id: String },
}

/// Its name in the crumbs.
impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pulse => f.write_str("Pulse"),
            Self::Apps => f.write_str("Apps"),
            Self::Chats { app } => f.write_str(&app.name),
            Self::AppDetail { app } => write!(f, "about {}", app.name),
            Self::AppStats { app } => write!(f, "{} counted", app.name),
            Self::ChatDetail { chat, .. } => write!(f, "about chat {chat}"),
            Self::ChatStats { chat, .. } => write!(f, "chat {chat} counted"),
            Self::Messages { chat, .. } => write!(f, "chat {chat}"),
            Self::Found { text, .. } => write!(f, "found “{text}”"),
            Self::Message { chat, number, .. } => write!(f, "message {chat}/{number}"),
            Self::Trace { chat, number, .. } => write!(f, "way of message {chat}/{number}"),
            Self::Queues => f.write_str("Queues"),
            Self::Queue { queue } => write!(f, "queue {}", queue.name()),
            Self::Entries { queue } => f.write_str(queue.name()),
            Self::Pending { queue } => write!(f, "{} pending", queue.name()),
            Self::Entry { id, .. } | Self::Worker { id } => f.write_str(id),
            Self::DeadLetters => f.write_str("Dead letters"),
            Self::Letters { query } => f.write_str(query),
            Self::Errors => f.write_str("by error"),
            Self::DeadLetter { id } => write!(f, "dead letter {id}"),
            Self::Counters { .. } => f.write_str("Counters"),
            Self::Counter { key } => write!(f, "counter {key}"),
            Self::Explain { key } => write!(f, "counter {key} explained"),
            Self::Plan { .. } => f.write_str("plan"),
            Self::Index => f.write_str("Index"),
            Self::Jobs => f.write_str("Jobs"),
            Self::Job { id } => write!(f, "job {id}"),
            Self::Findings { job } => write!(f, "findings of job {job}"),
            Self::Doctor => f.write_str("what is wrong"),
            Self::Workers => f.write_str("Workers"),
        }
    }
}

impl View {
    /// The words of the chatctl line that prints the same.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let words: Vec<&str> = match self {
            Self::Pulse => vec!["check"],
            Self::Apps => vec!["app", "ls"],
            Self::AppDetail { app } => vec!["app", "get", &app.token],
            Self::AppStats { app } => vec!["app", "stats", &app.token],
            Self::Chats { app } => vec!["chat", "ls", &app.token],
            Self::ChatDetail { app, chat } => return owned(&["chat", "get", &app.token, &chat.to_string()]),
            Self::ChatStats { app, chat } => return owned(&["chat", "stats", &app.token, &chat.to_string()]),
            Self::Messages { app, chat } => {
                return owned(&["msg", "tail", &app.token, &chat.to_string()]);
            }
            Self::Found { app, chat, text } => {
                let chat = chat.map(|chat| chat.to_string());
                let words = [Some("msg"), Some("search"), Some(app.token.as_str()), chat.as_deref(), Some(text)];
                return owned(&words.into_iter().flatten().collect::<Vec<_>>());
            }
            Self::Message { app, chat, number } => {
                return owned(&["msg", "get", &app.token, &chat.to_string(), &number.to_string()]);
            }
            Self::Trace { app, chat, number } => {
                return owned(&["trace", "msg", &app.token, &chat.to_string(), &number.to_string()]);
            }
            Self::Queues => vec!["queue", "ls"],
            Self::Queue { queue } => vec!["queue", "get", queue.name()],
            Self::Entries { queue } => vec!["queue", "tail", queue.name()],
            Self::Pending { queue } => vec!["queue", "pending", queue.name()],
            Self::Entry { queue, id } => vec!["queue", "peek", queue.name(), id],
            Self::DeadLetters => vec!["dlq", "ls"],
            Self::Letters { query } => vec!["dlq", "ls", "--query", query],
            Self::Errors => vec!["dlq", "errors"],
            Self::DeadLetter { id } => return owned(&["dlq", "get", &id.to_string()]),
            Self::Counters { app: None } => vec!["counter", "diff"],
            Self::Counters { app: Some(app) } => vec!["counter", "diff", "--app", app],
            Self::Counter { key } => vec!["counter", "get", key],
            Self::Explain { key } => vec!["counter", "explain", key],
            Self::Plan { app: None } => vec!["counter", "plan"],
            Self::Plan { app: Some(app) } => vec!["counter", "plan", "--app", app],
            Self::Index => vec!["index", "status"],
            Self::Jobs => vec!["job", "ls"],
            Self::Findings { job } => return owned(&["job", "get", &job.to_string(), "-o", "json"]),
            Self::Doctor => vec!["doctor"],
            Self::Job { id } => return owned(&["job", "get", &id.to_string()]),
            Self::Workers => vec!["worker", "ls"],
            Self::Worker { id } => vec!["worker", "get", id],
        };
        owned(&words)
    }
}

/// Words of a line.
#[must_use]
pub fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Words as a shell takes them: quoted where it would read them otherwise.
#[must_use]
pub fn shell_line(words: &[String]) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '=' | ',' | '@' | '%');
    let quoted = |word: &String| {
        let as_it_is = word.chars().all(plain) && !word.is_empty();
        if as_it_is { word.clone() } else { format!("'{}'", word.replace('\'', r"'\''")) }
    };
    words.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_quoted_so_that_a_shell_takes_it_as_it_was_meant() {
        let words = owned(&["chatctl", "msg", "search", "t", "it's $(x)", ""]);
        assert_eq!(shell_line(&words), r"chatctl msg search t 'it'\''s $(x)' ''");
    }

    #[test]
    fn every_view_with_a_number_has_its_place_and_its_line() {
        for (place, root) in Root::ALL.into_iter().enumerate() {
            assert_eq!(root.place(), place);
            assert!(!root.view().words().is_empty());
        }
    }
}
