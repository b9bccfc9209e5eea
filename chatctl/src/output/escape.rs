//! Shows what a terminal would obey: control characters, escape sequences, and the characters that turn the direction
//! of text round. Knows nothing of formats.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a terminal would act on `c` instead of showing it.
#[must_use]
pub fn is_active(c: char) -> bool {
    // C0, DEL and C1 move the cursor and start sequences; the bidirectional controls make text read as another text
    // (the "Trojan Source" characters); the two separators end a line in some programs and not in others.
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// `text` on one line, its active characters written as escapes: `\n`, `\t`, `\x1b`, `\u{202e}`. A backslash stays as
/// it is: this is for eyes, the data formats are for programs.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_active) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push_visible(&mut shown, c);
    }
    Cow::Owned(shown)
}

/// The same, but line breaks and tabs are left alone: for a text of several lines that is printed whole.
#[must_use]
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| is_active(c) && c != '\n' && c != '\t') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c == '\n' || c == '\t' { shown.push(c) } else { push_visible(&mut shown, c) }
    }
    Cow::Owned(shown)
}

fn push_visible(shown: &mut String, c: char) {
    match c {
        '\n' => shown.push_str("\\n"),
        '\r' => shown.push_str("\\r"),
        '\t' => shown.push_str("\\t"),
        // Writing to a String cannot fail.
        c if is_active(c) && u32::from(c) < 0x100 => {
            let _ = write!(shown, "\\x{:02x}", u32::from(c));
        }
        c if is_active(c) => {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        }
        c => shown.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_shown_and_not_obeyed() {
        assert_eq!(visible("a\x1b[2Jb\u{9b}1m\x07"), "a\\x1b[2Jb\\x9b1m\\x07");
        assert_eq!(visible("two\nlines\r\n\there"), "two\\nlines\\r\\n\\there");
        assert_eq!(visible("abc\u{202e}cba"), "abc\\u{202e}cba");
    }

    #[test]
    fn ordinary_text_is_left_alone_whatever_its_script() {
        for text in ["hello \\n", "日本語", "سلام", "👩\u{200d}🚀", "naïve"] {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn a_text_of_several_lines_keeps_its_lines_only() {
        assert_eq!(visible_lines("a\n\tb\x1b[31m\r"), "a\n\tb\\x1b[31m\\r");
    }
}
