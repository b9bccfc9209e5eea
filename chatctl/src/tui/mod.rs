//! `chatctl tui`: the installation on one screen. In the Elm manner: a message changes the state, the state asks for
//! actions, the runtime performs them over chatctl's two ports and draws. Everything but `runtime`, `terminal` and
//! `perform` is pure.

mod accessible;
mod act;
mod action;
mod draw;
mod event;
mod keymap;
mod perform;
mod runtime;
mod screens;
mod state;
mod terminal;
mod theme;
mod update;
mod view;
mod widgets;

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use chat_shared::clock::{Clock, SystemClock};
use clap::Args;
use clap::builder::FalseyValueParser;

use crate::backend::{Reach, Through};
use crate::cli::duration;
use crate::commands::doctor;
use crate::context::Marks;
use crate::output::Format;
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::runtime::block_on;
use crate::session::Session;
use perform::Ports;
pub use state::history::History;
use state::{Context, Screen, State};
use terminal::Use;
use view::Root;

/// What goes on after "could not".
const DOING: &str = "show the screen";

/// `chatctl tui`
#[derive(Debug, Args)]
pub struct TuiArgs {
    /// Begin with this view
    #[arg(value_enum, default_value_t)]
    view: Root,
    /// Say lines that a screen reader can follow, instead of drawing a screen
    #[arg(long, env = "ACCESSIBLE", hide_env_values = true, value_parser = FalseyValueParser::new())]
    accessible: bool,
    /// Change nothing: offer only looks
    #[arg(long)]
    read_only: bool,
    /// Leave the mouse to the terminal
    #[arg(long)]
    no_mouse: bool,
    /// Ask anew so often for what is seen
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "2s")]
    refresh: Duration,
}

/// How the screen begins.
struct Begin {
    view: Root,
    /// Whether that view is all there is.
    alone: bool,
    read_only: bool,
    mouse: bool,
    refresh: Duration,
    how: Use,
}

/// Runs it.
pub fn run(args: &TuiArgs, session: &mut Session) -> Outcome {
    if session.global.output != Format::Table {
        return Err(
            Failure::usage(DOING, "a screen has no other format").hint("`chatctl check -o json` says how it is")
        );
    }
    let begin = Begin {
        view: args.view,
        alone: false,
        read_only: args.read_only,
        mouse: !args.no_mouse,
        refresh: args.refresh,
        how: if args.accessible { Use::Lines } else { Use::Screen },
    };
    show(&begin, session)
}

/// `chatctl top`: Pulse alone, which only looks and leads nowhere.
pub fn top(refresh: Duration, session: &mut Session) -> Outcome {
    let begin = Begin { view: Root::Pulse, alone: true, read_only: true, mouse: false, refresh, how: Use::Screen };
    show(&begin, session)
}

fn show(begin: &Begin, session: &mut Session) -> Outcome {
    let Some((width, height)) = session.screen() else {
        return Err(Failure::usage(DOING, "this is no terminal that a screen can be drawn on")
            .hint("in scripts, `chatctl check` and the `ls` of each noun say the same"));
    };
    let reach: Arc<dyn Reach> = session.backend()?.into();
    let context = context(begin.read_only, session, reach.through())?;
    let local = doctor::local(&*reach, session)?;
    let screen = Screen { width, height, mouse: begin.mouse, colour: session.colour() };
    let ports = Ports { backend: reach.clone(), operator: reach, local };
    let state = State::new(begin.view, context, screen, begin.refresh, SystemClock.now());
    let state = State { alone: begin.alone, ..state };
    block_on(DOING, async { runtime::run(state, ports, begin.how).await.map(|()| Done::All) })
}

/// Where this is, and the words that lead there on another line.
fn context(read_only: bool, session: &Session, through: Through) -> Result<Context, Failure> {
    let global = &session.global;
    let mut words = Vec::new();
    let data = global.data.as_ref().map(|folder| folder.display().to_string());
    let named = [
        ("-c", &global.context),
        ("--api", &global.api),
        ("--data", &data),
        ("--store", &global.store),
        ("--queue", &global.queue),
        ("--search", &global.search),
    ];
    for (flag, value) in named {
        words.extend(value.iter().flat_map(|value| [flag.to_owned(), value.clone()]));
    }
    words.extend(global.direct.then(|| "--direct".to_owned()));
    let name = session.printer.context().unwrap_or_default().to_owned();
    let Marks { protected, read_only: marked, color, .. } = session.marks()?;
    let colour = color.map(|color| color.name().to_owned());
    Ok(Context { name, words, protected, read_only: marked || read_only, colour, through })
}
