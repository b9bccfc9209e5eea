//! Every leaf of the command tree keeps the contract with scripts, whatever the leaf does: nothing may be added to the
//! tree that this walk does not know how to call.

use chatctl::cli;
use clap::Command;

use crate::support::{code, error, run, stdout};

/// Every command without subcommands, as its words.
fn leaves(command: &Command, path: &[String], found: &mut Vec<Vec<String>>) {
    let mut subs = command.get_subcommands().filter(|sub| sub.get_name() != "help").peekable();
    if subs.peek().is_none() {
        found.push(path.to_vec());
    }
    for sub in subs {
        let path: Vec<String> = path.iter().cloned().chain([sub.get_name().to_owned()]).collect();
        leaves(sub, &path, found);
    }
}

pub fn all_leaves() -> Vec<Vec<String>> {
    let mut found = Vec::new();
    leaves(&cli::command(), &[], &mut found);
    found
}

#[test]
fn every_leaf_refuses_an_unknown_flag_with_an_error_object() {
    for leaf in all_leaves() {
        let mut args: Vec<&str> = leaf.iter().map(String::as_str).collect();
        args.extend(["--no-such-flag", "-o", "json"]);
        let output = run(&args);
        assert_eq!((code(&output), stdout(&output).as_str()), (2, ""), "{args:?}");
        assert_eq!(error(&output)["code"], "usage", "{args:?}");
    }
}

#[test]
fn every_global_flag_is_taken_after_every_leaf() {
    let globals = ["--limit=0", "--sort=-", "--time=soon", "--color=red", "--progress=fast", "--timeout=x", "-o=xml"];
    for leaf in all_leaves() {
        for global in globals {
            let mut args: Vec<&str> = leaf.iter().map(String::as_str).collect();
            args.push(global);
            let output = run(&args);
            let flag = global.split('=').next().unwrap_or(global);
            assert_eq!(code(&output), 2, "{args:?}");
            let shown = crate::support::stderr(&output);
            assert!(shown.contains("invalid value") && shown.contains(flag), "{args:?}: {shown}");
        }
    }
}
