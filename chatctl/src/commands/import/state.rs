//! The state file: a journal of what was accepted, one JSON object a line, so that a run that was killed is gone on
//! with. A line that was cut short by the kill is as if it had not been written; chatd's memory of keys covers it.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::window::{Batch, Position, WINDOW_LINES};
use crate::files::unwritable;
use crate::output::failure::{Failure, Kind};

/// What the first line says.
const SCHEMA: &str = "chatctl.import.state/v1";

/// How every state file begins; one that a kill cut short holds a part of it.
const BEGINNING: &[u8] = br#"{"type":"begin","schema":"chatctl.import.state/"#;

/// How far a whole run came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Lines of the input.
    pub lines: u64,
    /// Windows that they made.
    pub windows: u64,
    /// Messages in them.
    pub messages: u64,
    /// The digest of all of them.
    pub sha256: String,
}

/// One line.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Note {
    Begin { schema: String, window_lines: u64 },
    App { name: String, token: String },
    Batch { window: u64, chat: String, ordinal: u64, key: String, messages: u64 },
    End(End),
}

/// The journal.
#[derive(Debug, Default)]
pub struct State {
    path: PathBuf,
    file: Option<File>,
    tokens: HashMap<String, String>,
    done: HashMap<Position, String>,
    end: Option<End>,
}

impl State {
    /// No journal: for standard input without `--state`.
    pub fn none() -> Self {
        Self::default()
    }

