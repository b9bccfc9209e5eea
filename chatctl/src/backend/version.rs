//! A chatd that is older or newer than this chatctl: when that may be why a request fails, and how it is said.

use std::cmp::Ordering;

use chat_shared::api::client::ClientError;
use chat_shared::api::codes::Code;

use crate::output::failure::{Failure, Kind};

/// This chatctl's version.
const OWN: &str = env!("CARGO_PKG_VERSION");

/// Whether another version could be why: a route or a code that one of them does not know, or an answer of another shape.
pub fn is_suspect(error: &ClientError) -> bool {
    match error {
        ClientError::Problem(_) => {
            matches!(error.code(), None | Some(Code::RouteNotFound | Code::MethodNotAllowed))
        }
        ClientError::NotUnderstood { status, .. } => status.is_success(),
        _ => false,
    }
}

/// The same failure, where chatd turns out to be of the version `theirs`.
pub fn told(failure: Failure, theirs: &str) -> Failure {
    let order = numbers(theirs).cmp(&numbers(OWN));
    let hint = match order {
        Ordering::Less => format!("upgrade chatd to {OWN}, or use the chatctl of {theirs} with it"),
        Ordering::Greater => format!("use the chatctl of {theirs} with it"),
        Ordering::Equal => return failure,
    };
    let age = if order == Ordering::Less { "older" } else { "newer" };
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
