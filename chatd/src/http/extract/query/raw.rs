//! A query string taken apart: decoded strictly as UTF-8, each parameter once, only those that the route knows.

use chat_shared::api::codes::{Code, FieldCode};
use chat_shared::api::problem::FieldError;
use http::Uri;
use percent_encoding::percent_decode_str;

use crate::http::error::ApiError;

/// How much of a client's own parameter name an error repeats, in characters.
const NAME_CHARS: usize = 64;

/// The parameters of a query, and what is wrong with them so far.
pub struct Raw {
    pairs: Vec<(String, String)>,
    errors: Vec<FieldError>,
}

impl Raw {
    /// The query of `uri`, of which the route knows the parameters `known`.
    pub(super) fn of(uri: &Uri, known: &[&str]) -> Result<Self, ApiError> {
        let mut raw = Self { pairs: Vec::new(), errors: Vec::new() };
        for pair in uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decoded(name)?, decoded(value)?);
            if !known.contains(&name.as_str()) {
                let name: String = name.chars().take(NAME_CHARS).collect();
                raw.errors.push(FieldError::new(name, FieldCode::Unknown, "is no parameter of this request"));
            } else if raw.pairs.iter().any(|(there, _)| *there == name) {
                raw.errors.push(FieldError::new(name, FieldCode::Duplicate, "was sent more than once"));
            } else {
                raw.pairs.push((name, value));
            }
        }
        Ok(raw)
    }

    /// A parameter's value.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find_map(|(there, value)| (there == name).then_some(value.as_str()))
    }

    /// A parameter's number, between `least` and `most`.
    pub(super) fn number(&mut self, name: &'static str, least: u32, most: u32) -> Option<u32> {
        let text = self.text(name)?;
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        if !digits {
            self.refuse(name, FieldCode::Malformed, "must be a whole number in decimal digits");
        } else if number.is_none() {
            self.refuse(name, FieldCode::OutOfRange, format!("must be between {least} and {most}"));
        }
        number.filter(|_| digits)
    }

    /// Refuses a parameter.
    pub(super) fn refuse(
        &mut self,
        name: &'static str,
        code: impl Into<FieldCode>,
        message: impl Into<std::borrow::Cow<'static, str>>,
    ) {
        self.errors.push(FieldError::new(name, code, message));
    }

    /// `value`, unless something was refused.
    pub(super) fn unless_refused<T>(self, value: T) -> Result<T, ApiError> {
        if self.errors.is_empty() { Ok(value) } else { Err(ApiError::fields(self.errors)) }
    }
}

fn decoded(text: &str) -> Result<String, ApiError> {
    let spaced = text.replace('+', " ");
    let bytes = percent_decode_str(&spaced);
    let text = bytes.decode_utf8().map_err(|_| ApiError::new(Code::MalformedRequest, "the query is not UTF-8"))?;
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(query: &str) -> Result<Raw, ApiError> {
        Raw::of(&format!("/x?{query}").parse().expect("a URI"), &["content", "limit"])
    }

    #[test]
    fn values_are_decoded_strictly() {
        assert_eq!(raw("content=a+b%2B%C3%A9%26").expect("reads").text("content"), Some("a b+é&"));
        assert_eq!(raw("content=%FF").err().map(|error| error.code()), Some(Code::MalformedRequest));
        assert_eq!(raw("content").expect("reads").text("content"), Some(""));
    }

    #[test]
    fn unknown_and_repeated_parameters_and_wrong_numbers_are_all_refused_at_once() {
        let mut raw = raw("offset=3&limit=0&content=a&content=b").expect("reads");
        assert_eq!(raw.number("limit", 1, 200), None);
        let problem = raw.unless_refused(()).expect_err("is refused").rendering();
        let found: Vec<_> = problem.problem().errors.iter().map(|e| format!("{}:{}", e.field, e.code)).collect();
        assert_eq!(found, ["offset:unknown", "content:duplicate", "limit:out_of_range"]);
    }

    #[test]
    fn numbers_are_plain_decimals_in_range() {
        for (text, expected) in
            [("7", Some(7)), ("007", Some(7)), ("-1", None), ("1.5", None), ("+5", None), ("", None)]
        {
            assert_eq!(
                raw(&format!("limit={}", text.replace('+', "%2B"))).expect("reads").number("limit", 1, 9),
                expected
            );
        }
        assert_eq!(raw("limit=99999999999").expect("reads").number("limit", 1, 9), None);
    }
}
