//! The file of a backup: a line that says what it is, the lines of applications, after each block of them a line with its
//! SHA-256, and at the end one with that of everything before. Plain, or compressed as its name says.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::files::{unreadable, unwritable};
use crate::output::failure::{Failure, Kind};

/// The form that is written, and the newest that is read.
const VERSION: u32 = 1;

/// A block is closed after so many bytes of lines: what is damaged is known to within so much.
const BLOCK: usize = 1024 * 1024;

/// The longest line: a content of the most bytes that may be configured, each as an escape, and what stands around it.
const LONGEST_LINE: u64 = 128 * 1024 * 1024;

/// The level of zstd: its own usual one.
const ZSTD_LEVEL: i32 = 3;

/// The lines that are the file's own.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Frame {
    Backup { version: u32, program: String },
    Block { sha256: String },
    Whole(Whole),
}

/// What a whole file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    /// Applications.
    pub applications: u64,
    /// Chats, deleted ones included.
    pub chats: u64,
    /// Messages, tombstones included.
    pub messages: u64,
    /// Dead letters that are not resolved.
    #[serde(default)]
    pub dead_letters: u64,
    /// The SHA-256 of everything before this line.
    pub sha256: String,
}

impl Whole {
    fn count(&mut self, line: &[u8]) {
        self.applications += u64::from(is(line, "application"));
        self.chats += u64::from(is(line, "chat"));
        self.messages += u64::from(is(line, "message"));
        self.dead_letters += u64::from(is(line, "dead_letter"));
    }
}

