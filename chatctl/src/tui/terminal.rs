//! The terminal while it is ours: raw, on its other screen, without a cursor. Whatever ends the program gives it back as
//! it was: leaving, a failure, a panic, a signal, a suspension.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicU8, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::process::{Signal, getpgid, getpgrp, getpid, getppid, getsid, kill_process};

use super::draw;
use super::state::State;

/// What has been taken of the terminal: for whoever has to give it back without knowing more, such as a panic.
static TAKEN: AtomicU8 = AtomicU8::new(NOTHING);
const NOTHING: u8 = 0;
const KEYS: u8 = 1;
const SCREEN: u8 = 2;

/// How the terminal is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// As a screen of cells.
    Screen,
    /// Keys only: what is said comes line by line.
    Lines,
}

/// The terminal; given back when dropped.
pub struct Guard {
    how: Use,
    screen: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Guard {
    /// Takes the terminal.
    pub fn take(how: Use, mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        let mut guard = Self { how, screen: blank()? };
        guard.enter(mouse)?;
        Ok(guard)
    }

    fn enter(&mut self, mouse: bool) -> io::Result<()> {
        TAKEN.store(if self.how == Use::Screen { SCREEN } else { KEYS }, Ordering::SeqCst);
        enable_raw_mode()?;
        if self.how == Use::Screen {
            execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
            self.mouse(mouse)?;
            self.clear()?;
        }
        Ok(())
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub fn mouse(&mut self, ours: bool) -> io::Result<()> {
        match (self.how, ours) {
            (Use::Lines, _) => Ok(()),
            (Use::Screen, true) => execute!(io::stdout(), EnableMouseCapture),
            (Use::Screen, false) => execute!(io::stdout(), DisableMouseCapture),
        }
    }

    /// Draws the state.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        self.screen.draw(|frame| draw::draw(state, frame)).map(|_| ())
    }

    /// Forgets what is on the screen, so that everything is drawn anew. Not by `Terminal::clear`: that one asks the
    /// terminal where its cursor is, and the answer would go to whoever reads the keys.
    pub fn clear(&mut self) -> io::Result<()> {
        execute!(io::stdout(), Clear(ClearType::All))?;
        self.screen = blank()?;
        Ok(())
    }

    /// Says lines, in the order in which they are given.
    pub fn say(lines: &[String]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for line in lines {
            write!(out, "{line}\r\n")?;
        }
        out.flush()
    }

    /// Puts text on the terminal's clipboard, by the sequence that goes through ssh too.
    pub fn copy(text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the terminal back, stops until the shell calls, and takes it again. False where no shell could call.
    pub fn suspend(&mut self, mouse: bool) -> io::Result<bool> {
        if !has_a_shell() {
            return Ok(false);
        }
        give_back();
        // Not SIGTSTP: that one is listened to, and would come round again.
        kill_process(getpid(), Signal::STOP)?;
        self.enter(mouse)?;
        Ok(true)
    }
}

fn blank() -> io::Result<Terminal<CrosstermBackend<BufWriter<Stdout>>>> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(64 * 1024, io::stdout())))
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether somebody with job control has started us: who stops without one is never called again.
fn has_a_shell() -> bool {
    let Some(parent) = getppid() else { return false };
    let same_session = getsid(Some(parent)).ok() == getsid(None).ok();
    same_session && getpgid(Some(parent)).is_ok_and(|group| group != getpgrp())
}

/// Gives back what has been taken. Says nothing of what fails: there is nowhere to say it.
fn give_back() {
    let taken = TAKEN.swap(NOTHING, Ordering::SeqCst);
    if taken == SCREEN {
        let _ = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, cursor::Show, LeaveAlternateScreen);
    }
    if taken != NOTHING {
        let _ = disable_raw_mode();
    }
}

/// The words of a panic are read on the terminal as it was before.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
    });
}
