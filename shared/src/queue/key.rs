//! Clients' idempotency keys: their form, and what they are stored as.
//! Form and scope come from the IETF draft "The Idempotency-Key HTTP Header Field" and the API's own contract.

use crate::domain::{Digest, Sequence, digest};

/// SHA-256 of scope and key: what queue and store keep instead of the client's text.
pub type KeyHash = Digest;

/// The longest key, in characters.
const MAX_CHARS: usize = 255;

/// The header's value is no idempotency key.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("an Idempotency-Key is 1 to 255 printable ASCII characters, bare or in double quotes")]
pub struct InvalidKey;

/// The key that a header's value names: a bare word or a quoted string; both forms of one text are one key.
pub fn parse_key(header: &[u8]) -> Result<String, InvalidKey> {
    let text = std::str::from_utf8(header).map_err(|_| InvalidKey)?.trim_matches([' ', '\t']);
    let key = match text.strip_prefix('"') {
        Some(rest) => unquote(rest.strip_suffix('"').ok_or(InvalidKey)?)?,
        None if text.contains(['"', ' ']) => return Err(InvalidKey),
        None => text.to_owned(),
    };
    let printable = key.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if key.is_empty() || key.len() > MAX_CHARS || !printable { Err(InvalidKey) } else { Ok(key) }
}

/// The text of a structured-field string: `\"` and `\\` are the only escapes.
fn unquote(inner: &str) -> Result<String, InvalidKey> {
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => text.push(chars.next().filter(|next| matches!(next, '"' | '\\')).ok_or(InvalidKey)?),
            '"' => return Err(InvalidKey),
            other => text.push(other),
        }
    }
    Ok(text)
}

/// What `key` is stored as. Its scope is the application, the chat and the kind of creation, that is: the sequence.
#[must_use]
pub fn key_hash(sequence: Sequence, key: &str) -> KeyHash {
    digest(format!("{sequence}\n{key}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_and_a_quoted_key_are_the_same() {
        assert_eq!(parse_key(b"a-1"), parse_key(b"\"a-1\""));
        assert_eq!(parse_key(br#""a \"b\" \\ c""#), Ok(r#"a "b" \ c"#.to_owned()));
    }

    #[test]
    fn malformed_keys_are_refused() {
        let long = "x".repeat(256);
        for key in ["", "\"\"", "\"a", "a b", "a\"b", "\"a\"b\"", "\"a\\\"", "\u{e9}", "a\u{7f}", long.as_str()] {
            assert_eq!(parse_key(key.as_bytes()), Err(InvalidKey), "{key:?}");
        }
        assert_eq!(parse_key(&[0xff]), Err(InvalidKey));
        assert!(parse_key("x".repeat(255).as_bytes()).is_ok());
    }
}
