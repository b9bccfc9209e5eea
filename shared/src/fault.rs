//! How a port fails: one error type for queue, store and search, so that workers and routes decide by kind and never
//! by an adapter's own errors.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// Which part of the installation failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The counters and the log.
    Queue,
    /// The database.
    Store,
    /// The search index.
    Search,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Queue => "queue",
            Self::Store => "store",
            Self::Search => "search",
        })
    }
}

/// What to do about a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Passing: connection, lock wait, deadlock, read-only, disk full. The same call may succeed later; workers pause.
    Unavailable,
    /// The value was refused and will be refused again: workers bisect, so that only the bad entry is parked.
    Refused,
    /// What is stored contradicts the protocol or cannot be read. Needs an operator; workers pause until then.
    Corrupt,
    /// It was sent and its answer was lost: it may have been done. Only [`crate::queue::Queue::accept`] fails like this;
    /// whatever else is sent to a part can be sent again.
    Unknown,
}

/// A failed call of a port. `Display` says what was being done; the cause is the source.
#[derive(Debug)]
pub struct Fault {
    /// The part that failed.
    pub part: Part,
    /// What to do about it.
    pub kind: Kind,
    doing: Cow<'static, str>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// The result of a port's call.
pub type Outcome<T> = Result<T, Fault>;

impl Fault {
    /// A fault of `part` while `doing` (a phrase that goes on after "could not").
    pub fn new(part: Part, kind: Kind, doing: impl Into<Cow<'static, str>>) -> Self {
        Self { part, kind, doing: doing.into(), source: None }
    }

    /// The same with the error that caused it.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Whether the same call may succeed later without anybody doing anything about the call itself.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        self.kind == Kind::Unavailable
    }

    /// The whole chain on one line, for logs and dead letters.
    #[must_use]
    pub fn chain(&self) -> String {
        chain(self)
    }
}

/// An error with all its causes on one line. A cause that its error has told of already is not repeated: libraries differ
/// in whether their errors do.
#[must_use]
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let told = cause.to_string();
        if !text.ends_with(&told) {
            text.push_str(": ");
            text.push_str(&told);
        }
        next = cause.source();
    }
    text
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} could not {}", self.part, self.doing)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the library failed: {0}")]
    struct Repeating(#[source] io::Error);

    #[test]
    fn a_cause_that_its_error_has_told_of_is_not_told_again() {
        let fault = |cause| Fault::new(Part::Store, Kind::Unavailable, "begin").because(cause);
        let repeated = fault(Box::<dyn Error + Send + Sync>::from(Repeating(io::Error::other("refused"))));
        assert_eq!(repeated.chain(), "the store could not begin: the library failed: refused");
        let once = fault("refused".into());
        assert_eq!(once.chain(), "the store could not begin: refused");
    }
}
