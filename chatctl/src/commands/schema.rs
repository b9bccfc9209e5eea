//! `chatctl schema`: the JSON Schemas of what every command prints.

use clap::{Args, Subcommand};
use serde_json::Value;

use super::answers;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::output::schema::{any_object, beside, name_of};
use crate::session::Session;

/// `chatctl schema`
#[derive(Debug, Subcommand)]
pub enum SchemaCommand {
    /// List the schemas
    #[command(visible_alias = "list")]
    Ls,
    /// Print the JSON Schema of what a command prints with `-o json`
    Show(ShowArgs),
}

/// `chatctl schema show`
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The command as one types it, or a schema's name: `app ls`, `app.list`, `error`, `progress`
    #[arg(required = true, value_name = "COMMAND")]
    command: Vec<String>,
    /// Of a line that it prints with `-o jsonl`
    #[arg(long)]
    rows: bool,
}

/// A schema in the list.
pub struct Listed {
    name: String,
    of: String,
}

/// A schema with what it says.
pub struct Shown {
    name: String,
    document: Value,
}

impl Record for Listed {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("name", Holds::Word, |listed: &Self| (&listed.name).into()),
            Column::new("of", Holds::Text, |listed| (&listed.of).into()),
        ]
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

impl Record for Shown {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("name", Holds::Word, |shown: &Self| (&shown.name).into()),
            Column::new("document", Holds::Text, |shown: &Self| shown.document.clone().into()).inside(any_object),
        ]
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

/// Every schema with its name, what it is of, and what it says.
#[must_use]
pub fn all() -> Vec<(String, String, Value)> {
    let commands =
        answers::all().into_iter().map(|answer| (answer.name(), format!("chatctl {}", answer.leaf), answer.document()));
    let others = beside().into_iter().map(|(name, of, document)| (name.to_owned(), of.to_owned(), document));
    commands.chain(others).collect()
}

/// Runs it.
pub fn run(command: &SchemaCommand, session: &mut Session) -> Outcome {
    match command {
        SchemaCommand::Ls => {
            let mut list = session.printer.list("schema.list")?;
            for (name, of, _) in all() {
                list.push(&Listed { name, of })?;
            }
            list.finish()?;
        }
        SchemaCommand::Show(args) => show(args, session)?,
    }
    Ok(Done::All)
}

fn show(args: &ShowArgs, session: &mut Session) -> Result<(), Failure> {
    let asked = args.command.join(" ");
    let bare = asked.strip_prefix("chatctl").map_or(asked.as_str(), |rest| rest.trim_start_matches([' ', '.']));
    let name = name_of(bare.strip_suffix("/v1").unwrap_or(bare));
    let found = if args.rows {
        answers::all().into_iter().find(|answer| answer.name() == name).map(|answer| answer.row())
    } else {
        all().into_iter().find(|(known, _, _)| *known == name).map(|(_, _, document)| document)
    };
    let document = found.ok_or_else(|| unknown(&asked))?;
    if !session.printer.format().is_table() {
        return session.printer.item("schema.show", &Shown { name, document });
    }
    let text = serde_json::to_string_pretty(&document)
        .map_err(|error| Failure::new(Kind::Failed, "write the schema down").because(error))?;
    session.printer.raw(format!("{text}\n").as_bytes())
}

fn unknown(asked: &str) -> Failure {
    Failure::new(Kind::NotFound, format!("show the schema of `{asked}`"))
        .because("no command prints it")
        .hint("`chatctl schema ls` lists them")
}
