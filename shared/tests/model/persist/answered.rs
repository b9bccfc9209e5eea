//! What clients were answered, for the invariants: nothing in the protocol can see it.

use super::chat::Chat;
use super::log::{Entry, Log};
use super::workers::Workers;

/// What was answered, and what of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answered {
    /// The number that each request was answered with. Answers leave at once: nothing depends on a late one.
    pub numbers: Vec<u8>,
    /// Requests whose entry is lost, as bits: taken from the log by a fault while no worker held it, or held no more.
    pub lost: u8,
    /// True where a number was given that had already been published as gone.
    pub inside_gap: bool,
}

impl Answered {
    /// The next request.
    pub fn next(&self) -> u8 {
        u8::try_from(self.numbers.len()).unwrap_or(u8::MAX)
    }

    /// The next request is answered with `number`.
    pub fn answer(&mut self, number: u8, chat: &Chat) {
        self.inside_gap |= chat.in_gap(number);
        self.numbers.push(number);
    }

    /// Remembers which of `entries` are neither on the log nor in a worker's hands. Stored ones do no harm here.
    pub fn note_lost(&mut self, entries: &[Entry], log: &Log, workers: &Workers) {
        for entry in entries.iter().filter(|entry| !workers.hold(**entry) && !log.entries.contains(entry)) {
            self.lost |= 1 << entry.request;
        }
    }

    /// True where no number was answered twice and every row holds what was answered.
    pub fn once(&self, chat: &Chat) -> bool {
        let numbers = &self.numbers;
        let distinct = numbers.iter().enumerate().all(|(i, n)| !numbers[..i].contains(n));
        distinct && numbers.iter().zip(0..).all(|(n, request)| chat.row(*n).is_none_or(|row| row.request == request))
    }

    /// True where all that was answered is stored, or was lost and lies in a gap.
    pub fn kept(&self, chat: &Chat) -> bool {
        let kept = |n: u8, request: u8| chat.row(n).is_some() || self.lost & 1 << request != 0 && chat.in_gap(n);
        self.numbers.iter().zip(0..).all(|(n, request)| kept(*n, request))
    }
}
