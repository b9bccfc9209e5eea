//! Colours: the terminal's own sixteen, readable on dark and light, and none where none are wanted. Whatever a colour
//! means, a sign or a word beside it says too.

use ratatui::style::{Color, Modifier, Style};

use crate::output::colour::{Tone, tone};

/// What something on the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// The name of something: titles, headings.
    Title,
    /// Of less weight.
    Faint,
    /// A key.
    Key,
    /// The row or button under the cursor.
    Selected,
    /// What a search found.
    Lit,
    /// As it should be.
    Good,
    /// To be watched.
    Doubtful,
    /// To be acted on.
    Bad,
}

/// How roles look.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colours, or with weight and reversal alone.
    #[must_use]
    pub fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let coloured = |style: Style, colour| if self.colour { style.fg(colour) } else { style };
        match role {
            Role::Plain => plain,
            Role::Title => bold,
            Role::Faint => plain.add_modifier(Modifier::DIM),
            Role::Key => coloured(bold, Color::Cyan),
            Role::Selected => plain.add_modifier(Modifier::REVERSED),
            Role::Lit => coloured(bold.add_modifier(Modifier::UNDERLINED), Color::Magenta),
            Role::Good => coloured(plain, Color::Green),
            Role::Doubtful => coloured(bold, Color::Yellow),
            Role::Bad => coloured(bold, Color::Red),
        }
    }

    /// The style of a context's name: its own colour, where it has one that a terminal knows.
    #[must_use]
    pub fn context(self, colour: Option<&str>) -> Style {
        let known =
            colour.and_then(|name| name.parse::<Color>().ok()).filter(|colour| !matches!(colour, Color::Rgb(..)));
        let style = self.style(Role::Title).add_modifier(Modifier::REVERSED);
        match known {
            Some(colour) if self.colour => style.fg(colour),
            _ => style,
        }
    }
}

/// The role of a state's word.
#[must_use]
pub fn role_of(word: &str) -> Role {
    match tone(word) {
        Tone::Good => Role::Good,
        Tone::Doubtful => Role::Doubtful,
        Tone::Bad => Role::Bad,
        Tone::Neutral => Role::Plain,
    }
}

/// The sign of a state's word, which says what its colour does.
#[must_use]
pub fn sign_of(word: &str) -> &'static str {
    match tone(word) {
        Tone::Good => "●",
        Tone::Doubtful => "▲",
        Tone::Bad => "■",
        Tone::Neutral => "○",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 9] = [
        Role::Plain,
        Role::Title,
        Role::Faint,
        Role::Key,
        Role::Selected,
        Role::Lit,
        Role::Good,
        Role::Doubtful,
        Role::Bad,
    ];

    #[test]
    fn without_colours_there_are_none() {
        let theme = Theme::new(false);
        for style in ROLES.map(|role| theme.style(role)).into_iter().chain([theme.context(Some("red"))]) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn colours_are_the_terminals_own_and_never_a_background() {
        for style in ROLES.map(|role| Theme::new(true).style(role)) {
            assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_) | Color::White | Color::Black)));
            assert_eq!(style.bg, None);
        }
    }

    #[test]
    fn bad_and_good_differ_by_their_signs() {
        let signs = [sign_of("ok"), sign_of("lagging"), sign_of("behind"), sign_of("word")];
        assert!(signs.iter().all(|sign| signs.iter().filter(|other| *other == sign).count() == 1));
    }
}
