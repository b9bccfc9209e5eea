//! Reads the input: plain or gzip (known by its first bytes), a file or standard input. Runs on a thread of its own and
//! hands windows of batches over; names every line that cannot be imported, and keeps it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chat_shared::domain::Limits;
use clap::ValueEnum;
use flate2::bufread::MultiGzDecoder;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use super::line::{BadLine, parse};
use super::state::End;
use super::window::{Batch, Window, hex};
use crate::files;
use crate::output::failure::{Failure, Kind};

/// A line longer than this is no chat message; it ends the import instead of the memory.
const LINE_BYTES: u64 = 64 * 1024 * 1024;

/// How much is read at a time.
const BUFFER_BYTES: usize = 256 * 1024;

/// What to do about a line that cannot be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum OnError {
    /// End before the window of lines that holds it.
    #[default]
    Stop,
    /// Put it into the rejects file and go on.
    Skip,
}

/// What to read and how.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file; `None` for standard input.
    pub path: Option<PathBuf>,
    /// What to do about bad lines.
    pub on_error: OnError,
    /// Where bad lines go; nowhere in a rehearsal.
    pub rejects: Option<PathBuf>,
    /// What a line may hold.
    pub limits: Limits,
    /// How far an earlier run came, whole.
    pub imported: Option<End>,
    /// Whether bad lines are named on standard error.
    pub quiet: bool,
}

/// A part of the input.
#[derive(Debug)]
pub enum Part {
    /// The batches of a window.
    Window {
        /// In their order.
        batches: Vec<Batch>,
        /// How much of the file was read by then, compressed as it is.
        bytes: u64,
    },
    /// All was read.
    End(End),
    /// Reading failed, or a line ended it.
    Failed(Failure),
}

/// What was found on the way.
#[derive(Debug, Default)]
pub struct Found {
    /// Lines read.
    pub lines: AtomicU64,
    /// Lines that cannot be imported.
    pub rejected: AtomicU64,
}

/// The size of the file in bytes, where it is one.
pub fn size(path: Option<&Path>) -> Option<u64> {
    let metadata = std::fs::metadata(path?).ok()?;
    metadata.is_file().then_some(metadata.len())
}

/// Refuses a file that cannot be read at all, before anything is made for its sake.
pub fn must_be_readable(path: &Path) -> Result<(), Failure> {
    let readable = std::fs::metadata(path).and_then(|found| {
        if found.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        // A pipe that is opened twice has lost its writer.
        if found.is_file() { File::open(path).map(drop) } else { Ok(()) }
    });
    readable.map_err(|error| files::unreadable(format!("read {}", path.display()), &error))
}

/// Reads everything and hands it over; ends early when nobody takes it any more.
pub fn read(source: &Source, found: &Found, parts: &mpsc::Sender<Part>) {
    let last = match Reader::open(source).and_then(|mut reader| reader.run(source, found, parts)) {
        Ok(Some(end)) => Part::End(end),
        Ok(None) => return,
        Err(failure) => Part::Failed(failure),
    };
    // Where nobody takes it any more, nobody needs to know.
    let _ = parts.blocking_send(last);
}

struct Reader {
    lines: Box<dyn BufRead>,
    position: Arc<AtomicU64>,
    rejects: Option<BufWriter<File>>,
    digest: Sha256,
}

impl Reader {
    fn open(source: &Source) -> Result<Self, Failure> {
        let raw: Box<dyn Read> = match &source.path {
            Some(path) => Box::new(File::open(path).map_err(|error| unreadable(source, &error))?),
            None => Box::new(io::stdin().lock()),
        };
        let position = Arc::new(AtomicU64::new(0));
        let counted = Counted { inner: raw, position: Arc::clone(&position) };
        let mut buffered = BufReader::with_capacity(BUFFER_BYTES, counted);
        let head = buffered.fill_buf().map_err(|error| unreadable(source, &error))?;
        let lines: Box<dyn BufRead> = if head.starts_with(&[0x1f, 0x8b]) {
            Box::new(BufReader::with_capacity(BUFFER_BYTES, MultiGzDecoder::new(buffered)))
        } else {
            Box::new(buffered)
        };
        Ok(Self { lines, position, rejects: None, digest: Sha256::new() })
    }

    /// `None` when nobody takes the parts any more.
    fn run(&mut self, source: &Source, found: &Found, parts: &mpsc::Sender<Part>) -> Result<Option<End>, Failure> {
        let mut text = Vec::new();
        let first_window = source.imported.as_ref().map_or(0, |end| end.windows);
        let mut number = self.skip_imported(source, &mut text)?;
        found.lines.store(number, Ordering::Relaxed);
        let mut window = Window::numbered(first_window);
        let mut windows = first_window;
        let mut open = false;
        loop {
            if !self.next_line(source, &mut text, number + 1)? {
                break;
            }
            number += 1;
            found.lines.fetch_add(1, Ordering::Relaxed);
            open = true;
            self.take(source, found, &mut window, number, &text)?;
            if window.count(text.len()) {
                if !self.hand_over(&mut window, parts) {
                    return Ok(None);
                }
                (windows, open) = (windows + 1, false);
            }
        }
        if open {
            if !self.hand_over(&mut window, parts) {
                return Ok(None);
            }
            windows += 1;
        }
        self.close_rejects(source)?;
        // How many messages they were, the sender knows.
        Ok(Some(End { lines: number, windows, messages: 0, sha256: hex(&self.digest.clone().finalize()) }))
    }

