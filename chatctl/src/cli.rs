//! The command tree and the global flags. Each command's own arguments are beside its code in `commands`.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::time::Duration;

use clap::builder::styling::{AnsiColor, Styles};
use clap::parser::ValueSource;
use clap::{ArgMatches, Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands;
use crate::context::Choice;
use crate::output::colour::ColorWhen;
use crate::output::human::TimeStyle;
use crate::output::layout::Sort;
use crate::output::progress::ProgressWhen;
use crate::output::{Format, exit};
use crate::session::Terminal;

/// The line, parsed.
#[derive(Debug, Parser)]
#[command(
    name = "chatctl",
    version,
    about = "Run chatd: applications, chats, messages, queues, counters, dead letters, the search index",
    long_about = "Run chatd: applications, chats, messages, queues, counters, dead letters, the search index.\n\n\
        A line is a noun and a verb: `chatctl app ls`, `chatctl queue get persist`. Global options may stand anywhere \
        on it. Results go to standard output, everything else to standard error; the same fields in every format.",
    propagate_version = false,
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = false,
    styles = styles(),
)]
pub struct Cli {
    /// The flags that every command takes.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The flags that every command takes, anywhere on the line.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own, and any may stand with any other")]
pub struct Global {
    /// Use this context of the configuration files
    #[arg(
        short,
        long,
        global = true,
        env = "CHATCTL_CONTEXT",
        hide_env_values = true,
        value_name = "NAME",
        hide_short_help = true
    )]
    pub context: Option<String>,
    /// Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]
    #[arg(
        long,
        global = true,
        env = "CHATCTL_API",
        hide_env_values = true,
        value_name = "URL",
        hide_short_help = true
    )]
    pub api: Option<String>,
    /// Use the chatd of this data folder
    #[arg(
        long,
        global = true,
        env = "CHATCTL_DATA",
        hide_env_values = true,
        value_name = "DIR",
        hide_short_help = true
    )]
    pub data: Option<std::path::PathBuf>,
    /// Go straight to queue, store and search index, without chatd
    #[arg(long, global = true, env = "CHATCTL_DIRECT", hide_env_values = true, value_parser = clap::builder::FalseyValueParser::new(),
        hide_short_help = true)]
    pub direct: bool,
    /// With --direct: the store is here, `mysql://user@host/database`; its password by `CHATCTL_STORE_FILE` or a context
    #[arg(id = "store_url", long = "store", global = true, value_name = "URL", hide_short_help = true)]
    pub store: Option<String>,
    /// With --direct: the queue is here, `redis://host` or `redis+cluster://host1,host2`
    #[arg(id = "queue_url", long = "queue", global = true, value_name = "URL", hide_short_help = true)]
    pub queue: Option<String>,
    /// With --direct: the search index is here, `http://host:9200`, or `none`
    #[arg(id = "search_url", long = "search", global = true, value_name = "URL", hide_short_help = true)]
    pub search: Option<String>,
    /// Print in this format
    #[arg(
        short,
        long,
        global = true,
        env = "CHATCTL_OUTPUT",
        hide_env_values = true,
        value_enum,
        default_value_t,
        value_name = "FORMAT",
        hide_short_help = true
    )]
    pub output: Format,
    /// Print these columns, in this order
    #[arg(long, global = true, value_delimiter = ',', value_name = "A,B", hide_short_help = true)]
    pub columns: Vec<String>,
    /// Sort by this column; downward with `-` before it
    #[arg(long, global = true, allow_hyphen_values = true, value_name = "[-]COLUMN", hide_short_help = true)]
    pub sort: Option<Sort>,
    /// Print at most so many [default: 50]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u64).range(1..),
        hide_short_help = true)]
    pub limit: Option<u64>,
    /// Print all, however many
    #[arg(long, global = true, conflicts_with = "limit", hide_short_help = true)]
    pub all: bool,
    /// Print no line of names above tables, CSV and TSV
    #[arg(long, global = true, hide_short_help = true)]
    pub no_headers: bool,
    /// Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]
    #[arg(long, global = true, value_enum, value_name = "STYLE", hide_short_help = true)]
    pub time: Option<TimeStyle>,
    /// Use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", hide_short_help = true)]
    pub color: ColorWhen,
    /// Show how far long work is, on standard error
    #[arg(long, global = true, value_enum, default_value_t, value_name = "HOW", hide_short_help = true)]
    pub progress: ProgressWhen,
    /// Consent to what asks for a confirmation
    #[arg(short, long, global = true, hide_short_help = true)]
    pub yes: bool,
    /// Consent to what cannot be taken back, by the thing's name
    #[arg(long, global = true, value_name = "NAME", hide_short_help = true)]
    pub confirm: Option<String>,
    /// Never ask: fail with exit code 10 instead
    #[arg(long, global = true, env = "CHATCTL_NO_INPUT", hide_env_values = true, value_parser = clap::builder::FalseyValueParser::new(),
        hide_short_help = true)]
    pub no_input: bool,
    /// Change nothing: print what would be done
    #[arg(long, global = true, hide_short_help = true)]
    pub dry_run: bool,
    /// Wait at most so long for an answer, such as `500ms`, `10s`, `2m`
    #[arg(long, global = true, env = "CHATCTL_TIMEOUT", hide_env_values = true, value_parser = duration, default_value = "30s",
        value_name = "DURATION", hide_short_help = true)]
    pub timeout: Duration,
    /// Print results and errors only
    #[arg(short, long, global = true, hide_short_help = true)]
    pub quiet: bool,
    /// Say what is being done, on standard error
    #[arg(short, long, global = true, conflicts_with = "quiet", hide_short_help = true)]
    pub verbose: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
