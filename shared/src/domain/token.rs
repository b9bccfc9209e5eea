//! Tokens of applications: 128 random bits, looked up by their SHA-256, shown whole to nobody but their owner.

use std::fmt;

use sha2::{Digest as _, Sha256};

use super::AppId;

/// A SHA-256.
pub type Digest = [u8; 32];

/// The SHA-256 of `bytes`.
#[must_use]
pub fn digest(bytes: &[u8]) -> Digest {
    Sha256::digest(bytes).into()
}

/// An application's token: whoever knows it is that tenant. `Debug` and `Display` show the first four characters only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Token(String);

impl Token {
    /// A token of 128 bits from `random`, as 32 lower-case hexadecimal digits.
    #[must_use]
    pub fn from_random(random: [u8; 16]) -> Self {
        use fmt::Write as _;
        let mut text = String::with_capacity(32);
        for byte in random {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// The token that `text` is, whatever its form: what was never given out is simply not found.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// What stands in the place of a deleted application's token.
    #[must_use]
    pub fn of_deleted(app: AppId) -> Self {
        Self(format!("deleted-{app}"))
    }

    /// The whole token. For the answer to its owner and for the store, never for logs.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What it is looked up by.
    #[must_use]
    pub fn hash(&self) -> Digest {
        digest(self.0.as_bytes())
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.0.chars().take(4).collect();
        write!(f, "{shown}…")
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_thirty_two_hexadecimal_digits_and_is_not_shown_whole() {
        let token = Token::from_random([0xab; 16]);
        assert_eq!(token.reveal(), "ab".repeat(16));
        assert_eq!(format!("{token} {token:?}"), "abab… Token(abab…)");
    }
}
