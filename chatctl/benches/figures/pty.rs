//! chatctl's screen in a pseudo-terminal: keys go in, and the moment is noted at which what they change comes out. Knows
//! nothing of what is on the screen.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStringExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use super::process::{binary, memory_of, processor_seconds};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(30);

/// Nothing more comes of what was asked for after this long.
const STILL: Duration = Duration::from_millis(200);

/// ctrl-l.
const REDRAW: &str = "\x0c";

/// What is seen of the screen at once: a wide one.
const SIZE: Winsize = Winsize { ws_row: 50, ws_col: 160, ws_xpixel: 0, ws_ypixel: 0 };

/// A chatctl with a terminal of its own.
pub struct Screen {
    child: Child,
    terminal: File,
    shown: Receiver<(Instant, Vec<u8>)>,
    /// When the last key went in; at first, when it was started.
    since: Instant,
}

impl Screen {
    /// Starts it with these words.
    pub fn start(words: &[&str]) -> Self {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
        grantpt(&ours).and_then(|()| unlockpt(&ours)).expect("its other side");
        tcsetwinsize(&ours, SIZE).expect("its size");
        let name = ptsname(&ours, Vec::new()).expect("its name").into_bytes();
        let theirs = File::options().read(true).write(true).open(std::ffi::OsString::from_vec(name)).expect("opens");
        let side = || Stdio::from(theirs.try_clone().expect("a copy"));
        let since = Instant::now();
        // A session of its own, so that the terminal of whoever measures is not asked for its size.
        let child = Command::new("setsid")
            .arg("--ctty")
            .arg(binary("chatctl"))
            .args(words)
            .envs([("TERM", "xterm-256color"), ("XDG_CONFIG_HOME", "/nonexistent")])
            .stdin(side())
            .stdout(side())
            .stderr(side())
            .spawn()
            .expect("chatctl starts");
        let (tell, shown) = channel();
        let terminal = File::from(ours);
        let mut reader = terminal.try_clone().expect("a copy");
        thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if tell.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        Self { child, terminal, shown, since }
    }

    /// Presses keys, as a terminal sends them. What came before is not an answer to them.
    pub fn press(&mut self, keys: &str) {
        while self.shown.try_recv().is_ok() {}
        self.since = Instant::now();
        self.terminal.write_all(keys.as_bytes()).expect("takes keys");
    }

    /// Waits until `text` has come out; how long after the last key that was, in milliseconds.
    pub fn until(&mut self, text: &str) -> f64 {
        let mut all = Vec::new();
        loop {
            let left = PATIENCE.saturating_sub(self.since.elapsed());
            let Ok((at, bytes)) = self.shown.recv_timeout(left) else {
                panic!("`{text}` never came: {}", String::from_utf8_lossy(&all));
            };
            all.extend(bytes);
            if all.windows(text.len()).any(|window| window == text.as_bytes()) {
                return at.duration_since(self.since).as_secs_f64() * 1_000.0;
            }
        }
    }

    /// Waits until anything comes out; how long after the last key that was, in milliseconds.
    pub fn answers(&mut self) -> f64 {
        let left = PATIENCE.saturating_sub(self.since.elapsed());
        let (at, _) = self.shown.recv_timeout(left).expect("a key is seen");
        at.duration_since(self.since).as_secs_f64() * 1_000.0
    }

    /// Waits until `text` stands on the screen, by having all of it drawn anew: what changes only is written in pieces.
    pub fn shows(&mut self, text: &str) {
        let begun = Instant::now();
        let mut all = Vec::new();
        while begun.elapsed() < PATIENCE {
            self.press(REDRAW);
            all.clear();
            while let Ok((_, bytes)) = self.shown.recv_timeout(STILL) {
                all.extend(bytes);
            }
            if all.windows(text.len()).any(|window| window == text.as_bytes()) {
                return;
            }
        }
        panic!("`{text}` is not shown: {}", String::from_utf8_lossy(&all));
    }

    /// The most memory it has had so far, in MB.
    pub fn memory(&self) -> f64 {
        memory_of(self.child.id()).0
    }

    /// The processor time that it has used so far, in seconds.
    pub fn processor_seconds(&self) -> f64 {
        processor_seconds(self.child.id())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
