//! What a client may send: sizes and forms of names, titles, senders and contents. The same rules for the API, the
//! import and the tests; how a violation is answered is the API's matter.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The configurable limits of what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// The most bytes of UTF-8 that a message's content may have.
    pub content_bytes: usize,
    /// The most characters of a name or a title.
    pub name_chars: usize,
    /// The most characters of a sender.
    pub sender_chars: usize,
    /// The most characters of a search text.
    pub query_chars: usize,
    /// The most messages of one batch.
    pub batch_messages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { content_bytes: 64 * 1024, name_chars: 255, sender_chars: 255, query_chars: 1024, batch_messages: 1000 }
    }
}

/// Why a value is refused. `Display` completes "`content` …".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Violation {
    /// Empty, or nothing but white space.
    Blank,
    /// Too long.
    TooLong {
        /// How long it is.
        actual: usize,
        /// How long it may be.
        limit: usize,
        /// In what both are counted.
        unit: &'static str,
    },
    /// Holds U+0000.
    Nul,
}

impl Violation {
    /// The stable code of the violation in an error's `errors[]`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::TooLong { .. } => "too_long",
            Self::Nul => "nul_character",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => f.write_str("must hold more than white space"),
            Self::TooLong { actual, limit, unit } => write!(f, "is {actual} {unit} long; at most {limit} are allowed"),
            Self::Nul => f.write_str("must not hold the character U+0000"),
        }
    }
}

impl Limits {
    /// Whether `text` may be a message's content.
    pub fn content(&self, text: &str) -> Result<(), Violation> {
        bytes_at_most(text, self.content_bytes)?;
        not_blank(text)?;
        no_nul(text)
    }

    /// Whether `text` may be an application's name or a chat's title.
    pub fn name(&self, text: &str) -> Result<(), Violation> {
        chars_at_most(text, self.name_chars)?;
        not_blank(text)?;
        no_nul(text)
    }

    /// Whether `text` may be a sender.
    pub fn sender(&self, text: &str) -> Result<(), Violation> {
        chars_at_most(text, self.sender_chars)?;
        not_blank(text)?;
        no_nul(text)
    }

    /// Whether `text` may be searched for. White space is a search text as any other.
    pub fn query(&self, text: &str) -> Result<(), Violation> {
        chars_at_most(text, self.query_chars)?;
        if text.is_empty() {
            return Err(Violation::Blank);
        }
        no_nul(text)
    }
}

fn bytes_at_most(text: &str, limit: usize) -> Result<(), Violation> {
    if text.len() > limit {
        return Err(Violation::TooLong { actual: text.len(), limit, unit: "bytes" });
    }
    Ok(())
}

fn chars_at_most(text: &str, limit: usize) -> Result<(), Violation> {
    // Bytes bound characters from above: most texts need no count.
    if text.len() > limit {
        let actual = text.chars().count();
        if actual > limit {
            return Err(Violation::TooLong { actual, limit, unit: "characters" });
        }
    }
    Ok(())
}

fn not_blank(text: &str) -> Result<(), Violation> {
    if text.chars().all(char::is_whitespace) { Err(Violation::Blank) } else { Ok(()) }
}

fn no_nul(text: &str) -> Result<(), Violation> {
    if text.contains('\0') { Err(Violation::Nul) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_of_exactly_the_limit_passes_and_one_byte_more_does_not() {
        let limits = Limits { content_bytes: 4, ..Limits::default() };
        assert_eq!(limits.content("éé"), Ok(()));
        assert_eq!(limits.content("ééa"), Err(Violation::TooLong { actual: 5, limit: 4, unit: "bytes" }));
    }

    #[test]
    fn names_are_counted_in_characters() {
        let limits = Limits { name_chars: 2, ..Limits::default() };
        assert_eq!(limits.name("日本"), Ok(()));
        assert!(limits.name("日本語").is_err());
    }

    #[test]
    fn white_space_alone_and_nul_are_refused_but_control_characters_are_not() {
        let limits = Limits::default();
        assert_eq!(limits.content(" \n\u{3000}"), Err(Violation::Blank));
        assert_eq!(limits.content("a\0b"), Err(Violation::Nul));
        assert_eq!(limits.content("\u{2}bold\u{1b}[31m"), Ok(()));
    }

    #[test]
    fn a_search_text_may_be_white_space_but_not_empty() {
        assert_eq!(Limits::default().query(" "), Ok(()));
        assert_eq!(Limits::default().query(""), Err(Violation::Blank));
    }
}
