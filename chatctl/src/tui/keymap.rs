//! The keys as data: they drive the program, draw the help, and make `docs/tui.md`. Tested for conflicts.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::view::Root;

/// A key as it is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character as typed: capitals are keys of their own.
    Char(char),
    /// A character with ctrl.
    Ctrl(char),
    /// Any other key.
    Code(KeyCode),
}

impl Key {
    /// The key of a terminal's event; what alt does is bound nowhere.
    #[must_use]
    pub fn of(event: KeyEvent) -> Option<Self> {
        // Escape twice in a row comes as one with alt.
        if event.modifiers.contains(KeyModifiers::ALT) && event.code != KeyCode::Esc {
            return None;
        }
        match event.code {
            KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => Some(Self::Ctrl(c)),
            KeyCode::Char(c) => Some(Self::Char(c)),
            code => Some(Self::Code(code)),
        }
    }

    /// As it is written for people.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Char(' ') => "space".to_owned(),
            Self::Char(c) => c.to_string(),
            Self::Ctrl(c) => format!("ctrl-{c}"),
            Self::Code(KeyCode::Enter) => "↵".to_owned(),
            Self::Code(KeyCode::Up) => "↑".to_owned(),
            Self::Code(KeyCode::Down) => "↓".to_owned(),
            Self::Code(KeyCode::Left) => "←".to_owned(),
            Self::Code(KeyCode::Right) => "→".to_owned(),
            Self::Code(KeyCode::PageUp) => "pgup".to_owned(),
            Self::Code(KeyCode::PageDown) => "pgdn".to_owned(),
            Self::Code(code) => code.to_string().to_lowercase(),
        }
    }
}

/// What a key does wherever one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// To the next row.
    Down,
    /// To the row before.
    Up,
    /// Half a screen down.
    PageDown,
    /// Half a screen up.
    PageUp,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// Into the selected row.
    Open,
    /// Out again.
    Back,
    /// To a view by its number.
    Go(Root),
    /// To any view, action or row by a part of its name.
    Palette,
    /// To where one was before.
    Backward,
    /// To where one came back from.
    Forward,
    /// Show only rows that fit.
    Filter,
    /// Sort by a column.
    Sort,
    /// Mark the row, or unmark it.
    Mark,
    /// Mark all rows that fit the filter.
    MarkAll,
    /// Unmark all rows.
    Unmark,
    /// Copy something of the row.
    Copy,
    /// Wrap long texts, or cut them.
    Wrap,
    /// Let the screen stand still, or go on.
    Freeze,
    /// Follow what comes, or stop following.
    Tail,
    /// Search on the server.
    Find,
    /// To a number.
    Goto,
    /// The other order.
    Turn,
    /// What belongs to the row beside what `Open` shows.
    Side,
    /// Where a message is, and the steps of its way.
    Trace,
    /// Dead letters by what went wrong.
    Errors,
    /// What is to be done about counters.
    Plan,
    /// A verdict, fact by fact; or what is wrong.
    Explain,
    /// Ask anew at once.
    Refresh,
    /// What can be done here, and why not.
    Menu,
    /// Show the chatctl line, or hide it.
    Line,
    /// Take the mouse, or leave it to the terminal.
    Mouse,
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back for a while.
    Suspend,
    /// Leave.
    Quit,
    /// Do something that changes something.
    Do(Verb),
}

/// What changes something. A key may serve several verbs where no view offers two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Create one more.
    Create,
    /// Give another name, or another content.
    Edit,
    /// Delete.
    Delete,
    /// Post a message.
    Post,
    /// Retry what is selected or marked.
    Retry,
    /// Retry all.
    RetryAll,
    /// Say that nothing more is to be done about what is selected or marked.
    Drop,
    /// The same of all.
    DropAll,
    /// Give an application another token.
    Rotate,
    /// Write what it holds to a file, whole.
    Backup,
    /// Write messages or dead letters to a file.
    Export,
    /// Stop it, or let it go on.
    Halt,
    /// Stop accepting, or accept again.
    Accept,
    /// Have workers take over what is idle.
    Claim,
    /// Carry out what is planned.
    Apply,
    /// Build the index anew.
    Reindex,
    /// The same, and leave it beside the one that answers.
    Build,
    /// Make the index that was built the one that answers.
    Swap,
    /// Go back to the index that answered before.
    Rollback,
    /// Drop the index that answered before.
    Prune,
    /// Give a job another rate.
    Throttle,
    /// Prove that everything agrees.
    Verify,
    /// End a job.
    Cancel,
}

