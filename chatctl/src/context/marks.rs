//! What a context is marked with: how much care whatever changes something takes there, and the colour of its name.

use clap::ValueEnum;

use crate::output::confirm::Danger;
use crate::output::failure::{Failure, Kind};

/// The colours that a context's name may have: the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ContextColor {
    /// Red.
    Red,
    /// Green.
    Green,
    /// Yellow.
    Yellow,
    /// Blue.
    Blue,
    /// Magenta.
    Magenta,
    /// Cyan.
    Cyan,
}

impl ContextColor {
    /// Its word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Blue => "blue",
            Self::Magenta => "magenta",
            Self::Cyan => "cyan",
        }
    }
}

/// The marks of the context that a line is about; none of them where it has left the contexts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The context's name.
    pub context: String,
    /// Whether every change takes one level of danger more.
    pub protected: bool,
    /// Whether nothing may be changed.
    pub read_only: bool,
    /// The colour of its name.
    pub color: Option<ContextColor>,
}

impl Marks {
    /// What it takes here to go on with `act`, which is of this danger elsewhere; the refusal where nothing may be
    /// changed.
    pub fn raise(&self, danger: Danger, act: &str) -> Result<Danger, Failure> {
        if self.read_only {
            return Err(Failure::new(Kind::Unconfirmed, act.to_owned())
                .code("read_only")
                .because(format!("the context `{}` is read-only", self.context))
                .hint("use another context; --dry-run works here too"));
        }
        Ok(match danger {
            Danger::Mild if self.protected => Danger::Moderate,
            Danger::Moderate if self.protected => Danger::Severe { name: self.context.clone() },
            danger => danger,
        })
    }

    /// `act` as it is asked about: with the context that it is protected by.
    #[must_use]
    pub fn told(&self, act: &str) -> String {
        if self.protected { format!("{act} in {} (protected)", self.context) } else { act.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(protected: bool, read_only: bool) -> Marks {
        Marks { context: "prod".to_owned(), protected, read_only, color: None }
    }

    fn severe(name: &str) -> Danger {
        Danger::Severe { name: name.to_owned() }
    }

    #[test]
    fn a_protected_context_takes_one_level_more_and_a_severe_act_its_own_name() {
        let raised = |danger| marks(true, false).raise(danger, "do it").expect("not refused");
        assert_eq!(raised(Danger::Mild), Danger::Moderate);
        assert_eq!(raised(Danger::Moderate), severe("prod"));
        assert_eq!(raised(severe("acme")), severe("acme"));
        assert_eq!(marks(false, false).raise(Danger::Mild, "do it"), Ok(Danger::Mild));
    }

    #[test]
    fn a_read_only_context_refuses_whatever_the_danger() {
        for danger in [Danger::Mild, Danger::Moderate, severe("acme")] {
            let refused = marks(true, true).raise(danger, "do it").expect_err("refused");
            assert_eq!((refused.kind, refused.code.as_ref()), (Kind::Unconfirmed, "read_only"));
        }
    }
}
