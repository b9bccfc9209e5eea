//! Finds what a line names: an application by its token or by its name, where only one has it.

use chat_shared::api::types::{ApplicationDetail, ApplicationSummary};
use chat_shared::domain::ChatNumber;
use clap::Args;

use super::listing::gather;
use crate::backend::{Ask, Backend};
use crate::output::failure::{Failure, Kind};

/// The flags of commands on one chat.
#[derive(Debug, Clone, Args)]
pub struct ChatArg {
    /// The application's token, or its name where only one has it
    pub app: String,
    /// The chat's number
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub chat: ChatNumber,
}

/// So many of those that share a name are listed.
const CANDIDATES: usize = 10;

/// An application that a line named.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct App {
    /// Its token.
    pub token: String,
    /// Its name.
    pub name: String,
}

/// The application called `named`: a token, or a name that only one application has.
pub async fn application(backend: &dyn Backend, named: &str) -> Result<App, Failure> {
    if is_token(named)
        && let Some(ApplicationDetail { token, name, .. }) = backend.application(named).await?
    {
        return Ok(App { token, name });
    }
    let all = all(backend).await.map_err(|failure| match failure.kind {
        Kind::Auth => failure.while_doing(format!("find the application `{named}` by its name")),
        _ => failure,
    })?;
    choose(named, all)
}

/// What the admin API takes for an application: an id as it is, anything else as a token.
pub async fn id_or_token(backend: &dyn Backend, named: Option<&str>) -> Result<Option<String>, Failure> {
    match named {
        Some(named) if named.parse::<i64>().is_err() => Ok(Some(application(backend, named).await?.token)),
        id => Ok(id.map(str::to_owned)),
    }
}

/// All applications of exactly this name.
pub async fn applications_called(backend: &dyn Backend, name: &str) -> Result<Vec<ApplicationSummary>, Failure> {
    let mut all = all(backend).await?;
    all.retain(|application| application.name == name);
    Ok(all)
}

async fn all(backend: &dyn Backend) -> Result<Vec<ApplicationSummary>, Failure> {
    gather(Ask::default(), |ask| async move { backend.applications(&ask).await }).await
}

/// The form of tokens: anything else need not be looked for as one.
pub fn is_token(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn choose(named: &str, all: Vec<ApplicationSummary>) -> Result<App, Failure> {
    let doing = format!("find the application `{named}`");
    let near = all.iter().map(|one| (strsim::jaro(&one.name, named), &one.name)).max_by(|a, b| a.0.total_cmp(&b.0));
    let near = near.filter(|(likeness, _)| *likeness > 0.8).map(|(_, name)| name.clone());
    let mut found: Vec<ApplicationSummary> = all.into_iter().filter(|one| one.name == named).collect();
    match found.len() {
        0 => {
            let failure = Failure::new(Kind::NotFound, doing)
                .because("no application has this token or name")
                .code("application_not_found");
            Err(failure.hint(near.map_or_else(
                || "`chatctl app ls --all` lists them".to_owned(),
                |near| format!("did you mean `{near}`?"),
            )))
        }
        1 => {
            let one = found.remove(0);
            Ok(App { token: one.token, name: one.name })
        }
        count => {
            let tokens: Vec<&str> = found.iter().take(CANDIDATES).map(|one| one.token.as_str()).collect();
            let more = if count > CANDIDATES { " …" } else { "" };
            Err(Failure::new(Kind::Conflict, doing)
                .because(format!("{count} applications have this name"))
                .code("ambiguous_name")
                .hint(format!("name one by its token: {}{more}", tokens.join(", "))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(names: &[&str]) -> Vec<ApplicationSummary> {
        let summary = |(place, name): (usize, &&str)| ApplicationSummary {
            token: format!("{place:032x}"),
            name: (*name).to_owned(),
            chats_count: 0,
        };
        names.iter().enumerate().map(summary).collect()
    }

    #[test]
    fn a_name_that_only_one_has_is_enough() {
        let app = choose("b", called(&["a", "b"])).expect("unique");
        assert_eq!((app.name.as_str(), app.token.as_str()), ("b", "00000000000000000000000000000001"));
    }

    #[test]
    fn a_name_that_several_have_is_a_conflict_with_the_candidates() {
        let failure = choose("a", called(&["a", "b", "a"])).expect_err("ambiguous");
        assert_eq!((failure.kind, failure.code.as_ref()), (Kind::Conflict, "ambiguous_name"));
        let mut shown = Vec::new();
        failure.report(&mut shown, false, false).expect("a Vec takes everything");
        let shown = String::from_utf8(shown).expect("text");
        assert!(shown.contains(&format!("{:032x}, {:032x}", 0, 2)), "{shown}");
    }

    #[test]
    fn a_name_that_nobody_has_is_not_found_and_one_like_it_is_suggested() {
        let failure = choose("ubunut", called(&["ubuntu"])).expect_err("unknown");
        assert_eq!(failure.kind, Kind::NotFound);
    }

    #[test]
    fn only_what_has_the_form_of_a_token_is_looked_up_as_one() {
        assert!(is_token("6f1ed002ab5595859014ebf0951522d9"));
        for text in ["acme", "6F1ED002AB5595859014EBF0951522D9", "6f1ed002ab5595859014ebf0951522d"] {
            assert!(!is_token(text), "{text}");
        }
    }
}
