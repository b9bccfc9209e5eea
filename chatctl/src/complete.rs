//! Completion of lines, by the program itself: the shell's script asks it at every key. What is on the server is asked
//! for with a short deadline and silently: a shell that hangs or prints errors while one types is worse than none.

use std::ffi::{OsStr, OsString};
use std::future::Future;
use std::time::Duration;

use chat_shared::api::types::ApplicationSummary;
use chat_shared::api::types::admin::{DeadLettersQuery, OperationsQuery};
use clap::Command;
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use crate::backend::{Ask, Backend, Http, Operator};
use crate::cli;
use crate::context::{self, Contexts};
use crate::output::escape::visible;
use crate::output::failure::Failure;
use crate::session::env;

/// How long the server may take to be of help.
const PATIENCE: Duration = Duration::from_millis(300);

/// So many are offered: more than anybody reads.
const MOST: u32 = 200;

/// The variable by which the shell's script asks.
pub const VARIABLE: &str = "CHATCTL_COMPLETE";

/// Answers and ends the process where the shell's script asks; does nothing else.
pub fn answer() {
    CompleteEnv::with_factory(command).var(VARIABLE).complete();
}

/// The command tree with what values its arguments may have.
#[must_use]
pub fn command() -> Command {
    offering(cli::command(), "")
}

/// Arguments are known by their names, below the noun that they stand with where one name has several meanings.
fn offering(command: Command, noun: &str) -> Command {
    let command = command.mut_args(|arg| match (noun, arg.get_id().as_str()) {
        (_, "context" | "context_name") => arg.add(ArgValueCompleter::new(contexts)),
        (_, "app") => arg.add(ArgValueCompleter::new(applications)),
        ("job", "id") => arg.add(ArgValueCompleter::new(jobs)),
        ("dlq", "id" | "ids") => arg.add(ArgValueCompleter::new(dead_letters)),
        ("worker", "id") => arg.add(ArgValueCompleter::new(workers)),
        _ => arg,
    });
    command.mut_subcommands(|sub| {
        let noun = if noun.is_empty() { sub.get_name().to_owned() } else { noun.to_owned() };
        offering(sub, &noun)
    })
}

fn contexts(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Ok(contexts) = Contexts::load(&env) else { return Vec::new() };
    let known = contexts.iter().map(|(name, profile, _)| (name.clone(), profile.api.clone()));
    candidates(typed, known.collect())
}

fn applications(typed: &OsStr) -> Vec<CompletionCandidate> {
    let asked = asked(|http| async move {
        let batch = http.applications(&Ask { limit: MOST, ..Ask::default() }).await?;
        let offer = |app: ApplicationSummary| {
            if is_word(&app.name) { (app.name, Some(app.token)) } else { (app.token, Some(app.name)) }
        };
        Ok(batch.items.into_iter().map(offer).collect())
    });
    candidates(typed, asked)
}

fn jobs(typed: &OsStr) -> Vec<CompletionCandidate> {
    let asked = asked(|http| async move {
        let jobs = http.operations(&OperationsQuery { limit: Some(MOST), ..OperationsQuery::default() }).await?;
        Ok(jobs.items.into_iter().map(|job| (job.id.to_string(), Some(job.kind))).collect())
    });
    candidates(typed, asked)
}

fn dead_letters(typed: &OsStr) -> Vec<CompletionCandidate> {
    let asked = asked(|http| async move {
        let letters = http.dead_letters(&DeadLettersQuery { limit: Some(MOST), ..DeadLettersQuery::default() }).await?;
        Ok(letters.items.into_iter().map(|letter| (letter.id.to_string(), Some(letter.kind))).collect())
    });
    candidates(typed, asked)
}

fn workers(typed: &OsStr) -> Vec<CompletionCandidate> {
    let asked = asked(|http| async move {
        Ok(http.workers().await?.items.into_iter().map(|worker| (worker.id, Some(worker.role))).collect())
    });
    candidates(typed, asked)
}

/// What is offered, each with what is said of it.
type Offers = Vec<(String, Option<String>)>;

/// What the chatd that the line means answers in time; nothing where there is any trouble.
fn asked<F: Future<Output = Result<Offers, Failure>>>(ask: impl FnOnce(Http) -> F) -> Offers {
    let line: Vec<OsString> = std::env::args_os().collect();
    let located = Contexts::load(&env).and_then(|contexts| context::locate(&cli::where_to(&line), &env, &contexts));
    // A command that prints a key may ask somebody, or take long.
    let Some(located) = located.ok().filter(|located| !located.runs_a_command()) else { return Vec::new() };
    let target = located.open(&env);
    let Ok(http) = target.and_then(|target| Http::new(&target, PATIENCE, false)) else { return Vec::new() };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return Vec::new() };
    let answer = runtime.block_on(async { tokio::time::timeout(PATIENCE, ask(http)).await });
    runtime.shutdown_background();
    answer.ok().and_then(Result::ok).unwrap_or_default()
}

/// Those that go on from what is typed.
fn candidates(typed: &OsStr, offers: Offers) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy();
    let offers = offers.into_iter().filter(|(name, _)| name.starts_with(&*typed) && is_word(name));
    let help = |what: Option<String>| what.map(|what| visible(&what).to_string().into());
    offers.map(|(name, what)| CompletionCandidate::new(name).help(help(what))).collect()
}

/// Whether every shell takes it for one word and nothing else: they put what is offered on the line as it is, and names
/// are not ours.
fn is_word(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.@+%".contains(&byte);
    !name.is_empty() && !name.starts_with('-') && name.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_obey_is_not_offered() {
        let offers = ["plain", "p$(reboot)", "p;reboot", "p name", "p\x1b[2J", "other", "-p"];
        let offered = candidates(OsStr::new("p"), offers.map(|name| (name.to_owned(), None)).into());
        let names: Vec<_> = offered.iter().map(|one| one.get_value().to_string_lossy().into_owned()).collect();
        assert_eq!(names, ["plain"]);
    }
}
