//! How a command fails: what was being done, what went wrong, what to do about it. Printed once, at the end of `main`;
//! knows no command and no transport.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};

use serde::Serialize;

use super::colour::{Tone, paint};
use super::escape::{visible, visible_lines};
use super::json;

/// What decides the exit code of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No other kind says it better.
    Failed,
    /// The line or the configuration is wrong.
    Usage,
    /// The credentials are missing or wrong.
    Auth,
    /// What was named does not exist.
    NotFound,
    /// There already, ambiguous, or changed since.
    Conflict,
    /// chatd or a backend does not answer, or cannot now.
    Unavailable,
    /// It took longer than was allowed.
    Timeout,
    /// A confirmation is needed and nobody can be asked.
    Unconfirmed,
    /// The confirmation was refused.
    Declined,
    /// SIGINT.
    Interrupted,
    /// SIGTERM.
    Terminated,
    /// Whoever read standard output has closed it.
    Closed,
}

impl Kind {
    /// The code in the error object, where nobody nearer to the cause gave one.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Usage => "usage",
            Self::Auth => "unauthorized",
            Self::NotFound => "not_found",
            Self::Conflict => "conflict",
            Self::Unavailable => "unavailable",
            Self::Timeout => "timeout",
            Self::Unconfirmed => "confirmation_required",
            Self::Declined => "declined",
            Self::Interrupted => "interrupted",
            Self::Terminated => "terminated",
            Self::Closed => "closed",
        }
    }
}

/// A command's failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What decides the exit code.
    pub kind: Kind,
    /// Stable name of what went wrong; chatd's own where it comes from there.
    pub code: Cow<'static, str>,
    /// What was being done; a phrase that goes on after "could not".
    doing: Cow<'static, str>,
    /// What went wrong, where there is more to say than what could not be done.
    why: Option<String>,
    /// What to do about it.
    hint: Option<String>,
    /// Whether the same line may succeed later.
    retryable: bool,
    /// chatd's id of the request, for its log.
    request_id: Option<String>,
}

impl Failure {
    /// A failure to do `doing` (a phrase that goes on after "could not").
    pub fn new(kind: Kind, doing: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            code: kind.code().into(),
            doing: doing.into(),
            why: None,
            hint: None,
            retryable: matches!(kind, Kind::Unavailable | Kind::Timeout),
            request_id: None,
        }
    }

    /// A mistake on the line: `why` says which.
    pub fn usage(doing: impl Into<Cow<'static, str>>, why: impl fmt::Display) -> Self {
        Self::new(Kind::Usage, doing).because(why)
    }

    /// The same with what went wrong.
    #[must_use]
    pub fn because(mut self, why: impl fmt::Display) -> Self {
        self.why = Some(why.to_string());
        self
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// The same with a code of its own.
    #[must_use]
    pub fn code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = code.into();
        self
    }

    /// The same, with whether the same line may succeed later.
    #[must_use]
    pub fn retryable(mut self, retryable: bool) -> Self {
        self.retryable = retryable;
        self
    }

    /// Whether the same line may succeed later.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.retryable
    }

    /// The same with chatd's id of the request.
    #[must_use]
    pub fn request_id(mut self, id: Option<String>) -> Self {
        self.request_id = id;
        self
    }

    /// The same as a part of doing something greater: `doing` becomes what could not be done.
    #[must_use]
    pub fn while_doing(mut self, doing: impl Into<Cow<'static, str>>) -> Self {
        self.doing = doing.into();
        self
    }

    /// What printing to standard output comes to.
    #[must_use]
    pub fn printing(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::new(Kind::Closed, "print to standard output"),
            _ => Self::new(Kind::Failed, "print to standard output").because(error),
        }
    }

    /// Writes it to `err`: one object with the JSON formats, else lines for eyes. Nothing for a closed pipe.
    pub fn report(&self, err: &mut dyn Write, as_json: bool, colour: bool) -> io::Result<()> {
        if self.kind == Kind::Closed {
            return Ok(());
        }
        if as_json {
            json::write_to(err, &Object::from(self))?;
            return writeln!(err);
        }
        writeln!(err, "{} {}", paint("error:", Tone::Bad, colour), visible_lines(&self.to_string()))?;
        if let Some(hint) = &self.hint {
            writeln!(err, "{} {}", paint("hint:", Tone::Doubtful, colour), visible_lines(hint))?;
        }
        if let Some(id) = &self.request_id {
            writeln!(err, "request: {}", visible(id))?;
        }
        Ok(())
    }
}

/// The error object.
#[derive(Serialize)]
struct Object<'a> {
    schema: &'static str,
    code: &'a str,
    exit: u8,
    message: String,
    hint: Option<&'a str>,
    retryable: bool,
    request_id: Option<&'a str>,
}

impl<'a> From<&'a Failure> for Object<'a> {
    fn from(failure: &'a Failure) -> Self {
        Self {
            schema: "chatctl.error/v1",
            code: &failure.code,
            exit: failure.kind.exit() as u8,
            message: failure.to_string(),
            hint: failure.hint.as_deref(),
            retryable: failure.retryable,
            request_id: failure.request_id.as_deref(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Interrupted | Kind::Terminated => write!(f, "{} while trying to {}", self.kind.code(), self.doing)?,
            _ => write!(f, "could not {}", self.doing)?,
        }
        self.why.as_ref().map_or(Ok(()), |why| write!(f, ": {why}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(failure: &Failure, as_json: bool) -> String {
        let mut out = Vec::new();
        failure.report(&mut out, as_json, false).expect("a Vec takes everything");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_failure_says_what_was_done_what_went_wrong_and_what_to_do() {
        let failure = Failure::new(Kind::Unavailable, "list the applications")
            .because("connection refused")
            .hint("start chatd, or name its address with --api");
        insta::assert_snapshot!(shown(&failure, false), @r"
        error: could not list the applications: connection refused
        hint: start chatd, or name its address with --api
        ");
        insta::assert_snapshot!(shown(&failure, true), @r#"{"schema": "chatctl.error/v1", "code": "unavailable", "exit": 7, "message": "could not list the applications: connection refused", "hint": "start chatd, or name its address with --api", "retryable": true, "request_id": null}"#);
    }

    #[test]
    fn a_failure_that_quotes_a_user_cannot_move_the_cursor() {
        let failure = Failure::usage("find the application", "no application is called `\x1b[2J`");
        assert!(!shown(&failure, false).contains('\x1b'));
    }

    #[test]
    fn nothing_is_said_about_a_closed_pipe() {
        assert_eq!(shown(&Failure::printing(&io::ErrorKind::BrokenPipe.into()), true), "");
    }
}
