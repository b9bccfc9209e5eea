//! Text of strangers on a screen of cells: what would move the cursor is shown, and what terminals disagree about the
//! width of is left out, so that no content can shift what stands beside it.

use std::borrow::Cow;
use std::fmt::Write as _;

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::output::escape::visible;

/// More marks than these on one letter would be drawn over the rows above and below.
const MOST_MARKS: usize = 2;

/// Joins or turns the character before it: what it makes is as wide as each terminal thinks.
fn joins(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0100}'..='\u{e01ef}')
}

/// Takes no room of its own.
fn is_mark(c: char) -> bool {
    c.width() == Some(0)
}

/// Invisible, and not a mark on a letter: shown as an escape, since nobody would know that it is there.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{e0000}'..='\u{e007f}' | '\u{61c}' | '\u{180e}')
}

/// `text` on one line, each of its characters as wide as every terminal thinks it is.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    if shown.is_ascii() || !shown.chars().any(|c| joins(c) || is_hidden(c) || is_mark(c)) {
        return shown;
    }
    let mut kept = String::with_capacity(shown.len());
    let mut marks = MOST_MARKS;
    for c in shown.chars() {
        if joins(c) {
            continue;
        }
        if is_hidden(c) {
            // Writing to a String cannot fail.
            let _ = write!(kept, "\\u{{{:x}}}", u32::from(c));
            marks = 0;
        } else if is_mark(c) {
            let room = marks < MOST_MARKS && !kept.is_empty();
            if room {
                kept.push(c);
            }
            marks += 1;
        } else {
            kept.push(c);
            marks = 0;
        }
    }
    Cow::Owned(kept)
}

/// `text`, which is plain, in at most `width` columns: what does not fit ends in an ellipsis.
#[must_use]
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut room = width.saturating_sub(1);
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if wide > room {
            break;
        }
        room -= wide;
        kept.push(c);
    }
    if width > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// `text`, which is plain, in lines of at most `width` columns, broken between words where there are any.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let (mut line, mut taken) = (String::new(), 0);
    for word in text.split_inclusive(' ') {
        if taken + word.trim_end().width() > width && taken > 0 {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if taken + wide > width {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            line.push(c);
            taken += wide;
        }
    }
    lines.push(line);
    lines
}

/// `text` of a stranger as spans, with what a search found in another style. Ranges are in characters.
#[must_use]
pub fn lit(text: &str, ranges: &[(u32, u32)], usual: Style, found: Style) -> Vec<Span<'static>> {
    let mut spans: Vec<(bool, String)> = Vec::new();
    for (place, c) in (0u32..).zip(text.chars()) {
        let is_found = ranges.iter().any(|(start, end)| (*start..*end).contains(&place));
        match spans.last_mut() {
            Some((same, piece)) if *same == is_found => piece.push(c),
            _ => spans.push((is_found, c.to_string())),
        }
    }
    let span = |(is_found, piece): (bool, String)| {
        Span::styled(plain(&piece).into_owned(), if is_found { found } else { usual })
    };
    spans.into_iter().map(span).collect()
}

/// So many columns a text takes.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

/// A number with its thousands apart.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::*;

    /// What is written before a bar must leave the bar where it is, on terminals that add widths up by character as on
    /// those that go by cluster.
    fn leaves_the_bar(text: &str) {
        let shown = plain(text);
        let cut = cut(&shown, 20);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 1));
        buffer.set_stringn(0, 0, &cut, 20, Style::new());
        buffer.set_string(20, 0, "|", Style::new());
        let mut column = 0;
        while column < 20 {
            let symbol = buffer[(column, 0)].symbol();
            let by_character: usize = symbol.chars().map(|c| c.width().unwrap_or(0)).sum();
            assert_eq!(symbol.width(), by_character, "{symbol:?} in {text:?}");
            column += u16::try_from(by_character.max(1)).expect("small");
        }
        assert_eq!((column, buffer[(20, 0)].symbol()), (20, "|"), "{text:?}");
    }

    #[test]
    fn nothing_hostile_moves_what_stands_beside_it() {
        let texts = [
            "a\x1b[2J\x1b]0;title\x07b\u{9b}1m",
            "\u{202e}evil\u{202c} سلام עברית",
            "zero\u{200b}width\u{feff}joined\u{2060}",
            "👩\u{200d}👩\u{200d}👧\u{200d}👦 👍🏽 ❤\u{fe0f} 🇩🇪🇫🇷 1\u{fe0f}\u{20e3}",
            "日本語のとても長い文章がここにあります",
            "Z\u{310}\u{311}\u{312}\u{313}\u{314}algo\u{301}\u{302}\u{303}\u{304}",
            "\u{301}leading mark",
            "\u{1100}\u{1161}\u{11a8} jamo",
            "\r\n\t\u{b}\u{c}\u{85}\u{2028}\u{2029}",
        ];
        for text in texts {
            leaves_the_bar(text);
        }
        assert_eq!(plain("a\u{200b}b\x1b[0m"), "a\\u{200b}b\\x1b[0m");
    }

    proptest! {
        #[test]
        fn no_text_at_all_moves_what_stands_beside_it(text in any::<String>()) {
            leaves_the_bar(&text);
        }

        #[test]
        fn no_line_is_wider_than_it_may_be(text in any::<String>(), width in 2usize..40) {
            let shown = plain(&text);
            prop_assert!(cut(&shown, width).width() <= width);
            let lines = wrap(&shown, width);
            prop_assert!(lines.iter().all(|line| line.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>() <= width));
            prop_assert_eq!(lines.concat(), shown);
        }
    }

    #[test]
    fn what_was_found_is_lit_where_it_stands_whatever_stands_before_it() {
        let (usual, found) = (Style::new(), Style::new().bold());
        let spans = lit("\x1bhéllo", &[(1, 3)], usual, found);
        let shown: Vec<(&str, bool)> = spans.iter().map(|span| (&*span.content, span.style == found)).collect();
        assert_eq!(shown, [("\\x1b", false), ("hé", true), ("llo", false)]);
    }

    #[test]
    fn thousands_are_apart() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
