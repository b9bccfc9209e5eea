//! What each command does to the installation: what a read-only context refuses and a protected one asks about follows from
//! it. A command that is added is given its effect here.

use super::app::AppCommand;
use super::bench::BenchCommand;
use super::chat::ChatCommand;
use super::config::ConfigCommand;
use super::counter::CounterCommand;
use super::dlq::DlqCommand;
use super::index::IndexCommand;
use super::job::JobCommand;
use super::msg::MsgCommand;
use super::queue::QueueCommand;
use crate::cli::Command;

/// What a command does to the installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Nothing; or nothing but on the screen, which asks for itself.
    Looks,
    /// A change that can be taken back. What it is goes on after "could not".
    Changes(&'static str),
    /// A change that asks for consent itself, once it knows how much it touches.
    Asks(&'static str),
}

use Effect::{Asks, Changes, Looks};

impl Command {
    /// Its effect.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self {
            Self::App(command) => app(command),
            Self::Chat(command) => chat(command),
            Self::Msg(command) => msg(command),
            Self::Queue(command) => queue(command),
            Self::Dlq(command) => dlq(command),
            Self::Counter(command) => counter(command),
            Self::Index(command) => index(command),
            Self::Job(command) => job(command),
            Self::Verify(args) if args.mends() => Asks("mend what verifying finds"),
            Self::Import(_) => Changes("import messages"),
            Self::Restore(_) => Changes("restore applications"),
            Self::Bench(BenchCommand::Post(_) | BenchCommand::Search(_) | BenchCommand::Mixed(_)) => {
                Changes("post messages to measure with")
            }
            Self::Worker(_)
            | Self::Verify(_)
            | Self::Check(_)
            | Self::Doctor(_)
            | Self::Trace(_)
            | Self::Top(_)
            | Self::Export(_)
            | Self::Backup(_)
            | Self::Tui(_)
            | Self::Completion(_)
            | Self::Man(_)
            | Self::Context(_)
            | Self::Config(_)
            | Self::Errors(_)
            | Self::Schema(_)
            | Self::Version => Looks,
        }
    }

    /// Whether it cannot be run by a configuration that is not understood.
    #[must_use]
    pub fn needs_configuration(&self) -> bool {
        !matches!(
            self,
            Self::Completion(_)
                | Self::Man(_)
                | Self::Errors(_)
                | Self::Schema(_)
                | Self::Version
                | Self::Config(ConfigCommand::Path)
        )
    }
}

fn app(command: &AppCommand) -> Effect {
    match command {
        AppCommand::Create { .. } => Changes("create the application"),
        AppCommand::Rename { .. } => Changes("rename the application"),
        AppCommand::RotateToken { .. } => Asks("replace the token"),
        AppCommand::Delete { .. } => Asks("delete the application"),
        AppCommand::Ls(_) | AppCommand::Get { .. } | AppCommand::Stats { .. } => Looks,
    }
}

fn chat(command: &ChatCommand) -> Effect {
    match command {
        ChatCommand::Create { .. } => Changes("create the chat"),
        ChatCommand::Rename { .. } => Changes("rename the chat"),
        ChatCommand::Ls { .. } | ChatCommand::Get(_) | ChatCommand::Stats(_) => Looks,
    }
}

fn msg(command: &MsgCommand) -> Effect {
    match command {
        MsgCommand::Post(_) => Changes("post the message"),
        MsgCommand::Edit { .. } => Changes("edit the message"),
        MsgCommand::Delete { .. } => Asks("delete the message"),
        MsgCommand::Ls(_) | MsgCommand::Get { .. } | MsgCommand::Search { .. } | MsgCommand::Tail(_) => Looks,
    }
}

fn queue(command: &QueueCommand) -> Effect {
    match command {
        QueueCommand::Claim { .. } => Changes("claim what is idle"),
        QueueCommand::Pause(args) if args.stops_accepting() => Asks("stop accepting"),
        QueueCommand::Pause(_) => Changes("pause the queue"),
        QueueCommand::Resume { .. } => Changes("resume it"),
        QueueCommand::Ls
        | QueueCommand::Get { .. }
        | QueueCommand::Tail(_)
        | QueueCommand::Peek { .. }
        | QueueCommand::Pending { .. }
        | QueueCommand::Wait(_) => Looks,
    }
}

fn dlq(command: &DlqCommand) -> Effect {
    match command {
        DlqCommand::Retry(args) if args.names_some() => Changes("retry the dead letters"),
        DlqCommand::Retry(_) => Asks("retry the dead letters"),
        DlqCommand::Drop(_) => Asks("drop the dead letters"),
        DlqCommand::Edit(_) => Changes("edit the dead letter"),
        DlqCommand::Import { .. } => Changes("import dead letters"),
        DlqCommand::Ls { .. } | DlqCommand::Get { .. } | DlqCommand::Errors { .. } | DlqCommand::Export(_) => Looks,
    }
}

fn counter(command: &CounterCommand) -> Effect {
    match command {
        CounterCommand::Apply { .. } => Asks("carry out the plan"),
        CounterCommand::Reconcile(_) => Asks("reconcile the counters"),
        CounterCommand::Ls(_)
        | CounterCommand::Get { .. }
        | CounterCommand::Diff(_)
        | CounterCommand::Explain { .. }
        | CounterCommand::Plan(_) => Looks,
    }
}

fn index(command: &IndexCommand) -> Effect {
    match command {
        IndexCommand::Reindex(_) => Changes("build the search index anew"),
        IndexCommand::Swap => Asks("swap the new index in"),
        IndexCommand::Rollback => Asks("go back to the old index"),
        IndexCommand::Prune => Asks("drop the old index"),
        IndexCommand::Status | IndexCommand::Verify(_) => Looks,
    }
}

fn job(command: &JobCommand) -> Effect {
    match command {
        JobCommand::Pause { .. } => Changes("pause the job"),
        JobCommand::Resume { .. } => Changes("resume the job"),
        JobCommand::Throttle { .. } => Changes("throttle the job"),
        JobCommand::Cancel { .. } => Asks("cancel the job"),
        JobCommand::Ls(_) | JobCommand::Get { .. } | JobCommand::Watch { .. } | JobCommand::Wait { .. } => Looks,
    }
}