/// A command with its keys.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Any of these; none where the menu and the palette alone offer it.
    pub keys: &'static [Key],
    /// Pressed twice in a row.
    pub twice: bool,
    /// What they do.
    pub command: Command,
    /// In a word or two, for the footer.
    pub short: &'static str,
    /// What it does, for the help.
    pub help: &'static str,
    /// Under which heading the help has it.
    pub group: &'static str,
}

const MOVE: &str = "Moving";
const LIST: &str = "Lists";
const LOOK: &str = "Looking";
const ACT: &str = "Acting";
const SCREEN: &str = "The screen";

const fn bind(
    keys: &'static [Key],
    command: Command,
    short: &'static str,
    help: &'static str,
    group: &'static str,
) -> Binding {
    Binding { keys, twice: false, command, short, help, group }
}

use Key::{Char, Code, Ctrl};

/// All keys.
pub static BINDINGS: &[Binding] = &[
    bind(&[Char('j'), Code(KeyCode::Down)], Command::Down, "down", "to the next row", MOVE),
    bind(&[Char('k'), Code(KeyCode::Up)], Command::Up, "up", "to the row before", MOVE),
    bind(&[Ctrl('d'), Code(KeyCode::PageDown)], Command::PageDown, "page down", "half a screen down", MOVE),
    bind(&[Ctrl('u'), Code(KeyCode::PageUp)], Command::PageUp, "page up", "half a screen up", MOVE),
    Binding { twice: true, ..bind(&[Char('g')], Command::Top, "top", "to the beginning", MOVE) },
    bind(&[Code(KeyCode::Home)], Command::Top, "top", "to the beginning", MOVE),
    bind(&[Char('G'), Code(KeyCode::End)], Command::Bottom, "end", "to the end", MOVE),
    bind(
        &[Code(KeyCode::Enter), Char('l'), Code(KeyCode::Right)],
        Command::Open,
        "open",
        "into the selected row",
        MOVE,
    ),
    bind(
        &[Code(KeyCode::Esc), Char('h'), Char('q'), Code(KeyCode::Left), Code(KeyCode::Backspace)],
        Command::Back,
        "back",
        "out again; clears a filter first",
        MOVE,
    ),
    bind(&[Char('[')], Command::Backward, "backward", "to where one was before", MOVE),
    bind(&[Char(']')], Command::Forward, "forward", "to where one came back from", MOVE),
    bind(&[Char('1')], Command::Go(Root::Pulse), "Pulse", "Pulse: health, graphs, alerts", LOOK),
    bind(&[Char('2')], Command::Go(Root::Apps), "Apps", "Apps → Chats → Messages", LOOK),
    bind(&[Char('3')], Command::Go(Root::Queues), "Queues", "Queues → entries → entry", LOOK),
    bind(&[Char('4')], Command::Go(Root::DeadLetters), "Dead letters", "Dead letters", LOOK),
    bind(&[Char('5')], Command::Go(Root::Counters), "Counters", "Counters with their verdicts", LOOK),
    bind(&[Char('6')], Command::Go(Root::Index), "Index", "the search index", LOOK),
    bind(&[Char('7')], Command::Go(Root::Jobs), "Jobs", "long work that runs in chatd", LOOK),
    bind(&[Char('8')], Command::Go(Root::Workers), "Workers", "the processes of the installation", LOOK),
    bind(&[Char(':')], Command::Palette, "go", "to any view, action or row by a part of its name", LOOK),
    bind(
        &[Char('f')],
        Command::Find,
        "find",
        "search on the server: messages by a text, dead letters by a query",
        LOOK,
    ),
    bind(&[Char('t')], Command::Tail, "tail", "follow what comes, or stop following", LOOK),
    bind(&[Char('v')], Command::Side, "more", "what belongs to the row beside what ↵ shows", LOOK),
    bind(&[Char('T')], Command::Trace, "trace", "where the message is, and the steps of its way", LOOK),
    bind(&[Char('e')], Command::Errors, "by error", "dead letters by what went wrong", LOOK),
    bind(&[Char('p')], Command::Plan, "plan", "what is to be done about counters", LOOK),
    bind(
        &[Char('i')],
        Command::Explain,
        "explain",
        "a verdict fact by fact; from Pulse, what is wrong and what to do",
        LOOK,
    ),
    bind(&[Char('r')], Command::Refresh, "refresh", "ask anew at once", LOOK),
    bind(&[Char('/')], Command::Filter, "filter", "show only rows that fit; kept with the view", LIST),
    bind(&[Char('s')], Command::Sort, "sort", "sort by a column; a click on its title does the same", LIST),
    bind(&[Char('o')], Command::Turn, "order", "the other order: oldest first, newest first", LIST),
    bind(&[Char('#')], Command::Goto, "number", "to the chat or message of a number", LIST),
    bind(&[Char(' '), Char('x')], Command::Mark, "mark", "mark the row, or unmark it", LIST),
    bind(&[Char('*')], Command::MarkAll, "all", "mark all rows that fit the filter", LIST),
    bind(&[Char('u')], Command::Unmark, "unmark", "unmark all rows", LIST),
    bind(&[Char('?')], Command::Menu, "actions", "what can be done here, and why not; and these keys", ACT),
    bind(&[Char('y')], Command::Copy, "copy", "copy a cell, the row, its JSON, or the chatctl line", ACT),
    bind(&[Char('@')], Command::Line, "line", "show the chatctl line that equals the last action", ACT),
    bind(&[Char('N')], Command::Do(Verb::Create), "new", "create an application or a chat", ACT),
    bind(&[Char('E')], Command::Do(Verb::Edit), "edit", "rename it, or change what a message or dead letter says", ACT),
    bind(&[Char('D')], Command::Do(Verb::Delete), "delete", "delete it", ACT),
    bind(&[Char('D')], Command::Do(Verb::Drop), "drop", "say that nothing more is to be done about dead letters", ACT),
    bind(&[Char('D')], Command::Do(Verb::Prune), "prune", "drop the index that answered before", ACT),
    bind(&[Char('W')], Command::Do(Verb::Post), "write", "post a message", ACT),
    bind(&[Char('R')], Command::Do(Verb::Retry), "retry", "retry the selected or marked dead letters", ACT),
    bind(&[Char('A')], Command::Do(Verb::RetryAll), "retry all", "retry all dead letters of the view, as a job", ACT),
    bind(&[Char('A')], Command::Do(Verb::Apply), "apply", "carry out the selected or marked rows of a plan", ACT),
    bind(&[Char('P')], Command::Do(Verb::Halt), "pause", "pause a queue or a job, or let it go on", ACT),
    bind(&[Char('C')], Command::Do(Verb::Claim), "claim", "have workers take over what is idle", ACT),
    bind(&[Char('B')], Command::Do(Verb::Reindex), "build", "build the search index anew, as a job", ACT),
    bind(&[Char('S')], Command::Do(Verb::Swap), "swap", "make the index that was built the one that answers", ACT),
    bind(&[Char('U')], Command::Do(Verb::Rollback), "roll back", "go back to the index that answered before", ACT),
    bind(&[Char('V')], Command::Do(Verb::Verify), "verify", "prove that queue, database and index agree", ACT),
    bind(&[Char('X')], Command::Do(Verb::Cancel), "cancel", "cancel a job", ACT),
    bind(&[Char('L')], Command::Do(Verb::Throttle), "limit", "give a job another rate", ACT),
    bind(&[], Command::Do(Verb::Accept), "accept", "stop accepting in every process, or accept again", ACT),
    bind(&[], Command::Do(Verb::Build), "build beside", "build the search index anew and leave it beside", ACT),
    bind(&[], Command::Do(Verb::DropAll), "drop all", "drop all dead letters of the view, as a job", ACT),
    bind(&[], Command::Do(Verb::Rotate), "new token", "give an application another token", ACT),
    bind(&[], Command::Do(Verb::Export), "export", "write messages or dead letters to a file", ACT),
    bind(&[], Command::Do(Verb::Backup), "back up", "write an application whole to a file", ACT),
    bind(&[Char('w')], Command::Wrap, "wrap", "wrap long texts, or cut them", SCREEN),
    bind(&[Char('F')], Command::Freeze, "freeze", "let the screen stand still, or go on", SCREEN),
    bind(&[Char('M')], Command::Mouse, "mouse", "take the mouse, or leave it to the terminal", SCREEN),
    bind(&[Ctrl('l')], Command::Redraw, "redraw", "draw everything anew", SCREEN),
    bind(&[Ctrl('z')], Command::Suspend, "suspend", "give the terminal back; `fg` returns", SCREEN),
    bind(&[Char('Q'), Ctrl('c')], Command::Quit, "quit", "leave", SCREEN),
];

