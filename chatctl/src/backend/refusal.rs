//! What a failed request means on the line: which exit code, which words, which remedy.

use std::borrow::Cow;
use std::error::Error;

use chat_shared::api::client::{ClientError, Invalid};
use chat_shared::api::codes::Code;
use chat_shared::api::problem::Problem;

use crate::output::failure::{Failure, Kind};

/// The failure to do `doing` (a phrase that goes on after "could not").
pub fn failure(doing: impl Into<Cow<'static, str>>, error: &ClientError) -> Failure {
    match error {
        ClientError::Problem(refused) => of_problem(doing, &refused.problem),
        ClientError::Unreachable { address, source, .. } => Failure::new(Kind::Unavailable, doing)
            .because(format!("no chatd answers at {address} ({})", root(source)))
            .hint("start chatd, or say where it is: --api URL, --data DIR or --context NAME"),
        ClientError::TimedOut { .. } => {
            Failure::new(Kind::Timeout, doing).because(error).hint("wait longer with --timeout, or look at /readyz")
        }
        ClientError::NotUnderstood { status, .. } if matches!(status.as_u16(), 502..=504) => {
            Failure::new(Kind::Unavailable, doing).because(chain(error)).hint("a proxy answers, but no chatd behind it")
        }
        ClientError::NotUnderstood { status, .. } if matches!(status.as_u16(), 401 | 403 | 407) => {
            Failure::new(Kind::Auth, doing)
                .because(chain(error))
                .hint("a proxy before chatd asks for credentials of its own; name chatd itself with --api")
        }
        ClientError::NotUnderstood { .. } => Failure::new(Kind::Failed, doing)
            .because(chain(error))
            .hint("is this the address of a chatd? see `chatctl context show`"),
        ClientError::Truncated => Failure::new(Kind::Failed, doing).because(chain(error)).retryable(true),
        ClientError::Invalid(invalid) => {
            let failure = Failure::new(Kind::Usage, doing).because(invalid);
            match invalid {
                Invalid::Base => failure.hint("write it as http://127.0.0.1:8000 or https://chat.example.org/prefix"),
                _ => failure,
            }
        }
    }
}

/// The failure to do `doing`, as a problem of the API tells it.
pub fn of_problem(doing: impl Into<Cow<'static, str>>, problem: &Problem) -> Failure {
    let fields: Vec<String> = problem.errors.iter().map(|error| format!("{} {}", error.field, error.message)).collect();
    let why = if fields.is_empty() { problem.detail.to_string() } else { fields.join("; ") };
    let failure = Failure::new(kind_of_status(problem.status), doing)
        .because(why)
        .code(problem.code.to_string())
        .retryable(problem.retryable)
        .request_id(Some(problem.request_id.clone()).filter(|id| !id.is_empty()));
    match (problem.status, problem.known()) {
        (401 | 403, _) => failure.hint(
            "give the admin key: CHATCTL_ADMIN_KEY_FILE, a context's admin_key_file, or --data DIR of a chatd here",
        ),
        // The fields are named already.
        (_, Some(Code::ValidationFailed)) if !problem.errors.is_empty() => failure,
        (_, Some(Code::VersionMismatch)) => failure.hint("look at it again; `chatctl msg get` shows its version"),
        (_, Some(code)) => failure.hint(code.row().remedy),
        (_, None) => failure,
    }
}

/// Which kind of failure an HTTP status is.
#[must_use]
pub fn kind_of_status(status: u16) -> Kind {
    match status {
        401 | 403 => Kind::Auth,
        404 | 410 => Kind::NotFound,
        409 | 412 => Kind::Conflict,
        408 | 504 => Kind::Timeout,
        429 | 502 | 503 => Kind::Unavailable,
        400 | 413 | 415 | 422 => Kind::Usage,
        _ => Kind::Failed,
    }
}

fn root(error: &dyn Error) -> String {
    let mut deepest = error;
    while let Some(cause) = deepest.source() {
        deepest = cause;
    }
    deepest.to_string()
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use chat_shared::api::client::Refused;

    use super::*;
    use crate::output::exit::{Exit, exit_of};

    #[test]
    fn every_code_of_the_api_has_its_exit_code_and_a_remedy() {
        for code in Code::ALL {
            let problem = Problem::new(*code, "detail");
            let error = ClientError::Problem(Box::new(Refused { problem, retry_after: None }));
            let failure = failure("do it", &error);
            assert_eq!(failure.code, code.name());
            let exit = exit_of(&Err(failure));
            let expected = match code.status() {
                400 | 413 | 415 | 422 => Exit::Usage,
                401 => Exit::Auth,
                404 | 410 => Exit::NotFound,
                409 | 412 => Exit::Conflict,
                408 | 504 => Exit::Timeout,
                429 | 503 => Exit::Unavailable,
                _ => Exit::Failed,
            };
            assert_eq!(exit, expected, "{code}");
        }
    }
}
