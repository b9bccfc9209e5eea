//! Everything that the screen shows, and nothing else: no clock, no input or output, no waiting. Changed by `update`
//! alone; the present moment is what the last tick said.

pub mod filter;
pub mod history;
pub mod input;
pub mod list;
pub mod overlay;
pub mod page;
pub mod trail;

use std::time::Duration;

use chat_shared::api::types::admin::Status;
use chat_shared::clock::Timestamp;

use super::act::Act;
use super::keymap::Command;
use super::view::{Root, View, shell_line};
use crate::backend::Through;
use crate::output::failure::Failure;
use crate::output::human::{TimeStyle, Times};
use history::History;
use overlay::Overlay;
use trail::Trail;

/// A message of what happened is shown for this long.
pub const TOAST_MS: u64 = 6_000;

/// The fewest columns and rows that a screen can be drawn on.
pub const SMALLEST: (u16, u16) = (60, 15);

/// What one view that leads nowhere still has.
const OF_ONE_VIEW: [Command; 8] = [
    Command::Down,
    Command::Up,
    Command::Freeze,
    Command::Refresh,
    Command::Wrap,
    Command::Redraw,
    Command::Suspend,
    Command::Quit,
];

/// Where this is, and what may be done there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Its name, as the header says it.
    pub name: String,
    /// The words that name it on a chatctl line.
    pub words: Vec<String>,
    /// Whether its name is to be typed for whatever is done in it.
    pub protected: bool,
    /// Whether nothing may be done in it.
    pub read_only: bool,
    /// The colour of its name.
    pub colour: Option<String>,
    /// Who is asked there.
    pub through: Through,
}

/// What happened, for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What.
    pub text: String,
    /// Whether it is bad news.
    pub bad: bool,
    /// When it was said.
    pub at: Timestamp,
}

/// The installation's status, as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// The last one.
    pub last: Option<Box<Status>>,
    /// How long it took.
    pub took: Duration,
    /// When it was answered.
    pub at: Option<Timestamp>,
    /// Why the last question failed, and since when they fail.
    pub failing: Option<(Failure, Timestamp)>,
    /// Since when an answer is waited for.
    pub asked_at: Option<Timestamp>,
    /// When the last question failed.
    pub retry_at: Option<Timestamp>,
    /// Whether it is to be asked for anew however young it is.
    pub is_stale: bool,
}

/// The look that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Its number.
    pub seq: u64,
    /// At what.
    pub view: View,
    /// Since when.
    pub at: Timestamp,
}

/// What the terminal can do, and what it was told to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// Whether colours are wanted.
    pub colour: bool,
}

/// The whole state.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, and any may stand with any other")]
pub struct State {
    /// Where this is.
    pub context: Context,
    /// The terminal.
    pub screen: Screen,
    /// The present moment.
    pub now: Timestamp,
    /// What is seen is asked for anew when it is this old, in milliseconds.
    pub refresh_ms: u64,
    /// The installation's status.
    pub status: Watch,
    /// What it was like in the last minutes.
    pub history: History,
    /// Where one is.
    pub trail: Trail,
    /// What lies over the view.
    pub overlay: Option<Overlay>,
    /// What happened last.
    pub toast: Option<Toast>,
    /// The chatctl line that equals the last action.
    pub line: Option<String>,
    /// Whether it is shown.
    pub shows_line: bool,
    /// Whether the screen stands still.
    pub frozen: bool,
    /// A key that only means something when it is pressed again.
    pub prefix: Option<super::keymap::Key>,
    /// The look under way.
    pub look: Option<Look>,
    /// Acts under way.
    pub doing: Vec<Act>,
    /// The number of the last look.
    pub seq: u64,
    /// When the last look began.
    pub asked_view_at: Timestamp,
    /// Whether this one view is all there is.
    pub alone: bool,
    /// Whether it is over.
    pub quits: bool,
    /// Whether the terminal is gone.
    pub gone: bool,
}

impl State {
    /// The beginning: nothing is known yet.
    #[must_use]
    pub fn new(root: Root, context: Context, screen: Screen, refresh: Duration, now: Timestamp) -> Self {
        Self {
            context,
            screen,
            now,
            refresh_ms: u64::try_from(refresh.as_millis()).unwrap_or(u64::MAX),
            status: Watch::default(),
            history: History::default(),
            trail: Trail::new(root),
            overlay: None,
            toast: None,
            line: None,
            shows_line: false,
            frozen: false,
            prefix: None,
            look: None,
            doing: Vec::new(),
            seq: 0,
            asked_view_at: Timestamp::EPOCH,
            alone: false,
            quits: false,
            gone: false,
        }
    }

    /// How moments are written.
    #[must_use]
    pub fn times(&self) -> Times {
        Times { style: TimeStyle::Relative, now: self.now }
    }

    /// Says what happened.
    pub fn say(&mut self, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), bad: false, at: self.now });
    }

    /// Says what went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.toast = Some(Toast { text: text.into(), bad: true, at: self.now });
    }

    /// The chatctl line of these words, in this context.
    #[must_use]
    pub fn chatctl(&self, words: &[String]) -> String {
        let all: Vec<String> = ["chatctl".to_owned()].iter().chain(words).chain(&self.context.words).cloned().collect();
        shell_line(&all)
    }

    /// How old what is seen is; nothing where nothing was answered yet.
    #[must_use]
    pub fn age_ms(&self) -> Option<u64> {
        let here = self.trail.here();
        let at = if here.view == View::Pulse { self.status.at } else { here.list.answered_at() };
        at.map(|at| self.now.millis_since(at))
    }

    /// Why what is seen is not up to date, and since when.
    #[must_use]
    pub fn failing(&self) -> Option<&(Failure, Timestamp)> {
        let here = self.trail.here();
        if here.view == View::Pulse { self.status.failing.as_ref() } else { here.failing.as_ref() }
    }

    /// Whether the terminal is too small to draw on.
    #[must_use]
    pub fn is_too_small(&self) -> bool {
        self.screen.width < SMALLEST.0 || self.screen.height < SMALLEST.1
    }

    /// Why nothing that changes anything may be done here.
    #[must_use]
    pub fn forbidden(&self) -> Option<&'static str> {
        self.context.read_only.then_some("this context is read-only")
    }

    /// Whether a command means anything in the view that is shown.
    #[must_use]
    pub fn offers(&self, command: Command) -> bool {
        let view = &self.trail.here().view;
        (!self.alone || OF_ONE_VIEW.contains(&command)) && super::screens::of(view).offers(command)
    }
}
