//! The help of the whole tree, as one snapshot: what users see when they ask.

use std::fmt::Write as _;

use chatctl::cli;
use clap::Command;

use crate::support::{code, run, stderr, stdout};

fn write(command: &mut Command, path: &str, text: &mut String) {
    writeln!(text, "━━━ {path} ━━━\n{}", command.render_help()).expect("a String takes everything");
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names.iter().filter(|name| *name != "help") {
        let sub = command.find_subcommand_mut(name).expect("it was listed");
        write(sub, &format!("{path} {name}"), text);
    }
}

#[test]
fn the_help_of_every_command_is_as_it_was_agreed() {
    let mut command = cli::command().term_width(100);
    command.build();
    let mut text = String::new();
    write(&mut command, "chatctl", &mut text);
    insta::assert_snapshot!(text);
}

#[test]
fn the_long_help_lists_global_options_and_exit_codes() {
    let mut command = cli::command().term_width(100);
    insta::assert_snapshot!(command.render_long_help());
}

#[test]
fn help_and_version_are_answers() {
    for args in [&["--help"][..], &["-h"], &["help"], &["--version"], &["context", "--help"]] {
        let output = run(args);
        assert_eq!((code(&output), stderr(&output).as_str()), (0, ""), "{args:?}");
        assert!(!stdout(&output).is_empty(), "{args:?}");
    }
}

#[test]
fn every_command_and_every_flag_says_what_it_is_for() {
    fn check(command: &Command, path: &str) {
        assert!(command.get_about().is_some(), "{path} has no help");
        for arg in command.get_arguments() {
            assert!(arg.get_help().is_some(), "{path}: {} has no help", arg.get_id());
        }
        for sub in command.get_subcommands() {
            check(sub, &format!("{path} {}", sub.get_name()));
        }
    }
    check(&cli::command(), "chatctl");
}
