//! Whether a stream gets colours. The order is the documented one: `--color`, then `NO_COLOR`, `CLICOLOR_FORCE`,
//! `CLICOLOR`, `TERM=dumb`, and last whether the stream is a terminal.

use clap::ValueEnum;
use clap::builder::styling::{AnsiColor, Style};

/// The values of `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal, unless the environment says otherwise.
    #[default]
    Auto,
    /// Into pipes and files as well.
    Always,
    /// Never.
    Never,
}

/// An environment variable by its name.
pub type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Whether colours are wanted on a stream that is or is not a `terminal`.
#[must_use]
pub fn wanted(when: ColorWhen, env: Env<'_>, terminal: bool) -> bool {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto if set("NO_COLOR").is_some() => false,
        ColorWhen::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        ColorWhen::Auto if set("CLICOLOR").is_some_and(|value| value == "0") => false,
        ColorWhen::Auto if set("TERM").is_some_and(|value| value == "dumb") => false,
        ColorWhen::Auto => terminal,
    }
}

/// What a coloured word means; the word itself always says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// To be watched.
    Doubtful,
    /// To be acted on.
    Bad,
    /// None of these.
    Neutral,
}

/// The tone of a state's word.
#[must_use]
pub fn tone(word: &str) -> Tone {
    match word.to_ascii_lowercase().as_str() {
        "ok" | "run" | "running" | "done" | "persisted" | "ready" | "up" | "yes" | "same" => Tone::Good,
        "accepted" | "lagging" | "queued" | "pending" | "paused" | "stale" | "ahead" | "unseeded" | "warning"
        | "warn" | "building" => Tone::Doubtful,
        "behind" | "dead" | "failed" | "critical" | "down" | "hole" | "lost" | "duplicate" | "missing" => Tone::Bad,
        _ => Tone::Neutral,
    }
}

/// `text` in the colour of a failure, where colours are wanted.
#[must_use]
pub fn paint(text: &str, tone: Tone, colour: bool) -> String {
    let style = match tone {
        Tone::Good => Style::new().fg_color(Some(AnsiColor::Green.into())),
        Tone::Doubtful => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
        Tone::Bad => Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Tone::Neutral => Style::new(),
    };
    if colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(when: ColorWhen, env: &[(&str, &str)], terminal: bool) -> bool {
        let lookup = |name: &str| env.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        wanted(when, &lookup, terminal)
    }

    #[test]
    fn the_flag_wins_over_the_environment() {
        assert!(decide(ColorWhen::Always, &[("NO_COLOR", "1")], false));
        assert!(!decide(ColorWhen::Never, &[("CLICOLOR_FORCE", "1")], true));
    }

    #[test]
    fn no_color_wins_over_force_and_force_over_the_rest() {
        assert!(!decide(ColorWhen::Auto, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true));
        assert!(decide(ColorWhen::Auto, &[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")], false));
        assert!(!decide(ColorWhen::Auto, &[("CLICOLOR", "0")], true));
        assert!(!decide(ColorWhen::Auto, &[("TERM", "dumb")], true));
    }

    #[test]
    fn an_empty_variable_is_no_variable() {
        assert!(decide(ColorWhen::Auto, &[("NO_COLOR", "")], true));
        assert!(!decide(ColorWhen::Auto, &[("CLICOLOR_FORCE", "0")], false));
    }

    #[test]
    fn without_a_word_from_anyone_the_terminal_decides() {
        assert!(decide(ColorWhen::Auto, &[], true));
        assert!(!decide(ColorWhen::Auto, &[], false));
    }
}
