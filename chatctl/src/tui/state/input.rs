//! A line being typed. Pure.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// More than this is not taken in: names, texts and filters are far shorter.
const LONGEST: usize = 65_536;

/// A line being typed, with the cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// What was typed.
    pub text: String,
    /// The cursor, in characters.
    pub cursor: usize,
}

impl Input {
    /// One that begins with `text`, the cursor behind it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.chars().count(), text }
    }

    /// Takes a key; false where it means nothing to a line.
    pub fn press(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('u') if ctrl => *self = Self::default(),
            KeyCode::Char('w') if ctrl => self.cut_word(),
            KeyCode::Char('a') if ctrl => self.cursor = 0,
            KeyCode::Char('e') if ctrl => self.cursor = self.text.chars().count(),
            KeyCode::Char(_) if ctrl => return false,
            KeyCode::Char(c) => self.insert(c),
            KeyCode::Backspace if self.cursor > 0 => {
                self.cursor -= 1;
                self.remove();
            }
            KeyCode::Delete => self.remove(),
            KeyCode::Left => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Right => self.cursor = (self.cursor + 1).min(self.text.chars().count()),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.text.chars().count(),
            _ => return false,
        }
        true
    }

    /// Takes pasted text as one line.
    pub fn paste(&mut self, text: &str) {
        let mut room = LONGEST.saturating_sub(self.text.len());
        let fits = move |c: &char| {
            let left = room.checked_sub(c.len_utf8());
            room = left.unwrap_or(0);
            left.is_some()
        };
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take_while(fits).collect();
        self.text.insert_str(self.byte(), &line);
        self.cursor += line.chars().count();
    }

    fn insert(&mut self, c: char) {
        if self.text.len() + c.len_utf8() <= LONGEST {
            self.text.insert(self.byte(), c);
            self.cursor += 1;
        }
    }

    fn remove(&mut self) {
        let at = self.byte();
        if at < self.text.len() {
            self.text.remove(at);
        }
    }

    fn cut_word(&mut self) {
        let before: String = self.text.chars().take(self.cursor).collect();
        let after: String = self.text.chars().skip(self.cursor).collect();
        let kept = before.trim_end().rsplit_once(' ').map_or("", |(kept, _)| kept);
        let kept = if kept.is_empty() { String::new() } else { format!("{kept} ") };
        self.cursor = kept.chars().count();
        self.text = kept + &after;
    }

    fn byte(&self) -> usize {
        self.text.char_indices().nth(self.cursor).map_or(self.text.len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[(KeyCode, KeyModifiers)]) -> Input {
        let mut input = Input::new("añb");
        for (code, modifiers) in keys {
            input.press(KeyEvent::new(*code, *modifiers));
        }
        input
    }

    #[test]
    fn a_line_is_edited_where_its_cursor_is() {
        let none = KeyModifiers::NONE;
        let input = typed(&[(KeyCode::Left, none), (KeyCode::Backspace, none), (KeyCode::Char('é'), none)]);
        assert_eq!(input, Input { text: "aéb".to_owned(), cursor: 2 });
        assert_eq!(typed(&[(KeyCode::Home, none), (KeyCode::Delete, none)]).text, "ñb");
    }

    #[test]
    fn a_word_or_all_of_it_is_cut_with_ctrl() {
        let mut input = Input::new("one two ");
        input.press(KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL));
        assert_eq!(input, Input { text: "one ".to_owned(), cursor: 4 });
        input.press(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL));
        assert_eq!(input, Input::default());
    }

    #[test]
    fn what_is_pasted_is_one_line_and_not_endless() {
        let mut input = Input::default();
        input.paste("a\nb\x1b");
        assert_eq!(input.text, "a b ");
        input.paste(&"x".repeat(100_000));
        assert_eq!(input.text.len(), LONGEST);
    }
}