#[command(subcommand_help_heading = "Commands")]
pub enum Command {
    /// Applications, that is tenants
    #[command(subcommand, visible_alias = "apps", aliases = ["application", "applications"])]
    App(commands::app::AppCommand),
    /// Chats of an application
    #[command(subcommand, visible_alias = "chats")]
    Chat(commands::chat::ChatCommand),
    /// Messages of a chat
    #[command(subcommand, visible_alias = "messages", aliases = ["msgs", "message"])]
    Msg(commands::msg::MsgCommand),
    /// The queues `persist` and `index` over the log of what was accepted
    #[command(subcommand, visible_alias = "queues")]
    Queue(commands::queue::QueueCommand),
    /// The processes of the installation
    #[command(subcommand, visible_alias = "workers")]
    Worker(commands::worker::WorkerCommand),
    /// Dead letters: what was accepted and could never be persisted
    #[command(subcommand, visible_alias = "dead-letters")]
    Dlq(commands::dlq::DlqCommand),
    /// The counters that give numbers, and whether they are right
    #[command(subcommand, visible_alias = "counters")]
    Counter(commands::counter::CounterCommand),
    /// The search index
    #[command(subcommand)]
    Index(commands::index::IndexCommand),
    /// Long work that runs in chatd
    #[command(subcommand, visible_alias = "jobs")]
    Job(commands::job::JobCommand),
    /// Prove that queue, database and search index agree
    Verify(commands::verify::VerifyArgs),
    /// What is wrong with this installation, and what to do about it
    Doctor(commands::doctor::DoctorArgs),
    /// Where one message is now, and when it passed each step
    #[command(subcommand)]
    Trace(commands::trace::TraceCommand),
    /// Answer as monitoring plugins do: 0 ok, 1 warning, 2 critical, 3 unknown
    Check(commands::check::CheckArgs),
    /// Import messages from NDJSON: `app`, `chat`, `sender`, `sent_at`, `content`
    Import(commands::import::ImportArgs),
    /// Export messages as NDJSON, in the form that `import` takes
    Export(commands::export::ExportArgs),
    /// Back applications up, whole: tokens, numbers, times, tombstones
    Backup(commands::backup::BackupArgs),
    /// Restore the applications of a backup
    Restore(commands::backup::RestoreArgs),
    /// See what moves: rates, queues, dead letters, workers; live, or one sample where there is no terminal
    Top(commands::top::TopArgs),
    /// See the whole installation on one screen, and act on it
    Tui(crate::tui::TuiArgs),
    /// Measure what this chatd takes
    #[command(subcommand)]
    Bench(commands::bench::BenchCommand),
    /// Print a completion script for a shell
    Completion(commands::completion::CompletionArgs),
    /// Write a manual page for every command
    Man(commands::man::ManArgs),
    /// Where chatd is: the contexts of the configuration files
    #[command(subcommand, visible_alias = "contexts")]
    Context(commands::context::ContextCommand),
    /// What the line, the environment and the configuration files come to
    #[command(subcommand)]
    Config(commands::config::ConfigCommand),
    /// Error codes: what they mean and what to do about them
    #[command(subcommand, visible_alias = "error")]
    Errors(commands::errors::ErrorsCommand),
    /// JSON Schemas of what commands print
    #[command(subcommand, visible_alias = "schemas")]
    Schema(commands::schema::SchemaCommand),
    /// Print the version
    Version,
}

/// A duration as people write it: `500ms`, `10s`, `2m`, `1h30m`.
pub fn duration(text: &str) -> Result<Duration, String> {
    let parsed: Result<jiff::SignedDuration, _> = text.parse();
    let wrong = || "write a duration such as `500ms`, `10s` or `2m`".to_owned();
    let duration = Duration::try_from(parsed.map_err(|_| wrong())?).map_err(|_| wrong())?;
    if duration.is_zero() { Err("it must be longer than nothing".to_owned()) } else { Ok(duration) }
}

/// The command tree as clap knows it, with the table of exit codes in its help.
#[must_use]
pub fn command() -> clap::Command {
    Cli::command().after_long_help(exit::help())
}

/// Who has said what a flag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The line.
    Line,
    /// The environment.
    Environment,
}

/// Which global flags the line or the environment has given.
#[derive(Debug, Clone, Default)]
pub struct Given(BTreeMap<String, Said>);

impl Given {
    fn of_matches(matches: &ArgMatches) -> Self {
        let said = |id: &clap::Id| match matches.value_source(id.as_str())? {
            ValueSource::CommandLine => Some((id.to_string(), Said::Line)),
            ValueSource::EnvVariable => Some((id.to_string(), Said::Environment)),
            _ => None,
        };
        Self(matches.ids().filter_map(said).collect())
    }

