//! The one table of error codes: code ↔ HTTP status ↔ retryable ↔ meaning and remedy. Server, client, documents and
//! tests all read it; a code that is published here keeps its name and its status for good.

use std::fmt;
use std::str::FromStr;

use crate::domain::Violation;

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The stable name, as it stands in a problem's `code`.
    pub name: &'static str,
    /// The HTTP status that it is answered with.
    pub status: u16,
    /// Whether the same request may succeed later without anybody changing it.
    pub retryable: bool,
    /// What it means, one sentence without its full stop.
    pub meaning: &'static str,
    /// What to do about it, one sentence without its full stop.
    pub remedy: &'static str,
}

macro_rules! codes {
    ($($variant:ident = $name:literal, $status:literal, $retryable:ident, $meaning:literal, $remedy:literal;)*) => {
        /// A stable error code of the API.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The code's row.
            #[must_use]
            pub const fn row(self) -> &'static Row {
                match self {
                    $(Self::$variant => &Row {
                        name: $name,
                        status: $status,
                        retryable: codes!(@ $retryable),
                        meaning: $meaning,
                        remedy: $remedy,
                    },)*
                }
            }
        }
    };
    (@ retry) => { true };
    (@ fatal) => { false };
}

codes! {
    MalformedRequest = "malformed_request", 400, fatal,
        "A header, the path or the query cannot be read",
        "Correct what `errors` names; see the OpenAPI document for its form";
    MalformedJson = "malformed_json", 400, fatal,
        "The body is no JSON: empty, cut short, or not UTF-8",
        "Send one JSON object in UTF-8";
    IdempotencyKeyMalformed = "idempotency_key_malformed", 400, fatal,
        "The Idempotency-Key is not 1 to 255 printable ASCII characters, bare or in double quotes",
        "Send such a key, for instance a UUID, or none";
    Unauthorized = "unauthorized", 401, fatal,
        "The admin key is missing or wrong",
        "Send `Authorization: Bearer KEY` with the installation's admin key";
    RouteNotFound = "route_not_found", 404, fatal,
        "There is no such path",
        "Look the path up in the OpenAPI document at /api-docs/";
    ApplicationNotFound = "application_not_found", 404, fatal,
        "No application has this token",
        "Check the token; those of deleted applications are not found either";
    ChatNotFound = "chat_not_found", 404, fatal,
        "No chat of this number was ever created in the application",
        "Check the number, or create the chat first";
    MessageNotFound = "message_not_found", 404, fatal,
        "No message of this number was ever created in the chat",
        "Check the number";
    EntryNotFound = "entry_not_found", 404, fatal,
        "The log holds no entry of this id: it is persisted and trimmed, or never was",
        "Look the message up by its number instead";
    CounterNotFound = "counter_not_found", 404, fatal,
        "The key names no sequence of an application or chat that ever was",
        "List the keys at /admin/counters";
    DeadLetterNotFound = "dead_letter_not_found", 404, fatal,
        "No dead letter has this id",
        "List them at /admin/dead-letters";
    OperationNotFound = "operation_not_found", 404, fatal,
        "No operation has this id",
        "List them at /admin/operations";
    GenerationNotFound = "generation_not_found", 404, fatal,
        "No such generation of the search index stands beside the answering one",
        "Look at /admin/search; reindex without a swap to build one";
    MethodNotAllowed = "method_not_allowed", 405, fatal,
        "The path does not know this method",
        "Use one of the methods in the Allow header";
    RequestTimeout = "request_timeout", 408, retry,
        "The request's body did not arrive in time",
        "Send it again over a better connection; nothing was accepted";
    IdempotencyKeyInFlight = "idempotency_key_in_flight", 409, retry,
        "The request with this Idempotency-Key is still under way",
        "Repeat the same request after Retry-After";
    OperationUnderWay = "operation_under_way", 409, retry,
        "An operation of this kind is under way, and there is one at a time",
        "Watch or cancel it at /admin/operations, and repeat when it has ended";
    ApplicationExists = "application_exists", 412, fatal,
        "What is to be restored is there already: an application has its token",
        "Restore it under another name, or delete the application that is there first";
    DeadLetterChanged = "dead_letter_changed", 412, fatal,
        "The dead letter is resolved, or was edited by somebody else meanwhile",
        "Look at it again before changing it";
    ChatGone = "chat_gone", 410, fatal,
        "The chat is deleted, could not be persisted, or its number lies in a published gap",
        "Its number is never given again; create another chat";
    MessageGone = "message_gone", 410, fatal,
        "The message is deleted, could not be persisted, or its number lies in a published gap",
        "Its number is never given again; `tombstone` or `gap` says which";
    VersionMismatch = "version_mismatch", 412, fatal,
        "The message has changed since the version in If-Match",
        "Read it again, and repeat the change with its new ETag";
    BodyTooLarge = "body_too_large", 413, fatal,
        "The request's body is larger than allowed",
        "Send less at a time; the limits stand in the OpenAPI document";
    UnsupportedMediaType = "unsupported_media_type", 415, fatal,
        "The body is not plain application/json",
        "Send `Content-Type: application/json`, uncompressed";
    ValidationFailed = "validation_failed", 422, fatal,
        "A field or a query parameter has a value that is not allowed",
        "Correct what `errors` names";
    IdempotencyKeyReused = "idempotency_key_reused", 422, fatal,
        "The Idempotency-Key was used for another request",
        "Use a new key for a new request";
    TooManyRequests = "too_many_requests", 429, retry,
        "The application sends more than it may",
        "Go on after Retry-After";
    Internal = "internal", 500, fatal,
        "chatd met a state that it does not know how to handle",
        "Report it with the request_id; the server's log has the cause";
    AcceptingPaused = "accepting_paused", 503, retry,
        "An operator has stopped accepting; what was accepted is safe, and can be read",
        "Repeat after Retry-After; operators take it back with `chatctl queue resume accept`";
    QueueFull = "queue_full", 503, retry,
        "The log holds as many entries as it may until workers have persisted some",
        "Repeat after Retry-After, which follows the measured rate of draining";
    QueueUnavailable = "queue_unavailable", 503, retry,
        "The queue does not answer",
        "Repeat after Retry-After; operators see the cause at /readyz";
    StoreUnavailable = "store_unavailable", 503, retry,
        "The database does not answer",
        "Repeat after Retry-After; operators see the cause at /readyz";
    SearchUnavailable = "search_unavailable", 503, retry,
        "Neither the search engine nor a bounded scan of the database could answer",
        "Repeat after Retry-After; operators see the cause at /readyz";
    QueueDamaged = "queue_damaged", 503, retry,
        "The queue holds something other than this chatd left there",
        "Repeat after Retry-After; operators find in chatd's log what is wrong, and nothing goes on until they have mended it";
    StoreDamaged = "store_damaged", 503, retry,
        "The database lacks a table or a column, or holds what cannot be read",
        "Repeat after Retry-After; operators find in chatd's log what is wrong, and nothing goes on until they have mended it";
    SearchDamaged = "search_damaged", 503, retry,
        "The search index is not what this chatd has made",
        "Repeat after Retry-After; operators find in chatd's log what is wrong, or build the index anew";
    NotYetPersisted = "not_yet_persisted", 503, retry,
        "The number was given, but is too far down the backlog to be shown yet",
        "Repeat after Retry-After; what was accepted is safe";
    CounterNotReady = "counter_not_ready", 503, retry,
        "The counter has to wait for what is still on the log before it can go on",
        "Repeat after Retry-After; no number was spent";
    OutcomeUnknown = "outcome_unknown", 503, retry,
        "The queue's answer was lost: the request may or may not have been accepted",
        "Repeat it with the same Idempotency-Key, or look before repeating it without one";
    ShuttingDown = "shutting_down", 503, retry,
        "This process is about to stop",
        "Repeat at once: another process, or the next one, answers";
    DeadlineExceeded = "deadline_exceeded", 504, retry,
        "The request was not done within its deadline and may still be accepted",
        "Repeat it with the same Idempotency-Key, or look before repeating it without one";
}

