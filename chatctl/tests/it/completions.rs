//! The committed completion scripts are those that the program prints.

use std::path::Path;

use crate::support::{code, run, stdout};

#[test]
fn the_committed_completions_are_fresh() {
    for (shell, file) in [("bash", "chatctl.bash"), ("zsh", "_chatctl"), ("fish", "chatctl.fish")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../completions").join(file);
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        let printed = stdout(&run(&["completion", shell]));
        assert!(
            committed == printed,
            "completions/{file} is stale; write it again: cargo run -p chatctl -- completion {shell} > completions/{file}"
        );
    }
}

#[test]
fn every_shell_gets_a_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&["completion", shell]);
        assert_eq!(code(&output), 0);
        assert!(stdout(&output).contains("chatctl"), "{shell}");
    }
}
