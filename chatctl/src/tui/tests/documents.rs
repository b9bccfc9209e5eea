//! What is written of the keys and the screens is what the program has: `docs/tui.md` is made here, and so are the
//! pictures of the README.

use std::fmt::Write as _;
use std::path::Path;

use super::sample::full;
use super::screens::{answered, shown, type_in};
use crate::tui::keymap::{BINDINGS, Command, binding, groups, written};
use crate::tui::screens;
use crate::tui::view::{App, Root, View};

/// Set to write anew what is generated.
const UPDATE: &str = "CHATD_TEST_UPDATE";

const BEGIN: &str = "<!-- screens: made by `make generate` -->\n";
const END: &str = "<!-- screens: end -->\n";

const HEAD: &str = "# The terminal UI

`chatctl tui [VIEW]` shows the whole installation on one screen: `pulse` (unless told otherwise), `apps`, `queues`, `dlq`,
`counters`, `index`, `jobs` or `workers`. It finds chatd as every other command does (`--context`, `--data`, `--api`), or
goes past it (`--direct`).

| flag | what it does |
|---|---|
| `--read-only` | nothing that changes anything can be done |
| `--accessible`, or `ACCESSIBLE=1` | lines for a screen reader, one after the other, instead of a screen |
| `--no-mouse` | the mouse stays the terminal's, to select text with; `M` changes that at any time |
| `--refresh 5s` | what is seen is asked for anew so often, instead of every two seconds |

- The header names the context and how each part fares: `●` well, `▲` to be watched, `■` to be acted on. At its right end
  stands how old the data is; `waiting` and `failing` say that chatd does not answer, and since when. Keys work all the same.
- Selection follows the thing and not its place: a row stays selected while others come and go. A row that is gone cannot be
  acted on.
- Long lists are loaded where one is, a part at a time. The right end of the second line says how many rows are loaded and
  whether there are more; filter and sorting are over what is loaded.
- What changes something is a capital letter and puts a question first. The question begins on Cancel; `y` consents, the
  letter that put it does not. Deleting an application takes its typed name.
- `?` lists what can be done where one is, with the reason where it cannot be done now, and runs it.
- `@` shows the chatctl line that does the same as what was done last; `y` copies it, a row, or a cell, through ssh too
  (OSC 52, where the terminal allows it).
- Colours are the terminal's own sixteen. `NO_COLOR` and `--color never` take them away; nothing is said by colour alone.
- With `--direct` the same views come straight from the queue, the store and the search index, with chatd stopped or hanging;
  the header says `DIRECT`. What chatd alone does, or what a living chatd holds, is refused with the reason.
- A terminal of 80×24 is enough; below 60×15 nothing is drawn but what is needed.

## Filters

A filter is words, all of which must fit: `pers` finds letters in any cell, in this order; `lag>100`, `oldest>=30s`,
`state=failed`, `reason~deadlock` compare a column (`=` `!=` `<` `<=` `>` `>=`, `~` for a part of it); `!` before a word turns
it round. A moment is compared by its age: `created<5m`.

";

fn document() -> String {
    let mut text = HEAD.to_owned();
    text.push_str("## Keys\n");
    for group in groups() {
        write!(text, "\n### {group}\n\n| key | what it does |\n|---|---|\n").expect("a String takes everything");
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let keys: Vec<String> = written(binding).split(' ').map(|key| format!("`{key}`")).collect();
            writeln!(text, "| {} | {} |", keys.join(" "), binding.help).expect("a String takes everything");
        }
    }
    text.push_str("\n## What can be changed where\n\n| view | keys |\n|---|---|\n");
    for view in screens::tests::every_view() {
        let verbs = screens::of(&view).verbs;
        let keys = verbs.iter().filter_map(|(verb, _)| binding(Command::Do(*verb)));
        let keys: Vec<String> = keys.map(|binding| format!("`{}` {}", written(binding), binding.short)).collect();
        if !keys.is_empty() {
            writeln!(text, "| {} | {} |", called(&view), keys.join(", ")).expect("a String takes everything");
        }
    }
    text
}

fn called(view: &View) -> String {
    match view {
        View::Chats { .. } => "chats of an application".to_owned(),
        View::Messages { .. } => "messages of a chat".to_owned(),
        View::Found { .. } => "messages that were found".to_owned(),
        View::Message { .. } => "a message".to_owned(),
        View::DeadLetter { .. } => "a dead letter".to_owned(),
        View::Counter { .. } => "a counter".to_owned(),
        View::Job { .. } => "a job".to_owned(),
        root => root.to_string(),
    }
}

/// The pictures of the README: Pulse, messages that were found, and a question before dead letters are retried.
fn pictures() -> String {
    let app = App { token: String::new(), name: "acme".to_owned() };
    let found = View::Found { app, chat: Some(7), text: "quick".to_owned() };
    let cases = [(Root::Pulse.view(), ""), (found, ""), (View::DeadLetters, "xxx@R")];
    let mut text = String::new();
    for (view, keys) in cases {
        let mut state = answered(&view, 100, 24, full(&view));
        type_in(&mut state, keys);
        write!(text, "```\n{}\n```\n\n", shown(&state)).expect("a String takes everything");
    }
    text
}

fn at(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn holds(path: &str, wanted: &str) {
    let path = at(path);
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&path, wanted).expect("written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "{} is stale; write it anew with `make generate`", path.display());
}

#[test]
fn the_page_on_keys_is_fresh() {
    holds("docs/tui.md", &document());
}

#[test]
fn the_pictures_of_the_readme_are_fresh() {
    let readme = std::fs::read_to_string(at("README.md")).expect("readable");
    let (before, rest) = readme.split_once(BEGIN).expect("the README has a place for them");
    let (_, after) = rest.split_once(END).expect("the place has an end");
    holds("README.md", &format!("{before}{BEGIN}{}{END}{after}", pictures()));
}
