//! `chatctl context`: which contexts there are, and where a line would go.

use clap::Subcommand;

use crate::context::{Contexts, KeyOrigin, Profile, Target};
use crate::output::exit::{Done, Outcome};
use crate::output::record::{Column, Kind, Record};
use crate::session::{Session, env};

/// `chatctl context`
#[derive(Debug, Subcommand)]
pub enum ContextCommand {
    /// List the contexts of the configuration file
    #[command(visible_alias = "list")]
    Ls,
    /// Show where a line would go, and with which key
    Show,
}

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
        ]
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

impl Record for Target {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("context", Kind::Word, |target| (&target.name).into()),
            Column::new("api", Kind::Word, |target: &Self| (&target.api).into()).or_null(),
            Column::new("data", Kind::Word, |target: &Self| {
                target.data.as_ref().map(|path| path.display().to_string()).into()
            })
            .or_null(),
            Column::new("admin_key", Kind::Word, |target| match &target.key_origin {
                None => "none".into(),
                Some(KeyOrigin::Environment) => "environment".into(),
                Some(KeyOrigin::File(path)) => path.display().to_string().into(),
            }),
        ]
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

/// Runs it.
pub fn run(command: &ContextCommand, session: &mut Session) -> Outcome {
    match command {
        ContextCommand::Ls => {
            let contexts = Contexts::load(&env)?;
            let mut list = session.printer.list("context.list")?;
            for (name, profile, current) in contexts.iter() {
                list.push(&Listed { name: name.clone(), current, profile: profile.clone() })?;
            }
            list.finish()?;
        }
        ContextCommand::Show => {
            let target = session.target()?;
            session.printer.item("context.show", &target)?;
        }
    }
    Ok(Done::All)
}
