//! `chatctl context add`, `use` and `rm`: changes of the user's own configuration file.

use std::io::Read as _;
use std::path::PathBuf;

use clap::Args;

use crate::context::edit::{self, Entry};
use crate::context::file::{Layer, is_source};
use crate::context::{ContextColor, user_file};
use crate::files::unreadable;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind as Fails};
use crate::output::record::{Column, Kind, Record};
use crate::session::{Session, env};

/// `chatctl context add`
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own, and any may stand with any other")]
pub struct AddArgs {
    /// What it is to be called: letters, digits, `-`, `_` and `.`
    #[arg(id = "context_name", value_name = "NAME")]
    name: String,
    /// Where the admin key is: `file:PATH`, `env:NAME`, `cmd:COMMAND`; `-` keeps the one on standard input in a file
    #[arg(long, value_name = "SOURCE")]
    admin_key: Option<String>,
    /// Let every change there take one level of danger more
    #[arg(long)]
    protected: bool,
    /// Let nothing be changed there
    #[arg(long)]
    read_only: bool,
    /// Show its name in this colour
    #[arg(id = "context_color", long = "name-color", value_enum, value_name = "COLOR")]
    color: Option<ContextColor>,
    /// Use it from now on wherever a line names none
    #[arg(long = "use")]
    usual: bool,
    /// Replace the one of this name
    #[arg(long)]
    replace: bool,
}

/// A change of the configuration file.
pub struct Kept {
    context: String,
    change: &'static str,
    file: String,
    dry_run: bool,
}

impl Record for Kept {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("context", Kind::Word, |kept| (&kept.context).into()),
            Column::new("change", Kind::Word, |kept| kept.change.into()),
            Column::new("file", Kind::Word, |kept: &Self| (&kept.file).into()),
            Column::new("dry_run", Kind::Flag, |kept: &Self| kept.dry_run.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.context.clone()
    }
}

/// Runs `add`.
pub fn add(args: AddArgs, session: &mut Session) -> Outcome {
    let doing = format!("add the context `{}`", args.name);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if args.name.is_empty() || !args.name.chars().all(plain) {
        return Err(Failure::usage(doing, "its name may have letters, digits, `-`, `_` and `.`"));
    }
    let path = own_file(&doing)?;
    let known = session.contexts.get(&args.name);
    if let Some(profile) = known.filter(|profile| !args.replace || profile.file != path) {
        let failure = Failure::new(Fails::Conflict, doing).because(format!("{} has one", profile.file.display()));
        return Err(if profile.file == path { failure.hint("--replace replaces it") } else { failure });
    }
    let change = if known.is_some() { "replaced" } else { "added" };
    let mut entry = Entry { texts: place(session, &doing)?, flags: Vec::new() };
    entry.flags.extend(
        [("protected", args.protected), ("read_only", args.read_only)]
            .iter()
            .filter_map(|(key, set)| set.then_some(*key)),
    );
    entry.texts.extend(args.color.map(|color| ("color", color.name().to_owned())));
    let key = args.admin_key.as_deref().map(|source| key(source, &doing)).transpose()?;
    if !session.global.dry_run {
        let source = match key {
            Some(Key::Given(secret)) => Some(format!("file:{}", edit::keep_key(&path, &args.name, &secret)?)),
            Some(Key::Source(source)) => Some(source),
            None => None,
        };
        entry.texts.extend(source.map(|source| ("admin_key", source)));
        edit::put(&path, &args.name, &entry, args.usual)?;
    }
    report(session, "context.add", args.name, change, &path)
}

/// Where the line says that it is.
fn place(session: &Session, doing: &str) -> Result<Vec<(&'static str, String)>, Failure> {
    let api = session.global.api.clone().map(|api| ("api", api));
    let data = match &session.global.data {
        // A file is read from anywhere.
        Some(folder) => Some(std::path::absolute(folder).map_err(|error| unreadable(doing.to_owned(), &error))?),
        None => None,
    };
    let data = data.map(|folder| ("data", folder.display().to_string()));
    if api.is_none() && data.is_none() {
        return Err(Failure::usage(doing.to_owned(), "where is it?").hint("name its chatd with --api or --data"));
    }
    Ok(api.into_iter().chain(data).collect())
}

/// The key of a new context.
enum Key {
    /// Itself, to be kept in a file.
    Given(String),
    /// Where it is.
    Source(String),
}

/// What is given is never shown again: who has written the key itself there has shown it enough.
fn key(source: &str, doing: &str) -> Result<Key, Failure> {
    let wrong = |why: &str| Failure::usage(doing.to_owned(), why);
    if source != "-" {
        return if is_source(source) {
            Ok(Key::Source(absolute(source)))
        } else {
            Err(wrong("--admin-key says where the key is: everybody on this machine can see what stands on a line")
                .hint("give file:PATH, env:NAME or cmd:COMMAND, or `-` and the key on standard input"))
        };
    }
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| unreadable("read the admin key from standard input", &error))?;
    match text.trim() {
        key if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(Key::Given(key.to_owned())),
        _ => Err(wrong("what stands on standard input is no admin key")),
    }
}

/// Paths of the line are from the working folder on, those of the file from its own.
fn absolute(source: &str) -> String {
    let path = source.strip_prefix("file:").and_then(|path| std::path::absolute(path).ok());
    path.map_or_else(|| source.to_owned(), |path| format!("file:{}", path.display()))
}

/// Runs `use`.
pub fn make_usual(name: String, session: &mut Session) -> Outcome {
    let path = own_file("choose the context")?;
    if session.contexts.get(&name).is_none() {
        return Err(session.contexts.unknown(&name));
    }
    if !session.global.dry_run {
        edit::make_usual(&path, &name)?;
    }
    let nearer = session.contexts.files().iter().find(|file| file.layer == Layer::Project && file.context.is_some());
    if let Some(file) = nearer {
        let warning = format!("in this folder {} chooses another one", file.path.display());
        session.printer.warn(warning);
    }
    report(session, "context.use", name, "used", &path)
}

/// Runs `rm`.
pub fn remove(name: String, session: &mut Session) -> Outcome {
    let path = own_file("remove the context")?;
    let Some(profile) = session.contexts.get(&name) else { return Err(session.contexts.unknown(&name)) };
    if profile.file != path {
        let why = format!("it stands in {}, which is not yours alone", profile.file.display());
        return Err(Failure::new(Fails::Conflict, format!("remove the context `{name}`"))
            .because(why)
            .hint("take it out of that file by hand"));
    }
    if !session.global.dry_run {
        edit::remove(&path, &name)?;
    }
    report(session, "context.rm", name, "removed", &path)
}

fn own_file(doing: &str) -> Result<PathBuf, Failure> {
    user_file(&env).ok_or_else(|| {
        Failure::usage(doing.to_owned(), "nothing tells where your configuration file is")
            .hint("set HOME or XDG_CONFIG_HOME")
    })
}

fn report(
    session: &mut Session,
    command: &str,
    context: String,
    change: &'static str,
    path: &std::path::Path,
) -> Outcome {
    let (file, dry_run) = (path.display().to_string(), session.global.dry_run);
    session.printer.item(command, &Kept { context, change, file, dry_run })?;
    Ok(Done::All)
}
