//! `chatctl config`: what the line, the environment and the configuration files come to, and who has said it.

use std::path::Path;

use clap::Subcommand;

use crate::context::file::{File, Layer};
use crate::context::settings::{Origin, SETTINGS, said};
use crate::context::{self, places};
use crate::output::Format;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::output::record::{Column, Kind, Record};
use crate::session::{Session, env};

/// `chatctl config`
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Show every setting as it counts for this line
    Show {
        /// With who has said it: the line, a variable, a file, or nobody
        #[arg(long)]
        origin: bool,
    },
    /// List the configuration files that are looked for, the nearest first
    Path,
}

/// A setting as it counts.
pub struct Shown {
    setting: &'static str,
    value: Option<String>,
    origin: Origin,
}

impl Record for Shown {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("setting", Kind::Word, |shown: &Self| shown.setting.into()),
            Column::new("value", Kind::Text, |shown: &Self| shown.value.clone().into()).or_null(),
            Column::new("origin", Kind::Word, |shown: &Self| shown.origin.to_string().into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.setting.to_owned()
    }
}

/// A file that is looked for.
pub struct Place {
    layer: Layer,
    file: String,
    state: &'static str,
    why: Option<String>,
}

impl Record for Place {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("layer", Kind::Word, |place: &Self| place.layer.name().into()),
            Column::new("state", Kind::State, |place| place.state.into()),
            Column::new("file", Kind::Word, |place: &Self| (&place.file).into()),
            Column::new("why", Kind::Text, |place: &Self| place.why.clone().into()).or_null(),
        ]
    }

    fn name(&self) -> String {
        self.file.clone()
    }
}

/// Runs it.
pub fn run(command: &ConfigCommand, session: &mut Session) -> Outcome {
    match command {
        ConfigCommand::Show { origin } => show(*origin, session),
        ConfigCommand::Path => path(session),
    }
}

fn show(origin: bool, session: &mut Session) -> Outcome {
    if origin && session.printer.format() == Format::Table {
        session.printer.set_format(Format::Wide);
    }
    let mut all = of_place(session)?;
    all.extend(SETTINGS.iter().map(|setting| Shown {
        setting: setting.name,
        value: (setting.shown)(&session.global),
        origin: setting.origin(&session.global, &session.given, &session.contexts),
    }));
    let mut list = session.printer.list("config.show")?;
    for shown in &all {
        list.push(shown)?;
    }
    list.finish()?;
    Ok(Done::All)
}

/// Where a line goes: the context, and what it says.
fn of_place(session: &Session) -> Result<Vec<Shown>, Failure> {
    let (choice, contexts) = (session.choice(), &session.contexts);
    let (name, profile) = contexts.chosen(choice.context.as_deref())?;
    let located = context::locate(&choice, &env, contexts)?;
    let of = |flag: &str| said(&session.given, flag);
    let kept = |is_kept: bool| if is_kept { Origin::File(profile.file.clone()) } else { Origin::Default };
    // Whatever the line names itself, it has left the context.
    let left = of("api").is_some() || of("data").is_some();
    let usual = contexts.usual().map(|(_, path)| Origin::File(path.to_owned()));
    let folder = located.data.as_ref().map(|folder| Origin::File(folder.join("chatd.json")));
    let mark = |setting, set: bool, is_kept| Shown { setting, value: Some(set.to_string()), origin: kept(is_kept) };
    let (protected, read_only) = (located.marks.protected, located.marks.read_only);
    Ok(vec![
        Shown { setting: "context", value: name, origin: of("context").or(usual).unwrap_or(Origin::Default) },
        Shown {
            setting: "api",
            value: Some(located.api.clone()),
            origin: of("api")
                .or((profile.api.is_some() && !left).then(|| kept(true)))
                .or(folder)
                .unwrap_or(Origin::Default),
        },
        Shown {
            setting: "data",
            value: located.data.as_ref().map(|folder| folder.display().to_string()),
            origin: of("data").unwrap_or_else(|| kept(profile.data.is_some() && !left)),
        },
        Shown {
            setting: "admin_key",
            // Where it is, and never what it is.
            value: located.key_origin.as_ref().map(ToString::to_string),
            origin: key_origin(&profile, left),
        },
        mark("protected", protected, protected),
        mark("read_only", read_only, read_only),
    ])
}

fn key_origin(profile: &context::Profile, left: bool) -> Origin {
    let set = |name: &&str| env(name).is_some_and(|value| !value.is_empty());
    let variable = ["CHATCTL_ADMIN_KEY", "CHATCTL_ADMIN_KEY_FILE"].into_iter().find(set);
    let kept = (profile.admin_key.is_some() || profile.admin_key_file.is_some()) && !left;
    match variable {
        Some(name) => Origin::Environment(name.to_owned()),
        None if kept => Origin::File(profile.file.clone()),
        None => Origin::Default,
    }
}

fn path(session: &mut Session) -> Outcome {
    let looked: Vec<Place> = places(&env, std::env::current_dir().ok().as_deref())
        .into_iter()
        .map(|(layer, path)| looked_at(layer, &path))
        .collect();
    let mut list = session.printer.list("config.path")?;
    for place in &looked {
        list.push(place)?;
    }
    list.finish()?;
    Ok(Done::All)
}

fn looked_at(layer: Layer, path: &Path) -> Place {
    let (state, why) = match File::read(path, layer) {
        Ok(Some(_)) => ("ok", None),
        Ok(None) => ("none", None),
        Err(failure) => ("failed", Some(failure.to_string())),
    };
    Place { layer, file: path.display().to_string(), state, why }
}
