//! What is written of the keys and the screens is what the program has: `docs/tui.md` is made here, and so are the
//! pictures of the README.

use std::fmt::Write as _;
use std::path::Path;

use super::sample::full;
use super::screens::{answered, shown, type_in};
use crate::tui::keymap::{BINDINGS, Binding, Command, binding, groups, written};
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
- What changes something is a capital letter, or stands in the menu alone, and puts a question first. The question begins on
  Cancel; `y` consents, the letter that put it does not. Deleting an application takes its typed name.
- `?` lists what can be done where one is, with the reason where it cannot be done now, and runs it; so does the key that
  stands before it. `:` finds views, actions, rows, and things by their ids: `job 17`, `12:3` for a counter, a token.
- `v` leads to what belongs to a row beside what `↵` shows: an application counted, a verdict explained (`i`), the way of a
  message (`T`), what workers hold, what verifying found. On Pulse `i` examines the installation as `chatctl doctor` does.
- Counters are mended by their plan (`p`): what is to be done stands there row by row, `A` carries out the selected or marked
  rows, and a row whose counter has changed since does nothing.
- Dead letters are grouped by what went wrong with `e`; `↵` shows those of a group, `f` those that a query takes
  (`reason~deadlock and age<2h`), and `A` retries all that the view shows, as a job.
- What is much work for chatd to answer (plans, counts, searches, what is wrong) is asked for once: `seen 40s ago`. `r` asks
  anew.
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
        for binding in BINDINGS.iter().filter(|binding| binding.group == group && !binding.keys.is_empty()) {
            let keys: Vec<String> = written(binding).split(' ').map(|key| format!("`{key}`")).collect();
            writeln!(text, "| {} | {} |", keys.join(" "), binding.help).expect("a String takes everything");
        }
    }
    text.push_str("\n## What can be changed where\n\n| view | keys |\n|---|---|\n");
    let mut told = Vec::new();
    for view in screens::tests::every_view() {
        if told.contains(&called(&view)) {
            continue;
        }
        told.push(called(&view));
        let verbs = screens::of(&view).verbs;
        let keys = verbs.iter().filter_map(|(verb, _)| binding(Command::Do(*verb)));
        let keys: Vec<String> = keys.map(shortly).collect();
        if !keys.is_empty() {
            writeln!(text, "| {} | {} |", called(&view), keys.join(", ")).expect("a String takes everything");
        }
    }
    text
}

/// A key and its word; the word alone where the menu alone has it.
fn shortly(binding: &Binding) -> String {
    if binding.keys.is_empty() {
        return format!("{} (`?`)", binding.short);
    }
    format!("`{}` {}", written(binding), binding.short)
}

fn called(view: &View) -> String {
    match view {
        View::AppDetail { .. } | View::AppStats { .. } => "an application".to_owned(),
        View::Chats { .. } => "chats of an application".to_owned(),
        View::ChatDetail { .. } | View::ChatStats { .. } => "a chat".to_owned(),
        View::Messages { .. } => "messages of a chat".to_owned(),
        View::Found { .. } => "messages that were found".to_owned(),
        View::Message { .. } => "a message".to_owned(),
        View::Queue { .. } => "a queue".to_owned(),
        View::Entries { .. } => "entries of a queue".to_owned(),
        View::Pending { .. } => "what workers hold".to_owned(),
        View::Letters { .. } => "dead letters of a query".to_owned(),
        View::Errors => "dead letters by error".to_owned(),
        View::Plan { .. } => "a plan for counters".to_owned(),
        View::Findings { .. } => "what verifying found".to_owned(),
        View::DeadLetter { .. } => "a dead letter".to_owned(),
        View::Counter { .. } => "a counter".to_owned(),
        View::Job { .. } => "a job".to_owned(),
        root => root.to_string(),
    }
}

/// The pictures of the README: Pulse, messages that were found, a question before dead letters are retried, a counter's plan
/// before it is carried out, and what can be done with a queue.
fn pictures() -> String {
    let app = App { token: String::new(), name: "acme".to_owned() };
    let found = View::Found { app, chat: Some(7), text: "quick".to_owned() };
    let cases = [
        (Root::Pulse.view(), ""),
        (found, ""),
        (View::DeadLetters, "xxx@R"),
        (View::Plan { app: None }, "A"),
        (View::Queues, "?"),
    ];
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