    /// Who has given the flag of this name, where anybody has.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<Said> {
        self.0.get(name).copied()
    }
}

/// Parses the line. The error is clap's: help and version among them.
pub fn parse(args: &[OsString], terminal: Terminal) -> Result<(Cli, Given), clap::Error> {
    let colour = terminal.out_colour(Glance::at(args).color);
    let choice = if colour { ColorChoice::Always } else { ColorChoice::Never };
    let mut command = command().mut_args(unless_empty).color(choice);
    let matches = command.try_get_matches_from_mut(args)?;
    let cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    Ok((cli, Given::of_matches(&matches)))
}

/// A variable that is set to nothing says nothing, as in a unit file that leaves it open.
fn unless_empty(arg: clap::Arg) -> clap::Arg {
    let empty = arg.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty());
    if empty { arg.env(None) } else { arg }
}

/// What can be seen on a line that may be wrong: how to print that it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Glance {
    /// Whether errors are wanted as objects.
    pub json: bool,
    /// Whether no format is asked for.
    pub plain: bool,
    /// Whether colours are wanted.
    pub color: ColorWhen,
    /// Whether it begins with `check`, whose exit codes are monitoring's.
    pub checks: bool,
}

impl Glance {
    /// Looks at the flags without understanding the line.
    #[must_use]
    pub fn at(args: &[OsString]) -> Self {
        let words: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).take_while(|word| *word != "--").collect();
        let format =
            value_of(&words, "-o", "--output").map(str::to_owned).or_else(|| crate::session::env("CHATCTL_OUTPUT"));
        let color = match value_of(&words, "", "--color") {
            Some("always") => ColorWhen::Always,
            Some("never") => ColorWhen::Never,
            _ => ColorWhen::Auto,
        };
        let json = matches!(format.as_deref(), Some("json" | "jsonl"));
        let plain = format.is_none();
        Self { json, plain, color, checks: words.get(1..).unwrap_or_default().contains(&"check") }
    }
}

/// Where a line that is still being typed would go.
pub fn where_to(args: &[OsString]) -> Choice {
    let words: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let of = |short, long, variable| {
        value_of(&words, short, long).map(str::to_owned).or_else(|| crate::session::env(variable))
    };
    Choice {
        context: of("-c", "--context", "CHATCTL_CONTEXT").filter(|name| !name.is_empty()),
        api: of("", "--api", "CHATCTL_API").filter(|api| !api.is_empty()),
        data: of("", "--data", "CHATCTL_DATA").filter(|data| !data.is_empty()).map(Into::into),
        direct: words.contains(&"--direct") || crate::session::env("CHATCTL_DIRECT").is_some_and(|said| !denies(&said)),
        // Variables of these are read where they are needed.
        store: value_of(&words, "", "--store").map(str::to_owned),
        queue: value_of(&words, "", "--queue").map(str::to_owned),
        search: value_of(&words, "", "--search").map(str::to_owned),
    }
}

/// Whether a variable that is a flag says no, as the parser of whole lines has it.
fn denies(said: &str) -> bool {
    ["", "n", "no", "f", "false", "off", "0"].contains(&said.to_ascii_lowercase().as_str())
}

/// The last value of a flag in any of its spellings: `-o V`, `-oV`, `-o=V`, `--output V`, `--output=V`.
fn value_of<'a>(words: &[&'a str], short: &str, long: &str) -> Option<&'a str> {
    let mut found = None;
    for (place, word) in words.iter().enumerate() {
        let attached = word.strip_prefix(long).and_then(|rest| rest.strip_prefix('=')).or_else(|| {
            let rest = word.strip_prefix(short).filter(|rest| !short.is_empty() && !rest.is_empty())?;
            Some(rest.strip_prefix('=').unwrap_or(rest))
        });
        let apart = (*word == long || (!short.is_empty() && *word == short)).then(|| words.get(place + 1).copied());
        found = attached.or(apart.flatten()).or(found);
    }
    found
}

/// The terminal's own sixteen colours: readable on dark and light.
fn styles() -> Styles {
    Styles::styled()
        .header(AnsiColor::Yellow.on_default().bold())
        .usage(AnsiColor::Yellow.on_default().bold())
        .literal(AnsiColor::Green.on_default())
        .placeholder(AnsiColor::Cyan.on_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glance(line: &str) -> Glance {
        Glance::at(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_tree_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn the_format_is_seen_on_a_line_that_is_wrong() {
        for line in ["c nosuch -o json", "c -ojson x", "c --output=json", "c -o table --output jsonl", "c -o=json"] {
            assert!(glance(line).json, "{line}");
        }
        for line in ["c nosuch", "c -o table", "c x -- -o json", "c -o json -o csv"] {
            assert!(!glance(line).json, "{line}");
        }
    }

    #[test]
    fn durations_are_written_as_people_write_them() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("1h30m"), Ok(Duration::from_mins(90)));
        for wrong in ["", "10", "-5s", "soon", "0s"] {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
    }
}
