//! The way to standard error: the lines of requests gather for a moment and are written together, since a system call a
//! request costs more than its line; any other line is written at once, behind what gathered before it.
//!
//! Bounded: where nobody reads standard error, the lines of requests are counted and dropped, and requests go on.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tracing::Metadata;
use tracing_subscriber::fmt::MakeWriter;

use super::ACCESS;

/// How long a line waits for others; what a hard kill may cost of the log.
const GATHER: Duration = Duration::from_millis(50);

/// The most bytes that wait.
const MOST: usize = 1 << 20;

/// Lines on their way to `W`.
pub struct Buffer<W>(Arc<Shared<W>>);

struct Shared<W> {
    waiting: Mutex<Waiting>,
    some: Condvar,
    /// Locked after `waiting` was let go: who fills the buffer never waits for who writes it.
    sink: Mutex<W>,
}

#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    dropped: u64,
}

impl<W> Clone for Buffer<W> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<W: Write + Send + 'static> Buffer<W> {
    /// Begins to write to `sink`, on a thread that lives as long as the process.
    ///
    /// # Errors
    ///
    /// Where the system gives no thread.
    pub fn start(sink: W) -> io::Result<Self> {
        let shared = Shared { waiting: Mutex::default(), some: Condvar::new(), sink: Mutex::new(sink) };
        let buffer = Self(Arc::new(shared));
        let writer = buffer.clone();
        thread::Builder::new().name("log".to_owned()).spawn(move || writer.run())?;
        Ok(buffer)
    }

    /// Writes what waits.
    pub fn flush(&self) {
        let mut sink = lock(&self.0.sink);
        let Waiting { mut bytes, dropped } = std::mem::take(&mut *lock(&self.0.waiting));
        if dropped > 0 {
            // Writing to memory cannot fail.
            let _ = writeln!(bytes, r#"{{"level":"WARN","target":"chatd","message":"{dropped} lines were dropped"}}"#);
        }
        // A closed standard error ends the log, not the process.
        let _ = sink.write_all(&bytes).and_then(|()| sink.flush());
        bytes.clear();
        let mut waiting = lock(&self.0.waiting);
        if waiting.bytes.is_empty() {
            waiting.bytes = bytes;
        }
    }

    fn run(&self) {
        loop {
            let waiting = lock(&self.0.waiting);
            drop(self.0.some.wait_while(waiting, |waiting| waiting.bytes.is_empty()));
            thread::sleep(GATHER);
            self.flush();
        }
    }

    fn push(&self, line: &[u8]) {
        let mut waiting = lock(&self.0.waiting);
        if waiting.bytes.len() + line.len() > MOST {
            waiting.dropped += 1;
            return;
        }
        let first = waiting.bytes.is_empty();
        waiting.bytes.extend_from_slice(line);
        drop(waiting);
        if first {
            self.0.some.notify_one();
        }
    }
}

/// A line on its way.
pub struct Line<'a, W> {
    buffer: &'a Buffer<W>,
    urgent: bool,
}

impl<W: Write + Send + 'static> Write for Line<'_, W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.buffer.push(line);
        if self.urgent {
            self.buffer.flush();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a, W: Write + Send + 'static> MakeWriter<'a> for Buffer<W> {
    type Writer = Line<'a, W>;

    fn make_writer(&'a self) -> Self::Writer {
        Line { buffer: self, urgent: true }
    }

    fn make_writer_for(&'a self, about: &Metadata<'_>) -> Self::Writer {
        Line { buffer: self, urgent: about.target() != ACCESS }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was written so far.
    #[derive(Clone, Default)]
    struct Sink(Arc<Mutex<Vec<u8>>>);

    impl Sink {
        fn text(&self) -> String {
            String::from_utf8(lock(&self.0).clone()).expect("text")
        }
    }

    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            lock(&self.0).write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_that_waited_is_written_without_being_asked_for() {
        let sink = Sink::default();
        let buffer = Buffer::start(sink.clone()).expect("a thread");
        buffer.push(b"a request\n");
        while sink.text() != "a request\n" {
            thread::yield_now();
        }
    }

    #[test]
    fn an_urgent_line_is_there_at_once_and_behind_what_waited() {
        let sink = Sink::default();
        let buffer = Buffer::start(sink.clone()).expect("a thread");
        buffer.push(b"a request\n");
        buffer.make_writer().write_all(b"an error\n").expect("written");
        assert_eq!(sink.text(), "a request\nan error\n");
    }

    #[test]
    fn what_nobody_reads_is_dropped_and_counted() {
        let sink = Sink::default();
        let buffer = Buffer::start(sink.clone()).expect("a thread");
        let stuck = lock(&buffer.0.sink);
        for _ in 0..3 {
            buffer.push(&vec![b'x'; MOST / 2]);
        }
        drop(stuck);
        buffer.flush();
        let text = sink.text();
        assert_eq!((text.len() / MOST, text.contains("1 lines were dropped")), (1, true));
    }
}
