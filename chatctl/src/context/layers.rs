//! All configuration files together: project over user over system. Which context is meant, and which file said so.

use std::path::{Path, PathBuf};

use super::Choice;
use super::file::{File, Layer, Profile, unreadable};
use super::marks::Marks;
use crate::output::colour::Env;
use crate::output::failure::Failure;

/// The project's file, in its folder.
const PROJECT_FILE: &str = ".chatctl.toml";

/// The machine's file.
const SYSTEM_FILE: &str = "/etc/chatctl/config.toml";

/// What the files say, the nearest first.
#[derive(Debug, Clone, Default)]
pub struct Contexts {
    files: Vec<File>,
}

impl Contexts {
    /// Reads every file that is there.
    pub fn load(env: Env<'_>) -> Result<Self, Failure> {
        let files = places(env, std::env::current_dir().ok().as_deref());
        let read = files.into_iter().map(|(layer, path)| File::read(&path, layer));
        Self::of(read.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }

    /// The files together. A project's file cannot replace a context of the user or the machine: with it would go its
    /// protection.
    pub fn of(files: Vec<File>) -> Result<Self, Failure> {
        let (project, own): (Vec<&File>, Vec<&File>) = files.iter().partition(|file| file.layer == Layer::Project);
        for (near, name) in project.iter().flat_map(|file| file.contexts.keys().map(move |name| (file, name))) {
            if let Some(known) = own.iter().find(|file| file.contexts.contains_key(name)) {
                let why = format!("it replaces the context `{name}` of {}", known.path.display());
                return Err(unreadable(&near.path, why).hint("give the project's context another name"));
            }
        }
        Ok(Self { files })
    }

    /// The files, the nearest first.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The context that is meant when the line says `named`; its name is `None` where nobody names any.
    pub fn chosen(&self, named: Option<&str>) -> Result<(Option<String>, Profile), Failure> {
        let Some(name) = named.or(self.usual().map(|(name, _)| name)) else { return Ok((None, Profile::default())) };
        match self.get(name) {
            Some(profile) => Ok((Some(name.to_owned()), profile.clone())),
            None => Err(self.unknown(name)),
        }
    }

    /// The marks of the context that is meant; none where the line has left the contexts.
    pub fn marks(&self, choice: &Choice) -> Result<Marks, Failure> {
        if choice.is_elsewhere() {
            return Ok(Marks::default());
        }
        let (name, profile) = self.chosen(choice.context.as_deref())?;
        let Profile { protected, read_only, color, .. } = profile;
        Ok(Marks { context: name.unwrap_or_default(), protected, read_only, color })
    }

    /// The context that is used unless the line names one, with the file that says so.
    #[must_use]
    pub fn usual(&self) -> Option<(&str, &Path)> {
        self.files.iter().find_map(|file| Some((file.context.as_deref()?, file.path.as_path())))
    }

    /// The context of this name, of the nearest file that has it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Profile> {
        self.files.iter().find_map(|file| file.contexts.get(name))
    }

    /// All contexts in the order of their names, with whether each is the one used by default.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Profile, bool)> {
        let mut names: Vec<&String> = self.files.iter().flat_map(|file| file.contexts.keys()).collect();
        names.sort_unstable();
        names.dedup();
        let usual = self.usual().map(|(name, _)| name);
        names.into_iter().filter_map(move |name| Some((name, self.get(name)?, usual == Some(name.as_str()))))
    }

    /// There is no context of this name.
    #[must_use]
    pub fn unknown(&self, name: &str) -> Failure {
        let known: Vec<&str> = self.iter().map(|(name, ..)| name.as_str()).collect();
        let hint = match (known.is_empty(), self.files.first()) {
            (false, _) => format!("there are: {}", known.join(", ")),
            (true, Some(file)) => format!("{} has no [contexts.NAME]", file.path.display()),
            (true, None) => "there is no configuration file; `chatctl context add` makes one".to_owned(),
        };
        Failure::usage("find chatd", format!("there is no context `{name}`")).hint(hint)
    }
}

/// Where files are looked for, the nearest first.
#[must_use]
pub fn places(env: Env<'_>, folder: Option<&Path>) -> Vec<(Layer, PathBuf)> {
    let project = folder.and_then(|folder| {
        let found = folder.ancestors().map(|folder| folder.join(PROJECT_FILE)).find(|path| path.exists());
        found.map(|path| (Layer::Project, path))
    });
    let user = user_file(env).map(|path| (Layer::User, path));
    project.into_iter().chain(user).chain([(Layer::System, PathBuf::from(SYSTEM_FILE))]).collect()
}

/// The user's own file, which commands write; `None` where nothing tells whose it would be.
#[must_use]
pub fn user_file(env: Env<'_>) -> Option<PathBuf> {
    let set = |name: &str| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")));
    base.map(|base| base.join("chatctl/config.toml"))
}
