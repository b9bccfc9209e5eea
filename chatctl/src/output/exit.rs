//! Exit codes: one table, one pure function. The same codes in every output format; what scripts rely on.

use std::process::ExitCode;

use super::failure::{Failure, Kind};

/// How the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// All was done.
    Ok = 0,
    /// It failed, and no other code says it better.
    Failed = 1,
    /// The line or the configuration is wrong; nothing was tried.
    Usage = 2,
    /// A part was done, the report says which.
    Partial = 3,
    /// The credentials are missing or wrong.
    Auth = 4,
    /// What was named does not exist.
    NotFound = 5,
    /// Something else is there already, or has changed since.
    Conflict = 6,
    /// chatd or a backend does not answer, or says that it cannot now.
    Unavailable = 7,
    /// It took longer than was allowed.
    Timeout = 8,
    /// Differences were found, by a command that looks for them.
    Differences = 9,
    /// A confirmation is needed and nobody can be asked, or the context is read-only.
    Unconfirmed = 10,
    /// The confirmation was refused.
    Declined = 11,
    /// Ended by SIGINT.
    Interrupted = 130,
    /// Ended by SIGTERM.
    Terminated = 143,
}

/// Every code with its meaning, in the order of the codes.
pub const TABLE: [(Exit, &str); 14] = [
    (Exit::Ok, "done"),
    (Exit::Failed, "failed; of doctor: something is wrong"),
    (Exit::Usage, "wrong usage or configuration; nothing was tried"),
    (Exit::Partial, "done in part; the report says which part"),
    (Exit::Auth, "credentials are missing or wrong"),
    (Exit::NotFound, "what was named does not exist"),
    (Exit::Conflict, "conflict: there already, ambiguous, or changed since"),
    (Exit::Unavailable, "chatd or a backend is not available"),
    (Exit::Timeout, "timed out"),
    (Exit::Differences, "differences found (--exit-code, --compare, verify)"),
    (Exit::Unconfirmed, "a confirmation is needed and nobody can be asked, or the context is read-only"),
    (Exit::Declined, "the confirmation was declined"),
    (Exit::Interrupted, "interrupted (SIGINT)"),
    (Exit::Terminated, "terminated (SIGTERM)"),
];

/// How a command that did not fail went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// All that was asked.
    All,
    /// A part; the report says which.
    Partly,
    /// It looked for differences and found some.
    Differences,
    /// It looked for what is wrong and found something.
    Ailing,
    /// A check's verdict, which has exit codes of its own.
    Checked(Verdict),
}

/// What monitoring plugins answer, with their exit codes; worse is greater, but for the unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Verdict {
    /// As it should be.
    Ok = 0,
    /// To be looked at.
    Warning = 1,
    /// To be acted on.
    Critical = 2,
    /// Could not be found out; also for wrong usage.
    Unknown = 3,
}

/// What every command comes to.
pub type Outcome = Result<Done, Failure>;

/// The exit code of a command. `check` obeys the contract of monitoring plugins: 0 to 3.
#[must_use]
pub fn code_of(outcome: &Outcome) -> u8 {
    match outcome {
        Ok(Done::Checked(verdict)) => *verdict as u8,
        outcome => exit_of(outcome) as u8,
    }
}

/// The documented exit of a command.
#[must_use]
pub fn exit_of(outcome: &Outcome) -> Exit {
    match outcome {
        Ok(Done::All | Done::Checked(_)) => Exit::Ok,
        Ok(Done::Partly) => Exit::Partial,
        Ok(Done::Differences) => Exit::Differences,
        Ok(Done::Ailing) => Exit::Failed,
        Err(failure) => failure.kind.exit(),
    }
}

impl Kind {
    /// The exit code of a failure of this kind.
    #[must_use]
    pub fn exit(self) -> Exit {
        match self {
            // Whoever closed the pipe has had what it wanted: `chatctl msg ls … | head` is no failure under `pipefail`.
            Self::Closed => Exit::Ok,
            Self::Failed => Exit::Failed,
            Self::Usage => Exit::Usage,
            Self::Auth => Exit::Auth,
            Self::NotFound => Exit::NotFound,
            Self::Conflict => Exit::Conflict,
            Self::Unavailable => Exit::Unavailable,
            Self::Timeout => Exit::Timeout,
            Self::Unconfirmed => Exit::Unconfirmed,
            Self::Declined => Exit::Declined,
            Self::Interrupted => Exit::Interrupted,
            Self::Terminated => Exit::Terminated,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The table as the help shows it.
#[must_use]
pub fn help() -> String {
    let lines: Vec<String> = TABLE.iter().map(|(exit, meaning)| format!("  {:>3}  {meaning}", *exit as u8)).collect();
    format!(
        "Exit codes:\n{}\n`check` answers as monitoring plugins do: 0 ok, 1 warning, 2 critical, 3 unknown.",
        lines.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_its_documented_code() {
        let codes: Vec<u8> = TABLE.iter().map(|(exit, _)| *exit as u8).collect();
        assert_eq!(codes, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 130, 143]);
        assert_eq!(exit_of(&Ok(Done::Partly)) as u8, 3);
        assert_eq!(exit_of(&Ok(Done::Differences)) as u8, 9);
        assert_eq!(exit_of(&Ok(Done::Ailing)) as u8, 1);
        assert_eq!(exit_of(&Err(Failure::new(Kind::NotFound, "find the chat"))) as u8, 5);
    }

    #[test]
    fn a_check_has_the_codes_of_monitoring_plugins() {
        let verdicts = [Verdict::Ok, Verdict::Warning, Verdict::Critical, Verdict::Unknown];
        assert_eq!(verdicts.map(|verdict| code_of(&Ok(Done::Checked(verdict)))), [0, 1, 2, 3]);
    }

    #[test]
    fn a_closed_pipe_is_no_failure() {
        assert_eq!(exit_of(&Err(Failure::new(Kind::Closed, "print"))), Exit::Ok);
    }
}
