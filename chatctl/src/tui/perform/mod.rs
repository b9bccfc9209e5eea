//! Performs what the state asks for: looks and acts over the two ports, each with a deadline and a slot of its own, so
//! that a chatd that hangs holds up nothing but its own answer. Answers go back on the one channel.

mod act;
mod look;

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::Sender;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::act::Act;
use super::event::{Msg, Outcome};
use super::screens;
use super::state::page::From;
use super::view::View;
use crate::backend::{Backend, Operator};
use crate::commands::doctor::Local;
use crate::output::failure::{Failure, Kind};

/// The answer to a look that is much work is waited for so long.
const HEAVY: Duration = Duration::from_mins(2);

/// The two ways to the installation.
#[derive(Clone)]
pub struct Ports {
    /// What its clients see.
    pub backend: Arc<dyn Backend>,
    /// What operators see.
    pub operator: Arc<dyn Operator>,
    /// What this machine tells.
    pub local: Local,
}

/// What is waited for, at most once at a time each: a new look drops the one before. Acts are never dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Slot {
    View,
    Status,
}

/// Performs, and sends what comes of it.
pub struct Performer {
    ports: Ports,
    answers: Sender<Msg>,
    deadline: Duration,
    slots: HashMap<Slot, JoinHandle<()>>,
    acts: Vec<JoinHandle<()>>,
}

impl Performer {
    /// Over these ports; no answer is waited for longer than `deadline`.
    pub fn new(ports: Ports, answers: Sender<Msg>, deadline: Duration) -> Self {
        Self { ports, answers, deadline, slots: HashMap::new(), acts: Vec::new() }
    }

    /// Looks at a view.
    pub fn look(&mut self, seq: u64, view: View, from: From, turned: bool) {
        let deadline = if screens::of(&view).heavy { self.deadline.max(HEAVY) } else { self.deadline };
        let ports = self.ports.clone();
        self.fill(Slot::View, async move {
            let found = within(deadline, "look at it", look::look(&ports, &view, &from, turned)).await;
            Msg::Looked { seq, from, found }
        });
    }

    /// Asks for the status.
    pub fn status(&mut self) {
        let (operator, deadline) = (self.ports.operator.clone(), self.deadline);
        self.fill(Slot::Status, async move {
            let begun = Instant::now();
            let found = within(deadline, "ask for the installation's status", operator.status()).await;
            Msg::Status { found: found.map(Box::new), took: begun.elapsed() }
        });
    }

    /// Performs acts, one after the other: what fails does not stop the others.
    pub fn act(&mut self, acts: Vec<Act>) {
        let (ports, deadline, answers) = (self.ports.clone(), self.deadline, self.answers.clone());
        self.acts.retain(|task| !task.is_finished());
        self.acts.push(tokio::spawn(async move {
            let mut outcomes = Vec::new();
            for one in acts {
                let work = act::perform(&ports, &one);
                let said = if one.takes_long() { work.await } else { within(deadline, &one.phrase(), work).await };
                outcomes.push(Outcome { target: one.target(), said });
            }
            // Nobody listens any more: the program ends.
            let _ = answers.send(Msg::Did { outcomes }).await;
        }));
    }

    /// Whether a task of ours has panicked: the words stand on the screen already.
    pub async fn is_broken(&mut self) -> bool {
        let ended: Vec<Slot> =
            self.slots.iter().filter(|(_, task)| task.is_finished()).map(|(slot, _)| *slot).collect();
        for slot in ended {
            if let Some(task) = self.slots.remove(&slot)
                && task.await.is_err_and(|error| error.is_panic())
            {
                return true;
            }
        }
        false
    }

    fn fill(&mut self, slot: Slot, work: impl Future<Output = Msg> + Send + 'static) {
        let answers = self.answers.clone();
        let task = tokio::spawn(async move {
            let answer = work.await;
            // Nobody listens any more: the program ends.
            let _ = answers.send(answer).await;
        });
        if let Some(before) = self.slots.insert(slot, task) {
            before.abort();
        }
    }
}

impl Drop for Performer {
    fn drop(&mut self) {
        for task in self.slots.values().chain(&self.acts) {
            task.abort();
        }
    }
}

async fn within<T>(
    deadline: Duration,
    doing: &str,
    work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    timeout(deadline, work).await.unwrap_or_else(|_| {
        let why = format!("no answer within {} s", deadline.as_secs());
        Err(Failure::new(Kind::Timeout, doing.to_owned()).because(why))
    })
}