impl Code {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(self) -> u16 {
        self.row().status
    }

    /// Whether the same request may succeed later without anybody changing it.
    #[must_use]
    pub const fn retryable(self) -> bool {
        self.row().retryable
    }

    /// Whether something is wrong with chatd or with what it keeps, which nobody but its operators can mend.
    #[must_use]
    pub const fn needs_operator(self) -> bool {
        matches!(self, Self::Internal | Self::QueueDamaged | Self::StoreDamaged | Self::SearchDamaged)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(UnknownCode)
    }
}

/// The text is no code of this version.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("no error code of this version")]
pub struct UnknownCode;

macro_rules! field_codes {
    ($($variant:ident = $name:literal, $meaning:literal;)*) => {
        /// What is wrong with one field, in a problem's `errors[]`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FieldCode {
            $(#[doc = $meaning] $variant,)*
        }

        impl FieldCode {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it means, one sentence without its full stop.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }
        }
    };
}

field_codes! {
    Missing = "missing", "The field is required and was not sent";
    Unknown = "unknown", "There is no such field or parameter";
    ReadOnly = "read_only", "The field cannot be set by clients";
    Duplicate = "duplicate", "The field was sent more than once";
    WrongType = "wrong_type", "The value has another JSON type than the field";
    Malformed = "malformed", "The value does not have the field's form";
    OutOfRange = "out_of_range", "The number is smaller or greater than allowed";
    Blank = "blank", "The text is empty, or holds nothing that counts";
    TooLong = "too_long", "The text is longer than allowed";
    TooMany = "too_many", "The list has more items than allowed";
    Empty = "empty", "The list has no item";
    NulCharacter = "nul_character", "The text holds U+0000";
}

impl From<Violation> for FieldCode {
    fn from(violation: Violation) -> Self {
        match violation {
            Violation::Blank => Self::Blank,
            Violation::TooLong { .. } => Self::TooLong,
            Violation::Nul => Self::NulCharacter,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_has_its_own_name_and_is_read_back_by_it() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert_eq!(code.name().parse(), Ok(*code));
            assert!((400..600).contains(&code.status()), "{code}");
        }
        assert_eq!("no_such_code".parse::<Code>(), Err(UnknownCode));
    }

    #[test]
    fn what_is_answered_while_something_is_down_is_retryable_and_what_the_client_must_mend_is_not() {
        for code in Code::ALL {
            let passing = matches!(code.status(), 408 | 409 | 429 | 503 | 504);
            assert_eq!(code.retryable(), passing, "{code}");
        }
    }

    #[test]
    fn a_violation_of_the_domain_keeps_its_code() {
        for violation in [Violation::Blank, Violation::Nul, Violation::TooLong { actual: 2, limit: 1, unit: "bytes" }] {
            assert_eq!(FieldCode::from(violation).name(), violation.code());
        }
    }
}
