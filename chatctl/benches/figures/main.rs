//! The figures that chatd promises, measured on this machine with the release binaries, each beside the least that the
//! same job can cost here and now (its floor). Absolute figures move from machine to machine; ratios of one run do not.
//!
//! `make bench`, or `cargo bench --workspace --bench figures -- accept import search reads start tui` for some of them; those
//! that begin with `scaled-` are of an installation on servers, which are started for it.
//! `BENCH_MESSAGES` names a file of messages (NDJSON, plain or gzip); the project's own sample is the default.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a benchmark ends at the first surprise, and its figures are for eyes"
)]

mod accept;
mod import;
mod instant;
mod looks;
mod operator;
mod process;
mod pty;
mod raw;
mod reads;
mod report;
mod scaled;
mod search;
mod start;
mod texts;
mod tui;

use mimalloc::MiMalloc;

use report::Report;

/// chatd's own, so that the floors which run in this process are measured with it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// A figure's name on the line, and what measures it.
type Measure = fn(&mut Report);

const ALL: [(&str, Measure); 14] = [
    ("accept", accept::measure),
    ("import", import::measure),
    ("search", search::measure),
    ("reads", reads::measure),
    ("start", start::measure),
    ("operator", operator::measure),
    ("tui", tui::measure),
    ("scaled-accept", scaled::accept::measure),
    ("scaled-compare", scaled::accept::compare),
    ("scaled-drain", scaled::drain::measure),
    ("scaled-sustained", scaled::sustained::measure),
    ("scaled-engine", scaled::sustained::measure_with_engine),
    ("scaled-index", scaled::index::measure),
    ("scaled-operator", scaled::operator::measure),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let mut report = Report::begin();
    for (name, measure) in ALL {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            eprintln!("measuring: {name}");
            measure(&mut report);
        }
    }
}