    fn hand_over(&self, window: &mut Window, parts: &mpsc::Sender<Part>) -> bool {
        let bytes = self.position.load(Ordering::Relaxed);
        parts.blocking_send(Part::Window { batches: window.close(), bytes }).is_ok()
    }

    /// Passes over what an earlier run has imported, if it is still the same.
    fn skip_imported(&mut self, source: &Source, text: &mut Vec<u8>) -> Result<u64, Failure> {
        let Some(end) = &source.imported else { return Ok(0) };
        for number in 1..=end.lines {
            if !self.next_line(source, text, number)? {
                return Err(changed(source, "it is shorter than what was imported from it"));
            }
        }
        if hex(&self.digest.clone().finalize()) != end.sha256 {
            return Err(changed(source, "it has changed in what was imported from it"));
        }
        Ok(end.lines)
    }

    /// The next line into `text`, without its line break; false at the end.
    fn next_line(&mut self, source: &Source, text: &mut Vec<u8>, number: u64) -> Result<bool, Failure> {
        text.clear();
        let read = (&mut self.lines).take(LINE_BYTES).read_until(b'\n', text);
        let read = read.map_err(|error| unreadable(source, &error))?;
        if read as u64 >= LINE_BYTES {
            return Err(bad_line(source, number, &"is longer than 64 MiB"));
        }
        if text.last() == Some(&b'\n') {
            text.pop();
        }
        if read > 0 {
            // A last line without its line break is the same line once another follows it.
            self.digest.update(&text);
            self.digest.update(b"\n");
        }
        Ok(read > 0)
    }

    fn take(
        &mut self,
        source: &Source,
        found: &Found,
        window: &mut Window,
        number: u64,
        text: &[u8],
    ) -> Result<(), Failure> {
        if text.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        match parse(text, &source.limits) {
            Ok(line) => window.add(number, &line).map_err(|error| bad_line(source, number, &error)),
            Err(why) => self.reject(source, found, number, text, &why),
        }
    }

    fn reject(
        &mut self,
        source: &Source,
        found: &Found,
        number: u64,
        text: &[u8],
        why: &BadLine,
    ) -> Result<(), Failure> {
        if source.on_error == OnError::Stop {
            return Err(bad_line(source, number, why));
        }
        found.rejected.fetch_add(1, Ordering::Relaxed);
        if !source.quiet {
            // Where standard error is closed, the rejects file still holds the line.
            let _ = writeln!(io::stderr(), "line {number}: {}", crate::output::escape::visible(&why.to_string()));
        }
        self.keep(source, text).map_err(|error| unwritten(source, &error))
    }

    /// Puts a bad line into the rejects file, which is made for the first one.
    fn keep(&mut self, source: &Source, text: &[u8]) -> io::Result<()> {
        let Some(path) = &source.rejects else { return Ok(()) };
        let rejects = match &mut self.rejects {
            Some(rejects) => rejects,
            none => none.insert(BufWriter::new(File::create(path)?)),
        };
        rejects.write_all(text)?;
        rejects.write_all(b"\n")
    }

    fn close_rejects(&mut self, source: &Source) -> Result<(), Failure> {
        let Some(mut rejects) = self.rejects.take() else { return Ok(()) };
        let closed = rejects.flush().and_then(|()| rejects.get_ref().sync_all());
        closed.map_err(|error| unwritten(source, &error))
    }
}

/// Counts the bytes that pass.
struct Counted<R> {
    inner: R,
    position: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.position.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

fn name(source: &Source) -> String {
    source.path.as_ref().map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
}

fn unreadable(source: &Source, error: &io::Error) -> Failure {
    files::unreadable(format!("read {}", name(source)), error)
}

fn unwritten(source: &Source, error: &io::Error) -> Failure {
    let path = source.rejects.as_deref().unwrap_or(Path::new("-"));
    files::unwritable(format!("write the rejects file {}", path.display()), error)
}

fn changed(source: &Source, why: &str) -> Failure {
    Failure::new(Kind::Conflict, format!("go on with {}", name(source)))
        .because(why)
        .code("state_mismatch")
        .hint("delete the state file to import everything anew")
}

fn bad_line(source: &Source, number: u64, why: &dyn std::fmt::Display) -> Failure {
    Failure::new(Kind::Failed, format!("import line {number} of {}", name(source)))
        .because(why)
        .code("bad_line")
        .hint("mend it and run the same command again, or leave such lines out: --on-error skip")
}
