//! Who may administer: whoever knows the admin key, or everybody where the installation was opened. The key itself is
//! not kept, only its SHA-256; both are compared in constant time.

use chat_shared::domain::{Digest, digest};
use http::HeaderValue;
use subtle::ConstantTimeEq as _;

/// Who may administer.
#[derive(Debug, Clone, Copy)]
pub enum AdminAccess {
    /// Whoever sends the key with this SHA-256.
    Key(Digest),
    /// Everybody (`auth.admin = "open"`).
    Open,
}

impl AdminAccess {
    /// Whoever knows `key`.
    #[must_use]
    pub fn key(key: &str) -> Self {
        Self::Key(digest(key.as_bytes()))
    }

    /// Whether a request with this `Authorization` may administer.
    #[must_use]
    pub fn admits(&self, authorization: Option<&HeaderValue>) -> bool {
        let expected = match self {
            Self::Open => return true,
            Self::Key(expected) => expected,
        };
        let Some(sent) = authorization.and_then(|value| bearer(value.as_bytes())) else { return false };
        digest(sent).ct_eq(expected).into()
    }
}

/// The credentials of `Bearer …`; the scheme's name in any case (RFC 9110, section 11.1).
fn bearer(value: &[u8]) -> Option<&[u8]> {
    let (scheme, rest) = value.split_at_checked(b"bearer ".len())?;
    scheme.eq_ignore_ascii_case(b"bearer ").then(|| rest.trim_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admits(access: AdminAccess, authorization: &'static str) -> bool {
        access.admits(Some(&HeaderValue::from_static(authorization)))
    }

    #[test]
    fn only_the_bearer_of_the_key_is_admitted() {
        let access = AdminAccess::key("secret");
        assert!(admits(access, "Bearer secret"));
        assert!(admits(access, "bEARER  secret "));
        for garbled in ["Bearer", "Bearer ", "Bearer secre", "Bearer secrets", "Basic secret", "secret", ""] {
            assert!(!admits(access, garbled), "{garbled:?}");
        }
        assert!(!access.admits(None));
        assert!(AdminAccess::Open.admits(None));
    }
}