    /// Reads what an earlier run left, and goes on writing there.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let failed = |error: io::Error| failure(path, &error);
        let text = match std::fs::metadata(path) {
            // A device or a pipe may have no end, and keeps nothing.
            Ok(found) if !found.is_file() && !found.is_dir() => return Err(foreign(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            _ => std::fs::read(path).map_err(failed)?,
        };
        let mut state = Self { path: path.to_owned(), ..Self::default() };
        let whole = state.remember(&text)?;
        let file = OpenOptions::new().create(true).append(true).open(path).map_err(failed)?;
        // What was cut short would make the next line unreadable.
        file.set_len(whole as u64).map_err(failed)?;
        state.file = Some(file);
        if whole == 0 {
            state.write(&Note::Begin { schema: SCHEMA.to_owned(), window_lines: WINDOW_LINES })?;
        }
        Ok(state)
    }

    /// How far an earlier run came, if it came to its end.
    pub fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// The applications imported into before, by name and token.
    pub fn apps(&self) -> impl Iterator<Item = (&str, &str)> {
        self.tokens.iter().map(|(name, token)| (name.as_str(), token.as_str()))
    }

    /// Why an import cannot go on where `name` is not there any more.
    pub fn belongs_elsewhere(&self, name: &str) -> Failure {
        Failure::new(Kind::Conflict, "go on with the import")
            .because(format!("the application `{name}` that was imported into before is not in this installation"))
            .code("state_mismatch")
            .hint(format!("delete {} to import everything into this one", self.path.display()))
    }

    /// Whether this batch was accepted before. Another batch at its place is a conflict: what was imported has changed.
    pub fn has(&self, batch: &Batch) -> Result<bool, Failure> {
        match self.done.get(&batch.position) {
            None => Ok(false),
            Some(key) if *key == batch.key => Ok(true),
            Some(_) => Err(Failure::new(Kind::Conflict, "go on with the import")
                .because(format!(
                    "lines {} to {} have changed since they were imported",
                    batch.lines.first().copied().unwrap_or_default(),
                    batch.lines.last().copied().unwrap_or_default()
                ))
                .code("state_mismatch")
                .hint(format!("delete {} to import everything anew", self.path.display()))),
        }
    }

    /// Notes the token of an application; another token for the same name means another chatd.
    pub fn app(&mut self, name: &str, token: &str) -> Result<(), Failure> {
        match self.tokens.get(name) {
            Some(known) if known == token => Ok(()),
            Some(_) => Err(Failure::new(Kind::Conflict, "go on with the import")
                .because(format!("the application `{name}` is another one than the one imported into before"))
                .code("state_mismatch")
                .hint(format!("delete {} to import everything anew", self.path.display()))),
            None => {
                self.tokens.insert(name.to_owned(), token.to_owned());
                self.write(&Note::App { name: name.to_owned(), token: token.to_owned() })
            }
        }
    }

    /// Notes that a batch was accepted.
    pub fn batch(&mut self, batch: &Batch) -> Result<(), Failure> {
        self.write(&Note::Batch {
            window: batch.position.window,
            chat: batch.position.chat.clone(),
            ordinal: batch.position.ordinal,
            key: batch.key.clone(),
            messages: batch.lines.len() as u64,
        })
    }

    /// Notes that everything was accepted.
    pub fn finish(&mut self, end: End) -> Result<(), Failure> {
        if self.end.as_ref() != Some(&end) {
            self.write(&Note::End(end))?;
        }
        match &self.file {
            Some(file) => file.sync_all().map_err(|error| failure(&self.path, &error)),
            None => Ok(()),
        }
    }

    fn write(&mut self, note: &Note) -> Result<(), Failure> {
        let Some(file) = &mut self.file else { return Ok(()) };
        let written = serde_json::to_vec(note).map_err(io::Error::from).and_then(|mut line| {
            line.push(b'\n');
            // One write a line: a kill leaves whole lines, but for the last.
            file.write_all(&line)
        });
        written.map_err(|error| failure(&self.path, &error))
    }

    /// Takes in the lines; returns how many bytes are whole lines.
    fn remember(&mut self, text: &[u8]) -> Result<usize, Failure> {
        let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        if whole == 0 && !BEGINNING.starts_with(text) && !text.starts_with(BEGINNING) {
            return Err(foreign(&self.path));
        }
        let mut lines = text[..whole].split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        match lines.next().map(serde_json::from_slice) {
            None => return Ok(0),
            Some(Ok(Note::Begin { schema, window_lines })) if schema == SCHEMA && window_lines == WINDOW_LINES => {}
            Some(_) => return Err(foreign(&self.path)),
        }
        for line in lines {
            match serde_json::from_slice(line).map_err(|_| foreign(&self.path))? {
                Note::Begin { .. } => return Err(foreign(&self.path)),
                Note::App { name, token } => {
                    self.tokens.insert(name, token);
                }
                Note::Batch { window, chat, ordinal, key, .. } => {
                    self.done.insert(Position { window, chat, ordinal }, key);
                }
                Note::End(end) => self.end = Some(end),
            }
        }
        Ok(whole)
    }
}

/// `FILE.chatctl-state.json`, beside the input.
pub fn beside(input: &Path) -> PathBuf {
    let mut name = input.as_os_str().to_owned();
    name.push(".chatctl-state.json");
    name.into()
}

fn failure(path: &Path, error: &io::Error) -> Failure {
    unwritable(format!("keep the state of the import in {}", path.display()), error)
}

fn foreign(path: &Path) -> Failure {
    Failure::new(Kind::Conflict, format!("go on with the import as {} says", path.display()))
        .because("it is no state file of this version")
        .code("state_mismatch")
        .hint("delete it to import everything anew, or name another with --state")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::import::window::ChatName;

    fn batch(ordinal: u64, key: &str) -> Batch {
        Batch {
            chat: ChatName { app: "app".into(), title: "chat".into() },
            position: Position { window: 0, chat: "c".to_owned(), ordinal },
            body: bytes::Bytes::new(),
            lines: vec![1, 2],
            key: key.to_owned(),
        }
    }

    #[test]
    fn what_was_noted_is_known_to_the_next_run() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("state");
        let mut state = State::open(&path).expect("opens");
        state.app("app", "token").expect("writes");
        state.batch(&batch(0, "k0")).expect("writes");
        let end = End { lines: 2, windows: 1, messages: 2, sha256: "d".to_owned() };
        state.finish(end.clone()).expect("writes");
        let mut again = State::open(&path).expect("opens");
        assert!(again.has(&batch(0, "k0")).expect("known"));
        assert!(!again.has(&batch(1, "k1")).expect("unknown"));
        assert_eq!(again.end(), Some(&end));
        assert_eq!(again.app("app", "other").expect_err("another chatd").kind, Kind::Conflict);
        assert_eq!(again.has(&batch(0, "other")).expect_err("changed").kind, Kind::Conflict);
    }

    #[test]
    fn a_line_that_was_cut_short_is_forgotten_and_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("state");
        State::open(&path).and_then(|mut state| state.batch(&batch(0, "k0"))).expect("writes");
        let mut file = OpenOptions::new().append(true).open(&path).expect("opens");
        file.write_all(br#"{"type":"batch","window":0,"ch"#).expect("writes");
        State::open(&path).and_then(|mut state| state.batch(&batch(1, "k1"))).expect("writes");
        let state = State::open(&path).expect("opens");
        assert!(state.has(&batch(0, "k0")).expect("known") && state.has(&batch(1, "k1")).expect("known"));
    }

    #[test]
    fn a_file_that_is_no_state_file_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("state");
        for precious in ["{\"precious\": true}\n", "precious"] {
            std::fs::write(&path, precious).expect("writes");
            assert_eq!(State::open(&path).expect_err("foreign").kind, Kind::Conflict);
            assert_eq!(std::fs::read_to_string(&path).expect("reads"), precious);
        }
    }
}
