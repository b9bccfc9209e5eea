//! Where an installation's queue, store and search index are, for who goes to them without chatd: flags and environment
//! first, then the context, in the words of chatd's own configuration. Opens no connection.

use std::path::Path;

use chat_shared::config::{Config, Environment, Flags, StoreUrl, load};

use super::secret::{read, tells_password};
use super::{Choice, Contexts, Profile};
use crate::output::colour::Env;
use crate::output::failure::{Failure, Kind};

/// What is being done, after "could not".
const DOING: &str = "find the installation";

/// An installation, without its chatd.
#[derive(Debug, Clone)]
pub struct Place {
    /// The context's name, `local` for a data folder, else the store's address.
    pub name: String,
    /// What chatd's configuration would say of it.
    pub config: Config,
}

/// Whether a line goes straight to the parts: it says so, or its context does.
pub fn is_direct(choice: &Choice, contexts: &Contexts) -> Result<bool, Failure> {
    if choice.direct {
        return Ok(true);
    }
    let (_, profile) = contexts.chosen(choice.context.as_deref())?;
    Ok(profile.direct && !choice.is_elsewhere())
}

/// Whether finding it runs a command of its context.
pub fn runs_a_command(choice: &Choice, contexts: &Contexts) -> Result<bool, Failure> {
    let (_, profile) = contexts.chosen(choice.context.as_deref())?;
    let kept = [&profile.store, &profile.queue, &profile.search];
    Ok(!choice.is_elsewhere() && kept.into_iter().flatten().any(|source| source.starts_with("cmd:")))
}

/// Finds the installation.
pub fn place(choice: &Choice, env: Env<'_>, contexts: &Contexts) -> Result<Place, Failure> {
    let (name, profile) = contexts.chosen(choice.context.as_deref())?;
    let elsewhere = choice.is_elsewhere();
    let profile = if elsewhere { Profile::default() } else { profile };
    let folder = profile.folder();
    let address = |part, flag: &Option<String>, kept: &Option<String>| {
        address(part, flag.as_deref(), kept.as_deref(), env, folder)
    };
    let flags = Flags {
        config: profile.chatd_config.clone(),
        data: choice.data.as_ref().or(profile.data.as_ref()).map(|path| path.display().to_string()),
        store: address("store", &choice.store, &profile.store)?,
        queue: address("queue", &choice.queue, &profile.queue)?,
        search: address("search", &choice.search, &profile.search)?,
        i_know: true,
        ..Flags::default()
    };
    let mut environment = Environment::of_process();
    // What is meant for a chatd of this machine says nothing of the installation that the line is about.
    environment.vars =
        ["HOME", "XDG_DATA_HOME"].iter().filter_map(|name| Some(((*name).to_owned(), env(name)?))).collect();
    let config = load(&environment, &flags).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(|one| format!("{}: {}", one.origin, one.what)).collect();
        let advice = problems.iter().next().map(|one| one.advice.clone()).unwrap_or_default();
        Failure::new(Kind::Usage, DOING).because(told.join("; ")).hint(advice)
    })?;
    let config = config.config;
    let name = match (name, &config.store.url) {
        (Some(name), _) if !elsewhere => name,
        (_, StoreUrl::Sqlite(None)) => "local".to_owned(),
        (_, url) => url.to_string(),
    };
    Ok(Place { name, config })
}

/// The address of a part: of the line, of the environment, or of the context.
fn address(
    part: &'static str,
    flag: Option<&str>,
    kept: Option<&str>,
    env: Env<'_>,
    folder: &Path,
) -> Result<Option<String>, Failure> {
    let variable = format!("CHATCTL_{}", part.to_uppercase());
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    if let Some(url) = flag {
        if tells_password(url) {
            return Err(Failure::usage(
                DOING,
                format!("--{part} tells a password, which others on this machine can see"),
            )
            .hint(format!("put the whole address into a file and name that by {variable}_FILE, or into a context")));
        }
        return Ok(Some(url.to_owned()));
    }
    match (set(&variable), set(&format!("{variable}_FILE"))) {
        (Some(_), Some(_)) => {
            Err(Failure::usage(DOING, format!("{variable} and {variable}_FILE are both set; keep one")))
        }
        (Some(url), None) => Ok(Some(url)),
        (None, Some(path)) => read(part, &format!("file:{path}"), env, Path::new("")).map(Some),
        (None, None) => kept.map(|kept| read(part, kept, env, folder)).transpose(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::file::{File, Layer};

    const FILE: &str = "[contexts.prod]\ndirect = true\nstore = \"mysql://chat:hunter2@db/chat\"\nqueue = \"env:QUEUE\"\n\
                        search = \"none\"\n";

    fn contexts() -> Contexts {
        let file = File::parse(FILE, "/etc/chatctl/config.toml".into(), Layer::System).expect("valid");
        Contexts::of(vec![file]).expect("sound")
    }

    fn env(name: &str) -> Option<String> {
        match name {
            "HOME" => Some("/home/me".to_owned()),
            "QUEUE" => Some("redis://cache".to_owned()),
            _ => None,
        }
    }

    #[test]
    fn a_context_names_its_parts_and_takes_secrets_from_elsewhere() {
        let choice = Choice { context: Some("prod".to_owned()), ..Choice::default() };
        assert!(is_direct(&choice, &contexts()).expect("known"));
        let place = place(&choice, &env, &contexts()).expect("found");
        assert_eq!(place.name, "prod");
        assert_eq!(place.config.queue.url.to_string(), "redis://cache");
        assert!(!format!("{:?} {}", place.config.store.url, place.config.store.url).contains("hunter2"));
    }

    #[test]
    fn the_line_leaves_the_context_and_tells_no_password() {
        let choice = Choice {
            context: Some("prod".to_owned()),
            data: Some("/srv/chat".into()),
            direct: true,
            ..Choice::default()
        };
        let found = place(&choice, &env, &contexts()).expect("found");
        assert_eq!((found.name.as_str(), found.config.data.to_str()), ("local", Some("/srv/chat")));
        let choice = Choice { store: Some("mysql://u:hunter2@h/d".to_owned()), ..Choice::default() };
        let failure = place(&choice, &env, &contexts()).expect_err("refused");
        assert_eq!(failure.kind, Kind::Usage);
        assert!(failure.to_string().contains("--store") && !failure.to_string().contains("hunter2"));
    }
}
