//! What lies over a view for a moment: lines being typed, menus, the palette, questions. Pure.

use super::input::Input;
use crate::output::confirm::Danger;
use crate::tui::act::{Act, question};
use crate::tui::keymap::Command;
use crate::tui::view::View;
use crate::tui::widgets::text::plain;

/// What lies over the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The filter is being typed.
    Filter(Input),
    /// A line is being typed for something.
    Ask(Ask),
    /// Something is being chosen.
    Menu(Menu),
    /// Something is being looked for by a part of its name.
    Palette(Palette),
    /// Something waits to be confirmed.
    Confirm(Confirm),
}

/// A line being typed for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub prompt: String,
    /// What is being typed.
    pub input: Input,
    /// What it is for.
    pub purpose: Purpose,
}

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To search for.
    Find,
    /// The number to go to.
    Goto,
    /// The text of an act, which is to be confirmed then.
    Act(Act),
}

/// Something to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// What is chosen.
    pub title: String,
    /// The choices.
    pub items: Vec<Item>,
    /// The one under the cursor.
    pub cursor: usize,
}

/// A choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its key, where it has one.
    pub key: String,
    /// What it is.
    pub label: String,
    /// What choosing it does; nothing for a heading.
    pub choice: Option<Choice>,
    /// Why it cannot be chosen now.
    pub why_not: Option<String>,
}

/// What choosing does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// As its key does.
    Run(Command),
    /// Sorts by a column.
    Sort(usize),
    /// Copies this.
    Copy(String),
    /// Opens a view.
    Open(View),
    /// Selects a row.
    Seek(String),
}

impl Menu {
    /// Moves the cursor to another item that is no heading.
    pub fn step(&mut self, by: isize) {
        let last = self.items.len().saturating_sub(1);
        let mut at = self.cursor;
        for _ in 0..self.items.len() {
            at = at.saturating_add_signed(by).min(last);
            if self.items[at].choice.is_some() {
                self.cursor = at;
                return;
            }
            if at == 0 || at == last {
                return;
            }
        }
    }
}

/// The palette.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Palette {
    /// What is being typed.
    pub input: Input,
    /// What fits.
    pub found: Vec<Item>,
    /// The one under the cursor.
    pub cursor: usize,
}

/// A question before something is changed. It begins on Cancel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// What is to be done.
    pub acts: Vec<Act>,
    /// The name that is to be typed, where that is asked.
    pub name: Option<String>,
    /// What is being typed.
    pub input: Input,
    /// Whether the button that does it has the focus.
    pub on_go: bool,
}

impl Confirm {
    /// The question before `acts`; `protected` names the context whose name is to be typed for whatever is done in it.
    #[must_use]
    pub fn new(acts: Vec<Act>, danger: Danger, protected: Option<&str>) -> Self {
        let name = match danger {
            Danger::Severe { name } => Some(name),
            Danger::Mild | Danger::Moderate => protected.map(str::to_owned),
        };
        // What cannot be typed is typed as it is shown.
        let name = name.map(|name| plain(&name).into_owned());
        Self { acts, name, input: Input::default(), on_go: false }
    }

    /// What is asked.
    #[must_use]
    pub fn question(&self) -> String {
        format!("{}?", question(&self.acts))
    }

    /// Whether it may be done: no name is asked for, or it is the one that was typed.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.name.as_ref().is_none_or(|name| *name == self.input.text)
    }
}
