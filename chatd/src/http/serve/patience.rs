//! A stream that loses patience: with a client that does not finish a request's head, that sits idle, or that does not
//! take its answer. Knows bytes and phases, no HTTP. Costs no timer while requests come in time.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// A client that takes so much within [`Patience::write`] takes its answer; less is a trickle.
const TAKEN: usize = 64 * 1024;

/// How long a client may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// To send the head of a request, once it began.
    pub head: Duration,
    /// To begin the next request.
    pub idle: Duration,
    /// To take 64 KiB of an answer, or what is left of it.
    pub write: Duration,
}

/// What the connection is at: even while it waits for a request, odd while one is answered. Grows with each change.
///
/// How long a request may be answered is for the router to bound.
#[derive(Debug, Default)]
pub(super) struct Phases(AtomicU32);

impl Phases {
    /// A request's head is complete.
    pub(super) fn request_came(&self) {
        self.0.fetch_or(1, Ordering::Relaxed);
    }

    /// The answer is at its end: nothing more of it is being made.
    pub(super) fn answer_went(&self) {
        // The increment of an odd number is the next even one: another wait than the one before.
        if !self.now().is_multiple_of(2) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn now(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A stream under [`Patience`].
pub(super) struct Patient<S> {
    stream: S,
    patience: Patience,
    phases: Arc<Phases>,
    /// The phase that `waiting_since` belongs to.
    phase: u32,
    waiting_since: Option<Instant>,
    /// Since when a head is coming in.
    head_since: Option<Instant>,
    /// Since when the client does not take enough, and how much it took.
    stalled: Option<(Instant, usize)>,
    read_timer: Timer,
    write_timer: Timer,
}

impl<S> Patient<S> {
    pub(super) fn new(stream: S, phases: Arc<Phases>, patience: Patience) -> Self {
        Self {
            stream,
            patience,
            phase: phases.now(),
            phases,
            waiting_since: None,
            head_since: None,
            stalled: None,
            read_timer: Timer::default(),
            write_timer: Timer::default(),
        }
    }

    /// Whether a request is waited for. Another one than before begins a new wait.
    fn waits(&mut self) -> bool {
        let phase = self.phases.now();
        if phase != self.phase {
            (self.phase, self.waiting_since, self.head_since) = (phase, None, None);
        }
        phase.is_multiple_of(2)
    }

    /// Bytes came in.
    fn received(&mut self) {
        if self.waits() && self.head_since.is_none() {
            self.head_since = Some(Instant::now());
        }
    }

    /// Nothing came in: pending, or out of patience.
    fn not_received(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // Who is slow at taking the answer before is a matter of the other patience.
        if !self.waits() || self.stalled.is_some() {
            return Poll::Pending;
        }
        let deadline = match self.head_since {
            Some(since) => since + self.patience.head,
            None => *self.waiting_since.get_or_insert_with(Instant::now) + self.patience.idle,
        };
        ready!(self.read_timer.poll(cx, deadline));
        Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the client sent no request in time")))
    }

    /// The answer is written. hyper has tried to read while it was made, and tries again only once it is woken: by the next
    /// request, or by the end of patience.
    fn begin_waiting(&mut self, cx: &mut Context<'_>) {
        if self.waits() && self.waiting_since.is_none() && self.head_since.is_none() {
            // It has just begun; reading tells how it ends.
            let _ = self.not_received(cx);
        }
    }

    /// The client took `bytes`: it is not idle.
    fn taken(&mut self, bytes: usize) {
        self.waiting_since = None;
        if let Some((_, taken)) = &mut self.stalled {
            *taken += bytes;
            if *taken >= TAKEN {
                self.stalled = None;
            }
        }
    }

    /// The client takes nothing now: pending, or out of patience.
    fn not_taken<T>(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        let (since, _) = *self.stalled.get_or_insert_with(|| (Instant::now(), 0));
        ready!(self.write_timer.poll(cx, since + self.patience.write));
        Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the client did not take its answer in time")))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match Pin::new(&mut self.stream).poll_read(cx, buffer) {
            Poll::Ready(result) => {
                self.received();
                Poll::Ready(result)
            }
            Poll::Pending => self.not_received(cx),
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write(cx, bytes) {
            Poll::Ready(result) => {
                self.taken(*result.as_ref().unwrap_or(&0));
                Poll::Ready(result)
            }
            Poll::Pending => self.not_taken(cx),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write_vectored(cx, pieces) {
            Poll::Ready(result) => {
                self.taken(*result.as_ref().unwrap_or(&0));
                Poll::Ready(result)
            }
            Poll::Pending => self.not_taken(cx),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // hyper flushes when everything is written.
        self.stalled = None;
        self.begin_waiting(cx);
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// A timer that is set again only when it went off too early: a deadline that moves away costs nothing.
#[derive(Default)]
struct Timer(Option<Pin<Box<Sleep>>>);

impl Timer {
    /// Ready at `deadline`.
    fn poll(&mut self, cx: &mut Context<'_>, deadline: Instant) -> Poll<()> {
        let timer = self.0.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if timer.deadline() > deadline {
            timer.as_mut().reset(deadline);
        }
        loop {
            ready!(timer.as_mut().poll(cx));
            if Instant::now() >= deadline {
                return Poll::Ready(());
            }
            timer.as_mut().reset(deadline);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex};

    use super::*;

    const PATIENCE: Patience =
        Patience { head: Duration::from_secs(10), idle: Duration::from_mins(1), write: Duration::from_secs(30) };

    /// A patient side, its phases, and the client's side.
    fn pair(buffer: usize) -> (Patient<DuplexStream>, Arc<Phases>, DuplexStream) {
        let (server, client) = duplex(buffer);
        let phases = Arc::new(Phases::default());
        (Patient::new(server, phases.clone(), PATIENCE), phases, client)
    }

    /// Reads until patience ends, and returns how many seconds that took.
    async fn seconds_until_cut(server: &mut Patient<DuplexStream>) -> u64 {
        let begun = Instant::now();
        let mut bytes = [0; 64];
        let error = loop {
            match server.read(&mut bytes).await {
                Ok(0) => panic!("the client went away"),
                Ok(_) => {}
                Err(error) => break error,
            }
        };
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        begun.elapsed().as_secs()
    }

    #[tokio::test(start_paused = true)]
    async fn an_idle_client_is_cut_off_after_the_idle_time() {
        let (mut server, _, _client) = pair(64);
        assert_eq!(seconds_until_cut(&mut server).await, 60);
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_that_trickles_is_cut_off_after_the_time_of_a_head() {
        let (mut server, _, mut client) = pair(64);
        let trickle = tokio::spawn(async move {
            while client.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        });
        assert_eq!(seconds_until_cut(&mut server).await, 10);
        trickle.abort();
    }

    #[tokio::test(start_paused = true)]
    async fn every_request_begins_a_new_wait() {
        let (mut server, phases, mut client) = pair(64);
        for _ in 0..3 {
            let wait = tokio::time::timeout(Duration::from_secs(50), server.read_u8()).await;
            assert!(wait.is_err(), "nothing came, and patience holds");
            client.write_all(b"x").await.expect("sent");
            server.read_u8().await.expect("came");
            phases.request_came();
            phases.answer_went();
        }
        assert_eq!(seconds_until_cut(&mut server).await, 60);
    }

    #[tokio::test(start_paused = true)]
    async fn while_a_request_is_answered_nothing_is_waited_for() {
        let (mut server, phases, _client) = pair(64);
        phases.request_came();
        assert!(tokio::time::timeout(Duration::from_hours(1), server.read_u8()).await.is_err());
        phases.answer_went();
        assert_eq!(seconds_until_cut(&mut server).await, 60);
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_is_not_taken_or_taken_in_a_trickle_is_cut_off() {
        for takes in [0, 1] {
            let (mut server, _, mut client) = pair(64);
            let reader = tokio::spawn(async move {
                loop {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    let mut bytes = vec![0; takes];
                    client.read_exact(&mut bytes).await.expect("something to take");
                }
            });
            let begun = Instant::now();
            let error = server.write_all(&vec![0; TAKEN]).await.expect_err("too slow");
            assert_eq!((error.kind(), begun.elapsed().as_secs()), (io::ErrorKind::TimedOut, 30));
            reader.abort();
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_still_takes_an_answer_is_not_idle() {
        let (mut server, phases, mut client) = pair(TAKEN);
        phases.request_came();
        phases.answer_went();
        let reader = tokio::spawn(async move {
            let mut bytes = vec![0; TAKEN];
            while client.read_exact(&mut bytes).await.is_ok() {
                tokio::time::sleep(Duration::from_secs(25)).await;
            }
        });
        let begun = Instant::now();
        for _ in 0..10 {
            // As hyper does: it looks for the next request between two pieces.
            assert!(futures::poll!(pin!(server.read_u8())).is_pending(), "cut after {:?}", begun.elapsed());
            server.write_all(&vec![0; TAKEN]).await.expect("taken");
        }
        server.flush().await.expect("taken");
        assert!(begun.elapsed() > 3 * PATIENCE.idle, "{:?}", begun.elapsed());
        assert_eq!(seconds_until_cut(&mut server).await, PATIENCE.idle.as_secs());
        reader.abort();
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_is_taken_steadily_may_be_as_long_as_it_is() {
        let (mut server, _, mut client) = pair(TAKEN);
        let reader = tokio::spawn(async move {
            let mut bytes = vec![0; TAKEN];
            while client.read_exact(&mut bytes).await.is_ok() {
                tokio::time::sleep(Duration::from_secs(20)).await;
            }
        });
        server.write_all(&vec![0; 20 * TAKEN]).await.expect("taken");
        reader.abort();
    }
}