/// What a key may do; `prefixed` where the same key was pressed just before. Several only where they are verbs.
pub fn commands(key: Key, prefixed: bool) -> impl Iterator<Item = Command> {
    let bound = move |binding: &&Binding| binding.keys.contains(&key) && binding.twice == prefixed;
    BINDINGS.iter().filter(bound).map(|binding| binding.command)
}

/// Whether a key only means something when it is pressed twice.
#[must_use]
pub fn is_prefix(key: Key) -> bool {
    BINDINGS.iter().any(|binding| binding.twice && binding.keys.contains(&key))
}

/// The binding of a command.
#[must_use]
pub fn binding(command: Command) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.command == command)
}

/// The keys of a binding as they are written.
#[must_use]
pub fn written(binding: &Binding) -> String {
    let name = |key: &Key| if binding.twice { key.name().repeat(2) } else { key.name() };
    binding.keys.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// The headings in the order of the help.
#[must_use]
pub fn groups() -> Vec<&'static str> {
    let mut groups: Vec<&str> = Vec::new();
    for binding in BINDINGS {
        if !groups.contains(&binding.group) {
            groups.push(binding.group);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::super::screens;
    use super::*;

    #[test]
    fn no_key_means_two_things() {
        for (place, binding) in BINDINGS.iter().enumerate() {
            for other in &BINDINGS[place + 1..] {
                let common: Vec<_> = binding.keys.iter().filter(|key| other.keys.contains(key)).collect();
                let both_verbs = matches!((binding.command, other.command), (Command::Do(_), Command::Do(_)));
                assert!(common.is_empty() || both_verbs, "{common:?}: {} and {}", binding.help, other.help);
            }
        }
    }

    #[test]
    fn no_view_offers_two_verbs_on_one_key() {
        for view in screens::tests::every_view() {
            let verbs = screens::of(&view).verbs.iter();
            let bound = verbs.map(|(verb, _)| binding(Command::Do(*verb)).expect("every verb is in the table"));
            let keys: Vec<&Key> = bound.flat_map(|binding| binding.keys).collect();
            for (place, key) in keys.iter().enumerate() {
                assert!(!keys[place + 1..].contains(key), "{view}: {key:?} twice");
            }
        }
    }

    #[test]
    fn what_changes_something_is_a_capital_and_nothing_confirms_by_its_own_key() {
        for binding in BINDINGS {
            if matches!(binding.command, Command::Do(_)) {
                let capital = |key: &Key| matches!(key, Char(c) if c.is_ascii_uppercase());
                assert!(binding.keys.iter().all(capital), "{}", binding.help);
            }
        }
    }

    #[test]
    fn a_prefix_alone_does_nothing() {
        assert_eq!(commands(Char('g'), false).next(), None);
        assert_eq!(commands(Char('g'), true).next(), Some(Command::Top));
        assert!(is_prefix(Char('g')) && !is_prefix(Char('G')));
    }
}
