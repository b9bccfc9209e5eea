//! Reading a server's answers, and what its errors mean to the port.

use std::error::Error;
use std::io;
use std::sync::Arc;

use bytes::Bytes;
use redis::{ErrorKind, RedisError, ServerErrorKind, Value};

use super::ids;
use crate::domain::Partition;
use crate::fault::{Fault, Kind, Outcome, Part};
use crate::queue::{EntryId, Record};

/// Why a call brought no answer.
#[derive(Debug, Clone)]
pub enum Failure {
    /// It was not sent.
    NotSent(RedisError),
    /// The server refused it: nothing was done.
    Refused(RedisError),
    /// It was sent over this connection, and no answer came: it may have been done, or may still be.
    Lost(RedisError, Over),
}

/// A connection as its server knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// Host and port.
    pub server: Arc<str>,
    /// What the server calls the connection.
    pub id: i64,
}

impl Failure {
    /// The server's error code, for instance `NOSCRIPT`; empty where it gave none.
    pub fn code(&self) -> &str {
        match self {
            Self::Refused(error) => error.code().unwrap_or(""),
            Self::NotSent(_) | Self::Lost(..) => "",
        }
    }

    /// The error itself.
    pub fn into_error(self) -> RedisError {
        match self {
            Self::NotSent(error) | Self::Refused(error) | Self::Lost(error, _) => error,
        }
    }

    /// What came back from a connection as an error.
    pub fn of(error: RedisError, connection: &Over) -> Self {
        match error.kind() {
            ErrorKind::Server(_) | ErrorKind::Extension => Self::Refused(error),
            ErrorKind::Client | ErrorKind::InvalidClientConfig => Self::NotSent(error),
            _ => Self::Lost(error, connection.clone()),
        }
    }
}

/// A failed call as the port's fault. What a server says of its own state passes; what it says of the data does not.
pub fn fault(doing: &'static str) -> impl FnOnce(Failure) -> Fault {
    move |failure| {
        let lasting = matches!(&failure, Failure::Refused(error) if is_about_the_data(error));
        let kind = if lasting { Kind::Corrupt } else { Kind::Unavailable };
        Fault::new(Part::Queue, kind, doing).because(failure.into_error())
    }
}

/// A server that cannot be begun with, and what to do about it.
pub fn unusable(failure: Failure) -> Fault {
    let error = failure.into_error();
    let hint = match error.kind() {
        ErrorKind::AuthenticationFailed => "the server refuses the user or its password",
        ErrorKind::Server(_) | ErrorKind::Extension if error.to_string().contains("cluster support disabled") => {
            "the server is no cluster: is it redis:// or rediss://?"
        }
        ErrorKind::Server(_) | ErrorKind::Extension => "the server refuses to be asked; see the reason",
        ErrorKind::Parse | ErrorKind::UnexpectedReturnType => {
            "what answers there does not speak Redis; is the port right, and is it rediss:// where it speaks TLS?"
        }
        _ => match cause(&error) {
            Cause::Untrusted => "the server's certificate is not trusted; see queue.ca_file",
            Cause::NoTls => "the server does not speak TLS there: is it redis:// or redis+cluster://?",
            Cause::CutOff => {
                "the server ends the connection: is it rediss:// or rediss+cluster://, where it speaks TLS?"
            }
            Cause::Late => {
                "no answer in time; are host and port right, and does the server speak TLS just where the URL says so?"
            }
            Cause::Other => "is the server running, and are host and port right?",
        },
    };
    Fault::new(Part::Queue, Kind::Unavailable, format!("connect: {hint}")).because(error)
}

/// Why no connection came about.
enum Cause {
    /// Its certificate is signed by nobody who is trusted, or is another server's.
    Untrusted,
    /// It answered, but not in TLS.
    NoTls,
    /// It took the connection and ended it, as one with TLS does that is spoken to without.
    CutOff,
    /// Nothing came, as from one without TLS that waits for the rest of what it takes for a command.
    Late,
    /// Any other.
    Other,
}

fn cause(error: &RedisError) -> Cause {
    use io::ErrorKind::{ConnectionReset, UnexpectedEof};
    if error.is_timeout() {
        return Cause::Late;
    }
    // The library shares its causes.
    let source = error.source().and_then(|source| source.downcast_ref::<Arc<dyn Error + Send + Sync>>());
    let Some(io) = source.and_then(|source| source.downcast_ref::<io::Error>()) else { return Cause::Other };
    match io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        Some(rustls::Error::InvalidCertificate(_)) => Cause::Untrusted,
        Some(rustls::Error::InvalidMessage(_)) => Cause::NoTls,
        _ if matches!(io.kind(), ConnectionReset | UnexpectedEof) => Cause::CutOff,
        _ => Cause::Other,
    }
}

fn is_about_the_data(error: &RedisError) -> bool {
    match error.kind() {
        ErrorKind::Server(ServerErrorKind::ResponseError) => true,
        ErrorKind::Extension => error.code() == Some("WRONGTYPE"),
        _ => false,
    }
}

/// An answer that is not what the command answers.
pub fn strange(doing: &'static str) -> Fault {
    Fault::new(Part::Queue, Kind::Corrupt, doing).because("the server's answer has another form than it should")
}

/// A text.
pub fn text(value: &Value) -> Option<&str> {
    match value {
        Value::BulkString(bytes) => std::str::from_utf8(bytes).ok(),
        Value::SimpleString(text) => Some(text),
        Value::Okay => Some("OK"),
        _ => None,
    }
}

/// A whole number, also where it is written as text.
pub fn int(value: &Value) -> Option<i64> {
    match value {
        Value::Int(int) => Some(*int),
        other => text(other)?.parse().ok(),
    }
}

/// A count: what is negative or missing is 0.
pub fn count(value: Option<&Value>) -> u64 {
    value.and_then(int).and_then(|int| u64::try_from(int).ok()).unwrap_or(0)
}

/// The members of a list; none of anything else.
pub fn list(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) | Value::Set(items) => items,
        _ => &[],
    }
}

/// A field of a flat list of names and values.
pub fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    list(value).chunks_exact(2).find(|pair| pair.first().and_then(text) == Some(name)).and_then(|pair| pair.get(1))
}

/// The entries of XRANGE, XREADGROUP and their kind. What is gone by now (a claim names it without fields) is left out.
pub fn records(value: &Value, partition: Partition) -> Outcome<Vec<Record>> {
    list(value)
        .iter()
        .filter(|entry| list(entry).len() == 2 && list(entry)[1] != Value::Nil)
        .map(|entry| record(entry, partition))
        .collect()
}

fn record(entry: &Value, partition: Partition) -> Outcome<Record> {
    let [id, fields] = list(entry) else { return Err(strange("read an entry of the log")) };
    let number = field(fields, "n").and_then(int).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    // A foreign entry has no payload, which is no entry: it is parked.
    let payload = match field(fields, "d") {
        Some(Value::BulkString(bytes)) => Bytes::copy_from_slice(bytes),
        _ => Bytes::new(),
    };
    Ok(Record { id: id_of(id, partition)?, partition, number, payload })
}

/// An entry's id.
pub fn id_of(value: &Value, partition: Partition) -> Outcome<EntryId> {
    let id = text(value).and_then(|id| ids::from_stream(id, partition));
    id.ok_or_else(|| {
        let doing = format!("read the log of partition {partition}: it holds an id that chatd does not give");
        Fault::new(Part::Queue, Kind::Corrupt, doing).because(format!("{value:?}"))
    })
}