/// Whether a line is of a type: chatd and this program write the type first.
pub fn is(line: &[u8], kind: &str) -> bool {
    line.strip_prefix(br#"{"type":""#)
        .and_then(|rest| rest.strip_prefix(kind.as_bytes()))
        .is_some_and(|rest| rest.starts_with(b"\""))
}

fn is_frame(line: &[u8]) -> bool {
    ["backup", "block", "whole"].iter().any(|kind| is(line, kind))
}

fn hex(hash: Sha256) -> String {
    use std::fmt::Write as _;
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A file being written, under another name until it is whole.
pub struct Writer {
    path: PathBuf,
    part: PathBuf,
    sink: Sink,
    all: Sha256,
    block: Sha256,
    /// Bytes in the block.
    held: usize,
    whole: Whole,
    finished: bool,
}

enum Sink {
    Plain(BufWriter<File>),
    Gzip(GzEncoder<BufWriter<File>>),
    Zstd(zstd::stream::write::Encoder<'static, BufWriter<File>>),
}

impl Writer {
    /// Begins the file that will be at `path`.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        let failed = |error: io::Error| failed_to_write(path, &error);
        if path.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = BufWriter::new(File::create(&part).map_err(failed)?);
        let sink = match path.extension().and_then(|extension| extension.to_str()) {
            Some("gz") => Sink::Gzip(GzEncoder::new(file, Compression::default())),
            Some("zst") => Sink::Zstd(zstd::stream::write::Encoder::new(file, ZSTD_LEVEL).map_err(failed)?),
            _ => Sink::Plain(file),
        };
        let mut writer = Self {
            path: path.to_owned(),
            part,
            sink,
            all: Sha256::new(),
            block: Sha256::new(),
            held: 0,
            whole: Whole::default(),
            finished: false,
        };
        let program = concat!("chatctl ", env!("CARGO_PKG_VERSION")).to_owned();
        writer.frame(&Frame::Backup { version: VERSION, program })?;
        Ok(writer)
    }

    /// The next line of an application, without its line break. What ends an application is not kept: the file has an
    /// end of its own.
    pub fn line(&mut self, line: &[u8]) -> Result<(), Failure> {
        if is(line, "end") {
            return Ok(());
        }
        self.whole.count(line);
        self.block.update(line);
        self.block.update(b"\n");
        self.write(line)?;
        self.held += line.len() + 1;
        if self.held >= BLOCK { self.close_block() } else { Ok(()) }
    }

    /// Ends the file and puts it in its place.
    pub fn finish(mut self) -> Result<Whole, Failure> {
        if self.held > 0 {
            self.close_block()?;
        }
        self.whole.sha256 = hex(self.all.clone());
        let whole = self.whole.clone();
        self.frame(&Frame::Whole(whole.clone()))?;
        let failed = |error: io::Error| failed_to_write(&self.path, &error);
        let flushed = match &mut self.sink {
            Sink::Plain(file) => file.flush().and_then(|()| file.get_ref().sync_all()),
            Sink::Gzip(file) => file
                .try_finish()
                .and_then(|()| file.get_mut().flush())
                .and_then(|()| file.get_ref().get_ref().sync_all()),
            Sink::Zstd(file) => file
                .do_finish()
                .and_then(|()| file.get_mut().flush())
                .and_then(|()| file.get_ref().get_ref().sync_all()),
        };
        flushed.and_then(|()| std::fs::rename(&self.part, &self.path)).map_err(failed)?;
        self.finished = true;
        Ok(whole)
    }

    fn close_block(&mut self) -> Result<(), Failure> {
        self.held = 0;
        let sha256 = hex(std::mem::take(&mut self.block));
        self.frame(&Frame::Block { sha256 })
    }

    fn frame(&mut self, frame: &Frame) -> Result<(), Failure> {
        let line = serde_json::to_vec(frame).map_err(|error| failed_to_write(&self.path, &error.into()))?;
        self.write(&line)
    }

    fn write(&mut self, line: &[u8]) -> Result<(), Failure> {
        self.all.update(line);
        self.all.update(b"\n");
        let sink: &mut dyn Write = match &mut self.sink {
            Sink::Plain(file) => file,
            Sink::Gzip(file) => file,
            Sink::Zstd(file) => file,
        };
        sink.write_all(line).and_then(|()| sink.write_all(b"\n")).map_err(|error| failed_to_write(&self.path, &error))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if !self.finished {
            // What is left of it is of no use; where it cannot be removed its name says what it is.
            let _ = std::fs::remove_file(&self.part);
        }
    }
}

fn failed_to_write(path: &Path, error: &io::Error) -> Failure {
    unwritable(format!("write {}", path.display()), error)
}

/// Reads a file through and checks all of it, handing each line of an application to `take`. A file that is damaged, cut
/// short or no backup at all fails, whatever of it was handed over before.
pub fn read(path: &Path, mut take: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<Whole, Failure> {
    let unread = |error: io::Error| unreadable(format!("read the backup {}", path.display()), &error);
    let mut input = open(path).map_err(unread)?;
    let (mut all, mut block, mut held, mut found) = (Sha256::new(), Sha256::new(), false, Whole::default());
    let (mut line, mut first) = (Vec::new(), true);
    loop {
        line.clear();
        let read = io::Read::take(&mut input, LONGEST_LINE).read_until(b'\n', &mut line).map_err(unread)?;
        if read == 0 || line.pop() != Some(b'\n') {
            return Err(damaged(path, if first { FOREIGN } else { "it is cut short" }));
        }
        if first {
            check_head(path, &line)?;
            first = false;
        } else if !is_frame(&line) {
            found.count(&line);
            block.update(&line);
            block.update(b"\n");
            held = true;
            take(&line)?;
        } else {
            match serde_json::from_slice(&line) {
                Ok(Frame::Block { sha256 }) if hex(std::mem::take(&mut block)) == sha256 => held = false,
                Ok(Frame::Whole(whole)) => {
                    found.sha256 = hex(all);
                    let rest = io::copy(&mut input, &mut io::sink()).map_err(unread)?;
                    let good = !held && found == whole && rest == 0;
                    return if good { Ok(whole) } else { Err(damaged(path, "its checksum or its counts are wrong")) };
                }
                _ => return Err(damaged(path, "a block of it has another checksum than it was written with")),
            }
        }
        all.update(&line);
        all.update(b"\n");
    }
}

const FOREIGN: &str = "it is no backup";

fn check_head(path: &Path, line: &[u8]) -> Result<(), Failure> {
    match serde_json::from_slice(line) {
        Ok(Frame::Backup { version, .. }) if version <= VERSION => Ok(()),
        Ok(Frame::Backup { version, program }) => {
            let why = format!("{program} wrote it in form {version}; this program reads up to {VERSION}");
            Err(Failure::new(Kind::Failed, doing(path)).because(why).code("backup_newer").hint("use a newer chatctl"))
        }
        _ => Err(damaged(path, FOREIGN)),
    }
}

fn doing(path: &Path) -> String {
    format!("read the backup {}", path.display())
}

fn damaged(path: &Path, why: &str) -> Failure {
    Failure::new(Kind::Failed, doing(path))
        .because(why)
        .code("backup_damaged")
        .hint("take another copy of it; nothing was restored from it by this command")
}

/// Plain, gzip or zstd, known by its first bytes.
fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let mut file = BufReader::new(File::open(path)?);
    let begins = file.fill_buf()?;
    Ok(if begins.starts_with(&[0x1f, 0x8b]) {
        Box::new(BufReader::new(MultiGzDecoder::new(file)))
    } else if begins.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        Box::new(BufReader::new(zstd::stream::read::Decoder::with_buffer(file)?))
    } else {
        Box::new(file)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(path: &Path) -> Whole {
        let mut writer = Writer::create(path).expect("begun");
        writer.line(br#"{"type":"application","token":"t"}"#).expect("written");
        let content = "x".repeat(1_000);
        for number in 0..3_000 {
            let line = format!(r#"{{"type":"message","number":{number},"content":"{content}"}}"#);
            writer.line(line.as_bytes()).expect("written");
        }
        writer.line(br#"{"type":"end","chats":0,"messages":3000}"#).expect("left out");
        writer.finish().expect("whole")
    }

    #[test]
    fn a_file_is_read_as_it_was_written_however_it_is_compressed() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["plain", "zipped.gz", "packed.zst"] {
            let path = folder.path().join(name);
            let whole = written(&path);
            assert_eq!((whole.applications, whole.messages), (1, 3_000));
            let mut lines = 0;
            let read = read(&path, |_| {
                lines += 1;
                Ok(())
            });
            assert_eq!((read.expect("whole"), lines), (whole, 3_001), "{name}");
            assert!(!folder.path().join(format!("{name}.part")).exists());
        }
    }

    #[test]
    fn every_byte_that_is_changed_or_missing_is_noticed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("backup");
        written(&path);
        let good = std::fs::read(&path).expect("read");
        let refused = |bytes: &[u8]| {
            std::fs::write(&path, bytes).expect("written");
            read(&path, |_| Ok(())).expect_err("refused").code.into_owned()
        };
        for place in (0..good.len()).step_by(good.len() / 97) {
            let mut bad = good.clone();
            bad[place] ^= 0x01;
            assert_eq!(refused(&bad), "backup_damaged", "byte {place}");
            assert_eq!(refused(&good[..place]), "backup_damaged", "cut at {place}");
        }
        assert_eq!(refused(&good[..good.len() - 1]), "backup_damaged");
        assert_eq!(refused(&[&good[..], b"more\n"].concat()), "backup_damaged");
        assert_eq!(refused(br#"{"app":"a","chat":"c","content":"no backup"}"#), "backup_damaged");
        assert_eq!(refused(b"{\"type\":\"backup\",\"version\":2,\"program\":\"chatctl 9\"}\n"), "backup_newer");
    }

    #[test]
    fn what_is_not_finished_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        drop(Writer::create(&folder.path().join("backup.zst")).expect("begun"));
        assert_eq!(std::fs::read_dir(folder.path()).expect("read").count(), 0);
    }
}
