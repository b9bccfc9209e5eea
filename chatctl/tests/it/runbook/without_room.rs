//! A chatd as a process of its own whose files may not grow: writing fails as on a full disk, until room is made.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process, prlimit};

use crate::support::until;

/// What a new installation has in its files is less, some dozens of long messages are more. In the blocks of the shell.
const BLOCKS: u32 = 1_200;

/// One that runs. Killed when dropped.
pub struct WithoutRoom(Child);

impl WithoutRoom {
    /// Starts one on a data folder, and waits until it listens.
    pub fn start(data: &Path) -> Self {
        // Without the trap the signal would end the process before it learns of the error. The bound can be raised again.
        let script = format!("trap '' XFSZ; ulimit -S -f {BLOCKS}; exec \"$0\"");
        let child = Command::new("sh")
            .args(["-c", &script])
            .arg(chatd())
            .env("CHATD_DATA", data)
            .env("CHATD_LISTEN", "127.0.0.1:0")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chatd starts");
        until("chatd listens", || {
            let whereabouts = std::fs::read(data.join("chatd.json")).ok()?;
            let said: serde_json::Value = serde_json::from_slice(&whereabouts).ok()?;
            (said["pid"] == child.id()).then_some(())
        });
        Self(child)
    }

    /// Makes room: its files may grow again.
    pub fn make_room(&self) {
        let unbounded = Rlimit { current: None, maximum: None };
        prlimit(Some(Pid::from_child(&self.0)), Resource::Fsize, unbounded).expect("its bound is raised");
    }
}

impl Drop for WithoutRoom {
    fn drop(&mut self) {
        // It may have ended.
        let _ = kill_process(Pid::from_child(&self.0), Signal::TERM);
        let _ = self.0.wait();
    }
}

/// The program, which is built beside chatctl.
fn chatd() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_chatctl")).with_file_name("chatd")
}
