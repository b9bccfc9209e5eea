//! How the process ended: the fixed exit codes.

use std::process::ExitCode;

/// How the process ended. The codes are fixed names (`docs/configuration.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything was finished.
    Clean,
    /// Something failed.
    Failed,
    /// The command line or the configuration is wrong.
    Usage,
    /// The data folder or the installation is held by another process.
    Held,
    /// The deadline passed, or a second signal came, before everything was finished. What was accepted is safe.
    Cut,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Held => 3,
            Self::Cut => 4,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_codes_are_the_fixed_ones() {
        let codes = [Exit::Clean, Exit::Failed, Exit::Usage, Exit::Held, Exit::Cut].map(Exit::code);
        assert_eq!(codes, [0, 1, 2, 3, 4]);
    }
}
