//! The command line without a process: the whole help, what commands print, and the exit codes of errors.

use clap::CommandFactory as _;

use super::*;

fn environment(vars: &[(&str, &str)]) -> Environment {
    let mut environment = Environment::of_process();
    environment.vars = vars.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    environment
}

fn run(args: &[&str], vars: &[(&str, &str)]) -> anyhow::Result<(Exit, String)> {
    let cli = Cli::try_parse_from(["chatd"].iter().chain(args))?;
    let mut out = Vec::new();
    let exit = execute(&cli, &environment(vars), &mut out)?;
    Ok((exit, String::from_utf8(out)?))
}

/// The help of a command and of all below it.
fn help(command: &mut clap::Command, path: &str, text: &mut String) {
    let path = format!("{path}{}", command.get_name());
    let whole = command.render_long_help().to_string();
    // The flags of the configuration are the same everywhere: they are read once.
    let own = if path == "chatd" { whole.as_str() } else { whole.split("\nConfiguration:").next().unwrap_or_default() };
    text.extend(["=== ", &path, "\n", own, "\n"]);
    for below in command.get_subcommands_mut().filter(|below| below.get_name() != "help") {
        help(below, &format!("{path} "), text);
    }
}

#[test]
fn the_help_of_every_command_is_as_it_was_read() {
    let mut text = String::new();
    let mut command = Cli::command().term_width(100);
    command.build();
    help(&mut command, "", &mut text);
    insta::assert_snapshot!(text);
}

#[test]
fn flags_stand_before_or_after_the_command() {
    for args in [["chatd", "--data", "/d", "serve"], ["chatd", "serve", "--data", "/d"]] {
        let cli = Cli::try_parse_from(args).expect("valid");
        assert_eq!((cli.flags.data.as_deref(), cli.command), (Some("/d"), Some(Command::Serve)));
    }
}

#[test]
fn config_check_says_that_all_is_well_or_everything_that_is_not() {
    let doubtful = [("HOME", "/home/me"), ("CHATD_QUEUE_ON_LOSS", "reuse")];
    let (exit, out) = run(&["config", "check"], &doubtful).expect("valid");
    assert_eq!(exit, Exit::Clean);
    assert!(out.starts_with("the configuration is valid\n  warning: CHATD_QUEUE_ON_LOSS: "), "{out}");
    let error = run(&["config", "check", "--listen", "x", "--role", "y"], &[]).expect_err("three problems");
    assert_eq!(exit_of(&error), Exit::Usage);
    let told = error.to_string();
    assert!(told.contains("3 problems") && told.contains("--listen:") && told.contains("--role:"), "{told}");
}

#[test]
fn config_show_and_example_print_toml() {
    let (_, shown) = run(&["config", "show", "--origin", "--data", "/d"], &[]).expect("valid");
    assert!(shown.starts_with("data = \"/d\"  # --data\n"), "{shown}");
    let (_, example) = run(&["config", "example"], &[]).expect("needs no configuration");
    assert_eq!(example, config::example());
}

#[test]
fn a_chatd_that_does_not_run_is_not_healthy() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let (exit, out) = run(&["healthcheck", "--data", &data, "--listen", "127.0.0.1:0"], &[]).expect("an answer");
    assert_eq!(exit, Exit::Failed);
    assert!(out.contains("no chatd runs on the data folder"), "{out}");
}
