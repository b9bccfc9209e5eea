//! A chatd that is older or newer than this chatctl: when that may be why a request fails, and how it is said.

use std::cmp::Ordering;

use chat_shared::api::client::ClientError;
use chat_shared::api::codes::{Code, FieldCode};

use crate::output::failure::{Failure, Kind};

/// This chatctl's version.
const OWN: &str = env!("CARGO_PKG_VERSION");

/// Whether another version could be why: a route, a field or a code that one of them does not know, or an answer of
/// another shape.
pub fn is_suspect(error: &ClientError) -> bool {
    match error {
        ClientError::Problem(refused) => {
            let unknown = FieldCode::Unknown.name();
            matches!(error.code(), None | Some(Code::RouteNotFound | Code::MethodNotAllowed))
                || refused.problem.errors.iter().any(|field| field.code == unknown)
        }
        ClientError::NotUnderstood { status, .. } => status.is_success(),
        _ => false,
    }
}

/// Whether chatd is of another version than this chatctl: what is to be said of it.
#[must_use]
pub fn caution(theirs: &str) -> Option<String> {
    let age = age(theirs)?;
    Some(format!("chatd {theirs} is {age} than this chatctl ({OWN}): they may not understand each other everywhere"))
}

/// What it is where it is not of this version.
fn age(theirs: &str) -> Option<&'static str> {
    match numbers(theirs).cmp(&numbers(OWN)) {
        Ordering::Less => Some("older"),
        Ordering::Greater => Some("newer"),
        Ordering::Equal => None,
    }
}

/// The same failure, where chatd turns out to be of the version `theirs`.
pub fn told(failure: Failure, theirs: &str) -> Failure {
    let Some(age) = age(theirs) else { return failure };
    let hint = match age {
        "older" => format!("upgrade chatd to {OWN}, or use the chatctl of {theirs} with it"),
        _ => format!("use the chatctl of {theirs} with it"),
    };
    let why = format!("chatd {theirs} is {age} than this chatctl ({OWN}), and they do not understand each other here");
    let mut failure = failure.because(why).hint(hint).code("other_version").retryable(false);
    failure.kind = Kind::Failed;
    failure
}

/// The numbers of a version, the greatest first; what is none counts as nothing.
fn numbers(version: &str) -> Vec<u64> {
    version.split(['.', '-', '+']).take(3).map(|part| part.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        let told = |theirs: &str| told(Failure::new(Kind::NotFound, "do it"), theirs);
        assert_eq!(told(OWN).kind, Kind::NotFound, "the same version is not why");
        for (theirs, age) in [("0.0.9", "older"), ("10.0.0", "newer"), ("0.10.0-rc.1", "newer")] {
            let failure = told(theirs);
            assert!(failure.kind == Kind::Failed && failure.to_string().contains(age), "{failure}");
            assert!(failure.advice().is_some_and(|hint| hint.contains(theirs)), "{failure}");
        }
    }
}
