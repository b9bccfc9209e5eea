//! `chatctl man DIR`: a manual page for every command, from the tree that parses the line.

use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;

use crate::cli;
use crate::files::unwritable;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::{Column, Kind as Holds, Record};
use crate::session::Session;

/// `chatctl man`
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The folder, `man1` of a manual path for instance
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// A page that was written.
pub struct Page {
    file: String,
    dry_run: bool,
}

impl Record for Page {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("file", Holds::Word, |page: &Self| (&page.file).into()),
            Column::new("dry_run", Holds::Flag, |page: &Self| page.dry_run.into()).wide(),
        ]
    }

    fn name(&self) -> String {
        self.file.clone()
    }
}

/// Every page by the name of its file.
pub fn pages() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut command = cli::command().disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    render(&command, "chatctl", &mut pages)?;
    Ok(pages)
}

/// The page of a command, then those of its subcommands. What every command takes stands in the first page only.
fn render(command: &Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let named = command.clone().name(name.to_owned()).version(env!("CARGO_PKG_VERSION"));
    // What is left out of the short help is not left out here.
    let mut named = named.mut_args(|arg| arg.hide_short_help(false));
    if !pages.is_empty() {
        named = named
            .mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg })
            .after_long_help("Global options and exit codes: see chatctl(1).");
    }
    let mut text = Vec::new();
    Man::new(named)
        .render(&mut text)
        .map_err(|error| Failure::new(Kind::Failed, "write a manual page").because(error))?;
    pages.push((format!("{name}.1"), text));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        render(sub, &format!("{name}-{}", sub.get_name()), pages)?;
    }
    Ok(())
}

/// Runs it.
pub fn run(args: &ManArgs, session: &mut Session) -> Outcome {
    let dry_run = session.global.dry_run;
    let pages = pages()?;
    if !dry_run {
        write(&args.folder, &pages)?;
    }
    let mut list = session.printer.list("man")?;
    for (name, _) in &pages {
        list.push(&Page { file: args.folder.join(name).display().to_string(), dry_run })?;
    }
    list.finish()?;
    Ok(Done::All)
}

fn write(folder: &Path, pages: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let failed = |path: &Path, error| unwritable(format!("write {}", path.display()), &error);
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    for (name, text) in pages {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| failed(&path, error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_of_every_page_says_what_it_does() {
        for (file, page) in pages().expect("pages") {
            let page = String::from_utf8(page).expect("text");
            assert!(!page.contains("\n\n.TP") && !page.contains("\n\n.SH"), "{file}: {page}");
        }
    }
}
