//! A real terminal: a tmux server with a socket and a size of its own, in which a shell runs. Knows nothing of chatctl.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How long a text may take to appear, on a machine that is busy with other tests.
const IN_TIME: Duration = Duration::from_secs(30);

/// How soon to look again.
const AGAIN: Duration = Duration::from_millis(30);

/// An installed program. `None` where `CHATD_TEST=embedded` says that nothing is to be installed; a test without the
/// program fails otherwise.
pub fn installed(program: &str) -> Option<PathBuf> {
    if std::env::var_os("CHATD_TEST").is_some_and(|asked| asked == "embedded") {
        return None;
    }
    let variable = format!("CHATD_TEST_{}", program.to_uppercase());
    let named = std::env::var_os(&variable).map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let searched = std::env::split_paths(&path).map(|folder| folder.join(program));
    let found = named.into_iter().chain(searched).find(|file| file.is_file());
    Some(found.unwrap_or_else(|| {
        panic!("run `tests/services/services up {program}`, name it in {variable}, or set CHATD_TEST=embedded")
    }))
}

/// A shell in a terminal.
pub struct Tmux {
    program: PathBuf,
    socket: String,
}

impl Tmux {
    /// A shell with nothing of the tester's environment but `env`; `None` where tests are to do without tmux.
    pub fn start(width: u16, height: u16, env: &[(&str, &str)]) -> Option<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let count = STARTED.fetch_add(1, Ordering::Relaxed);
        let tmux = Self { program: installed("tmux")?, socket: format!("chatctl-{}-{count}", std::process::id()) };
        let mut shell =
            "exec env -i HOME=/nonexistent PATH=/usr/bin:/bin LANG=C.UTF-8 TERM=\"$TERM\" PS1='$ '".to_owned();
        for (name, value) in env {
            shell.extend([" ", name, "='", value, "'"]);
        }
        shell.push_str(" bash --norc --noprofile");
        let (width, height) = (width.to_string(), height.to_string());
        let options = ["set", "-g", "set-clipboard", "on", ";"];
        let session = ["new-session", "-d", "-s", "t", "-x", &width, "-y", &height, &shell];
        tmux.call(&[&["-f", "/dev/null", "start-server", ";"][..], &options, &session].concat());
        // What ends a line is not told.
        tmux.wait_for("$");
        Some(tmux)
    }

    /// Runs a command of tmux; what it says.
    pub fn call(&self, args: &[&str]) -> String {
        let output = Command::new(&self.program)
            .env("LC_ALL", "C.UTF-8")
            .args(["-u", "-L", &self.socket])
            .args(args)
            .output()
            .unwrap_or_else(|error| panic!("tmux: {error}"));
        assert!(output.status.success(), "tmux {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Presses keys by their names: `Enter`, `Escape`, `C-z`.
    pub fn press(&self, keys: &[&str]) {
        self.call(&[&["send-keys", "-t", "t"][..], keys].concat());
    }

    /// Types text as it is.
    pub fn type_in(&self, text: &str) {
        self.call(&["send-keys", "-t", "t", "-l", text]);
    }

    /// What the terminal shows.
    pub fn shown(&self) -> String {
        self.call(&["capture-pane", "-p", "-t", "t"])
    }

    /// Waits until the terminal shows a text; what it shows then.
    pub fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |shown| shown.contains(text))
    }

    /// Waits until the terminal shows all these texts: a heading that only the new screen has, and what is beneath it, which
    /// a preview may have shown before or which may still be loading.
    pub fn wait_for_all(&self, texts: &[&str]) -> String {
        self.wait_until(&texts.join(", "), |shown| texts.iter().all(|text| shown.contains(text)))
    }

    /// Waits until what the terminal shows fits.
    pub fn wait_until(&self, what: &str, fits: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + IN_TIME;
        loop {
            let shown = self.shown();
            if fits(&shown) {
                return shown;
            }
            assert!(Instant::now() < deadline, "not in time: {what}\n{shown}");
            std::thread::park_timeout(AGAIN);
        }
    }

    /// What tmux says of the pane in this format.
    pub fn says(&self, format: &str) -> String {
        self.call(&["display-message", "-p", "-t", "t", format]).trim().to_owned()
    }

    /// Gives the terminal another size.
    pub fn resize(&self, width: u16, height: u16) {
        self.call(&["resize-window", "-t", "t", "-x", &width.to_string(), "-y", &height.to_string()]);
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = Command::new(&self.program).args(["-L", &self.socket, "kill-server"]).output();
    }
}
