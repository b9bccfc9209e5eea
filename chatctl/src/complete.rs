//! Completion of lines, by the program itself: the shell's script asks it at every key. What is in the installation is asked
//! for, through its chatd or straight as the line would, with a short deadline and silently: a shell that hangs or prints
//! errors while one types is worse than none.

use std::ffi::{OsStr, OsString};
use std::time::Duration;

use chat_shared::api::types::ApplicationSummary;
use chat_shared::api::types::admin::{DeadLettersQuery, OperationsQuery};
use clap::Command;
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use crate::backend::{Ask, Direct, Http, Reach};
use crate::cli;
use crate::context::{self, Choice, Contexts};
use crate::output::escape::visible;
use crate::output::failure::Failure;
use crate::session::env;

/// How long the answer may take to be of help.
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
    let asked = asked(async |reach| {
        let batch = reach.applications(&Ask { limit: MOST, ..Ask::default() }).await?;
        let offer = |app: ApplicationSummary| {
            if is_word(&app.name) { (app.name, Some(app.token)) } else { (app.token, Some(app.name)) }
        };
        Ok(batch.items.into_iter().map(offer).collect())
    });
    candidates(typed, asked)
}

fn jobs(typed: &OsStr) -> Vec<CompletionCandidate> {
    let asked = asked(async |reach| {
        let jobs = reach.operations(&OperationsQuery { limit: Some(MOST), ..OperationsQuery::default() }).await?;
        Ok(jobs.items.into_iter().map(|job| (job.id.to_string(), Some(job.kind))).collect())
    });
    candidates(typed, asked)
}

fn dead_letters(typed: &OsStr) -> Vec<CompletionCandidate> {
    let asked = asked(async |reach| {
        let query = DeadLettersQuery { limit: Some(MOST), ..DeadLettersQuery::default() };
        let letters = reach.dead_letters(&query).await?;
        Ok(letters.items.into_iter().map(|letter| (letter.id.to_string(), Some(letter.kind))).collect())
    });
    candidates(typed, asked)
}

fn workers(typed: &OsStr) -> Vec<CompletionCandidate> {
    let asked = asked(async |reach| {
        Ok(reach.workers().await?.items.into_iter().map(|worker| (worker.id, Some(worker.role))).collect())
    });
    candidates(typed, asked)
}

/// What is offered, each with what is said of it.
type Offers = Vec<(String, Option<String>)>;

/// What the installation that the line means answers in time; nothing where there is any trouble.
fn asked(ask: impl AsyncFnOnce(&dyn Reach) -> Result<Offers, Failure>) -> Offers {
    let line: Vec<OsString> = std::env::args_os().collect();
    let contexts = Contexts::load(&env).ok();
    let reach = contexts.and_then(|contexts| reach(&cli::where_to(&line), &contexts));
    let Some(reach) = reach else { return Vec::new() };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return Vec::new() };
    let answer = runtime.block_on(async { tokio::time::timeout(PATIENCE, ask(&*reach)).await });
    runtime.shutdown_background();
    answer.ok().and_then(Result::ok).unwrap_or_default()
}

/// The way to the installation; none where a command would tell it, which may ask somebody, or take long.
fn reach(choice: &Choice, contexts: &Contexts) -> Option<Box<dyn Reach>> {
    if context::is_direct(choice, contexts).ok()? {
        let runs_a_command = context::runs_a_command(choice, contexts).ok()?;
        let place = if runs_a_command { None } else { context::place(choice, &env, contexts).ok() };
        return Some(Box::new(Direct::new(place?, PATIENCE, false, String::new())));
    }
    let located = context::locate(choice, &env, contexts).ok()?;
    let target = if located.runs_a_command() { None } else { located.open(&env).ok() };
    Some(Box::new(Http::new(&target?, PATIENCE, false).ok()?))
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
