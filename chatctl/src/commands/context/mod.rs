//! `chatctl context`: which contexts there are, where a line would go, and the user's own contexts.

mod change;
mod test;

use clap::{Args, Subcommand};

use crate::context::{self, ContextColor, KeyOrigin, Located, Profile};
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind, Record};
use crate::session::{Session, env};
pub use change::Kept;
use change::{AddArgs, add, make_usual, remove};
pub use test::Tested;

/// `chatctl context`
#[derive(Debug, Subcommand)]
pub enum ContextCommand {
    /// List the contexts of all configuration files
    #[command(visible_alias = "list")]
    Ls,
    /// Keep a context in your configuration file: `context add NAME --api URL` or `--data DIR`
    Add(AddArgs),
    /// Use a context wherever a line names none
    Use(NameArg),
    /// Take a context out of your configuration file
    Rm(NameArg),
    /// Show where a line would go, and with which key
    Show,
    /// Ask the chatd of a context who it is, and whether it takes the key
    Test {
        /// The context [default: the one that a line without --context uses]
        #[arg(id = "context_name", value_name = "NAME")]
        name: Option<String>,
    },
}

/// Which context.
#[derive(Debug, Args)]
pub struct NameArg {
    /// The context
    #[arg(id = "context_name", value_name = "NAME")]
    name: String,
}

/// A context in the list.
pub struct Listed {
    name: String,
    current: bool,
    profile: Profile,
}

impl Record for Listed {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("context", Kind::Word, |listed| (&listed.name).into()),
            Column::new("current", Kind::Flag, |listed| listed.current.into()),
            Column::new("api", Kind::Word, |listed: &Self| listed.profile.api.clone().into()).or_null(),
            Column::new("data", Kind::Word, |listed: &Self| {
                listed.profile.data.as_ref().map(|path| path.display().to_string()).into()
            })
            .or_null(),
            Column::new("protected", Kind::Flag, |listed| listed.profile.protected.into()),
            Column::new("read_only", Kind::Flag, |listed| listed.profile.read_only.into()),
            Column::new("color", Kind::Word, |listed: &Self| listed.profile.color.map(ContextColor::name).into())
                .or_null()
                .wide(),
            Column::new("file", Kind::Word, |listed: &Self| listed.profile.file.display().to_string().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

impl Record for Located {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("context", Kind::Word, |located| (&located.name).into()),
            Column::new("api", Kind::Word, |located: &Self| (&located.api).into()),
            Column::new("data", Kind::Word, |located: &Self| {
                located.data.as_ref().map(|path| path.display().to_string()).into()
            })
            .or_null(),
            Column::new("admin_key", Kind::Word, |located| match &located.key_origin {
                None => "none".into(),
                Some(KeyOrigin::Environment) => "environment".into(),
                Some(origin) => origin.to_string().into(),
            }),
            Column::new("protected", Kind::Flag, |located| located.marks.protected.into()),
            Column::new("read_only", Kind::Flag, |located| located.marks.read_only.into()),
            Column::new("color", Kind::Word, |located: &Self| located.marks.color.map(ContextColor::name).into())
                .or_null(),
        ]
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

/// Runs it.
pub fn run(command: ContextCommand, session: &mut Session) -> Outcome {
    match command {
        ContextCommand::Ls => ls(session),
        ContextCommand::Add(args) => add(args, session),
        ContextCommand::Use(NameArg { name }) => make_usual(name, session),
        ContextCommand::Rm(NameArg { name }) => remove(name, session),
        ContextCommand::Show => {
            let located = context::locate(&session.choice(), &env, &session.contexts)?;
            session.printer.set_context(Some(located.name.clone()));
            session.printer.item("context.show", &located)?;
            Ok(Done::All)
        }
        ContextCommand::Test { name } => test::run(name, session),
    }
}

fn ls(session: &mut Session) -> Outcome {
    let listed: Vec<Listed> = session
        .contexts
        .iter()
        .map(|(name, profile, current)| Listed { name: name.clone(), current, profile: profile.clone() })
        .collect();
    let mut list = session.printer.list("context.list")?;
    for one in &listed {
        list.push(one)?;
    }
    list.finish()?;
    Ok(Done::All)
}
