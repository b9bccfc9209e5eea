//! Where secrets of a context are: written out, in the environment, in a file, or what a command prints. Never shown, and
//! never on a command line.

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::output::colour::Env;
use crate::output::failure::{Failure, Kind};

/// How long a command may take; one that asks on a terminal gets no answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most bytes of a secret: more is a mistake.
const MOST: u64 = 64 * 1024;

/// The value that `text` stands for: `env:NAME`, `file:PATH` (from `folder` on), `cmd:COMMAND`, or itself.
pub fn read(what: &str, text: &str, env: Env<'_>, folder: &Path) -> Result<String, Failure> {
    let value = if let Some(name) = text.strip_prefix("env:") {
        env(name).ok_or_else(|| format!("the variable {name} is not set"))
    } else if let Some(path) = text.strip_prefix("file:") {
        let path = folder.join(path);
        std::fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
    } else if let Some(command) = text.strip_prefix("cmd:") {
        printed_by(command)
    } else {
        Ok(text.to_owned())
    };
    let value = value.and_then(|value| match value.trim() {
        "" => Err("there is nothing in it".to_owned()),
        value => Ok(value.to_owned()),
    });
    value.map_err(|why| {
        Failure::new(Kind::Auth, format!("take {what} of the context"))
            .because(why)
            .hint("a context takes it from env:NAME, file:PATH or cmd:COMMAND")
    })
}

/// The reason never quotes what the command printed: it may be a part of the secret.
fn printed_by(command: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("its command cannot be run: {error}");
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = shell.spawn().map_err(failed)?;
    let out = child.stdout.take();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        let read = out.map_or(Ok(0), |out| out.take(MOST).read_to_string(&mut text));
        // Nobody listens any more where it took too long.
        let _ = tell.send(read.map(|_| text));
    });
    let Ok(read) = told.recv_timeout(PATIENCE) else {
        // It may have ended just now.
        let _ = child.kill();
        let _ = child.wait();
        return Err(format!("its command did not end within {} s", PATIENCE.as_secs()));
    };
    let status = child.wait().map_err(failed)?;
    if status.success() { read.map_err(failed) } else { Err(format!("its command failed ({status})")) }
}

/// Whether a URL tells a password.
#[must_use]
pub fn tells_password(url: &str) -> bool {
    url.split(',').any(|one| {
        let authority = one.split_once("://").map_or(one, |(_, rest)| rest).split('/').next().unwrap_or_default();
        let user = authority.rsplit_once('@').map(|(user, _)| user);
        user.and_then(|user| user.split_once(':')).is_some_and(|(_, password)| !password.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Result<String, Kind> {
        let env = |name: &str| (name == "KEY").then(|| "from the environment".to_owned());
        read("the key", text, &env, Path::new("/nonexistent")).map_err(|failure| failure.kind)
    }

    #[test]
    fn a_secret_is_written_out_or_taken_from_elsewhere() {
        assert_eq!(value("plain").as_deref(), Ok("plain"));
        assert_eq!(value("env:KEY").as_deref(), Ok("from the environment"));
        assert_eq!(value("cmd:echo from a command").as_deref(), Ok("from a command"));
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("key"), "from a file\n").expect("written");
        assert_eq!(read("it", "file:key", &|_| None, folder.path()).expect("read"), "from a file");
    }

    #[test]
    fn a_secret_that_cannot_be_had_is_a_matter_of_credentials() {
        for text in ["env:NOT_SET", "file:missing", "cmd:exit 3", "cmd:true", ""] {
            assert_eq!(value(text), Err(Kind::Auth), "{text}");
        }
    }

    #[test]
    fn a_password_is_seen_in_any_of_several_addresses() {
        for url in ["mysql://u:p@h/d", "redis://:p@h", "http://a,http://u:p@b:9200"] {
            assert!(tells_password(url), "{url}");
        }
        for url in ["mysql://u@h:3306/d", "redis://h:6379", "http://a:1,http://b:2", "sqlite:", "none"] {
            assert!(!tells_password(url), "{url}");
        }
    }
}
