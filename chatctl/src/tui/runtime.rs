//! The loop: takes in what happens, lets `update` say what to do, does it, and draws. The only place that reads the clock
//! and writes to the terminal.

use std::io;
use std::time::Duration;

use chat_shared::clock::{Clock, SystemClock};
use crossterm::event::{Event, EventStream};
use futures::StreamExt;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::{MissedTickBehavior, interval};

use super::accessible::Speaker;
use super::action::Action;
use super::event::Msg;
use super::perform::{Performer, Ports};
use super::state::State;
use super::terminal::{Guard, Use};
use super::update::update;
use crate::output::failure::{Failure, Kind};

/// So much may wait to be taken in; whoever brings more waits.
const ROOM: usize = 256;

/// The time is told this often.
const TICK: Duration = Duration::from_millis(200);

/// No answer is waited for longer.
const DEADLINE: Duration = Duration::from_secs(10);

/// What is taken in before the screen is drawn again.
const MOST_AT_ONCE: usize = 64;

fn failed(error: impl std::fmt::Display) -> Failure {
    Failure::new(Kind::Failed, "use the terminal").because(error)
}

/// Runs until somebody leaves.
pub async fn run(state: State, ports: Ports, how: Use) -> Result<(), Failure> {
    let (tell, told) = channel(ROOM);
    let deadline = DEADLINE;
    let guard = Guard::take(how, state.screen.mouse).map_err(failed)?;
    let performer = Performer::new(ports, tell.clone(), deadline);
    let speaker = (how == Use::Lines).then(Speaker::default);
    let mut run = Run { state, guard, performer, speaker, drawn_at: i64::MIN };
    // Before anybody has answered anything.
    run.show(true).map_err(failed)?;
    let listener = tokio::spawn(listen(tell.clone()));
    let ticker = tokio::spawn(tick(tell));
    let outcome = run.follow(told).await;
    listener.abort();
    ticker.abort();
    outcome
}

/// Hands on what the terminal says, until it says nothing any more.
async fn listen(tell: Sender<Msg>) {
    let mut events = EventStream::new();
    while let Some(Ok(event)) = events.next().await {
        let msg = match event {
            Event::Key(key) => Msg::Key(key),
            Event::Mouse(mouse) => Msg::Mouse(mouse),
            Event::Paste(text) => Msg::Paste(text),
            Event::Resize(width, height) => Msg::Resize(width, height),
            Event::FocusGained | Event::FocusLost => continue,
        };
        if tell.send(msg).await.is_err() {
            return;
        }
    }
    // The terminal is gone, and whoever sat at it.
    let _ = tell.send(Msg::Gone).await;
}

async fn tick(tell: Sender<Msg>) {
    let mut every = interval(TICK);
    every.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        every.tick().await;
        if tell.is_closed() {
            return;
        }
        // Where there is no room, what fills it brings the time as well.
        let _ = tell.try_send(Msg::Tick(SystemClock.now()));
    }
}

struct Run {
    state: State,
    guard: Guard,
    performer: Performer,
    speaker: Option<Speaker>,
    /// The second that was drawn last.
    drawn_at: i64,
}

impl Run {
    async fn follow(&mut self, mut told: Receiver<Msg>) -> Result<(), Failure> {
        let mut hang_up = signal(SignalKind::hangup()).map_err(failed)?;
        let mut stop = signal(SignalKind::from_raw(rustix::process::Signal::TSTP.as_raw())).map_err(failed)?;
        loop {
            let msg = tokio::select! {
                msg = told.recv() => msg.unwrap_or(Msg::Gone),
                _ = hang_up.recv() => Msg::Gone,
                _ = stop.recv() => {
                    self.suspend().map_err(failed)?;
                    Msg::Resumed
                }
            };
            let mut changed = !matches!(msg, Msg::Tick(_));
            self.take_in(Msg::Tick(SystemClock.now())).map_err(failed)?;
            self.take_in(msg).map_err(failed)?;
            for _ in 0..MOST_AT_ONCE {
                let Ok(msg) = told.try_recv() else { break };
                changed |= !matches!(msg, Msg::Tick(_));
                self.take_in(msg).map_err(failed)?;
            }
            if self.state.gone {
                return Err(Failure::new(Kind::Terminated, "use the terminal").because("it is gone"));
            }
            if self.performer.is_broken().await {
                return Err(Failure::new(Kind::Failed, "go on").because("a part of chatctl has panicked"));
            }
            if self.state.quits {
                return Ok(());
            }
            self.show(changed).map_err(failed)?;
        }
    }

    fn take_in(&mut self, msg: Msg) -> io::Result<()> {
        for action in update(&mut self.state, msg) {
            match action {
                Action::Look { seq, view, from, turned } => self.performer.look(seq, view, from, turned),
                Action::Status => self.performer.status(),
                Action::Do(acts) => self.performer.act(acts),
                Action::Copy(text) => Guard::copy(&text)?,
                Action::Mouse(ours) => self.guard.mouse(ours)?,
                Action::Redraw => self.guard.clear()?,
                Action::Suspend => self.suspend()?,
                // The state says it too.
                Action::Quit => {}
            }
        }
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        if !self.guard.suspend(self.state.screen.mouse)? {
            self.state.complain("there is no shell to go back to");
        }
        Ok(())
    }

    /// Draws where something has changed, and once a second, since ages grow.
    fn show(&mut self, changed: bool) -> io::Result<()> {
        let second = self.state.now.as_millis() / 1000;
        if !changed && second == self.drawn_at {
            return Ok(());
        }
        self.drawn_at = second;
        match &mut self.speaker {
            Some(speaker) => {
                let lines = speaker.lines(&self.state);
                Guard::say(&lines)
            }
            None => self.guard.draw(&self.state),
        }
    }
}
